/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text with places in it that are marked, such as what was looked for. */
#ifndef ACCORD_BASE_MARKED_H
#define ACCORD_BASE_MARKED_H

#include <stddef.h>

/* In bytes, at the borders of characters. */
struct marked_span {
	size_t start, length;
};

/* One of zeros is empty; text is NULL then. */
struct marked {
	char *text;
	struct marked_span *spans; /* in their order; they do not overlap */
	size_t count, capacity;
};

void marked_release(struct marked *marked);
void marked_add(struct marked *marked, size_t start, size_t length);
/* a, and b behind it where it is not empty, with between between them. */
struct marked marked_join(const struct marked *a, const char *between, const struct marked *b);
/*
 * One line of it, in at most width columns: line breaks become blanks, and what does not fit is cut off, with an ellipsis,
 * around the first place. What is left of the places is marked.
 */
struct marked marked_cut(const struct marked *marked, int width);

#endif
