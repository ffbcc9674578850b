/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives that say the same are made alike. */
#include "model/archive.h"

#include <stdlib.h>
#include <string.h>

static int compare_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int compare_people(const void *left, const void *right)
{
	const struct person *a = left, *b = right;

	return compare_number(a->id, b->id);
}

/* People are in order. */
static bool has_person(const struct archive *archive, int id)
{
	struct person person = { .id = id };

	return archive->person_count > 0 &&
	       bsearch(&person, archive->people, archive->person_count, sizeof person, compare_people);
}

/* What the program does not see. */

static void drop_strangers(const struct archive *archive, struct archive_round *round)
{
	size_t count = 0;

	for (size_t i = 0; i < round->ballot_count; i++) {
		struct ballot *ballot = &round->ballots[i];

		if (ballot->person > 0 && !has_person(archive, ballot->person))
			archive_ballot_release(ballot);
		else
			round->ballots[count++] = *ballot;
	}
	round->ballot_count = count;
}

static bool is_level_of_stranger(const struct archive *archive, const struct cell *cell)
{
	return cell->column[0] == '@' && !has_person(archive, (int)strtol(cell->column + 1, NULL, 10));
}

static void drop_levels(const struct archive *archive, struct row *row)
{
	size_t count = 0;

	for (size_t i = 0; i < row->cell_count; i++) {
		struct cell *cell = &row->cells[i];

		if (is_level_of_stranger(archive, cell)) {
			free(cell->column);
			free(cell->value);
		} else {
			row->cells[count++] = *cell;
		}
	}
	row->cell_count = count;
}

static bool is_over(const struct archive_step *step, const struct archive_round *round)
{
	return round->number < step->round || step->state == STEP_REVEALED || step->state == STEP_SETTLED;
}

/* Rounds of which nothing is kept, or that are not begun (any more). */
static void drop_rounds(struct archive_step *step)
{
	size_t count = 0;

	for (size_t i = 0; i < step->round_count; i++) {
		struct archive_round *round = &step->rounds[i];

		if (round->number <= step->round &&
		    (round->ballot_count > 0 || round->voted_count > 0 || round->taken_back > 0))
			step->rounds[count++] = *round;
		else
			archive_round_release(round);
	}
	step->round_count = count;
}

static bool is_untouched(const struct archive_step *step)
{
	return step->state == STEP_WAITING && !step->own_entry && step->naming == NAMING_STEP && step->round == 1 &&
	       step->round_count == 0;
}

static void drop_untouched(struct archive *archive)
{
	size_t count = 0;

	for (size_t i = 0; i < archive->step_count; i++) {
		struct archive_step *step = &archive->steps[i];

		if (!is_untouched(step)) {
			archive->steps[count++] = *step;
			continue;
		}
		free(step->rounds);
		free(step->key);
	}
	archive->step_count = count;
}

/* Order. */

/* NULL comes first, as in SQL. */
static int compare_answer(const char *a, const char *b)
{
	if (!a || !b)
		return (a != NULL) - (b != NULL);
	return strcmp(a, b);
}

/* People, then sides and room, then those that are nobody's. */
static int rank_of(const struct ballot *ballot)
{
	return ballot->person > 0 ? 0 : ballot->person < 0 ? 1 : 2;
}

static int compare_ballots(const void *left, const void *right)
{
	const struct ballot *a = left, *b = right;
	int order = rank_of(a) - rank_of(b);

	if (order == 0)
		order = compare_number(abs(a->person), abs(b->person));
	if (order == 0)
		order = a->side - b->side;
	for (int which = 0; order == 0 && which < WHICH_COUNT; which++)
		order = compare_answer(a->answers[which], b->answers[which]);
	return order;
}

static int compare_voters(const void *left, const void *right)
{
	const struct voter *a = left, *b = right;

	return compare_number(a->person, b->person);
}

static int compare_rounds(const void *left, const void *right)
{
	const struct archive_round *a = left, *b = right;

	return compare_number(a->number, b->number);
}

static int compare_items(const void *left, const void *right)
{
	const struct item *a = left, *b = right;

	return compare_number(a->id, b->id);
}

static int compare_cells(const void *left, const void *right)
{
	const struct cell *a = left, *b = right;

	return strcmp(a->column, b->column);
}

