/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is still to come, and where time for it could come from. */
#include "screen/timing-parts.h"

#include "base/i18n.h"

#include <stdio.h>
#include <stdlib.h>

#define USUAL 5 /* minutes at a time */
#define MOST 60

struct timing *timing_of(struct screen *screen)
{
	return (struct timing *)screen;
}

/* The lines: where the session stands, what is still to come, and what is left out. */

const struct outlook_module *timing_find(const struct timing *timing, const struct session_module *entry)
{
	for (size_t i = 0; i < timing->outlook.count; i++)
		if (timing->outlook.modules[i].entry == entry)
			return &timing->outlook.modules[i];
	return NULL;
}

const struct outlook_module *timing_here(const struct timing *timing)
{
	return timing->outlook.here < 0 ? NULL : &timing->outlook.modules[timing->outlook.here];
}

const struct session_module *timing_entry(const struct app *app, const struct timing *timing, int line)
{
	for (size_t i = 0; i < app->session->module_count; i++) {
		const struct session_module *entry = &app->session->modules[i];
		const struct outlook_module *module = timing_find(timing, entry);

		if ((!module || !module->done) && line-- == 0)
			return entry;
	}
	return NULL;
}

void timing_look(struct app *app, struct timing *timing)
{
	int lines = 0;

	outlook_release(&timing->outlook);
	outlook_init(&timing->outlook, app->session, app_clock(app));
	while (timing_entry(app, timing, lines))
		lines++;
	list_count(&timing->list, lines);
}

static context_set timing_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_TIME | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY;
}

static void timing_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct outlook_module *here;

	timing_look(app, timing_of(screen));
	here = timing_here(timing_of(screen));
	str_add(left, _("Time"));
	if (!here)
		return;
	str_add(right, here->entry->module->title);
	timing_add_box(app, here->entry, right);
	timing_add_plan(app, right);
}

int timing_taken(const struct timing *timing, const struct outlook_module *module)
{
	return timing->minutes < module->most ? timing->minutes : module->most;
}

int timing_extended(const struct timing *timing, const struct outlook_module *here)
{
	int taken = (int)(here->seconds / 60);

	return (here->minutes > taken ? here->minutes : taken) + timing->minutes;
}

/* What is done */

static void set_minutes(struct changes *changes, const struct outlook_module *module, int minutes)
{
	char text[16];

	snprintf(text, sizeof text, "%d", minutes);
	change_module_set(changes, module->entry->module->id, "minutes", text);
}

/* Applies it, and goes back to the workshop, which says what came of it. */
static void conclude(struct app *app, struct changes *changes, char *said)
{
	struct outlook outlook;
	char *end;

	if (app_apply(app, changes)) {
		outlook_init(&outlook, app->session, app_clock(app));
		end = timing_outcome(app, &outlook);
		app_pop(app);
		app_say(app, "%s: %s", said, end);
		free(end);
		outlook_release(&outlook);
	}
	free(said);
}

static void extend(struct app *app, struct timing *timing, const struct outlook_module *here)
{
	struct changes changes = { 0 };

	changes_label(&changes, N_("more time"));
	set_minutes(&changes, here, timing_extended(timing, here));
	conclude(app, &changes, mem_printf(P_("%d minute more", "%d minutes more", timing->minutes), timing->minutes));
}

static void take(struct app *app, struct timing *timing, const struct outlook_module *here,
	const struct outlook_module *module)
{
	struct changes changes = { 0 };
	int minutes = timing_taken(timing, module);

	changes_label(&changes, N_("time from another module"));
	set_minutes(&changes, here, here->minutes + minutes);
	set_minutes(&changes, module, module->minutes - minutes);
	conclude(app, &changes, mem_printf(P_("%d minute from '%s'", "%d minutes from '%s'", minutes), minutes,
			      module->entry->module->title));
}

