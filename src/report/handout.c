/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper ballots. They bear the numbers that the screen shows, so that a pile of them is entered from top to bottom. */
#include "report/handout.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "instrument/instrument.h"
#include "model/plan.h"
#include "report/title.h"
#include "view/doc.h"

#include <stdlib.h>

#define WIDTH 72
#define PAGE 60 /* lines; Letter has 66, A4 more, and a long question may need them */
#define CUT "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -"

/* Whether it stands on a person's ballot: on the sheet with the name, or on the slip without. */
static bool is_on(const struct progress *progress, bool anonymous)
{
	const struct answering *answering = instrument_find(progress->step->kind)->answering;

	return answering && answering->paper && progress->step->by == BY_PERSON && progress->anonymous == anonymous;
}

static bool has_any(const struct session *session, const struct module *module, bool anonymous)
{
	for (size_t i = 0; i < session->step_count; i++)
		if ((!module || session->steps[i].module == module) && is_on(&session->steps[i], anonymous))
			return true;
	return false;
}

/* "3.2": the second step of the third module, as on the screen; what stands aside has only its step's number. */
static char *number_of(const struct session *session, const struct progress *progress)
{
	int count, module = plan_number(session, progress->module, &count);
	int step = plan_step_number(session, progress, &count);

	return module > 0 ? mem_printf("%d.%d ", module, step) : mem_printf("%d ", step);
}

/* What is being written: piece by piece, so that a page ends between two questions. */
struct handout {
	const struct session *session;
	struct str *out;
	bool pages;
	int lines;   /* of the page so far */
	char *title; /* of the sheet, for its next pages; NULL for none */
};

static void put(struct handout *handout, const char *text)
{
	str_add(handout->out, text);
	for (; *text; text++)
		handout->lines += *text == '\n';
}

/* Lays out a piece that stays together where a page has room for it. */
static void add_piece(struct handout *handout, struct doc *doc)
{
	struct layout layout;
	struct str text;
	int lines = 0;

	str_init(&text);
	layout_init(&layout, doc, WIDTH);
	layout_text(&layout, &text);
	layout_release(&layout);
	doc_release(doc);
	*doc = (struct doc){ 0 };
	for (const char *at = text.data; *at; at++)
		lines += *at == '\n';
	if (handout->pages && handout->lines > 0 && handout->lines + lines > PAGE) {
		str_add(handout->out, "\f");
		handout->lines = 0;
		if (handout->title) {
			put(handout, handout->title);
			put(handout, "\n");
		}
	}
	put(handout, text.data);
	str_release(&text);
}

static void end_sheet(struct handout *handout)
{
	str_add(handout->out, handout->pages ? "\f" : "\n" CUT "\n\n");
	handout->lines = 0;
	mem_set(&handout->title, NULL);
}

/* The briefing */

static void write_agenda(const struct session *session, struct doc *doc)
{
	static const char *const titles[] = { ">", "", ">" };

	doc_heading(doc, 2, _("What we do"));
	doc_table(doc, COUNT_OF(titles), titles);
	for (size_t i = 0; i < session->module_count; i++) {
		const struct session_module *entry = &session->modules[i];
		int count, number = plan_number(session, entry->module, &count);

		if (entry->dropped)
			continue;
		if (number > 0)
			doc_cell_printf(doc, STYLE_NORMAL, "%d", number);
		else
			doc_cell(doc, STYLE_NORMAL, "");
		if (entry->module->purpose)
			doc_cell_printf(doc, STYLE_NORMAL, "%s: %s", entry->module->title, entry->module->purpose);
		else
			doc_cell(doc, STYLE_NORMAL, entry->module->title);
		doc_cell_printf(doc, STYLE_NORMAL, _("%d min"), entry->minutes);
	}
}

static void write_people(const struct session *session, struct doc *doc)
{
	doc_gap(doc);
	doc_heading(doc, 2, _("Who has which number"));
	for (int side = 0; side < SIDES; side++) {
		struct str names;

		str_init(&names);
		for (size_t i = 0; i < session->person_count; i++)
			if (session->people[i].side == side)
				str_printf(&names, "%s%d %s", names.length ? "; " : "", session->people[i].id,
					session->people[i].name);
		doc_printf(doc, STYLE_NORMAL, "%s: %s", session->bank->sides[side].name,
			names.length ? names.data : _("nobody yet"));
		str_release(&names);
	}
}

