/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skills needed and skills there. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/talent.h"
#include "run.h"

enum { ANA, BEN, CAZ, DEV, EVE, FAY, PEOPLE };
enum { CAMPAIGN, ANALYTICS, CONTENT, API, DATA_MODEL, SECURITY, SKILLS };

static const int sides[PEOPLE] = { 0, 0, 0, 1, 1, 1 };

static const struct talent_skill skills[SKILLS] = {
	[CAMPAIGN] = { 0, 3, 2, 2, 9, 24 },
	[ANALYTICS] = { 0, 4, 3, 2, 9, 24 },
	[CONTENT] = { 0, 2, 1, 1, 9, 24 },
	[API] = { 1, 3, 3, 2, 9, 24 },
	[DATA_MODEL] = { 1, 3, 2, 1, 9, 24 },
	[SECURITY] = { 1, 3, 3, 2, 9, 24 },
};

static const int levels[SKILLS * PEOPLE] = {
	4, 3, 2, 0, 3, 0, /* campaign */
	2, 3, 1, 1, 3, 0, /* analytics */
	3, 2, 1, 0, 1, 0, /* content */
	0, 1, 3, 4, 3, 2, /* API */
	1, 1, 2, 3, 3, 3, /* data model */
	1, 0, 1, 2, 1, 3, /* security */
};

static const struct talent_input team = { skills, SKILLS, sides, PEOPLE, levels };

static const struct {
	int coverage[2], depth, breadth, weighted_depth, weighted_breadth, sole;
	enum talent_advice advice;
} expected[SKILLS] = {
	[CAMPAIGN] = { { 2, 1 }, 0, 0, 0, 0, -1, ADVICE_KEEP },
	[ANALYTICS] = { { 0, 0 }, 1, 2, 3, 6, -1, ADVICE_BUILD },
	[CONTENT] = { { 2, 0 }, 0, 0, 0, 0, -1, ADVICE_KEEP },
	[API] = { { 1, 2 }, 0, 0, 0, 0, -1, ADVICE_KEEP },
	[DATA_MODEL] = { { 0, 3 }, 0, 0, 0, 0, -1, ADVICE_KEEP },
	[SECURITY] = { { 0, 1 }, 0, 1, 0, 3, FAY, ADVICE_BUILD },
};

START_TEST(measures_skills)
{
	const struct talent_skill_result *skill;
	struct talent found;

	talent_of(&team, &found);
	skill = &found.skills[_i];
	for (int side = 0; side < 2; side++)
		ck_assert_int_eq(skill->coverage[side], expected[_i].coverage[side]);
	ck_assert_int_eq(skill->bus_factor, skill->coverage[0] + skill->coverage[1]);
	ck_assert_int_eq(skill->depth_gap, expected[_i].depth);
	ck_assert_int_eq(skill->breadth_gap, expected[_i].breadth);
	ck_assert_int_eq(skill->weighted_depth, expected[_i].weighted_depth);
	ck_assert_int_eq(skill->weighted_breadth, expected[_i].weighted_breadth);
	ck_assert_int_eq(skill->sole, expected[_i].sole);
	ck_assert_int_eq(skill->advice, expected[_i].advice);
	ck_assert_int_eq(skill->missing, 0);
	talent_release(&found);
}
END_TEST

START_TEST(measures_the_team)
{
	static const size_t order[SKILLS] = {
		ANALYTICS, SECURITY, CAMPAIGN, CONTENT, API, DATA_MODEL,
	};
	struct talent found;

	talent_of(&team, &found);
	ck_assert_int_eq(found.bus_factor, 1);
	ck_assert_uint_eq(found.covered, 5);
	ck_assert_uint_eq(found.double_deep, 1);
	for (size_t i = 0; i < PEOPLE; i++) {
		ck_assert_int_eq(found.people[i].double_deep, i == EVE);
		ck_assert_int_eq(found.people[i].sole_of, i == FAY);
	}
	ck_assert_int_eq(found.people[CAZ].best[0], 2);
	ck_assert_int_eq(found.people[CAZ].best[1], 3);
	for (size_t i = 0; i < SKILLS; i++)
		ck_assert_uint_eq(found.order[i], order[i]);
	talent_release(&found);
}
END_TEST

