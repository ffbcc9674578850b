/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who answers a step. */
#include "instrument/answerers.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static void add(struct answerers *answerers, struct answerer answerer)
{
	answerers->items[answerers->count++] = answerer;
}

void answerers_init(struct answerers *answerers, const struct session *session, const struct step *step)
{
	answerers->items = mem_zalloc(session->person_count + SIDES + 1, sizeof *answerers->items);
	answerers->count = 0;
	if (step->by == BY_ROOM) {
		add(answerers, (struct answerer){ ANSWERER_ROOM, SIDE_NONE, _("The room"), false });
		return;
	}
	for (int side = 0; side < SIDES; side++) {
		if (step->by == BY_SIDE)
			add(answerers, (struct answerer){ ANSWERER_SIDE(side), side,
							  session->bank->sides[side].name, false });
		for (size_t i = 0; step->by == BY_PERSON && i < session->person_count; i++) {
			const struct person *person = &session->people[i];

			if (person->side == side)
				add(answerers, (struct answerer){ person->id, side, person->name,
								  person->presence == AWAY });
		}
	}
}

void answerers_release(struct answerers *answerers)
{
	free(answerers->items);
	*answerers = (struct answerers){ 0 };
}

bool answerer_has(const struct progress *progress, const struct answerer *answerer, enum which which)
{
	const struct ballot *ballot = progress_ballot(progress, answerer->id);

	if (progress_gave(progress, answerer->id, which))
		return true;
	return ballot && ballot->answers[which];
}

bool answerer_done(const struct progress *progress, const struct answerer *answerer)
{
	const struct ballot *ballot = progress_ballot(progress, answerer->id);

	if (answerer->away)
		return true;
	/* Who is not here does not predict either. */
	if (ballot && ballot->answers[OWN] && strcmp(ballot->answers[OWN], ANSWER_NOT_HERE) == 0)
		return true;
	return answerer_has(progress, answerer, OWN) &&
	       (!progress->step->predict || answerer_has(progress, answerer, PREDICTION));
}
