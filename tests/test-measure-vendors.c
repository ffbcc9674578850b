/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Overlap of two sides' suppliers. */
#include "base/date.h"
#include "base/mem.h"
#include "base/random.h"
#include "measure/vendors.h"
#include "run.h"

#include <math.h>
#include <stdlib.h>

enum { NORTHWIND, POSTPILOT, CLOUDROW, METRICA, DATAHILL, VENDORS };
enum { EMAIL, HOSTING, ANALYTICS, CATEGORIES };

static struct vendors_row row_of(size_t vendor, int side, int category, int64_t spend,
				 const char *end, int notice)
{
	return (struct vendors_row){
		vendor, side, category, spend, date_parse(end), notice, false,
	};
}

/* The example: five vendors of two sides, on 2026-05-01. */
static void example(struct vendors_row rows[7], struct vendors_input *input)
{
	rows[0] = row_of(NORTHWIND, 0, EMAIL, 120, "2026-09-30", 90);
	rows[1] = row_of(NORTHWIND, 1, EMAIL, 60, "2026-12-31", 60);
	rows[2] = row_of(POSTPILOT, 0, EMAIL, 20, "2026-03-31", 30);
	rows[3] = row_of(CLOUDROW, 1, HOSTING, 200, "2027-01-31", 90);
	rows[4] = row_of(CLOUDROW, 0, HOSTING, 50, "2026-11-30", 90);
	rows[5] = row_of(METRICA, 0, ANALYTICS, 80, "2026-06-30", 60);
	rows[6] = row_of(DATAHILL, 1, ANALYTICS, 70, "2026-08-31", 60);
	*input = (struct vendors_input){ rows, 7, VENDORS, CATEGORIES, date_parse("2026-05-01") };
}

START_TEST(measures_the_portfolio)
{
	struct vendors_row rows[7];
	struct vendors_input input;
	struct vendors found;

	example(rows, &input);
	vendors_of(&input, &found);
	ck_assert_int_eq(found.total, 600);
	ck_assert(fabs(found.concentration.hhi - 2961.11) < .005);
	ck_assert(fabs(found.concentration.effective - 3.377) < .0005);
	ck_assert_int_eq(found.concentration.word, CONCENTRATION_HIGH);
	ck_assert_uint_eq(found.vendor_count, 5);
	ck_assert_uint_eq(found.shared_count, 2);
	ck_assert_int_eq(found.shared_spend, 430);
	ck_assert_int_eq(ratio_compare_to(found.vendors[NORTHWIND].balance, 2, 3), 0);
	ck_assert_int_eq(ratio_compare_to(found.vendors[CLOUDROW].balance, 2, 5), 0);
	ck_assert_int_eq(ratio_compare_to(found.vendors[METRICA].balance, 0, 1), 0);
	ck_assert(!found.vendors[METRICA].shared);
	ck_assert_int_eq(found.fragmented, 90);
	ck_assert_uint_eq(found.unpriced, 0);
	ck_assert_uint_eq(found.uncategorised, 0);
	vendors_release(&found);
}
END_TEST

static const struct {
	int64_t total, fragmented;
	size_t vendors, largest;
} categories[CATEGORIES] = {
	[EMAIL] = { 200, 20, 2, NORTHWIND },
	[HOSTING] = { 250, 0, 1, CLOUDROW },
	[ANALYTICS] = { 150, 70, 2, METRICA },
};

START_TEST(measures_categories)
{
	struct vendors_row rows[7];
	struct vendors_input input;
	struct vendors found;

	example(rows, &input);
	vendors_of(&input, &found);
	ck_assert_int_eq(found.categories[_i].total, categories[_i].total);
	ck_assert_int_eq(found.categories[_i].fragmented, categories[_i].fragmented);
	ck_assert_uint_eq(found.categories[_i].vendors, categories[_i].vendors);
	ck_assert_uint_eq(found.categories[_i].largest, categories[_i].largest);
	vendors_release(&found);
}
END_TEST

