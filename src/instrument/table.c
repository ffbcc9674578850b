/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register as a table that is filled in like a spreadsheet. */
#include "instrument/table.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/cell.h"
#include "instrument/split.h"

#include <stdlib.h>
#include <string.h>

#define PAGE 10 /* rows */

/* What the functions of this file work on. */
struct table {
	struct stage *stage;
	const struct session *session;
	const struct step *step;
	struct table_column *columns;
	size_t column_count;
	const struct row **rows;
	size_t row_count;
	int room; /* columns of the screen, when it is drawn */
};

static void table_init(struct table *table, struct stage *stage)
{
	table->stage = stage;
	table->room = 0;
	table->session = stage->session;
	table->step = stage->progress->step;
	table->columns = table_columns(table->session, table->step, &table->column_count);
	table->rows = mem_zalloc(table->session->row_count, sizeof *table->rows);
	table->row_count = session_rows(table->session, table->step->key, table->rows);
	if (stage->row >= (int)table->row_count)
		stage->row = (int)table->row_count - 1;
	if (stage->row < 0)
		stage->row = 0;
	if (stage->column >= (int)table->column_count)
		stage->column = (int)table->column_count - 1;
}

static void table_release(struct table *table)
{
	free(table->columns);
	free(table->rows);
}

static const struct row *row_here(const struct table *table)
{
	return table->row_count > 0 ? table->rows[table->stage->row] : NULL;
}

static const struct table_column *column_here(const struct table *table)
{
	return &table->columns[table->stage->column];
}

/* Drawing */

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

