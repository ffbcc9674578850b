/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the two sides stand over all modules. */
#include "report/harmony.h"

#include "base/i18n.h"
#include "instrument/result.h"
#include "instrument/scale.h"

#include <stdlib.h>

/* What is measured, gathered from the scales. */
struct gathered {
	struct harmony_module *modules;
	struct harmony_answer **answers; /* two for each module, to be freed */
	struct ratio *agreement, *accuracy;
	size_t count, agreement_count, accuracy_count;
};

static void gathered_init(struct gathered *gathered, size_t modules)
{
	*gathered = (struct gathered){
		.modules = mem_zalloc(modules, sizeof *gathered->modules),
		.answers = mem_zalloc(SIDES * modules, sizeof *gathered->answers),
		.agreement = mem_zalloc(modules, sizeof *gathered->agreement),
		.accuracy = mem_zalloc(SIDES * modules, sizeof *gathered->accuracy),
	};
}

static void gathered_release(struct gathered *gathered)
{
	for (size_t i = 0; i < SIDES * gathered->count; i++)
		free(gathered->answers[i]);
	free(gathered->answers);
	free(gathered->modules);
	free(gathered->agreement);
	free(gathered->accuracy);
}

static void gather_answers(const struct progress *progress, int side, struct harmony_answer *answers, size_t *count)
{
	for (size_t i = 0; i < progress->ballot_count && *count < HARMONY_MOST_ANSWERS; i++) {
		const struct ballot *ballot = &progress->ballots[i];
		int value = scale_point(progress->step, ballot->answers[OWN]);

		if (ballot->side == side && value > 0)
			answers[(*count)++] = (struct harmony_answer){
				value, ballot->person > 0 ? ballot->person : HARMONY_ANONYMOUS
			};
	}
}

/* The scale's answers, where they are revealed and may be shown. */
static void gather_step(struct gathered *gathered, const struct session *session, const struct progress *progress)
{
	struct harmony_module *module = &gathered->modules[gathered->count];
	struct coorientation result;

	if (!progress_is_revealed(progress) || !scale_measure(session, progress, &result))
		return;
	gathered->agreement[gathered->agreement_count++] = result.agreement;
	for (int side = 0; side < SIDES; side++) {
		struct harmony_answer *answers = mem_zalloc(progress->ballot_count, sizeof *answers);
		size_t count = 0;

		gather_answers(progress, side, answers, &count);
		gathered->answers[SIDES * gathered->count + (size_t)side] = answers;
		module->sides[side] = (struct harmony_side){ answers, count };
		gathered->accuracy[gathered->accuracy_count++] = result.side[side].accuracy;
	}
}

static void gather(struct gathered *gathered, const struct session *session, const struct module *module)
{
	const struct step *level = bank_level(session->bank, module);
	int at = level ? session_step(session, level->key) : -1;

	if (!level)
		return;
	gathered->modules[gathered->count] =
		(struct harmony_module){ .weight = module->weight, .points = level->points };
	if (at >= 0)
		gather_step(gathered, session, &session->steps[at]);
	gathered->count++;
}

bool harmony_measure(const struct session *session, struct harmony *out)
{
	struct gathered gathered;
	bool any;

	gathered_init(&gathered, session->bank->module_count);
	for (size_t i = 0; i < session->bank->module_count; i++)
		gather(&gathered, session, &session->bank->modules[i]);
	any = gathered.count > 0;
	if (any)
		harmony_of(&(struct harmony_input){ .modules = gathered.modules, .count = gathered.count,
						    .agreement = gathered.agreement, .accuracy = gathered.accuracy,
						    .agreement_count = gathered.agreement_count,
						    .accuracy_count = gathered.accuracy_count },
			out);
	gathered_release(&gathered);
	return any;
}

static const char *band_word(enum harmony_band band)
{
	static const char *const words[] = {
		[BAND_NONE] = "",
		[BAND_APART] = N_("apart"),
		[BAND_WARY] = N_("wary"),
		[BAND_DEALING] = N_("dealing"),
		[BAND_PARTNERING] = N_("partnering"),
		[BAND_JOINED] = N_("joined"),
	};

	return band == BAND_NONE ? "" : _(words[band]);
}

static void write_range(const struct harmony *found, struct doc *doc)
{
	const char *bands[BAND_JOINED];

	for (int band = BAND_APART; band <= BAND_JOINED; band++)
		bands[band - BAND_APART] = band_word((enum harmony_band)band);
	doc_range(doc, found->low.bound, found->high.bound, bands, COUNT_OF(bands));
	if (found->low.bound == found->high.bound)
		doc_printf(doc, STYLE_STRONG,
			_("Harmony: %d to %d of 100, %s. No one person and no one topic moves it."), found->low.bound,
			found->high.bound, band_word(found->low.band));
	else if (found->low.band == found->high.band)
		doc_printf(doc, STYLE_STRONG,
			_("Harmony: %d to %d of 100, %s. It moves with one person or one topic."), found->low.bound,
			found->high.bound, band_word(found->low.band));
	else
		doc_printf(doc, STYLE_STRONG,
			_("Harmony: %d to %d of 100, from %s to %s. It moves with one person or one topic."),
			found->low.bound, found->high.bound, band_word(found->low.band), band_word(found->high.band));
}

static void write_distances(const struct harmony *found, struct doc *doc)
{
	int64_t apart = ratio_is_defined(found->agreement) ? ratio_tenths(found->agreement) : -1;
	int64_t off = ratio_is_defined(found->accuracy) ? ratio_tenths(found->accuracy) : -1;

	if (apart >= 0 && off >= 0)
		doc_printf(doc, STYLE_NORMAL,
			_("On a typical one of these questions the sides are %d.%d steps apart, and their guesses "
			  "%d.%d steps off."),
			(int)(apart / 10), (int)(apart % 10), (int)(off / 10), (int)(off % 10));
	else if (apart >= 0)
		doc_printf(doc, STYLE_NORMAL, _("On a typical one of these questions the sides are %d.%d steps apart."),
			(int)(apart / 10), (int)(apart % 10));
}

static void write_why_not(const struct session *session, const struct harmony *found, struct doc *doc)
{
	const struct side *sides = session->bank->sides;

	if (found->state == HARMONY_FEW_MODULES)
		doc_printf(doc, STYLE_DIM,
			P_("Harmony is not shown: fewer than %d topic was answered by both sides.",
			   "Harmony is not shown: fewer than %d topics were answered by both sides.",
			   HARMONY_FEWEST_MODULES), HARMONY_FEWEST_MODULES);
	else if (found->state == HARMONY_LITTLE_WEIGHT)
		doc_text(doc, STYLE_DIM,
			_("Harmony is not shown: the topics that weigh most were not answered by both sides."));
	else
		doc_printf(doc, STYLE_DIM,
			P_("Harmony is not shown: it needs %d person of %s and as many of %s.",
			   "Harmony is not shown: it needs %d people of %s and as many of %s.", HARMONY_FEWEST_ANSWERS),
			HARMONY_FEWEST_ANSWERS, sides[0].name, sides[1].name);
}

void harmony_write(const struct session *session, struct doc *doc)
{
	struct harmony found;

	if (!harmony_measure(session, &found))
		return;
	doc_heading(doc, 2, _("Where the two sides stand"));
	if (found.state == HARMONY_SHOWN) {
		write_range(&found, doc);
		write_distances(&found, doc);
	} else {
		write_why_not(session, &found, doc);
	}
	doc_gap(doc);
}
