/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which models the two sides live by, or want to, and how far apart they are. */
#include "instrument/models-result.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/instrument.h"
#include "instrument/result.h"
#include "measure/models.h"

#include <stdlib.h>
#include <string.h>

/* Two pictures are nearly one up to a fifth of the way, and alike in part up to the half. */
#define NEAR 5
#define HALF 2

struct picture {
	struct models_sum sums[SIDES];
	struct models_result results[SIDES];
	int answered[SIDES], cant_say[SIDES]; /* items of all people */
};

static void picture_of(const struct progress *progress, struct picture *out)
{
	const struct step *step = progress->step;
	struct models_item items[MODELS_MOST_ITEMS];
	struct models_set set = { .models = (int)step->model_count, .items = items, .item_count = step->part_count };

	*out = (struct picture){ .answered = { 0 } };
	for (size_t i = 0; i < step->part_count; i++)
		for (size_t option = 0; option < step->model_count; option++)
			items[i].second[option] = step->parts[i].seconds[option];
	for (size_t i = 0; i < progress->ballot_count; i++) {
		const struct ballot *ballot = &progress->ballots[i];
		struct models_points points;

		if (ballot->side == SIDE_NONE || !ballot->answers[OWN] ||
		    strcmp(ballot->answers[OWN], ANSWER_NOT_HERE) == 0)
			continue;
		models_points_of(&set, ballot->answers[OWN], &points);
		models_add(&out->sums[ballot->side], &points);
		out->answered[ballot->side] += points.answered;
		out->cant_say[ballot->side] += points.cant_say;
	}
	for (int side = 0; side < SIDES; side++)
		out->results[side] = models_result_of(&out->sums[side], (int)step->model_count);
}

/* A side's model, or models, in words; for free(). */
static char *result_text(const struct step *step, const struct models_result *result)
{
	switch (result->verdict) {
	case MODELS_ONE:
		return mem_strdup(step->models[result->first].text);
	case MODELS_TIE:
		return mem_printf("%s / %s", step->models[result->first].text, step->models[result->second].text);
	case MODELS_NO_CLEAR:
		return mem_strdup(_("no clear model"));
	default:
		return mem_strdup(_("too few answers"));
	}
}

static void write_models(const struct session *session, const struct step *step, const struct picture *picture,
	struct doc *doc)
{
	for (int side = 0; side < SIDES; side++) {
		char *text = result_text(step, &picture->results[side]);

		/* TRANSLATORS: a side, how many of its people count, and by which model it lives. */
		doc_printf(doc, style_of_side(side), _("%s (%d): %s"), session->bank->sides[side].name,
			picture->sums[side].people, text);
		free(text);
	}
}

static void write_too_few(const struct session *session, const struct step *step, const struct picture *picture,
	struct doc *doc)
{
	int needed = models_needed(step->part_count);

	for (int side = 0; side < SIDES; side++)
		if (picture->sums[side].too_few > 0)
			doc_printf(doc, STYLE_DIM,
				P_("%s: %d person answered fewer than %d of the %zu questions and is not counted.",
				   "%s: %d people answered fewer than %d of the %zu questions and are not counted.",
				   picture->sums[side].too_few),
				session->bank->sides[side].name, picture->sums[side].too_few, needed, step->part_count);
}

static void write_shares(const struct session *session, const struct step *step, const struct picture *picture,
	struct doc *doc)
{
	if (picture->sums[0].people + picture->sums[1].people == 0)
		return;
	doc_gap(doc);
	doc_bars(doc, session->bank->sides[0].name, session->bank->sides[1].name);
	for (size_t i = 0; i < step->model_count; i++) {
		int tenths[SIDES] = { -1, -1 };

		for (int side = 0; side < SIDES; side++)
			if (picture->sums[side].people > 0)
				tenths[side] = (int)ratio_tenths(models_score(&picture->sums[side], (int)i));
		doc_bar(doc, step->models[i].text, tenths[0], tenths[1]);
	}
	doc_text(doc, STYLE_DIM, _("Each dot is a tenth of the side's answers."));
	doc_gap(doc);
}

