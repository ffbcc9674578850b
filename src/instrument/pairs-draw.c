/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rating pairs looks like: a line for each, with the marks of both sides, and later of the room. */
#include "instrument/pairs.h"

#include "base/i18n.h"
#include "base/text.h"
#include "view/spot.h"

#include <stdlib.h>

#define MARK_NARROW 7 /* columns of a side's marks where every column counts */
#define MARK 10       /* elsewhere, at least */
#define MARK_MOST 16  /* and at most, where there is room for the side's name */

/* A row, and of a measure the direction in which it is rewarded. */
static char *row_text(const struct pair_matrix *matrix, const struct row *row)
{
	const struct column *direction = step_column(matrix->measures, "direction");
	int at = direction ? option_find(direction->options, direction->option_count, row_value(row, "direction")) : -1;

	return mem_printf(at >= 0 ? "%s (%s)" : "%s", pair_matrix_name(matrix, row),
		at >= 0 ? direction->options[at].text : "");
}

/* What shows of a rating: before the reveal only that there is one. */
static const char *mark_of(const struct stage *stage, const struct pair_matrix *matrix, int pair, int column)
{
	int value;

	if (column == SIDES && pairs_to_discuss(stage, matrix, pair))
		return "?";
	if (!pairs_rating(stage, matrix, pair, column, &value))
		return "\xc2\xb7";
	if (!pairs_settling(stage))
		return "\xe2\x97\x8f";
	return value > 0 ? "+" : value == 0 ? "0" : "-";
}

static int column_count(const struct stage *stage)
{
	return pairs_settling(stage) ? SIDES + 1 : SIDES;
}

/* How many columns the marks of a side take, with its name above them. */
static int mark_width(const struct stage *stage, int width)
{
	int most = width < 76 ? MARK : MARK_MOST, mark = MARK;

	if (width < 56)
		return MARK_NARROW;
	for (int side = 0; side < SIDES; side++) {
		int name = text_width(stage->session->bank->sides[side].name) + 1;

		mark = name > mark ? name : mark;
	}
	return mark < most ? mark : most;
}

static void draw_pair(const struct stage *stage, const struct pair_matrix *matrix, struct grid *grid,
	struct rect rect, int pair)
{
	char *a = row_text(matrix, pairs_row(matrix, 0, pair)), *b = row_text(matrix, pairs_row(matrix, 1, pair));
	int columns = column_count(stage), mark = mark_width(stage, rect.width);
	int name = (rect.width - columns * mark - 2) / 2;

	spot_move(grid, rect, pair - stage->row, 0, NULL);
	grid_text_cut(grid, rect.x, rect.y, name - 1, style_of_side(0), a);
	grid_text_cut(grid, rect.x + name, rect.y, name - 1, style_of_side(1), b);
	for (int column = 0; column < columns; column++) {
		int x = rect.x + rect.width - (columns - column) * mark;

		grid_text(grid, x + 2, rect.y, 1, style_of_side(column), mark_of(stage, matrix, pair, column));
		spot_move(grid, (struct rect){ x, rect.y, mark - 1, 1 }, pair - stage->row,
			column < SIDES && stage->column < SIDES ? column - stage->column : 0, NULL);
		if (pair == stage->row && column == stage->column) {
			grid_paint(grid, (struct rect){ x, rect.y, 5, 1 }, STYLE_SELECTED);
			grid_cursor(grid, x + 2, rect.y);
		}
	}
	free(a);
	free(b);
}

static void draw_head(const struct stage *stage, const struct pair_matrix *matrix, struct grid *grid,
	struct rect rect)
{
	const struct side *sides = stage->session->bank->sides;
	int columns = column_count(stage), mark = mark_width(stage, rect.width);
	int name = (rect.width - columns * mark - 2) / 2;

	if (pairs_settling(stage))
		grid_text_cut(grid, rect.x, rect.y, rect.width, STYLE_DIM,
			rect.width < 76 ? _("Settle ?: + help, 0 ignore, - hurt")
					: _("Settle what is marked ?: + they help, 0 they ignore, "
					    "- they hurt each other"));
	else
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM,
			rect.width < 76 ? _("%s: + help, 0 ignore, - hurt")
					: _("%s rates: + they help, 0 they ignore, - they hurt each other (%d of %d)"),
			sides[stage->column].name, pairs_rated(stage, matrix, stage->column), pairs_count(matrix));
	/* What is paired, one of either side, is not told apart by its colour alone. */
	for (int side = 0; side < SIDES; side++)
		grid_text_cut(grid, rect.x + side * name, rect.y + 1, name - 1, STYLE_DIM, sides[side].name);
	for (int column = 0; column < columns; column++)
		grid_text_cut(grid, rect.x + rect.width - (columns - column) * mark, rect.y + 1, mark - 1,
			style_of_side(column), column == SIDES ? _("Agreed") : sides[column].name);
}

