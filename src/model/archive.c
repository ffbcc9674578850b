/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives: their memory, and their order. */
#include "model/archive.h"

#include "base/date.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* The texts of the head. */
#define HEAD_TEXTS 9

static void head_texts(struct archive *archive, char **texts[HEAD_TEXTS])
{
	char **const all[HEAD_TEXTS] = {
		&archive->id, &archive->title, &archive->organisation, &archive->facilitator, &archive->agenda,
		&archive->place, &archive->follows, &archive->withheld, &archive->bank_text,
	};

	memcpy(texts, all, sizeof all);
}

struct archive *archive_new(void)
{
	struct archive *archive = mem_zalloc(1, sizeof *archive);
	char **texts[HEAD_TEXTS];

	head_texts(archive, texts);
	for (size_t i = 0; i < HEAD_TEXTS; i++)
		*texts[i] = mem_strdup("");
	archive->date = DAY_NONE;
	archive->n_min = 1;
	return archive;
}

void archive_ballot_release(struct ballot *ballot)
{
	for (int which = 0; which < WHICH_COUNT; which++) {
		free(ballot->answers[which]);
		ballot->answers[which] = NULL;
	}
}

void archive_round_release(struct archive_round *round)
{
	for (size_t i = 0; i < round->ballot_count; i++)
		archive_ballot_release(&round->ballots[i]);
	free(round->ballots);
	free(round->voted);
}

static void step_release(struct archive_step *step)
{
	for (size_t i = 0; i < step->round_count; i++)
		archive_round_release(&step->rounds[i]);
	free(step->rounds);
	free(step->key);
}

static void row_release(struct row *row)
{
	for (size_t i = 0; i < row->cell_count; i++) {
		free(row->cells[i].column);
		free(row->cells[i].value);
	}
	free(row->cells);
	free(row->step);
}

static void release_lists(struct archive *archive)
{
	for (size_t i = 0; i < archive->person_count; i++) {
		free(archive->people[i].name);
		free(archive->people[i].role);
	}
	for (size_t i = 0; i < archive->module_count; i++)
		free(archive->modules[i].id);
	for (size_t i = 0; i < archive->step_count; i++)
		step_release(&archive->steps[i]);
	for (size_t i = 0; i < archive->row_count; i++)
		row_release(&archive->rows[i]);
	for (size_t i = 0; i < archive->rating_count; i++)
		free(archive->ratings[i].step);
	for (size_t i = 0; i < archive->merge_count; i++) {
		free(archive->merges[i].step);
		free(archive->merges[i].a);
		free(archive->merges[i].b);
	}
	for (size_t i = 0; i < archive->item_count; i++)
		item_release(&archive->items[i]);
	for (size_t i = 0; i < archive->sitting_count; i++)
		free(archive->sittings[i].token);
}

void archive_free(struct archive *archive)
{
	char **texts[HEAD_TEXTS];

	if (!archive)
		return;
	release_lists(archive);
	head_texts(archive, texts);
	for (size_t i = 0; i < HEAD_TEXTS; i++)
		free(*texts[i]);
	for (int side = 0; side < SIDES; side++)
		free(archive->sides[side]);
	free(archive->people);
	free(archive->modules);
	free(archive->steps);
	free(archive->rows);
	free(archive->ratings);
	free(archive->merges);
	free(archive->items);
	free(archive->sittings);
	free(archive);
}

struct archive_step *archive_step(struct archive *archive, const char *key)
{
	/* They mostly come step by step. */
	for (size_t i = archive->step_count; i > 0; i--)
		if (strcmp(archive->steps[i - 1].key, key) == 0)
			return &archive->steps[i - 1];
	archive->steps = mem_grow(archive->steps, &archive->step_capacity, archive->step_count, sizeof *archive->steps);
	archive->steps[archive->step_count] = (struct archive_step){ .key = mem_strdup(key), .round = 1 };
	return &archive->steps[archive->step_count++];
}

struct archive_round *archive_round(struct archive_step *step, int number)
{
	for (size_t i = step->round_count; i > 0; i--)
		if (step->rounds[i - 1].number == number)
			return &step->rounds[i - 1];
	step->rounds = mem_grow(step->rounds, &step->round_capacity, step->round_count, sizeof *step->rounds);
	step->rounds[step->round_count] = (struct archive_round){ .number = number };
	return &step->rounds[step->round_count++];
}

/* Which of two copies is the newer one. */

static int64_t changes_of(const struct archive *archive, const char *token)
{
	for (size_t i = 0; i < archive->sitting_count; i++)
		if (strcmp(archive->sittings[i].token, token) == 0)
			return archive->sittings[i].changes;
	return 0;
}

/* Whether an archive has all the changes of another. */
static bool covers(const struct archive *archive, const struct archive *other)
{
	for (size_t i = 0; i < other->sitting_count; i++)
		if (changes_of(archive, other->sittings[i].token) < other->sittings[i].changes)
			return false;
	return true;
}

static int64_t seconds_of(const struct archive *archive)
{
	int64_t seconds = 0;

	for (size_t i = 0; i < archive->module_count; i++)
		seconds += archive->modules[i].seconds;
	return seconds;
}

static enum archive_order by_size(int64_t ours, int64_t theirs)
{
	if (ours == theirs)
		return ARCHIVE_SAME;
	return theirs > ours ? ARCHIVE_NEWER : ARCHIVE_OLDER;
}

enum archive_order archive_compare(const struct archive *ours, const struct archive *theirs)
{
	bool newer = covers(theirs, ours), older = covers(ours, theirs);
	enum archive_order order;

	if (newer != older) {
		/* Changes that nobody counted may be in the one that seems to have none. */
		order = by_size(ours->changed, theirs->changed);
		if (ours->sitting_count == 0 || theirs->sitting_count == 0)
			return order == (newer ? ARCHIVE_OLDER : ARCHIVE_NEWER) ? ARCHIVE_CONFLICT :
				newer ? ARCHIVE_NEWER : ARCHIVE_OLDER;
		return newer ? ARCHIVE_NEWER : ARCHIVE_OLDER;
	}
	if (!newer)
		return ARCHIVE_CONFLICT;
	/* Where one stands, and the time that passes, are no changes. */
	order = by_size(ours->changed, theirs->changed);
	if (order == ARCHIVE_SAME)
		order = by_size(seconds_of(ours), seconds_of(theirs));
	return order;
}
