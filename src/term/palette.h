/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What styles look like, with many colours, with few, and with none. */
#ifndef ACCORD_TERM_PALETTE_H
#define ACCORD_TERM_PALETTE_H

#include "view/style.h"

#include <stdbool.h>

/* What lies behind the text, as far as it is known. */
enum backdrop { BACKDROP_UNKNOWN, BACKDROP_DARK };

struct look {
	bool bold, reverse, underline; /* these tell styles apart where there is no colour */
	short color; /* a number of the terminal's palette; -1 for its usual colour */
};

/* What the environment says of it: TERM, and COLORFGBG, "text;background". Either may be NULL. */
enum backdrop palette_backdrop(const char *term, const char *colors);
/*
 * The look of a style on a terminal of so many colours. Of 256, 16 and more are the same everywhere, and those that are
 * used can be read on black and on white; of eight only those are used that can, unless the backdrop is known.
 */
struct look palette_look(enum style style, int colors, enum backdrop backdrop);
/* The red, green and blue of one of the 256 colours, from 16 on. */
void palette_rgb(int color, int rgb[3]);

#endif
