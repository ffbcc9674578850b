/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which step an undo changed. */
#include "screen/marks.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* A number that changes when anything about a step changes (FNV-1a). */
static void mix(uint64_t *mark, const void *data, size_t length)
{
	const unsigned char *bytes = data;

	for (size_t i = 0; i < length; i++)
		*mark = (*mark ^ bytes[i]) * 0x100000001b3u;
}

static void mix_text(uint64_t *mark, const char *text)
{
	mix(mark, text ? text : "", text ? strlen(text) + 1 : 0);
}

/* How often a reveal was taken back, in all. */
static int taken_back(const struct session *session)
{
	int times = 0;

	for (size_t i = 0; i < session->step_count; i++)
		times += session->steps[i].taken_back + session->steps[i].first_taken_back;
	return times;
}

static uint64_t mark_of(const struct session *session, const struct progress *progress)
{
	uint64_t mark = 0xcbf29ce484222325u;

	mix(&mark, &progress->state, sizeof progress->state);
	mix(&mark, &progress->entry, sizeof progress->entry);
	mix(&mark, &progress->naming, sizeof progress->naming);
	mix(&mark, &progress->round, sizeof progress->round);
	for (size_t i = 0; i < progress->ballot_count; i++)
		for (int which = 0; which < WHICH_COUNT; which++)
			mix_text(&mark, progress->ballots[i].answers[which]);
	for (size_t r = 0; r < session->row_count; r++) {
		if (strcmp(session->rows[r].step, progress->step->key) != 0)
			continue;
		mix(&mark, &session->rows[r].id, sizeof session->rows[r].id);
		for (size_t c = 0; c < session->rows[r].cell_count; c++)
			mix_text(&mark, session->rows[r].cells[c].value);
	}
	for (size_t i = 0; i < session->rating_count; i++)
		if (strcmp(session->ratings[i].step, progress->step->key) == 0)
			mix(&mark, &session->ratings[i].value, sizeof session->ratings[i].value);
	return mark;
}

void marks_take(struct marks *marks, const struct session *session)
{
	marks_release(marks);
	marks->count = session->step_count;
	marks->taken_back = taken_back(session);
	marks->items = mem_zalloc(marks->count, sizeof *marks->items);
	for (size_t i = 0; i < marks->count; i++)
		marks->items[i] = mark_of(session, &session->steps[i]);
}

void marks_release(struct marks *marks)
{
	free(marks->items);
	*marks = (struct marks){ 0 };
}

int marks_changed(const struct marks *marks, const struct session *session, int here)
{
	int changed = -1;

	/* Where the agenda changed, no step did. */
	for (size_t i = 0; marks->count == session->step_count && i < marks->count; i++)
		if (marks->items[i] != mark_of(session, &session->steps[i]) && (changed < 0 || (int)i == here))
			changed = (int)i;
	return changed;
}

bool marks_hid(const struct marks *marks, const struct session *session)
{
	return marks->count == session->step_count && taken_back(session) > marks->taken_back;
}
