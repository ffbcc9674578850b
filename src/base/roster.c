/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of which each is kept once, in their order. */
#include "base/roster.h"

#include "base/match.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

void roster_release(struct roster *names)
{
	for (size_t i = 0; i < names->count; i++) {
		free(names->items[i]->folded);
		free(names->items[i]);
	}
	free(names->items);
	*names = (struct roster){ 0 };
}

/* Where the name stands, or is to stand. */
static size_t find(const struct roster *names, const char *folded)
{
	size_t low = 0, high = names->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(names->items[middle]->folded, folded) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct name *roster_add(struct roster *names, const char *text)
{
	char *folded = match_fold(text);
	size_t at = find(names, folded);
	struct name *name;

	if (at < names->count && strcmp(names->items[at]->folded, folded) == 0) {
		free(folded);
		return names->items[at];
	}
	name = mem_zalloc(1, sizeof *name);
	name->folded = folded;
	names->items = mem_grow(names->items, &names->capacity, names->count, sizeof *names->items);
	memmove(names->items + at + 1, names->items + at, (names->count - at) * sizeof *names->items);
	names->items[at] = name;
	names->count++;
	return name;
}

void roster_settle(struct roster *names)
{
	for (size_t i = 0; i < names->count; i++)
		names->items[i]->place = names->items[i]->folded[0] ? (int)i : (int)names->count;
}
