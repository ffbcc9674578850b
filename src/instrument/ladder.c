/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A module's rated texts side by side: how clear each is to each side, and which is clearest. */
#include "instrument/ladder.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/analysis.h"
#include "instrument/result.h"
#include "measure/ratio.h"

#include <stdlib.h>
#include <string.h>

#define INPUT_LEAST 6 /* lines that are kept for what is typed */
#define FIGURE 5      /* "4.5 *" */
#define TEXT_LEAST 10

/* One text and what it was rated. */
struct rung {
	const struct progress *progress; /* of the scale */
	const char *text;
	struct ratio means[SIDES]; /* not defined where nobody rated it, or nothing may be shown */
	bool clearest[SIDES];
};

struct ladder {
	struct rung *rungs; /* those that are revealed */
	size_t count;
	bool open[SIDES];     /* nothing of that side is withheld */
	bool has_best[SIDES]; /* that side finds one clearer than another */
};

/* Whether a scale rates a text, and each side has a say. */
static bool is_rung(const struct step *step)
{
	return step->points > 0 && step->of && step->by != BY_ROOM;
}

void ladder_check(struct reader *reader, const struct node *node, const struct module *module,
	const struct step *step)
{
	const struct node *at = node_get(node, "analysis");
	const struct step *first = NULL;
	size_t count = 0;

	if (!step->analysis)
		return;
	for (size_t i = 0; i < module->step_count; i++) {
		const struct step *rung = &module->steps[i];

		if (!is_rung(rung))
			continue;
		if (count++ == 0)
			first = rung;
		else if (rung->points != first->points)
			reader_fail(reader, at,
				_("the analysis 'ladder' needs scales of as many points each: "
				  "'%s' has %d, '%s' has %d"),
				first->id, first->points, rung->id, rung->points);
	}
	if (count < 2)
		reader_fail(reader, at,
			_("the analysis 'ladder' needs two scales or more in its module that are 'of' a text"));
}

static struct ratio mean_of(const struct progress *progress, int side)
{
	int64_t sum = 0, count = 0;

	for (size_t i = 0; i < progress->ballot_count; i++) {
		const struct ballot *ballot = &progress->ballots[i];
		long point = ballot->side == side && ballot->answers[OWN] ? strtol(ballot->answers[OWN], NULL, 10) : 0;

		if (point < 1 || point > progress->step->points)
			continue;
		sum += point;
		count++;
	}
	return count ? ratio_of(sum, count) : ratio_none();
}

/* Marks what a side rated highest; nothing where it rated all alike, or not two of them. */
static void find_clearest(struct ladder *ladder, int side)
{
	const struct ratio *best = NULL;

	for (size_t i = 0; i < ladder->count; i++) {
		const struct ratio *mean = &ladder->rungs[i].means[side];

		if (!ratio_is_defined(*mean))
			continue;
		if (best && ratio_compare(*mean, *best) != 0)
			ladder->has_best[side] = ladder->open[side];
		if (!best || ratio_compare(*mean, *best) > 0)
			best = mean;
	}
	for (size_t i = 0; ladder->has_best[side] && i < ladder->count; i++) {
		const struct ratio *mean = &ladder->rungs[i].means[side];

		ladder->rungs[i].clearest[side] = ratio_is_defined(*mean) && ratio_compare(*mean, *best) == 0;
	}
}

static void ladder_init(struct ladder *ladder, const struct session *session, const struct step *step)
{
	int own = session_step(session, step->key);

	*ladder = (struct ladder){ .open = { true, true } };
	ladder->rungs = mem_zalloc(session->step_count, sizeof *ladder->rungs);
	for (size_t i = 0; own >= 0 && i < session->step_count; i++) {
		const struct progress *progress = &session->steps[i];
		const char *text = is_rung(progress->step) ? step_subject(session, progress->step) : NULL;
		struct rung *rung = &ladder->rungs[ladder->count];

		if (!text || progress->module != session->steps[own].module || !progress_is_revealed(progress))
			continue;
		ladder->count++;
		rung->progress = progress;
		rung->text = text;
		for (int side = 0; side < SIDES; side++) {
			bool allowed = result_allowed(session, progress, side, OWN);

			rung->means[side] = allowed ? mean_of(progress, side) : ratio_none();
			ladder->open[side] = ladder->open[side] && allowed;
		}
	}
	for (int side = 0; side < SIDES; side++)
		find_clearest(ladder, side);
}

