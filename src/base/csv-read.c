/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading tables as text: which encoding, which separator, which cells. */
#include "base/csv.h"

#include "base/i18n.h"
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#define MARK "\xef\xbb\xbf"
#define LINES_LOOKED_AT 50

void csv_release(struct csv *csv)
{
	for (size_t i = 0; i < csv->count; i++) {
		for (size_t j = 0; j < csv->rows[i].count; j++)
			free(csv->rows[i].cells[j]);
		free(csv->rows[i].cells);
	}
	free(csv->rows);
	*csv = (struct csv){ 0 };
}

/* Encodings */

/* Whether it begins with a mark of UTF-16, and in which order the bytes are. */
static bool is_utf16(const char *text, size_t length, bool *big)
{
	*big = length >= 2 && memcmp(text, "\xfe\xff", 2) == 0;
	return *big || (length >= 2 && memcmp(text, "\xff\xfe", 2) == 0);
}

/* UTF-16 behind its mark as UTF-8, for free(); NULL where it is none. */
static char *from_utf16(const char *text, size_t length, bool big, size_t *out_length)
{
	const unsigned char *bytes = (const unsigned char *)text;
	size_t units = length / 2 - 1;
	uint16_t *wide = mem_zalloc(units + 1, sizeof *wide);
	uint8_t *out;

	for (size_t i = 0; i < units; i++) {
		const unsigned char *pair = bytes + 2 + 2 * i;

		wide[i] = (uint16_t)(big ? pair[0] << 8 | pair[1] : pair[1] << 8 | pair[0]);
	}
	out = length % 2 ? NULL : u16_to_u8(wide, units, NULL, out_length);
	free(wide);
	return (char *)out;
}

static int line_of(const char *text, size_t at)
{
	int line = 1;

	for (size_t i = 0; i < at; i++)
		line += text[i] == '\n' || (text[i] == '\r' && !(i + 1 < at && text[i + 1] == '\n'));
	return line;
}

/* The text as UTF-8 with a NUL behind it, for free(); NULL with err set. */
static char *decode(const char *text, size_t length, struct err *err)
{
	bool big;
	char *out;
	const uint8_t *wrong;

	if (is_utf16(text, length, &big)) {
		size_t got = 0;
		char *utf8 = from_utf16(text, length, big, &got);

		out = utf8 ? mem_strndup(utf8, got) : NULL;
		if (out && strlen(out) == got) {
			free(utf8);
			return out;
		}
		free(utf8);
		free(out);
		err_set(err, ERR_INPUT, "%s", _("this is not text: save the list as CSV in UTF-8 and try again"));
		return NULL;
	}
	if (memchr(text, '\0', length)) {
		err_set(err, ERR_INPUT, "%s", _("this is not text: save the list as CSV in UTF-8 and try again"));
		return NULL;
	}
	wrong = u8_check((const uint8_t *)text, length);
	if (wrong) {
		err_set(err, ERR_INPUT,
			_("line %d is not UTF-8: in the spreadsheet, save it as \"CSV UTF-8\" and try again"),
			line_of(text, (size_t)((const char *)wrong - text)));
		return NULL;
	}
	if (length >= strlen(MARK) && memcmp(text, MARK, strlen(MARK)) == 0) {
		text += strlen(MARK);
		length -= strlen(MARK);
	}
	return mem_strndup(text, length);
}

/* Separators */

/* How many of the first lines have the separator as often as most of them have. */
static int lines_alike(const char *text, char separator)
{
	int counts[LINES_LOOKED_AT], lines = 0, best = 0, here = 0;
	const char *begin = text;
	bool quoted = false, blank = true;

	for (; lines < LINES_LOOKED_AT; text++) {
		/* Only at the beginning of a cell a quote is one. */
		if (*text == '"' && (quoted || text == begin || strchr("\t;,\r\n", text[-1])))
			quoted = !quoted;
		if (!*text || (!quoted && (*text == '\n' || *text == '\r'))) {
			if (!blank)
				counts[lines++] = here;
			here = 0;
			blank = true;
			if (!*text)
				break;
			continue;
		}
		here += !quoted && *text == separator;
		blank = blank && strchr(" \t,;", *text);
	}
	for (int i = 0; i < lines; i++) {
		int alike = 0;

		for (int j = 0; counts[i] > 0 && j < lines; j++)
			alike += counts[j] == counts[i];
		best = alike > best ? alike : best;
	}
	return best;
}

