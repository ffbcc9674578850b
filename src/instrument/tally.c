/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tally: how many of each side gave each answer. Before the reveal only the sums can be seen. */
#include "instrument/rollcall.h"

#include "base/i18n.h"
#include "base/text.h"
#include "view/spot.h"

#include <stdlib.h>
#include <string.h>

/* A column of the tally: a side, and own answers or predictions. */
static int column_side(const struct step *step, int column)
{
	return step->predict ? column / 2 : column;
}

static enum which column_which(const struct step *step, int column)
{
	return step->predict && column % 2 ? PREDICTION : OWN;
}

static int columns_of(const struct step *step)
{
	return step->predict ? 4 : 2;
}

static int rows_of(const struct step *step, const struct answering *answering)
{
	return answering->tally_count(step) + 1;
}

/* The answer of a row; the last one is "can't say". */
static void answer_at(const struct step *step, const struct answering *answering, int row, char out[64])
{
	if (row < answering->tally_count(step))
		answering->tally_answer(step, row, out);
	else
		strcpy(out, ANSWER_CANT_SAY);
}

static int count_of(const struct progress *progress, int side, enum which which, const char *answer)
{
	int count = 0;

	for (size_t i = 0; i < progress->ballot_count; i++) {
		const struct ballot *ballot = &progress->ballots[i];

		count += ballot->side == side && ballot->answers[which] && strcmp(ballot->answers[which], answer) == 0;
	}
	return count;
}

/* Undo goes to what it changed, so it has to be known how it was. */
static void see(struct stage *stage, const struct answering *answering)
{
	const struct step *step = stage->progress->step;

	for (int c = 0; c < columns_of(step); c++) {
		for (int r = 0; r < rows_of(step, answering); r++) {
			char answer[64];

			answer_at(step, answering, r, answer);
			stage->seen[c][r] = count_of(stage->progress, column_side(step, c), column_which(step, c), answer);
		}
	}
}

/* What was counted is not marked: a single mark in a column would say that a whole side agrees. */
static void draw_cell(struct stage *stage, struct grid *grid, struct rect cell, int row, int column)
{
	int side = column_side(stage->progress->step, column);

	grid_text(grid, cell.x + 2, cell.y, 1, style_of_side(side), "\xc2\xb7");
	if (row == stage->row && column == stage->column) {
		grid_paint(grid, cell, STYLE_SELECTED);
		grid_cursor(grid, cell.x + 2, cell.y);
	}
}

static void draw(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect)
{
	const struct step *step = stage->progress->step;
	int columns = columns_of(step), rows = rows_of(step, answering);
	int label = rect.width - columns * 12 > 16 ? rect.width - columns * 12 : rect.width >= 56 ? 16 : 10;
	int width = (rect.width - label) / columns, y = rect.y, room = rect.height - 3;

	see(stage, answering);
	if (grid->linear) {
		tally_draw_in_words(stage, answering, grid, rect);
		return;
	}
	if (stage->progress->anonymous && room > 2) {
		grid_text(grid, rect.x, rect.y, rect.width, STYLE_DIM, _("Anonymous: no name is kept with an answer."));
		y += 2;
		room -= 2;
	}
	if (room < 1)
		room = 1;
	/* The line of the cursor is always in sight. */
	if (stage->row < stage->top || room >= rows)
		stage->top = room < rows ? stage->row : 0;
	if (stage->row >= stage->top + room)
		stage->top = stage->row - room + 1;
	for (int c = 0; c < columns; c++) {
		const char *side = stage->session->bank->sides[column_side(step, c)].name;
		int x = rect.x + label + c * width;

		grid_text_cut(grid, x, y, width - 1, style_of_side(column_side(step, c)), side);
		grid_text_cut(grid, x, y + 1, width - 1, STYLE_DIM,
			column_which(step, c) == OWN ? _("own") : _("guess"));
		grid_printf(grid, x, y + 2, width - 1, STYLE_DIM, width > 8 ? _("%d of %d") : "%d/%d",
			progress_answers(stage->progress, column_side(step, c), column_which(step, c)),
			session_expected(stage->session, stage->progress, column_side(step, c), column_which(step, c)));
	}
	for (int i = 0; i < room && stage->top + i < rows; i++) {
		char answer[64], *words;
		int r = stage->top + i;

		answer_at(step, answering, r, answer);
		words = strcmp(answer, ANSWER_CANT_SAY) == 0 ? mem_strdup(_("can't say"))
							     : answering->show(step, answer);
		grid_text_cut(grid, rect.x, y + 3 + i, label - 1, STYLE_NORMAL, words);
		free(words);
		for (int c = 0; c < columns; c++) {
			struct rect cell = { rect.x + label + c * width, y + 3 + i, width, 1 };

			spot_move(grid, cell, r - stage->row, c - stage->column, NULL);
			cell.width = 5;
			draw_cell(stage, grid, cell, r, c);
		}
	}
}

static int people_here(const struct stage *stage, int side)
{
	int count = 0;

	for (size_t i = 0; i < stage->session->person_count; i++)
		count += stage->session->people[i].side == side && stage->session->people[i].presence == PRESENT;
	return count;
}

static bool is_full(const struct stage *stage, int column)
{
	int side = column_side(stage->progress->step, column);

	return progress_answers(stage->progress, side, column_which(stage->progress->step, column)) >=
	       people_here(stage, side);
}

