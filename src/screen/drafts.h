/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was being typed when the program ended: offered again. */
#ifndef ACCORD_SCREEN_DRAFTS_H
#define ACCORD_SCREEN_DRAFTS_H

#include "screen/app.h"

/*
 * Opens the form that a draft of this name was typed into, and before it the list that the form belongs to; below is
 * the screen that is on top, home or workshop. The form fetches the text itself. False where the name is none of
 * ours, or what it was about is gone.
 */
typedef bool draft_opener(struct app *app, struct screen *below, const char *draft);

/*
 * Offers what was left in a session, or outside of any where that is NULL, above the screen that has just come on top:
 * what was saved last lies on top of the others. A draft that has lost its place is dropped.
 */
void drafts_offer(struct app *app, struct screen *below, const char *session);

#endif
