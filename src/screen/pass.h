/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard goes round: one person's ballot at a time, on a screen that shows nothing else. */
#ifndef ACCORD_SCREEN_PASS_H
#define ACCORD_SCREEN_PASS_H

#include "screen/app.h"

/*
 * Begins with whoever has not answered the step; NULL where nobody is left. It ends by itself after the last one, or by
 * the facilitator; left is called then.
 */
struct screen *pass_new(struct app *app, const char *step, void (*left)(struct app *app));

#endif
