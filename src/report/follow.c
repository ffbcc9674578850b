/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the actions of the session before. */
#include "report/follow.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/action-head.h"
#include "model/follow.h"

#include <stdlib.h>

enum outcome { OUTCOME_DONE, OUTCOME_CARRIED, OUTCOME_DROPPED, OUTCOMES };

static enum outcome outcome_of(const struct item *item)
{
	if (item->done)
		return OUTCOME_DONE;
	return item->dropped[0] ? OUTCOME_DROPPED : OUTCOME_CARRIED;
}

static void write_heading(const struct session *session, struct doc *doc)
{
	char date[11], *heading;

	date_format(session->follows_date, date);
	if (!date[0]) {
		doc_heading(doc, 2, _("What became of the actions before"));
		return;
	}
	heading = mem_printf(_("What became of the actions of %s"), date);
	doc_heading(doc, 2, heading);
	free(heading);
}

static void write_counts(const struct session *session, struct doc *doc)
{
	int counts[OUTCOMES] = { 0 }, all = 0;

	for (size_t i = 0; i < session->item_count; i++)
		if (session->items[i].carried > 0) {
			counts[outcome_of(&session->items[i])]++;
			all++;
		}
	doc_printf(doc, STYLE_NORMAL,
		P_("%d action was open: %d done, %d carried over, %d dropped.",
			"%d actions were open: %d done, %d carried over, %d dropped.", all),
		all, counts[OUTCOME_DONE], counts[OUTCOME_CARRIED], counts[OUTCOME_DROPPED]);
}

/* When it was due there, where that is known. For free(). */
static char *was_due(const struct item *item)
{
	char due[11];

	date_format(item->from_due, due);
	return due[0] ? mem_printf(_("%s (%s, was due %s)"), item->text, item->owner[0] ? item->owner : _("nobody yet"), due)
		      : mem_printf("%s (%s)", item->text, item->owner[0] ? item->owner : _("nobody yet"));
}

static void write_item(const struct item *item, struct doc *doc)
{
	static const char *const marks[OUTCOMES] = { "[x]", "[>]", "[-]" };
	char *text = was_due(item), *carried = item_carried_words(item), *below = NULL, due[11];

	doc_marked(doc, STYLE_NORMAL, marks[outcome_of(item)], text);
	date_format(item->due, due);
	if (outcome_of(item) == OUTCOME_DROPPED)
		below = mem_printf(_("Dropped: %s"), item->dropped);
	else if (outcome_of(item) == OUTCOME_CARRIED && due[0])
		below = mem_printf(_("Now due %s, %s"), due, carried);
	else if (outcome_of(item) == OUTCOME_CARRIED)
		below = mem_printf(_("No date now, %s"), carried);
	if (below)
		doc_marked(doc, STYLE_NORMAL, "   ", below);
	free(below);
	free(carried);
	free(text);
}

void follow_write(const struct session *session, enum detail detail, struct doc *doc)
{
	if (follow_count(session) == 0)
		return;
	write_heading(session, doc);
	write_counts(session, doc);
	for (int outcome = 0; outcome < OUTCOMES; outcome++) {
		if (outcome == OUTCOME_CARRIED && detail == DETAIL_SHORT)
			continue;
		for (size_t i = 0; i < session->item_count; i++)
			if (session->items[i].carried > 0 && (int)outcome_of(&session->items[i]) == outcome)
				write_item(&session->items[i], doc);
	}
	doc_gap(doc);
}
