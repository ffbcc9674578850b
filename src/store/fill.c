/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a whole session at once, as it is in memory; it has no past. */
#include "base/date.h"
#include "store/apply.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/load.h"
#include "store/statement.h"
#include "store/store.h"
#include "store/write.h"

int store_past(struct store *store, bool kept, struct err *err)
{
	return journal_listen(store, kept, err);
}

static int fill_step(struct store *store, const struct session *session, const struct progress *progress,
	struct err *err)
{
	const struct round_of of = { session->id, progress->step->key, progress->round };

	if (progress->state != STEP_WAITING) {
		struct query query = query_session(store, SQL_STEP_SET_STATE, session->id, err);

		query_text(&query, ":step", progress->step->key);
		query_text(&query, ":value", step_state_name(progress->state));
		if (query_run(&query) < 0)
			return -1;
	}
	if (write_ballots(store, &of, progress->ballots, progress->ballot_count, err) != 0)
		return -1;
	return write_voted(store, &of, progress->voted, progress->voted_count, err);
}

static int fill_steps(struct store *store, const struct session *session, struct err *err)
{
	for (size_t i = 0; i < session->step_count; i++)
		if (fill_step(store, session, &session->steps[i], err) != 0)
			return -1;
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
static int fill(struct store *store, const struct session *session, struct err *err)
{
	if (write_people(store, session->id, session->people, session->person_count, err) != 0 ||
	    fill_steps(store, session, err) != 0 ||
	    write_rows(store, session->id, session->rows, session->row_count, err) != 0 ||
	    write_ratings(store, session->id, session->ratings, session->rating_count, err) != 0 ||
	    write_items(store, session->id, session->items, session->item_count, err) != 0)
		return -1;
	return fill_head(store, session, err);
}

int store_fill(struct store *store, const struct session *session, struct err *err)
{
	if (store_begin(store, __func__, err) != 0)
		return -1;
	return transaction_end(store, __func__, fill(store, session, err), err);
}
