/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line at the foot of the screen: what matters now. */
#ifndef ACCORD_VIEW_FOOTER_H
#define ACCORD_VIEW_FOOTER_H

#include "view/grid.h"
#include "view/keymap.h"

/* The keys of the contexts with their labels, as much as fits; map may be NULL. */
void footer_draw(const struct keymap *map, context_set contexts, struct grid *grid, int x, int y, int width);

#endif
