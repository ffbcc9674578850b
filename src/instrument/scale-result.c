/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scale came to: the dots, how the sides see it and each other, and its verdict. */
#include "instrument/scale-parts.h"

#include "base/i18n.h"
#include "instrument/instrument.h"
#include "instrument/result.h"
#include "instrument/rounds.h"
#include "measure/togetherness.h"

#include <stdio.h>
#include <stdlib.h>

static void write_withheld_row(struct doc *doc, int side, const char *group, const char *label)
{
	char *text = mem_printf(_("%s: too few to show"), label);

	doc_dots_row(doc, side, group, text, NULL);
	free(text);
}

/* What the side said in the first round, below what it says now. */
static void write_first_row(const struct session *session, const struct progress *progress, int side,
	const char *group, struct doc *doc)
{
	/* TRANSLATORS: in the first round, before a row of dots. */
	const char *label = _("at first");
	struct progress first = progress_first(progress);
	int counts[SCALE_POINTS_MOST];

	scale_count_points(&first, side, OWN, counts);
	if (result_allowed(session, &first, side, OWN))
		doc_dots_row(doc, side, group, label, counts);
	else
		write_withheld_row(doc, side, group, label);
}

static void write_dots(const struct session *session, const struct progress *progress, struct doc *doc)
{
	const struct step *step = progress->step;
	int counts[SCALE_POINTS_MOST];

	doc_dots(doc, step->points, step->low, step->high);
	for (int side = 0; side < SIDES; side++) {
		char *group = mem_printf("%s (%d)", session->bank->sides[side].name,
			result_answers(progress, side, OWN));

		for (int which = 0; which < (step->predict ? WHICH_COUNT : 1); which++) {
			const char *label = which == OWN ? _("own") : _("guess");

			scale_count_points(progress, side, (enum which)which, counts);
			if (result_allowed(session, progress, side, (enum which)which))
				doc_dots_row(doc, side, group, label, counts);
			else
				write_withheld_row(doc, side, group, label);
			if (which == OWN && progress->first_count > 0)
				write_first_row(session, progress, side, group, doc);
		}
		free(group);
	}
}

/* "2.1", and the plural of a number of steps. */
char *scale_steps(struct ratio distance)
{
	int64_t tenths = ratio_tenths(distance);

	return mem_printf(tenths == 10 ? _("%d.%d step") : _("%d.%d steps"), (int)(tenths / 10), (int)(tenths % 10));
}

static void write_agreement(const struct coorientation *result, struct doc *doc)
{
	char *steps = scale_steps(result->agreement);

	if (result->within)
		doc_printf(doc, STYLE_STRONG,
			_("People differ, but not by side: on average they are %s from the other side, and at least "
			  "as far from their own."), steps);
	else if (result->agree)
		doc_printf(doc, STYLE_STRONG, _("The two sides see it alike: on average they are %s apart."), steps);
	else
		doc_printf(doc, STYLE_STRONG,
			_("The two sides see it differently: on average they are %s apart."), steps);
	free(steps);
}

static const char *joint_sentence(enum coorientation_state state)
{
	switch (state) {
	case STATE_CONSENSUS:
		return _("Both sides know that they agree. (consensus)");
	case STATE_DISSENSUS:
		return _("Both sides know that they differ. (dissensus)");
	case STATE_FALSE_CONSENSUS:
		return _("Both sides believe that they agree, and they do not. (false consensus)");
	case STATE_FALSE_CONFLICT:
		return _("Both sides believe that they differ, and they do not. (false conflict)");
	default:
		return "";
	}
}

static enum style style_of_state(enum coorientation_state state)
{
	return state == STATE_CONSENSUS ? STYLE_GOOD : state == STATE_NONE ? STYLE_NORMAL : STYLE_WARN;
}

static void write_state(struct doc *doc, enum coorientation_state state, const char *name)
{
	enum style style = style_of_state(state);

	if (state == STATE_CONSENSUS)
		doc_printf(doc, style, _("%s knows that the sides agree. (consensus)"), name);
	else if (state == STATE_DISSENSUS)
		doc_printf(doc, style, _("%s knows that the sides differ. (dissensus)"), name);
	else if (state == STATE_FALSE_CONSENSUS)
		doc_printf(doc, style, _("%s believes that the sides agree, and they do not. (false consensus)"), name);
	else if (state == STATE_FALSE_CONFLICT)
		doc_printf(doc, style, _("%s believes that the sides differ, and they do not. (false conflict)"), name);
}

