/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Togetherness within a side, and the disclosure of results. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/disclosure.h"
#include "measure/togetherness.h"
#include "run.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 60 };

/* Answers "1" to "9" as digits. */
static int tally(const char *digits, int points, int counts[9])
{
	memset(counts, 0, 9 * sizeof *counts);
	for (const char *at = digits; *at; at++) {
		ck_assert_int_le(*at - '0', points);
		counts[*at - '1']++;
	}
	return (int)strlen(digits);
}

static const struct {
	const char *answers;
	int points;
	struct ratio c;
	enum together_word word;
	bool split;
	int lone_value, lone_count;
} vectors[] = {
	{ "34", 5, { 3, 4 }, TOGETHER_NONE, false, 0, 0 },
	{ "35", 5, { 1, 2 }, TOGETHER_NONE, false, 0, 0 },
	{ "115", 5, { 0, 1 }, TOGETHER_NONE, false, 5, 1 },
	{ "1245", 5, { 1, 4 }, TOGETHER_NONE, true, 0, 0 },
	{ "222444", 5, { 1, 2 }, TOGETHER_MIXED, true, 0, 0 },
	{ "144444", 5, { 3, 4 }, TOGETHER_TOGETHER, false, 1, 1 },
	{ "12345", 5, { 1, 4 }, TOGETHER_APART, false, 0, 0 },
	{ "233445", 5, { 7, 12 }, TOGETHER_MIXED, false, 0, 0 },
	/* Where a rule could go wrong. */
	{ "15", 5, { 0, 1 }, TOGETHER_NONE, false, 0, 0 },
	{ "5555", 5, { 1, 1 }, TOGETHER_NONE, false, 0, 0 },
	{ "55555", 5, { 1, 1 }, TOGETHER_TOGETHER, false, 0, 0 },
	{ "1155", 5, { 0, 1 }, TOGETHER_NONE, true, 0, 0 },
	{ "11555", 5, { 0, 1 }, TOGETHER_APART, true, 0, 0 },
	{ "1115555", 5, { 0, 1 }, TOGETHER_APART, true, 0, 0 },
	{ "1155555", 5, { 1, 3 }, TOGETHER_APART, false, 1, 2 }, /* two of seven are no camp */
	{ "112222", 5, { 10, 12 }, TOGETHER_TOGETHER, false, 0, 0 },
	{ "224444", 5, { 8, 12 }, TOGETHER_MIXED, true, 0, 0 },
	{ "144447", 7, { 12, 18 }, TOGETHER_MIXED, false, 1, 2 },
	{ "1555559", 9, { 16, 24 }, TOGETHER_MIXED, false, 1, 2 },
	{ "145", 5, { 0, 1 }, TOGETHER_NONE, false, 1, 1 },
	{ "112", 2, { 0, 1 }, TOGETHER_NONE, false, 0, 0 }, /* no inner category */
	{ "111222", 2, { 0, 1 }, TOGETHER_APART, false, 0, 0 },
};

START_TEST(finds_togetherness)
{
	struct togetherness found;
	int counts[9], n = tally(vectors[_i].answers, vectors[_i].points, counts);

	togetherness_of(counts, vectors[_i].points, &found);
	ck_assert_int_eq(found.n, n);
	ck_assert_int_eq(ratio_compare(found.c, vectors[_i].c), 0);
	ck_assert_int_eq(found.word, vectors[_i].word);
	ck_assert_int_eq(found.split, vectors[_i].split);
	ck_assert_int_eq(found.lone_voice, vectors[_i].lone_value != 0);
	ck_assert_int_eq(found.lone_value, vectors[_i].lone_value);
	ck_assert_int_eq(found.lone_count, vectors[_i].lone_count);
}
END_TEST

START_TEST(knows_when_there_is_nothing_to_say)
{
	struct togetherness found;
	int counts[9];

	tally("", 5, counts);
	togetherness_of(counts, 5, &found);
	ck_assert_int_eq(found.n, 0);
	ck_assert(!ratio_is_defined(found.c) && !ratio_is_defined(found.mean_steps));
	ck_assert_int_eq(found.lower_median, 0);
	ck_assert(!found.split && !found.lone_voice);
	ck_assert_str_eq(together_word_name(found.word), "");
	ck_assert(isnan(consensus_tastle_wierman(counts, 5)));
	ck_assert(isnan(agreement_van_der_eijk(counts, 5)));

	tally("4", 5, counts);
	togetherness_of(counts, 5, &found);
	ck_assert(!ratio_is_defined(found.c));
	ck_assert_int_eq(ratio_compare_to(found.mean_steps, 0, 1), 0);
	ck_assert_int_eq(found.lower_median, 4);
	ck_assert_int_eq(found.upper_median, 4);
	ck_assert(consensus_tastle_wierman(counts, 5) == 1);
	ck_assert(agreement_van_der_eijk(counts, 5) == 1);
}
END_TEST

START_TEST(names_words)
{
	ck_assert_str_eq(together_word_name(TOGETHER_TOGETHER), "together");
	ck_assert_str_eq(together_word_name(TOGETHER_MIXED), "mixed");
	ck_assert_str_eq(together_word_name(TOGETHER_APART), "apart");
}
END_TEST

static bool near(double a, double b)
{
	return fabs(a - b) < 5e-8;
}

