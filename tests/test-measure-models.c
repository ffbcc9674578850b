/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a few models people live by. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/models.h"
#include "run.h"

#include <math.h>
#include <string.h>

/* Five models of who owns marketing technology, and ten items. */
enum { PARENTAL, FRIENDS, JOINT, LIMITED, RUNAWAY, OWNERS, ITEMS = 10 };

#define NONE MODELS_NONE
#define PLAIN_ITEM { { NONE, NONE, NONE, NONE, NONE, NONE } }

static const struct models_item items[ITEMS] = {
	{ { NONE, LIMITED, NONE, NONE, NONE, NONE } },
	PLAIN_ITEM,
	{ { NONE, JOINT, NONE, NONE, NONE, NONE } },
	{ { NONE, LIMITED, NONE, NONE, NONE, NONE } },
	PLAIN_ITEM,
	PLAIN_ITEM,
	PLAIN_ITEM,
	{ { NONE, NONE, NONE, RUNAWAY, NONE, NONE } },
	{ { NONE, LIMITED, NONE, NONE, NONE, NONE } },
	PLAIN_ITEM,
};

static const struct models_set ownership = { OWNERS, items, ITEMS };

/* Letters are easier to read than digits; '-' is not answered. */
static void score(const struct models_set *set, const char *letters, struct models_points *out)
{
	char answers[MODELS_MOST_ITEMS + 1] = "";

	for (size_t i = 0; letters[i]; i++) {
		bool letter = letters[i] >= 'a' && letters[i] <= 'z';

		answers[i] = (char)(letter ? '1' + letters[i] - 'a' : letters[i]);
	}
	models_points_of(set, answers, out);
}

static void add(struct models_sum *sum, const char *letters)
{
	struct models_points points;

	score(&ownership, letters, &points);
	models_add(sum, &points);
}

static const struct {
	const char *answers;
	int points[OWNERS], answered;
	enum models_verdict verdict;
	int first, second;
} cases[] = {
	{ "aabaacabaa", { 14, 4, 3, 0, 0 }, 10, MODELS_ONE, PARENTAL, NONE },
	{ "dbbddcddbd", { 0, 6, 3, 13, 1 }, 10, MODELS_ONE, LIMITED, NONE },
	{ "aaaaabbbbb", { 10, 10, 0, 1, 0 }, 10, MODELS_TIE, PARENTAL, FRIENDS },
	{ "abcdeabcde", { 4, 4, 4, 4, 4 }, 10, MODELS_NO_CLEAR, NONE, NONE },
	{ "aab-a-abaa", { 12, 4, 1, 0, 0 }, 8, MODELS_ONE, PARENTAL, NONE },
	{ "aaaa", { 8, 0, 0, 0, 0 }, 4, MODELS_TOO_FEW, NONE, NONE },
	{ "", { 0, 0, 0, 0, 0 }, 0, MODELS_TOO_FEW, NONE, NONE },
	{ "aaaaaa----", { 12, 0, 0, 0, 0 }, 6, MODELS_TOO_FEW, NONE, NONE },
	{ "aaaaaaa---", { 14, 0, 0, 0, 0 }, 7, MODELS_ONE, PARENTAL, NONE },
	{ "?a?aa?aaaa", { 14, 0, 0, 0, 0 }, 7, MODELS_ONE, PARENTAL, NONE },
	/* What stands for no model is no answer. */
	{ "afaaaaa~/0", { 12, 0, 0, 0, 0 }, 6, MODELS_TOO_FEW, NONE, NONE },
	/* Exactly .40 is enough, and a little less is not. */
	{ "aaaaeeccdb", { 8, 2, 4, 2, 4 }, 10, MODELS_ONE, PARENTAL, NONE },
	{ "bdcabeadce", { 4, 4, 4, 5, 5 }, 10, MODELS_NO_CLEAR, NONE, NONE },
	{ "baaeeceddd", { 4, 2, 2, 7, 7 }, 10, MODELS_NO_CLEAR, NONE, NONE },
	/* A tie of 9 to 10, in either order */
	{ "daaaaacddd", { 10, 0, 2, 8, 1 }, 10, MODELS_ONE, PARENTAL, NONE },
	{ "baaaaadddd", { 10, 2, 0, 9, 1 }, 10, MODELS_TIE, PARENTAL, LIMITED },
	{ "bddddaaaae", { 8, 2, 0, 9, 2 }, 10, MODELS_ONE, LIMITED, NONE },
	{ "eaddddbbbb", { 2, 8, 0, 9, 2 }, 10, MODELS_ONE, LIMITED, NONE },
	{ "bccccddddd", { 0, 2, 8, 11, 1 }, 10, MODELS_ONE, LIMITED, NONE },
	{ "bccccceddd", { 0, 2, 10, 7, 3 }, 10, MODELS_ONE, JOINT, NONE },
	{ "bcccccdddd", { 0, 2, 10, 9, 1 }, 10, MODELS_TIE, JOINT, LIMITED },
	{ "bdccccceee", { 0, 2, 10, 3, 6 }, 10, MODELS_ONE, JOINT, NONE },
};

