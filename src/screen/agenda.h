/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agenda as a map: modules, their time boxes, and where we are. */
#ifndef ACCORD_SCREEN_AGENDA_H
#define ACCORD_SCREEN_AGENDA_H

#include "screen/app.h"

/* go: called with the step to go to. */
struct screen *agenda_new(struct app *app, void (*go)(struct app *app, const char *step));
/* The agenda in a column beside the workshop. */
void agenda_draw_beside(const struct session *session, const struct module *here, struct grid *grid,
	struct rect rect);

#endif
