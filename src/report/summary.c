/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary of a session. */
#include "report/summary.h"

#include "base/i18n.h"
#include "instrument/instrument.h"
#include "instrument/scale.h"
#include "report/compare.h"
#include "report/follow.h"
#include "report/gaps.h"
#include "report/harmony.h"
#include "report/items.h"
#include "report/title.h"
#include "report/unreached.h"
#include "report/withheld.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_WIDTH 72
#define PROMPT_INDENT 5 /* as wide as the number of a question */

/* The minutes of a module when the session began, and if that is not known what they are now. */
static int planned_of(const struct session *session, const struct session_module *entry)
{
	for (size_t m = 0; m < session->module_count; m++)
		if (session->modules[m].planned >= 0)
			return entry->planned >= 0 ? entry->planned : 0;
	return entry->dropped ? 0 : entry->minutes;
}

/* How long it took altogether; nothing where the clock never ran. */
static void write_time(const struct session *session, struct doc *doc)
{
	int64_t seconds = 0;
	int planned = 0, took;

	for (size_t m = 0; m < session->module_count; m++) {
		planned += planned_of(session, &session->modules[m]);
		seconds += session->modules[m].seconds;
	}
	took = (int)((seconds + 30) / 60);
	if (took > 0)
		doc_printf(doc, STYLE_NORMAL,
			P_("It took %d minute; %d were planned.", "It took %d minutes; %d were planned.", took),
			took, planned);
}

static void write_head(const struct session *session, struct doc *doc)
{
	const struct agenda *agenda = bank_agenda(session->bank, session->agenda);

	report_title(session, doc);
	doc_printf(doc, STYLE_NORMAL, _("Questions: %s %s. Agenda: %s"), session->bank->title, session->bank->version,
		agenda ? agenda->title : session->agenda);
	write_time(session, doc);
	if (session->halt == HALT_CANCELLED)
		doc_text(doc, STYLE_WARN,
			_("This session was cancelled and has no results. What was noted is kept below; nothing of it "
			  "counts as decided."));
	else if (session->halt == HALT_SET_ASIDE)
		doc_text(doc, STYLE_WARN, _("This session was set aside, to go on with it later."));
	else if (session->state != SESSION_FINISHED)
		doc_text(doc, STYLE_WARN, _("This session is not finished."));
	doc_gap(doc);
}

static void write_people(const struct session *session, struct doc *doc)
{
	doc_heading(doc, 2, _("Who took part"));
	for (int side = 0; side < SIDES; side++) {
		struct str names;

		str_init(&names);
		for (size_t i = 0; i < session->person_count; i++) {
			const struct person *person = &session->people[i];

			if (person->side != side)
				continue;
			str_printf(&names, "%s%s", names.length ? "; " : "", person->name);
			if (person->role[0])
				str_printf(&names, ", %s", person->role);
			if (person->presence == AWAY)
				str_printf(&names, " (%s)", _("not there at the end"));
		}
		doc_printf(doc, style_of_side(side), "%s (%d): %s", session->bank->sides[side].name,
			session_people_of(session, side), names.length ? names.data : _("nobody"));
		str_release(&names);
	}
	doc_gap(doc);
}

/* Whether a step's result is in the summary; in a short one only where no other step tells it. */
static bool is_told(const struct session *session, enum detail detail, const struct progress *progress)
{
	return step_has_result(session, progress) &&
	       (detail == DETAIL_FULL || !step_is_taken_up(session, progress->step));
}

/* A note of a step that is not in the summary must not get lost. */
static bool stands_in_full(const struct session *session, const char *step)
{
	int at = session_step(session, step);

	return at >= 0 && is_told(session, DETAIL_FULL, &session->steps[at]);
}

static bool stands_in_short(const struct session *session, const char *step)
{
	int at = session_step(session, step);

	return at >= 0 && is_told(session, DETAIL_SHORT, &session->steps[at]);
}

