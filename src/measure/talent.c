/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skills needed and skills there. */
#include "measure/talent.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

enum {
	WORKS_ALONE = 3,
	ENOUGH_PEOPLE = 2,
	MONTHS_TO_TRAIN = 6,
	MONTHS_IN_A_HURRY = 3,
	MONTHS_TO_HIRE_FOR = 12
};

static int clamp(int value, int lowest, int highest)
{
	if (value < lowest)
		return lowest;
	return value > highest ? highest : value;
}

static int level_at(const struct talent_input *input, size_t skill, size_t person)
{
	return clamp(input->levels[skill * input->people_count + person], 0, TALENT_HIGHEST_LEVEL);
}

static int level_needed(const struct talent_skill *skill)
{
	return clamp(skill->level, 1, TALENT_HIGHEST_LEVEL);
}

/* Somebody lacks exactly one level: those who have it already cannot be trained for it. */
static bool anyone_one_short(const struct talent_input *input, size_t skill)
{
	for (size_t i = 0; i < input->people_count; i++) {
		if (level_at(input, skill, i) == level_needed(&input->skills[skill]) - 1)
			return true;
	}
	return false;
}

static enum talent_advice advice_for(const struct talent_input *input, size_t index,
				     const struct talent_skill_result *found)
{
	const struct talent_skill *skill = &input->skills[index];
	bool no_hurry = skill->months_until < 0;
	bool for_good = skill->months_lasting < 0;

	if ((size_t)found->missing == input->people_count)
		return ADVICE_NONE;
	if (found->breadth_gap == 0)
		return found->bus_factor >= ENOUGH_PEOPLE ? ADVICE_KEEP : ADVICE_BRIDGE_PAIR;
	if (found->coverage[skill->side] == 0 && found->coverage[1 - skill->side] > 0)
		return ADVICE_BRIDGE_ACROSS;
	if (anyone_one_short(input, index) && (no_hurry || skill->months_until >= MONTHS_TO_TRAIN))
		return ADVICE_BUILD;
	if ((!no_hurry && skill->months_until <= MONTHS_IN_A_HURRY) ||
	    (!for_good && skill->months_lasting < MONTHS_TO_HIRE_FOR))
		return ADVICE_BORROW;
	return ADVICE_BUY;
}

static void measure_skill(const struct talent_input *input, size_t index, struct talent *out)
{
	const struct talent_skill *skill = &input->skills[index];
	struct talent_skill_result *found = &out->skills[index];
	int needed = level_needed(skill), weight = clamp(skill->weight, 1, TALENT_HIGHEST_WEIGHT);

	assert(skill->side == 0 || skill->side == 1);
	found->sole = -1;
	for (size_t i = 0; i < input->people_count; i++) {
		int level = level_at(input, index, i), side = input->sides[i];
		struct talent_person_result *person = &out->people[i];

		assert(side == 0 || side == 1);
		found->missing += input->levels[index * input->people_count + i] < 0;
		if (level > found->best)
			found->best = level;
		if (level > person->best[skill->side])
			person->best[skill->side] = level;
		if (level >= needed) {
			found->coverage[side]++;
			found->sole = (int)i;
		}
	}
	found->bus_factor = found->coverage[0] + found->coverage[1];
	if (found->bus_factor == 1)
		out->people[found->sole].sole_of++;
	else
		found->sole = -1;
	found->depth_gap = needed > found->best ? needed - found->best : 0;
	found->breadth_gap = clamp(skill->heads, 1, TALENT_MOST_HEADS) - found->bus_factor;
	if (found->breadth_gap < 0)
		found->breadth_gap = 0;
	found->weighted_depth = weight * found->depth_gap;
	found->weighted_breadth = weight * found->breadth_gap;
	found->advice = advice_for(input, index, found);
}

static bool ranks_before(const struct talent_skill_result *a, const struct talent_skill_result *b)
{
	if (a->weighted_breadth != b->weighted_breadth)
		return a->weighted_breadth > b->weighted_breadth;
	return a->weighted_depth > b->weighted_depth;
}

/* By insertion: few skills, and the order as given stays where gaps are the same. */
static void rank(struct talent *out, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t at = i;

		while (at > 0 && ranks_before(&out->skills[i], &out->skills[out->order[at - 1]])) {
			out->order[at] = out->order[at - 1];
			at--;
		}
		out->order[at] = i;
	}
}

void talent_of(const struct talent_input *input, struct talent *out)
{
	*out = (struct talent){
		.skills = mem_zalloc(input->skill_count, sizeof *out->skills),
		.people = mem_zalloc(input->people_count, sizeof *out->people),
		.order = mem_zalloc(input->skill_count, sizeof *out->order),
	};
	for (size_t i = 0; i < input->skill_count; i++) {
		const struct talent_skill_result *found = &out->skills[i];

		measure_skill(input, i, out);
		out->missing += found->missing;
		if (found->bus_factor == 0)
			continue;
		out->covered++;
		if (out->covered == 1 || found->bus_factor < out->bus_factor)
			out->bus_factor = found->bus_factor;
	}
	for (size_t i = 0; i < input->people_count; i++) {
		struct talent_person_result *person = &out->people[i];

		person->double_deep =
			person->best[0] >= WORKS_ALONE && person->best[1] >= WORKS_ALONE;
		out->double_deep += person->double_deep;
	}
	rank(out, input->skill_count);
}

void talent_release(struct talent *talent)
{
	free(talent->skills);
	free(talent->people);
	free(talent->order);
	*talent = (struct talent){ 0 };
}

const char *talent_advice_name(enum talent_advice advice)
{
	static const char *const names[] = {
		[ADVICE_NONE] = "",
		[ADVICE_KEEP] = "keep",
		[ADVICE_BRIDGE_PAIR] = "bridge-pair",
		[ADVICE_BRIDGE_ACROSS] = "bridge-across",
		[ADVICE_BUILD] = "build",
		[ADVICE_BORROW] = "borrow",
		[ADVICE_BUY] = "buy",
	};

	return names[advice];
}
