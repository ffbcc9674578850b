/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What answers come to, and what deserves the room's time first. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/verdict.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 12 };

static int digit(char c)
{
	return c == '-' ? 0 : c - '0';
}

static void fill(struct coorientation_person *people, struct coorientation_side *side, const char *own,
	const char *guesses)
{
	size_t count = strlen(own);

	ck_assert_uint_eq(count, strlen(guesses));
	for (size_t i = 0; i < count; i++)
		people[i] = (struct coorientation_person){ digit(own[i]), digit(guesses[i]) };
	*side = (struct coorientation_side){ people, count, 0 };
}

static void check(const struct verdict *found, enum verdict_kind kind, bool first, bool second, int64_t num,
	int64_t den)
{
	ck_assert_int_eq(found->kind, kind);
	ck_assert_int_eq(found->side[0], first);
	ck_assert_int_eq(found->side[1], second);
	ck_assert_msg(ratio_compare_to(found->size, num, den) == 0, "%lld/%lld", (long long)found->size.num,
		(long long)found->size.den);
}

#define GAP VERDICT_GAP
#define SPLIT VERDICT_SPLIT
#define WEAK VERDICT_WEAKNESS
#define MISREAD VERDICT_MISREAD
#define AGREED VERDICT_AGREEMENT
#define NONE VERDICT_NONE

/* Answers and guesses of both sides; '-' is none. Sizes are worked out by hand from the formulas. */
static const struct {
	int points;
	const char *own[2], *guesses[2];
	enum verdict_kind kind;
	bool side[2];
	struct ratio size;
} scales[] = {
	/* The six cases of co-orientation: A agreement; B, C, E and F gaps of dA/4; D agrees and doubts it, dX 8/3. */
	{ 5, { "445", "454" }, { "444", "444" }, AGREED, { 0, 0 }, { 0, 1 } },
	{ 5, { "212", "445" }, { "454", "221" }, GAP, { 0, 0 }, { 8, 12 } },
	{ 5, { "222", "454" }, { "232", "444" }, GAP, { 0, 0 }, { 7, 12 } },
	{ 5, { "445", "445" }, { "212", "223" }, MISREAD, { 1, 1 }, { 8, 12 } },
	{ 5, { "221", "445" }, { "222", "122" }, GAP, { 0, 0 }, { 8, 12 } },
	{ 5, { "333", "555" }, { "111", "333" }, GAP, { 0, 0 }, { 1, 2 } },
	/* Exactly a quarter of the scale apart is no gap, and a guess exactly that far off no misreading. */
	{ 5, { "33", "44" }, { "33", "44" }, AGREED, { 0, 0 }, { 0, 1 } },
	{ 5, { "444", "445" }, { "444", "445" }, AGREED, { 0, 0 }, { 0, 1 } },
	{ 5, { "444", "555" }, { "444", "555" }, AGREED, { 0, 0 }, { 0, 1 } },
	/* Four people more than a step apart by one of nine pairs: 10/9. */
	{ 5, { "333", "445" }, { "---", "---" }, GAP, { 0, 0 }, { 4, 12 } },
	{ 5, { "33", "33444" }, { "--", "-----" }, AGREED, { 0, 0 }, { 0, 1 } },
	/* Alike and below the middle, 3: means 2 and 5/3 make 11/6, which is 7/6 below, 7/24 of the scale. */
	{ 5, { "222", "221" }, { "222", "222" }, WEAK, { 0, 0 }, { 7, 24 } },
	/* Exactly in the middle is not below it: 5/2 and 7/2. One answer less and it is: 5/2 and 10/3 make 35/12. */
	{ 5, { "2323", "4343" }, { "----", "----" }, AGREED, { 0, 0 }, { 0, 1 } },
	{ 5, { "23", "433" }, { "--", "---" }, WEAK, { 0, 0 }, { 1, 48 } },
	/* The sides count the same: with each answer alike it would be 37/12 and no weakness. 5/2 * 2 and 17/5. */
	{ 5, { "22", "44433" }, { "--", "-----" }, GAP, { 0, 0 }, { 8, 20 } },
	{ 5, { "2", "33333" }, { "-", "-----" }, WEAK, { 0, 0 }, { 1, 8 } },
	/* A weakness that is misread as well is a weakness: what it says is worse. */
	{ 5, { "111", "111" }, { "555", "555" }, WEAK, { 0, 0 }, { 1, 2 } },
	/* Even scales have no middle point: 2 and 3 of 4 stand in the middle, 2 and 2 below it by 1/6. */
	{ 4, { "22", "22" }, { "--", "--" }, WEAK, { 0, 0 }, { 1, 6 } },
	{ 3, { "2", "2" }, { "-", "-" }, AGREED, { 0, 0 }, { 0, 1 } },
	{ 2, { "11", "22" }, { "--", "--" }, GAP, { 0, 0 }, { 1, 1 } },
	/* One side misreads the other: dX 2 of 4. */
	{ 5, { "444", "444" }, { "222", "444" }, MISREAD, { 1, 0 }, { 1, 2 } },
	{ 5, { "444", "444" }, { "444", "111" }, MISREAD, { 0, 1 }, { 3, 4 } },
	/* It guesses well enough, one step off, and yet believes in a difference of two. */
	{ 5, { "33", "44" }, { "55", "44" }, MISREAD, { 1, 0 }, { 1, 4 } },
	/* Two camps go before everything else; S 4 of 8 within the second, 6 of 8 and 4 of 8 within both. */
	{ 5, { "333", "2244" }, { "---", "----" }, SPLIT, { 0, 1 }, { 1, 2 } },
	{ 5, { "1155", "2244" }, { "1111", "5555" }, SPLIT, { 1, 1 }, { 1, 1 } },
	{ 5, { "", "1144" }, { "", "----" }, SPLIT, { 0, 1 }, { 3, 4 } },
	/* Spread widely and alike, dA 62/36: S is 8 of 12. Three each, S 4 of 4; exactly as far within, 2 of 4. */
	{ 5, { "123455", "123455" }, { "------", "------" }, SPLIT, { 1, 1 }, { 2, 3 } },
	{ 5, { "135", "135" }, { "---", "---" }, SPLIT, { 1, 1 }, { 1, 1 } },
	{ 5, { "13", "35" }, { "--", "--" }, SPLIT, { 1, 1 }, { 1, 2 } },
	/* Camps within one side are named rather than that the other is as spread. */
	{ 5, { "1155", "12345" }, { "----", "-----" }, SPLIT, { 1, 0 }, { 1, 1 } },
	/* Nothing to compare. */
	{ 5, { "333", "---" }, { "333", "333" }, NONE, { 0, 0 }, { 0, 1 } },
	{ 5, { "", "" }, { "", "" }, NONE, { 0, 0 }, { 0, 1 } },
};

