/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 text: what it looks like, where it breaks, and how it is made harmless. */
#ifndef ACCORD_BASE_TEXT_H
#define ACCORD_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A cluster is what takes one place on the screen: a character and the marks that sit on it. Joined emoji count
 * as their parts, since terminals do not agree about the whole.
 */
struct cluster {
	size_t length; /* bytes */
	int width;     /* columns: 0, 1 or 2 */
};

/* The cluster at the beginning of text; {0, 0} at its end. A byte that is no UTF-8 is a cluster of width 1. */
struct cluster text_cluster(const char *text);
/* Where the cluster before byte offset at begins. */
size_t text_cluster_before(const char *text, size_t at);
/* Columns that the text takes. */
int text_width(const char *text);
/* Columns of the widest word, which is not to be broken. Ideographs have no spaces: more than a name may be broken. */
int text_word_width(const char *text);
/* Bytes of the longest beginning that takes at most width columns. */
size_t text_fit(const char *text, int width);
/* A copy that takes at most width columns, with an ellipsis where it was cut; for free(). */
char *text_ellipsize(const char *text, int width);

/*
 * Breaks text into a line of at most width columns: *length gets the bytes that belong on the line, and the
 * result is the byte offset at which the next line begins. Breaks at newlines and where Unicode allows it;
 * a word that is too long is broken anywhere. Call again at the result until it points to the end.
 */
size_t text_wrap(const char *text, int width, size_t *length);

/* Takes away the bytes of a last character that was cut off in its middle. */
void text_cut_whole(char *text);

bool text_is_utf8(const char *text, size_t length);
/* The byte offset of the first character that must not reach a terminal (see text_visible); -1 for none. */
long text_find_control(const char *text, bool newlines_allowed);
/*
 * Makes text from outside harmless: controls become visible (U+2400 pictures), bidi overrides, invisible
 * separators and bytes that are no UTF-8 become U+FFFD; the rest is brought to NFC. Tabs become spaces, and
 * newlines stay only where allowed. For free().
 */
char *text_visible(const char *text, bool newlines_allowed);
/* Without white space at both ends and with runs of it within made one space; for free(). */
char *text_tidy(const char *text);
/* Case folded and in NFC, for comparing and searching; for free(). */
char *text_fold(const char *text);
/* A short name for files and ids: ASCII letters, digits and single hyphens; "" when nothing is left. For free(). */
char *text_slug(const char *text);

/* The name of the list that name nearly is, or NULL. Names are compared by edits (two at most, swaps count one). */
const char *text_nearest(const char *name, const char *const *names, size_t count);

#endif
