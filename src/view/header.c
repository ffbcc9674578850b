/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first line of a screen. */
#include "view/header.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define PARTS 12
#define BETWEEN 3 /* columns between both sides at least */

struct part {
	char *text;
	int width; /* the space before it included */
	bool spare;
	enum style style;
};

static struct part read_part(const char *text, size_t length, bool first)
{
	struct part part = { .style = STYLE_STRONG };

	for (; length > 0 && strchr(HEADER_SPARE HEADER_WARN HEADER_ALERT, *text); text++, length--) {
		if (*text == HEADER_SPARE[0])
			part.spare = true;
		else
			part.style = *text == HEADER_WARN[0] ? STYLE_WARN : STYLE_ALERT;
	}
	part.text = mem_strndup(text, length);
	part.width = text_width(part.text) + !first;
	return part;
}

static size_t read_parts(const char *text, struct part parts[PARTS])
{
	size_t count = 0;

	while (count < PARTS) {
		size_t length = count < PARTS - 1 ? strcspn(text, "\t") : strlen(text);

		parts[count] = read_part(text, length, count == 0);
		count++;
		if (!text[length])
			break;
		text += length + 1;
	}
	return count;
}

static int width_of(const struct part *parts, size_t count)
{
	int width = 0;

	for (size_t i = 0; i < count; i++)
		width += parts[i].width;
	return width;
}

static size_t drop(struct part *parts, size_t count, size_t at)
{
	free(parts[at].text);
	memmove(&parts[at], &parts[at + 1], (count - at - 1) * sizeof *parts);
	return count - 1;
}

/* The first part of those that are left stands against the others' margin. */
static void trim(struct part *part)
{
	size_t blank = strspn(part->text, " ");

	memmove(part->text, part->text + blank, strlen(part->text + blank) + 1);
	part->width = text_width(part->text);
}

/* Leaves what fits, the last part in any case. */
static size_t fit(struct part *parts, size_t count, int most)
{
	while (count > 1 && width_of(parts, count) > most) {
		size_t at = count;

		while (at > 0 && !parts[at - 1].spare)
			at--;
		count = drop(parts, count, at > 0 ? at - 1 : 0);
		trim(&parts[0]);
	}
	return count;
}

void header_draw(struct grid *grid, const char *left, const char *right)
{
	struct part parts[PARTS];
	int most = grid->width * 5 / 8, width, x;
	size_t count = fit(parts, read_parts(right, parts), most);

	width = width_of(parts, count) < most ? width_of(parts, count) : most;
	grid_text_cut(grid, 1, 0, grid->width - width - 1 - BETWEEN, STYLE_TITLE, left);
	x = grid->width - width - 1;
	for (size_t i = 0; i < count; i++) {
		grid_text_right(grid, x, 0, parts[i].width < width ? parts[i].width : width, parts[i].style,
			parts[i].text);
		x += parts[i].width;
		free(parts[i].text);
	}
}
