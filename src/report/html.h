/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a page for the browser. */
#ifndef ACCORD_REPORT_HTML_H
#define ACCORD_REPORT_HTML_H

#include "base/str.h"
#include "view/doc.h"

/*
 * Appends a page that is one file: it fetches nothing and runs nothing, its charts are inline SVG with their figures in
 * words, and it suits the screen, light or dark, and A4 or Letter. Whatever the texts hold stays text. language is a code
 * such as "en"; NULL where none is known.
 */
void html_write(const struct doc *doc, const char *language, struct str *out);

#endif
