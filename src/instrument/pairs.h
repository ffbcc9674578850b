/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of rating pairs share. */
#ifndef ACCORD_INSTRUMENT_PAIRS_H
#define ACCORD_INSTRUMENT_PAIRS_H

#include "instrument/analysis.h"
#include "instrument/instrument.h"

/* Whether the ratings were revealed, and the room settles those that it had to discuss. */
bool pairs_settling(const struct stage *stage);
/* How many pairs there are. A pair is a number from 0 on, and has a row of each side. */
int pairs_count(const struct pair_matrix *matrix);
const struct row *pairs_row(const struct pair_matrix *matrix, int side, int pair);
/* A pair's rating by a side, or by the room (SIDES), into value; false where there is none. */
bool pairs_rating(const struct stage *stage, const struct pair_matrix *matrix, int pair, int side, int *value);
/* How many pairs a side has rated. */
int pairs_rated(const struct stage *stage, const struct pair_matrix *matrix, int side);
/* Whether the sides are two apart, and the room has not settled it. */
bool pairs_to_discuss(const struct stage *stage, const struct pair_matrix *matrix, int pair);

/* In pairs-draw.c */
void pairs_draw(struct stage *stage, struct grid *grid, struct rect rect);

#endif
