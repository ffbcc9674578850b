/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list out of a file, before it is taken in: what its columns are taken for, and what comes of it. */
#ifndef ACCORD_SCREEN_PREVIEW_H
#define ACCORD_SCREEN_PREVIEW_H

#include "screen/app.h"

/*
 * The form that asks for a file and then shows it, for the open session. step: the key of the register that its rows are
 * for; "" for people.
 */
struct screen *preview_form(const char *step);
/* See screen/drafts.h. */
bool preview_open_draft(struct app *app, struct screen *below, const char *draft);

#endif
