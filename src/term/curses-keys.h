/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys, as ncurses and the terminal send them. */
#ifndef ACCORD_TERM_CURSES_KEYS_H
#define ACCORD_TERM_CURSES_KEYS_H

#include "base/str.h"
#include "view/key.h"

#include <stdbool.h>
#include <wchar.h>

struct curses_keys {
	struct str paste;
	bool escaped;    /* an escape came alone, and nothing since */
	mbstate_t begun; /* a character of which not every byte has come */
	bool ascii;      /* the locale has no other: what comes all the same is read as UTF-8 */
	unsigned char bytes[4]; /* such a character */
	size_t count;
};

/* Needs the screen of ncurses to be open. mouse: whether the terminal reports its buttons. */
void curses_keys_init(struct curses_keys *keys, bool mouse);
void curses_keys_release(struct curses_keys *keys);
/* One key that has come already, its texts living until the next; false where there is none, or not all of it. */
bool curses_keys_take(struct curses_keys *keys, struct key *key);

#endif
