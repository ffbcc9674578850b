/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes, decisions, actions and the parking lot. */
#ifndef ACCORD_SCREEN_ITEMS_H
#define ACCORD_SCREEN_ITEMS_H

#include "screen/app.h"

struct screen *items_new(void);
/* A form for a new item that comes from a step. */
struct screen *item_form(enum item_kind kind, const char *step);
/* See draft_opener. */
bool items_open_draft(struct app *app, struct screen *below, const char *draft);

#endif
