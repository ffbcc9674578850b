/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cable: a process is killed at any moment; every acknowledged change is there. */
#include "run.h"
#include "store-fixture.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/*
 * Types notes one after the other and keeps them, as a form does: the note is added and the draft gone in one
 * transaction. Never returns.
 */
static _Noreturn void type(const char *path, const char *id, int from, int tell)
{
	struct store *store = store_open(path, NULL);
	struct session *session = store ? store_load(store, id, fixture_parse, NULL) : NULL;

	for (int i = from; session; i++) {
		char script[40], text[20];

		snprintf(text, sizeof text, "Note-%d", i);
		snprintf(script, sizeof script, "item note - %s - -", text);
		if (store_draft_save(store, id, "note", text, NULL) != 0 || store_begin(store, __func__, NULL) != 0 ||
			fixture_try(store, session, script, NULL) != 0 ||
			store_draft_save(store, id, "note", NULL, NULL) != 0 ||
			store_commit(store, __func__, NULL) != 0 || write(tell, &i, sizeof i) != sizeof i)
			break;
	}
	_exit(1);
}

/* Applies one change after the other and says each time which is done. Never returns. */
static _Noreturn void work(const char *path, const char *id, int from, int tell)
{
	struct store *store = store_open(path, NULL);
	struct session *session = store ? store_load(store, id, fixture_parse, NULL) : NULL;

	for (int i = from; session; i++) {
		char script[160];

		snprintf(script, sizeof script,
			"item note - Note-%d - -; ballot alpha/scale 1 own a%d;"
			" ballot alpha/secret %d own s%d; session title T%d",
			i, i, 1 + i % 4, i, i);
		/*
		 * Whose anonymous answer is whose is lost with the process before; only new ones
		 * count.
		 */
		if (from > 1)
			snprintf(script, sizeof script,
				"item note - Note-%d - -; ballot alpha/scale 1 own a%d;"
				" session title T%d",
				i, i, i);
		if (fixture_try(store, session, script, NULL) != 0)
			break;
		if (write(tell, &i, sizeof i) != sizeof i)
			break;
	}
	_exit(1);
}

/* The last number that the child told. */
static int listen(int from, int last)
{
	int got;

	while (read(from, &got, sizeof got) == sizeof got)
		last = got;
	return last;
}

/* Kills a worker after so many milliseconds; returns the last change that was acknowledged. */
static int kill_worker(void (*worker)(const char *, const char *, int, int), const char *path, const char *id, int last,
	long milliseconds)
{
	struct timespec delay = { milliseconds / 1000, milliseconds % 1000 * 1000000 };
	int ends[2], status;
	pid_t child;

	ck_assert_int_eq(pipe(ends), 0);
	child = fork();
	ck_assert_int_ge(child, 0);
	if (child == 0) {
		close(ends[0]);
		worker(path, id, last + 1, ends[1]);
	}
	close(ends[1]);
	nanosleep(&delay, NULL);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	ck_assert_msg(WIFSIGNALED(status), "the worker gave up");
	last = listen(ends[0], last);
	close(ends[0]);
	return last;
}

/* All that was acknowledged, and perhaps the one that was on its way; each whole. */
static void check(const char *path, const char *id, int *last)
{
	struct store *store = fixture_open(path);
	struct session *session = store_load(store, id, fixture_parse, NULL);
	char title[20], answer[20];
	int count;

	ck_assert_ptr_nonnull(session);
	count = (int)session->item_count;
	ck_assert_int_ge(count, *last);
	ck_assert_int_le(count, *last + 1);
	for (int i = 0; i < count; i++)
		ck_assert_int_eq(atoi(session->items[i].text + strlen("Note-")), i + 1);
	if (count > 0) {
		snprintf(title, sizeof title, "T%d", count);
		snprintf(answer, sizeof answer, "a%d", count);
		ck_assert_str_eq(session->title, title);
		ck_assert_str_eq(session->steps[0].ballots[0].answers[OWN], answer);
		ck_assert_uint_eq(session->steps[1].ballot_count, session->steps[1].voted_count);
	}
	ck_assert_int_eq(
		fixture_number(store, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"),
		1);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	*last = count;
	session_free(session);
	store_close(store);
}

START_TEST(every_acknowledged_change_is_there)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct rng rng;
	int last = 0;

	rng_seed(&rng, 11);
	store_close(store);
	for (int i = 0; i < 12; i++) {
		last = kill_worker(work,
			fixture_path("a.db"), session->id, last, 5 + rng_below(&rng, 60));
		check(fixture_path("a.db"), session->id, &last);
	}
	/* On a slow machine a worker may need longer to begin. */
	for (int i = 0; last == 0 && i < 10; i++) {
		last = kill_worker(work, fixture_path("a.db"), session->id, last, 500 << i);
		check(fixture_path("a.db"), session->id, &last);
	}
	ck_assert_int_gt(last, 0);
	session_free(session);
}
END_TEST

/* What was kept is not offered again, and what is offered was not kept: one of the two holds, whenever it ended. */
START_TEST(nothing_is_kept_and_offered_as_well)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store), *again;
	struct rng rng;
	int last = 0;

	rng_seed(&rng, 13);
	store_close(store);
	for (int i = 0; i < 15 || (last == 0 && i < 25); i++) {
		long wait = i < 15 ? 5 + (long)rng_below(&rng, 60) : 500L << (i - 15);
		char *text = NULL;
		int count;

		last = kill_worker(type, fixture_path("a.db"), session->id, last, wait);
		store = fixture_open(fixture_path("a.db"));
		again = store_load(store, session->id, fixture_parse, NULL);
		ck_assert_ptr_nonnull(again);
		count = (int)again->item_count;
		ck_assert_int_ge(count, last);
		ck_assert_int_le(count, last + 1);
		if (store_draft_load(store, session->id, "note", &text, NULL) == 1)
			ck_assert_int_eq(atoi(text + strlen("Note-")), count + 1);
		free(text);
		last = count;
		session_free(again);
		store_close(store);
	}
	ck_assert_int_gt(last, 0);
	session_free(session);
}
END_TEST

/* Killed while the file is made: the next one makes it, or finds it made. */
START_TEST(making_the_file)
{
	struct rng rng;

	rng_seed(&rng, 12);
	for (int i = 0; i < 20; i++) {
		struct timespec delay = { 0, (long)rng_below(&rng, 8000) * 1000 };
		pid_t child = fork();
		int status;

		ck_assert_int_ge(child, 0);
		if (child == 0) {
			store_open(fixture_path("b.db"), NULL);
			pause();
			_exit(0);
		}
		nanosleep(&delay, NULL);
		kill(child, SIGKILL);
		waitpid(child, &status, 0);
		store_close(fixture_open(fixture_path("b.db")));
		unlink(fixture_path("b.db"));
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-crash");
	TCase *tcase = tcase_create("crash");

	tcase_add_checked_fixture(tcase, fixture_set_up, fixture_sweep);
	tcase_add_test(tcase, every_acknowledged_change_is_there);
	tcase_add_test(tcase, nothing_is_kept_and_offered_as_well);
	tcase_add_test(tcase, making_the_file);
	tcase_set_timeout(tcase, 300);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
