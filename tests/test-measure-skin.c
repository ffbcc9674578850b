/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skin in the game. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/skin.h"
#include "run.h"

#include <math.h>
#include <stdlib.h>

#define NO SKIN_UNKNOWN
#define MOST SKIN_MOST_BUDGET

static const struct {
	struct skin_initiative initiative;
	struct ratio balance[SKIN_PARTS], skin;
	enum skin_part least;
	struct ratio unfairness;
} cases[] = {
	/* A mobile app, a CRM, and personalisation */
	{ { { 300, 100 }, 50, 80 }, { { 1, 2 }, { 1, 1 }, { 2, 5 } }, { 2, 5 }, SKIN_REWARD,
	  { 30, 100 } },
	{ { { 0, 400 }, 20, 60 }, { { 0, 1 }, { 2, 5 }, { 4, 5 } }, { 0, 1 }, SKIN_BUDGET,
	  { 40, 100 } },
	{ { { 100, 100 }, 50, 50 }, { { 1, 1 }, { 1, 1 }, { 1, 1 } }, { 1, 1 }, SKIN_BUDGET,
	  { 0, 1 } },
	/* The second side gains more than it risks. */
	{ { { 60, 40 }, 90, 30 }, { { 4, 5 }, { 1, 5 }, { 3, 5 } }, { 1, 5 }, SKIN_RISK,
	  { -60, 100 } },
	{ { { 60, 40 }, 100, 0 }, { { 4, 5 }, { 0, 1 }, { 0, 1 } }, { 0, 1 }, SKIN_RISK,
	  { -1, 1 } },
	{ { { 60, 40 }, 0, 10 }, { { 4, 5 }, { 0, 1 }, { 1, 5 } }, { 0, 1 }, SKIN_RISK,
	  { 10, 100 } },
	/* No budget, and not known */
	{ { { 0, 0 }, 50, 80 }, { { 0, 0 }, { 1, 1 }, { 2, 5 } }, { 0, 0 }, SKIN_PARTS,
	  { 30, 100 } },
	{ { { NO, 5 }, 50, 80 }, { { 0, 0 }, { 1, 1 }, { 2, 5 } }, { 0, 0 }, SKIN_PARTS,
	  { 30, 100 } },
	{ { { 5, NO }, 50, 80 }, { { 0, 0 }, { 1, 1 }, { 2, 5 } }, { 0, 0 }, SKIN_PARTS,
	  { 30, 100 } },
	{ { { 5, 5 }, NO, 80 }, { { 1, 1 }, { 0, 0 }, { 2, 5 } }, { 0, 0 }, SKIN_PARTS, { 0, 0 } },
	{ { { 5, 5 }, 50, NO }, { { 1, 1 }, { 1, 1 }, { 0, 0 } }, { 0, 0 }, SKIN_PARTS, { 0, 0 } },
	{ { { MOST, MOST - 1 }, 50, 50 }, { { 2 * (MOST - 1), 2 * MOST - 1 }, { 1, 1 }, { 1, 1 } },
	  { 2 * (MOST - 1), 2 * MOST - 1 }, SKIN_BUDGET, { 0, 1 } },
};

static void same(struct ratio found, struct ratio expected)
{
	ck_assert_int_eq(ratio_is_defined(found), ratio_is_defined(expected));
	if (ratio_is_defined(found))
		ck_assert_int_eq(ratio_compare(found, expected), 0);
}

START_TEST(measures_initiatives)
{
	struct skin found = skin_of(&cases[_i].initiative);

	for (int i = 0; i < SKIN_PARTS; i++)
		same(found.balance[i], cases[_i].balance[i]);
	same(found.skin, cases[_i].skin);
	ck_assert_str_eq(skin_part_name(found.least), skin_part_name(cases[_i].least));
	same(found.unfairness, cases[_i].unfairness);
}
END_TEST

START_TEST(weighs_portfolios)
{
	struct skin_initiative list[COUNT_OF(cases)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		list[i] = cases[i].initiative;
	same(skin_portfolio(list, 0), ratio_none());
	same(skin_portfolio(list, 1), ratio_of(2, 5));
	same(skin_portfolio(list, 3), ratio_of(36, 100));
	/* 160 + 0 + 200 + 20 + 0 of 1200; what is not known does not count. */
	same(skin_portfolio(list, 5), ratio_of(380, 1200));
	same(skin_portfolio(list, 11), ratio_of(380, 1300));
	same(skin_portfolio(&list[6], 5), ratio_none());
}
END_TEST

START_TEST(takes_large_portfolios)
{
	enum { MANY = 2000 };
	struct skin_initiative *list = mem_zalloc(MANY, sizeof *list);

	for (size_t i = 0; i < MANY; i++)
		list[i] = (struct skin_initiative){ { MOST, MOST }, 50, i % 2 ? 50 : 80 };
	same(skin_portfolio(list, 1000), ratio_of(7, 10));
	/* Rounded from here on */
	ck_assert_double_eq_tol(ratio_value(skin_portfolio(list, MANY)), .7, 1e-9);
	free(list);
}
END_TEST

START_TEST(agrees_with_doubles)
{
	struct rng rng;

	rng_seed(&rng, 12);
	for (int round = 0; round < 3000; round++) {
		struct skin_initiative list[8];
		size_t count = rng_below(&rng, 9);
		double sum = 0, total = 0;
		struct ratio found;

		for (size_t i = 0; i < count; i++) {
			double a = rng_below(&rng, 9), b = rng_below(&rng, 9);
			double risk = rng_below(&rng, 101), reward = rng_below(&rng, 101);

			list[i] = (struct skin_initiative){ { (int64_t)a, (int64_t)b }, (int)risk,
							    (int)reward };
			if (a + b <= 0)
				continue;
			sum += (a + b) * fmin(2 * fmin(a, b) / (a + b),
					      fmin(fmin(risk, 100 - risk) / 50,
						   fmin(reward, 100 - reward) / 50));
			total += a + b;
		}
		found = skin_portfolio(list, count);
		ck_assert_int_eq(ratio_is_defined(found), total > 0);
		if (total > 0)
			ck_assert_double_eq_tol(ratio_value(found), sum / total, 1e-12);
	}
}
END_TEST

START_TEST(names_parts)
{
	static const char *const names[] = { "budget", "risk", "reward", "" };

	ck_assert_str_eq(skin_part_name((enum skin_part)_i), names[_i]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/skin");
	TCase *tcase = tcase_create("skin");

	tcase_add_loop_test(tcase, measures_initiatives, 0, (int)COUNT_OF(cases));
	tcase_add_test(tcase, weighs_portfolios);
	tcase_add_test(tcase, takes_large_portfolios);
	tcase_add_test(tcase, agrees_with_doubles);
	tcase_add_loop_test(tcase, names_parts, 0, SKIN_PARTS + 1);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
