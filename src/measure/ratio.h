/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exact fractions: what is measured stays one until it is displayed, so that no threshold is
 * missed.
 */
#ifndef ACCORD_MEASURE_RATIO_H
#define ACCORD_MEASURE_RATIO_H

#include <stdbool.h>
#include <stdint.h>

/* den is 0 where there is nothing to measure, and above 0 otherwise, up to 10^18. Not reduced. */
struct ratio {
	int64_t num, den;
};

struct ratio ratio_of(int64_t num, int64_t den);
struct ratio ratio_none(void);
bool ratio_is_defined(struct ratio ratio);
/* Less than, equal to or more than 0, as a is below, at or above b; exact. Both must be defined. */
int ratio_compare(struct ratio a, struct ratio b);
/* The same against num/den. */
int ratio_compare_to(struct ratio ratio, int64_t num, int64_t den);

/* In tenths, hundredths, thousandths; a half is rounded away from 0. ratio must be defined. */
int64_t ratio_tenths(struct ratio ratio);
int64_t ratio_percent(struct ratio ratio);
int64_t ratio_permille(struct ratio ratio);
/* For exports; never for a decision. NAN where the ratio is not defined. */
double ratio_value(struct ratio ratio);

/*
 * How evenly two sides carry something, 2 * min / (a + b): 1 when they carry the same, 0 when one
 * carries all. Amounts from 0 to 5 * 10^17. Not defined when both are 0.
 */
struct ratio ratio_balance(int64_t a, int64_t b);

#endif
