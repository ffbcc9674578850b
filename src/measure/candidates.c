/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to talk about with suppliers. */
#include "measure/candidates.h"

#include "base/date.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { KINDS_OF_A_ROW = 4 }; /* contract, choice, duplicate vendor, duplicate in its category */

struct finder {
	const struct vendors_input *input;
	struct vendors *out;
	bool *marked;      /* rows of the candidate that is being looked for */
	bool *in_contract; /* rows that can become one contract */
	bool *used;        /* rows of any candidate */
	size_t used_rows;  /* of candidate_rows */
};

static bool in_category(const struct vendors_row *row, size_t category)
{
	return row->category >= 0 && (size_t)row->category == category;
}

static void unmark(struct finder *finder)
{
	memset(finder->marked, 0, finder->input->row_count * sizeof *finder->marked);
}

/* The marked rows become a candidate. */
static void add(struct finder *finder, enum vendors_kind kind, int vendor, int category, int side)
{
	struct vendors *out = finder->out;
	struct vendors_candidate found = {
		.kind = kind,
		.vendor = vendor,
		.category = category,
		.side = side,
		.notice_by = DAY_NONE,
		.rows = out->candidate_rows + finder->used_rows,
	};

	for (size_t i = 0; i < finder->input->row_count; i++) {
		const struct vendors_row *row = &finder->input->rows[i];
		const struct vendors_notice *notice = &out->notices[i];

		if (!finder->marked[i])
			continue;
		out->candidate_rows[finder->used_rows++] = i;
		found.row_count++;
		found.money += vendors_spend(row);
		found.unpriced += row->spend < 0;
		finder->used[i] = true;
		if ((notice->state == NOTICE_DUE || notice->state == NOTICE_TODAY) &&
		    (found.notice_by == DAY_NONE || notice->by < found.notice_by))
			found.notice_by = notice->by;
	}
	out->candidates[out->candidate_count++] = found;
}

static void find_contract(struct finder *finder, size_t vendor)
{
	const struct vendors_input *input = finder->input;
	struct vendors_vendor *figures = &finder->out->vendors[vendor];

	if (!figures->shared)
		return;
	figures->ends = ENDS_UNKNOWN;
	unmark(finder);
	for (size_t i = 0; i < input->row_count; i++) {
		const struct vendors_row *a = &input->rows[i];

		for (size_t j = 0; a->vendor == vendor && j < input->row_count; j++) {
			const struct vendors_row *b = &input->rows[j];

			if (b->vendor != vendor || b->side == a->side || a->end == DAY_NONE ||
			    b->end == DAY_NONE)
				continue;
			if (llabs((long long)a->end - b->end) <= VENDORS_DAYS_APART) {
				finder->marked[i] = finder->in_contract[i] = true;
				figures->ends = ENDS_CLOSE;
			} else if (figures->ends == ENDS_UNKNOWN) {
				figures->ends = ENDS_APART;
			}
		}
	}
	if (figures->ends == ENDS_CLOSE)
		add(finder, CANDIDATE_ONE_CONTRACT, (int)vendor, -1, -1);
}

/* Whether the row's vendor serves the row's category on the other side as well. */
static bool other_side_too(const struct vendors_input *input, const struct vendors_row *row)
{
	for (size_t i = 0; i < input->row_count; i++) {
		const struct vendors_row *other = &input->rows[i];

		if (other->vendor == row->vendor && other->category == row->category &&
		    other->side != row->side)
			return true;
	}
	return false;
}

static bool find_choice(struct finder *finder, size_t category)
{
	const struct vendors_input *input = finder->input;
	bool sides[2] = { false, false };

	unmark(finder);
	for (size_t i = 0; i < input->row_count; i++) {
		const struct vendors_row *row = &input->rows[i];

		if (in_category(row, category) && !other_side_too(input, row))
			finder->marked[i] = sides[row->side] = true;
	}
	if (!sides[0] || !sides[1])
		return false;
	add(finder, CANDIDATE_CHOOSE, -1, (int)category, -1);
	return true;
}

static void find_same_vendor(struct finder *finder, size_t vendor, int side)
{
	const struct vendors_input *input = finder->input;
	bool all_in_contract = true;

	if (finder->out->vendors[vendor].rows[side] < 2)
		return;
	unmark(finder);
	for (size_t i = 0; i < input->row_count; i++) {
		if (input->rows[i].vendor == vendor && input->rows[i].side == side) {
			finder->marked[i] = true;
			all_in_contract = all_in_contract && finder->in_contract[i];
		}
	}
	if (!all_in_contract)
		add(finder, CANDIDATE_DUPLICATE, (int)vendor, -1, side);
}

static void find_same_category(struct finder *finder, size_t category, int side)
{
	const struct vendors_input *input = finder->input;
	const struct vendors_row *first = NULL;
	bool different = false;

	unmark(finder);
	for (size_t i = 0; i < input->row_count; i++) {
		const struct vendors_row *row = &input->rows[i];

		if (!in_category(row, category) || row->side != side)
			continue;
		finder->marked[i] = true;
		first = first ? first : row;
		different = different || row->vendor != first->vendor;
	}
	if (different)
		add(finder, CANDIDATE_DUPLICATE, -1, (int)category, side);
}

/*
 * Most money first, then the earliest notice, those without one last; the rest only makes it
 * definite.
 */
static int compare(const void *left, const void *right)
{
	const struct vendors_candidate *a = left, *b = right;

	if (a->money != b->money)
		return a->money > b->money ? -1 : 1;
	if (a->notice_by != b->notice_by) {
		if (a->notice_by == DAY_NONE || b->notice_by == DAY_NONE)
			return a->notice_by == DAY_NONE ? 1 : -1;
		return a->notice_by < b->notice_by ? -1 : 1;
	}
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->vendor != b->vendor)
		return a->vendor < b->vendor ? -1 : 1;
	if (a->category != b->category)
		return a->category < b->category ? -1 : 1;
	return a->side - b->side;
}

void candidates_find(const struct vendors_input *input, struct vendors *out)
{
	size_t rows = input->row_count, most = 3 * (input->vendor_count + input->category_count);
	struct finder finder = { .input = input, .out = out };

	finder.marked = mem_zalloc(rows, sizeof *finder.marked);
	finder.in_contract = mem_zalloc(rows, sizeof *finder.in_contract);
	finder.used = mem_zalloc(rows, sizeof *finder.used);
	out->candidates = mem_zalloc(most, sizeof *out->candidates);
	out->candidate_rows = mem_zalloc(KINDS_OF_A_ROW * rows, sizeof *out->candidate_rows);

	for (size_t i = 0; i < input->vendor_count; i++) {
		find_contract(&finder, i);
		for (int side = 0; side < 2; side++)
			find_same_vendor(&finder, i, side);
	}
	for (size_t i = 0; i < input->category_count; i++) {
		if (find_choice(&finder, i))
			continue;
		for (int side = 0; side < 2; side++)
			find_same_category(&finder, i, side);
	}
	for (size_t i = 0; i < rows; i++) {
		if (finder.used[i])
			out->addressable += vendors_spend(&input->rows[i]);
	}
	qsort(out->candidates, out->candidate_count, sizeof *out->candidates, compare);
	free(finder.marked);
	free(finder.in_contract);
	free(finder.used);
}
