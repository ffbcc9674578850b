/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who leads, the audience's screen and two seats at one database, each a program on a terminal of its own. What the
 * audience's terminal is sent before a reveal does not depend on what anybody answered.
 */
#include "run.h"
#include "terminal/room.h"

#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#define WORLDS 2
#define SEATS 2

/* What Ana and Cyd type at their seats, and who leads types for Ben and Dev. */
struct answers {
	const char *seats[SEATS], *led[SEATS];
};

/* A step, and two ways in which it is answered. */
static const struct {
	const char *prompt;
	struct answers worlds[WORLDS];
	/* Stands nowhere before the reveal; NULL where its options are shown, so that only who chose what is hidden. */
	const char *needles[WORLDS];
} steps[] = {
	{ "Scale it.", { { { "12", "21" }, { "12", "12" } }, { { "54", "45" }, { "54", "54" } } }, { NULL } },
	{ "Choose one.", { { { "11", "12" }, { "11", "21" } }, { { "33", "32" }, { "23", "33" } } }, { NULL } },
	{ "Say it.",
	  { { { "\rNarwhal one\r", "\rNarwhal two\r" }, { "\rNarwhal three\r", "Narwhal four\r" } },
	    { { "\rOcelot one and more\r", "\rOcelot two\r" }, { "\rOcelot three\r", "Ocelot\r" } } },
	  { "Narwhal", "Ocelot" } },
	{ "Count it.",
	  { { { "48151\r48152\r", "48153\r48154\r" }, { "48155\r48156\r", "48157\r48158\r" } },
	    { { "62341\r62342\r", "62343\r62344\r" }, { "62345\r6\r", "62347\r62348\r" } } },
	  { "4815", "6234" } },
	{ "Tick some.", { { { "1\r", "1 2\r" }, { "1\r", "1\r" } }, { { "2 3\r", "3\r" }, { "3\r", "2 3\r" } } }, { NULL } },
	{ "Give dots.",
	  { { { "1 1\r", "1 2\r" }, { "1\r", "2\r" } }, { { "5 6\r", "6\r" }, { "6 6\r", "5 5\r" } } },
	  { NULL } },
	{ "Model it.",
	  { { { "11", "12" }, { "\raa\r", "aa\r" } }, { { "22", "21" }, { "\rbb\r", "bb\r" } } },
	  { NULL } },
};

/* What stood on the audience's screen: every line after every byte, and the screens that stayed. */
struct seen {
	void *lines; /* of tsearch */
	struct str screens, result;
};

static struct seen *seeing;
static const char *forbidden;

