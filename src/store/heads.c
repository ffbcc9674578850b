/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists show of sessions, without loading them. */
#include "store/store.h"

#include "base/mem.h"
#include "store/statement.h"

#include <stdlib.h>

static int read_heads(struct query *query, int today, struct session_head **heads, size_t *count)
{
	size_t capacity = 0;
	int got;

	*heads = NULL;
	*count = 0;
	query_int(query, ":today", today);
	while ((got = query_next(query)) == 1) {
		*heads = mem_grow(*heads, &capacity, *count, sizeof **heads);
		(*heads)[(*count)++] = (struct session_head){
			.id = query_get_line(query, 0),
			.title = query_get_line(query, 1),
			.organisation = query_get_line(query, 2),
			.facilitator = query_get_line(query, 3),
			.bank_title = query_get_line(query, 4),
			.date = query_get_day(query, 5),
			.state = (enum session_state)query_get_name(query, 6, session_state_parse),
			.people = (int)query_get(query, 7, 0, INT32_MAX),
			.actions_open = (int)query_get(query, 8, 0, INT32_MAX),
			.actions_overdue = (int)query_get(query, 9, 0, INT32_MAX),
			.changed = query_get(query, 10, INT64_MIN, INT64_MAX),
			.halt = (enum session_halt)query_get_name(query, 11, session_halt_parse),
			.follows = query_get_line(query, 12),
			.harmony_low = query_is_null(query, 13) ? -1 : (int)query_get(query, 13, 0, 100),
			.harmony_high = query_is_null(query, 14) ? -1 : (int)query_get(query, 14, 0, 100),
			.stale = query_get(query, 15, 0, 1) == 1,
			.number = query_get(query, 16, INT64_MIN, INT64_MAX),
		};
	}
	if (got == 0)
		return 0;
	for (size_t i = 0; i < *count; i++)
		session_head_release(&(*heads)[i]);
	free(*heads);
	*heads = NULL;
	*count = 0;
	return -1;
}

int store_heads(struct store *store, int today, struct session_head **heads, size_t *count, struct err *err)
{
	struct query query = query_start(store, SQL_SESSION_HEADS, err);

	return read_heads(&query, today, heads, count);
}

int store_heads_changed(struct store *store, int today, int64_t since, const char *id, struct session_head **heads,
	size_t *count, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_HEADS_CHANGED, id ? id : "", err);

	query_int(&query, ":since", since);
	return read_heads(&query, today, heads, count);
}
