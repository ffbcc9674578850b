/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a few models people live by. */
#include "measure/models.h"

#include <assert.h>

/*
 * Scores are summed in parts of this, the least number that all counts of answered items, 1 to
 * MODELS_MOST_ITEMS, divide: a person's score is points / answered of them, out of twice as many.
 */
#define PARTS INT64_C(232792560)

/* Both sums of a distance are brought below this, so that their product is a denominator. */
#define LARGEST_SUM INT64_C(1000000000)

int models_needed(size_t item_count)
{
	assert(item_count <= MODELS_MOST_ITEMS);
	return (int)(7 * item_count + 9) / 10;
}

void models_points_of(const struct models_set *set, const char *answers, struct models_points *out)
{
	assert(set->models >= 2 && set->models <= MODELS_MOST);
	*out = (struct models_points){ 0 };
	for (size_t i = 0; i < set->item_count && answers[i]; i++) {
		int option = answers[i] - '1', second;

		out->cant_say += answers[i] == MODELS_CANT_SAY;
		if (option < 0 || option >= set->models)
			continue;
		second = set->items[i].second[option];
		assert(second == MODELS_NONE || (second >= 0 && second < set->models));
		out->answered++;
		out->points[option] += 2;
		if (second != MODELS_NONE && second != option)
			out->points[second]++;
	}
	out->enough = out->answered > 0 && out->answered >= models_needed(set->item_count);
}

void models_add(struct models_sum *sum, const struct models_points *person)
{
	if (!person->enough) {
		sum->too_few++;
		return;
	}
	sum->people++;
	for (int i = 0; i < MODELS_MOST; i++)
		sum->score[i] += person->points[i] * (PARTS / person->answered);
}

struct ratio models_score(const struct models_sum *sum, int model)
{
	assert(model >= 0 && model < MODELS_MOST);
	return ratio_of(sum->score[model], 2 * PARTS * sum->people);
}

struct models_result models_result_of(const struct models_sum *sum, int models)
{
	struct models_result out = { MODELS_TOO_FEW, MODELS_NONE, MODELS_NONE };
	int64_t top = 0;
	int high = 0;

	assert(models >= 2 && models <= MODELS_MOST);
	if (sum->people == 0)
		return out;
	for (int i = 0; i < models; i++) {
		if (sum->score[i] > top)
			top = sum->score[i];
	}
	out.verdict = MODELS_NO_CLEAR;
	if (ratio_compare_to(ratio_of(top, 2 * PARTS * sum->people), 2, 5) < 0)
		return out;
	for (int i = 0; i < models; i++) {
		if (10 * sum->score[i] < 9 * top)
			continue;
		high++;
		if (out.first == MODELS_NONE || sum->score[i] > sum->score[out.first]) {
			out.second = out.first;
			out.first = i;
		} else {
			out.second = i;
		}
	}
	if (high > 2)
		return (struct models_result){ MODELS_NO_CLEAR, MODELS_NONE, MODELS_NONE };
	out.verdict = high == 2 ? MODELS_TIE : MODELS_ONE;
	return out;
}

static int64_t common_divisor(int64_t a, int64_t b)
{
	while (b) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* Scores without their common divisor, cut down if they are still too large; returns their sum. */
static int64_t shares_of(const struct models_sum *sum, int models, int64_t *shares)
{
	int64_t divisor = 0, total = 0;

	for (int i = 0; i < models; i++)
		divisor = common_divisor(sum->score[i], divisor);
	for (int i = 0; i < models; i++) {
		shares[i] = divisor ? sum->score[i] / divisor : 0;
		total += shares[i];
	}
	while (total > LARGEST_SUM) {
		total = 0;
		for (int i = 0; i < models; i++) {
			shares[i] /= 2;
			total += shares[i];
		}
	}
	return total;
}

struct ratio models_distance(const struct models_sum *a, const struct models_sum *b, int models)
{
	int64_t x[MODELS_MOST], y[MODELS_MOST], x_sum, y_sum, apart = 0;

	assert(models >= 2 && models <= MODELS_MOST);
	x_sum = shares_of(a, models, x);
	y_sum = shares_of(b, models, y);
	if (x_sum == 0 || y_sum == 0)
		return ratio_none();
	/* Shares sum to 1 on both, so what x has more of is half of what they differ by. */
	for (int i = 0; i < models; i++) {
		int64_t more = x[i] * y_sum - y[i] * x_sum;

		if (more > 0)
			apart += more;
	}
	return ratio_of(apart, x_sum * y_sum);
}

const char *models_verdict_name(enum models_verdict verdict)
{
	static const char *const names[] = {
		[MODELS_TOO_FEW] = "too-few",
		[MODELS_NO_CLEAR] = "no-clear-model",
		[MODELS_ONE] = "one",
		[MODELS_TIE] = "tie",
	};

	return names[verdict];
}
