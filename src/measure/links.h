/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Things that are linked with each other: how many pairs are, and which islands they form. */
#ifndef ACCORD_MEASURE_LINKS_H
#define ACCORD_MEASURE_LINKS_H

#include "measure/ratio.h"

#include <stddef.h>
#include <stdint.h>

#define LINKS_MOST_THINGS INT64_C(1000000000)
#define LINKS_ALONE SIZE_MAX

/* Two things by index. */
struct links_pair {
	size_t a, b;
};

struct links {
	size_t count, linked;
	struct ratio share; /* of all n(n-1)/2 pairs; not defined for fewer than two things */
	/* By thing: its island, from 0 on by their first thing, or LINKS_ALONE. */
	size_t *island;
	size_t *degree; /* by thing: how many others it is linked with */
	size_t *sizes;  /* by island: how many things are on it, two or more */
	size_t islands, alone;
	size_t largest; /* island with the most things, the first of them; LINKS_ALONE for none */
};

/*
 * The density of a graph and its connected components. A pair counts once, whichever way round
 * and however often it is given; a thing is not linked with itself. count is at most
 * LINKS_MOST_THINGS.
 */
void links_of(size_t count, const struct links_pair *pairs, size_t pair_count, struct links *out);
void links_release(struct links *links);

#endif