/* A split within is named before what the sides think of each other. Where there are no two views, nobody errs. */
static void write_states(const struct session *session, const struct coorientation *result, struct doc *doc)
{
	const struct side *sides = session->bank->sides;
	bool split = false;

	for (int side = 0; side < SIDES; side++) {
		if (!result->side[side].split)
			continue;
		doc_printf(doc, STYLE_ALERT, _("%s is split within itself: hear both camps first. (split)"),
			sides[side].name);
		split = true;
	}
	if (result->within)
		return;
	if (!split && result->side[0].state == result->side[1].state && result->side[0].state != STATE_NONE) {
		doc_text(doc, style_of_state(result->side[0].state), joint_sentence(result->side[0].state));
	} else {
		for (int side = 0; side < SIDES; side++)
			if (!result->side[side].split)
				write_state(doc, result->side[side].state, sides[side].name);
	}
	for (int side = 0; side < SIDES; side++)
		if (result->side[side].misread)
			doc_printf(doc, STYLE_WARN, _("%s expects %s on the wrong side of itself. (misread)"),
				sides[side].name, sides[1 - side].name);
}

static void write_guesses(const struct session *session, const struct coorientation *result, struct doc *doc)
{
	const struct side *sides = session->bank->sides;
	char *steps[SIDES] = { NULL, NULL };

	for (int side = 0; side < SIDES; side++)
		if (ratio_is_defined(result->side[side].accuracy))
			steps[side] = scale_steps(result->side[side].accuracy);
	if (steps[0] && steps[1])
		doc_printf(doc, STYLE_DIM, _("Guesses: %s is %s off, %s %s."), sides[0].name, steps[0], sides[1].name,
			steps[1]);
	else if (steps[0] || steps[1])
		doc_printf(doc, STYLE_DIM, _("Guesses: %s is %s off."), sides[steps[0] ? 0 : 1].name,
			steps[0] ? steps[0] : steps[1]);
	free(steps[0]);
	free(steps[1]);
}

/* "Sales is together, on average 0.4 steps from its middle answer"; the word only for enough answers. */
static void write_togetherness(const struct session *session, const struct progress *progress, int side,
	struct doc *doc)
{
	const char *name = session->bank->sides[side].name;
	struct togetherness result;
	int counts[SCALE_POINTS_MOST];
	char *steps;

	scale_count_points(progress, side, OWN, counts);
	togetherness_of(counts, progress->step->points, &result);
	if (result.lone_voice)
		doc_printf(doc, STYLE_WARN,
			_("In %s somebody stands far from the others: ask what they see. (lone voice)"), name);
	if (result.word == TOGETHER_NONE)
		return;
	steps = scale_steps(result.mean_steps);
	if (result.mean_steps.num == 0)
		doc_printf(doc, STYLE_DIM, _("%s gave one and the same answer."), name);
	else if (result.word == TOGETHER_TOGETHER)
		doc_printf(doc, STYLE_DIM, _("%s is together: on average %s from its middle answer."), name, steps);
	else if (result.word == TOGETHER_MIXED)
		doc_printf(doc, STYLE_DIM, _("%s is mixed: on average %s from its middle answer."), name, steps);
	else
		doc_printf(doc, STYLE_DIM, _("%s is apart: on average %s from its middle answer."), name, steps);
	free(steps);
}

void scale_summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	struct coorientation result;

	(void)today;
	if (step_subject(session, progress->step))
		doc_text(doc, STYLE_STRONG, step_subject(session, progress->step));
	write_dots(session, progress, doc);
	doc_gap(doc);
	result_write_withheld(session, progress, doc);
	if (scale_measure(session, progress, &result)) {
		if (ratio_is_defined(result.agreement))
			write_agreement(&result, doc);
		write_states(session, &result, doc);
		write_guesses(session, &result, doc);
		for (int side = 0; side < SIDES; side++)
			if (result.side[side].knowledge_gap)
				doc_printf(doc, STYLE_WARN, _("More than a third of %s can't say. (knowledge gap)"),
					session->bank->sides[side].name);
	}
	for (int side = 0; side < SIDES; side++)
		if (result_allowed(session, progress, side, OWN))
			write_togetherness(session, progress, side, doc);
	result_write_rest(session, progress, doc);
}

