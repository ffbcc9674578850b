/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that the tables hold of a session, read for an archive. */
#include "model/archive.h"

#include "base/i18n.h"
#include "store/database.h"
#include "store/load.h"
#include "store/statement.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static int read_head(struct store *store, struct archive *archive, struct err *err)
{
	struct query query = query_session(store, SQL_ARCHIVE_SESSION, archive->id, err);
	int got = query_next(&query);

	if (got < 1)
		return got < 0 ? -1 : load_none(archive->id, err);
	free(archive->follows);
	free(archive->withheld);
	archive->created = query_get(&query, 0, INT64_MIN, INT64_MAX);
	archive->changed = query_get(&query, 1, INT64_MIN, INT64_MAX);
	archive->follows = query_get_line(&query, 2);
	archive->withheld = query_get_text(&query, 3);
	/* As it is: its bytes tell one bank from another. */
	mem_set(&archive->bank_text, query_peek(&query, 4));
	return query_next(&query);
}

static int read_modules(struct store *store, struct archive *archive, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_MODULES, archive->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		archive->modules = mem_grow(archive->modules, &archive->module_capacity, archive->module_count,
			sizeof *archive->modules);
		archive->modules[archive->module_count++] = (struct archive_module){
			.id = query_get_line(&query, 0),
			.minutes = (int)query_get(&query, 1, 0, INT32_MAX),
			.dropped = query_get(&query, 2, 0, 1) == 1,
			.seconds = query_get(&query, 3, 0, INT64_MAX),
			.planned = query_is_null(&query, 4) ? -1 : (int)query_get(&query, 4, 0, INT32_MAX),
		};
	}
	return got;
}

static int read_steps(struct store *store, struct archive *archive, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_STEPS, archive->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		struct archive_step *step = archive_step(archive, query_peek(&query, 0));

		step->state = (enum step_state)query_get_name(&query, 1, step_state_parse);
		step->own_entry = query_peek(&query, 2)[0] != '\0';
		if (step->own_entry)
			step->entry = (enum entry)query_get_name(&query, 2, entry_parse);
		step->round = (int)query_get(&query, 3, 1, INT32_MAX - 1);
		if (query_peek(&query, 4)[0])
			step->naming = (enum naming)query_get_name(&query, 4, naming_parse);
	}
	return got;
}

/* The round of a row that begins with step and round. */
static struct archive_round *round_of(struct archive *archive, struct query *query)
{
	struct archive_step *step = archive_step(archive, query_peek(query, 0));

	return archive_round(step, (int)query_get(query, 1, 1, INT32_MAX));
}

static int read_ballots(struct store *store, struct archive *archive, struct err *err)
{
	struct query query = query_session(store, SQL_ARCHIVE_BALLOTS, archive->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		struct archive_round *round = round_of(archive, &query);
		int person = (int)query_get(&query, 2, ANSWERER_ROOM, INT32_MAX);

		round->ballots = mem_grow(round->ballots, &round->ballot_capacity, round->ballot_count,
			sizeof *round->ballots);
		round->ballots[round->ballot_count++] = (struct ballot){
			.person = person,
			.side = person == ANSWERER_ROOM ? SIDE_NONE : (int)query_get(&query, 3, 0, SIDES - 1),
			.answers = { query_get_answer(&query, 4), query_get_answer(&query, 5) },
		};
	}
	return got;
}

static int read_voted(struct store *store, struct archive *archive, struct err *err)
{
	struct query query = query_session(store, SQL_ARCHIVE_VOTED, archive->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		struct archive_round *round = round_of(archive, &query);

		round->voted = mem_grow(round->voted, &round->voted_capacity, round->voted_count, sizeof *round->voted);
		round->voted[round->voted_count++] = (struct voter){
			.person = (int)query_get(&query, 2, 1, INT32_MAX),
			.gave = { query_get(&query, 3, 0, 1) == 1, query_get(&query, 4, 0, 1) == 1 },
		};
	}
	return got;
}

static int read_retractions(struct store *store, struct archive *archive, struct err *err)
{
	struct query query = query_session(store, SQL_ARCHIVE_RETRACTIONS, archive->id, err);
	int got;

	while ((got = query_next(&query)) == 1)
		round_of(archive, &query)->taken_back = (int)query_get(&query, 2, 1, INT32_MAX);
	return got;
}

static int read_sittings(struct store *store, struct archive *archive, struct err *err)
{
	struct query query = query_session(store, SQL_ARCHIVE_SITTINGS, archive->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		archive->sittings = mem_grow(archive->sittings, &archive->sitting_capacity, archive->sitting_count,
			sizeof *archive->sittings);
		archive->sittings[archive->sitting_count++] = (struct archive_sitting){
			.token = query_get_line(&query, 0),
			.changes = query_get(&query, 1, 1, INT64_MAX),
		};
	}
	return got;
}

/* Steps come before what may make one, of which nothing is written but an answer. */
static int (*const readers[])(struct store *store, struct archive *archive, struct err *err) = {
	read_head,
	read_modules,
	read_steps,
	read_ballots,
	read_voted,
	read_retractions,
	read_sittings,
};

/* Makes *text the other's, which gets none. */
static void take_text(char **text, char **other)
{
	free(*text);
	*text = *other;
	*other = NULL;
}

/* What a session in memory has as it is stored. */
#define TAKE_LIST(archive, session, items, name) \
	do { \
		(archive)->items = (session)->items; \
		(archive)->name##_count = (session)->name##_count; \
		(archive)->name##_capacity = (session)->name##_capacity; \
		(session)->items = NULL; \
		(session)->name##_count = (session)->name##_capacity = 0; \
	} while (0)

static void take_loaded(struct archive *archive, struct session *fresh)
{
	take_text(&archive->title, &fresh->title);
	take_text(&archive->organisation, &fresh->organisation);
	take_text(&archive->facilitator, &fresh->facilitator);
	take_text(&archive->agenda, &fresh->agenda);
	mem_set(&archive->place, fresh->place);
	archive->date = fresh->date;
	archive->state = fresh->state;
	archive->halt = fresh->halt;
	archive->entry = fresh->entry;
	archive->naming = fresh->naming;
	archive->n_min = fresh->n_min;
	archive->blank = fresh->blank;
	TAKE_LIST(archive, fresh, people, person);
	TAKE_LIST(archive, fresh, rows, row);
	TAKE_LIST(archive, fresh, ratings, rating);
	TAKE_LIST(archive, fresh, merges, merge);
	TAKE_LIST(archive, fresh, items, item);
}

static int read_all(struct store *store, const struct session *session, struct archive *archive, struct err *err)
{
	struct session *fresh = load_fresh(store, session, err);

	if (!fresh)
		return -1;
	take_loaded(archive, fresh);
	load_drop(fresh);
	for (size_t i = 0; i < COUNT_OF(readers); i++)
		if (readers[i](store, archive, err) != 0)
			return -1;
	return 0;
}

struct archive *store_archive(struct store *store, const struct session *session, struct err *err)
{
	struct archive *archive = archive_new();
	int result;

	mem_set(&archive->id, session->id);
	result = transaction_read(store, __func__, err);
	if (result == 0) {
		result = read_all(store, session, archive, err);
		store_rollback(store, __func__);
	}
	if (result != 0) {
		archive_free(archive);
		return NULL;
	}
	archive_tidy(archive, session->bank);
	return archive;
}
