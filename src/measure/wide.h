/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of 128 bits without a sign, so that products of amounts are compared exactly. */
#ifndef ACCORD_MEASURE_WIDE_H
#define ACCORD_MEASURE_WIDE_H

#include <stdint.h>

struct wide {
	uint64_t hi, lo;
};

struct wide wide_mul(uint64_t a, uint64_t b);
/* The next two wrap around beyond 128 bits; callers keep below. */
struct wide wide_add(struct wide a, struct wide b);
struct wide wide_scale(struct wide a, uint32_t factor);
/* Less than, equal to or more than 0, as a is below, at or above b. */
int wide_compare(struct wide a, struct wide b);
/* Rounded; for display only. */
double wide_value(struct wide a);

#endif