START_TEST(agrees_with_the_published_example)
{
	static const int counts[] = { 30, 40, 210, 130, 530, 50, 10 };
	struct togetherness found;

	togetherness_of(counts, 7, &found);
	ck_assert(near(consensus_tastle_wierman(counts, 7), .7256876));
	ck_assert(near(agreement_van_der_eijk(counts, 7), .6113333 + 1e-7 / 3));
	ck_assert_int_eq(ratio_compare_to(found.c, 3000 - 860, 3000), 0);
	ck_assert_int_eq(ratio_compare_to(found.mean_steps, 860, 1000), 0);
}
END_TEST

START_TEST(agrees_at_the_extremes)
{
	static const int halves[] = { 4, 0, 0, 0, 4 }, even[] = { 3, 3, 3, 3, 3 }, two[] = { 1, 1 };

	ck_assert(near(consensus_tastle_wierman(halves, 5), 0));
	ck_assert(near(agreement_van_der_eijk(halves, 5), -1));
	ck_assert(near(agreement_van_der_eijk(even, 5), 0));
	ck_assert(near(consensus_tastle_wierman(two, 2), 0));
	ck_assert(isnan(agreement_van_der_eijk(two, 2)));
}
END_TEST

static int ascending(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* The rules once more, from a sorted list of answers. */
static void check_against_list(int *list, int n, int points)
{
	int counts[9] = { 0 }, steps = 0, below, above, voices = 0;
	bool split = false;
	struct togetherness found;

	qsort(list, (size_t)n, sizeof *list, ascending);
	for (int i = 0; i < n; i++)
		counts[list[i] - 1]++;
	togetherness_of(counts, points, &found);
	for (int i = 0; i < n; i++)
		steps += abs(list[i] - list[(n - 1) / 2]);
	ck_assert_int_eq(found.lower_median, list[(n - 1) / 2]);
	ck_assert_int_eq(found.upper_median, list[n / 2]);
	ck_assert_int_eq(ratio_compare_to(found.mean_steps, steps, n), 0);
	for (int category = 2; category < points; category++) {
		int camp = n / 3 + (n % 3 != 0) > 2 ? n / 3 + (n % 3 != 0) : 2;

		below = above = 0;
		for (int i = 0; i < n; i++) {
			below += list[i] < category;
			above += list[i] > category;
		}
		split = split || (below + above == n && below >= camp && above >= camp);
	}
	ck_assert_int_eq(found.split, split);
	for (int i = 0; i < n; i++)
		voices += abs(list[i] - list[(n - 1) / 2]) >= 3 && abs(list[i] - list[n / 2]) >= 3;
	ck_assert_int_eq(found.lone_count, split ? 0 : voices);
	if (n < 2)
		return;
	ck_assert_int_ge(found.c.num, 0);
	ck_assert_int_le(found.c.num, found.c.den);
	/* 1 - steps / ((points - 1) * half) against 3/4 and 1/2, all multiplied out */
	if (n >= 5) {
		int whole = (points - 1) * (n / 2);

		ck_assert_int_eq(found.word, 4 * steps <= whole   ? TOGETHER_TOGETHER
					     : 2 * steps <= whole ? TOGETHER_MIXED
								  : TOGETHER_APART);
	} else {
		ck_assert_int_eq(found.word, TOGETHER_NONE);
	}
}

START_TEST(agrees_with_a_list_of_answers)
{
	struct rng rng;
	int list[MOST];

	rng_seed(&rng, 2);
	for (int round = 0; round < 20000; round++) {
		int points = 2 + (int)rng_below(&rng, 8), n = 1 + (int)rng_below(&rng, 14);

		for (int i = 0; i < n; i++)
			list[i] = 1 + (int)rng_below(&rng, (uint32_t)points);
		check_against_list(list, n, points);
	}
}
END_TEST

static const struct {
	int n[2], n_min;
	bool first, second, pooled;
} disclosures[] = {
	{ { 3, 3 }, DISCLOSURE_DEFAULT, true, true, true },
	{ { 2, 9 }, DISCLOSURE_DEFAULT, false, true, false },
	{ { 9, 2 }, DISCLOSURE_DEFAULT, true, false, false },
	{ { 2, 2 }, DISCLOSURE_DEFAULT, false, false, false },
	{ { 4, 5 }, DISCLOSURE_CAREFUL, false, true, false },
	{ { 5, 5 }, DISCLOSURE_CAREFUL, true, true, true },
	{ { 1, 1 }, DISCLOSURE_NAMED, true, true, true },
	{ { 0, 1 }, DISCLOSURE_NAMED, false, true, false },
	{ { 0, 0 }, 0, false, false, false },
};

START_TEST(discloses)
{
	struct disclosure found = disclosure_of(disclosures[_i].n, disclosures[_i].n_min);

	ck_assert_int_eq(found.side[0], disclosures[_i].first);
	ck_assert_int_eq(found.side[1], disclosures[_i].second);
	ck_assert_int_eq(found.pooled, disclosures[_i].pooled);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/togetherness");
	TCase *tcase = tcase_create("togetherness");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, finds_togetherness, 0, (int)COUNT_OF(vectors));
	tcase_add_test(tcase, knows_when_there_is_nothing_to_say);
	tcase_add_test(tcase, names_words);
	tcase_add_test(tcase, agrees_with_the_published_example);
	tcase_add_test(tcase, agrees_at_the_extremes);
	tcase_add_test(tcase, agrees_with_a_list_of_answers);
	tcase_add_loop_test(tcase, discloses, 0, (int)COUNT_OF(disclosures));
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
