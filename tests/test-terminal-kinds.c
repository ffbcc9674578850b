/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terminals of all kinds: each gets what it can show, and is left as it was. */
#include "run.h"
#include "terminal/held.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static void quit(struct pty *pty)
{
	pty_settle(pty, 100);
	pty_type(pty, "q");
	ck_assert_int_eq(pty_wait(pty), 0);
	pty_check_restored(pty);
}

/* Terminals that cannot do it: one line, wrong usage, and nothing but that line. */
static const struct refused {
	const char *term, *said;
} refused[] = {
	{ "TERM", "accord: TERM is not set: set it to your terminal's name, such as xterm-256color" },
	{ "TERM=", "accord: TERM is not set: set it to your terminal's name, such as xterm-256color" },
	{ "TERM=nonsense", "accord: the terminal 'nonsense' is unknown here: set TERM to a known one, such as xterm "
			   "or vt100" },
};

START_TEST(refuses)
{
	const char *const argv[] = { getenv("ACCORD"), "run", NULL };
	const char *const settings[] = { refused[_i].term, NULL };
	struct pty pty;
	char *line = mem_printf("%s\r\n", refused[_i].said);
	int status;

	pty_start(&pty, 80, 24, settings, argv);
	status = pty_wait(&pty);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 2);
	/* ncurses goes to the line's beginning. */
	ck_assert_str_eq(pty.raw.data + strspn(pty.raw.data, "\r"), line);
	pty_check_restored(&pty);
	pty_release(&pty);
	free(line);
}
END_TEST

/* A whole colour sequence, such as of "38;5;31"; an "m" ends it, and other attributes may stand around. */
static bool has_colour(const char *raw)
{
	for (; (raw = strstr(raw, "\033[")); raw++) {
		size_t length = strspn(raw + 2, "0123456789;");
		const char *at = raw + 2;

		if (raw[2 + length] != 'm')
			continue;
		while (at <= raw + 2 + length) {
			long number = strtol(at, NULL, 10);

			if ((number >= 30 && number <= 37) || number == 38 || (number >= 90 && number <= 97))
				return true;
			at += strcspn(at, ";m") + 1;
		}
	}
	return false;
}

enum colours { NONE, SOME, MANY };

static const struct kind {
	const char *settings[4];
	const char *option;
	enum colours colours;
} kinds[] = {
	{ { "TERM=xterm-256color" }, NULL, MANY },
	{ { "TERM=xterm" }, NULL, SOME },
	{ { "TERM=screen-256color" }, NULL, MANY },
	{ { "TERM=linux" }, NULL, SOME },
	{ { "TERM=vt100" }, NULL, NONE },
	{ { "TERM=xterm-256color", "NO_COLOR=1" }, NULL, NONE },
	{ { "TERM=xterm-256color", "NO_COLOR=" }, NULL, MANY },
	{ { "TERM=xterm-256color", "NO_COLOR=1" }, "--color=always", MANY },
	{ { "TERM=xterm-256color" }, "--color=never", NONE },
	{ { "TERM=vt100" }, "--color=always", NONE },
};

START_TEST(shows_what_it_can)
{
	const struct kind *kind = &kinds[_i];
	const char *const argv[] = { getenv("ACCORD"), "run", kind->option, NULL };
	struct pty pty;

	held_go_to("pulse/goals");
	pty_start(&pty, 80, 24, kind->settings, argv);
	pty_see(&pty, "that both sides are judged by");
	pty_find(&pty, "Zo\xc3\xab M\xc3\xbcller");
	pty_type(&pty, "34231222");
	pty_see(&pty, "everybody has answered");
	pty_type(&pty, "r");
	pty_find(&pty, "Guesses: Marketing is");
	quit(&pty);
	ck_assert_int_eq(has_colour(pty.raw.data), kind->colours != NONE);
	ck_assert_int_eq(strstr(pty.raw.data, "38;5;") != NULL, kind->colours == MANY);
	/* Everywhere, as a list of people that is pasted would be keys otherwise. */
	ck_assert_ptr_nonnull(strstr(pty.raw.data, "\033[?2004h"));
	pty_release(&pty);
}
END_TEST

static const char *const plain_locales[] = { "LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=xx_YY.none" };

/* Where the locale has only ASCII, nothing else goes to the terminal, whatever a name holds; what is typed is kept. */
START_TEST(nothing_but_ascii)
{
	const char *const settings[] = { plain_locales[_i], NULL };
	struct pty pty;
	char *image;

	held_go_to("pulse/goals");
	held_start(&pty, settings, "that both sides are judged by");
	pty_find(&pty, "Zoe Muller");
	pty_find(&pty, "? ?  Dev");
	pty_find(&pty, "1 not at all | 2 | 3 | 4 | 5 fully");
	pty_type(&pty, "3");
	pty_find(&pty, "*");
	pty_type(&pty, "o");
	pty_see(&pty, "A note");
	pty_settle(&pty, 100);
	pty_type(&pty, "Caf\xc3\xa9 now, \xe5\xb1\xb1\xff!");
	pty_settle(&pty, 300);
	pty_type(&pty, "\r");
	pty_see(&pty, "kept: Cafe now, ? !");
	quit(&pty);
	for (size_t i = 0; i < pty.raw.length; i++)
		ck_assert_msg((unsigned char)pty.raw.data[i] < 0x80, "byte %d of '%.40s'", (int)i, pty.raw.data + i);
	pty_release(&pty);
	image = held_image();
	ck_assert_ptr_nonnull(strstr(image, "note: Caf\xc3\xa9 now, \xe5\xb1\xb1!\n"));
	free(image);
}
END_TEST

