/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a clause of a charter stands. */
#include "instrument/clause.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *mark;
	enum style style;
} signs[] = {
	[CLAUSE_EMPTY] = { "\xc2\xb7", STYLE_DIM },
	[CLAUSE_WRITTEN] = { "\xe2\x97\x8b", STYLE_NORMAL },
	[CLAUSE_VOTING] = { "\xe2\x80\xa6", STYLE_NORMAL },
	[CLAUSE_PASSES] = { "\xe2\x9c\x93", STYLE_GOOD },
	[CLAUSE_SPEAKS] = { "?", STYLE_WARN },
	[CLAUSE_BLOCKED] = { "!", STYLE_ALERT },
};

const char *clause_mark(enum clause_state state)
{
	return signs[state].mark;
}

enum style clause_style(enum clause_state state)
{
	return signs[state].style;
}

static const struct row *row_of(const struct session *session, const struct step *step, const char *clause)
{
	for (size_t i = 0; i < session->row_count; i++) {
		const struct row *row = &session->rows[i];

		if (strcmp(row->step, step->key) == 0 && strcmp(row_value(row, CLAUSE_ID), clause) == 0)
			return row;
	}
	return NULL;
}

int clause_vote(const struct row *row, int person)
{
	char column[16];
	const char *value;

	snprintf(column, sizeof column, "@%d", person);
	value = row ? row_value(row, column) : "";
	if (strcmp(value, ANSWER_NOT_HERE) == 0)
		return VOTE_NOT_HERE;
	return value[0] >= '0' && value[0] <= '0' + FIST_HIGHEST && !value[1] ? value[0] - '0' : FIST_NO_VOTE;
}

static int vote_of(const struct standing *standing, const struct vote *extra, int person)
{
	return extra && extra->person == person ? extra->value : clause_vote(standing->row, person);
}

static enum clause_state state_of(const struct standing *standing, bool begun)
{
	const struct fist *fist = &standing->fist;

	if (!charter_is_filled(standing->text))
		return CLAUSE_EMPTY;
	if (fist->state == FIST_BLOCKED)
		return CLAUSE_BLOCKED;
	if (fist->state == FIST_SPEAKS)
		return CLAUSE_SPEAKS;
	if (fist->state == FIST_PASSES)
		return CLAUSE_PASSES;
	return begun && fist->missing > 0 ? CLAUSE_VOTING : CLAUSE_WRITTEN;
}

void standing_of(const struct session *session, const struct step *step, size_t index, const struct vote *extra,
	struct standing *out)
{
	int *votes = mem_zalloc(session->person_count, sizeof *votes);
	size_t count = 0;
	bool begun = false;

	*out = (struct standing){ .clause = &step->clauses[index] };
	out->row = row_of(session, step, out->clause->id);
	out->text = out->row ? row_value(out->row, CLAUSE_TEXT) : "";
	for (size_t i = 0; i < session->person_count; i++) {
		const struct person *person = &session->people[i];
		int vote = vote_of(out, extra, person->id);

		begun = begun || vote != FIST_NO_VOTE;
		if (vote >= 0 || (vote == FIST_NO_VOTE && person->presence != AWAY))
			votes[count++] = vote;
	}
	fist_of(votes, count, &out->fist);
	out->state = state_of(out, begun);
	free(votes);
}

char *standing_names(const struct session *session, const struct standing *standing, const struct vote *extra,
	int lowest, int highest, bool with_votes)
{
	struct str names;

	str_init(&names);
	for (int vote = highest; vote >= lowest; vote--) {
		for (size_t i = 0; i < session->person_count; i++) {
			const struct person *person = &session->people[i];

			if (vote_of(standing, extra, person->id) != vote)
				continue;
			str_printf(&names, "%s%s", names.length ? ", " : "", person->name);
			if (with_votes)
				str_printf(&names, " (%d)", vote);
		}
	}
	return names.data;
}

static char *objections(const struct session *session, const struct standing *standing)
{
	const struct fist *fist = &standing->fist;
	char *blocking = standing_names(session, standing, NULL, 0, 0, false);
	char *below = standing_names(session, standing, NULL, fist->counts[0] ? 1 : 0, FIST_PASSING - 1, true);
	char *text;

	if (fist->counts[0] > 0 && below[0])
		text = mem_printf(_("Blocked by %s. Below three as well: %s."), blocking, below);
	else if (fist->counts[0] > 0)
		text = mem_printf(_("Blocked by %s."), blocking);
	else if (fist->missing > 0)
		text = mem_printf(P_("%d of %d below three: %s. %d has not voted.",
				     "%d of %d below three: %s. %d have not voted.", fist->missing),
			fist->below, fist->votes, below, fist->missing);
	else
		text = mem_printf(_("%d of %d below three: %s."), fist->below, fist->votes, below);
	free(blocking);
	free(below);
	return text;
}

char *standing_sentence(const struct session *session, const struct standing *standing)
{
	const struct fist *fist = &standing->fist;

	switch (standing->state) {
	case CLAUSE_EMPTY:
		return mem_strdup(_("Not written yet."));
	case CLAUSE_WRITTEN:
		return mem_strdup(_("Written, not voted on."));
	case CLAUSE_VOTING:
		return mem_printf(_("%d of %d have voted so far."), fist->votes, fist->votes + fist->missing);
	case CLAUSE_PASSES:
		return mem_printf(P_("Accepted by the %d who voted.", "Accepted by all %d.", fist->votes), fist->votes);
	case CLAUSE_SPEAKS:
	case CLAUSE_BLOCKED:
		break;
	}
	return objections(session, standing);
}

struct charter charter_of(const struct session *session, const struct step *step)
{
	struct charter charter = { 0 };

	for (size_t i = 0; i < step->clause_count; i++) {
		struct standing standing;

		standing_of(session, step, i, NULL, &standing);
		charter_add(&charter, standing.text, standing.fist.state);
	}
	return charter;
}
