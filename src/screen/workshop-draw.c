/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows of the workshop: its header, and the step with its answers or its result. */
#include "screen/workshop-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "instrument/way.h"
#include "model/plan.h"
#include "report/items.h"
#include "screen/agenda.h"
#include "screen/peek.h"
#include "screen/timing.h"

#include <stdio.h>
#include <stdlib.h>

#define BESIDE_FROM 118 /* columns from which the agenda stands at the left */
#define BESIDE 30
#define ROOMY 12 /* lines of the body from which an empty one parts things */

/* The header */

void workshop_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct workshop *workshop = workshop_of(screen);
	const struct progress *progress = workshop_progress(app, workshop);
	const struct session_module *entry;
	int number, count;

	str_add(left, app->session->title);
	if (app->session->organisation[0])
		str_printf(left, " \xc2\xb7 %s", app->session->organisation);
	if (!progress)
		return;
	entry = workshop_module(app->session, progress);
	number = plan_number(app->session, entry->module, &count);
	if (number > 0)
		str_printf(right, "%s %d/%d", entry->module->title, number, count);
	else
		str_add(right, entry->module->title);
	if (app->session->halt != HALT_NONE) {
		str_printf(right, "\t  %s", session_state_words(app->session->state, app->session->halt));
	} else {
		timing_add_box(app, entry, right);
		timing_add_plan(app, right);
	}
	/* Last, as what comes first goes where there is little space. */
	if (app->session->blank)
		str_add(right, _("  blank"));
}

/* The body */

/* Which way answers are taken, where that is not roll call. */
static void draw_way(const struct progress *progress, struct grid *grid, struct rect rect)
{
	enum entry way = way_of(progress);

	if (way != ENTRY_ROLL_CALL && !progress_is_revealed(progress) && rect.width > text_width(way_name(way)) &&
	    rect.height >= ROOMY - 1)
		grid_text_right(grid, rect.x, rect.y, rect.width, STYLE_DIM, way_name(way));
}

/* Prompt and number; returns the lines that they took, an empty one included. */
static int draw_prompt(struct app *app, const struct progress *progress, struct grid *grid, struct rect body)
{
	int count, number = plan_step_number(app->session, progress, &count), lines, width = body.width < 60 ? 6 : 16;
	char place[48];

	if (grid->linear) {
		char *text = mem_printf(_("step %d of %d: %s"), number, count, progress->step->prompt);

		lines = grid_wrap(grid, body, STYLE_PROMPT, text);
		free(text);
		return lines;
	}
	snprintf(place, sizeof place, width < 16 ? "%d/%d" : _("step %d of %d"), number, count);
	grid_text_right(grid, body.x + body.width - width, body.y, width, STYLE_DIM, place);
	draw_way(progress, grid, (struct rect){ body.x + body.width - width, body.y + 1, width, body.height - 1 });
	lines = grid_wrap(grid, (struct rect){ body.x, body.y, body.width - width - 1, body.height }, STYLE_PROMPT,
		progress->step->prompt);
	return lines + (body.height >= ROOMY);
}

static void draw_result(struct app *app, struct workshop *workshop, const struct progress *progress,
	struct grid *grid, struct rect rect)
{
	struct doc doc = { 0 };
	struct layout layout;

	step_summarise(app->session, progress, clock_today(), &doc);
	items_write_step(app->session, progress->step->key, &doc);
	if (grid->linear)
		doc_in_words(&doc);
	layout_init(&layout, &doc, rect.width > 100 && !grid->linear ? 100 : rect.width);
	layout_draw(&layout, grid, rect, scroll_fit(&workshop->scroll, (int)layout.count, rect.height));
	grid_begin(grid, rect.x, rect.y);
	scroll_more(&workshop->scroll, grid);
	layout_release(&layout);
	doc_release(&doc);
}

static int draw_coach(const struct workshop *workshop, const struct progress *progress, struct grid *grid,
	struct rect body)
{
	int lines;
	char *text;

	if (!workshop->coach || !progress->step->coach)
		return 0;
	text = mem_printf(_("For you: %s"), progress->step->coach);
	/* Twice: once to learn the height, once at the bottom. */
	lines = grid_wrap(grid, (struct rect){ body.x, body.y, body.width, 0 }, STYLE_DIM, text);
	if (lines > body.height / 3)
		lines = body.height / 3;
	grid_wrap(grid, (struct rect){ body.x, body.y + body.height - lines, body.width, lines }, STYLE_DIM, text);
	free(text);
	return lines + 1;
}

static void draw_asking(struct app *app, struct workshop *workshop, const struct progress *progress, struct grid *grid,
	struct rect body)
{
	if (workshop->peek && !progress_is_revealed(progress) && !peek_refusal(progress))
		body.height -= peek_draw(app->session, progress, grid, body);
	stage_draw(&workshop->stage, grid, body);
}

void workshop_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct workshop *workshop = workshop_of(screen);
	const struct progress *progress = workshop_progress(app, workshop);
	int lines;

	if (!progress) {
		/* TRANSLATORS: %s is a key. */
		char *text = mem_printf(_("Every module is left out: %s shows the agenda."),
			app_key(app, "agenda").text);

		grid_wrap(grid, body, STYLE_WARN, text);
		free(text);
		return;
	}
	workshop_refresh(app, workshop);
	grid->page = workshop_step(app, workshop) + 1;
	if (grid->width >= BESIDE_FROM && !grid->linear) {
		agenda_draw_beside(app->session, progress->module, grid,
			(struct rect){ body.x, body.y, BESIDE - 2, body.height });
		body.x += BESIDE;
		body.width -= BESIDE;
	}
	lines = draw_prompt(app, progress, grid, body);
	body.y += lines;
	body.height -= lines;
	body.height -= draw_coach(workshop, progress, grid, body);
	if (workshop_shows_result(workshop, progress))
		draw_result(app, workshop, progress, grid, body);
	else
		draw_asking(app, workshop, progress, grid, body);
}
