/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures that both sides could be judged by. */
#include "measure/shared.h"

#include "base/date.h"

#include <stdint.h>

bool shared_is_eligible(const struct shared_candidate *candidate)
{
	return candidate->drive[0] >= 1 && candidate->drive[1] >= 1 && candidate->conflicts == 0;
}

static int drive_of(const struct shared_candidate *candidate, int side)
{
	int drive = candidate->drive[side];

	return drive > SHARED_HIGHEST_DRIVE ? SHARED_HIGHEST_DRIVE : drive < 0 ? 0 : drive;
}

int shared_score(const struct shared_candidate *candidate)
{
	return drive_of(candidate, 0) * drive_of(candidate, 1);
}

size_t shared_rank(const struct shared_candidate *candidates, size_t count, size_t *order)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		int score = shared_score(&candidates[i]);
		size_t at = found;

		if (!shared_is_eligible(&candidates[i]))
			continue;
		while (at > 0 && shared_score(&candidates[order[at - 1]]) < score) {
			order[at] = order[at - 1];
			at--;
		}
		order[at] = i;
		found++;
	}
	return found;
}

int shared_parts(const bool parts[PART_COUNT])
{
	int count = 0;

	for (int i = 0; i < PART_COUNT; i++)
		count += parts[i];
	return count;
}

bool shared_review_is_near(int review, int today)
{
	int64_t days = (int64_t)review - today;

	return review != DAY_NONE && days >= 0 && days <= SHARED_REVIEW_DAYS;
}

const char *shared_part_name(enum shared_part part)
{
	static const char *const names[PART_COUNT] = {
		[PART_DEFINITION] = "definition",
		[PART_SOURCE] = "source",
		[PART_BASELINE] = "baseline",
		[PART_TARGET] = "target",
		[PART_OWNER_0] = "first-owner",
		[PART_OWNER_1] = "second-owner",
		[PART_REVIEW] = "review",
		[PART_REWARD] = "reward",
	};

	return names[part];
}
