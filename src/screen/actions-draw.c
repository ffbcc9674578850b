/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the list of actions looks: headings, lines, and all that is known of the chosen one. */
#include "screen/actions-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "view/header.h"
#include "view/spot.h"

#include <stdlib.h>
#include <string.h>

#define WIDE_FROM 68    /* columns from which a line has a name, of the owner or the organisation */
#define BOTH_FROM 96    /* and from which it has both */
#define BESIDE_FROM 110 /* and from which the chosen one is told beside the list */
#define BESIDE 44       /* columns for that */
#define BELOW_FROM 14   /* lines from which it is told below */
#define BELOW 6
#define WHEN 15         /* columns for how far the day is */
#define NAME 16

static const char *order_words(enum actions_order order)
{
	static const char *const words[ACTIONS_ORDERS] = {
		[ACTIONS_BY_DATE] = N_("by due date"),
		[ACTIONS_BY_OWNER] = N_("by owner"),
		[ACTIONS_BY_ORGANISATION] = N_("by organisation"),
	};

	return _(words[order]);
}

void actions_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct actions *actions = (const struct actions *)screen;

	(void)app;
	str_add(left, _("Actions of all sessions"));
	if (actions->late && !actions->partly) {
		str_add(right, HEADER_ALERT);
		str_printf(right, P_("%d late,", "%d late,", actions->late), actions->late);
		str_addc(right, '\t');
	}
	if (actions->reading)
		str_add(right, _("reading them all"));
	else
		str_printf(right, P_("%d open", "%d open", actions->open), actions->open);
	str_printf(right, "\t" HEADER_SPARE "\xc2\xb7 %s", order_words(actions->order));
}

static const char *heading_of(const struct actions *actions, const struct actions_row *row)
{
	static const char *const ranks[] = {
		N_("Late"), N_("Due within two weeks"), N_("Later"), N_("Without a date"), "", N_("Carried over"), N_("Done"),
		N_("Dropped"),
	};

	if (actions->order == ACTIONS_BY_OWNER)
		return row->head->owner[0] ? row->head->owner : _("Nobody yet");
	if (actions->order == ACTIONS_BY_ORGANISATION)
		return row->head->session->organisation[0] ? row->head->session->organisation : _("No organisation");
	return _(ranks[row->rank]);
}

static void draw_heading(const struct actions *actions, const struct actions_group *group, struct grid *grid,
	struct rect line)
{
	const char *name = heading_of(actions, actions->shown[group->first]);
	char *late = mem_printf(P_("%d late", "%d late", group->late), group->late);
	char *count = actions->partly ? mem_strdup("\xe2\x80\xa6") :
		group->late && actions->order != ACTIONS_BY_DATE ? mem_printf("%d, %s", group->count, late)
								       : mem_printf("%d", group->count);
	int used = grid_text_cut(grid, line.x, line.y, line.width - text_width(count) - 3, STYLE_TITLE, name);

	grid_printf(grid, line.x + used + 1, line.y, line.width - used - 1, STYLE_DIM, "(%s)", count);
	free(count);
	free(late);
}

static void draw_row(const struct actions *actions, const struct action_head *head, struct grid *grid, struct rect line)
{
	bool late = action_is_overdue(head, clock_today()), open = head->state == ACTION_OPEN;
	enum style style = open ? STYLE_NORMAL : STYLE_DIM, when_style = late ? STYLE_ALERT : STYLE_DIM;
	char *when = action_due_words(head, clock_today());
	const struct filter *filter = &actions->filter;
	int right = line.x + line.width, x = line.x + 4;

	grid_text(grid, line.x, line.y, 3, STYLE_DIM, action_mark(head->state));
	if (line.width < WIDE_FROM) {
		int width = text_width(when);

		grid_text_right(grid, right - width, line.y, width, when_style, when);
		filter_text(filter, grid, (struct rect){ x, line.y, right - width - 1 - x, 1 }, style, head->text);
		free(when);
		return;
	}
	grid_text_cut(grid, x, line.y, WHEN - 1, when_style, when);
	x += WHEN;
	if (actions->order == ACTIONS_BY_OWNER || (line.width >= BOTH_FROM && actions->order == ACTIONS_BY_DATE)) {
		right -= NAME;
		filter_text(filter, grid, (struct rect){ right, line.y, NAME, 1 }, STYLE_DIM,
			head->session->organisation[0] ? head->session->organisation : head->session->title);
	}
	if (actions->order != ACTIONS_BY_OWNER) {
		right -= NAME;
		filter_text(filter, grid, (struct rect){ right, line.y, NAME - 1, 1 }, STYLE_DIM, head->owner);
	}
	filter_text(filter, grid, (struct rect){ x, line.y, right - 1 - x, 1 }, style, head->text);
	free(when);
}

/* When it is due, and how far that is, or what became of it. For free(). */
static char *due_of(const struct action_head *head)
{
	char date[11], *words = head->state == ACTION_OPEN ? action_due_words(head, clock_today()) : action_state_words(head);
	char *due;

	date_format(head->due, date);
	due = !date[0] || strcmp(date, words) == 0 ? mem_strdup(words) : mem_printf("%s (%s)", date, words);
	free(words);
	return due;
}

/* For those who hear it each line has the whole. */
static void draw_in_words(const struct action_head *head, struct grid *grid, struct rect line)
{
	const struct action_session *session = head->session;
	char *due = due_of(head), *text = text_tidy(head->text);

	grid_printf(grid, line.x, line.y, line.width, STYLE_NORMAL, "%s \xc2\xb7 %s \xc2\xb7 %s \xc2\xb7 %s", text,
		head->owner[0] ? head->owner : _("nobody yet"), due,
		session->organisation[0] ? session->organisation : session->title);
	free(text);
	free(due);
}

