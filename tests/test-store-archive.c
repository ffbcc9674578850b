/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives: out of one database and into another, in place of what is there, and what the file tells then. */
#include "run.h"
#include "store-fixture.h"

#include "base/date.h"
#include "base/file.h"
#include "model/archive.h"
#include "store/database.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char rich[] =
	"session title Rich; session n_min 2; person-set 3 presence away; module alpha minutes 12;"
	" ballot alpha/scale 1 own 4; ballot alpha/scale 1 prediction 2; ballot alpha/scale 3 own 1;"
	" ballot alpha/secret 1 own 5; ballot alpha/secret 2 own 3; ballot alpha/secret 3 prediction 2;"
	" ballot alpha/side -1 own yes; ballot alpha/room -3 own together;"
	" row-add beta/reg 1 -; row-add beta/reg 2 0; cell 1 vendor Vela; cell 2 vendor Cobalt; cell 1 owner 2;"
	" rating beta/pairs 1 2 0 1; merge beta/reg cobalt vela 1;"
	" item note - A_note - -; item action alpha/scale Do_it Ana 2026-12-24; item decision - Done_so - -";

static struct session *make_rich(struct store *store)
{
	struct session *session = fixture_session(store);

	fixture_apply(store, session, rich);
	fixture_apply(store, session, "state alpha/scale revealed");
	fixture_apply(store, session, "reopen alpha/scale");
	fixture_apply(store, session, "ballot alpha/scale 2 own 5");
	return session;
}

static struct archive *archive_of(struct store *store, const struct session *session)
{
	struct err err = { 0 };
	struct archive *archive = store_archive(store, session, &err);

	ck_assert_msg(archive != NULL, "%s", err.message);
	return archive;
}

static void restore(struct store *store, const struct archive *archive)
{
	struct err err = { 0 };
	struct bank *bank = fixture_bank();

	ck_assert_msg(store_restore(store, archive, bank, &err) == 0, "%s", err.message);
	bank_free(bank);
}

static struct session *load(struct store *store, const char *id)
{
	struct err err = { 0 };
	struct session *session = store_load(store, id, fixture_parse, &err);

	ck_assert_msg(session != NULL, "%s", err.message);
	return session;
}

START_TEST(what_is_restored_is_what_was_there)
{
	struct store *store = fixture_open(fixture_path("a.db")), *other = fixture_open(fixture_path("b.db"));
	struct session *session = make_rich(store), *again;
	struct archive *archive = archive_of(store, session);
	char *was = fixture_image(session), *is;

	restore(other, archive);
	again = load(other, session->id);
	is = fixture_image(again);
	ck_assert_str_eq(is, was);
	ck_assert_int_eq(fixture_number(other, "SELECT count(*) FROM ballot"), fixture_number(store, "SELECT count(*) FROM ballot"));
	ck_assert_int_eq(fixture_number(other, "SELECT count(DISTINCT round) FROM ballot"), 2);
	ck_assert_int_eq(fixture_number(other, "SELECT sum(changes) FROM sitting"),
		fixture_number(store, "SELECT sum(changes) FROM sitting"));
	ck_assert_int_eq(fixture_number(other, "SELECT changed FROM session"), fixture_number(store, "SELECT changed FROM session"));
	ck_assert_int_eq(fixture_number(other, "SELECT actions FROM session"), 1);
	ck_assert_int_eq(fixture_number(other, "SELECT stale FROM session"), 1);
	free(was);
	free(is);
	archive_free(archive);
	session_free(session);
	session_free(again);
	store_close(store);
	store_close(other);
}
END_TEST