/* One skill of side 0 at level 3 for some heads, with levels of two people on each side. */
static const struct {
	int heads, months_until, months_lasting, levels[4];
	enum talent_advice advice;
} cases[] = {
	{ 2, 0, 1, { 3, 3, 0, 0 }, ADVICE_KEEP },
	{ 2, 0, 1, { 0, 0, 3, 4 }, ADVICE_KEEP },
	{ 1, 0, 1, { 3, 0, 0, 0 }, ADVICE_BRIDGE_PAIR },
	{ 1, 0, 1, { 0, 0, 3, 0 }, ADVICE_BRIDGE_PAIR },
	{ 2, 0, 1, { 2, 0, 3, 0 }, ADVICE_BRIDGE_ACROSS },
	{ 3, 9, 24, { 3, 2, 3, 0 }, ADVICE_BUILD },
	{ 1, 6, 24, { 2, 0, 0, 0 }, ADVICE_BUILD },
	{ 1, 6, 1, { 0, 0, 0, 2 }, ADVICE_BUILD }, /* training comes first */
	{ 1, 5, 24, { 2, 0, 0, 0 }, ADVICE_BUY },
	{ 1, 5, 11, { 2, 0, 0, 0 }, ADVICE_BORROW },
	{ 1, 5, 12, { 2, 0, 0, 0 }, ADVICE_BUY },
	{ 1, 3, 24, { 2, 0, 0, 0 }, ADVICE_BORROW },
	{ 1, 4, 24, { 2, 0, 0, 0 }, ADVICE_BUY },
	{ 1, 9, 24, { 1, 1, 1, 1 }, ADVICE_BUY },
	{ 1, 9, 6, { 1, 1, 1, 1 }, ADVICE_BORROW },
	{ 2, 9, 24, { 4, 0, 0, 0 }, ADVICE_BUY }, /* who has it cannot be trained for it */
	{ 1, -1, 24, { 2, 0, 0, 0 }, ADVICE_BUILD },
	{ 1, -1, -1, { 1, 0, 0, 0 }, ADVICE_BUY },
	{ 1, 2, -1, { 1, 0, 0, 0 }, ADVICE_BORROW },
	{ 1, -1, 3, { 1, 0, 0, 0 }, ADVICE_BORROW },
	{ 1, 2, 2, { -1, -1, -1, -1 }, ADVICE_NONE },
	{ 1, 9, 24, { -1, -1, -1, 2 }, ADVICE_BUILD },
};

START_TEST(advises)
{
	static const int four[] = { 0, 0, 1, 1 };
	struct talent_skill skill = { 0, 3, 1, cases[_i].heads, cases[_i].months_until,
				      cases[_i].months_lasting };
	struct talent_input input = { &skill, 1, four, 4, cases[_i].levels };
	struct talent found;

	talent_of(&input, &found);
	ck_assert_str_eq(talent_advice_name(found.skills[0].advice),
			 talent_advice_name(cases[_i].advice));
	talent_release(&found);
}
END_TEST

/* The example's analytics at other times. */
static const struct {
	int months_until, months_lasting, best;
	enum talent_advice advice;
} times[] = {
	{ 9, 24, 3, ADVICE_BUILD },
	{ 2, 24, 3, ADVICE_BORROW },
	{ 5, 24, 2, ADVICE_BUY },
};

START_TEST(advises_by_time)
{
	struct talent_skill skill = skills[ANALYTICS];
	struct talent_input input = { &skill, 1, sides, PEOPLE, NULL };
	struct talent found;
	int row[PEOPLE];

	for (size_t i = 0; i < PEOPLE; i++) {
		int level = levels[ANALYTICS * PEOPLE + i];

		row[i] = level < times[_i].best ? level : times[_i].best;
	}
	input.levels = row;
	skill.months_until = times[_i].months_until;
	skill.months_lasting = times[_i].months_lasting;
	talent_of(&input, &found);
	ck_assert_int_eq(found.skills[0].advice, times[_i].advice);
	talent_release(&found);
}
END_TEST

START_TEST(knows_when_there_is_nothing_to_say)
{
	struct talent_input input = { NULL, 0, NULL, 0, NULL };
	struct talent found;

	talent_of(&input, &found);
	ck_assert_int_eq(found.bus_factor, 0);
	ck_assert_uint_eq(found.covered, 0);
	talent_release(&found);
	talent_release(&found);

	/* Skills, and nobody there */
	input.skills = skills;
	input.skill_count = SKILLS;
	talent_of(&input, &found);
	ck_assert_int_eq(found.bus_factor, 0);
	ck_assert_int_eq(found.skills[API].breadth_gap, 2);
	ck_assert_int_eq(found.skills[API].depth_gap, 3);
	ck_assert_int_eq(found.skills[API].sole, -1);
	ck_assert_str_eq(talent_advice_name(found.skills[API].advice), "");
	talent_release(&found);
}
END_TEST

START_TEST(takes_levels_not_given_for_none)
{
	static const int some[] = { 3, TALENT_NO_LEVEL, TALENT_NO_LEVEL, TALENT_NO_LEVEL };
	static const int pair[] = { 0, 1 };
	struct talent_skill two[] = { { 0, 3, 1, 1, -1, -1 }, { 1, 1, 1, 1, -1, -1 } };
	struct talent_input input = { two, 2, pair, 2, some };
	struct talent found;

	talent_of(&input, &found);
	ck_assert_int_eq(found.missing, 3);
	ck_assert_int_eq(found.skills[0].missing, 1);
	ck_assert_int_eq(found.skills[0].sole, 0);
	ck_assert_int_eq(found.skills[1].missing, 2);
	ck_assert_int_eq(found.skills[1].depth_gap, 1);
	/* The skill that nobody covers is a gap, and no bus factor. */
	ck_assert_int_eq(found.bus_factor, 1);
	talent_release(&found);
}
END_TEST

