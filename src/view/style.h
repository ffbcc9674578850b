/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a piece of text means; the terminal decides how that looks. Colour is never the only sign. */
#ifndef ACCORD_VIEW_STYLE_H
#define ACCORD_VIEW_STYLE_H

enum style {
	STYLE_NORMAL,
	STYLE_DIM,
	STYLE_STRONG,
	STYLE_TITLE,
	STYLE_PROMPT,
	STYLE_SIDE_A,
	STYLE_SIDE_B,
	STYLE_GOOD,
	STYLE_WARN,
	STYLE_ALERT,
	STYLE_KEY,      /* a key's name in the footer */
	STYLE_SELECTED, /* where the cursor is */
	STYLE_INPUT,    /* where text is typed */
	STYLE_MATCH,    /* where what is looked for was found */
	STYLE_COUNT
};

/* The letter that stands for a style in a dump of a screen. */
char style_letter(enum style style);
/* The style of a side, 0 or 1; normal for others. */
enum style style_of_side(int side);

#endif