static void write_briefing(const struct session *session, struct doc *doc)
{
	report_title(session, doc);
	doc_gap(doc);
	doc_heading(doc, 2, _("How you answer"));
	doc_bullet(doc, STYLE_NORMAL, _("Answer for yourself, before anybody has spoken. Nobody sees it until all are in."));
	doc_bullet(doc, STYLE_NORMAL, _("Where you are asked what the other side says, guess what most of them will answer."));
	doc_bullet(doc, STYLE_NORMAL, _("Answer one question at a time, when it is called by its number."));
	if (has_any(session, NULL, true))
		doc_bullet(doc, STYLE_NORMAL, _("Slips without a name are anonymous: write none on them, and fold them."));
	doc_gap(doc);
	write_agenda(session, doc);
	write_people(session, doc);
	doc_gap(doc);
	doc_heading(doc, 2, _("For the facilitator"));
	doc_text(doc, STYLE_NORMAL,
		_("Sheets lie in the order of the roll call: one side after the other, by number. Choose paper as the way "
		  "of answering, and enter them from top to bottom. Slips may lie in any order: enter them as sealed "
		  "rows, or as a tally."));
}

/* Ballots */

static void write_step(const struct session *session, const struct progress *progress, const char *other,
	struct doc *doc)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);
	const char *subject = step_subject(session, progress->step);
	char *number = number_of(session, progress);

	doc_marked(doc, STYLE_PROMPT, number, progress->step->prompt);
	if (subject)
		doc_text(doc, STYLE_NORMAL, subject);
	instrument->answering->paper(session, progress->step, other, doc);
	free(number);
}

/* All steps of a kind of ballot, of one module or of all. */
static void add_steps(struct handout *handout, const struct module *module, int side, bool anonymous)
{
	const struct session *session = handout->session;
	const char *other = session->bank->sides[1 - side].name;
	const struct module *last = NULL;

	for (size_t i = 0; i < session->step_count; i++) {
		const struct progress *progress = &session->steps[i];
		struct doc doc = { 0 };

		if ((module && progress->module != module) || !is_on(progress, anonymous))
			continue;
		put(handout, "\n");
		if (progress->module != last) {
			doc_divider(&doc, progress->module->title);
			doc_gap(&doc);
		}
		last = progress->module;
		write_step(session, progress, other, &doc);
		add_piece(handout, &doc);
	}
}

static void add_sheet(struct handout *handout, const struct person *person)
{
	const struct session *session = handout->session;
	char *name = mem_printf("%d  %s", person->id, person->name);
	struct doc doc = { 0 };

	doc_heading(&doc, 1, name);
	doc_printf(&doc, STYLE_NORMAL, "%s \xc2\xb7 %s", session->bank->sides[person->side].name, session->title);
	add_piece(handout, &doc);
	mem_set(&handout->title, name);
	add_steps(handout, NULL, person->side, false);
	end_sheet(handout);
	free(name);
}

/* A slip holds one module: what is on different slips cannot be put together. */
static void add_slip(struct handout *handout, const struct module *module, int side)
{
	const struct session *session = handout->session;
	struct doc doc = { 0 };

	doc_heading(&doc, 1, session->bank->sides[side].name);
	doc_printf(&doc, STYLE_NORMAL, _("%s \xc2\xb7 anonymous: no name, no number"), session->title);
	add_piece(handout, &doc);
	add_steps(handout, module, side, true);
	end_sheet(handout);
}

static void add_slips(struct handout *handout, int side)
{
	const struct session *session = handout->session;

	for (size_t m = 0; m < session->module_count; m++) {
		const struct session_module *entry = &session->modules[m];

		if (entry->dropped || !has_any(session, entry->module, true))
			continue;
		for (int n = session_people_of(session, side); n > 0; n--)
			add_slip(handout, entry->module, side);
	}
}

void handout_text(const struct session *session, bool pages, struct str *out)
{
	struct handout handout = { .session = session, .out = out, .pages = pages };
	bool named = has_any(session, NULL, false);
	struct doc doc = { 0 };

	write_briefing(session, &doc);
	add_piece(&handout, &doc);
	end_sheet(&handout);
	for (int side = 0; side < SIDES; side++) {
		for (size_t i = 0; named && i < session->person_count; i++)
			if (session->people[i].side == side)
				add_sheet(&handout, &session->people[i]);
		add_slips(&handout, side);
	}
	if (session->person_count == 0)
		doc_text(&doc, STYLE_NORMAL,
			_("Nobody is in the session yet: add people, then there is a sheet for each."));
	doc_text(&doc, STYLE_NORMAL, _("This is the end of the handout."));
	add_piece(&handout, &doc);
}
