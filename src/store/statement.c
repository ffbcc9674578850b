/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a statement is run. */
#include "store/statement.h"

#include "base/date.h"
#include "base/text.h"
#include "store/database.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sqlite3_stmt *prepared(struct store *store, enum sql sql, struct err *err)
{
	if (!store->statements[sql] &&
	    sqlite3_prepare_v3(store->db, sql_text(sql), -1, SQLITE_PREPARE_PERSISTENT,
		    &store->statements[sql], NULL) != SQLITE_OK)
		store_fail(store, err);
	return store->statements[sql];
}

int statements_check(struct store *store, struct err *err)
{
	for (int i = 0; i < SQL_COUNT; i++)
		if (!prepared(store, (enum sql)i, err))
			return -1;
	return 0;
}

void statements_release(struct store *store)
{
	for (int i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(store->statements[i]);
}

struct query query_of(struct store *store, struct sqlite3_stmt *statement, struct err *err)
{
	if (statement && sqlite3_stmt_busy(statement)) {
		fprintf(stderr, "accord: a statement is used within itself: %s\n",
			sqlite3_sql(statement));
		abort();
	}
	return (struct query){ .store = store, .statement = statement, .err = err };
}

struct query query_start(struct store *store, enum sql sql, struct err *err)
{
	return query_of(store, prepared(store, sql, err), err);
}

struct query query_session(struct store *store, enum sql sql, const char *session, struct err *err)
{
	struct query query = query_start(store, sql, err);

	query_text(&query, ":session", session);
	return query;
}

/* A parameter that is not there is a mistake of ours, and so is binding one at the wrong time. */
static int parameter(const struct query *query, const char *name)
{
	int index = sqlite3_bind_parameter_index(query->statement, name);

	if (index > 0)
		return index;
	fprintf(stderr, "accord: no parameter '%s': %s\n", name, sqlite3_sql(query->statement));
	abort();
}

static void bound(const struct query *query, int code)
{
	if (code == SQLITE_OK)
		return;
	fprintf(stderr, "accord: %s: %s\n", sqlite3_errstr(code), sqlite3_sql(query->statement));
	abort();
}

void query_text(struct query *query, const char *name, const char *value)
{
	if (query->statement)
		bound(query, sqlite3_bind_text(query->statement, parameter(query, name), value, -1,
				     SQLITE_STATIC));
}

void query_int(struct query *query, const char *name, int64_t value)
{
	if (query->statement)
		bound(query, sqlite3_bind_int64(query->statement, parameter(query, name), value));
}

void query_null(struct query *query, const char *name)
{
	query_text(query, name, NULL);
}

void query_day(struct query *query, const char *name, int day)
{
	if (day == DAY_NONE)
		query_null(query, name);
	else
		query_int(query, name, day);
}

void query_end(struct query *query)
{
	if (!query->statement)
		return;
	sqlite3_reset(query->statement);
	sqlite3_clear_bindings(query->statement);
}

int query_next(struct query *query)
{
	int code, result;

	if (!query->statement)
		return -1;
	if (query->damaged) {
		query_end(query);
		return store_damaged(query->store, query->err);
	}
	code = sqlite3_step(query->statement);
	if (code == SQLITE_ROW)
		return 1;
	result = code == SQLITE_DONE ? 0 : store_fail(query->store, query->err);
	query_end(query);
	return result;
}

int query_run(struct query *query)
{
	int got;

	while ((got = query_next(query)) == 1)
		;
	return got < 0 ? -1 : sqlite3_changes(query->store->db);
}

int query_value(struct query *query, int64_t fallback, int64_t *value)
{
	int got = query_next(query);

	*value = fallback;
	if (got < 1)
		return got;
	if (sqlite3_column_type(query->statement, 0) != SQLITE_NULL)
		*value = sqlite3_column_int64(query->statement, 0);
	query_end(query);
	return 0;
}

int64_t query_get(struct query *query, int column, int64_t lowest, int64_t highest)
{
	int64_t value = sqlite3_column_int64(query->statement, column);

	if (value >= lowest && value <= highest)
		return value;
	query->damaged = true;
	return lowest;
}

int query_get_day(struct query *query, int column)
{
	if (sqlite3_column_type(query->statement, column) == SQLITE_NULL)
		return DAY_NONE;
	return (int)query_get(query, column, date_from_civil(1900, 1, 1), date_from_civil(2999, 12,
		31));
}

const char *query_peek(struct query *query, int column)
{
	const void *text = sqlite3_column_text(query->statement, column);

	return text ? text : "";
}

bool query_is_null(struct query *query, int column)
{
	return sqlite3_column_type(query->statement, column) == SQLITE_NULL;
}

char *query_get_raw(struct query *query, int column)
{
	const void *text = sqlite3_column_text(query->statement, column);

	return text ? mem_strdup(text) : NULL;
}

int query_get_name(struct query *query, int column, int (*parse)(const char *name))
{
	int value = parse(query_peek(query, column));

	if (value >= 0)
		return value;
	query->damaged = true;
	return 0;
}

/* The file may be somebody else's. Nearly every text is plain ASCII, which needs no second look. */
static char *harmless(const char *text, bool newlines_allowed)
{
	for (const char *p = text; *p; p++)
		if (*p < 0x20 || *p > 0x7e)
			return text_visible(text, newlines_allowed);
	return mem_strdup(text);
}

char *query_get_line(struct query *query, int column)
{
	return harmless(query_peek(query, column), false);
}

char *query_get_text(struct query *query, int column)
{
	return harmless(query_peek(query, column), true);
}

char *query_get_answer(struct query *query, int column)
{
	return query_is_null(query, column) ? NULL : query_get_text(query, column);
}
