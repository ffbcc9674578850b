/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is still to come, and where time for it could come from. */
#include "screen/timing.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/outlook.h"
#include "model/plan.h"
#include "view/list.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>

#define USUAL 5      /* minutes at a time */
#define MOST 60
#define WIDE_FROM 60 /* columns from which there is one for what was planned, and one for what was taken */
#define NUMBER 9     /* columns */
#define NOTE 18
#define NOTE_NARROW 12

struct timing {
	struct screen screen;
	struct list list;
	struct outlook outlook;
	int minutes; /* that are given or taken at a time */
};

static const struct screen_ops timing_ops;

static struct timing *timing_of(struct screen *screen)
{
	return (struct timing *)screen;
}

/* The lines: where the session stands, what is still to come, and what is left out. */

static const struct outlook_module *find(const struct timing *timing, const struct session_module *entry)
{
	for (size_t i = 0; i < timing->outlook.count; i++)
		if (timing->outlook.modules[i].entry == entry)
			return &timing->outlook.modules[i];
	return NULL;
}

static const struct outlook_module *here_of(const struct timing *timing)
{
	return timing->outlook.here < 0 ? NULL : &timing->outlook.modules[timing->outlook.here];
}

/* The module of a line; NULL behind the last one. */
static const struct session_module *entry_at(const struct app *app, const struct timing *timing, int line)
{
	for (size_t i = 0; i < app->session->module_count; i++) {
		const struct session_module *entry = &app->session->modules[i];
		const struct outlook_module *module = find(timing, entry);

		if ((!module || !module->done) && line-- == 0)
			return entry;
	}
	return NULL;
}

static void look(struct app *app, struct timing *timing)
{
	int lines = 0;

	outlook_release(&timing->outlook);
	outlook_init(&timing->outlook, app->session, app_clock(app));
	while (entry_at(app, timing, lines))
		lines++;
	list_count(&timing->list, lines);
}

static unsigned timing_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_TIME | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY;
}

static void timing_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct outlook_module *here;

	look(app, timing_of(screen));
	here = here_of(timing_of(screen));
	str_add(left, _("Time"));
	if (!here)
		return;
	str_add(right, here->entry->module->title);
	timing_add_box(app, here->entry, right);
	timing_add_plan(app, right);
}

static void draw_note(const struct outlook_module *module, struct grid *grid, int x, int y, int width)
{
	enum style style = STYLE_DIM;
	struct str note;

	str_init(&note);
	if (!module) {
		str_add(&note, _("left out"));
	} else if (!module->later) {
		style = box_state(module->seconds, module->minutes) == BOX_OVER ? STYLE_ALERT : STYLE_STRONG;
		if (style == STYLE_ALERT)
			box_words(module->seconds, module->minutes, &note);
		else
			str_printf(&note, _("%d min left"), (int)((module->left + 59) / 60));
	} else if (module->shrunk < module->minutes) {
		style = STYLE_WARN;
		str_printf(&note, width < NOTE ? _("\xe2\x86\x92 %d min") : _("would be %d min"), module->shrunk);
	} else if (module->kept) {
		str_add(&note, _("is kept"));
	}
	grid_text_right(grid, x, y, width, style, note.data);
	str_release(&note);
}

static void draw_line(const struct timing *timing, const struct session_module *entry, struct grid *grid,
	struct rect line)
{
	const struct outlook_module *module = find(timing, entry), *here = here_of(timing);
	bool wide = line.width >= WIDE_FROM;
	int note = wide ? NOTE : NOTE_NARROW, numbers = wide ? 3 : 1, x = line.x + line.width - note - numbers * NUMBER;
	enum style style = !module ? STYLE_DIM : module == here ? STYLE_STRONG : STYLE_NORMAL;
	char text[24];

