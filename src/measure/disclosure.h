/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the result of an anonymous question may be shown without giving somebody's answer away. */
#ifndef ACCORD_MEASURE_DISCLOSURE_H
#define ACCORD_MEASURE_DISCLOSURE_H

#include <stdbool.h>

/*
 * The fewest answers of a side that are shown. Named is for a room that agreed to show who
 * answers what.
 */
enum { DISCLOSURE_NAMED = 1, DISCLOSURE_DEFAULT = 3, DISCLOSURE_CAREFUL = 5 };

struct disclosure {
	/* The side's distribution, mean and togetherness. */
	bool side[2];
	/* The two together, and whatever compares them. */
	bool pooled;
};

/*
 * The minimum cell size of statistical disclosure control. Nothing is shown of no answers,
 * whatever n_min is.
 */
bool disclosure_allowed(int n, int n_min);

/*
 * What may be shown of two sides with n[0] and n[1] answers. A side that is withheld withholds
 * the pooled result too, because subtraction would reveal it (complementary suppression).
 */
struct disclosure disclosure_of(const int n[2], int n_min);

#endif
