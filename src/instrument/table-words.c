/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register's table for those who hear it: rows one by one, and within it the cell that is asked for. */
#include "instrument/table.h"

#include "base/i18n.h"

#include <stdlib.h>

/* What stands in a cell, for free(); where something must and does not, that is said. */
static char *cell_of(const struct table *table, int row, size_t column)
{
	const struct table_column *here = &table->columns[column];
	const char *value = row_value(table->rows[row], here->id);

	if (!value[0] && here->column && here->column->required)
		return mem_strdup(_("missing"));
	return cell_show(table->session, table->step, here, value);
}

/* "lift; Side Sales; Direction up", for free(). */
static char *row_of(const struct table *table, int row)
{
	struct str out;

	str_init(&out);
	for (size_t c = 0; c < table->column_count; c++) {
		char *cell = cell_of(table, row, c);

		if (c == 0)
			str_add(&out, cell);
		else if (cell[0])
			str_printf(&out, "; %s %s", table->columns[c].title, cell);
		free(cell);
	}
	return out.data;
}

/* What the row is called: what stands in its first column, or its number. For free(). */
static char *name_of(const struct table *table)
{
	const char *value = row_value(table->rows[table->stage->row], table->columns[0].id);

	if (table->stage->column == 0 || !value[0])
		return mem_printf(_("row %d"), table->stage->row + 1);
	return cell_of(table, table->stage->row, 0);
}

/* The cell at the cursor with its row, and what stands in it. */
static void draw_here(const struct table *table, struct grid *grid, struct rect line)
{
	const struct table_column *column = table_column_here(table);
	char *name = name_of(table);
	char *cell = cell_show(table->session, table->step, column,
		row_value(table->rows[table->stage->row], column->id));
	const char *text = table->stage->editing ? table->stage->field.text.data : cell;

	grid_printf(grid, line.x, line.y, line.width, STYLE_NORMAL, text[0] ? "%s, %s [%s]" : "%s, %s", name,
		column->title, text);
	grid_hear(grid, line.y, HEARD_ON_DEMAND);
	grid_cursor(grid, line.x, line.y);
	free(cell);
	free(name);
}

static void draw_hint(const struct table *table, struct grid *grid, struct rect line)
{
	const struct table_column *column = table_column_here(table);
	struct str words;

	if (!table->stage->inside) {
		char *text = table_invitation(table);

		grid_wrap(grid, line, STYLE_DIM, text);
		free(text);
		return;
	}
	str_init(&words);
	if (column->person)
		for (size_t i = 0; i < table->step->level_count; i++)
			str_printf(&words, "%s%zu %s", i ? ", " : "", i, table->step->levels[i].text);
	else if (column->column->hint)
		str_printf(&words, "%s: %s", column->title, column->column->hint);
	grid_wrap(grid, line, STYLE_DIM, words.data);
	grid_hear(grid, line.y, HEARD_ONCE);
	str_release(&words);
}

void table_draw_in_words(struct stage *stage, struct grid *grid, struct rect rect)
{
	struct table table;

	table_init(&table, stage);
	for (int r = 0; r < (int)table.row_count && rect.height > 2; r++) {
		char *row = row_of(&table, r);

		grid_text_cut(grid, rect.x, rect.y, rect.width, STYLE_NORMAL, row);
		/* Within the table the cells are told. */
		if (stage->inside)
			grid_hear(grid, rect.y, HEARD_ON_DEMAND);
		free(row);
		rect.y++;
		rect.height--;
	}
	if (stage->inside && table.row_count > 0) {
		draw_here(&table, grid, rect);
		rect.y++;
	}
	draw_hint(&table, grid, rect);
	table_release(&table);
}
