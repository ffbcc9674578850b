/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a step is answered: in which way, and whether by name; for it alone or for the session. */
#ifndef ACCORD_SCREEN_WAYS_H
#define ACCORD_SCREEN_WAYS_H

#include "screen/app.h"

/* chosen: called once something was changed. */
struct screen *ways_new(const char *step, void (*chosen)(struct app *app));

#endif
