/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the actions of the session before. */
#ifndef ACCORD_REPORT_FOLLOW_H
#define ACCORD_REPORT_FOLLOW_H

#include "model/session.h"
#include "report/detail.h"
#include "view/doc.h"

/*
 * How many are done, carried over and dropped, and below it which ones. In short those that are carried over are left to
 * the session's own actions, among which they stand. Nothing where it took none up.
 */
void follow_write(const struct session *session, enum detail detail, struct doc *doc);

#endif
