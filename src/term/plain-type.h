/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are typed, as the keys that they stand for. */
#ifndef ACCORD_TERM_PLAIN_TYPE_H
#define ACCORD_TERM_PLAIN_TYPE_H

#include "base/str.h"
#include "term/plain-say.h"
#include "view/keymap.h"

#include <stdbool.h>
#include <stddef.h>

/* What is known of the screen that the next key goes to. */
struct typed_at {
	context_set contexts;
	const struct keymap *keys;
	int depth;
	const char *answers; /* see grid.h */
};

enum typed_wait { WAITS_NOT, WAITS_FOR_FIELD, WAITS_FOR_CELL };

/* Keys that were typed and not taken yet. */
struct typed {
	struct key *keys;
	size_t count, capacity, next;
	char *line;              /* the text that goes into a field once it is open; NULL for none */
	struct str paste;        /* that of the key that was taken last */
	struct str block;        /* lines of a paste that has not ended */
	bool pasting;
	enum typed_wait waits;   /* whether the last key may have opened a field, into which the line goes */
	bool in_cell;            /* the field that is open is a table's cell */
	struct typed_at before;  /* where that key went to */
};

void typed_init(struct typed *typed);
void typed_release(struct typed *typed);
/*
 * Takes a line. What it asks for that is no key is returned; *ends is set where it asks for the end. What cannot be
 * understood is told to out, and is no key.
 */
enum asked typed_line(struct typed *typed, const struct typed_at *at, const char *line, bool *ends, struct str *out);
/*
 * To be called when a screen was drawn after a key: what was typed may go into a field that the key has opened. Where
 * it has opened none, out is told that it means nothing.
 */
void typed_drawn(struct typed *typed, const struct typed_at *at, struct str *out);
/* The next key, its paste living until the next call; false where there is none. */
bool typed_take(struct typed *typed, const struct typed_at *at, struct key *key);
/* Whether a key is left. */
bool typed_has(const struct typed *typed);

#endif
