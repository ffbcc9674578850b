/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures that help and hurt each other, and measures to share. */
#include "base/date.h"
#include "base/mem.h"
#include "base/random.h"
#include "measure/metrics.h"
#include "measure/shared.h"
#include "run.h"

#include <stdlib.h>

#define NONE METRICS_NO_RATING

enum { UPTIME, BANDWIDTH, COST_DOWN, ON_PLAN, ROWS };
enum { REVENUE, MARGIN, TRAFFIC, BASKET, LIFT, COLUMNS };

static const int row_weights[ROWS] = { 3, 1, 3, 2 };
static const int column_weights[COLUMNS] = { 3, 2, 2, 1, 2 };

static const int ratings[ROWS * COLUMNS] = {
	1,  0, 1,  1, -1, /* uptime */
	0,  0, -1, 0, -1, /* bandwidth */
	-1, 1, -1, 0, -1, /* cost down */
	0,  0, 0,  0, -1, /* on plan */
};

static void example(struct metrics_cell cells[ROWS * COLUMNS], struct metrics_input *input)
{
	for (size_t i = 0; i < ROWS * COLUMNS; i++)
		cells[i] = (struct metrics_cell){ { ratings[i], ratings[i] }, NONE };
	*input = (struct metrics_input){ row_weights, column_weights, ROWS, COLUMNS, cells };
}

START_TEST(measures_the_matrix)
{
	static const int rows[ROWS] = { 2, -2, -2, -1 };
	static const int columns[COLUMNS] = { 0, 1, -1, 1, -4 };
	struct metrics_cell cells[ROWS * COLUMNS];
	struct metrics_input input;
	struct metrics found;

	example(cells, &input);
	metrics_of(&input, &found);
	ck_assert_int_eq(found.total, 90);
	ck_assert_int_eq(found.conflict, 35);
	ck_assert_int_eq(found.support, 24);
	ck_assert_int_eq(ratio_compare_to(metrics_conflict(&found), 35, 90), 0);
	ck_assert_int_eq(ratio_permille(metrics_conflict(&found)), 389);
	ck_assert_int_eq(ratio_permille(metrics_support(&found)), 267);
	for (size_t i = 0; i < ROWS; i++)
		ck_assert_int_eq(found.rows[i].sum, rows[i]);
	for (size_t i = 0; i < COLUMNS; i++)
		ck_assert_int_eq(found.columns[i].sum, columns[i]);
	ck_assert_int_eq(found.worst_weight, 9);
	for (size_t i = 0; i < ROWS * COLUMNS; i++)
		ck_assert_int_eq(found.cells[i].worst, i == COST_DOWN * COLUMNS + REVENUE);
	ck_assert_int_eq(found.worst_column, LIFT);
	/* Two rows have -2; the one with the heavier conflicts is worse. */
	ck_assert_int_eq(found.worst_row, COST_DOWN);
	ck_assert_int_eq(found.columns[LIFT].conflicts, 4);
	ck_assert_uint_eq(found.unrated, 0);
	ck_assert_uint_eq(found.discuss, 0);
	metrics_release(&found);
}
END_TEST

static const struct {
	struct metrics_cell cell;
	enum metrics_state state;
	int value;
} states[] = {
	{ { { 1, 1 }, NONE }, CELL_RATED, 1 },
	{ { { -1, -1 }, NONE }, CELL_RATED, -1 },
	{ { { 0, 1 }, NONE }, CELL_RATED, 0 },
	{ { { 1, 0 }, NONE }, CELL_RATED, 0 },
	{ { { 0, -1 }, NONE }, CELL_RATED, -1 },
	{ { { 1, -1 }, NONE }, CELL_DISCUSS, 0 },
	{ { { -1, 1 }, NONE }, CELL_DISCUSS, 0 },
	{ { { -1, 1 }, 1 }, CELL_RATED, 1 },
	{ { { 1, 1 }, -1 }, CELL_RATED, -1 },
	{ { { 1, NONE }, NONE }, CELL_UNRATED, 0 },
	{ { { NONE, -1 }, NONE }, CELL_UNRATED, 0 },
	{ { { NONE, NONE }, NONE }, CELL_UNRATED, 0 },
	{ { { NONE, NONE }, 0 }, CELL_RATED, 0 },
};