START_TEST(weighs_scales)
{
	struct coorientation_person people[2][MOST];
	struct coorientation_side sides[2];
	struct verdict found;

	for (int i = 0; i < 2; i++)
		fill(people[i], &sides[i], scales[_i].own[i], scales[_i].guesses[i]);
	verdict_scale(scales[_i].points, sides, &found);
	check(&found, scales[_i].kind, scales[_i].side[0], scales[_i].side[1], scales[_i].size.num,
		scales[_i].size.den);
}
END_TEST

START_TEST(stands_where_both_stand)
{
	struct coorientation_person people[2][MOST];
	struct coorientation_side sides[2];

	fill(people[0], &sides[0], "22", "--");
	fill(people[1], &sides[1], "44433-", "------");
	ck_assert_int_eq(ratio_compare_to(verdict_standing(sides), 28, 10), 0);
	fill(people[0], &sides[0], "--", "44");
	ck_assert(!ratio_is_defined(verdict_standing(sides)));
}
END_TEST

/* How many chose the answers 1, 2, 3 and 4, and guessed them, as digits. */
static const struct {
	const char *own[2], *guesses[2];
	enum verdict_kind kind;
	bool side[2];
	struct ratio size;
} choices[] = {
	{ { "3100", "0400" }, { "0000", "0000" }, GAP, { 0, 0 }, { 3, 4 } },
	{ { "4000", "0004" }, { "0000", "0000" }, GAP, { 0, 0 }, { 1, 1 } },
	/* Most against most, though the shares are close together: a small gap. */
	{ { "3200", "2300" }, { "0000", "0000" }, GAP, { 0, 0 }, { 1, 5 } },
	/* Most of one side, and the other is too small to be split: 1 of 3 is less than half, 1 of 2 is not. */
	{ { "3000", "1110" }, { "0000", "0000" }, GAP, { 0, 0 }, { 2, 3 } },
	{ { "3000", "1100" }, { "0000", "0000" }, NONE, { 0, 0 }, { 0, 1 } },
	{ { "1000", "0010" }, { "0000", "0000" }, GAP, { 0, 0 }, { 1, 1 } },
	{ { "1100", "1100" }, { "0000", "0000" }, NONE, { 0, 0 }, { 0, 1 } },
	{ { "1110", "1110" }, { "0000", "0000" }, NONE, { 0, 0 }, { 0, 1 } },
	/* Half is not most: from four on that is a split. */
	{ { "2200", "4000" }, { "0000", "0000" }, SPLIT, { 1, 0 }, { 1, 2 } },
	{ { "2110", "1111" }, { "0000", "0000" }, SPLIT, { 1, 1 }, { 3, 4 } },
	{ { "2200", "0000" }, { "0000", "0000" }, SPLIT, { 1, 0 }, { 1, 2 } },
	{ { "3200", "4000" }, { "0000", "0000" }, AGREED, { 0, 0 }, { 0, 1 } },
	/* Guesses: half right is not wrong. */
	{ { "4000", "4000" }, { "2200", "4000" }, AGREED, { 0, 0 }, { 0, 1 } },
	{ { "4000", "4000" }, { "1300", "4000" }, MISREAD, { 1, 0 }, { 3, 4 } },
	{ { "4000", "4000" }, { "1300", "0004" }, MISREAD, { 1, 1 }, { 1, 1 } },
	{ { "4000", "4000" }, { "0000", "0004" }, MISREAD, { 0, 1 }, { 1, 1 } },
	{ { "4000", "0000" }, { "1300", "0000" }, NONE, { 0, 0 }, { 0, 1 } },
	{ { "0000", "0000" }, { "0000", "0000" }, NONE, { 0, 0 }, { 0, 1 } },
};

