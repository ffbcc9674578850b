/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock of a session between several programs: who counts, what others see, what sleep and set clocks do to it. */
#include "run.h"
#include "store-fixture.h"

#include "base/mem.h"
#include "base/random.h"
#include "model/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST INT64_C(1795338000000) /* the wall clock at the beginning */

/* A program at the session, as a screen would use the clock. */
struct program {
	struct store *store;
	struct session *session;
	struct clock clock;
};

/* What time it is for all of them. */
static int64_t ticks, wall;

static void pass(int64_t milliseconds)
{
	ticks += milliseconds;
	wall += milliseconds;
}

static void begin_at(struct program *program, const char *id, const char *name)
{
	struct err err = { 0 };

	*program = (struct program){ .store = fixture_open(fixture_path("a.db")), .clock.seen = ticks };
	program->session = id ? store_load(program->store, id, fixture_parse, &err) : fixture_session(program->store);
	ck_assert_ptr_nonnull(program->session);
	strcpy(program->clock.owner, name);
}

/* Ends it without a word, as a power cut does. */
static void drop(struct program *program)
{
	session_free(program->session);
	store_close(program->store);
}

static int64_t elapsed(const struct program *program)
{
	return clock_elapsed(&program->clock, program->session, ticks, wall);
}

static void hear(struct program *program)
{
	struct err err = { 0 };

	ck_assert_int_eq(store_reload(program->store, program->session, &err), 0);
	clock_follow(&program->clock, program->session, ticks, wall);
}

static int take(struct program *program)
{
	struct err err = { 0 };
	int got = store_clock_take(program->store, program->session, program->clock.owner, wall, &err);

	if (got == 1)
		clock_note(&program->clock, program->session, ticks);
	return got;
}

static int write_down(struct program *program)
{
	struct err err = { 0 };
	int64_t ran = elapsed(program);
	int got = store_clock_write(program->store, program->session, ran, wall, &err);

	if (got == 1)
		clock_note(&program->clock, program->session, ticks - ran % 1000);
	return got;
}

static void go(struct program *program, const char *step)
{
	struct err err = { 0 };

	ck_assert_int_eq(store_place(program->store, program->session, step, &err), 0);
}

/* store_place asks the system for the time; so the two have to be the same. */
static void fix_wall(void)
{
	char text[32];

	snprintf(text, sizeof text, "%lld", (long long)(wall / 1000));
	setenv("ACCORD_NOW", text, 1);
}

static int64_t seconds(struct program *program, int module)
{
	hear(program);
	return program->session->modules[module].seconds;
}

static void set_up(void)
{
	fixture_set_up();
	ticks = 5000000;
	wall = FIRST;
}

/* One that counts and one that looks on. */
static void both(struct program *one, struct program *two)
{
	begin_at(one, NULL, "one");
	begin_at(two, one->session->id, "two");
	go(one, "alpha/scale");
	ck_assert_int_eq(take(one), 1);
	hear(two);
}

START_TEST(only_one_counts)
{
	struct program one, two;

	both(&one, &two);
	ck_assert(clock_is_ours(&one.clock, one.session));
	ck_assert(!clock_is_ours(&two.clock, two.session));
	for (int i = 0; i < 10; i++) {
		pass(20300);
		ck_assert(!clock_is_free(two.session, wall));
		ck_assert_int_eq(take(&two), 0);
		ck_assert_int_eq(elapsed(&one) / 1000, elapsed(&two) / 1000);
		ck_assert_int_eq(write_down(&one), 1);
		hear(&two);
		ck_assert_int_eq(one.session->modules[0].seconds * 1000 + elapsed(&one), (i + 1) * 20300);
		ck_assert_int_eq(two.session->modules[0].seconds * 1000 + elapsed(&two), (i + 1) * 20300);
	}
	drop(&two);
	drop(&one);
}
END_TEST

START_TEST(given_back_it_is_taken_at_once)
{
	struct program one, two;
	struct err err = { 0 };

	both(&one, &two);
	pass(7000);
	ck_assert_int_eq(store_clock_stop(one.store, one.session, elapsed(&one), wall, &err), 1);
	ck_assert(!clock_is_ours(&one.clock, one.session));
	ck_assert_int_eq(one.session->clock_at, CLOCK_STANDS);
	pass(50000);
	ck_assert_int_eq(elapsed(&one), 0);
	hear(&two);
	ck_assert_int_eq(elapsed(&two), 0);
	ck_assert_int_eq(take(&two), 1);
	pass(3000);
	ck_assert_int_eq(write_down(&two), 1);
	ck_assert_int_eq(seconds(&one, 0), 10);
	drop(&two);
	drop(&one);
}
END_TEST

