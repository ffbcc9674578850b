/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session made of an archive. */
#include "model/archive.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/clock.h"
#include "store/carry.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/load.h"
#include "store/search-index.h"
#include "store/sessions.h"
#include "store/statement.h"
#include "store/store.h"
#include "store/write.h"

#include <stdlib.h>
#include <string.h>

static int done(struct query *query)
{
	return query_run(query) < 0 ? -1 : 0;
}

static int write_modules(struct store *store, const struct archive *archive, struct err *err)
{
	for (size_t i = 0; i < archive->module_count; i++) {
		const struct archive_module *module = &archive->modules[i];
		struct query query = query_session(store, SQL_RESTORE_MODULE, archive->id, err);

		query_text(&query, ":module", module->id);
		query_int(&query, ":position", (int64_t)i);
		query_int(&query, ":minutes", module->minutes);
		query_int(&query, ":dropped", module->dropped);
		query_int(&query, ":seconds", module->seconds);
		if (module->planned < 0)
			query_null(&query, ":planned");
		else
			query_int(&query, ":planned", module->planned);
		if (done(&query) != 0)
			return -1;
	}
	return 0;
}

static int write_round(struct store *store, const struct archive *archive, const struct archive_step *step,
	const struct archive_round *round, struct err *err)
{
	const struct round_of of = { archive->id, step->key, round->number };
	struct query query;

	if (write_ballots(store, &of, round->ballots, round->ballot_count, err) != 0 ||
	    write_voted(store, &of, round->voted, round->voted_count, err) != 0)
		return -1;
	if (round->taken_back == 0)
		return 0;
	query = query_session(store, SQL_RESTORE_RETRACTION, archive->id, err);
	query_text(&query, ":step", step->key);
	query_int(&query, ":round", round->number);
	query_int(&query, ":times", round->taken_back);
	return done(&query);
}

static int write_steps(struct store *store, const struct archive *archive, struct err *err)
{
	for (size_t i = 0; i < archive->step_count; i++) {
		const struct archive_step *step = &archive->steps[i];
		struct query query = query_session(store, SQL_RESTORE_STEP, archive->id, err);

		query_text(&query, ":step", step->key);
		query_text(&query, ":state", step_state_name(step->state));
		query_text(&query, ":entry", step->own_entry ? entry_name(step->entry) : "");
		query_int(&query, ":round", step->round);
		query_text(&query, ":naming", step->naming == NAMING_STEP ? "" : naming_name(step->naming));
		if (done(&query) != 0)
			return -1;
		for (size_t j = 0; j < step->round_count; j++)
			if (write_round(store, archive, step, &step->rounds[j], err) != 0)
				return -1;
	}
	return 0;
}

static int write_merges(struct store *store, const struct archive *archive, struct err *err)
{
	for (size_t i = 0; i < archive->merge_count; i++) {
		const struct merge *merge = &archive->merges[i];
		struct query query = query_session(store, SQL_MERGE_SET, archive->id, err);

		query_text(&query, ":step", merge->step);
		query_text(&query, ":a", merge->a);
		query_text(&query, ":b", merge->b);
		query_int(&query, ":same", merge->same);
		if (done(&query) != 0)
			return -1;
	}
	return 0;
}

static int write_sittings(struct store *store, const struct archive *archive, struct err *err)
{
	for (size_t i = 0; i < archive->sitting_count; i++) {
		struct query query = query_session(store, SQL_RESTORE_SITTING, archive->id, err);

		query_text(&query, ":token", archive->sittings[i].token);
		query_int(&query, ":changes", archive->sittings[i].changes);
		if (done(&query) != 0)
			return -1;
	}
	return 0;
}

static int write_head(struct store *store, const struct archive *archive, int64_t bank, struct err *err)
{
	struct query query = query_session(store, SQL_RESTORE_HEAD, archive->id, err);

	query_int(&query, ":bank", bank);
	query_text(&query, ":title", archive->title);
	query_text(&query, ":organisation", archive->organisation);
	query_text(&query, ":facilitator", archive->facilitator);
	query_text(&query, ":agenda", archive->agenda);
	query_day(&query, ":date", archive->date);
	query_text(&query, ":state", session_state_name(archive->state));
	query_text(&query, ":halted", session_halt_name(archive->halt));
	query_text(&query, ":entry", entry_name(archive->entry));
	query_text(&query, ":naming", naming_name(archive->naming));
	query_int(&query, ":n_min", archive->n_min);
	query_int(&query, ":blank", archive->blank);
	query_text(&query, ":place", archive->place);
	query_text(&query, ":follows", archive->follows);
	query_text(&query, ":withheld", archive->withheld);
	query_int(&query, ":created", archive->created);
	return done(&query);
}