START_TEST(brings_values_within_bounds)
{
	static const int given[] = { 9, 4 };
	static const int pair[] = { 0, 1 };
	struct talent_skill two[] = { { 0, 7, 8, 0, -1, -1 }, { 0, 0, 0, 5, -1, -1 } };
	static const int low[] = { 9, 4, 1, 0 };
	struct talent_input input = { two, 1, pair, 2, given };
	struct talent found;

	talent_of(&input, &found);
	ck_assert_int_eq(found.skills[0].bus_factor, 2);
	ck_assert_int_eq(found.skills[0].best, 4);
	ck_assert_int_eq(found.skills[0].breadth_gap, 0);
	talent_release(&found);
	input.skill_count = 2;
	input.levels = low;
	talent_of(&input, &found);
	ck_assert_int_eq(found.skills[1].bus_factor, 1);
	ck_assert_int_eq(found.skills[1].weighted_breadth, 4);
	talent_release(&found);
}
END_TEST

/* Counts and order once more, by the definitions. */
START_TEST(agrees_with_counting)
{
	enum { MOST = 7 };
	struct rng rng;

	rng_seed(&rng, 6);
	for (int round = 0; round < 5000; round++) {
		struct talent_skill list[MOST];
		int people[MOST], given[MOST * MOST], least = 0;
		struct talent_input input = { list, rng_below(&rng, MOST + 1), people,
					      rng_below(&rng, MOST + 1), given };
		struct talent found;

		for (size_t i = 0; i < MOST; i++) {
			list[i] = (struct talent_skill){
				(int)rng_below(&rng, 2), 1 + (int)rng_below(&rng, 4),
				1 + (int)rng_below(&rng, 3), 1 + (int)rng_below(&rng, 4),
				(int)rng_below(&rng, 14) - 1, (int)rng_below(&rng, 26) - 1,
			};
			people[i] = (int)rng_below(&rng, 2);
		}
		for (size_t i = 0; i < MOST * MOST; i++)
			given[i] = (int)rng_below(&rng, 6) - 1;
		talent_of(&input, &found);
		for (size_t i = 0; i < input.skill_count; i++) {
			const struct talent_skill_result *skill = &found.skills[i];
			int able = 0, missing = 0, breadth;

			for (size_t j = 0; j < input.people_count; j++) {
				able += given[i * input.people_count + j] >= list[i].level;
				missing += given[i * input.people_count + j] < 0;
			}
			breadth = list[i].heads > able ? list[i].heads - able : 0;
			ck_assert_int_eq(skill->bus_factor, able);
			ck_assert_int_eq(skill->missing, missing);
			ck_assert_int_eq(skill->weighted_breadth, breadth * list[i].weight);
			ck_assert_int_eq(skill->depth_gap > 0, able == 0);
			if (able && (!least || able < least))
				least = able;
		}
		ck_assert_int_eq(found.bus_factor, least);
		for (size_t i = 1; i < input.skill_count; i++) {
			const struct talent_skill_result *before, *after;

			before = &found.skills[found.order[i - 1]];
			after = &found.skills[found.order[i]];
			ck_assert_int_ge(before->weighted_breadth, after->weighted_breadth);
			if (before->weighted_breadth == after->weighted_breadth)
				ck_assert_int_ge(before->weighted_depth, after->weighted_depth);
		}
		talent_release(&found);
	}
}
END_TEST

START_TEST(names_advice)
{
	static const char *const names[] = {
		"", "keep", "bridge-pair", "bridge-across", "build", "borrow", "buy",
	};

	ck_assert_str_eq(talent_advice_name((enum talent_advice)_i), names[_i]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/talent");
	TCase *tcase = tcase_create("talent");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, measures_skills, 0, SKILLS);
	tcase_add_test(tcase, measures_the_team);
	tcase_add_loop_test(tcase, advises, 0, (int)COUNT_OF(cases));
	tcase_add_loop_test(tcase, advises_by_time, 0, (int)COUNT_OF(times));
	tcase_add_test(tcase, knows_when_there_is_nothing_to_say);
	tcase_add_test(tcase, takes_levels_not_given_for_none);
	tcase_add_test(tcase, brings_values_within_bounds);
	tcase_add_test(tcase, agrees_with_counting);
	tcase_add_loop_test(tcase, names_advice, 0, ADVICE_BUY + 1);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
