/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bands of counts and fractions. */
#include "base/mem.h"
#include "measure/bands.h"
#include "run.h"

/* Warning signs: watch, talk about it, act. */
static const int64_t signs[] = { 0, 3, 6 };
static const int64_t wide[] = { INT64_MIN, -5, 0, INT64_MAX };

static const struct {
	const int64_t *from;
	size_t count;
	int64_t value;
	int band;
} cases[] = {
	{ signs, 3, 0, 0 },   { signs, 3, 2, 0 },  { signs, 3, 3, 1 },
	{ signs, 3, 5, 1 },   { signs, 3, 6, 2 },  { signs, 3, 12, 2 },
	{ signs, 3, -1, BANDS_NONE }, { signs, 0, 3, BANDS_NONE },
	{ signs + 1, 2, 2, BANDS_NONE }, { signs + 1, 2, 3, 0 }, { signs, 1, 9, 0 },
	{ wide, 4, INT64_MIN, 0 }, { wide, 4, -6, 0 }, { wide, 4, -5, 1 },
	{ wide, 4, INT64_MAX - 1, 2 }, { wide, 4, INT64_MAX, 3 },
};

START_TEST(finds_bands)
{
	ck_assert_int_eq(bands_of(cases[_i].from, cases[_i].count, cases[_i].value),
			 cases[_i].band);
}
END_TEST

START_TEST(compares_fractions_exactly)
{
	ck_assert_int_eq(bands_of_ratio(signs, 3, ratio_of(8999999999999999, 3000000000000000)), 0);
	ck_assert_int_eq(bands_of_ratio(signs, 3, ratio_of(9000000000000000, 3000000000000000)), 1);
	ck_assert_int_eq(bands_of_ratio(signs, 3, ratio_of(-1, 1000)), BANDS_NONE);
	ck_assert_int_eq(bands_of_ratio(signs, 3, ratio_none()), BANDS_NONE);
}
END_TEST

START_TEST(knows_order)
{
	static const int64_t same[] = { 0, 3, 3 }, back[] = { 3, 0, 4 };

	ck_assert(bands_are_ordered(signs, 3));
	ck_assert(bands_are_ordered(wide, 4));
	ck_assert(bands_are_ordered(same, 2));
	ck_assert(bands_are_ordered(NULL, 0));
	ck_assert(!bands_are_ordered(same, 3));
	ck_assert(!bands_are_ordered(back, 3));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/bands");
	TCase *tcase = tcase_create("bands");

	tcase_add_loop_test(tcase, finds_bands, 0, (int)COUNT_OF(cases));
	tcase_add_test(tcase, compares_fractions_exactly);
	tcase_add_test(tcase, knows_order);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
