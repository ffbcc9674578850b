/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as all of accord writes it. */
#ifndef ACCORD_REPORT_JSON_H
#define ACCORD_REPORT_JSON_H

#include "base/str.h"

#include <jansson.h>

/*
 * Appends a value, which is released, as text: indented by two, members in the order in which they were set, UTF-8 as it
 * is, a newline at the end. The same value gives the same bytes.
 */
void json_text(json_t *value, struct str *out);

#endif
