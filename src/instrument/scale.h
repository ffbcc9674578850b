/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scales, for what is worked out over several of them. */
#ifndef ACCORD_INSTRUMENT_SCALE_H
#define ACCORD_INSTRUMENT_SCALE_H

#include "measure/coorientation.h"
#include "model/session.h"

/* 1 .. points; 0 for no answer, "can't say" and "not here". */
int scale_point(const struct step *step, const char *answer);
/* Whether all scales of a bank have as many points and the same words at their ends; false without scales. */
bool scales_are_alike(const struct bank *bank);
/* "1 not at all . 5 fully", for free(). */
char *scale_ends(const struct step *step);
/* How the two sides of a revealed scale see it and each other; false where that may not be shown. */
bool scale_measure(const struct session *session, const struct progress *progress, struct coorientation *out);

#endif
