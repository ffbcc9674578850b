/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock of a session: who counts, and what is written down of it. */
#include "store/clock.h"

#include "base/mem.h"
#include "model/clock.h"
#include "store/database.h"
#include "store/load.h"
#include "store/statement.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

/* The clock as the database has it now, and the module whose time it counts; NULL for none. */
struct hand {
	char *owner;
	int64_t at;
	const struct module *module;
};

static int read_hand(struct store *store, const struct session *session, struct hand *hand, struct err *err)
{
	struct query query = query_session(store, SQL_CLOCK_GET, session->id, err);
	int got = query_next(&query);

	*hand = (struct hand){ .at = CLOCK_STANDS };
	if (got < 1)
		return got < 0 ? -1 : load_none(session->id, err);
	hand->owner = query_get_line(&query, 0);
	if (!query_is_null(&query, 1))
		hand->at = query_get(&query, 1, 0, INT64_MAX);
	bank_step(session->bank, query_peek(&query, 2), &hand->module);
	query_end(&query);
	return 0;
}

static int set_hand(struct store *store, struct session *session, const char *owner, int64_t at, struct err *err)
{
	struct query query = query_session(store, SQL_CLOCK_SET, session->id, err);

	query_text(&query, ":owner", owner);
	if (at == CLOCK_STANDS)
		query_null(&query, ":at");
	else
		query_int(&query, ":at", at);
	if (query_run(&query) < 0)
		return -1;
	mem_set(&session->clock_owner, owner);
	session->clock_at = at;
	return 0;
}

/* A module that is no longer on the agenda has no time. */
static int spend(struct store *store, struct session *session, const struct module *module, int64_t seconds,
	struct err *err)
{
	struct query query;

	if (!module || seconds <= 0)
		return 0;
	query = query_session(store, SQL_MODULE_SPEND, session->id, err);
	query_text(&query, ":module", module->id);
	query_int(&query, ":seconds", seconds);
	if (query_run(&query) < 0)
		return -1;
	for (size_t i = 0; i < session->module_count; i++)
		if (session->modules[i].module == module)
			session->modules[i].seconds += seconds;
	return 0;
}

static bool is_as_known(const struct hand *hand, const struct session *session)
{
	return hand->at == session->clock_at && strcmp(hand->owner, session->clock_owner) == 0;
}

static void learn(struct session *session, const struct hand *hand)
{
	mem_set(&session->clock_owner, hand->owner);
	session->clock_at = hand->at;
}

static int take(struct store *store, struct session *session, const char *owner, int64_t wall, struct err *err)
{
	struct hand hand;
	int result = read_hand(store, session, &hand, err);

	if (result != 0)
		return -1;
	learn(session, &hand);
	if (clock_is_free(session, wall)) {
		/* What everybody has seen on the clock of somebody who is gone counts. */
		result = spend(store, session, hand.module, clock_running(session, wall) / 1000, err);
		if (result == 0)
			result = set_hand(store, session, owner, wall, err) == 0 ? 1 : -1;
	}
	free(hand.owner);
	return result;
}

static int write_down(struct store *store, struct session *session, int64_t ran, int64_t wall, bool stops,
	struct err *err)
{
	struct hand hand;
	int result = read_hand(store, session, &hand, err);

	if (result != 0)
		return -1;
	if (!is_as_known(&hand, session)) {
		learn(session, &hand);
	} else {
		result = spend(store, session, hand.module, ran / 1000, err);
		if (result == 0)
			result = set_hand(store, session, stops ? "" : hand.owner,
				stops ? CLOCK_STANDS : wall - ran % 1000, err);
		result = result == 0 ? 1 : -1;
	}
	free(hand.owner);
	return result;
}

int store_clock_take(struct store *store, struct session *session, const char *owner, int64_t wall, struct err *err)
{
	if (store_begin(store, __func__, err) != 0)
		return -1;
	return transaction_end(store, __func__, take(store, session, owner, wall, err), err);
}

int store_clock_write(struct store *store, struct session *session, int64_t ran, int64_t wall, struct err *err)
{
	if (store_begin(store, __func__, err) != 0)
		return -1;
	return transaction_end(store, __func__, write_down(store, session, ran, wall, false, err), err);
}

int store_clock_stop(struct store *store, struct session *session, int64_t ran, int64_t wall, struct err *err)
{
	if (store_begin(store, __func__, err) != 0)
		return -1;
	return transaction_end(store, __func__, write_down(store, session, ran, wall, true, err), err);
}

int clock_leave_place(struct store *store, struct session *session, const char *step, int64_t wall, struct err *err)
{
	const struct module *next = NULL;
	struct hand hand;
	int64_t seconds;
	int result = read_hand(store, session, &hand, err);

	if (result != 0)
		return -1;
	bank_step(session->bank, step, &next);
	if (hand.at != CLOCK_STANDS && hand.module != next) {
		seconds = clock_passed(hand.at, wall) / 1000;
		result = spend(store, session, hand.module, seconds, err);
		/* Parts of a second go along; a clock that was set, or has stood, goes on from now. */
		if (result == 0)
			result = set_hand(store, session, hand.owner,
				wall >= hand.at && wall - hand.at < CLOCK_LIMIT ? hand.at + seconds * 1000 : wall, err);
	}
	free(hand.owner);
	return result;
}