	if (module && module == here)
		grid_text(grid, line.x, line.y, 2, STYLE_STRONG, "\xe2\x96\xb8");
	grid_text_cut(grid, line.x + 2, line.y, x - line.x - 3, style, entry->module->title);
	if (wide && entry->planned >= 0) {
		snprintf(text, sizeof text, "%d", entry->planned);
		grid_text_right(grid, x, line.y, NUMBER, STYLE_DIM, text);
	}
	x += wide ? NUMBER : 0;
	snprintf(text, sizeof text, _("%d min"), entry->minutes);
	grid_text_right(grid, x, line.y, NUMBER, style, text);
	x += NUMBER;
	if (wide && module && module->seconds >= 60) {
		snprintf(text, sizeof text, "%d", (int)(module->seconds / 60));
		grid_text_right(grid, x, line.y, NUMBER, style, text);
	}
	x += wide ? NUMBER : 0;
	draw_note(module, grid, x, line.y, note);
}

static void draw_titles(struct grid *grid, struct rect line)
{
	const char *const titles[] = { _("planned"), _("now"), _("taken") };
	int x = line.x + line.width - NOTE - 3 * NUMBER;

	for (size_t i = 0; i < COUNT_OF(titles); i++)
		grid_text_right(grid, x + (int)i * NUMBER, line.y, NUMBER, STYLE_DIM, titles[i]);
}

/* When it would end, by the clock where that runs; for free(). */
static char *when(const struct app *app, const struct outlook *outlook)
{
	char end[6];

	if (!app_clock_runs(app))
		return mem_printf(P_("%d more minute", "%d more minutes", (outlook->left + 59) / 60),
			(int)((outlook->left + 59) / 60));
	clock_time(clock_now() + outlook->left, end);
	return mem_printf(_("ends %s"), end);
}

/* "ends 11:04, 9 minutes late"; for free(). */
static char *outcome(const struct app *app, const struct outlook *outlook)
{
	char *end = when(app, outlook), *text;

	if (outlook->over > 0)
		text = mem_printf(P_("%s, %d minute late", "%s, %d minutes late", outlook->over), end, outlook->over);
	else if (outlook->over < 0)
		text = mem_printf(P_("%s, %d minute of slack", "%s, %d minutes of slack", -outlook->over), end,
			-outlook->over);
	else
		text = mem_printf(_("%s, in time"), end);
	free(end);
	return text;
}

/* The minutes that Enter would take from a module. */
static int taken_from(const struct timing *timing, const struct outlook_module *module)
{
	return timing->minutes < module->most ? timing->minutes : module->most;
}

/* The time box with so many minutes more; from now on, where it is over. */
static int extended(const struct timing *timing, const struct outlook_module *here)
{
	int taken = (int)(here->seconds / 60);

	return (here->minutes > taken ? here->minutes : taken) + timing->minutes;
}

/* What Enter does at the cursor, and what comes of it; for free(). */
static char *offer(const struct app *app, const struct timing *timing)
{
	const struct session_module *entry = entry_at(app, timing, timing->list.cursor);
	const struct outlook_module *module = entry ? find(timing, entry) : NULL, *here = here_of(timing);
	struct outlook tried;
	char *end, *text;

	if (!entry || !here)
		return mem_strdup("");
	if (!module)
		return mem_printf(_("Space takes '%s' in again"), entry->module->title);
	if (module != here && module->kept)
		return mem_printf(_("Nothing takes time from '%s'"), entry->module->title);
	if (module != here && module->most == 0)
		return mem_printf(_("There is no time to take from '%s'; Space leaves it out"), entry->module->title);
	outlook_copy(&tried, &timing->outlook);
	if (module == here) {
		tried.modules[timing->outlook.here].minutes = extended(timing, here);
	} else {
		tried.modules[timing->outlook.here].minutes += taken_from(timing, module);
		tried.modules[module - timing->outlook.modules].minutes -= taken_from(timing, module);
	}
	outlook_work_out(&tried);
	end = outcome(app, &tried);
	if (module == here)
		text = mem_printf(P_("Enter: %d minute more for '%s' (%s)", "Enter: %d minutes more for '%s' (%s)",
				timing->minutes), timing->minutes, entry->module->title, end);
	else
		text = mem_printf(P_("Enter: %d minute from '%s' for '%s' (%s)", "Enter: %d minutes from '%s' for '%s' (%s)",
				taken_from(timing, module)), taken_from(timing, module), entry->module->title,
			here->entry->module->title, end);
	free(end);
	outlook_release(&tried);
	return text;
}

