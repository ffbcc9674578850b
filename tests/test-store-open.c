/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening: whose file it is, its schema, its permissions, and what goes wrong. */
#include "run.h"
#include "store-fixture.h"

#include "base/file.h"
#include "base/str.h"
#include "store/database.h"
#include "store/migrate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

static void refused(const char *path, enum err_code code, const char *message)
{
	struct err err = { 0 };
	struct store *store = store_open(path, &err);

	ck_assert_msg(store == NULL, "'%s' was opened", path);
	ck_assert_msg(strstr(err.message, message) != NULL, "%s", err.message);
	ck_assert_int_eq(err.code, code);
}

static void read_all(const char *path, struct str *bytes)
{
	struct err err = { 0 };

	str_init(bytes);
	ck_assert_msg(file_read(path, 1 << 22, bytes, &err) == 0, "%s", err.message);
}

static void write_all(const char *path, const char *data, size_t length)
{
	ck_assert_int_eq(file_write(path, data, length, true, NULL), 0);
}

/* Refused, and not a byte of the folder is another one. */
static void refused_untouched(const char *path, enum err_code code, const char *message)
{
	struct str before, after;
	char *log = mem_printf("%s-wal", path);
	struct stat status, now;

	read_all(path, &before);
	stat(path, &status);
	refused(path, code, message);
	read_all(path, &after);
	stat(path, &now);
	ck_assert_mem_eq(before.data, after.data, before.length);
	ck_assert_uint_eq(before.length, after.length);
	ck_assert_uint_eq(status.st_mode, now.st_mode);
	ck_assert(!file_exists(log));
	free(log);
	str_release(&before);
	str_release(&after);
}

