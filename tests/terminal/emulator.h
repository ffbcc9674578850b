/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on a terminal after each byte that is written to it. */
#ifndef ACCORD_TESTS_TERMINAL_EMULATOR_H
#define ACCORD_TESTS_TERMINAL_EMULATOR_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

#define EMULATOR_WIDTH 120
#define EMULATOR_HEIGHT 40
#define EMULATOR_CELL 8 /* bytes of a character, as much of it as there is room for */

struct emulator {
	int width, height;
	int x, y, saved_x, saved_y, top, bottom; /* lines that scroll */
	char cells[EMULATOR_HEIGHT][EMULATOR_WIDTH][EMULATOR_CELL];
	char last[EMULATOR_CELL];
	char pending[64]; /* a character or a sequence that is not complete */
	size_t pending_length;
	bool changed;     /* out: the last byte changed what stands there */
};

void emulator_init(struct emulator *emulator, int width, int height);
/* Takes one byte. Ends the test at a sequence that it does not know: what it shows would not be what a terminal shows. */
void emulator_take(struct emulator *emulator, char byte);
/* A line of the screen without the space at its end, into out; "" for an empty one. */
void emulator_line(const struct emulator *emulator, int line, struct str *out);
/* Whether a text stands on one of the lines. */
bool emulator_has(const struct emulator *emulator, const char *text);
/* All lines, each ended, for free(). */
char *emulator_dump(const struct emulator *emulator);

#endif
