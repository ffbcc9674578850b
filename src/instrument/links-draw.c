/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How links are drawn: a triangle of all pairs, or where there is no room the pairs of one row as a list. */
#include "instrument/links.h"

#include "base/i18n.h"
#include "base/text.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>

#define LIST_BELOW 50   /* columns below which there is a list in place of the triangle */
#define LINES_LEAST 7   /* and lines */
#define NAME_MOST 26
#define TITLE_LEAST 10  /* columns from which a title is a name, and not a number */
#define TITLE_MOST 16

struct shape {
	int name, column; /* widths; a column's with the gap before it */
	int lines, columns; /* how many fit */
	bool numbered;
};

static int digits(size_t count)
{
	return count > 99 ? 3 : 2;
}

static void shape_of(const struct web *web, struct rect rect, struct shape *shape)
{
	int widest = 0, most = rect.width / 3 < NAME_MOST ? rect.width / 3 : NAME_MOST, count = (int)web->count;

	for (size_t i = 0; i < web->count; i++) {
		int width = text_width(web->names[i]);

		widest = width > widest ? width : widest;
	}
	shape->name = widest < most ? widest : most;
	shape->column = (rect.width - shape->name) / (count - 1);
	if (shape->column > TITLE_MOST)
		shape->column = TITLE_MOST;
	shape->numbered = shape->column < TITLE_LEAST;
	if (shape->numbered) {
		shape->name = (widest < most ? widest : most) + digits(web->count) + 1;
		shape->column = digits(web->count) + 2;
	}
	shape->columns = (rect.width - shape->name) / shape->column;
	shape->lines = rect.height - 3;
}

static void draw_title(const struct web *web, const struct shape *shape, struct grid *grid, struct rect rect,
	size_t column)
{
	char number[24];

	snprintf(number, sizeof number, "%zu", column + 1);
	if (shape->numbered)
		grid_text_right(grid, rect.x, rect.y, rect.width, STYLE_DIM, number);
	else
		grid_text_cut(grid, rect.x + 2, rect.y, rect.width - 2, STYLE_DIM, web->names[column]);
}

/* Where in a column its mark stands. */
static int mark_at(const struct shape *shape)
{
	return shape->numbered ? shape->column - 1 : 3;
}

static void draw_row(const struct stage *stage, const struct web *web, const struct shape *shape, struct grid *grid,
	struct rect rect, int row)
{
	int names = rect.x;
	bool beside = row == stage->row || row == stage->column;
	char number[24];

	if (shape->numbered) {
		snprintf(number, sizeof number, "%d", row + 1);
		grid_text_right(grid, rect.x, rect.y, digits(web->count), STYLE_DIM, number);
		names += digits(web->count) + 1;
	}
	grid_text_cut(grid, names, rect.y, shape->name - (names - rect.x), beside ? STYLE_STRONG : STYLE_NORMAL,
		web->names[row]);
	for (int i = 0; i < shape->columns && stage->left + i < row; i++) {
		int column = stage->left + i, x = rect.x + shape->name + i * shape->column + mark_at(shape);
		bool linked = web_has(web, row, column);

		grid_text(grid, x, rect.y, 1, linked ? STYLE_STRONG : STYLE_DIM, linked ? WEB_LINKED : WEB_OPEN);
		spot_move(grid, (struct rect){ x - 1, rect.y, 3, 1 }, row - stage->row,
			column - (stage->column < row ? stage->column : row - 1), "Space");
		if (row == stage->row && column == stage->column) {
			grid_paint(grid, (struct rect){ x - 1, rect.y, 3, 1 }, STYLE_SELECTED);
			grid_cursor(grid, x, rect.y);
		}
	}
}

/* Scrolls so that the cursor is in sight, and no line is left empty that could be used. */
static void scroll(int *first, int cursor, int room, int count)
{
	if (*first > count - room)
		*first = count - room;
	if (*first < 0)
		*first = 0;
	if (cursor < *first)
		*first = cursor;
	if (room > 0 && cursor >= *first + room)
		*first = cursor - room + 1;
}

static void draw_pair(const struct stage *stage, const struct web *web, struct grid *grid, struct rect rect)
{
	grid_printf(grid, rect.x, rect.y, rect.width, STYLE_NORMAL,
		web_has(web, stage->row, stage->column) ? _("%s and %s: linked") : _("%s and %s: not linked"),
		web->names[stage->column], web->names[stage->row]);
}

