/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions out of the tables; the file may be damaged or somebody else's. */
#include "store/load.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/hide.h"
#include "store/database.h"
#include "store/statement.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

#define MINUTES_PER_DAY 1440
#define SECONDS_LIMIT ((int64_t)1 << 53)

int load_none(const char *id, struct err *err)
{
	return err_set(err, ERR_FAILED, _("no session '%s': 'accord list' shows what there is"),
		id);
}

int load_exists(struct store *store, const char *id, int64_t *found, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_EXISTS, id, err);

	return query_value(&query, 0, found);
}

static int load_head(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_SESSION, session->id, err);
	int got = query_next(&query);

	if (got < 1)
		return got < 0 ? -1 : load_none(session->id, err);
	session->title = query_get_line(&query, 0);
	session->organisation = query_get_line(&query, 1);
	session->facilitator = query_get_line(&query, 2);
	session->agenda = query_get_line(&query, 3);
	session->date = query_get_day(&query, 4);
	session->state = (enum session_state)query_get_name(&query, 5, session_state_parse);
	session->n_min = (int)query_get(&query, 6, 1, INT32_MAX);
	free(session->place);
	session->place = query_get_line(&query, 7);
	session->halt = (enum session_halt)query_get_name(&query, 8, session_halt_parse);
	session->entry = (enum entry)query_get_name(&query, 9, entry_parse);
	session->naming = (enum naming)query_get_name(&query, 10, naming_parse);
	session->blank = query_get(&query, 11, 0, 1) == 1;
	mem_set(&session->clock_owner, query_peek(&query, 12));
	session->clock_at = query_is_null(&query, 13) ? CLOCK_STANDS : query_get(&query, 13, 0, INT64_MAX);
	mem_set(&session->follows, query_peek(&query, 14));
	mem_set(&session->withheld, query_peek(&query, 15));
	session->changed = query_get(&query, 16, 0, INT64_MAX);
	return query_next(&query);
}

static int load_people(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_PEOPLE, session->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		session->people = mem_grow(session->people, &session->person_capacity,
			session->person_count, sizeof *session->people);
		session->people[session->person_count++] = (struct person){
			.id = (int)query_get(&query, 0, 1, INT32_MAX),
			.name = query_get_line(&query, 1),
			.role = query_get_line(&query, 2),
			.side = (int)query_get(&query, 3, 0, SIDES - 1),
			.presence = (enum presence)query_get_name(&query, 4, presence_parse),
		};
	}
	return got;
}

static int load_modules(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_MODULES, session->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		const struct module *module = bank_module(session->bank, query_peek(&query, 0));

		if (!module) {
			query.damaged = true;
			continue;
		}
		session->modules = mem_grow(session->modules, &session->module_capacity,
			session->module_count, sizeof *session->modules);
		session->modules[session->module_count++] = (struct session_module){
			.module = module,
			.minutes = (int)query_get(&query, 1, 0, MINUTES_PER_DAY),
			.dropped = query_get(&query, 2, 0, 1) == 1,
			.seconds = query_get(&query, 3, 0, SECONDS_LIMIT),
			.planned = query_is_null(&query, 4) ? -1 : (int)query_get(&query, 4, 0, MINUTES_PER_DAY),
		};
	}
	session_lay_out(session);
	return got;
}

/* The step that a row is about; NULL in a dropped module. Rows come step by step. */
static struct progress *find_step(struct session *session, struct query *query,
	struct progress *last)
{
	const char *key = query_peek(query, 0);
	int index;

	if (last && strcmp(last->step->key, key) == 0)
		return last;
	index = session_step(session, key);
	return index < 0 ? NULL : &session->steps[index];
}

static int load_steps(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_STEPS, session->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		struct progress *progress = find_step(session, &query, NULL);

		if (!progress)
			continue;
		progress->state = (enum step_state)query_get_name(&query, 1, step_state_parse);
		progress->own_entry = query_peek(&query, 2)[0] != '\0';
		if (progress->own_entry)
			progress->entry = (enum entry)query_get_name(&query, 2, entry_parse);
		progress->round = (int)query_get(&query, 3, 1, INT32_MAX - 1);
		if (query_peek(&query, 4)[0])
			progress->naming = (enum naming)query_get_name(&query, 4, naming_parse);
		progress->anonymous = step_is_anonymous(progress->step, progress->naming, session->naming);
	}
	return got;
}

