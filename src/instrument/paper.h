/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps on paper: where somebody writes an answer by hand. */
#ifndef ACCORD_INSTRUMENT_PAPER_H
#define ACCORD_INSTRUMENT_PAPER_H

#include "model/session.h"
#include "view/doc.h"

/*
 * A line for one's own answer and, where the step asks for that, one for the guess of the other side's, with a blank to
 * fill in or a row to circle one of. other is that side's name.
 */
void paper_write_blanks(const struct step *step, const char *other, const char *blank, struct doc *doc);
/* An option with its number, and where to mark it. */
void paper_write_option(size_t number, const struct option *option, const char *mark, struct doc *doc);

#endif
