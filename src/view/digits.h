/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Big digits, to be read from the back of a room. */
#ifndef ACCORD_VIEW_DIGITS_H
#define ACCORD_VIEW_DIGITS_H

#include "view/grid.h"

/* A digit is 3 dots wide and 5 high, with one between two of them; a dot is so many columns and lines. */
struct digits {
	int columns, lines;
};

/* The largest that fit into width and height; columns is 0 where none do. */
struct digits digits_fit(const char *text, int width, int height);
int digits_width(const char *text, struct digits size);
int digits_height(struct digits size);
/* Digits and : / . - % +; what is none of these is left free. */
void digits_draw(struct grid *grid, int x, int y, enum style style, const char *text, struct digits size);

#endif
