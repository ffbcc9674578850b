/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The clock of a session. One program at a time counts: its name stands in the session, with the moment until which it
 * has written the time down. Every other program can tell from that what the clock shows now.
 */
#ifndef ACCORD_MODEL_CLOCK_H
#define ACCORD_MODEL_CLOCK_H

#include "model/session.h"

#define CLOCK_FLUSH 20000 /* milliseconds after which the time is written down: what a power cut may cost */
#define CLOCK_LIMIT 22000 /* what others count on from there at most: a clock that nobody writes down stands */
#define CLOCK_STALE 30000 /* after which whoever counted has gone, and another may */
#define CLOCK_GAP 90000   /* a pause after which we must have been stopped, or the machine asleep */
#define CLOCK_OWNER 12    /* letters of a program's name */

/* This program's hand on the clock. Times are in milliseconds: ticks never jump, the wall clock may. */
struct clock {
	char owner[CLOCK_OWNER + 1]; /* of ours; "" for a program that never counts */
	int64_t since; /* ticks until which our time is written down */
	int64_t at;    /* the same moment by the wall clock, as we wrote it */
	int64_t seen;  /* ticks when we were last about */
	bool noted;    /* whether since and at hold something */
};

/* What passed between two moments of the wall clock, as far as it counts: none back, and at most CLOCK_LIMIT. */
int64_t clock_passed(int64_t from, int64_t to);
/*
 * Milliseconds that the session's clock has run since its time was written down, for whoever does not count; 0 where it
 * stands. They belong to the module of session->place.
 */
int64_t clock_running(const struct session *session, int64_t wall);
/* Whether somebody may take it: it stands, or whoever had it has not been heard of. */
bool clock_is_free(const struct session *session, int64_t wall);

/* Whether it is ours. */
bool clock_is_ours(const struct clock *clock, const struct session *session);
/* The same as clock_running, but exact where the clock is ours. */
int64_t clock_elapsed(const struct clock *clock, const struct session *session, int64_t ticks, int64_t wall);
/* What we wrote: time up to so many ticks, which the session calls session->clock_at. */
void clock_note(struct clock *clock, const struct session *session, int64_t ticks);
/* Goes on from there where somebody else has written down the time of a clock that is ours. */
void clock_follow(struct clock *clock, const struct session *session, int64_t ticks, int64_t wall);
/*
 * To be called often. Returns 0, or how long (milliseconds) we were not about, which then does not count: the program
 * was stopped, or the lid closed.
 */
int64_t clock_gap(struct clock *clock, int64_t ticks);

#endif
