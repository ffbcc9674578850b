/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a terminal that is read line by line says of a screen: what is news, in reading order, and what is asked. */
#ifndef ACCORD_TERM_PLAIN_SAY_H
#define ACCORD_TERM_PLAIN_SAY_H

#include "base/str.h"
#include "view/grid.h"

#include <stdbool.h>
#include <stddef.h>

#define TOLD_SCREENS 20 /* as many as can lie on each other, and a few more */

struct told_line {
	char *text;
	enum hearing hearing;
};

/* A screen as it is told. */
struct told {
	struct told_line *lines;
	size_t count, capacity;
	char *title, *place, *clock, *status, *keys;
	int page, focus; /* focus: the line that the cursor is on, -1 for none */
	context_set contexts;
};

/* Takes the words of a screen; to be released. */
void told_take(struct told *told, const struct grid *grid);
void told_release(struct told *told);
/* Those of one line, for free(). */
char *told_words(const struct grid *grid, int y);

struct said {
	char **texts;
	size_t count, capacity;
};

struct teller {
	struct told told[TOLD_SCREENS]; /* by how many screens lie below */
	int depth;                      /* of the one that was told last; 0 before the first */
	struct said keys;               /* that were told, ever */
	struct said once;               /* lines that are heard once, of the page and those before that had them too */
	int width;                      /* columns of a line */
	char *prompt;                   /* what is expected now */
};

/* What was asked for, beside the news. */
enum asked { ASKED_NEWS, ASKED_ALL, ASKED_KEYS, ASKED_CLOCK };

void teller_init(struct teller *teller, int width);
void teller_release(struct teller *teller);
/*
 * Adds to out, in lines, what there is to tell of the screen; with fresh also a status that is the same as before.
 * Afterwards the prompt is what is expected now.
 */
void teller_tell(struct teller *teller, const struct grid *grid, enum asked asked, bool fresh, struct str *out);
/* Of a screen that is on its way out: a warning, and nothing else. */
void teller_warn(struct teller *teller, const struct grid *grid, struct str *out);
/* Adds a text in lines of the width. */
void teller_say(const struct teller *teller, const char *text, struct str *out);

#endif
