/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary of a session: what came out, for a screen, an e-mail, or another format. */
#ifndef ACCORD_REPORT_SUMMARY_H
#define ACCORD_REPORT_SUMMARY_H

#include "base/str.h"
#include "model/session.h"
#include "report/detail.h"
#include "view/doc.h"

/* Everything that was revealed, kept or left open; nothing that is still hidden. today: for days that are left. */
void summary_write(const struct session *session, enum detail detail, int today, struct doc *doc);
/* The same with what moved since an earlier session; NULL for none. */
void summary_write_after(const struct session *session, const struct session *earlier, enum detail detail, int today,
	struct doc *doc);
/* As plain text of 72 columns, as of the session's day, so that it stays the same whenever it is written. */
void summary_text(const struct session *session, const struct session *earlier, enum detail detail, struct str *out);

#endif
