/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line at the foot of the screen: what matters now. */
#include "view/footer.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GAP 2   /* columns between two of them */
#define QUIET 3 /* how much later something comes where it is quiet */

struct hint {
	const struct action_entry *entry;
	char keys[2 * KEY_LABEL];
	const char *usual[2]; /* for the mouse: the table's keys for the same, the second one where it is for two */
	const char *label;
	int weight, width;
	bool stays;
};

static void set_label(struct hint *hint, const char *label)
{
	hint->label = label;
	hint->width = text_width(hint->keys) + 1 + text_width(_(label)) + GAP;
}

/* Where the entry before is there and has a label for both, its hint takes the key as well. */
static bool joins(struct hint *hints, size_t count, const struct action_entry *entry, const struct hint *second)
{
	for (size_t i = 0; entry->both && i < count; i++) {
		size_t used = strlen(hints[i].keys);

		if (hints[i].entry != entry - 1)
			continue;
		snprintf(hints[i].keys + used, sizeof hints[i].keys - used, " %s", second->keys);
		hints[i].usual[1] = second->usual[0];
		set_label(&hints[i], entry->both);
		return true;
	}
	return false;
}

/* Two keys for one thing are one too many at the foot of the screen. */
static bool is_said(const struct hint *hints, size_t count, const char *label)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(hints[i].label, label) == 0)
			return true;
	return false;
}

/* All that could stand there, the most important ones first, those of one weight as in the table. */
static size_t gather(const struct keymap *map, context_set contexts, struct hint *hints)
{
	size_t count, found = 0;
	const struct action_entry *table = keymap_table(map, &count), *usual = action_table(&count);

	for (size_t i = 0; i < count; i++) {
		const char *name = table[i].footer ? keymap_key(map, contexts, &table[i]) : NULL;
		struct hint hint = { .entry = &table[i] };
		size_t at = found;

		if (!name || is_said(hints, found, table[i].label))
			continue;
		hint.usual[0] = map ? keymap_key(NULL, contexts, &usual[i]) : name;
		key_label(name, hint.keys);
		if (joins(hints, found, &table[i], &hint))
			continue;
		set_label(&hint, table[i].label);
		hint.weight = table[i].footer + (table[i].quiet & contexts ? QUIET : 0);
		for (; at > 0 && hints[at - 1].weight > hint.weight; at--)
			hints[at] = hints[at - 1];
		hints[at] = hint;
		found++;
	}
	return found;
}

/* Help shows all of them, so its ? has a place whatever else there is; then each that the rest has room for. */
static void choose(struct hint *hints, size_t count, int width)
{
	int room = width + GAP;

	for (size_t i = 0; i < count; i++) {
		hints[i].stays = hints[i].entry->action == ACT_HELP && hints[i].entry->contexts & CONTEXT_ANY;
		room -= hints[i].stays ? hints[i].width : 0;
	}
	for (size_t i = 0; i < count; i++) {
		if (hints[i].stays || (hints[i].width > room && count > 1))
			continue;
		hints[i].stays = true;
		room -= hints[i].width;
	}
}

static void set_spot(struct grid *grid, struct rect rect, const char *name)
{
	struct key key;

	if (name && key_parse(name, &key))
		spot_key(grid, rect, &key);
}

static void set_spots(struct grid *grid, struct rect rect, const struct hint *hint)
{
	set_spot(grid, rect, hint->usual[0]);
	if (!hint->usual[1])
		return;
	/* The first key stands at the left, and the rest is the second one's. */
	rect.width -= (int)strcspn(hint->keys, " ");
	rect.x += (int)strcspn(hint->keys, " ");
	set_spot(grid, rect, hint->usual[1]);
}

void footer_draw(const struct keymap *map, context_set contexts, struct grid *grid, int x, int y, int width)
{
	size_t count;
	struct hint *hints;
	int end = x + width;

	keymap_table(map, &count);
	hints = mem_zalloc(count, sizeof *hints);
	count = gather(map, contexts, hints);
	choose(hints, count, width);
	for (size_t i = 0; i < count; i++) {
		struct rect rect = { x, y, 0, 1 };

		if (!hints[i].stays)
			continue;
		x += grid_text(grid, x, y, end - x, STYLE_KEY, hints[i].keys) + 1;
		x += grid_text(grid, x, y, end - x, STYLE_DIM, _(hints[i].label)) + GAP;
		rect.width = x - GAP - rect.x;
		set_spots(grid, rect, &hints[i]);
	}
	free(hints);
}
