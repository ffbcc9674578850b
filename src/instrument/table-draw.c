/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a register's table is drawn: as many of its rows and columns as there is room for. */
#include "instrument/table.h"

#include "base/i18n.h"
#include "base/text.h"
#include "view/spot.h"

#include <stdlib.h>
#include <string.h>

static int least_width(const struct table_column *column)
{
	if (!column->column)
		return 4;
	switch (column->column->type) {
	case COLUMN_TEXT:
		return 14;
	case COLUMN_PERSON:
		return 10;
	case COLUMN_CHOICE:
	case COLUMN_SIDE:
		return 9;
	case COLUMN_DATE:
		return 10;
	case COLUMN_MONEY:
		return 9;
	default:
		return 5;
	}
}

static bool is_right(const struct table_column *column)
{
	return column->column && (column->column->type == COLUMN_MONEY || column->column->type == COLUMN_NUMBER);
}

static int side_width(const struct session *session)
{
	int first = text_width(session->bank->sides[0].name), second = text_width(session->bank->sides[1].name);

	return first > second ? first : second;
}

/* A column is as wide as its title, within reason, and texts and sides as what is in them. */
static int width_of(const struct table *table, size_t c)
{
	const struct table_column *column = &table->columns[c];
	int width = least_width(column), title = text_width(column->title);
	int first = table->room < 52 ? table->room / 2 : 26;
	int most = c == 0 ? first : column->column && column->column->type == COLUMN_TEXT ? 22 : 14;

	if (column->person)
		return 6;
	if (title > width)
		width = title;
	if (column->column->type == COLUMN_SIDE && side_width(table->session) > width)
		width = side_width(table->session);
	for (size_t r = 0; r < table->row_count && column->column->type == COLUMN_TEXT; r++) {
		int text = text_width(row_value(table->rows[r], column->id));

		width = text > width ? text : width;
	}
	return width > most ? most : width;
}

/* What the first column and those from one to another take. */
static int columns_from(const struct table *table, int from, int to)
{
	int used = width_of(table, 0);

	for (int c = from; c <= to; c++)
		used += 2 + width_of(table, (size_t)c);
	return used;
}

/* Scrolls until the cursor's column is in sight beside the first one, which always is. */
static void scroll_columns(const struct table *table, int room)
{
	struct stage *stage = table->stage;

	if (stage->left < 1)
		stage->left = 1;
	if (stage->column > 0 && stage->column < stage->left)
		stage->left = stage->column;
	while (stage->left < stage->column && columns_from(table, stage->left, stage->column) > room)
		stage->left++;
	/* Where there is room to the right of the last column, more can be shown at the left. */
	while (stage->left > 1 && columns_from(table, stage->left - 1, (int)table->column_count - 1) <= room)
		stage->left--;
}

/* From outside a click goes in first, and what is typed elsewhere is kept first. */
static void add_spot(const struct table *table, struct grid *grid, struct rect cell, int r, size_t c)
{
	const struct stage *stage = table->stage;
	int down = r - stage->row, right = (int)c - stage->column;

	spot_move(grid, cell, down, right, stage->editing || !stage->inside ? NULL : "Enter");
	if (!stage->inside || (stage->editing && (down != 0 || right != 0)))
		spot_enters(grid);
}

static void draw_cell(const struct table *table, struct grid *grid, struct rect cell, int right, int r, size_t c)
{
	struct stage *stage = table->stage;
	const struct row *row = table->rows[r];
	const struct table_column *column = &table->columns[c];
	const char *value = row_value(row, column->id);
	char *text = cell_show(table->session, table->step, column, value);
	bool here = stage->inside && r == stage->row && (int)c == stage->column;
	int side = column->column && column->column->type == COLUMN_SIDE ? bank_side(table->session->bank, value)
									  : SIDE_NONE;

	if (here && stage->editing) {
		if (cell.width < 20)
			cell.width = 20;
		if (cell.x + cell.width > right) {
			cell.x = right - cell.width;
			grid_text(grid, cell.x - 1, cell.y, 1, STYLE_NORMAL, " ");
		}
		field_draw(&stage->field, grid, cell);
	} else {
		if (!value[0] && column->column && column->column->required) {
			free(text);
			text = mem_strdup("?");
		}
		if (is_right(column))
			grid_text_right(grid, cell.x, cell.y, cell.width, STYLE_NORMAL, text);
		else
			grid_text_cut(grid, cell.x, cell.y, cell.width, style_of_side(side), text);
		if (here) {
			grid_paint(grid, cell, STYLE_SELECTED);
			grid_cursor(grid, cell.x, cell.y);
		}
	}
	add_spot(table, grid, cell, r, c);
	free(text);
}

