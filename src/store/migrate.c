/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schemas, and the runner that brings a file from one to the next. */
#include "store/migrate.h"

#include "base/i18n.h"
#include "store/database.h"
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BACKUPS 99

/* Made from the .sql files at build time. */
extern const char store_sql_schema_1[], store_sql_schema_2[], store_sql_schema_3[],
	store_sql_schema_4[], store_sql_search[];

static int read_number(struct store *store, const char *sql, int *number, struct err *err)
{
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
	int result = 0;

	*number = 0;
	if (code == SQLITE_OK)
		code = sqlite3_step(statement);
	if (code == SQLITE_ROW)
		*number = sqlite3_column_int(statement, 0);
	else if (code != SQLITE_DONE)
		result = store_fail(store, err);
	sqlite3_finalize(statement);
	return result;
}

static int set_number(struct store *store, const char *pragma, int number, struct err *err)
{
	char *sql = mem_printf("PRAGMA %s = %d", pragma, number);
	int result = store_execute(store, sql, err);

	free(sql);
	return result;
}

/* An empty file for us alone with a name that is free; for free(). */
static char *backup_file(const struct store *store, int version, struct err *err)
{
	for (int i = 1; i <= BACKUPS; i++) {
		char *path = i == 1 ? mem_printf("%s.backup-v%d", store->path, version) :
				      mem_printf("%s.backup-v%d.%d", store->path, version, i);
		int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

		if (fd >= 0) {
			fchmod(fd, 0600);
			close(fd);
			return path;
		}
		free(path);
		if (errno != EEXIST)
			break;
	}
	err_set(err, ERR_FAILED, _("cannot write a backup beside '%s': %s"), store->path,
		strerror(errno));
	return NULL;
}

static int copy(struct store *store, int version, struct err *err)
{
	char *path = backup_file(store, version, err);
	sqlite3 *target = NULL;
	sqlite3_backup *backup = NULL;
	int code, result = 0;

	if (!path)
		return -1;
	code = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
	if (code == SQLITE_OK) {
		backup = sqlite3_backup_init(target, "main", store->db, "main");
		sqlite3_backup_step(backup, -1);
		code = backup ? sqlite3_backup_finish(backup) : sqlite3_errcode(target);
	}
	sqlite3_close(target);
	if (code != SQLITE_OK) {
		result = err_set(err, ERR_FAILED, _("cannot write the backup '%s': %s"), path,
			sqlite3_errstr(code));
		unlink(path);
	}
	free(path);
	return result;
}

static int run_all(struct store *store, const struct migration *migrations, size_t count,
	int version, struct err *err)
{
	int broken;

	for (size_t i = 0; i < count; i++)
		if (migrations[i].version > version &&
		    (store_execute(store, migrations[i].sql, err) != 0 ||
		     set_number(store, "user_version", migrations[i].version, err) != 0))
			return -1;
	if (version == 0 && set_number(store, "application_id", STORE_APPLICATION_ID, err) != 0)
		return -1;
	/* Foreign keys are off until the file is open, so that a migration may build a table anew.
	 */
	if (read_number(store, "SELECT count(*) FROM pragma_foreign_key_check", &broken, err) != 0)
		return -1;
	return broken ? store_damaged(store, err) : 0;
}

int migrate(struct store *store, const struct migration *migrations, size_t count, struct err *err)
{
	int last = migrations[count - 1].version;
	int version, now;

	if (read_number(store, "PRAGMA user_version", &version, err) != 0)
		return -1;
	if (version > last)
		return err_set(err, ERR_INPUT,
			_("cannot open '%s': it has schema %d and this accord knows %d: use the"
				" newer accord"),
			store->name, version, last);
	if (version == last)
		return 0;
	if (version > 0 && strcmp(store->path, ":memory:") != 0 && copy(store, version, err) != 0)
		return -1;
	if (store_begin(store, __func__, err) != 0)
		return -1;
	/* Another accord may have been faster. */
	if (read_number(store, "PRAGMA user_version", &now, err) == 0 &&
	    (now == last || run_all(store, migrations, count, now, err) == 0))
		return store_commit(store, __func__, err);
	store_rollback(store, __func__);
	return -1;
}

const struct migration store_migrations[] = {
	{ .version = 1, .sql = store_sql_schema_1 },
	{ .version = 2, .sql = store_sql_schema_2 },
	{ .version = 3, .sql = store_sql_schema_3 },
	{ .version = 4, .sql = store_sql_schema_4 },
	{ .version = 4, .sql = store_sql_search },
};
const size_t store_migration_count = COUNT_OF(store_migrations);
