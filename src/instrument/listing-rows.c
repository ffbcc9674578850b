/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes of the lines of a list. */
#include "instrument/listing.h"

#include "base/date.h"
#include "base/habit.h"
#include "base/i18n.h"
#include "base/text.h"
#include "instrument/listing-parts.h"

#include <stdlib.h>
#include <string.h>

/* What the cells of a column tell about how amounts and dates are written there. */
struct habits {
	enum decimal decimal;
	enum date_order order;
};

static void clear_rows(struct listing *listing)
{
	for (size_t i = 0; i < listing->row_count; i++) {
		for (size_t f = 0; f < listing->field_count; f++)
			free(listing->rows[i].values[f]);
		free(listing->rows[i].values);
	}
	free(listing->rows);
	listing->rows = NULL;
	listing->row_count = listing->row_capacity = listing->taken_rows = 0;
	diags_release(&listing->problems);
}

void listing_release(struct listing *listing)
{
	clear_rows(listing);
	csv_release(&listing->csv);
	free(listing->columns);
	free(listing->fields);
	free(listing->taken);
	*listing = (struct listing){ 0 };
}

/* The cell of a row that is taken for a field, for free(); NULL where the row has none, and its column (from 1). */
static char *cell_of(const struct listing *listing, const struct csv_row *row, size_t field, int *column)
{
	*column = 0;
	for (size_t i = 0; i < row->count && i < listing->column_count; i++)
		if (listing->taken[i] == (int)field) {
			*column = (int)i + 1;
			return listing_clean(row->cells[i]);
		}
	return NULL;
}

/* People */

static bool is_here(const struct session *session, const char *name, int side)
{
	char *folded = text_fold(name);
	bool found = false;

	for (size_t i = 0; i < session->person_count && !found; i++) {
		char *other = text_fold(session->people[i].name);

		found = session->people[i].side == side && strcmp(other, folded) == 0;
		free(other);
	}
	free(folded);
	return found;
}

/* A name in two parts as one. */
static void join_names(struct listing_row *row)
{
	const char *first = row->values[PERSON_FIRST], *last = row->values[PERSON_LAST];
	char *name;

	if ((row->values[PERSON_NAME] && row->values[PERSON_NAME][0]) || (!first && !last))
		return;
	name = mem_printf("%s %s", first ? first : "", last ? last : "");
	free(row->values[PERSON_NAME]);
	row->values[PERSON_NAME] = text_tidy(name);
	free(name);
}

/* Why nobody comes of a line; false where somebody does. */
static bool refuse_person(struct listing *listing, const struct listing_row *row, const int *columns)
{
	const struct side *sides = listing->session->bank->sides;
	const char *name = row->values[PERSON_NAME], *side = row->values[PERSON_SIDE];
	int number = side ? bank_side(listing->session->bank, side) : SIDE_NONE;

	if (name && name[0] && !side)
		diags_add(&listing->problems, "", row->line, 0, _("'%s' has no side; write \"Name, role, %s\""), name,
			sides[0].name);
	else if (!name || !name[0])
		diags_add(&listing->problems, "", row->line, columns[PERSON_NAME],
			_("the name is missing; write \"Name, role, %s\""), sides[0].name);
	else if (number == SIDE_NONE)
		diags_add(&listing->problems, "", row->line, columns[PERSON_SIDE], _("'%s' is no side; write %s or %s"),
			side, sides[0].name, sides[1].name);
	else if (strlen(name) > CHANGE_NAME_MOST || (row->values[PERSON_ROLE] && strlen(row->values[PERSON_ROLE]) > CHANGE_NAME_MOST))
		diags_add(&listing->problems, "", row->line, columns[PERSON_NAME],
			_("a name or a role is longer than %d bytes: shorten it"), CHANGE_NAME_MOST);
	else if (is_here(listing->session, name, number))
		diags_add(&listing->problems, "", row->line, columns[PERSON_NAME], _("'%s' is among the people already"),
			name);
	else
		return false;
	return true;
}

