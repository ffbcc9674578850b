/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What results have in common: counting answers without giving anybody away. */
#ifndef ACCORD_INSTRUMENT_RESULT_H
#define ACCORD_INSTRUMENT_RESULT_H

#include "measure/verdict.h"
#include "model/session.h"
#include "view/doc.h"

/* How many ballots of a side hold the answer. */
int result_count(const struct progress *progress, int side, enum which which, const char *answer);
/* Whether an answer, a list of options with commas between, has the option. */
bool result_ticks(const char *answer, const char *option);
/* How many ballots of a side tick the option. */
int result_count_ticked(const struct progress *progress, int side, const char *option);
/* Answers of a side that say something: neither "can't say" nor "not here". */
int result_answers(const struct progress *progress, int side, enum which which);
/* Whether a side's answers may be shown: on an anonymous step only from n_min on. */
bool result_allowed(const struct session *session, const struct progress *progress, int side, enum which which);
/* Whether the two sides may be compared. */
bool result_comparable(const struct session *session, const struct progress *progress);
/* How many of a side have an option. */
typedef int result_counter(const struct progress *progress, int side, const char *option);
/* A line for each side: how many have which option, the most frequent first; of many only those. */
void result_write_options(const struct session *session, const struct progress *progress, result_counter *count,
	struct doc *doc);
/* How many can't say, in a sentence for free(); NULL where nobody does, or that may not be told. */
char *result_cant_say(const struct session *session, const struct progress *progress);
/* "Can't say" and "not here" in a sentence, where there are any. */
void result_write_rest(const struct session *session, const struct progress *progress, struct doc *doc);
/* Says that a side had too few answers. */
void result_write_withheld(const struct session *session, const struct progress *progress, struct doc *doc);
void result_write_benchmark(const struct progress *progress, struct doc *doc);
/* Who said what, where that is not secret: a line each. show makes words of an answer, for free(). */
void result_write_named(const struct session *session, const struct progress *progress,
	char *(*show)(const struct step *step, const char *answer), struct doc *doc);
/* The same in one paragraph, for answers of a word or two. */
void result_write_names(const struct session *session, const struct progress *progress,
	char *(*show)(const struct step *step, const char *answer), struct doc *doc);
/* "Gap, decided.", where something should come of a step's answers; nothing otherwise. For digests. */
void result_write_outcome(const struct session *session, const struct progress *progress, struct doc *doc);
/*
 * A verdict in a sentence, for free(), as far as it needs no more than the names of the sides: split, misread and
 * agreement. NULL for the others.
 */
char *result_sentence(const struct session *session, const struct verdict *verdict);

#endif
