/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of any sessions as JSON. */
#ifndef ACCORD_REPORT_ACTIONS_JSON_H
#define ACCORD_REPORT_ACTIONS_JSON_H

#include "base/str.h"
#include "model/action-head.h"

/* Appends an array of them, in the order given; accord-json(5) tells what each has. */
void actions_json(const struct action_head *const *heads, size_t count, int today, struct str *out);

#endif
