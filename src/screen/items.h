/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes, decisions, actions and the parking lot. */
#ifndef ACCORD_SCREEN_ITEMS_H
#define ACCORD_SCREEN_ITEMS_H

#include "screen/app.h"

struct screen *items_new(void);
/* A form for a new item that comes from a step. text is what it begins with, such as a draft; NULL for nothing. */
struct screen *item_form(enum item_kind kind, const char *step, const char *text);
/* The form that a draft was left in, with its text; NULL where it is none of ours. */
struct screen *item_form_of_draft(const struct session *session, const char *draft, const char *text);

#endif
