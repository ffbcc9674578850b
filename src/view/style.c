/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles by letter and by side. */
#include "view/style.h"

char style_letter(enum style style)
{
	static const char letters[STYLE_COUNT] = {
		[STYLE_NORMAL] = '.', [STYLE_DIM] = 'd',  [STYLE_STRONG] = 'b',   [STYLE_TITLE] = 't',
		[STYLE_PROMPT] = 'p', [STYLE_SIDE_A] = 'A', [STYLE_SIDE_B] = 'B', [STYLE_GOOD] = 'g',
		[STYLE_WARN] = 'w',   [STYLE_ALERT] = '!', [STYLE_KEY] = 'k',     [STYLE_SELECTED] = 's',
		[STYLE_INPUT] = 'i',  [STYLE_MATCH] = 'm',
	};

	return letters[style];
}

enum style style_of_side(int side)
{
	return side == 0 ? STYLE_SIDE_A : side == 1 ? STYLE_SIDE_B : STYLE_NORMAL;
}
