/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the search looks: the line that is typed, what was found, and the whole of what the cursor is on. */
#include "screen/search-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "view/spot.h"

#include <stdlib.h>
#include <string.h>

#define BETWEEN " \xc2\xb7 "
#define WIDE 70        /* from here on each line says whose it is */
#define WIDER 100      /* and from here on its title as well */
#define DATE 10
#define ORGANISATION 14
#define ROOMY 16       /* lines from which on the whole text has more room */

static const struct search *search_of(const struct screen *screen)
{
	return (const struct search *)screen;
}

void search_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct search *search = search_of(screen);
	size_t count = search->hits.count;

	(void)app;
	str_add(left, _("Search in all sessions"));
	if (!search->fresh)
		str_printf(right, P_("%d session is still read", "%d sessions are still read", (int)search->stale),
			(int)search->stale);
	else if (search->hits.more)
		str_printf(right, P_("%zu result, and more", "%zu results, and more", count), count);
	else if (count)
		str_printf(right, P_("%zu result", "%zu results", count), count);
}

/* Whose it is, "Acme · Workshop", for free(). */
static char *whose(const struct session_head *head)
{
	return mem_printf("%s%s%s", head->organisation, head->organisation[0] ? BETWEEN : "", head->title);
}

static enum style style_of(const struct hit *hit)
{
	return hit->done || hit->dropped || hit->carried || hit->head.halt == HALT_CANCELLED ? STYLE_DIM : STYLE_NORMAL;
}

/* A line of text with its places; returns the columns used. */
static void draw_marked(struct grid *grid, int x, int y, int width, enum style style, const struct marked *marked)
{
	struct marked cut = marked_cut(marked, width);

	grid_text(grid, x, y, width, style, cut.text);
	for (size_t i = 0; i < cut.count; i++) {
		char *before = mem_strndup(cut.text, cut.spans[i].start);
		char *place = mem_strndup(cut.text + cut.spans[i].start, cut.spans[i].length);

		grid_paint(grid, (struct rect){ x + text_width(before), y, text_width(place), 1 }, STYLE_MATCH);
		free(before);
		free(place);
	}
	marked_release(&cut);
}

static void draw_session(const struct hit *hit, struct grid *grid, struct rect rect)
{
	const struct session_head *head = &hit->head;
	char date[11], *name = whose(head);

	if (!head->id[0]) {
		free(name);
		grid_text_cut(grid, rect.x, rect.y, rect.width, STYLE_DIM, _("not asked lately"));
		return;
	}
	date_format(head->date, date);
	grid_text_cut(grid, rect.x, rect.y, rect.width - DATE - 2, STYLE_DIM,
		rect.width > ORGANISATION + DATE + 2 || !head->organisation[0] ? name : head->organisation);
	grid_text_right(grid, rect.x + rect.width - DATE, rect.y, DATE, STYLE_DIM, date);
	free(name);
}

static void draw_hit(const struct hit *hit, struct grid *grid, struct rect line, bool here)
{
	int kind_width = line.width >= WIDE ? 17 : 9;
	int right = line.width >= WIDER ? line.width / 3 : line.width >= WIDE ? ORGANISATION + DATE + 2 : 0;
	struct marked all = marked_join(&hit->words, BETWEEN, &hit->more);
	char *kind = hit_kind(hit);

	grid_text_cut(grid, line.x, line.y, kind_width - 1, STYLE_DIM, kind);
	draw_marked(grid, line.x + kind_width, line.y, line.width - kind_width - right - (right ? 2 : 0), style_of(hit), &all);
	if (right)
		draw_session(hit, grid, (struct rect){ line.x + line.width - right, line.y, right, 1 });
	if (here)
		grid_paint(grid, line, STYLE_SELECTED);
	free(kind);
	marked_release(&all);
}