static int compare(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void look(const struct emulator *emulator)
{
	struct str line;

	str_init(&line);
	for (int y = 0; y < emulator->height; y++) {
		char *copy, **found;

		emulator_line(emulator, y, &line);
		if (forbidden && strstr(line.data, forbidden))
			ck_abort_msg("before the reveal the audience sees '%s'", line.data);
		copy = mem_strdup(line.data);
		found = tsearch(copy, &seeing->lines, compare);
		ck_assert_ptr_nonnull(found);
		if (*found != copy)
			free(copy);
	}
	str_release(&line);
}

static void keep_screen(const struct station *station, struct str *out)
{
	char *dump = emulator_dump(&station->emulator);

	str_add(out, dump);
	free(dump);
}

static int compare_items(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The lines, sorted; the set is emptied. */
static char *take_lines(struct seen *seen)
{
	size_t count = 0, capacity = 0;
	char **items = NULL;
	struct str all;

	str_init(&all);
	while (seen->lines) {
		items = mem_grow(items, &capacity, count, sizeof *items);
		items[count] = *(char **)seen->lines;
		tdelete(items[count++], &seen->lines, compare);
	}
	qsort(items, count, sizeof *items, compare_items);
	for (size_t i = 0; i < count; i++) {
		str_printf(&all, "%s\n", items[i]);
		free(items[i]);
	}
	free(items);
	return all.data;
}

static void see_progress(struct stations *stations, struct station *audience, int answered, struct seen *seen)
{
	char *text = mem_printf("%d of 4 have answered", answered);

	stations_see(stations, audience, text);
	stations_settle(stations);
	keep_screen(audience, &seen->screens);
	free(text);
}

static void answer(struct stations *stations, const struct answers *answers, struct seen *seen)
{
	struct station *lead = &stations->items[0], *audience = &stations->items[1];

	for (int i = 0; i < SEATS; i++) {
		pty_type(&stations->items[2 + i].pty, answers->seats[i]);
		see_progress(stations, audience, i + 1, seen);
	}
	/* Ana has answered, and the cursor is still there. */
	pty_type(&lead->pty, "j");
	for (int i = 0; i < SEATS; i++) {
		pty_type(&lead->pty, answers->led[i]);
		see_progress(stations, audience, SEATS + i + 1, seen);
	}
}

/* All steps, in a database of their own. */
static void play(int world, struct seen seen[COUNT_OF(steps)])
{
	struct stations stations = { .count = 0 };
	struct station *lead, *audience;

	stations_set_up(4);
	lead = stations_start(&stations, (const char *const[]){ "run", NULL });
	stations_see(&stations, lead, "Seats.");
	audience = stations_start(&stations, (const char *const[]){ "present", NULL });
	stations_start(&stations, (const char *const[]){ "vote", "--as", "Ana", NULL });
	stations_start(&stations, (const char *const[]){ "vote", "--as", "3", NULL });
	for (size_t i = 0; i < COUNT_OF(steps); i++) {
		str_init(&seen[i].screens);
		str_init(&seen[i].result);
		seeing = &seen[i];
		pty_type(&lead->pty, "n");
		for (int s = 0; s < stations.count; s++)
			stations_see(&stations, &stations.items[s], steps[i].prompt);
		stations_settle(&stations);
		forbidden = steps[i].needles[world];
		audience->look = look;
		answer(&stations, &steps[i].worlds[world], &seen[i]);
		audience->look = NULL;
		pty_type(&lead->pty, "r");
		stations_miss(&stations, audience, "have answered");
		stations_settle(&stations);
		keep_screen(audience, &seen[i].result);
	}
	stations_end(&stations);
}

/* Two texts are one, or else the line is told where they part. */
static void check_same(const char *prompt, const char *one, const char *other)
{
	size_t at = 0;

	for (size_t i = 0; one[i] && one[i] == other[i]; i++)
		if (one[i] == '\n')
			at = i + 1;
	if (strcmp(one, other) != 0)
		ck_abort_msg("%s: '%.*s' is '%.*s' where the answers are others", prompt, (int)strcspn(one + at, "\n"), one + at,
			(int)strcspn(other + at, "\n"), other + at);
}

START_TEST(no_frame_before_the_reveal_depends_on_an_answer)
{
	struct seen seen[WORLDS][COUNT_OF(steps)] = { 0 };

	for (int world = 0; world < WORLDS; world++)
		play(world, seen[world]);
	for (size_t i = 0; i < COUNT_OF(steps); i++) {
		char *lines = take_lines(&seen[0][i]), *others = take_lines(&seen[1][i]);

		check_same(steps[i].prompt, seen[0][i].screens.data, seen[1][i].screens.data);
		check_same(steps[i].prompt, lines, others);
		/* What would be found, if it were there: the looking would not be worth much else. */
		ck_assert_ptr_nonnull(strstr(lines, steps[i].prompt));
		ck_assert_msg(strcmp(seen[0][i].result.data, seen[1][i].result.data) != 0, "%s: the results are one",
			steps[i].prompt);
		for (int world = 0; world < WORLDS; world++) {
			if (steps[i].needles[world])
				ck_assert_ptr_nonnull(strstr(seen[world][i].result.data, steps[i].needles[world]));
			str_release(&seen[world][i].screens);
			str_release(&seen[world][i].result);
		}
		free(lines);
		free(others);
	}
}
END_TEST

/* Who leads, at a step that is so many further, and a seat. */
static struct station *begin(struct stations *stations, int steps_on, const char *prompt, const char *name)
{
	struct station *lead;

	*stations = (struct stations){ .count = 0 };
	stations_set_up(4);
	lead = stations_start(stations, (const char *const[]){ "run", NULL });
	stations_see(stations, lead, "Seats.");
	for (int i = 0; i < steps_on; i++)
		pty_type(&lead->pty, "n");
	stations_see(stations, lead, prompt);
	stations_start(stations, (const char *const[]){ "vote", "--as", name, NULL });
	stations_see(stations, &stations->items[1], prompt);
	return lead;
}

START_TEST(what_is_typed_at_the_reveal_is_not_taken)
{
	struct stations stations;
	struct station *lead = begin(&stations, 3, "Say it.", "Ana"), *seat = &stations.items[1];

	pty_type(&seat->pty, "\rhalf a sen");
	stations_see(&stations, seat, "half a sen");
	pty_type(&lead->pty, "rr");
	stations_see(&stations, seat, "it was revealed meanwhile; what you were typing was not taken");
	stations_see(&stations, seat, "Nothing was answered.");
	pty_type(&seat->pty, "tence\r4u");
	stations_settle(&stations);
	pty_type(&lead->pty, "R");
	stations_see(&stations, seat, "0 of 4 have answered.");
	stations_end(&stations);
}
END_TEST

START_TEST(what_is_typed_when_the_room_goes_on_comes_back)
{
	struct stations stations;
	struct station *lead = begin(&stations, 3, "Say it.", "Ana"), *seat = &stations.items[1];

	pty_type(&seat->pty, "\rhalf a sen");
	stations_see(&stations, seat, "half a sen");
	pty_type(&lead->pty, "n");
	stations_see(&stations, seat, "Count it.");
	stations_see(&stations, seat, "what you were typing is here when it comes back");
	pty_type(&lead->pty, "p");
	stations_see(&stations, seat, "half a sen");
	pty_type(&seat->pty, "tence\r");
	stations_see(&stations, seat, "Answered; waiting for the others (1 of 4).");
	pty_type(&seat->pty, "\t");
	stations_see(&stations, seat, "You said: half a sentence");
	stations_end(&stations);
}
END_TEST

START_TEST(whoever_is_removed_has_no_seat)
{
	struct stations stations;
	struct station *lead = begin(&stations, 1, "Scale it.", "Ana"), *seat = &stations.items[1];
	int status;

	pty_type(&lead->pty, "P");
	stations_see(&stations, lead, "People: Room");
	pty_type(&lead->pty, "\033[3~");
	status = pty_wait(&seat->pty);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 1);
	ck_assert_ptr_nonnull(strstr(seat->pty.raw.data, "this seat has gone"));
	pty_check_restored(&seat->pty);
	stations_end(&stations);
}
END_TEST

START_TEST(of_two_seats_the_later_answer_holds)
{
	struct stations stations;
	struct station *lead = begin(&stations, 1, "Scale it.", "Ana"), *one = &stations.items[1];
	struct station *two = stations_start(&stations, (const char *const[]){ "vote", "--as", "ana", NULL });

	stations_see(&stations, two, "Scale it.");
	pty_type(&one->pty, "42\t");
	stations_see(&stations, one, "You said: 4. Your guess: 2");
	stations_see(&stations, two, "Answered; waiting for the others (1 of 4).");
	pty_type(&two->pty, "5");
	stations_see(&stations, one, "You said: 5. Your guess: 2");
	/* Undo at the first one would take the other's answer away. */
	pty_type(&one->pty, "uu");
	stations_see(&stations, one, "it stays as it is");
	stations_see(&stations, one, "You said: 5.");
	(void)lead;
	stations_end(&stations);
}
END_TEST

static long log_length(void)
{
	struct stat status;

	return stat(stations_path("a.db-wal"), &status) == 0 ? (long)status.st_size : 0;
}

/* Many answer an anonymous step within a moment: the log, which tells in which order, is empty soon after. */
START_TEST(no_order_stays_in_the_log)
{
	static const char *const names[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10" };
	struct stations stations = { .count = 0 };
	struct station *lead, *audience;
	long until;

	stations_set_up(COUNT_OF(names));
	lead = stations_start(&stations, (const char *const[]){ "run", NULL });
	stations_see(&stations, lead, "Seats.");
	pty_type(&lead->pty, "nnnnnnnn");
	stations_see(&stations, lead, "Whisper it.");
	audience = stations_start(&stations, (const char *const[]){ "present", NULL });
	for (size_t i = 0; i < COUNT_OF(names); i++)
		stations_start(&stations, (const char *const[]){ "vote", "--as", names[i], NULL });
	for (int i = 0; i < stations.count; i++)
		stations_see(&stations, &stations.items[i], "Whisper it.");
	for (size_t i = 0; i < COUNT_OF(names); i++)
		pty_type(&stations.items[2 + i].pty, i % 2 ? "4" : "2");
	/* Nobody's answer is lost. */
	stations_see(&stations, audience, "10 of 10 have answered");
	until = pty_clock() + PTY_MILLISECONDS;
	while (log_length() > 0) {
		ck_assert_msg(pty_clock() < until, "the log still has %ld bytes", log_length());
		stations_take(&stations);
		pty_nap();
	}
	pty_type(&lead->pty, "r");
	stations_see(&stations, audience, "Red (5)");
	stations_end(&stations);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("terminal-room");
	TCase *tcase = tcase_create("room");

	tcase_add_test(tcase, no_frame_before_the_reveal_depends_on_an_answer);
	tcase_add_test(tcase, what_is_typed_at_the_reveal_is_not_taken);
	tcase_add_test(tcase, what_is_typed_when_the_room_goes_on_comes_back);
	tcase_add_test(tcase, whoever_is_removed_has_no_seat);
	tcase_add_test(tcase, of_two_seats_the_later_answer_holds);
	tcase_add_test(tcase, no_order_stays_in_the_log);
	tcase_set_timeout(tcase, 240);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