static void draw_count(const struct stage *stage, const struct web *web, struct grid *grid, struct rect rect)
{
	grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM,
		/* TRANSLATORS: %s is a key. */
		P_("%zu of %zu possible link is there; %s links and unlinks",
		   "%zu of %zu possible links are there; %s links and unlinks", web_possible(web)),
		web->links.linked, web_possible(web), stage_show_key(stage, "link").text);
}

static void draw_triangle(struct stage *stage, const struct web *web, struct grid *grid, struct rect rect)
{
	struct shape shape;

	shape_of(web, rect, &shape);
	scroll(&stage->top, stage->row, shape.lines, (int)web->count);
	scroll(&stage->left, stage->column, shape.columns, (int)web->count - 1);
	draw_count(stage, web, grid, rect);
	for (int i = 0; i < shape.columns && stage->left + i + 1 < (int)web->count; i++)
		draw_title(web, &shape, grid,
			(struct rect){ rect.x + shape.name + i * shape.column, rect.y + 1, shape.column, 1 },
			(size_t)(stage->left + i));
	for (int i = 0; i < shape.lines && stage->top + i < (int)web->count; i++)
		draw_row(stage, web, &shape, grid, (struct rect){ rect.x, rect.y + 2 + i, rect.width, 1 },
			stage->top + i);
	draw_pair(stage, web, grid, (struct rect){ rect.x, rect.y + rect.height - 1, rect.width, 1 });
}

static void draw_list(struct stage *stage, const struct web *web, struct grid *grid, struct rect rect)
{
	int lines = rect.height - 1, at = stage->column - (stage->column > stage->row), counted;
	char *count = mem_printf(_("%zu of %zu"), web->links.linked, web_possible(web)), *name;

	counted = text_width(count);
	name = text_ellipsize(web->names[stage->row], rect.width > counted + 6 ? rect.width - counted - 6 : 1);
	grid_text_right(grid, rect.x, rect.y, rect.width, STYLE_DIM, count);
	grid_printf(grid, rect.x, rect.y, rect.width - counted - 1, STYLE_STRONG, "< %s >", name);
	free(name);
	scroll(&stage->top, at, lines, (int)web->count - 1);
	for (int i = 0; i < lines && stage->top + i + 1 < (int)web->count; i++) {
		int other = links_other(stage, stage->top + i), y = rect.y + 1 + i;

		grid_text(grid, rect.x, y, 3, STYLE_KEY, web_has(web, stage->row, other) ? "[x]" : "[ ]");
		grid_text_cut(grid, rect.x + 4, y, rect.width - 4, STYLE_NORMAL, web->names[other]);
		spot_move(grid, (struct rect){ rect.x, y, rect.width, 1 }, stage->top + i - at, 0, "Space");
		if (other == stage->column) {
			grid_paint(grid, (struct rect){ rect.x, y, rect.width, 1 }, STYLE_SELECTED);
			grid_cursor(grid, rect.x + 1, y);
		}
	}
	free(count);
}

/* For those who hear it: the pair at the cursor, and the others of its row when they are asked for. */
static void draw_in_words(const struct stage *stage, const struct web *web, struct grid *grid, struct rect rect)
{
	int row = stage->row;

	draw_count(stage, web, grid, rect);
	grid_hear(grid, rect.y, HEARD_ONCE);
	for (int i = 0; i + 1 < (int)web->count; i++) {
		int other = links_other(stage, i), y = ++rect.y;

		grid_printf(grid, rect.x, y, rect.width, STYLE_NORMAL,
			web_has(web, row, other) ? _("%s and %s: linked") : _("%s and %s: not linked"), web->names[row],
			web->names[other]);
		grid_hear(grid, y, HEARD_ON_DEMAND);
		if (other == stage->column)
			grid_cursor(grid, rect.x, y);
	}
}

void links_draw(struct stage *stage, struct grid *grid, struct rect rect)
{
	struct web web;

	web_init(&web, stage->session, stage->progress->step);
	stage->as_list = grid->linear || rect.width < LIST_BELOW || rect.height < LINES_LEAST;
	if (web.count < 2) {
		/* TRANSLATORS: %s is a key. */
		char *text = mem_printf(_("There is nothing to link yet: the table needs two rows at least (%s goes "
					  "back)."), stage_show_key(stage, "previous").text);

		grid_wrap(grid, rect, STYLE_NORMAL, text);
		free(text);
	} else {
		links_keep_within(stage, &web);
		if (grid->linear)
			draw_in_words(stage, &web, grid, rect);
		else if (stage->as_list)
			draw_list(stage, &web, grid, rect);
		else
			draw_triangle(stage, &web, grid, rect);
	}
	web_release(&web);
}
