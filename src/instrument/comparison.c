/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which questions of two sessions are the same, and whether their results can be laid beside each other. */
#include "instrument/comparison.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "instrument/instrument.h"
#include "instrument/result.h"
#include "measure/matching.h"
#include "model/wording.h"

#include <stdlib.h>
#include <string.h>

/* The sides */

static bool same_folded(const char *a, const char *b)
{
	char *x = text_fold(a), *y = text_fold(b);
	bool same = strcmp(x, y) == 0;

	free(x);
	free(y);
	return same;
}

static bool same_side(const struct side *a, const struct side *b)
{
	return strcmp(a->id, b->id) == 0 || same_folded(a->name, b->name);
}

/* What each side was then. Banks may list the same sides the other way round. */
static void match_sides(const struct bank *then, const struct bank *now, int side[SIDES])
{
	bool straight[SIDES], crossed[SIDES];

	for (int s = 0; s < SIDES; s++) {
		straight[s] = same_side(&then->sides[s], &now->sides[s]);
		crossed[s] = same_side(&then->sides[1 - s], &now->sides[s]);
	}
	for (int s = 0; s < SIDES; s++) {
		if (crossed[0] && crossed[1] && !(straight[0] && straight[1]))
			side[s] = 1 - s;
		else
			side[s] = straight[s] ? s : SIDE_NONE;
	}
}

/* The people */

static struct matching_name *names_of(const struct session *session)
{
	struct matching_name *names = mem_zalloc(session->person_count, sizeof *names);

	for (size_t i = 0; i < session->person_count; i++)
		names[i].text = session->people[i].name;
	return names;
}

static void match_people(struct comparison *comparison)
{
	const struct session *then = comparison->then, *now = comparison->now;
	struct matching_name *before = names_of(then), *after = names_of(now);
	size_t *partners = mem_zalloc(then->person_count, sizeof *partners);

	comparison->same = (int)matching_of(before, then->person_count, after, now->person_count, partners);
	comparison->people = (int)(then->person_count + now->person_count) - comparison->same;
	for (size_t i = 0; i < then->person_count; i++)
		comparison->other_side += partners[i] != MATCHING_NONE &&
					  comparison->side[now->people[partners[i]].side] != then->people[i].side;
	free(before);
	free(after);
	free(partners);
}

/* The questions */

static bool asks(const struct progress *progress)
{
	return instrument_find(progress->step->kind)->reveals;
}

/* Whether there is something to lay beside something else. */
static bool has_result(const struct moment *moment)
{
	const struct progress *progress = moment->progress;

	if (moment->session->halt == HALT_CANCELLED || !step_has_result(moment->session, progress))
		return false;
	return !instrument_find(progress->step->kind)->answering || step_is_answered(moment->session, progress);
}

static bool same_subject(const struct moment *then, const struct moment *now)
{
	const char *a = step_subject(then->session, then->progress->step);
	const char *b = step_subject(now->session, now->progress->step);

	return strcmp(a ? a : "", b ? b : "") == 0;
}

/* Whether a side may be told of at both times. What is not asked person by person is open. */
static bool has_enough(const struct compared *compared)
{
	for (int side = 0; side < SIDES; side++)
		if (result_allowed(compared->then.session, compared->then.progress, compared->side[side], OWN) &&
			result_allowed(compared->now.session, compared->now.progress, side, OWN))
			return true;
	return false;
}

static enum compared_state state_of(struct compared *compared)
{
	const struct moment *then = &compared->then, *now = &compared->now;
	bool was, is;

	if (!then->progress || !now->progress)
		return now->progress ? COMPARED_ONLY_NOW : COMPARED_ONLY_THEN;
	compared->reworded = wording_differs(then->progress->step, now->progress->step);
	if (compared->reworded)
		return COMPARED_REWORDED;
	if (compared->side[0] == SIDE_NONE || compared->side[1] == SIDE_NONE)
		return COMPARED_SIDES;
	was = has_result(then);
	is = has_result(now);
	if (!was || !is)
		return was ? COMPARED_NOT_NOW : is ? COMPARED_NOT_THEN : COMPARED_NEITHER;
	if (!same_subject(then, now))
		return COMPARED_SUBJECT;
	return has_enough(compared) ? COMPARED : COMPARED_FEW;
}

static void add_question(struct comparison *comparison, const struct progress *then, const struct progress *now)
{
	struct compared *compared = &comparison->questions[comparison->count++];

	*compared = (struct compared){ .then = { comparison->then, then }, .now = { comparison->now, now } };
	for (int side = 0; side < SIDES; side++)
		compared->side[side] = comparison->side[side];
	compared->state = state_of(compared);
	comparison->unchanged += then && now && !compared->reworded;
}

static void match_questions(struct comparison *comparison)
{
	const struct session *then = comparison->then, *now = comparison->now;

	comparison->questions = mem_zalloc(then->step_count + now->step_count, sizeof *comparison->questions);
	for (size_t i = 0; i < now->step_count; i++) {
		int at = session_step(then, now->steps[i].step->key);

		/* What has become no question any more, or one only now, is on one agenda alone. */
		if (asks(&now->steps[i]))
			add_question(comparison, at >= 0 && asks(&then->steps[at]) ? &then->steps[at] : NULL,
				&now->steps[i]);
	}
	for (size_t i = 0; i < then->step_count; i++) {
		int at = session_step(now, then->steps[i].step->key);

		if (asks(&then->steps[i]) && (at < 0 || !asks(&now->steps[at])))
			add_question(comparison, &then->steps[i], NULL);
	}
}

void comparison_init(struct comparison *comparison, const struct session *then, const struct session *now)
{
	*comparison = (struct comparison){ .then = then, .now = now };
	match_sides(then->bank, now->bank, comparison->side);
	match_people(comparison);
	match_questions(comparison);
}

void comparison_release(struct comparison *comparison)
{
	free(comparison->questions);
	*comparison = (struct comparison){ 0 };
}

int comparison_of(const struct comparison *comparison, enum compared_state state)
{
	int count = 0;

	for (size_t i = 0; i < comparison->count; i++)
		count += comparison->questions[i].state == state;
	return count;
}

bool comparison_has_sides(const struct comparison *comparison)
{
	return comparison->side[0] != SIDE_NONE && comparison->side[1] != SIDE_NONE;
}

char *compared_why(const struct compared *compared)
{
	static const char *const words[COMPARED_STATES] = {
		[COMPARED_ONLY_THEN] = N_("asked only then"),
		[COMPARED_ONLY_NOW] = N_("asked only now"),
		[COMPARED_SIDES] = N_("asked between other sides"),
		[COMPARED_NOT_THEN] = N_("without a result then"),
		[COMPARED_NOT_NOW] = N_("without a result now"),
		[COMPARED_NEITHER] = N_("without a result both times"),
		[COMPARED_SUBJECT] = N_("about another text now"),
		[COMPARED_FEW] = N_("too few answers to show"),
	};
	char *differs, *text;

	if (compared->state == COMPARED)
		return NULL;
	if (compared->state != COMPARED_REWORDED)
		return mem_strdup(_(words[compared->state]));
	differs = wording_text(compared->reworded);
	/* TRANSLATORS: what of a question changed, "the question, the options" */
	text = mem_printf(_("worded otherwise: %s"), differs);
	free(differs);
	return text;
}
