/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of up to 2048 bits. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/big.h"
#include "run.h"


static uint64_t value_of(const struct big *a)
{
	int64_t value;

	ck_assert(big_fits(a, INT64_MAX, &value));
	return (uint64_t)value;
}

/* Against numbers that a machine has anyway, round the edges of limbs. */
START_TEST(agrees_with_machine_numbers)
{
	struct rng rng;

	rng_seed(&rng, 2);
	for (int round = 0; round < 20000; round++) {
		uint64_t edge = UINT64_C(1) << rng_below(&rng, 41);
		uint64_t x = edge + rng_below(&rng, 5) - 2, y = rng_below(&rng, UINT32_MAX);
		uint32_t factor = 1 + rng_below(&rng, 1 << 20);
		struct big a, b;

		x = edge < 2 ? edge : x;
		a = big_of(x);
		b = big_of(y);
		ck_assert_int_eq((big_compare(&a, &b) > 0) - (big_compare(&a, &b) < 0),
				 (x > y) - (x < y));
		big_add(&a, &b);
		ck_assert_uint_eq(value_of(&a), x + y);
		big_subtract(&a, &b);
		ck_assert_uint_eq(value_of(&a), x);
		big_multiply(&a, factor);
		ck_assert_uint_eq(value_of(&a), x * factor);
		ck_assert_uint_eq(big_rest(&a, 1000), x * factor % 1000);
		ck_assert_uint_eq(big_divide(&a, 1000), x * factor % 1000);
		ck_assert_uint_eq(value_of(&a), x * factor / 1000);
	}
}
END_TEST

START_TEST(knows_nought)
{
	struct big nought = big_of(0), one = big_of(1), other = big_of(0);

	ck_assert_uint_eq(nought.used, 0);
	ck_assert_int_lt(big_compare(&nought, &one), 0);
	big_multiply(&nought, 7);
	big_add(&nought, &other);
	ck_assert_uint_eq(value_of(&nought), 0);
	ck_assert_uint_eq(big_divide(&nought, 3), 0);
	big_add(&nought, &one);
	big_subtract(&nought, &one);
	ck_assert_uint_eq(nought.used, 0);
	big_multiply(&one, 0);
	ck_assert_int_eq(big_compare(&one, &nought), 0);
}
END_TEST

/* 250! and back, and a carry through all of its limbs. */
START_TEST(goes_far)
{
	struct big factorial = big_of(1), all, one = big_of(1);

	for (uint32_t i = 2; i <= 250; i++)
		big_multiply(&factorial, i);
	ck_assert_uint_eq(factorial.used, (1636 + 31) / 32); /* log2(250!) is 1635.2 */
	all = factorial;
	for (uint32_t i = 2; i <= 250; i++)
		ck_assert_uint_eq(big_rest(&factorial, i), 0);
	big_subtract(&all, &one);
	ck_assert_int_lt(big_compare(&all, &factorial), 0);
	ck_assert_uint_eq(big_rest(&all, 241), 240);
	big_add(&all, &one);
	ck_assert_int_eq(big_compare(&all, &factorial), 0);
	for (uint32_t i = 250; i >= 2; i--)
		ck_assert_uint_eq(big_divide(&factorial, i), 0);
	ck_assert_int_eq(big_compare(&factorial, &one), 0);
	all = one;
	for (int i = 0; i < 63; i++) {
		big_multiply(&all, 1 << 16);
		big_multiply(&all, 1 << 16);
	}
	ck_assert_uint_eq(all.used, 64);
	big_subtract(&all, &one);
	ck_assert_uint_eq(all.used, 63);
	ck_assert_uint_eq(all.limbs[0], UINT32_MAX);
	ck_assert_uint_eq(all.limbs[62], UINT32_MAX);
	big_add(&all, &one);
	ck_assert_uint_eq(all.used, 64);
	ck_assert_uint_eq(all.limbs[63], 1);
}
END_TEST

START_TEST(makes_multiples)
{
	struct big a = big_of(12);

	big_make_multiple(&a, 1);
	big_make_multiple(&a, 6);
	ck_assert_uint_eq(value_of(&a), 12);
	big_make_multiple(&a, 18);
	ck_assert_uint_eq(value_of(&a), 36);
	big_make_multiple(&a, 35);
	ck_assert_uint_eq(value_of(&a), 1260);
	a = big_of(1);
	for (uint32_t i = 1; i <= 40; i++)
		big_make_multiple(&a, i);
	ck_assert_uint_eq(value_of(&a), UINT64_C(5342931457063200));
}
END_TEST

START_TEST(fits_or_not)
{
	struct big most = big_of(INT64_MAX), more = big_of(UINT64_C(1) << 63);
	struct big three = big_of(UINT64_MAX);
	int64_t value = 5;

	ck_assert(big_fits(&most, INT64_MAX, &value));
	ck_assert_int_eq(value, INT64_MAX);
	value = 5;
	ck_assert(!big_fits(&most, INT64_MAX - 1, &value));
	ck_assert(!big_fits(&more, INT64_MAX, &value));
	big_multiply(&three, 2);
	ck_assert(!big_fits(&three, INT64_MAX, &value));
	ck_assert_int_eq(value, 5);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/big");
	TCase *tcase = tcase_create("big");

	tcase_add_test(tcase, agrees_with_machine_numbers);
	tcase_add_test(tcase, knows_nought);
	tcase_add_test(tcase, goes_far);
	tcase_add_test(tcase, makes_multiples);
	tcase_add_test(tcase, fits_or_not);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
