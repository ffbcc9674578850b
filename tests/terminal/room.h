/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several programs at one database, each on a terminal of its own: who leads, the audience's screen, seats. */
#ifndef ACCORD_TESTS_TERMINAL_ROOM_H
#define ACCORD_TESTS_TERMINAL_ROOM_H

#include "terminal/emulator.h"
#include "terminal/pty.h"

#define STATIONS 16

/* A program on a terminal, and what stands there. */
struct station {
	struct pty pty;
	struct emulator emulator;
	size_t taken; /* how much of what it wrote stands there */
	/* Called after each byte that changed what stands there. May be NULL. */
	void (*look)(const struct emulator *emulator);
};

struct stations {
	struct station items[STATIONS];
	int count;
};

/*
 * A database with a session of tests/banks/hidden.yaml and the people Ana and Ben (Red), Cyd and Dev (Blue), more where
 * that is more than 4; the clock stands still. ACCORD_DATABASE names it.
 */
void stations_set_up(int people);
const char *stations_path(const char *name);
/* Starts accord with these arguments, up to NULL. */
struct station *stations_start(struct stations *stations, const char *const *arguments);
/* Takes in what all have written so far; false where that was nothing. */
bool stations_take(struct stations *stations);
/* Waits until the text stands (or no longer stands) on a station's screen. */
void stations_see(struct stations *stations, struct station *station, const char *text);
void stations_miss(struct stations *stations, struct station *station, const char *text);
/* Waits until nothing more comes of any. */
void stations_settle(struct stations *stations);
void stations_end(struct stations *stations);

#endif