static void ladder_release(struct ladder *ladder)
{
	free(ladder->rungs);
}

static void write_mean(const struct rung *rung, int side, struct doc *doc)
{
	int64_t tenths = ratio_is_defined(rung->means[side]) ? ratio_tenths(rung->means[side]) : 0;
	char *spoken;

	if (!ratio_is_defined(rung->means[side])) {
		doc_cell(doc, STYLE_DIM, "-");
		return;
	}
	doc_cell_printf(doc, style_of_side(side), rung->clearest[side] ? "%d.%d \xe2\x97\x8f" : "%d.%d",
		(int)(tenths / 10), (int)(tenths % 10));
	spoken = mem_printf(rung->clearest[side] ? _("%d.%d, clearest to that side") : "%d.%d", (int)(tenths / 10),
		(int)(tenths % 10));
	doc_spoken(doc, spoken);
	free(spoken);
}

/* Texts are cut to a width; 0 leaves them whole. */
static void write_table(const struct ladder *ladder, const struct session *session, int width, struct doc *doc)
{
	const char *const titles[] = { session->bank->sides[0].name, session->bank->sides[1].name, _("The text") };

	doc_table(doc, COUNT_OF(titles), titles);
	for (size_t i = 0; i < ladder->count; i++) {
		const struct rung *rung = &ladder->rungs[i];
		char *text = width ? text_ellipsize(rung->text, width) : mem_strdup(rung->text);

		for (int side = 0; side < SIDES; side++)
			write_mean(rung, side, doc);
		doc_cell(doc, rung->clearest[0] && rung->clearest[1] ? STYLE_STRONG : STYLE_NORMAL, text);
		free(text);
	}
}

/* Whether all scales have the same words at their ends. */
static bool same_ends(const struct ladder *ladder)
{
	const struct step *first = ladder->rungs[0].progress->step;

	for (size_t i = 1; i < ladder->count; i++) {
		const struct step *step = ladder->rungs[i].progress->step;

		if (strcmp(step->low, first->low) != 0 || strcmp(step->high, first->high) != 0)
			return false;
	}
	return true;
}

static void write_legend(const struct ladder *ladder, struct doc *doc)
{
	const struct step *step = ladder->rungs[0].progress->step;

	if (ladder->has_best[0] || ladder->has_best[1]) {
		doc_text(doc, STYLE_DIM, _("\xe2\x97\x8f clearest to that side"));
		doc_spoken(doc, "");
	}
	if (same_ends(ladder))
		doc_printf(doc, STYLE_DIM, _("Means of 1, %s, to %d, %s."), step->low, step->points, step->high);
	for (size_t i = 0; i < ladder->count; i++) {
		if (ratio_is_defined(ladder->rungs[i].means[0]) && ratio_is_defined(ladder->rungs[i].means[1]))
			continue;
		doc_text(doc, STYLE_DIM, _("- no answer, or too few to show"));
		break;
	}
}

/* How many share a side's first place, and how many are first to both sides. */
static int count_clearest(const struct ladder *ladder, bool first, bool second)
{
	int count = 0;

	for (size_t i = 0; i < ladder->count; i++)
		count += (!first || ladder->rungs[i].clearest[0]) && (!second || ladder->rungs[i].clearest[1]);
	return count;
}

/* Both sides find one clearer than another; several may share a side's first place. */
static void write_clearest(const struct ladder *ladder, const struct session *session, struct doc *doc)
{
	int count[SIDES] = { count_clearest(ladder, true, false), count_clearest(ladder, false, true) };
	int both = count_clearest(ladder, true, true), ties = count[0] > 1 ? 0 : 1;

	if (both == 0)
		doc_text(doc, STYLE_WARN,
			count[0] == 1 && count[1] == 1 ? _("Each side finds another one clearest.")
						       : _("Each side finds others clearest."));
	else if (count[0] == 1 && count[1] == 1)
		doc_text(doc, STYLE_GOOD, _("Both sides find the same one clearest."));
	else if (count[0] == both && count[1] == both)
		doc_printf(doc, STYLE_GOOD, _("Both sides find the same %d clearest, and those alike."), both);
	else if (count[1 - ties] == 1)
		doc_printf(doc, STYLE_NORMAL,
			P_("To %s, one is clearest; to %s, %d other is as clear.",
			   "To %s, one is clearest; to %s, %d others are as clear.", count[ties] - 1),
			session->bank->sides[1 - ties].name, session->bank->sides[ties].name, count[ties] - 1);
	else
		doc_printf(doc, STYLE_NORMAL,
			P_("Both sides find several alike clearest; %d is the same.",
			   "Both sides find several alike clearest; %d are the same.", both), both);
}

