/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search in all sessions, while it is typed. */
#ifndef ACCORD_SCREEN_SEARCH_H
#define ACCORD_SCREEN_SEARCH_H

#include "screen/app.h"

/* Opens it with those words, "" for none; or goes back to it, as it was, where something that it found was opened. */
void search_open(struct app *app, const char *words);

#endif
