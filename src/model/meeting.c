/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days on which a room wants to come back to a session. */
#include "model/meeting.h"

#include "base/date.h"
#include "base/mem.h"

#include <stdlib.h>

/* What the room chose last; NULL where it has not. */
static const struct option *chosen(const struct progress *progress)
{
	const struct step *step = progress->step;
	const struct ballot *ballot = step->by == BY_ROOM ? progress_ballot(progress, ANSWERER_ROOM) : NULL;
	int at = ballot && ballot->answers[OWN] ? option_find(step->options, step->option_count, ballot->answers[OWN]) : -1;

	return at < 0 ? NULL : &step->options[at];
}

static int compare(const void *one, const void *other)
{
	const struct meeting *a = one, *b = other;

	return a->day - b->day;
}

struct meeting *meetings_of(const struct session *session, size_t *count)
{
	struct meeting *meetings = NULL;
	size_t capacity = 0;

	*count = 0;
	if (session->date == DAY_NONE || session->halt == HALT_CANCELLED)
		return NULL;
	for (size_t i = 0; i < session->step_count; i++) {
		const struct option *option = chosen(&session->steps[i]);

		for (int d = 0; option && d < OPTION_DAYS && option->days[d] > 0; d++) {
			meetings = mem_grow(meetings, &capacity, *count, sizeof *meetings);
			meetings[(*count)++] = (struct meeting){ .step = session->steps[i].step, .option = option,
				.after = option->days[d], .day = session->date + option->days[d] };
		}
	}
	if (*count > 1)
		qsort(meetings, *count, sizeof *meetings, compare);
	return meetings;
}

int meeting_next(const struct session *session, int day)
{
	size_t count, i = 0;
	struct meeting *meetings = meetings_of(session, &count);

	while (i < count && meetings[i].day < day)
		i++;
	day = i < count ? meetings[i].day : day;
	free(meetings);
	return day;
}
