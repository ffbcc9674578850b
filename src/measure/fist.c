/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fist of five. */
#include "measure/fist.h"

#include "base/text.h"

#include <assert.h>
#include <stdlib.h>

static enum fist_state state_of(const struct fist *fist)
{
	if (fist->counts[0] > 0)
		return FIST_BLOCKED;
	if (fist->below > 0)
		return FIST_SPEAKS;
	return fist->votes > 0 && fist->missing == 0 ? FIST_PASSES : FIST_OPEN;
}

void fist_of(const int *votes, size_t count, struct fist *out)
{
	*out = (struct fist){ 0 };
	for (size_t i = 0; i < count; i++) {
		assert(votes[i] >= FIST_NO_VOTE && votes[i] <= FIST_HIGHEST);
		if (votes[i] == FIST_NO_VOTE) {
			out->missing++;
			continue;
		}
		out->counts[votes[i]]++;
		out->votes++;
		out->below += votes[i] < FIST_PASSING;
	}
	out->state = state_of(out);
}

const char *fist_state_name(enum fist_state state)
{
	static const char *const names[] = {
		[FIST_OPEN] = "open",
		[FIST_PASSES] = "passes",
		[FIST_SPEAKS] = "speaks",
		[FIST_BLOCKED] = "blocked",
	};

	return names[state];
}

bool charter_is_filled(const char *text)
{
	char *tidy;
	bool filled;

	if (!text)
		return false;
	tidy = text_tidy(text);
	filled = tidy[0] != '\0';
	free(tidy);
	return filled;
}

void charter_add(struct charter *charter, const char *text, enum fist_state state)
{
	bool filled = charter_is_filled(text);

	charter->clauses++;
	charter->filled += filled;
	charter->passed += filled && state == FIST_PASSES;
}

struct ratio charter_completeness(const struct charter *charter)
{
	return ratio_of((int64_t)charter->filled, (int64_t)charter->clauses);
}
