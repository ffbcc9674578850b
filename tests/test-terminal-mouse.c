/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mouse of a real terminal: what it sends is a click and never text, and it is given back. */
#include "run.h"
#include "terminal/held.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define PROMPT "that both sides are judged by"
#define ON "\033[?1000h\033[?1006h"
#define OFF "\033[?1000l"

static void begin(struct pty *pty, const char *const *settings)
{
	held_go_to("pulse/goals");
	held_start(pty, settings, PROMPT);
	pty_settle(pty, 200);
}

/* Nothing but this was answered. */
static void end(struct pty *pty, const char *answers)
{
	char *image, *wanted = mem_printf("at pulse/goals\n%s", answers);

	pty_settle(pty, 200);
	kill(pty->child, SIGTERM);
	pty_wait(pty);
	pty_check_restored(pty);
	pty_release(pty);
	image = held_image();
	ck_assert_str_eq(image, wanted);
	free(wanted);
	free(image);
}

/* Terminals whose descriptions know of a mouse, of another one, or of none. */
static const char *const terms[] = {
	"TERM=xterm-256color", "TERM=xterm", "TERM=tmux-256color", "TERM=screen", "TERM=screen-256color",
};

/* Zoe's point: the second one of her side, then 4, as digits tell it and as bytes. */
START_TEST(clicks)
{
	const char *const settings[] = { terms[_i / 2], NULL };
	struct pty pty;

	begin(&pty, settings);
	ck_assert_ptr_nonnull(strstr(pty.raw.data, ON));
	pty_type(&pty, _i % 2 ? "\033[M %)" : "\033[<0;5;9M\033[<0;5;9m");
	pty_settle(&pty, 200);
	pty_type(&pty, _i % 2 ? "\033[M 9%\033[M#9%" : "\033[<0;25;5M\033[<0;25;5m");
	end(&pty, "pulse/goals 2 0: 4\n");
}
END_TEST

/* What is not the left button alone; what is beyond the screen; what is nonsense. No digit of it is an answer. */
static const char *const ignored[] = {
	"\033[<0;25;5m", "\033[<1;25;5M", "\033[<2;25;5M", "\033[<4;25;5M", "\033[<8;25;5M", "\033[<16;25;5M",
	"\033[<32;25;5M", "\033[<35;25;5M", "\033[<64;25;5M", "\033[<65;25;5M", "\033[<66;25;5M", "\033[<0;999;999M",
	"\033[<0;0;0M", "\033[<0;99999999999999999999;5M", "\033[<M", "\033[<0;25M", "\033[<0;25;5;4M", "\033[M#95",
	"\033[M\3459%", "\033[M \377\377", "\033[M    ",
};

START_TEST(is_never_text)
{
	struct pty pty;

	begin(&pty, NULL);
	for (size_t i = 0; i < COUNT_OF(ignored); i++) {
		pty_type(&pty, ignored[i]);
		pty_settle(&pty, 20);
	}
	pty_type(&pty, "3");
	end(&pty, "pulse/goals 1 0: 3\n");
}
END_TEST

/* A slow line brings a click in pieces, and even its escape alone. */
START_TEST(comes_in_pieces)
{
	static const char click[] = "\033[<0;25;5M";
	char *image;
	struct pty pty;

	begin(&pty, NULL);
	for (size_t cut = 1; cut < strlen(click); cut++) {
		char *first = mem_strndup(click, cut);

		pty_type(&pty, first);
		pty_settle(&pty, cut > 2 ? 300 : 60);
		pty_type(&pty, click + cut);
		pty_settle(&pty, 60);
		free(first);
	}
	/* Each that came was a 4 of somebody; none was a digit of the place, 0, 2 or 5. */
	pty_settle(&pty, 200);
	kill(pty.child, SIGTERM);
	pty_wait(&pty);
	pty_release(&pty);
	image = held_image();
	ck_assert_ptr_nonnull(strstr(image, ": 4"));
	for (const char *at = image; (at = strstr(at, ": ")); at++)
		ck_assert_msg(at[2] == '4', "%s", image);
	free(image);
}
END_TEST

/* Where there is none nothing is asked for. */
START_TEST(is_not_asked_for)
{
	static const char *const none[] = { "TERM=linux", "TERM=vt100", "TERM=vt220" };
	const char *const settings[] = { none[_i], NULL };
	struct pty pty;

	begin(&pty, settings);
	ck_assert_ptr_null(strstr(pty.raw.data, "\033[?1000h"));
	end(&pty, "");
}
END_TEST

/* A crash: the terminal is as before, and the shell learns what it was. */
START_TEST(crash)
{
	static const int faults[] = { SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL };
	struct pty pty;
	int status;

	begin(&pty, NULL);
	kill(pty.child, faults[_i]);
	status = pty_wait(&pty);
	/* Sanitizers end in their own way. */
	ck_assert(WIFSIGNALED(status) ? WTERMSIG(status) == faults[_i] : WEXITSTATUS(status) != 0);
	ck_assert_ptr_nonnull(strstr(pty.raw.data, OFF));
	pty_check_restored(&pty);
	pty_release(&pty);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("terminal-mouse");
	TCase *tcase = tcase_create("mouse");

	tcase_add_checked_fixture(tcase, held_set_up, held_tear_down);
	tcase_add_loop_test(tcase, clicks, 0, 2 * (int)COUNT_OF(terms));
	tcase_add_test(tcase, is_never_text);
	tcase_add_test(tcase, comes_in_pieces);
	tcase_add_loop_test(tcase, is_not_asked_for, 0, 3);
	tcase_add_loop_test(tcase, crash, 0, 5);
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
