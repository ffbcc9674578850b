/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Line by line on a terminal: what is typed shows, but not an answer, and the terminal is as before when it ends. */
#include "run.h"
#include "terminal/held.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static const char *const dumb[] = { "TERM=dumb", NULL };

#define QUESTION "pulse/goals"
#define PROMPT "that both sides are judged by"
#define FIRST "own answer: "

static void start(struct pty *pty)
{
	held_go_to(QUESTION);
	held_start(pty, dumb, "TERM is dumb");
	pty_see(pty, PROMPT);
}

/* Whether the terminal shows what is typed. */
static bool echoes(const struct pty *pty)
{
	struct termios modes;

	ck_assert_int_eq(tcgetattr(pty->line, &modes), 0);
	return modes.c_lflag & ECHO;
}

/* How often the text was written, by the program or as an echo. */
static int count(const struct pty *pty, const char *text)
{
	int found = 0;

	for (const char *at = pty->raw.data; (at = strstr(at, text)); at++)
		found++;
	return found;
}

START_TEST(answers_do_not_show)
{
	struct pty pty;

	start(&pty);
	pty_see(&pty, "does not show while answers are hidden");
	pty_see(&pty, FIRST);
	ck_assert(!echoes(&pty));
	/* Keys that mean nothing would be named in a complaint, so nothing else writes these digits. */
	pty_type(&pty, "3 4 2 5 1 3 5 2\n");
	pty_see(&pty, "everybody has answered");
	pty_settle(&pty, 100);
	ck_assert_int_eq(count(&pty, "3 4 2 5 1 3 5 2"), 0);
	ck_assert_int_eq(count(&pty, "does not show"), 1);
	/* Once they are revealed it shows again. */
	pty_type(&pty, "r\n");
	pty_see(&pty, "n next: ");
	ck_assert(echoes(&pty));
	pty_type(&pty, "note\n");
	pty_see(&pty, "Text: ");
	pty_type(&pty, "seen by all\n");
	pty_see(&pty, "seen by all");
	pty_see(&pty, "kept: seen by all");
	pty_type(&pty, "quit\n");
	ck_assert_int_eq(pty_wait(&pty), 0);
	pty_check_restored(&pty);
	ck_assert_ptr_null(strchr(pty.raw.data, '\033'));
	pty_release(&pty);
}
END_TEST

/* While nothing shows. */
START_TEST(signal_gives_the_terminal_back)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
	struct pty pty;
	int status;

	start(&pty);
	pty_see(&pty, FIRST);
	ck_assert(!echoes(&pty));
	ck_assert_int_eq(kill(pty.child, signals[_i]), 0);
	status = pty_wait(&pty);
	ck_assert(WIFSIGNALED(status));
	ck_assert_int_eq(WTERMSIG(status), signals[_i]);
	pty_check_restored(&pty);
	pty_release(&pty);
}
END_TEST

START_TEST(end_of_input_ends)
{
	struct pty pty;

	start(&pty);
	pty_see(&pty, FIRST);
	pty_type(&pty, "\004");
	ck_assert_int_eq(pty_wait(&pty), 0);
	pty_check_restored(&pty);
	pty_release(&pty);
}
END_TEST

START_TEST(hang_up_ends)
{
	struct pty pty;

	start(&pty);
	pty_see(&pty, FIRST);
	pty_hang_up(&pty);
	pty_wait(&pty);
	pty_release(&pty);
}
END_TEST

/* Nobody is there to stop it for, so it goes on at once: what is typed does not show then either. */
START_TEST(stopped_and_continued)
{
	struct pty pty;

	start(&pty);
	pty_see(&pty, FIRST);
	ck_assert_int_eq(kill(pty.child, SIGTSTP), 0);
	pty_see(&pty, FIRST);
	ck_assert(!echoes(&pty));
	pty_type(&pty, "quit\n");
	ck_assert_int_eq(pty_wait(&pty), 0);
	pty_check_restored(&pty);
	pty_release(&pty);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("plain");
	TCase *tcase = tcase_create("plain");

	tcase_add_checked_fixture(tcase, held_set_up, held_tear_down);
	tcase_set_timeout(tcase, 120);
	tcase_add_test(tcase, answers_do_not_show);
	tcase_add_loop_test(tcase, signal_gives_the_terminal_back, 0, 3);
	tcase_add_test(tcase, end_of_input_ends);
	tcase_add_test(tcase, hang_up_ends);
	tcase_add_test(tcase, stopped_and_continued);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
