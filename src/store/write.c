/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a session as they are in memory, written for the first time. */
#include "store/write.h"

#include "base/random.h"
#include "store/statement.h"

#include <stdlib.h>
#include <string.h>

#define BALLOT_ID_LENGTH 16

static int done(struct query *query)
{
	return query_run(query) < 0 ? -1 : 0;
}

int write_people(struct store *store, const char *session, const struct person *people, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		const struct person *person = &people[i];
		struct query query = query_session(store, SQL_RESTORE_PERSON, session, err);

		query_int(&query, ":id", person->id);
		query_text(&query, ":name", person->name);
		query_text(&query, ":role", person->role);
		query_int(&query, ":side", person->side);
		query_text(&query, ":presence", presence_name(person->presence));
		if (done(&query) != 0)
			return -1;
	}
	return 0;
}

struct slip {
	char id[BALLOT_ID_LENGTH + 1];
	const struct ballot *ballot;
};

static int compare_slips(const void *a, const void *b)
{
	return strcmp(((const struct slip *)a)->id, ((const struct slip *)b)->id);
}

/* A statement about a round. */
static struct query round_query(struct store *store, enum sql sql, const struct round_of *of, struct err *err)
{
	struct query query = query_session(store, sql, of->session, err);

	query_text(&query, ":step", of->step);
	query_int(&query, ":round", of->round);
	return query;
}

int write_ballots(struct store *store, const struct round_of *of, const struct ballot *ballots, size_t count, struct err *err)
{
	struct slip *slips = mem_zalloc(count + 1, sizeof *slips);
	int result = 0;

	for (size_t i = 0; i < count; i++) {
		random_id(NULL, slips[i].id, BALLOT_ID_LENGTH);
		slips[i].ballot = &ballots[i];
	}
	qsort(slips, count, sizeof *slips, compare_slips);
	for (size_t i = 0; result == 0 && i < count; i++) {
		const struct ballot *ballot = slips[i].ballot;
		struct query query = round_query(store, SQL_BALLOT_ADD, of, err);

		query_text(&query, ":id", slips[i].id);
		if (ballot->side != SIDE_NONE)
			query_int(&query, ":side", ballot->side);
		if (ballot->person != 0)
			query_int(&query, ":person", ballot->person);
		query_text(&query, ":own", ballot->answers[OWN]);
		query_text(&query, ":prediction", ballot->answers[PREDICTION]);
		result = done(&query);
	}
	free(slips);
	return result;
}

int write_voted(struct store *store, const struct round_of *of, const struct voter *voted, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		struct query query = round_query(store, SQL_VOTED_ADD, of, err);

		query_int(&query, ":person", voted[i].person);
		query_int(&query, ":own", voted[i].gave[OWN]);
		query_int(&query, ":prediction", voted[i].gave[PREDICTION]);
		if (done(&query) != 0)
			return -1;
	}
	return 0;
}

static int write_cells(struct store *store, const char *session, const struct row *row, struct err *err)
{
	for (size_t i = 0; i < row->cell_count; i++) {
		struct query query = query_session(store, SQL_CELL_SET, session, err);

		query_int(&query, ":id", row->id);
		query_text(&query, ":column", row->cells[i].column);
		query_text(&query, ":value", row->cells[i].value);
		if (done(&query) != 0)
			return -1;
	}
	return 0;
}

int write_rows(struct store *store, const char *session, const struct row *rows, size_t count, struct err *err)
{
	int position = 0;

	for (size_t i = 0; i < count; i++) {
		struct query query = query_session(store, SQL_ROW_ADD, session, err);

		position = i > 0 && strcmp(rows[i].step, rows[i - 1].step) == 0 ? position + 1 : 0;
		query_int(&query, ":id", rows[i].id);
		query_text(&query, ":step", rows[i].step);
		query_int(&query, ":position", position);
		if (done(&query) != 0 || write_cells(store, session, &rows[i], err) != 0)
			return -1;
	}
	return 0;
}

int write_ratings(struct store *store, const char *session, const struct rating *ratings, size_t count,
	struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		const struct rating *rating = &ratings[i];
		struct query query = query_session(store, SQL_RATING_SET, session, err);

		query_text(&query, ":step", rating->step);
		query_int(&query, ":a", rating->row_a);
		query_int(&query, ":b", rating->row_b);
		query_int(&query, ":side", rating->side);
		query_int(&query, ":value", rating->value);
		if (done(&query) != 0)
			return -1;
	}
	return 0;
}

int write_items(struct store *store, const char *session, const struct item *items, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		const struct item *item = &items[i];
		struct query query = query_session(store, SQL_RESTORE_ITEM, session, err);

		query_int(&query, ":id", item->id);
		query_text(&query, ":kind", item_kind_name(item->kind));
		query_text(&query, ":step", item->step);
		query_text(&query, ":text", item->text);
		query_text(&query, ":owner", item->owner);
		query_day(&query, ":due", item->due);
		query_int(&query, ":done", item->done);
		query_int(&query, ":created", item->created);
		query_text(&query, ":yes_0", item->yes[0]);
		query_text(&query, ":yes_1", item->yes[1]);
		query_text(&query, ":dissent", item->dissent);
		query_int(&query, ":private", item->private);
		query_text(&query, ":dropped", item->dropped);
		query_text(&query, ":carried_session", item->carried_session);
		query_int(&query, ":carried_item", item->carried_item);
		query_int(&query, ":carried", item->carried);
		if (done(&query) != 0)
			return -1;
	}
	return 0;
}
