/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three sessions or more: where each question stood every time. */
#include "report/compare-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "instrument/instrument.h"
#include "instrument/result.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BESIDE 5 /* sessions beside each other, as many as fit on a line of 72 columns */

/* All sessions, each laid beside the last one, whose words count. */
struct trend {
	const struct session *const *sessions;
	size_t count;
	struct comparison *with_last; /* one for each session but the last */
	char (*dates)[24];
};

static const struct session *last_of(const struct trend *trend)
{
	return trend->sessions[trend->count - 1];
}

/* Dates, and a number behind those that there are several of. */
static void name_dates(struct trend *trend)
{
	for (size_t i = 0; i < trend->count; i++) {
		int same = 1;
		char date[11];

		date_format(trend->sessions[i]->date, date);
		for (size_t j = 0; j < i; j++)
			same += trend->sessions[j]->date == trend->sessions[i]->date;
		if (same > 1)
			snprintf(trend->dates[i], sizeof trend->dates[i], "%s/%d", date, same > 99 ? 99 : same);
		else
			snprintf(trend->dates[i], sizeof trend->dates[i], "%s", date);
	}
}

static void trend_init(struct trend *trend, const struct session *const *sessions, size_t count)
{
	*trend = (struct trend){ .sessions = sessions, .count = count };
	trend->with_last = mem_zalloc(count - 1, sizeof *trend->with_last);
	trend->dates = mem_zalloc(count, sizeof *trend->dates);
	for (size_t i = 0; i + 1 < count; i++)
		comparison_init(&trend->with_last[i], sessions[i], last_of(trend));
	name_dates(trend);
}

static void trend_release(struct trend *trend)
{
	for (size_t i = 0; i + 1 < trend->count; i++)
		comparison_release(&trend->with_last[i]);
	free(trend->with_last);
	free(trend->dates);
}

/* How it was asked in a session, beside how the last one asks it. Both moments are the last one's for that itself. */
static struct compared beside_last(const struct trend *trend, size_t session, const struct progress *question)
{
	struct compared self = { .then = { last_of(trend), question }, .now = { last_of(trend), question },
				 .side = { 0, 1 } };

	if (session + 1 == trend->count) {
		self.state = step_has_result(last_of(trend), question) ? COMPARED : COMPARED_NOT_NOW;
		return self;
	}
	for (size_t i = 0; i < trend->with_last[session].count; i++)
		if (trend->with_last[session].questions[i].now.progress == question)
			return trend->with_last[session].questions[i];
	self.state = COMPARED_ONLY_NOW;
	return self;
}

/* In a cell: why there is no figure. */
static const char *reason(const struct compared *compared)
{
	switch (compared->state) {
	case COMPARED_REWORDED:
		return _("reworded");
	case COMPARED_SIDES:
		return _("other sides");
	case COMPARED_SUBJECT:
		return _("other text");
	case COMPARED_ONLY_NOW:
		return _("not asked");
	case COMPARED_FEW:
		return _("too few");
	default:
		return _("no result");
	}
}

/* Whether the last session's result can be laid beside it, or that is missing only there. */
static bool is_on_line(const struct compared *compared)
{
	return compared->state == COMPARED;
}

static void write_place(const struct compared *compared, int side, struct doc *doc)
{
	const struct moment *then = &compared->then;
	int at = side == SIDE_NONE ? side : compared->side[side];
	struct place place;

	if (!is_on_line(compared))
		doc_cell(doc, STYLE_DIM, reason(compared));
	else if (step_place(then->session, then->progress, at, &place)) {
		doc_cell(doc, side == SIDE_NONE ? STYLE_NORMAL : style_of_side(side), place.text);
		free(place.text);
	} else {
		doc_cell(doc, STYLE_DIM,
			side != SIDE_NONE && !result_allowed(then->session, then->progress, at, OWN) ? _("too few") : "-");
	}
}

static void write_apart(const struct compared *compared, struct doc *doc)
{
	const struct instrument *instrument = instrument_find(compared->now.progress->step->kind);
	char *text = is_on_line(compared) ? instrument->apart(compared->then.session, compared->then.progress) : NULL;

	doc_cell(doc, text ? STYLE_NORMAL : STYLE_DIM, text ? text : is_on_line(compared) ? "-" : reason(compared));
	free(text);
}

