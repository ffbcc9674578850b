/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store in memory with one session of the joint workshop, and keys by chance. */
#ifndef ACCORD_TESTS_ROOM_H
#define ACCORD_TESTS_ROOM_H

#include "base/random.h"
#include "store/store.h"
#include "view/grid.h"
#include "view/key.h"

struct room {
	struct store *store;
	struct session *session;
};

/* A session with so many people, half of them on each side; full: everything is answered and filled in. */
void room_open(struct room *room, int people, bool full);
/* The same with a bank that stands beside the tests; nothing is answered. */
void room_open_bank(struct room *room, const char *name, int people);
void room_close(struct room *room);
/* Reads the session from the store anew. */
struct session *room_load(struct room *room, const char *id);

/* Whether TEST_SLOWNESS says that everything takes long here, as under valgrind. */
bool room_is_slow(void);
/* How many keys to press: as many as usual, or a part of them where TEST_SLOWNESS says that each takes long. */
int room_keys(int usual);
/* A key by chance: one that an action has, a letter, a digit, a character from far away, or a paste. */
void room_key(struct rng *rng, struct key *key);
/* Fails where a grid holds what must not reach a terminal, or glyphs whose widths do not add up. */
void room_check_grid(const struct grid *grid);

#endif