/* All that is known of the chosen one. */
static void draw_detail(const struct actions *actions, struct grid *grid, struct rect rect)
{
	const struct action_head *head = actions_chosen(actions)->head;
	const struct action_session *session = head->session;
	char date[11], *due = due_of(head), *carried = action_carried_words(head);
	int bottom = rect.y + rect.height;
	struct str text;

	str_init(&text);
	rect.y += grid_wrap(grid, rect, STYLE_NORMAL, head->text);
	date_format(session->date, date);
	str_printf(&text, "%s \xc2\xb7 %s \xc2\xb7 %s/%d\n%s%s%s%s%s", head->owner[0] ? head->owner : _("nobody yet"), due,
		session->id, head->item, session->title, session->organisation[0] ? ", " : "", session->organisation,
		date[0] ? ", " : "", date);
	if (carried[0])
		str_printf(&text, " \xc2\xb7 %s", carried);
	if (actions->question && !actions_wants_origin(actions)) {
		str_addc(&text, '\n');
		str_printf(&text, _("From: %s"), actions->question);
		str_printf(&text, "%s%s", actions->finding ? " " : "", actions->finding ? actions->finding : "");
	}
	rect.height = bottom - rect.y;
	if (rect.height > 0)
		grid_wrap(grid, rect, STYLE_DIM, text.data);
	str_release(&text);
	free(carried);
	free(due);
}

/* The line on which a row stands, headings counted: each group has one above its first. */
static int line_of(const struct actions *actions, int row)
{
	int low = 0, high = actions->group_count;

	while (high - low > 1) {
		int middle = (low + high) / 2;

		if (actions->groups[middle].first <= row)
			low = middle;
		else
			high = middle;
	}
	return row + low + 1;
}

/* Scrolls so that the chosen row is in sight, and its heading where it is the first below it. */
static void scroll(struct actions *actions, int height)
{
	int lines = (int)actions->shown_count + actions->group_count, cursor = line_of(actions, actions->list.cursor);
	int first = cursor;

	for (int i = 0; i < actions->group_count; i++)
		if (actions->groups[i].first == actions->list.cursor)
			first--;
	if (actions->top > lines - height)
		actions->top = lines - height;
	if (actions->top < cursor - height + 1)
		actions->top = cursor - height + 1;
	if (actions->top > first)
		actions->top = first;
	if (actions->top < 0)
		actions->top = 0;
}

static void draw_list(struct actions *actions, struct grid *grid, struct rect rect)
{
	int group = 0, line = 0;

	actions->list.height = rect.height > 2 ? rect.height - 1 : 1;
	scroll(actions, rect.height);
	/* Which group the first line belongs to. */
	while (group + 1 < actions->group_count && actions->groups[group + 1].first + group + 1 <= actions->top)
		group++;
	for (line = actions->top; line < actions->top + rect.height; line++) {
		struct rect at = { rect.x, rect.y + line - actions->top, rect.width, 1 };
		int row = line - group - 1;

		if (group + 1 < actions->group_count && row + 1 > actions->groups[group + 1].first)
			row = line - ++group - 1;
		if (row >= (int)actions->shown_count)
			break;
		if (row < actions->groups[group].first) {
			draw_heading(actions, &actions->groups[group], grid, at);
			continue;
		}
		spot_move(grid, at, row - actions->list.cursor, 0, "Enter");
		if (grid->linear)
			draw_in_words(actions->shown[row]->head, grid, at);
		else
			draw_row(actions, actions->shown[row]->head, grid, at);
		if (row == actions->list.cursor) {
			if (!grid->linear)
				grid_paint(grid, at, STYLE_SELECTED);
			if (!actions->filter.typing)
				grid_cursor(grid, at.x, at.y);
		}
	}
	if (line < (int)actions->shown_count + actions->group_count)
		grid_more(grid);
}

static void draw_nothing(struct app *app, const struct actions *actions, struct grid *grid, struct rect body)
{
	char *text;

	if (actions->reading)
		text = mem_strdup(_("The actions of all sessions are being read."));
	else if (actions->filter.match.count)
		text = mem_strdup(_("No action has all of these words."));
	else
		/* TRANSLATORS: %s is a key. */
		text = mem_printf(_("Nothing is open in any session. %s shows what was done, dropped and carried over as well."),
			app_key(app, "all-actions").text);
	grid_wrap(grid, body, STYLE_NORMAL, text);
	free(text);
}

void actions_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct actions *actions = (struct actions *)screen;
	struct rect list = body, detail = { 0 };

	if (actions_wants_origin(actions) && (actions->waited || grid->linear))
		actions_read_origin(app, actions);
	actions->waited = !actions_busy(actions);
	/* An action that was there before is part of what was found, or stands elsewhere: it is told again. */
	grid->page = -actions->arranged;
	if (filter_shows(&actions->filter)) {
		filter_draw(&actions->filter, grid, (struct rect){ body.x, body.y, body.width, 1 });
		list.y++;
		list.height--;
	}
	if (actions->shown_count == 0) {
		draw_nothing(app, actions, grid, list);
		return;
	}
	if (grid->width >= BESIDE_FROM && !grid->linear) {
		list.width -= BESIDE + 3;
		detail = (struct rect){ list.x + list.width + 3, list.y, BESIDE, list.height };
		for (int y = list.y; y < list.y + list.height; y++)
			grid_text(grid, list.x + list.width + 1, y, 1, STYLE_DIM, "\xe2\x94\x82");
	} else if (list.height >= BELOW_FROM) {
		list.height -= BELOW;
		detail = (struct rect){ list.x, list.y + list.height + 1, list.width, BELOW - 1 };
	}
	draw_list(actions, grid, list);
	if (detail.height > 0)
		draw_detail(actions, grid, detail);
}
