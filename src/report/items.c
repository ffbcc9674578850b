/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the room kept. */
#include "report/items.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/action-head.h"
#include "model/decision.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static int due_key(const struct item *item)
{
	return item->due == DAY_NONE ? INT_MAX : item->due;
}

static int compare(const void *a, const void *b)
{
	const struct item *x = *(const struct item *const *)a, *y = *(const struct item *const *)b;

	if (x->kind == ITEM_ACTION && due_key(x) != due_key(y))
		return due_key(x) < due_key(y) ? -1 : 1;
	return x->id < y->id ? -1 : 1;
}

static void write_action(const struct item *item, struct doc *doc)
{
	const char *owner = item->owner[0] ? item->owner : _("nobody yet");
	enum action_state state = item_state(item);
	char due[11], *text, *words = item_state_words(item), *carried = item_carried_words(item);

	date_format(item->due, due);
	text = mem_printf(_("%s: %s (%s%s%s)"), item->due == DAY_NONE ? _("no date") : due, item->text, owner,
		carried[0] ? ", " : "", carried);
	doc_marked(doc, STYLE_NORMAL, item_mark(item), text);
	if (state == ACTION_DROPPED || state == ACTION_CARRIED)
		doc_marked(doc, STYLE_NORMAL, "   ", words);
	free(carried);
	free(words);
	free(text);
}

/* Who said yes, or who has not yet. For free(). */
static char *who_said_yes(const struct session *session, const struct item *item)
{
	const struct side *sides = session->bank->sides;

	if (decision_confirmed(item))
		return mem_printf(_("Yes from %s (%s) and %s (%s)"), item->yes[0], sides[0].name, item->yes[1],
			sides[1].name);
	for (int side = 0; side < SIDES; side++)
		if (item->yes[side][0])
			return mem_printf(_("Yes from %s (%s); nobody of %s yet"), item->yes[side], sides[side].name,
				sides[1 - side].name);
	return mem_printf(_("No yes from %s or %s yet"), sides[0].name, sides[1].name);
}

static void write_decision(const struct session *session, const struct item *item, struct doc *doc)
{
	char *yes = who_said_yes(session, item), *dissent = decision_dissent(item);

	doc_bullet(doc, STYLE_NORMAL, item->text);
	doc_marked(doc, STYLE_DIM, " ", yes);
	if (dissent)
		doc_marked(doc, STYLE_NORMAL, " ", dissent);
	free(dissent);
	free(yes);
}

/* Confirmed ones first; what is only proposed must not be taken for more. */
static void write_decisions(const struct session *session, const struct item *const *items, size_t count,
	struct doc *doc)
{
	size_t confirmed = 0;

	for (size_t i = 0; i < count; i++)
		if (decision_confirmed(items[i])) {
			write_decision(session, items[i], doc);
			confirmed++;
		}
	if (confirmed == 0 && count > 0)
		doc_text(doc, STYLE_DIM, _("No decision was confirmed by both sides."));
	if (confirmed == count)
		return;
	doc_gap(doc);
	doc_text(doc, STYLE_STRONG, _("Proposed, not confirmed by both sides:"));
	for (size_t i = 0; i < count; i++)
		if (!decision_confirmed(items[i]))
			write_decision(session, items[i], doc);
}

static const char *heading(enum item_kind kind)
{
	switch (kind) {
	case ITEM_DECISION:
		return _("What was decided");
	case ITEM_ACTION:
		return _("Who does what, by when");
	case ITEM_PARKED:
		return _("Parking lot");
	case ITEM_DIFFER:
		return _("Where we agree to differ");
	default:
		return _("Notes");
	}
}

static const char *nothing(enum item_kind kind)
{
	switch (kind) {
	case ITEM_DECISION:
		return _("No decision was recorded.");
	case ITEM_ACTION:
		return _("No action was recorded.");
	default:
		return _("Nothing was parked.");
	}
}

/* Whether a kind has its heading even where there is nothing below it. */
static bool is_always_told(enum item_kind kind)
{
	return kind == ITEM_DECISION || kind == ITEM_ACTION || kind == ITEM_PARKED;
}

