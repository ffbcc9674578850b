/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first screen: sessions. */
#ifndef ACCORD_SCREEN_HOME_H
#define ACCORD_SCREEN_HOME_H

#include "screen/app.h"

struct screen *home_new(struct app *app);
/* The ids of the sessions that are marked, as they are sorted, at most so many; home's, until the next key. */
size_t home_marked(const struct screen *screen, const char *ids[], size_t most);

#endif
