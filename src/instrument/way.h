/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways to answer: which of them a step can have, and what they are called. All end in the same ballots. */
#ifndef ACCORD_INSTRUMENT_WAY_H
#define ACCORD_INSTRUMENT_WAY_H

#include "model/session.h"

/* "roll call", "tally", ... in the user's language, and a line about it. */
const char *way_name(enum entry way);
const char *way_help(enum entry way);
/* Why a step cannot be answered in that way, in the user's language; NULL where it can. */
const char *way_hindrance(const struct step *step, enum entry way);
/*
 * Why it cannot now, as some have answered in another way. A tally is of counts alone: what people have answered is not
 * to be seen there, nor to be counted again.
 */
const char *way_hindrance_now(const struct progress *progress, enum entry way);
/* The way in which answers are taken: the one chosen, or roll call where the step cannot have that. */
enum entry way_of(const struct progress *progress);
/*
 * Whether a side's answers are typed as a row: sealed, or from slips of paper without a name, where own answer and guess
 * come together.
 */
bool way_has_rows(const struct progress *progress);

/* "by name", "anonymous" or "as the session says", for a step's own naming or a session's. */
const char *naming_words(enum naming naming, bool of_session);

#endif
