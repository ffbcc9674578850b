/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a roll call share. */
#ifndef ACCORD_INSTRUMENT_ROLLCALL_PARTS_H
#define ACCORD_INSTRUMENT_ROLLCALL_PARTS_H

#include "instrument/rollcall.h"

/* Those who answer here: all, or the one whose seat this is. To be released. */
void rollcall_answerers(struct answerers *answerers, const struct stage *stage);
/* Whether each answer is one of several parts, gone through one by one. */
bool rollcall_has_parts(const struct stage *stage);

/* In rollcall-draw.c */
void rollcall_draw(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect);

#endif
