/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things stand on the audience's screen. */
#include "screen/present-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/plan.h"
#include "view/digits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_MOST 72     /* columns of a question: long lines are hard to read from afar */
#define RESULT_MOST 100  /* and of a result, in which things stand beside each other */
#define BIG_FROM 16      /* lines from which there are big digits, where they leave room */
#define BIG 5            /* lines that they take */
#define HUGE_FROM 40     /* and lines from which they are twice as big */
#define WIDE 60          /* columns from which there is a margin */

/* A layout with its lines further apart than usual where there is room. */
struct spread {
	struct layout layout;
	int apart; /* 1, or 2 for an empty line between two */
};

static bool is_empty(const struct line *line)
{
	for (size_t i = 0; i < line->count; i++)
		if (line->spans[i].text[strspn(line->spans[i].text, " ")])
			return false;
	return true;
}

/* Whether it belongs right below the line before it. */
static bool is_rule(const struct line *line)
{
	static const char *const rules[] = { "\xe2\x94\x80", "-", "=", " " };

	for (size_t i = 0; i < line->count; i++) {
		for (const char *text = line->spans[i].text; *text;) {
			size_t length = 0;

			for (size_t r = 0; r < COUNT_OF(rules); r++)
				if (strncmp(text, rules[r], strlen(rules[r])) == 0)
					length = strlen(rules[r]);
			if (length == 0)
				return false;
			text += length;
		}
	}
	return !is_empty(line);
}

/* The lines of the screen that a line takes, with the empty one below it. */
static int step_of(const struct spread *spread, size_t at)
{
	const struct line *line = &spread->layout.lines[at];

	if (is_empty(line) || (at + 1 < spread->layout.count && is_rule(line + 1)))
		return 1;
	return spread->apart;
}

static int height_of(const struct spread *spread, int from)
{
	int height = 0;

	for (size_t i = (size_t)from; i < spread->layout.count; i++)
		height += step_of(spread, i);
	return height;
}

/* Lines at the end that say nothing are left away. */
static void spread_init(struct spread *spread, const struct doc *doc, int width, int height)
{
	layout_init(&spread->layout, doc, width);
	while (spread->layout.count > 0 && is_empty(&spread->layout.lines[spread->layout.count - 1])) {
		struct line *line = &spread->layout.lines[--spread->layout.count];

		for (size_t i = 0; i < line->count; i++)
			free(line->spans[i].text);
		free(line->spans);
	}
	spread->apart = 2;
	if (height_of(spread, 0) - 1 > height)
		spread->apart = 1;
}

static void spread_draw(const struct spread *spread, struct grid *grid, struct rect rect, int from)
{
	int y = rect.y;

	for (size_t i = (size_t)from; i < spread->layout.count && y < rect.y + rect.height; i++) {
		layout_draw(&spread->layout, grid, (struct rect){ rect.x, y, rect.width, 1 }, (int)i);
		y += step_of(spread, i);
	}
}

/* How wide its lines are in fact, so that a short text stands in the middle. */
static int width_of(const struct spread *spread)
{
	int most = 0;

	for (size_t l = 0; l < spread->layout.count; l++) {
		int width = 0;

		for (size_t s = 0; s < spread->layout.lines[l].count; s++)
			width += text_width(spread->layout.lines[l].spans[s].text);
		most = width > most ? width : most;
	}
	return most;
}

/* The document into the rectangle, in the middle; what does not fit is paged. */
static void draw_doc(struct present *present, struct grid *grid, struct rect rect, const struct doc *doc, int most,
	bool at_end)
{
	struct spread spread;
	int width, height;

	spread_init(&spread, doc, rect.width > most ? most : rect.width, rect.height);
	width = width_of(&spread);
	height = height_of(&spread, 0);
	present->lines = (int)spread.layout.count;
	present->room = rect.height;
	if (!present->paged)
		present->top = at_end ? present->lines : 0;
	if (present->top > present->lines - rect.height)
		present->top = present->lines - rect.height;
	if (present->top < 0)
		present->top = 0;
	if (width < rect.width) {
		rect.x += (rect.width - width) / 2;
		rect.width = width;
	}
	if (present->top > 0)
		grid_text_right(grid, 0, rect.y - 1, grid->width - 1, STYLE_KEY, _(" \xe2\x86\x91 more "));
	if (present->top + rect.height < present->lines)
		grid_text_right(grid, 0, rect.y + rect.height, grid->width - 1, STYLE_KEY, _(" \xe2\x86\x93 more "));
	if (height < rect.height) {
		rect.y += (rect.height - height) / 3;
		rect.height = height;
	}
	spread_draw(&spread, grid, rect, present->top);
	layout_release(&spread.layout);
}

