/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two supplier keys may mean one supplier. */
#ifndef ACCORD_MEASURE_SIMILARITY_H
#define ACCORD_MEASURE_SIMILARITY_H

#include "measure/ratio.h"

enum same_vendor {
	VENDOR_DIFFERENT,
	VENDOR_EQUAL_KEY,   /* may be ticked beforehand; the others are only proposed */
	VENDOR_SAME_TOKENS, /* the same words in another order */
	VENDOR_CONTAINED,   /* all words of one are in the other */
	VENDOR_SIMILAR      /* nearly the same letters */
};

/*
 * Jaro 1989 over characters of UTF-8: 1 for the same, 0 for nothing in common (or one of them
 * empty).
 */
struct ratio jaro(const char *a, const char *b);
/*
 * Winkler 1990: up to four characters that both begin with, 0.1 each, raise it, where Jaro is
 * above 0.7.
 */
struct ratio jaro_winkler(const char *a, const char *b);

/*
 * Compares two keys of namekey_of(). No threshold separates reliably, so whatever this returns, a
 * person decides. An empty key is different from all.
 */
enum same_vendor same_vendor(const char *key_a, const char *key_b);

/* "different", "equal-key", "same-tokens", "contained", "similar". */
const char *same_vendor_name(enum same_vendor same);

#endif
