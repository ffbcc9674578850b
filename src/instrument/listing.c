/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a list are taken for. */
#include "instrument/listing.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/listing-parts.h"

#include <stdlib.h>
#include <string.h>

char *listing_clean(const char *cell)
{
	char *tidy = text_tidy(csv_restore(cell)), *visible = text_visible(tidy, false);

	free(tidy);
	return visible;
}

/* Words above columns of people, folded. Those of other languages are what spreadsheets of our users have. */
static const struct {
	int field;
	const char *word;
} words[] = {
	{ PERSON_NAME, "name" },       { PERSON_NAME, "full name" }, { PERSON_NAME, "person" },
	{ PERSON_NAME, "participant" }, { PERSON_NAME, "who" },       { PERSON_NAME, "nom" },
	{ PERSON_NAME, "nombre" },     { PERSON_ROLE, "role" },      { PERSON_ROLE, "function" },
	{ PERSON_ROLE, "job" },        { PERSON_ROLE, "job title" }, { PERSON_ROLE, "title" },
	{ PERSON_ROLE, "position" },   { PERSON_ROLE, "rolle" },     { PERSON_ROLE, "funktion" },
	{ PERSON_ROLE, "r\xc3\xb4le" }, { PERSON_ROLE, "fonction" },  { PERSON_SIDE, "side" },
	{ PERSON_SIDE, "team" },       { PERSON_SIDE, "department" }, { PERSON_SIDE, "unit" },
	{ PERSON_SIDE, "seite" },      { PERSON_SIDE, "bereich" },   { PERSON_SIDE, "abteilung" },
	{ PERSON_SIDE, "\xc3\xa9quipe" }, { PERSON_FIRST, "first name" }, { PERSON_FIRST, "given name" },
	{ PERSON_FIRST, "vorname" },   { PERSON_FIRST, "pr\xc3\xa9nom" }, { PERSON_LAST, "last name" },
	{ PERSON_LAST, "surname" },    { PERSON_LAST, "family name" }, { PERSON_LAST, "nachname" },
};

static void set_fields(struct listing *listing)
{
	static const char *const ids[PERSON_FIELDS] = { "name", "role", "side", "first-name", "last-name" };
	const char *const titles[PERSON_FIELDS] = { _("Name"), _("Role"), _("Side"), _("First name"), _("Last name") };
	size_t count = PERSON_FIELDS;

	if (listing->step)
		listing->columns = table_columns(listing->session, listing->step, &count);
	listing->field_count = count;
	listing->fields = mem_zalloc(count, sizeof *listing->fields);
	for (size_t i = 0; i < count; i++)
		listing->fields[i] = listing->step
			? (struct listing_field){ listing->columns[i].id, listing->columns[i].title }
			: (struct listing_field){ ids[i], titles[i] };
}

/* The field that a word above a column means; LISTING_NONE for none. */
static int field_of(const struct listing *listing, const char *cell)
{
	char *clean = listing_clean(cell), *folded = text_fold(clean);
	int found = LISTING_NONE;

	for (size_t i = 0; i < listing->field_count && found == LISTING_NONE; i++) {
		char *title = text_fold(listing->fields[i].title);

		if (folded[0] && (strcmp(folded, title) == 0 || strcmp(folded, listing->fields[i].id) == 0))
			found = (int)i;
		free(title);
	}
	for (size_t i = 0; !listing->step && i < COUNT_OF(words) && found == LISTING_NONE; i++)
		if (strcmp(folded, words[i].word) == 0)
			found = words[i].field;
	free(folded);
	free(clean);
	return found;
}

/* The numbers of rows and people in our own exports, which are given anew. */
static bool is_number(const char *cell)
{
	return strcmp(cell, "#") == 0 || strcmp(cell, "number") == 0;
}

/* Takes columns for what the first line calls them; false where it names none, or too few. */
static bool read_header(struct listing *listing)
{
	const struct csv_row *row = &listing->csv.rows[0];
	size_t known = 0, taken = 0;

	for (size_t i = 0; i < listing->column_count; i++)
		listing->taken[i] = LISTING_NONE;
	for (size_t i = 0; i < row->count; i++) {
		int field = field_of(listing, row->cells[i]);

		for (size_t j = 0; j < i; j++)
			if (listing->taken[j] == field)
				field = LISTING_NONE;
		listing->taken[i] = field;
		taken += field != LISTING_NONE;
		known += field != LISTING_NONE || is_number(row->cells[i]);
	}
	return taken > 0 && ((known >= 2 && known * 2 > row->count) || known == row->count);
}

/* Of people, a first line that has a side is somebody. */
static bool has_side(const struct listing *listing, const struct csv_row *row)
{
	bool found = false;

	for (size_t i = 0; i < row->count && !found; i++) {
		char *clean = listing_clean(row->cells[i]);

		found = bank_side(listing->session->bank, clean) != SIDE_NONE;
		free(clean);
	}
	return found;
}

