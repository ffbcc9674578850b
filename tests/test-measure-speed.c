/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast requests come back. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/speed.h"
#include "run.h"

#define NO SPEED_UNKNOWN

static const struct {
	size_t count;
	struct speed_request requests[8];
	struct speed speed;
} cases[] = {
	/* A landing page, and a data feed */
	{ 5, { { 2, 5 }, { 3, 4 }, { 2, 9 }, { 5, 5 }, { 1, 3 } },
	  { 5, 3, 9, { 5, 1 }, 9, 5, 1, { 5, 2 } } },
	{ 3, { { 20, 60 }, { 30, 45 }, { 15, 90 } },
	  { 3, 45, 90, { 60, 1 }, NO, 3, 0, { 3, 1 } } },
	{ 0, { { 0, 0 } }, { 0, NO, NO, { 0, 0 }, NO, 0, 0, { 0, 0 } } },
	{ 1, { { 4, 4 } }, { 1, 4, 4, { 4, 1 }, NO, 1, 1, { 1, 1 } } },
	/* Not delivered yet, and not said for when */
	{ 3, { { 4, NO }, { NO, 7 }, { 2, 1 } }, { 2, 1, 7, { 4, 1 }, NO, 1, 1, { 1, 2 } } },
	{ 2, { { 4, NO }, { NO, NO } }, { 0, NO, NO, { 0, 0 }, NO, 0, 0, { 0, 0 } } },
	/* Asked for today: late or not, but not so many times as long */
	{ 2, { { 0, 0 }, { 0, 3 } }, { 2, 0, 3, { 3, 2 }, NO, 2, 1, { 0, 0 } } },
	{ 3, { { 0, 9 }, { 2, 3 }, { 4, 2 } }, { 3, 2, 9, { 3, 1 }, NO, 3, 1, { 1, 1 } } },
	{ 4, { { 1, 1 }, { 1, 2 }, { 3, 4 }, { 3, 5 } },
	  { 4, 1, 5, { 3, 1 }, NO, 4, 1, { 3, 2 } } },
	/* The percentile is the sixth of six, and the seventh of eight. */
	{ 6, { { 1, 6 }, { 1, 5 }, { 1, 4 }, { 1, 3 }, { 1, 2 }, { 1, 1 } },
	  { 6, 1, 6, { 7, 2 }, 6, 6, 1, { 7, 2 } } },
	{ 8, { { 1, 6 }, { 1, 5 }, { 1, 4 }, { 1, 3 }, { 1, 2 }, { 1, 1 }, { 1, 8 }, { 1, 7 } },
	  { 8, 1, 8, { 9, 2 }, 7, 8, 1, { 9, 2 } } },
	/* Nobody lives that long. */
	{ 2, { { 1, 2147483647 }, { 2147483647, 1 } },
	  { 2, 1, 20000, { 20001, 2 }, NO, 2, 1, { 400000001, 40000 } } },
};

START_TEST(measures_speed)
{
	const struct speed *expected = &cases[_i].speed;
	struct speed found;

	speed_of(cases[_i].requests, cases[_i].count, &found);
	ck_assert_uint_eq(found.delivered, expected->delivered);
	ck_assert_int_eq(found.shortest, expected->shortest);
	ck_assert_int_eq(found.longest, expected->longest);
	ck_assert_int_eq(found.most, expected->most);
	ck_assert_uint_eq(found.compared, expected->compared);
	ck_assert_uint_eq(found.on_time, expected->on_time);
	ck_assert_int_eq(ratio_is_defined(found.typical), ratio_is_defined(expected->typical));
	if (ratio_is_defined(found.typical))
		ck_assert_int_eq(ratio_compare(found.typical, expected->typical), 0);
	ck_assert_int_eq(ratio_is_defined(found.stretch), ratio_is_defined(expected->stretch));
	if (ratio_is_defined(found.stretch))
		ck_assert_int_eq(ratio_compare(found.stretch, expected->stretch), 0);
}
END_TEST

/* 85 % of the deliveries took no longer, and one place before that fewer did. */
START_TEST(finds_the_nearest_rank)
{
	enum { MOST = 60 };
	struct rng rng;

	rng_seed(&rng, 5);
	for (int round = 0; round < 3000; round++) {
		struct speed_request list[MOST];
		size_t count = 5 + rng_below(&rng, MOST - 4), within = 0, below = 0;
		struct speed found;

		for (size_t i = 0; i < count; i++)
			list[i] = (struct speed_request){ NO, (int)rng_below(&rng, 30) };
		speed_of(list, count, &found);
		for (size_t i = 0; i < count; i++) {
			within += list[i].delivered <= found.most;
			below += list[i].delivered < found.most;
		}
		ck_assert_uint_ge(100 * within, 85 * count);
		ck_assert_uint_lt(100 * below, 85 * count);
	}
}
END_TEST

START_TEST(takes_guesses)
{
	static const int days[] = { 10, NO, 3, 5, NO, 6, 0 };

	ck_assert_int_eq(speed_guess(NULL, 0), NO);
	ck_assert_int_eq(speed_guess(&days[1], 1), NO);
	ck_assert_int_eq(speed_guess(days, 6), 5);
	ck_assert_int_eq(speed_guess(days, 5), 5);
	ck_assert_int_eq(speed_guess(days, 1), 10);
	ck_assert_int_eq(speed_guess(&days[4], 3), 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/speed");
	TCase *tcase = tcase_create("speed");

	tcase_add_loop_test(tcase, measures_speed, 0, (int)COUNT_OF(cases));
	tcase_add_test(tcase, finds_the_nearest_rank);
	tcase_add_test(tcase, takes_guesses);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
