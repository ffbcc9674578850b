/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions that follow each other: what one knows of those before and after it. */
#include "store/store.h"

#include "base/date.h"
#include "base/mem.h"
#include "store/load.h"
#include "store/statement.h"

#include <stdlib.h>
#include <string.h>

static struct item *find_item(struct session *session, int id)
{
	for (size_t i = 0; i < session->item_count; i++)
		if (session->items[i].id == id)
			return &session->items[i];
	return NULL;
}

int load_follows(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_FOLLOWS, session->id, err);
	int got;

	mem_set(&session->follows_title, "");
	session->follows_date = DAY_NONE;
	while ((got = query_next(&query)) == 1) {
		int id = (int)query_get(&query, 0, 0, INT32_MAX);
		struct item *item = id ? find_item(session, id) : NULL;

		if (id == 0) {
			free(session->follows_title);
			session->follows_title = query_get_line(&query, 1);
			session->follows_date = query_get_day(&query, 2);
		} else if (item) {
			item->from_date = query_get_day(&query, 2);
			item->from_due = query_get_day(&query, 3);
		}
	}
	return got;
}

int load_later(struct store *store, struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_LATER, session->id, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		struct item *item = find_item(session, (int)query_get(&query, 0, 0, INT32_MAX));

		if (!item)
			continue;
		/* Those that come later are further on. */
		free(item->later.session);
		free(item->later.dropped);
		item->later = (struct later){
			.session = query_get_line(&query, 1),
			.item = (int)query_get(&query, 2, 1, INT32_MAX),
			.date = query_get_day(&query, 3),
			.due = query_get_day(&query, 4),
			.done = query_get(&query, 5, 0, 1) == 1,
			.dropped = query_get_text(&query, 6),
		};
	}
	return got;
}

int store_followers(struct store *store, const char *id, struct session_link **links, size_t *count, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_FOLLOWERS, id, err);
	size_t capacity = 0;
	int got;

	*links = NULL;
	*count = 0;
	while ((got = query_next(&query)) == 1) {
		struct session_link *link;

		*links = mem_grow(*links, &capacity, *count, sizeof **links);
		link = &(*links)[(*count)++];
		*link = (struct session_link){
			.title = query_get_line(&query, 1),
			.date = query_get_day(&query, 2),
			.state = (enum session_state)query_get_name(&query, 3, session_state_parse),
			.halt = (enum session_halt)query_get_name(&query, 4, session_halt_parse),
		};
		strncat(link->id, query_peek(&query, 0), SESSION_ID_LENGTH);
	}
	if (got == 0)
		return 0;
	for (size_t i = 0; i < *count; i++)
		free((*links)[i].title);
	free(*links);
	*links = NULL;
	*count = 0;
	return -1;
}

int store_unsettled(struct store *store, const struct session *session, int *count, struct err *err)
{
	struct query query = query_session(store, SQL_ACTIONS_UNSETTLED, session->id, err);
	int64_t open;

	if (query_value(&query, 0, &open) != 0)
		return -1;
	*count = open > INT32_MAX ? INT32_MAX : (int)open;
	return 0;
}