static struct ballot *add_ballot(struct progress *progress)
{
	progress->ballots = mem_grow(progress->ballots, &progress->ballot_capacity,
		progress->ballot_count, sizeof *progress->ballots);
	return &progress->ballots[progress->ballot_count++];
}

static struct ballot *add_first(struct progress *progress)
{
	progress->first = mem_grow(progress->first, &progress->first_capacity, progress->first_count,
		sizeof *progress->first);
	return &progress->first[progress->first_count++];
}

static int load_ballots(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_BALLOTS, session->id, err);
	struct progress *progress = NULL;
	int got;

	while ((got = query_next(&query)) == 1) {
		int person = (int)query_get(&query, 1, ANSWERER_ROOM, INT32_MAX);
		struct ballot *ballot;

		progress = find_step(session, &query, progress);
		if (!progress || (person > 0 && !session_person(session, person)))
			continue;
		ballot = query_get(&query, 5, 0, 1) == 1 ? add_first(progress) : add_ballot(progress);
		ballot->person = person;
		ballot->side = person == ANSWERER_ROOM ? SIDE_NONE :
							 (int)query_get(&query, 2, 0, SIDES - 1);
		ballot->answers[OWN] = query_get_answer(&query, 3);
		ballot->answers[PREDICTION] = query_get_answer(&query, 4);
	}
	return got;
}

static int load_retractions(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_RETRACTIONS, session->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		struct progress *progress = find_step(session, &query, NULL);
		int times = (int)query_get(&query, 1, 1, INT32_MAX);

		if (!progress)
			continue;
		if (query_get(&query, 2, 0, 1) == 1)
			progress->first_taken_back = times;
		else
			progress->taken_back = times;
	}
	return got;
}

static int load_voted(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_VOTED, session->id, err);
	struct progress *progress = NULL;
	int got;

	while ((got = query_next(&query)) == 1) {
		int person = (int)query_get(&query, 1, 1, INT32_MAX);
		struct voter *voter;

		progress = find_step(session, &query, progress);
		if (!progress || !session_person(session, person))
			continue;
		progress->voted = mem_grow(progress->voted, &progress->voted_capacity,
			progress->voted_count, sizeof *progress->voted);
		voter = &progress->voted[progress->voted_count++];
		voter->person = person;
		voter->gave[OWN] = query_get(&query, 2, 0, 1);
		voter->gave[PREDICTION] = query_get(&query, 3, 0, 1);
	}
	return got;
}

static int load_rows(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_ROWS, session->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		session->rows = mem_grow(session->rows, &session->row_capacity, session->row_count,
			sizeof *session->rows);
		session->rows[session->row_count++] = (struct row){
			.id = (int)query_get(&query, 0, 1, INT32_MAX),
			.step = query_get_line(&query, 1),
		};
	}
	return got;
}

static int load_cells(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_CELLS, session->id, err);
	struct row *row = NULL;
	int got;

	while ((got = query_next(&query)) == 1) {
		int id = (int)query_get(&query, 0, 1, INT32_MAX);

		for (size_t i = 0; (!row || row->id != id) && i < session->row_count; i++)
			row = &session->rows[i];
		if (!row || row->id != id)
			continue;
		row->cells = mem_grow(row->cells, &row->cell_capacity, row->cell_count,
			sizeof *row->cells);
		row->cells[row->cell_count++] = (struct cell){
			.column = query_get_line(&query, 1),
			.value = query_get_text(&query, 2),
		};
	}
	return got;
}

static int load_ratings(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_RATINGS, session->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		session->ratings = mem_grow(session->ratings, &session->rating_capacity,
			session->rating_count, sizeof *session->ratings);
		session->ratings[session->rating_count++] = (struct rating){
			.step = query_get_line(&query, 0),
			.row_a = (int)query_get(&query, 1, 1, INT32_MAX),
			.row_b = (int)query_get(&query, 2, 1, INT32_MAX),
			.side = (int)query_get(&query, 3, 0, SIDES),
			.value = (int)query_get(&query, 4, -1, 1),
		};
	}
	return got;
}

static int load_merges(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_MERGES, session->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		session->merges = mem_grow(session->merges, &session->merge_capacity,
			session->merge_count, sizeof *session->merges);
		session->merges[session->merge_count++] = (struct merge){
			.step = query_get_line(&query, 0),
			.a = query_get_line(&query, 1),
			.b = query_get_line(&query, 2),
			.same = query_get(&query, 3, 0, 1) == 1,
		};
	}
	return got;
}

