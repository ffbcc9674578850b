/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session as a folder of tables. */
#ifndef ACCORD_REPORT_CSV_H
#define ACCORD_REPORT_CSV_H

#include "report/format.h"

/*
 * session.csv (one row: what it is, and what was left out), people.csv, ballots.csv (what was revealed), pairs.csv,
 * actions.csv, decisions.csv, notes.csv, and MODULE-STEP.csv for each register that has rows. RFC 4180, UTF-8. The first
 * row of each names the columns; all names and values are ids, so that they are the same in every language.
 */
extern const struct format format_csv;

#endif
