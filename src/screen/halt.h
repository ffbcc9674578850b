/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting the open session aside, or cancelling it; and going on with it. */
#ifndef ACCORD_SCREEN_HALT_H
#define ACCORD_SCREEN_HALT_H

#include "screen/app.h"

/* Sets the open session aside, or goes on with it. */
void halt_aside(struct app *app);
/* Cancels the open session, after a question; or takes that back. */
void halt_cancel(struct app *app);
/* Says in the status line that the open session is halted, if it is. */
void halt_say(struct app *app);

#endif
