/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast requests of one kind come back. */
#include "measure/speed.h"

#include "base/mem.h"
#include "measure/median.h"

#include <stdlib.h>

static int days_of(int days)
{
	if (days < 0)
		return SPEED_UNKNOWN;
	return days > SPEED_MOST_DAYS ? SPEED_MOST_DAYS : days;
}

static int compare(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

static void measure_days(int64_t *days, struct speed *out)
{
	size_t n = out->delivered;

	out->shortest = out->longest = out->most = SPEED_UNKNOWN;
	out->typical = median_of_numbers(days, n);
	if (n == 0)
		return;
	qsort(days, n, sizeof *days, compare);
	out->shortest = (int)days[0];
	out->longest = (int)days[n - 1];
	if (n >= SPEED_PERCENTILE_FROM)
		out->most = (int)days[(SPEED_PERCENTILE * n + 99) / 100 - 1];
}

void speed_of(const struct speed_request *requests, size_t count, struct speed *out)
{
	int64_t *days = mem_zalloc(count, sizeof *days);
	struct ratio *stretches = mem_zalloc(count, sizeof *stretches);
	size_t stretched = 0;

	*out = (struct speed){ 0 };
	for (size_t i = 0; i < count; i++) {
		int asked = days_of(requests[i].asked), delivered = days_of(requests[i].delivered);

		if (delivered < 0)
			continue;
		days[out->delivered++] = delivered;
		if (asked < 0)
			continue;
		out->compared++;
		out->on_time += delivered <= asked;
		if (asked > 0)
			stretches[stretched++] = ratio_of(delivered, asked);
	}
	measure_days(days, out);
	out->stretch = median_of(stretches, stretched);
	free(stretches);
	free(days);
}

int speed_guess(const int *days, size_t count)
{
	int64_t *given = mem_zalloc(count, sizeof *given);
	size_t found = 0;
	int middle;

	for (size_t i = 0; i < count; i++) {
		if (days[i] >= 0)
			given[found++] = days_of(days[i]);
	}
	qsort(given, found, sizeof *given, compare);
	middle = found ? (int)given[(found - 1) / 2] : SPEED_UNKNOWN;
	free(given);
	return middle;
}
