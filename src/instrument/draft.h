/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a draft share: where its cursor is, and who votes. */
#ifndef ACCORD_INSTRUMENT_DRAFT_H
#define ACCORD_INSTRUMENT_DRAFT_H

#include "instrument/answerers.h"
#include "instrument/clause.h"
#include "instrument/instrument.h"

/*
 * stage->row is the clause. While it is voted on, stage->inside is set, and stage->column is whose turn it is among
 * the people of both sides.
 */

void draft_standing(const struct stage *stage, struct standing *out);
/* Whether the clause is voted on; undo may have taken the text away that was. */
bool draft_voting(const struct stage *stage, const struct standing *standing);
/* Each person votes, whatever the step says of who answers. To be released as answerers. */
void draft_voters(struct answerers *voters, const struct session *session);
/* The index of the first voter of a side, or of those after it. */
int draft_first(const struct answerers *voters, int side);

void draft_draw(struct stage *stage, struct grid *grid, struct rect rect);

#endif