static const struct {
	const char *by;
	int days_left;
	enum vendors_notice_state state;
} notices[] = {
	{ "2026-07-02", 62, NOTICE_DUE },     { "2026-11-01", 184, NOTICE_DUE },
	{ "2026-03-01", -61, NOTICE_MISSED }, { "2026-11-02", 185, NOTICE_DUE },
	{ "2026-09-01", 123, NOTICE_DUE },    { "2026-05-01", 0, NOTICE_TODAY },
	{ "2026-07-02", 62, NOTICE_DUE },
};

START_TEST(finds_days_of_notice)
{
	struct vendors_row rows[7];
	struct vendors_input input;
	struct vendors found;

	example(rows, &input);
	vendors_of(&input, &found);
	ck_assert_int_eq(found.notices[_i].by, date_parse(notices[_i].by));
	ck_assert_int_eq(found.notices[_i].days_left, notices[_i].days_left);
	ck_assert_int_eq(found.notices[_i].state, notices[_i].state);
	ck_assert(!found.notices[_i].by_end && !found.notices[_i].renewed);
	vendors_release(&found);
}
END_TEST

static const struct {
	enum vendors_kind kind;
	int vendor, category, side;
	int64_t money;
	const char *notice_by;
	size_t row_count, rows[4];
} expected[] = {
	{ CANDIDATE_ONE_CONTRACT, CLOUDROW, -1, -1, 250, "2026-09-01", 2, { 3, 4 } },
	{ CANDIDATE_ONE_CONTRACT, NORTHWIND, -1, -1, 180, "2026-07-02", 2, { 0, 1 } },
	{ CANDIDATE_CHOOSE, -1, ANALYTICS, -1, 150, "2026-05-01", 2, { 5, 6 } },
	{ CANDIDATE_DUPLICATE, -1, EMAIL, 0, 140, "2026-07-02", 2, { 0, 2 } },
};

START_TEST(finds_candidates)
{
	const struct vendors_candidate *candidate;
	struct vendors_row rows[7];
	struct vendors_input input;
	struct vendors found;

	example(rows, &input);
	vendors_of(&input, &found);
	ck_assert_uint_eq(found.candidate_count, COUNT_OF(expected));
	ck_assert_int_eq(found.addressable, 600);
	candidate = &found.candidates[_i];
	ck_assert_int_eq(candidate->kind, expected[_i].kind);
	ck_assert_int_eq(candidate->vendor, expected[_i].vendor);
	ck_assert_int_eq(candidate->category, expected[_i].category);
	ck_assert_int_eq(candidate->side, expected[_i].side);
	ck_assert_int_eq(candidate->money, expected[_i].money);
	ck_assert_int_eq(candidate->notice_by, date_parse(expected[_i].notice_by));
	ck_assert_uint_eq(candidate->row_count, expected[_i].row_count);
	for (size_t i = 0; i < candidate->row_count; i++)
		ck_assert_uint_eq(candidate->rows[i], expected[_i].rows[i]);
	vendors_release(&found);
}
END_TEST

static const struct {
	const char *first, *second;
	enum vendors_ends ends;
} apart[] = {
	{ "2026-01-01", "2026-05-01", ENDS_CLOSE }, /* 120 days */
	{ "2026-05-01", "2026-01-01", ENDS_CLOSE },
	{ "2026-01-01", "2026-05-02", ENDS_APART }, /* 121 days */
	{ "2026-01-01", "", ENDS_UNKNOWN },
	{ "", "2026-01-01", ENDS_UNKNOWN },
	{ "", "", ENDS_UNKNOWN },
};

START_TEST(compares_ends)
{
	struct vendors_row rows[] = {
		row_of(0, 0, 0, 10, apart[_i].first, 30),
		row_of(0, 1, 0, 10, apart[_i].second, 30),
	};
	struct vendors_input input = { rows, 2, 1, 1, date_parse("2025-12-01") };
	struct vendors found;

	vendors_of(&input, &found);
	ck_assert(found.vendors[0].shared);
	ck_assert_int_eq(found.vendors[0].ends, apart[_i].ends);
	/* One vendor for one category is never a choice either. */
	ck_assert_uint_eq(found.candidate_count, apart[_i].ends == ENDS_CLOSE);
	ck_assert_int_eq(found.addressable, apart[_i].ends == ENDS_CLOSE ? 20 : 0);
	vendors_release(&found);
}
END_TEST

