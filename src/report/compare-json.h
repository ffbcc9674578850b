/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions compared, as JSON: accord-json(5) tells of its members. */
#ifndef ACCORD_REPORT_COMPARE_JSON_H
#define ACCORD_REPORT_COMPARE_JSON_H

#include "base/str.h"
#include "model/session.h"

/* Appends the sessions, two or more and the earliest first, and what moved from each to the next. */
void compare_json(const struct session *const *sessions, size_t count, struct str *out);

#endif
