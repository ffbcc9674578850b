/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions, what the room agrees to differ on, actions, the parking lot and notes. */
#ifndef ACCORD_SCREEN_ITEMS_H
#define ACCORD_SCREEN_ITEMS_H

#include "screen/app.h"

struct screen *items_new(void);
/*
 * Asks who says yes to a decision that not both sides have said yes to: the step's newest, or else the first. The list
 * lies below, with the cursor on it.
 */
void items_push_decision(struct app *app, const char *step);
/* A form for a new item that comes from a step. */
struct screen *item_form(enum item_kind kind, const char *step);
/* See draft_opener. */
bool items_open_draft(struct app *app, struct screen *below, const char *draft);

#endif
