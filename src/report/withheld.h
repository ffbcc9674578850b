/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report leaves out of a session, so that it can say so. */
#ifndef ACCORD_REPORT_WITHHELD_H
#define ACCORD_REPORT_WITHHELD_H

#include "model/session.h"
#include "view/doc.h"

struct withheld {
	int notes;      /* private notes */
	int groups;     /* sides of a question without names whose answers are fewer than n_min */
	int unrevealed; /* questions that were answered, and not revealed */
};

/*
 * What is left out of a report of the session as it is now, with what was left out of the file that it came from. What
 * a caller lets be shown before (session_show_private, session_show_small) does not count.
 */
void withheld_count(const struct session *session, struct withheld *out);
/* Shows the answers of each group, however small: for a report whose readers may see them. */
void session_show_small(struct session *session);

/* "2 private notes; 1 group that is too small", for free(); NULL where nothing is left out. */
char *withheld_text(const struct withheld *withheld);
/* The line at the end of a report; nothing where nothing is left out. */
void withheld_write(const struct session *session, struct doc *doc);

/*
 * As it is kept in a file: the members private_notes, small_groups and unrevealed, whole numbers from 0 on. Returns ""
 * where nothing is left out; for free().
 */
char *withheld_json(const struct withheld *withheld);
/* Adds what such a text says; a text that is none adds nothing. */
void withheld_add(struct withheld *withheld, const char *json);

#endif
