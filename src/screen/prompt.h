/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line at the foot of the screen: what a key does, by its name. */
#ifndef ACCORD_SCREEN_PROMPT_H
#define ACCORD_SCREEN_PROMPT_H

#include "screen/app.h"

struct prompt;

/* Opens it over the footer; what was typed in it before is its history. */
void prompt_open(struct app *app);
bool prompt_is_open(const struct app *app);
/* What stands in it; NULL where it is not open. */
const char *prompt_text(const struct app *app);
/* All keys are its own while it is open. */
void prompt_key(struct app *app, const struct key *key);
/* Draws it where it is open, and what it could be completed to above it. */
void prompt_draw(struct app *app, struct grid *grid);
/* Carries a line out, as if it were typed there; false with the status saying why where that cannot be. */
bool prompt_run(struct app *app, const char *line);
void prompt_free(struct prompt *prompt); /* NULL is fine */

#endif
