/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sealed rows look: a mark for each answer that is there. */
#include "instrument/sealed.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/rollcall.h"
#include "view/spot.h"

#define MASK "\xe2\x97\x8f"
#define OPEN "\xc2\xb7"
#define ROWS_LEAST 3 /* lines that are kept for rows, whatever stands above */
#define LABEL 8      /* columns of what a row is called, where the side has a line of its own */
#define COUNT 10     /* columns of how many cells are filled */
#define CELL_MOST 14 /* columns */
#define NAMES_FROM 8 /* columns of a cell from which names stand above */

/* How rows are laid out: all alike, so that cells stand below each other. */
struct plan {
	struct stage *stage;
	struct grid *grid;
	struct rect rect;
	bool titles;  /* each side has a line above its rows */
	bool names;   /* its people, too */
	int label;    /* columns */
	int cell;     /* columns */
	int per_line; /* cells */
};

static int most_cells(const struct stage *stage)
{
	int most = 1;

	for (int i = 0; i < sealed_rows(stage->progress->step); i++) {
		struct sealed_row row;

		sealed_row_init(&row, stage, i);
		most = row.count > most ? row.count : most;
		sealed_row_release(&row);
	}
	return most;
}

static void plan_init(struct plan *plan, struct stage *stage, struct grid *grid, struct rect rect)
{
	int rows = sealed_rows(stage->progress->step), cells = most_cells(stage), width, lines;

	*plan = (struct plan){ .stage = stage, .grid = grid, .rect = rect };
	plan->titles = rect.height >= rows + SIDES + 1;
	plan->label = plan->titles ? LABEL + 2 : rect.width / 3 < 20 ? rect.width / 3 : 20;
	width = rect.width - plan->label - COUNT;
	plan->cell = width / cells < 2 ? (width / cells < 1 && width < 2 * cells ? 1 : 2) : width / cells;
	if (plan->cell * cells > width)
		plan->cell = 1;
	if (plan->cell > CELL_MOST)
		plan->cell = CELL_MOST;
	plan->per_line = width / plan->cell > 1 ? width / plan->cell : 1;
	lines = (cells + plan->per_line - 1) / plan->per_line;
	plan->names = !stage->progress->anonymous && plan->cell >= NAMES_FROM && rect.height >= rows * lines + 2 * SIDES + 1;
	if (plan->titles && rect.height < rows * lines + SIDES + 1)
		plan->titles = false;
}

static void draw_cell(const struct plan *plan, const struct sealed_row *row, int number, int cell, int x, int y)
{
	const struct stage *stage = plan->stage;
	const struct progress *progress = stage->progress;
	bool filled = sealed_is_filled(row, progress, cell);
	int width = plan->cell < 3 ? plan->cell : 3, here = stage->column;

	if (progress->anonymous)
		here = row->filled < row->count ? row->filled - row->absent : -1;
	grid_text(plan->grid, x + width / 2, y, 1, style_of_side(row->side),
		!filled ? OPEN : sealed_is_absent(row, progress, cell) ? "-" : MASK);
	spot_move(plan->grid, (struct rect){ x, y, width, 1 }, number - stage->row,
		progress->anonymous || number != stage->row ? 0 : cell - here, NULL);
	if (number != stage->row || cell != here)
		return;
	grid_paint(plan->grid, (struct rect){ x, y, width, 1 }, STYLE_SELECTED);
	grid_cursor(plan->grid, x + width / 2, y);
}

