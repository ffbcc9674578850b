/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed a session how often: what tells the newer one of two copies. */
#include "store/apply.h"
#include "store/database.h"
#include "store/statement.h"

int apply_sitting(struct store *store, const char *id, struct err *err)
{
	struct query query = query_session(store, SQL_SITTING_ADD, id, err);

	query_text(&query, ":token", store->sitting);
	return query_run(&query) < 0 ? -1 : 0;
}
