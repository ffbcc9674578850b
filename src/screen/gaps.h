/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the questions of a session came to: gaps first, with what was done about each. */
#ifndef ACCORD_SCREEN_GAPS_H
#define ACCORD_SCREEN_GAPS_H

#include "screen/app.h"

/* go: called with the step to go to. */
struct screen *gaps_new(void (*go)(struct app *app, const char *step));

#endif