static const char candidates[] = { '\t', ';', ',' };

/* Where two part as many lines alike, the one that is less often a part of what people write. */
static char find_separator(const char *text)
{
	char found = ',';
	int most = 0;

	for (size_t i = 0; i < COUNT_OF(candidates); i++) {
		int alike = lines_alike(text, candidates[i]);

		if (alike > most) {
			most = alike;
			found = candidates[i];
		}
	}
	return found;
}

/* The one that parts a line: the usual one, or else the first that it has. */
static char separator_of(const char *line, char usual)
{
	size_t length = strcspn(line, "\r\n");

	for (size_t i = 0; !memchr(line, usual, length) && i < COUNT_OF(candidates); i++)
		if (memchr(line, candidates[i], length))
			return candidates[i];
	return usual;
}

/* Cells */

static int add_cell(struct csv_row *row, const struct str *cell, struct err *err)
{
	if (row->count == CSV_CELLS_MOST)
		return err_set(err, ERR_INPUT, _("line %d has more than %d cells"), row->line, CSV_CELLS_MOST);
	row->cells = mem_grow(row->cells, &row->capacity, row->count, sizeof *row->cells);
	row->cells[row->count++] = mem_strdup(cell->data);
	return 0;
}

/* Reads a cell and steps behind it; false where a quote is never closed. */
static bool read_cell(const char **at, char separator, int *line, struct str *cell)
{
	const char *text = *at;
	bool quoted = *text == '"';

	str_clear(cell);
	for (text += quoted; *text; text++) {
		if (quoted && *text == '"' && text[1] == '"')
			text++;
		else if (quoted && *text == '"') {
			quoted = false;
			continue;
		} else if (!quoted && (*text == separator || *text == '\n' || *text == '\r'))
			break;
		*line += *text == '\n' || (*text == '\r' && text[1] != '\n');
		str_addc(cell, *text);
	}
	*at = text;
	return !quoted;
}

static bool is_blank(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i][strspn(row->cells[i], " \t\r\n")])
			return false;
	return true;
}

/* Reads a row and steps to the next one. */
static int read_row(struct csv_row *row, const char **at, char separator, int *line, struct err *err)
{
	struct str cell;
	int result = 0;

	str_init(&cell);
	for (bool more = true; more && result == 0;) {
		if (!read_cell(at, separator, line, &cell)) {
			result = err_set(err, ERR_INPUT, _("line %d: a quote is opened there and never closed"),
				row->line);
			break;
		}
		result = add_cell(row, &cell, err);
		more = **at == separator;
		*at += more;
	}
	str_release(&cell);
	if (result == 0 && **at) {
		*at += **at == '\r' && (*at)[1] == '\n' ? 2 : 1;
		(*line)++;
	}
	return result;
}

static void drop_last(struct csv *csv)
{
	struct csv_row *row = &csv->rows[--csv->count];

	for (size_t i = 0; i < row->count; i++)
		free(row->cells[i]);
	free(row->cells);
	*row = (struct csv_row){ 0 };
}

int csv_read(const char *text, size_t length, bool mixed, struct csv *out, struct err *err)
{
	char *decoded = decode(text, length, err);
	const char *at = decoded;
	int line = 1, result = decoded ? 0 : -1;

	if (decoded)
		out->separator = find_separator(decoded);
	while (result == 0 && *at) {
		struct csv_row *row;

		if (out->count == CSV_ROWS_MOST) {
			result = err_set(err, ERR_INPUT, _("there are more than %d lines: take them in in parts"),
				CSV_ROWS_MOST);
			break;
		}
		out->rows = mem_grow(out->rows, &out->capacity, out->count, sizeof *out->rows);
		row = &out->rows[out->count++];
		row->line = line;
		row->separator = mixed ? separator_of(at, out->separator) : out->separator;
		result = read_row(row, &at, row->separator, &line, err);
		if (result == 0 && is_blank(row))
			drop_last(out);
	}
	free(decoded);
	return result;
}
