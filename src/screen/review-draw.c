/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was open in the session before, on the screen. */
#include "screen/review-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/action-head.h"
#include "view/spot.h"

#include <stdlib.h>
#include <string.h>

#define WIDE 56 /* columns from which there is room beside the text */
#define RIGHT 30
#define DETAILS 6

static const char *mark_of(const struct item *here)
{
	if (!here)
		return "[ ]";
	return here->done ? "[x]" : here->dropped[0] ? "[-]" : "[>]";
}

/* What has become of it, for free(); "" as long as it is open. */
static char *verdict_words(const struct item *here)
{
	char due[11];

	if (!here)
		return mem_strdup("");
	if (here->done)
		return mem_strdup(_("done"));
	if (here->dropped[0])
		return mem_printf(_("dropped: %s"), here->dropped);
	date_format(here->due, due);
	if (!due[0])
		return mem_printf(_("carried over, no date (%s)"), here->owner[0] ? here->owner : _("nobody yet"));
	return mem_printf(_("carried over to %s (%s)"), due, here->owner[0] ? here->owner : _("nobody yet"));
}

/* "due 2026-09-01, 82 days late", for free(). */
static char *due_words(const struct item *item, int today)
{
	int late = item->due == DAY_NONE ? 0 : today - item->due;
	char due[11];

	date_format(item->due, due);
	if (!due[0])
		return mem_strdup(_("no date"));
	if (late > 0)
		return mem_printf(P_("due %s, %d day late", "due %s, %d days late", late), due, late);
	return mem_printf(_("due %s"), due);
}

static void draw_right(const struct follow_entry *entry, struct grid *grid, struct rect rect)
{
	const struct item *here = entry->here, *shown = here ? here : entry->item;
	bool late = !here && entry->item->due != DAY_NONE && entry->item->due < clock_today();
	int x = rect.x + rect.width - RIGHT;
	char due[11];

	date_format(shown->due, due);
	grid_text_cut(grid, x + 1, rect.y, RIGHT - 14, STYLE_DIM, shown->owner);
	if (late)
		grid_text(grid, x + RIGHT - 12, rect.y, 1, STYLE_ALERT, "!");
	grid_text_right(grid, x + RIGHT - 10, rect.y, 10, late ? STYLE_ALERT : STYLE_DIM,
		here && here->done ? _("done") : here && here->dropped[0] ? _("dropped") : due);
}

static void draw_entry(const struct follow_entry *entry, struct grid *grid, struct rect rect, bool chosen)
{
	int right = rect.width >= WIDE ? RIGHT : 0;

	grid_text(grid, rect.x, rect.y, 3, entry->here ? STYLE_GOOD : STYLE_NORMAL, mark_of(entry->here));
	grid_text_cut(grid, rect.x + 4, rect.y, rect.width - 4 - right, entry->here ? STYLE_DIM : STYLE_NORMAL,
		entry->item->text);
	if (right)
		draw_right(entry, grid, rect);
	if (chosen) {
		grid_paint(grid, rect, STYLE_SELECTED);
		grid_cursor(grid, rect.x, rect.y);
	}
}

/* Where it was promised first: the day, the module and the question. For free(). */
static char *origin(const struct review *review, const struct follow_entry *entry)
{
	struct follow_entry first = follow_origin(&review->chain, entry);
	const struct module *module = NULL;
	const struct step *step = bank_step(first.from->bank, first.item->step, &module);
	char date[11];

	date_format(first.from->date, date);
	if (!step)
		return mem_printf(_("From '%s' of %s"), first.from->title, date);
	/* What is only read has the module's own name. */
	if (strcmp(step->prompt, module->title) == 0)
		return mem_printf(_("From '%s' of %s, %s"), first.from->title, date, module->title);
	return mem_printf(_("From '%s' of %s, %s: %s"), first.from->title, date, module->title, step->prompt);
}

/* All that is known of an action but where it came from, its parts behind what separates them. For free(). */
static char *details(const struct follow_entry *entry, const char *separator)
{
	const struct item *item = entry->item;
	char *due = due_words(item, clock_today()), *verdict = verdict_words(entry->here);
	char *carried = item_carried_words(item);
	struct str text;

	str_init(&text);
	str_add(&text, item->text);
	str_printf(&text, "%s%s \xc2\xb7 %s", separator, item->owner[0] ? item->owner : _("nobody yet"), due);
	if (carried[0])
		str_printf(&text, " \xc2\xb7 %s", carried);
	if (verdict[0])
		str_printf(&text, "%s%s", separator, verdict);
	free(carried);
	free(verdict);
	free(due);
	return text.data;
}

/* For those who hear it each line has the whole, and the one that is chosen where it came from. */
static void draw_in_words(const struct review *review, struct grid *grid, struct rect body)
{
	int top = review->list.top;

	for (int i = 0; i < review->list.height && top + i < review->list.count; i++) {
		const struct follow_entry *entry = &review->follow.entries[top + i];
		bool chosen = top + i == review->list.cursor;
		char *whole = details(entry, " \xc2\xb7 "), *from = chosen ? origin(review, entry) : NULL;

		for (char *c = whole; *c; c++)
			*c = *c == '\n' ? ' ' : *c;
		grid_printf(grid, body.x, body.y + i, body.width, STYLE_NORMAL, "%s%s%s%s%s", entry->here ? "" : _("open"),
			entry->here ? "" : ": ", whole, chosen ? " \xc2\xb7 " : "", chosen ? from : "");
		if (chosen)
			grid_cursor(grid, body.x, body.y + i);
		free(from);
		free(whole);
	}
}

static void draw_details(const struct review *review, struct grid *grid, struct rect rect)
{
	const struct follow_entry *entry = &review->follow.entries[review->list.cursor];
	char *text = details(entry, "\n"), *from = origin(review, entry), *whole = mem_printf("%s\n%s", text, from);

	grid_wrap(grid, rect, STYLE_DIM, whole);
	free(whole);
	free(from);
	free(text);
}

void review_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct review *review = (struct review *)screen;
	int below = body.height / 2 < DETAILS ? body.height / 2 : DETAILS, top, y;

	(void)app;
	list_count(&review->list, (int)review->follow.count);
	if (review->follow.count == 0) {
		grid_wrap(grid, body, STYLE_NORMAL, _("Nothing is open there any more."));
		return;
	}
	top = list_scroll(&review->list, grid->linear ? body.height : body.height - below - 1);
	list_more(&review->list, grid);
	if (grid->linear) {
		draw_in_words(review, grid, body);
		return;
	}
	for (int i = 0; i < review->list.height && top + i < review->list.count; i++) {
		struct rect line = { body.x, body.y + i, body.width, 1 };

		spot_move(grid, line, top + i - review->list.cursor, 0, NULL);
		draw_entry(&review->follow.entries[top + i], grid, line, top + i == review->list.cursor);
	}
	y = body.y + (review->list.count < review->list.height ? review->list.count : review->list.height) + 1;
	draw_details(review, grid, (struct rect){ body.x, y, body.width, body.y + body.height - y });
}
