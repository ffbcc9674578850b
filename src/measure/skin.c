/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skin in the game. */
#include "measure/skin.h"

#include <assert.h>

/* What a denominator of 10^18 leaves for the budgets of a portfolio, in 50ths. */
#define EXACT_BUDGET INT64_C(20000000000000000)

static struct ratio points_balance(int points)
{
	assert(points <= SKIN_POINTS);
	return points < 0 ? ratio_none() : ratio_balance(points, SKIN_POINTS - points);
}

static struct ratio budget_balance(const int64_t budget[2])
{
	assert(budget[0] <= SKIN_MOST_BUDGET && budget[1] <= SKIN_MOST_BUDGET);
	if (budget[0] < 0 || budget[1] < 0)
		return ratio_none();
	return ratio_balance(budget[0], budget[1]);
}

struct skin skin_of(const struct skin_initiative *initiative)
{
	struct skin out = {
		.balance = {
			[SKIN_BUDGET] = budget_balance(initiative->budget),
			[SKIN_RISK] = points_balance(initiative->risk),
			[SKIN_REWARD] = points_balance(initiative->reward),
		},
		.skin = ratio_none(),
		.least = SKIN_PARTS,
		.unfairness = ratio_none(),
	};

	if (initiative->risk >= 0 && initiative->reward >= 0)
		out.unfairness = ratio_of(initiative->reward - initiative->risk, SKIN_POINTS);
	for (int i = 0; i < SKIN_PARTS; i++) {
		if (!ratio_is_defined(out.balance[i])) {
			out.skin = ratio_none();
			out.least = SKIN_PARTS;
			break;
		}
		if (out.least == SKIN_PARTS || ratio_compare(out.balance[i], out.skin) < 0) {
			out.skin = out.balance[i];
			out.least = (enum skin_part)i;
		}
	}
	return out;
}

static int64_t smaller_of(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

struct ratio skin_portfolio(const struct skin_initiative *initiatives, size_t count)
{
	int64_t total = 0, weights = 0, sum = 0, unit;

	assert(count <= SKIN_MOST_INITIATIVES);
	for (size_t i = 0; i < count; i++) {
		if (ratio_is_defined(skin_of(&initiatives[i]).skin))
			total += initiatives[i].budget[0] + initiatives[i].budget[1];
	}
	unit = (total + EXACT_BUDGET - 1) / EXACT_BUDGET;
	for (size_t i = 0; i < count; i++) {
		const struct skin_initiative *at = &initiatives[i];
		struct skin found = skin_of(at);
		int64_t a, b, points = found.least == SKIN_RISK ? at->risk : at->reward;

		if (!ratio_is_defined(found.skin))
			continue;
		a = at->budget[0] / unit;
		b = at->budget[1] / unit;
		weights += a + b;
		/* Budget times skin, in 50ths: 2 * min / (a + b) of a + b, or 2 * min / 100. */
		sum += found.least == SKIN_BUDGET ? 100 * smaller_of(a, b)
						  : (a + b) * smaller_of(points, 100 - points);
	}
	return ratio_of(sum, 50 * weights);
}

const char *skin_part_name(enum skin_part part)
{
	static const char *const names[] = {
		[SKIN_BUDGET] = "budget",
		[SKIN_RISK] = "risk",
		[SKIN_REWARD] = "reward",
		[SKIN_PARTS] = "",
	};

	return names[part];
}
