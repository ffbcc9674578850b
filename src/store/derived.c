/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is worked out of sessions, for the list of all of them. */
#include "store/statement.h"
#include "store/store.h"

#include <string.h>

int store_stale(struct store *store, char id[SESSION_ID_LENGTH + 1], struct err *err)
{
	struct query query = query_start(store, SQL_SESSION_STALE, err);
	int got = query_next(&query);

	id[0] = '\0';
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
	return query_run(&query) < 0 ? -1 : 0;
}
