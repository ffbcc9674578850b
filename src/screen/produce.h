/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a session down in one of the formats, for the command and the screen. */
#ifndef ACCORD_SCREEN_PRODUCE_H
#define ACCORD_SCREEN_PRODUCE_H

#include "base/err.h"
#include "report/format.h"

#include <stdbool.h>

struct store;

/* What is wanted. */
struct produce {
	const struct format *format;
	bool full;         /* all that the screens of the workshop say */
	bool private;      /* with private notes */
	bool small_groups; /* with groups of anonymous answers that are too small */
	bool complete;     /* of formats that are whole: with all that there is */
};

/*
 * Fills an empty output with the session of that id. *left_out is what it does not tell, for free(), or NULL where that
 * is nothing. 0, or -1 with err set.
 */
int produce(struct store *store, const char *id, const struct produce *wanted, struct report_output *output,
	char **left_out, struct err *err);

/*
 * Writes what was produced to a file, or where it is several files into a folder; without force nothing is written where
 * one of them exists. 0, or -1 with err set.
 */
int produce_save(const struct report_output *output, const char *path, bool force, struct err *err);

#endif