/* module: its number, or 0 for one that stands aside. */
static void write_prompt(const struct progress *progress, int module, int step, struct doc *doc)
{
	char *number = module > 0 ? mem_printf("%d.%d", module, step) : NULL;

	doc_heading(doc, 3, progress->step->prompt);
	if (number)
		doc_number(doc, number);
	free(number);
}

static void write_result(const struct session *session, enum detail detail, const struct progress *progress, int today,
	struct doc *doc)
{
	if (progress->round > 1)
		doc_printf(doc, STYLE_DIM, _("Asked again: this is round %d."), progress->round);
	if (detail == DETAIL_FULL) {
		step_summarise(session, progress, today, doc);
		items_write_step(session, progress->step->key, doc);
	} else {
		/* What was decided stands above already. */
		step_digest(session, progress, today, doc);
		items_write_notes(session, progress->step->key, doc);
	}
}

/* Whether a result has nothing but sentences and lines, which another one can follow without a gap. */
static bool is_tight(const struct doc *doc)
{
	for (size_t i = 0; i < doc->count; i++) {
		const struct block *block = &doc->blocks[i];

		if (block->kind != BLOCK_TEXT && block->kind != BLOCK_BULLET &&
		    (block->kind != BLOCK_DOTS || !block->text) &&
		    (block->kind != BLOCK_TABLE || doc_has_titles(block)))
			return false;
	}
	return true;
}

static void write_steps(const struct session *session, enum detail detail, const struct module *module, int number,
	int today, struct doc *doc)
{
	bool tight = true;
	int step = 0;

	for (size_t i = 0; i < session->step_count; i++) {
		const struct progress *progress = &session->steps[i];
		struct doc result = { 0 };

		if (progress->module != module || !is_told(session, detail, progress))
			continue;
		write_result(session, detail, progress, today, &result);
		if (step > 0 && (detail == DETAIL_FULL || !tight))
			doc_gap(doc);
		tight = is_tight(&result);
		write_prompt(progress, number, ++step, doc);
		if (detail == DETAIL_SHORT)
			doc_indent(&result, PROMPT_INDENT);
		doc_append(doc, &result);
	}
	doc_gap(doc);
}

static void write_modules(const struct session *session, enum detail detail, int today, struct doc *doc)
{
	int last = 0;

	for (size_t m = 0; m < session->module_count; m++) {
		const struct session_module *entry = &session->modules[m];
		char text[16];
		int number = 0;

		if (entry->dropped || !report_module_has_result(session, entry->module))
			continue;
		if (!entry->module->aside)
			number = ++last;
		snprintf(text, sizeof text, "%d", number);
		doc_heading(doc, detail == DETAIL_FULL ? 2 : HEADING_RULED, entry->module->title);
		if (number > 0)
			doc_number(doc, text);
		if (detail == DETAIL_FULL && entry->module->purpose)
			doc_text(doc, STYLE_DIM, entry->module->purpose);
		if (detail == DETAIL_FULL)
			doc_gap(doc);
		write_steps(session, detail, entry->module, number, today, doc);
	}
}

static void write_times(const struct session *session, struct doc *doc)
{
	const char *const titles[] = { _("Module"), _(">Planned"), _(">Took") };
	bool any = false;

	for (size_t m = 0; m < session->module_count; m++)
		any = any || session->modules[m].seconds >= 60;
	if (!any)
		return;
	doc_heading(doc, 2, _("Time"));
	doc_table(doc, COUNT_OF(titles), titles);
	for (size_t m = 0; m < session->module_count; m++) {
		const struct session_module *entry = &session->modules[m];

		if (entry->dropped && entry->planned < 0 && entry->seconds < 60)
			continue;
		doc_cell(doc, STYLE_NORMAL, entry->module->title);
		doc_cell_printf(doc, STYLE_NORMAL, _("%d min"), planned_of(session, entry));
		doc_cell_printf(doc, STYLE_NORMAL, _("%d min"), (int)((entry->seconds + 30) / 60));
	}
	doc_gap(doc);
}

static const char *full_legend(void)
{
	return _("Each dot is a person: own is what they said, guess what they thought most of the other side would "
		 "say. Distances are in steps of the scale, averaged over pairs of people. A few people's answers are "
		 "the beginning of a conversation, not a measurement.");
}

