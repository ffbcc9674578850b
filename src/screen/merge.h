/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which names of a register are one vendor: a person confirms each. */
#ifndef ACCORD_SCREEN_MERGE_H
#define ACCORD_SCREEN_MERGE_H

#include "screen/app.h"

struct screen *merge_new(struct app *app, const struct step *step);
/* See draft_opener. */
bool merge_open_draft(struct app *app, struct screen *below, const char *draft);

#endif
