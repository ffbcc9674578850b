/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats of a comparison. */
#include "report/compare-format.h"

#include "base/mem.h"
#include "report/compare-json.h"
#include "report/compare.h"
#include "report/html.h"
#include "report/markdown.h"

#include <string.h>
#include <strings.h>

static void write_markdown(const struct session *const *sessions, size_t count, enum detail detail, struct str *out)
{
	struct doc doc = { 0 };

	compare_write(sessions, count, detail, &doc);
	markdown_write(&doc, out);
	doc_release(&doc);
}

static void write_html(const struct session *const *sessions, size_t count, enum detail detail, struct str *out)
{
	struct doc doc = { 0 };

	compare_write(sessions, count, detail, &doc);
	html_write(&doc, sessions[count - 1]->bank->language, out);
	doc_release(&doc);
}

static void write_json(const struct session *const *sessions, size_t count, enum detail detail, struct str *out)
{
	(void)detail;
	compare_json(sessions, count, out);
}

static const struct compare_format table[] = {
	{ .name = "text", .extension = "txt", .write = compare_text },
	{ .name = "markdown", .extension = "md", .write = write_markdown },
	{ .name = "html", .extension = "html", .write = write_html },
	{ .name = "json", .extension = "json", .write = write_json },
};

const struct compare_format *compare_format_find(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(table); i++)
		if (!name || strcmp(table[i].name, name) == 0)
			return &table[i];
	return NULL;
}

const struct compare_format *compare_format_of_file(const char *name)
{
	const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name, *dot = strrchr(base, '.');

	for (size_t i = 0; dot && i < COUNT_OF(table); i++)
		if (strcasecmp(table[i].extension, dot + 1) == 0)
			return &table[i];
	return NULL;
}
