/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What styles look like, with many colours, with few, and with none. */
#include "term/palette.h"

#include <stdlib.h>
#include <string.h>

/* The eight colours, as terminals number them. */
enum { RED = 1, GREEN = 2, YELLOW = 3, MAGENTA = 5, CYAN = 6 };

static const struct {
	struct look look;       /* with the colour out of 256 */
	short dark, either;     /* out of eight: on a dark backdrop, and on one that may be light */
} styles[STYLE_COUNT] = {
	[STYLE_NORMAL] = { { .color = -1 }, -1, -1 },
	[STYLE_DIM] = { { .color = 243 }, -1, -1 },
	[STYLE_STRONG] = { { .bold = true, .color = -1 }, -1, -1 },
	[STYLE_TITLE] = { { .bold = true, .color = -1 }, -1, -1 },
	[STYLE_PROMPT] = { { .bold = true, .color = -1 }, -1, -1 },
	[STYLE_SIDE_A] = { { .color = 31 }, CYAN, -1 },
	[STYLE_SIDE_B] = { { .color = 166 }, MAGENTA, MAGENTA },
	[STYLE_GOOD] = { { .bold = true, .color = 28 }, GREEN, -1 },
	[STYLE_WARN] = { { .bold = true, .color = 130 }, YELLOW, -1 },
	[STYLE_ALERT] = { { .bold = true, .color = 160 }, RED, RED },
	[STYLE_KEY] = { { .bold = true, .color = -1 }, -1, -1 },
	[STYLE_SELECTED] = { { .reverse = true, .color = -1 }, -1, -1 },
	[STYLE_INPUT] = { { .underline = true, .color = -1 }, -1, -1 },
	[STYLE_MATCH] = { { .bold = true, .underline = true, .color = -1 }, -1, -1 },
};

enum backdrop palette_backdrop(const char *term, const char *colors)
{
	const char *last = colors ? strrchr(colors, ';') : NULL;
	long color = last && last[1] >= '0' && last[1] <= '9' ? strtol(last + 1, NULL, 10) : -1;

	if (term && strncmp(term, "linux", 5) == 0)
		return BACKDROP_DARK;
	return (color >= 0 && color <= 6) || color == 8 ? BACKDROP_DARK : BACKDROP_UNKNOWN;
}

struct look palette_look(enum style style, int colors, enum backdrop backdrop)
{
	struct look look = styles[style].look;

	/* Beyond 256 a number is no longer one of a palette, but red, green and blue. */
	if (colors != 256)
		look.color = colors < 8 ? -1 : backdrop == BACKDROP_DARK ? styles[style].dark : styles[style].either;
	return look;
}

void palette_rgb(int color, int rgb[3])
{
	static const int steps[] = { 0, 95, 135, 175, 215, 255 };

	for (int i = 2; i >= 0; i--) {
		if (color >= 232) {
			rgb[i] = 8 + 10 * (color - 232);
		} else {
			static const int places[] = { 36, 6, 1 };

			rgb[i] = steps[(color - 16) / places[i] % 6];
		}
	}
}
