/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search: what was said in all sessions, by its words. */
#ifndef ACCORD_STORE_SEARCH_H
#define ACCORD_STORE_SEARCH_H

#include "base/err.h"
#include "model/hit.h"
#include "store/store.h"

/*
 * What was typed, see search_query, in all sessions, or in one of them where session is not NULL. The newest sessions
 * first, then questions; so many at most. hits is for hits_release. 0 or -1.
 */
int store_search(struct store *store, const char *typed, const char *session, size_t limit, struct hits *hits,
	struct err *err);
/* The newest session that asked a question of a bank, however old: 1, 0 where there is none, -1. */
int store_asked(struct store *store, const struct hit *hit, char id[SESSION_ID_LENGTH + 1], struct err *err);
/*
 * Makes the index anew after an error if it was the index that is damaged: empty, with all sessions stale. Not more than
 * once in the life of a store. 1 when it was done, 0 where that was not it, -1.
 */
int store_heal_search(struct store *store, struct err *err);

#endif
