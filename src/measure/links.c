/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Things that are linked with each other. */
#include "measure/links.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

static int compare(const void *left, const void *right)
{
	const struct links_pair *a = left, *b = right;

	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return (a->b > b->b) - (a->b < b->b);
}

/* The pairs in order, the lower thing first, each once. For free(). */
static struct links_pair *tidied(size_t count, const struct links_pair *pairs, size_t pair_count,
				 size_t *found)
{
	struct links_pair *out = mem_zalloc(pair_count + 1, sizeof *out);
	size_t all = 0;

	for (size_t i = 0; i < pair_count; i++) {
		size_t a = pairs[i].a, b = pairs[i].b;

		assert(a < count && b < count);
		if (a != b)
			out[all++] = (struct links_pair){ a < b ? a : b, a < b ? b : a };
	}
	qsort(out, all, sizeof *out, compare);
	*found = 0;
	for (size_t i = 0; i < all; i++) {
		if (i == 0 || compare(&out[i - 1], &out[i]) != 0)
			out[(*found)++] = out[i];
	}
	return out;
}

/* The first thing known of those that at is linked with; ways found long are made shorter. */
static size_t root_of(size_t *parents, size_t at)
{
	while (parents[at] != at) {
		parents[at] = parents[parents[at]];
		at = parents[at];
	}
	return at;
}

/* Islands from the parents, of which a root is the lowest thing of its own. */
static void number_islands(struct links *out, size_t *parents)
{
	out->largest = LINKS_ALONE;
	for (size_t i = 0; i < out->count; i++) {
		size_t root = root_of(parents, i);

		if (out->degree[i] == 0) {
			out->island[i] = LINKS_ALONE;
			out->alone++;
			continue;
		}
		out->island[i] = root == i ? out->islands++ : out->island[root];
		out->sizes[out->island[i]]++;
	}
	for (size_t i = 0; i < out->islands; i++) {
		if (out->largest == LINKS_ALONE || out->sizes[i] > out->sizes[out->largest])
			out->largest = i;
	}
}

void links_of(size_t count, const struct links_pair *pairs, size_t pair_count, struct links *out)
{
	struct links_pair *list;
	size_t *parents;
	int64_t n = (int64_t)count;

	assert(n <= LINKS_MOST_THINGS);
	*out = (struct links){
		.count = count,
		.island = mem_zalloc(count, sizeof *out->island),
		.degree = mem_zalloc(count, sizeof *out->degree),
		.sizes = mem_zalloc(count, sizeof *out->sizes),
	};
	list = tidied(count, pairs, pair_count, &out->linked);
	parents = mem_zalloc(count, sizeof *parents);
	for (size_t i = 0; i < count; i++)
		parents[i] = i;
	for (size_t i = 0; i < out->linked; i++) {
		size_t a = root_of(parents, list[i].a), b = root_of(parents, list[i].b);

		out->degree[list[i].a]++;
		out->degree[list[i].b]++;
		parents[a < b ? b : a] = a < b ? a : b;
	}
	out->share = ratio_of((int64_t)out->linked, n > 1 ? n * (n - 1) / 2 : 0);
	number_islands(out, parents);
	free(parents);
	free(list);
}

void links_release(struct links *links)
{
	free(links->island);
	free(links->degree);
	free(links->sizes);
	*links = (struct links){ 0 };
}