static struct ratio distance_of(const struct step *step, const struct picture *picture)
{
	return models_distance(&picture->sums[0], &picture->sums[1], (int)step->model_count);
}

/* How far the sides are from each other, in words and as a figure; nothing where it is not defined. */
static void write_apart(const struct step *step, const struct picture *picture, const struct picture *today,
	struct doc *doc)
{
	struct ratio distance = distance_of(step, picture);
	int percent;

	if (!ratio_is_defined(distance))
		return;
	percent = (int)ratio_percent(distance);
	if (ratio_compare_to(distance, 1, NEAR) <= 0)
		doc_printf(doc, STYLE_GOOD,
			_("The two sides give nearly the same picture: they are %d %% apart."), percent);
	else if (ratio_compare_to(distance, 1, HALF) <= 0)
		doc_printf(doc, STYLE_WARN, _("The two sides agree in part: they are %d %% apart."), percent);
	else
		doc_printf(doc, STYLE_ALERT,
			_("The two sides give different pictures: they are %d %% apart."), percent);
	if (today && ratio_is_defined(distance_of(step, today)))
		doc_printf(doc, STYLE_NORMAL, _("About today they are %d %% apart."),
			(int)ratio_percent(distance_of(step, today)));
}

static void write_distance(const struct step *step, const struct picture *picture, const struct picture *today,
	struct doc *doc)
{
	write_apart(step, picture, today, doc);
	if (ratio_is_defined(distance_of(step, picture)))
		doc_text(doc, STYLE_DIM, _("0 % is alike, 100 % has nothing in common."));
}

/* The step that comes before, where its answers may be seen. */
static const struct progress *before_of(const struct session *session, const struct step *step)
{
	int at = step->then ? session_step(session, step->then) : -1;

	return at >= 0 && step_has_result(session, &session->steps[at]) ? &session->steps[at] : NULL;
}

/* From today to what is wanted, by side. */
static void write_way(const struct session *session, const struct step *step, const struct picture *today,
	const struct picture *wanted, struct doc *doc)
{
	const char *const titles[] = { "", _("Today"), _("Wanted"), _(">Change") };

	doc_table(doc, COUNT_OF(titles), titles);
	for (int side = 0; side < SIDES; side++) {
		struct ratio way = models_distance(&today->sums[side], &wanted->sums[side], (int)step->model_count);
		char *from = result_text(step, &today->results[side]), *to = result_text(step, &wanted->results[side]);

		doc_cell(doc, style_of_side(side), session->bank->sides[side].name);
		doc_cell(doc, STYLE_NORMAL, from);
		doc_cell(doc, STYLE_STRONG, to);
		if (ratio_is_defined(way))
			doc_cell_printf(doc, STYLE_NORMAL, "%d %%", (int)ratio_percent(way));
		else
			doc_cell(doc, STYLE_DIM, "-");
		free(from);
		free(to);
	}
	doc_gap(doc);
}

static bool is_clear(const struct models_result *result)
{
	return result->verdict == MODELS_ONE || result->verdict == MODELS_TIE;
}

static void write_wanted(const struct session *session, const struct step *step, const struct picture *wanted,
	struct doc *doc)
{
	const struct models_result *results = wanted->results;
	char *texts[SIDES] = { result_text(step, &results[0]), result_text(step, &results[1]) };

	if (is_clear(&results[0]) && is_clear(&results[1])) {
		if (strcmp(texts[0], texts[1]) == 0)
			doc_printf(doc, STYLE_STRONG, _("Both sides want the same: %s."), texts[0]);
		else
			doc_printf(doc, STYLE_STRONG,
				_("%s wants: %s. %s wants: %s."),
				session->bank->sides[0].name, texts[0], session->bank->sides[1].name, texts[1]);
	}
	free(texts[0]);
	free(texts[1]);
}

/* What is, or what was before and the way from there; whether there is a before, which is then in then. */
static bool write_pictures(const struct session *session, const struct progress *progress, bool full,
	struct picture *picture, struct picture *then, struct doc *doc)
{
	const struct step *step = progress->step;
	const struct progress *before = before_of(session, step);

