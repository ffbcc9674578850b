/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a page for the browser. */
#include "report/html.h"

#include "base/i18n.h"
#include "report/html-parts.h"

#include <stdlib.h>
#include <string.h>

#define CONTENTS_FROM 4 /* sections, for which a table of contents is worth its place */

static void add_escaped(struct html *html, const char *text, const char *newline)
{
	for (; *text; text++) {
		switch (*text) {
		case '&':
			str_add(html->out, "&amp;");
			break;
		case '<':
			str_add(html->out, "&lt;");
			break;
		case '>':
			str_add(html->out, "&gt;");
			break;
		case '"':
			str_add(html->out, "&quot;");
			break;
		case '\'':
			str_add(html->out, "&#39;");
			break;
		case '\n':
			str_add(html->out, newline);
			break;
		default:
			str_addc(html->out, *text);
		}
	}
}

void html_text(struct html *html, const char *text)
{
	add_escaped(html, text, "<br>");
}

void html_plain(struct html *html, const char *text)
{
	add_escaped(html, text, " ");
}

const char *html_class(enum style style)
{
	static const char *const classes[STYLE_COUNT] = {
		[STYLE_DIM] = "dim",   [STYLE_STRONG] = "strong", [STYLE_SIDE_A] = "a",   [STYLE_SIDE_B] = "b",
		[STYLE_GOOD] = "good", [STYLE_WARN] = "warn",	  [STYLE_ALERT] = "alert",
	};

	return classes[style] ? classes[style] : "";
}

void html_spoken(struct html *html, const char *text, const char *spoken)
{
	if (!spoken || (!text[0] && !spoken[0])) {
		html_text(html, text);
		return;
	}
	str_add(html->out, "<span aria-hidden=\"true\">");
	html_text(html, text);
	str_add(html->out, "</span>");
	if (spoken[0]) {
		str_add(html->out, "<span class=\"aloud\">");
		html_text(html, spoken);
		str_add(html->out, "</span>");
	}
}

/* Sections and their headings */

static bool begins_section(const struct block *block)
{
	return block->kind == BLOCK_HEADING && (block->level == 2 || block->level == HEADING_RULED);
}

static void end_item(struct html *html)
{
	str_add(html->out, html->in_item ? "</div>\n" : "");
	html->in_item = false;
}

static void end_section(struct html *html)
{
	end_item(html);
	str_add(html->out, html->in_section ? "</section>\n" : "");
	html->in_section = false;
}

static void add_heading_text(struct html *html, const struct block *block)
{
	if (block->mark) {
		str_add(html->out, "<span class=\"number\">");
		html_plain(html, block->mark);
		str_add(html->out, "</span> ");
	}
	html_plain(html, block->text);
}

static void add_heading(struct html *html, const struct block *block)
{
	html->heading = block->text;
	if (begins_section(block)) {
		end_section(html);
		html->sections++;
		str_printf(html->out, "<section aria-labelledby=\"s%d\">\n<h2 id=\"s%d\">", html->sections, html->sections);
		add_heading_text(html, block);
		str_add(html->out, "</h2>\n");
		html->in_section = true;
		return;
	}
	end_item(html);
	str_add(html->out, "<div class=\"item\">\n<h3>");
	add_heading_text(html, block);
	str_add(html->out, "</h3>\n");
	html->in_item = true;
}

/* Paragraphs and lists */

static void add_paragraph(struct html *html, const struct block *block)
{
	const char *class = html_class(block->style);

	str_add(html->out, "<p");
	if (class[0])
		str_printf(html->out, " class=\"%s\"", class);
	str_addc(html->out, '>');
	html_spoken(html, block->text, block->spoken);
	str_add(html->out, "</p>\n");
}

/* Whether a bullet goes on with what the one before it says. */
static bool goes_on(const struct block *block)
{
	return block->mark[strspn(block->mark, " ")] == '\0';
}

/* What became of an action, by its mark: how it is called, and what stands in its box. */
struct box {
	const char *mark, *name, *path;
};

static const struct box boxes[] = {
	{ "[ ]", N_("open"), NULL },
	{ "[x]", N_("done"), "M3.5 7.5l2.5 2.5 4.5-6" },
	{ "[-]", N_("dropped"), "M4 7h6" },
	{ "[>]", N_("carried"), "M5.5 3.5l4 3.5-4 3.5" },
};

/* NULL where it is no mark of an action. */
static const struct box *box_of(const char *mark)
{
	for (size_t i = 0; i < COUNT_OF(boxes); i++)
		if (strcmp(boxes[i].mark, mark) == 0)
			return &boxes[i];
	return NULL;
}

static bool is_task(const struct block *block)
{
	return box_of(block->mark) != NULL;
}

/* A box, ticked or not, that is told aloud. */
static void add_box(struct html *html, const struct box *box)
{
	str_printf(html->out,
		"<svg class=\"box\" role=\"img\" aria-label=\"%s\" width=\"14\" height=\"14\" viewBox=\"0 0 14 14\">"
		"<rect x=\"1\" y=\"1\" width=\"12\" height=\"12\" rx=\"2\"/>",
		_(box->name));
	if (box->path)
		str_printf(html->out, "<path d=\"%s\"/>", box->path);
	str_add(html->out, "</svg>");
}