START_TEST(whoever_is_gone_counts_no_more)
{
	struct program one, two;

	both(&one, &two);
	drop(&one);
	pass(10000);
	ck_assert_int_eq(elapsed(&two), 10000);
	ck_assert_int_eq(take(&two), 0);
	pass(3600000);
	/* Standing, and free: what everybody saw is kept, and no more. */
	ck_assert_int_eq(elapsed(&two), CLOCK_LIMIT);
	ck_assert_int_eq(take(&two), 1);
	ck_assert_int_eq(elapsed(&two), 0);
	ck_assert_int_eq(seconds(&two, 0), CLOCK_LIMIT / 1000);
	pass(5000);
	ck_assert_int_eq(write_down(&two), 1);
	ck_assert_int_eq(seconds(&two, 0), CLOCK_LIMIT / 1000 + 5);
	drop(&two);
}
END_TEST

/* The time until then belongs to the module that was left, whoever left it. */
START_TEST(another_program_may_go_on)
{
	struct program one, two;

	both(&one, &two);
	pass(12000);
	fix_wall();
	go(&two, "beta/reg");
	ck_assert(!clock_is_ours(&two.clock, two.session));
	/* Nobody has told the first one yet: it writes nothing twice. */
	pass(4000);
	ck_assert_int_eq(write_down(&one), 0);
	hear(&one);
	ck_assert_int_eq(elapsed(&one), 4000);
	pass(1000);
	ck_assert_int_eq(write_down(&one), 1);
	ck_assert_int_eq(seconds(&two, 0), 12);
	ck_assert_int_eq(seconds(&two, 1), 5);
	drop(&two);
	drop(&one);
}
END_TEST

/* By half an hour, or a day, in either direction, at any moment: no clock counts that, and none stops for long. */
static const int64_t jumps[] = { -86400000, -1800000, -25000, -3000, 3000, 25000, 1800000, 86400000 };

START_TEST(a_wall_clock_that_is_set_does_no_harm)
{
	struct program one, two;
	int64_t shown;

	both(&one, &two);
	for (int i = 0; i < 60; i++) {
		pass(1000);
		if (i == 25)
			wall += jumps[_i];
		if (elapsed(&one) >= CLOCK_FLUSH)
			ck_assert_int_eq(write_down(&one), 1);
		hear(&two);
		shown = two.session->modules[0].seconds * 1000 + elapsed(&two);
		ck_assert_int_eq(one.session->modules[0].seconds * 1000 + elapsed(&one), (i + 1) * 1000);
		/* Others are wrong by less than what they count on at most, until the next writing. */
		ck_assert_int_le(shown, (i + 1) * 1000 + CLOCK_LIMIT);
		ck_assert_int_ge(shown, (i + 1) * 1000 - CLOCK_LIMIT);
		if (i < 25 || i > 45)
			ck_assert_int_eq(shown, (i + 1) * 1000);
	}
	drop(&two);
	drop(&one);
}
END_TEST

START_TEST(set_far_back_it_is_still_free_once_nobody_counts)
{
	struct program one, two;

	both(&one, &two);
	drop(&one);
	wall -= 86400000;
	ck_assert_int_eq(elapsed(&two), 0);
	ck_assert_int_eq(take(&two), 1);
	ck_assert_int_eq(seconds(&two, 0), 0);
	drop(&two);
}
END_TEST

START_TEST(what_passes_in_sleep_does_not_count)
{
	struct program one, two;

	both(&one, &two);
	pass(5000);
	ck_assert_int_eq(clock_gap(&one.clock, ticks), 0);
	pass(CLOCK_GAP - 1);
	ck_assert_int_eq(clock_gap(&one.clock, ticks), 0);
	ck_assert_int_eq(elapsed(&one), 5000 + CLOCK_GAP - 1);
	pass(600000);
	ck_assert_int_eq(clock_gap(&one.clock, ticks), 600000);
	ck_assert_int_eq(elapsed(&one), 5000 + CLOCK_GAP - 1);
	ck_assert_int_eq(clock_gap(&one.clock, ticks), 0);
	ck_assert_int_eq(write_down(&one), 1);
	ck_assert_int_eq(seconds(&one, 0), (5000 + CLOCK_GAP - 1) / 1000);
	/* Somebody else went on counting in the meantime: then nothing of ours is written. */
	pass(600000);
	hear(&two);
	ck_assert_int_eq(take(&two), 1);
	pass(10000);
	ck_assert_int_eq(clock_gap(&one.clock, ticks), 610000);
	ck_assert_int_eq(write_down(&one), 0);
	ck_assert(!clock_is_ours(&one.clock, one.session));
	ck_assert_int_eq(elapsed(&one), 10000);
	drop(&two);
	drop(&one);
}
END_TEST

