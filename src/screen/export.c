/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a file's name, which says in which format too, and writes the session there. */
#include "screen/export.h"

#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/withheld.h"
#include "screen/form.h"
#include "screen/produce.h"

#include <stdlib.h>
#include <string.h>

#define DRAFT "export"

enum { FIELD_FILE, FIELD_PRIVATE, FIELD_SMALL, FIELDS };

/* 1 or 0 for a yes or no; -1 where it is neither, with err set. */
static int read_yes(const char *typed, struct err *err)
{
	const char *const words[] = { _("no"), _("yes") };
	char *folded = text_fold(typed);
	size_t length = strlen(folded);
	int found = length == 0 ? 0 : -1;

	for (int i = 0; i < 2 && length > 0; i++) {
		char *word = text_fold(words[i]);

		if (strncmp(word, folded, length) == 0)
			found = i;
		free(word);
	}
	free(folded);
	if (found < 0)
		err_set(err, ERR_INPUT, _("'%s': type yes or no"), typed);
	return found;
}

/* The format that a name asks for; one without an end is text. NULL with err set. */
static const struct format *format_for(const char *name, struct err *err)
{
	const struct format *format = format_of_file(name);

	if (format)
		return format;
	if (!file_has_end(name))
		return format_find("text", err);
	if (!format_is_foreign(name, ERR_INPUT, err))
		err_set(err, ERR_INPUT, _("'%s': end the name in .txt, .md, .html, .csv, .ics or .json"), name);
	return NULL;
}

/* What the form asks for. 0, or -1 with err set, and *at the field that is meant. */
static int read_form(const struct form_values *values, struct produce *wanted, int *at, struct err *err)
{
	int private, small;

	*at = FIELD_FILE;
	wanted->format = format_for(values->values[FIELD_FILE], err);
	if (!wanted->format)
		return -1;
	if (file_exists(values->values[FIELD_FILE]))
		return err_set(err, ERR_INPUT, _("'%s' is there already: type another name"),
			values->values[FIELD_FILE]);
	*at = FIELD_PRIVATE;
	private = read_yes(values->values[FIELD_PRIVATE], err);
	if (private < 0)
		return -1;
	*at = FIELD_SMALL;
	small = read_yes(values->values[FIELD_SMALL], err);
	wanted->private = private;
	wanted->small_groups = small > 0;
	return small < 0 ? -1 : 0;
}

static int write_export(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct produce wanted = { 0 };
	struct report_output output = { 0 };
	char *left_out = NULL;
	int result = read_form(values, &wanted, at, err);

	if (result != 0)
		return -1;
	*at = FIELD_FILE;
	result = produce(app->store, app->session->id, &wanted, &output, &left_out, err);
	if (result == 0)
		result = produce_save(&output, values->values[FIELD_FILE], false, err);
	if (result == 0 && left_out)
		app_say(app, _("written to '%s'; left out: %s"), values->values[FIELD_FILE], left_out);
	else if (result == 0)
		app_say(app, _("written to '%s'"), values->values[FIELD_FILE]);
	report_output_release(&output);
	free(left_out);
	return result;
}

/* Asks what else is to be told, where the session has something that is left out otherwise. */
static void add_choices(const struct session *session, struct form_spec *spec)
{
	struct withheld withheld;

	withheld_count(session, &withheld);
	if (withheld.notes == 0 && withheld.groups == 0)
		return;
	spec->fields[FIELD_PRIVATE] = (struct form_field){
		.label = _("Private notes"), .value = _("no"), .replace = true,
		.hint = _("yes: with the notes that were for you alone"),
	};
	spec->fields[FIELD_SMALL] = (struct form_field){
		.label = _("Small groups"), .value = _("no"), .replace = true,
		.hint = _("yes: with anonymous answers of so few people that one may tell whose they are. Only for those "
			  "who may know."),
	};
	spec->count = FIELDS;
}

struct screen *export_new(struct app *app)
{
	char *slug = text_slug(app->session->title), date[11], *name;
	struct form_spec spec = { .title = _("Export"), .submit = write_export, .draft = DRAFT, .count = 1 };
	struct screen *screen;

	date_format(app->session->date, date);
	name = mem_printf("%s-%s.txt", slug[0] ? slug : "session", date);
	spec.fields[FIELD_FILE] = (struct form_field){
		.label = _("File"), .value = name, .required = true,
		.hint = _("Its end says how: .txt text, .md Markdown, .html a page with charts, .csv a folder of tables, "
			  ".ics a calendar, .json all of it. A file that is there already is never overwritten."),
	};
	add_choices(app->session, &spec);
	screen = form_new(&spec);
	free(name);
	free(slug);
	return screen;
}

bool export_open_draft(struct app *app, struct screen *below, const char *draft)
{
	(void)below;
	if (strcmp(draft, DRAFT) != 0)
		return false;
	app_push(app, export_new(app));
	return true;
}
