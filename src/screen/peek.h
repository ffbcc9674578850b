/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The named answers of the step that is asked, for the facilitator's eyes before the reveal. */
#ifndef ACCORD_SCREEN_PEEK_H
#define ACCORD_SCREEN_PEEK_H

#include "model/session.h"
#include "view/grid.h"

/* Why the answers of a step cannot be looked at before its reveal; NULL where they can. */
const char *peek_refusal(const struct progress *progress);
/*
 * Draws them at the bottom of the rectangle, below a line that warns of it, in half of its height at most. Returns the
 * lines that they took.
 */
int peek_draw(const struct session *session, const struct progress *progress, struct grid *grid, struct rect rect);

#endif
