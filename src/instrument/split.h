/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of cells, as spreadsheets copy them. */
#ifndef ACCORD_INSTRUMENT_SPLIT_H
#define ACCORD_INSTRUMENT_SPLIT_H

#include <stddef.h>

struct cells {
	char **items; /* tidied */
	size_t count, capacity;
};

/*
 * Splits the line that begins at text: at tabs where it has one, else at commas, where quotes hold together what is in
 * them (RFC 4180). Returns the bytes up to the next line.
 */
size_t split_line(const char *text, struct cells *cells);
void cells_release(struct cells *cells);

#endif