enum { OPTIONS = 4 };

static void counts_of(const char *digits, int out[OPTIONS])
{
	for (int i = 0; i < OPTIONS; i++)
		out[i] = digits[i] - '0';
}

START_TEST(weighs_choices)
{
	int own[2][OPTIONS], guesses[2][OPTIONS];
	struct verdict found;

	for (int i = 0; i < 2; i++) {
		counts_of(choices[_i].own[i], own[i]);
		counts_of(choices[_i].guesses[i], guesses[i]);
	}
	verdict_choice(OPTIONS, (const int *const[]){ own[0], own[1] }, (const int *const[]){ guesses[0], guesses[1] },
		&found);
	check(&found, choices[_i].kind, choices[_i].side[0], choices[_i].side[1], choices[_i].size.num,
		choices[_i].size.den);
}
END_TEST

/* How many of n ticked each of four; which one the gap is about, and whose. */
static const struct {
	const char *ticks[2];
	int n[2];
	enum verdict_kind kind;
	struct ratio size;
	int option, side;
} lists[] = {
	/* Shares 3/4 0 1/4 1/4 against 0 3/4 1/4 1/4: 2 of larger ones, 1/2 of smaller ones. The first is as good. */
	{ { "3011", "0311" }, { 4, 4 }, GAP, { 3, 4 }, 0, 0 },
	{ { "1000", "4000" }, { 4, 4 }, GAP, { 3, 4 }, 0, 1 },
	/* The one that is furthest apart is named, not the first. */
	{ { "3040", "1000" }, { 4, 4 }, GAP, { 6, 7 }, 2, 0 },
	/* Exactly half of the other side is no gap, and nothing that both want either. */
	{ { "4000", "2000" }, { 4, 4 }, NONE, { 0, 1 }, -1, 0 },
	{ { "4000", "3000" }, { 4, 4 }, AGREED, { 0, 1 }, -1, 0 },
	{ { "1110", "0111" }, { 4, 4 }, NONE, { 0, 1 }, -1, 0 },
	{ { "0000", "0000" }, { 4, 4 }, AGREED, { 0, 1 }, -1, 0 },
	/* Each side as one. */
	{ { "1110", "1101" }, { 1, 1 }, GAP, { 1, 2 }, 2, 0 },
	{ { "1110", "1110" }, { 1, 1 }, AGREED, { 0, 1 }, -1, 0 },
	/* Heads do not count, shares do. */
	{ { "2000", "6000" }, { 2, 9 }, AGREED, { 0, 1 }, -1, 0 },
	{ { "2000", "4000" }, { 2, 9 }, GAP, { 5, 9 }, 0, 0 },
};

