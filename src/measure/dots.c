/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dot voting. */
#include "measure/dots.h"

#include <assert.h>

int dots_per_person(size_t items)
{
	if (items / 3 > DOTS_MOST)
		return DOTS_MOST;
	return items < 3 ? 1 : (int)(items / 3);
}

struct dots_check dots_check(const int *dots, size_t count)
{
	struct dots_check out = { .fault = DOTS_FINE, .item = count };
	int64_t spent = 0;

	for (size_t i = 0; i < count; i++) {
		if (dots[i] < 0 || dots[i] > DOTS_MOST_ON_ONE) {
			out.fault = dots[i] < 0 ? DOTS_NEGATIVE : DOTS_TOO_MANY_ON_ONE;
			out.item = i;
			return out;
		}
		spent += dots[i];
	}
	if (spent > dots_per_person(count))
		out.fault = DOTS_TOO_MANY;
	else
		out.left = dots_per_person(count) - (int)spent;
	return out;
}

void dots_add(struct dots_item *items, size_t count, int side, const int *dots)
{
	assert(side == 0 || side == 1);
	for (size_t i = 0; i < count; i++) {
		assert(dots[i] >= 0);
		items[i].side[side] += dots[i];
	}
}

int64_t dots_total(const struct dots_item *item)
{
	return item->side[0] + item->side[1];
}

/* How many items have more dots than this. */
static size_t count_above(const struct dots_item *items, size_t count, int64_t total)
{
	size_t above = 0;

	for (size_t i = 0; i < count; i++)
		above += dots_total(&items[i]) > total;
	return above;
}

void dots_rank(const struct dots_item *items, size_t count, size_t *order, size_t *places)
{
	for (size_t i = 0; i < count; i++) {
		int64_t total = dots_total(&items[i]);
		size_t above = count_above(items, count, total), at = above;

		for (size_t j = 0; j < i; j++)
			at += dots_total(&items[j]) == total;
		if (order)
			order[at] = i;
		if (places)
			places[i] = above + 1;
	}
}

struct dots_pick dots_pick(const struct dots_item *items, size_t count, size_t pick)
{
	struct dots_pick out = { 0, 0 };

	for (size_t i = 0; i < count; i++) {
		int64_t total = dots_total(&items[i]);
		size_t above = count_above(items, count, total), as_many = 0;

		if (total == 0 || above >= pick)
			continue;
		for (size_t j = 0; j < count; j++)
			as_many += dots_total(&items[j]) == total;
		if (above + as_many <= pick)
			out.sure++;
		else
			out.tied++;
	}
	return out;
}
