/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handout of a session: a briefing, and ballots to answer on paper. */
#ifndef ACCORD_REPORT_HANDOUT_H
#define ACCORD_REPORT_HANDOUT_H

#include "base/str.h"
#include "model/session.h"

/*
 * As plain text of 72 columns: the briefing, a sheet for each person in the order of the roll call, and slips without a
 * name for what is anonymous. Where a sheet ends there is a line to cut along, or, with pages, a form feed for a printer.
 * Nothing that was answered is in it.
 */
void handout_text(const struct session *session, bool pages, struct str *out);

#endif
