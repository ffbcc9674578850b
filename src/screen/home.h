/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first screen: sessions. */
#ifndef ACCORD_SCREEN_HOME_H
#define ACCORD_SCREEN_HOME_H

#include "screen/app.h"

struct screen *home_new(struct app *app);

#endif
