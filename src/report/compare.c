/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sessions compared, module by module. */
#include "report/compare-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/action-head.h"
#include "model/decision.h"

#include <stdlib.h>
#include <string.h>

#define TEXT_WIDTH 72

int compare_by_date(const void *a, const void *b)
{
	const struct session *x = *(const struct session *const *)a, *y = *(const struct session *const *)b;

	return x->date != y->date ? (x->date < y->date ? -1 : 1) : strcmp(x->id, y->id);
}

/* What moved */

void moved_init(struct moved *moved, const struct session *then, const struct session *now)
{
	*moved = (struct moved){ 0 };
	comparison_init(&moved->comparison, then, now);
	/* What was cancelled has no results. */
	if (then->halt != HALT_CANCELLED)
		findings_init(&moved->then, then);
	if (now->halt != HALT_CANCELLED)
		findings_init(&moved->now, now);
}

void moved_release(struct moved *moved)
{
	findings_release(&moved->then);
	findings_release(&moved->now);
	comparison_release(&moved->comparison);
}

static const struct finding *finding_of(const struct findings *findings, const struct progress *progress)
{
	for (size_t i = 0; progress && i < findings->count; i++)
		if (findings->items[i].progress == progress)
			return &findings->items[i];
	return NULL;
}

enum gap_fate moved_gap(const struct moved *moved, const struct compared *compared, const struct finding **then,
	const struct finding **now)
{
	bool was, is;

	*then = finding_of(&moved->then, compared->then.progress);
	*now = finding_of(&moved->now, compared->now.progress);
	if (compared->state != COMPARED || !*then || !*now || (*then)->verdict.kind == VERDICT_NONE ||
		(*now)->verdict.kind == VERDICT_NONE)
		return GAP_NONE;
	was = verdict_asks((*then)->verdict.kind);
	is = verdict_asks((*now)->verdict.kind);
	return was ? (is ? GAP_STILL : GAP_CLOSED) : is ? GAP_NEW : GAP_NONE;
}

int moved_of(const struct moved *moved, enum shift wanted)
{
	int count = 0;

	for (size_t i = 0; i < moved->comparison.count; i++) {
		enum shift shift;

		free(compared_shift(&moved->comparison.questions[i], &shift));
		count += moved->comparison.questions[i].state == COMPARED && shift == wanted;
	}
	return count;
}

/* The head */

static void write_row(struct doc *doc, const char *title, const char *then, const char *now)
{
	doc_cell(doc, STYLE_DIM, title);
	doc_cell(doc, STYLE_NORMAL, then);
	doc_cell(doc, STYLE_NORMAL, now);
}

/* "9 (Sales 4, Service 5)", for free(). */
static char *people_text(const struct session *session)
{
	return mem_printf("%zu (%s %d, %s %d)", session->person_count, session->bank->sides[0].name,
		session_people_of(session, 0), session->bank->sides[1].name, session_people_of(session, 1));
}

static void write_head(const struct session *then, const struct session *now, struct doc *doc)
{
	const char *const titles[] = { "", _("Then"), _("Now") };
	char *people[] = { people_text(then), people_text(now) };
	char *harmony[] = { compare_harmony_text(then), compare_harmony_text(now) };
	char dates[2][11];

	date_format(then->date, dates[0]);
	date_format(now->date, dates[1]);
	doc_heading(doc, 1, _("What moved"));
	doc_table(doc, COUNT_OF(titles), titles);
	write_row(doc, _("Session"), then->title, now->title);
	write_row(doc, _("Date"), dates[0], dates[1]);
	if (then->organisation[0] || now->organisation[0])
		write_row(doc, _("Organisation"), then->organisation[0] ? then->organisation : "-",
			now->organisation[0] ? now->organisation : "-");
	write_row(doc, _("People"), people[0], people[1]);
	if (strcmp(harmony[0], "-") != 0 || strcmp(harmony[1], "-") != 0)
		write_row(doc, _("Harmony"), harmony[0], harmony[1]);
	doc_gap(doc);
	for (int i = 0; i < 2; i++) {
		free(people[i]);
		free(harmony[i]);
	}
}

