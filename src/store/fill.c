/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a whole session at once, as it is in memory; it has no past. */
#include "base/date.h"
#include "base/random.h"
#include "store/apply.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/load.h"
#include "store/statement.h"
#include "store/store.h"

#include <string.h>

#define BALLOT_ID_LENGTH 16

int store_past(struct store *store, bool kept, struct err *err)
{
	return journal_listen(store, kept, err);
}

static int fill_people(struct store *store, const struct session *session, struct err *err)
{
	for (size_t i = 0; i < session->person_count; i++) {
		const struct person *person = &session->people[i];
		struct query query = query_session(store, SQL_PERSON_ADD, session->id, err);

		query_int(&query, ":id", person->id);
		query_text(&query, ":name", person->name);
		query_text(&query, ":role", person->role);
		query_int(&query, ":side", person->side);
		if (query_run(&query) < 0)
			return -1;
	}
	return 0;
}

static struct query step_query(struct store *store, enum sql sql, const struct session *session,
	const struct progress *progress, struct err *err)
{
	struct query query = query_session(store, sql, session->id, err);

	query_text(&query, ":step", progress->step->key);
	return query;
}

static int fill_ballot(struct store *store, const struct session *session, const struct progress *progress,
	const struct ballot *ballot, struct err *err)
{
	struct query query = step_query(store, SQL_BALLOT_ADD, session, progress, err);
	char id[BALLOT_ID_LENGTH + 1];

	random_id(NULL, id, BALLOT_ID_LENGTH);
	query_int(&query, ":round", progress->round);
	query_text(&query, ":id", id);
	if (ballot->side != SIDE_NONE)
		query_int(&query, ":side", ballot->side);
	if (ballot->person)
		query_int(&query, ":person", ballot->person);
	query_text(&query, ":own", ballot->answers[OWN]);
	query_text(&query, ":prediction", ballot->answers[PREDICTION]);
	return query_run(&query) < 0 ? -1 : 0;
}

static int fill_voter(struct store *store, const struct session *session, const struct progress *progress,
	const struct voter *voter, struct err *err)
{
	struct query query = step_query(store, SQL_VOTED_FILL, session, progress, err);

	query_int(&query, ":round", progress->round);
	query_int(&query, ":person", voter->person);
	query_int(&query, ":own", voter->gave[OWN]);
	query_int(&query, ":prediction", voter->gave[PREDICTION]);
	return query_run(&query) < 0 ? -1 : 0;
}

static int fill_step(struct store *store, const struct session *session, const struct progress *progress,
	struct err *err)
{
	if (progress->state != STEP_WAITING) {
		struct query query = step_query(store, SQL_STEP_SET_STATE, session, progress, err);

		query_text(&query, ":value", step_state_name(progress->state));
		if (query_run(&query) < 0)
			return -1;
	}
	for (size_t i = 0; i < progress->ballot_count; i++)
		if (fill_ballot(store, session, progress, &progress->ballots[i], err) != 0)
			return -1;
	for (size_t i = 0; i < progress->voted_count; i++)
		if (fill_voter(store, session, progress, &progress->voted[i], err) != 0)
			return -1;
	return 0;
}

static int fill_steps(struct store *store, const struct session *session, struct err *err)
{
	for (size_t i = 0; i < session->step_count; i++)
		if (fill_step(store, session, &session->steps[i], err) != 0)
			return -1;
	return 0;
}

static int fill_row(struct store *store, const struct session *session, const struct row *row, int position,
	struct err *err)
{
	struct query query = query_session(store, SQL_ROW_ADD, session->id, err);

	query_int(&query, ":id", row->id);
	query_text(&query, ":step", row->step);
	query_int(&query, ":position", position);
	if (query_run(&query) < 0)
		return -1;
	for (size_t i = 0; i < row->cell_count; i++) {
		query = query_session(store, SQL_CELL_FILL, session->id, err);
		query_int(&query, ":id", row->id);
		query_text(&query, ":column", row->cells[i].column);
		query_text(&query, ":value", row->cells[i].value);
		if (query_run(&query) < 0)
			return -1;
	}
	return 0;
}

/* Those of one register stand together. */
static int fill_rows(struct store *store, const struct session *session, struct err *err)
{
	int position = 0;

	for (size_t i = 0; i < session->row_count; i++) {
		if (i > 0 && strcmp(session->rows[i].step, session->rows[i - 1].step) != 0)
			position = 0;
		if (fill_row(store, session, &session->rows[i], position++, err) != 0)
			return -1;
	}
	return 0;
}

static int fill_ratings(struct store *store, const struct session *session, struct err *err)
{
	for (size_t i = 0; i < session->rating_count; i++) {
		const struct rating *rating = &session->ratings[i];
		struct query query = query_session(store, SQL_RATING_FILL, session->id, err);

		query_text(&query, ":step", rating->step);
		query_int(&query, ":a", rating->row_a);
		query_int(&query, ":b", rating->row_b);
		query_int(&query, ":side", rating->side);
		query_int(&query, ":value", rating->value);
		if (query_run(&query) < 0)
			return -1;
	}
	return 0;
}

static int fill_items(struct store *store, const struct session *session, struct err *err)
{
	for (size_t i = 0; i < session->item_count; i++) {
		const struct item *item = &session->items[i];
		struct query query = query_session(store, SQL_ITEM_FILL, session->id, err);

		query_int(&query, ":id", item->id);
		query_text(&query, ":kind", item_kind_name(item->kind));
		query_text(&query, ":step", item->step);
		query_text(&query, ":text", item->text);
		query_text(&query, ":owner", item->owner);
		query_day(&query, ":due", item->due);
		query_int(&query, ":done", item->done);
		query_int(&query, ":now", item->created);
		query_text(&query, ":yes_0", item->yes[0]);
		query_text(&query, ":yes_1", item->yes[1]);
		query_text(&query, ":dissent", item->dissent);
		if (query_run(&query) < 0)
			return -1;
	}
	return 0;
}

static int fill_head(struct store *store, const struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_STATE, session->id, err);

	query_text(&query, ":value", session_state_name(session->state));
	if (query_run(&query) < 0)
		return -1;
	query = query_session(store, SQL_SESSION_TOUCH, session->id, err);
	query_int(&query, ":now", clock_now());
	if (query_run(&query) < 0)
		return -1;
	return apply_sitting(store, session->id, err);
}

/* People before answers, rows before their cells and ratings; the head counts all of them. */
static int (*const fillers[])(struct store *store, const struct session *session, struct err *err) = {
	fill_people, fill_steps, fill_rows, fill_ratings, fill_items, fill_head,
};

int store_fill(struct store *store, const struct session *session, struct err *err)
{
	int result = store_begin(store, __func__, err);

	if (result != 0)
		return -1;
	for (size_t i = 0; result == 0 && i < COUNT_OF(fillers); i++)
		result = fillers[i](store, session, err);
	return transaction_end(store, __func__, result, err);
}