START_TEST(takes_only_contracts_that_end_together)
{
	struct vendors_row rows[] = {
		row_of(0, 0, 0, 100, "2026-06-30", 30),
		row_of(0, 1, 0, 50, "2026-07-31", 30),
		row_of(0, 0, 1, 900, "2029-06-30", 30),
	};
	struct vendors_input input = { rows, 3, 1, 2, date_parse("2026-01-01") };
	struct vendors found;

	vendors_of(&input, &found);
	ck_assert_uint_eq(found.candidate_count, 2);
	/* The side has two contracts with it, of which one is out of reach. */
	ck_assert_int_eq(found.candidates[0].kind, CANDIDATE_DUPLICATE);
	ck_assert_int_eq(found.candidates[0].vendor, 0);
	ck_assert_int_eq(found.candidates[0].side, 0);
	ck_assert_int_eq(found.candidates[0].money, 1000);
	ck_assert_int_eq(found.candidates[1].kind, CANDIDATE_ONE_CONTRACT);
	ck_assert_int_eq(found.candidates[1].money, 150);
	ck_assert_int_eq(found.addressable, 1050);
	vendors_release(&found);
}
END_TEST

START_TEST(does_not_repeat_what_one_contract_takes_in)
{
	struct vendors_row rows[] = {
		row_of(0, 0, 0, 100, "2026-06-30", 30),
		row_of(0, 1, 0, 50, "2026-07-31", 30),
		row_of(0, 0, 0, 30, "2026-08-31", 30),
	};
	struct vendors_input input = { rows, 3, 1, 1, date_parse("2026-01-01") };
	struct vendors found;

	vendors_of(&input, &found);
	ck_assert_uint_eq(found.candidate_count, 1);
	ck_assert_int_eq(found.candidates[0].kind, CANDIDATE_ONE_CONTRACT);
	ck_assert_int_eq(found.candidates[0].money, 180);
	vendors_release(&found);
}
END_TEST

START_TEST(leaves_shared_vendors_out_of_a_choice)
{
	struct vendors_row rows[] = {
		row_of(0, 0, 0, 100, "", 0), row_of(0, 1, 0, 100, "", 0),
		row_of(1, 0, 0, 7, "", 0),   row_of(2, 1, 0, 5, "", 0),
		/* This one is shared too, but not for the same thing. */
		row_of(3, 0, 1, 40, "", 0),  row_of(3, 1, 2, 40, "", 0),
		row_of(4, 1, 1, 2, "", 0),
	};
	struct vendors_input input = { rows, 7, 5, 3, 0 };
	struct vendors found;

	vendors_of(&input, &found);
	ck_assert_uint_eq(found.candidate_count, 2);
	ck_assert_int_eq(found.candidates[0].kind, CANDIDATE_CHOOSE);
	ck_assert_int_eq(found.candidates[0].category, 1);
	ck_assert_int_eq(found.candidates[0].money, 42);
	ck_assert_int_eq(found.candidates[1].kind, CANDIDATE_CHOOSE);
	ck_assert_int_eq(found.candidates[1].category, 0);
	ck_assert_int_eq(found.candidates[1].money, 12);
	ck_assert_int_eq(found.candidates[1].notice_by, DAY_NONE);
	vendors_release(&found);
}
END_TEST

