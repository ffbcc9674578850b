/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fist of five: whether a text stands, and how much of a charter does. */
#ifndef ACCORD_MEASURE_FIST_H
#define ACCORD_MEASURE_FIST_H

#include "measure/ratio.h"

#include <stdbool.h>
#include <stddef.h>

/* A vote is 0 (a fist: I block) to 5 (I carry it); from FIST_PASSING on one can live with it. */
enum { FIST_NO_VOTE = -1, FIST_HIGHEST = 5, FIST_PASSING = 3 };

enum fist_state {
	FIST_OPEN,   /* votes are missing, or there is nobody to vote */
	FIST_PASSES,
	FIST_SPEAKS, /* somebody is below 3: hear them, amend the text, vote again */
	FIST_BLOCKED
};

struct fist {
	int counts[FIST_HIGHEST + 1]; /* of each vote */
	int votes, missing;
	int below; /* votes below 3, fists among them */
	enum fist_state state;
};

/*
 * One vote, or FIST_NO_VOTE, of each person in the room. A block, and then a vote below 3, is named
 * at once: the votes still missing cannot undo it.
 */
void fist_of(const int *votes, size_t count, struct fist *out);

/* "open", "passes", "speaks", "blocked". */
const char *fist_state_name(enum fist_state state);

struct charter {
	size_t clauses;
	size_t filled; /* those that have a text */
	size_t passed; /* filled, and nobody below 3 */
};

/* Whether a clause has a text; blanks are none, and neither is NULL. */
bool charter_is_filled(const char *text);
/* Adds a clause to a charter that is zeroed at first. */
void charter_add(struct charter *charter, const char *text, enum fist_state state);
/* Filled clauses of all; not defined without clauses. */
struct ratio charter_completeness(const struct charter *charter);

#endif
