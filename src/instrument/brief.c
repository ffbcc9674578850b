/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that the room reads or hears, with a list of what it has kept if wanted. */
#include "instrument/instrument.h"

#include "base/date.h"
#include "base/i18n.h"
#include "instrument/findings.h"
#include "instrument/result.h"
#include "model/action-head.h"
#include "model/decision.h"
#include "model/session.h"

#include <stdlib.h>

#define TEXT_LIMIT 4000

static const char *const keys[] = { "text", "show" };

/* What it lists: kept items by their kind, and then what nothing has come of yet. */
#define SHOW_GAPS ITEM_KINDS
#define SHOWS (ITEM_KINDS + 1)

static const char *const lists[SHOWS] = {
	[ITEM_NOTE] = "note",
	[ITEM_DECISION] = "decision",
	[ITEM_ACTION] = "action",
	[ITEM_PARKED] = "parked",
	[ITEM_DIFFER] = "differ",
	[SHOW_GAPS] = "gap",
};

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	const struct node *show = reader_list(reader, node, "show", false, SHOWS);

	step->text = reader_text(reader, node, "text", true, TEXT_LIMIT);
	for (size_t i = 0; show && i < show->count; i++) {
		int kind =
			reader_choice_entry(reader, show->items[i], "show", lists, COUNT_OF(lists));

		if (kind < 0)
			continue;
		if (step->shows & 1u << kind)
			reader_fail(reader, show->items[i], _("'%s' stands twice in 'show'"),
				lists[kind]);
		step->shows |= 1u << kind;
	}
}

static void write_decision(const struct session *session, const struct item *item, struct doc *doc)
{
	char *status = decision_status(session, item), *dissent = decision_dissent(item);
	char *text = mem_printf("%s \xc2\xb7 %s", item->text, status);

	doc_bullet(doc, decision_confirmed(item) ? STYLE_NORMAL : STYLE_WARN, text);
	if (dissent)
		doc_marked(doc, STYLE_NORMAL, " ", dissent);
	free(text);
	free(dissent);
	free(status);
}

static void write_item(const struct session *session, const struct item *item, struct doc *doc)
{
	char due[11], *text, *words;

	if (item->kind == ITEM_DECISION) {
		write_decision(session, item, doc);
		return;
	}
	if (item->kind != ITEM_ACTION) {
		doc_bullet(doc, STYLE_NORMAL, item->text);
		return;
	}
	date_format(item->due, due);
	words = item_state_words(item);
	text = mem_printf("%s \xc2\xb7 %s \xc2\xb7 %s%s%s", item->text, item->owner[0] ? item->owner : _("nobody yet"),
		due[0] ? due : _("no date"), action_is_open(item) || item->done ? "" : " \xc2\xb7 ", item->done ? "" : words);
	doc_marked(doc, (item->owner[0] && due[0]) || !action_is_open(item) ? STYLE_NORMAL : STYLE_WARN,
		item_mark(item), text);
	free(words);
	free(text);
}

static const char *title_of(enum item_kind kind)
{
	static const char *const titles[ITEM_KINDS] = {
		[ITEM_NOTE] = N_("Notes"),
		[ITEM_DECISION] = N_("Decisions"),
		[ITEM_ACTION] = N_("Actions"),
		[ITEM_PARKED] = N_("Parking lot"),
		[ITEM_DIFFER] = N_("Agreed to differ"),
	};

	return _(titles[kind]);
}

static void write_items(const struct session *session, enum item_kind kind, struct doc *doc)
{
	bool any = false;

	doc_gap(doc);
	doc_text(doc, STYLE_TITLE, title_of(kind));
	for (size_t i = 0; i < session->item_count; i++) {
		/* What was promised before, and has been done or dropped, is not of today. */
		if (session->items[i].kind != kind || session->items[i].private || item_is_past(&session->items[i]))
			continue;
		write_item(session, &session->items[i], doc);
		any = true;
	}
	if (!any)
		doc_text(doc, STYLE_DIM, _("none yet"));
}

/* The questions that ask for something, and of which nothing has come. */
static void write_gaps(const struct session *session, struct doc *doc)
{
	struct findings findings;

	findings_init(&findings, session);
	doc_gap(doc);
	doc_text(doc, STYLE_TITLE, _("Gaps still open"));
	for (size_t i = 0; i < findings.count; i++) {
		const struct finding *finding = &findings.items[i];
		char *text;

		if (!finding_is_open(finding))
			continue;
		text = mem_printf("%s \xc2\xb7 %s", finding->question,
			verdict_word(finding->verdict.kind));
		doc_bullet(doc, STYLE_WARN, text);
		free(text);
	}
	if (findings_open(&findings) == 0)
		doc_text(doc, STYLE_DIM, _("none"));
	findings_release(&findings);
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	static const enum item_kind order[] = { ITEM_DECISION, ITEM_DIFFER, ITEM_ACTION, ITEM_PARKED, ITEM_NOTE };

	(void)today;
	doc_text(doc, STYLE_NORMAL, progress->step->text);
	for (size_t i = 0; i < COUNT_OF(order); i++)
		if (progress->step->shows & (1u << order[i]))
			write_items(session, order[i], doc);
	if (progress->step->shows & (1u << SHOW_GAPS))
		write_gaps(session, doc);
}

static void draw(struct stage *stage, struct grid *grid, struct rect rect)
{
	struct doc doc = { 0 };
	struct layout layout;

	step_summarise(stage->session, stage->progress, stage->today, &doc);
	if (grid->linear)
		doc_in_words(&doc);
	layout_init(&layout, &doc, rect.width > 76 && !grid->linear ? 76 : rect.width);
	if (stage->top > (int)layout.count - rect.height)
		stage->top = (int)layout.count - rect.height;
	if (stage->top < 0)
		stage->top = 0;
	layout_draw(&layout, grid, rect, stage->top);
	if (stage->top + rect.height < (int)layout.count)
		grid_text_right(grid, rect.x, rect.y + rect.height, rect.width, STYLE_KEY,
			_(" \xe2\x86\x93 more "));
	layout_release(&layout);
	doc_release(&doc);
}

static bool take_key(struct stage *stage, enum action action, const struct key *key)
{
	(void)key;
	if (action == ACT_UP || action == ACT_PAGE_UP)
		stage->top -= action == ACT_UP ? 1 : 10;
	else if (action == ACT_DOWN || action == ACT_PAGE_DOWN)
		stage->top += action == ACT_DOWN ? 1 : 10;
	else
		return false;
	return true;
}

const struct instrument instrument_brief = {
	.kind = "brief",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.draw = draw,
	.key = take_key,
	.summarise = summarise,
};
