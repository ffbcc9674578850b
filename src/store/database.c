/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connection: opening a file safely, nesting transactions, and naming errors. */
#include "store/database.h"

#include "base/file.h"
#include "base/i18n.h"
#include "store/journal.h"
#include "store/migrate.h"
#include "store/statement.h"
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

extern const char store_sql_search[];

#define HEADER_LENGTH 100
#define BUSY_MILLISECONDS 5000
#define SETTLE_MILLISECONDS 50 /* until the log is emptied, at the first try; twice as long at each further one */
#define SETTLE_MOST 5000
#define SETTLES_AT_END 6

static bool in_memory(const struct store *store)
{
	return strcmp(store->path, ":memory:") == 0;
}

/* What a result code means, and what to do. */
static const char *reason(const struct store *store, int code)
{
	switch (code & 0xff) {
	case SQLITE_FULL:
		return _("the disk is full: make room and try again");
	case SQLITE_IOERR:
		return _("the disk reports an error: check that it is there and not full");
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return _("another program is writing to it: close that one, or try again");
	case SQLITE_CORRUPT:
		return _("it is damaged: restore a backup of it");
	case SQLITE_NOTADB:
		return _("it is no database: name another file");
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
	case SQLITE_AUTH:
		return _("no permission to write there: check file and folder, or name another");
	default:
		return store->db ? sqlite3_errmsg(store->db) : sqlite3_errstr(code);
	}
}

int store_fail_code(const struct store *store, int code, struct err *err)
{
	bool bad = (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
	enum err_code kind = bad ? ERR_INPUT : ERR_FAILED;

	if (!store->opened)
		return err_set(err, kind, _("cannot open '%s': %s"), store->name, reason(store,
			code));
	return err_set(err, kind, _("cannot use '%s': %s"), store->name, reason(store, code));
}

int store_fail(const struct store *store, struct err *err)
{
	return store_fail_code(store, sqlite3_extended_errcode(store->db), err);
}

int store_damaged(const struct store *store, struct err *err)
{
	return store_fail_code(store, SQLITE_CORRUPT, err);
}

int store_execute(struct store *store, const char *sql, struct err *err)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 :
									     store_fail(store, err);
}

/* Transactions. Only the outermost is one to SQLite; those within are savepoints. */

static int run(struct store *store, enum sql sql, struct err *err)
{
	struct query query = query_start(store, sql, err);

	return query_run(&query) < 0 ? -1 : 0;
}

static int begin(struct store *store, enum sql outermost, const char *opener, struct err *err)
{
	if (store->depth == STORE_NESTING) {
		fprintf(stderr, "accord: '%s' nests transactions too deeply\n", opener);
		abort();
	}
	if (run(store, store->depth ? SQL_SAVEPOINT : outermost, err) != 0)
		return -1;
	store->openers[store->depth++] = opener;
	return 0;
}

static void check_opener(const struct store *store, const char *opener)
{
	const char *last = store->depth ? store->openers[store->depth - 1] : "nobody";

	if (strcmp(last, opener) == 0)
		return;
	fprintf(stderr, "accord: '%s' ends the transaction of '%s'\n", opener, last);
	abort();
}

int transaction_read(struct store *store, const char *opener, struct err *err)
{
	return begin(store, SQL_BEGIN_READ, opener, err);
}

int store_begin(struct store *store, const char *opener, struct err *err)
{
	return begin(store, SQL_BEGIN_WRITE, opener, err);
}

int store_commit(struct store *store, const char *opener, struct err *err)
{
	int result;

	check_opener(store, opener);
	/* A full disk ends the whole transaction, within whatever it happens. */
	if (sqlite3_get_autocommit(store->db)) {
		store->depth--;
		return store_fail_code(store, SQLITE_FULL, err);
	}
	result = run(store, store->depth == 1 ? SQL_COMMIT : SQL_RELEASE, err);
	if (result != 0)
		store_rollback(store, opener);
	else
		store->depth--;
	return result;
}