static void write_short_legend(const struct bank *bank, const struct step *scale, struct doc *doc)
{
	if (scales_are_alike(bank))
		doc_printf(doc, STYLE_NORMAL,
			_("Each dot is a person, from 1, %s, at the left to %d, %s, at the right. Apart: by how many "
			  "steps, averaged over pairs of people. Low: where both sides stand together, below the "
			  "middle. After a colon: what became of it. A few people's answers are the beginning of a "
			  "conversation, not a measurement."),
			scale->low, scale->points, scale->high);
	else
		doc_text(doc, STYLE_NORMAL,
			_("Each dot is a person, from the lowest answer at the left to the highest at the right. "
			  "Apart: by how many steps, averaged over pairs of people. Low: where both sides stand together, "
			  "below the middle. After a colon: what became of it. A few people's answers are the "
			  "beginning of a conversation, not a measurement."));
	doc_spoken(doc, _("Each line says how many of a side are at which point of the scale. Apart: by how many steps, "
			  "averaged over pairs of people. Low: where both sides stand together, below the middle. After "
			  "a colon: what became of it. A few people's answers are the beginning of a conversation, not "
			  "a measurement."));
}

/* Only where something below has dots to read. */
static void write_legend(const struct session *session, enum detail detail, struct doc *doc)
{
	const struct step *scale = NULL;

	for (size_t i = 0; i < session->step_count; i++)
		if (session->steps[i].step->points > 0 && step_has_result(session, &session->steps[i]) &&
		    step_is_answered(session, &session->steps[i]))
			scale = session->steps[i].step;
	if (!scale)
		return;
	doc_heading(doc, 2, _("How to read what follows"));
	if (detail == DETAIL_FULL)
		doc_text(doc, STYLE_NORMAL, full_legend());
	else
		write_short_legend(session->bank, scale, doc);
	doc_gap(doc);
}

/* In a paragraph, where it is short. */
static void write_harmony(const struct session *session, enum detail detail, struct doc *doc)
{
	struct doc harmony = { 0 };

	harmony_write(session, &harmony);
	if (detail == DETAIL_SHORT)
		doc_join(&harmony);
	doc_append(doc, &harmony);
}

void summary_write(const struct session *session, enum detail detail, int today, struct doc *doc)
{
	summary_write_after(session, NULL, detail, today, doc);
}

void summary_write_after(const struct session *session, const struct session *earlier, enum detail detail, int today,
	struct doc *doc)
{
	write_head(session, doc);
	if (session->halt == HALT_CANCELLED) {
		write_people(session, doc);
		items_write_noted(session, doc);
		withheld_write(session, doc);
		return;
	}
	follow_write(session, detail, doc);
	/* What was promised comes first: it is what most readers look for. */
	items_write(session, ITEM_DECISION, NULL, doc);
	items_write(session, ITEM_DIFFER, NULL, doc);
	items_write(session, ITEM_ACTION, NULL, doc);
	items_write(session, ITEM_PARKED, NULL, doc);
	gaps_write(session, detail, doc);
	write_harmony(session, detail, doc);
	if (earlier)
		compare_write_since(earlier, session, detail, doc);
	write_people(session, doc);
	write_legend(session, detail, doc);
	write_modules(session, detail, today, doc);
	items_write(session, ITEM_NOTE, detail == DETAIL_FULL ? stands_in_full : stands_in_short, doc);
	unreached_write(session, detail, doc);
	if (detail == DETAIL_FULL)
		write_times(session, doc);
	withheld_write(session, doc);
}

void summary_text(const struct session *session, const struct session *earlier, enum detail detail, struct str *out)
{
	struct doc doc = { 0 };
	struct layout layout;

	summary_write_after(session, earlier, detail, session->date, &doc);
	layout_init(&layout, &doc, TEXT_WIDTH);
	layout_text(&layout, out);
	layout_release(&layout);
	doc_release(&doc);
}