/* The next column of which something is still to be counted, those before at last. */
static void next_column(struct stage *stage)
{
	int columns = columns_of(stage->progress->step);

	for (int i = 1; i < columns; i++) {
		int column = (stage->column + i) % columns;

		if (is_full(stage, column))
			continue;
		stage->column = column;
		stage->row = 0;
		return;
	}
	/* TRANSLATORS: %s is a key. */
	stage_say(stage, false, _("everybody is counted: %s reveals"), stage_show_key(stage, "reveal").text);
}

static void next_row(struct stage *stage, int rows)
{
	if (stage->row + 1 < rows) {
		stage->row++;
	} else {
		stage->row = 0;
		stage->column = (stage->column + 1) % columns_of(stage->progress->step);
	}
}

/* Where nothing more can be meant by the digits so far, the cursor goes on by itself. */
static void go_on(struct stage *stage, int rows, int count, int others)
{
	int side = column_side(stage->progress->step, stage->column);

	stage->left = 0;
	stage->came_row = stage->row;
	stage->came_column = stage->column;
	if (count > 0 && count * 10 + others <= session_people_of(stage->session, side))
		stage->left = 1; /* a second digit may follow */
	else if (count + others >= people_here(stage, side))
		next_column(stage);
	else
		next_row(stage, rows);
}

static void set_count(struct stage *stage, const struct answering *answering, int digit)
{
	const struct step *step = stage->progress->step;
	int side = column_side(step, stage->column), people = session_people_of(stage->session, side);
	enum which which = column_which(step, stage->column);
	int before, others, count;
	char answer[64];

	answer_at(step, answering, stage->row, answer);
	before = count_of(stage->progress, side, which, answer);
	others = progress_answers(stage->progress, side, which) - before;
	count = stage->left ? before * 10 + digit : digit;
	if (others + count > people) {
		stage_say(stage, true,
			P_("there is only %d person on this side", "there are only %d people on this side",
			   people), people);
		return;
	}
	changes_label(stage->changes, N_("tally"));
	change_tally(stage->changes, step->key, side, which, answer, count);
	go_on(stage, rows_of(step, answering), count, others);
}

static void clear_count(struct stage *stage, const struct answering *answering)
{
	const struct step *step = stage->progress->step;
	char answer[64];

	stage->left = 0;
	answer_at(step, answering, stage->row, answer);
	changes_label(stage->changes, N_("tally"));
	change_tally(stage->changes, step->key, column_side(step, stage->column), column_which(step, stage->column),
		answer, 0);
}

/* Takes back what was typed last: the digits in this cell, or else the cell before. */
static void go_back(struct stage *stage, const struct answering *answering)
{
	int rows = rows_of(stage->progress->step, answering);
	bool came = stage->came_column < stage->column ? stage->row == 0 && stage->came_column == stage->column - 1
						       : stage->came_column == stage->column && stage->came_row < stage->row;

	if (!stage->left && came) {
		stage->row = stage->came_row;
		stage->column = stage->came_column;
	} else if (!stage->left && stage->row > 0) {
		stage->row--;
	} else if (!stage->left && stage->column > 0) {
		stage->column--;
		stage->row = rows - 1;
	}
	stage->came_row = rows;
	clear_count(stage, answering);
}

static bool take_key(struct stage *stage, const struct answering *answering, enum action action, const struct key *key)
{
	int rows = rows_of(stage->progress->step, answering), columns = columns_of(stage->progress->step);
	int digit = key_digit(key);

	if (stage->row >= rows || stage->column >= columns)
		stage->row = stage->column = 0;
	if (digit >= 0) {
		set_count(stage, answering, digit);
		return true;
	}
	if (action == ACT_DELETE) {
		if (key->code == K_BACKSPACE)
			go_back(stage, answering);
		else
			clear_count(stage, answering);
		return true;
	}
	stage->left = 0;
	switch (action) {
	case ACT_UP:
		stage->row = (stage->row + rows - 1) % rows;
		return true;
	case ACT_ENTER:
	case ACT_DOWN:
		next_row(stage, rows);
		return true;
	case ACT_LEFT:
		stage->column = (stage->column + columns - 1) % columns;
		return true;
	case ACT_RIGHT:
		stage->column = (stage->column + 1) % columns;
		return true;
	default:
		return false;
	}
}

static void enter(struct stage *stage, const struct answering *answering)
{
	int columns = columns_of(stage->progress->step);

	stage->came_row = rows_of(stage->progress->step, answering);
	stage->came_column = 0;
	while (stage->column + 1 < columns && is_full(stage, stage->column))
		stage->column++;
	if (is_full(stage, stage->column))
		stage->column = 0;
	see(stage, answering);
}

static void undone(struct stage *stage, const struct answering *answering)
{
	const struct step *step = stage->progress->step;

	stage->left = 0;
	for (int c = 0; c < columns_of(step); c++) {
		for (int r = 0; r < rows_of(step, answering); r++) {
			char answer[64];

			answer_at(step, answering, r, answer);
			if (count_of(stage->progress, column_side(step, c), column_which(step, c), answer) ==
				stage->seen[c][r])
				continue;
			stage->row = r;
			stage->column = c;
		}
	}
	see(stage, answering);
}

const struct taking taking_tally = {
	.enter = enter,
	.undone = undone,
	.draw = draw,
	.key = take_key,
	.context = CONTEXT_TALLY,
};