START_TEST(finds_the_state_of_a_cell)
{
	static const int three = 3, two = 2;
	struct metrics_input input = { &three, &two, 1, 1, &states[_i].cell };
	struct metrics found;

	metrics_of(&input, &found);
	ck_assert_int_eq(found.cells[0].state, states[_i].state);
	ck_assert_int_eq(found.cells[0].value, states[_i].value);
	ck_assert_int_eq(found.cells[0].worst, states[_i].value < 0);
	ck_assert_int_eq(found.total, 6);
	ck_assert_int_eq(found.conflict, states[_i].value < 0 ? 6 : 0);
	ck_assert_int_eq(found.support, states[_i].value > 0 ? 6 : 0);
	ck_assert_uint_eq(found.discuss, states[_i].state == CELL_DISCUSS);
	ck_assert_int_eq(found.disputed, states[_i].state == CELL_DISCUSS ? 6 : 0);
	ck_assert_uint_eq(found.unrated, states[_i].state == CELL_UNRATED);
	ck_assert_int_eq(found.rows[0].discuss, states[_i].state == CELL_DISCUSS);
	ck_assert_int_eq(found.worst_row, states[_i].value < 0 ? 0 : -1);
	metrics_release(&found);
}
END_TEST

START_TEST(knows_when_there_is_nothing_to_say)
{
	struct metrics_input input = { row_weights, NULL, ROWS, 0, NULL };
	struct metrics found;

	metrics_of(&input, &found);
	ck_assert(!ratio_is_defined(metrics_conflict(&found)));
	ck_assert(!ratio_is_defined(metrics_support(&found)));
	ck_assert_int_eq(found.worst_row, -1);
	ck_assert_int_eq(found.worst_column, -1);
	metrics_release(&found);
	metrics_release(&found);
}
END_TEST

START_TEST(marks_all_of_the_worst_cells)
{
	static const int weights[] = { 0, 9 }; /* brought to 1 and 3 */
	struct metrics_cell cells[4] = {
		{ { -1, -1 }, NONE }, { { -1, 0 }, NONE }, { { 0, 0 }, -1 }, { { 1, 1 }, NONE },
	};
	struct metrics_input input = { weights, weights, 2, 2, cells };
	struct metrics found;

	metrics_of(&input, &found);
	ck_assert_int_eq(found.total, 16);
	ck_assert_int_eq(found.worst_weight, 3);
	ck_assert(!found.cells[0].worst && found.cells[1].worst && found.cells[2].worst);
	ck_assert(!found.cells[3].worst);
	metrics_release(&found);
}
END_TEST

START_TEST(takes_the_heavier_of_two_lines)
{
	static const int light[] = { 1, 3, 2 }, one = 1;
	struct metrics_cell cells[3] = { { { 0, 0 }, -1 }, { { 0, 0 }, -1 }, { { 0, 0 }, -1 } };
	struct metrics_input input = { light, &one, 3, 1, cells };
	struct metrics found;

	metrics_of(&input, &found);
	ck_assert_int_eq(found.worst_row, 1);
	ck_assert_int_eq(found.worst_column, 0);
	metrics_release(&found);
}
END_TEST

static const struct {
	int counts[3], rating;
} medians[] = {
	{ { 0, 0, 0 }, NONE }, { { 1, 0, 0 }, -1 }, { { 0, 1, 0 }, 0 }, { { 0, 0, 1 }, 1 },
	{ { 1, 0, 1 }, -1 },   { { 0, 1, 1 }, 0 },  { { 1, 1, 1 }, 0 }, { { 1, 0, 2 }, 1 },
	{ { 2, 0, 1 }, -1 },   { { 1, 1, 2 }, 0 },  { { 1, 0, 3 }, 1 }, { { 2, 1, 3 }, 0 },
};

START_TEST(finds_the_rating_of_a_side)
{
	ck_assert_int_eq(metrics_side_rating(medians[_i].counts), medians[_i].rating);
}
END_TEST

START_TEST(adds_up_by_chance)
{
	struct rng rng;

	rng_seed(&rng, 7);
	for (int round = 0; round < 5000; round++) {
		struct metrics_cell cells[ROWS * COLUMNS];
		struct metrics_input input;
		struct metrics found;
		int conflict = 0, support = 0, rows = 0, columns = 0, values = 0;

		example(cells, &input);
		for (size_t i = 0; i < ROWS * COLUMNS; i++) {
			cells[i].rating[0] = (int)rng_below(&rng, 3) - 1;
			cells[i].rating[1] = (int)rng_below(&rng, 3) - 1;
			if (rng_below(&rng, 4) == 0)
				cells[i].rating[rng_below(&rng, 2)] = NONE;
		}
		metrics_of(&input, &found);
		for (size_t i = 0; i < ROWS * COLUMNS; i++) {
			int a = cells[i].rating[0], b = cells[i].rating[1];
			int weight = row_weights[i / COLUMNS] * column_weights[i % COLUMNS];
			bool hurts = a != NONE && b != NONE && a + b < 0;
			bool helps = a == 1 && b == 1;

			conflict += hurts ? weight : 0;
			support += helps ? weight : 0;
			values += helps - hurts;
		}
		for (size_t i = 0; i < ROWS; i++)
			rows += found.rows[i].sum;
		for (size_t i = 0; i < COLUMNS; i++)
			columns += found.columns[i].sum;
		ck_assert_int_eq(found.total, 90);
		ck_assert_int_eq(found.conflict, conflict);
		ck_assert_int_eq(found.support, support);
		ck_assert_int_eq(rows, values);
		ck_assert_int_eq(columns, values);
		metrics_release(&found);
	}
}
END_TEST

