/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of lines with a cursor, scrolled so that the cursor is in sight. */
#ifndef ACCORD_VIEW_LIST_H
#define ACCORD_VIEW_LIST_H

#include "view/action.h"

#include <stdbool.h>

struct list {
	int cursor, top, count;
	int height; /* lines shown when it was drawn last */
};

/* Says how many lines there are; the cursor stays within. */
void list_count(struct list *list, int count);
/* Moves by an action such as up or page down; false for one that does not move. */
bool list_act(struct list *list, enum action action);
/* Says how many lines can be shown and scrolls; returns the first one that is shown. */
int list_scroll(struct list *list, int height);
/* Says on the lower rule that the list goes on below what was scrolled to. */
void list_more(const struct list *list, struct grid *grid);

#endif
