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
void answerers_release(struct answerers *answerers);
/* Whether an answer is there. Of an anonymous one only that the person has answered is known. */
bool answerer_has(const struct progress *progress, const struct answerer *answerer, enum which which);
/* Whether all that is asked of an answerer is there, or the person is away. */
bool answerer_done(const struct progress *progress, const struct answerer *answerer);

#endif