/* For those who hear it: the whole of it on one line. */
static void speak_hit(const struct hit *hit, struct grid *grid, struct rect line)
{
	struct marked all = marked_join(&hit->words, BETWEEN, &hit->more);
	char date[11], *kind = hit_kind(hit), *name = whose(&hit->head);

	for (char *c = all.text; (c = strchr(c, '\n'));)
		*c = ' ';
	date_format(hit->head.date, date);
	grid_printf(grid, line.x, line.y, line.width, STYLE_NORMAL, "%s: %s. %s %s", kind, all.text, name, date);
	free(name);
	free(kind);
	marked_release(&all);
}

/* What the lines above may have cut off. */
static void draw_whole(const struct hit *hit, struct grid *grid, struct rect rect)
{
	char date[11], *name = whose(&hit->head), *kind = hit_kind(hit), *head;
	struct marked all = marked_join(&hit->words, BETWEEN, &hit->more);

	date_format(hit->head.date, date);
	head = mem_printf("%s%s%s%s%s", kind, name[0] ? BETWEEN : "", name, date[0] ? BETWEEN : "", date);
	/* On a narrow screen nothing else says whose it is. */
	grid_text_cut(grid, rect.x, rect.y, rect.width, STYLE_DIM, head);
	if (rect.height > 1)
		grid_wrap(grid, (struct rect){ rect.x, rect.y + 1, rect.width, rect.height - 1 }, STYLE_NORMAL, all.text);
	free(head);
	free(name);
	free(kind);
	marked_release(&all);
}

static void draw_hint(const struct search *search, struct grid *grid, struct rect rect)
{
	const char *text =
		!search->field.text.length
			? _("Type some words. They are looked for in titles, people, notes, decisions, actions, rows of tables, "
			    "and questions of all sessions; what anybody answered, and private notes, are never found.\n\n"
			    "All of the words have to be there, each of them or one that begins with it. \"In quotes\" they "
			    "are looked for as they stand. Capitals and accents do not matter.")
			: _("Nothing has all of these words. Fewer of them, or shorter beginnings, find more.");

	grid_wrap(grid, rect, STYLE_DIM, text);
}

static void draw_field(struct search *search, struct grid *grid, struct rect line)
{
	int label;

	if (grid->linear) {
		grid_printf(grid, line.x, line.y, line.width, STYLE_NORMAL, _("search for [%s]"), search->field.text.data);
		if (search->hits.count == 0 || !search->listened)
			grid_cursor(grid, line.x, line.y);
		return;
	}
	label = grid_text(grid, line.x, line.y, line.width, STYLE_KEY, _("search:")) + 1;
	field_draw(&search->field, grid, (struct rect){ line.x + label, line.y, line.width - label, 1 });
}

static void draw_hits(struct search *search, struct grid *grid, struct rect body)
{
	int top = list_scroll(&search->list, body.height);

	list_more(&search->list, grid);
	for (int i = 0; i < body.height && top + i < search->list.count; i++) {
		const struct hit *hit = &search->hits.items[top + i];
		struct rect line = { body.x, body.y + i, body.width, 1 };
		bool here = top + i == search->list.cursor;

		spot_move(grid, line, top + i - search->list.cursor, 0, "Enter");
		if (grid->linear)
			speak_hit(hit, grid, line);
		else
			draw_hit(hit, grid, line, here);
		if (grid->linear && here && search->listened)
			grid_cursor(grid, line.x, line.y);
	}
}

void search_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct search *search = (struct search *)screen;
	int whole = grid->linear ? 0 : body.height >= ROOMY ? 5 : 2, gap = body.height >= ROOMY;

	(void)app;
	/* What was found before as well is told again. */
	grid->page = -search->typed;
	draw_field(search, grid, (struct rect){ body.x, body.y, body.width, 1 });
	body.y += 1 + gap;
	body.height -= 1 + gap;
	if (search->hits.count == 0) {
		draw_hint(search, grid, body);
		return;
	}
	body.height -= whole + gap;
	draw_hits(search, grid, body);
	if (whole)
		draw_whole(&search->hits.items[search->list.cursor], grid,
			(struct rect){ body.x, body.y + body.height + gap, body.width, whole });
}
