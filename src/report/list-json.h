/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of sessions as JSON. */
#ifndef ACCORD_REPORT_LIST_JSON_H
#define ACCORD_REPORT_LIST_JSON_H

#include "base/str.h"
#include "model/session.h"

/* An array with an object for each, in this order, as accord-json(5) describes it. */
void list_json(const struct session_head *const *heads, size_t count, struct str *out);

#endif
