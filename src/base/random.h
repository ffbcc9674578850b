/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers by chance: repeatable ones from a seed, and real ones for ids. */
#ifndef ACCORD_BASE_RANDOM_H
#define ACCORD_BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct rng {
	uint64_t state;
};

void rng_seed(struct rng *rng, uint64_t seed);
/* Evenly spread over 0 .. below-1; below must not be 0. */
uint32_t rng_below(struct rng *rng, uint32_t below);

/*
 * Fills out with length letters and digits that are easy to read aloud (no 0, 1, i, l, o, u) and a NUL. From
 * rng where one is given, else from the system.
 */
void random_id(struct rng *rng, char *out, size_t length);

#endif
