/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The middle of a list. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/median.h"
#include "run.h"

static const struct {
	size_t count;
	struct ratio values[6], median;
} cases[] = {
	{ 0, { { 0, 0 } }, { 0, 0 } },
	{ 1, { { 2, 3 } }, { 2, 3 } },
	{ 1, { { 0, 0 } }, { 0, 0 } },
	{ 2, { { 1, 2 }, { 1, 3 } }, { 5, 12 } },
	{ 2, { { 1, 2 }, { -1, 2 } }, { 0, 1 } },
	{ 3, { { 9, 1 }, { 1, 2 }, { 1, 3 } }, { 1, 2 } },
	{ 3, { { 1, 2 }, { 0, 0 }, { 1, 3 } }, { 5, 12 } },
	{ 4, { { 5, 1 }, { 4, 9 }, { 7, 3 }, { 8, 3 } }, { 5, 2 } },
	{ 5, { { 0, 0 }, { 4, 9 }, { 0, 0 }, { -8, 3 }, { 2, 1 } }, { 4, 9 } },
	{ 6, { { 3, 1 }, { 3, 1 }, { 3, 1 }, { 1, 1 }, { 6, 2 }, { 9, 1 } }, { 3, 1 } },
	/* As large as they may be */
	{ 2, { { MEDIAN_MOST, MEDIAN_MOST - 1 }, { MEDIAN_MOST - 1, MEDIAN_MOST } },
	  { 2 * MEDIAN_MOST * MEDIAN_MOST - 2 * MEDIAN_MOST + 1,
	    2 * MEDIAN_MOST * (MEDIAN_MOST - 1) } },
};

START_TEST(finds_the_middle)
{
	struct ratio found = median_of(cases[_i].values, cases[_i].count);

	ck_assert_int_eq(ratio_is_defined(found), ratio_is_defined(cases[_i].median));
	if (ratio_is_defined(found))
		ck_assert_int_eq(ratio_compare(found, cases[_i].median), 0);
}
END_TEST

START_TEST(takes_numbers)
{
	static const int64_t odd[] = { 5, -3, 4 }, even[] = { -MEDIAN_MOST, 4, 1, MEDIAN_MOST };

	ck_assert(!ratio_is_defined(median_of_numbers(NULL, 0)));
	ck_assert_int_eq(ratio_compare_to(median_of_numbers(odd, 3), 4, 1), 0);
	ck_assert_int_eq(odd[0], 5); /* as they were */
	ck_assert_int_eq(ratio_compare_to(median_of_numbers(even, 4), 5, 2), 0);
}
END_TEST

/* As many values are above the middle as below. */
START_TEST(agrees_with_counting)
{
	struct rng rng;

	rng_seed(&rng, 4);
	for (int round = 0; round < 5000; round++) {
		struct ratio values[12], found;
		size_t count = 1 + rng_below(&rng, 12), above = 0, below = 0;

		for (size_t i = 0; i < count; i++)
			values[i] = ratio_of(rng_below(&rng, 20) - INT64_C(10),
					     1 + rng_below(&rng, 6));
		found = median_of(values, count);
		for (size_t i = 0; i < count; i++) {
			above += ratio_compare(values[i], found) > 0;
			below += ratio_compare(values[i], found) < 0;
		}
		ck_assert_uint_le(above, count / 2);
		ck_assert_uint_le(below, count / 2);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/median");
	TCase *tcase = tcase_create("median");

	tcase_add_loop_test(tcase, finds_the_middle, 0, (int)COUNT_OF(cases));
	tcase_add_test(tcase, takes_numbers);
	tcase_add_test(tcase, agrees_with_counting);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
