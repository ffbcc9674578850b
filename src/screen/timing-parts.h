/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the time screen share. */
#ifndef ACCORD_SCREEN_TIMING_PARTS_H
#define ACCORD_SCREEN_TIMING_PARTS_H

#include "model/outlook.h"
#include "screen/timing.h"
#include "view/list.h"

struct timing {
	struct screen screen;
	struct list list;
	struct outlook outlook;
	int minutes; /* that are given or taken at a time */
};

struct timing *timing_of(struct screen *screen);
/* Works the outlook out anew. */
void timing_look(struct app *app, struct timing *timing);
/* A module of the agenda in the outlook; NULL where it is left out. */
const struct outlook_module *timing_find(const struct timing *timing, const struct session_module *entry);
/* The module that the session is in; NULL for none. */
const struct outlook_module *timing_here(const struct timing *timing);
/* The module of a line; NULL behind the last one. */
const struct session_module *timing_entry(const struct app *app, const struct timing *timing, int line);
/* The minutes that Enter would take from a module. */
int timing_taken(const struct timing *timing, const struct outlook_module *module);
/* The time box with so many minutes more; from now on, where it is over. */
int timing_extended(const struct timing *timing, const struct outlook_module *here);

/* In timing-draw.c */
void timing_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body);
/* "ends 11:04, 9 minutes late"; for free(). */
char *timing_outcome(const struct app *app, const struct outlook *outlook);

#endif
