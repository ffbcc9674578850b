/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the room did about a question. */
#ifndef ACCORD_MODEL_FATE_H
#define ACCORD_MODEL_FATE_H

#include "model/session.h"

/*
 * The first item that came from the step and says what is to become of it: a decision before an action, an action
 * before what is parked, that before what the room agrees to differ on; of one kind the oldest. NULL where there is
 * none. A note settles nothing. An action that was dropped is given only where there is nothing else.
 * What was promised in a session before, and has been done or dropped, is no answer to what is asked anew.
 */
const struct item *fate_of(const struct session *session, const char *step);
/* Whether that is an action that was dropped, so that nothing will come of it. */
bool fate_is_dropped(const struct item *item);

#endif
