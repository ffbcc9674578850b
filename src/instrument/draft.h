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

/* In draft-draw.c and draft-keys.c: operations of the instrument. */
void draft_draw(struct stage *stage, struct grid *grid, struct rect rect);
void draft_enter(struct stage *stage);
void draft_undone(struct stage *stage);
context_set draft_contexts(const struct stage *stage);
bool draft_key(struct stage *stage, enum action action, const struct key *key);
char *draft_typed(const struct stage *stage);
bool draft_restore(struct stage *stage, const char *name, const char *text);

#endif
