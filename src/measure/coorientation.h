/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two sides that answer for themselves and predict each other: where they agree, and where they
 * only think so.
 */
#ifndef ACCORD_MEASURE_COORIENTATION_H
#define ACCORD_MEASURE_COORIENTATION_H

#include "measure/ratio.h"

#include <stdbool.h>
#include <stddef.h>

enum { COORIENTATION_MOST_POINTS = 100 };

/*
 * Answers from 1 to points; 0 where there is none (not here, can't say, not asked). Where own
 * answers and predictions of an anonymous tally cannot be paired, put them into persons of their
 * own.
 */
struct coorientation_person {
	int own, prediction;
};

struct coorientation_side {
	const struct coorientation_person *people;
	size_t count;
	/* How many answered "can't say" themselves; their own is 0. */
	int cant_say;
};

enum coorientation_state {
	STATE_NONE, /* too little was answered */
	STATE_CONSENSUS,
	STATE_DISSENSUS,
	STATE_FALSE_CONSENSUS, /* they think that they agree */
	STATE_FALSE_CONFLICT   /* they agree and do not know it */
};

/* One side's view. Distances are in steps, and not defined without answers to compare. */
struct coorientation_view {
	int own, predictions;    /* how many there are */
	struct ratio congruency; /* own answer to own prediction: how far off they think others are */
	struct ratio accuracy;   /* predictions to what the others did answer */
	struct ratio spread;     /* between the side's own people, over all pairs of two of them */
	bool congruent, accurate; /* at most a quarter of the scale; false where not defined */
	enum coorientation_state state;
	bool misread; /* the others are on the one hand of us, and we predict them on the other */
	bool split;   /* two camps in this side: to be named before any state */
	bool knowledge_gap; /* more than a third of those who answered can't say */
};

struct coorientation {
	struct ratio agreement; /* between the people of the two sides */
	bool agree;
	/*
	 * They do not agree, and the people of each side are as far from each other as from the other side, or further:
	 * spread >= agreement in both. The differences run through the sides, not between them. This is a rule of our
	 * own; the states take no notice of it.
	 */
	bool within;
	struct coorientation_view side[2];
};

/*
 * Co-orientation by McLeod & Chaffee 1973, with distances between people in the manner of
 * Cronbach & Gleser 1953 rather than between means. points is 2 to COORIENTATION_MOST_POINTS.
 */
void coorientation_of(int points, const struct coorientation_side sides[2],
		      struct coorientation *out);

/* 1 for distance 0, 0 for opposite ends; not defined where the distance is not. */
struct ratio coorientation_similarity(struct ratio distance, int points);

/* "consensus", "dissensus", "false consensus", "false conflict"; "" for STATE_NONE. */
const char *coorientation_state_name(enum coorientation_state state);

#endif
