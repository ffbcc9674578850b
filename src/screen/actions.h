/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done, of all sessions. */
#ifndef ACCORD_SCREEN_ACTIONS_H
#define ACCORD_SCREEN_ACTIONS_H

#include "screen/app.h"

struct screen *actions_new(struct app *app);

#endif
