/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes part: added, pasted, read from a file, marked as here or away. */
#ifndef ACCORD_SCREEN_PEOPLE_H
#define ACCORD_SCREEN_PEOPLE_H

#include "screen/app.h"

/* begins: whether the workshop is to follow. */
struct screen *people_new(bool begins);
/* The form that a draft was left in, with its text; NULL where it is none of ours. */
struct screen *person_form_of_draft(const struct app *app, const char *draft, const char *text);

#endif
