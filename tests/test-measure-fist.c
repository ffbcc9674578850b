/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fist of five, and the charter that is voted upon. */
#include "base/mem.h"
#include "measure/fist.h"
#include "run.h"

#include <string.h>

/* Votes as digits; '-' is none yet. */
static const struct {
	const char *votes;
	enum fist_state state;
	int votes_given, missing, below;
} cases[] = {
	{ "", FIST_OPEN, 0, 0, 0 },
	{ "-", FIST_OPEN, 0, 1, 0 },
	{ "3", FIST_PASSES, 1, 0, 0 },
	{ "345345", FIST_PASSES, 6, 0, 0 },
	{ "34534-", FIST_OPEN, 5, 1, 0 },
	{ "555552", FIST_SPEAKS, 6, 0, 1 },
	{ "123", FIST_SPEAKS, 3, 0, 2 },
	{ "5-2--", FIST_SPEAKS, 2, 3, 1 },
	{ "0", FIST_BLOCKED, 1, 0, 1 },
	{ "5550", FIST_BLOCKED, 4, 0, 1 },
	{ "0125", FIST_BLOCKED, 4, 0, 3 },
	{ "--0", FIST_BLOCKED, 1, 2, 1 },
};

START_TEST(decides)
{
	int votes[8], counts[FIST_HIGHEST + 1] = { 0 };
	size_t count = strlen(cases[_i].votes);
	struct fist found;

	for (size_t i = 0; i < count; i++) {
		char vote = cases[_i].votes[i];

		votes[i] = vote == '-' ? FIST_NO_VOTE : vote - '0';
		if (votes[i] >= 0)
			counts[votes[i]]++;
	}
	fist_of(votes, count, &found);
	ck_assert_str_eq(fist_state_name(found.state), fist_state_name(cases[_i].state));
	ck_assert_int_eq(found.votes, cases[_i].votes_given);
	ck_assert_int_eq(found.missing, cases[_i].missing);
	ck_assert_int_eq(found.below, cases[_i].below);
	ck_assert_mem_eq(found.counts, counts, sizeof counts);
}
END_TEST

/* All rooms of three, by the rule's own words. */
START_TEST(agrees_with_the_rule)
{
	int votes[3];

	for (votes[0] = -1; votes[0] <= 5; votes[0]++) {
		for (votes[1] = -1; votes[1] <= 5; votes[1]++) {
			for (votes[2] = -1; votes[2] <= 5; votes[2]++) {
				bool all = true, block = false;
				struct fist found;

				for (int i = 0; i < 3; i++) {
					all = all && votes[i] >= 3;
					block = block || votes[i] == 0;
				}
				fist_of(votes, 3, &found);
				ck_assert_int_eq(found.state == FIST_PASSES, all);
				ck_assert_int_eq(found.state == FIST_BLOCKED, block);
				ck_assert_int_eq(found.votes + found.missing, 3);
			}
		}
	}
}
END_TEST

START_TEST(names_states)
{
	static const char *const names[] = { "open", "passes", "speaks", "blocked" };

	ck_assert_str_eq(fist_state_name((enum fist_state)_i), names[_i]);
}
END_TEST

static const struct {
	const char *text;
	bool filled;
} texts[] = {
	{ NULL, false },  { "", false },         { " ", false },
	{ "\t\n ", false }, { "\xc2\xa0\xe3\x80\x80", false }, { ".", true },
	{ " by mail ", true },
};

START_TEST(knows_filled_clauses)
{
	ck_assert_int_eq(charter_is_filled(texts[_i].text), texts[_i].filled);
}
END_TEST

START_TEST(measures_charters)
{
	struct charter charter = { 0 };

	ck_assert(!ratio_is_defined(charter_completeness(&charter)));
	charter_add(&charter, "Ask in one place", FIST_PASSES);
	ck_assert_int_eq(ratio_compare_to(charter_completeness(&charter), 1, 1), 0);
	charter_add(&charter, "Ten days", FIST_SPEAKS);
	charter_add(&charter, "  ", FIST_OPEN);
	charter_add(&charter, "", FIST_PASSES); /* a vote upon nothing */
	charter_add(&charter, NULL, FIST_OPEN);
	for (int i = 0; i < 5; i++)
		charter_add(&charter, "Text", i == 0 ? FIST_PASSES : FIST_OPEN);
	ck_assert_uint_eq(charter.clauses, 10);
	ck_assert_uint_eq(charter.filled, 7);
	ck_assert_uint_eq(charter.passed, 2);
	ck_assert_int_eq(ratio_compare_to(charter_completeness(&charter), 7, 10), 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/fist");
	TCase *tcase = tcase_create("fist");

	tcase_add_loop_test(tcase, decides, 0, (int)COUNT_OF(cases));
	tcase_add_test(tcase, agrees_with_the_rule);
	tcase_add_loop_test(tcase, names_states, 0, FIST_BLOCKED + 1);
	tcase_add_loop_test(tcase, knows_filled_clauses, 0, (int)COUNT_OF(texts));
	tcase_add_test(tcase, measures_charters);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
