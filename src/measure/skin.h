/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skin in the game: whether two sides carry cost, risk and reward of an initiative alike. */
#ifndef ACCORD_MEASURE_SKIN_H
#define ACCORD_MEASURE_SKIN_H

#include "measure/ratio.h"

#include <stddef.h>
#include <stdint.h>

#define SKIN_MOST_BUDGET INT64_C(10000000000000)

enum { SKIN_UNKNOWN = -1, SKIN_POINTS = 100, SKIN_MOST_INITIATIVES = 100000 };

/* Whatever is negative is not known. */
struct skin_initiative {
	int64_t budget[2]; /* whole money of each side, at most SKIN_MOST_BUDGET */
	int risk;          /* the first side's share of 100 points: who pays if it fails */
	int reward;        /* the same: who gets the credit */
};

enum skin_part { SKIN_BUDGET, SKIN_RISK, SKIN_REWARD, SKIN_PARTS };

struct skin {
	/* By part, see ratio_balance(); not defined where unknown, or where both budgets are 0. */
	struct ratio balance[SKIN_PARTS];
	/* The smallest of them; not defined unless all are. */
	struct ratio skin;
	enum skin_part least; /* which part that is, the first of them; SKIN_PARTS for none */
	/*
	 * The first side's share of the reward less its share of the risk: above 0 it gains more
	 * than it risks, below 0 the second side does. In hundredths.
	 */
	struct ratio unfairness;
};

/* risk and reward are at most SKIN_POINTS. */
struct skin skin_of(const struct skin_initiative *initiative);

/*
 * The mean skin by budget, of the initiatives that have one; not defined without any. Exact up to
 * budgets of 2 * 10^16 together.
 */
struct ratio skin_portfolio(const struct skin_initiative *initiatives, size_t count);

/* "budget", "risk", "reward"; "" for SKIN_PARTS. */
const char *skin_part_name(enum skin_part part);

#endif
