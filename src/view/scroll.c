/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long text without a cursor. */
#include "view/scroll.h"

static void scroll_to(struct scroll *scroll, int top)
{
	if (top > scroll->lines - scroll->room)
		top = scroll->lines - scroll->room;
	scroll->top = top < 0 ? 0 : top;
}

int scroll_fit(struct scroll *scroll, int lines, int room)
{
	scroll->lines = lines;
	scroll->room = room;
	scroll_to(scroll, scroll->top);
	return scroll->top;
}

bool scroll_act(struct scroll *scroll, enum action action)
{
	switch (action) {
	case ACT_UP:
		scroll_to(scroll, scroll->top - 1);
		return true;
	case ACT_DOWN:
		scroll_to(scroll, scroll->top + 1);
		return true;
	case ACT_PAGE_UP:
		scroll_to(scroll, scroll->top - (scroll->room - 1));
		return true;
	case ACT_PAGE_DOWN:
		scroll_to(scroll, scroll->top + scroll->room - 1);
		return true;
	case ACT_FIRST:
		scroll_to(scroll, 0);
		return true;
	case ACT_LAST:
		scroll_to(scroll, scroll->lines);
		return true;
	default:
		return false;
	}
}

void scroll_more(const struct scroll *scroll, struct grid *grid)
{
	if (scroll->top + scroll->room < scroll->lines)
		grid_more(grid);
}
