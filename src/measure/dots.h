/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dot voting: how many each person has, whether they were spent by the rules, and what leads. */
#ifndef ACCORD_MEASURE_DOTS_H
#define ACCORD_MEASURE_DOTS_H

#include <stddef.h>
#include <stdint.h>

enum { DOTS_MOST = 20, DOTS_MOST_ON_ONE = 3 };

/* How many dots each person has: a third of the items, at least 1 and at most DOTS_MOST. */
int dots_per_person(size_t items);

enum dots_fault {
	DOTS_FINE,
	DOTS_TOO_MANY,        /* more than a person has */
	DOTS_TOO_MANY_ON_ONE, /* more than DOTS_MOST_ON_ONE */
	DOTS_NEGATIVE
};

struct dots_check {
	enum dots_fault fault;
	size_t item; /* the first at fault, where it is one; else count */
	int left;    /* dots not spent, or 0; to leave some is no fault */
};

/* A person's dots on each of count items. Too many on one is named before too many in all. */
struct dots_check dots_check(const int *dots, size_t count);

/* An item with the dots of the two sides. */
struct dots_item {
	int64_t side[2];
};

/* Adds the dots of a person of side 0 or 1. */
void dots_add(struct dots_item *items, size_t count, int side, const int *dots);
int64_t dots_total(const struct dots_item *item);

/*
 * Puts the indices of all items into order, most dots first, else as given. places, by item, count
 * from 1; items with as many dots share a place, and the next one is as far down as there are
 * before it. Either may be NULL.
 */
void dots_rank(const struct dots_item *items, size_t count, size_t *order, size_t *places);

struct dots_pick {
	size_t sure; /* the first of the order that have dots and are in whatever the rest is */
	size_t tied; /* those after them that share the last place: more than there is room for */
};

/* Which are named first when pick are wanted; those without a dot never are. */
struct dots_pick dots_pick(const struct dots_item *items, size_t count, size_t pick);

#endif
