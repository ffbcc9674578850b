/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers of up to 2048 bits without a sign. */
#include "measure/big.h"

#include <assert.h>
#include <stdlib.h>

static void push(struct big *a, uint32_t limb)
{
	if (limb == 0)
		return;
	if (a->used == BIG_LIMBS)
		abort();
	a->limbs[a->used++] = limb;
}

static void trim(struct big *a)
{
	while (a->used > 0 && a->limbs[a->used - 1] == 0)
		a->used--;
}

struct big big_of(uint64_t value)
{
	struct big out = { .limbs = { (uint32_t)value, (uint32_t)(value >> 32) }, .used = 2 };

	trim(&out);
	return out;
}

void big_add(struct big *a, const struct big *b)
{
	uint64_t carry = 0;

	while (a->used < b->used)
		a->limbs[a->used++] = 0;
	for (size_t i = 0; i < a->used; i++) {
		carry += (uint64_t)a->limbs[i] + (i < b->used ? b->limbs[i] : 0);
		a->limbs[i] = (uint32_t)carry;
		carry >>= 32;
	}
	push(a, (uint32_t)carry);
}

void big_subtract(struct big *a, const struct big *b)
{
	uint32_t borrow = 0;

	assert(big_compare(a, b) >= 0);
	for (size_t i = 0; i < a->used; i++) {
		uint64_t less = (uint64_t)(i < b->used ? b->limbs[i] : 0) + borrow;

		borrow = a->limbs[i] < less;
		a->limbs[i] = (uint32_t)(a->limbs[i] - less);
	}
	trim(a);
}

void big_multiply(struct big *a, uint32_t factor)
{
	uint64_t carry = 0;

	for (size_t i = 0; i < a->used; i++) {
		carry += (uint64_t)a->limbs[i] * factor;
		a->limbs[i] = (uint32_t)carry;
		carry >>= 32;
	}
	push(a, (uint32_t)carry);
	trim(a);
}

uint32_t big_divide(struct big *a, uint32_t divisor)
{
	uint64_t rest = 0;

	assert(divisor > 0);
	for (size_t i = a->used; i-- > 0;) {
		rest = rest << 32 | a->limbs[i];
		a->limbs[i] = (uint32_t)(rest / divisor);
		rest %= divisor;
	}
	trim(a);
	return (uint32_t)rest;
}

uint32_t big_rest(const struct big *a, uint32_t divisor)
{
	uint64_t rest = 0;

	assert(divisor > 0);
	for (size_t i = a->used; i-- > 0;)
		rest = (rest << 32 | a->limbs[i]) % divisor;
	return (uint32_t)rest;
}

void big_make_multiple(struct big *a, uint32_t factor)
{
	uint32_t divisor = factor, rest = big_rest(a, factor);

	while (rest) {
		uint32_t next = divisor % rest;

		divisor = rest;
		rest = next;
	}
	big_multiply(a, factor / divisor);
}

int big_compare(const struct big *a, const struct big *b)
{
	if (a->used != b->used)
		return a->used < b->used ? -1 : 1;
	for (size_t i = a->used; i-- > 0;) {
		if (a->limbs[i] != b->limbs[i])
			return a->limbs[i] < b->limbs[i] ? -1 : 1;
	}
	return 0;
}

bool big_fits(const struct big *a, int64_t limit, int64_t *out)
{
	uint64_t value = 0;

	if (a->used > 2)
		return false;
	for (size_t i = a->used; i-- > 0;)
		value = value << 32 | a->limbs[i];
	if (value > (uint64_t)limit)
		return false;
	*out = (int64_t)value;
	return true;
}
