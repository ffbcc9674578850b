/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forgetting what could be undone. */
#include "store/journal.h"
#include "store/statement.h"
#include "store/store.h"

int store_forget(struct store *store, const struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_CHANGE_LIMIT, session->id, err);

	query_int(&query, ":seq", INT64_MAX);
	if (query_run(&query) < 0)
		return -1;
	return journal_forget(store, session->id, err);
}
