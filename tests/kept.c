/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what a screen believes is what the database holds, now and when it is opened again. */
#include "kept.h"

#include "bank/load.h"
#include "store-fixture.h"
#include "store/database.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define UNDOS 40

static void check_same(const char *got, const char *wanted)
{
	size_t line = 0;

	for (size_t i = 0; got[i] && got[i] == wanted[i]; i++)
		if (got[i] == '\n')
			line = i + 1;
	if (strcmp(got, wanted) != 0)
		ck_abort_msg("'%.*s' is kept as '%.*s'", (int)strcspn(wanted + line, "\n"), wanted + line,
			(int)strcspn(got + line, "\n"), got + line);
}

void kept_check(struct store *store, const struct session *session)
{
	struct err err = { 0 };
	struct session *again = store_load(store, session->id, bank_parse, &err);
	char *believed = fixture_image(session), *held;

	ck_assert_msg(again != NULL, "%s", err.message);
	held = fixture_image(again);
	check_same(held, believed);
	ck_assert_int_eq(store->depth, 0);
	ck_assert_msg(sqlite3_get_autocommit(store->db), "something is not committed");
	free(held);
	free(believed);
	session_free(again);
}

static void check_sound(struct store *store)
{
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check != 'ok'"),
		0);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

/* What a session is, but for time: what was spent in a module goes when undo takes the module off the agenda. */
static char *image_without_time(struct session *session)
{
	for (size_t i = 0; i < session->module_count; i++)
		session->modules[i].seconds = 0;
	return fixture_image(session);
}

/* Back, and forth again: all as it was. */
static void check_undo(struct store *store, const char *id)
{
	struct err err = { 0 };
	struct session *session = store_load(store, id, bank_parse, &err);
	char *before, *after, *label = NULL;
	int undone = 0;

	ck_assert_msg(session != NULL, "%s", err.message);
	/* What was taken back is done again first, so that the end is the same. */
	while (store_redo(store, session, &label, &err) == 1)
		free(label);
	before = image_without_time(session);
	while (undone < UNDOS && store_undo(store, session, &label, &err) == 1) {
		free(label);
		undone++;
	}
	for (int i = 0; i < undone; i++) {
		ck_assert_msg(store_redo(store, session, &label, &err) == 1, "%s", err.message);
		free(label);
	}
	after = image_without_time(session);
	check_same(after, before);
	free(after);
	free(before);
	session_free(session);
}

static void check_sessions(struct store *store, struct store *copy)
{
	struct session_head *heads;
	struct err err = { 0 };
	size_t count;

	ck_assert_int_eq(store_heads(store, 0, &heads, &count, &err), 0);
	for (size_t i = 0; i < count; i++) {
		char *wanted = fixture_dump(store, heads[i].id), *got = fixture_dump(copy, heads[i].id);

		check_same(got, wanted);
		free(got);
		free(wanted);
		check_undo(copy, heads[i].id);
		session_head_release(&heads[i]);
	}
	free(heads);
}

static void write_copy(struct store *store, const char *path)
{
	sqlite3 *file;
	sqlite3_backup *backup;

	ck_assert_int_eq(sqlite3_open(path, &file), SQLITE_OK);
	backup = sqlite3_backup_init(file, "main", store->db, "main");
	ck_assert_ptr_nonnull(backup);
	ck_assert_int_eq(sqlite3_backup_step(backup, -1), SQLITE_DONE);
	ck_assert_int_eq(sqlite3_backup_finish(backup), SQLITE_OK);
	ck_assert_int_eq(sqlite3_close(file), SQLITE_OK);
}

void kept_check_copy(struct store *store)
{
	static const char *const undoable[] = {
		"SELECT count(*) FROM change", "SELECT count(*) FROM journal", "SELECT count(*) FROM session",
	};
	const char *folder = getenv("TMPDIR");
	char *path = mem_printf("%s/kept.%ld.db", folder ? folder : "/tmp", (long)getpid());
	struct err err = { 0 };
	struct store *copy;

	check_sound(store);
	unlink(path);
	write_copy(store, path);
	copy = store_open(path, &err);
	ck_assert_msg(copy != NULL, "%s", err.message);
	for (size_t i = 0; i < COUNT_OF(undoable); i++)
		ck_assert_int_eq(fixture_number(copy, undoable[i]), fixture_number(store, undoable[i]));
	check_sessions(store, copy);
	check_sound(copy);
	store_close(copy);
	unlink(path);
	free(path);
}
