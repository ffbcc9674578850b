/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agenda as a map. */
#include "screen/agenda.h"

#include "base/date.h"
#include "base/i18n.h"
#include "instrument/instrument.h"
#include "model/outlook.h"
#include "model/plan.h"
#include "screen/halt.h"
#include "screen/modules.h"
#include "view/header.h"
#include "view/list.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDE_FROM 60 /* columns from which it says how many questions have a result */
#define ROOMY 12     /* lines from which there is one for what all modules come to */
#define NUMBER 3     /* columns */
#define TIMES 15
#define QUESTIONS 18
#define TIMES_NARROW 10

struct agenda_screen {
	struct screen screen;
	struct list list;
	struct module_time *times; /* of earlier sessions */
	size_t time_count;
	void (*go)(struct app *app, const char *step);
};

static const struct screen_ops agenda_ops;

static struct agenda_screen *agenda_of(struct screen *screen)
{
	return (struct agenda_screen *)screen;
}

static context_set agenda_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_AGENDA | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY;
}

/* The planned end, by the clock; false where nobody could say. */
static bool end_time(const struct app *app, const struct plan *plan, char out[6])
{
	const struct session *session = app->session;

	if (session->state == SESSION_FINISHED || session->halt != HALT_NONE ||
	    (session->date != clock_today() && !app_clock_runs(app)))
		return false;
	clock_time(clock_now() + (int64_t)plan->left * 60, out);
	return true;
}

static void agenda_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	struct plan plan;
	char end[6], now[6], *slack;

	(void)screen;
	plan_init(&plan, app->session, app_clock(app));
	slack = plan_slack(&plan);
	str_printf(left, _("Agenda: %s"), app->session->title);
	if (slack) {
		str_printf(right, _("%d of %d min"), plan.minutes, plan.length);
		str_printf(right, "\t %s", slack);
	} else {
		str_printf(right, _("%d min"), plan.minutes);
	}
	if (end_time(app, &plan, end)) {
		clock_time(clock_now(), now);
		str_printf(right, "\t" HEADER_SPARE " %s\t ", now);
		str_printf(right, _("ends %s"), end);
	} else if (app->session->halt != HALT_NONE) {
		str_printf(right, "  %s", session_state_words(app->session->state, app->session->halt));
	}
	free(slack);
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

/* What the module took in earlier sessions; NULL where nobody knows. */
static const struct module_time *time_of(const struct agenda_screen *agenda, const struct module *module)
{
	for (size_t i = 0; i < agenda->time_count; i++)
		if (agenda->times[i].module == module)
			return &agenda->times[i];
	return NULL;
}

/* Minutes, as one plans with them. */
static int minutes_of(const struct module_time *time)
{
	return (int)((time->seconds + 59) / 60);
}

static void draw_times(struct grid *grid, int x, int y, int width, enum style style, int spent, int minutes)
{
	bool wide = width >= WIDE_FROM;
	int columns = wide ? TIMES : TIMES_NARROW;
	char times[40];

	if (grid->linear)
		snprintf(times, sizeof times, _("%d of %d min"), spent, minutes);
	else
		snprintf(times, sizeof times, wide ? _("%3d of %3d min") : _("%d/%d min"), spent, minutes);
	grid_text_right(grid, x + width - columns, y, columns, style, times);
}

static void draw_module(const struct session *session, const struct session_module *entry, int64_t running,
	struct grid *grid, int x, int y, int width)
{
	bool wide = width >= WIDE_FROM;
	int all, done = done_of(session, entry->module, &all), count;
	int number = plan_number(session, entry->module, &count), right = wide ? QUESTIONS + TIMES + 3 : TIMES_NARROW;
	enum style style = number > 0 ? STYLE_NORMAL : STYLE_DIM;