static int compare_ratings(const void *left, const void *right)
{
	const struct rating *a = left, *b = right;
	int order = compare_number(a->row_a, b->row_a);

	if (order == 0)
		order = compare_number(a->row_b, b->row_b);
	return order == 0 ? a->side - b->side : order;
}

static int compare_merges(const void *left, const void *right)
{
	const struct merge *a = left, *b = right;
	int order = strcmp(a->a, b->a);

	return order == 0 ? strcmp(a->b, b->b) : order;
}

static int compare_sittings(const void *left, const void *right)
{
	const struct archive_sitting *a = left, *b = right;

	return strcmp(a->token, b->token);
}

static void sort(void *items, size_t count, size_t size, int (*compare)(const void *a, const void *b))
{
	if (count > 1)
		qsort(items, count, size, compare);
}

/*
 * Puts items, each of which begins with its step's key, into the order of the bank's steps; those of one step stay as they
 * are, and those of none come last.
 */
static void sort_by_step(const struct bank *bank, void *items, size_t count, size_t size, const char *(*key_of)(const void *))
{
	char *sorted = mem_zalloc(count + 1, size), *from = items;
	bool *taken = mem_zalloc(count + 1, sizeof *taken);
	size_t done = 0;

	for (size_t i = 0; i < bank->module_count; i++)
		for (size_t j = 0; j < bank->modules[i].step_count; j++)
			for (size_t k = 0; k < count; k++) {
				if (taken[k] || strcmp(key_of(from + k * size), bank->modules[i].steps[j].key) != 0)
					continue;
				memcpy(sorted + done++ * size, from + k * size, size);
				taken[k] = true;
			}
	for (size_t k = 0; k < count; k++)
		if (!taken[k])
			memcpy(sorted + done++ * size, from + k * size, size);
	if (count > 0)
		memcpy(items, sorted, count * size);
	free(sorted);
	free(taken);
}

static const char *step_key(const void *step)
{
	return ((const struct archive_step *)step)->key;
}

static const char *row_key(const void *row)
{
	return ((const struct row *)row)->step;
}

static const char *rating_key(const void *rating)
{
	return ((const struct rating *)rating)->step;
}

static const char *merge_key(const void *merge)
{
	return ((const struct merge *)merge)->step;
}

static void tidy_step(const struct archive *archive, struct archive_step *step)
{
	for (size_t i = 0; i < step->round_count; i++) {
		struct archive_round *round = &step->rounds[i];

		drop_strangers(archive, round);
		sort(round->ballots, round->ballot_count, sizeof *round->ballots, compare_ballots);
		sort(round->voted, round->voted_count, sizeof *round->voted, compare_voters);
		for (size_t j = 0; is_over(step, round) && j < round->voted_count; j++)
			round->voted[j].gave[OWN] = round->voted[j].gave[PREDICTION] = true;
	}
	drop_rounds(step);
	sort(step->rounds, step->round_count, sizeof *step->rounds, compare_rounds);
}

void archive_tidy(struct archive *archive, const struct bank *bank)
{
	sort(archive->people, archive->person_count, sizeof *archive->people, compare_people);
	for (size_t i = 0; i < archive->step_count; i++)
		tidy_step(archive, &archive->steps[i]);
	drop_untouched(archive);
	for (size_t i = 0; i < archive->row_count; i++) {
		drop_levels(archive, &archive->rows[i]);
		sort(archive->rows[i].cells, archive->rows[i].cell_count, sizeof *archive->rows[i].cells, compare_cells);
	}
	sort(archive->ratings, archive->rating_count, sizeof *archive->ratings, compare_ratings);
	sort(archive->merges, archive->merge_count, sizeof *archive->merges, compare_merges);
	sort(archive->items, archive->item_count, sizeof *archive->items, compare_items);
	sort(archive->sittings, archive->sitting_count, sizeof *archive->sittings, compare_sittings);
	sort_by_step(bank, archive->steps, archive->step_count, sizeof *archive->steps, step_key);
	sort_by_step(bank, archive->rows, archive->row_count, sizeof *archive->rows, row_key);
	sort_by_step(bank, archive->ratings, archive->rating_count, sizeof *archive->ratings, rating_key);
	sort_by_step(bank, archive->merges, archive->merge_count, sizeof *archive->merges, merge_key);
}