static void read_person(struct listing *listing, const struct csv_row *from, struct listing_row *row)
{
	int columns[PERSON_FIELDS];

	for (size_t f = 0; f < PERSON_FIELDS; f++)
		row->values[f] = cell_of(listing, from, f, &columns[f]);
	join_names(row);
	row->skipped = refuse_person(listing, row, columns);
}

/* Rows of a register */

static enum column_type type_of(const struct listing *listing, size_t field)
{
	return listing->columns[field].column ? listing->columns[field].column->type : COLUMN_LEVEL;
}

static bool is_written_variously(enum column_type type)
{
	return type == COLUMN_MONEY || type == COLUMN_NUMBER || type == COLUMN_DATE;
}

/* What all cells of the column that say something agree on. */
static struct habits habits_of(const struct listing *listing, size_t field)
{
	struct habits habits = { DECIMAL_UNKNOWN, ORDER_UNKNOWN };
	bool money = true, dates = true;

	for (size_t i = listing->headed; i < listing->csv.count; i++) {
		int column;
		char *cell = cell_of(listing, &listing->csv.rows[i], field, &column);
		enum decimal decimal = cell ? amount_decimal(cell) : DECIMAL_UNKNOWN;
		enum date_order order = cell ? date_order_of(cell) : ORDER_UNKNOWN;

		money = money && (decimal == DECIMAL_UNKNOWN || habits.decimal == DECIMAL_UNKNOWN || habits.decimal == decimal);
		dates = dates && (order == ORDER_UNKNOWN || habits.order == ORDER_UNKNOWN || habits.order == order);
		habits.decimal = decimal != DECIMAL_UNKNOWN ? decimal : habits.decimal;
		habits.order = order != ORDER_UNKNOWN ? order : habits.order;
		free(cell);
	}
	return (struct habits){ money ? habits.decimal : DECIMAL_UNKNOWN, dates ? habits.order : ORDER_UNKNOWN };
}

/* A date as 2026-12-31, for free(); NULL with err set where it could be two. What is no date stays as it is. */
static char *plain_date(const char *cell, enum date_order order, struct err *err)
{
	int day = date_read(cell, order);
	char iso[11];

	if (day == DATE_UNCLEAR) {
		err_set(err, ERR_INPUT, _("'%s' has the day or the month first: write it as 2026-12-31"), cell);
		return NULL;
	}
	if (day == DAY_NONE)
		return mem_strdup(cell);
	date_format(day, iso);
	return mem_strdup(iso);
}

/* "true", "x", "ja" as spreadsheets have them. */
static char *plain_yes_no(const char *cell)
{
	static const char *const signs[][2] = { { "true", "yes" }, { "x", "yes" }, { "1", "yes" }, { "ja", "yes" },
		{ "oui", "yes" }, { "false", "no" }, { "0", "no" }, { "nein", "no" }, { "non", "no" }, { "-", "no" } };
	char *folded = text_fold(cell);

	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (strcmp(folded, signs[i][0]) == 0) {
			free(folded);
			return mem_strdup(signs[i][1]);
		}
	free(folded);
	return mem_strdup(cell);
}

/* A cell as cell_parse reads it, for free(); NULL with err set. */
static char *plain(const struct listing *listing, size_t field, const struct habits *habits, const char *cell,
	struct err *err)
{
	switch (type_of(listing, field)) {
	case COLUMN_MONEY:
	case COLUMN_NUMBER:
		return amount_plain(cell, habits->decimal);
	case COLUMN_DATE:
		return plain_date(cell, habits->order, err);
	case COLUMN_YES_NO:
		return plain_yes_no(cell);
	default:
		return mem_strdup(cell);
	}
}

