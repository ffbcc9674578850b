/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People from lines of text, as they are pasted or kept in a file. */
#ifndef ACCORD_MODEL_PEOPLE_H
#define ACCORD_MODEL_PEOPLE_H

#include "base/err.h"
#include "model/change.h"

/*
 * Appends a change for each line "Name, role, side" or "Name, side"; a semicolon or a tab separates as well. Empty
 * lines and those that begin with '#' are passed over. Returns how many people there are; -1 with err set (and the
 * line's number in it) when one cannot be read, and then nothing is to be applied.
 */
int people_parse(const struct session *session, const char *text, struct changes *changes, struct err *err);
/*
 * The person of a side whose name a text is, or else begins, whatever its case. NULL with err set where there is none
 * or several.
 */
const struct person *people_choose(const struct session *session, int side, const char *typed, struct err *err);
/*
 * The person of either side whom a text means: by number, whole name, or how a single name begins. NULL with err set, and
 * with all there are, where it means nobody or several.
 */
const struct person *people_find(const struct session *session, const char *typed, struct err *err);
/* "1 Ana Alvarez, 2 Ben": everybody with their numbers, for free(); "" for nobody. */
char *people_list(const struct session *session);

#endif
