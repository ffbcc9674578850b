/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dot voting. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/dots.h"
#include "run.h"


static const struct {
	size_t items;
	int dots;
} shares[] = {
	{ 0, 1 },   { 1, 1 },   { 2, 1 },   { 3, 1 },   { 5, 1 },    { 6, 2 },
	{ 8, 2 },   { 9, 3 },   { 12, 4 },  { 59, 19 }, { 60, 20 },  { 62, 20 },
	{ 63, 20 }, { 66, 20 }, { 90, 20 }, { 999, 20 }, { SIZE_MAX, 20 },
};

START_TEST(shares_dots_out)
{
	ck_assert_int_eq(dots_per_person(shares[_i].items), shares[_i].dots);
}
END_TEST

/* Twelve items, so four dots. */
static const struct {
	int dots[12];
	enum dots_fault fault;
	size_t item;
	int left;
} votes[] = {
	{ { 0 }, DOTS_FINE, 12, 4 },
	{ { 1, 1, 1 }, DOTS_FINE, 12, 1 },
	{ { 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 }, DOTS_FINE, 12, 0 },
	{ { 1, 1, 1, 1 }, DOTS_FINE, 12, 0 },
	{ { 1, 1, 1, 1, 1 }, DOTS_TOO_MANY, 12, 0 },
	{ { 2, 0, 3 }, DOTS_TOO_MANY, 12, 0 },
	{ { 0, 4 }, DOTS_TOO_MANY_ON_ONE, 1, 0 },
	{ { 3, 3, 0, 5, 6 }, DOTS_TOO_MANY_ON_ONE, 3, 0 },
	{ { 0, 0, -1, 4 }, DOTS_NEGATIVE, 2, 0 },
	{ { 0, 0, 0, 2147483647, 2147483647 }, DOTS_TOO_MANY_ON_ONE, 3, 0 },
};

START_TEST(checks_votes)
{
	struct dots_check found = dots_check(votes[_i].dots, 12);

	ck_assert_int_eq(found.fault, votes[_i].fault);
	ck_assert_uint_eq(found.item, votes[_i].item);
	ck_assert_int_eq(found.left, votes[_i].left);
}
END_TEST

START_TEST(lets_a_dot_be_spent_on_few)
{
	static const int one[] = { 1 }, two[] = { 1, 1 };

	ck_assert_int_eq(dots_check(one, 1).fault, DOTS_FINE);
	ck_assert_int_eq(dots_check(NULL, 0).left, 1);
	ck_assert_int_eq(dots_check(two, 2).fault, DOTS_TOO_MANY);
}
END_TEST

START_TEST(adds_sides)
{
	static const int first[] = { 2, 0, 1 }, second[] = { 0, 0, 3 };
	struct dots_item items[3] = { 0 };

	dots_add(items, 3, 0, first);
	dots_add(items, 3, 1, second);
	dots_add(items, 3, 0, second);
	ck_assert_int_eq(items[0].side[0], 2);
	ck_assert_int_eq(items[0].side[1], 0);
	ck_assert_int_eq(items[2].side[0], 4);
	ck_assert_int_eq(items[2].side[1], 3);
	ck_assert_int_eq(dots_total(&items[0]), 2);
	ck_assert_int_eq(dots_total(&items[1]), 0);
	ck_assert_int_eq(dots_total(&items[2]), 7);
}
END_TEST

