/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was open in the session before: each action becomes done, carried over or dropped before the workshop goes on. */
#ifndef ACCORD_SCREEN_REVIEW_H
#define ACCORD_SCREEN_REVIEW_H

#include "screen/app.h"

/*
 * The screen on which the open session goes on: this one as long as an action of a session before it is to be settled, and
 * else the workshop.
 */
struct screen *review_or_workshop(struct app *app);

#endif
