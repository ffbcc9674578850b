/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions compared, to read. */
#ifndef ACCORD_SCREEN_COMPARE_H
#define ACCORD_SCREEN_COMPARE_H

#include "screen/app.h"

/* As many as are read beside each other. */
#define COMPARE_MOST 20

/* The sessions of these ids, from two to COMPARE_MOST; the ids are copied. */
struct screen *compare_new(struct app *app, const char *const *ids, size_t count);
/* Pushes a session beside the one that it follows; says so where there is none. */
void compare_follow(struct app *app, const char *id);

#endif
