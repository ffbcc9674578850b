/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line above a list in which words are typed that narrow it at once. */
#ifndef ACCORD_SCREEN_FILTER_H
#define ACCORD_SCREEN_FILTER_H

#include "base/match.h"
#include "view/action.h"
#include "view/field.h"
#include "view/list.h"

struct filter {
	struct field field;
	struct match match; /* its words */
	bool typing;        /* then CONTEXT_FILTER holds, and nothing else */
};

void filter_init(struct filter *filter);
void filter_release(struct filter *filter);
/* Takes its words away, and ends typing. */
void filter_clear(struct filter *filter);

enum filter_did { FILTER_UNUSED, FILTER_USED, FILTER_CHANGED };

/* Takes a key while it is typed; changed: the list is to be narrowed anew. */
enum filter_did filter_key(struct filter *filter, struct list *list, enum action action, const struct key *key);
/* Whether it has a line on the screen. */
bool filter_shows(const struct filter *filter);
void filter_draw(struct filter *filter, struct grid *grid, struct rect line);
/* Text of the list, cut to its room, with the places that the words have found. */
void filter_text(const struct filter *filter, struct grid *grid, struct rect rect, enum style style, const char *text);

#endif
