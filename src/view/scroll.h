/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long text without a cursor, of which a part shows. */
#ifndef ACCORD_VIEW_SCROLL_H
#define ACCORD_VIEW_SCROLL_H

#include "view/action.h"

#include <stdbool.h>

struct scroll {
	int top, lines;
	int room; /* lines shown when it was drawn last */
};

/* Says how many lines there are and how many can be shown; returns the first one that is shown. */
int scroll_fit(struct scroll *scroll, int lines, int room);
/* Scrolls by an action such as up or page down; false for one that does not scroll. */
bool scroll_act(struct scroll *scroll, enum action action);
/* Says on the lower rule that the text goes on below what was scrolled to. */
void scroll_more(const struct scroll *scroll, struct grid *grid);

#endif
