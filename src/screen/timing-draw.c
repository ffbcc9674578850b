/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is still to come, as a list, and in words what comes of each key. */
#include "screen/timing-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/plan.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>

#define WIDE_FROM 60 /* columns from which there is one for what was planned, and one for what was taken */
#define NUMBER 9     /* columns */
#define NOTE 18
#define NOTE_NARROW 12

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
	const struct outlook_module *module = timing_find(timing, entry), *here = timing_here(timing);
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

char *timing_outcome(const struct app *app, const struct outlook *outlook)
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

/* What Enter does at the cursor, and what comes of it; for free(). */
static char *offer(const struct app *app, const struct timing *timing)
{
	const struct session_module *entry = timing_entry(app, timing, timing->list.cursor);
	const struct outlook_module *module = entry ? timing_find(timing, entry) : NULL, *here = timing_here(timing);
	const struct key_shown give = app_key(app, "give-time");
	struct outlook tried;
	char *end, *text;

	if (!entry || !here)
		return mem_strdup("");
	if (!module)
		/* TRANSLATORS: the first %s is a key, the second one a module. */
		return mem_printf(_("%s takes '%s' in again"), app_key(app, "leave-out").text, entry->module->title);
	if (module != here && module->kept)
		return mem_printf(_("Nothing takes time from '%s'"), entry->module->title);
	if (module != here && module->most == 0)
		/* TRANSLATORS: the first %s is a module, the second one a key. */
		return mem_printf(_("There is no time to take from '%s'; %s leaves it out"), entry->module->title,
			app_key(app, "leave-out").text);
	outlook_copy(&tried, &timing->outlook);
	if (module == here) {
		tried.modules[timing->outlook.here].minutes = timing_extended(timing, here);
	} else {
		tried.modules[timing->outlook.here].minutes += timing_taken(timing, module);
		tried.modules[module - timing->outlook.modules].minutes -= timing_taken(timing, module);
	}
	outlook_work_out(&tried);
	end = timing_outcome(app, &tried);
	if (module == here)
		/* TRANSLATORS: the first %s is a key, then a module, and what comes of it. */
		text = mem_printf(P_("%s: %d minute more for '%s' (%s)", "%s: %d minutes more for '%s' (%s)",
				timing->minutes), give.text, timing->minutes, entry->module->title, end);
	else
		/* TRANSLATORS: the first %s is a key, then two modules, and what comes of it. */
		text = mem_printf(P_("%s: %d minute from '%s' for '%s' (%s)", "%s: %d minutes from '%s' for '%s' (%s)",
				timing_taken(timing, module)), give.text, timing_taken(timing, module), entry->module->title,
			here->entry->module->title, end);
	free(end);
	outlook_release(&tried);
	return text;
}

/* What happens if nothing is done, what Enter would do, and what else may be done; for free(). */
static void write_text(const struct app *app, const struct timing *timing, struct str *text)
{
	char *end = timing_outcome(app, &timing->outlook), *enter = offer(app, timing);
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
		end = timing_outcome(app, &tried);
		str_addc(text, '\n');
		/* TRANSLATORS: the first %s is a key, the second one what comes of it. */
		str_printf(text, P_("%s: %d minute from later modules, as shown (%s)",
					 "%s: %d minutes from later modules, as shown (%s)", timing->outlook.shrinks),
			app_key(app, "shrink").text, timing->outlook.shrinks, end);
		free(end);
		outlook_release(&tried);
	}
	if (app->stood >= 60) {
		str_addc(text, '\n');
		/* TRANSLATORS: %s is a key. */
		str_printf(text, P_("%s: count the %d minute during which the clock stood still",
					 "%s: count the %d minutes during which the clock stood still", app->stood / 60),
			app_key(app, "count-standstill").text, (int)(app->stood / 60));
	}
}

void timing_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct timing *timing = timing_of(screen);
	struct grid measured;
	struct str text;
	int titles, room, top, lines;

	str_init(&text);
	timing_look(app, timing);
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

		draw_line(timing, timing_entry(app, timing, top + i), grid, line);
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