	if (number > 0)
		grid_printf(grid, x, y, NUMBER, STYLE_DIM, "%2d", number);
	grid_text_cut(grid, x + NUMBER, y, width - NUMBER - right - 1, style, entry->module->title);
	if (entry->dropped)
		grid_text_right(grid, x + width - right, y, wide ? QUESTIONS : TIMES_NARROW, style, _("left out"));
	else if (wide && all > 0) {
		char questions[40];

		snprintf(questions, sizeof questions, P_("%d of %d question", "%d of %d questions", all), done, all);
		grid_text_right(grid, x + width - right, y, QUESTIONS, style, questions);
	}
	if (wide || !entry->dropped)
		draw_times(grid, x, y, width, style, (int)(plan_seconds(session, entry, running) / 60), entry->minutes);
}

/* What all of them come to. */
static void draw_total(const struct app *app, struct grid *grid, int x, int y, int width)
{
	struct plan plan;

	plan_init(&plan, app->session, app_clock(app));
	grid_text_cut(grid, x + NUMBER, y, width - NUMBER - TIMES - 1, STYLE_DIM, _("in all"));
	draw_times(grid, x, y, width, plan.length > 0 && plan.minutes > plan.length ? STYLE_ALERT : STYLE_DIM,
		plan.spent, plan.minutes);
}

/* What the module at the cursor is for, what it was to take, and what it took before. */
static void draw_about(const struct app *app, const struct agenda_screen *agenda, const struct session_module *entry,
	struct grid *grid, struct rect rect)
{
	const struct module_time *time = time_of(agenda, entry->module);
	struct str text;

	str_init(&text);
	if (time) {
		str_printf(&text, P_("It took %d minute in the last session.", "It took %d minutes in the last session.",
				minutes_of(time)), minutes_of(time));
		if (time->sessions > 1) {
			str_clear(&text);
			str_printf(&text, _("In %d sessions it took %d minutes (median)."), time->sessions,
				minutes_of(time));
		}
		str_addc(&text, ' ');
		/* TRANSLATORS: %s is a key. */
		str_printf(&text, _("%s plans with what was taken."), app_key(app, "take-times").text);
		str_addc(&text, '\n');
	}
	if (entry->planned >= 0 && entry->planned != entry->minutes) {
		str_printf(&text, P_("%d minute was planned when the session began.",
				"%d minutes were planned when the session began.", entry->planned), entry->planned);
		str_addc(&text, '\n');
	}
	if (entry->module->purpose)
		str_add(&text, entry->module->purpose);
	grid_wrap(grid, rect, STYLE_DIM, text.data);
	str_release(&text);
}

static void agenda_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct agenda_screen *agenda = agenda_of(screen);
	const struct session *session = app->session;
	int total = body.height >= ROOMY ? 1 : 0, lines = body.height - 4 - total, top, y;

	list_count(&agenda->list, (int)session->module_count);
	top = list_scroll(&agenda->list, lines < 3 ? body.height : lines);
	list_more(&agenda->list, grid);
	for (int i = 0; i < agenda->list.height && top + i < agenda->list.count; i++) {
		y = body.y + i;
		draw_module(session, &session->modules[top + i], app_clock(app), grid, body.x, y, body.width);
		spot_move(grid, (struct rect){ body.x, y, body.width, 1 }, top + i - agenda->list.cursor, 0, "Enter");
		if (top + i == agenda->list.cursor) {
			grid_paint(grid, (struct rect){ body.x, y, body.width, 1 }, STYLE_SELECTED);
			grid_cursor(grid, body.x, y);
		}
	}
	if (lines < 3 || session->module_count == 0)
		return;
	y = body.y + (agenda->list.count < lines ? agenda->list.count : lines);
	if (total)
		draw_total(app, grid, body.x, y, body.width);
	y += total + 1;
	draw_about(app, agenda, &session->modules[agenda->list.cursor], grid,
		(struct rect){ body.x, y, body.width, body.y + body.height - y });
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

