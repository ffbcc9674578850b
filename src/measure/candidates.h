/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to talk about with suppliers; part of vendors_of(). */
#ifndef ACCORD_MEASURE_CANDIDATES_H
#define ACCORD_MEASURE_CANDIDATES_H

#include "measure/vendors.h"

/*
 * Needs the notices in out, and fills in its candidates, what is addressable, and each vendor's
 * ends.
 *
 * One contract takes the vendor's rows that end at most VENDORS_DAYS_APART days from one of the
 * other side; ends that nobody knows are not guessed. Choose needs a vendor on each side that the
 * other does not use for this category, and takes the rows of these: what both pay to one vendor
 * is no choice but a contract. A duplicate is a vendor with two rows on one side that are not
 * both in one contract already, or a category in which one side pays two vendors and that is not
 * up for choosing anyway. A row may be in candidates of different kinds.
 */
void candidates_find(const struct vendors_input *input, struct vendors *out);

#endif
