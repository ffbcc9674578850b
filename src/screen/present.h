/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audience's screen: what the room may see of the workshop, in large. */
#ifndef ACCORD_SCREEN_PRESENT_H
#define ACCORD_SCREEN_PRESENT_H

#include "screen/app.h"

/*
 * Shows the session that is open and goes along with whoever holds the workshop. named: it stays with that session;
 * otherwise it goes over to one that is started later. The store must hide: store_hide.
 */
struct screen *present_new(struct app *app, bool named);

#endif
