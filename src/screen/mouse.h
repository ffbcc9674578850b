/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the mouse does: keys. */
#ifndef ACCORD_SCREEN_MOUSE_H
#define ACCORD_SCREEN_MOUSE_H

#include "screen/app.h"

/* Whether it is the mouse's. */
bool mouse_is(const struct key *key);
/* Does what a click, or the wheel, means on the grid that shows: the same as the keys for it. */
void mouse_take(struct app *app, const struct grid *grid, const struct key *key);

#endif
