/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far two sessions can be compared, and where the sides stood and stand. */
#include "report/compare-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "instrument/result.h"
#include "instrument/scale.h"
#include "report/harmony.h"

#include <stdlib.h>
#include <string.h>

const struct progress *compared_any(const struct compared *compared)
{
	return compared->now.progress ? compared->now.progress : compared->then.progress;
}

char *compare_likeness(const struct comparison *comparison)
{
	char *questions = mem_printf(P_("%d of %d question unchanged", "%d of %d questions unchanged",
					     (int)comparison->count),
		comparison->unchanged, (int)comparison->count);
	char *people = mem_printf(P_("%d of %d person the same", "%d of %d people the same", comparison->people),
		comparison->same, comparison->people);
	/* TRANSLATORS: "18 of 24 questions unchanged", "5 of 9 people the same" */
	char *text = mem_printf(_("%s, %s."), questions, people);

	free(questions);
	free(people);
	return text;
}

/* Warnings */

static void warn_of_bank(const struct comparison *comparison, struct doc *doc)
{
	const struct bank *then = comparison->then->bank, *now = comparison->now->bank;
	char *text = NULL;

	if (strcmp(then->id, now->id) != 0)
		text = mem_printf(_("The questions come from another bank: %s then, %s now."), then->title, now->title);
	else if (strcmp(then->version, now->version) != 0)
		text = mem_printf(_("The questions come from another version of the bank: %s then, %s now."),
			then->version, now->version);
	if (text)
		doc_bullet(doc, STYLE_WARN, text);
	free(text);
}

static void warn_of_sides(const struct comparison *comparison, struct doc *doc)
{
	const struct side *then = comparison->then->bank->sides, *now = comparison->now->bank->sides;
	char *text;

	if (!comparison_has_sides(comparison)) {
		text = mem_printf(_("The sides are others, so that no answers are compared: %s and %s then, %s and %s now."),
			then[0].name, then[1].name, now[0].name, now[1].name);
		doc_bullet(doc, STYLE_WARN, text);
		free(text);
	} else if (comparison->other_side > 0) {
		text = mem_printf(P_("%d of the same people was on the other side then.",
				     "%d of the same people were on the other side then.", comparison->other_side),
			comparison->other_side);
		doc_bullet(doc, STYLE_WARN, text);
		free(text);
	}
}

static void warn_of_state(const struct session *session, struct doc *doc)
{
	char date[11], *text;

	if (session->halt != HALT_CANCELLED && session->state == SESSION_FINISHED)
		return;
	date_format(session->date, date);
	text = mem_printf(session->halt == HALT_CANCELLED ? _("The session of %s was cancelled: nothing of it counts.")
							  : _("The session of %s is not finished."), date);
	doc_bullet(doc, STYLE_WARN, text);
	free(text);
}

/* How many questions that are compared have something of which the reader should know. */
typedef bool condition(const struct compared *compared);

static int count_if(const struct comparison *comparison, condition *holds)
{
	int count = 0;

	for (size_t i = 0; i < comparison->count; i++)
		count += comparison->questions[i].state == COMPARED && holds(&comparison->questions[i]);
	return count;
}

static bool lost_names(const struct compared *compared)
{
	return !compared->then.progress->anonymous && compared->now.progress->anonymous;
}

static bool got_names(const struct compared *compared)
{
	return compared->then.progress->anonymous && !compared->now.progress->anonymous;
}

static bool asked_again(const struct compared *compared)
{
	return compared->then.progress->round > 1 || compared->now.progress->round > 1;
}

static bool taken_back(const struct compared *compared)
{
	return compared->then.progress->taken_back + compared->then.progress->first_taken_back +
		       compared->now.progress->taken_back + compared->now.progress->first_taken_back >
	       0;
}

static bool withheld_in_part(const struct compared *compared)
{
	for (int side = 0; side < SIDES; side++)
		if (!result_allowed(compared->then.session, compared->then.progress, compared->side[side], OWN) ||
			!result_allowed(compared->now.session, compared->now.progress, side, OWN))
			return true;
	return false;
}

static void warn_if(int count, const char *text, struct doc *doc)
{
	if (count > 0)
		doc_bullet(doc, STYLE_WARN, text);
}