static void write_gap_counts(const struct moved *moved, struct doc *doc)
{
	int counts[GAP_FATES] = { 0 };

	for (size_t i = 0; i < moved->comparison.count; i++) {
		const struct finding *then, *now;

		counts[moved_gap(moved, &moved->comparison.questions[i], &then, &now)]++;
	}
	if (counts[GAP_CLOSED] + counts[GAP_STILL] + counts[GAP_NEW] > 0)
		doc_printf(doc, STYLE_NORMAL, _("Of what the answers showed, closed: %d; still there: %d; new: %d."),
			counts[GAP_CLOSED], counts[GAP_STILL], counts[GAP_NEW]);
}

static void write_overall(const struct moved *moved, struct doc *doc)
{
	int compared = comparison_of(&moved->comparison, COMPARED), shifted = moved_of(moved, SHIFT_MOVED);

	compare_write_harmony(&moved->comparison, doc);
	if (compared == 0) {
		doc_text(doc, STYLE_NORMAL, _("There is no question of which both have a result that can be compared."));
		return;
	}
	doc_printf(doc, STYLE_STRONG,
		P_("Something moved in %d of %d question that can be compared.",
		   "Something moved in %d of %d questions that can be compared.", compared),
		shifted, compared);
	write_gap_counts(moved, doc);
}

/* Said once, below what it is about. */
static void write_legend(struct doc *doc)
{
	doc_text(doc, STYLE_DIM,
		_("Moved means that a middle answer, a majority or a figure is another one. A handful of people is no "
		  "statistic: it is where a conversation begins. Questions and people are counted that one of the two "
		  "sessions has, or both."));
}

/* A module */

static bool belongs(const struct compared *compared, const char *module)
{
	return strcmp(compared_any(compared)->module->id, module) == 0;
}

/* What became of the gap that a question showed or shows, in a sentence for free(); NULL where there is none. */
static char *gap_text(const struct moved *moved, const struct compared *compared)
{
	const struct finding *then, *now;
	enum gap_fate fate = moved_gap(moved, compared, &then, &now);
	const char *was, *is;

	if (fate == GAP_NONE)
		return NULL;
	was = verdict_word(then->verdict.kind);
	is = verdict_word(now->verdict.kind);
	/* TRANSLATORS: what the answers to a question came to then and now: "Gap", "Agreement" */
	return mem_printf(fate == GAP_CLOSED  ? _("Closed: %s then, %s now.")
			  : fate == GAP_STILL ? _("Still there: %s then, %s now.")
					      : _("New: %s then, %s now."), was, is);
}

/* What became of an action since, in whichever session took it up; for free(). */
static char *action_fate(const struct item *item)
{
	const struct later *later = &item->later;

	if (item->done)
		return mem_strdup(_("done"));
	if (item->dropped[0])
		return mem_printf(_("dropped: %s"), item->dropped);
	if (!later->session)
		return mem_strdup(_("open"));
	if (later->done)
		return mem_strdup(_("taken up, and done"));
	return later->dropped[0] ? mem_printf(_("taken up, and dropped: %s"), later->dropped)
				 : mem_strdup(_("taken up again"));
}

static void write_item(const struct item *item, struct doc *doc)
{
	char *fate, *text;

	if (item->kind == ITEM_DECISION) {
		doc_marked(doc, STYLE_NORMAL, decision_confirmed(item) ? _("Decided then:") : _("Proposed then:"),
			item->text);
		return;
	}
	fate = action_fate(item);
	text = mem_printf("%s \xc2\xb7 %s \xc2\xb7 %s", item->text, item->owner[0] ? item->owner : _("nobody yet"), fate);
	doc_marked(doc, STYLE_NORMAL, item_mark(item), text);
	free(text);
	free(fate);
}

