/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of the agenda from here: how long it still takes, and which later modules would have to be shorter. */
#ifndef ACCORD_MODEL_OUTLOOK_H
#define ACCORD_MODEL_OUTLOOK_H

#include "model/session.h"

#define OUTLOOK_FLOOR 5 /* minutes below which no module is cut */

/* A module that is on the agenda. */
struct outlook_module {
	const struct session_module *entry;
	int minutes;     /* as on the agenda, until one tries something else */
	int64_t seconds; /* that it has taken */
	int64_t left;    /* seconds that it still takes */
	bool done;       /* it was begun, and left for a later one */
	bool later;      /* it is still to come, and has not begun */
	bool kept;       /* nobody takes time from it */
	int most;        /* minutes that can be taken from it */
	int shrunk;      /* its minutes if the later modules make up for what is over */
};

struct outlook {
	struct outlook_module *modules; /* without those that are left out, in order */
	size_t count;
	int here;      /* where the session stands, an index; -1 for nowhere */
	int length;    /* minutes of the whole agenda, slack included */
	int64_t spent; /* seconds, on whatever it was */
	int64_t left;  /* seconds until it ends */
	int over;      /* minutes behind the end that the agenda has, rounded up; below 0: slack that is left */
	int shrinks;   /* minutes that the later modules would give in all */
};

/* running: seconds since the time of the module where the session stands was written down. */
void outlook_init(struct outlook *outlook, const struct session *session, int64_t running);
void outlook_release(struct outlook *outlook);
/* The same again, to try other minutes in; then outlook_work_out. */
void outlook_copy(struct outlook *copy, const struct outlook *outlook);
/* Everything from the modules' minutes and seconds. */
void outlook_work_out(struct outlook *outlook);

/*
 * Whether no time is taken from a module of the session: the bank says so, or else, where it says so of no module that
 * is on the agenda, it is the last one that does not stand aside.
 */
bool module_is_kept(const struct session *session, const struct session_module *entry);

#endif
