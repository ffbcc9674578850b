/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes part: added, pasted, read from a file, marked as here or away. */
#ifndef ACCORD_SCREEN_PEOPLE_H
#define ACCORD_SCREEN_PEOPLE_H

#include "screen/app.h"

/* begins: whether the workshop is to follow. */
struct screen *people_new(bool begins);
/* The same with the cursor on somebody, by number, or else at the first. */
struct screen *people_new_at(const struct app *app, int person);
/* See draft_opener. */
bool people_open_draft(struct app *app, struct screen *below, const char *draft);

#endif