/* What was decided and promised on it then, and what became of that. */
static void write_promised(const struct comparison *comparison, const char *module, struct doc *doc)
{
	const struct session *then = comparison->then;

	for (size_t i = 0; i < then->item_count && then->halt != HALT_CANCELLED; i++) {
		const struct item *item = &then->items[i];
		const struct module *of = NULL;

		if ((item->kind == ITEM_DECISION || item->kind == ITEM_ACTION) &&
			bank_step(then->bank, item->step, &of) && strcmp(of->id, module) == 0)
			write_item(item, doc);
	}
}

/* The scale that tells where the module stands; its shift comes before all others. */
static bool is_level(const struct compared *compared)
{
	const struct progress *now = compared->now.progress;

	return compared->state == COMPARED &&
	       bank_level(compared->now.session->bank, now->module) == now->step;
}

/* A question whose prompt may be asked of several texts. */
static const char *question_of(const struct moved *moved, const struct compared *compared)
{
	const struct finding *finding = finding_of(&moved->now, compared->now.progress);

	return finding ? finding->question : compared_any(compared)->step->prompt;
}

/* A question with what moved and what became of its gap; false where nothing did. */
static bool write_question(const struct moved *moved, const struct compared *compared, struct doc *doc)
{
	enum shift shift;
	char *text = compared_shift(compared, &shift), *gap = gap_text(moved, compared);
	bool worth = shift == SHIFT_MOVED || gap;
	struct str line;

	str_init(&line);
	if (is_level(compared))
		str_printf(&line, "%s ", _("Where it stands:"));
	str_add(&line, question_of(moved, compared));
	if (text)
		str_printf(&line, " %s", text);
	if (gap)
		str_printf(&line, " %s", gap);
	if (worth)
		doc_bullet(doc, STYLE_NORMAL, line.data);
	str_release(&line);
	free(text);
	free(gap);
	return worth;
}

static void write_questions_short(const struct moved *moved, const char *module, struct doc *doc)
{
	struct str same;

	str_init(&same);
	for (size_t i = 0; i < moved->comparison.count; i++) {
		const struct compared *compared = &moved->comparison.questions[i];

		if (belongs(compared, module) && compared->state == COMPARED && !write_question(moved, compared, doc))
			str_printf(&same, "%s%s", same.length ? "; " : "", question_of(moved, compared));
	}
	if (same.length)
		doc_marked(doc, STYLE_DIM, _("As before:"), same.data);
	str_release(&same);
}

static void write_questions_full(const struct moved *moved, const char *module, struct doc *doc)
{
	for (size_t i = 0; i < moved->comparison.count; i++) {
		const struct compared *compared = &moved->comparison.questions[i];
		char *gap;

		if (!belongs(compared, module) || compared->state != COMPARED)
			continue;
		doc_gap(doc);
		doc_heading(doc, 3, question_of(moved, compared));
		if (is_level(compared))
			doc_text(doc, STYLE_DIM, _("It tells where this module stands."));
		compared_write(compared, doc);
		gap = gap_text(moved, compared);
		if (gap)
			doc_text(doc, STYLE_NORMAL, gap);
		free(gap);
	}
}

/* Why the others are not compared. */
static void write_rest(const struct moved *moved, const char *module, struct doc *doc)
{
	for (size_t i = 0; i < moved->comparison.count; i++) {
		const struct compared *compared = &moved->comparison.questions[i];
		const struct finding *then = finding_of(&moved->then, compared->then.progress);
		char *why, *text;

		if (!belongs(compared, module) || compared->state == COMPARED)
			continue;
		why = compared_why(compared);
		if (then && verdict_asks(then->verdict.kind))
			/* TRANSLATORS: a question, why it is not compared, and what its answers came to then: "Gap" */
			text = mem_printf(_("%s (%s; %s then)"), compared_any(compared)->step->prompt, why,
				verdict_word(then->verdict.kind));
		else
			text = mem_printf("%s (%s)", compared_any(compared)->step->prompt, why);
		doc_marked(doc, STYLE_DIM, _("Not compared:"), text);
		free(text);
		free(why);
	}
}

