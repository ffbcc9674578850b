/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as text, with commas between their cells (RFC 4180). */
#ifndef ACCORD_BASE_CSV_H
#define ACCORD_BASE_CSV_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>

/* Writes a table, row by row; lines end in CR LF. */
struct csv_writer {
	struct str *out; /* to which is appended */
	bool begun;      /* the row has a cell */
};

/*
 * A cell of words. A spreadsheet takes what begins with = + - @ or a control for a formula, and may run it: such a cell
 * gets an apostrophe before it, and so does one that already begins with apostrophes and then one of those, so that
 * csv_restore finds back what it was.
 */
void csv_text(struct csv_writer *writer, const char *text);
/* A cell of a column of numbers, dates or ids: a whole number stays one, even below 0; what is none is like words. */
void csv_value(struct csv_writer *writer, const char *value);
void csv_number(struct csv_writer *writer, long long number);
/* Ends the row. */
void csv_end(struct csv_writer *writer);

/* A line of cells, as it was read. A line may go on over several of the file's, within quotes. */
struct csv_row {
	char **cells; /* as they stand there, without their quotes */
	size_t count, capacity;
	int line;     /* of the file where it begins, from 1 */
	char separator;
};

struct csv {
	struct csv_row *rows; /* those in which something stands */
	size_t count, capacity;
	char separator; /* the usual one */
};

#define CSV_ROWS_MOST 5000
#define CSV_CELLS_MOST 200

/*
 * Reads lines whose cells are separated by tabs, semicolons or commas, whichever parts most lines alike; quotes hold
 * together what is in them. mixed: a line without that separator is parted by another one. A byte order mark is passed over; UTF-16 that begins with one becomes UTF-8. Refuses what is no
 * UTF-8, a quote that is never closed, and more than the limits above: returns -1 with err set. Else 0; csv_release in
 * either case. An empty csv is one of zeros.
 */
int csv_read(const char *text, size_t length, bool mixed, struct csv *out, struct err *err);
void csv_release(struct csv *csv);

/* Where the text begins that csv_text was given: behind the apostrophe that it may have put there. */
const char *csv_restore(const char *cell);

#endif
