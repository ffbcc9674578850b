/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement that is rated from 1 to as many as nine points. */
#include "instrument/scale.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/instrument.h"
#include "instrument/findings.h"
#include "instrument/result.h"
#include "instrument/rollcall.h"
#include "instrument/spec.h"
#include "measure/coorientation.h"
#include "measure/togetherness.h"
#include "measure/verdict.h"
#include "model/fate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POINTS_LEAST 2
#define POINTS_MOST 9 /* a digit each; 0 says "can't say" */
#define POINTS_USUAL 5

static const char *const keys[] = { "points", "low", "high", "predict", "anonymous", "level", "of" };
#define KEY_LIMIT 81 /* two ids and a slash */

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	step->points = (int)reader_number(reader, node, "points", false, POINTS_LEAST, POINTS_MOST,
		POINTS_USUAL);
	step->low = reader_line(reader, node, "low", true, SPEC_LABEL);
	step->high = reader_line(reader, node, "high", true, SPEC_LABEL);
	step->predict = reader_flag(reader, node, "predict", false);
	step->anonymous = reader_flag(reader, node, "anonymous", false);
	step->level = reader_id(reader, node, "level", false);
	step->of = reader_line(reader, node, "of", false, KEY_LIMIT);
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	spec_link(reader, node, bank, module, step, "text");
}

/* Asking */

static bool by_key(const struct step *step, const struct key *key, char out[64])
{
	int digit = key_digit(key);

	if (digit < 1 || digit > step->points)
		return false;
	snprintf(out, 64, "%d", digit);
	return true;
}

static char *show(const struct step *step, const char *answer)
{
	(void)step;
	return mem_strdup(answer);
}

static int legend(const struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct step *step = stage->progress->step;

	grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM, "1 %s \xc2\xb7 %d %s \xc2\xb7 0 %s", step->low,
		step->points, step->high, _("can't say"));
	return 1;
}

/* What is rated. */
static int above(const struct stage *stage, struct grid *grid, struct rect rect)
{
	const char *subject = step_subject(stage->session, stage->progress->step);
	int lines;

	if (!subject)
		return 0;
	rect.height /= 2;
	lines = grid_wrap(grid, rect, STYLE_STRONG, subject);
	return lines < rect.height ? lines + 1 : rect.height;
}

static int tally_count(const struct step *step)
{
	return step->points;
}

static void tally_answer(const struct step *step, int n, char out[64])
{
	(void)step;
	snprintf(out, 64, "%d", n + 1);
}

static const struct answering answering = {
	.by_key = by_key,
	.show = show,
	.legend = legend,
	.tally_count = tally_count,
	.tally_answer = tally_answer,
};

/* The result */

int scale_point(const struct step *step, const char *answer)
{
	long value = answer ? strtol(answer, NULL, 10) : 0;

	return value >= 1 && value <= step->points ? (int)value : 0;
}

bool scales_are_alike(const struct bank *bank)
{
	const struct step *first = NULL;

	for (size_t m = 0; m < bank->module_count; m++) {
		for (size_t i = 0; i < bank->modules[m].step_count; i++) {
			const struct step *step = &bank->modules[m].steps[i];

			if (strcmp(step->kind, "scale") != 0)
				continue;
			if (first && (step->points != first->points || strcmp(step->low, first->low) != 0 ||
				     strcmp(step->high, first->high) != 0))
				return false;
			first = step;
		}
	}
	return first != NULL;
}

char *scale_ends(const struct step *step)
{
	return mem_printf("1 %s \xc2\xb7 %d %s", step->low, step->points, step->high);
}

static void count_points(const struct progress *progress, int side, enum which which, int counts[POINTS_MOST])
{
	memset(counts, 0, POINTS_MOST * sizeof *counts);
	for (size_t i = 0; i < progress->ballot_count; i++) {
		int point = scale_point(progress->step, progress->ballots[i].answers[which]);

		if (progress->ballots[i].side == side && point)
			counts[point - 1]++;
	}
}

