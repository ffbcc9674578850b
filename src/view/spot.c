/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places on a grid that can be clicked on. */
#include "view/spot.h"

#include <stdarg.h>
#include <stdio.h>

static struct spot *add(struct grid *grid, struct rect rect)
{
	grid->spots = mem_grow(grid->spots, &grid->spot_capacity, grid->spot_count, sizeof *grid->spots);
	grid->spots[grid->spot_count] = (struct spot){ .rect = rect };
	return &grid->spots[grid->spot_count++];
}

void spot_key(struct grid *grid, struct rect rect, const struct key *key)
{
	add(grid, rect)->key = *key;
}

void spot_type(struct grid *grid, struct rect rect, const char *format, ...)
{
	struct spot *spot = add(grid, rect);
	va_list args;

	va_start(args, format);
	vsnprintf(spot->text, sizeof spot->text, format, args);
	va_end(args);
}

void spot_move(struct grid *grid, struct rect rect, int down, int right, const char *here)
{
	struct spot *spot = add(grid, rect);

	spot->down = down;
	spot->right = right;
	if (here)
		key_parse(here, &spot->key);
}

void spot_enters(struct grid *grid)
{
	grid->spots[grid->spot_count - 1].enters = true;
}

void spot_cover(struct grid *grid, struct rect rect)
{
	add(grid, rect);
}

const struct spot *spot_at(const struct grid *grid, int x, int y)
{
	for (size_t i = grid->spot_count; i-- > 0;) {
		const struct rect *rect = &grid->spots[i].rect;

		if (x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height)
			return &grid->spots[i];
	}
	return NULL;
}
