/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an undo would take back, before it does. */
#include "store/statement.h"
#include "store/store.h"

#include <stdlib.h>

static int read_newest(struct store *store, const char *session, struct newest *newest, struct err *err)
{
	struct query query = query_session(store, SQL_CHANGE_NEWEST, session, err);
	int got = query_next(&query);

	if (got < 1)
		return got;
	newest->seq = query_get(&query, 0, INT64_MIN, INT64_MAX);
	newest->label = query_get_line(&query, 1);
	newest->apart = query_get(&query, 2, 0, 1) == 1;
	query_end(&query);
	return 0;
}

int store_newest(struct store *store, const struct session *session, struct newest *newest, struct err *err)
{
	struct query query;
	int64_t any;

	*newest = (struct newest){ 0 };
	if (read_newest(store, session->id, newest, err) != 0)
		return -1;
	query = query_session(store, SQL_BALLOT_LOOSE, session->id, err);
	if (query_value(&query, 0, &any) != 0) {
		free(newest->label);
		newest->label = NULL;
		return -1;
	}
	newest->loose = any != 0;
	return 0;
}
