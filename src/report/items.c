/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the room kept. */
#include "report/items.h"

#include "base/date.h"
#include "base/i18n.h"

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
	char due[11], *text;

	date_format(item->due, due);
	text = mem_printf(_("%s: %s (%s)"), item->due == DAY_NONE ? _("no date") : due, item->text, owner);
	doc_marked(doc, STYLE_NORMAL, item->done ? "[x]" : "[ ]", text);
	free(text);
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

void items_write(const struct session *session, enum item_kind kind, items_elsewhere *elsewhere, struct doc *doc)
{
	const struct item **items = mem_zalloc(session->item_count, sizeof *items);
	size_t count = 0;

	for (size_t i = 0; i < session->item_count; i++)
		if (session->items[i].kind == kind && !(elsewhere && elsewhere(session, session->items[i].step)))
			items[count++] = &session->items[i];
	qsort(items, count, sizeof *items, compare);
	if (count > 0 || kind != ITEM_NOTE)
		doc_heading(doc, 2, heading(kind));
	if (count == 0 && kind != ITEM_NOTE)
		doc_text(doc, STYLE_DIM, nothing(kind));
	for (size_t i = 0; i < count; i++) {
		if (kind == ITEM_ACTION)
			write_action(items[i], doc);
		else
			doc_bullet(doc, STYLE_NORMAL, items[i]->text);
	}
	doc_gap(doc);
	free(items);
}

void items_write_step(const struct session *session, const char *step, struct doc *doc)
{
	for (size_t i = 0; i < session->item_count; i++) {
		const struct item *item = &session->items[i];

		if (strcmp(item->step, step) != 0)
			continue;
		if (item->kind == ITEM_NOTE)
			doc_marked(doc, STYLE_NORMAL, _("Note:"), item->text);
		else if (item->kind == ITEM_DECISION)
			doc_marked(doc, STYLE_STRONG, _("Decided:"), item->text);
	}
}
