/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of 128 bits without a sign. */
#include "measure/wide.h"

struct wide wide_mul(uint64_t a, uint64_t b)
{
	uint64_t a_hi = a >> 32, a_lo = a & UINT32_MAX;
	uint64_t b_hi = b >> 32, b_lo = b & UINT32_MAX;
	uint64_t low = a_lo * b_lo;
	uint64_t cross = a_hi * b_lo + (low >> 32);
	uint64_t other = a_lo * b_hi + (cross & UINT32_MAX);

	return (struct wide){
		.hi = a_hi * b_hi + (cross >> 32) + (other >> 32),
		.lo = (other << 32) | (low & UINT32_MAX),
	};
}

struct wide wide_add(struct wide a, struct wide b)
{
	uint64_t lo = a.lo + b.lo;

	return (struct wide){ .hi = a.hi + b.hi + (lo < a.lo), .lo = lo };
}

struct wide wide_scale(struct wide a, uint32_t factor)
{
	struct wide out = wide_mul(a.lo, factor);

	out.hi += a.hi * factor;
	return out;
}

int wide_compare(struct wide a, struct wide b)
{
	if (a.hi != b.hi)
		return a.hi < b.hi ? -1 : 1;
	if (a.lo != b.lo)
		return a.lo < b.lo ? -1 : 1;
	return 0;
}

double wide_value(struct wide a)
{
	return (double)a.hi * 18446744073709551616.0 + (double)a.lo;
}