/* A few words in the middle of the screen. */
static void draw_calm(struct grid *grid, const char *title, const char *text)
{
	struct rect rect = { grid->width / 8, grid->height / 3, grid->width - 2 * (grid->width / 8), grid->height };

	rect.y += grid_wrap(grid, rect, STYLE_PROMPT, title) + 1;
	grid_wrap(grid, rect, STYLE_NORMAL, text);
}

static struct rect inside(const struct grid *grid)
{
	int x = grid->width >= WIDE ? 3 : 1, y = grid->height >= BIG_FROM ? 1 : 0;

	return (struct rect){ x, y, grid->width - 2 * x, grid->height - 2 * y };
}

static void draw_head(const struct session *session, const struct progress *progress, struct grid *grid,
	struct rect rect)
{
	int count, number = plan_step_number(session, progress, &count), modules, width;
	int module = plan_number(session, progress->module, &modules);
	char *place = mem_printf(rect.width < WIDE ? "%d/%d" : _("step %d of %d"), number, count), *title;

	width = text_width(place);
	title = module > 0 ? mem_printf("%s  %d/%d", progress->module->title, module, modules)
			   : mem_strdup(progress->module->title);
	grid_text_cut(grid, rect.x, rect.y, rect.width - width - 2, STYLE_TITLE, title);
	grid_text_right(grid, rect.x, rect.y, rect.width, STYLE_DIM, place);
	free(title);
	free(place);
}

/* The time box, and who has answered */

struct foot {
	char *count, *counted; /* "7/9", and what that is */
	bool apart;            /* whether the words do not tell the figure themselves */
	char *clock, *box;     /* "06:12", and "of 16:00" */
	char now[12];          /* " · 14:05", or "" */
	enum style style;      /* of the clock */
};

static const struct session_module *module_of(const struct session *session, const struct progress *progress)
{
	for (size_t i = 0; i < session->module_count; i++)
		if (session->modules[i].module == progress->module)
			return &session->modules[i];
	return NULL;
}

bool present_clock_runs(const struct session *session)
{
	return session->clock_at != CLOCK_STANDS && clock_running(session, clock_wall()) < CLOCK_LIMIT;
}

/* How long the module is to take. */
static char *box_text(const struct session_module *entry, int64_t seconds)
{
	struct str text;

	str_init(&text);
	str_printf(&text, _("of %d:00"), entry->minutes);
	if (box_state(seconds, entry->minutes) != BOX_ENOUGH) {
		str_add(&text, " \xc2\xb7 ");
		box_words(seconds, entry->minutes, &text);
	}
	return text.data;
}

/* A result, and what is worked on in sight of all, may have a figure of its own. */
static bool set_figure(struct foot *foot, const struct session *session, const struct progress *progress)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);
	struct figure figure;

	if (!instrument->figure || (instrument->answering && !present_shows_result(progress)) ||
	    !instrument->figure(session, progress, &figure))
		return false;
	foot->count = mem_strdup(figure.value);
	foot->counted = mem_strdup(figure.words);
	foot->apart = true;
	return true;
}

