/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places on a grid that can be clicked on. Whatever draws something says what a click there means: keys. */
#ifndef ACCORD_VIEW_SPOT_H
#define ACCORD_VIEW_SPOT_H

#include "view/grid.h"
#include "view/key.h"

struct spot {
	struct rect rect;
	int down, right; /* how far the cursor goes; where both are 0 it is the key that is pressed */
	struct key key;  /* K_NONE for none */
	bool enters;     /* with Enter before all this */
	char text[8];    /* typed */
};

/* A click there is this key, as if it were typed. */
void spot_key(struct grid *grid, struct rect rect, const struct key *key);
/* A click there types a few characters. */
void spot_type(struct grid *grid, struct rect rect, const char *format, ...) ACCORD_PRINTF(3, 4);
/*
 * A click there moves the cursor so far down, then so far to the right; where that is nowhere, it is this key (a name
 * that key_parse knows; NULL for none).
 */
void spot_move(struct grid *grid, struct rect rect, int down, int right, const char *here);
/* What was said last: before it, Enter is pressed. */
void spot_enters(struct grid *grid);
/* What lies there is covered: a click means nothing. */
void spot_cover(struct grid *grid, struct rect rect);
/* What a click means, the last one that was said of a place; NULL for nothing. */
const struct spot *spot_at(const struct grid *grid, int x, int y);

#endif
