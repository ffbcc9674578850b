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

void tally_draw(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect)
{
	const struct step *step = stage->progress->step;
	int columns = columns_of(step), rows = answering->tally_count(step) + 1;
	int label = rect.width - columns * 12 > 16 ? rect.width - columns * 12 : rect.width >= 56 ? 16 : 10;
	int width = (rect.width - label) / columns, y = rect.y, room = rect.height - 3;

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
			session_people_of(stage->session, column_side(step, c)));
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

static void set_count(struct stage *stage, const struct answering *answering, int digit)
{
	const struct step *step = stage->progress->step;
	int side = column_side(step, stage->column), count, people = session_people_of(stage->session, side);
	enum which which = column_which(step, stage->column);
	char answer[64];

	answer_at(step, answering, stage->row, answer);
	/* A second digit makes a number of two, as long as there are so many people. */
	count = count_of(stage->progress, side, which, answer) * 10 + digit;
	if (!stage->left || count > people)
		count = digit;
	if (progress_answers(stage->progress, side, which) -
		    count_of(stage->progress, side, which, answer) + count > people) {
		stage_say(stage, true,
			P_("there is only %d person on this side", "there are only %d people on this side",
			   people), people);
		return;
	}
	changes_label(stage->changes, N_("tally"));
	change_tally(stage->changes, step->key, side, which, answer, count);
	stage->left = 1; /* a digit was typed here */
}

bool tally_key(struct stage *stage, const struct answering *answering, enum action action, const struct key *key)
{
	int rows = answering->tally_count(stage->progress->step) + 1, columns = columns_of(stage->progress->step);
	int digit = key_digit(key);

	if (stage->row >= rows || stage->column >= columns)
		stage->row = stage->column = 0;
	if (digit >= 0) {
		set_count(stage, answering, digit);
		return true;
	}
	stage->left = 0;
	switch (action) {
	case ACT_UP:
		stage->row = (stage->row + rows - 1) % rows;
		return true;
	case ACT_ENTER:
	case ACT_DOWN:
		stage->row++;
		if (stage->row == rows) {
			stage->row = 0;
			stage->column = (stage->column + 1) % columns;
		}
		return true;
	case ACT_LEFT:
		stage->column = (stage->column + columns - 1) % columns;
		return true;
	case ACT_RIGHT:
		stage->column = (stage->column + 1) % columns;
		return true;
	case ACT_DELETE:
		stage->left = 0;
		set_count(stage, answering, 0);
		stage->left = 0;
		return true;
	default:
		return false;
	}
}