static void foot_init(struct foot *foot, const struct session *session, const struct progress *progress)
{
	const struct session_module *entry = module_of(session, progress);
	int64_t seconds = plan_seconds(session, entry, clock_running(session, clock_wall()) / 1000);
	static const enum style styles[] = { [BOX_ENOUGH] = STYLE_STRONG, [BOX_SHORT] = STYLE_WARN,
		[BOX_LAST] = STYLE_ALERT, [BOX_OVER] = STYLE_ALERT };
	struct heard heard;
	char now[6];

	*foot = (struct foot){ .style = styles[box_state(seconds, entry->minutes)] };
	foot->clock = mem_printf("%02d:%02d", (int)(seconds / 60), (int)(seconds % 60));
	foot->box = box_text(entry, seconds);
	/* Only while something wakes us to show another one. */
	if (present_clock_runs(session)) {
		clock_time(clock_now(), now);
		snprintf(foot->now, sizeof foot->now, " \xc2\xb7 %s", now);
	}
	if (set_figure(foot, session, progress))
		return;
	present_count(session, progress, &heard);
	if (!heard.counts || present_shows_result(progress))
		return;
	foot->count = mem_printf("%d/%d", heard.done_all, heard.of_all);
	foot->counted = mem_printf(P_("%d of %d has answered", "%d of %d have answered", heard.of_all), heard.done_all,
		heard.of_all);
}

static void foot_release(struct foot *foot)
{
	free(foot->count);
	free(foot->counted);
	free(foot->clock);
	free(foot->box);
}

static void draw_big(struct grid *grid, struct rect rect, const struct foot *foot)
{
	int half = rect.width / 2 - 2, lines = rect.height - 1;
	struct digits size = digits_fit(foot->clock, half, lines);
	struct digits other = foot->count ? digits_fit(foot->count, half, lines) : size;
	char *box = mem_printf("%s%s", foot->box, foot->now);
	int y, width;

	size = other.lines < size.lines || other.columns < size.columns ? other : size;
	y = rect.y + rect.height - digits_height(size) - 1;
	width = digits_width(foot->clock, size);
	digits_draw(grid, rect.x + rect.width - width, y, foot->style, foot->clock, size);
	grid_text_right(grid, rect.x, rect.y + rect.height - 1, rect.width, STYLE_NORMAL, box);
	free(box);
	if (!foot->count)
		return;
	digits_draw(grid, rect.x, y, STYLE_STRONG, foot->count, size);
	grid_text(grid, rect.x, rect.y + rect.height - 1, rect.width / 2, STYLE_NORMAL, foot->counted);
}

/* Where space is short the time of day goes first. */
static void draw_small(struct grid *grid, struct rect rect, const struct foot *foot)
{
	char *count = foot->apart ? mem_printf("%s %s", foot->count, foot->counted)
				  : mem_strdup(foot->counted ? foot->counted : "");
	char *clock = mem_printf("%s %s%s", foot->clock, foot->box, foot->now);

	if (text_width(count) + 2 + text_width(clock) > rect.width) {
		free(clock);
		clock = mem_printf("%s %s", foot->clock, foot->box);
	}
	grid_text_right(grid, rect.x, rect.y, rect.width, foot->style, clock);
	grid_text_cut(grid, rect.x, rect.y, rect.width - text_width(clock) - 2, STYLE_STRONG, count);
	free(count);
	free(clock);
}

/* How many lines a document takes at its least. */
static int lines_of(const struct doc *doc, int width)
{
	struct layout layout;
	int lines;

	layout_init(&layout, doc, width);
	lines = (int)layout.count;
	layout_release(&layout);
	return lines;
}

/* What is quiet on a screen at hand cannot be read from the back of a room. */
static void brighten(struct grid *grid, struct rect rect)
{
	for (int y = rect.y; y < rect.y + rect.height && y < grid->height; y++) {
		for (int x = rect.x; x < rect.x + rect.width && x < grid->width; x++) {
			struct glyph *glyph = &grid->glyphs[y * grid->width + x];

			if (glyph->style == STYLE_DIM)
				glyph->style = STYLE_NORMAL;
		}
	}
}