/* Returns the lines that it took. */
static int draw_row(const struct plan *plan, int number, int y)
{
	const char *side, *which;
	struct sealed_row row;
	int x = plan->rect.x, lines;
	bool here = number == plan->stage->row;

	sealed_row_init(&row, plan->stage, number);
	side = plan->stage->session->bank->sides[row.side].name;
	which = row.which == OWN ? _("own") : _("guess");
	if (here)
		grid_text(plan->grid, x, y, 2, STYLE_STRONG, "\xe2\x96\xb8");
	if (plan->titles) {
		grid_text_cut(plan->grid, x + 2, y, plan->label - 3, here ? STYLE_STRONG : STYLE_DIM, which);
	} else {
		int width = plan->stage->progress->step->predict ? plan->label - 4 - text_width(which) : plan->label - 3;

		grid_text_cut(plan->grid, x + 2, y, width, style_of_side(row.side), side);
		if (plan->stage->progress->step->predict)
			grid_text_right(plan->grid, x, y, plan->label - 1, STYLE_DIM, which);
	}
	lines = row.count > 0 ? (row.count + plan->per_line - 1) / plan->per_line : 1;
	for (int i = 0; i < row.count; i++) {
		int line = i / plan->per_line;

		if (y + line < plan->rect.y + plan->rect.height)
			draw_cell(plan, &row, number, i, x + plan->label + i % plan->per_line * plan->cell, y + line);
	}
	x += plan->label + (row.count < plan->per_line ? row.count : plan->per_line) * plan->cell + 1;
	grid_printf(plan->grid, x, y, plan->rect.x + plan->rect.width - x,
		row.filled < row.count ? STYLE_NORMAL : STYLE_DIM, COUNT > 9 ? _("%d of %d") : "%d/%d", row.filled, row.count);
	sealed_row_release(&row);
	return lines;
}

/* The side's name, with whose turn it is; and its people above their cells. Returns the lines that it took. */
static int draw_title(const struct plan *plan, int number, int y)
{
	struct stage *stage = plan->stage;
	struct rect rect = plan->rect;
	struct sealed_row row;
	int lines = 1;

	sealed_row_init(&row, stage, number);
	grid_printf(plan->grid, rect.x, y, plan->rect.width, style_of_side(row.side), "%s (%d)",
		stage->session->bank->sides[row.side].name, row.count);
	for (int i = 0; plan->names && i < row.count; i++)
		grid_text_cut(plan->grid, rect.x + plan->label + i * plan->cell, y + 1, plan->cell - 1, STYLE_DIM,
			row.answerers.items[i].name);
	lines += plan->names;
	sealed_row_release(&row);
	return lines;
}

/* Whose answer is next, where that is no secret. */
static bool draw_turn(const struct stage *stage, struct grid *grid, struct rect rect)
{
	struct sealed_row row;
	bool known;

	sealed_row_init(&row, stage, stage->row);
	known = !stage->progress->anonymous && stage->column < row.count;
	if (known && rect.height > 0)
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_STRONG,
			row.which == OWN ? _("%s, own answer") : _("%s, guess"), row.answerers.items[stage->column].name);
	sealed_row_release(&row);
	return known;
}

static int draw_above(const struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect)
{
	struct rect room = { rect.x, rect.y, rect.width, rect.height - ROWS_LEAST };
	int lines = answering->legend && room.height > 0 ? answering->legend(stage, grid, room) : 0;

	if (stage->progress->anonymous && lines < room.height)
		grid_text(grid, rect.x, rect.y + lines++, rect.width, STYLE_DIM,
			_("Anonymous: no name is kept with an answer."));
	if (lines < room.height && !grid->linear)
		lines += draw_turn(stage, grid, (struct rect){ rect.x, rect.y + lines, rect.width, 1 });
	return lines;
}

void sealed_draw(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect)
{
	int rows = sealed_rows(stage->progress->step), lines = draw_above(stage, answering, grid, rect), y, first = 0;
	struct plan plan;

	if (stage->session->person_count == 0) {
		rollcall_draw_nobody(stage, grid, rect);
		return;
	}
	rect.y += lines;
	rect.height -= lines;
	if (grid->linear) {
		for (int i = 1; i <= lines; i++)
			grid_hear(grid, rect.y - i, HEARD_ONCE);
		sealed_draw_in_words(stage, grid, rect);
		return;
	}
	plan_init(&plan, stage, grid, rect);
	if (plan.titles && rect.height > rows + SIDES + 3) {
		rect.y++;
		rect.height--;
		plan.rect = rect;
	}
	/* Where there is no room for all, from the one of the cursor on. */
	if (!plan.titles && rect.height < rows)
		first = stage->row;
	y = rect.y;
	for (int i = first; i < rows && y < rect.y + rect.height; i++) {
		if (plan.titles && i == rows / 2)
			y++;
		if (plan.titles && i % (rows / 2) == 0)
			y += draw_title(&plan, i, y);
		y += draw_row(&plan, i, y);
	}
}