START_TEST(finds_models)
{
	struct models_sum sum = { 0 };
	struct models_points points;
	struct models_result found;

	score(&ownership, cases[_i].answers, &points);
	for (int i = 0; i < OWNERS; i++)
		ck_assert_int_eq(points.points[i], cases[_i].points[i]);
	ck_assert_int_eq(points.answered, cases[_i].answered);
	ck_assert_int_eq(points.enough, cases[_i].verdict != MODELS_TOO_FEW);
	models_add(&sum, &points);
	ck_assert_int_eq(sum.people, points.enough);
	ck_assert_int_eq(sum.too_few, !points.enough);
	found = models_result_of(&sum, OWNERS);
	ck_assert_str_eq(models_verdict_name(found.verdict),
			 models_verdict_name(cases[_i].verdict));
	ck_assert_int_eq(found.first, cases[_i].first);
	ck_assert_int_eq(found.second, cases[_i].second);
	for (int i = 0; i < OWNERS; i++) {
		struct ratio part = models_score(&sum, i);

		ck_assert_int_eq(ratio_is_defined(part), points.enough);
		if (points.enough)
			ck_assert_int_eq(ratio_compare_to(part, points.points[i],
							  2 * points.answered), 0);
	}
}
END_TEST

START_TEST(takes_answers_of_any_length)
{
	struct models_points points;

	models_points_of(&ownership, "11", &points);
	ck_assert_int_eq(points.answered, 2);
	models_points_of(&ownership, "111111111111", &points);
	ck_assert_int_eq(points.answered, ITEMS);
	ck_assert_int_eq(points.points[PARENTAL], 2 * ITEMS);
}
END_TEST

START_TEST(counts_who_cannot_say)
{
	struct models_points points;

	score(&ownership, "?a-a??aaaa", &points);
	ck_assert_int_eq(points.cant_say, 3);
	ck_assert_int_eq(points.answered, 6);
	ck_assert(!points.enough);
}
END_TEST

static const struct {
	size_t items;
	int needed;
} needs[] = {
	{ 0, 0 }, { 1, 1 }, { 2, 2 }, { 3, 3 }, { 4, 3 }, { 5, 4 }, { 6, 5 }, { 7, 5 },
	{ 8, 6 }, { 9, 7 }, { 10, 7 }, { 11, 8 }, { 19, 14 }, { 20, 14 },
};

START_TEST(knows_how_many_are_needed)
{
	ck_assert_int_eq(models_needed(needs[_i].items), needs[_i].needed);
}
END_TEST

