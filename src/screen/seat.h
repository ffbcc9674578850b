/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One participant's seat: what is asked now, and that person's own answer. */
#ifndef ACCORD_SCREEN_SEAT_H
#define ACCORD_SCREEN_SEAT_H

#include "screen/app.h"

/*
 * The seat of a person of the open session. It follows where the session stands, and ends by itself, with *removed set,
 * once the person is no longer in it.
 */
struct screen *seat_new(struct app *app, int person, bool *removed);

#endif
