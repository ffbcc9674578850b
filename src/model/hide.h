/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the audience may not see, taken out of a session. */
#ifndef ACCORD_MODEL_HIDE_H
#define ACCORD_MODEL_HIDE_H

#include "model/session.h"

/*
 * Takes out of a session that was just loaded what may not be seen in the room: what was answered to steps that are not
 * revealed, private notes, and the notes for the facilitator. Of a hidden answer it stays that it was given, and who is
 * not here, so that progress can be told: every other answer becomes ANSWER_CANT_SAY, each rating of a side 0. What the
 * room said as one, and registers, are open.
 * What a person answered by name stays, for that one's own screen; 0 for nobody.
 */
void session_hide(struct session *session, int person);

/* How many private notes there are. */
int session_private_notes(const struct session *session);
/* Makes them notes like the others, with a word that says what they were: for a report that is to have them. */
void session_show_private(struct session *session);

#endif
