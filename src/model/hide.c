/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the audience may not see, taken out of a session. */
#include "model/hide.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static void hide_answer(const struct step *step, const struct ballot *ballot, char **answer)
{
	/* That somebody is not here can be seen in the room; of an anonymous answer even that is kept. */
	if (!*answer || (ballot->person != 0 && strcmp(*answer, ANSWER_NOT_HERE) == 0))
		return;
	if (step->part_count == 0 || strcmp(*answer, ANSWER_NOT_HERE) == 0) {
		mem_set(answer, ANSWER_CANT_SAY);
		return;
	}
	for (char *part = *answer; *part; part++)
		if (*part != PART_OPEN)
			*part = ANSWER_CANT_SAY[0];
}

/* What a ballot still tells: its person, its side, and what of it is there. */
static int rank_of(const struct ballot *ballot)
{
	return ballot->side * 4 + (ballot->answers[OWN] != NULL) * 2 + (ballot->answers[PREDICTION] != NULL);
}

static int compare(const void *a, const void *b)
{
	return rank_of(a) - rank_of(b);
}

static void hide_ballots(const struct step *step, struct ballot *ballots, size_t count, int person)
{
	bool named = false;

	for (size_t i = 0; i < count; i++) {
		named = named || ballots[i].person != 0;
		if (person != 0 && ballots[i].person == person)
			continue;
		for (int which = 0; which < WHICH_COUNT; which++)
			hide_answer(step, &ballots[i], &ballots[i].answers[which]);
	}
	/* Without names they come in the order of what they say. */
	if (!named && count > 0)
		qsort(ballots, count, sizeof *ballots, compare);
}

/* The first result is not to lead the second, either. */
static void hide_step(struct progress *progress, int person)
{
	hide_ballots(progress->step, progress->ballots, progress->ballot_count, person);
	hide_ballots(progress->step, progress->first, progress->first_count, 0);
}

static void hide_ratings(struct session *session)
{
	for (size_t i = 0; i < session->rating_count; i++) {
		struct rating *rating = &session->ratings[i];
		int at = session_step(session, rating->step);

		if (rating->side < SIDES && (at < 0 || !progress_is_revealed(&session->steps[at])))
			rating->value = 0;
	}
}

static void remove_private(struct session *session)
{
	size_t count = 0;

	for (size_t i = 0; i < session->item_count; i++) {
		if (session->items[i].private)
			item_release(&session->items[i]);
		else
			session->items[count++] = session->items[i];
	}
	session->item_count = count;
}

int session_private_notes(const struct session *session)
{
	int count = 0;

	for (size_t i = 0; i < session->item_count; i++)
		count += session->items[i].private;
	return count;
}

void session_show_private(struct session *session)
{
	for (size_t i = 0; i < session->item_count; i++) {
		struct item *item = &session->items[i];
		char *text = mem_printf(_("%s (private)"), item->text);

		if (item->private)
			mem_set(&item->text, text);
		item->private = false;
		free(text);
	}
}

static void remove_coaching(struct bank *bank)
{
	for (size_t i = 0; i < bank->module_count; i++) {
		for (size_t j = 0; j < bank->modules[i].step_count; j++) {
			free(bank->modules[i].steps[j].coach);
			bank->modules[i].steps[j].coach = NULL;
		}
	}
}

void session_hide(struct session *session, int person)
{
	for (size_t i = 0; i < session->step_count; i++)
		if (!progress_is_revealed(&session->steps[i]) && session->steps[i].step->by != BY_ROOM)
			hide_step(&session->steps[i], person);
	hide_ratings(session);
	remove_private(session);
	remove_coaching(session->bank);
	/* It holds the notes for the facilitator as well. */
	free(session->bank_text);
	session->bank_text = NULL;
}
