/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps that were asked again, or revealed twice: what is said of that beside the last result. */
#ifndef ACCORD_INSTRUMENT_ROUNDS_H
#define ACCORD_INSTRUMENT_ROUNDS_H

#include "instrument/instrument.h"

/* The first round's result, what moved since, and whether a reveal was taken back; nothing where none of it was. */
void rounds_summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc);
/* The same in a sentence or two. */
void rounds_digest(const struct session *session, const struct progress *progress, int today, struct doc *doc);
/* From which middle answer to which a group moved; nothing where one of them is NULL. For an instrument's moved. */
void rounds_write_move(const char *name, const char *from, const char *to, struct doc *doc);
/*
 * What stands above the asking: that there is a first result, which is not shown lest it lead the second, or that the
 * answers were seen and stay. Returns the lines that it took, an empty one included; 0 where there is nothing to say, or
 * little room.
 */
int rounds_draw(const struct stage *stage, struct grid *grid, struct rect rect);

#endif
