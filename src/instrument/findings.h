/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all questions of a session came to, sorted by what deserves the room's time, and what was done about each. */
#ifndef ACCORD_INSTRUMENT_FINDINGS_H
#define ACCORD_INSTRUMENT_FINDINGS_H

#include "measure/verdict.h"
#include "model/session.h"

struct finding {
	const struct progress *progress; /* in the session */
	struct verdict verdict;
	char *question; /* the prompt; of one that rates a text, with the beginning of that */
	char *sentence;
	const struct item *fate;         /* in the session; NULL for none */
};

struct findings {
	struct finding *items;
	size_t count;
};

/*
 * Of all questions of both sides that somebody answered and that were revealed. In the order of verdict_compare, and
 * within that as they were asked.
 */
void findings_init(struct findings *findings, const struct session *session);
void findings_release(struct findings *findings);
/* Whether something should come of it, and nothing has. */
bool finding_is_open(const struct finding *finding);
/* How many are open. */
int findings_open(const struct findings *findings);
/* How many are of a kind. */
int findings_of(const struct findings *findings, enum verdict_kind kind);

/* "Gaps between the sides", "Splits within a side", ... */
const char *verdict_name(enum verdict_kind kind);
/* "Gap", "Split", ... */
const char *verdict_word(enum verdict_kind kind);
/* Whether nothing more is needed: something was agreed on, and it is no decision that waits for a yes. */
bool fate_is_settled(const struct item *fate);
/* What was done in a word: "decided", "proposed", "action", ...; "open" for NULL. */
const char *fate_word(const struct item *fate);
/* The same with its text, for free(): "Decided: ..."; NULL for NULL. */
char *fate_text(const struct item *fate);

#endif
