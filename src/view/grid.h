/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A screen as a grid of glyphs: everything is drawn into one, and a terminal or a script shows it. */
#ifndef ACCORD_VIEW_GRID_H
#define ACCORD_VIEW_GRID_H

#include "base/mem.h"
#include "base/str.h"
#include "view/context.h"
#include "view/style.h"

#include <stdbool.h>
#include <stddef.h>

struct rect {
	int x, y, width, height;
};

#define GLYPH_BYTES 24

struct glyph {
	char text[GLYPH_BYTES]; /* one cluster; "" behind a wide one */
	unsigned char width;    /* 1 or 2; 0 behind a wide one */
	unsigned char style;
};

struct keymap;
struct spot;
/* When a line of a screen that is read aloud is heard. */
enum hearing {
	HEARD,          /* whenever it is news */
	HEARD_ONCE,     /* not again where the page before has said the same */
	HEARD_ON_DEMAND /* when everything is asked for, or the cursor is on it */
};

struct grid {
	int width, height;
	struct glyph *glyphs;   /* width * height, line by line */
	int cursor_x, cursor_y; /* where the terminal's cursor sits; -1 where it is hidden */
	struct spot *spots;     /* where it can be clicked on; view/spot.h */
	size_t spot_count, spot_capacity;

	/*
	 * It will be read aloud, line by line: what stands side by side elsewhere stands one below the other, words
	 * take the place of marks, and nothing is cut. Whoever draws says below what a listener must know.
	 */
	bool linear;
	bool bare;         /* it has no header, and no lines for a status and keys */
	bool hidden;       /* what is typed must not be seen by the room */
	/*
	 * A line of text that begins with one of these is an answer here, although keys act as well; "" for any text,
	 * NULL for none.
	 */
	const char *answers;
	/*
	 * Another number on the same screen: all of it is news, even what stood there before. From 1 on its first
	 * line is its head.
	 */
	int page;
	int depth;         /* how many screens lie on each other */
	context_set contexts; /* what keys mean here; see context.h */
	const struct keymap *keys; /* which keys that is; see keymap.h */
	enum hearing *hearing; /* of each line */
};

void grid_init(struct grid *grid, int width, int height);
void grid_release(struct grid *grid);
void grid_clear(struct grid *grid);
struct rect grid_rect(const struct grid *grid);

/*
 * Writes text at a place, in at most width columns and never past the edges. Whatever could steer a terminal is
 * made visible first. Returns the columns that were used.
 */
int grid_text(struct grid *grid, int x, int y, int width, enum style style, const char *text);
int grid_printf(struct grid *grid, int x, int y, int width, enum style style, const char *format, ...)
	ACCORD_PRINTF(6, 7);
/* The same with an ellipsis where the text does not fit, and against the right edge of the width. */
int grid_text_cut(struct grid *grid, int x, int y, int width, enum style style, const char *text);
int grid_text_right(struct grid *grid, int x, int y, int width, enum style style, const char *text);
/* Says on the lower rule that there is more below. */
void grid_more(struct grid *grid);
/* Text over several lines, broken at words, into a rectangle. Returns the lines that it needs, shown or not. */
int grid_wrap(struct grid *grid, struct rect rect, enum style style, const char *text);
void grid_repeat(struct grid *grid, int x, int y, int width, enum style style, const char *cluster);
/* Changes the style of what stands there. */
void grid_paint(struct grid *grid, struct rect rect, enum style style);
void grid_cursor(struct grid *grid, int x, int y);
/* The same where nothing is chosen or typed and one begins to read there, which needs no cursor where all is read. */
void grid_begin(struct grid *grid, int x, int y);
/* Says when the line is read aloud, where that is not always. */
void grid_hear(struct grid *grid, int y, enum hearing hearing);

/* The lines as text, without spaces at their ends; with styles a line of style letters follows each. */
void grid_dump(const struct grid *grid, bool styles, struct str *out);

#endif
