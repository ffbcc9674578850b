/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of answers that are given beside whoever leads. */
#include "store/database.h"
#include "store/statement.h"
#include "store/store.h"

int store_left(const struct store *store)
{
	return store->left;
}

int store_slip(struct store *store, const struct session *session, const struct progress *progress, int person,
	char *answers[WHICH_COUNT], struct err *err)
{
	struct query query = query_session(store, SQL_BALLOT_OF_LINK, session->id, err);
	int got;

	query_text(&query, ":step", progress->step->key);
	query_int(&query, ":round", progress->round);
	query_int(&query, ":person", person);
	got = query_next(&query);
	for (int which = 0; which < WHICH_COUNT; which++)
		answers[which] = got == 1 ? query_get_raw(&query, 1 + which) : NULL;
	if (got == 1)
		query_end(&query);
	return got;
}
