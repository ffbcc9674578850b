/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of links share: where the cursor is, and how it is drawn. */
#ifndef ACCORD_INSTRUMENT_LINKS_H
#define ACCORD_INSTRUMENT_LINKS_H

#include "instrument/instrument.h"
#include "instrument/web.h"

/*
 * The cursor: in the triangle stage->row is the lower of the two things, below stage->column; in a list stage->row is
 * the one whose links are listed, and stage->column the other. Both stay within what there is.
 */
void links_keep_within(struct stage *stage, const struct web *web);
/* The nth of those that a thing can be linked with. */
int links_other(const struct stage *stage, int n);

void links_draw(struct stage *stage, struct grid *grid, struct rect rect);

#endif