static void make_database(const char *path, const char *sql)
{
	sqlite3 *db;

	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_msg(
		sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
	sqlite3_close(db);
}

static mode_t mode_of(const char *path)
{
	struct stat status;

	ck_assert_msg(stat(path, &status) == 0, "no '%s'", path);
	return status.st_mode & 0777;
}

static int newest(void)
{
	return store_migrations[store_migration_count - 1].version;
}

START_TEST(is_for_the_user_alone)
{
	static const mode_t masks[] = { 0, 022, 0277 };
	mode_t old = umask(masks[_i]);
	struct store *store = fixture_open(fixture_path("deep/down/a.db"));
	struct session *session = fixture_session(store);

	ck_assert_int_eq(mode_of(fixture_path("deep/down")), 0700);
	ck_assert_int_eq(mode_of(fixture_path("deep/down/a.db")), 0600);
	ck_assert_int_eq(mode_of(fixture_path("deep/down/a.db-wal")), 0600);
	ck_assert_int_eq(mode_of(fixture_path("deep/down/a.db-shm")), 0600);
	session_free(session);
	store_close(store);
	umask(old);
}
END_TEST

START_TEST(a_copied_file_is_closed_to_others)
{
	store_close(fixture_open(fixture_path("a.db")));
	chmod(fixture_path("a.db"), 0664);
	store_close(fixture_open(fixture_path("a.db")));
	ck_assert_int_eq(mode_of(fixture_path("a.db")), 0600);
}
END_TEST

START_TEST(is_set_up_as_promised)
{
	struct store *store = fixture_open(fixture_path("a.db"));

	ck_assert_int_eq(fixture_number(store, "PRAGMA application_id"), STORE_APPLICATION_ID);
	ck_assert_int_eq(fixture_number(store, "PRAGMA user_version"), newest());
	ck_assert_int_eq(fixture_number(store, "PRAGMA foreign_keys"), 1);
	ck_assert_int_eq(fixture_number(store, "PRAGMA synchronous"), 2);
	ck_assert_int_eq(fixture_number(store, "PRAGMA secure_delete"), 1);
	ck_assert_int_eq(fixture_number(store, "PRAGMA temp_store"), 2);
	ck_assert_int_eq(fixture_number(store, "PRAGMA trusted_schema"), 0);
	ck_assert_int_eq(fixture_number(store, "PRAGMA busy_timeout"), 5000);
	ck_assert_int_eq(
		fixture_number(store, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
	ck_assert_int_eq(fixture_number(store,
		"SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
		" AND name NOT LIKE 'sqlite%' AND NOT strict"), 0);
	store_close(store);
}
END_TEST

START_TEST(an_empty_file_becomes_one)
{
	write_all(fixture_path("a.db"), "", 0);
	store_close(fixture_open(fixture_path("a.db")));
}
END_TEST

START_TEST(newer)
{
	char *expected;

	store_close(fixture_open(fixture_path("a.db")));
	make_database(
		fixture_path("a.db"), "PRAGMA journal_mode = DELETE; PRAGMA user_version = 77");
	expected = mem_printf(
		"it has schema 77 and this accord knows %d: use the newer accord", newest());
	refused_untouched(fixture_path("a.db"), ERR_INPUT, expected);
	free(expected);
}
END_TEST

/* Its version may still be in the log of somebody who has it open. */
START_TEST(newer_in_the_log)
{
	sqlite3 *db;

	store_close(fixture_open(fixture_path("a.db")));
	ck_assert_int_eq(sqlite3_open(fixture_path("a.db"), &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, "PRAGMA user_version = 77", NULL, NULL, NULL), SQLITE_OK);
	refused(fixture_path("a.db"), ERR_INPUT, "it has schema 77");
	sqlite3_close(db);
}
END_TEST

START_TEST(of_another_application)
{
	make_database(fixture_path("a.db"), "CREATE TABLE mine (x)");
	refused_untouched(fixture_path("a.db"), ERR_INPUT, "it belongs to another application");
	make_database(fixture_path("b.db"),
		"PRAGMA application_id = 7; PRAGMA user_version = 1; CREATE TABLE x (y)");
	refused_untouched(fixture_path("b.db"), ERR_INPUT, "it belongs to another application");
}
END_TEST

START_TEST(no_database)
{
	struct str text;

	write_all(fixture_path("a.db"), "hello\n", 6);
	refused_untouched(fixture_path("a.db"), ERR_INPUT, "it is no database: name another file");
	str_init(&text);
	str_repeat(&text, "all work and no play ", 1000);
	write_all(fixture_path("b.db"), text.data, text.length);
	refused_untouched(fixture_path("b.db"), ERR_INPUT, "it is no database: name another file");
	str_release(&text);
}
END_TEST

START_TEST(damaged)
{
	struct str bytes;

	store_close(fixture_open(fixture_path("a.db")));
	read_all(fixture_path("a.db"), &bytes);
	memset(bytes.data + 100, 0x5a, bytes.length - 100);
	write_all(fixture_path("a.db"), bytes.data, bytes.length);
	refused(fixture_path("a.db"), ERR_INPUT, "it is damaged");
	str_release(&bytes);
}
END_TEST

START_TEST(damaged_below_the_surface)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct session_head *heads;
	struct err err = { 0 };
	struct str bytes;
	size_t count;

	store_close(store);
	read_all(fixture_path("a.db"), &bytes);
	memset(bytes.data + 8192, 0x5a, bytes.length - 8192);
	write_all(fixture_path("a.db"), bytes.data, bytes.length);
	store = store_open(fixture_path("a.db"), &err);
	if (store)
		ck_assert_int_eq(store_heads(store, 0, &heads, &count, &err), -1);
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "it is damaged: restore a backup"));
	str_release(&bytes);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(without_its_tables)
{
	char *sql = mem_printf(
		"PRAGMA application_id = %d; PRAGMA user_version = %d", STORE_APPLICATION_ID,
		newest());

	make_database(fixture_path("a.db"), sql);
	refused(fixture_path("a.db"), ERR_INPUT, "it is damaged");
	free(sql);
}
END_TEST

START_TEST(with_triggers_of_others)
{
	store_close(fixture_open(fixture_path("a.db")));
	make_database(fixture_path("a.db"),
		"CREATE TRIGGER spy AFTER INSERT ON ballot BEGIN DELETE FROM person; END");
	refused(fixture_path("a.db"), ERR_INPUT,
		"it holds triggers or views that accord has not made");
}
END_TEST

/* What would have SQLite run a module of its own over whatever is in the file. */
static const char *const tables_of_others[] = {
	"CREATE VIRTUAL TABLE other USING fts5 (a)",
	"create /**/ virtual table OTHER using fts5 (a)",
	"DROP TABLE search; CREATE TABLE search (words, more, step)",
	"DROP TABLE search; CREATE VIRTUAL TABLE search USING fts5 (words, more, step, content = 'person')",
	"DROP TABLE search; CREATE VIRTUAL TABLE SEARCH USING fts5 (words, more, step UNINDEXED)",
};

START_TEST(with_tables_of_others)
{
	struct err err = { 0 };

	store_close(fixture_open(fixture_path("a.db")));
	make_database(fixture_path("a.db"), tables_of_others[_i]);
	refused(fixture_path("a.db"), ERR_INPUT, "it holds tables that accord has not made: do not trust it");
	ck_assert_ptr_null(store_open_copy(fixture_path("a.db"), &err));
	ck_assert_msg(strstr(err.message, "it holds tables that accord has not made"), "%s", err.message);
}
END_TEST

START_TEST(not_a_file)
{
	refused(fixture_path(""), ERR_FAILED, "it is a folder: name a file");
	refused("", ERR_USAGE, "the database needs a file name");
	ck_assert_int_eq(mkfifo(fixture_path("pipe"), 0600), 0);
	refused(fixture_path("pipe"), ERR_FAILED, "it is not a regular file");
	write_all(fixture_path("plain"), "x", 1);
	refused(fixture_path("plain/a.db"), ERR_FAILED, "cannot");
}
END_TEST

/* Root may write everywhere, so these become somebody else for a while. */
static void be_nobody(void)
{
	if (geteuid() != 0)
		return;
	ck_assert_int_eq(chown(fixture_path(""), NOBODY, NOBODY), 0);
	ck_assert_int_eq(seteuid(NOBODY), 0);
}

static void be_oneself(void)
{
	if (geteuid() != getuid())
		ck_assert_int_eq(seteuid(getuid()), 0);
}

START_TEST(read_only_file)
{
	be_nobody();
	store_close(fixture_open(fixture_path("a.db")));
	chmod(fixture_path("a.db"), 0400);
	refused_untouched(fixture_path("a.db"), ERR_FAILED, "no permission to write there");
	be_oneself();
}
END_TEST

START_TEST(unreadable_file)
{
	be_nobody();
	store_close(fixture_open(fixture_path("a.db")));
	chmod(fixture_path("a.db"), 0);
	refused(fixture_path("a.db"), ERR_FAILED, "check file and folder");
	be_oneself();
}
END_TEST

START_TEST(read_only_folder)
{
	be_nobody();
	store_close(fixture_open(fixture_path("a.db")));
	chmod(fixture_path(""), 0500);
	refused_untouched(fixture_path("a.db"), ERR_FAILED, "no permission to write there");
	refused(fixture_path("b.db"), ERR_FAILED, "Permission denied");
	chmod(fixture_path(""), 0700);
	be_oneself();
}
END_TEST

START_TEST(full_disk)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct err err = { 0 };
	struct str text;
	char *before = fixture_dump(store, session->id), *after, *image = fixture_image(session),
	     *now;
	struct changes changes = { 0 };

	store_execute(store, "PRAGMA max_page_count = 1", NULL);
	str_init(&text);
	str_repeat(&text, "x", 3900);
	for (int i = 0; i < 20; i++)
		change_item_add(&changes, ITEM_NOTE, NULL, text.data, NULL, 0);
	ck_assert_int_eq(store_apply(store, session, &changes, &err), -1);
	ck_assert_int_eq(err.code, ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(err.message, "the disk is full: make room and try again"));
	after = fixture_dump(store, session->id);
	now = fixture_image(session);
	ck_assert_str_eq(before, after);
	ck_assert_str_eq(image, now);
	ck_assert_int_eq(store->depth, 0);

	/* With room again, all is well. */
	store_execute(store, "PRAGMA max_page_count = 100000", NULL);
	ck_assert_int_eq(store_apply(store, session, &changes, &err), 0);
	changes_release(&changes);
	str_release(&text);
	free(before);
	free(after);
	free(image);
	free(now);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(locked_by_another)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct err err = { 0 };
	sqlite3 *db;

	ck_assert_int_eq(sqlite3_open(fixture_path("a.db"), &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_busy_timeout(store->db, 10);
	ck_assert_int_eq(fixture_try(store, session, "session title Other", &err), -1);
	ck_assert_ptr_nonnull(strstr(err.message, "another program is writing to it"));
	sqlite3_close(db);
	fixture_apply(store, session, "session title Other");
	session_free(session);
	store_close(store);
}
END_TEST

/* Migrations. */

/* What may follow the schemas that there are; each step is one version more. */

static const char *const good[] = {
	"ALTER TABLE item ADD COLUMN colour TEXT NOT NULL DEFAULT 'red';",
	"CREATE TABLE extra (session TEXT NOT NULL) STRICT; UPDATE item SET colour = 'blue';",
};

static const char *const broken[] = {
	"CREATE TABLE half (x INTEGER) STRICT;",
	"INSERT INTO half VALUES (1); INSERT INTO nothing VALUES (1);",
};

static const char *const dangling[] = {
	"INSERT INTO person (session, id, name, role, side) VALUES ('nowhere!', 1, 'x', '', 0);",
};

static struct store *open_with(const char *const *steps, size_t count, struct err *err)
{
	struct migration all[16];

	ck_assert_uint_le(store_migration_count + count, COUNT_OF(all));
	memcpy(all, store_migrations, store_migration_count * sizeof *all);
	for (size_t i = 0; i < count; i++)
		all[store_migration_count + i] =
			(struct migration){ newest() + 1 + (int)i, steps[i] };
	return store_open_with(fixture_path("a.db"), all, store_migration_count + count, err);
}

/* What the copy beside the database is called; times counts the copies of this version. */
static const char *backup(int version, int times)
{
	char name[40];

	if (times == 1)
		snprintf(name, sizeof name, "a.db.backup-v%d", version);
	else
		snprintf(name, sizeof name, "a.db.backup-v%d.%d", version, times);
	return fixture_path(name);
}

static char *last_image(struct store *store)
{
	char id[SESSION_ID_LENGTH + 1], *image;
	struct session *session;
	struct err err = { 0 };

	ck_assert_int_eq(store_resolve(store, "last", id, NULL), 0);
	session = store_load(store, id, fixture_parse, &err);
	ck_assert_msg(session != NULL, "%s", err.message);
	image = fixture_image(session);
	session_free(session);
	return image;
}

START_TEST(older)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	char *before, *after, *message;
	struct err err = { 0 };

	fixture_apply(store, session, "item note - Hm - -; ballot alpha/scale 1 own 4");
	before = fixture_image(session);
	store_close(store);
	session_free(session);

	store = open_with(good, COUNT_OF(good), &err);
	ck_assert_msg(store != NULL, "%s", err.message);
	ck_assert_int_eq(fixture_number(store, "PRAGMA user_version"), newest() + 2);
	ck_assert_int_eq(
		fixture_number(store, "SELECT count(*) FROM item WHERE colour = 'blue'"), 1);
	store_close(store);
	message = mem_printf("it has schema %d and this accord knows %d", newest() + 2, newest());
	refused(fixture_path("a.db"), ERR_INPUT, message);
	free(message);

	/* The copy is the file as it was. */
	ck_assert_int_eq(mode_of(backup(newest(), 1)), 0600);
	store = fixture_open(backup(newest(), 1));
	after = last_image(store);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
	store_close(store);
}
END_TEST

START_TEST(older_that_cannot_be_migrated)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct err err = { 0 };

	store_close(store);
	for (int i = 0; i < 2; i++) {
		ck_assert_ptr_null(open_with(broken, COUNT_OF(broken), &err));
		ck_assert_msg(strstr(err.message, "nothing") != NULL, "%s", err.message);
	}
	ck_assert_ptr_null(open_with(dangling, COUNT_OF(dangling), &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert(file_exists(backup(newest(), 1)));
	ck_assert(file_exists(backup(newest(), 2)));

	store = fixture_open(fixture_path("a.db"));
	ck_assert_int_eq(fixture_number(store, "PRAGMA user_version"), newest());
	ck_assert_int_eq(
		fixture_number(store, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM person"), 4);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(new_ones_take_all_steps_without_a_backup)
{
	struct store *store = open_with(good, COUNT_OF(good), NULL);

	ck_assert_ptr_nonnull(store);
	ck_assert_int_eq(fixture_number(store, "PRAGMA user_version"), newest() + 2);
	ck_assert(!file_exists(backup(0, 1)));
	store_close(store);
}
END_TEST

/* A file of schema 1, with two sessions, one of them half way. */
static const char *const of_schema_1[] = {
	"INSERT INTO bank VALUES (1, 7, 'Fixture', '" FIXTURE_BANK_TEXT "')",
	"INSERT INTO session (number, id, bank, title, organisation, facilitator, agenda, date,"
	" state, place, created, changed, people, actions) VALUES"
	" (1, 'aaaa2222', 1, 'Spring', 'Acme', 'Fay', 'short', 20500, 'running', 'alpha/scale', 1,"
	" 2, 4, 1),"
	" (2, 'bbbb3333', 1, 'Autumn', '', '', 'short', NULL, 'planned', '', 1, 1, 0, 0)",
	"INSERT INTO person VALUES ('aaaa2222', 1, 'Ana', 'brand', 0, 'present'),"
	" ('aaaa2222', 2, 'Ben', '', 0, 'away'), ('aaaa2222', 3, 'Caz', '', 1, 'present'),"
	" ('aaaa2222', 4, 'Dev', '', 1, 'present')",
	"INSERT INTO module VALUES ('aaaa2222', 'alpha', 1, 28, 0, 61),"
	" ('aaaa2222', 'beta', 2, 20, 1, 0), ('bbbb3333', 'alpha', 1, 28, 0, 0)",
	"INSERT INTO step VALUES ('aaaa2222', 'alpha/scale', 'revealed', 'roll-call', 2),"
	" ('aaaa2222', 'alpha/secret', 'collecting', 'roll-call', 1)",
	"INSERT INTO ballot VALUES ('aaaa2222', 'alpha/scale', 1, 'old', 0, 1, '2', NULL),"
	" ('aaaa2222', 'alpha/scale', 2, 'new', 0, 1, '4', '3'),"
	" ('aaaa2222', 'alpha/secret', 1, 'rnd', 1, NULL, '5', NULL)",
	"INSERT INTO voted VALUES ('aaaa2222', 'alpha/secret', 1, 3, 1, 0)",
	"INSERT INTO row VALUES ('aaaa2222', 1, 'beta/reg', 1), ('aaaa2222', 2, 'beta/reg', 2)",
	"INSERT INTO cell VALUES ('aaaa2222', 1, 'vendor', 'Acme'), ('aaaa2222', 2, 'owner', '3')",
	"INSERT INTO rating VALUES ('aaaa2222', 'beta/pairs', 1, 2, 2, -1)",
	"INSERT INTO merge VALUES ('aaaa2222', 'beta/reg', 'a', 'b', 1)",
	"INSERT INTO item VALUES ('aaaa2222', 1, 'action', 'alpha/scale', 'Ask', 'Ben', 20600, 0,"
	" 5), ('aaaa2222', 2, 'note', '', 'Hm', '', NULL, 0, 6), ('aaaa2222', 4, 'decision',"
	" 'alpha/scale', 'We \"meet\"', '', NULL, 0, 7)",
	"INSERT INTO draft VALUES ('aaaa2222', 'note:alpha/scale', 'Half a', 30),"
	" ('aaaa2222', 'edit:1', 'Ask the', 20), ('bbbb3333', 'person:new', 'Eve, it', 10)",
	"INSERT INTO change VALUES ('aaaa2222', 1, 'odd', 'done'), ('aaaa2222', 2, 'note', 'done'),"
	" ('aaaa2222', 3, 'removing', 'done'), ('aaaa2222', 4, 'rewording', 'done'),"
	" ('aaaa2222', 5, 'decision', 'undone')",
	"INSERT INTO journal VALUES ('aaaa2222', 1, 1, 'item', 'no image', 'neither'),"
	" ('aaaa2222', 2, 1, 'item', NULL, '{\"id\":2,\"kind\":\"note\","
	"\"step\":\"\",\"text\":\"Hm\",\"owner\":\"\",\"due\":null,\"done\":0,\"created\":6}'),"
	" ('aaaa2222', 3, 1, 'item', '{\"id\":3,\"kind\":\"parked\",\"step\":\"beta/reg\","
	"\"text\":\"Later\",\"owner\":\"\",\"due\":null,\"done\":1,\"created\":6}', NULL),"
	" ('aaaa2222', 4, 1, 'item', '{\"id\":4,\"kind\":\"decision\",\"step\":\"alpha/scale\","
	"\"text\":\"We \\\"talk\\\"\",\"owner\":\"\",\"due\":null,\"done\":0,\"created\":7}',"
	" '{\"id\":4,\"kind\":\"decision\",\"step\":\"alpha/scale\","
	"\"text\":\"We \\\"meet\\\"\",\"owner\":\"\",\"due\":null,\"done\":0,\"created\":7}'),"
	" ('aaaa2222', 4, 2, 'session', '{\"title\":\"Winter\",\"organisation\":\"Acme\","
	"\"facilitator\":\"Fay\",\"date\":20500,\"state\":\"running\",\"n_min\":3}',"
	" '{\"title\":\"Spring\",\"organisation\":\"Acme\",\"facilitator\":\"Fay\",\"date\":20500,"
	"\"state\":\"running\",\"n_min\":3}'),"
	" ('aaaa2222', 5, 1, 'item', NULL, '{\"id\":5,\"kind\":\"decision\",\"step\":\"\","
	"\"text\":\"Both sign\",\"owner\":\"\",\"due\":null,\"done\":0,\"created\":8}')",
};

static const char image_of_schema_1[] =
	"session Spring|Acme|Fay|short|2026-02-16|running|3|alpha/scale\n"
	"person 1 Ana|brand 0 present\n"
	"person 2 Ben| 0 away\n"
	"person 3 Caz| 1 present\n"
	"person 4 Dev| 1 present\n"
	"module alpha 28 61\n"
	"module beta 20 dropped 0\n"
	"step alpha/scale revealed roll-call 2: 1/0/4/3\n"
	"step alpha/secret collecting roll-call 1: 0/1/5/ v3:10\n"
	"step alpha/quiet waiting roll-call 1:\n"
	"step alpha/side waiting roll-call 1:\n"
	"step alpha/room waiting roll-call 1:\n"
	"row 1 beta/reg: vendor=Acme\n"
	"row 2 beta/reg: owner=3\n"
	"rating beta/pairs 1 2 2: -1\n"
	"merge beta/reg a b: 1\n"
	"item 1 action alpha/scale|Ask|Ben|2026-05-27\n"
	"item 2 note |Hm||\n"
	"item 4 decision alpha/scale|We \"meet\"||\n";

static void make_schema_1(void)
{
	sqlite3 *db;
	char *pragmas = mem_printf(
		"PRAGMA application_id = %d; PRAGMA user_version = 1", STORE_APPLICATION_ID);

	ck_assert_int_eq(sqlite3_open(fixture_path("a.db"), &db), SQLITE_OK);
	ck_assert_int_eq(store_migrations[0].version, 1);
	ck_assert_int_eq(sqlite3_exec(db, store_migrations[0].sql, NULL, NULL, NULL), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, pragmas, NULL, NULL, NULL), SQLITE_OK);
	ck_assert_int_eq(
		sqlite3_exec(db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL), SQLITE_OK);
	for (size_t i = 0; i < COUNT_OF(of_schema_1); i++)
		ck_assert_msg(sqlite3_exec(db, of_schema_1[i], NULL, NULL, NULL) == SQLITE_OK,
			"%s: %s", of_schema_1[i], sqlite3_errmsg(db));
	sqlite3_close(db);
	free(pragmas);
}

/* Every row of a query, a line each with bars between; for free(). */
static char *rows(const char *path, const char *sql)
{
	sqlite3_stmt *statement;
	struct str out;
	sqlite3 *db;

	str_init(&out);
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s",
		sqlite3_errmsg(db));
	while (sqlite3_step(statement) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(statement); i++) {
			const void *text = sqlite3_column_text(statement, i);

			str_printf(&out, "%s%s", i ? "|" : "", text ? (const char *)text : "-");
		}
		str_addc(&out, '\n');
	}
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return out.data;
}

#define DRAFTS "SELECT session, field, text, saved FROM draft ORDER BY saved"

/* What was done before can be taken back, and done again, with all that came later in between. */
static void check_undo_of_schema_1(struct store *store)
{
	struct session *session = store_load(store, "aaaa2222", fixture_parse, NULL);
	static const char *const images[] = {
		"item 1 action alpha/scale|Ask|Ben|2026-05-27\nitem 2 note |Hm||\n"
		"item 4 decision alpha/scale|We \"talk\"||\n",
		"item 1 action alpha/scale|Ask|Ben|2026-05-27\nitem 2 note |Hm||\n"
		"item 3 parked beta/reg|Later|| done\nitem 4 decision alpha/scale|We \"talk\"||\n",
		"item 1 action alpha/scale|Ask|Ben|2026-05-27\n"
		"item 3 parked beta/reg|Later|| done\nitem 4 decision alpha/scale|We \"talk\"||\n",
	};
	char *before = fixture_image(session), *got, *label;
	struct err err = { 0 };

	ck_assert_int_eq(store_redo(store, session, &label, &err), 1);
	free(label);
	got = fixture_image(session);
	ck_assert_ptr_nonnull(strstr(got, "item 5 decision |Both sign||\n"));
	free(got);
	fixture_apply(store, session, "item-set 5 yes-0 Ana; item-set 5 dissent Hm; item-set 4 yes-1 Dev;"
		" session halted set-aside");
	for (int i = 0; i < 2; i++) {
		ck_assert_int_eq(store_undo(store, session, &label, &err), 1);
		free(label);
	}
	got = fixture_image(session);
	ck_assert_str_eq(got, before);
	free(got);
	for (size_t i = 0; i < COUNT_OF(images); i++) {
		ck_assert_msg(store_undo(store, session, &label, &err) == 1, "%s", err.message);
		free(label);
		ck_assert_str_eq(session->title, "Winter");
		got = fixture_image(session);
		ck_assert_ptr_nonnull(strstr(got, images[i]));
		free(got);
	}
	/* What never was an image is still none. */
	ck_assert_int_eq(store_undo(store, session, &label, &err), -1);
	for (size_t i = 0; i < COUNT_OF(images); i++) {
		ck_assert_msg(store_redo(store, session, &label, &err) == 1, "%s", err.message);
		free(label);
	}
	got = fixture_image(session);
	ck_assert_str_eq(got, before);
	free(got);
	free(before);
	session_free(session);
}

START_TEST(schema_1)
{
	static const char drafts[] = "bbbb3333|person:new|Eve, it|10\n"
				     "aaaa2222|edit:1|Ask the|20\n"
				     "aaaa2222|note:alpha/scale|Half a|30\n";
	static const char schema[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
				     " ORDER BY type, name";
	struct store *store;
	struct err err = { 0 };
	char *got, *fresh;

	make_schema_1();
	store = store_open(fixture_path("a.db"), &err);
	ck_assert_msg(store != NULL, "%s", err.message);
	ck_assert_int_eq(fixture_number(store, "PRAGMA user_version"), newest());
	got = last_image(store);
	ck_assert_str_eq(got, image_of_schema_1);
	free(got);

	check_undo_of_schema_1(store);
	store_close(store);

	got = rows(fixture_path("a.db"), DRAFTS);
	ck_assert_str_eq(got, drafts);
	free(got);
	got = rows(fixture_path("a.db"), "PRAGMA integrity_check");
	ck_assert_str_eq(got, "ok\n");
	free(got);
	got = rows(fixture_path("a.db"), schema);
	store_close(fixture_open(fixture_path("fresh.db")));
	fresh = rows(fixture_path("fresh.db"), schema);
	ck_assert_str_eq(got, fresh);
	free(got);
	free(fresh);

	/* The copy has the old schema, and all that it held. */
	ck_assert_int_eq(mode_of(backup(1, 1)), 0600);
	got = rows(backup(1, 1), "PRAGMA user_version");
	ck_assert_str_eq(got, "1\n");
	free(got);
	got = rows(backup(1, 1), DRAFTS);
	ck_assert_str_eq(got, drafts);
	free(got);
	store = fixture_open(backup(1, 1));
	got = last_image(store);
	ck_assert_str_eq(got, image_of_schema_1);
	free(got);
	store_close(store);
}
END_TEST

/* It is migrated in memory; the file has its schema still, and no backup beside it. */
START_TEST(a_copy_of_schema_1)
{
	struct store *store;
	struct err err = { 0 };
	char *got;

	make_schema_1();
	store = store_open_copy(fixture_path("a.db"), &err);
	ck_assert_msg(store != NULL, "%s", err.message);
	ck_assert_int_eq(fixture_number(store, "PRAGMA user_version"), newest());
	got = last_image(store);
	ck_assert_str_eq(got, image_of_schema_1);
	free(got);
	store_close(store);
	got = rows(fixture_path("a.db"), "PRAGMA user_version");
	ck_assert_str_eq(got, "1\n");
	free(got);
	ck_assert(!file_exists(backup(1, 1)));
}
END_TEST

/* Transactions. */

START_TEST(transactions_nest)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);

	ck_assert_int_eq(store_begin(store, "outer", NULL), 0);
	fixture_apply(store, session, "session title One");
	ck_assert_int_eq(store_begin(store, "inner", NULL), 0);
	fixture_apply(store, session, "session title Two");
	store_rollback(store, "inner");
	ck_assert_int_eq(store_reload(store, session, NULL), 0);
	ck_assert_str_eq(session->title, "One");
	ck_assert_int_eq(store_commit(store, "outer", NULL), 0);
	ck_assert_int_eq(store_begin(store, "outer", NULL), 0);
	fixture_apply(store, session, "session title Three");
	store_rollback(store, "outer");
	ck_assert_int_eq(store_reload(store, session, NULL), 0);
	ck_assert_str_eq(session->title, "One");
	ck_assert_int_eq(store->depth, 0);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(others_are_noticed)
{
	struct store *one = fixture_open(fixture_path("a.db")),
		     *two = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(one),
		       *seen = store_load(two, session->id, fixture_parse, NULL);
	int64_t before, after;

	ck_assert_int_eq(store_version(two, &before, NULL), 0);
	ck_assert_int_eq(store_version(two, &after, NULL), 0);
	ck_assert_int_eq(before, after);
	fixture_apply(one, session, "session title Other");
	ck_assert_int_eq(store_version(two, &after, NULL), 0);
	ck_assert_int_ne(before, after);
	ck_assert_int_eq(store_reload(two, seen, NULL), 0);
	ck_assert_str_eq(seen->title, "Other");
	session_free(session);
	session_free(seen);
	store_close(one);
	store_close(two);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-open");
	TCase *tcase = tcase_create("open");

	tcase_add_checked_fixture(tcase, fixture_set_up, fixture_sweep);
	tcase_add_loop_test(tcase, is_for_the_user_alone, 0, 3);
	tcase_add_test(tcase, a_copied_file_is_closed_to_others);
	tcase_add_test(tcase, is_set_up_as_promised);
	tcase_add_test(tcase, an_empty_file_becomes_one);
	tcase_add_test(tcase, newer);
	tcase_add_test(tcase, newer_in_the_log);
	tcase_add_test(tcase, of_another_application);
	tcase_add_test(tcase, no_database);
	tcase_add_test(tcase, damaged);
	tcase_add_test(tcase, damaged_below_the_surface);
	tcase_add_test(tcase, without_its_tables);
	tcase_add_test(tcase, with_triggers_of_others);
	tcase_add_loop_test(tcase, with_tables_of_others, 0, (int)COUNT_OF(tables_of_others));
	tcase_add_test(tcase, not_a_file);
	tcase_add_test(tcase, read_only_file);
	tcase_add_test(tcase, unreadable_file);
	tcase_add_test(tcase, read_only_folder);
	tcase_add_test(tcase, full_disk);
	tcase_add_test(tcase, locked_by_another);
	tcase_add_test(tcase, older);
	tcase_add_test(tcase, schema_1);
	tcase_add_test(tcase, a_copy_of_schema_1);
	tcase_add_test(tcase, older_that_cannot_be_migrated);
	tcase_add_test(tcase, new_ones_take_all_steps_without_a_backup);
	tcase_add_test(tcase, transactions_nest);
	tcase_add_test(tcase, others_are_noticed);
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
