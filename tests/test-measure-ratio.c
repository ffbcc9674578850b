/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact fractions. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/ratio.h"
#include "run.h"

#include <gmp.h>
#include <math.h>

static const struct {
	struct ratio a, b;
	int order;
} orders[] = {
	{ { 1, 3 }, { 3, 9 }, 0 },
	{ { 4, 9 }, { 4, 10 }, 1 },
	{ { -1, 2 }, { 1, 1000 }, -1 },
	{ { -1, 2 }, { -1, 3 }, -1 },
	{ { 0, 7 }, { 0, 1 }, 0 },
	{ { 0, 7 }, { -1, 1000 }, 1 },
	/* Doubles hold these to be equal. */
	{ { 999999999999999999, 1000000000000000000 }, { 1, 1 }, -1 },
	{ { 333333333333333333, 999999999999999998 }, { 1, 3 }, 1 },
	{ { INT64_MIN, 1 }, { INT64_MAX, 1 }, -1 },
	{ { INT64_MIN, 1 }, { -INT64_MAX, 1 }, -1 },
};

START_TEST(compares)
{
	int order = ratio_compare(orders[_i].a, orders[_i].b);
	int back = ratio_compare(orders[_i].b, orders[_i].a);

	ck_assert_int_eq((order > 0) - (order < 0), orders[_i].order);
	ck_assert_int_eq((back > 0) - (back < 0), -orders[_i].order);
}
END_TEST

static const struct {
	struct ratio ratio;
	int64_t tenths, percent, permille;
} roundings[] = {
	{ { 0, 5 }, 0, 0, 0 },
	{ { 2, 3 }, 7, 67, 667 },
	{ { 1, 4 }, 3, 25, 250 },
	{ { 1, 20 }, 1, 5, 50 },
	{ { 49, 1000 }, 0, 5, 49 },
	{ { 19, 20 }, 10, 95, 950 },
	{ { 1, 2000 }, 0, 0, 1 },
	{ { 1, 2001 }, 0, 0, 0 },
	{ { 7, 3 }, 23, 233, 2333 },
	{ { -7, 3 }, -23, -233, -2333 },
	{ { -1, 20 }, -1, -5, -50 },
	{ { 999999999999999999, 1000000000000000000 }, 10, 100, 1000 },
	{ { INT64_MAX / 1000, 1 }, INT64_MAX / 1000 * 10, INT64_MAX / 1000 * 100,
	  INT64_MAX / 1000 * 1000 },
};

START_TEST(rounds)
{
	ck_assert_int_eq(ratio_tenths(roundings[_i].ratio), roundings[_i].tenths);
	ck_assert_int_eq(ratio_percent(roundings[_i].ratio), roundings[_i].percent);
	ck_assert_int_eq(ratio_permille(roundings[_i].ratio), roundings[_i].permille);
}
END_TEST

START_TEST(is_not_defined_without_a_denominator)
{
	ck_assert(!ratio_is_defined(ratio_of(3, 0)));
	ck_assert(!ratio_is_defined(ratio_none()));
	ck_assert(ratio_is_defined(ratio_of(0, 1)));
	ck_assert(isnan(ratio_value(ratio_none())));
	ck_assert(ratio_value(ratio_of(1, 4)) == 0.25);
}
END_TEST

START_TEST(balances)
{
	ck_assert_int_eq(ratio_compare_to(ratio_balance(120, 60), 2, 3), 0);
	ck_assert_int_eq(ratio_compare_to(ratio_balance(60, 120), 2, 3), 0);
	ck_assert_int_eq(ratio_compare_to(ratio_balance(5, 5), 1, 1), 0);
	ck_assert_int_eq(ratio_compare_to(ratio_balance(5, 0), 0, 1), 0);
	ck_assert(!ratio_is_defined(ratio_balance(0, 0)));
}
END_TEST

/* Of any length in bits. */
static uint64_t any_number(struct rng *rng)
{
	uint64_t high = rng_below(rng, UINT32_MAX), low = rng_below(rng, UINT32_MAX);

	return (high << 32 | low) >> rng_below(rng, 64);
}

static struct ratio any_ratio(struct rng *rng)
{
	int64_t num = (int64_t)(any_number(rng) >> 1), den = (int64_t)(any_number(rng) >> 5);

	return ratio_of(rng_below(rng, 2) ? num : -num, den + 1);
}

static void set(mpq_t out, struct ratio ratio)
{
	uint64_t size = ratio.num < 0 ? 0 - (uint64_t)ratio.num : (uint64_t)ratio.num;

	mpz_import(mpq_numref(out), 1, -1, sizeof size, 0, 0, &size);
	mpz_import(mpq_denref(out), 1, -1, sizeof ratio.den, 0, 0, &ratio.den);
	if (ratio.num < 0)
		mpq_neg(out, out);
	mpq_canonicalize(out);
}

/* Of numbers of any length, with others next to them and with the same unreduced. */
START_TEST(compares_as_gmp_does)
{
	struct rng rng;
	mpq_t x, y;

	mpq_inits(x, y, NULL);
	rng_seed(&rng, 1);
	for (int round = 0; round < 50000; round++) {
		struct ratio a = any_ratio(&rng), b = any_ratio(&rng);
		uint32_t kind = rng_below(&rng, 3);
		int order, expected;

		if (kind > 0 && a.den < 1 << 30 && a.num < 1 << 30 && a.num > -(1 << 30)) {
			int64_t factor = 1 + rng_below(&rng, 1 << 30);

			b = ratio_of(a.num * factor, a.den * factor);
			if (kind > 1)
				b.num += (int64_t)rng_below(&rng, 3) - 1;
		}
		order = ratio_compare(a, b);
		set(x, a);
		set(y, b);
		expected = mpq_cmp(x, y);
		ck_assert_int_eq((order > 0) - (order < 0), (expected > 0) - (expected < 0));
	}
	mpq_clears(x, y, NULL);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/ratio");
	TCase *tcase = tcase_create("ratio");

	tcase_add_loop_test(tcase, compares, 0, (int)COUNT_OF(orders));
	tcase_add_loop_test(tcase, rounds, 0, (int)COUNT_OF(roundings));
	tcase_add_test(tcase, is_not_defined_without_a_denominator);
	tcase_add_test(tcase, balances);
	tcase_add_test(tcase, compares_as_gmp_does);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
