/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new session: title, organisation, date, bank and agenda. */
#ifndef ACCORD_SCREEN_SETUP_H
#define ACCORD_SCREEN_SETUP_H

#include "screen/app.h"

struct screen *setup_new(struct app *app);
/* Opens the same, filled from the session of that id, which the new one follows; says why where that cannot be. */
void setup_follow(struct app *app, const char *id);
/* See draft_opener. */
bool setup_open_draft(struct app *app, struct screen *below, const char *draft);

#endif