static void warn_of_ways(const struct comparison *comparison, struct doc *doc)
{
	int lost = count_if(comparison, lost_names), got = count_if(comparison, got_names);
	int again = count_if(comparison, asked_again), back = count_if(comparison, taken_back);
	int few = count_if(comparison, withheld_in_part) + comparison_of(comparison, COMPARED_FEW);
	char *texts[] = {
		mem_printf(P_("%d question was answered by name then and without names now: people may say other things so.",
			      "%d questions were answered by name then and without names now: people may say other "
			      "things so.", lost), lost),
		mem_printf(P_("%d question was answered without names then and by name now: people may say other things so.",
			      "%d questions were answered without names then and by name now: people may say other "
			      "things so.", got), got),
		mem_printf(P_("%d question was asked more than once in a session: the last round counts.",
			      "%d questions were asked more than once in a session: the last round counts.", again),
			again),
		mem_printf(P_("Of %d question the reveal was taken back at least once: people had seen answers before "
			      "they gave theirs.",
			      "Of %d questions the reveal was taken back at least once: people had seen answers before "
			      "they gave theirs.", back), back),
		mem_printf(P_("%d question has a side with too few answers to show, then or now.",
			      "%d questions have a side with too few answers to show, then or now.", few), few),
	};
	const int counts[] = { lost, got, again, back, few };

	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		warn_if(counts[i], texts[i], doc);
		free(texts[i]);
	}
}

void compare_write_warnings(const struct comparison *comparison, struct doc *doc)
{
	warn_of_state(comparison->then, doc);
	warn_of_state(comparison->now, doc);
	warn_of_bank(comparison, doc);
	warn_of_sides(comparison, doc);
	warn_of_ways(comparison, doc);
}

/* Harmony */

static bool is_shown(const struct session *session, struct harmony *out)
{
	return session->halt != HALT_CANCELLED && harmony_measure(session, out) && out->state == HARMONY_SHOWN;
}

char *compare_harmony_text(const struct session *session)
{
	struct harmony found;

	if (!is_shown(session, &found))
		return mem_strdup("-");
	return mem_printf(_("%d to %d"), found.low.bound, found.high.bound);
}

/* Whether the scale of a module counts; NULL for a module that there is not. */
static bool counts(const struct session *session, const struct module *module)
{
	const struct step *level = module ? bank_level(session->bank, module) : NULL;
	int at = level ? session_step(session, level->key) : -1;
	struct coorientation result;

	return at >= 0 && progress_is_revealed(&session->steps[at]) &&
	       scale_measure(session, &session->steps[at], &result) && ratio_is_defined(result.agreement);
}

/* Whether the scale of a module is compared, and weighs as much. */
static bool is_compared(const struct comparison *comparison, const struct module *module)
{
	const struct step *level = bank_level(comparison->now->bank, module);
	const struct module *before = bank_module(comparison->then->bank, module->id);

	for (size_t i = 0; before && i < comparison->count; i++) {
		const struct compared *compared = &comparison->questions[i];

		if (compared->state == COMPARED && compared->now.progress->step == level)
			return compared->then.progress->step == bank_level(comparison->then->bank, before) &&
			       before->weight == module->weight;
	}
	return false;
}

/* Whether both ranges are of the same topics, asked in the same words. */
static bool same_topics(const struct comparison *comparison)
{
	const struct bank *then = comparison->then->bank, *now = comparison->now->bank;

	for (size_t i = 0; i < now->module_count; i++) {
		const struct module *module = &now->modules[i];
		bool was = counts(comparison->then, bank_module(then, module->id));

		if (was != counts(comparison->now, module) || (was && !is_compared(comparison, module)))
			return false;
	}
	for (size_t i = 0; i < then->module_count; i++)
		if (!bank_module(now, then->modules[i].id) && counts(comparison->then, &then->modules[i]))
			return false;
	return true;
}

void compare_write_harmony(const struct comparison *comparison, struct doc *doc)
{
	struct harmony then, now;
	enum { OTHER_TOPICS, TOUCH, HIGHER, LOWER } change;

	if (!is_shown(comparison->then, &then) || !is_shown(comparison->now, &now))
		return;
	change = !same_topics(comparison)                                                        ? OTHER_TOPICS
		 : then.low.bound <= now.high.bound && now.low.bound <= then.high.bound ? TOUCH
		 : now.low.bound > then.high.bound                                      ? HIGHER
											: LOWER;
	doc_printf(doc, STYLE_STRONG,
		change == OTHER_TOPICS ? _("Harmony: %d to %d then, %d to %d now. They are not of the same topics, and so "
					   "are not compared.")
		: change == TOUCH      ? _("Harmony: %d to %d then, %d to %d now. The ranges touch: no change that can be "
					   "told.")
		: change == HIGHER     ? _("Harmony is higher: %d to %d then, %d to %d now.")
				       : _("Harmony is lower: %d to %d then, %d to %d now."),
		then.low.bound, then.high.bound, now.low.bound, now.high.bound);
}