/* A row of the table: what it is of. */
static bool has_places(const struct trend *trend, const struct progress *question, int side)
{
	for (size_t i = 0; i < trend->count; i++) {
		struct compared compared = beside_last(trend, i, question);
		struct place place;
		bool has = is_on_line(&compared) &&
			   step_place(compared.then.session, compared.then.progress,
				   side == SIDE_NONE ? side : compared.side[side], &place);

		if (!has)
			continue;
		free(place.text);
		return true;
	}
	return false;
}

static int sessions_on_line(const struct trend *trend, const struct progress *question)
{
	int count = 0;

	for (size_t i = 0; i < trend->count; i++) {
		struct compared compared = beside_last(trend, i, question);

		count += is_on_line(&compared);
	}
	return count;
}

/* Some of the sessions beside each other. */
static void write_table(const struct trend *trend, const struct progress *question, size_t from, size_t to,
	struct doc *doc)
{
	const struct side *sides = last_of(trend)->bank->sides;
	const char *titles[BESIDE + 1] = { "" };

	for (size_t i = from; i < to; i++)
		titles[i - from + 1] = trend->dates[i];
	doc_table(doc, to - from + 1, titles);
	for (int side = SIDE_NONE; side < SIDES; side++) {
		if (!has_places(trend, question, side))
			continue;
		doc_cell(doc, side == SIDE_NONE ? STYLE_NORMAL : style_of_side(side),
			side == SIDE_NONE ? _("The room") : sides[side].name);
		for (size_t i = from; i < to; i++) {
			struct compared compared = beside_last(trend, i, question);

			write_place(&compared, side, doc);
		}
	}
	if (!instrument_find(question->step->kind)->apart)
		return;
	doc_cell(doc, STYLE_DIM, _("Apart"));
	for (size_t i = from; i < to; i++) {
		struct compared compared = beside_last(trend, i, question);

		write_apart(&compared, doc);
	}
}

/* The dots of a scale, one row for each session in which they can be laid beside the last. */
static void write_dots(const struct trend *trend, const struct progress *question, struct doc *doc)
{
	const struct step *step = question->step;

	doc_dots(doc, step->points, step->low, step->high);
	for (int side = 0; side < SIDES; side++) {
		for (size_t i = 0; i < trend->count; i++) {
			struct compared compared = beside_last(trend, i, question);
			const struct moment *then = &compared.then;
			char *text;

			if (is_on_line(&compared) && result_allowed(then->session, then->progress, compared.side[side], OWN)) {
				int *counts = mem_zalloc((size_t)step->points, sizeof *counts);

				for (int point = 0; point < step->points; point++) {
					char answer[16];

					snprintf(answer, sizeof answer, "%d", point + 1);
					counts[point] = result_count(then->progress, compared.side[side], OWN, answer);
				}
				doc_dots_row(doc, side, last_of(trend)->bank->sides[side].name, trend->dates[i], counts);
				free(counts);
				continue;
			}
			text = mem_printf("%s: %s", trend->dates[i], is_on_line(&compared) ? _("too few") : reason(&compared));
			doc_dots_row(doc, side, last_of(trend)->bank->sides[side].name, text, NULL);
			free(text);
		}
	}
	doc_gap(doc);
}

static bool any_place(const struct trend *trend, const struct progress *question)
{
	return has_places(trend, question, SIDE_NONE) || has_places(trend, question, 0) || has_places(trend, question, 1);
}

static void write_question(const struct trend *trend, const struct progress *question, enum detail detail,
	struct doc *doc)
{
	doc_heading(doc, 3, question->step->prompt);
	if (detail == DETAIL_FULL && question->step->points > 0)
		write_dots(trend, question, doc);
	for (size_t from = 0; from < trend->count; from += BESIDE)
		write_table(trend, question, from, from + BESIDE < trend->count ? from + BESIDE : trend->count, doc);
	doc_gap(doc);
}

/* Questions of the last session that stood alone every time. */
static void write_alone(const struct trend *trend, const struct module *module, struct doc *doc)
{
	const struct session *last = last_of(trend);
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < last->step_count; i++) {
		const struct progress *question = &last->steps[i];

		if (question->module == module && instrument_find(question->step->kind)->reveals &&
			sessions_on_line(trend, question) < 2)
			str_printf(&list, "%s%s", list.length ? "; " : "", question->step->prompt);
	}
	if (list.length)
		doc_marked(doc, STYLE_DIM, _("Nothing to lay beside it:"), list.data);
	str_release(&list);
}

