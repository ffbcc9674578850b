/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file for others does not tell. */
#include "report/archive-json.h"

#include "measure/disclosure.h"
#include "report/withheld.h"

#include <stdlib.h>
#include <string.h>

/* Private notes. */

static int remove_private(struct archive *archive)
{
	size_t count = 0;
	int removed = 0;

	for (size_t i = 0; i < archive->item_count; i++) {
		if (archive->items[i].private) {
			item_release(&archive->items[i]);
			removed++;
		} else {
			archive->items[count++] = archive->items[i];
		}
	}
	archive->item_count = count;
	return removed;
}

/* Answers. */

static bool is_side_of(const struct archive *archive, int person, int side)
{
	for (size_t i = 0; i < archive->person_count; i++)
		if (archive->people[i].id == person)
			return archive->people[i].side == side;
	return false;
}

/* Whoever gave an answer that is left out is not said to have given one, so that it can be asked for anew. */
static void remove_voters(const struct archive *archive, struct archive_round *round, int side)
{
	size_t count = 0;

	for (size_t i = 0; i < round->voted_count; i++)
		if (side != SIDE_NONE && !is_side_of(archive, round->voted[i].person, side))
			round->voted[count++] = round->voted[i];
	round->voted_count = count;
}

static bool is_empty(const struct ballot *ballot)
{
	return !ballot->answers[OWN] && !ballot->answers[PREDICTION];
}

/* Takes away ballots that no longer hold anything. */
static void drop_empty(struct archive_round *round)
{
	size_t count = 0;

	for (size_t i = 0; i < round->ballot_count; i++)
		if (!is_empty(&round->ballots[i]))
			round->ballots[count++] = round->ballots[i];
	round->ballot_count = count;
}

static void remove_answers(const struct archive *archive, struct archive_round *round)
{
	for (size_t i = 0; i < round->ballot_count; i++)
		archive_ballot_release(&round->ballots[i]);
	round->ballot_count = 0;
	remove_voters(archive, round, SIDE_NONE);
}

static bool says_something(const char *answer)
{
	return answer && strcmp(answer, ANSWER_CANT_SAY) != 0 && strcmp(answer, ANSWER_NOT_HERE) != 0;
}

/* The rule of the screens: what says something decides, and all goes. Whether there was anything. */
static bool remove_small(const struct archive *archive, struct archive_round *round, int side, enum which which)
{
	int answers = 0;
	bool removed = false;

	for (size_t i = 0; i < round->ballot_count; i++)
		answers += round->ballots[i].side == side && says_something(round->ballots[i].answers[which]);
	if (disclosure_allowed(answers, archive->n_min))
		return false;
	for (size_t i = 0; i < round->ballot_count; i++) {
		struct ballot *ballot = &round->ballots[i];

		if (ballot->side != side || !ballot->answers[which])
			continue;
		free(ballot->answers[which]);
		ballot->answers[which] = NULL;
		removed = true;
	}
	return removed;
}

/* Takes out what a round has of a side that is too small; whether there was anything. */
static bool remove_side(const struct archive *archive, struct archive_round *round, int side)
{
	bool removed = remove_small(archive, round, side, OWN);

	removed = remove_small(archive, round, side, PREDICTION) || removed;
	if (removed)
		remove_voters(archive, round, side);
	drop_empty(round);
	return removed;
}

/* A group is a side at a question, in whatever rounds it is too small: counted as the reports to read count it. */
static int remove_groups(const struct archive *archive, struct archive_step *kept)
{
	int groups = 0;

	for (int side = 0; side < SIDES; side++) {
		bool removed = false;

		for (size_t i = 0; i < kept->round_count; i++)
			removed = remove_side(archive, &kept->rounds[i], side) || removed;
		groups += removed;
	}
	return groups;
}

/* Ratings of one side, before the reveal; whether there are any. What the room agreed on is known. */
static bool remove_ratings(struct archive *archive, const char *step)
{
	size_t count = 0, before = archive->rating_count;

	for (size_t i = 0; i < before; i++) {
		struct rating *rating = &archive->ratings[i];

		if (rating->side < SIDES && strcmp(rating->step, step) == 0)
			free(rating->step);
		else
			archive->ratings[count++] = *rating;
	}
	archive->rating_count = count;
	return count < before;
}

static struct archive_step *find_step(struct archive *archive, const char *key)
{
	for (size_t i = 0; i < archive->step_count; i++)
		if (strcmp(archive->steps[i].key, key) == 0)
			return &archive->steps[i];
	return NULL;
}

/* What was given to a step in the round at hand and is not revealed; whether there was anything. */
static bool hide_step(struct archive *archive, const struct step *step, struct archive_step *kept)
{
	bool removed = false;

	if (kept && (kept->state == STEP_REVEALED || kept->state == STEP_SETTLED))
		return false;
	removed = remove_ratings(archive, step->key);
	for (size_t i = 0; kept && step->by != BY_ROOM && i < kept->round_count; i++) {
		struct archive_round *round = &kept->rounds[i];

		if (round->number != kept->round)
			continue;
		removed = removed || round->ballot_count > 0 || round->voted_count > 0;
		remove_answers(archive, round);
	}
	return removed;
}

static void withhold_step(struct archive *archive, const struct step *step, bool small_groups,
	struct withheld *withheld)
{
	struct archive_step *kept = find_step(archive, step->key);

	withheld->unrevealed += hide_step(archive, step, kept);
	if (kept && !small_groups && step_is_anonymous(step, kept->naming, archive->naming))
		withheld->groups += remove_groups(archive, kept);
}

void archive_withhold(struct archive *archive, const struct bank *bank, bool private, bool small_groups)
{
	struct withheld withheld = { .notes = private ? 0 : remove_private(archive) };

	for (size_t i = 0; i < bank->module_count; i++)
		for (size_t j = 0; j < bank->modules[i].step_count; j++)
			withhold_step(archive, &bank->modules[i].steps[j], small_groups, &withheld);
	withheld_add(&withheld, archive->withheld);
	free(archive->withheld);
	archive->withheld = withheld_json(&withheld);
	archive_tidy(archive, bank);
}