START_TEST(sorts_by_money_and_then_by_notice)
{
	struct vendors_row rows[] = {
		row_of(0, 0, 0, 10, "", 0),           row_of(1, 1, 0, 10, "", 0),
		row_of(2, 0, 1, 10, "2026-06-30", 0), row_of(3, 1, 1, 10, "2026-06-29", 0),
		row_of(4, 0, 2, 10, "2026-03-01", 0), row_of(5, 1, 2, 10, "2025-01-01", 0),
		row_of(6, 0, 3, 10, "2025-03-01", 0), row_of(7, 1, 3, 10, "2025-01-01", 0),
	};
	static const int order[] = { 2, 1, 0, 3 };
	struct vendors_input input = { rows, 8, 8, 4, date_parse("2026-01-01") };
	struct vendors found;

	vendors_of(&input, &found);
	ck_assert_uint_eq(found.candidate_count, 4);
	for (size_t i = 0; i < 4; i++)
		ck_assert_int_eq(found.candidates[i].category, order[i]);
	/* What is over is no date to act by. */
	ck_assert_int_eq(found.candidates[0].notice_by, date_parse("2026-03-01"));
	ck_assert_int_eq(found.candidates[3].notice_by, DAY_NONE);
	vendors_release(&found);
}
END_TEST

START_TEST(counts_what_is_not_known)
{
	struct vendors_row rows[] = {
		row_of(0, 0, VENDORS_NO_CATEGORY, VENDORS_NO_SPEND, "2026-06-30",
		       VENDORS_NO_NOTICE),
		row_of(0, 1, 0, VENDORS_NO_SPEND, "2026-06-30", 400),
		row_of(1, 0, VENDORS_NO_CATEGORY, 5, "", 30),
	};
	struct vendors_input input = { rows, 3, 3, 1, date_parse("2026-06-01") };
	struct vendors found;

	rows[1].auto_renew = true;
	vendors_of(&input, &found);
	ck_assert_int_eq(found.total, 5);
	ck_assert_uint_eq(found.unpriced, 2);
	ck_assert_uint_eq(found.uncategorised, 2);
	ck_assert_uint_eq(found.vendor_count, 2);
	ck_assert(!ratio_is_defined(found.vendors[0].balance));
	ck_assert_int_eq(found.categories[0].concentration.word, CONCENTRATION_NONE);
	ck_assert_int_eq(found.categories[0].fragmented, 0);
	/* Without a notice period the end is the last day there can be. */
	ck_assert(found.notices[0].by_end);
	ck_assert_int_eq(found.notices[0].days_left, 29);
	ck_assert(found.notices[1].renewed);
	ck_assert_int_eq(found.notices[1].state, NOTICE_MISSED);
	ck_assert_int_eq(found.notices[2].state, NOTICE_NONE);
	ck_assert_int_eq(found.notices[2].by, DAY_NONE);
	ck_assert_uint_eq(found.candidate_count, 1);
	ck_assert_uint_eq(found.candidates[0].unpriced, 2);
	ck_assert_int_eq(found.candidates[0].money, 0);
	vendors_release(&found);
}
END_TEST

START_TEST(takes_the_first_of_two_largest)
{
	struct vendors_row rows[] = {
		row_of(2, 0, 0, 5, "", 0), row_of(1, 1, 0, 5, "", 0), row_of(3, 1, 0, 4, "", 0),
	};
	struct vendors_input input = { rows, 3, 4, 1, 0 };
	struct vendors found;

	vendors_of(&input, &found);
	ck_assert_uint_eq(found.categories[0].largest, 1);
	ck_assert_int_eq(found.categories[0].fragmented, 9);
	vendors_release(&found);
}
END_TEST

START_TEST(stays_calm_with_nothing_and_with_too_much)
{
	struct vendors_input input = { NULL, 0, 0, 0, 0 };
	struct vendors_row rows[] = {
		{ 0, 0, 0, INT64_MAX, INT_MAX, 0, true },
		{ 0, 1, 0, INT64_MAX, INT_MIN + 1, INT_MAX, true },
	};
	struct vendors found;

	vendors_of(&input, &found);
	ck_assert_int_eq(found.total, 0);
	ck_assert_uint_eq(found.candidate_count, 0);
	ck_assert_int_eq(found.concentration.word, CONCENTRATION_NONE);
	vendors_release(&found);
	vendors_release(&found); /* once more does no harm */

	input = (struct vendors_input){ rows, 2, 1, 1, -1 };
	vendors_of(&input, &found);
	ck_assert_int_eq(found.total, 2 * VENDORS_MOST_SPEND);
	ck_assert_int_eq(found.vendors[0].ends, ENDS_APART);
	ck_assert_int_eq(found.notices[0].days_left, INT_MAX);
	ck_assert_int_eq(found.notices[1].state, NOTICE_MISSED);
	vendors_release(&found);
}
END_TEST

