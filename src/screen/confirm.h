/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with yes and no. */
#ifndef ACCORD_SCREEN_CONFIRM_H
#define ACCORD_SCREEN_CONFIRM_H

#include "screen/app.h"

/* Takes the question and the subject, which is handed to yes. */
struct screen *confirm_new(char *question, char *subject, void (*yes)(struct app *app, const char *subject));

#endif
