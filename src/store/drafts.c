/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is being typed, kept until it is saved or left. */
#include "store/store.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "store/apply.h"
#include "store/statement.h"

#include <stdlib.h>
#include <string.h>

#define DRAFT_LIMIT (16 * CHANGE_TEXT_MOST) /* a form has several fields */

int store_draft_save(struct store *store, const char *session, const char *field, const char *text,
	struct err *err)
{
	bool empty = !text || !text[0];
	struct query query;

	if (!empty && strlen(text) > DRAFT_LIMIT)
		return err_set(err, ERR_INPUT, _("'%s' is too long: shorten it"), field);
	query = query_session(store, empty ? SQL_DRAFT_REMOVE : SQL_DRAFT_SET, session, err);
	query_text(&query, ":field", field);
	if (!empty) {
		query_text(&query, ":text", text);
		query_int(&query, ":now", clock_now());
	}
	return query_run(&query) < 0 ? -1 : 0;
}

int store_draft_load(struct store *store, const char *session, const char *field, char **text,
	struct err *err)
{
	struct query query = query_session(store, SQL_DRAFT_GET, session, err);
	int got;

	*text = NULL;
	query_text(&query, ":field", field);
	got = query_next(&query);
	if (got < 1)
		return got;
	*text = query_get_text(&query, 0);
	query_end(&query);
	return 1;
}

int store_draft_fields(struct store *store, const char *session, char ***fields, size_t *count,
	struct err *err)
{
	struct query query = query_session(store, SQL_DRAFT_FIELDS, session, err);
	size_t capacity = 0;
	int got;

	*fields = NULL;
	*count = 0;
	while ((got = query_next(&query)) == 1) {
		*fields = mem_grow(*fields, &capacity, *count, sizeof **fields);
		(*fields)[(*count)++] = query_get_line(&query, 0);
	}
	if (got == 0)
		return 0;
	for (size_t i = 0; i < *count; i++)
		free((*fields)[i]);
	free(*fields);
	*fields = NULL;
	*count = 0;
	return -1;
}
