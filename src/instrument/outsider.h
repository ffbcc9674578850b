/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody who belongs to neither side may not understand of a text. */
#ifndef ACCORD_INSTRUMENT_OUTSIDER_H
#define ACCORD_INSTRUMENT_OUTSIDER_H

#include "model/bank.h"

/*
 * A sentence that points at it, for free(); NULL where there is nothing to point at. What the sides are called is
 * known to everybody.
 */
char *outsider_text(const struct bank *bank, const char *text);

#endif
