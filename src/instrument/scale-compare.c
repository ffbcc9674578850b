/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scale then and now: the dots on one axis, how far the sides were and are apart, and how well they guess. */
#include "instrument/scale-parts.h"

#include "base/i18n.h"
#include "instrument/result.h"
#include "measure/median.h"

#include <stdlib.h>

struct ratio scale_middle(const struct progress *progress, int side)
{
	int64_t *points = mem_zalloc(progress->ballot_count, sizeof *points);
	struct ratio middle;
	size_t count = 0;

	for (size_t i = 0; i < progress->ballot_count; i++) {
		int point = scale_point(progress->step, progress->ballots[i].answers[OWN]);

		if (progress->ballots[i].side == side && point)
			points[count++] = point;
	}
	middle = median_of_numbers(points, count);
	free(points);
	return middle;
}

bool scale_place(const struct session *session, const struct progress *progress, int side, struct place *out)
{
	struct ratio middle = side == SIDE_NONE ? ratio_none() : scale_middle(progress, side);
	int64_t tenths;

	*out = (struct place){ .value = ratio_none() };
	if (!ratio_is_defined(middle) || !result_allowed(session, progress, side, OWN))
		return false;
	tenths = ratio_tenths(middle);
	out->text = tenths % 10 ? mem_printf("%d.%d", (int)(tenths / 10), (int)(tenths % 10))
				: mem_printf("%d", (int)(tenths / 10));
	out->value = middle;
	return true;
}

/* How the sides see it and each other, at one of the times; false where that may not be told. */
static bool measure(const struct moment *moment, struct coorientation *out)
{
	return scale_measure(moment->session, moment->progress, out) && ratio_is_defined(out->agreement);
}

char *scale_apart(const struct session *session, const struct progress *progress)
{
	struct coorientation found;

	return measure(&(struct moment){ session, progress }, &found) ? scale_steps(found.agreement) : NULL;
}

char *scale_shift(const struct compared *compared, bool *told, bool *moved)
{
	struct coorientation then, now;
	char *was, *is, *by, *text;
	int64_t change;

	(void)moved;
	if (!measure(&compared->then, &then) || !measure(&compared->now, &now))
		return NULL;
	*told = true;
	/* What is shown is what is subtracted, so that it adds up for the reader. */
	change = ratio_tenths(now.agreement) - ratio_tenths(then.agreement);
	was = scale_steps(then.agreement);
	is = scale_steps(now.agreement);
	by = scale_steps(ratio_of(change < 0 ? -change : change, 10));
	if (change == 0)
		text = mem_printf(_("The sides are as far apart as before: %s."), is);
	else
		text = mem_printf(change < 0 ? _("The sides are %s closer: %s apart then, %s now.")
					     : _("The sides are %s further apart: %s then, %s now."), by, was, is);
	free(was);
	free(is);
	free(by);
	return text;
}

static void write_row(const struct moment *moment, int side, int drawn_as, const char *group, const char *label,
	struct doc *doc)
{
	int counts[SCALE_POINTS_MOST];
	char *text;

	if (result_allowed(moment->session, moment->progress, side, OWN)) {
		scale_count_points(moment->progress, side, OWN, counts);
		doc_dots_row(doc, drawn_as, group, label, counts);
		return;
	}
	text = mem_printf(_("%s: too few to show"), label);
	doc_dots_row(doc, drawn_as, group, text, NULL);
	free(text);
}

static void write_guesses(const struct compared *compared, int side, const struct coorientation *then,
	const struct coorientation *now, struct doc *doc)
{
	struct ratio before = then->side[compared->side[side]].accuracy, after = now->side[side].accuracy;
	const char *name = compared->now.session->bank->sides[side].name;
	char *was, *is;

	if (!ratio_is_defined(before) || !ratio_is_defined(after))
		return;
	was = scale_steps(before);
	is = scale_steps(after);
	if (ratio_tenths(before) == ratio_tenths(after))
		doc_printf(doc, STYLE_DIM, _("The guesses of %s are as far off as before: %s."), name, is);
	else
		doc_printf(doc, STYLE_DIM, _("The guesses of %s were %s off then, and are %s off now."), name, was, is);
	free(was);
	free(is);
}

void scale_compare(const struct compared *compared, struct doc *doc)
{
	const struct step *step = compared->now.progress->step;
	struct coorientation then, now;

	doc_dots(doc, step->points, step->low, step->high);
	for (int side = 0; side < SIDES; side++) {
		const char *name = compared->now.session->bank->sides[side].name;
		char *group = mem_printf(_("%s (%d then, %d now)"), name,
			result_answers(compared->then.progress, compared->side[side], OWN),
			result_answers(compared->now.progress, side, OWN));

		write_row(&compared->then, compared->side[side], side, group, _("then"), doc);
		write_row(&compared->now, side, side, group, _("now"), doc);
		free(group);
	}
	doc_gap(doc);
	if (!measure(&compared->then, &then) || !measure(&compared->now, &now))
		return;
	for (int side = 0; side < SIDES; side++)
		write_guesses(compared, side, &then, &now, doc);
}
