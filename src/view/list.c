/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of lines with a cursor. */
#include "view/list.h"

static void move_to(struct list *list, int cursor)
{
	if (cursor >= list->count)
		cursor = list->count - 1;
	list->cursor = cursor < 0 ? 0 : cursor;
}

void list_count(struct list *list, int count)
{
	list->count = count;
	move_to(list, list->cursor);
}

bool list_act(struct list *list, enum action action)
{
	int page = list->height > 1 ? list->height - 1 : 1;

	switch (action) {
	case ACT_UP:
		move_to(list, list->cursor - 1);
		return true;
	case ACT_DOWN:
		move_to(list, list->cursor + 1);
		return true;
	case ACT_PAGE_UP:
		move_to(list, list->cursor - page);
		return true;
	case ACT_PAGE_DOWN:
		move_to(list, list->cursor + page);
		return true;
	case ACT_FIRST:
		move_to(list, 0);
		return true;
	case ACT_LAST:
		move_to(list, list->count - 1);
		return true;
	default:
		return false;
	}
}

int list_scroll(struct list *list, int height)
{
	list->height = height < 1 ? 1 : height;
	if (list->top > list->count - list->height)
		list->top = list->count - list->height;
	if (list->top < 0)
		list->top = 0;
	if (list->cursor < list->top)
		list->top = list->cursor;
	if (list->cursor >= list->top + list->height)
		list->top = list->cursor - list->height + 1;
	return list->top;
}

void list_more(const struct list *list, struct grid *grid)
{
	if (list->top + list->height < list->count)
		grid_more(grid);
}
