/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions compared, to read: in short, or with all answers then and now. */
#include "screen/compare.h"

#include "bank/load.h"
#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "report/compare-format.h"
#include "report/compare.h"
#include "report/format.h"
#include "screen/earlier.h"
#include "screen/form.h"
#include "view/scroll.h"

#include <stdlib.h>
#include <string.h>

struct compare {
	struct screen screen;
	char **ids;
	size_t count;
	enum detail detail;
	char *title;
	struct doc doc;
	struct layout layout;
	struct scroll scroll;
};

static struct compare *compare_of(struct screen *screen)
{
	return (struct compare *)screen;
}

static context_set contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_COMPARE | CONTEXT_MOVE | CONTEXT_ANY;
}

/* "2026-08-21 > 2026-11-22" in words, for free(). */
static char *title_of(struct session *const *sessions, size_t count)
{
	char from[11], to[11];

	date_format(sessions[0]->date, from);
	date_format(sessions[count - 1]->date, to);
	return mem_printf(_("What moved from %s to %s"), from, to);
}

/* Reads the sessions and writes anew what is to be seen. What was there stays where that fails. */
static void load(struct app *app, struct compare *compare)
{
	struct err err = { 0 };
	struct session **sessions = sessions_load(app->store, (const char *const *)compare->ids, compare->count, &err);

	if (!sessions) {
		app_fail(app, &err);
		return;
	}
	doc_release(&compare->doc);
	layout_release(&compare->layout);
	free(compare->title);
	compare->title = title_of(sessions, compare->count);
	compare_write((const struct session *const *)sessions, compare->count, compare->detail, &compare->doc);
	sessions_free(sessions, compare->count);
}

static void header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	struct compare *compare = compare_of(screen);
	int lines = (int)compare->layout.count;

	(void)app;
	str_add(left, compare->title ? compare->title : _("What moved"));
	if (lines > compare->scroll.room && compare->scroll.room > 0)
		str_printf(right, _("line %d of %d"), compare->scroll.top + 1, lines);
}

static void draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct compare *compare = compare_of(screen);
	/* Lines of more than 80 columns are hard to read. */
	int width = body.width > 80 && !grid->linear ? 80 : body.width;

	(void)app;
	if (compare->layout.width != width) {
		if (grid->linear)
			doc_in_words(&compare->doc);
		layout_release(&compare->layout);
		layout_init(&compare->layout, &compare->doc, width);
	}
	layout_draw(&compare->layout, grid, body,
		scroll_fit(&compare->scroll, (int)compare->layout.count, body.height));
	grid_begin(grid, body.x, body.y);
	scroll_more(&compare->scroll, grid);
	grid->page = compare->scroll.top + 1;
}

/* Writing it down. The form knows the sessions by their ids, with blanks between. */

static char *ids_text(const struct compare *compare)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < compare->count; i++)
		str_printf(&text, "%s%s", i ? " " : "", compare->ids[i]);
	return text.data;
}

/* The format that a name asks for; one without an end is text. NULL with err set. */
static const struct compare_format *format_for(const char *name, struct err *err)
{
	const struct compare_format *format = compare_format_of_file(name);

	if (!format && !file_has_end(name))
		format = compare_format_find(NULL);
	if (!format && !format_is_foreign(name, ERR_INPUT, err))
		err_set(err, ERR_INPUT, _("'%s': end the name in .txt, .md, .html or .json"), name);
	return format;
}

static int write_file(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	const struct compare_format *format = format_for(values->values[0], err);
	char *text, *rest;
	const char *ids[COMPARE_MOST];
	struct session **sessions;
	size_t count = 0;
	struct str out;
	int result;

	(void)at;
	if (!format)
		return -1;
	if (file_exists(values->values[0]))
		return err_set(err, ERR_INPUT, _("'%s' is there already: type another name"), values->values[0]);
	text = rest = mem_strdup(values->subject);
	for (char *id; count < COMPARE_MOST && (id = strtok_r(rest, " ", &rest));)
		ids[count++] = id;
	sessions = sessions_load(app->store, ids, count, err);
	free(text);
	if (!sessions)
		return -1;
	str_init(&out);
	format->write((const struct session *const *)sessions, count, (enum detail)values->number, &out);
	result = file_write(values->values[0], out.data, out.length, false, err);
	if (result == 0)
		app_say(app, _("written to '%s'"), values->values[0]);
	str_release(&out);
	sessions_free(sessions, count);
	return result;
}

static void export(struct app *app, const struct compare *compare)
{
	char date[11], *name, *ids = ids_text(compare);
	struct form_spec spec = { .title = _("Export what moved"), .submit = write_file, .number = (int)compare->detail,
				  .subject = ids, .count = 1 };

	date_format(clock_today(), date);
	name = mem_printf("what-moved-%s.txt", date);
	spec.fields[0] = (struct form_field){ .label = _("File"), .value = name, .required = true,
					      .hint = _("Its end says how: .txt text, .md Markdown, .html a page with charts, .json "
						"for programs. A file that is there already is never overwritten.") };
	app_push(app, form_new(&spec));
	free(name);
	free(ids);
}

static bool take_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct compare *compare = compare_of(screen);

	(void)key;
	if (action == ACT_EXPORT) {
		export(app, compare);
		return true;
	}
	if (action == ACT_SHOW) {
		compare->detail = compare->detail == DETAIL_FULL ? DETAIL_SHORT : DETAIL_FULL;
		compare->scroll.top = 0;
		load(app, compare);
		return true;
	}
	return scroll_act(&compare->scroll, action == ACT_ENTER ? ACT_PAGE_DOWN : action);
}

/* Somebody changed a session, perhaps one of these. */
static void changed(struct app *app, struct screen *screen)
{
	load(app, compare_of(screen));
}

static void release(struct app *app, struct screen *screen)
{
	struct compare *compare = compare_of(screen);

	(void)app;
	for (size_t i = 0; i < compare->count; i++)
		free(compare->ids[i]);
	free(compare->ids);
	free(compare->title);
	doc_release(&compare->doc);
	layout_release(&compare->layout);
	free(compare);
}

static const struct screen_ops compare_ops = {
	.name = "compare",
	.contexts = contexts,
	.draw = draw,
	.header = header,
	.key = take_key,
	.changed = changed,
	.free = release,
};

struct screen *compare_new(struct app *app, const char *const *ids, size_t count)
{
	struct compare *compare = mem_zalloc(1, sizeof *compare);

	compare->screen.ops = &compare_ops;
	compare->ids = mem_zalloc(count, sizeof *compare->ids);
	compare->count = count;
	for (size_t i = 0; i < count; i++)
		compare->ids[i] = mem_strdup(ids[i]);
	load(app, compare);
	return &compare->screen;
}

void compare_follow(struct app *app, const char *id)
{
	struct err err = { 0 };
	struct session *session = store_load(app->store, id, bank_parse, &err);

	if (!session)
		app_fail(app, &err);
	else if (!session->follows[0])
		app_warn(app, "%s", _("this session follows none: mark two to compare"));
	else if (session->follows_date == DAY_NONE)
		app_warn(app, "%s", _("the session that this one follows is not here: mark two to compare"));
	else
		app_push(app, compare_new(app, (const char *const[]){ session->follows, session->id }, 2));
	session_free(session);
}
