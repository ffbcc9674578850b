/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats in which a session is written down. */
#include "report/format.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "report/archive-json.h"
#include "report/csv.h"
#include "report/html.h"
#include "report/ics.h"
#include "report/markdown.h"
#include "report/summary.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

void report_output_release(struct report_output *output)
{
	for (size_t i = 0; i < output->count; i++) {
		free(output->files[i].name);
		str_release(&output->files[i].text);
	}
	free(output->files);
	*output = (struct report_output){ 0 };
}

struct str *report_output_add(struct report_output *output, const char *name)
{
	struct report_file *file;

	output->files = mem_grow(output->files, &output->capacity, output->count, sizeof *output->files);
	file = &output->files[output->count++];
	file->name = name ? mem_strdup(name) : NULL;
	str_init(&file->text);
	return &file->text;
}

static int write_text(const struct report_input *input, struct report_output *output, struct err *err)
{
	(void)err;
	summary_text(input->session, input->earlier, input->detail, report_output_add(output, NULL));
	return 0;
}

static const struct format plain_text = {
	.name = "text",
	.extension = "txt",
	.title = N_("text, to mail or print"),
	.write = write_text,
};

static int write_markdown(const struct report_input *input, struct report_output *output, struct err *err)
{
	struct doc doc = { 0 };

	(void)err;
	summary_write_after(input->session, input->earlier, input->detail, input->session->date, &doc);
	markdown_write(&doc, report_output_add(output, NULL));
	doc_release(&doc);
	return 0;
}

static const struct format markdown = {
	.name = "markdown",
	.extension = "md",
	.title = N_("Markdown as on GitHub, with tables"),
	.write = write_markdown,
};

static int write_html(const struct report_input *input, struct report_output *output, struct err *err)
{
	struct doc doc = { 0 };

	(void)err;
	summary_write_after(input->session, input->earlier, input->detail, input->session->date, &doc);
	html_write(&doc, input->session->bank->language, report_output_add(output, NULL));
	doc_release(&doc);
	return 0;
}

static const struct format html = {
	.name = "html",
	.extension = "html",
	.title = N_("a page for the browser, to print as well"),
	.write = write_html,
};

static const struct format *const table[] = {
	&plain_text, &markdown, &html, &format_csv, &format_ics, &format_json,
};

const struct format *const *format_table(size_t *count)
{
	*count = COUNT_OF(table);
	return table;
}

char *format_names(void)
{
	struct str names;

	str_init(&names);
	for (size_t i = 0; i < COUNT_OF(table); i++)
		str_printf(&names, "%s%s", i ? ", " : "", table[i]->name);
	return names.data;
}

const struct format *format_find(const char *name, struct err *err)
{
	char *names;

	for (size_t i = 0; i < COUNT_OF(table); i++)
		if (strcmp(table[i]->name, name) == 0)
			return table[i];
	names = format_names();
	err_set(err, ERR_USAGE, _("--format: '%s' is not known: there is %s"), name, names);
	free(names);
	return NULL;
}

/* What stands behind the last dot of a file's name; NULL where there is none. */
static const char *end_of(const char *path)
{
	const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash + 1 : path, '.');

	return dot ? dot + 1 : NULL;
}

const struct format *format_of_file(const char *name)
{
	const char *end = end_of(name);

	for (size_t i = 0; end && i < COUNT_OF(table); i++)
		if (strcasecmp(table[i]->extension, end) == 0)
			return table[i];
	return NULL;
}

bool format_is_foreign(const char *name, enum err_code code, struct err *err)
{
	static const char *const office[] = { "doc", "docx", "odp", "ods", "odt", "ppt", "pptx", "rtf", "xls", "xlsx" };
	const char *end = end_of(name);

	if (end && strcasecmp(end, "pdf") == 0) {
		err_set(err, code, _("'%s': accord writes no PDF: write .html, and print that from a browser"), name);
		return true;
	}
	for (size_t i = 0; end && i < COUNT_OF(office); i++)
		if (strcasecmp(office[i], end) == 0) {
			err_set(err, code, _("'%s': accord writes no office files: write .html and open that there"), name);
			return true;
		}
	return false;
}
