/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the page share. */
#ifndef ACCORD_REPORT_HTML_PARTS_H
#define ACCORD_REPORT_HTML_PARTS_H

#include "base/str.h"
#include "view/doc.h"

/* A page while it is written. */
struct html {
	struct str *out;
	const char *heading; /* the last one: what tables and charts below it are called */
	int sections;
	bool in_section, in_item;
};

/* The page's style sheet, src/report/style.css. */
extern const char report_style[];

/* Appends a text, escaped; lines of it stay lines. */
void html_text(struct html *html, const char *text);
/* The same for an attribute, or what is in a chart: in one line. */
void html_plain(struct html *html, const char *text);
/* The class that a style has; "" for none. */
const char *html_class(enum style style);
/* What is to be seen, and what is said aloud instead (NULL for the same, "" for nothing). */
void html_spoken(struct html *html, const char *text, const char *spoken);

void html_table(struct html *html, const struct block *table);
void html_dots(struct html *html, const struct block *chart);
void html_bars(struct html *html, const struct block *chart);
void html_range(struct html *html, const struct block *chart);

#endif
