/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People by name. */
#ifndef ACCORD_MODEL_PEOPLE_H
#define ACCORD_MODEL_PEOPLE_H

#include "base/err.h"
#include "model/session.h"

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