static void read_cell(struct listing *listing, size_t field, const struct habits *habits, const struct csv_row *from,
	struct listing_row *row)
{
	int column;
	char *cell = cell_of(listing, from, field, &column), *text = NULL, *value = NULL;
	struct err err = { 0 };

	if (cell && cell[0] && (text = plain(listing, field, habits, cell, &err)))
		value = cell_parse(listing->session, listing->step, &listing->columns[field], text, listing->today, &err);
	if (value && strlen(value) > CHANGE_TEXT_MOST)
		err_set(&err, ERR_INPUT, _("this is longer than %d bytes: shorten it"), CHANGE_TEXT_MOST);
	if (value && value[0] && !err.message[0])
		row->values[field] = value;
	else
		free(value);
	if (err.message[0])
		diags_add(&listing->problems, "", row->line, column, _("%s: %s"), listing->fields[field].title, err.message);
	free(text);
	free(cell);
}

static void read_row(struct listing *listing, const struct habits *habits, const struct csv_row *from,
	struct listing_row *row)
{
	row->skipped = true;
	for (size_t f = 0; f < listing->field_count; f++) {
		read_cell(listing, f, &habits[f], from, row);
		row->skipped = row->skipped && !row->values[f];
	}
	if (row->skipped)
		diags_add(&listing->problems, "", row->line, 0, "%s", _("nothing of it is taken"));
}

/* All of them */

void listing_work_out(struct listing *listing)
{
	struct habits *habits = mem_zalloc(listing->field_count, sizeof *habits);

	clear_rows(listing);
	for (size_t f = 0; listing->step && f < listing->field_count; f++)
		if (is_written_variously(type_of(listing, f)))
			habits[f] = habits_of(listing, f);
	for (size_t i = listing->headed; i < listing->csv.count; i++) {
		const struct csv_row *from = &listing->csv.rows[i];
		struct listing_row *row;

		listing->rows = mem_grow(listing->rows, &listing->row_capacity, listing->row_count, sizeof *listing->rows);
		row = &listing->rows[listing->row_count++];
		*row = (struct listing_row){ .line = from->line,
					     .values = mem_zalloc(listing->field_count, sizeof *row->values) };
		if (listing->step)
			read_row(listing, habits, from, row);
		else
			read_person(listing, from, row);
		listing->taken_rows += !row->skipped;
	}
	free(habits);
}

char *listing_show(const struct listing *listing, size_t field, const char *value)
{
	int side;

	if (listing->step)
		return cell_show(listing->session, listing->step, &listing->columns[field], value);
	side = field == PERSON_SIDE ? bank_side(listing->session->bank, value) : SIDE_NONE;
	return mem_strdup(side == SIDE_NONE ? value : listing->session->bank->sides[side].name);
}

static void add_row(const struct listing *listing, const struct listing_row *row, int id, int place,
	struct changes *changes)
{
	change_row_add(changes, listing->step->key, id, place);
	for (size_t f = 0; f < listing->field_count; f++)
		if (row->values[f])
			change_cell(changes, id, listing->fields[f].id, row->values[f]);
}

void listing_add(const struct listing *listing, int place, struct changes *changes)
{
	int next = listing->step ? session_next_row(listing->session) : 0, added = 0;

	for (size_t i = 0; i < listing->row_count; i++) {
		const struct listing_row *row = &listing->rows[i];

		if (row->skipped)
			continue;
		if (listing->step)
			add_row(listing, row, next + added, place + added, changes);
		else
			change_person_add(changes, row->values[PERSON_NAME],
				row->values[PERSON_ROLE] ? row->values[PERSON_ROLE] : "",
				bank_side(listing->session->bank, row->values[PERSON_SIDE]));
		added++;
	}
}

int listing_fail(const struct listing *listing, struct err *err)
{
	const struct diag *first = listing->problems.items;

	if (listing->problems.count == 0)
		return 0;
	return err_set(err, ERR_INPUT, _("line %d: %s"), first->line, first->message);
}