/* Two models of which one is higher by a tenth, or by a hair more. */
START_TEST(ties_within_a_tenth)
{
	struct models_sum sum = { .score = { 900, 1000 }, .people = 0 };
	struct models_result found;
	static const struct models_item plain[20] = {
		PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM,
		PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM,
		PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM,
		PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM, PLAIN_ITEM,
	};
	static const struct models_set long_set = { 2, plain, 20 };
	struct models_points points = { .points = { 18, 20 }, .answered = 19, .enough = true };

	ck_assert_int_eq(models_result_of(&sum, 2).verdict, MODELS_TOO_FEW);
	memset(&sum, 0, sizeof sum);
	models_add(&sum, &points);
	found = models_result_of(&sum, 2);
	ck_assert_int_eq(found.verdict, MODELS_TIE);
	ck_assert_int_eq(found.first, 1);
	ck_assert_int_eq(found.second, 0);
	memset(&sum, 0, sizeof sum);
	points.points[0] = 17;
	models_add(&sum, &points);
	found = models_result_of(&sum, 2);
	ck_assert_int_eq(found.verdict, MODELS_ONE);
	ck_assert_int_eq(found.first, 1);
	ck_assert_int_eq(found.second, MODELS_NONE);
	score(&long_set, "aaaaabbbbbaaaaabbbbb", &points);
	memset(&sum, 0, sizeof sum);
	models_add(&sum, &points);
	found = models_result_of(&sum, 2);
	ck_assert_int_eq(found.verdict, MODELS_TIE);
	ck_assert_int_eq(found.first, 0);
	ck_assert_int_eq(found.second, 1);
}
END_TEST

START_TEST(is_unclear_when_three_are_as_high)
{
	struct models_points points = { .points = { 9, 1, 10, 9 }, .answered = 10, .enough = true };
	struct models_sum sum = { 0 };

	models_add(&sum, &points);
	ck_assert_int_eq(models_result_of(&sum, OWNERS).verdict, MODELS_NO_CLEAR);
	/* The third is not among the models. */
	ck_assert_int_eq(models_result_of(&sum, 3).verdict, MODELS_TIE);
}
END_TEST

START_TEST(takes_means_of_people)
{
	struct models_sum side = { 0 };
	struct models_result found;

	add(&side, "aabaacabaa"); /* .70 .20 .15 */
	add(&side, "aab-a-abaa"); /* .75 .25 .0625 */
	add(&side, "aaaa");
	ck_assert_int_eq(side.people, 2);
	ck_assert_int_eq(side.too_few, 1);
	ck_assert_int_eq(ratio_compare_to(models_score(&side, PARENTAL), 29, 40), 0);
	ck_assert_int_eq(ratio_compare_to(models_score(&side, FRIENDS), 9, 40), 0);
	ck_assert_int_eq(ratio_compare_to(models_score(&side, JOINT), 17, 160), 0);
	ck_assert_int_eq(ratio_compare_to(models_score(&side, RUNAWAY), 0, 1), 0);
	found = models_result_of(&side, OWNERS);
	ck_assert_int_eq(found.verdict, MODELS_ONE);
	ck_assert_int_eq(found.first, PARENTAL);
}
END_TEST

START_TEST(measures_distance)
{
	struct models_sum a = { 0 }, b = { 0 }, c = { 0 }, none = { 0 };

	add(&a, "aabaacabaa"); /* 14 4 3 0 0 of 21 */
	add(&b, "dbbddcddbd"); /* 0 6 3 13 1 of 23 */
	add(&c, "eeeeeeeeee");
	ck_assert_int_eq(ratio_compare_to(models_distance(&a, &b, OWNERS), 328, 483), 0);
	ck_assert_int_eq(ratio_compare_to(models_distance(&b, &a, OWNERS), 328, 483), 0);
	ck_assert_int_eq(ratio_compare_to(models_distance(&a, &a, OWNERS), 0, 1), 0);
	ck_assert_int_eq(ratio_compare_to(models_distance(&a, &c, OWNERS), 1, 1), 0);
	ck_assert(!ratio_is_defined(models_distance(&a, &none, OWNERS)));
	ck_assert(!ratio_is_defined(models_distance(&none, &a, OWNERS)));
	ck_assert(!ratio_is_defined(models_distance(&none, &none, OWNERS)));
}
END_TEST

