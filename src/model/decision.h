/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions of two keys: proposed until a named person of each side says yes. */
#ifndef ACCORD_MODEL_DECISION_H
#define ACCORD_MODEL_DECISION_H

#include "model/session.h"

/* Whether both sides have said yes. */
bool decision_confirmed(const struct item *item);
/* "proposed", "proposed; Sales says yes: Ana", or "decided: Ana, Dev", for free(). */
char *decision_status(const struct session *session, const struct item *item);
/* The words of those who see it otherwise, as a line, for free(); NULL where there are none. */
char *decision_dissent(const struct item *item);

#endif
