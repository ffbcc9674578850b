/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what an archive says fits together, and with its bank. */
#include "report/archive-shape.h"

#include "base/date.h"
#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

#define SESSION_ID_BYTES 8

struct check {
	struct reading reading; /* for the path, and to complain */
	const struct archive *archive;
	const struct bank *bank;
};

/* Complains of a member of the value at hand. */
#define COMPLAIN(check, member, ...) \
	do { \
		size_t complain_before = reading_enter(&(check)->reading, member); \
		reading_complain(&(check)->reading, __VA_ARGS__); \
		reading_leave(&(check)->reading, complain_before); \
	} while (0)

/* Going through lists: where the path stands before, and the element's place in it. */
#define EACH(check, list, count, i) \
	for (size_t i = 0, each_list = reading_enter(&(check)->reading, list), \
		    each_at = reading_enter_at(&(check)->reading, 0); \
		i < (count) || (reading_leave(&(check)->reading, each_list), false); \
		i++, reading_leave(&(check)->reading, each_at), each_at = reading_enter_at(&(check)->reading, i))

static bool is_session_id(const char *id)
{
	return strlen(id) == SESSION_ID_BYTES && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789") == SESSION_ID_BYTES;
}

static const struct step *check_step(struct check *check, const char *key)
{
	const struct step *step = bank_step(check->bank, key, NULL);

	if (!step)
		COMPLAIN(check, "step", _("the bank has no step '%s'"), key);
	return step;
}

/* Numbers that were seen before, for a list in which each stands once. */
struct seen {
	int *numbers;
	size_t count, capacity;
};

static int compare_ints(const void *a, const void *b)
{
	int left = *(const int *)a, right = *(const int *)b;

	return (left > right) - (left < right);
}

static void see(struct seen *seen, int number)
{
	seen->numbers = mem_grow(seen->numbers, &seen->capacity, seen->count, sizeof *seen->numbers);
	seen->numbers[seen->count++] = number;
}

static void seen_sort(struct seen *seen)
{
	if (seen->count > 1)
		qsort(seen->numbers, seen->count, sizeof *seen->numbers, compare_ints);
}

static bool seen_has(const struct seen *seen, int number)
{
	return seen->count > 0 && bsearch(&number, seen->numbers, seen->count, sizeof *seen->numbers, compare_ints);
}

/* Complains of numbers of a list that stand there twice; they are sorted after. */
static void check_unique(struct check *check, const char *list, struct seen *seen)
{
	seen_sort(seen);
	for (size_t i = 1; i < seen->count; i++)
		if (seen->numbers[i] == seen->numbers[i - 1])
			COMPLAIN(check, list, _("number %d stands there twice"), seen->numbers[i]);
}

/* The head. */

static void check_ids(struct check *check)
{
	const struct archive *archive = check->archive;
	size_t before = reading_enter(&check->reading, "session");

	if (!is_session_id(archive->id))
		COMPLAIN(check, "id", _("must be %d small letters and digits"), SESSION_ID_BYTES);
	if (archive->follows[0] && !is_session_id(archive->follows))
		COMPLAIN(check, "follows", _("must be %d small letters and digits"), SESSION_ID_BYTES);
	else if (strcmp(archive->follows, archive->id) == 0)
		COMPLAIN(check, "follows", _("a session cannot follow itself"));
	if (archive->place[0] && !bank_step(check->bank, archive->place, NULL))
		COMPLAIN(check, "place", _("the bank has no step '%s'"), archive->place);
	if (archive->agenda[0] && !bank_agenda(check->bank, archive->agenda))
		COMPLAIN(check, "agenda", _("the bank has no agenda '%s'"), archive->agenda);
	reading_leave(&check->reading, before);
}

static void check_modules(struct check *check)
{
	const struct archive *archive = check->archive;

	EACH(check, "modules", archive->module_count, i) {
		const char *id = archive->modules[i].id;

		if (!bank_module(check->bank, id))
			COMPLAIN(check, "id", _("the bank has no module '%s'"), id);
		for (size_t j = 0; j < i && j < check->bank->module_count; j++)
			if (strcmp(archive->modules[j].id, id) == 0)
				COMPLAIN(check, "id", _("module '%s' stands there twice"), id);
	}
}

/* Steps and their answers. */

