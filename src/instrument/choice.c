/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with two to nine answers, of which one is chosen. */
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/result.h"
#include "instrument/spec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OPTIONS_LEAST 2
#define OPTIONS_MOST 9

static const char *const keys[] = { "options", "predict", "anonymous" };

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	step->option_count =
		spec_options(reader, node, "options", OPTIONS_LEAST, OPTIONS_MOST, &step->options);
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
		grid_printf(grid, x, rect.y + y, 2, STYLE_KEY, "%d", i + 1);
		grid_text_cut(grid, x + 2, rect.y + y, width - 3, STYLE_NORMAL, step->options[i].text);
	}
	return lines < rect.height ? lines : rect.height;
}

static int tally_count(const struct step *step)
{
	return (int)step->option_count;
}

static void tally_answer(const struct step *step, int n, char out[64])
{
	snprintf(out, 64, "%s", step->options[n].id);
}

static const struct answering answering = {
	.by_key = by_key,
	.show = show,
	.legend = legend,
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

/* The option that most of a side chose; -1 where two have as many, or nobody chose. */
static int favourite(const struct progress *progress, int side, enum which which)
{
	int best = -1, most = 0;

	for (size_t i = 0; i < progress->step->option_count; i++) {
		int count = result_count(progress, side, which, progress->step->options[i].id);

		if (count > most) {
			most = count;
			best = (int)i;
		} else if (count == most) {
			best = -1;
		}
	}
	return best;
}

static void write_favourites(const struct session *session, const struct progress *progress, struct doc *doc)
{
	const struct step *step = progress->step;
	const struct side *sides = session->bank->sides;
	int own[SIDES] = { favourite(progress, 0, OWN), favourite(progress, 1, OWN) };

	if (own[0] >= 0 && own[0] == own[1])
		doc_printf(doc, STYLE_STRONG, _("Most on both sides say: %s"), step->options[own[0]].text);
	else
		for (int side = 0; side < SIDES; side++)
			if (own[side] >= 0)
				doc_printf(doc, STYLE_STRONG, _("Most of %s say: %s"), sides[side].name,
					step->options[own[side]].text);
	for (int side = 0; side < SIDES && step->predict; side++) {
		int guess = favourite(progress, side, PREDICTION);

		if (guess >= 0 && own[1 - side] >= 0)
			doc_printf(doc, guess == own[1 - side] ? STYLE_DIM : STYLE_WARN,
				guess == own[1 - side] ? _("%s guessed what most of %s say.")
						       : _("%s did not guess what most of %s say."),
				sides[side].name, sides[1 - side].name);
	}
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
		write_favourites(session, progress, doc);
	result_write_rest(session, progress, doc);
}

const struct instrument instrument_choice = {
	.kind = "choice",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.answering = &answering,
	.summarise = summarise,
	.reveals = true,
};
