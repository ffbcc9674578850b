/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of sealed rows share. */
#ifndef ACCORD_INSTRUMENT_SEALED_H
#define ACCORD_INSTRUMENT_SEALED_H

#include "instrument/answerers.h"
#include "instrument/instrument.h"
#include "instrument/way.h"

/*
 * A row: a side's own answers, or its guesses; stage->row is its number. By name its cells are the people who are here,
 * as in roll call, and stage->column is the cell of the cursor. Otherwise they are filled from the left, and who is not
 * here from the right.
 */
struct sealed_row {
	int side;
	enum which which;
	struct answerers answerers; /* those who are here */
	int count, filled; /* cells */
	int absent;        /* of those filled, without names */
};

int sealed_rows(const struct step *step);
void sealed_row_init(struct sealed_row *row, const struct stage *stage, int number);
void sealed_row_release(struct sealed_row *row);
bool sealed_is_filled(const struct sealed_row *row, const struct progress *progress, int cell);
/* Whether it is of somebody who is not here for this step. */
bool sealed_is_absent(const struct sealed_row *row, const struct progress *progress, int cell);

void sealed_draw(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect);

#endif
