/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The middle of a list of fractions or numbers. */
#include "measure/median.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

static int compare(const void *left, const void *right)
{
	const struct ratio *a = left, *b = right;

	return ratio_compare(*a, *b);
}

static struct ratio mean_of(struct ratio a, struct ratio b)
{
	if (a.den == b.den)
		return a.num == b.num ? a : ratio_of(a.num + b.num, 2 * a.den);
	return ratio_of(a.num * b.den + b.num * a.den, 2 * a.den * b.den);
}

/* Sorts the values in place. */
static struct ratio middle_of(struct ratio *values, size_t count)
{
	if (count == 0)
		return ratio_none();
	qsort(values, count, sizeof *values, compare);
	return mean_of(values[(count - 1) / 2], values[count / 2]);
}

struct ratio median_of(const struct ratio *values, size_t count)
{
	struct ratio *list = mem_zalloc(count, sizeof *list), out;
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		if (!ratio_is_defined(values[i]))
			continue;
		assert(values[i].den <= MEDIAN_MOST);
		assert(values[i].num >= -MEDIAN_MOST && values[i].num <= MEDIAN_MOST);
		list[found++] = values[i];
	}
	out = middle_of(list, found);
	free(list);
	return out;
}

struct ratio median_of_numbers(const int64_t *values, size_t count)
{
	struct ratio *list = mem_zalloc(count, sizeof *list), out;

	for (size_t i = 0; i < count; i++) {
		assert(values[i] >= -MEDIAN_MOST && values[i] <= MEDIAN_MOST);
		list[i] = ratio_of(values[i], 1);
	}
	out = middle_of(list, count);
	free(list);
	return out;
}
