/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the agenda of a session comes to: numbers of its modules, minutes, slack. */
#ifndef ACCORD_MODEL_PLAN_H
#define ACCORD_MODEL_PLAN_H

#include "base/str.h"
#include "model/session.h"

/* In minutes. What is left out counts nowhere. */
struct plan {
	int length;  /* of the whole agenda, slack included; 0 where the bank does not say */
	int minutes; /* of all modules */
	int spent;   /* in them so far */
	int late;    /* behind what was planned when the session began; below 0 ahead of it */
	int left;    /* of the time boxes where the session stands, behind it, and of those not begun; rounded up */
};

/* running: seconds since the time of the module where the session stands was written down. */
void plan_init(struct plan *plan, const struct session *session, int64_t running);
/* "slack 12 min", "no slack", "4 min over", for free(); NULL where the agenda has no length. */
char *plan_slack(const struct plan *plan);

/* Seconds that a module has taken, with those that run where the session stands in it. */
int64_t plan_seconds(const struct session *session, const struct session_module *entry, int64_t running);

/* How much of a time box is left: enough, at most a fifth, at most a twentieth; or none. */
enum box { BOX_ENOUGH, BOX_SHORT, BOX_LAST, BOX_OVER };

enum box box_state(int64_t seconds, int minutes);
/* Adds "3 min left", "wrap up", "over 02:10"; nothing where there is enough. */
void box_words(int64_t seconds, int minutes, struct str *out);

/* From 1; 0 for a module that is left out or stands aside. count gets how many there are with a number. */
int plan_number(const struct session *session, const struct module *module, int *count);

/* From 1: a step's place in its module, as the screen has it; count gets how many there are. */
int plan_step_number(const struct session *session, const struct progress *progress, int *count);

#endif
