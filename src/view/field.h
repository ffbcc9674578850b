/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field in which text is typed. */
#ifndef ACCORD_VIEW_FIELD_H
#define ACCORD_VIEW_FIELD_H

#include "base/str.h"
#include "view/grid.h"
#include "view/key.h"

#include <stdbool.h>

struct field {
	struct str text;
	size_t at;    /* the cursor's byte offset */
	size_t limit; /* bytes; 0 for 4,000 */
	size_t left;  /* where the shown part begins, when it is one line */
};

void field_init(struct field *field, const char *text); /* with the cursor at the end */
void field_release(struct field *field);
void field_set(struct field *field, const char *text);
/* Takes editing keys; false for a key that is none (Enter, Esc, Tab, up and down among them). */
bool field_key(struct field *field, const struct key *key);
/* Draws it in one line, or over the lines of a taller rectangle, and puts the cursor there. */
void field_draw(struct field *field, struct grid *grid, struct rect rect);

#endif