/* Two programs do what they may, by chance: together they never count more than passed, nor lose it. */
START_TEST(counted_once_whatever_happens)
{
	struct program programs[2];
	struct rng rng;
	int64_t counted, begun;

	rng_seed(&rng, (uint64_t)_i + 1);
	both(&programs[0], &programs[1]);
	begun = ticks;
	for (int i = 0; i < 120; i++) {
		struct program *program = &programs[rng_below(&rng, 2)];

		pass((int64_t)rng_below(&rng, 8) * 1000);
		fix_wall();
		if (rng_below(&rng, 3) > 0)
			hear(program);
		if (rng_below(&rng, 4) == 0)
			go(program, rng_below(&rng, 2) ? "alpha/scale" : "beta/reg");
		else if (rng_below(&rng, 3) == 0)
			ck_assert_int_eq(take(program), 0);
		if (elapsed(&programs[0]) >= 12000 && write_down(&programs[0]) == 0)
			hear(&programs[0]);
	}
	counted = seconds(&programs[0], 0) + programs[0].session->modules[1].seconds;
	ck_assert_int_eq(counted * 1000 + elapsed(&programs[0]), ticks - begun);
	drop(&programs[1]);
	drop(&programs[0]);
}
END_TEST

START_TEST(it_is_no_change_of_the_session)
{
	struct program one;
	struct err err = { 0 };
	char *label;

	begin_at(&one, NULL, "one");
	fixture_apply(one.store, one.session, "module alpha minutes 40");
	go(&one, "alpha/scale");
	ck_assert_int_eq(take(&one), 1);
	pass(60000);
	ck_assert_int_eq(write_down(&one), 1);
	ck_assert_int_eq(store_undo(one.store, one.session, &label, &err), 1);
	free(label);
	ck_assert_int_eq(one.session->modules[0].minutes, 28);
	ck_assert_int_eq(one.session->modules[0].seconds, 60);
	ck_assert(clock_is_ours(&one.clock, one.session));
	drop(&one);
}
END_TEST

/* A finished session of the fixture's bank where alpha took so long. */
static void hold(struct store *store, int64_t alpha, const char *how)
{
	struct session *session = fixture_session(store);
	struct err err = { 0 };

	if (alpha > 0)
		ck_assert_int_eq(store_spend(store, session, "alpha", alpha, &err), 0);
	fixture_apply(store, session, how);
	session_free(session);
}

START_TEST(earlier_times_are_medians)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct module_time *times;
	struct err err = { 0 };
	size_t count;

	ck_assert_int_eq(store_times(store, session, &times, &count, &err), 0);
	ck_assert_uint_eq(count, 0);
	free(times);
	hold(store, 1800, "session state finished");
	hold(store, 59, "session state finished");
	hold(store, 9000, "session state running");
	hold(store, 9000, "session state finished; session halted cancelled");
	hold(store, 9000, "session state finished; module alpha dropped 1");
	ck_assert_int_eq(store_times(store, session, &times, &count, &err), 0);
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(times[0].module->id, "alpha");
	ck_assert_int_eq(times[0].seconds, 1800);
	ck_assert_int_eq(times[0].sessions, 1);
	free(times);
	/* Of two it is the middle, and of three the second; its own time does not count. */
	hold(store, 1200, "session state finished");
	fixture_apply(store, session, "session state finished");
	ck_assert_int_eq(store_spend(store, session, "alpha", 7200, &err), 0);
	ck_assert_int_eq(store_times(store, session, &times, &count, &err), 0);
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(times[0].seconds, 1500);
	free(times);
	hold(store, 1260, "session state finished");
	ck_assert_int_eq(store_times(store, session, &times, &count, &err), 0);
	ck_assert_int_eq(times[0].seconds, 1260);
	ck_assert_int_eq(times[0].sessions, 3);
	free(times);
	session_free(session);
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-clock");
	TCase *tcase = tcase_create("clock");

	tcase_add_checked_fixture(tcase, set_up, fixture_sweep);
	tcase_add_test(tcase, only_one_counts);
	tcase_add_test(tcase, given_back_it_is_taken_at_once);
	tcase_add_test(tcase, whoever_is_gone_counts_no_more);
	tcase_add_test(tcase, another_program_may_go_on);
	tcase_add_loop_test(tcase, a_wall_clock_that_is_set_does_no_harm, 0, (int)COUNT_OF(jumps));
	tcase_add_test(tcase, set_far_back_it_is_still_free_once_nobody_counts);
	tcase_add_test(tcase, what_passes_in_sleep_does_not_count);
	tcase_add_loop_test(tcase, counted_once_whatever_happens, 0, 10);
	tcase_add_test(tcase, it_is_no_change_of_the_session);
	tcase_add_test(tcase, earlier_times_are_medians);
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
