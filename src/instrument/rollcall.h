/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking answers: person by person, as a tally, or in rows. */
#ifndef ACCORD_INSTRUMENT_ROLLCALL_H
#define ACCORD_INSTRUMENT_ROLLCALL_H

#include "instrument/answerers.h"
#include "instrument/instrument.h"

/*
 * For those who hear it, below what explains it in the lines before rect: whose turn it is, and the others when they are
 * asked for.
 */
void rollcall_draw_in_words(struct stage *stage, const struct answering *answering, struct grid *grid,
	struct rect rect, const struct answerers *answerers);
void tally_draw_in_words(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect);
void sealed_draw_in_words(struct stage *stage, struct grid *grid, struct rect rect);
/* That nobody is here who could answer. */
void rollcall_draw_nobody(const struct stage *stage, struct grid *grid, struct rect rect);
/* See struct instrument. Only what may be seen while it is typed is ever kept. */
char *rollcall_draft(const struct stage *stage, const struct answering *answering);
bool rollcall_restore(struct stage *stage, const struct answering *answering, const char *draft, const char *text);
/* Those present whose answers are not complete. */
int rollcall_missing(const struct session *session, const struct progress *progress);

/* A way in which answers are taken, whatever the kind of step. */
struct taking {
	/* Puts the cursor to where something is due. */
	void (*enter)(struct stage *stage, const struct answering *answering);
	/* The same after an undo. */
	void (*undone)(struct stage *stage, const struct answering *answering);
	void (*draw)(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect);
	bool (*key)(struct stage *stage, const struct answering *answering, enum action action, const struct key *key);
	context_set context;
};

/*
 * Roll call: person by person, from a list or by their seats, or as paper or the keyboard goes round. Tally: how many of
 * each side gave each answer. Sealed: a row of answers for each side. None says which before the reveal.
 */
extern const struct taking taking_rollcall, taking_tally, taking_sealed;

#endif
