/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agenda as a map. */
#include "screen/agenda.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/instrument.h"
#include "view/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct agenda_screen {
	struct screen screen;
	struct list list;
	void (*go)(struct app *app, const char *step);
};

static struct agenda_screen *agenda_of(struct screen *screen)
{
	return (struct agenda_screen *)screen;
}

static unsigned agenda_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_AGENDA | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY;
}

static int planned_minutes(const struct session *session)
{
	int minutes = 0;

	for (size_t i = 0; i < session->module_count; i++)
		if (!session->modules[i].dropped)
			minutes += session->modules[i].minutes;
	return minutes;
}

static void agenda_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	int64_t spent = 0;
	int planned = planned_minutes(app->session);

	(void)screen;
	for (size_t i = 0; i < app->session->module_count; i++)
		spent += app->session->modules[i].seconds;
	str_printf(left, _("Agenda: %s"), app->session->title);
	str_printf(right, _("%d of %d minutes"), (int)(spent / 60), planned);
}

/* Steps of a module that have a result, of how many; texts that are only read do not count. */
static int done_of(const struct session *session, const struct module *module, int *all)
{
	int done = 0;

	*all = 0;
	for (size_t i = 0; i < session->step_count; i++) {
		if (session->steps[i].module != module || !instrument_find(session->steps[i].step->kind)->reveals)
			continue;
		(*all)++;
		done += step_has_result(session, &session->steps[i]);
	}
	return done;
}

static void draw_module(const struct session *session, const struct session_module *entry, struct grid *grid,
	int x, int y, int width)
{
	int all, done = done_of(session, entry->module, &all);
	char times[40], steps[40];
	enum style style = entry->dropped ? STYLE_DIM : STYLE_NORMAL;

	if (width < 60) {
		snprintf(times, sizeof times, _("%d/%d min"), (int)(entry->seconds / 60), entry->minutes);
		grid_text_cut(grid, x, y, width - 14, style, entry->module->title);
		grid_text_right(grid, x + width - 13, y, 13, style, entry->dropped ? _("left out") : times);
		return;
	}
	snprintf(times, sizeof times, _("%3d of %3d min"), (int)(entry->seconds / 60), entry->minutes);
	snprintf(steps, sizeof steps, _("%d of %d steps"), done, all);
	grid_text_cut(grid, x, y, width - 34, style, entry->module->title);
	grid_text_right(grid, x + width - 33, y, 15, style, entry->dropped ? _("left out") : steps);
	grid_text_right(grid, x + width - 15, y, 15, style, times);
}

static void agenda_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct agenda_screen *agenda = agenda_of(screen);
	const struct session *session = app->session;
	int lines = body.height - 4, top;

	list_count(&agenda->list, (int)session->module_count);
	top = list_scroll(&agenda->list, lines < 3 ? body.height : lines);
	for (int i = 0; i < agenda->list.height && top + i < agenda->list.count; i++) {
		int y = body.y + i;

		draw_module(session, &session->modules[top + i], grid, body.x, y, body.width);
		if (top + i == agenda->list.cursor) {
			grid_paint(grid, (struct rect){ body.x, y, body.width, 1 }, STYLE_SELECTED);
			grid_cursor(grid, body.x, y);
		}
	}
	if (lines >= 3 && session->module_count > 0) {
		const struct module *module = session->modules[agenda->list.cursor].module;
		int y = body.y + (agenda->list.count < lines ? agenda->list.count : lines) + 1;

		grid_wrap(grid, (struct rect){ body.x, y, body.width, body.y + body.height - y }, STYLE_DIM,
			module->purpose ? module->purpose : "");
	}
}

static void set(struct app *app, const struct session_module *entry, const char *field, int value)
{
	struct changes changes = { 0 };
	char text[16];

	snprintf(text, sizeof text, "%d", value);
	changes_label(&changes, N_("change of the agenda"));
	change_module_set(&changes, entry->module->id, field, text);
	app_apply(app, &changes);
}