/* Totals and the order; the sides take turns in having all the dots. */
static const struct {
	size_t count;
	int totals[8];
	size_t order[8], places[8];
	struct dots_pick picks[4]; /* of 0, 1, 2 and 3 */
} ranks[] = {
	{ 0, { 0 }, { 0 }, { 0 }, { { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 } } },
	{ 1, { 0 }, { 0 }, { 1 }, { { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 } } },
	{ 1, { 1 }, { 0 }, { 1 }, { { 0, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 } } },
	{ 4, { 1, 5, 0, 3 }, { 1, 3, 0, 2 }, { 3, 1, 4, 2 },
	  { { 0, 0 }, { 1, 0 }, { 2, 0 }, { 3, 0 } } },
	{ 5, { 2, 4, 2, 4, 0 }, { 1, 3, 0, 2, 4 }, { 3, 1, 3, 1, 5 },
	  { { 0, 0 }, { 0, 2 }, { 2, 0 }, { 2, 2 } } },
	{ 6, { 1, 1, 1, 1, 1, 7 }, { 5, 0, 1, 2, 3, 4 }, { 2, 2, 2, 2, 2, 1 },
	  { { 0, 0 }, { 1, 0 }, { 1, 5 }, { 1, 5 } } },
	/* Fewer with a dot than are wanted */
	{ 3, { 0, 2, 0 }, { 1, 0, 2 }, { 2, 1, 2 },
	  { { 0, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 } } },
};

START_TEST(ranks_items)
{
	struct dots_item items[8] = { 0 };
	size_t order[8], places[8], count = ranks[_i].count;

	for (size_t i = 0; i < count; i++)
		items[i].side[i % 2] = ranks[_i].totals[i];
	dots_rank(items, count, order, places);
	for (size_t i = 0; i < count; i++) {
		ck_assert_uint_eq(order[i], ranks[_i].order[i]);
		ck_assert_uint_eq(places[i], ranks[_i].places[i]);
	}
	dots_rank(items, count, NULL, NULL);
	for (size_t pick = 0; pick < 4; pick++) {
		struct dots_pick found = dots_pick(items, count, pick);

		ck_assert_uint_eq(found.sure, ranks[_i].picks[pick].sure);
		ck_assert_uint_eq(found.tied, ranks[_i].picks[pick].tied);
	}
}
END_TEST

/* By sorting, and by asking whether a pick comes out of every order of the tied. */
START_TEST(agrees_with_sorting)
{
	enum { MOST = 12 };
	struct rng rng;

	rng_seed(&rng, 9);
	for (int round = 0; round < 5000; round++) {
		struct dots_item items[MOST];
		size_t count = rng_below(&rng, MOST + 1), pick = rng_below(&rng, MOST + 2);
		size_t order[MOST], places[MOST], sure = 0, tied = 0;
		struct dots_pick found;

		for (size_t i = 0; i < count; i++)
			items[i] = (struct dots_item){ { rng_below(&rng, 4), rng_below(&rng, 3) } };
		dots_rank(items, count, order, places);
		found = dots_pick(items, count, pick);
		for (size_t i = 0; i < count; i++) {
			int64_t total = dots_total(&items[order[i]]);
			int64_t next = i + 1 < count ? dots_total(&items[order[i + 1]]) : -1;
			size_t more = 0, as_many = 0;

			ck_assert_int_ge(total, next);
			if (total == next)
				ck_assert_uint_lt(order[i], order[i + 1]);
			for (size_t j = 0; j < count; j++) {
				more += dots_total(&items[j]) > total;
				as_many += dots_total(&items[j]) >= total;
			}
			ck_assert_uint_eq(places[order[i]], more + 1);
			sure += total > 0 && as_many <= pick;
			tied += total > 0 && as_many > pick && more < pick;
		}
		ck_assert_uint_eq(found.sure, sure);
		ck_assert_uint_eq(found.tied, tied);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/dots");
	TCase *tcase = tcase_create("dots");

	tcase_add_loop_test(tcase, shares_dots_out, 0, (int)COUNT_OF(shares));
	tcase_add_loop_test(tcase, checks_votes, 0, (int)COUNT_OF(votes));
	tcase_add_test(tcase, lets_a_dot_be_spent_on_few);
	tcase_add_test(tcase, adds_sides);
	tcase_add_loop_test(tcase, ranks_items, 0, (int)COUNT_OF(ranks));
	tcase_add_test(tcase, agrees_with_sorting);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
