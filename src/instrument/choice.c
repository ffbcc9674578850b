/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with two to nine answers, of which one is chosen. */
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/paper.h"
#include "instrument/pose.h"
#include "instrument/result.h"
#include "instrument/spec.h"
#include "measure/verdict.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OPTIONS_LEAST 2
#define OPTIONS_MOST 9

static const char *const keys[] = { "options", "predict", "anonymous" };

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	step->option_count =
		spec_dated_options(reader, node, "options", OPTIONS_LEAST, OPTIONS_MOST, &step->options);
	step->predict = reader_flag(reader, node, "predict", false);
	step->anonymous = reader_flag(reader, node, "anonymous", false);
}

/* Asking */

static bool by_key(const struct step *step, const struct key *key, char out[64])
{
	int digit = key_digit(key);

	if (digit < 1 || (size_t)digit > step->option_count)
		return false;
	snprintf(out, 64, "%s", step->options[digit - 1].id);
	return true;
}

static char *show(const struct step *step, const char *answer)
{
	int at = option_find(step->options, step->option_count, answer);

	return mem_strdup(at < 0 ? answer : step->options[at].text);
}

static int legend(const struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct step *step = stage->progress->step;
	int count = (int)step->option_count, columns = count > rect.height ? 2 : 1;
	int lines = (count + columns - 1) / columns, width = rect.width / columns;

	for (int i = 0; i < count; i++) {
		int x = rect.x + i / lines * width, y = i % lines;

		if (y >= rect.height)
			continue;
		spot_type(grid, (struct rect){ x, rect.y + y, width - 1, 1 }, "%d", i + 1);
		grid_printf(grid, x, rect.y + y, 2, STYLE_KEY, "%d", i + 1);
		grid_text_cut(grid, x + 2, rect.y + y, width - 3, STYLE_NORMAL, step->options[i].text);
	}
	return lines < rect.height ? lines : rect.height;
}

static void paper(const struct session *session, const struct step *step, const char *other, struct doc *doc)
{
	(void)session;
	for (size_t i = 0; i < step->option_count; i++)
		paper_write_option(i + 1, &step->options[i], "", doc);
	paper_write_blanks(step, other, _("______  (0: can't say)"), doc);
}

static int tally_count(const struct step *step)
{
	return (int)step->option_count;
}

static void tally_answer(const struct step *step, int n, char out[64])
{
	snprintf(out, 64, "%s", step->options[n].id);
}

static void pose(const struct session *session, const struct progress *progress, struct doc *doc)
{
	(void)session;
	for (size_t i = 0; i < progress->step->option_count; i++)
		pose_write_option(i + 1, progress->step->options[i].text, doc);
}

static const struct answering answering = {
	.by_key = by_key,
	.show = show,
	.legend = legend,
	.paper = paper,
	.tally_count = tally_count,
	.tally_answer = tally_answer,
};

/* The result */

static void write_bars(const struct session *session, const struct progress *progress, enum which which,
	struct doc *doc)
{
	const struct step *step = progress->step;

	doc_bars(doc, session->bank->sides[0].name, session->bank->sides[1].name);
	for (size_t i = 0; i < step->option_count; i++) {
		int counts[SIDES];

		for (int side = 0; side < SIDES; side++)
			counts[side] = result_allowed(session, progress, side, which)
					       ? result_count(progress, side, which, step->options[i].id)
					       : -1;
		doc_bar(doc, step->options[i].text, counts[0], counts[1]);
	}
}

static int count_own(const struct progress *progress, int side, const char *option)
{
	return result_count(progress, side, OWN, option);
}

/* How many of each side chose, and guessed, each option. */
struct counts {
	int own[SIDES][OPTIONS_MOST], guesses[SIDES][OPTIONS_MOST];
	int answers[SIDES], guess_count[SIDES];
};

static void count_options(const struct session *session, const struct progress *progress, struct counts *out)
{
	*out = (struct counts){ 0 };
	for (int side = 0; side < SIDES; side++) {
		/* Guesses that are too few to show are not weighed either. */
		bool guesses = result_allowed(session, progress, side, PREDICTION);

		for (size_t i = 0; i < progress->step->option_count; i++) {
			const char *id = progress->step->options[i].id;

			out->own[side][i] = result_count(progress, side, OWN, id);
			out->guesses[side][i] = guesses ? result_count(progress, side, PREDICTION, id) : 0;
			out->answers[side] += out->own[side][i];
			out->guess_count[side] += out->guesses[side][i];
		}
	}
}

/* Whether most of a side guessed an option, or something else; half and half says neither. */
static void write_guess(const struct session *session, const struct counts *counts, int side, int option,
	struct doc *doc)
{
	const struct side *sides = session->bank->sides;
	int right = counts->guesses[side][option], all = counts->guess_count[side];

	if (2 * right > all)
		doc_printf(doc, STYLE_DIM,
			_("%s guessed what most of %s say."), sides[side].name, sides[1 - side].name);
	else if (2 * right < all)
		doc_printf(doc, STYLE_WARN, _("%s did not guess what most of %s say."), sides[side].name,
			sides[1 - side].name);
}

