/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys, as the terminal or a script delivers them. */
#ifndef ACCORD_VIEW_KEY_H
#define ACCORD_VIEW_KEY_H

#include <stdbool.h>

enum key_code {
	K_NONE, /* nothing came in time */
	K_CHAR, /* text holds a character; with ctrl it is a lower-case letter */
	K_ENTER, K_ESC, K_TAB, K_BACKTAB, K_BACKSPACE, K_DELETE, K_INSERT,
	K_UP, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END, K_PAGE_UP, K_PAGE_DOWN,
	K_F1, K_F2, K_F3, K_F4, K_F5, K_F6, K_F7, K_F8, K_F9, K_F10, K_F11, K_F12,
	K_MOUSE,  /* pressed at x, y */
	K_WHEEL_UP, K_WHEEL_DOWN,
	K_PASTE,  /* paste holds what was pasted */
	K_WAKE,   /* something else than a key came, for which one has waited */
	K_RESIZE, /* the screen has another size */
	K_END_OF_INPUT /* the terminal is gone, or a signal asks to end */
};

#define KEY_NAME 16  /* bytes that hold a key's name */
#define KEY_LABEL 16 /* and what it is called on the screen */

struct key {
	enum key_code code;
	bool ctrl;
	char text[8];
	char *paste; /* owned by whoever delivered the key, until the next one */
	int x, y;
};

/* "x", "Space", "C-r", "Enter", "Up", ... to a key; false for a name that is none. */
bool key_parse(const char *name, struct key *key);
/* The name that somebody may have meant by one that is none, such as C-s by Ctrl-S; false where nothing is near. */
bool key_nearest(const char *name, char out[KEY_NAME]);
/* The name, into out; what key_parse reads. */
void key_text(const struct key *key, char out[KEY_NAME]);
/* The name of a key as people know it, "Ctrl-U" for "C-u", into out. */
void key_label(const char *name, char out[KEY_LABEL]);
bool key_equal(const struct key *a, const struct key *b);
/* Whether it is this character, without ctrl. */
bool key_is(const struct key *key, char c);
/* The digit that was typed, or -1. */
int key_digit(const struct key *key);

#endif