/* Drafts are what somebody is typing here; undo would put back what is not there any more. */
START_TEST(what_takes_its_place_leaves_drafts_and_drops_undo)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = make_rich(store);
	struct archive *archive = archive_of(store, session);
	char *was = fixture_image(session), *is, *text = NULL, *label;

	fixture_apply(store, session, "item note - Another - -; person-remove 4");
	ck_assert_int_eq(store_draft_save(store, session->id, "note:-", "half a", NULL), 0);
	restore(store, archive);
	ck_assert_int_eq(store_reload(store, session, NULL), 0);
	is = fixture_image(session);
	ck_assert_str_eq(is, was);
	ck_assert_int_eq(store_draft_load(store, session->id, "note:-", &text, NULL), 1);
	ck_assert_str_eq(text, "half a");
	ck_assert_int_eq(store_undo(store, session, &label, NULL), 0);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM journal"), 0);
	free(was);
	free(is);
	free(text);
	archive_free(archive);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(nothing_is_pulled_away_from_under_a_workshop)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = make_rich(store);
	struct archive *archive = archive_of(store, session);
	struct bank *bank = fixture_bank();
	struct err err = { 0 };
	char *was, *is;

	ck_assert_int_eq(store_clock_take(store, session, "somebody", clock_wall(), NULL), 1);
	was = fixture_dump(store, session->id);
	ck_assert_int_eq(store_restore(store, archive, bank, &err), -1);
	ck_assert_ptr_nonnull(strstr(err.message, "end it where it is open"));
	is = fixture_dump(store, session->id);
	ck_assert_str_eq(is, was);
	ck_assert_int_eq(store_clock_stop(store, session, 0, clock_wall(), NULL), 1);
	restore(store, archive);
	free(was);
	free(is);
	bank_free(bank);
	archive_free(archive);
	session_free(session);
	store_close(store);
}
END_TEST

/* Where the bytes stand in the file of that name; they are there once. */
static size_t place_of(const struct str *bytes, const char *what)
{
	size_t length = strlen(what), at = 0;
	int count = 0;

	for (size_t i = 0; i + length <= bytes->length; i++)
		if (memcmp(bytes->data + i, what, length) == 0) {
			at = i;
			count++;
		}
	ck_assert_msg(count == 1, "'%s' is there %d times", what, count);
	return at;
}

#define VOTERS 9

/* Whoever was first or last, by what they said: the ballots lie by ids that are made by chance, here as there. */
START_TEST(ballots_lie_in_no_telling_order)
{
	struct store *store = fixture_open(fixture_path("a.db")), *other = fixture_open(fixture_path("b.db"));
	struct session *session = fixture_session(store);
	struct archive *archive;
	struct err err = { 0 };
	struct str bytes;
	sqlite3_stmt *statement;
	size_t last = 0;
	int up = 0, down = 0;

	for (int i = 5; i <= VOTERS; i++)
		fixture_apply(store, session, "person-add Somebody - 1 0");
	for (int i = 1; i <= VOTERS; i++) {
		char script[80];

		snprintf(script, sizeof script, "ballot alpha/secret %d own answer-%d", i, i);
		fixture_apply(store, session, script);
	}
	archive = archive_of(store, session);
	restore(other, archive);
	/* In place of itself as well. */
	restore(other, archive);
	store_checkpoint(other);
	str_init(&bytes);
	ck_assert_msg(file_read(fixture_path("b.db"), 1 << 22, &bytes, &err) == 0, "%s", err.message);
	sqlite3_prepare_v2(other->db, "SELECT id FROM ballot ORDER BY id", -1, &statement, NULL);
	while (sqlite3_step(statement) == SQLITE_ROW) {
		size_t at = place_of(&bytes, (const char *)sqlite3_column_text(statement, 0));

		if (last)
			*(at > last ? &up : &down) += 1;
		last = at;
	}
	sqlite3_finalize(statement);
	ck_assert_int_eq(up + down, VOTERS - 1);
	ck_assert_msg((up == 0) != (down == 0), "%d up, %d down", up, down);
	ck_assert_int_eq(fixture_number(other, "SELECT count(*) FROM journal"), 0);
	str_release(&bytes);
	archive_free(archive);
	session_free(session);
	store_close(store);
	store_close(other);
}
END_TEST

/* Copies. */

static void copy_file(const char *from, const char *to)
{
	struct str bytes;
	struct err err = { 0 };

	str_init(&bytes);
	ck_assert_msg(file_read(from, 1 << 24, &bytes, &err) == 0, "%s", err.message);
	ck_assert_msg(file_write(to, bytes.data, bytes.length, true, &err) == 0, "%s", err.message);
	str_release(&bytes);
}

