/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reveals that are taken back. That one was is no change: it outlives its undo, and is not undone with what came before. */
#include "store/retract.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "model/session.h"
#include "store/apply.h"
#include "store/statement.h"

#include <stdlib.h>

struct round {
	char *step;
	int number;
};

struct rounds {
	struct round *items;
	size_t count, capacity;
};

static void rounds_release(struct rounds *rounds)
{
	for (size_t i = 0; i < rounds->count; i++)
		free(rounds->items[i].step);
	free(rounds->items);
}

static int read_hidden(struct store *store, struct rounds *rounds, struct err *err)
{
	struct query query = query_start(store, SQL_PENDING_HIDDEN, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		rounds->items = mem_grow(rounds->items, &rounds->capacity, rounds->count, sizeof *rounds->items);
		rounds->items[rounds->count++] = (struct round){
			.step = mem_strdup(query_peek(&query, 0)),
			.number = (int)query_get(&query, 1, 1, INT32_MAX),
		};
	}
	return got;
}

static struct query round_query(struct store *store, enum sql sql, const struct session *session,
	const struct round *round, struct err *err)
{
	struct query query = query_session(store, sql, session->id, err);

	query_text(&query, ":step", round->step);
	query_int(&query, ":round", round->number);
	return query;
}

/* Whether the reveal showed anybody's answer. */
static int was_seen(struct store *store, const struct session *session, const struct round *round, bool *seen,
	struct err *err)
{
	struct query query;
	bool anonymous;
	int64_t most, least;

	if (apply_is_anonymous(store, session, round->step, &anonymous, err) != 0)
		return -1;
	query = round_query(store, SQL_ROUND_ANSWERS, session, round, err);
	if (query_next(&query) < 1)
		return -1;
	most = query_get(&query, 0, 0, INT32_MAX);
	least = query_get(&query, 1, 1, INT32_MAX);
	*seen = most >= (anonymous ? least : 1);
	return query_next(&query);
}

static int note(struct store *store, const struct session *session, const struct round *round, struct err *err)
{
	struct query query;
	bool seen;

	if (was_seen(store, session, round, &seen, err) != 0)
		return -1;
	if (!seen)
		return 0;
	query = round_query(store, SQL_RETRACTION_ADD, session, round, err);
	return query_run(&query) < 0 ? -1 : 0;
}

int retract_note(struct store *store, const struct session *session, struct err *err)
{
	struct rounds rounds = { 0 };
	int result = read_hidden(store, &rounds, err);

	for (size_t i = 0; result == 0 && i < rounds.count; i++)
		result = note(store, session, &rounds.items[i], err);
	rounds_release(&rounds);
	return result;
}

/* The first step of a query, for free(); NULL where there is none. 0 or -1. */
static int first_step(struct query *query, char **step)
{
	int got = query_next(query);

	*step = NULL;
	if (got < 1)
		return got;
	*step = mem_strdup(query_peek(query, 0));
	query_end(query);
	return 0;
}

static int check_frozen(struct store *store, const struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_PENDING_FROZEN, session->id, err);
	bool anonymous = false;
	int got;

	while ((got = query_next(&query)) == 1) {
		char *step = mem_strdup(query_peek(&query, 0));

		if (apply_is_anonymous(store, session, step, &anonymous, err) != 0)
			got = -1;
		else if (anonymous)
			got = err_set(err, ERR_FAILED,
				_("the answers to '%s' carry no names and were seen: they stay until it is asked again"),
				step);
		free(step);
		if (got < 0) {
			query_end(&query);
			return -1;
		}
	}
	return got;
}

int retract_check(struct store *store, const struct session *session, struct err *err)
{
	struct query query;
	char *step;

	if (check_frozen(store, session, err) != 0)
		return -1;
	query = query_start(store, SQL_PENDING_REOPENED, err);
	if (first_step(&query, &step) != 0)
		return -1;
	if (!step)
		return 0;
	err_set(err, ERR_FAILED, _("somebody has answered '%s' anew: the result before stays as it is"), step);
	free(step);
	return -1;
}
