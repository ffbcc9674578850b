/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Images of rows for undo, which triggers of this connection write; nothing in the file is run as SQL. */
#include "store/journal.h"

#include "base/str.h"
#include "store/database.h"
#include "store/statement.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

extern const char store_sql_temporary[];

#define COLUMNS 24

/* A table whose rows are journalled. */
struct target {
	const char *schema, *name;
	const char *session; /* the column that holds the session's id */
	const char *skip;    /* columns that are left alone, each between spaces */
	bool apart;          /* each column is put back by itself, else a row as a whole */
};

static const struct target targets[] = {
	{ "main", "session", "id", " number id bank agenda place created changed people actions blank clock_owner clock_at"
	  " follows withheld stale harmony_low harmony_high search_from ", true },
	{ "main", "person", "session", "", true },
	{ "main", "module", "session", " seconds ", true },
	{ "main", "step", "session", "", true },
	{ "main", "ballot", "session", "", false },
	{ "main", "voted", "session", "", false },
	{ "main", "row", "session", "", false },
	{ "main", "cell", "session", "", false },
	{ "main", "rating", "session", "", false },
	{ "main", "merge", "session", "", false },
	{ "main", "item", "session", "", false },
	{ "temp", "link", "session", "", false },
};

struct kept_column {
	char *name;
	bool key;
};

/* A target's columns beside the session's, and what puts an image of them back. */
struct images {
	const struct target *target;
	struct kept_column columns[COLUMNS];
	size_t count, keys;
	struct sqlite3_stmt *update, *insert, *remove;
};

struct journal {
	struct images images[COUNT_OF(targets)];
};

static bool skipped(const struct target *target, const char *column)
{
	char *word = mem_printf(" %s ", column);
	bool found = strcmp(target->session, column) == 0 || strstr(target->skip, word);

	free(word);
	return found;
}

static int read_columns(struct store *store, struct images *images, struct err *err)
{
	const struct target *target = images->target;
	char *sql = mem_printf("PRAGMA %s.table_info(%s)", target->schema, target->name);
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);

	while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(statement, 1);

		code = SQLITE_OK;
		if (skipped(target, name))
			continue;
		if (images->count == COLUMNS) {
			code = SQLITE_CORRUPT;
			break;
		}
		images->columns[images->count++] = (struct kept_column){
			.name = mem_strdup(name),
			.key = sqlite3_column_int(statement, 5) > 0,
		};
		images->keys += images->columns[images->count - 1].key;
	}
	sqlite3_finalize(statement);
	free(sql);
	if (code == SQLITE_DONE && images->count > 0)
		return 0;
	return store_fail_code(store, code == SQLITE_DONE ? SQLITE_CORRUPT : code, err);
}

/* Appends by SQLite's own printf, whose %w and %Q quote names and texts. */
static void add(struct str *sql, const char *format, const char *name)
{
	char *text = sqlite3_mprintf(format, name, name);

	if (!text)
		abort();
	str_add(sql, text);
	sqlite3_free(text);
}

static void add_image(struct str *sql, const struct images *images, const char *row)
{
	str_add(sql, "json_object(");
	for (size_t i = 0; i < images->count; i++) {
		add(sql, i ? ", %Q, " : "%Q, ", images->columns[i].name);
		str_add(sql, row);
		add(sql, ".\"%w\"", images->columns[i].name);
	}
	str_addc(sql, ')');
}