/* What the lists of sessions show is counted, as after a change; when that was the archive says. */
static int write_counts(struct store *store, const struct archive *archive, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_TOUCH, archive->id, err);

	query_int(&query, ":now", archive->changed);
	return done(&query) == 0 ? carry_recount(store, archive->id, err) : -1;
}

/* Whether somebody is at work on the session that is to go. */
static int check_clock(struct store *store, const char *id, struct err *err)
{
	struct query query = query_session(store, SQL_CLOCK_GET, id, err);
	struct session clock = { .clock_at = CLOCK_STANDS };
	int got = query_next(&query);

	if (got < 1)
		return got;
	if (!query_is_null(&query, 1))
		clock.clock_at = query_get(&query, 1, 0, INT64_MAX);
	query_end(&query);
	if (clock_is_free(&clock, clock_wall()))
		return 0;
	return err_set(err, ERR_FAILED, _("the clock of session '%s' is running: end it where it is open, then try again"), id);
}

/* The session itself stays, and with it what is being typed into it. */
static int clear(struct store *store, const char *id, struct err *err)
{
	static const enum sql tables[] = {
		SQL_CLEAR_PEOPLE, SQL_CLEAR_MODULES, SQL_CLEAR_STEPS, SQL_CLEAR_BALLOTS, SQL_CLEAR_VOTED,
		SQL_CLEAR_RETRACTIONS, SQL_CLEAR_RATINGS, SQL_CLEAR_CELLS, SQL_CLEAR_ROWS, SQL_CLEAR_MERGES,
		SQL_CLEAR_ITEMS, SQL_CLEAR_SITTINGS, SQL_CLEAR_CHANGES,
	};

	if (check_clock(store, id, err) != 0)
		return -1;
	for (size_t i = 0; i < COUNT_OF(tables); i++) {
		struct query query = query_session(store, tables[i], id, err);

		if (done(&query) != 0)
			return -1;
	}
	return journal_forget(store, id, err);
}

static int add(struct store *store, const char *id, int64_t bank, struct err *err)
{
	struct query query = query_session(store, SQL_RESTORE_SESSION, id, err);

	query_int(&query, ":bank", bank);
	return done(&query);
}

static int sweep_banks(struct store *store, struct err *err)
{
	struct query query;

	if (search_forget_banks(store, err) != 0)
		return -1;
	query = query_start(store, SQL_BANK_SWEEP, err);
	return done(&query);
}

static int restore(struct store *store, const struct archive *archive, const struct bank *bank, struct err *err)
{
	int64_t found, number;

	if (load_exists(store, archive->id, &found, err) != 0 ||
	    sessions_keep_bank(store, bank->title, archive->bank_text, &number, err) != 0 ||
	    (found ? clear(store, archive->id, err) : add(store, archive->id, number, err)) != 0 ||
	    write_head(store, archive, number, err) != 0 || (found && sweep_banks(store, err) != 0))
		return -1;
	if (write_people(store, archive->id, archive->people, archive->person_count, err) != 0 || write_modules(store, archive, err) != 0 ||
	    write_steps(store, archive, err) != 0 || write_rows(store, archive->id, archive->rows, archive->row_count, err) != 0 ||
	    write_ratings(store, archive->id, archive->ratings, archive->rating_count, err) != 0 || write_merges(store, archive, err) != 0 ||
	    write_items(store, archive->id, archive->items, archive->item_count, err) != 0 || write_sittings(store, archive, err) != 0 ||
	    write_counts(store, archive, err) != 0)
		return -1;
	return journal_skip(store, err);
}

int store_restore(struct store *store, const struct archive *archive, const struct bank *bank, struct err *err)
{
	if (store_begin(store, __func__, err) != 0)
		return -1;
	if (transaction_end(store, __func__, restore(store, archive, bank, err), err) != 0)
		return -1;
	store_checkpoint(store);
	return 0;
}

int store_new_id(struct store *store, char id[SESSION_ID_LENGTH + 1], struct err *err)
{
	return sessions_free_id(store, NULL, id, err);
}