/* Everything once more in doubles, with random items, people and rooms. */
START_TEST(agrees_with_doubles)
{
	struct rng rng;

	rng_seed(&rng, 8);
	for (int round = 0; round < 3000; round++) {
		struct models_item list[MODELS_MOST_ITEMS];
		int models = 2 + (int)rng_below(&rng, MODELS_MOST - 1);
		struct models_set set = { models, list, 1 + rng_below(&rng, MODELS_MOST_ITEMS) };
		struct models_sum sums[2] = { { .people = 0 }, { .people = 0 } };
		double means[2][MODELS_MOST] = { { 0 } }, totals[2] = { 0 }, apart = 0;

		for (size_t i = 0; i < set.item_count; i++)
			for (int j = 0; j < MODELS_MOST; j++)
				list[i].second[j] = (int)rng_below(&rng, (uint32_t)models + 1) - 1;
		for (uint32_t person = 0; person < 2 + rng_below(&rng, 30); person++) {
			char answers[MODELS_MOST_ITEMS + 1] = "";
			struct models_points points;
			double own[MODELS_MOST] = { 0 };
			int side = (int)(person % 2), given = 0;

			for (size_t i = 0; i < set.item_count; i++) {
				uint32_t option = rng_below(&rng, (uint32_t)models * 8);
				int second;

				answers[i] = MODELS_CANT_SAY;
				if (option >= (uint32_t)models * 7)
					continue;
				option %= (uint32_t)models;
				answers[i] = (char)('1' + option);
				second = list[i].second[option];
				own[option] += 2;
				if (second >= 0 && second != (int)option)
					own[second] += 1;
				given++;
			}
			models_points_of(&set, answers, &points);
			models_add(&sums[side], &points);
			ck_assert_int_eq(points.answered, given);
			ck_assert_int_eq(points.enough, 10 * given >= 7 * (int)set.item_count);
			for (int i = 0; points.enough && i < models; i++) {
				means[side][i] += own[i] / (2 * given);
				totals[side] += own[i] / (2 * given);
			}
		}
		for (int side = 0; side < 2; side++) {
			for (int i = 0; sums[side].people && i < models; i++)
				ck_assert_double_eq_tol(means[side][i] / sums[side].people,
							ratio_value(models_score(&sums[side], i)),
							1e-12);
		}
		if (totals[0] <= 0 || totals[1] <= 0)
			continue;
		for (int i = 0; i < models; i++)
			apart += fabs(means[0][i] / totals[0] - means[1][i] / totals[1]) / 2;
		ck_assert_double_eq_tol(ratio_value(models_distance(&sums[0], &sums[1], models)),
					apart, 1e-8);
	}
}
END_TEST

/* A crowd whose counts of answers have no common divisor does not overflow. */
START_TEST(takes_crowds)
{
	struct models_sum a = { 0 }, b = { 0 };

	for (int i = 0; i < 1000000; i++) {
		struct models_points points = { .points = { 2 * (14 + i % 7), i % 5, 1 + i % 3 },
						.answered = 14 + i % 7, .enough = true };

		models_add(&a, &points);
		points.points[0] = 0;
		points.points[3] = 2 * points.answered;
		models_add(&b, &points);
	}
	ck_assert_int_eq(ratio_compare_to(models_score(&a, 0), 1, 1), 0);
	/* All that they differ in is the first model against the fourth. */
	ck_assert_double_eq_tol(ratio_value(models_distance(&a, &b, OWNERS)),
				ratio_value(models_score(&a, 0)) /
					(ratio_value(models_score(&a, 0)) +
					 ratio_value(models_score(&a, 1)) +
					 ratio_value(models_score(&a, 2))), 1e-7);
}
END_TEST

START_TEST(names_verdicts)
{
	static const char *const names[] = { "too-few", "no-clear-model", "one", "tie" };

	ck_assert_str_eq(models_verdict_name((enum models_verdict)_i), names[_i]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/models");
	TCase *tcase = tcase_create("models");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, finds_models, 0, (int)COUNT_OF(cases));
	tcase_add_test(tcase, takes_answers_of_any_length);
	tcase_add_test(tcase, counts_who_cannot_say);
	tcase_add_loop_test(tcase, knows_how_many_are_needed, 0, (int)COUNT_OF(needs));
	tcase_add_test(tcase, ties_within_a_tenth);
	tcase_add_test(tcase, is_unclear_when_three_are_as_high);
	tcase_add_test(tcase, takes_means_of_people);
	tcase_add_test(tcase, measures_distance);
	tcase_add_test(tcase, agrees_with_doubles);
	tcase_add_test(tcase, takes_crowds);
	tcase_add_loop_test(tcase, names_verdicts, 0, MODELS_TIE + 1);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
