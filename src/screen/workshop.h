/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workshop: one step after the other, asked, revealed, discussed. */
#ifndef ACCORD_SCREEN_WORKSHOP_H
#define ACCORD_SCREEN_WORKSHOP_H

#include "screen/app.h"

/* The open session, where it was left; a text that was not finished then opens again. */
struct screen *workshop_new(struct app *app);

#endif
