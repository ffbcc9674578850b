/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of answers, typed by a side at a stretch. Nothing shows but how far a row has come. */
#include "instrument/rollcall.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/sealed.h"

#include <limits.h>
#include <string.h>

/* Places of cells (ANSWERER_CELL): from here on, as others may have answered in between; and of those not here. */
#define CELLS_FROM 1000
#define CELLS_ABSENT 3000

int sealed_rows(const struct step *step)
{
	return step->predict ? SIDES * WHICH_COUNT : SIDES;
}

void sealed_row_init(struct sealed_row *row, const struct stage *stage, int number)
{
	const struct progress *progress = stage->progress;
	int count = 0;

	*row = (struct sealed_row){ .side = progress->step->predict ? number / 2 : number,
				    .which = progress->step->predict && number % 2 ? PREDICTION : OWN };
	answerers_init(&row->answerers, stage->session, progress->step);
	for (int i = 0; i < row->answerers.count; i++)
		if (row->answerers.items[i].side == row->side && !row->answerers.items[i].away)
			row->answerers.items[count++] = row->answerers.items[i];
	row->answerers.count = count;
	if (!progress->anonymous) {
		row->count = count;
		for (int i = 0; i < count; i++)
			row->filled += sealed_is_filled(row, progress, i);
		return;
	}
	for (int which = 0; which < (progress->step->predict ? 2 : 1); which++) {
		int expected = session_expected(stage->session, progress, row->side, (enum which)which);

		row->count = expected > row->count ? expected : row->count;
	}
	row->filled = progress_answers(progress, row->side, row->which);
	for (size_t i = 0; i < progress->ballot_count; i++) {
		const struct ballot *ballot = &progress->ballots[i];

		row->absent += ballot->side == row->side && ballot->answers[row->which] &&
			       strcmp(ballot->answers[row->which], ANSWER_NOT_HERE) == 0;
	}
}

void sealed_row_release(struct sealed_row *row)
{
	answerers_release(&row->answerers);
}

bool sealed_is_filled(const struct sealed_row *row, const struct progress *progress, int cell)
{
	if (progress->anonymous)
		return cell < row->filled - row->absent || cell >= row->count - row->absent;
	return answerer_is_away(progress, &row->answerers.items[cell]) ||
	       answerer_has(progress, &row->answerers.items[cell], row->which);
}

bool sealed_is_absent(const struct sealed_row *row, const struct progress *progress, int cell)
{
	return progress->anonymous ? cell >= row->count - row->absent
				   : answerer_is_away(progress, &row->answerers.items[cell]);
}

/* The first cell from one on, going round, that is to be filled; -1 for none. */
static int next_open(const struct sealed_row *row, const struct progress *progress, int from)
{
	for (int i = 0; i < row->count; i++)
		if (!sealed_is_filled(row, progress, (from + i) % row->count))
			return (from + i) % row->count;
	return -1;
}

/*
 * The place of a row's next answer that nobody is known to have given. Own answers and guesses have the same places, as
 * what people answered for themselves, and who was not here, counts in neither.
 */
static int next_place(const struct stage *stage, const struct sealed_row *row)
{
	int place = CELLS_FROM + row->filled - row->absent;

	for (size_t i = 0; i < stage->progress->voted_count; i++) {
		const struct voter *voter = &stage->progress->voted[i];
		const struct person *person = session_person(stage->session, voter->person);

		place -= person && person->side == row->side && voter->gave[row->which];
	}
	return place;
}

/* Slips of paper have both answers, so each is typed as a whole. */
static bool goes_by_pairs(const struct stage *stage)
{
	return stage->progress->step->predict && way_of(stage->progress) == ENTRY_PAPER;
}

static void go_to_row(struct stage *stage, int number)
{
	struct sealed_row row;

	stage->left = 0;
	stage->row = number;
	sealed_row_init(&row, stage, number);
	stage->column = next_open(&row, stage->progress, 0);
	if (stage->column < 0)
		stage->column = row.count > 0 ? row.count - 1 : 0;
	sealed_row_release(&row);
}

/* How much of a row is missing. */
static int missing_in(const struct stage *stage, int number)
{
	struct sealed_row row;
	int missing;

	sealed_row_init(&row, stage, number);
	missing = row.count - row.filled;
	sealed_row_release(&row);
	return missing;
}

