/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Modules that can be added to the agenda. */
#include "screen/modules.h"

#include "base/i18n.h"
#include "view/list.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MINUTES 8 /* columns */

struct modules {
	struct screen screen;
	struct list list;
	int place;
	void (*added)(struct app *app, const char *module);
};

static struct modules *modules_of(struct screen *screen)
{
	return (struct modules *)screen;
}

static context_set modules_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_MODULES | CONTEXT_MOVE | CONTEXT_ANY;
}

static void modules_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	(void)screen;
	(void)right;
	str_printf(left, _("Add a module: %s"), app->session->bank->title);
}

static bool is_on_agenda(const struct session *session, const struct module *module)
{
	for (size_t i = 0; i < session->module_count; i++)
		if (session->modules[i].module == module)
			return true;
	return false;
}

/* The module of a line of the list, in the bank's order; NULL behind the last one. */
static const struct module *module_at(const struct session *session, int line)
{
	for (size_t i = 0; i < session->bank->module_count; i++)
		if (!is_on_agenda(session, &session->bank->modules[i]) && line-- == 0)
			return &session->bank->modules[i];
	return NULL;
}

static void count(const struct app *app, struct modules *modules)
{
	int lines = 0;

	while (module_at(app->session, lines))
		lines++;
	list_count(&modules->list, lines);
}

static void draw_module(const struct session *session, const struct module *module, struct grid *grid,
	struct rect line)
{
	char minutes[24];

	snprintf(minutes, sizeof minutes, _("%d min"), bank_minutes(session->bank, session->agenda, module));
	grid_text_cut(grid, line.x, line.y, line.width - MINUTES - 1, module->aside ? STYLE_DIM : STYLE_NORMAL,
		module->title);
	grid_text_right(grid, line.x + line.width - MINUTES, line.y, MINUTES, STYLE_DIM, minutes);
}

static void modules_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct modules *modules = modules_of(screen);
	const struct module *module;
	int lines = body.height - 4, top, y;

	count(app, modules);
	if (modules->list.count == 0) {
		grid_wrap(grid, body, STYLE_NORMAL, _("Every module of the bank is on the agenda already."));
		return;
	}
	top = list_scroll(&modules->list, lines < 3 ? body.height : lines);
	list_more(&modules->list, grid);
	for (int i = 0; i < modules->list.height && top + i < modules->list.count; i++) {
		struct rect line = { body.x, body.y + i, body.width, 1 };

		draw_module(app->session, module_at(app->session, top + i), grid, line);
		spot_move(grid, line, top + i - modules->list.cursor, 0, "Enter");
		if (top + i == modules->list.cursor) {
			grid_paint(grid, line, STYLE_SELECTED);
			grid_cursor(grid, line.x, line.y);
		}
	}
	module = module_at(app->session, modules->list.cursor);
	if (lines < 3 || !module->purpose)
		return;
	y = body.y + (modules->list.count < lines ? modules->list.count : lines) + 1;
	grid_wrap(grid, (struct rect){ body.x, y, body.width, body.y + body.height - y }, STYLE_DIM, module->purpose);
}

static bool modules_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct modules *modules = modules_of(screen);
	struct changes changes = { 0 };
	const struct module *module;

	(void)key;
	count(app, modules);
	module = module_at(app->session, modules->list.cursor);
	if (action != ACT_ENTER)
		return list_act(&modules->list, action);
	if (!module)
		return true;
	changes_label(&changes, N_("a module more"));
	change_module_add(&changes, module->id, -1, modules->place);
	if (app_apply(app, &changes)) {
		modules->added(app, module->id);
		app_pop(app);
	}
	return true;
}

static void modules_free(struct app *app, struct screen *screen)
{
	(void)app;
	free(screen);
}

static const struct screen_ops modules_ops = {
	.name = "modules",
	.contexts = modules_contexts,
	.draw = modules_draw,
	.header = modules_header,
	.key = modules_key,
	.free = modules_free,
};

struct screen *modules_new(struct app *app, int place, void (*added)(struct app *app, const char *module))
{
	struct modules *modules = mem_zalloc(1, sizeof *modules);

	modules->screen.ops = &modules_ops;
	modules->place = place;
	modules->added = added;
	count(app, modules);
	return &modules->screen;
}