/* What happens if nothing is done, what Enter would do, and what else may be done; for free(). */
static void write_text(const struct app *app, const struct timing *timing, struct str *text)
{
	char *end = outcome(app, &timing->outlook), *enter = offer(app, timing);
	struct outlook tried;

	str_printf(text, _("As it is: %s"), end);
	free(end);
	str_printf(text, "\n%s", enter);
	free(enter);
	if (timing->outlook.shrinks > 0) {
		outlook_copy(&tried, &timing->outlook);
		for (size_t i = 0; i < tried.count; i++)
			tried.modules[i].minutes = tried.modules[i].shrunk;
		outlook_work_out(&tried);
		end = outcome(app, &tried);
		str_addc(text, '\n');
		str_printf(text, P_("s: %d minute from later modules, as shown (%s)",
					 "s: %d minutes from later modules, as shown (%s)", timing->outlook.shrinks),
			timing->outlook.shrinks, end);
		free(end);
		outlook_release(&tried);
	}
	if (app->stood >= 60) {
		str_addc(text, '\n');
		str_printf(text, P_("a: count the %d minute during which the clock stood still",
					 "a: count the %d minutes during which the clock stood still", app->stood / 60),
			(int)(app->stood / 60));
	}
}

static void timing_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct timing *timing = timing_of(screen);
	struct grid measured;
	struct str text;
	int titles, room, top, lines;

	str_init(&text);
	look(app, timing);
	write_text(app, timing, &text);
	grid_init(&measured, body.width + 1, 1);
	lines = grid_wrap(&measured, (struct rect){ 0, 0, body.width, 1 }, STYLE_NORMAL, text.data);
	grid_release(&measured);
	titles = body.width >= WIDE_FROM && body.height > lines + 5;
	room = body.height - titles - lines - 1;
	top = list_scroll(&timing->list, room < 2 ? 2 : room);
	if (titles)
		draw_titles(grid, body);
	for (int i = 0; i < timing->list.height && top + i < timing->list.count; i++) {
		struct rect line = { body.x, body.y + titles + i, body.width, 1 };

		draw_line(timing, entry_at(app, timing, top + i), grid, line);
		spot_move(grid, line, top + i - timing->list.cursor, 0, "Enter");
		if (top + i == timing->list.cursor) {
			grid_paint(grid, line, STYLE_SELECTED);
			grid_cursor(grid, line.x, line.y);
		}
	}
	list_more(&timing->list, grid);
	top = titles + (timing->list.count < timing->list.height ? timing->list.count : timing->list.height);
	top += top + 1 + lines <= body.height;
	grid_wrap(grid, (struct rect){ body.x, body.y + top, body.width, body.height - top }, STYLE_NORMAL, text.data);
	str_release(&text);
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
		end = outcome(app, &outlook);
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
	set_minutes(&changes, here, extended(timing, here));
	conclude(app, &changes, mem_printf(P_("%d minute more", "%d minutes more", timing->minutes), timing->minutes));
}

static void take(struct app *app, struct timing *timing, const struct outlook_module *here,
	const struct outlook_module *module)
{
	struct changes changes = { 0 };
	int minutes = taken_from(timing, module);

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
		app_say(app, "%s", timing->outlook.over > 0 ? _("the later modules have no more time to give: Space leaves "
								"one out") : _("nothing has to be shorter"));
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
		app_warn(app, _("'%s' has begun: leave it out on the agenda (m) if you must"), entry->module->title);
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
	look(app, timing);
	entry = entry_at(app, timing, timing->list.cursor);
	module = entry ? find(timing, entry) : NULL;
	here = here_of(timing);
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
	look(app, timing);
	for (int i = 0; i < timing->list.count && timing->outlook.here >= 0; i++)
		if (entry_at(app, timing, i) == here_of(timing)->entry)
			timing->list.cursor = i;
	return &timing->screen;
}