START_TEST(weighs_ticks)
{
	int ticks[2][OPTIONS], side = 0;
	const int *const both[2] = { ticks[0], ticks[1] };
	struct verdict found;

	for (int i = 0; i < 2; i++)
		counts_of(lists[_i].ticks[i], ticks[i]);
	verdict_ticks(OPTIONS, both, lists[_i].n, &found);
	check(&found, lists[_i].kind, false, false, lists[_i].size.num, lists[_i].size.den);
	ck_assert_int_eq(verdict_tick_gap(OPTIONS, both, lists[_i].n, &side), lists[_i].option);
	ck_assert_int_eq(side, lists[_i].side);
}
END_TEST

START_TEST(says_nothing_of_one_side)
{
	const int ticks[2][OPTIONS] = { { 4, 0, 0, 0 }, { 0 } };
	struct verdict found;

	verdict_ticks(OPTIONS, (const int *const[]){ ticks[0], ticks[1] }, (const int[]){ 4, 0 }, &found);
	check(&found, NONE, false, false, 0, 1);
}
END_TEST

/* Of twelve signs: 0-2 watch, 3-5 talk, 6+ act. */
static const struct {
	int ticked[2], band[2];
	enum verdict_kind kind;
	struct ratio size;
} signs[] = {
	{ { 2, 0 }, { 0, 0 }, AGREED, { 0, 1 } },
	{ { 2, 3 }, { 0, 1 }, GAP, { 1, 12 } },
	{ { 7, 1 }, { 2, 0 }, GAP, { 6, 12 } },
	{ { 3, 4 }, { 1, 1 }, WEAK, { 3, 12 } },
	{ { 9, 5 }, { 2, 1 }, WEAK, { 5, 12 } },
};

START_TEST(weighs_signs)
{
	struct verdict found;

	verdict_bands(12, signs[_i].ticked, signs[_i].band, &found);
	check(&found, signs[_i].kind, false, false, signs[_i].size.num, signs[_i].size.den);
}
END_TEST

#define LACKS INT64_MIN

static const struct {
	int64_t own[2], guesses[2];
	enum verdict_kind kind;
	bool side[2];
	struct ratio size;
} amounts[] = {
	{ { 3, 4 }, { LACKS, LACKS }, AGREED, { 0, 0 }, { 0, 1 } },
	{ { 299, 400 }, { LACKS, LACKS }, GAP, { 0, 0 }, { 101, 400 } },
	{ { 20, 5 }, { 5, 20 }, GAP, { 0, 0 }, { 3, 4 } },
	{ { -10, 10 }, { LACKS, LACKS }, GAP, { 0, 0 }, { 1, 1 } },
	{ { 0, 0 }, { LACKS, 1 }, MISREAD, { 0, 1 }, { 1, 1 } },
	{ { 10, 10 }, { 8, 20 }, MISREAD, { 0, 1 }, { 1, 2 } },
	{ { 10, 10 }, { 40, 20 }, MISREAD, { 1, 1 }, { 3, 4 } },
	{ { 10, LACKS }, { 10, 10 }, NONE, { 0, 0 }, { 0, 1 } },
	{ { -1000000000000000, 1000000000000000 }, { LACKS, LACKS }, GAP, { 0, 0 }, { 1, 1 } },
};

START_TEST(weighs_amounts)
{
	struct verdict_amount own[2], guesses[2];
	struct verdict found;

	for (int i = 0; i < 2; i++) {
		own[i] = (struct verdict_amount){ amounts[_i].own[i] != LACKS, amounts[_i].own[i] };
		guesses[i] = (struct verdict_amount){ amounts[_i].guesses[i] != LACKS, amounts[_i].guesses[i] };
	}
	verdict_amounts(own, guesses, &found);
	check(&found, amounts[_i].kind, amounts[_i].side[0], amounts[_i].side[1], amounts[_i].size.num,
		amounts[_i].size.den);
}
END_TEST

