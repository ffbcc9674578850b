/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in text as people type them: neither case nor marks on letters matter. */
#ifndef ACCORD_BASE_MATCH_H
#define ACCORD_BASE_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#define MATCH_WORDS 16

/* What is looked for; words beyond the last place are left out. */
struct match {
	char *folded; /* holds the words */
	const char *words[MATCH_WORDS];
	size_t count;
};

/* The words of what was typed, parted by spaces. */
void match_init(struct match *match, const char *typed);
void match_release(struct match *match);

/* Text as words are looked for in it: case folded, marks taken off, compatible forms made one; for free(). */
char *match_fold(const char *text);
/* Whether all words stand in the folded text, wherever. True where there is no word. */
bool match_finds(const struct match *match, const char *folded);
/* Sets hits[i] for each byte i of the text (as it is, not folded) that is part of a word; there are strlen(text) of them. */
void match_mark(const struct match *match, const char *text, bool *hits);

#endif