/* One trigger, which writes the row before and after (NULL for none) among the pending. */
static int make_trigger(struct store *store, const struct images *images, const char *event,
	const char *before, const char *after, struct err *err)
{
	const struct target *target = images->target;
	struct str sql;
	int result;

	str_init(&sql);
	str_printf(&sql, "CREATE TEMP TRIGGER journal_%s_%s AFTER %s", target->name, event, event);
	if (before && after) {
		for (size_t i = 0; i < images->count; i++)
			add(&sql, i ? ", \"%w\"" : " OF \"%w\"", images->columns[i].name);
	}
	str_printf(&sql, " ON %s.%s", target->schema, target->name);
	if (before && after) {
		for (size_t i = 0; i < images->count; i++)
			add(&sql, i ? " OR old.\"%w\" IS NOT new.\"%w\"" :
				" WHEN old.\"%w\" IS NOT new.\"%w\"", images->columns[i].name);
	}
	str_printf(&sql,
		" BEGIN INSERT INTO pending (session, target, before, after) VALUES (%s.%s, '%s', ",
		before ? before : after, target->session, target->name);
	if (before)
		add_image(&sql, images, before);
	str_add(&sql, before ? ", " : "NULL, ");
	if (after)
		add_image(&sql, images, after);
	str_add(&sql, after ? "); END" : "NULL); END");
	result = store_execute(store, sql.data, err);
	str_release(&sql);
	return result;
}

/* The image's value of a column. */
static void add_value(struct str *sql, const struct kept_column *column)
{
	add(sql, "json_extract(:image, '$.' || %Q)", column->name);
}

/* Whether a column is still what the other image says: nobody has changed it since, past the journal. */
static void add_untouched(struct str *sql, const struct kept_column *column)
{
	add(sql, "\"%w\" IS json_extract(:other, '$.' || %Q)", column->name);
}

/* The row; where it is put back as a whole, only as long as nobody has changed it since. */
static void add_where(struct str *sql, const struct images *images, const char *image, bool whole)
{
	str_printf(sql, " WHERE %s = :session", images->target->session);
	for (size_t i = 0; i < images->count; i++) {
		const struct kept_column *column = &images->columns[i];

		if (column->key) {
			add(sql, " AND \"%w\" = ", column->name);
			str_printf(sql, "json_extract(:%s, '$.' || ", image);
			add(sql, "%Q)", column->name);
		} else if (whole) {
			str_add(sql, " AND ");
			add_untouched(sql, column);
		}
	}
}

static int prepare(struct store *store, struct str *sql, struct sqlite3_stmt **statement,
	struct err *err)
{
	int code = sqlite3_prepare_v3(store->db, sql->data, -1, SQLITE_PREPARE_PERSISTENT,
		statement, NULL);

	str_clear(sql);
	return code == SQLITE_OK ? 0 : store_fail(store, err);
}

static int prepare_update(struct store *store, struct images *images, struct str *sql,
	struct err *err)
{
	bool first = true;

	if (images->count == images->keys)
		return 0;
	str_printf(sql, "UPDATE %s.%s SET ", images->target->schema, images->target->name);
	for (size_t i = 0; i < images->count; i++) {
		const struct kept_column *column = &images->columns[i];

		if (column->key)
			continue;
		add(sql, first ? "\"%w\" = iif(" : ", \"%w\" = iif(", column->name);
		add_untouched(sql, column);
		str_add(sql, ", ");
		add_value(sql, column);
		add(sql, ", \"%w\")", column->name);
		first = false;
	}
	add_where(sql, images, "image", !images->target->apart);
	return prepare(store, sql, &images->update, err);
}

static int prepare_insert(struct store *store, struct images *images, struct str *sql,
	struct err *err)
{
	str_printf(sql, "INSERT INTO %s.%s (session", images->target->schema, images->target->name);
	for (size_t i = 0; i < images->count; i++)
		add(sql, ", \"%w\"", images->columns[i].name);
	str_add(sql, ") VALUES (:session");
	for (size_t i = 0; i < images->count; i++) {
		str_add(sql, ", ");
		add_value(sql, &images->columns[i]);
	}
	/* Somebody else may have put a row there since, past the journal. */
	str_add(sql, ") ON CONFLICT DO NOTHING");
	return prepare(store, sql, &images->insert, err);
}