/* People go by their first name, as a column is narrow. */
static void draw_title(struct grid *grid, struct rect rect, int width, const struct table_column *column)
{
	char *first;

	if (!column->person) {
		grid_text_cut(grid, rect.x, rect.y, width, STYLE_DIM, column->title);
		return;
	}
	first = mem_strndup(column->title, strcspn(column->title, " "));
	grid_text_cut(grid, rect.x, rect.y, width, style_of_side(column->person->side), first);
	free(first);
}

/* Draws a column over all lines and returns its width, the gap behind it included. */
static int draw_column(const struct table *table, struct grid *grid, struct rect rect, size_t c, bool field_above)
{
	int width = width_of(table, c), lines = rect.height - 1;
	struct stage *stage = table->stage;

	if (width > rect.width)
		width = rect.width;
	if (is_right(&table->columns[c]))
		grid_text_right(grid, rect.x, rect.y, width, STYLE_DIM, table->columns[c].title);
	else
		draw_title(grid, rect, width, &table->columns[c]);
	for (int i = 0; i < lines && stage->top + i < (int)table->row_count; i++) {
		/* The field is drawn last, as it may cover its neighbours. */
		bool field = stage->editing && stage->top + i == stage->row && (int)c == stage->column;

		if (field == field_above)
			draw_cell(table, grid, (struct rect){ rect.x, rect.y + 1 + i, width, 1 },
				rect.x + rect.width, stage->top + i, c);
	}
	return width + 2;
}

/* Returns whether there are more columns at the right. */
static bool draw_columns(const struct table *table, struct grid *grid, struct rect rect, bool field_above)
{
	int x = rect.x + draw_column(table, grid, rect, 0, field_above), end = rect.x + rect.width;
	int c = table->stage->left;

	if (c > 1)
		grid_text(grid, x - 2, rect.y, 1, STYLE_KEY, "\xe2\x86\x90");
	for (; c < (int)table->column_count && end - x >= 3; c++)
		x += draw_column(table, grid, (struct rect){ x, rect.y, end - x, rect.height }, (size_t)c,
			field_above);
	return c < (int)table->column_count;
}

char *table_invitation(const struct table *table)
{
	const struct key_shown enter = stage_show_key(table->stage, "enter");

	if (table->row_count)
		/* TRANSLATORS: both %s are keys. */
		return mem_printf(_("%s goes into the table, %s shows what it says."), enter.text,
			stage_show_key(table->stage, "reveal").text);
	/* TRANSLATORS: %s is a key. */
	return mem_printf(_("%s begins the table; lines can be pasted, too."), enter.text);
}

static void draw_hint(const struct table *table, struct grid *grid, struct rect rect, bool more)
{
	const struct table_column *column = table_column_here(table);
	char *text;

	if (more)
		rect.width -= grid_text_right(grid, rect.x, rect.y, rect.width, STYLE_KEY, _(" more \xe2\x86\x92"));

	if (!table->stage->inside) {
		text = table_invitation(table);
	} else if (column->person) {
		struct str words;

		str_init(&words);
		for (size_t i = 0; i < table->step->level_count; i++)
			str_printf(&words, "%s%zu %s", i ? ", " : "", i, table->step->levels[i].text);
		/* The side is not only the colour of the column's title. */
		text = mem_printf("%s (%s): %s", column->person->name,
			table->session->bank->sides[column->person->side].name, words.data);
		str_release(&words);
	} else {
		text = mem_printf(column->column->hint ? "%s: %s" : "%s", column->title, column->column->hint);
	}
	grid_text_cut(grid, rect.x, rect.y, rect.width, STYLE_DIM, text);
	free(text);
}

void table_draw(struct stage *stage, struct grid *grid, struct rect rect)
{
	struct table table;
	struct rect body = { rect.x, rect.y, rect.width, rect.height - 2 };
	int lines = body.height - 1;
	bool more;

	if (grid->linear) {
		table_draw_in_words(stage, grid, rect);
		return;
	}
	table_init(&table, stage);
	table.room = rect.width;
	scroll_columns(&table, rect.width);
	if (stage->row < stage->top)
		stage->top = stage->row;
	if (lines > 0 && stage->row >= stage->top + lines)
		stage->top = stage->row - lines + 1;
	more = draw_columns(&table, grid, body, false);
	if (stage->editing)
		draw_columns(&table, grid, body, true);
	draw_hint(&table, grid, (struct rect){ rect.x, rect.y + rect.height - 1, rect.width, 1 }, more);
	table_release(&table);
}