static const struct {
	struct shared_candidate candidate;
	bool eligible;
} candidates[] = {
	{ { { 1, 1 }, 0 }, true },  { { { 2, 2 }, 0 }, true },  { { { 0, 2 }, 0 }, false },
	{ { { 2, 0 }, 0 }, false }, { { { 2, 2 }, 1 }, false }, { { { 0, 0 }, 0 }, false },
};

START_TEST(finds_measures_to_share)
{
	ck_assert_int_eq(shared_is_eligible(&candidates[_i].candidate), candidates[_i].eligible);
}
END_TEST

START_TEST(ranks_measures_to_share)
{
	static const struct shared_candidate list[] = {
		{ { 1, 1 }, 0 }, { { 2, 1 }, 0 }, { { 2, 2 }, 3 }, { { 2, 2 }, 0 },
		{ { 1, 2 }, 0 }, { { 0, 2 }, 0 }, { { 1, 1 }, 0 }, { { 2, 2 }, 0 },
	};
	static const size_t expected[] = { 3, 7, 1, 4, 0, 6 };
	size_t order[COUNT_OF(list)];

	ck_assert_uint_eq(shared_rank(list, COUNT_OF(list), order), COUNT_OF(expected));
	for (size_t i = 0; i < COUNT_OF(expected); i++)
		ck_assert_uint_eq(order[i], expected[i]);
	ck_assert_uint_eq(shared_rank(list, 0, order), 0);
}
END_TEST

START_TEST(counts_parts)
{
	bool parts[PART_COUNT] = { false };

	ck_assert_int_eq(PART_COUNT, 8);
	for (int i = 0; i < PART_COUNT; i++) {
		ck_assert_int_eq(shared_parts(parts), i);
		ck_assert_str_ne(shared_part_name((enum shared_part)i), "");
		parts[i] = true;
	}
	ck_assert_int_eq(shared_parts(parts), PART_COUNT);
}
END_TEST

static const struct {
	int review, today;
	bool is_near;
} reviews[] = {
	{ 1090, 1000, true }, { 1091, 1000, false },	{ 1000, 1000, true },
	{ 999, 1000, false }, { DAY_NONE, 1000, false }, { INT_MAX, -5, false },
};

START_TEST(looks_ninety_days_ahead)
{
	ck_assert_int_eq(shared_review_is_near(reviews[_i].review, reviews[_i].today),
			 reviews[_i].is_near);
}
END_TEST

START_TEST(names_states)
{
	ck_assert_str_eq(metrics_state_name(CELL_UNRATED), "unrated");
	ck_assert_str_eq(metrics_state_name(CELL_DISCUSS), "discuss-first");
	ck_assert_str_eq(metrics_state_name(CELL_RATED), "rated");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/metrics");
	TCase *tcase = tcase_create("metrics");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, measures_the_matrix);
	tcase_add_loop_test(tcase, finds_the_state_of_a_cell, 0, (int)COUNT_OF(states));
	tcase_add_test(tcase, knows_when_there_is_nothing_to_say);
	tcase_add_test(tcase, marks_all_of_the_worst_cells);
	tcase_add_test(tcase, takes_the_heavier_of_two_lines);
	tcase_add_loop_test(tcase, finds_the_rating_of_a_side, 0, (int)COUNT_OF(medians));
	tcase_add_test(tcase, adds_up_by_chance);
	tcase_add_loop_test(tcase, finds_measures_to_share, 0, (int)COUNT_OF(candidates));
	tcase_add_test(tcase, ranks_measures_to_share);
	tcase_add_test(tcase, counts_parts);
	tcase_add_loop_test(tcase, looks_ninety_days_ahead, 0, (int)COUNT_OF(reviews));
	tcase_add_test(tcase, names_states);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