/* Makes one cell of the first ones, separators and all: of names that have commas. */
static void join_first(struct csv_row *row, size_t count)
{
	struct str joined;

	str_init(&joined);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			str_addc(&joined, row->separator);
		str_add(&joined, row->cells[i]);
		free(row->cells[i]);
	}
	row->cells[0] = joined.data;
	for (size_t i = count; i < row->count; i++)
		row->cells[i - count + 1] = row->cells[i];
	row->count -= count - 1;
}

/* Lines of people that nothing stands above: name, role and side, the last ones first, and no role where it is short. */
static void shape_people(struct listing *listing)
{
	for (size_t i = 0; i < listing->csv.count; i++) {
		struct csv_row *row = &listing->csv.rows[i];

		if (row->count > 3)
			join_first(row, row->count - 2);
		if (row->count != 2)
			continue;
		row->cells = mem_grow(row->cells, &row->capacity, row->count, sizeof *row->cells);
		row->cells[2] = row->cells[1];
		row->cells[1] = mem_strdup("");
		row->count = 3;
	}
}

static bool is_comment(const struct csv_row *row)
{
	const char *cell = row->cells[0];

	return cell[strspn(cell, " \t")] == '#' && !is_number(cell);
}

static void drop_comments(struct csv *csv)
{
	size_t kept = 0;

	for (size_t i = 0; i < csv->count; i++) {
		struct csv_row row = csv->rows[i];

		if (!is_comment(&row)) {
			csv->rows[kept++] = row;
			continue;
		}
		for (size_t j = 0; j < row.count; j++)
			free(row.cells[j]);
		free(row.cells);
	}
	csv->count = kept;
}

/* Columns, and room for what each is taken for. */
static void count_columns(struct listing *listing)
{
	listing->column_count = 0;
	for (size_t i = 0; i < listing->csv.count; i++)
		if (listing->csv.rows[i].count > listing->column_count)
			listing->column_count = listing->csv.rows[i].count;
	free(listing->taken);
	listing->taken = mem_zalloc(listing->column_count, sizeof *listing->taken);
}

/* By the first line, or else by their order. */
static void take_columns(struct listing *listing)
{
	count_columns(listing);
	if (listing->csv.count > 0)
		listing->headed = (listing->step || !has_side(listing, &listing->csv.rows[0])) && read_header(listing);
	if (listing->headed)
		return;
	if (!listing->step) {
		shape_people(listing);
		count_columns(listing);
	}
	for (size_t i = 0; i < listing->column_count; i++)
		listing->taken[i] = i < (listing->step ? listing->field_count : PERSON_FIRST) ? (int)i : LISTING_NONE;
}

int listing_init(struct listing *listing, const struct session *session, const struct step *step, const char *text,
	size_t length, int today, struct err *err)
{
	*listing = (struct listing){ .session = session, .step = step, .today = today };
	if (csv_read(text, length, step == NULL, &listing->csv, err) != 0)
		return -1;
	if (!step)
		drop_comments(&listing->csv);
	set_fields(listing);
	take_columns(listing);
	listing_work_out(listing);
	return 0;
}

static bool is_taken(const struct listing *listing, int field)
{
	for (size_t i = 0; i < listing->column_count; i++)
		if (listing->taken[i] == field)
			return true;
	return false;
}

void listing_turn(struct listing *listing, size_t column, int by)
{
	int fields = (int)listing->field_count, next;

	if (column >= listing->column_count)
		return;
	next = listing->taken[column];
	do {
		next += by;
		if (next < LISTING_NONE)
			next = fields - 1;
		if (next >= fields)
			next = LISTING_NONE;
	} while (next != LISTING_NONE && next != listing->taken[column] && is_taken(listing, next));
	listing->taken[column] = next;
	listing_work_out(listing);
}

void listing_take_like(struct listing *listing, const struct listing *other)
{
	if (listing->column_count != other->column_count || listing->field_count != other->field_count)
		return;
	for (size_t i = 0; i < listing->column_count; i++)
		listing->taken[i] = other->taken[i];
	listing_work_out(listing);
}

char *listing_column_name(const struct listing *listing, size_t column)
{
	const struct csv_row *row = listing->csv.rows;

	if (listing->headed && column < row->count && row->cells[column][0])
		return listing_clean(row->cells[column]);
	return mem_printf(_("Column %zu"), column + 1);
}

char *listing_sample(const struct listing *listing, size_t column)
{
	for (size_t i = listing->headed; i < listing->csv.count; i++) {
		const struct csv_row *row = &listing->csv.rows[i];

		if (column < row->count && row->cells[column][0])
			return listing_clean(row->cells[column]);
	}
	return mem_strdup("");
}
