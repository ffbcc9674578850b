/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a file's name and writes the summary there. */
#include "screen/export.h"

#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/summary.h"
#include "screen/earlier.h"
#include "screen/form.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DRAFT "export"

static int write_export(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct session *earlier;
	struct str text;
	int result;

	(void)at;
	if (access(values->values[0], F_OK) == 0)
		return err_set(err, ERR_INPUT, _("'%s' is there already: type another name"), values->values[0]);
	if (earlier_load(app->store, app->session, &earlier, err) != 0)
		return -1;
	str_init(&text);
	summary_text(app->session, earlier, DETAIL_SHORT, &text);
	session_free(earlier);
	result = file_write(values->values[0], text.data, text.length, false, err);
	if (result == 0)
		app_say(app, _("written to '%s'"), values->values[0]);
	str_release(&text);
	return result;
}

struct screen *export_new(struct app *app)
{
	char *slug = text_slug(app->session->title), date[11], *name;
	struct form_spec spec = { .title = _("Export as text"), .submit = write_export, .draft = DRAFT,
				  .count = 1 };
	struct screen *screen;

	date_format(app->session->date, date);
	name = mem_printf("%s-%s.txt", slug[0] ? slug : "session", date);
	spec.fields[0] = (struct form_field){ .label = _("File"), .value = name, .required = true,
					      .hint = _("A file that is there already is never overwritten.") };
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
