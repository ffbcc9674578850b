/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Into which of a few bands a count or a fraction falls. */
#ifndef ACCORD_MEASURE_BANDS_H
#define ACCORD_MEASURE_BANDS_H

#include "measure/ratio.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BANDS_NONE = -1 };

/* Whether each band begins above the one before it, as the next two need. */
bool bands_are_ordered(const int64_t *from, size_t count);
/*
 * The last band that begins at or below the value, from[i] being where band i begins; BANDS_NONE
 * when the first begins above it.
 */
int bands_of(const int64_t *from, size_t count, int64_t value);
/* The same for a fraction, exactly; BANDS_NONE where it is not defined. */
int bands_of_ratio(const int64_t *from, size_t count, struct ratio value);

#endif
