/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What modules took in earlier sessions, for planning the next one. */
#include "store/database.h"
#include "store/statement.h"
#include "store/store.h"

#include <stdlib.h>

int store_times(struct store *store, const struct session *session, struct module_time **times, size_t *count,
	struct err *err)
{
	struct query query = query_session(store, SQL_MODULE_TIMES, session->id, err);
	size_t capacity = 0;
	int got;

	*times = NULL;
	*count = 0;
	while ((got = query_next(&query)) == 1) {
		const struct module *module = bank_module(session->bank, query_peek(&query, 0));

		/* A bank may have changed since. */
		if (!module)
			continue;
		*times = mem_grow(*times, &capacity, *count, sizeof **times);
		(*times)[(*count)++] = (struct module_time){
			.module = module,
			.seconds = query_get(&query, 1, 0, INT64_MAX),
			.sessions = (int)query_get(&query, 2, 1, INT32_MAX),
		};
	}
	if (got == 0)
		return 0;
	free(*times);
	*times = NULL;
	*count = 0;
	return -1;
}
