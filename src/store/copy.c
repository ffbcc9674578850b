/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading somebody else's database without touching it. SQLite writes beside a file even to read it, so it gets a private
 * copy, which goes as soon as it is in memory.
 */
#include "store/store.h"

#include "base/i18n.h"
#include "store/database.h"
#include "store/migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What belongs to a database: itself, its log, and what a transaction that was cut off left. */
static const char *const parts[] = { "", "-wal", "-journal", "-shm" };
#define PARTS_COPIED 3
#define LARGEST ((size_t)1 << 31) /* it has to be in memory as a whole */

struct copy {
	const char *name; /* as it was called */
	char *path;       /* the original, which a link leads to: its log lies beside it */
	char *folder, *file;
};

static int fail(const char *path, struct err *err)
{
	return err_set(err, ERR_FAILED, _("cannot read '%s': %s"), path, strerror(errno));
}

static int copy_bytes(int from, int to, const char *path, struct err *err)
{
	char bytes[65536];
	ssize_t got;

	while ((got = read(from, bytes, sizeof bytes)) > 0)
		for (ssize_t done = 0, put; done < got; done += put) {
			put = write(to, bytes + done, (size_t)(got - done));
			if (put <= 0)
				return err_set(err, ERR_FAILED, _("cannot copy '%s' to read it: %s"), path, strerror(errno));
		}
	return got < 0 ? fail(path, err) : 0;
}

static bool is_same(const struct stat *before, const struct stat *after)
{
	return after->st_ino == before->st_ino && after->st_size == before->st_size &&
	       after->st_mtim.tv_sec == before->st_mtim.tv_sec && after->st_mtim.tv_nsec == before->st_mtim.tv_nsec;
}

static int changes(const char *path, struct err *err)
{
	return err_set(err, ERR_FAILED, _("'%s' is being written to: close the accord that does so first"), path);
}

/* A file that did not change while it was read. */
static int copy_file(const char *path, const char *target, struct err *err)
{
	struct stat before, after;
	int from = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), to = -1, result;

	if (from < 0)
		return fail(path, err);
	if (fstat(from, &before) != 0 || !S_ISREG(before.st_mode)) {
		close(from);
		return err_set(err, ERR_FAILED, _("cannot read '%s': it is not a regular file"), path);
	}
	if (before.st_size > (off_t)LARGEST) {
		close(from);
		return err_set(err, ERR_INPUT, _("'%s' is larger than %zu bytes"), path, LARGEST);
	}
	to = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	result = to < 0 ? fail(target, err) : copy_bytes(from, to, path, err);
	if (result == 0 && (fstat(from, &after) != 0 || !is_same(&before, &after)))
		result = changes(path, err);
	if (to >= 0)
		close(to);
	close(from);
	return result;
}

/* What is in the log must not have gone into the file, and out of the log, between the two. */
static int copy_parts(const struct copy *copy, struct err *err)
{
	struct stat before, after;

	if (stat(copy->path, &before) != 0)
		return fail(copy->path, err);
	for (size_t i = 0; i < PARTS_COPIED; i++) {
		char *from = mem_printf("%s%s", copy->path, parts[i]), *to = mem_printf("%s%s", copy->file, parts[i]);
		int result = i > 0 && access(from, F_OK) != 0 ? 0 : copy_file(from, to, err);

		free(from);
		free(to);
		if (result != 0)
			return -1;
	}
	return stat(copy->path, &after) == 0 && is_same(&before, &after) ? 0 : changes(copy->path, err);
}

static int make_copy(struct copy *copy, struct err *err)
{
	const char *folder = getenv("TMPDIR");

	copy->path = realpath(copy->name, NULL);
	if (!copy->path)
		return fail(copy->name, err);
	copy->folder = mem_printf("%s/accord-XXXXXX", folder && folder[0] ? folder : "/tmp");
	if (!mkdtemp(copy->folder)) {
		err_set(err, ERR_FAILED, _("cannot write to '%s': %s"), copy->folder, strerror(errno));
		free(copy->folder);
		copy->folder = NULL;
		return -1;
	}
	copy->file = mem_printf("%s/copy", copy->folder);
	return copy_parts(copy, err);
}

static void remove_copy(struct copy *copy)
{
	for (size_t i = 0; copy->file && i < COUNT_OF(parts); i++) {
		char *path = mem_printf("%s%s", copy->file, parts[i]);

		unlink(path);
		free(path);
	}
	if (copy->folder)
		rmdir(copy->folder);
	free(copy->file);
	free(copy->folder);
	free(copy->path);
}

/* One row of a pragma that says "ok". */
static int check_sound(struct store *source, struct err *err)
{
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v2(source->db, "PRAGMA main.quick_check(1)", -1, &statement, NULL);
	bool sound = false;

	if (code == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
		const void *text = sqlite3_column_text(statement, 0);

		sound = text && strcmp(text, "ok") == 0;
	}
	sqlite3_finalize(statement);
	return sound ? 0 : store_damaged(source, err);
}

/* With its log written into it, which what is in memory cannot have. */
static int open_source(struct store *source, struct err *err)
{
	int code = sqlite3_open_v2(source->path, &source->db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);

	if (code != SQLITE_OK)
		return store_fail_code(source, code, err);
	if (sqlite3_db_config(source->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) != SQLITE_OK ||
	    sqlite3_db_config(source->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != SQLITE_OK)
		return store_fail(source, err);
	if (store_check_header(source, store_migrations[store_migration_count - 1].version, err) != 0 ||
	    store_check_schema(source, err) != 0 || check_sound(source, err) != 0)
		return -1;
	return store_execute(source, "PRAGMA journal_mode = DELETE", err);
}

static int fill(struct store *store, void *data, struct err *err)
{
	struct copy *copy = data;
	struct store source = { .path = copy->file, .name = store->name };
	int result = open_source(&source, err);

	if (result == 0) {
		sqlite3_backup *backup = sqlite3_backup_init(store->db, "main", source.db, "main");

		sqlite3_backup_step(backup, -1);
		if (!backup || sqlite3_backup_finish(backup) != SQLITE_OK)
			result = store_fail(store, err);
	}
	sqlite3_close(source.db);
	return result;
}

struct store *store_open_copy(const char *path, struct err *err)
{
	struct copy copy = { .name = path };
	struct store *store = make_copy(&copy, err) == 0 ? store_open_filled(path, fill, &copy, err) : NULL;

	remove_copy(&copy);
	return store;
}