/* What is known of a rating, in words. */
static const char *words_of(const struct stage *stage, const struct pair_matrix *matrix, int pair, int column)
{
	int value;

	if (column == SIDES && pairs_to_discuss(stage, matrix, pair))
		return _("to be settled");
	if (!pairs_rating(stage, matrix, pair, column, &value))
		return _("open");
	if (!pairs_settling(stage))
		return _("rated");
	return value > 0 ? _("help") : value == 0 ? _("ignore") : _("hurt");
}

/* For those who hear it: the pair whose turn it is, and the others when they are asked for. */
static void draw_pair_in_words(const struct stage *stage, const struct pair_matrix *matrix, struct grid *grid,
	struct rect line, int pair)
{
	char *a = row_text(matrix, pairs_row(matrix, 0, pair)), *b = row_text(matrix, pairs_row(matrix, 1, pair));
	const struct side *sides = stage->session->bank->sides;
	bool here = pair == stage->row, settling = pairs_settling(stage);
	struct str text;

	str_init(&text);
	str_printf(&text, _("%s with %s"), a, b);
	if (here && !settling)
		str_printf(&text, ", %s", sides[stage->column].name);
	for (int column = 0; column < column_count(stage); column++) {
		const char *words = words_of(stage, matrix, pair, column);

		if (!here || settling)
			str_printf(&text, "%s %s: %s", column ? "," : ".",
				column == SIDES ? _("agreed") : sides[column].name, words);
		else if (column == stage->column && pairs_rating(stage, matrix, pair, column, &(int){ 0 }))
			str_printf(&text, ", %s", words);
	}
	grid_text_cut(grid, line.x, line.y, line.width, STYLE_NORMAL, text.data);
	if (!settling || !pairs_to_discuss(stage, matrix, pair))
		grid_hear(grid, line.y, HEARD_ON_DEMAND);
	if (here)
		grid_cursor(grid, line.x, line.y);
	str_release(&text);
	free(a);
	free(b);
}

static void draw_in_words(const struct stage *stage, const struct pair_matrix *matrix, struct grid *grid,
	struct rect line)
{
	grid_text(grid, line.x, line.y, line.width, STYLE_DIM,
		pairs_settling(stage) ? _("Settle what the sides rate differently: + they help, 0 they ignore, - they hurt "
				       "each other")
				   : _("Rate each pair: + they help, 0 they ignore, - they hurt each other"));
	for (int pair = 0; pair < pairs_count(matrix); pair++) {
		line.y++;
		draw_pair_in_words(stage, matrix, grid, line, pair);
	}
	grid->hidden = !pairs_settling(stage);
}

void pairs_draw(struct stage *stage, struct grid *grid, struct rect rect)
{
	struct pair_matrix matrix;
	int lines = rect.height - 2;

	pair_matrix_init(&matrix, stage->session, stage->progress->step);
	if (pairs_count(&matrix) == 0) {
		/* TRANSLATORS: %s is a key. */
		char *text = mem_printf(_("There is nothing to pair yet: each side needs at least one row in the table "
					  "before (%s)."), stage_show_key(stage, "previous").text);

		grid_wrap(grid, rect, STYLE_NORMAL, text);
		free(text);
	} else if (grid->linear) {
		draw_in_words(stage, &matrix, grid, rect);
	} else {
		if (stage->row >= pairs_count(&matrix))
			stage->row = 0;
		if (stage->row < stage->top)
			stage->top = stage->row;
		if (lines > 0 && stage->row >= stage->top + lines)
			stage->top = stage->row - lines + 1;
		draw_head(stage, &matrix, grid, rect);
		for (int i = 0; i < lines && stage->top + i < pairs_count(&matrix); i++)
			draw_pair(stage, &matrix, grid, (struct rect){ rect.x, rect.y + 2 + i, rect.width, 1 },
				stage->top + i);
	}
	pair_matrix_release(&matrix);
}
