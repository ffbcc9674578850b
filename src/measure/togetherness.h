/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much the answers of one side, or of the room, are the same answer. */
#ifndef ACCORD_MEASURE_TOGETHERNESS_H
#define ACCORD_MEASURE_TOGETHERNESS_H

#include "measure/ratio.h"

#include <stdbool.h>

/* A word is given from this many answers on; below, the dots speak for themselves. */
enum { TOGETHERNESS_WORD_FROM = 5 };

enum together_word { TOGETHER_NONE, TOGETHER_TOGETHER, TOGETHER_MIXED, TOGETHER_APART };

struct togetherness {
	int n;
	/*
	 * 1 for one and the same answer, 0 for halves at the two ends; defined from two answers
	 * on.
	 */
	struct ratio c;
	/*
	 * How far an answer is from the middle one, on average, in steps; defined from one answer
	 * on.
	 */
	struct ratio mean_steps;
	/* Answers from 1 on; 0 when there is none. */
	int lower_median, upper_median;
	enum together_word word;
	/* Two camps: nobody answers something in between. */
	bool split;
	/*
	 * Not split, but somebody is three or more steps from both medians: the answer furthest
	 * off (the lower of two), and how many answers are that far in all.
	 */
	bool lone_voice;
	int lone_value, lone_count;
};

/*
 * counts[0] is the number of answers "1", and so on; points is at least 2. "Can't say" is not
 * among them.
 *
 * c = 1 - S / (R * floor(n/2)), S being the sum of distances from the lower median and R = points
 * - 1. For an even n this is 1 less the ordinal dispersion of Leik 1966; halving n downwards lets
 * odd groups reach 0 too.
 */
void togetherness_of(const int *counts, int points, struct togetherness *out);

/* "together", "mixed", "apart"; "" for no word. */
const char *together_word_name(enum together_word word);

/* For exports. Consensus by Tastle and Wierman 2007; from 0 to 1. NAN without answers. */
double consensus_tastle_wierman(const int *counts, int points);
/*
 * For exports. Agreement by van der Eijk 2001; from -1 to 1. NAN without answers or with fewer
 * than 3 points.
 */
double agreement_van_der_eijk(const int *counts, int points);

#endif
