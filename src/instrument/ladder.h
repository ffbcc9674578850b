/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that were rated, side by side: while another one is written, and in its result. */
#ifndef ACCORD_INSTRUMENT_LADDER_H
#define ACCORD_INSTRUMENT_LADDER_H

#include "instrument/instrument.h"

/* Reports a text with the analysis 'ladder' whose module has nothing to set side by side. */
void ladder_check(struct reader *reader, const struct node *node, const struct module *module,
	const struct step *step);
/* Whether a step has a ladder that shows another one: a rated text, or its rating. */
bool ladder_has(const struct session *session, const struct step *step, const struct step *other);
/* Draws the ladder of a text step as far as it is revealed, in few lines; returns how many it took. */
int ladder_draw(const struct session *session, const struct step *step, struct grid *grid, struct rect rect);

#endif
