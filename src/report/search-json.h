/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search has found, as JSON. */
#ifndef ACCORD_REPORT_SEARCH_JSON_H
#define ACCORD_REPORT_SEARCH_JSON_H

#include "base/str.h"
#include "model/hit.h"

/* Appends the results of a query as it was typed; see accord-json(5). */
void search_json(const char *query, const struct hits *hits, struct str *out);

#endif
