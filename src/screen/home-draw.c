/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How home looks: its lines, the filter above them, and what it says without any. */
#include "screen/home-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "view/header.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Columns, those after the name with a gap before them. */
#define DATE 12
#define STATE 10
#define HARMONY 8
#define ACTIONS 20
#define BRIEF 11     /* state or actions, whichever says more, where there is little room */
#define WIDE_FROM 68 /* for all of them */
#define GLANCE_LEAST 44
#define GLANCE_MOST 64

static const char *sort_words(enum home_sort sort)
{
	static const char *const words[HOME_SORTS] = {
		[HOME_BY_DATE] = N_("by date"),
		[HOME_BY_ORGANISATION] = N_("by organisation"),
		[HOME_BY_STATE] = N_("by state"),
	};

	return _(words[sort]);
}

void home_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct home *home = (const struct home *)screen;
	size_t marked = 0;

	(void)app;
	str_add(left, _("accord: sessions"));
	if (home->count == 0)
		return;
	for (size_t i = 0; i < home->count; i++)
		marked += home->entries[i]->marked;
	if (marked) {
		str_printf(right, P_("%zu marked,", "%zu marked,", marked), marked);
		str_addc(right, '\t');
	}
	if (home->filter.match.count)
		/* TRANSLATORS: how many the filter lets through, and how many there are. */
		str_printf(right, P_("%'zu of %'zu session", "%'zu of %'zu sessions", home->count), home->shown_count,
			home->count);
	else
		str_printf(right, P_("%'zu session", "%'zu sessions", home->count), home->count);
	str_printf(right, "\t" HEADER_SPARE "%s", sort_words(home->sort));
}

static char *name_of(const struct session_head *head)
{
	return head->organisation[0] ? mem_printf("%s \xc2\xb7 %s", head->organisation, head->title) :
				       mem_strdup(head->title);
}

static char *actions_of(const struct session_head *head)
{
	if (head->actions_overdue && head->actions_overdue == head->actions_open)
		return mem_printf(P_("%d overdue", "%d overdue", head->actions_overdue), head->actions_overdue);
	if (head->actions_overdue)
		/* TRANSLATORS: actions; those that are overdue are open, too. */
		return mem_printf(_("%d open, %d overdue"), head->actions_open, head->actions_overdue);
	return head->actions_open ? mem_printf(P_("%d open", "%d open", head->actions_open), head->actions_open) :
				    mem_strdup("");
}

static enum style state_style(const struct session_head *head)
{
	return head->state == SESSION_RUNNING && head->halt == HALT_NONE ? STYLE_STRONG : STYLE_DIM;
}

static void draw_wide(const struct home *home, const struct session_head *head, struct grid *grid, struct rect rect)
{
	int x = rect.x + rect.width - ACTIONS - HARMONY - STATE;
	char *name = name_of(head), *actions = actions_of(head);

	filter_text(&home->filter, grid, (struct rect){ rect.x + DATE, rect.y, x - rect.x - DATE, 1 }, STYLE_NORMAL, name);
	filter_text(&home->filter, grid, (struct rect){ x + 1, rect.y, STATE - 1, 1 }, state_style(head),
		session_state_words(head->state, head->halt));
	x += STATE;
	if (head->harmony_low >= 0) {
		char harmony[16];

		snprintf(harmony, sizeof harmony, head->harmony_low == head->harmony_high ? "%d" : "%d\xe2\x80\x93%d",
			head->harmony_low, head->harmony_high);
		grid_text_right(grid, x + 1, rect.y, HARMONY - 1, STYLE_DIM, harmony);
	}
	x += HARMONY;
	grid_text_right(grid, x + 1, rect.y, ACTIONS - 1, head->actions_overdue ? STYLE_ALERT : STYLE_DIM, actions);
	free(name);
	free(actions);
}

static void draw_brief(const struct home *home, const struct session_head *head, struct grid *grid, struct rect rect)
{
	int x = rect.x + rect.width - BRIEF;
	bool over = head->state == SESSION_FINISHED && head->halt == HALT_NONE;
	char *name = name_of(head);

	filter_text(&home->filter, grid, (struct rect){ rect.x + DATE, rect.y, x - rect.x - DATE, 1 }, STYLE_NORMAL, name);
	free(name);
	if (!over || head->actions_open == 0) {
		filter_text(&home->filter, grid, (struct rect){ x + 1, rect.y, BRIEF - 1, 1 }, state_style(head),
			session_state_words(head->state, head->halt));
		return;
	}
	name = head->actions_overdue ?
		mem_printf(P_("%d overdue", "%d overdue", head->actions_overdue), head->actions_overdue) :
		actions_of(head);
	grid_text_right(grid, x + 1, rect.y, BRIEF - 1, head->actions_overdue ? STYLE_ALERT : STYLE_DIM, name);
	free(name);
}

