/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers of up to 2048 bits without a sign, for sums of fractions with many denominators. */
#ifndef ACCORD_MEASURE_BIG_H
#define ACCORD_MEASURE_BIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BIG_LIMBS = 64 };

/* The lowest limb first; the highest used one is not 0. */
struct big {
	uint32_t limbs[BIG_LIMBS];
	size_t used;
};

/* Results beyond BIG_LIMBS abort: callers keep below. */
struct big big_of(uint64_t value);
void big_add(struct big *a, const struct big *b);
/* b is at most a. */
void big_subtract(struct big *a, const struct big *b);
void big_multiply(struct big *a, uint32_t factor);
/* Returns the rest; divisor is not 0. */
uint32_t big_divide(struct big *a, uint32_t divisor);
uint32_t big_rest(const struct big *a, uint32_t divisor);
/* Makes a the least common multiple of itself and factor; neither is 0. */
void big_make_multiple(struct big *a, uint32_t factor);
/* Less than, equal to or more than 0, as a is below, at or above b. */
int big_compare(const struct big *a, const struct big *b);
/* Whether it is at most limit, and then its value. */
bool big_fits(const struct big *a, int64_t limit, int64_t *out);

#endif
