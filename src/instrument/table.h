/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register as a table that is filled in like a spreadsheet. */
#ifndef ACCORD_INSTRUMENT_TABLE_H
#define ACCORD_INSTRUMENT_TABLE_H

#include "instrument/instrument.h"

void table_draw(struct stage *stage, struct grid *grid, struct rect rect);
bool table_key(struct stage *stage, enum action action, const struct key *key);
unsigned table_contexts(const struct stage *stage);
/* See struct instrument. */
char *table_draft(const struct stage *stage);
bool table_restore(struct stage *stage, const char *draft, const char *text);

/*
 * Lines of a paste or a file become rows: cells are split at tabs, or else at commas (with CSV's quotes). A first line of column
 * titles says the order. problems gets a line about each cell that could not be read; such a cell stays empty.
 * Returns the number of rows.
 */
int table_paste(const struct session *session, const struct step *step, const char *text, int place, int today,
	struct changes *changes, struct str *problems);

#endif
