/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is worked out of sessions, for the list of all of them and for search. */
#include "store/database.h"
#include "store/search-index.h"
#include "store/statement.h"
#include "store/store.h"

#include <string.h>

int store_stale(struct store *store, char id[SESSION_ID_LENGTH + 1], struct err *err)
{
	struct query query;
	int got;

	id[0] = '\0';
	/* Nothing is worked out of what is only in part in sight. */
	if (store->hides)
		return 0;
	query = query_start(store, SQL_SESSION_STALE, err);
	got = query_next(&query);
	if (got == 1) {
		strncat(id, query_peek(&query, 0), SESSION_ID_LENGTH);
		query_end(&query);
	}
	return got;
}

static void bind_bound(struct query *query, const char *name, int value)
{
	if (value < 0)
		query_null(query, name);
	else
		query_int(query, name, value);
}

int store_keep_derived(struct store *store, const struct session *session, const struct derived *derived, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_DERIVED, session->id, err);

	bind_bound(&query, ":low", derived->harmony_low);
	bind_bound(&query, ":high", derived->harmony_high);
	if (query_run(&query) < 0)
		return -1;
	return search_keep(store, session, &derived->mentions, err);
}

int store_skip_derived(struct store *store, const char *id, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_DERIVED, id, err);

	return query_run(&query) < 0 ? -1 : 0;
}

int store_count_stale(struct store *store, int64_t *count, struct err *err)
{
	struct query query = query_start(store, SQL_SESSIONS_COUNT_STALE, err);

	return query_value(&query, 0, count);
}
