/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days on which a room wants to come back to a session. */
#ifndef ACCORD_MODEL_MEETING_H
#define ACCORD_MODEL_MEETING_H

#include "model/session.h"

struct meeting {
	const struct step *step; /* where the room chose it */
	const struct option *option;
	int after;               /* how many days after the session */
	int day;
};

/*
 * Those that the room chose, earliest first; count says how many. None where the session has no date or is cancelled.
 * NULL or for free(); the rest belongs to the session's bank.
 */
struct meeting *meetings_of(const struct session *session, size_t *count);
/* The first of them from a day on; that day itself where there is none. */
int meeting_next(const struct session *session, int day);

#endif
