/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Into which of a few bands a count or a fraction falls. */
#include "measure/bands.h"

bool bands_are_ordered(const int64_t *from, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		if (from[i] <= from[i - 1])
			return false;
	}
	return true;
}

int bands_of(const int64_t *from, size_t count, int64_t value)
{
	return bands_of_ratio(from, count, ratio_of(value, 1));
}

int bands_of_ratio(const int64_t *from, size_t count, struct ratio value)
{
	int band = BANDS_NONE;

	if (!ratio_is_defined(value))
		return band;
	for (size_t i = 0; i < count && ratio_compare_to(value, from[i], 1) >= 0; i++)
		band = (int)i;
	return band;
}
