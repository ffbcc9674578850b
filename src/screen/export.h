/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the summary of the open session to a file. */
#ifndef ACCORD_SCREEN_EXPORT_H
#define ACCORD_SCREEN_EXPORT_H

#include "screen/app.h"

struct screen *export_new(struct app *app);
/* See draft_opener. */
bool export_open_draft(struct app *app, struct screen *below, const char *draft);

#endif