void store_rollback(struct store *store, const char *opener)
{
	check_opener(store, opener);
	store->depth--;
	if (sqlite3_get_autocommit(store->db))
		return;
	if (store->depth == 0) {
		run(store, SQL_ROLLBACK, NULL);
		return;
	}
	run(store, SQL_ROLLBACK_TO, NULL);
	run(store, SQL_RELEASE, NULL);
}

int transaction_end(struct store *store, const char *opener, int result, struct err *err)
{
	if (result >= 0)
		return store_commit(store, opener, err) == 0 ? result : -1;
	store_rollback(store, opener);
	return -1;
}

void store_checkpoint(struct store *store)
{
	int code = SQLITE_BUSY;

	if (store->depth == 0) {
		/* Nobody is to wait for a reader. */
		sqlite3_busy_timeout(store->db, 0);
		code = sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
		sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
	}
	store->unsettled = code == SQLITE_OK ? 0 : store->unsettled + 1;
}

void store_settle(struct store *store)
{
	if (store->unsettled > 0)
		store_checkpoint(store);
}

void store_unsettle(struct store *store)
{
	if (store->unsettled == 0)
		store->unsettled = 1;
}

int store_settles_in(const struct store *store)
{
	int wait = SETTLE_MILLISECONDS;

	if (store->unsettled == 0)
		return -1;
	for (int i = 1; i < store->unsettled && wait < SETTLE_MOST; i++)
		wait *= 2;
	return wait < SETTLE_MOST ? wait : SETTLE_MOST;
}

/* Opening. */

/* Makes the folder of the file where there is none. */
static int make_folder(const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');
	char *folder;
	int result = 0;

	if (!slash || slash == path)
		return 0;
	folder = mem_strndup(path, (size_t)(slash - path));
	if (!file_exists(folder)) {
		result = file_make_folder(folder, err);
		if (result == 0)
			chmod(folder, 0700);
	}
	free(folder);
	return result;
}

/* Makes an empty file for us alone, whatever the umask; refuses what is no file. */
static int make_file(const char *path, struct err *err)
{
	struct stat status;
	int fd;

	if (!path[0])
		return err_set(err, ERR_USAGE, _("the database needs a file name"));
	if (make_folder(path, err) != 0)
		return -1;
	fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0) {
		fchmod(fd, 0600);
		close(fd);
		return 0;
	}
	if (errno != EEXIST || stat(path, &status) != 0)
		return err_set(err, ERR_FAILED, _("cannot open '%s': %s"), path, strerror(errno));
	if (S_ISDIR(status.st_mode))
		return err_set(err, ERR_FAILED, _("cannot open '%s': it is a folder: name a file"),
			path);
	if (!S_ISREG(status.st_mode))
		return err_set(err, ERR_FAILED, _("cannot open '%s': it is not a regular file"),
			path);
	return 0;
}

static uint32_t big_endian(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
		bytes[3];
}

static int newer(const char *path, int version, int known, struct err *err)
{
	return err_set(err, ERR_INPUT,
		_("cannot open '%s': it has schema %d and this accord knows %d: use the newer"
			" accord"),
		path, version, known);
}

/*
 * Looks at the file's first bytes past SQLite's pager, so that a file of somebody else's is neither
 * recovered nor locked nor given a log. Through SQLite's own descriptor: closing one of ours would
 * drop the locks of this process.
 */
