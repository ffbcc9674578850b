/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left of a supplier's name when spelling and legal form are taken away. */
#ifndef ACCORD_MEASURE_NAMEKEY_H
#define ACCORD_MEASURE_NAMEKEY_H

/*
 * The key of a name in UTF-8, for free(). Names with equal keys are most likely one supplier;
 * only a person can say so. The key of a key is itself. It is "" for a name without letters and
 * digits, and then says nothing.
 *
 * Accents are stripped; upper case; '&' becomes AND; apostrophes are dropped; whatever else is no
 * letter or digit separates words; runs of single letters are joined; THE at the beginning, and
 * legal forms and AND at the end, are dropped, though never the last word. This is fingerprinting
 * as record linkage knows it, with a dictionary of its own.
 */
char *namekey_of(const char *name);

#endif
