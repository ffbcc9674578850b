/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window that is dragged wildly while somebody types: not a character is lost, and the screen is right. */
#include "run.h"
#include "terminal/held.h"

#include "base/random.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define SIZES 500
#define WIDTH 300
#define HEIGHT 100

/* Words of letters that tell where they stand, with some that are wide or of two bytes. */
static char *text_of(int letters)
{
	static const char *const some[] = { "a", "\xc3\xa9", "b", "\xe5\xb1\xb1", "c", "d", "e", " " };
	struct str text;

	str_init(&text);
	for (int i = 0; i < letters; i++)
		if (i % 8 == 6)
			str_printf(&text, "%d", i / 8 % 10);
		else
			str_add(&text, some[i % 8]);
	/* What is kept has no space at its end. */
	str_add(&text, "end");
	return text.data;
}

/* The next character with all its bytes; moves past it. */
static const char *next_character(const char **text, char out[8])
{
	size_t length = 1;

	while (((unsigned char)(*text)[length] & 0xc0) == 0x80)
		length++;
	memcpy(out, *text, length);
	out[length] = '\0';
	*text += length;
	return out;
}

/*
 * Types a text while the size changes all the time, and takes in what is drawn as fast as it comes. Now and then it is
 * stopped, and goes on.
 */
static void storm(struct pty *pty, const char *text, int sizes)
{
	struct rng rng;
	char letter[8];

	rng_seed(&rng, 500);
	for (int i = 0; i < sizes || *text; i++) {
		if (i < sizes)
			pty_resize(pty, 1 + (int)rng_below(&rng, WIDTH), 1 + (int)rng_below(&rng, HEIGHT));
		if (*text)
			pty_type(pty, next_character(&text, letter));
		if (i % 25 == 24) {
			kill(pty->child, SIGSTOP);
			kill(pty->child, SIGCONT);
		}
		if (rng_below(&rng, 8) == 0)
			pty_settle(pty, 1);
		pty_forget(pty);
	}
}

static void end(struct pty *pty)
{
	kill(pty->child, SIGTERM);
	ck_assert_int_eq(WTERMSIG(pty_wait(pty)), SIGTERM);
	pty_release(pty);
}

START_TEST(while_a_note_is_typed)
{
	char *text = text_of(SIZES), *image, *kept = mem_printf("note: %s\n", text);
	struct pty pty;

	held_go_to("pulse/goals");
	held_start(&pty, NULL, "that both sides are judged by");
	pty_type(&pty, "o");
	pty_see(&pty, "A note");
	storm(&pty, text, SIZES);
	held_wait_for_draft(text);
	pty_resize(&pty, 80, 24);
	pty_see(&pty, "Enter save  Esc cancel");
	/* The end of it stands where it is typed. */
	pty_find(&pty, text + strlen(text) - 20);
	pty_type(&pty, "\r");
	pty_see(&pty, "kept: ");
	end(&pty);
	image = held_image();
	ck_assert_ptr_nonnull(strstr(image, kept));
	free(image);
	free(kept);
	free(text);
}
END_TEST

/* Answers too: also where the window is too small to show who answers. */
START_TEST(while_answers_are_typed)
{
	char *image;
	struct pty pty;

	held_go_to("pulse/goals");
	held_start(&pty, NULL, "that both sides are judged by");
	storm(&pty, "12345432", 60);
	pty_settle(&pty, 300);
	end(&pty);
	image = held_image();
	ck_assert_str_eq(image, "at pulse/goals\n"
				"pulse/goals 1 0: 1\npulse/goals 1 1: 2\npulse/goals 2 0: 3\npulse/goals 2 1: 4\n"
				"pulse/goals 3 0: 5\npulse/goals 3 1: 4\npulse/goals 4 0: 3\npulse/goals 4 1: 2\n");
	free(image);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("terminal-storm");
	TCase *tcase = tcase_create("storm");

	tcase_add_checked_fixture(tcase, held_set_up, held_tear_down);
	tcase_add_test(tcase, while_a_note_is_typed);
	tcase_add_test(tcase, while_answers_are_typed);
	tcase_set_timeout(tcase, 120);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
