/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Harmony: where two sides stand together, over the modules of a workshop. */
#ifndef ACCORD_MEASURE_HARMONY_H
#define ACCORD_MEASURE_HARMONY_H

#include "measure/ratio.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	HARMONY_ANONYMOUS = 0, /* no person */
	HARMONY_FEWEST_ANSWERS = 3,
	HARMONY_FEWEST_MODULES = 5,
	HARMONY_LEAST_WEIGHT = 60, /* percent of all that there is */
	HARMONY_STEP = 5,
	HARMONY_MOST_POINTS = 100,
	HARMONY_MOST_WEIGHT = 1000,
	HARMONY_MOST_MODULES = 1000,
	HARMONY_MOST_ANSWERS = 1000 /* of a side to a module */
};

/* From 1, not at all, to points, fully. "Can't say" is not among them. */
struct harmony_answer {
	int value;
	long person; /* the same in all modules, or HARMONY_ANONYMOUS */
};

struct harmony_side {
	const struct harmony_answer *answers;
	size_t count;
};

/* A module with where it stands; also those that nobody answered, for their weight. */
struct harmony_module {
	int weight; /* from 0 to HARMONY_MOST_WEIGHT */
	int points; /* 2 to HARMONY_MOST_POINTS */
	struct harmony_side sides[2];
};

struct harmony_input {
	const struct harmony_module *modules;
	size_t count;
	/* Distances of items, see coorientation_of(); of accuracy there are two an item. */
	const struct ratio *agreement, *accuracy;
	size_t agreement_count, accuracy_count;
};

/* Whether it may be shown, or why not. */
enum harmony_state {
	HARMONY_SHOWN,
	HARMONY_FEW_MODULES,   /* fewer than five were answered */
	HARMONY_LITTLE_WEIGHT, /* those answered are less than 60 % of the weight */
	HARMONY_FEW_PEOPLE     /* enough was answered, but by fewer than three people a side */
};

enum harmony_band {
	BAND_NONE,
	BAND_APART,      /* below 20 */
	BAND_WARY,       /* below 40 */
	BAND_DEALING,    /* below 60 */
	BAND_PARTNERING, /* below 80 */
	BAND_JOINED
};

/* An end of the range. */
struct harmony_end {
	struct ratio value; /* 0 to 100 */
	int bound;          /* outwards to a multiple of HARMONY_STEP, to be printed */
	enum harmony_band band; /* of the value, not of the bound */
};

struct harmony {
	enum harmony_state state;
	size_t modules; /* that count: three answers or more on both sides */
	int weight, all_weight; /* of those that count, and of all */
	/*
	 * For exports, and not defined when no module counts. Like the ends it is exact where a
	 * fraction of 18 digits can be, and else cut to 12 decimals; bounds and bands always are
	 * those of the exact value.
	 */
	struct ratio value;
	/*
	 * It moves with one person or one topic: the smallest and the largest when each module and
	 * each person in turn is left out. This is no confidence interval.
	 *
	 * Which anonymous answers are one person's nobody knows. Who is left out is then taken to
	 * have given, in each module with anonymous answers of that side, whichever moves the value
	 * most, or none: an outer bound, never too narrow, and wider perhaps than if they were
	 * known. With names on all answers it is exact.
	 */
	struct harmony_end low, high;
	/* To be read beside it, in steps: the medians of the items' distances. */
	struct ratio agreement, accuracy;
};

/*
 * H = 100 * sum(w m) / sum(w), m = (L - 1) / (points - 1), L = (mean of one side + mean of the
 * other) / 2, so that sides count the same whatever their head count. A module is left out with
 * the person who gave all of a side's answers.
 */
void harmony_of(const struct harmony_input *input, struct harmony *out);

/* "shown", "few-modules", "little-weight", "few-people". */
const char *harmony_state_name(enum harmony_state state);
/* "apart", "wary", "dealing", "partnering", "joined"; "" for none. */
const char *harmony_band_name(enum harmony_band band);

#endif
