/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What results have in common. */
#include "instrument/result.h"

#include "base/i18n.h"
#include "instrument/answerers.h"
#include "instrument/findings.h"
#include "instrument/instrument.h"
#include "measure/disclosure.h"
#include "model/fate.h"

#include <stdlib.h>
#include <string.h>

static bool says_nothing(const char *answer)
{
	return strcmp(answer, ANSWER_CANT_SAY) == 0 || strcmp(answer, ANSWER_NOT_HERE) == 0;
}

int result_count(const struct progress *progress, int side, enum which which, const char *answer)
{
	int count = 0;

	for (size_t i = 0; i < progress->ballot_count; i++) {
		const struct ballot *ballot = &progress->ballots[i];

		count += ballot->side == side && ballot->answers[which] && strcmp(ballot->answers[which], answer) == 0;
	}
	return count;
}

bool result_ticks(const char *answer, const char *option)
{
	size_t length = strlen(option);

	while (*answer) {
		size_t part = strcspn(answer, ",");

		if (part == length && strncmp(answer, option, length) == 0)
			return true;
		answer += part + (answer[part] == ',');
	}
	return false;
}

int result_count_ticked(const struct progress *progress, int side, const char *option)
{
	int count = 0;

	for (size_t i = 0; i < progress->ballot_count; i++) {
		const struct ballot *ballot = &progress->ballots[i];

		count += ballot->side == side && ballot->answers[OWN] && result_ticks(ballot->answers[OWN], option);
	}
	return count;
}

int result_answers(const struct progress *progress, int side, enum which which)
{
	int count = 0;

	for (size_t i = 0; i < progress->ballot_count; i++) {
		const struct ballot *ballot = &progress->ballots[i];

		count += ballot->side == side && ballot->answers[which] && !says_nothing(ballot->answers[which]);
	}
	return count;
}

bool result_allowed(const struct session *session, const struct progress *progress, int side, enum which which)
{
	if (!progress->anonymous)
		return true;
	return disclosure_allowed(result_answers(progress, side, which), session->n_min);
}

bool result_comparable(const struct session *session, const struct progress *progress)
{
	int n[SIDES] = { result_answers(progress, 0, OWN), result_answers(progress, 1, OWN) };

	return !progress->anonymous || disclosure_of(n, session->n_min).pooled;
}

struct counted {
	const struct option *option;
	int count;
};

#define OPTIONS_TOLD 4

/* The options that a side has, the most frequent first: "4 Both alike; 1 Neither", for free(). */
static char *options_text(const struct progress *progress, int side, result_counter *count)
{
	const struct step *step = progress->step;
	struct counted *all = mem_zalloc(step->option_count, sizeof *all);
	size_t used = 0;
	struct str out;

	for (size_t i = 0; i < step->option_count; i++) {
		int counted = count(progress, side, step->options[i].id);
		size_t at = used;

		if (counted <= 0)
			continue;
		for (; at > 0 && all[at - 1].count < counted; at--)
			all[at] = all[at - 1];
		all[at] = (struct counted){ &step->options[i], counted };
		used++;
	}
	str_init(&out);
	for (size_t i = 0; i < used && (i < OPTIONS_TOLD || used == OPTIONS_TOLD + 1); i++)
		str_printf(&out, "%s%d %s", i ? "; " : "", all[i].count, all[i].option->text);
	if (used > OPTIONS_TOLD + 1)
		str_printf(&out, P_("; and %zu more", "; and %zu more", used - OPTIONS_TOLD), used - OPTIONS_TOLD);
	free(all);
	return out.data;
}

void result_write_options(const struct session *session, const struct progress *progress, result_counter *count,
	struct doc *doc)
{
	for (int side = 0; side < SIDES; side++) {
		char *mark = mem_printf("%s:", session->bank->sides[side].name);
		char *text = options_text(progress, side, count);

		if (!result_allowed(session, progress, side, OWN))
			doc_marked(doc, STYLE_DIM, mark, _("too few answers to show"));
		else if (text[0])
			doc_marked(doc, STYLE_NORMAL, mark, text);
		else
			doc_marked(doc, STYLE_DIM, mark, _("none"));
		free(text);
		free(mark);
	}
}

static char *count_text(const struct session *session, const struct progress *progress, const char *answer,
	const char *what)
{
	int counts[SIDES];

	for (int side = 0; side < SIDES; side++)
		counts[side] = result_count(progress, side, OWN, answer);
	if (counts[0] + counts[1] == 0)
		return NULL;
	return mem_printf("%s: %s %d, %s %d.", what, session->bank->sides[0].name, counts[0],
		session->bank->sides[1].name, counts[1]);
}

char *result_cant_say(const struct session *session, const struct progress *progress)
{
	/* How many of a small anonymous group could not say is nobody's business either. */
	if (progress->step->by != BY_PERSON || !result_comparable(session, progress))
		return NULL;
	return count_text(session, progress, ANSWER_CANT_SAY, _("Can't say"));
}