/* The module's first step that is still open; one that has not begun opens with its brief. */
static const char *step_to_go_to(const struct session *session, const struct module *module)
{
	const char *first = NULL;
	bool begun = false;

	for (size_t i = 0; i < session->step_count; i++) {
		const struct progress *progress = &session->steps[i];

		if (progress->module != module)
			continue;
		if (!first)
			first = progress->step->key;
		begun = begun || progress->state != STEP_WAITING || step_has_result(session, progress);
	}
	for (size_t i = 0; begun && i < session->step_count; i++) {
		const struct progress *progress = &session->steps[i];

		if (progress->module == module && !step_has_result(session, progress) && instrument_find(progress->step->kind)->reveals)
			return progress->step->key;
	}
	return first;
}

static void move(struct app *app, struct agenda_screen *agenda, int by)
{
	int to = agenda->list.cursor + by;

	if (to < 0 || to >= agenda->list.count)
		return;
	set(app, &app->session->modules[agenda->list.cursor], "position", to);
	agenda->list.cursor = to;
}

static bool agenda_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct agenda_screen *agenda = agenda_of(screen);
	const struct session_module *entry = &app->session->modules[agenda->list.cursor];
	const char *step;

	(void)key;
	if (app->session->module_count == 0)
		return false;
	switch (action) {
	case ACT_ENTER:
		step = step_to_go_to(app->session, entry->module);
		if (step) {
			agenda->go(app, step);
			app_pop(app);
		} else {
			app_warn(app, "%s", _("this module is left out; Space takes it in again"));
		}
		return true;
	case ACT_LONGER:
		set(app, entry, "minutes", entry->minutes + 1);
		return true;
	case ACT_SHORTER:
		if (entry->minutes > 1)
			set(app, entry, "minutes", entry->minutes - 1);
		return true;
	case ACT_TOGGLE:
		set(app, entry, "dropped", !entry->dropped);
		return true;
	case ACT_EARLIER:
		move(app, agenda, -1);
		return true;
	case ACT_LATER:
		move(app, agenda, 1);
		return true;
	default:
		return list_act(&agenda->list, action);
	}
}

static void agenda_free(struct app *app, struct screen *screen)
{
	(void)app;
	free(screen);
}

static const struct screen_ops agenda_ops = {
	.name = "agenda",
	.contexts = agenda_contexts,
	.draw = agenda_draw,
	.header = agenda_header,
	.key = agenda_key,
	.free = agenda_free,
};

struct screen *agenda_new(struct app *app, void (*go)(struct app *app, const char *step))
{
	struct agenda_screen *agenda = mem_zalloc(1, sizeof *agenda);
	int here = session_step(app->session, app->session->place);

	agenda->screen.ops = &agenda_ops;
	agenda->go = go;
	agenda->list.count = (int)app->session->module_count;
	for (int i = 0; here >= 0 && i < agenda->list.count; i++)
		if (app->session->modules[i].module == app->session->steps[here].module)
			agenda->list.cursor = i;
	return &agenda->screen;
}

void agenda_draw_beside(const struct session *session, const struct module *here, struct grid *grid,
	struct rect rect)
{
	int y = rect.y;

	for (size_t i = 0; i < session->module_count && y < rect.y + rect.height; i++) {
		const struct session_module *entry = &session->modules[i];
		bool current = entry->module == here;
		int all, done;

		if (entry->dropped)
			continue;
		done = done_of(session, entry->module, &all);
		if (current)
			grid_text(grid, rect.x, y, 2, STYLE_STRONG, "\xe2\x96\xb8");
		grid_text_cut(grid, rect.x + 2, y, rect.width - 9, current ? STYLE_STRONG : STYLE_DIM,
			entry->module->title);
		grid_printf(grid, rect.x + rect.width - 6, y, 6, STYLE_DIM, "%2d/%d", done, all);
		y++;
	}
}
