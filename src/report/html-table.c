/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in a page. */
#include "report/html-parts.h"

#include "base/text.h"

#include <string.h>

#define COLUMNS_FIT 3 /* on a telephone, beside each other */
#define COLUMNS_DENSE 8 /* from which on they are set smaller on paper */
#define WIDTH_WHOLE 10  /* columns of a text that is not broken, such as a date */
#define ROWS_TOGETHER 12 /* at most so many are kept on one page */

static const struct doc_cell *cell_at(const struct block *table, size_t row, size_t column)
{
	return &table->cells[row * table->columns + column];
}

/* Whether the first column says what its lines are: a first column of figures does not. */
static bool has_names(const struct block *table)
{
	if (!cell_at(table, 0, 0)->text[0])
		return true;
	for (size_t r = 1; r < table->cell_count / table->columns; r++) {
		char first = cell_at(table, r, 0)->text[0];

		if (first != '-' && (first < '0' || first > '9'))
			return !table->right[0];
	}
	return false;
}

/* A date, a figure with its unit, a short word: on paper, long texts beside it would break it anywhere. */
static bool is_kept_whole(const struct block *table, const char *text)
{
	int width = text_width(text);

	return table->columns <= COLUMNS_DENSE && width > 1 && width <= WIDTH_WHOLE && !strchr(text, '\n');
}

/* Alignment, style, and what else there is to say of a cell, as classes. */
static void add_classes(struct html *html, const struct block *table, size_t column, const char *text, enum style style)
{
	const char *classes[] = { table->right[column] ? "r" : "", html_class(style), is_kept_whole(table, text) ? "n" : "" };
	bool any = false;

	for (size_t i = 0; i < COUNT_OF(classes); i++) {
		if (!classes[i][0])
			continue;
		str_printf(html->out, "%s%s", any ? " " : " class=\"", classes[i]);
		any = true;
	}
	str_add(html->out, any ? "\"" : "");
}

static void add_head(struct html *html, const struct block *table)
{
	str_add(html->out, "<thead><tr>");
	for (size_t c = 0; c < table->columns; c++) {
		const struct doc_cell *title = cell_at(table, 0, c);

		/* An empty corner is the head of nothing. */
		str_add(html->out, title->text[0] ? "<th scope=\"col\"" : "<td");
		add_classes(html, table, c, title->text, STYLE_NORMAL);
		str_addc(html->out, '>');
		html_spoken(html, title->text, title->spoken);
		str_add(html->out, title->text[0] ? "</th>" : "</td>");
	}
	str_add(html->out, "</tr></thead>\n");
}

static void add_row(struct html *html, const struct block *table, size_t row, bool names)
{
	str_add(html->out, "<tr>");
	for (size_t c = 0; c < table->columns; c++) {
		const struct doc_cell *cell = cell_at(table, row, c);
		bool head = names && c == 0;

		str_add(html->out, head ? "<th scope=\"row\"" : "<td");
		add_classes(html, table, c, cell->text, cell->style);
		str_addc(html->out, '>');
		html_spoken(html, cell->text, cell->spoken);
		str_add(html->out, head ? "</th>" : "</td>");
	}
	str_add(html->out, "</tr>\n");
}

/* One column without a title: lines of text, such as doc_line makes them. */
static void add_lines(struct html *html, const struct block *table)
{
	for (size_t r = 1; r < table->cell_count; r++) {
		const char *class = html_class(table->cells[r].style);

		str_printf(html->out, class[0] ? "<p class=\"%s\">" : "<p>", class);
		html_spoken(html, table->cells[r].text, table->cells[r].spoken);
		str_add(html->out, "</p>\n");
	}
}

void html_table(struct html *html, const struct block *table)
{
	size_t rows = table->cell_count / table->columns;
	bool names = has_names(table), dense = table->columns > COLUMNS_DENSE, together = rows <= ROWS_TOGETHER + 1;

	if (table->columns == 1 && !doc_has_titles(table)) {
		add_lines(html, table);
		return;
	}
	/* What is wider than the screen is moved by itself, with the keyboard as well. */
	if (table->columns > COLUMNS_FIT) {
		str_add(html->out, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
		html_plain(html, html->heading);
		str_add(html->out, "\">\n");
	} else {
		str_add(html->out, "<div class=\"wide\">\n");
	}
	str_printf(html->out, "<table class=\"%s%s\">\n<caption>", together ? "together" : "long", dense ? " dense" : "");
	html_plain(html, html->heading);
	str_add(html->out, "</caption>\n");
	if (doc_has_titles(table))
		add_head(html, table);
	str_add(html->out, "<tbody>\n");
	for (size_t r = 1; r < rows; r++)
		add_row(html, table, r, names);
	str_add(html->out, "</tbody>\n</table>\n</div>\n");
}