void result_write_benchmark(const struct progress *progress, struct doc *doc)
{
	char *text = progress->step->benchmark.text ? benchmark_text(&progress->step->benchmark) : NULL;

	if (!text)
		return;
	doc_text(doc, STYLE_DIM, text);
	free(text);
}

void result_write_rest(const struct session *session, const struct progress *progress, struct doc *doc)
{
	char *cant_say, *not_here;

	if (progress->step->by != BY_PERSON)
		return;
	cant_say = result_cant_say(session, progress);
	not_here = count_text(session, progress, ANSWER_NOT_HERE, _("Not here"));
	if (cant_say)
		doc_text(doc, STYLE_DIM, cant_say);
	if (not_here)
		doc_text(doc, STYLE_DIM, not_here);
	free(not_here);
	free(cant_say);
}

void result_write_withheld(const struct session *session, const struct progress *progress, struct doc *doc)
{
	for (int side = 0; side < SIDES; side++) {
		if (result_allowed(session, progress, side, OWN))
			continue;
		doc_printf(doc, STYLE_WARN,
			P_("%s: fewer than %d answer. To keep them anonymous they are not shown, and the sides are "
			   "not compared.",
			   "%s: fewer than %d answers. To keep them anonymous they are not shown, and the sides are "
			   "not compared.", session->n_min),
			session->bank->sides[side].name, session->n_min);
	}
}

/* What somebody answered in words, for free(); NULL for nothing. */
static char *words_of(const struct progress *progress, const struct answerer *answerer,
	char *(*show)(const struct step *step, const char *answer))
{
	const struct ballot *ballot = progress_ballot(progress, answerer->id);

	if (!ballot || !ballot->answers[OWN] || strcmp(ballot->answers[OWN], ANSWER_NOT_HERE) == 0)
		return NULL;
	if (strcmp(ballot->answers[OWN], ANSWER_CANT_SAY) == 0)
		return mem_strdup(_("can't say"));
	return show(progress->step, ballot->answers[OWN]);
}

void result_write_names(const struct session *session, const struct progress *progress,
	char *(*show)(const struct step *step, const char *answer), struct doc *doc)
{
	struct answerers answerers;
	struct str text;

	str_init(&text);
	answerers_init(&answerers, session, progress->step);
	for (int i = 0; i < answerers.count; i++) {
		char *words = words_of(progress, &answerers.items[i], show);

		if (words)
			str_printf(&text, "%s%s: %s", text.length ? "; " : "", answerers.items[i].name, words);
		free(words);
	}
	doc_text(doc, STYLE_NORMAL, text.length ? text.data : _("Nothing was answered."));
	answerers_release(&answerers);
	str_release(&text);
}

void result_write_named(const struct session *session, const struct progress *progress,
	char *(*show)(const struct step *step, const char *answer), struct doc *doc)
{
	struct answerers answerers;
	bool any = false;

	answerers_init(&answerers, session, progress->step);
	for (int i = 0; i < answerers.count; i++) {
		const struct answerer *answerer = &answerers.items[i];
		char *words = words_of(progress, answerer, show);

		if (!words)
			continue;
		if (answerer->side == SIDE_NONE) {
			doc_line(doc, STYLE_STRONG, words);
		} else {
			/* A person's side is told by more than a colour, which no report has. */
			char *mark = answerer->id > 0
					     ? mem_printf("%s (%s):", answerer->name, session->bank->sides[answerer->side].name)
					     : mem_printf("%s:", answerer->name);

			doc_marked(doc, style_of_side(answerer->side), mark, words);
			free(mark);
		}
		free(words);
		any = true;
	}
	if (!any)
		doc_text(doc, STYLE_DIM, _("Nothing was answered."));
	answerers_release(&answerers);
}

void result_write_outcome(const struct session *session, const struct progress *progress, struct doc *doc)
{
	struct verdict found;

	/* What was done about it was done about the last round. */
	if (progress->past)
		return;
	free(instrument_find(progress->step->kind)->verdict(session, progress, &found));
	/* TRANSLATORS: "Gap", "Split" or another one, and what was done about it: "decided", "open" ... */
	if (verdict_asks(found.kind))
		doc_printf(doc, STYLE_NORMAL, _("%s: %s."), verdict_word(found.kind),
			fate_word(fate_of(session, progress->step->key)));
}

char *result_sentence(const struct session *session, const struct verdict *verdict)
{
	const char *name = session->bank->sides[verdict->side[0] ? 0 : 1].name;
	bool both = verdict->side[0] && verdict->side[1];

	switch (verdict->kind) {
	case VERDICT_SPLIT:
		return both ? mem_strdup(_("Both sides are split within themselves."))
			    : mem_printf(_("%s is split within itself."), name);
	case VERDICT_MISREAD:
		return both ? mem_strdup(_("The sides agree, and neither expects it."))
			    : mem_printf(_("The sides agree, and %s does not expect it."), name);
	case VERDICT_AGREEMENT:
		return mem_strdup(_("The sides see it alike."));
	default:
		return NULL;
	}
}
