/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary of a session. */
#include "report/summary.h"

#include "base/date.h"
#include "base/i18n.h"
#include "instrument/instrument.h"
#include "report/gaps.h"
#include "report/harmony.h"
#include "report/items.h"

#include <stdlib.h>
#include <string.h>

#define TEXT_WIDTH 72

static void write_head(const struct session *session, struct doc *doc)
{
	const struct agenda *agenda = bank_agenda(session->bank, session->agenda);
	char date[11];

	doc_heading(doc, 1, session->title);
	date_format(session->date, date);
	if (session->organisation[0])
		doc_printf(doc, STYLE_NORMAL, "%s, %s", session->organisation, date);
	else
		doc_text(doc, STYLE_NORMAL, date);
	if (session->facilitator[0])
		doc_printf(doc, STYLE_NORMAL, _("Facilitated by %s"), session->facilitator);
	doc_printf(doc, STYLE_NORMAL, _("Questions: %s %s. Agenda: %s"), session->bank->title, session->bank->version,
		agenda ? agenda->title : session->agenda);
	if (session->halt == HALT_CANCELLED)
		doc_text(doc, STYLE_WARN,
			_("This session was cancelled and has no results. What was noted is kept below; nothing of it counts "
			  "as decided."));
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

/* A note of a step that is not in the summary must not get lost. */
static bool stands_with_step(const struct session *session, const char *step)
{
	int at = session_step(session, step);

	return at >= 0 && step_has_result(session, &session->steps[at]);
}

/* module: its number, or 0 for one that stands aside. */
static void write_step(const struct session *session, const struct progress *progress, int module, int step,
	int today, struct doc *doc)
{
	char *heading = module > 0 ? mem_printf("%d.%d  %s", module, step, progress->step->prompt)
				   : mem_strdup(progress->step->prompt);

	doc_heading(doc, 3, heading);
	free(heading);
	if (progress->round > 1)
		doc_printf(doc, STYLE_DIM, _("Asked again: this is round %d."), progress->round);
	step_summarise(session, progress, today, doc);
	items_write_step(session, progress->step->key, doc);
	doc_gap(doc);
}

static bool module_has_result(const struct session *session, const struct module *module)
{
	for (size_t i = 0; i < session->step_count; i++)
		if (session->steps[i].module == module && step_has_result(session, &session->steps[i]))
			return true;
	return false;
}

static void write_modules(const struct session *session, int today, struct doc *doc)
{
	int last = 0;

	for (size_t m = 0; m < session->module_count; m++) {
		const struct session_module *entry = &session->modules[m];
		char *heading;
		int number = 0, step = 0;

		if (entry->dropped || !module_has_result(session, entry->module))
			continue;
		if (!entry->module->aside)
			number = ++last;
		heading = number > 0 ? mem_printf("%d  %s", number, entry->module->title)
				     : mem_strdup(entry->module->title);
		doc_heading(doc, 2, heading);
		free(heading);
		if (entry->module->purpose)
			doc_text(doc, STYLE_DIM, entry->module->purpose);
		doc_gap(doc);
		for (size_t i = 0; i < session->step_count; i++)
			if (session->steps[i].module == entry->module && step_has_result(session, &session->steps[i]))
				write_step(session, &session->steps[i], number, ++step, today, doc);
	}
}

/* Whether something of it is asked that has a result. */
static bool module_asks(const struct module *module)
{
	for (size_t i = 0; i < module->step_count; i++)
		if (instrument_find(module->steps[i].kind)->reveals)
			return true;
	return false;
}

/* Whether the room got to a module. Where nothing is asked, only the clock knows. */
static bool module_reached(const struct session *session, const struct session_module *entry)
{
	return module_asks(entry->module) ? module_has_result(session, entry->module) : entry->seconds > 0;
}

/* What was planned and not reached, so that nothing disappears because time ran out. */
static void write_unreached(const struct session *session, struct doc *doc)
{
	size_t before;

	doc_heading(doc, 2, _("What was not reached"));
	before = doc->count;
	for (size_t m = 0; m < session->module_count; m++) {
		const struct session_module *entry = &session->modules[m];

		/* In an opening or a break nothing is missed. */
		if (!entry->module->aside && (entry->dropped || !module_reached(session, entry))) {
			char *text = mem_printf(entry->dropped ? _("%s (left out of the agenda)") : _("%s (the whole module)"),
				entry->module->title);

			doc_bullet(doc, STYLE_NORMAL, text);
			free(text);
		}
	}
	for (size_t i = 0; i < session->step_count; i++) {
		const struct progress *progress = &session->steps[i];
		char *text;

		if (!instrument_find(progress->step->kind)->reveals || step_has_result(session, progress) ||
		    progress->module->aside || !module_has_result(session, progress->module))
			continue;
		text = mem_printf(progress->ballot_count ? _("%s: %s (answered, not revealed)") : "%s: %s",
			progress->module->title, progress->step->prompt);
		doc_bullet(doc, STYLE_NORMAL, text);
		free(text);
	}
	if (doc->count == before)
		doc_text(doc, STYLE_NORMAL, _("Nothing: every step was reached."));
	doc_gap(doc);
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

		if (entry->dropped)
			continue;
		doc_cell(doc, STYLE_NORMAL, entry->module->title);
		doc_cell_printf(doc, STYLE_NORMAL, _("%d min"), entry->minutes);
		doc_cell_printf(doc, STYLE_NORMAL, _("%d min"), (int)((entry->seconds + 30) / 60));
	}
	doc_gap(doc);
}

/* Only where something below has dots to read. */
static void write_legend(const struct session *session, struct doc *doc)
{
	bool dots = false;

	for (size_t i = 0; i < session->step_count; i++)
		dots = dots || (session->steps[i].step->points > 0 && step_has_result(session, &session->steps[i]));
	if (!dots)
		return;
	doc_heading(doc, 2, _("How to read what follows"));
	doc_text(doc, STYLE_NORMAL,
		_("Each dot is a person: own is what they said, guess what they thought most of the other side would "
		  "say. Distances are in steps of the scale, averaged over pairs of people. A few people's answers are "
		  "the beginning of a conversation, not a measurement."));
	doc_gap(doc);
}

void summary_write(const struct session *session, int today, struct doc *doc)
{
	write_head(session, doc);
	if (session->halt == HALT_CANCELLED) {
		write_people(session, doc);
		items_write_noted(session, doc);
		return;
	}
	/* What was promised comes first: it is what most readers look for. */
	items_write(session, ITEM_DECISION, NULL, doc);
	items_write(session, ITEM_DIFFER, NULL, doc);
	items_write(session, ITEM_ACTION, NULL, doc);
	items_write(session, ITEM_PARKED, NULL, doc);
	gaps_write(session, doc);
	harmony_write(session, doc);
	write_people(session, doc);
	write_legend(session, doc);
	write_modules(session, today, doc);
	items_write(session, ITEM_NOTE, stands_with_step, doc);
	write_unreached(session, doc);
	write_times(session, doc);
}

void summary_text(const struct session *session, struct str *out)
{
	struct doc doc = { 0 };
	struct layout layout;

	summary_write(session, session->date, &doc);
	layout_init(&layout, &doc, TEXT_WIDTH);
	layout_text(&layout, out);
	layout_release(&layout);
	doc_release(&doc);
}