static void add_bullet(struct html *html, const struct block *block)
{
	const char *class = html_class(block->style);

	if (is_task(block))
		str_add(html->out, "<li class=\"task\">");
	else if (strcmp(block->mark, DOC_BULLET) == 0 || goes_on(block))
		str_add(html->out, "<li>");
	else
		str_add(html->out, "<li class=\"marked\">");
	str_printf(html->out, class[0] ? "<div class=\"%s\">" : "<div>", class);
	if (is_task(block)) {
		add_box(html, box_of(block->mark));
		str_addc(html->out, ' ');
	} else if (strcmp(block->mark, DOC_BULLET) != 0 && !goes_on(block)) {
		str_add(html->out, "<b>");
		html_plain(html, block->mark);
		str_add(html->out, "</b> ");
	}
	html_text(html, block->text);
	str_add(html->out, "</div>");
}

/* The bullets from one on; returns where the list ends. */
static size_t add_list(struct html *html, const struct doc *doc, size_t at)
{
	str_add(html->out, "<ul>\n");
	for (bool first = true; at < doc->count && doc->blocks[at].kind == BLOCK_BULLET; at++) {
		const struct block *block = &doc->blocks[at];

		if (goes_on(block) && !first) {
			const char *class = html_class(block->style);

			str_printf(html->out, class[0] ? "<div class=\"%s\">" : "<div>", class);
			html_text(html, block->text);
			str_add(html->out, "</div>");
			continue;
		}
		str_add(html->out, first ? "" : "</li>\n");
		add_bullet(html, block);
		first = false;
	}
	str_add(html->out, "</li>\n</ul>\n");
	return at;
}

/* Writes a block, or the list that begins with it; returns what comes after. */
static size_t add_block(struct html *html, const struct doc *doc, size_t at)
{
	const struct block *block = &doc->blocks[at];

	switch (block->kind) {
	case BLOCK_HEADING:
		add_heading(html, block);
		break;
	case BLOCK_TEXT:
		add_paragraph(html, block);
		break;
	case BLOCK_BULLET:
		return add_list(html, doc, at);
	case BLOCK_TABLE:
		html_table(html, block);
		break;
	case BLOCK_DOTS:
		html_dots(html, block);
		break;
	case BLOCK_BARS:
		html_bars(html, block);
		break;
	case BLOCK_RANGE:
		html_range(html, block);
		break;
	case BLOCK_GAP:
		break;
	}
	return at + 1;
}

/* The page */

static void add_contents(struct html *html, const struct doc *doc)
{
	int sections = 0;

	for (size_t i = 0; i < doc->count; i++)
		sections += begins_section(&doc->blocks[i]);
	if (sections < CONTENTS_FROM)
		return;
	str_add(html->out, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
	html_plain(html, _("Contents"));
	str_add(html->out, "</h2>\n<ul>\n");
	sections = 0;
	for (size_t i = 0; i < doc->count; i++) {
		if (!begins_section(&doc->blocks[i]))
			continue;
		str_printf(html->out, "<li><a href=\"#s%d\">", ++sections);
		add_heading_text(html, &doc->blocks[i]);
		str_add(html->out, "</a></li>\n");
	}
	str_add(html->out, "</ul>\n</nav>\n");
}

/* The title, and what stands below it before the first section. Returns where that begins. */
static size_t add_header(struct html *html, const struct doc *doc)
{
	size_t at = 0;

	str_add(html->out, "<header>\n");
	if (doc->count > 0 && doc->blocks[0].kind == BLOCK_HEADING && doc->blocks[0].level == 1) {
		html->heading = doc->blocks[0].text;
		str_add(html->out, "<h1>");
		html_plain(html, html->heading);
		str_add(html->out, "</h1>\n");
		at = 1;
	}
	while (at < doc->count && doc->blocks[at].kind != BLOCK_HEADING)
		at = add_block(html, doc, at);
	str_add(html->out, "</header>\n");
	return at;
}

/* Whether it is written from right to left. */
static bool is_right_to_left(const char *language)
{
	static const char *const codes[] = { "ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi" };

	for (size_t i = 0; i < COUNT_OF(codes); i++)
		if (strncmp(language, codes[i], 2) == 0 && (language[2] == '\0' || language[2] == '-'))
			return true;
	return false;
}

static void add_head(struct html *html, const char *language, const char *title)
{
	str_add(html->out, "<!DOCTYPE html>\n<html lang=\"");
	html_plain(html, language);
	str_add(html->out, is_right_to_left(language) ? "\" dir=\"rtl\">\n" : "\">\n");
	str_add(html->out,
		"<head>\n<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
	html_plain(html, title);
	str_printf(html->out, "</title>\n<style>\n%s</style>\n</head>\n", report_style);
}

void html_write(const struct doc *doc, const char *language, struct str *out)
{
	struct html html = { .out = out, .heading = "" };
	size_t at;

	add_head(&html, language ? language : "en", doc->count > 0 && doc->blocks[0].text ? doc->blocks[0].text : "accord");
	str_add(out, "<body>\n");
	at = add_header(&html, doc);
	add_contents(&html, doc);
	str_add(out, "<main>\n");
	while (at < doc->count)
		at = add_block(&html, doc, at);
	end_section(&html);
	str_add(out, "</main>\n</body>\n</html>\n");
}