/* Whether candidates hold what they promise, whatever the rows are. */
static void check_candidate(const struct vendors_input *input,
			    const struct vendors_candidate *candidate)
{
	bool sides[2] = { false, false }, vendors = false;
	int64_t money = 0;

	ck_assert_uint_ge(candidate->row_count, 2);
	ck_assert((candidate->vendor < 0) != (candidate->category < 0));
	ck_assert_int_eq(candidate->side >= 0, candidate->kind == CANDIDATE_DUPLICATE);
	for (size_t i = 0; i < candidate->row_count; i++) {
		const struct vendors_row *row = &input->rows[candidate->rows[i]];

		money += row->spend;
		sides[row->side] = true;
		vendors = vendors || row->vendor != input->rows[candidate->rows[0]].vendor;
		if (candidate->vendor >= 0)
			ck_assert_uint_eq(row->vendor, (size_t)candidate->vendor);
		else
			ck_assert_int_eq(row->category, candidate->category);
	}
	ck_assert_int_eq(money, candidate->money);
	ck_assert_int_eq(vendors, candidate->vendor < 0);
	ck_assert_int_eq(sides[0] && sides[1], candidate->side < 0);
}

START_TEST(keeps_its_promises_by_chance)
{
	enum { ROWS = 12, NAMES = 5, KINDS = 3 };
	struct rng rng;

	rng_seed(&rng, 5);
	for (int round = 0; round < 5000; round++) {
		struct vendors_row rows[ROWS];
		struct vendors_input input = { rows, rng_below(&rng, ROWS + 1), NAMES, KINDS, 400 };
		struct vendors found;
		int64_t sum = 0, fragmented = 0;
		bool used[ROWS] = { false };

		for (size_t i = 0; i < input.row_count; i++)
			rows[i] = (struct vendors_row){
				.vendor = rng_below(&rng, NAMES),
				.side = (int)rng_below(&rng, 2),
				.category = (int)rng_below(&rng, KINDS + 1) - 1,
				.spend = rng_below(&rng, 9),
				.end = rng_below(&rng, 4) ? (int)rng_below(&rng, 800) : DAY_NONE,
				.notice = (int)rng_below(&rng, 100) - 1,
			};
		vendors_of(&input, &found);
		for (size_t i = 0; i < found.candidate_count; i++) {
			const struct vendors_candidate *candidate = &found.candidates[i];

			check_candidate(&input, candidate);
			if (i > 0)
				ck_assert_int_le(candidate->money, candidate[-1].money);
			for (size_t j = 0; j < candidate->row_count; j++)
				used[candidate->rows[j]] = true;
		}
		for (size_t i = 0; i < input.row_count; i++)
			sum += used[i] ? rows[i].spend : 0;
		ck_assert_int_eq(found.addressable, sum);
		for (size_t i = 0; i < KINDS; i++)
			fragmented += found.categories[i].fragmented;
		ck_assert_int_eq(found.fragmented, fragmented);
		vendors_release(&found);
	}
}
END_TEST

