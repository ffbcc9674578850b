/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two or more sessions compared: what moved, what was promised, and how far they can be compared at all. */
#ifndef ACCORD_REPORT_COMPARE_H
#define ACCORD_REPORT_COMPARE_H

#include "base/str.h"
#include "model/session.h"
#include "report/detail.h"
#include "view/doc.h"

/* For qsort() of pointers to sessions: by their date, those of one day by their id. */
int compare_by_date(const void *a, const void *b);
/*
 * The sessions, two or more, the earliest first. Of two: what moved from one to the other, by module. Of more: where each
 * question stood every time. Says nothing of an answer that the summaries of the sessions do not say.
 */
void compare_write(const struct session *const *sessions, size_t count, enum detail detail, struct doc *doc);
/* The same as text. */
void compare_text(const struct session *const *sessions, size_t count, enum detail detail, struct str *out);
/*
 * What moved since an earlier session, as a section for the summary of a later one; in a short one only where a module
 * stands, and gaps that were closed or are new.
 */
void compare_write_since(const struct session *then, const struct session *now, enum detail detail, struct doc *doc);

#endif
