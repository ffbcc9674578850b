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

void answerers_keep(struct answerers *answerers, int id)
{
	int count = 0;

	for (int i = 0; i < answerers->count; i++)
		if (answerers->items[i].id == id)
			answerers->items[count++] = answerers->items[i];
	answerers->count = count;
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

bool answerer_is_away(const struct progress *progress, const struct answerer *answerer)
{
	const struct ballot *ballot = progress_ballot(progress, answerer->id);

	return answerer->away || (ballot && ballot->answers[OWN] && strcmp(ballot->answers[OWN], ANSWER_NOT_HERE) == 0);
}

bool answerer_done(const struct progress *progress, const struct answerer *answerer)
{
	/* Who is not here does not predict either. */
	if (answerer_is_away(progress, answerer))
		return true;
	if (progress->step->part_count > 0)
		return answerer_parts(progress, answerer) == (int)progress->step->part_count;
	return answerer_has(progress, answerer, OWN) &&
	       (!progress->step->predict || answerer_has(progress, answerer, PREDICTION));
}

char answerer_part(const struct progress *progress, const struct answerer *answerer, int part)
{
	const struct ballot *ballot = progress_ballot(progress, answerer->id);
	const char *answer = ballot ? ballot->answers[OWN] : NULL;

	if (!answer || strcmp(answer, ANSWER_NOT_HERE) == 0 || strlen(answer) <= (size_t)part)
		return PART_OPEN;
	return answer[part];
}

int answerer_parts(const struct progress *progress, const struct answerer *answerer)
{
	int count = 0;

	for (int part = 0; part < (int)progress->step->part_count; part++)
		count += answerer_part(progress, answerer, part) != PART_OPEN;
	return count;
}

char *answerer_with_part(const struct progress *progress, const struct answerer *answerer, int part, char value)
{
	size_t count = progress->step->part_count;
	char *answer = mem_zalloc(count + 1, 1);
	bool any = false;

	for (int i = 0; i < (int)count; i++) {
		answer[i] = i == part ? value : answerer_part(progress, answerer, i);
		any = any || answer[i] != PART_OPEN;
	}
	if (!any) {
		free(answer);
		return NULL;
	}
	return answer;
}

/* What is being answered or taken away just now is not in the session yet. */
static bool is_open(const struct progress *progress, const struct answerer *answerer, int part, bool now, bool goes)
{
	if (now)
		return !goes && !answerer->away && answerer_part(progress, answerer, part) == PART_OPEN;
	return !answerer_is_away(progress, answerer) && answerer_part(progress, answerer, part) == PART_OPEN;
}

bool answerers_next_part(const struct answerers *answerers, const struct progress *progress, bool goes, int *row,
	int *part)
{
	int parts = (int)progress->step->part_count;

	for (int p = 0; p < parts; p++) {
		for (int r = 0; r < answerers->count; r++) {
			int at = p == 0 ? (*row + 1 + r) % answerers->count : r, of = (*part + p) % parts;

			if ((at == *row && p == 0) || !is_open(progress, &answerers->items[at], of, at == *row, goes))
				continue;
			*row = at;
			*part = of;
			return true;
		}
	}
	return false;
}