static void check_answerer(struct check *check, const struct step *step, const struct ballot *ballot,
	const struct seen *people)
{
	bool whole_side = ballot->person < 0 && ballot->person != ANSWERER_ROOM;

	if (ballot->person > 0 && !seen_has(people, ballot->person))
		COMPLAIN(check, "person", _("there is no person %d"), ballot->person);
	if (step->by == BY_PERSON && ballot->person < 0)
		COMPLAIN(check, "by", _("each person answers this step: must be \"person\" or \"nobody\""));
	if (step->by == BY_SIDE && !whole_side)
		COMPLAIN(check, "by", _("each side answers this step: must be \"side\""));
	if (step->by == BY_ROOM && ballot->person != ANSWERER_ROOM)
		COMPLAIN(check, "by", _("the room answers this step: must be \"room\""));
	if (!ballot->answers[OWN] && !ballot->answers[PREDICTION])
		COMPLAIN(check, "own", _("there is neither an answer nor a guess: take it out"));
	if (ballot->answers[PREDICTION] && !step->predict)
		COMPLAIN(check, "guess", _("this step asks for no guess"));
}

static void check_answers(struct check *check, const struct step *step, const struct archive_round *round,
	const struct seen *people)
{
	struct seen named = { 0 }, voted = { 0 };

	EACH(check, "answers", round->ballot_count, i) {
		check_answerer(check, step, &round->ballots[i], people);
		if (round->ballots[i].person != 0)
			see(&named, round->ballots[i].person);
	}
	EACH(check, "answered", round->voted_count, i) {
		see(&voted, round->voted[i].person);
		if (step->by != BY_PERSON)
			COMPLAIN(check, "person", _("this step is not answered by people"));
	}
	check_unique(check, "answers", &named);
	check_unique(check, "answered", &voted);
	free(named.numbers);
	free(voted.numbers);
}

static void check_rounds(struct check *check, const struct step *step, const struct archive_step *kept,
	const struct seen *people)
{
	struct seen rounds = { 0 };

	EACH(check, "rounds", kept->round_count, i) {
		const struct archive_round *round = &kept->rounds[i];

		see(&rounds, round->number);
		if (round->number > kept->round)
			COMPLAIN(check, "round", _("the step is in round %d only"), kept->round);
		check_answers(check, step, round, people);
	}
	check_unique(check, "rounds", &rounds);
	free(rounds.numbers);
}

static void check_steps(struct check *check, const struct seen *people)
{
	const struct archive *archive = check->archive;

	EACH(check, "steps", archive->step_count, i) {
		const struct archive_step *kept = &archive->steps[i];
		const struct step *step = check_step(check, kept->key);

		for (size_t j = 0; step && j < i; j++)
			if (strcmp(archive->steps[j].key, kept->key) == 0)
				COMPLAIN(check, "step", _("step '%s' stands there twice"), kept->key);
		if (step)
			check_rounds(check, step, kept, people);
	}
}

/* Registers. */

static void check_cell(struct check *check, const struct step *step, const char *column, const struct seen *people)
{
	char *end;
	long person;

	if (column[0] != '@') {
		if (!step_column(step, column))
			COMPLAIN(check, column, _("step '%s' has no such column"), step->key);
		return;
	}
	person = strtol(column + 1, &end, 10);
	if (column[1] < '1' || column[1] > '9' || *end || person > ARCHIVE_ID_LIMIT)
		COMPLAIN(check, "cells", _("a column for somebody is '@' and the number of that person"));
	else if (!seen_has(people, (int)person))
		COMPLAIN(check, "cells", _("there is no person %d"), (int)person);
}

static void check_rows(struct check *check, const struct seen *people, struct seen *rows)
{
	const struct archive *archive = check->archive;

	EACH(check, "rows", archive->row_count, i) {
		const struct row *row = &archive->rows[i];
		const struct step *step = check_step(check, row->step);

		see(rows, row->id);
		for (size_t j = 0; step && j < row->cell_count; j++)
			check_cell(check, step, row->cells[j].column, people);
	}
	check_unique(check, "rows", rows);
}

static int compare_rating_pointers(const void *left, const void *right)
{
	const struct rating *a = *(const struct rating *const *)left, *b = *(const struct rating *const *)right;
	int order = strcmp(a->step, b->step);

	if (order == 0)
		order = (a->row_a > b->row_a) - (a->row_a < b->row_a);
	if (order == 0)
		order = (a->row_b > b->row_b) - (a->row_b < b->row_b);
	return order == 0 ? a->side - b->side : order;
}

