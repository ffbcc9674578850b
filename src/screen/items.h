/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions, what the room agrees to differ on, actions, the parking lot and notes. */
#ifndef ACCORD_SCREEN_ITEMS_H
#define ACCORD_SCREEN_ITEMS_H

#include "screen/app.h"

struct screen *items_new(void);
/* Opens their list with the cursor on one. */
void items_push(struct app *app, const struct item *item);
/* Whether a screen is their list. */
bool items_is_list(const struct screen *screen);
/* Opens what writes an item of a step, or asks who says yes to a decision; false for any other key. */
bool items_act(struct app *app, enum action action, const char *step);
/* See draft_opener. */
bool items_open_draft(struct app *app, struct screen *below, const char *draft);

#endif
