/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as Markdown. */
#ifndef ACCORD_REPORT_MARKDOWN_H
#define ACCORD_REPORT_MARKDOWN_H

#include "base/str.h"
#include "view/doc.h"

/*
 * Appends a document in GitHub's dialect, which has tables and task lists. Whatever its texts hold stays text: no markup,
 * no HTML, no link.
 */
void markdown_write(const struct doc *doc, struct str *out);
/* Appends one text, escaped; line: whether a line of the output begins with it. Newlines stay. For tests as well. */
void markdown_escape(const char *text, bool line, struct str *out);

#endif
