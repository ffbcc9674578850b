/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look at a session beside the list of all: a few small queries, and nothing of its bank. */
#include "store/store.h"

#include "base/date.h"
#include "base/mem.h"
#include "store/statement.h"

#include <stdlib.h>

static int read_people(struct store *store, const char *id, struct glance *glance, struct err *err)
{
	struct query query = query_session(store, SQL_LOAD_PEOPLE, id, err);
	size_t capacity = 0;
	int got;

	while ((got = query_next(&query)) == 1) {
		glance->people = mem_grow(glance->people, &capacity, glance->person_count, sizeof *glance->people);
		glance->people[glance->person_count++] = (struct glance_person){
			.name = query_get_line(&query, 1),
			.side = (int)query_get(&query, 3, 0, SIDES - 1),
		};
	}
	return got;
}

static int read_modules(struct store *store, const char *id, struct glance *glance, struct err *err)
{
	struct query query = query_session(store, SQL_GLANCE_MODULES, id, err);
	size_t capacity = 0;
	int got;

	while ((got = query_next(&query)) == 1) {
		glance->modules = mem_grow(glance->modules, &capacity, glance->module_count, sizeof *glance->modules);
		glance->modules[glance->module_count++] = (struct glance_module){
			.id = query_get_line(&query, 0),
			.minutes = (int)query_get(&query, 1, 0, INT32_MAX),
		};
	}
	return got;
}

static int read_actions(struct store *store, const char *id, struct glance *glance, struct err *err)
{
	struct query query = query_session(store, SQL_GLANCE_ACTIONS, id, err);
	size_t capacity = 0;
	int got;

	while ((got = query_next(&query)) == 1) {
		glance->actions = mem_grow(glance->actions, &capacity, glance->action_count, sizeof *glance->actions);
		glance->actions[glance->action_count++] = (struct glance_action){
			.id = (int)query_get(&query, 0, 1, INT32_MAX),
			.text = query_get_line(&query, 1),
			.owner = query_get_line(&query, 2),
			.due = query_get_day(&query, 3),
		};
	}
	return got;
}

static int read_followed(struct store *store, const char *id, struct glance *glance, struct err *err)
{
	struct query query = query_session(store, SQL_GLANCE_FOLLOWED, id, err);
	int got = query_next(&query);

	if (got < 1)
		return got;
	glance->followed_title = query_get_line(&query, 0);
	glance->followed_date = query_get_day(&query, 1);
	return query_next(&query);
}

int store_glance(struct store *store, const char *id, struct glance *glance, struct err *err)
{
	*glance = (struct glance){ .followed_date = DAY_NONE };
	if (read_people(store, id, glance, err) == 0 && read_modules(store, id, glance, err) == 0 &&
	    read_actions(store, id, glance, err) == 0 && read_followed(store, id, glance, err) == 0 &&
	    store_followers(store, id, &glance->followers, &glance->follower_count, err) == 0)
		return 0;
	glance_release(glance);
	return -1;
}

void glance_release(struct glance *glance)
{
	for (size_t i = 0; i < glance->person_count; i++)
		free(glance->people[i].name);
	for (size_t i = 0; i < glance->module_count; i++)
		free(glance->modules[i].id);
	for (size_t i = 0; i < glance->action_count; i++) {
		free(glance->actions[i].text);
		free(glance->actions[i].owner);
	}
	for (size_t i = 0; i < glance->follower_count; i++)
		free(glance->followers[i].title);
	free(glance->people);
	free(glance->modules);
	free(glance->actions);
	free(glance->followers);
	free(glance->followed_title);
	*glance = (struct glance){ 0 };
}
