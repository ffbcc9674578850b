/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A full disk while the room works: it is told, nothing that was kept is lost, and with room again it goes on. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* prlimit, of Linux, makes a disk full for one process */
#endif

#include "run.h"
#include "terminal/held.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#ifdef __linux__

/* No file may grow beyond what the log has now; or all as before. */
static void fill_disk(pid_t child, bool full)
{
	struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };
	struct stat status;

	ck_assert_int_eq(prlimit(child, RLIMIT_FSIZE, NULL, &limit), 0);
	limit.rlim_cur = limit.rlim_max;
	if (full) {
		ck_assert_int_eq(stat(held_path("a.db-wal"), &status), 0);
		limit.rlim_cur = (rlim_t)status.st_size;
	}
	ck_assert_int_eq(prlimit(child, RLIMIT_FSIZE, &limit, NULL), 0);
}

static void begin(struct pty *pty)
{
	held_go_to("pulse/goals");
	held_start(pty, NULL, "that both sides are judged by");
	pty_type(pty, "34");
	pty_see(pty, "\xe2\x97\x8f");
	pty_settle(pty, 300);
	fill_disk(pty->child, true);
}

static void end(struct pty *pty, const char *answers)
{
	char *image;

	kill(pty->child, SIGTERM);
	ck_assert_int_eq(WTERMSIG(pty_wait(pty)), SIGTERM);
	pty_check_restored(pty);
	pty_release(pty);
	image = held_image();
	ck_assert_msg(strcmp(image, answers) == 0, "got '%s', want '%s'", image, answers);
	free(image);
}

#define FIRST "at pulse/goals\npulse/goals 1 0: 3\npulse/goals 1 1: 4\n"

/* The answer that could not be kept is asked for again. */
START_TEST(answers)
{
	struct pty pty;

	begin(&pty);
	for (int i = 0; i < 3; i++) {
		pty_type(&pty, "2");
		pty_see(&pty, "cannot use ");
		pty_settle(&pty, 100);
		pty_type(&pty, "\f");
		pty_see(&pty, "Marketing (2)");
		pty_settle(&pty, 100);
	}
	fill_disk(pty.child, false);
	pty_type(&pty, "54");
	pty_settle(&pty, 300);
	end(&pty, FIRST "pulse/goals 2 0: 5\npulse/goals 2 1: 4\n");
}
END_TEST

START_TEST(killed_while_full)
{
	struct pty pty;
	char *image;

	begin(&pty);
	pty_type(&pty, "2");
	pty_see(&pty, "cannot use ");
	kill(pty.child, SIGKILL);
	pty_wait(&pty);
	pty_release(&pty);
	image = held_image();
	ck_assert_str_eq(image, FIRST);
	free(image);
}
END_TEST

/* It is said while the note is typed; the text stays, and is kept once there is room. */
START_TEST(a_note)
{
	struct pty pty;

	begin(&pty);
	pty_type(&pty, "o");
	pty_see(&pty, "A note");
	pty_type(&pty, "Half a tho");
	pty_see(&pty, "cannot use ");
	pty_settle(&pty, 100);
	pty_type(&pty, "\r");
	pty_find(&pty, "Half a tho");
	fill_disk(pty.child, false);
	pty_type(&pty, "ught\r");
	pty_see(&pty, "kept: Half a thought");
	end(&pty, FIRST "note: Half a thought\n");
}
END_TEST

START_TEST(a_cell)
{
	struct pty pty;

	held_go_to("vendors/contracts");
	held_start(&pty, NULL, "Which suppliers");
	pty_type(&pty, "\r");
	pty_see(&pty, "Esc leave");
	pty_settle(&pty, 100);
	fill_disk(pty.child, true);
	pty_type(&pty, "Cloudr");
	pty_see(&pty, "cannot use ");
	fill_disk(pty.child, false);
	pty_type(&pty, "ow\t");
	pty_find(&pty, "Cloudrow");
	end(&pty, "at vendors/contracts\nrow 1 vendor: Cloudrow\n");
}
END_TEST

static void add(TCase *tcase)
{
	tcase_add_test(tcase, answers);
	tcase_add_test(tcase, killed_while_full);
	tcase_add_test(tcase, a_note);
	tcase_add_test(tcase, a_cell);
}

#else

static void add(TCase *tcase)
{
	(void)tcase;
}

#endif

int main(void)
{
	Suite *suite = suite_create("terminal-full");
	TCase *tcase = tcase_create("full");

	tcase_add_checked_fixture(tcase, held_set_up, held_tear_down);
	add(tcase);
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
