/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of passing the keyboard share. */
#ifndef ACCORD_SCREEN_PASS_PARTS_H
#define ACCORD_SCREEN_PASS_PARTS_H

#include "instrument/instrument.h"
#include "screen/app.h"

struct pass {
	struct screen screen;
	struct stage stage; /* for what the instrument draws and reads; its column is the part that is asked */
	char *step;
	int person;
	bool asks;    /* else the keyboard is being handed over */
	bool nameless; /* whoever is asked was told that no name is kept */
	bool thanks;  /* to the one before */
	bool leaving; /* the facilitator is asked whether to end it */
	bool wants[WHICH_COUNT];    /* what is asked: what is not there already */
	char *answers[WHICH_COUNT]; /* typed so far; of a step with parts a character for each */
	char *problem; /* with what was typed; "" for none */
	void (*left)(struct app *app);
};

/* The step as it is now; NULL where it has gone. */
const struct progress *pass_progress(const struct app *app, const struct pass *pass);
/* Whether all is there that is asked, and can be handed in. */
bool pass_is_ready(const struct pass *pass);

void pass_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect rect);

#endif
