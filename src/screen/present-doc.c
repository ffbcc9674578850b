/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the audience's screen. */
#include "screen/present-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "instrument/answerers.h"
#include "model/action-head.h"
#include "report/items.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MARK_DONE "\xe2\x97\x8f"
#define MARK_OPEN "\xc2\xb7"
#define MARKS_MOST 24 /* people of a side beyond whom there is no mark for each */

bool present_shows_result(const struct progress *progress)
{
	return progress_is_revealed(progress) && instrument_find(progress->step->kind)->reveals;
}

/* Counting */

static void count_people(const struct session *session, const struct progress *progress, struct heard *heard)
{
	struct answerers answerers;

	answerers_init(&answerers, session, progress->step);
	for (int i = 0; i < answerers.count; i++) {
		const struct answerer *answerer = &answerers.items[i];
		bool has = answerer_has(progress, answerer, OWN);

		/* Who is not here is not waited for. */
		if (answerer->side == SIDE_NONE || (answerer_is_away(progress, answerer) && (answerer->away ? !has : true)))
			continue;
		heard->of[answerer->side]++;
		heard->done[answerer->side] += answerer->away || answerer_done(progress, answerer);
	}
	answerers_release(&answerers);
}

void present_count(const struct session *session, const struct progress *progress, struct heard *heard)
{
	const struct answering *answering = instrument_find(progress->step->kind)->answering;

	*heard = (struct heard){ .counts = answering && progress->step->by != BY_ROOM };
	if (!heard->counts)
		return;
	if (progress->entry == ENTRY_TALLY && answering->tally_count) {
		for (int side = 0; side < SIDES; side++) {
			heard->of[side] = session_people_of(session, side);
			heard->done[side] = progress_answers(progress, side, OWN);
		}
	} else {
		count_people(session, progress, heard);
	}
	for (int side = 0; side < SIDES; side++) {
		heard->done_all += heard->done[side];
		heard->of_all += heard->of[side];
	}
}

/* Asking */

/* The points of a scale, as far apart as there is room, with what its ends mean below. */
static void write_points(const struct step *step, int width, struct doc *doc)
{
	int apart = (width - 1) / (step->points - 1);
	struct str points, ends;

	apart = apart > 14 ? 14 : apart;
	width = apart * (step->points - 1) + 1;
	str_init(&points);
	str_init(&ends);
	for (int point = 1; point <= step->points; point++) {
		str_printf(&points, "%d", point);
		if (point < step->points)
			str_repeat(&points, " ", (size_t)apart - 1);
	}
	doc_gap(doc);
	doc_line(doc, STYLE_STRONG, points.data);
	if (text_width(step->low) + text_width(step->high) + 3 <= width) {
		str_add(&ends, step->low);
		str_repeat(&ends, " ", (size_t)(width - text_width(step->low) - text_width(step->high)));
		str_add(&ends, step->high);
	} else {
		str_printf(&ends, "1 %s \xc2\xb7 %d %s", step->low, step->points, step->high);
	}
	doc_line(doc, STYLE_NORMAL, ends.data);
	str_release(&points);
	str_release(&ends);
}

/* A line for each side: its name, a mark for each who has answered and who has not, and how many. */
static void write_heard(const struct session *session, const struct heard *heard, int width, struct doc *doc)
{
	int name = 0;

	for (int side = 0; side < SIDES; side++) {
		int own = text_width(session->bank->sides[side].name);

		name = own > name ? own : name;
	}
	doc_gap(doc);
	for (int side = 0; side < SIDES; side++) {
		const char *title = session->bank->sides[side].name;
		char *count = mem_printf(_("%d of %d"), heard->done[side], heard->of[side]);
		struct str line;

		str_init(&line);
		str_add(&line, title);
		str_repeat(&line, " ", (size_t)(name - text_width(title) + 3));
		if (heard->of[side] <= MARKS_MOST && name + 3 + 2 * heard->of[side] + 10 <= width) {
			for (int i = 0; i < heard->of[side]; i++)
				str_printf(&line, "%s ", i < heard->done[side] ? MARK_DONE : MARK_OPEN);
			str_add(&line, "  ");
		}
		str_add(&line, count);
		doc_line(doc, style_of_side(side), line.data);
		str_clear(&line);
		str_printf(&line, "%s: %s", title, count);
		doc_spoken(doc, line.data);
		str_release(&line);
		free(count);
	}
}

