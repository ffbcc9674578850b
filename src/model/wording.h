/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two banks ask the same question: what was stored of its wording, not what a step is called. */
#ifndef ACCORD_MODEL_WORDING_H
#define ACCORD_MODEL_WORDING_H

#include "model/bank.h"

/* What of a step is worded otherwise, a bit each. */
enum wording {
	WORDING_KIND = 1 << 0,
	WORDING_PROMPT = 1 << 1,
	WORDING_ANSWERER = 1 << 2, /* each person, each side, the room */
	WORDING_SCALE = 1 << 3,    /* its points, or the words at its ends */
	WORDING_OPTIONS = 1 << 4,  /* of a choice or list, and how many may be named */
	WORDING_UNIT = 1 << 5,
	WORDING_PARTS = 1 << 6,    /* questions of one with several, and its models */
	WORDING_COLUMNS = 1 << 7,  /* of a table, and what is worked out from it */
	WORDING_CLAUSES = 1 << 8,
	WORDING_SOURCE = 1 << 9    /* the step that it is of */
};

/*
 * What differs between two steps, bits of enum wording; 0 where they ask the same. White space is all alike. What is said
 * beside the question, such as coaching, benchmarks and hints, and whether answers carry names or are guessed as well,
 * is no wording.
 */
unsigned wording_differs(const struct step *a, const struct step *b);
/* "the question, the options", in the user's language, for free(); "" for 0. */
char *wording_text(unsigned differs);

#endif
