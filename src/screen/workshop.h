/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workshop: one step after the other, asked, revealed, discussed. */
#ifndef ACCORD_SCREEN_WORKSHOP_H
#define ACCORD_SCREEN_WORKSHOP_H

#include "screen/app.h"

/* The open session, where it was left; a text that was not finished then opens again. */
struct screen *workshop_new(struct app *app);
/* Whether it lies on the stack, and going to one of its steps, above which all screens end. */
bool workshop_is_there(const struct app *app);
void workshop_go(struct app *app, const char *step);
/* See draft_opener: what was typed into the step on the screen is there again. */
bool workshop_open_draft(struct app *app, struct screen *below, const char *draft);

#endif