/* What the room said as one is open, as everybody heard it. */
static void write_rooms_answer(const struct progress *progress, struct doc *doc)
{
	const struct answering *answering = instrument_find(progress->step->kind)->answering;
	const struct ballot *ballot = progress_ballot(progress, ANSWERER_ROOM);
	char *text;

	if (!answering || progress->step->by != BY_ROOM || !ballot || !ballot->answers[OWN])
		return;
	text = strcmp(ballot->answers[OWN], ANSWER_CANT_SAY) == 0 ? mem_strdup(_("can't say"))
								  : answering->show(progress->step, ballot->answers[OWN]);
	doc_gap(doc);
	doc_text(doc, STYLE_STRONG, text);
	free(text);
}

static void write_asking(const struct session *session, const struct progress *progress, int width, struct doc *doc)
{
	const struct step *step = progress->step;
	const char *subject = step_subject(session, step);
	struct heard heard;

	if (subject)
		doc_text(doc, STYLE_STRONG, subject);
	if (step->points > 0)
		write_points(step, width, doc);
	step_pose(session, progress, doc);
	write_rooms_answer(progress, doc);
	if (progress->anonymous) {
		doc_gap(doc);
		doc_text(doc, STYLE_DIM, _("Anonymous: no name is kept with an answer."));
	}
	if (step->predict) {
		doc_gap(doc);
		doc_text(doc, STYLE_NORMAL, _("And a guess: what will most of the other side say?"));
	}
	present_count(session, progress, &heard);
	if (heard.counts)
		write_heard(session, &heard, width, doc);
}

void present_write_step(const struct session *session, const struct progress *progress, int width, struct doc *doc)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);

	doc_text(doc, STYLE_PROMPT, progress->step->prompt);
	doc_gap(doc);
	if (present_shows_result(progress) || !instrument->reveals)
		step_summarise(session, progress, clock_today(), doc);
	else
		write_asking(session, progress, width, doc);
	doc_gap(doc);
	items_write_step(session, progress->step->key, doc);
	items_write_step_actions(session, progress->step->key, doc);
}

/* Before, between and after */

void present_write_agenda(const struct session *session, const struct module *here, struct doc *doc)
{
	bool past = here != NULL;

	doc_gap(doc);
	for (size_t i = 0; i < session->module_count; i++) {
		const struct session_module *entry = &session->modules[i];
		bool current = entry->module == here;
		char *text;

		if (entry->dropped)
			continue;
		past = past && !current;
		/* TRANSLATORS: a module of the agenda, and its minutes. */
		text = mem_printf(_("%s \xc2\xb7 %d min"), entry->module->title, entry->minutes);
		doc_marked(doc, current ? STYLE_STRONG : STYLE_DIM,
			current ? "\xe2\x96\xb8" : past ? "\xe2\x9c\x93" : "\xc2\xb7", text);
		free(text);
	}
}

void present_write_waiting(const struct session *session, struct doc *doc)
{
	char day[11];

	date_format(session->date, day);
	doc_text(doc, STYLE_PROMPT, session->title);
	if (session->organisation[0])
		doc_text(doc, STYLE_STRONG, session->organisation);
	doc_line(doc, STYLE_NORMAL, day);
	present_write_agenda(session, NULL, doc);
}

static bool write_kind(const struct session *session, enum item_kind kind, struct doc *doc)
{
	for (size_t i = 0; i < session->item_count; i++) {
		if (session->items[i].kind != kind || item_is_past(&session->items[i]))
			continue;
		items_write(session, kind, NULL, doc);
		return true;
	}
	return false;
}

void present_write_closing(const struct session *session, struct doc *doc)
{
	static const enum item_kind kinds[] = { ITEM_DECISION, ITEM_ACTION, ITEM_DIFFER };

	doc_text(doc, STYLE_PROMPT, session->title);
	doc_gap(doc);
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		write_kind(session, kinds[i], doc);
	doc_text(doc, STYLE_STRONG, _("Thank you."));
}