static const struct size {
	int columns, lines;
} sizes[] = { { 10, 3 }, { 1, 1 }, { 39, 24 }, { 80, 11 } };

/* Too small a window says so, and all is there when it is large again. */
START_TEST(small_window)
{
	struct pty pty;
	char *image;

	held_go_to("pulse/goals");
	held_start(&pty, NULL, "that both sides are judged by");
	pty_type(&pty, "34");
	pty_see(&pty, "\xe2\x97\x8f");
	pty_settle(&pty, 100);
	pty_resize(&pty, sizes[_i].columns, sizes[_i].lines);
	pty_see(&pty, sizes[_i].columns == 1 ? "a" : "accord");
	/* Not dead: keys still count. */
	pty_type(&pty, "2");
	pty_settle(&pty, 200);
	pty_forget(&pty);
	pty_resize(&pty, 120, 40);
	pty_see(&pty, "that both sides are judged by");
	pty_find(&pty, "Zo\xc3\xab M\xc3\xbcller");
	quit(&pty);
	pty_release(&pty);
	image = held_image();
	ck_assert_ptr_nonnull(strstr(image, "pulse/goals 1 0: 3\npulse/goals 1 1: 4\npulse/goals 2 0: 2\n"));
	free(image);
}
END_TEST

START_TEST(begins_small)
{
	const char *const argv[] = { getenv("ACCORD"), "run", NULL };
	struct pty pty;

	held_go_to("pulse/goals");
	pty_start(&pty, sizes[_i].columns, sizes[_i].lines, NULL, argv);
	pty_see(&pty, sizes[_i].columns == 1 ? "a" : "accord");
	pty_resize(&pty, 80, 24);
	pty_see(&pty, "that both sides are judged by");
	quit(&pty);
	pty_release(&pty);
}
END_TEST

/* A window that is being dragged: many sizes, and the last one counts. */
START_TEST(dragged_window)
{
	struct pty pty;

	held_go_to("pulse/goals");
	held_start(&pty, NULL, "that both sides are judged by");
	for (int i = 0; i < 100; i++) {
		pty_resize(&pty, 20 + i, 5 + i % 40);
		pty_settle(&pty, 1);
	}
	pty_resize(&pty, 100, 30);
	pty_settle(&pty, 300);
	pty_find(&pty, "that both sides are judged by");
	/* The lowest line is where it belongs. */
	ck_assert(strstr(pty.raw.data + pty.seen, "\033[30;") || strstr(pty.raw.data + pty.seen, "\033[30d"));
	quit(&pty);
	pty_release(&pty);
}
END_TEST

/* What is pasted is text, whatever keys its letters are; only bracketed, though. */
START_TEST(paste_is_text)
{
	struct pty pty;
	char *image;

	held_go_to("vendors/contracts");
	held_start(&pty, NULL, "Which suppliers");
	pty_type(&pty, "\033[200~quid \xe5\xb1\xb1\xe7\x94\xb0\tMarketing\temail\r\n"
		"paid \xf0\x9f\xa6\x8a\tIT\tdata\r\n\033[201~");
	pty_find(&pty, "quid \xe5\xb1\xb1\xe7\x94\xb0");
	pty_find(&pty, "paid \xf0\x9f\xa6\x8a");
	kill(pty.child, SIGTERM);
	pty_wait(&pty);
	pty_release(&pty);
	image = held_image();
	ck_assert_ptr_nonnull(strstr(image, "row 1 vendor: quid \xe5\xb1\xb1\xe7\x94\xb0\n"));
	ck_assert_ptr_nonnull(strstr(image, "row 2 vendor: paid \xf0\x9f\xa6\x8a\n"));
	free(image);
}
END_TEST

/* A paste whose end never comes does not swallow the keys after it for ever. */
START_TEST(paste_without_end)
{
	struct pty pty;

	held_go_to("vendors/first-joint");
	held_start(&pty, NULL, "Which contract, if any");
	pty_type(&pty, "o");
	pty_see(&pty, "A note");
	pty_type(&pty, "\033[200~half a paste");
	pty_settle(&pty, 1500);
	pty_type(&pty, ", and more");
	pty_find(&pty, "half a paste, and more");
	kill(pty.child, SIGTERM);
	pty_wait(&pty);
	pty_release(&pty);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("terminal-kinds");
	TCase *tcase = tcase_create("kinds");

	tcase_add_checked_fixture(tcase, held_set_up, held_tear_down);
	tcase_add_loop_test(tcase, refuses, 0, (int)COUNT_OF(refused));
	tcase_add_loop_test(tcase, shows_what_it_can, 0, (int)COUNT_OF(kinds));
	tcase_add_loop_test(tcase, nothing_but_ascii, 0, (int)COUNT_OF(plain_locales));
	tcase_add_loop_test(tcase, small_window, 0, (int)COUNT_OF(sizes));
	tcase_add_loop_test(tcase, begins_small, 0, (int)COUNT_OF(sizes));
	tcase_add_test(tcase, dragged_window);
	tcase_add_test(tcase, paste_is_text);
	tcase_add_test(tcase, paste_without_end);
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
