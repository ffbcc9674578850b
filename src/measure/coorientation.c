/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sides that answer for themselves and predict each other. */
#include "measure/coorientation.h"

#include "measure/togetherness.h"

#include <assert.h>
#include <stdlib.h>

/* A side's answers, counted: distances between all pairs need no more. */
struct tally {
	int own[COORIENTATION_MOST_POINTS], predicted[COORIENTATION_MOST_POINTS];
	int64_t own_count, own_sum, predicted_count, predicted_sum;
	int64_t pair_count, pair_distance;
};

static bool given(int answer, int points)
{
	assert(answer >= 0 && answer <= points);
	return answer > 0;
}

static void tally_side(const struct coorientation_side *side, int points, struct tally *out)
{
	*out = (struct tally){ 0 };
	for (size_t i = 0; i < side->count; i++) {
		const struct coorientation_person *person = &side->people[i];
		bool own = given(person->own, points);
		bool predicted = given(person->prediction, points);

		if (own) {
			out->own[person->own - 1]++;
			out->own_count++;
			out->own_sum += person->own;
		}
		if (predicted) {
			out->predicted[person->prediction - 1]++;
			out->predicted_count++;
			out->predicted_sum += person->prediction;
		}
		if (own && predicted) {
			out->pair_count++;
			out->pair_distance += abs(person->own - person->prediction);
		}
	}
}

/* The mean distance over all pairs of one from a and one from b. */
static struct ratio cross_distance(const int *a, int64_t a_count, const int *b, int64_t b_count,
				   int points)
{
	int64_t sum = 0;

	for (int i = 0; i < points; i++) {
		for (int j = 0; a[i] && j < points; j++)
			sum += (int64_t)a[i] * b[j] * abs(i - j);
	}
	return ratio_of(sum, a_count * b_count);
}

/*
 * The mean distance over all pairs of two people of one side. Of the ordered pairs, those with oneself
 * count nothing.
 */
static struct ratio spread_of(const struct tally *side, int points)
{
	struct ratio all = cross_distance(side->own, side->own_count, side->own, side->own_count, points);

	return ratio_is_defined(all) ? ratio_of(all.num, side->own_count * (side->own_count - 1)) : all;
}

/* A quarter of the scale, which is one step on five points. */
static bool is_near(struct ratio distance, int points)
{
	return ratio_is_defined(distance) && ratio_compare_to(distance, points - 1, 4) <= 0;
}

static enum coorientation_state state_of(struct ratio agreement, struct ratio congruency,
					 int points)
{
	if (!ratio_is_defined(agreement) || !ratio_is_defined(congruency))
		return STATE_NONE;
	if (is_near(agreement, points))
		return is_near(congruency, points) ? STATE_CONSENSUS : STATE_FALSE_CONFLICT;
	return is_near(congruency, points) ? STATE_FALSE_CONSENSUS : STATE_DISSENSUS;
}

/* The difference of two means, a - b. */
static struct ratio mean_difference(int64_t a_sum, int64_t a_count, int64_t b_sum, int64_t b_count)
{
	return ratio_of(a_sum * b_count - b_sum * a_count, a_count * b_count);
}

static bool is_misread(const struct tally *us, const struct tally *them)
{
	struct ratio real =
		mean_difference(them->own_sum, them->own_count, us->own_sum, us->own_count);
	struct ratio predicted = mean_difference(us->predicted_sum, us->predicted_count,
						 us->own_sum, us->own_count);

	if (!ratio_is_defined(real) || !ratio_is_defined(predicted))
		return false;
	return (ratio_compare_to(real, 1, 1) > 0 && ratio_compare_to(predicted, -1, 1) < 0) ||
	       (ratio_compare_to(real, -1, 1) < 0 && ratio_compare_to(predicted, 1, 1) > 0);
}

void coorientation_of(int points, const struct coorientation_side sides[2],
		      struct coorientation *out)
{
	struct tally tally[2];

	assert(points >= 2 && points <= COORIENTATION_MOST_POINTS);
	for (int i = 0; i < 2; i++)
		tally_side(&sides[i], points, &tally[i]);
	*out = (struct coorientation){ 0 };
	out->agreement = cross_distance(tally[0].own, tally[0].own_count, tally[1].own,
					tally[1].own_count, points);
	out->agree = is_near(out->agreement, points);
	out->within = ratio_is_defined(out->agreement) && !out->agree;
	for (int i = 0; i < 2; i++) {
		const struct tally *us = &tally[i], *them = &tally[1 - i];
		struct coorientation_view *view = &out->side[i];
		struct togetherness together;

		togetherness_of(us->own, points, &together);
		view->own = (int)us->own_count;
		view->predictions = (int)us->predicted_count;
		view->congruency = ratio_of(us->pair_distance, us->pair_count);
		view->accuracy = cross_distance(us->predicted, us->predicted_count, them->own,
						them->own_count, points);
		view->spread = spread_of(us, points);
		out->within = out->within && ratio_is_defined(view->spread) &&
			      ratio_compare(view->spread, out->agreement) >= 0;
		view->congruent = is_near(view->congruency, points);
		view->accurate = is_near(view->accuracy, points);
		view->state = state_of(out->agreement, view->congruency, points);
		view->misread = is_misread(us, them);
		view->split = together.split;
		view->knowledge_gap =
			3 * (int64_t)sides[i].cant_say > us->own_count + sides[i].cant_say;
	}
}

struct ratio coorientation_similarity(struct ratio distance, int points)
{
	int64_t scale = points - 1;

	return ratio_of(scale * distance.den - distance.num, scale * distance.den);
}

const char *coorientation_state_name(enum coorientation_state state)
{
	static const char *const names[] = {
		[STATE_NONE] = "",
		[STATE_CONSENSUS] = "consensus",
		[STATE_DISSENSUS] = "dissensus",
		[STATE_FALSE_CONSENSUS] = "false consensus",
		[STATE_FALSE_CONFLICT] = "false conflict",
	};

	return names[state];
}
