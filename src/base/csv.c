/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as text, with commas between their cells. */
#include "base/csv.h"

#include <string.h>

/* With the full-width forms, which some spreadsheets take for the same. */
static const char *const openings[] = { "=", "+", "-", "@", "\t", "\r", "\n", "\xef\xbc\x9d", "\xef\xbc\x8b",
	"\xef\xbc\x8d", "\xef\xbc\xa0" };

/* Whether a text, or what follows the apostrophes that it begins with, could be taken for a formula. */
static bool opens_formula(const char *text)
{
	text += strspn(text, "'");
	for (size_t i = 0; i < COUNT_OF(openings); i++)
		if (strncmp(text, openings[i], strlen(openings[i])) == 0)
			return true;
	return false;
}

static void add_cell(struct csv_writer *writer, const char *before, const char *cell)
{
	bool quoted = cell[strcspn(cell, ",;\t\"\r\n")] || (cell[0] && (cell[0] == ' ' || cell[strlen(cell) - 1] == ' '));

	if (writer->begun)
		str_addc(writer->out, ',');
	writer->begun = true;
	if (quoted)
		str_addc(writer->out, '"');
	str_add(writer->out, before);
	for (; *cell; cell++) {
		if (*cell == '"')
			str_addc(writer->out, '"');
		str_addc(writer->out, *cell);
	}
	if (quoted)
		str_addc(writer->out, '"');
}

void csv_text(struct csv_writer *writer, const char *text)
{
	add_cell(writer, opens_formula(text) ? "'" : "", text);
}

static bool is_whole_number(const char *value)
{
	const char *digits = value + (value[0] == '-');
	size_t length = strspn(digits, "0123456789");

	return length > 0 && !digits[length];
}

void csv_value(struct csv_writer *writer, const char *value)
{
	add_cell(writer, !is_whole_number(value) && opens_formula(value) ? "'" : "", value);
}

void csv_number(struct csv_writer *writer, long long number)
{
	if (writer->begun)
		str_addc(writer->out, ',');
	writer->begun = true;
	str_printf(writer->out, "%lld", number);
}

void csv_end(struct csv_writer *writer)
{
	str_add(writer->out, "\r\n");
	writer->begun = false;
}

const char *csv_restore(const char *cell)
{
	return cell[0] == '\'' && opens_formula(cell) ? cell + 1 : cell;
}