static void write_module(const struct trend *trend, const struct module *module, enum detail detail, struct doc *doc)
{
	const struct session *last = last_of(trend);
	struct doc body = { 0 };

	for (size_t i = 0; i < last->step_count; i++)
		if (last->steps[i].module == module && sessions_on_line(trend, &last->steps[i]) >= 2 &&
			any_place(trend, &last->steps[i]))
			write_question(trend, &last->steps[i], detail, &body);
	write_alone(trend, module, &body);
	if (body.count == 0)
		return;
	doc_divider(doc, module->title);
	doc_append(doc, &body);
	doc_gap(doc);
}

static bool any_harmony(const struct trend *trend)
{
	bool any = false;

	for (size_t i = 0; i < trend->count && !any; i++) {
		char *harmony = compare_harmony_text(trend->sessions[i]);

		any = strcmp(harmony, "-") != 0;
		free(harmony);
	}
	return any;
}

/* "28 of 28", for the cell of a session; the last one is not laid beside itself. */
static void write_same(bool last, int same, int all, struct doc *doc)
{
	if (last)
		doc_cell(doc, STYLE_NORMAL, "");
	else
		doc_cell_printf(doc, STYLE_NORMAL, _("%d of %d"), same, all);
}

/* What the sessions are, and how far each is like the last one. */
static void write_sessions(const struct trend *trend, struct doc *doc)
{
	const char *const all[] = { _("Date"), "=", _(">People"), _("Same questions"), _("Same people"), _("Harmony") };
	bool harmonies = any_harmony(trend);

	doc_records(doc, COUNT_OF(all) - !harmonies, all);
	for (size_t i = 0; i < trend->count; i++) {
		const struct session *session = trend->sessions[i];
		bool last = i + 1 == trend->count;
		const struct comparison *beside = last ? NULL : &trend->with_last[i];
		char *harmony = compare_harmony_text(session);

		doc_cell(doc, STYLE_STRONG, trend->dates[i]);
		doc_cell(doc, STYLE_NORMAL, session->title);
		doc_cell_printf(doc, STYLE_NORMAL, "%zu", session->person_count);
		write_same(last, last ? 0 : beside->unchanged, last ? 0 : (int)beside->count, doc);
		write_same(last, last ? 0 : beside->same, last ? 0 : beside->people, doc);
		if (harmonies)
			doc_cell(doc, STYLE_NORMAL, strcmp(harmony, "-") == 0 ? "" : harmony);
		free(harmony);
	}
	doc_text(doc, STYLE_DIM, _("Questions and people are the same where the last of these sessions has them too."));
	doc_gap(doc);
}

static void write_warnings(const struct trend *trend, struct doc *doc)
{
	for (size_t i = 0; i + 1 < trend->count; i++) {
		struct doc warnings = { 0 };

		compare_write_warnings(&trend->with_last[i], &warnings);
		if (warnings.count == 0)
			continue;
		doc_printf(doc, STYLE_WARN, _("%s beside the last one:"), trend->dates[i]);
		doc_append(doc, &warnings);
	}
	doc_gap(doc);
}

void compare_write_trend(const struct session *const *sessions, size_t count, enum detail detail, struct doc *doc)
{
	struct trend trend;
	const struct session *last;

	trend_init(&trend, sessions, count);
	last = last_of(&trend);
	doc_heading(doc, 1, _("What moved, time after time"));
	write_sessions(&trend, doc);
	write_warnings(&trend, doc);
	doc_text(doc, STYLE_DIM,
		_("Each figure is a side's middle answer, or what most of it say, where the question was asked in the "
		  "words of the last session. A handful of people is no statistic: it is where a conversation begins."));
	if (any_harmony(&trend))
		doc_text(doc, STYLE_DIM, _("Two harmony ranges that touch are no change that can be told."));
	doc_gap(doc);
	for (size_t m = 0; m < last->module_count; m++)
		if (!last->modules[m].dropped)
			write_module(&trend, last->modules[m].module, detail, doc);
	trend_release(&trend);
}