/* A row is full: to the next one that is not, those above last. */
static void next_row(struct stage *stage)
{
	int rows = sealed_rows(stage->progress->step);

	for (int i = 1; i < rows; i++) {
		int next = (stage->row + i) % rows;

		if (missing_in(stage, next) <= 0)
			continue;
		go_to_row(stage, next);
		return;
	}
	/* TRANSLATORS: %s is a key. */
	stage_say(stage, false, _("everybody has answered: %s reveals"), stage_show_key(stage, "reveal").text);
}

/* After an answer, which is not in the session yet. */
static void advance(struct stage *stage, const struct sealed_row *row, bool fills)
{
	int next;

	if (fills && row->count - row->filled <= 1 && !(goes_by_pairs(stage) && row->which == OWN)) {
		next_row(stage);
		return;
	}
	if (goes_by_pairs(stage)) {
		go_to_row(stage, row->which == OWN ? stage->row + 1 : stage->row - 1);
		return;
	}
	next = stage->progress->anonymous || row->count == 0
		       ? -1
		       : next_open(row, stage->progress, (stage->column + 1) % row->count);
	if (next >= 0)
		stage->column = next;
}

static void answer(struct stage *stage, const struct sealed_row *row, const char *value)
{
	const struct step *step = stage->progress->step;
	bool absent = strcmp(value, ANSWER_NOT_HERE) == 0;

	if (absent && row->which != OWN) {
		stage_say(stage, true, "%s", _("who is not here is marked in the row of own answers"));
		return;
	}
	if (row->count == 0 || (stage->progress->anonymous && row->filled >= row->count)) {
		/* TRANSLATORS: %s is a key. */
		stage_say(stage, true, _("this row is full: %s takes the last one back"),
			stage_show_key(stage, "clear").text);
		return;
	}
	changes_label(stage->changes, N_("answer"));
	if (!stage->progress->anonymous) {
		change_ballot(stage->changes, step->key, row->answerers.items[stage->column].id, row->which, value);
		advance(stage, row, !sealed_is_filled(row, stage->progress, stage->column));
		return;
	}
	if (absent) {
		int place = ANSWERER_CELL(row->side, CELLS_ABSENT + row->absent);

		change_ballot(stage->changes, step->key, place, OWN, value);
		if (step->predict)
			change_ballot(stage->changes, step->key, place, PREDICTION, value);
	} else {
		change_ballot(stage->changes, step->key, ANSWERER_CELL(row->side, next_place(stage, row)), row->which,
			value);
	}
	advance(stage, row, true);
	/* The one to be taken back first. */
	stage->left = absent;
}

/* The cell whose answer goes first when answers are taken back; -1 for none. */
static int last_filled(const struct sealed_row *row, const struct progress *progress, int from)
{
	while (from >= 0 && (from >= row->count || !sealed_is_filled(row, progress, from)))
		from--;
	return from;
}

static void take_person_back(struct stage *stage, const struct sealed_row *row, int cell)
{
	const struct answerer *answerer = &row->answerers.items[cell];
	bool absent = sealed_is_absent(row, stage->progress, cell);

	stage->column = cell;
	change_ballot(stage->changes, stage->progress->step->key, answerer->id, absent ? OWN : row->which, NULL);
}

static void take_place_back(struct stage *stage, const struct sealed_row *row, bool absent)
{
	const char *key = stage->progress->step->key;
	int place = ANSWERER_CELL(row->side, absent ? CELLS_ABSENT + row->absent - 1 : next_place(stage, row) - 1);

	if (!absent) {
		change_ballot(stage->changes, key, place, row->which, NULL);
		return;
	}
	change_ballot(stage->changes, key, place, OWN, NULL);
	if (stage->progress->step->predict)
		change_ballot(stage->changes, key, place, PREDICTION, NULL);
}