/* What became of an action of a session before stands by itself; see follow_write. */
static bool is_told(const struct session *session, const struct item *item, enum item_kind kind,
	items_elsewhere *elsewhere)
{
	return item->kind == kind && !item->private && !item_is_past(item) && !(elsewhere && elsewhere(session, item->step));
}

void items_write(const struct session *session, enum item_kind kind, items_elsewhere *elsewhere, struct doc *doc)
{
	const struct item **items = mem_zalloc(session->item_count, sizeof *items);
	size_t count = 0;

	for (size_t i = 0; i < session->item_count; i++)
		if (is_told(session, &session->items[i], kind, elsewhere))
			items[count++] = &session->items[i];
	qsort(items, count, sizeof *items, compare);
	if (count > 0 || is_always_told(kind))
		doc_heading(doc, 2, heading(kind));
	if (count == 0 && is_always_told(kind))
		doc_text(doc, STYLE_DIM, nothing(kind));
	if (kind == ITEM_DECISION)
		write_decisions(session, items, count, doc);
	for (size_t i = 0; kind != ITEM_DECISION && i < count; i++) {
		if (kind == ITEM_ACTION)
			write_action(items[i], doc);
		else
			doc_bullet(doc, STYLE_NORMAL, items[i]->text);
	}
	doc_gap(doc);
	free(items);
}

static void write_step_decision(const struct session *session, const struct item *item, struct doc *doc)
{
	char *status = decision_status(session, item), *dissent = decision_dissent(item);
	char *text = mem_printf("%s \xc2\xb7 %s", item->text, status);
	char *below = mem_printf("%*s", text_width(_("Decision:")), "");

	doc_marked(doc, STYLE_STRONG, _("Decision:"), text);
	if (dissent)
		doc_marked(doc, STYLE_NORMAL, below, dissent);
	free(below);
	free(text);
	free(dissent);
	free(status);
}

void items_write_notes(const struct session *session, const char *step, struct doc *doc)
{
	for (size_t i = 0; i < session->item_count; i++)
		if (session->items[i].kind == ITEM_NOTE && !session->items[i].private &&
		    strcmp(session->items[i].step, step) == 0)
			doc_marked(doc, STYLE_NORMAL, _("Note:"), session->items[i].text);
}

void items_write_step(const struct session *session, const char *step, struct doc *doc)
{
	for (size_t i = 0; i < session->item_count; i++) {
		const struct item *item = &session->items[i];

		if (strcmp(item->step, step) != 0 || item->private)
			continue;
		if (item->kind == ITEM_NOTE)
			doc_marked(doc, STYLE_NORMAL, _("Note:"), item->text);
		else if (item->kind == ITEM_DIFFER)
			doc_marked(doc, STYLE_STRONG, _("Agreed to differ:"), item->text);
		else if (item->kind == ITEM_DECISION)
			write_step_decision(session, item, doc);
	}
}

void items_write_step_actions(const struct session *session, const char *step, struct doc *doc)
{
	for (size_t i = 0; i < session->item_count; i++)
		if (session->items[i].kind == ITEM_ACTION && strcmp(session->items[i].step, step) == 0 &&
		    !item_is_past(&session->items[i]))
			write_action(&session->items[i], doc);
}

static const char *label_of(enum item_kind kind)
{
	switch (kind) {
	case ITEM_DECISION:
		return _("Decision:");
	case ITEM_ACTION:
		return _("Action:");
	case ITEM_PARKED:
		return _("Parked:");
	case ITEM_DIFFER:
		return _("Agreed to differ:");
	default:
		return _("Note:");
	}
}

void items_write_noted(const struct session *session, struct doc *doc)
{
	bool any = false;

	doc_heading(doc, 2, _("What was noted"));
	for (size_t i = 0; i < session->item_count; i++) {
		const struct item *item = &session->items[i];
		char *text;

		if (item->private)
			continue;
		any = true;
		text = item->owner[0] ? mem_printf("%s (%s)", item->text, item->owner) : mem_strdup(item->text);

		doc_marked(doc, STYLE_NORMAL, label_of(item->kind), text);
		free(text);
	}
	if (!any)
		doc_text(doc, STYLE_DIM, _("Nothing was noted."));
	doc_gap(doc);
}
