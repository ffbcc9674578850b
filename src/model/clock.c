/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock of a session. */
#include "model/clock.h"

#include <string.h>

int64_t clock_passed(int64_t from, int64_t to)
{
	if (to <= from)
		return 0;
	return to - from < CLOCK_LIMIT ? to - from : CLOCK_LIMIT;
}

int64_t clock_running(const struct session *session, int64_t wall)
{
	return session->clock_at == CLOCK_STANDS ? 0 : clock_passed(session->clock_at, wall);
}

bool clock_is_free(const struct session *session, int64_t wall)
{
	/* A moment that is far ahead is as old as one that is long past: the wall clock was set. */
	return session->clock_at == CLOCK_STANDS || wall - session->clock_at >= CLOCK_STALE ||
	       session->clock_at - wall >= CLOCK_STALE;
}

bool clock_is_ours(const struct clock *clock, const struct session *session)
{
	return session->clock_at != CLOCK_STANDS && clock->owner[0] && strcmp(clock->owner, session->clock_owner) == 0;
}

/* Whether what we wrote last is what the session says. */
static bool is_noted(const struct clock *clock, const struct session *session)
{
	return clock_is_ours(clock, session) && clock->noted && clock->at == session->clock_at;
}

int64_t clock_elapsed(const struct clock *clock, const struct session *session, int64_t ticks, int64_t wall)
{
	if (!is_noted(clock, session))
		return clock_running(session, wall);
	return ticks > clock->since ? ticks - clock->since : 0;
}

void clock_note(struct clock *clock, const struct session *session, int64_t ticks)
{
	clock->since = ticks;
	clock->at = session->clock_at;
	clock->noted = true;
}

void clock_follow(struct clock *clock, const struct session *session, int64_t ticks, int64_t wall)
{
	if (clock_is_ours(clock, session) && !is_noted(clock, session))
		clock_note(clock, session, ticks - clock_running(session, wall));
}

int64_t clock_gap(struct clock *clock, int64_t ticks)
{
	int64_t gap = ticks - clock->seen;

	clock->seen = ticks;
	if (gap < CLOCK_GAP)
		return 0;
	clock->since += gap;
	return gap;
}