/* The state of all questions of a module, where it is the same and says that only one of the two has the module. */
static bool is_alone(const struct comparison *comparison, const char *module, enum compared_state state)
{
	for (size_t i = 0; i < comparison->count; i++)
		if (belongs(&comparison->questions[i], module) && comparison->questions[i].state != state)
			return false;
	return true;
}

static void write_module(const struct moved *moved, const struct module *module, enum detail detail, struct doc *doc)
{
	const struct comparison *comparison = &moved->comparison;

	if (detail == DETAIL_FULL)
		doc_heading(doc, 2, module->title);
	else
		doc_divider(doc, module->title);
	if (is_alone(comparison, module->id, COMPARED_ONLY_NOW)) {
		doc_text(doc, STYLE_DIM, _("This module was asked only now."));
	} else if (is_alone(comparison, module->id, COMPARED_ONLY_THEN)) {
		write_promised(comparison, module->id, doc);
		doc_text(doc, STYLE_DIM, _("This module was asked only then."));
	} else {
		write_promised(comparison, module->id, doc);
		if (detail == DETAIL_FULL)
			write_questions_full(moved, module->id, doc);
		else
			write_questions_short(moved, module->id, doc);
		write_rest(moved, module->id, doc);
	}
	doc_gap(doc);
}

/* Whether the question is the first one of its module. */
static bool is_first(const struct comparison *comparison, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (belongs(&comparison->questions[i], compared_any(&comparison->questions[at])->module->id))
			return false;
	return true;
}

static void write_pair(const struct session *then, const struct session *now, enum detail detail, struct doc *doc)
{
	struct moved moved;
	char *likeness;

	moved_init(&moved, then, now);
	likeness = compare_likeness(&moved.comparison);
	write_head(then, now, doc);
	doc_text(doc, STYLE_STRONG, likeness);
	compare_write_warnings(&moved.comparison, doc);
	doc_gap(doc);
	write_overall(&moved, doc);
	doc_gap(doc);
	for (size_t i = 0; i < moved.comparison.count; i++)
		if (is_first(&moved.comparison, i))
			write_module(&moved, compared_any(&moved.comparison.questions[i])->module, detail, doc);
	write_legend(doc);
	free(likeness);
	moved_release(&moved);
}

void compare_write(const struct session *const *sessions, size_t count, enum detail detail, struct doc *doc)
{
	if (count == 2)
		write_pair(sessions[0], sessions[1], detail, doc);
	else
		compare_write_trend(sessions, count, detail, doc);
}

void compare_text(const struct session *const *sessions, size_t count, enum detail detail, struct str *out)
{
	struct doc doc = { 0 };
	struct layout layout;

	compare_write(sessions, count, detail, &doc);
	layout_init(&layout, &doc, TEXT_WIDTH);
	layout_text(&layout, out);
	layout_release(&layout);
	doc_release(&doc);
}

/* Whether a summary tells it. */
static bool is_told(const struct moved *moved, const struct compared *compared, enum detail detail)
{
	const struct finding *then, *now;
	enum gap_fate fate = moved_gap(moved, compared, &then, &now);

	return compared->state == COMPARED &&
	       (detail == DETAIL_FULL || is_level(compared) || fate == GAP_CLOSED || fate == GAP_NEW);
}

void compare_write_since(const struct session *then, const struct session *now, enum detail detail, struct doc *doc)
{
	struct moved moved;
	char *likeness, *heading;
	char date[11];

	moved_init(&moved, then, now);
	likeness = compare_likeness(&moved.comparison);
	date_format(then->date, date);
	heading = mem_printf(_("What moved since %s"), date);
	doc_heading(doc, 2, heading);
	doc_text(doc, STYLE_NORMAL, likeness);
	compare_write_warnings(&moved.comparison, doc);
	write_overall(&moved, doc);
	for (size_t i = 0; i < moved.comparison.count; i++)
		if (is_told(&moved, &moved.comparison.questions[i], detail))
			write_question(&moved, &moved.comparison.questions[i], doc);
	write_legend(doc);
	doc_gap(doc);
	free(heading);
	free(likeness);
	moved_release(&moved);
}