/* For the ear: what the columns say by where they stand. */
static void draw_in_words(const struct home_entry *entry, struct grid *grid, struct rect rect)
{
	const struct session_head *head = &entry->head;
	char date[11], *name = name_of(head), *actions = actions_of(head), *harmony = home_harmony(head);
	struct str words;

	date_format(head->date, date);
	str_init(&words);
	if (entry->marked)
		str_printf(&words, "%s, ", _("marked"));
	str_printf(&words, "%s%s%s, %s", date, date[0] ? ", " : "", name, session_state_words(head->state, head->halt));
	if (harmony)
		str_printf(&words, ", %s", harmony);
	if (actions[0])
		str_printf(&words, ", %s", actions);
	grid_text(grid, rect.x, rect.y, rect.width, STYLE_NORMAL, words.data);
	str_release(&words);
	free(harmony);
	free(actions);
	free(name);
}

static void draw_entry(const struct home *home, const struct home_entry *entry, struct grid *grid, struct rect rect)
{
	char date[11];

	if (grid->linear) {
		draw_in_words(entry, grid, rect);
		return;
	}
	if (entry->marked)
		grid_text(grid, rect.x - 1, rect.y, 1, STYLE_STRONG, "*");
	date_format(entry->head.date, date);
	filter_text(&home->filter, grid, (struct rect){ rect.x, rect.y, DATE - 2, 1 }, STYLE_DIM, date);
	if (rect.width >= WIDE_FROM)
		draw_wide(home, &entry->head, grid, rect);
	else
		draw_brief(home, &entry->head, grid, rect);
}

static void draw_welcome(const struct app *app, struct grid *grid, struct rect body)
{
	char *text = mem_printf(
		/* TRANSLATORS: each %s is a key. */
		_("Welcome. accord walks a room of two sides through a workshop: questions, answers that stay "
		  "hidden until they are revealed side by side, what they mean, and what you agree to do.\n\n"
		  "%s  prepare a new session\n"
		  "%s  make a fictional session to look round in\n"
		  "%s  show all keys\n"
		  "%s  quit; everything is always saved"),
		app_key(app, "new").text, app_key(app, "demo").text, app_key(app, "help").text,
		app_key(app, "quit").text);

	body.y++;
	body.height--;
	grid_wrap(grid, body, STYLE_NORMAL, text);
	free(text);
}

static void draw_nothing(const struct app *app, const struct home *home, struct grid *grid, struct rect body)
{
	char *text = home->filter.typing ?
		/* TRANSLATORS: each %s is a key. */
		mem_printf(_("No session has all of these words in its line. %s takes the filter away. %s and %s look "
			     "for them in all that was said."),
			app_key(app, "filter-clear").text, app_key(app, "filter-done").text, app_key(app, "search").text) :
		/* TRANSLATORS: each %s is a key. */
		mem_printf(_("No session has all of these words in its line. %s takes the filter away, %s looks for them "
			     "in all that was said."), app_key(app, "stay").text, app_key(app, "search").text);

	grid_wrap(grid, body, STYLE_NORMAL, text);
	free(text);
}

static void draw_entries(struct home *home, struct grid *grid, struct rect rect)
{
	int top = list_scroll(&home->list, rect.height);

	list_more(&home->list, grid);
	for (int i = 0; i < rect.height && top + i < home->list.count; i++) {
		struct rect line = { rect.x, rect.y + i, rect.width, 1 };

		draw_entry(home, home->shown[top + i], grid, line);
		if (!home->filter.typing)
			spot_move(grid, line, top + i - home->list.cursor, 0, "Enter");
		if (top + i == home->list.cursor) {
			grid_paint(grid, line, STYLE_SELECTED);
			if (!home->filter.typing)
				grid_cursor(grid, line.x, line.y);
		}
	}
}

void home_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct home *home = (struct home *)screen;

	home->beside = grid->width >= HOME_BESIDE_FROM && !grid->linear;
	if (home->count == 0) {
		draw_welcome(app, grid, body);
		return;
	}
	/* A session that was there before is part of what was found, or stands elsewhere: it is told again. */
	grid->page = -home->arranged;
	if (filter_shows(&home->filter)) {
		filter_draw(&home->filter, grid, (struct rect){ body.x, body.y, body.width, 1 });
		body.y++;
		body.height--;
	}
	if (home->shown_count == 0) {
		draw_nothing(app, home, grid, body);
		return;
	}
	if (home->beside) {
		int width = body.width * 38 / 100;

		width = width < GLANCE_LEAST ? GLANCE_LEAST : width > GLANCE_MOST ? GLANCE_MOST : width;
		home_draw_glance(home, grid, (struct rect){ body.x + body.width - width, body.y, width, body.height });
		body.width -= width + 1;
	}
	draw_entries(home, grid, body);
}
