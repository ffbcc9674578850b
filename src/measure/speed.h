/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast requests of one kind come back, against what was asked. */
#ifndef ACCORD_MEASURE_SPEED_H
#define ACCORD_MEASURE_SPEED_H

#include "measure/ratio.h"

#include <stddef.h>

enum {
	SPEED_UNKNOWN = -1,
	SPEED_MOST_DAYS = 20000,
	SPEED_PERCENTILE = 85,
	SPEED_PERCENTILE_FROM = 5 /* deliveries; fewer are too few for a percentile */
};

/* In days; negative where it is not known. More than SPEED_MOST_DAYS count as so many. */
struct speed_request {
	int asked, delivered;
};

struct speed {
	size_t delivered; /* requests whose delivery is known: what the next lines are about */
	int shortest, longest;  /* SPEED_UNKNOWN without any */
	struct ratio typical;   /* the median of the days they took */
	int most;               /* 85 % of them took no longer; SPEED_UNKNOWN for too few */
	size_t compared;        /* requests of which both is known */
	size_t on_time;         /* of them, no later than asked */
	/*
	 * The median of delivered / asked: 2 is twice as long as asked for. Asked for the same day,
	 * 0, has no such quotient and stays out.
	 */
	struct ratio stretch;
};

/*
 * Medians of an even number are the mean of the middle two; the percentile is the nearest rank,
 * the delivery at place ceil(.85 n).
 */
void speed_of(const struct speed_request *requests, size_t count, struct speed *out);

/*
 * The middle of what people guess in days, of an even number the lower of the middle two, so that somebody has said it;
 * negative guesses are none. SPEED_UNKNOWN without any. Compare it with typical.
 */
int speed_guess(const int *days, size_t count);

#endif
