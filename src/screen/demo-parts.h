/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the demo share: the session that is being filled, and chance. */
#ifndef ACCORD_SCREEN_DEMO_PARTS_H
#define ACCORD_SCREEN_DEMO_PARTS_H

#include "base/random.h"
#include "store/store.h"

struct demo {
	struct store *store;
	struct rng rng;
	struct session *session;
	struct changes changes;
	int next_row;
	int made; /* sessions so far */
};

/* Evenly spread over 0 .. count-1; count must not be 0. */
uint32_t demo_below(struct demo *demo, size_t count);
#define DEMO_PICK(demo, list) ((list)[demo_below((demo), COUNT_OF(list))])

/* Takes the changes so far into the session in memory. */
void demo_take(struct demo *demo);
/* Once all is answered: answers to anonymous steps become nobody's. */
void demo_seal(struct demo *demo);

/* Both add to the changes. The rows of a register come before the other steps, some of which are about them. */
void demo_fill_register(struct demo *demo, const struct step *step);
void demo_answer(struct demo *demo, const struct step *step);

#endif