static void write_withheld_row(struct doc *doc, int side, const char *group, const char *label)
{
	char *text = mem_printf(_("%s: too few to show"), label);

	doc_dots_row(doc, side, group, text, NULL);
	free(text);
}

static void write_dots(const struct session *session, const struct progress *progress, struct doc *doc)
{
	const struct step *step = progress->step;
	int counts[POINTS_MOST];

	doc_dots(doc, step->points, step->low, step->high);
	for (int side = 0; side < SIDES; side++) {
		char *group = mem_printf("%s (%d)", session->bank->sides[side].name,
			result_answers(progress, side, OWN));

		for (int which = 0; which < (step->predict ? WHICH_COUNT : 1); which++) {
			const char *label = which == OWN ? _("own") : _("guess");

			count_points(progress, side, (enum which)which, counts);
			if (result_allowed(session, progress, side, (enum which)which))
				doc_dots_row(doc, side, group, label, counts);
			else
				write_withheld_row(doc, side, group, label);
		}
		free(group);
	}
}

/* The answers of both sides as they are measured. */
struct answers {
	struct coorientation_person *people[SIDES];
	struct coorientation_side sides[SIDES];
};

static void answers_init(struct answers *answers, const struct session *session, const struct progress *progress)
{
	*answers = (struct answers){ 0 };
	for (int side = 0; side < SIDES; side++) {
		struct coorientation_person *people = mem_zalloc(progress->ballot_count, sizeof *people);
		struct coorientation_side *measured = &answers->sides[side];
		/* Guesses that are too few to show tell nothing by way of a distance either. */
		bool guesses = result_allowed(session, progress, side, PREDICTION);

		for (size_t i = 0; i < progress->ballot_count; i++) {
			const struct ballot *ballot = &progress->ballots[i];

			if (ballot->side != side)
				continue;
			people[measured->count].own = scale_point(progress->step, ballot->answers[OWN]);
			people[measured->count++].prediction =
				guesses ? scale_point(progress->step, ballot->answers[PREDICTION]) : 0;
		}
		answers->people[side] = people;
		measured->people = people;
		measured->cant_say = result_count(progress, side, OWN, ANSWER_CANT_SAY);
	}
}

static void answers_release(struct answers *answers)
{
	for (int side = 0; side < SIDES; side++)
		free(answers->people[side]);
}

bool scale_measure(const struct session *session, const struct progress *progress, struct coorientation *out)
{
	struct answers answers;

	if (!result_comparable(session, progress))
		return false;
	answers_init(&answers, session, progress);
	coorientation_of(progress->step->points, answers.sides, out);
	answers_release(&answers);
	return true;
}

/* "2.1", and the plural of a number of steps. */
static char *steps_text(struct ratio distance)
{
	int64_t tenths = ratio_tenths(distance);

	return mem_printf(tenths == 10 ? _("%d.%d step") : _("%d.%d steps"), (int)(tenths / 10), (int)(tenths % 10));
}

