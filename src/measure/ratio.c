/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact fractions. */
#include "measure/ratio.h"

#include <assert.h>
#include <math.h>

struct ratio ratio_of(int64_t num, int64_t den)
{
	assert(den >= 0);
	return den ? (struct ratio){ num, den } : ratio_none();
}

struct ratio ratio_none(void)
{
	return (struct ratio){ 0, 0 };
}

bool ratio_is_defined(struct ratio ratio)
{
	return ratio.den != 0;
}

static uint64_t size_of(int64_t number)
{
	return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

/* a/b with c/d as continued fractions: there is no product that could overflow. */
static int compare_sizes(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
	if (a / b != c / d)
		return a / b < c / d ? -1 : 1;
	a %= b;
	c %= d;
	if (a == 0 || c == 0)
		return (a > 0) - (c > 0);
	return compare_sizes(d, c, b, a);
}

int ratio_compare(struct ratio a, struct ratio b)
{
	int order;

	assert(a.den > 0 && b.den > 0);
	if ((a.num < 0) != (b.num < 0))
		return a.num < 0 ? -1 : 1;
	order = compare_sizes(size_of(a.num), (uint64_t)a.den, size_of(b.num), (uint64_t)b.den);
	return a.num < 0 ? -order : order;
}

int ratio_compare_to(struct ratio ratio, int64_t num, int64_t den)
{
	return ratio_compare(ratio, ratio_of(num, den));
}

/* By long division, one decimal after the other, which does not overflow. */
static int64_t scaled(struct ratio ratio, int decimals)
{
	uint64_t size = size_of(ratio.num), den = (uint64_t)ratio.den, value, rest;

	assert(ratio.den > 0);
	value = size / den;
	rest = size % den;
	for (int i = 0; i < decimals; i++) {
		value = value * 10 + rest * 10 / den;
		rest = rest * 10 % den;
	}
	if (rest >= den - rest)
		value++;
	return ratio.num < 0 ? -(int64_t)value : (int64_t)value;
}

int64_t ratio_tenths(struct ratio ratio)
{
	return scaled(ratio, 1);
}

int64_t ratio_percent(struct ratio ratio)
{
	return scaled(ratio, 2);
}

int64_t ratio_permille(struct ratio ratio)
{
	return scaled(ratio, 3);
}

double ratio_value(struct ratio ratio)
{
	return ratio.den ? (double)ratio.num / (double)ratio.den : (double)NAN;
}

struct ratio ratio_balance(int64_t a, int64_t b)
{
	assert(a >= 0 && b >= 0);
	return ratio_of(2 * (a < b ? a : b), a + b);
}
