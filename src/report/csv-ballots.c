/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was answered and revealed, as a table. */
#include "report/csv-parts.h"

#include "instrument/result.h"

#include <stdlib.h>
#include <string.h>

struct answers {
	const struct session *session;
	struct csv_writer writer;
};

/* An answer that says something; being asked while not here is none. */
static const char *answer_of(const struct ballot *ballot, enum which which)
{
	const char *answer = ballot->answers[which];

	return answer && strcmp(answer, ANSWER_NOT_HERE) != 0 ? answer : "";
}

static void write_answer(struct answers *answers, const struct progress *progress, const char *answer)
{
	if (strcmp(progress->step->kind, "text") == 0)
		csv_text(&answers->writer, answer);
	else
		csv_value(&answers->writer, answer);
}

static void write_row(struct answers *answers, const struct progress *progress, int side, int person, const char *own,
	const char *guess)
{
	const struct person *who = person > 0 ? session_person(answers->session, person) : NULL;

	csv_step(&answers->writer, answers->session, progress->step->key);
	csv_value(&answers->writer, progress->step->kind);
	csv_number(&answers->writer, progress->round);
	csv_value(&answers->writer, side == SIDE_NONE ? "" : answers->session->bank->sides[side].id);
	if (person > 0)
		csv_number(&answers->writer, person);
	else
		csv_value(&answers->writer, "");
	csv_text(&answers->writer, who ? who->name : "");
	write_answer(answers, progress, own);
	write_answer(answers, progress, guess);
	csv_end(&answers->writer);
}

static void write_named(struct answers *answers, const struct progress *progress)
{
	for (size_t i = 0; i < progress->ballot_count; i++) {
		const struct ballot *ballot = &progress->ballots[i];
		const char *own = answer_of(ballot, OWN), *guess = answer_of(ballot, PREDICTION);

		if (own[0] || guess[0])
			write_row(answers, progress, ballot->side, ballot->person, own, guess);
	}
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/*
 * The answers of a side that carry no name, in the order of what they say. Own answers and guesses stand apart, so that
 * nobody who knows one of them learns the other.
 */
static void write_group(struct answers *answers, const struct progress *progress, int side, enum which which)
{
	const char **texts = mem_zalloc(progress->ballot_count, sizeof *texts);
	size_t count = 0;

	for (size_t i = 0; i < progress->ballot_count; i++)
		if (progress->ballots[i].side == side && answer_of(&progress->ballots[i], which)[0])
			texts[count++] = answer_of(&progress->ballots[i], which);
	if (!result_allowed(answers->session, progress, side, which))
		count = 0;
	qsort(texts, count, sizeof *texts, compare);
	for (size_t i = 0; i < count; i++)
		write_row(answers, progress, side, 0, which == OWN ? texts[i] : "", which == OWN ? "" : texts[i]);
	free(texts);
}

/* Whether its answers are nobody's, though it may be asked by name now. What is counted in the open is no secret. */
static bool is_nameless(const struct progress *progress)
{
	bool nameless = false;

	for (size_t i = 0; i < progress->ballot_count; i++)
		nameless = nameless || progress->ballots[i].person == 0;
	return nameless && progress->entry != ENTRY_TALLY;
}

static void write_round(struct answers *answers, const struct progress *progress)
{
	struct progress secret = *progress;

	secret.anonymous = progress->anonymous || is_nameless(progress);
	if (!secret.anonymous) {
		write_named(answers, progress);
		return;
	}
	for (int side = 0; side < SIDES; side++)
		for (int which = OWN; which < WHICH_COUNT; which++)
			write_group(answers, &secret, side, (enum which)which);
}

static void write_step(struct answers *answers, const struct progress *progress)
{
	if (!progress_is_revealed(progress) && progress->step->by != BY_ROOM)
		return;
	if (progress->round > 1 && progress->first_count > 0) {
		struct progress first = progress_first(progress);

		write_round(answers, &first);
	}
	write_round(answers, progress);
}

void csv_write_ballots(const struct session *session, struct report_output *output)
{
	static const char *const columns[] = { "step", "prompt", "kind", "round", "side", "number", "person", "own",
		"guess" };
	struct answers answers = { .session = session };

	answers.writer = csv_begin(output, "ballots.csv", columns, COUNT_OF(columns));
	/* A session that was cancelled has no results. */
	for (size_t i = 0; session->halt != HALT_CANCELLED && i < session->step_count; i++)
		write_step(&answers, &session->steps[i]);
}
