/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo by images, which triggers of this connection write; nothing in the file is run as SQL. */
#include "store/journal.h"

#include "base/str.h"
#include "model/session.h"
#include "store/database.h"
#include "store/retract.h"
#include "store/statement.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

extern const char store_sql_temporary[];

#define COLUMNS 16

/* A table whose rows are journalled. */
struct target {
	const char *schema, *name;
	const char *session; /* the column that holds the session's id */
	const char *skip;    /* columns that are left alone, each between spaces */
	bool apart;          /* each column is put back by itself, else a row as a whole */
};

static const struct target targets[] = {
	{ "main", "session", "id", " number id bank agenda place created changed people actions blank clock_owner clock_at ", true },
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

struct journal *journal_new(struct store *store, struct err *err)
{
	struct journal *journal = mem_zalloc(1, sizeof *journal);

	if (store_execute(store, store_sql_temporary, err) != 0)
		goto fail;
	for (size_t i = 0; i < COUNT_OF(targets); i++) {
		struct images *images = &journal->images[i];

		images->target = &targets[i];
		if (read_columns(store, images, err) != 0 ||
			prepare_images(store, images, err) != 0 ||
			make_trigger(store, images, "update", "old", "new", err) != 0)
			goto fail;
		if (images->keys > 0 &&
			(make_trigger(store, images, "insert", NULL, "new", err) != 0 ||
				make_trigger(store, images, "delete", "old", NULL, err) != 0))
			goto fail;
	}
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

static int run(struct store *store, enum sql sql, struct err *err)
{
	struct query query = query_start(store, sql, err);

	return query_run(&query) < 0 ? -1 : 0;
}

static int run_session(struct store *store, enum sql sql, const char *session, struct err *err)
{
	struct query query = query_session(store, sql, session, err);

	return query_run(&query) < 0 ? -1 : 0;
}

static int run_seq(struct store *store, enum sql sql, const char *session, int64_t seq,
	struct err *err)
{
	struct query query = query_session(store, sql, session, err);

	query_int(&query, ":seq", seq);
	return query_run(&query) < 0 ? -1 : 0;
}

static int is_any(struct store *store, enum sql sql, bool *any, struct err *err)
{
	struct query query = query_start(store, sql, err);
	int64_t value;

	if (query_value(&query, 0, &value) != 0)
		return -1;
	*any = value != 0;
	return 0;
}

/* Writing a round anew: within a page of the file, rows lie in the order of their writing. */

struct round {
	char *step;
	int64_t number;
};

static int run_round(struct store *store, enum sql sql, const char *session,
	const struct round *round, struct err *err)
{
	struct query query = query_session(store, sql, session, err);

	query_text(&query, ":step", round->step);
	query_int(&query, ":round", round->number);
	return query_run(&query) < 0 ? -1 : 0;
}

static int shuffle_round(struct store *store, const char *session, const struct round *round,
	struct err *err)
{
	if (run_round(store, SQL_SHUFFLE_BALLOTS_OUT, session, round, err) != 0 ||
	    run_round(store, SQL_SHUFFLE_BALLOTS_REMOVE, session, round, err) != 0 ||
	    run(store, SQL_SHUFFLE_BALLOTS_IN, err) != 0 ||
	    run_round(store, SQL_SHUFFLE_BALLOTS_COVER, session, round, err) != 0 ||
	    run_round(store, SQL_SHUFFLE_BALLOTS_UNCOVER, session, round, err) != 0 ||
	    run(store, SQL_SHUFFLE_BALLOTS_CLEAR, err) != 0)
		return -1;
	if (run_round(store, SQL_SHUFFLE_VOTED_OUT, session, round, err) != 0 ||
		run_round(store, SQL_SHUFFLE_VOTED_REMOVE, session, round, err) != 0 ||
		run(store, SQL_SHUFFLE_VOTED_IN, err) != 0 ||
		run_round(store, SQL_SHUFFLE_VOTED_COVER, session, round, err) != 0 ||
		run_round(store, SQL_SHUFFLE_VOTED_UNCOVER, session, round, err) != 0 ||
		run(store, SQL_SHUFFLE_VOTED_CLEAR, err) != 0)
		return -1;
	return 0;
}

static int shuffle(struct store *store, const char *session, struct err *err)
{
	struct query query = query_start(store, SQL_PENDING_ROUNDS, err);
	struct round *rounds = NULL;
	size_t count = 0, capacity = 0;
	int got;

	while ((got = query_next(&query)) == 1) {
		rounds = mem_grow(rounds, &capacity, count, sizeof *rounds);
		rounds[count].step = mem_strdup(query_peek(&query, 0));
		rounds[count++].number = query_get(&query, 1, 1, INT32_MAX);
	}
	for (size_t i = 0; i < count; i++) {
		if (got == 0)
			got = shuffle_round(store, session, &rounds[i], err);
		free(rounds[i].step);
	}
	free(rounds);
	return got;
}

int journal_skip(struct store *store, struct err *err)
{
	return run(store, SQL_PENDING_CLEAR, err);
}

/* Which of the twin journals a set goes to. */
static const struct {
	enum sql add, keep, limit, state, back, forth;
} twins[] = {
	{ SQL_CHANGE_ADD, SQL_CHANGE_KEEP, SQL_CHANGE_LIMIT, SQL_CHANGE_STATE, SQL_JOURNAL_BACK,
	  SQL_JOURNAL_FORTH },
	{ SQL_SECRET_ADD, SQL_SECRET_KEEP, SQL_SECRET_LIMIT, SQL_SECRET_STATE, SQL_SECRET_BACK,
	  SQL_SECRET_FORTH },
};

static int keep(struct store *store, const char *session, const char *label, bool secret,
	struct err *err)
{
	struct query query;
	int64_t seq;

	if (run_session(store, SQL_CHANGE_DROP_UNDONE, session, err) != 0 ||
	    run_session(store, SQL_SECRET_DROP_UNDONE, session, err) != 0)
		return -1;
	query = query_session(store, SQL_CHANGE_NEXT, session, err);
	if (query_value(&query, 1, &seq) != 0)
		return -1;
	query = query_session(store, twins[secret].add, session, err);
	query_int(&query, ":seq", seq);
	query_text(&query, ":label", label);
	if (query_run(&query) < 0 || run_seq(store, twins[secret].keep, session, seq, err) != 0)
		return -1;
	for (size_t i = 0; i < COUNT_OF(twins); i++)
		if (run_seq(store, twins[i].limit, session, seq - JOURNAL_CHANGES, err) != 0)
			return -1;
	return 0;
}

int journal_keep(struct store *store, const char *session, const char *label, bool *kept,
	bool *secret, struct err *err)
{
	*secret = false;
	if (is_any(store, SQL_PENDING_ANY, kept, err) != 0)
		return -1;
	if (!*kept)
		return 0;
	if (is_any(store, SQL_PENDING_SECRET, secret, err) != 0 ||
	    keep(store, session, label, *secret, err) != 0)
		return -1;
	if (*secret && shuffle(store, session, err) != 0)
		return -1;
	return journal_skip(store, err);
}

int journal_pass(struct store *store, const char *session, bool *secret, struct err *err)
{
	if (is_any(store, SQL_PENDING_SECRET, secret, err) != 0 ||
	    (*secret && shuffle(store, session, err) != 0))
		return -1;
	return journal_skip(store, err);
}

static struct images *find_images(struct journal *journal, const char *target)
{
	for (size_t i = 0; i < COUNT_OF(targets); i++)
		if (strcmp(targets[i].name, target) == 0)
			return &journal->images[i];
	return NULL;
}

/*
 * Makes a row what the image says; without one, removes the row that the other image shows, which is how the set left it.
 * What is no longer as that shows was changed past the journal, and stays. Returns how many rows were changed, or -1.
 */
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

static int put_all_back(struct store *store, const char *session, enum sql sql, int64_t seq,
	struct err *err)
{
	struct query query = query_session(store, sql, session, err);
	int got;

	query_int(&query, ":seq", seq);
	while ((got = query_next(&query)) == 1) {
		struct images *images = find_images(store->journal, query_peek(&query, 0));
		char *image = query_get_raw(&query, 1), *other = query_get_raw(&query, 2);

		got = images ? put_back(store, session, images, image, other, err) :
			       store_damaged(store, err);
		if (got == 0 && !images->target->apart)
			store->left++;
		free(image);
		free(other);
		if (got < 0) {
			query_end(&query);
			return -1;
		}
	}
	return got;
}

int journal_undo(struct store *store, const struct session *of, bool again, char **label, bool *secret,
	struct err *err)
{
	const char *session = of->id;
	struct query query = query_session(store, again ? SQL_CHANGE_UNDONE : SQL_CHANGE_NEWEST,
		session, err);
	int got = query_next(&query);
	int64_t seq;

	*label = NULL;
	if (got < 1)
		return got;
	seq = query_get(&query, 0, INT64_MIN, INT64_MAX);
	*label = query_get_line(&query, 1);
	*secret = query_get(&query, 2, 0, 1) == 1;
	query_end(&query);
	store->left = 0;
	if (put_all_back(store, session, again ? twins[*secret].forth : twins[*secret].back, seq,
		    err) != 0 ||
	    retract_check(store, of, err) != 0 || retract_note(store, of, err) != 0)
		return -1;
	query = query_session(store, twins[*secret].state, session, err);
	query_int(&query, ":seq", seq);
	query_text(&query, ":value", again ? "done" : "undone");
	/* What is in memory alone may be gone, and with it that a step was begun: its answers still say so. */
	if (query_run(&query) < 0 || run_session(store, SQL_STEPS_ANSWERED_ADD, session, err) != 0 ||
	    run_session(store, SQL_STEPS_ANSWERED, session, err) != 0 || (*secret && shuffle(store, session, err) != 0) ||
	    journal_skip(store, err) != 0)
		return -1;
	return 1;
}

int journal_forget(struct store *store, const char *session, struct err *err)
{
	if (run_session(store, SQL_SECRET_FORGET, session, err) != 0)
		return -1;
	if (run_session(store, SQL_LINK_FORGET, session, err) != 0)
		return -1;
	/* The next set of changes is not to hold it. */
	return journal_skip(store, err);
}