static void shrink(struct app *app, struct timing *timing)
{
	struct changes changes = { 0 };
	int minutes = timing->outlook.shrinks;

	if (minutes == 0) {
		if (timing->outlook.over > 0)
			/* TRANSLATORS: %s is a key. */
			app_say(app, _("the later modules have no more time to give: %s leaves one out"),
				app_key(app, "leave-out").text);
		else
			app_say(app, "%s", _("nothing has to be shorter"));
		return;
	}
	changes_label(&changes, N_("shorter modules"));
	for (size_t i = 0; i < timing->outlook.count; i++)
		if (timing->outlook.modules[i].shrunk < timing->outlook.modules[i].minutes)
			set_minutes(&changes, &timing->outlook.modules[i], timing->outlook.modules[i].shrunk);
	conclude(app, &changes, mem_printf(P_("later modules are %d minute shorter", "later modules are %d minutes shorter",
				      minutes), minutes));
}

/* Leaves a module out, or takes it in again; only one that has not begun, as its results would go with it. */
static void park(struct app *app, const struct outlook_module *module, const struct session_module *entry)
{
	struct changes changes = { 0 };

	if (module && module->kept) {
		app_warn(app, _("'%s' is kept, however late it is"), entry->module->title);
		return;
	}
	if (module && !module->later) {
		/* TRANSLATORS: the first %s is a module, the second one a key. */
		app_warn(app, _("'%s' has begun: leave it out on the agenda (%s) if you must"), entry->module->title,
			app_key(app, "agenda").text);
		return;
	}
	changes_label(&changes, module ? N_("leaving a module out") : N_("taking a module in again"));
	change_module_set(&changes, entry->module->id, "dropped", module ? "1" : "0");
	app_apply(app, &changes);
}

/* What the clock did not count is counted for this module. No change of the session, and not to be undone. */
static void add_stood(struct app *app, const struct outlook_module *here)
{
	struct err err = { 0 };
	int minutes = (int)(app->stood / 60);

	if (app->stood < 60) {
		app_say(app, "%s", _("the clock did not stand still"));
		return;
	}
	if (store_spend(app->store, app->session, here->entry->module->id, app->stood, &err) != 0) {
		app_fail(app, &err);
		return;
	}
	app->stood = 0;
	app_pop(app);
	app_say(app, P_("%d minute more is counted", "%d minutes more are counted", minutes), minutes);
}

static bool timing_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct timing *timing = timing_of(screen);
	const struct session_module *entry;
	const struct outlook_module *module, *here;

	(void)key;
	timing_look(app, timing);
	entry = timing_entry(app, timing, timing->list.cursor);
	module = entry ? timing_find(timing, entry) : NULL;
	here = timing_here(timing);
	switch (action) {
	case ACT_LONGER:
		timing->minutes += timing->minutes < MOST;
		return true;
	case ACT_SHORTER:
		timing->minutes -= timing->minutes > 1;
		return true;
	case ACT_SHRINK:
		shrink(app, timing);
		return true;
	case ACT_TOGGLE:
		if (entry)
			park(app, module, entry);
		return true;
	case ACT_ADD:
		if (here)
			add_stood(app, here);
		return true;
	case ACT_ENTER:
		if (module && module == here)
			extend(app, timing, here);
		else if (module && here && module->most > 0)
			take(app, timing, here, module);
		return true;
	default:
		return list_act(&timing->list, action);
	}
}

static void timing_free(struct app *app, struct screen *screen)
{
	(void)app;
	outlook_release(&timing_of(screen)->outlook);
	free(screen);
}

static const struct screen_ops timing_ops = {
	.name = "time",
	.contexts = timing_contexts,
	.draw = timing_draw,
	.header = timing_header,
	.key = timing_key,
	.free = timing_free,
};

struct screen *timing_new(struct app *app)
{
	struct timing *timing = mem_zalloc(1, sizeof *timing);

	timing->screen.ops = &timing_ops;
	timing->minutes = USUAL;
	timing_look(app, timing);
	for (int i = 0; i < timing->list.count && timing->outlook.here >= 0; i++)
		if (timing_entry(app, timing, i) == timing_here(timing)->entry)
			timing->list.cursor = i;
	return &timing->screen;
}
