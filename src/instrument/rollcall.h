/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking answers: person by person, or as a tally. */
#ifndef ACCORD_INSTRUMENT_ROLLCALL_H
#define ACCORD_INSTRUMENT_ROLLCALL_H

#include "instrument/instrument.h"

void rollcall_enter(struct stage *stage);
void rollcall_draw(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect);
bool rollcall_key(struct stage *stage, const struct answering *answering, enum action action,
	const struct key *key);
/* See struct instrument. Only what may be seen while it is typed is ever kept. */
char *rollcall_draft(const struct stage *stage, const struct answering *answering);
bool rollcall_restore(struct stage *stage, const struct answering *answering, const char *draft, const char *text);
/* Those present whose answers are not complete. */
int rollcall_missing(const struct session *session, const struct progress *progress);

/* How many of each side gave each answer, without saying which before the reveal. */
void tally_draw(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect);
bool tally_key(struct stage *stage, const struct answering *answering, enum action action, const struct key *key);

#endif