/* Statements that put an image back. Changes neither make nor remove sessions themselves. */
static int prepare_images(struct store *store, struct images *images, struct err *err)
{
	struct str sql;
	int result;

	str_init(&sql);
	result = prepare_update(store, images, &sql, err);
	if (result == 0 && images->keys > 0) {
		result = prepare_insert(store, images, &sql, err);
		str_printf(&sql, "DELETE FROM %s.%s", images->target->schema, images->target->name);
		add_where(&sql, images, "other", true);
		if (result == 0)
			result = prepare(store, &sql, &images->remove, err);
	}
	str_release(&sql);
	return result;
}

static int make_triggers(struct store *store, const struct journal *journal, struct err *err)
{
	for (size_t i = 0; i < COUNT_OF(targets); i++) {
		const struct images *images = &journal->images[i];

		if (make_trigger(store, images, "update", "old", "new", err) != 0)
			return -1;
		/* Changes neither make nor remove sessions themselves. */
		if (images->keys > 0 && (make_trigger(store, images, "insert", NULL, "new", err) != 0 ||
						make_trigger(store, images, "delete", "old", NULL, err) != 0))
			return -1;
	}
	return 0;
}

static int drop_triggers(struct store *store, struct err *err)
{
	static const char *const events[] = { "update", "insert", "delete" };
	struct str sql;
	int result;

	str_init(&sql);
	for (size_t i = 0; i < COUNT_OF(targets); i++)
		for (size_t j = 0; j < COUNT_OF(events); j++)
			str_printf(&sql, "DROP TRIGGER IF EXISTS temp.journal_%s_%s;", targets[i].name, events[j]);
	result = store_execute(store, sql.data, err);
	str_release(&sql);
	return result;
}

int journal_listen(struct store *store, bool listens, struct err *err)
{
	if (drop_triggers(store, err) != 0)
		return -1;
	return listens ? make_triggers(store, store->journal, err) : 0;
}

struct journal *journal_new(struct store *store, struct err *err)
{
	struct journal *journal = mem_zalloc(1, sizeof *journal);

	if (store_execute(store, store_sql_temporary, err) != 0)
		goto fail;
	for (size_t i = 0; i < COUNT_OF(targets); i++) {
		struct images *images = &journal->images[i];

		images->target = &targets[i];
		if (read_columns(store, images, err) != 0 || prepare_images(store, images, err) != 0)
			goto fail;
	}
	if (make_triggers(store, journal, err) != 0)
		goto fail;
	return journal;
fail:
	journal_free(journal);
	return NULL;
}

void journal_free(struct journal *journal)
{
	if (!journal)
		return;
	for (size_t i = 0; i < COUNT_OF(targets); i++) {
		struct images *images = &journal->images[i];

		for (size_t j = 0; j < images->count; j++)
			free(images->columns[j].name);
		sqlite3_finalize(images->update);
		sqlite3_finalize(images->insert);
		sqlite3_finalize(images->remove);
	}
	free(journal);
}

static struct images *find_images(struct journal *journal, const char *target)
{
	for (size_t i = 0; i < COUNT_OF(targets); i++)
		if (strcmp(targets[i].name, target) == 0)
			return &journal->images[i];
	return NULL;
}

static int put_back(struct store *store, const char *session, struct images *images,
	const char *image, const char *other, struct err *err)
{
	struct sqlite3_stmt *statement = !image ? images->remove : other ? images->update : images->insert;
	struct query query;

	if (!statement)
		return 0;
	query = query_of(store, statement, err);
	query_text(&query, ":session", session);
	if (image)
		query_text(&query, ":image", image);
	if (other)
		query_text(&query, ":other", other);
	return query_run(&query);
}

int journal_put_back(struct store *store, const char *session, const char *target, const char *image,
	const char *other, struct err *err)
{
	struct images *images = find_images(store->journal, target);
	int changed = images ? put_back(store, session, images, image, other, err) : store_damaged(store, err);

	if (changed == 0 && !images->target->apart)
		store->left++;
	return changed;
}
