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
/*
 * A step of the open session, and a row of its table (0 for none), to look at: where the session stands stays as it is,
 * and one that is planned does not begin, until somebody goes on from there or changes something.
 */
struct screen *workshop_look(struct app *app, const char *step, int row);
/* workshop_go, and the row. */
void workshop_go_row(struct app *app, const char *step, int row);
/* See draft_opener: what was typed into the step on the screen is there again. */
bool workshop_open_draft(struct app *app, struct screen *below, const char *draft);

#endif
