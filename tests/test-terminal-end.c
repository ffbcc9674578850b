/* SPDX-License-Identifier: GPL-3.0-or-later */
/* However it ends, the room loses nothing, and the terminal is as before. */
#include "run.h"
#include "terminal/held.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

/* What can be half typed. */
static const struct typing {
	const char *step;   /* NULL: at home, which is before any session */
	const char *prompt; /* what that shows */
	const char *open, *label; /* keys, and what shows once they have been taken */
	const char *keys;
	const char *text;   /* what the last field holds then; NULL: the keys */
	const char *draft;  /* what is kept; NULL: the text */
} typings[] = {
	{ "pulse/goals", "that both sides are judged by", "o", "A note", "IT had not see", NULL, NULL },
	{ "pulse/goals", "that both sides are judged by", "d", "A decision", "Goals are set toge", NULL, NULL },
	{ "pulse/goals", "that both sides are judged by", "a", "An action", "Ask the bo", NULL, "Ask the bo\n\n\n0" },
	{ "vendors/contracts", "Which suppliers", "\r", "The name on the invoice", "Cloudr", NULL, NULL },
	{ "vendors/first-joint", "Which contract, if any", "\r", "save", "Northwi", NULL, NULL },
	{ "close/one-word", "In one word", "\r", "save", "hopef", NULL, NULL },
	{ "pulse/goals", "that both sides are judged by", "a", "An action", "Ask the board\rBen Ch", "Ben Ch",
	  "Ask the board\nBen Ch\n\n1" },
	{ "pulse/goals", "that both sides are judged by", "P\r", "Change a person", "\025Anna Alv", "Anna Alv",
	  "Anna Alv\nbrand\nMarketing\n0" },
	{ "vendors/contracts", "Which suppliers", "M+", "Two names of one supplier", "Blue Heron\tNorthwi", "Northwi",
	  "Blue Heron\nNorthwi\n1" },
	{ "pulse/goals", "that both sides are judged by", "e", "Its end says how", "\025minutes of sp", "minutes of sp",
	  NULL },
	{ NULL, "1 session", "n", "Organisation", "\025Quarter start\rAcme\rFay\r\0252026-12-01\rmine.ya", "mine.ya",
	  "Quarter start\nAcme\nFay\n2026-12-01\njoint-workshopmine.ya\n\nroll call\nas each question says\n4" },
};

static const char *text_of(const struct typing *typing)
{
	return typing->text ? typing->text : typing->keys;
}

static void wait_for_draft(const struct typing *typing, const char *text)
{
	if (typing->step)
		held_wait_for_draft(text);
	else
		held_wait_for_draft_apart(text);
}

static void wait_until_kept(const struct typing *typing)
{
	wait_for_draft(typing, typing->draft ? typing->draft : text_of(typing));
}

static void start(struct pty *pty, const struct typing *typing, const char *text)
{
	if (typing->step)
		held_start(pty, NULL, text);
	else
		held_start_home(pty, text);
}

/* The first of them is a note, which stands for all where only the end differs. */
static void begin_typing(struct pty *pty, const struct typing *typing)
{
	if (typing->step)
		held_go_to(typing->step);
	start(pty, typing, typing->prompt);
	pty_settle(pty, 100);
	pty_type(pty, typing->open);
	pty_see(pty, typing->label);
	pty_settle(pty, 100);
	pty_type(pty, typing->keys);
}

START_TEST(draft_survives_kill)
{
	const struct typing *typing = &typings[_i];
	char *before, *after;
	struct pty pty;

	begin_typing(&pty, typing);
	wait_until_kept(typing);
	before = held_image();
	kill(pty.child, SIGKILL);
	ck_assert_int_eq(WTERMSIG(pty_wait(&pty)), SIGKILL);
	pty_release(&pty);

	after = held_image();
	ck_assert_str_eq(after, before);
	free(before);
	free(after);

	/* It is offered again, goes on where it was left, and is gone once it was dropped. */
	start(&pty, typing, text_of(typing));
	pty_see(&pty, "this was not finished last time: ");
	pty_see(&pty, "keeps it, Esc drops it");
	pty_settle(&pty, 100);
	pty_type(&pty, "ZZ\033");
	wait_for_draft(typing, "");
	kill(pty.child, SIGTERM);
	pty_wait(&pty);
	pty_release(&pty);
	before = held_image();
	ck_assert_ptr_null(strstr(before, "ZZ"));
	free(before);
}
END_TEST

START_TEST(draft_goes_on_and_is_kept)
{
	struct pty pty;
	char *image;

	begin_typing(&pty, &typings[0]);
	wait_until_kept(&typings[0]);
	kill(pty.child, SIGKILL);
	pty_wait(&pty);
	pty_release(&pty);
	held_start(&pty, NULL, "this was not finished last time");
	pty_type(&pty, "n the goals\r");
	pty_see(&pty, "kept: IT had not seen the goals");
	held_wait_for_draft("");
	kill(pty.child, SIGKILL);
	pty_wait(&pty);
	pty_release(&pty);
	image = held_image();
	ck_assert_ptr_nonnull(strstr(image, "note: IT had not seen the goals\n"));
	free(image);
}
END_TEST

