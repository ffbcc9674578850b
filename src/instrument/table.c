/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register as a table that is filled in like a spreadsheet: its keys, and its drafts. */
#include "instrument/table.h"

#include "base/i18n.h"
#include "instrument/listing.h"

#include <stdlib.h>
#include <string.h>

#define PAGE 10 /* rows */

void table_init(struct table *table, struct stage *stage)
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

void table_release(struct table *table)
{
	free(table->columns);
	free(table->rows);
}

static const struct row *row_here(const struct table *table)
{
	return table->row_count > 0 ? table->rows[table->stage->row] : NULL;
}

const struct table_column *table_column_here(const struct table *table)
{
	return &table->columns[table->stage->column];
}

/* Keys */

context_set table_contexts(const struct stage *stage)
{
	const char *analysis = stage->progress->step->analysis;

	if (stage->inside)
		return CONTEXT_TABLE;
	return CONTEXT_STEP | CONTEXT_MOVE | CONTEXT_ANY | CONTEXT_ROWS |
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
	char *value = cell_parse(table->session, table->step, table_column_here(table), text, stage->today, &err);

	if (!value) {
		stage_say(stage, true, "%s", err.message);
		return false;
	}
	if (strcmp(value, row_value(row_here(table), table_column_here(table)->id)) != 0) {
		changes_label(stage->changes, N_("change in a table"));
		change_cell(stage->changes, row_here(table)->id, table_column_here(table)->id, value);
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

/* What of a list could not be read: as much as has room in a line. */
static void say_problems(struct stage *stage, const struct listing *listing)
{
	struct str problems;

	str_init(&problems);
	for (size_t i = 0; i < listing->problems.count && problems.length < 150; i++)
		str_printf(&problems, _("%sline %d: %s"), i ? "; " : "", listing->problems.items[i].line,
			listing->problems.items[i].message);
	stage_say(stage, true, "%s", problems.data);
	str_release(&problems);
}

static void add_listing(struct table *table, const struct listing *listing)
{
	struct stage *stage = table->stage;
	int rows = (int)listing->taken_rows, removed = 0;

	changes_label(stage->changes, N_("pasted rows"));
	listing_add(listing, (int)table->row_count, stage->changes);
	/* A row that was begun for what is pasted now has done its part. */
	if (rows > 0 && row_here(table) && is_empty(table, row_here(table))) {
		change_row_remove(stage->changes, row_here(table)->id);
		removed = 1;
	}
	if (listing->problems.count > 0)
		say_problems(stage, listing);
	else
		stage_say(stage, false, P_("%d row added", "%d rows added", rows), rows);
	stage->inside = true;
	stage->row = (int)table->row_count + rows - 1 - removed;
}

static void paste(struct table *table, const char *text)
{
	struct listing listing;
	struct err err = { 0 };

	if (!strpbrk(text, "\t\n\r,;") && row_here(table)) {
		commit(table, text);
		return;
	}
	if (listing_init(&listing, table->session, table->step, text, strlen(text), table->stage->today, &err) == 0)
		add_listing(table, &listing);
	else
		stage_say(table->stage, true, "%s", err.message);
	listing_release(&listing);
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
	if (action == ACT_ADD && !(row && key_is(key, '+') && table_column_here(table)->column &&
				   table_column_here(table)->column->type == COLUMN_DATE)) {
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
		char *text = cell_show(table->session, table->step, table_column_here(table),
			row_value(row, table_column_here(table)->id));

		begin_typing(table, text);
		free(text);
		return true;
	}
	if (move_key(table, action))
		return true;
	/* Levels are one digit each: the heat map is filled as fast as it is read out. */
	if (is_level(table_column_here(table)) && key_digit(key) >= 0) {
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
		name = mem_printf("%d:%s", row_here(&table)->id, table_column_here(&table)->id);
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
