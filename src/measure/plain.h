/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes a statement hard to understand for the other side: digits, acronyms, length. */
#ifndef ACCORD_MEASURE_PLAIN_H
#define ACCORD_MEASURE_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

enum { PLAIN_MOST_WORDS = 25 };

enum plain_kind {
	PLAIN_DIGITS,
	PLAIN_ACRONYM
};

/* A word to point at, in bytes of the text. */
struct plain_span {
	enum plain_kind kind;
	size_t at, length;
};

struct plain {
	struct plain_span *spans; /* as they come in the text */
	size_t count;
	size_t digits, acronyms; /* how many spans there are of each kind */
	size_t words;
	bool too_long;  /* more than PLAIN_MOST_WORDS */
	size_t long_at; /* where the first word too many begins; the end of the text for none */
};

/*
 * Points at words with digits (5, 3.5, 10x) and at acronyms (API, APIs, GFLOPS, B2B, R&D, U.S.A,
 * SaaS): words of two or more capitals that stand side by side, or of which one ends the word,
 * as opposed to names like YouTube. Words are runs of letters and digits, so AI in AI-based is
 * one; those that occur in an allowed text, such as a side's name, are not pointed at. What counts
 * for the length is what blanks and dashes separate; in scripts that have no blanks a sentence is
 * a word, and never too long. UTF-8; what is not separates words.
 */
void plain_of(const char *text, const char *const *allowed, size_t allowed_count,
	      struct plain *out);
void plain_release(struct plain *plain);
/* Nothing to point at. */
bool plain_is_clean(const struct plain *plain);

/* "digits", "acronym". */
const char *plain_kind_name(enum plain_kind kind);

#endif