START_TEST(answers_survive_kill)
{
	char *before, *after;
	struct pty pty;

	held_go_to("pulse/goals");
	held_start(&pty, NULL, "that both sides are judged by");
	pty_type(&pty, "34230");
	pty_see(&pty, "\xe2\x97\x8f");
	pty_settle(&pty, 500);
	kill(pty.child, SIGKILL);
	pty_wait(&pty);
	pty_release(&pty);
	before = held_image();
	ck_assert_ptr_nonnull(strstr(before, "at pulse/goals\npulse/goals 1 0: 3\npulse/goals 1 1: 4\n"
					     "pulse/goals 2 0: 2\npulse/goals 2 1: 3\npulse/goals 3 0: ?\n"));
	held_start(&pty, NULL, "that both sides are judged by");
	kill(pty.child, SIGKILL);
	pty_wait(&pty);
	pty_release(&pty);
	after = held_image();
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
}
END_TEST

static const int ends[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };

/* The draft is written down at once, without the second that it otherwise takes. */
START_TEST(signal_while_typing)
{
	struct pty pty;
	int status;

	begin_typing(&pty, &typings[0]);
	pty_find(&pty, text_of(&typings[0]));
	kill(pty.child, ends[_i]);
	status = pty_wait(&pty);
	ck_assert(WIFSIGNALED(status));
	ck_assert_int_eq(WTERMSIG(status), ends[_i]);
	pty_see(&pty, "accord: ended by a signal; everything that was entered is saved");
	pty_check_restored(&pty);
	pty_release(&pty);
	wait_until_kept(&typings[0]);
}
END_TEST

START_TEST(interrupt_key)
{
	struct pty pty;
	int status;

	begin_typing(&pty, &typings[3]);
	pty_find(&pty, text_of(&typings[3]));
	pty_type(&pty, "\003");
	status = pty_wait(&pty);
	ck_assert(WIFSIGNALED(status));
	ck_assert_int_eq(WTERMSIG(status), SIGINT);
	pty_check_restored(&pty);
	pty_release(&pty);
	wait_until_kept(&typings[3]);
}
END_TEST

/* The shell says it in its own way. */
START_TEST(status_for_the_shell)
{
	const char *const argv[] = { "/bin/sh", "-c", "\"$ACCORD\" run; echo \"status=$?.\"", NULL };
	struct pty pty;

	pty_start(&pty, 80, 24, NULL, argv);
	pty_see(&pty, "Welcome.");
	pty_settle(&pty, 100);
	/* sh itself ends by it as well, unless it catches it. */
	pty_type(&pty, "q");
	pty_see(&pty, "status=0.");
	ck_assert_int_eq(pty_wait(&pty), 0);
	pty_check_restored(&pty);
	pty_release(&pty);
}
END_TEST

/* Neither key stops the program or leaves a core file; both are quiet. */
START_TEST(keys_of_the_line_discipline)
{
	struct pty pty;

	begin_typing(&pty, &typings[0]);
	pty_find(&pty, text_of(&typings[0]));
	/* Ctrl-Q and Ctrl-\, which mean nothing here. */
	pty_type(&pty, "\021\034n it");
	pty_find(&pty, "n it");
	pty_type(&pty, "\003");
	ck_assert_int_eq(WTERMSIG(pty_wait(&pty)), SIGINT);
	pty_check_restored(&pty);
	pty_release(&pty);
	held_wait_for_draft("IT had not seen it");
}
END_TEST

/* Ctrl-S comes through on a terminal with flow control, and saves from the first field. */
START_TEST(saves_by_a_key_of_the_line_discipline)
{
	struct pty pty;
	char *image;

	begin_typing(&pty, &typings[2]);
	pty_find(&pty, text_of(&typings[2]));
	ck_assert(pty.modes.c_iflag & IXON);
	pty_type(&pty, "\023");
	pty_see(&pty, "kept: Ask the bo");
	held_wait_for_draft("");
	pty_type(&pty, "\003");
	pty_wait(&pty);
	pty_check_restored(&pty);
	pty_release(&pty);
	image = held_image();
	ck_assert_ptr_nonnull(strstr(image, "action: Ask the bo\n"));
	free(image);
}
END_TEST

/*
 * Nobody would go on with us here, so that we do not really stop; but we give the terminal back each time, whatever
 * we do when it comes.
 */
START_TEST(stopped_while_drawing)
{
	struct pty pty;

	held_go_to("pulse/goals");
	held_start(&pty, NULL, "that both sides are judged by");
	for (int i = 0; i < 100; i++) {
		pty_settle(&pty, 5);
		pty_forget(&pty);
		pty_type(&pty, "\f");
		nanosleep(&(struct timespec){ 0, i * 20000L }, NULL);
		kill(pty.child, SIGTSTP);
		pty_see(&pty, "\033[?2004l");
		pty_see(&pty, "\033[?2004h");
	}
	kill(pty.child, SIGTERM);
	pty_wait(&pty);
	pty_check_restored(&pty);
	pty_release(&pty);
}
END_TEST