/* Weights of pairs: of all, of those that hurt, and of those to be discussed first; and how many are not rated. */
static const struct {
	struct metrics pairs;
	enum verdict_kind kind;
	struct ratio size;
} pairs[] = {
	{ { .total = 90, .conflict = 35, .disputed = 9, .unrated = 3 }, GAP, { 9, 90 } },
	{ { .total = 90, .disputed = 90 }, GAP, { 1, 1 } },
	{ { .total = 90, .conflict = 35 }, WEAK, { 35, 90 } },
	{ { .total = 90, .conflict = 35, .unrated = 3 }, WEAK, { 35, 90 } },
	{ { .total = 90, .support = 24 }, AGREED, { 0, 1 } },
	{ { .total = 90, .support = 24, .unrated = 1 }, NONE, { 0, 1 } },
	{ { .total = 0 }, NONE, { 0, 1 } },
};

START_TEST(weighs_pairs)
{
	struct verdict found;

	verdict_pairs(&pairs[_i].pairs, &found);
	check(&found, pairs[_i].kind, false, false, pairs[_i].size.num, pairs[_i].size.den);
}
END_TEST

START_TEST(sorts_by_kind_and_size)
{
	/* Already in order; from 7/12 on the same ones as equals. */
	static const struct verdict order[] = {
		{ GAP, { false, false }, { 2, 3 } }, { GAP, { false, false }, { 7, 12 } },
		{ SPLIT, { true, false }, { 1, 1 } }, { WEAK, { false, false }, { 1, 24 } },
		{ MISREAD, { false, true }, { 1, 1 } }, { AGREED, { false, false }, { 0, 1 } },
		{ NONE, { false, false }, { 0, 1 } },
	};
	const struct verdict same = { GAP, { false, false }, { 14, 24 } };

	for (size_t i = 0; i < COUNT_OF(order); i++)
		for (size_t j = 0; j < COUNT_OF(order); j++) {
			int found = verdict_compare(&order[i], &order[j]);

			ck_assert_int_eq((found > 0) - (found < 0), (i > j) - (i < j));
		}
	ck_assert_int_eq(verdict_compare(&order[1], &same), 0);
	for (size_t i = 0; i < COUNT_OF(order); i++)
		ck_assert_int_eq(verdict_asks(order[i].kind), i < 5);
}
END_TEST

/* Whatever is answered: sizes are from 0 to 1, and the sides can change places. */
START_TEST(holds_for_any_answers)
{
	struct rng rng;

	rng_seed(&rng, 3);
	for (int round = 0; round < 3000; round++) {
		struct coorientation_person people[2][MOST];
		struct coorientation_side sides[2], turned[2];
		int points = 2 + (int)rng_below(&rng, 8);
		struct verdict found, other;

		for (int s = 0; s < 2; s++) {
			sides[s] = (struct coorientation_side){ people[s], rng_below(&rng, MOST + 1), 0 };
			for (size_t i = 0; i < sides[s].count; i++) {
				people[s][i].own = (int)rng_below(&rng, (uint32_t)points + 1);
				people[s][i].prediction = (int)rng_below(&rng, (uint32_t)points + 1);
			}
			turned[1 - s] = sides[s];
		}
		verdict_scale(points, sides, &found);
		ck_assert(found.kind <= VERDICT_NONE && ratio_compare_to(found.size, 0, 1) >= 0 &&
			  ratio_compare_to(found.size, 1, 1) <= 0);
		ck_assert_int_eq(found.side[0] || found.side[1], found.kind == SPLIT || found.kind == MISREAD);
		verdict_scale(points, turned, &other);
		ck_assert_int_eq(verdict_compare(&found, &other), 0);
		ck_assert(found.side[0] == other.side[1] && found.side[1] == other.side[0]);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("verdicts");
	TCase *tc = tcase_create("verdicts");

	tcase_add_loop_test(tc, weighs_scales, 0, (int)COUNT_OF(scales));
	tcase_add_test(tc, stands_where_both_stand);
	tcase_add_loop_test(tc, weighs_choices, 0, (int)COUNT_OF(choices));
	tcase_add_loop_test(tc, weighs_ticks, 0, (int)COUNT_OF(lists));
	tcase_add_test(tc, says_nothing_of_one_side);
	tcase_add_loop_test(tc, weighs_signs, 0, (int)COUNT_OF(signs));
	tcase_add_loop_test(tc, weighs_amounts, 0, (int)COUNT_OF(amounts));
	tcase_add_loop_test(tc, weighs_pairs, 0, (int)COUNT_OF(pairs));
	tcase_add_test(tc, sorts_by_kind_and_size);
	tcase_add_test(tc, holds_for_any_answers);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