/* Whether there was something in the row to take back. */
static bool take_back_in(struct stage *stage, const struct sealed_row *row, int from)
{
	bool absent = row->absent > 0 && row->which == OWN && (stage->left || row->filled == row->absent);
	int cell;

	if (stage->progress->anonymous) {
		if (!absent && row->filled == row->absent)
			return false;
		changes_label(stage->changes, N_("taking an answer back"));
		take_place_back(stage, row, absent);
		stage->left = 0;
		return true;
	}
	cell = last_filled(row, stage->progress, from);
	if (cell < 0)
		return false;
	changes_label(stage->changes, N_("taking an answer back"));
	take_person_back(stage, row, cell);
	return true;
}

/* The last one of this row, or where there is none of those above. */
static void take_back(struct stage *stage)
{
	bool done = false;

	/* Of a slip the guess goes first, so that the last one typed is always the first to go. */
	if (goes_by_pairs(stage) && stage->row % 2 == 0 && missing_in(stage, stage->row) >= missing_in(stage, stage->row + 1))
		stage->row++;
	else if (goes_by_pairs(stage) && stage->row % 2)
		stage->row -= missing_in(stage, stage->row) > missing_in(stage, stage->row - 1);
	for (int number = stage->row, from = stage->column; !done && number >= 0; number--, from = INT_MAX / 2) {
		struct sealed_row row;

		sealed_row_init(&row, stage, number);
		done = take_back_in(stage, &row, from < row.count ? from : row.count - 1);
		if (done)
			stage->row = number;
		sealed_row_release(&row);
	}
	if (!done)
		stage_say(stage, false, "%s", _("nothing was typed yet"));
}

static bool move_key(struct stage *stage, const struct sealed_row *row, enum action action)
{
	int rows = sealed_rows(stage->progress->step);

	switch (action) {
	case ACT_UP:
		go_to_row(stage, (stage->row + rows - 1) % rows);
		return true;
	case ACT_ENTER:
	case ACT_DOWN:
		go_to_row(stage, (stage->row + 1) % rows);
		return true;
	case ACT_LEFT:
	case ACT_RIGHT:
		/* Without names there is no cell to go to. */
		if (!stage->progress->anonymous && row->count > 0)
			stage->column = (stage->column + (action == ACT_LEFT ? row->count - 1 : 1)) % row->count;
		return true;
	default:
		return false;
	}
}

static bool take_key(struct stage *stage, const struct answering *answering, enum action action, const struct key *key)
{
	struct sealed_row row;
	bool used = true;
	char value[64];

	stage->row %= sealed_rows(stage->progress->step);
	sealed_row_init(&row, stage, stage->row);
	if (stage->column >= row.count)
		stage->column = row.count > 0 ? row.count - 1 : 0;
	if (answering->by_key(stage->progress->step, key, value))
		answer(stage, &row, value);
	else if (action == ACT_CANT_SAY)
		answer(stage, &row, ANSWER_CANT_SAY);
	else if (action == ACT_NOT_HERE)
		answer(stage, &row, ANSWER_NOT_HERE);
	else if (action == ACT_DELETE)
		take_back(stage);
	else
		used = move_key(stage, &row, action);
	sealed_row_release(&row);
	return used;
}

static void see(struct stage *stage)
{
	for (int i = 0; i < sealed_rows(stage->progress->step); i++)
		stage->seen[0][i] = missing_in(stage, i);
}

static void enter(struct stage *stage, const struct answering *answering)
{
	int rows = sealed_rows(stage->progress->step), number = 0;

	(void)answering;
	while (number < rows && missing_in(stage, number) <= 0)
		number++;
	/* A slip that was begun is gone on with. */
	if (number < rows && goes_by_pairs(stage) && number % 2 == 0 && missing_in(stage, number) < missing_in(stage, number + 1))
		number++;
	go_to_row(stage, number < rows ? number : 0);
	see(stage);
}

static void undone(struct stage *stage, const struct answering *answering)
{
	int rows = sealed_rows(stage->progress->step), changed = -1;

	(void)answering;
	for (int i = 0; i < rows; i++)
		if (stage->seen[0][i] != missing_in(stage, i))
			changed = i;
	if (changed >= 0)
		go_to_row(stage, changed);
	see(stage);
}

static void draw(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect)
{
	see(stage);
	sealed_draw(stage, answering, grid, rect);
}

const struct taking taking_sealed = {
	.enter = enter,
	.undone = undone,
	.draw = draw,
	.key = take_key,
	.context = CONTEXT_ASK,
};
