/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time in the header: the module's time box, the time of day, how the whole agenda stands. */
#ifndef ACCORD_SCREEN_TIMING_H
#define ACCORD_SCREEN_TIMING_H

#include "screen/app.h"

/* The module's time box, in words as well where it runs out, and the time of day; each a part of a header. */
void timing_add_box(const struct app *app, const struct session_module *entry, struct str *header);
/* By how much the workshop is behind its plan, or ahead of it, and when it ends; nothing while the clock stands. */
void timing_add_plan(const struct app *app, struct str *header);

/* The list of what is still to come: more time for this module, from whom, or without whom. */
struct screen *timing_new(struct app *app);

#endif