static const struct {
	int64_t spends[12];
	enum concentration_word word;
} spreads[] = {
	{ { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, CONCENTRATION_MODERATE }, /* exactly 1000 */
	{ { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, CONCENTRATION_LOW },
	{ { 3, 2, 2, 1, 1, 1 }, CONCENTRATION_HIGH },    /* exactly 2000 */
	{ { 3, 1, 1, 1, 1, 1, 1, 1 }, CONCENTRATION_MODERATE }, /* 1600 */
	{ { 2, 2, 2, 2, 1, 1 }, CONCENTRATION_MODERATE }, /* exactly 1800 */
	{ { 200000001, 200000000, 200000000, 200000000, 100000000, 100000000 },
	  CONCENTRATION_HIGH },
	{ { 200000000, 200000000, 200000000, 200000000, 100000001, 100000000 },
	  CONCENTRATION_MODERATE },
	{ { 100000000000000001, 100000000000000000, 100000000000000000, 100000000000000000,
	    100000000000000000, 100000000000000000, 100000000000000000, 100000000000000000,
	    100000000000000000, 99999999999999999 },
	  CONCENTRATION_MODERATE }, /* above 1000 by less than doubles tell */
	{ { 5 }, CONCENTRATION_HIGH },
	{ { 0 }, CONCENTRATION_NONE },
};

START_TEST(words_concentration_exactly)
{
	struct concentration found = concentration_of(spreads[_i].spends, 12);

	ck_assert_int_eq(found.word, spreads[_i].word);
}
END_TEST

START_TEST(saves_a_percentage)
{
	ck_assert_int_eq(vendors_saving(430, 10), 43);
	ck_assert_int_eq(vendors_saving(449, 10), 45);
	ck_assert_int_eq(vendors_saving(445, 10), 45);
	ck_assert_int_eq(vendors_saving(444, 10), 44);
	ck_assert_int_eq(vendors_saving(1, 0), 0);
	ck_assert_int_eq(vendors_saving(INT64_MAX, 100), INT64_MAX);
}
END_TEST

START_TEST(names_things)
{
	ck_assert_str_eq(vendors_kind_name(CANDIDATE_ONE_CONTRACT), "one-contract");
	ck_assert_str_eq(vendors_kind_name(CANDIDATE_CHOOSE), "choose");
	ck_assert_str_eq(vendors_kind_name(CANDIDATE_DUPLICATE), "duplicate");
	ck_assert_str_eq(vendors_notice_name(NOTICE_NONE), "");
	ck_assert_str_eq(vendors_notice_name(NOTICE_MISSED), "missed");
	ck_assert_str_eq(vendors_notice_name(NOTICE_TODAY), "today");
	ck_assert_str_eq(vendors_notice_name(NOTICE_DUE), "due");
	ck_assert_str_eq(concentration_word_name(CONCENTRATION_NONE), "");
	ck_assert_str_eq(concentration_word_name(CONCENTRATION_LOW), "low");
	ck_assert_str_eq(concentration_word_name(CONCENTRATION_MODERATE), "moderate");
	ck_assert_str_eq(concentration_word_name(CONCENTRATION_HIGH), "high");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/vendors");
	TCase *tcase = tcase_create("vendors");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, measures_the_portfolio);
	tcase_add_loop_test(tcase, measures_categories, 0, CATEGORIES);
	tcase_add_loop_test(tcase, finds_days_of_notice, 0, (int)COUNT_OF(notices));
	tcase_add_loop_test(tcase, finds_candidates, 0, (int)COUNT_OF(expected));
	tcase_add_loop_test(tcase, compares_ends, 0, (int)COUNT_OF(apart));
	tcase_add_test(tcase, takes_only_contracts_that_end_together);
	tcase_add_test(tcase, does_not_repeat_what_one_contract_takes_in);
	tcase_add_test(tcase, leaves_shared_vendors_out_of_a_choice);
	tcase_add_test(tcase, sorts_by_money_and_then_by_notice);
	tcase_add_test(tcase, counts_what_is_not_known);
	tcase_add_test(tcase, takes_the_first_of_two_largest);
	tcase_add_test(tcase, stays_calm_with_nothing_and_with_too_much);
	tcase_add_test(tcase, keeps_its_promises_by_chance);
	tcase_add_loop_test(tcase, words_concentration_exactly, 0, (int)COUNT_OF(spreads));
	tcase_add_test(tcase, saves_a_percentage);
	tcase_add_test(tcase, names_things);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
