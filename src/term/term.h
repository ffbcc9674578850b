/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a grid is painted and keys come from: a terminal, or a script. */
#ifndef ACCORD_TERM_TERM_H
#define ACCORD_TERM_TERM_H

#include "base/err.h"
#include "view/grid.h"
#include "view/key.h"

#include <stdbool.h>
#include <stdio.h>

struct terminal;

struct terminal_ops {
	void (*size)(struct terminal *term, int *width, int *height);
	/* anew: also what is believed to be on the screen already */
	void (*paint)(struct terminal *term, const struct grid *grid, bool anew);
	void (*read)(struct terminal *term, struct key *key, int timeout);
	/* NULL for one that has nothing to wait for. */
	void (*watch)(struct terminal *term, int descriptor);
	/* NULL for one that has no bell. */
	void (*bell)(struct terminal *term);
	void (*close)(struct terminal *term);
};

struct terminal {
	const struct terminal_ops *ops;
	bool linear; /* what is drawn is read line by line; see grid.h */
};

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
/* What lies behind the text: as far as the environment tells, or as somebody said. */
enum theme { THEME_AUTO, THEME_DARK, THEME_LIGHT };

/* Takes the terminal over. NULL with err set where that cannot be (no terminal, TERM unknown). */
struct terminal *term_open_curses(enum color color, enum theme theme, struct err *err);
/* Reads lines from standard input, and writes what there is to tell to standard output, in text alone. */
struct terminal *term_open_plain(void);
/*
 * Reads keys from a script and writes the script, with the screens it asks for, to out. "-" is standard input. Lines:
 * "size 80x24", "keys n r Enter", "type some text", "paste a\\tb\\nc", "click 12 24" (column and line, from 1),
 * "wheel down", "wait 90" (seconds on a fixed clock), "sleep 90" (the same, but we are stopped meanwhile), "show", "show
 * styles"; "#" begins a comment, and lines that begin with "|" are earlier screens, which are passed over.
 */
struct terminal *term_open_script(const char *path, FILE *out, struct err *err);

void term_size(struct terminal *term, int *width, int *height);
void term_paint(struct terminal *term, const struct grid *grid, bool anew);
/* Waits for a key, at most timeout milliseconds (-1 for ever). The key's texts live until the next call. */
void term_read(struct terminal *term, struct key *key, int timeout);
/*
 * Reading also ends, with K_WAKE, when there is something to read from the descriptor, which stays the caller's, as does
 * what there is to read; -1 for none.
 */
void term_watch(struct terminal *term, int descriptor);
/* Rings once, where there is a bell. */
void term_bell(struct terminal *term);
/* Gives the terminal back as it was; NULL is fine. */
void term_close(struct terminal *term);
/* The signal that asked us to end, or 0. */
int term_signal(void);

#endif
