/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether spend is spread over many suppliers or rests on few. */
#ifndef ACCORD_MEASURE_CONCENTRATION_H
#define ACCORD_MEASURE_CONCENTRATION_H

#include <stddef.h>
#include <stdint.h>

/* Below 1000 low, to 1800 moderate, above high. */
enum concentration_word {
	CONCENTRATION_NONE,
	CONCENTRATION_LOW,
	CONCENTRATION_MODERATE,
	CONCENTRATION_HIGH
};

/* All 0 when nothing is spent. The word is decided exactly; the figures are for display. */
struct concentration {
	double hhi;       /* up to 10000 */
	double effective; /* as many suppliers of the same size would be as concentrated */
	enum concentration_word word;
};

/*
 * The Herfindahl-Hirschman index, the sum of squares of shares in percent, with the bounds of the
 * US merger guidelines of 2023. High over all suppliers is dependence; low within one category is
 * fragmentation. Spends are 0 or more, and 10^18 at most in sum.
 */
struct concentration concentration_of(const int64_t *spends, size_t count);

/* "low", "moderate", "high"; "" for none. */
const char *concentration_word_name(enum concentration_word word);

#endif
