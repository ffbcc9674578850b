/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bank's modules that are not on the agenda, to add one of them. */
#ifndef ACCORD_SCREEN_MODULES_H
#define ACCORD_SCREEN_MODULES_H

#include "screen/app.h"

/* place: where on the agenda the module goes; added: called with the module's id once it is there. */
struct screen *modules_new(struct app *app, int place, void (*added)(struct app *app, const char *module));

#endif
