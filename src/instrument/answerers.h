/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who answers a step: each person, each side, or the room. */
#ifndef ACCORD_INSTRUMENT_ANSWERERS_H
#define ACCORD_INSTRUMENT_ANSWERERS_H

#include "model/session.h"

struct answerer {
	int id; /* of a person, or ANSWERER_SIDE, ANSWERER_ROOM */
	int side;
	const char *name;
	bool away;
};

struct answerers {
	struct answerer *items; /* those of side 0 first */
	int count;
};

void answerers_init(struct answerers *answerers, const struct session *session, const struct step *step);
/* Leaves only one of them; nobody where that one is not among them. */
void answerers_keep(struct answerers *answerers, int id);
void answerers_release(struct answerers *answerers);
/* Whether an answer is there. Of an anonymous one only that the person has answered is known. */
bool answerer_has(const struct progress *progress, const struct answerer *answerer, enum which which);
/* Whether all that is asked of an answerer is there, or the person is away. */
bool answerer_done(const struct progress *progress, const struct answerer *answerer);
/* Whether the person is away, or not here for this step. */
bool answerer_is_away(const struct progress *progress, const struct answerer *answerer);

char answerer_part(const struct progress *progress, const struct answerer *answerer, int part);
/* How many parts are answered. */
int answerer_parts(const struct progress *progress, const struct answerer *answerer);
/* The answer with one of its parts changed, for free(); NULL where no part is left that is answered. */
char *answerer_with_part(const struct progress *progress, const struct answerer *answerer, int part, char value);
/*
 * Who is to be heard next, once *row has answered *part or, where it goes, is not here: further down in the part, round
 * to the one before, then from the top in the parts after it. False where nothing is left. With -1 as *row: the first
 * one of all in the part, and then those after it.
 */
bool answerers_next_part(const struct answerers *answerers, const struct progress *progress, bool goes, int *row,
	int *part);

#endif
