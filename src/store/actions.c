/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of all sessions. */
#include "store/store.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "store/statement.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The session of the row: the last one, as most rows come by session, or else a new one. */
static const struct action_session *session_of(struct action_list *list, size_t first, struct query *query)
{
	struct action_session *session;

	if (list->session_count > first &&
		strcmp(list->sessions[list->session_count - 1]->id, query_peek(query, 0)) == 0)
		return list->sessions[list->session_count - 1];
	session = mem_zalloc(1, sizeof *session);
	session->id = query_get_line(query, 0);
	session->title = query_get_line(query, 1);
	session->organisation = query_get_line(query, 2);
	session->date = query_get_day(query, 3);
	session->state = (enum session_state)query_get_name(query, 4, session_state_parse);
	list->sessions = mem_grow(list->sessions, &list->session_capacity, list->session_count, sizeof *list->sessions);
	list->sessions[list->session_count++] = session;
	return session;
}

static void read_head(const struct action_session *session, struct query *query, struct action_head *head)
{
	bool done = query_get(query, 9, 0, 1) == 1;

	*head = (struct action_head){
		.session = session,
		.item = (int)query_get(query, 5, 1, INT32_MAX),
		.text = query_get_text(query, 6),
		.owner = query_get_line(query, 7),
		.due = query_get_day(query, 8),
		.dropped = query_get_text(query, 10),
		.step = query_get_line(query, 11),
		.carried = (int)query_get(query, 12, 0, INT32_MAX),
		.from = query_get_line(query, 13),
		.into = query_get_line(query, 14),
		.created = query_get(query, 15, INT64_MIN, INT64_MAX),
	};
	head->state = done ? ACTION_DONE : head->dropped[0] ? ACTION_DROPPED : head->into[0] ? ACTION_CARRIED : ACTION_OPEN;
}

/* Adds the row of the query. */
static void add(struct action_list *list, size_t first, struct query *query)
{
	list->items = mem_grow(list->items, &list->capacity, list->count, sizeof *list->items);
	read_head(session_of(list, first, query), query, &list->items[list->count]);
	list->count++;
}

/* Adds all rows of the query. */
static int add_all(struct action_list *list, struct query *query)
{
	size_t first = list->session_count;
	int got;

	while ((got = query_next(query)) == 1)
		add(list, first, query);
	return got;
}

int store_actions(struct store *store, const struct action_filter *filter, struct action_list *list, struct err *err)
{
	enum sql sql = filter->session ? SQL_ACTIONS_OF : filter->all ? SQL_ACTIONS_ALL : SQL_ACTIONS_OPEN;
	struct query query = query_start(store, sql, err);
	size_t kept = list->count;
	int got;

	if (filter->session)
		query_text(&query, ":session", filter->session);
	else
		query_int(&query, ":after", 0);
	got = add_all(list, &query);
	for (size_t i = kept; i < list->count; i++)
		if (filter->all || list->items[i].state == ACTION_OPEN)
			list->items[kept++] = list->items[i];
		else
			action_head_release(&list->items[i]);
	list->count = kept;
	return got;
}

int store_actions_part(struct store *store, bool all, size_t most, int64_t *after, struct action_list *list,
	struct err *err)
{
	struct query query = query_start(store, all ? SQL_ACTIONS_ALL : SQL_ACTIONS_OPEN, err);
	size_t first = list->session_count, had = list->count;
	int got;

	query_int(&query, ":after", *after);
	while ((got = query_next(&query)) == 1) {
		int64_t number = query_get(&query, 16, 1, INT64_MAX);

		if (list->count - had >= most && number != *after && !query.damaged) {
			query_end(&query);
			return 1;
		}
		add(list, first, &query);
		*after = number;
	}
	return got;
}

int store_actions_due(struct store *store, size_t most, struct action_list *list, struct err *err)
{
	struct query query = query_start(store, SQL_ACTIONS_DUE, err);

	query_int(&query, ":limit", (int64_t)most);
	return add_all(list, &query);
}

int store_action_ref(struct store *store, const char *ref, char id[SESSION_ID_LENGTH + 1], int *item, struct err *err)
{
	const char *slash = strchr(ref, '/');
	char *session, *end;
	long number;
	int result;

	id[0] = '\0';
	*item = 0;
	errno = 0;
	number = slash && slash[1] >= '0' && slash[1] <= '9' ? strtol(slash + 1, &end, 10) : 0;
	if (number < 1 || number > INT32_MAX || errno || *end)
		return err_set(err, ERR_USAGE,
			_("'%s' names no action: write SESSION/NUMBER, as 'accord actions' lists them"), ref);
	session = mem_strndup(ref, (size_t)(slash - ref));
	result = store_resolve(store, session, id, err);
	free(session);
	*item = (int)number;
	return result;
}
