/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers by chance. */
#include "base/random.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

void rng_seed(struct rng *rng, uint64_t seed)
{
	rng->state = seed;
}

/* SplitMix64 (Steele, Lea and Flood 2014): short, and good enough to make up people. */
static uint64_t rng_next(struct rng *rng)
{
	uint64_t z = rng->state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

uint32_t rng_below(struct rng *rng, uint32_t below)
{
	return (uint32_t)(((rng_next(rng) >> 32) * below) >> 32);
}

void random_id(struct rng *rng, char *out, size_t length)
{
	static const char letters[] = "23456789abcdefghjkmnpqrstvwxyz";
	struct rng own;

	if (!rng) {
		uint64_t seed;

		if (getrandom(&seed, sizeof seed, 0) != (ssize_t)sizeof seed) {
			perror("accord: no random numbers from the system");
			abort();
		}
		rng_seed(&own, seed);
		rng = &own;
	}
	for (size_t i = 0; i < length; i++)
		out[i] = letters[rng_below(rng, sizeof letters - 1)];
	out[length] = '\0';
}