static int load_items(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_ITEMS, session->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		session->items = mem_grow(session->items, &session->item_capacity,
			session->item_count, sizeof *session->items);
		session->items[session->item_count++] = (struct item){
			.id = (int)query_get(&query, 0, 1, INT32_MAX),
			.kind = (enum item_kind)query_get_name(&query, 1, item_kind_parse),
			.step = query_get_line(&query, 2),
			.text = query_get_text(&query, 3),
			.owner = query_get_line(&query, 4),
			.due = query_get_day(&query, 5),
			.done = query_get(&query, 6, 0, 1) == 1,
			.created = query_get(&query, 7, INT64_MIN, INT64_MAX),
			.yes = { query_get_line(&query, 8), query_get_line(&query, 9) },
			.dissent = query_get_text(&query, 10),
			.private = query_get(&query, 11, 0, 1) == 1,
			.dropped = query_get_text(&query, 12),
			.carried_session = query_get_line(&query, 13),
			.carried_item = (int)query_get(&query, 14, 0, INT32_MAX),
			.carried = (int)query_get(&query, 15, 0, INT32_MAX),
			.from_date = DAY_NONE,
			.from_due = DAY_NONE,
		};
	}
	return got;
}

/* In this order: ballots need people and steps, cells need rows. */
static int (*const loaders[])(struct store *store, struct session *session, struct err *err) = {
	load_head,
	load_people,
	load_modules,
	load_steps,
	load_ballots,
	load_retractions,
	load_voted,
	load_rows,
	load_cells,
	load_ratings,
	load_merges,
	load_items,
	load_follows,
	load_later,
};

void store_hide(struct store *store, int person)
{
	store->shown = person;
	store->hides = true;
}

struct session *load_fresh(struct store *store, const struct session *session, struct err *err)
{
	struct session *fresh = session_new();

	fresh->id = mem_strdup(session->id);
	fresh->bank = session->bank;
	for (size_t i = 0; i < COUNT_OF(loaders); i++)
		if (loaders[i](store, fresh, err) != 0) {
			load_drop(fresh);
			return NULL;
		}
	/* Here, as nothing comes into memory but through this. */
	if (store->hides)
		session_hide(fresh, store->shown);
	return fresh;
}

void load_drop(struct session *fresh)
{
	if (fresh)
		fresh->bank = NULL;
	session_free(fresh);
}

void load_take(struct session *session, struct session *fresh)
{
	struct session old = *session;

	*session = *fresh;
	session->bank_text = old.bank_text;
	old.bank_text = NULL;
	*fresh = old;
	load_drop(fresh);
}

/* Many sessions have the same bank: the one that was read last is read once. */
static struct bank *parse_bank(struct store *store, const char *text, bank_parser *parse, struct err *err)
{
	struct bank *bank;

	if (store->bank && strcmp(store->bank_text, text) == 0)
		return bank_share(store->bank);
	bank = parse(text, strlen(text), err);
	if (bank) {
		bank_free(store->bank);
		store->bank = bank_share(bank);
		mem_set(&store->bank_text, text);
	}
	return bank;
}

static int load_bank(struct store *store, struct session *session, bank_parser *parse,
	struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_BANK, session->id, err);
	int got = query_next(&query);

	if (got < 1)
		return got < 0 ? -1 : load_none(session->id, err);
	session->bank_text = query_get_raw(&query, 0);
	query_end(&query);
	if (!session->bank_text)
		return store_damaged(store, err);
	session->bank = parse_bank(store, session->bank_text, parse, err);
	if (store->hides) {
		free(session->bank_text);
		session->bank_text = NULL;
	}
	return session->bank ? 0 : -1;
}

int store_reload(struct store *store, struct session *session, struct err *err)
{
	struct session *fresh;

	if (transaction_read(store, __func__, err) != 0)
		return -1;
	fresh = load_fresh(store, session, err);
	store_rollback(store, __func__);
	if (!fresh)
		return -1;
	load_take(session, fresh);
	return 0;
}

struct session *store_load(struct store *store, const char *id, bank_parser *parse, struct err *err)
{
	struct session *session = session_new();

	session->id = mem_strdup(id);
	if (load_bank(store, session, parse, err) == 0 && store_reload(store, session, err) == 0)
		return session;
	session_free(session);
	return NULL;
}
