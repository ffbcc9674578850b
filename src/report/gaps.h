/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answers came to, and what was done about it, in a summary. */
#ifndef ACCORD_REPORT_GAPS_H
#define ACCORD_REPORT_GAPS_H

#include "model/session.h"
#include "report/detail.h"
#include "view/doc.h"

/*
 * Gaps about which nothing was agreed, then the others with what became of them; the short account says that with the
 * questions. Nothing where nothing was revealed.
 */
void gaps_write(const struct session *session, enum detail detail, struct doc *doc);

#endif
