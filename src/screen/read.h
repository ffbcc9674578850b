/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long text to read: summary, help, a session that is over. */
#ifndef ACCORD_SCREEN_READ_H
#define ACCORD_SCREEN_READ_H

#include "screen/app.h"
#include "view/doc.h"

/* Takes the document and the title. */
struct screen *read_new(char *title, struct doc doc);
/* The keys of these contexts; keys may be NULL. */
struct screen *help_new(const struct keymap *keys, context_set contexts);
/* The summary of the open session. */
struct screen *summary_new(struct app *app);

#endif
