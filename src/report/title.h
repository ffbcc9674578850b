/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How every report begins. */
#ifndef ACCORD_REPORT_TITLE_H
#define ACCORD_REPORT_TITLE_H

#include "model/session.h"
#include "view/doc.h"

/* The session's title, of whom and when it is, and who leads it. */
void report_title(const struct session *session, struct doc *doc);

#endif