	picture_of(progress, picture);
	if (before) {
		picture_of(before, then);
		write_way(session, step, then, picture, doc);
		if (full)
			write_wanted(session, step, picture, doc);
	} else {
		write_models(session, step, picture, doc);
	}
	write_too_few(session, step, picture, doc);
	return before != NULL;
}

void models_summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct step *step = progress->step;
	struct picture picture, then;
	bool before;

	(void)today;
	before = write_pictures(session, progress, true, &picture, &then, doc);
	write_shares(session, step, &picture, doc);
	write_distance(step, &picture, before ? &then : NULL, doc);
	for (int side = 0; side < SIDES; side++)
		if (3 * picture.cant_say[side] > picture.cant_say[side] + picture.answered[side])
			doc_printf(doc, STYLE_WARN,
				_("%s can't say in more than a third of its answers. (knowledge gap)"),
				session->bank->sides[side].name);
	if (step->then && !before)
		doc_printf(doc, STYLE_DIM, _("How far that is from today shows once this is revealed: %s"),
			bank_step(session->bank, step->then, NULL)->prompt);
	result_write_rest(session, progress, doc);
}

void models_digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	struct picture picture, then;
	bool before;

	(void)today;
	before = write_pictures(session, progress, false, &picture, &then, doc);
	write_apart(progress->step, &picture, before ? &then : NULL, doc);
	result_write_outcome(session, progress, doc);
}

/*
 * What it came to: a gap where the sides' pictures are further apart than alike; agreement where
 * they nearly are one.
 */
char *models_tell_verdict(const struct session *session, const struct progress *progress, struct verdict *out)
{
	const struct step *step = progress->step;
	const struct side *sides = session->bank->sides;
	struct picture picture;
	struct ratio distance;
	char *texts[SIDES], *sentence;

	*out = verdict_none();
	picture_of(progress, &picture);
	distance = distance_of(step, &picture);
	if (!ratio_is_defined(distance))
		return NULL;
	if (ratio_compare_to(distance, 1, NEAR) <= 0) {
		out->kind = VERDICT_AGREEMENT;
		return result_sentence(session, out);
	}
	if (ratio_compare_to(distance, 1, HALF) <= 0)
		return NULL;
	out->kind = VERDICT_GAP;
	out->size = distance;
	for (int side = 0; side < SIDES; side++)
		texts[side] = result_text(step, &picture.results[side]);
	sentence = mem_printf(_("%s: %s. %s: %s."), sides[0].name, texts[0], sides[1].name, texts[1]);
	free(texts[0]);
	free(texts[1]);
	return sentence;
}

/* Then and now */

bool models_place(const struct session *session, const struct progress *progress, int side, struct place *out)
{
	struct picture picture;

	if (side == SIDE_NONE || !result_allowed(session, progress, side, OWN))
		return false;
	picture_of(progress, &picture);
	if (picture.sums[side].people == 0)
		return false;
	out->text = result_text(progress->step, &picture.results[side]);
	return true;
}

/* How far the sides are apart, in percent; -1 where that cannot be told. */
static int percent_apart(const struct moment *moment)
{
	struct picture picture;
	struct ratio distance;

	if (!result_comparable(moment->session, moment->progress))
		return -1;
	picture_of(moment->progress, &picture);
	distance = distance_of(moment->progress->step, &picture);
	return ratio_is_defined(distance) ? (int)ratio_percent(distance) : -1;
}

char *models_apart(const struct session *session, const struct progress *progress)
{
	int percent = percent_apart(&(struct moment){ session, progress });

	return percent < 0 ? NULL : mem_printf("%d %%", percent);
}

char *models_shift(const struct compared *compared, bool *told, bool *moved)
{
	int then = percent_apart(&compared->then), now = percent_apart(&compared->now);

	(void)moved;
	if (then < 0 || now < 0)
		return NULL;
	*told = true;
	if (then == now)
		return mem_printf(_("The two pictures are as far apart as before: %d %%."), now);
	return mem_printf(now < then ? _("The two pictures are closer: %d %% apart then, %d %% now.")
				     : _("The two pictures are further apart: %d %% then, %d %% now."), then, now);
}