/* Names, sizes and times of a folder's files, in no order; for free(). */
static char *folder_image(const char *path)
{
	DIR *folder = opendir(path);
	struct str image;
	struct dirent *entry;

	ck_assert_ptr_nonnull(folder);
	str_init(&image);
	while ((entry = readdir(folder))) {
		char *file = mem_printf("%s/%s", path, entry->d_name);
		struct stat status;

		if (entry->d_name[0] != '.' && stat(file, &status) == 0)
			str_printf(&image, "%s %lld %lld.%09ld\n", entry->d_name, (long long)status.st_size,
				(long long)status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
		free(file);
	}
	closedir(folder);
	return image.data;
}

/* As after a power cut: what was entered last stands in the log alone. */
START_TEST(a_copy_has_what_stands_in_the_log)
{
	char *folder = mem_strdup(fixture_path("theirs")), *copy = mem_printf("%s/a.db", folder);
	char *log = mem_printf("%s/a.db-wal", folder), *from, *was, *is;
	struct store *store = fixture_open(fixture_path("a.db")), *other;
	struct session *session = fixture_session(store), *again;
	struct err err = { 0 };

	fixture_apply(store, session, "session title Entered_last");
	mkdir(folder, 0700);
	from = mem_strdup(fixture_path("a.db"));
	copy_file(from, copy);
	free(from);
	copy_file(fixture_path("a.db-wal"), log);
	was = folder_image(folder);
	other = store_open_copy(copy, &err);
	ck_assert_msg(other != NULL, "%s", err.message);
	again = load(other, session->id);
	ck_assert_str_eq(again->title, "Entered last");
	session_free(again);
	store_close(other);
	is = folder_image(folder);
	ck_assert_str_eq(is, was);
	unlink(copy);
	unlink(log);
	rmdir(folder);
	session_free(session);
	store_close(store);
	free(was);
	free(is);
	free(log);
	free(copy);
	free(folder);
}
END_TEST

/* SQLite looks for the log beside what a link leads to. */
START_TEST(a_copy_through_a_link)
{
	char *folder = mem_strdup(fixture_path("elsewhere")), *link = mem_printf("%s/link.db", folder);
	char *file = mem_strdup(fixture_path("a.db"));
	struct store *store = fixture_open(file), *other;
	struct session *session = fixture_session(store), *again;
	struct err err = { 0 };

	fixture_apply(store, session, "session title Entered_last");
	ck_assert_int_eq(mkdir(folder, 0700), 0);
	ck_assert_int_eq(symlink(file, link), 0);
	other = store_open_copy(link, &err);
	ck_assert_msg(other != NULL, "%s", err.message);
	again = load(other, session->id);
	ck_assert_str_eq(again->title, "Entered last");
	session_free(again);
	store_close(other);
	unlink(link);
	rmdir(folder);
	session_free(session);
	store_close(store);
	free(file);
	free(link);
	free(folder);
}
END_TEST

/* Of many bytes that take no room on the disk, until they are copied. */
START_TEST(a_copy_too_large)
{
	struct err err = { 0 };

	store_close(fixture_open(fixture_path("a.db")));
	ck_assert_int_eq(truncate(fixture_path("a.db"), (off_t)1 << 40), 0);
	ck_assert_ptr_null(store_open_copy(fixture_path("a.db"), &err));
	ck_assert_msg(strstr(err.message, "is larger than 2147483648 bytes"), "%s", err.message);
}
END_TEST

START_TEST(a_copy_that_cannot_be)
{
	struct err err = { 0 };

	ck_assert_ptr_null(store_open_copy(fixture_path("none.db"), &err));
	ck_assert_ptr_nonnull(strstr(err.message, "none.db': No such file"));
	ck_assert_ptr_null(store_open_copy("/dev/null", &err));
	ck_assert_ptr_nonnull(strstr(err.message, "'/dev/null': it is not a regular file"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-archive");
	TCase *tcase = tcase_create("archive");

	tcase_add_checked_fixture(tcase, fixture_set_up, fixture_sweep);
	tcase_add_test(tcase, what_is_restored_is_what_was_there);
	tcase_add_test(tcase, what_takes_its_place_leaves_drafts_and_drops_undo);
	tcase_add_test(tcase, nothing_is_pulled_away_from_under_a_workshop);
	tcase_add_loop_test(tcase, ballots_lie_in_no_telling_order, 0, 5);
	tcase_add_test(tcase, a_copy_has_what_stands_in_the_log);
	tcase_add_test(tcase, a_copy_through_a_link);
	tcase_add_test(tcase, a_copy_too_large);
	tcase_add_test(tcase, a_copy_that_cannot_be);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