int store_check_header(struct store *store, int known, struct err *err)
{
	unsigned char header[HEADER_LENGTH] = { 0 };
	sqlite3_file *file = NULL;
	sqlite3_int64 size = 0;
	int code;

	code = sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	if (code == SQLITE_OK)
		code = file->pMethods->xFileSize(file, &size);
	if (code != SQLITE_OK)
		return store_fail_code(store, code, err);
	if (size == 0)
		return 0;
	code = file->pMethods->xRead(file, header, HEADER_LENGTH, 0);
	if (code == SQLITE_IOERR_SHORT_READ ||
		(code == SQLITE_OK && memcmp(header, "SQLite format 3", 16) != 0))
		return store_fail_code(store, SQLITE_NOTADB, err);
	if (code != SQLITE_OK)
		return store_fail_code(store, code, err);
	if (big_endian(header + 68) != STORE_APPLICATION_ID)
		return err_set(err, ERR_INPUT,
			_("cannot open '%s': it belongs to another application: name another file"),
			store->name);
	if (big_endian(header + 60) > (uint32_t)known)
		return newer(store->name, (int)big_endian(header + 60), known, err);
	return 0;
}

/* Nothing of the file is trusted: no functions in its schema, no writing of the schema. */
static int harden(struct store *store, struct err *err)
{
	static const struct {
		int option, value;
	} options[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
	};

	for (size_t i = 0; i < COUNT_OF(options); i++)
		if (sqlite3_db_config(store->db, options[i].option, options[i].value, NULL) !=
			SQLITE_OK)
			return store_fail(store, err);
	sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
	return store_execute(store,
		"PRAGMA temp_store = MEMORY;"
		"PRAGMA secure_delete = ON;"
		"PRAGMA synchronous = FULL;"
		"PRAGMA cell_size_check = ON;"
		"PRAGMA mmap_size = 0;"
		/* 16 MiB, of which a database of a few sessions takes a part: the index of the search is read all over. */
		"PRAGMA cache_size = -16384;", err);
}

/* One row of what the schema should not hold: 1 where there is one, 0, or -1 with err set. */
static int find_in_schema(struct store *store, const char *sql, const char *ours, struct err *err)
{
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);

	if (code == SQLITE_OK && ours)
		code = sqlite3_bind_text(statement, 1, ours, -1, SQLITE_TRANSIENT);
	if (code == SQLITE_OK)
		code = sqlite3_step(statement);
	sqlite3_finalize(statement);
	return code == SQLITE_ROW ? 1 : code == SQLITE_DONE ? 0 : store_fail(store, err);
}

/* How the schema tells the table of the search, for free(). */
static char *search_definition(void)
{
	const char *start = strstr(store_sql_search, "CREATE VIRTUAL TABLE"), *end = start ? strrchr(start, ';') : NULL;

	if (!end)
		abort();
	return mem_strndup(start, (size_t)(end - start));
}

/*
 * Our schema has no triggers or views; somebody else's would run as soon as we write. Its one virtual table is that of the
 * search; another one would run a module of SQLite over whatever the file says.
 */
int store_check_schema(struct store *store, struct err *err)
{
	char *ours = search_definition();
	int found = find_in_schema(store,
		"SELECT 1 FROM main.sqlite_schema WHERE type IN ('trigger', 'view') LIMIT 1", NULL, err);

	if (found == 1)
		found = err_set(err, ERR_INPUT,
			_("cannot open '%s': it holds triggers or views that accord has not made: do not"
				" trust it"),
			store->name);
	else if (found == 0)
		found = find_in_schema(store,
			"SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND sql IS NOT ?1 AND (name = 'search' COLLATE NOCASE"
			" OR sql LIKE 'CREATE VIRTUAL%' OR rootpage = 0) LIMIT 1", ours, err);
	if (found == 1)
		found = err_set(err, ERR_INPUT,
			_("cannot open '%s': it holds tables that accord has not made: do not trust it"), store->name);
	free(ours);
	return found;
}

