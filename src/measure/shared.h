/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures that both sides could be judged by. */
#ifndef ACCORD_MEASURE_SHARED_H
#define ACCORD_MEASURE_SHARED_H

#include <stdbool.h>
#include <stddef.h>

/* How many shared measures a pair of sides can carry. */
enum { SHARED_FEWEST = 2, SHARED_MOST = 4, SHARED_REVIEW_DAYS = 90, SHARED_HIGHEST_DRIVE = 2 };

struct shared_candidate {
	int drive[2];  /* how much each side moves it: 0 not, 1 some, 2 much; more counts as 2 */
	int conflicts; /* pairs in which it hurts a measure of the other side */
};

/* A measure is worth sharing that both sides move and that hurts none of the others. */
bool shared_is_eligible(const struct shared_candidate *candidate);
/*
 * The product of what both move: a measure that both move some is behind one that both move much.
 */
int shared_score(const struct shared_candidate *candidate);
/* Puts the indices of those eligible into order, best first, else as given; returns how many. */
size_t shared_rank(const struct shared_candidate *candidates, size_t count, size_t *order);

/* What a shared measure has to have before it is done. */
enum shared_part {
	PART_DEFINITION,
	PART_SOURCE,
	PART_BASELINE, /* with its date */
	PART_TARGET,   /* with its date */
	PART_OWNER_0,
	PART_OWNER_1,
	PART_REVIEW, /* within 90 days */
	PART_REWARD, /* counts in both sides' reward */
	PART_COUNT
};

/* How many parts there are; PART_COUNT is done. */
int shared_parts(const bool parts[PART_COUNT]);
/* Whether a review day (or DAY_NONE) is neither over nor more than 90 days ahead. */
bool shared_review_is_near(int review, int today);

/*
 * "definition", "source", "baseline", "target", "first-owner", "second-owner", "review",
 * "reward".
 */
const char *shared_part_name(enum shared_part part);

#endif
