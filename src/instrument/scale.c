/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement that is rated from 1 to as many as nine points. */
#include "instrument/scale-parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/instrument.h"
#include "instrument/paper.h"
#include "instrument/result.h"
#include "instrument/rollcall.h"
#include "instrument/spec.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POINTS_LEAST 2
#define POINTS_USUAL 5

static const char *const keys[] = { "points", "low", "high", "predict", "anonymous", "level", "of" };
#define KEY_LIMIT 81 /* two ids and a slash */

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	step->points = (int)reader_number(reader, node, "points", false, POINTS_LEAST, SCALE_POINTS_MOST,
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

/* What stands at a point, in words where it has any, and where it can be clicked on; returns the columns it took. */
static int put_point(struct grid *grid, struct rect rect, int point, const char *words)
{
	char *text = mem_printf(words[0] ? "%d %s" : "%d", point, words);

	rect.width = grid_text(grid, rect.x, rect.y, rect.width, STYLE_DIM, text);
	spot_type(grid, rect, "%d", point);
	free(text);
	return rect.width;
}

/* The points between the ends stand there only where there is room for all that has words. */
static int legend(const struct stage *stage, struct grid *grid, struct rect rect)
{
	static const char gap[] = " \xc2\xb7 ";
	const struct step *step = stage->progress->step;
	const char *none = _("can't say");
	int words = text_width(step->low) + text_width(step->high) + text_width(none) + 3 * 2 + 2 * 3;
	bool all = words + (step->points - 2) * 4 <= rect.width && !grid->linear;
	int end = rect.x + rect.width;

	for (int i = 1; i <= step->points + 1; i++) {
		int point = i <= step->points ? i : 0;

		if (point > 1 && point < step->points && !all)
			continue;
		if (i > 1)
			rect.x += grid_text(grid, rect.x, rect.y, end - rect.x, STYLE_DIM, gap);
		rect.width = end - rect.x;
		rect.x += put_point(grid, rect, point,
			point == 1 ? step->low : point == 0 ? none : point == step->points ? step->high : "");
	}
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

static void paper(const struct session *session, const struct step *step, const char *other, struct doc *doc)
{
	struct str row;

	(void)session;
	str_init(&row);
	for (int point = 1; point <= step->points; point++)
		str_printf(&row, "%d   ", point);
	str_add(&row, _("can't say"));
	doc_printf(doc, STYLE_NORMAL, _("Circle one: 1 is %s, %d is %s."), step->low, step->points, step->high);
	paper_write_blanks(step, other, row.data, doc);
	str_release(&row);
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
	.paper = paper,
	.tally_count = tally_count,
	.tally_answer = tally_answer,
};

/* What is measured */


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

void scale_count_points(const struct progress *progress, int side, enum which which, int counts[SCALE_POINTS_MOST])
{
	memset(counts, 0, SCALE_POINTS_MOST * sizeof *counts);
	for (size_t i = 0; i < progress->ballot_count; i++) {
		int point = scale_point(progress->step, progress->ballots[i].answers[which]);

		if (progress->ballots[i].side == side && point)
			counts[point - 1]++;
	}
}

void scale_answers_init(struct scale_answers *answers, const struct session *session, const struct progress *progress)
{
	*answers = (struct scale_answers){ 0 };
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

void scale_answers_release(struct scale_answers *answers)
{
	for (int side = 0; side < SIDES; side++)
		free(answers->people[side]);
}

bool scale_measure(const struct session *session, const struct progress *progress, struct coorientation *out)
{
	struct scale_answers answers;

	if (!result_comparable(session, progress))
		return false;
	scale_answers_init(&answers, session, progress);
	coorientation_of(progress->step->points, answers.sides, out);
	scale_answers_release(&answers);
	return true;
}

bool scale_is_within(const struct coorientation *result)
{
	return result->within && !result->side[0].split && !result->side[1].split;
}

const struct instrument instrument_scale = {
	.kind = "scale",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.answering = &answering,
	.above = above,
	.summarise = scale_summarise,
	.digest = scale_digest,
	.moved = scale_moved,
	.shows_first = true,
	.place = scale_place,
	.shift = scale_shift,
	.apart = scale_apart,
	.compare = scale_compare,
	.verdict = scale_verdict,
	.figure = scale_figure,
	.reveals = true,
};