/* The log needs the file for itself for a moment, which the busy timeout does not wait for. */
static int use_log(struct store *store, struct err *err)
{
	int code = SQLITE_BUSY;

	for (int i = 0; i < BUSY_MILLISECONDS / 20; i++) {
		code = sqlite3_exec(store->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
		if ((code & 0xff) != SQLITE_BUSY)
			break;
		sqlite3_sleep(20);
	}
	return code == SQLITE_OK ? 0 : store_fail(store, err);
}

/* Takes away from the others what an older file, or a copied one, may have given them. */
static void close_to_others(const char *path)
{
	struct stat status;

	if (stat(path, &status) == 0 && (status.st_mode & 077))
		chmod(path, status.st_mode & 0700);
}

static int open_file(struct store *store, int known, struct err *err)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
	int code;

	if (in_memory(store))
		flags |= SQLITE_OPEN_MEMORY;
	else if (make_file(store->path, err) != 0)
		return -1;
	code = sqlite3_open_v2(store->path, &store->db, flags, NULL);
	if (code != SQLITE_OK)
		return store_fail_code(store, code, err);
	sqlite3_extended_result_codes(store->db, 1);
	if (sqlite3_db_readonly(store->db, "main") == 1)
		return store_fail_code(store, SQLITE_READONLY, err);
	return in_memory(store) ? 0 : store_check_header(store, known, err);
}

static struct store *store_new(const char *path, const char *name)
{
	struct store *store = mem_zalloc(1, sizeof *store);

	store->path = mem_strdup(path);
	store->name = mem_strdup(name);
	store->watch = -1;
	random_id(NULL, store->sitting, SITTING_LENGTH);
	store->statements = mem_zalloc(SQL_COUNT, sizeof(struct sqlite3_stmt *));
	return store;
}

/* What comes once the file is there and in order. */
static int start(struct store *store, struct err *err)
{
	if (store_execute(store, "PRAGMA foreign_keys = ON", err) != 0)
		return -1;
	store->journal = journal_new(store, err);
	return store->journal ? 0 : -1;
}

struct store *store_open_with(const char *path, const struct migration *migrations, size_t count,
	struct err *err)
{
	struct store *store = store_new(path, path);

	if (open_file(store, migrations[count - 1].version, err) != 0 || harden(store, err) != 0 ||
	    migrate(store, migrations, count, err) != 0 || store_check_schema(store, err) != 0)
		goto fail;
	if (!in_memory(store)) {
		close_to_others(store->path);
		/*
		 * Only now: until here the header is in the file itself, where the next one looks
		 * for it.
		 */
		if (use_log(store, err) != 0)
			goto fail;
	}
	if (start(store, err) != 0)
		goto fail;
	watch_start(store);
	store->opened = true;
	return store;
fail:
	store_close(store);
	return NULL;
}

struct store *store_open_filled(const char *name, int (*fill)(struct store *store, void *data, struct err *err), void *data,
	struct err *err)
{
	struct store *store = store_new(":memory:", name);

	if (open_file(store, store_migrations[store_migration_count - 1].version, err) == 0 &&
	    fill(store, data, err) == 0 && harden(store, err) == 0 && store_check_schema(store, err) == 0 &&
	    migrate(store, store_migrations, store_migration_count, err) == 0 && start(store, err) == 0) {
		store->opened = true;
		return store;
	}
	store_close(store);
	return NULL;
}

struct store *store_open(const char *path, struct err *err)
{
	return store_open_with(path, store_migrations, store_migration_count, err);
}

void store_close(struct store *store)
{
	if (!store)
		return;
	watch_end(store);
	journal_free(store->journal);
	statements_release(store);
	if (store->opened)
		store_checkpoint(store);
	for (int i = 0; store->opened && store->unsettled > 0 && i < SETTLES_AT_END; i++) {
		sqlite3_sleep(5 << i);
		store_checkpoint(store);
	}
	sqlite3_close(store->db);
	bank_free(store->bank);
	free(store->bank_text);
	free(store->statements);
	free(store->path);
	free(store->name);
	free(store);
}

int store_version(struct store *store, int64_t *version, struct err *err)
{
	struct query query = query_start(store, SQL_DATA_VERSION, err);

	return query_value(&query, 0, version);
}