/* For those who hear it. The time is in the facilitator's hands. */
static void draw_step_in_words(const struct session *session, const struct progress *progress, struct grid *grid)
{
	struct rect rect = grid_rect(grid);
	struct doc doc = { 0 };
	struct layout layout;
	struct foot foot;

	foot_init(&foot, session, progress);
	present_write_step(session, progress, rect.width, &doc);
	if (progress->module->aside)
		present_write_agenda(session, progress->module, &doc);
	doc_in_words(&doc);
	layout_init(&layout, &doc, rect.width);
	draw_head(session, progress, grid, rect);
	rect.y++;
	rect.height -= 2;
	rect.y += layout_draw(&layout, grid, rect, 0);
	if (foot.counted)
		grid_text(grid, rect.x, rect.y, rect.width, STYLE_STRONG, foot.counted);
	layout_release(&layout);
	foot_release(&foot);
	doc_release(&doc);
}

static void draw_step(struct present *present, const struct session *session, const struct progress *progress,
	struct grid *grid)
{
	struct rect rect = inside(grid), body = rect, low = rect;
	bool result = present_shows_result(progress);
	int most = result || progress->step->column_count > 0 ? RESULT_MOST : TEXT_MOST, big;
	int width = rect.width > most ? most : rect.width;
	struct doc doc = { 0 };
	struct foot foot;

	present_write_step(session, progress, width, &doc);
	if (progress->module->aside)
		present_write_agenda(session, progress->module, &doc);
	foot_init(&foot, session, progress);
	/* Where there is little room, what matters less stays away. */
	if (result && lines_of(&doc, width) > rect.height - 4)
		doc_drop(&doc, STYLE_DIM);
	draw_head(session, progress, grid, rect);
	body.y += 2;
	body.height -= 2 + 2;
	low.height = 1;
	big = grid->height >= HUGE_FROM ? 2 * BIG : BIG;
	while (big >= BIG && (grid->height < BIG_FROM || digits_fit(foot.clock, rect.width / 2 - 2, BIG).columns == 0 ||
			      lines_of(&doc, width) + 1 > body.height - big))
		big -= BIG;
	if (big >= BIG) {
		low.height = big + 1;
		body.height -= big;
	}
	low.y = rect.y + rect.height - low.height;
	if (2 * lines_of(&doc, width) > body.height)
		doc_loosen(&doc, body.height - lines_of(&doc, width));
	draw_doc(present, grid, body, &doc, most, progress->step->column_count > 0 && !result);
	brighten(grid, body);
	if (big >= BIG)
		draw_big(grid, low, &foot);
	else
		draw_small(grid, low, &foot);
	foot_release(&foot);
	doc_release(&doc);
}

static void draw_page(struct present *present, const struct session *session, struct grid *grid,
	void (*write)(const struct session *session, struct doc *doc))
{
	struct rect rect = inside(grid);
	struct doc doc = { 0 };

	rect.y++;
	rect.height -= 2;
	write(session, &doc);
	draw_doc(present, grid, rect, &doc, TEXT_MOST, false);
	doc_release(&doc);
}

void present_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct present *present = (struct present *)screen;
	const struct session *session = app->session;
	char *text;
	int at;

	(void)body;
	if (app->gone) {
		/* TRANSLATORS: %s is a key. */
		text = mem_printf(_("%s ends this; then start it again."), app_key(app, "stop-showing").text);
		draw_calm(grid, _("The database was deleted or replaced."), text);
		free(text);
		return;
	}
	if (!session) {
		draw_calm(grid, _("There is nothing to show at the moment."),
			_("It goes on by itself once a workshop is held."));
		return;
	}
	if (session->blank)
		return;
	at = session_step(session, session->place);
	grid->page = at + 1;
	/* What was scrolled belongs to one step. */
	if (strcmp(present->step, session->place) != 0) {
		mem_set(&present->step, session->place);
		present->top = 0;
		present->paged = false;
	}
	if (session->halt != HALT_NONE)
		draw_calm(grid, session->title, session_state_words(session->state, session->halt));
	else if (session->state == SESSION_FINISHED)
		draw_page(present, session, grid, present_write_closing);
	else if (session->state == SESSION_PLANNED || at < 0)
		draw_page(present, session, grid, present_write_waiting);
	else if (grid->linear)
		draw_step_in_words(session, &session->steps[at], grid);
	else
		draw_step(present, session, &session->steps[at], grid);
}
