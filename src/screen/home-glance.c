/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look at the session at the cursor, beside the list. */
#include "screen/home-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "view/doc.h"

#include <stdlib.h>
#include <string.h>

bool home_wants_glance(const struct home *home)
{
	const struct home_entry *entry = home->beside ? home_chosen(home) : NULL;

	return entry && (!home->glanced || strcmp(home->glanced, entry->head.id) != 0);
}

void home_forget_glance(struct home *home)
{
	glance_release(&home->glance);
	free(home->glanced);
	home->glanced = NULL;
}

void home_read_glance(struct app *app, struct home *home)
{
	const struct home_entry *entry = home_chosen(home);
	struct err err = { 0 };

	home_forget_glance(home);
	if (!entry)
		return;
	if (store_glance(app->store, entry->head.id, &home->glance, &err) != 0)
		app_fail(app, &err);
	home->glanced = mem_strdup(entry->head.id);
}

char *home_harmony(const struct session_head *head)
{
	if (head->harmony_low < 0)
		return NULL;
	return head->harmony_low == head->harmony_high ?
		mem_printf(_("harmony %d of 100"), head->harmony_low) :
		mem_printf(_("harmony %d to %d of 100"), head->harmony_low, head->harmony_high);
}

/* What the list knows anyway. */
static void write_head(const struct session_head *head, struct doc *doc)
{
	char date[11], *harmony = home_harmony(head);

	doc_text(doc, STYLE_STRONG, head->title);
	if (head->organisation[0])
		doc_text(doc, STYLE_NORMAL, head->organisation);
	date_format(head->date, date);
	doc_printf(doc, STYLE_DIM, "%s%s%s", date, date[0] ? ", " : "",
		session_state_words(head->state, head->halt));
	if (head->facilitator[0])
		doc_printf(doc, STYLE_DIM, _("led by %s"), head->facilitator);
	if (harmony)
		doc_text(doc, STYLE_NORMAL, harmony);
	free(harmony);
	doc_gap(doc);
}

/* The names of a side, one after the other. */
static void write_side(const struct glance *glance, int side, struct doc *doc)
{
	struct str names;

	str_init(&names);
	for (size_t i = 0; i < glance->person_count; i++)
		if (glance->people[i].side == side)
			str_printf(&names, "%s%s", names.length ? ", " : "", glance->people[i].name);
	if (names.length)
		doc_line(doc, style_of_side(side), names.data);
	str_release(&names);
}

static void write_people(const struct glance *glance, struct doc *doc)
{
	if (glance->person_count == 0)
		return;
	doc_printf(doc, STYLE_TITLE, P_("%zu person", "%zu people", glance->person_count), glance->person_count);
	for (int side = 0; side < SIDES; side++)
		write_side(glance, side, doc);
	doc_gap(doc);
}

static void write_agenda(const struct glance *glance, struct doc *doc)
{
	struct str names;
	int minutes = 0;

	if (glance->module_count == 0)
		return;
	str_init(&names);
	for (size_t i = 0; i < glance->module_count; i++) {
		str_printf(&names, "%s%s", i ? ", " : "", glance->modules[i].id);
		minutes += glance->modules[i].minutes;
	}
	doc_printf(doc, STYLE_TITLE, P_("Agenda, %d minute", "Agenda, %d minutes", minutes), minutes);
	doc_text(doc, STYLE_NORMAL, names.data);
	doc_gap(doc);
	str_release(&names);
}

static void write_actions(const struct glance *glance, struct doc *doc)
{
	int today = clock_today();

	if (glance->action_count == 0)
		return;
	doc_printf(doc, STYLE_TITLE, P_("%zu open action", "%zu open actions", glance->action_count),
		glance->action_count);
	for (size_t i = 0; i < glance->action_count; i++) {
		const struct glance_action *action = &glance->actions[i];
		bool overdue = action->due != DAY_NONE && action->due < today;
		struct str text;
		char date[11];

		str_init(&text);
		date_format(action->due, date);
		str_add(&text, action->text);
		if (action->owner[0])
			str_printf(&text, ", %s", action->owner);
		if (date[0])
			str_printf(&text, overdue ? _(", overdue since %s") : _(", due %s"), date);
		doc_bullet(doc, overdue ? STYLE_ALERT : STYLE_NORMAL, text.data);
		str_release(&text);
	}
	doc_gap(doc);
}

static void write_series(const struct session_head *head, const struct glance *glance, struct doc *doc)
{
	char date[11];

	if (glance->followed_title) {
		date_format(glance->followed_date, date);
		doc_printf(doc, STYLE_NORMAL, _("follows %s, %s"), glance->followed_title, date);
	} else if (head->follows[0]) {
		doc_printf(doc, STYLE_DIM, _("follows session '%s', which is not here"), head->follows);
	}
	for (size_t i = 0; i < glance->follower_count; i++) {
		date_format(glance->followers[i].date, date);
		doc_printf(doc, STYLE_NORMAL, _("followed by %s, %s"), glance->followers[i].title, date);
	}
}

void home_draw_glance(const struct home *home, struct grid *grid, struct rect rect)
{
	const struct home_entry *entry = home_chosen(home);
	struct layout layout;
	struct doc doc = { 0 };

	if (!entry)
		return;
	for (int y = rect.y; y < rect.y + rect.height; y++)
		grid_text(grid, rect.x, y, 1, STYLE_DIM, "\xe2\x94\x82");
	rect.x += 2;
	rect.width -= 2;
	write_head(&entry->head, &doc);
	if (!home_wants_glance(home)) {
		write_series(&entry->head, &home->glance, &doc);
		doc_gap(&doc);
		write_actions(&home->glance, &doc);
		write_people(&home->glance, &doc);
		write_agenda(&home->glance, &doc);
	}
	layout_init(&layout, &doc, rect.width);
	layout_draw(&layout, grid, rect, 0);
	layout_release(&layout);
	doc_release(&doc);
}
