/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The middle of a list of fractions or numbers. */
#ifndef ACCORD_MEASURE_MEDIAN_H
#define ACCORD_MEASURE_MEDIAN_H

#include "measure/ratio.h"

#include <stddef.h>
#include <stdint.h>

#define MEDIAN_MOST INT64_C(500000000)

/*
 * Of an even number of values it is the mean of the two in the middle. Values that are not defined
 * are left out; not defined when none remains. Values have at most MEDIAN_MOST above and below
 * the line.
 */
struct ratio median_of(const struct ratio *values, size_t count);
/* The same of whole numbers, from -MEDIAN_MOST to MEDIAN_MOST. */
struct ratio median_of_numbers(const int64_t *values, size_t count);

#endif
