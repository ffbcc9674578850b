/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a session that follows another one. */
#ifndef ACCORD_SCREEN_FOLLOW_H
#define ACCORD_SCREEN_FOLLOW_H

#include "model/follow.h"
#include "store/store.h"

/* Loads the session that is to be followed; NULL with err set, also where it is cancelled. */
struct session *follow_load(struct store *store, const char *id, struct err *err);
/*
 * "session k3f9a2bc of 2026-11-20 follows it already", for free(); NULL where none does that is not cancelled. A failure is
 * none, too.
 */
char *follow_already(struct store *store, const char *id);

/* What is taken over from the session before. */
struct follow_takes {
	bool people, agenda;
	enum entry entry; /* how the new session is answered */
	enum naming naming;
};

/*
 * Makes the session of the plan, whose "follows" is set here, with what it takes over; id gets its id. All or nothing. 0 or
 * -1.
 */
int follow_create(struct store *store, struct session_plan *plan, const struct session *before,
	const struct follow_takes *takes, char id[SESSION_ID_LENGTH + 1], struct err *err);

/*
 * Loads the sessions that one follows, the last one first, as far as they are in this database. 0, or -1 with what could be
 * read.
 */
int follow_chain_load(struct store *store, const struct session *session, struct follow_chain *chain, struct err *err);

#endif
