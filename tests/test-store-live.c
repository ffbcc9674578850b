/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several programs at one database, and what a session says of how its answers are taken. */
#include "run.h"
#include "store-fixture.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE 5000 /* milliseconds until what should have been heard is not */

static bool hears(struct store *store, int milliseconds)
{
	struct pollfd fd = { .fd = store_watch(store), .events = POLLIN };

	return poll(&fd, 1, milliseconds) > 0;
}

START_TEST(another_commit_is_heard)
{
	struct store *one = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(one);
	struct store *two = fixture_open(fixture_path("a.db"));
	struct err err = { 0 };

	if (store_watch(two) < 0)
		ck_abort_msg("nothing tells of changes here");
	ck_assert(!store_changed(two));
	ck_assert(!hears(two, 0));
	fixture_apply(one, session, "ballot alpha/scale 1 own 4");
	/* What is heard can be read by then: it is told after the commit. */
	ck_assert(hears(two, PATIENCE));
	ck_assert(store_changed(two));
	ck_assert(!store_changed(two));
	ck_assert(!hears(two, 0));
	/* A single statement is a commit as well. */
	ck_assert_int_eq(store_place(one, session, "alpha/secret", &err), 0);
	ck_assert(hears(two, PATIENCE));
	ck_assert(store_changed(two));
	session_free(session);
	store_close(two);
	store_close(one);
}
END_TEST

/* A file that is moved away, or has another one in its place, is heard as well. */
START_TEST(a_file_that_goes_is_heard)
{
	char *path = mem_strdup(fixture_path("a.db")), *away = mem_strdup(fixture_path("b.db"));
	struct store *store = fixture_open(path), *another;

	if (store_watch(store) < 0)
		ck_abort_msg("nothing tells of changes here");
	ck_assert(!store_gone(store));
	ck_assert_int_eq(_i ? unlink(path) : rename(path, away), 0);
	ck_assert(hears(store, PATIENCE));
	ck_assert(store_gone(store));
	/* Its log is of no use to another one. */
	store_close(store);
	another = fixture_open(path);
	ck_assert(!store_gone(another));
	store_close(another);
	free(path);
	free(away);
}
END_TEST

START_TEST(our_own_commits_are_no_news)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);

	store_watch(store);
	fixture_apply(store, session, "ballot alpha/scale 1 own 4");
	ck_assert(!store_changed(store));
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(what_was_written_before_we_listen_is_news)
{
	struct store *one = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(one);
	struct store *two = fixture_open(fixture_path("a.db"));

	fixture_apply(one, session, "ballot alpha/scale 1 own 4");
	store_watch(two);
	ck_assert(store_changed(two));
	session_free(session);
	store_close(two);
	store_close(one);
}
END_TEST

START_TEST(a_long_log_is_written_back)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct stat log;
	char text[4000];

	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	for (int i = 0; i < 400; i++) {
		char *script = mem_printf("item note - %s - -", text);

		fixture_apply(store, session, script);
		free(script);
	}
	/* It begins anew once all of it is in the file; else it would have thousands of pages by now. */
	ck_assert_int_eq(stat(fixture_path("a.db-wal"), &log), 0);
	ck_assert_int_lt(log.st_size, 1500 * 4096);
	ck_assert_int_gt(log.st_size, 900 * 4096);
	session_free(session);
	store_close(store);
}
END_TEST

static const struct progress *step_of(const struct session *session, const char *key)
{
	return &session->steps[session_step(session, key)];
}

START_TEST(naming_goes_by_step_session_and_bank)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct err err = { 0 };

	ck_assert(step_of(session, "alpha/secret")->anonymous);
	ck_assert(!step_of(session, "alpha/scale")->anonymous);
	fixture_apply(store, session, "session naming anonymous");
	ck_assert(step_of(session, "alpha/scale")->anonymous);
	/* Where a side or the room answers there is nobody to hide. */
	ck_assert(!step_of(session, "alpha/side")->anonymous);
	fixture_apply(store, session, "naming alpha/scale named");
	ck_assert(!step_of(session, "alpha/scale")->anonymous);
	fixture_apply(store, session, "naming alpha/scale step");
	ck_assert(step_of(session, "alpha/scale")->anonymous);
	fixture_apply(store, session, "ballot alpha/scale 1 own 4");
	ck_assert_int_eq(step_of(session, "alpha/scale")->ballots[0].person, 0);
	ck_assert_int_eq(fixture_try(store, session, "naming alpha/scale named", &err), -1);
	ck_assert_str_eq(err.message, "some have answered 'alpha/scale' already: take that back first");
	ck_assert_int_eq(fixture_try(store, session, "naming alpha/side anonymous", &err), -1);
	ck_assert_str_eq(err.message, "step 'alpha/side' needs the names of those who answer");
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(what_was_begun_stays_as_it_was_asked)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);

	fixture_apply(store, session, "ballot alpha/scale 1 own 4");
	fixture_apply(store, session, "session naming anonymous; session entry sealed");
	ck_assert(!step_of(session, "alpha/scale")->anonymous);
	ck_assert_int_eq(step_of(session, "alpha/scale")->entry, ENTRY_ROLL_CALL);
	ck_assert(step_of(session, "alpha/quiet")->anonymous);
	ck_assert_int_eq(step_of(session, "alpha/quiet")->entry, ENTRY_SEALED);
	fixture_apply(store, session, "entry alpha/quiet pass");
	ck_assert_int_eq(step_of(session, "alpha/quiet")->entry, ENTRY_PASS);
	fixture_apply(store, session, "entry alpha/quiet ''");
	ck_assert_int_eq(step_of(session, "alpha/quiet")->entry, ENTRY_SEALED);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(the_plan_is_kept_when_it_begins)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);

	ck_assert_int_eq(session->modules[0].planned, -1);
	fixture_apply(store, session, "module alpha minutes 31; session state running");
	ck_assert_int_eq(session->modules[0].planned, 31);
	fixture_apply(store, session, "module alpha minutes 40; session state finished; session state running");
	ck_assert_int_eq(session->modules[0].planned, 31);
	fixture_apply(store, session, "module-add gamma 5 -1; session state running");
	ck_assert_int_eq(session->modules[2].planned, -1);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(only_notes_are_private)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct err err = { 0 };

	fixture_apply(store, session, "item note alpha/scale Hm - -; item decision alpha/scale Yes - -");
	fixture_apply(store, session, "item-set 1 private 1");
	ck_assert(session->items[0].private);
	ck_assert_int_eq(fixture_try(store, session, "item-set 2 private 1", &err), -1);
	ck_assert_str_eq(err.message, "item 2 is no note: only those can be private");
	session_free(session);
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-live");
	TCase *tcase = tcase_create("live");

	tcase_add_checked_fixture(tcase, fixture_set_up, fixture_sweep);
	tcase_add_test(tcase, another_commit_is_heard);
	tcase_add_loop_test(tcase, a_file_that_goes_is_heard, 0, 2);
	tcase_add_test(tcase, our_own_commits_are_no_news);
	tcase_add_test(tcase, what_was_written_before_we_listen_is_news);
	tcase_add_test(tcase, a_long_log_is_written_back);
	tcase_add_test(tcase, naming_goes_by_step_session_and_bank);
	tcase_add_test(tcase, what_was_begun_stays_as_it_was_asked);
	tcase_add_test(tcase, the_plan_is_kept_when_it_begins);
	tcase_add_test(tcase, only_notes_are_private);
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