/* Modules that are still to come get the minutes that they took in earlier sessions. */
static void take_times(struct app *app, const struct agenda_screen *agenda)
{
	struct changes changes = { 0 };
	int count = 0;

	changes_label(&changes, N_("minutes as they were taken"));
	for (size_t i = 0; i < app->session->module_count; i++) {
		const struct session_module *entry = &app->session->modules[i];
		const struct module_time *time = time_of(agenda, entry->module);
		char minutes[16];

		if (!time || entry->dropped || plan_seconds(app->session, entry, app_clock(app)) > 0 ||
		    entry->minutes == minutes_of(time) || minutes_of(time) > 1440)
			continue;
		/* The close is never cut. */
		if (minutes_of(time) < entry->minutes && module_is_kept(app->session, entry))
			continue;
		snprintf(minutes, sizeof minutes, "%d", minutes_of(time));
		change_module_set(&changes, entry->module->id, "minutes", minutes);
		count++;
	}
	if (agenda->time_count == 0)
		app_say(app, "%s", _("no finished session tells what these modules take"));
	else if (count == 0)
		app_say(app, "%s", _("the minutes are those that were taken already"));
	else if (app_apply(app, &changes))
		/* TRANSLATORS: %s is a key. */
		app_say(app, P_("%d module has the minutes that it took before; %s takes that back",
				"%d modules have the minutes that they took before; %s takes that back", count),
			count, app_key(app, "undo").text);
	changes_release(&changes);
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

		if (progress->module == module && !step_has_result(session, progress) &&
		    instrument_find(progress->step->kind)->reveals)
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

/* The cursor goes to a module that was added. */
static void added(struct app *app, const char *module)
{
	for (int i = 0; i < app->screen_count; i++) {
		if (app->screens[i]->ops != &agenda_ops)
			continue;
		for (size_t m = 0; m < app->session->module_count; m++)
			if (strcmp(app->session->modules[m].module->id, module) == 0)
				agenda_of(app->screens[i])->list.cursor = (int)m;
	}
}

/* Leaves a module out, or takes it in again. What was answered goes with it, which nobody may expect. */
static void drop(struct app *app, const struct session_module *entry)
{
	char *title = mem_strdup(entry->module->title);
	int all;
	bool answered = !entry->dropped && done_of(app->session, entry->module, &all) > 0;

	set(app, entry, "dropped", !entry->dropped);
	if (answered)
		/* TRANSLATORS: the second %s is a key. */
		app_say(app, _("'%s' is left out, and so are its results; %s takes them in again"), title,
			app_key(app, "drop").text);
	free(title);
}

static bool agenda_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct agenda_screen *agenda = agenda_of(screen);
	const struct session_module *entry;
	const char *step;

	(void)key;
	list_count(&agenda->list, (int)app->session->module_count);
	if (action == ACT_ADD) {
		app_push(app, modules_new(app, agenda->list.count ? agenda->list.cursor + 1 : 0, added));
		return true;
	}
	if (action == ACT_ASIDE || action == ACT_CANCEL) {
		(action == ACT_ASIDE ? halt_aside : halt_cancel)(app);
		return true;
	}
	if (agenda->list.count == 0)
		return false;
	entry = &app->session->modules[agenda->list.cursor];
	switch (action) {
	case ACT_ENTER:
		step = step_to_go_to(app->session, entry->module);
		if (step) {
			agenda->go(app, step);
			app_pop(app);
		} else {
			/* TRANSLATORS: %s is a key. */
			app_warn(app, _("this module is left out; %s takes it in again"), app_key(app, "drop").text);
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
		drop(app, entry);
		return true;
	case ACT_TAKE_TIMES:
		take_times(app, agenda);
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
	free(agenda_of(screen)->times);
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
	struct err err = { 0 };

	if (store_times(app->store, app->session, &agenda->times, &agenda->time_count, &err) != 0)
		app_fail(app, &err);
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
		if (all > 0)
			grid_printf(grid, rect.x + rect.width - 6, y, 6, STYLE_DIM, "%2d/%d", done, all);
		y++;
	}
}