static void write_agreement(const struct coorientation *result, struct doc *doc)
{
	char *steps = steps_text(result->agreement);

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
			steps[side] = steps_text(result->side[side].accuracy);
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
	int counts[POINTS_MOST];
	char *steps;

	count_points(progress, side, OWN, counts);
	togetherness_of(counts, progress->step->points, &result);
	if (result.lone_voice)
		doc_printf(doc, STYLE_WARN,
			_("In %s somebody stands far from the others: ask what they see. (lone voice)"), name);
	if (result.word == TOGETHER_NONE)
		return;
	steps = steps_text(result.mean_steps);
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

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
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

/* What it came to */

static char *gap_sentence(const struct session *session, const struct coorientation *result)
{
	bool believes[SIDES] = { result->side[0].state == STATE_FALSE_CONSENSUS,
				 result->side[1].state == STATE_FALSE_CONSENSUS };
	char *steps = steps_text(result->agreement), *text;

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

/* Differences that run through the sides, and make no two camps that could be named. */
static bool is_within(const struct coorientation *result)
{
	return result->within && !result->side[0].split && !result->side[1].split;
}

static char *within_sentence(const struct coorientation *result)
{
	char *steps = steps_text(result->agreement);
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

static char *verdict(const struct session *session, const struct progress *progress, struct verdict *out)
{
	struct answers answers;
	struct coorientation result;
	char *text;

	*out = verdict_none();
	if (!result_comparable(session, progress))
		return NULL;
	answers_init(&answers, session, progress);
	verdict_scale(progress->step->points, answers.sides, out);
	/* A telling that both sides find unclear is no weakness of theirs: another one may be clear. */
	if (progress->step->of && out->kind == VERDICT_WEAKNESS) {
		*out = verdict_none();
		out->kind = VERDICT_AGREEMENT;
	}
	coorientation_of(progress->step->points, answers.sides, &result);
	if (out->kind == VERDICT_GAP) {
		text = gap_sentence(session, &result);
	} else if (out->kind == VERDICT_SPLIT && is_within(&result)) {
		text = within_sentence(&result);
	} else if (out->kind == VERDICT_WEAKNESS) {
		text = weakness_sentence(progress->step, verdict_standing(answers.sides));
	} else {
		text = result_sentence(session, out);
	}
	answers_release(&answers);
	return text;
}

/* In a few lines */

#define DOTS_MOST 9 /* of one point; beyond, a number stands before one dot */

/* How many are at each point: ". o oo o .", for free(). */
static char *dots_text(const struct progress *progress, int side)
{
	int counts[POINTS_MOST];
	struct str out;

	count_points(progress, side, OWN, counts);
	str_init(&out);
	for (int point = 0; point < progress->step->points; point++) {
		if (point > 0)
			str_add(&out, " ");
		if (counts[point] == 0)
			str_add(&out, "\xc2\xb7");
		else if (counts[point] > DOTS_MOST)
			str_printf(&out, "%d\xe2\x97\x8f", counts[point]);
		else
			str_repeat(&out, "\xe2\x97\x8f", (size_t)counts[point]);
	}
	return out.data;
}

/* A side's name and dots, as wide as if all of them stood apart; for free(). */
static char *side_text(const struct session *session, const struct progress *progress, int side)
{
	char *dots = result_allowed(session, progress, side, OWN) ? dots_text(progress, side)
								  : mem_strdup(_("too few answers to show"));
	int width = session_people_of(session, side) + 2 * progress->step->points - 2;
	struct str out;

	str_init(&out);
	str_printf(&out, "%s  %s", session->bank->sides[side].name, dots);
	if (text_width(dots) < width)
		str_repeat(&out, " ", (size_t)(width - text_width(dots)));
	free(dots);
	return out.data;
}

/* What it came to in a word or two, for free(). */
static char *label(const struct session *session, const struct progress *progress, const struct verdict *found)
{
	struct answers answers;
	struct coorientation result;
	int64_t tenths;

	switch (found->kind) {
	case VERDICT_GAP:
		tenths = scale_measure(session, progress, &result) ? ratio_tenths(result.agreement) : 0;
		return mem_printf(_("%d.%d apart"), (int)(tenths / 10), (int)(tenths % 10));
	case VERDICT_SPLIT:
		if (scale_measure(session, progress, &result) && is_within(&result))
			return mem_strdup(_("not by side"));
		return found->side[0] && found->side[1]
			       ? mem_strdup(_("both split"))
			       : mem_printf(_("%s split"), session->bank->sides[found->side[0] ? 0 : 1].name);
	case VERDICT_WEAKNESS:
		answers_init(&answers, session, progress);
		tenths = ratio_tenths(verdict_standing(answers.sides));
		answers_release(&answers);
		return mem_printf(_("low (%d.%d)"), (int)(tenths / 10), (int)(tenths % 10));
	case VERDICT_MISREAD:
	case VERDICT_AGREEMENT:
		return mem_strdup(_("alike"));
	default:
		return mem_strdup("");
	}
}

/* Both sides and what it came to on a line, with what was done; the same places for all scales of as many points. */
static void write_line(const struct session *session, const struct progress *progress, const struct verdict *found,
	struct doc *doc)
{
	char *words = label(session, progress, found);
	struct str line;

	str_init(&line);
	for (int side = 0; side < SIDES; side++) {
		char *text = side_text(session, progress, side);

		str_printf(&line, "%s%s", text, side == 0 ? "   " : "  ");
		free(text);
	}
	str_add(&line, words);
	if (verdict_asks(found->kind))
		str_printf(&line, ": %s", fate_word(fate_of(session, progress->step->key)));
	doc_line(doc, STYLE_NORMAL, line.data);
	str_release(&line);
	free(words);
}

static bool has_lone_voice(const struct session *session, const struct progress *progress, int side)
{
	struct togetherness result;
	int counts[POINTS_MOST];

	if (!result_allowed(session, progress, side, OWN))
		return false;
	count_points(progress, side, OWN, counts);
	togetherness_of(counts, progress->step->points, &result);
	return result.lone_voice;
}

/* Room for one more sentence. */
static struct str *next_sentence(struct str *text)
{
	str_add(text, text->length ? " " : "");
	return text;
}

/* Who is wrong about the other side. */
static void add_mistakes(const struct session *session, const struct progress *progress, const struct verdict *found,
	struct str *out)
{
	const struct side *sides = session->bank->sides;
	struct coorientation result;
	bool wrong[SIDES];

	/* A side that is split within itself has no one view of the other. */
	if (found->kind == VERDICT_SPLIT || !scale_measure(session, progress, &result))
		return;
	for (int side = 0; side < SIDES; side++)
		wrong[side] = found->kind == VERDICT_MISREAD ? found->side[side]
							     : result.side[side].state == STATE_FALSE_CONSENSUS;
	if (found->kind == VERDICT_MISREAD && wrong[0] && wrong[1])
		str_add(next_sentence(out), _("Neither side expects it."));
	else if (found->kind == VERDICT_MISREAD)
		str_printf(next_sentence(out), _("%s does not expect it."), sides[wrong[0] ? 0 : 1].name);
	else if (wrong[0] && wrong[1])
		str_add(next_sentence(out), _("Both believe that they agree."));
	else if (wrong[0] || wrong[1])
		str_printf(next_sentence(out), _("%s believes that they agree."), sides[wrong[0] ? 0 : 1].name);
	for (int side = 0; side < SIDES; side++)
		if (result.side[side].misread)
			str_printf(next_sentence(out), _("%s expects %s on the wrong side of itself."),
				sides[side].name, sides[1 - side].name);
}

/* What is worth a word beside what it came to. */
static void add_remarks(const struct session *session, const struct progress *progress, struct str *out)
{
	char *cant_say = result_cant_say(session, progress);

	for (int side = 0; side < SIDES; side++)
		if (has_lone_voice(session, progress, side))
			str_printf(next_sentence(out), _("In %s somebody stands far from the others."),
				session->bank->sides[side].name);
	if (cant_say)
		str_add(next_sentence(out), cant_say);
	free(cant_say);
}

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	struct verdict found;
	struct str remarks;

	(void)today;
	str_init(&remarks);
	free(verdict(session, progress, &found));
	write_line(session, progress, &found, doc);
	if (!scales_are_alike(session->bank)) {
		char *ends = scale_ends(progress->step);

		doc_text(doc, STYLE_DIM, ends);
		free(ends);
	}
	add_mistakes(session, progress, &found, &remarks);
	add_remarks(session, progress, &remarks);
	if (remarks.length)
		doc_text(doc, STYLE_NORMAL, remarks.data);
	str_release(&remarks);
}

const struct instrument instrument_scale = {
	.kind = "scale",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.answering = &answering,
	.above = above,
	.summarise = summarise,
	.digest = digest,
	.verdict = verdict,
	.reveals = true,
};