static void write_agreement(const struct ladder *ladder, const struct session *session, struct doc *doc)
{
	/* Of one there is no clearest, and what is withheld is not compared. */
	if (ladder->count < 2 || !ladder->open[0] || !ladder->open[1])
		return;
	if (ladder->has_best[0] && ladder->has_best[1])
		write_clearest(ladder, session, doc);
	else if (ladder->has_best[0] || ladder->has_best[1])
		doc_printf(doc, STYLE_NORMAL, _("To %s, none is clearer than the others."),
			session->bank->sides[ladder->has_best[0] ? 1 : 0].name);
	else
		doc_text(doc, STYLE_NORMAL, _("To neither side, one is clearer than the others."));
}

static void ladder_summarise(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	struct ladder ladder;

	(void)today;
	ladder_init(&ladder, session, step);
	if (ladder.count == 0) {
		doc_text(doc, STYLE_DIM, _("No rating of a text is revealed yet."));
	} else {
		write_agreement(&ladder, session, doc);
		write_table(&ladder, session, 0, doc);
		write_legend(&ladder, doc);
	}
	ladder_release(&ladder);
}

/* Who finds what clearest, and the texts with their means. */
static void ladder_digest(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	struct ladder ladder;

	(void)today;
	ladder_init(&ladder, session, step);
	if (ladder.count > 0) {
		write_agreement(&ladder, session, doc);
		write_table(&ladder, session, 0, doc);
	}
	ladder_release(&ladder);
}

bool ladder_has(const struct session *session, const struct step *step, const struct step *other)
{
	struct ladder ladder;
	bool found = false;

	if (!step->analysis || strcmp(step->analysis, analysis_ladder.name) != 0)
		return false;
	ladder_init(&ladder, session, step);
	for (size_t i = 0; i < ladder.count; i++) {
		const struct step *rung = ladder.rungs[i].progress->step;

		found = found || rung == other || strcmp(rung->of, other->key) == 0;
	}
	ladder_release(&ladder);
	return found;
}

/* How much room a table leaves beside the figures. */
static int text_room(const struct session *session, int width)
{
	for (int side = 0; side < SIDES; side++) {
		int name = text_width(session->bank->sides[side].name);

		width -= (name > FIGURE ? name : FIGURE) + 2;
	}
	return width > TEXT_LEAST ? width : TEXT_LEAST;
}

/* What was found first, as what stands below may be cut off. */
static void lay_out(const struct ladder *ladder, const struct session *session, int width, int text,
	struct layout *layout)
{
	struct doc doc = { 0 };

	write_agreement(ladder, session, &doc);
	write_table(ladder, session, text, &doc);
	layout_init(layout, &doc, width);
	doc_release(&doc);
}

int ladder_draw(const struct session *session, const struct step *step, struct grid *grid, struct rect rect)
{
	int lines = 0;
	struct ladder ladder;
	struct layout layout;

	ladder_init(&ladder, session, step);
	rect.height -= INPUT_LEAST;
	if (ladder.count > 0 && rect.height > 0) {
		lay_out(&ladder, session, rect.width, 0, &layout);
		if ((int)layout.count >= rect.height) {
			layout_release(&layout);
			lay_out(&ladder, session, rect.width, text_room(session, rect.width), &layout);
		}
		lines = layout_draw(&layout, grid, rect, 0) + 1;
		layout_release(&layout);
	}
	ladder_release(&ladder);
	return lines < rect.height || lines == 0 ? lines : rect.height;
}

const struct analysis analysis_ladder = {
	.name = "ladder",
	.summarise = ladder_summarise,
	.digest = ladder_digest,
};
