/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much the answers of one side, or of the room, are the same answer. */
#include "measure/togetherness.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

static int answers(const int *counts, int points)
{
	int n = 0;

	for (int i = 0; i < points; i++) {
		assert(counts[i] >= 0);
		n += counts[i];
	}
	return n;
}

/* The answer at a place in their order, from 0 on. */
static int answer_at(const int *counts, int points, int place)
{
	int i;

	for (i = 0; i < points - 1 && place >= counts[i]; i++)
		place -= counts[i];
	return i + 1;
}

static bool is_split(const int *counts, int points, int n)
{
	int camp = (n + 2) / 3, below = 0;

	if (camp < 2)
		camp = 2;
	for (int i = 0; i < points; i++) {
		bool inner = i > 0 && i < points - 1;

		if (inner && counts[i] == 0 && below >= camp && n - below >= camp)
			return true;
		below += counts[i];
	}
	return false;
}

static void find_lone_voice(const int *counts, int points, struct togetherness *out)
{
	int furthest = 0;

	for (int i = 0; i < points; i++) {
		int lower = abs(i + 1 - out->lower_median), upper = abs(i + 1 - out->upper_median);
		int distance = lower < upper ? lower : upper;

		if (counts[i] == 0 || distance < 3)
			continue;
		out->lone_voice = true;
		out->lone_count += counts[i];
		if (distance > furthest) {
			furthest = distance;
			out->lone_value = i + 1;
		}
	}
}

static enum together_word word_of(const struct togetherness *found)
{
	if (found->n < TOGETHERNESS_WORD_FROM)
		return TOGETHER_NONE;
	if (ratio_compare_to(found->c, 3, 4) >= 0)
		return TOGETHER_TOGETHER;
	return ratio_compare_to(found->c, 1, 2) >= 0 ? TOGETHER_MIXED : TOGETHER_APART;
}

void togetherness_of(const int *counts, int points, struct togetherness *out)
{
	int n = answers(counts, points);
	int64_t steps = 0, most;

	assert(points >= 2);
	*out = (struct togetherness){ .n = n };
	if (n == 0)
		return;
	out->lower_median = answer_at(counts, points, (n - 1) / 2);
	out->upper_median = answer_at(counts, points, n / 2);
	for (int i = 0; i < points; i++)
		steps += (int64_t)counts[i] * abs(i + 1 - out->lower_median);
	most = (int64_t)(points - 1) * (n / 2);
	out->mean_steps = ratio_of(steps, n);
	out->c = ratio_of(most - steps, most);
	out->word = word_of(out);
	out->split = is_split(counts, points, n);
	if (!out->split)
		find_lone_voice(counts, points, out);
}

const char *together_word_name(enum together_word word)
{
	static const char *const names[] = {
		[TOGETHER_NONE] = "",
		[TOGETHER_TOGETHER] = "together",
		[TOGETHER_MIXED] = "mixed",
		[TOGETHER_APART] = "apart",
	};

	return names[word];
}

double consensus_tastle_wierman(const int *counts, int points)
{
	int n = answers(counts, points);
	double mean = 0, sum = 1;

	assert(points >= 2);
	if (n == 0)
		return (double)NAN;
	for (int i = 0; i < points; i++)
		mean += (double)counts[i] * i / n;
	/* Whoever answers cannot be a whole scale from the mean, so the logarithm is finite. */
	for (int i = 0; i < points; i++) {
		if (counts[i] > 0)
			sum += (double)counts[i] / n * log2(1 - fabs(i - mean) / (points - 1));
	}
	return sum;
}

/*
 * Agreement of a layer, which is a pattern of answers given and not given: of all triples of
 * categories, those that rise or fall speak for agreement and those with a hole in the middle
 * against it.
 */
static double layer_agreement(const int *rest, int points)
{
	int64_t flat = 0, holes = 0;
	int given = 0;

	for (int i = 0; i < points; i++)
		given += rest[i] > 0;
	for (int i = 0; i < points; i++) {
		for (int j = i + 1; j < points; j++) {
			for (int l = j + 1; l < points; l++) {
				bool low = rest[i] > 0, middle = rest[j] > 0, high = rest[l] > 0;

				holes += low && !middle && high;
				flat += middle && low != high;
			}
		}
	}
	if (given == 1)
		return 1;
	if (flat + holes == 0)
		return 0;
	return (double)((points - 2) * flat - (points - 1) * holes) /
	       (double)((points - 2) * (flat + holes)) * (1 - (double)(given - 1) / (points - 1));
}

static int smallest_given(const int *rest, int points)
{
	int least = 0;

	for (int i = 0; i < points; i++) {
		if (rest[i] > 0 && (least == 0 || rest[i] < least))
			least = rest[i];
	}
	return least;
}

double agreement_van_der_eijk(const int *counts, int points)
{
	enum { MOST_POINTS = 100 };
	int rest[MOST_POINTS], n = answers(counts, points), least;
	double sum = 0;

	assert(points <= MOST_POINTS);
	if (n == 0 || points < 3)
		return (double)NAN;
	for (int i = 0; i < points; i++)
		rest[i] = counts[i];
	while ((least = smallest_given(rest, points)) > 0) {
		double layer = layer_agreement(rest, points);
		int taken = 0;

		for (int i = 0; i < points; i++) {
			if (rest[i] > 0) {
				rest[i] -= least;
				taken += least;
			}
		}
		sum += layer * taken / n;
	}
	return sum;
}