static void write_majorities(const struct session *session, const struct progress *progress, struct doc *doc)
{
	const struct step *step = progress->step;
	const struct side *sides = session->bank->sides;
	struct counts counts;
	int most[SIDES];

	count_options(session, progress, &counts);
	for (int side = 0; side < SIDES; side++)
		most[side] = verdict_majority(step->option_count, counts.own[side]);
	for (int side = 0; side < SIDES; side++) {
		if (most[side] < 0 && counts.answers[side] > 1)
			doc_printf(doc, STYLE_STRONG, _("There is no majority in %s."), sides[side].name);
		else if (most[side] >= 0 && most[0] != most[1])
			doc_printf(doc, STYLE_STRONG, _("Most of %s say: %s"), sides[side].name,
				step->options[most[side]].text);
	}
	if (most[0] >= 0 && most[0] == most[1])
		doc_printf(doc, STYLE_STRONG, _("Most on both sides say: %s"), step->options[most[0]].text);
	for (int side = 0; side < SIDES; side++)
		if (most[1 - side] >= 0)
			write_guess(session, &counts, side, most[1 - side], doc);
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	(void)today;
	if (progress->step->by != BY_PERSON) {
		result_write_named(session, progress, show, doc);
		result_write_rest(session, progress, doc);
		return;
	}
	write_bars(session, progress, OWN, doc);
	if (progress->step->predict) {
		doc_gap(doc);
		doc_text(doc, STYLE_DIM, _("What each side guessed of the other:"));
		write_bars(session, progress, PREDICTION, doc);
	}
	doc_gap(doc);
	result_write_withheld(session, progress, doc);
	if (result_comparable(session, progress))
		write_majorities(session, progress, doc);
	result_write_rest(session, progress, doc);
}

/* What most of each side said in the first round, where that was something else. */
static void moved(const struct session *session, const struct progress *progress, const struct progress *first,
	struct doc *doc)
{
	const struct step *step = progress->step;
	struct counts now, then;
	bool same = true;

	if (step->by != BY_PERSON || !result_comparable(session, first) || !result_comparable(session, progress))
		return;
	count_options(session, progress, &now);
	count_options(session, first, &then);
	for (int side = 0; side < SIDES; side++) {
		int from = verdict_majority(step->option_count, then.own[side]);

		if (from == verdict_majority(step->option_count, now.own[side]))
			continue;
		same = false;
		if (from >= 0)
			doc_printf(doc, STYLE_NORMAL, _("In the first round most of %s said: %s"),
				session->bank->sides[side].name, step->options[from].text);
		else
			doc_printf(doc, STYLE_NORMAL, _("In the first round there was no majority in %s."),
				session->bank->sides[side].name);
	}
	if (same)
		doc_text(doc, STYLE_NORMAL, _("The majorities are those of the first round."));
}

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	struct counts counts;

	(void)today;
	if (progress->step->by != BY_PERSON) {
		result_write_named(session, progress, show, doc);
		return;
	}
	result_write_options(session, progress, count_own, doc);
	if (!result_comparable(session, progress))
		return;
	count_options(session, progress, &counts);
	for (int side = 0; side < SIDES; side++) {
		int most = verdict_majority(progress->step->option_count, counts.own[1 - side]);
		char *text;

		if (most < 0 || 2 * counts.guesses[side][most] >= counts.guess_count[side])
			continue;
		text = mem_printf(_("%s did not guess what most of %s say."), session->bank->sides[side].name,
			session->bank->sides[1 - side].name);
		doc_text(doc, STYLE_NORMAL, text);
		free(text);
	}
	result_write_outcome(session, progress, doc);
}

/* Then and now */

/* What most of a side say; of a side, or the room, that answers as one, what that says. */
static bool place(const struct session *session, const struct progress *progress, int side, struct place *out)
{
	const struct step *step = progress->step;
	int counts[OPTIONS_MOST], most;

	if (step->by == BY_ROOM ? side != SIDE_NONE : side == SIDE_NONE)
		return false;
	if (!result_allowed(session, progress, side, OWN) || result_answers(progress, side, OWN) == 0)
		return false;
	for (size_t i = 0; i < step->option_count; i++)
		counts[i] = count_own(progress, side, step->options[i].id);
	most = verdict_majority(step->option_count, counts);
	out->text = mem_strdup(most < 0 ? _("no majority") : step->options[most].text);
	return true;
}

static void compare(const struct compared *compared, struct doc *doc)
{
	if (compared->now.progress->step->by == BY_PERSON)
		compared_write_options(compared, count_own, doc);
}

/* What it came to */

static char *gap_sentence(const struct session *session, const struct step *step, const struct counts *counts)
{
	const struct side *sides = session->bank->sides;
	int most[SIDES], side;

	for (int i = 0; i < SIDES; i++)
		most[i] = verdict_majority(step->option_count, counts->own[i]);
	if (most[0] >= 0 && most[1] >= 0)
		return mem_printf(_("%s: %s. %s: %s."), sides[0].name, step->options[most[0]].text, sides[1].name,
			step->options[most[1]].text);
	side = most[0] >= 0 ? 0 : 1;
	return mem_printf(_("Most of %s say: %s. Most of %s do not."), sides[side].name,
		step->options[most[side]].text, sides[1 - side].name);
}

static char *verdict(const struct session *session, const struct progress *progress, struct verdict *out)
{
	const struct step *step = progress->step;
	struct counts counts;
	int most;

	*out = verdict_none();
	if (!result_comparable(session, progress))
		return NULL;
	count_options(session, progress, &counts);
	verdict_choice(step->option_count, (const int *const[]){ counts.own[0], counts.own[1] },
		(const int *const[]){ counts.guesses[0], counts.guesses[1] }, out);
	most = verdict_majority(step->option_count, counts.own[0]);
	if (out->kind == VERDICT_GAP)
		return gap_sentence(session, step, &counts);
	if (out->kind == VERDICT_AGREEMENT)
		return mem_printf(_("Most on both sides say: %s"), step->options[most].text);
	return result_sentence(session, out);
}

const struct instrument instrument_choice = {
	.kind = "choice",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.answering = &answering,
	.pose = pose,
	.summarise = summarise,
	.digest = digest,
	.moved = moved,
	.verdict = verdict,
	.place = place,
	.compare = compare,
	.reveals = true,
};