static void check_rating_twice(struct check *check)
{
	const struct archive *archive = check->archive;
	const struct rating **sorted = mem_zalloc(archive->rating_count + 1, sizeof *sorted);

	for (size_t i = 0; i < archive->rating_count; i++)
		sorted[i] = &archive->ratings[i];
	qsort(sorted, archive->rating_count, sizeof *sorted, compare_rating_pointers);
	for (size_t i = 1; i < archive->rating_count; i++)
		if (compare_rating_pointers(&sorted[i - 1], &sorted[i]) == 0)
			COMPLAIN(check, "ratings", _("rows %d and %d of '%s' are rated twice by the same side"), sorted[i]->row_a,
				sorted[i]->row_b, sorted[i]->step);
	free(sorted);
}

static void check_ratings(struct check *check, const struct seen *rows)
{
	const struct archive *archive = check->archive;

	EACH(check, "ratings", archive->rating_count, i) {
		const struct rating *rating = &archive->ratings[i];

		check_step(check, rating->step);
		if (!seen_has(rows, rating->row_a))
			COMPLAIN(check, "row_a", _("there is no row %d"), rating->row_a);
		if (!seen_has(rows, rating->row_b))
			COMPLAIN(check, "row_b", _("there is no row %d"), rating->row_b);
	}
	check_rating_twice(check);
}

static int compare_merge_pointers(const void *left, const void *right)
{
	const struct merge *a = *(const struct merge *const *)left, *b = *(const struct merge *const *)right;
	int order = strcmp(a->step, b->step);

	if (order == 0)
		order = strcmp(a->a, b->a);
	return order == 0 ? strcmp(a->b, b->b) : order;
}

static void check_names(struct check *check)
{
	const struct archive *archive = check->archive;
	const struct merge **sorted = mem_zalloc(archive->merge_count + 1, sizeof *sorted);

	EACH(check, "names", archive->merge_count, i) {
		const struct merge *merge = &archive->merges[i];

		sorted[i] = merge;
		check_step(check, merge->step);
		if (strcmp(merge->a, merge->b) >= 0)
			COMPLAIN(check, "b", _("the two names must differ, the first of them by its bytes in 'a'"));
	}
	qsort(sorted, archive->merge_count, sizeof *sorted, compare_merge_pointers);
	for (size_t i = 1; i < archive->merge_count; i++)
		if (compare_merge_pointers(&sorted[i - 1], &sorted[i]) == 0)
			COMPLAIN(check, "names", _("'%s' and '%s' stand there twice"), sorted[i]->a, sorted[i]->b);
	free(sorted);
}

static void check_items(struct check *check)
{
	const struct archive *archive = check->archive;
	struct seen items = { 0 };

	EACH(check, "items", archive->item_count, i) {
		const struct item *item = &archive->items[i];

		see(&items, item->id);
		if (item->step[0])
			check_step(check, item->step);
		if (item->done && item->dropped[0])
			COMPLAIN(check, "dropped", _("what is done is not dropped: it can be one of them only"));
		if (item->carried_session[0] && !is_session_id(item->carried_session))
			COMPLAIN(check, "carried.session", _("must be %d small letters and digits"), SESSION_ID_BYTES);
	}
	check_unique(check, "items", &items);
	free(items.numbers);
}

static void check_sittings(struct check *check)
{
	const struct archive *archive = check->archive;

	EACH(check, "sittings", archive->sitting_count, i)
		for (size_t j = 0; j < i; j++)
			if (strcmp(archive->sittings[i].token, archive->sittings[j].token) == 0)
				COMPLAIN(check, "run", _("'%s' stands there twice"), archive->sittings[i].token);
}

/* A file may name the sides in another order than its bank. */
static void check_sides(struct check *check, char *const sides[SIDES])
{
	for (int side = 0; side < SIDES; side++)
		if (sides[side] && strcmp(sides[side], check->bank->sides[side].id) != 0)
			COMPLAIN(check, "sides", _("side %d is '%s', but the bank has '%s' there"), side + 1, sides[side],
				check->bank->sides[side].id);
}

bool archive_check(const char *file, const struct archive *archive, const struct bank *bank, struct diags *diags)
{
	struct check check = { .reading = { .file = file, .diags = diags }, .archive = archive, .bank = bank };
	struct seen people = { 0 }, rows = { 0 };
	size_t before = diags->count;

	str_init(&check.reading.path);
	check_sides(&check, archive->sides);
	check_ids(&check);
	for (size_t i = 0; i < archive->person_count; i++)
		see(&people, archive->people[i].id);
	check_unique(&check, "people", &people);
	check_modules(&check);
	check_steps(&check, &people);
	check_rows(&check, &people, &rows);
	check_ratings(&check, &rows);
	check_names(&check);
	check_items(&check);
	check_sittings(&check);
	str_release(&check.reading.path);
	free(people.numbers);
	free(rows.numbers);
	return diags->count == before;
}
