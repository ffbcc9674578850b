/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register as a table that is filled in like a spreadsheet. */
#ifndef ACCORD_INSTRUMENT_TABLE_H
#define ACCORD_INSTRUMENT_TABLE_H

#include "instrument/cell.h"
#include "instrument/instrument.h"

/* What those who draw and edit it work on. */
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

/* Keeps the stage's cursor within what there is. */
void table_init(struct table *table, struct stage *stage);
void table_release(struct table *table);
/* The column of the cursor. */
const struct table_column *table_column_here(const struct table *table);

/* How one begins to fill it in, for free(). */
char *table_invitation(const struct table *table);
void table_draw(struct stage *stage, struct grid *grid, struct rect rect);
/* The same for those who hear it: rows one by one, and the cell at the cursor. */
void table_draw_in_words(struct stage *stage, struct grid *grid, struct rect rect);
bool table_key(struct stage *stage, enum action action, const struct key *key);
context_set table_contexts(const struct stage *stage);
/* See struct instrument. */
char *table_draft(const struct stage *stage);
bool table_restore(struct stage *stage, const char *draft, const char *text);

#endif