static void draw_hint(const struct table *table, struct grid *grid, struct rect rect, bool more)
{
	const struct table_column *column = column_here(table);
	char *text;

	if (more)
		rect.width -= grid_text_right(grid, rect.x, rect.y, rect.width, STYLE_KEY, _(" more \xe2\x86\x92"));

	if (!table->stage->inside) {
		text = mem_strdup(table->row_count ? _("Enter goes into the table, r shows what it says.")
						   : _("Enter begins the table; lines can be pasted, too."));
	} else if (column->person) {
		struct str words;

		str_init(&words);
		for (size_t i = 0; i < table->step->level_count; i++)
			str_printf(&words, "%s%zu %s", i ? ", " : "", i, table->step->levels[i].text);
		text = mem_printf("%s: %s", column->person->name, words.data);
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

/* Keys */

unsigned table_contexts(const struct stage *stage)
{
	const char *analysis = stage->progress->step->analysis;

	if (stage->inside)
		return CONTEXT_TABLE;
	return CONTEXT_STEP | CONTEXT_MOVE | CONTEXT_ANY |
	       (analysis && strcmp(analysis, "overlap") == 0 ? CONTEXT_REGISTER : 0);
}

/* A new row is of the side of the one before it: a side lists its things one after the other. */
static void add_row(struct table *table, int place)
{
	struct stage *stage = table->stage;
	const struct row *before = row_here(table);
	int id = session_next_row(table->session);

	changes_label(stage->changes, N_("adding a row"));
	change_row_add(stage->changes, table->step->key, id, place);
	for (size_t c = 0; before && c < table->step->column_count; c++)
		if (table->step->columns[c].type == COLUMN_SIDE)
			change_cell(stage->changes, id, table->step->columns[c].id,
				row_value(before, table->step->columns[c].id));
	stage->row = place;
	stage->column = 0;
}

static bool is_empty(const struct table *table, const struct row *row)
{
	for (size_t i = 0; i < row->cell_count; i++) {
		const struct column *column = step_column(table->step, row->cells[i].column);

		if (row->cells[i].value[0] && !(column && column->type == COLUMN_SIDE))
			return false;
	}
	return true;
}

/* Rows in which nothing was entered are not left behind. */
static void leave(struct table *table)
{
	for (size_t i = 0; i < table->row_count; i++) {
		if (!is_empty(table, table->rows[i]))
			continue;
		changes_label(table->stage->changes, N_("removing empty rows"));
		change_row_remove(table->stage->changes, table->rows[i]->id);
	}
	table->stage->inside = false;
}

static void next_cell(struct table *table)
{
	struct stage *stage = table->stage;

	if (stage->column + 1 < (int)table->column_count) {
		stage->column++;
	} else if (stage->row + 1 < (int)table->row_count) {
		stage->row++;
		stage->column = 0;
	} else {
		add_row(table, (int)table->row_count);
	}
}

static void previous_cell(struct table *table)
{
	struct stage *stage = table->stage;

	if (stage->column > 0) {
		stage->column--;
	} else if (stage->row > 0) {
		stage->row--;
		stage->column = (int)table->column_count - 1;
	}
}

/* Takes what was typed into the cell; false where it cannot be read. */
static bool commit(struct table *table, const char *text)
{
	struct stage *stage = table->stage;
	struct err err = { 0 };
	char *value = cell_parse(table->session, table->step, column_here(table), text, stage->today, &err);

	if (!value) {
		stage_say(stage, true, "%s", err.message);
		return false;
	}
	if (strcmp(value, row_value(row_here(table), column_here(table)->id)) != 0) {
		changes_label(stage->changes, N_("change in a table"));
		change_cell(stage->changes, row_here(table)->id, column_here(table)->id, value);
	}
	stage->editing = false;
	free(value);
	return true;
}

static bool key_while_typing(struct table *table, enum action action, const struct key *key)
{
	struct stage *stage = table->stage;

	if (key->code == K_TAB || key->code == K_BACKTAB || key->code == K_UP || key->code == K_DOWN) {
		if (!commit(table, stage->field.text.data))
			return true;
		if (key->code == K_TAB)
			next_cell(table);
		else if (key->code == K_BACKTAB)
			previous_cell(table);
		else if (key->code == K_UP && stage->row > 0)
			stage->row--;
		else if (key->code == K_DOWN && stage->row + 1 < (int)table->row_count)
			stage->row++;
		return true;
	}
	if (action == ACT_SAVE) {
		commit(table, stage->field.text.data);
		return true;
	}
	if (action == ACT_BACK) {
		stage->editing = false;
		return true;
	}
	if (action == ACT_HELP)
		return false;
	field_key(&stage->field, key);
	return true;
}

static bool is_level(const struct table_column *column)
{
	return column->person || column->column->type == COLUMN_LEVEL;
}

static void begin_typing(struct table *table, const char *text)
{
	field_set(&table->stage->field, text);
	table->stage->editing = true;
}

static void paste(struct table *table, const char *text)
{
	struct stage *stage = table->stage;
	struct str problems;
	int rows, removed = 0;

	if (!strpbrk(text, "\t\n,") && row_here(table)) {
		commit(table, text);
		return;
	}
	str_init(&problems);
	changes_label(stage->changes, N_("pasted rows"));
	rows = table_paste(table->session, table->step, text, (int)table->row_count, stage->today, stage->changes,
		&problems);
	/* A row that was begun for what is pasted now has done its part. */
	if (rows > 0 && row_here(table) && is_empty(table, row_here(table))) {
		change_row_remove(stage->changes, row_here(table)->id);
		removed = 1;
	}
	if (problems.length)
		stage_say(stage, true, "%s", problems.data);
	else
		stage_say(stage, false, P_("%d row added", "%d rows added", rows), rows);
	stage->inside = true;
	stage->row = (int)table->row_count + rows - 1 - removed;
	str_release(&problems);
}

static bool move_key(struct table *table, enum action action)
{
	struct stage *stage = table->stage;

	switch (action) {
	case ACT_UP:
		stage->row -= stage->row > 0;
		return true;
	case ACT_DOWN:
		stage->row += stage->row + 1 < (int)table->row_count;
		return true;
	case ACT_PAGE_UP:
		stage->row = stage->row > PAGE ? stage->row - PAGE : 0;
		return true;
	case ACT_PAGE_DOWN:
		stage->row += PAGE;
		if (stage->row >= (int)table->row_count)
			stage->row = table->row_count ? (int)table->row_count - 1 : 0;
		return true;
	case ACT_LEFT:
		stage->column -= stage->column > 0;
		return true;
	case ACT_RIGHT:
		stage->column += stage->column + 1 < (int)table->column_count;
		return true;
	case ACT_FIRST:
		stage->column = 0;
		return true;
	case ACT_LAST:
		stage->column = (int)table->column_count - 1;
		return true;
	case ACT_NEXT_CELL:
		next_cell(table);
		return true;
	case ACT_PREVIOUS_CELL:
		previous_cell(table);
		return true;
	default:
		return false;
	}
}

static bool key_inside(struct table *table, enum action action, const struct key *key)
{
	struct stage *stage = table->stage;
	const struct row *row = row_here(table);

	if (action == ACT_BACK) {
		leave(table);
		return true;
	}
	/* "+2w" is a day. */
	if (action == ACT_ADD && !(row && key_is(key, '+') && column_here(table)->column &&
				   column_here(table)->column->type == COLUMN_DATE)) {
		add_row(table, table->row_count ? stage->row + 1 : 0);
		return true;
	}
	if (key->code == K_PASTE) {
		paste(table, key->paste);
		return true;
	}
	if (action == ACT_UNDO || action == ACT_REDO || action == ACT_HELP)
		return false;
	if (!row)
		return true;
	if (action == ACT_DELETE) {
		changes_label(stage->changes, N_("removing a row"));
		change_row_remove(stage->changes, row->id);
		return true;
	}
	if (action == ACT_ENTER) {
		char *text = cell_show(table->session, table->step, column_here(table),
			row_value(row, column_here(table)->id));

		begin_typing(table, text);
		free(text);
		return true;
	}
	if (move_key(table, action))
		return true;
	/* Levels are one digit each: the heat map is filled as fast as it is read out. */
	if (is_level(column_here(table)) && key_digit(key) >= 0) {
		if (commit(table, key->text) && stage->column + 1 < (int)table->column_count)
			stage->column++;
		return true;
	}
	if (key->code == K_CHAR && !key->ctrl) {
		begin_typing(table, key->text);
		return true;
	}
	if (key->code == K_BACKSPACE) {
		commit(table, "");
		return true;
	}
	return false;
}

bool table_key(struct stage *stage, enum action action, const struct key *key)
{
	struct table table;
	bool used = false;

	table_init(&table, stage);
	if (stage->editing && row_here(&table)) {
		used = key_while_typing(&table, action, key);
	} else if (stage->inside) {
		stage->editing = false;
		used = key_inside(&table, action, key);
	} else if (action == ACT_ENTER || action == ACT_DOWN || action == ACT_RIGHT) {
		stage->inside = used = true;
		if (table.row_count == 0)
			add_row(&table, 0);
	} else if (key->code == K_PASTE) {
		paste(&table, key->paste);
		used = true;
	}
	table_release(&table);
	return used;
}

/* Drafts */

char *table_draft(const struct stage *stage)
{
	struct stage copy = *stage;
	struct table table;
	char *name = NULL;

	table_init(&table, &copy);
	if (stage->editing && row_here(&table))
		name = mem_printf("%d:%s", row_here(&table)->id, column_here(&table)->id);
	table_release(&table);
	return name;
}

bool table_restore(struct stage *stage, const char *draft, const char *text)
{
	struct table table;
	char *end;
	long row = strtol(draft, &end, 10);
	bool found_row = false, found_column = false;

	table_init(&table, stage);
	for (size_t r = 0; r < table.row_count; r++) {
		if (table.rows[r]->id != row)
			continue;
		stage->row = (int)r;
		found_row = true;
	}
	for (size_t c = 0; *end == ':' && c < table.column_count; c++) {
		if (strcmp(table.columns[c].id, end + 1) != 0)
			continue;
		stage->column = (int)c;
		found_column = true;
	}
	if (found_row && found_column) {
		stage->inside = true;
		begin_typing(&table, text);
	}
	table_release(&table);
	return found_row && found_column;
}

/* Pasting */

/* Where each pasted cell goes; true when the line was one of titles. */
static bool read_titles(const struct table_column *columns, size_t count, const struct cells *cells, size_t *order)
{
	size_t known = 0;

	for (size_t i = 0; i < cells->count; i++) {
		char *folded = text_fold(cells->items[i]);

		order[i] = count;
		for (size_t c = 0; c < count; c++) {
			char *title = text_fold(columns[c].title);

			if (strcmp(title, folded) == 0 || strcmp(columns[c].id, folded) == 0)
				order[i] = c;
			free(title);
		}
		known += order[i] < count;
		free(folded);
	}
	return known >= 2 && known * 2 > cells->count;
}

int table_paste(const struct session *session, const struct step *step, const char *text, int place, int today,
	struct changes *changes, struct str *problems)
{
	size_t count, *order;
	struct table_column *columns = table_columns(session, step, &count);
	int next = session_next_row(session), rows = 0, line = 0;
	bool first = true;

	order = mem_zalloc(count + 1, sizeof *order);
	for (size_t i = 0; i <= count; i++)
		order[i] = i;
	while (*text) {
		struct cells cells = { 0 };
		bool titles = false;

		text += split_line(text, &cells);
		line++;
		if (first && cells.count > 1) {
			size_t *given = mem_zalloc(cells.count + count, sizeof *given);

			titles = read_titles(columns, count, &cells, given);
			for (size_t i = 0; titles && i < count; i++)
				order[i] = i < cells.count ? given[i] : count;
			free(given);
		}
		if (!titles && (cells.count > 1 || cells.items[0][0])) {
			int id = next + rows;

			change_row_add(changes, step->key, id, place + rows++);
			for (size_t i = 0; i < cells.count && i < count; i++) {
				struct err err = { 0 };
				char *value;

				if (order[i] >= count)
					continue;
				value = cell_parse(session, step, &columns[order[i]], cells.items[i], today, &err);
				if (value && value[0])
					change_cell(changes, id, columns[order[i]].id, value);
				else if (!value && problems->length < 150)
					str_printf(problems, _("%sline %d: %s"), problems->length ? "; " : "", line,
						err.message);
				free(value);
			}
		}
		first = false;
		cells_release(&cells);
	}
	free(order);
	free(columns);
	return rows;
}