static double cpu_of_children(void)
{
	struct rusage usage;

	getrusage(RUSAGE_CHILDREN, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
		(double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

START_TEST(window_closed)
{
	struct pty pty;
	double cpu;
	long began;
	int status;

	begin_typing(&pty, &typings[_i]);
	pty_find(&pty, text_of(&typings[_i]));
	cpu = cpu_of_children();
	began = pty_clock();
	pty_hang_up(&pty);
	status = pty_wait(&pty);
	ck_assert_int_lt(pty_clock() - began, 2000);
	ck_assert(WIFSIGNALED(status));
	ck_assert_int_eq(WTERMSIG(status), SIGHUP);
	ck_assert(cpu_of_children() - cpu < 1.0);
	pty_release(&pty);
	wait_until_kept(&typings[_i]);
}
END_TEST

/* No signal comes here: the shell that leads keeps it to itself. */
START_TEST(window_closed_unheard)
{
	char *script = mem_printf("trap '' HUP; \"$ACCORD\" run; echo $? >'%s'", held_path("status"));
	const char *const argv[] = { "/bin/sh", "-c", script, NULL };
	char text[16] = "";
	struct pty pty;
	FILE *file;
	long began;

	held_go_to("pulse/goals");
	pty_start(&pty, 80, 24, NULL, argv);
	pty_see(&pty, "that both sides are judged by");
	pty_type(&pty, "o");
	pty_see(&pty, "A note");
	pty_type(&pty, "Half");
	pty_find(&pty, "Half");
	began = pty_clock();
	pty_hang_up(&pty);
	pty_wait(&pty);
	ck_assert_int_lt(pty_clock() - began, 2000);
	pty_release(&pty);
	file = fopen(held_path("status"), "r");
	ck_assert_ptr_nonnull(file);
	ck_assert_ptr_nonnull(fgets(text, sizeof text, file));
	fclose(file);
	ck_assert_str_eq(text, "129\n");
	held_wait_for_draft("Half");
	free(script);
}
END_TEST

/* A key held down that means nothing is not the end of the terminal. */
START_TEST(keys_without_meaning)
{
	struct pty pty;

	held_go_to("pulse/goals");
	held_start(&pty, NULL, "that both sides are judged by");
	for (int i = 0; i < 200; i++) {
		pty_type(&pty, i % 2 ? "\033[15~" : "\037");
		pty_settle(&pty, 1);
	}
	/* What follows such a byte at once counts as part of it. */
	pty_type(&pty, "\xff");
	pty_settle(&pty, 500);
	pty_type(&pty, "o");
	pty_see(&pty, "A note");
	kill(pty.child, SIGTERM);
	pty_wait(&pty);
	pty_release(&pty);
}
END_TEST

/* A slow line brings a character in pieces, however late the rest is. What is no character ends the one before it. */
START_TEST(character_in_pieces)
{
	struct pty pty;

	begin_typing(&pty, &typings[0]);
	pty_find(&pty, text_of(&typings[0]));
	for (int i = 0; i < 5; i++) {
		pty_type(&pty, "\xe5\xb1");
		if (i > 0)
			pty_settle(&pty, 300 * i);
		pty_type(&pty, "\xb1");
		pty_see(&pty, "\xe5\xb1\xb1");
	}
	pty_type(&pty, "\xe5" "a\xff" "b\xe5\xb1" "\xc3\xa9");
	pty_see(&pty, "ab\xc3\xa9");
	kill(pty.child, SIGTERM);
	pty_wait(&pty);
	pty_release(&pty);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("terminal-end");
	TCase *tcase = tcase_create("end");

	tcase_add_checked_fixture(tcase, held_set_up, held_tear_down);
	tcase_add_loop_test(tcase, draft_survives_kill, 0, (int)COUNT_OF(typings));
	tcase_add_test(tcase, draft_goes_on_and_is_kept);
	tcase_add_test(tcase, answers_survive_kill);
	tcase_add_loop_test(tcase, signal_while_typing, 0, (int)COUNT_OF(ends));
	tcase_add_test(tcase, interrupt_key);
	tcase_add_test(tcase, status_for_the_shell);
	tcase_add_test(tcase, keys_of_the_line_discipline);
	tcase_add_test(tcase, saves_by_a_key_of_the_line_discipline);
	tcase_add_test(tcase, stopped_while_drawing);
	tcase_add_loop_test(tcase, window_closed, 0, (int)COUNT_OF(typings));
	tcase_add_test(tcase, window_closed_unheard);
	tcase_add_test(tcase, keys_without_meaning);
	tcase_add_test(tcase, character_in_pieces);
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