/* What moved since the first round */

/* A side's middle answer, "2" or "2.5", for free(); NULL where there is none, or it may not be told. */
static char *middle_text(const struct session *session, const struct progress *progress, int side)
{
	struct place place;

	return scale_place(session, progress, side, &place) ? place.text : NULL;
}

void scale_moved(const struct session *session, const struct progress *progress, const struct progress *first,
	struct doc *doc)
{
	struct coorientation now, then;
	char *steps;

	for (int side = 0; side < SIDES; side++) {
		char *from = middle_text(session, first, side), *to = middle_text(session, progress, side);

		rounds_write_move(session->bank->sides[side].name, from, to, doc);
		free(from);
		free(to);
	}
	if (!scale_measure(session, first, &then) || !scale_measure(session, progress, &now) ||
		!ratio_is_defined(then.agreement) || !ratio_is_defined(now.agreement))
		return;
	steps = scale_steps(then.agreement);
	if (ratio_tenths(then.agreement) == ratio_tenths(now.agreement))
		doc_text(doc, STYLE_NORMAL, _("The sides are as far apart as in the first round."));
	else
		doc_printf(doc, STYLE_NORMAL, _("In the first round the sides were %s apart."), steps);
	free(steps);
}

bool scale_figure(const struct session *session, const struct progress *progress, struct figure *out)
{
	struct coorientation result;
	int64_t tenths;

	if (!scale_measure(session, progress, &result) || !ratio_is_defined(result.agreement))
		return false;
	tenths = ratio_tenths(result.agreement);
	snprintf(out->value, sizeof out->value, "%d.%d", (int)(tenths / 10), (int)(tenths % 10));
	snprintf(out->words, sizeof out->words, "%s", tenths == 10 ? _("step apart") : _("steps apart"));
	return true;
}

/* The verdict */

static char *gap_sentence(const struct session *session, const struct coorientation *result)
{
	bool believes[SIDES] = { result->side[0].state == STATE_FALSE_CONSENSUS,
				 result->side[1].state == STATE_FALSE_CONSENSUS };
	char *steps = scale_steps(result->agreement), *text;

	if (believes[0] && believes[1])
		text = mem_printf(_("The sides are %s apart and believe that they agree."), steps);
	else if (believes[0] || believes[1])
		text = mem_printf(_("The sides are %s apart; %s believes that they agree."), steps,
			session->bank->sides[believes[0] ? 0 : 1].name);
	else
		text = mem_printf(_("The sides are %s apart."), steps);
	free(steps);
	return text;
}

static char *within_sentence(const struct coorientation *result)
{
	char *steps = scale_steps(result->agreement);
	char *text = mem_printf(_("People differ, but not by side: %s between the sides, no less within them."), steps);

	free(steps);
	return text;
}

static char *weakness_sentence(const struct step *step, struct ratio standing)
{
	int64_t tenths = ratio_tenths(standing);

	return mem_printf(_("Both see it low: together at %d.%d of %d."), (int)(tenths / 10), (int)(tenths % 10),
		step->points);
}

char *scale_verdict(const struct session *session, const struct progress *progress, struct verdict *out)
{
	struct scale_answers answers;
	struct coorientation result;
	char *text;

	*out = verdict_none();
	if (!result_comparable(session, progress))
		return NULL;
	scale_answers_init(&answers, session, progress);
	verdict_scale(progress->step->points, answers.sides, out);
	/* A telling that both sides find unclear is no weakness of theirs: another one may be clear. */
	if (progress->step->of && out->kind == VERDICT_WEAKNESS) {
		*out = verdict_none();
		out->kind = VERDICT_AGREEMENT;
	}
	coorientation_of(progress->step->points, answers.sides, &result);
	if (out->kind == VERDICT_GAP) {
		text = gap_sentence(session, &result);
	} else if (out->kind == VERDICT_SPLIT && scale_is_within(&result)) {
		text = within_sentence(&result);
	} else if (out->kind == VERDICT_WEAKNESS) {
		text = weakness_sentence(progress->step, verdict_standing(answers.sides));
	} else {
		text = result_sentence(session, out);
	}
	scale_answers_release(&answers);
	return text;
}
