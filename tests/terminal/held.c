/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session of four people in a database of its own, to be looked at from outside while it is held. */
#include "terminal/held.h"

#include "bank/load.h"
#include "base/file.h"
#include "model/change.h"
#include "store/database.h"
#include "store/statement.h"
#include "store/store.h"

#include <check.h>
#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[256], path[544], id[SESSION_ID_LENGTH + 1];

const char *held_path(const char *name)
{
	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static struct store *open_store(void)
{
	struct err err = { 0 };
	struct store *store = store_open(getenv("ACCORD_DATABASE"), &err);

	ck_assert_msg(store != NULL, "%s", err.message);
	return store;
}

static struct session *load(struct store *store)
{
	struct err err = { 0 };
	struct session *session = store_load(store, id, bank_parse, &err);

	ck_assert_msg(session != NULL, "%s", err.message);
	return session;
}

static void make_session(struct store *store)
{
	struct err err = { 0 };
	struct str text;
	struct bank *bank;
	struct session_plan plan = { .title = "Joint workshop", .organisation = "", .facilitator = "",
				     .agenda = "two-hours" };
	struct session *session;
	struct changes changes = { 0 };
	char *name = mem_printf("%s/joint-workshop.yaml", getenv("ACCORD_BANKS"));

	str_init(&text);
	ck_assert_int_eq(file_read(name, 1024 * 1024, &text, &err), 0);
	bank = bank_parse(text.data, text.length, &err);
	ck_assert_msg(bank != NULL, "%s", err.message);
	plan.bank_text = text.data;
	plan.bank = bank;
	ck_assert_int_eq(store_create(store, &plan, id, &err), 0);
	session = load(store);
	change_person_add(&changes, "Ana Alvarez", "brand", 0);
	change_person_add(&changes, "Zo\xc3\xab M\xc3\xbcller", "content", 0);
	change_person_add(&changes, "\xe5\xb1\xb1\xe7\x94\xb0 Dev", "network", 1);
	change_person_add(&changes, "Eve Okafor", "data", 1);
	ck_assert_int_eq(store_apply(store, session, &changes, &err), 0);
	changes_release(&changes);
	session_free(session);
	bank_free(bank);
	str_release(&text);
	free(name);
}

void held_set_up(void)
{
	const char *temporary = getenv("TMPDIR");
	struct store *store;

	snprintf(folder, sizeof folder, "%s/held.XXXXXX", temporary ? temporary : "/tmp");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	setenv("ACCORD_DATABASE", held_path("a.db"), 1);
	setenv("TERM", "xterm-256color", 1);
	unsetenv("ACCORD_NOW");
	store = open_store();
	make_session(store);
	store_close(store);
}

void held_tear_down(void)
{
	DIR *directory = opendir(folder);
	struct dirent *entry;

	while (directory && (entry = readdir(directory)))
		if (entry->d_name[0] != '.')
			unlink(held_path(entry->d_name));
	if (directory)
		closedir(directory);
	rmdir(folder);
}

void held_go_to(const char *step)
{
	struct store *store = open_store();
	struct session *session = load(store);

	ck_assert_int_ge(session_step(session, step), 0);
	ck_assert_int_eq(store_place(store, session, step, NULL), 0);
	session_free(session);
	store_close(store);
}

void held_start(struct pty *pty, const char *const *settings, const char *text)
{
	const char *const argv[] = { getenv("ACCORD"), "run", NULL };

	ck_assert_ptr_nonnull(argv[0]);
	pty_start(pty, 80, 24, settings, argv);
	pty_see(pty, text);
}

void held_start_home(struct pty *pty, const char *text)
{
	const char *const argv[] = { getenv("ACCORD"), NULL };

	ck_assert_ptr_nonnull(argv[0]);
	pty_start(pty, 80, 24, NULL, argv);
	pty_see(pty, text);
}

/* What was saved last of a session, or of none; "" where there is nothing. For free(). */
static char *last_draft(struct store *store, const char *session)
{
	char **fields, *text = NULL;
	size_t count;

	ck_assert_int_eq(store_draft_fields(store, session, &fields, &count, NULL), 0);
	if (count > 0)
		ck_assert_int_ge(store_draft_load(store, session, fields[count - 1], &text, NULL), 0);
	for (size_t i = 0; i < count; i++)
		free(fields[i]);
	free(fields);
	return text ? text : mem_strdup("");
}

static void wait_for_draft(const char *session, const char *text)
{
	long until = pty_clock() + PTY_MILLISECONDS;
	struct store *store = open_store();

	for (;;) {
		char *found = last_draft(store, session);
		bool same = strcmp(found, text) == 0;

		if (!same && pty_clock() >= until)
			ck_abort_msg("the draft is '%s', not '%s'", found, text);
		free(found);
		if (same)
			break;
		pty_nap();
	}
	store_close(store);
}

void held_wait_for_draft(const char *text)
{
	wait_for_draft(id, text);
}

void held_wait_for_draft_apart(const char *text)
{
	wait_for_draft(NULL, text);
}

static void add_answers(struct str *out, const struct progress *progress)
{
	for (size_t i = 0; i < progress->ballot_count; i++)
		for (int which = 0; which < WHICH_COUNT; which++)
			if (progress->ballots[i].answers[which])
				str_printf(out, "%s %d %d: %s\n", progress->step->key, progress->ballots[i].person,
					which, progress->ballots[i].answers[which]);
	for (size_t i = 0; i < progress->voted_count; i++)
		str_printf(out, "%s voted: %d\n", progress->step->key, progress->voted[i].person);
	if (progress->state >= STEP_REVEALED)
		str_printf(out, "%s revealed\n", progress->step->key);
}

static void check_sound(struct store *store)
{
	sqlite3_stmt *statement;

	ck_assert_int_eq(SQLITE_OK,
		sqlite3_prepare_v2(store->db, "PRAGMA integrity_check", -1, &statement, NULL));
	ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
	ck_assert_str_eq((const char *)sqlite3_column_text(statement, 0), "ok");
	sqlite3_finalize(statement);
}

char *held_image(void)
{
	struct store *store = open_store();
	struct session *session = load(store);
	struct str out;

	check_sound(store);
	str_init(&out);
	str_printf(&out, "at %s\n", session->place);
	for (size_t i = 0; i < session->step_count; i++)
		add_answers(&out, &session->steps[i]);
	for (size_t i = 0; i < session->row_count; i++)
		for (size_t c = 0; c < session->rows[i].cell_count; c++)
			str_printf(&out, "row %d %s: %s\n", session->rows[i].id, session->rows[i].cells[c].column,
				session->rows[i].cells[c].value);
	for (size_t i = 0; i < session->item_count; i++)
		str_printf(&out, "%s: %s\n", item_kind_name(session->items[i].kind), session->items[i].text);
	session_free(session);
	store_close(store);
	return out.data;
}
