/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as text, with commas between their cells (RFC 4180). */
#ifndef ACCORD_BASE_CSV_H
#define ACCORD_BASE_CSV_H

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

/* Where the text begins that csv_text was given: behind the apostrophe that it may have put there. */
const char *csv_restore(const char *cell);

#endif
