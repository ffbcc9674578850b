/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step on the screen, whichever instrument it has. */
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/ladder.h"
#include "instrument/result.h"
#include "instrument/rollcall.h"
#include "instrument/rounds.h"
#include "instrument/way.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void stage_init(struct stage *stage)
{
	*stage = (struct stage){ 0 };
	field_init(&stage->field, "");
}

void stage_release(struct stage *stage)
{
	field_release(&stage->field);
}

void stage_say(struct stage *stage, bool warns, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(stage->say, sizeof stage->say, format, args);
	va_end(args);
	text_cut_whole(stage->say);
	stage->warns = warns;
}

static const struct instrument *instrument_of(const struct stage *stage)
{
	return instrument_find(stage->progress->step->kind);
}

/* The way in which answers are taken; NULL for what is not answered one by one. */
static const struct taking *taking_of(const struct stage *stage)
{
	if (!instrument_of(stage)->answering)
		return NULL;
	/* Who answers for themselves alone has a line, not a row or a count. */
	if (stage->only)
		return &taking_rollcall;
	if (way_of(stage->progress) == ENTRY_TALLY)
		return &taking_tally;
	return way_has_rows(stage->progress) ? &taking_sealed : &taking_rollcall;
}

void stage_enter(struct stage *stage, const struct session *session, const struct progress *progress)
{
	const struct instrument *instrument;

	stage->session = session;
	stage->progress = progress;
	stage->row = stage->column = stage->top = stage->left = 0;
	stage->which = OWN;
	stage->inside = stage->editing = stage->as_list = false;
	instrument = instrument_of(stage);
	if (instrument->answering)
		taking_of(stage)->enter(stage, instrument->answering);
	else if (instrument->enter)
		instrument->enter(stage);
}

void stage_undone(struct stage *stage)
{
	const struct instrument *instrument = instrument_of(stage);

	if (instrument->undone)
		instrument->undone(stage);
	else if (instrument->answering)
		taking_of(stage)->undone(stage, instrument->answering);
	else if (!stage->inside)
		stage_enter(stage, stage->session, stage->progress);
}

const char *step_subject(const struct session *session, const struct step *step)
{
	int at = step->points > 0 && step->of ? session_step(session, step->of) : -1;
	const struct ballot *ballot = at < 0 ? NULL : progress_ballot(&session->steps[at], ANSWERER_ROOM);
	const char *text = ballot ? ballot->answers[OWN] : NULL;

	return text && strcmp(text, ANSWER_CANT_SAY) != 0 ? text : NULL;
}

void stage_draw(struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct instrument *instrument = instrument_of(stage);
	int lines = rounds_draw(stage, grid, rect);

	rect.y += lines;
	rect.height -= lines;
	lines = instrument->above ? instrument->above(stage, grid, rect) : 0;
	rect.y += lines;
	rect.height -= lines;
	/* The room's answer is said aloud. */
	grid->hidden = instrument->answering && stage->progress->step->by != BY_ROOM;
	if (!instrument->answering)
		instrument->draw(stage, grid, rect);
	else
		taking_of(stage)->draw(stage, instrument->answering, grid, rect);
}

bool stage_key(struct stage *stage, enum action action, const struct key *key)
{
	const struct instrument *instrument = instrument_of(stage);

	if (!instrument->answering)
		return instrument->key && instrument->key(stage, action, key);
	return taking_of(stage)->key(stage, instrument->answering, action, key);
}

context_set stage_contexts(const struct stage *stage)
{
	const struct instrument *instrument = instrument_of(stage);

	if (stage->editing)
		return CONTEXT_EDIT;
	if (instrument->answering)
		return taking_of(stage)->context | CONTEXT_STEP | CONTEXT_MOVE | CONTEXT_ANY;
	return instrument->contexts ? instrument->contexts(stage) : CONTEXT_STEP | CONTEXT_MOVE | CONTEXT_ANY;
}

struct key_shown stage_show_key(const struct stage *stage, const char *name)
{
	return keymap_show(stage->keys, stage_contexts(stage), name);
}

char *stage_draft(const struct stage *stage)
{
	const struct instrument *instrument = instrument_of(stage);

	if (instrument->answering)
		return rollcall_draft(stage, instrument->answering);
	return instrument->draft ? instrument->draft(stage) : NULL;
}

bool stage_restore(struct stage *stage, const char *draft, const char *text)
{
	const struct instrument *instrument = instrument_of(stage);

	if (instrument->answering)
		return rollcall_restore(stage, instrument->answering, draft, text);
	return instrument->restore && instrument->restore(stage, draft, text);
}

bool step_has_result(const struct session *session, const struct progress *progress)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);

	if (!instrument->reveals)
		return false;
	if (progress_is_revealed(progress))
		return true;
	if (instrument->has_result)
		return instrument->has_result(session, progress);
	if (progress->step->by == BY_ROOM)
		return progress_ballot(progress, ANSWERER_ROOM) != NULL;
	for (size_t i = 0; progress->step->column_count > 0 && i < session->row_count; i++)
		if (strcmp(session->rows[i].step, progress->step->key) == 0)
			return true;
	return false;
}

static bool says_something(const char *answer)
{
	return answer && strcmp(answer, ANSWER_NOT_HERE) != 0;
}

bool step_is_answered(const struct session *session, const struct progress *progress)
{
	for (size_t i = 0; i < session->rating_count; i++)
		if (strcmp(session->ratings[i].step, progress->step->key) == 0)
			return true;
	for (size_t i = 0; i < progress->ballot_count; i++)
		if (says_something(progress->ballots[i].answers[OWN]) ||
		    says_something(progress->ballots[i].answers[PREDICTION]))
			return true;
	return false;
}

/* Where nobody answered there is nothing to be drawn. What is no question, and an analysis, is of other things. */
static bool write_unanswered(const struct session *session, const struct progress *progress, struct doc *doc)
{
	if (!instrument_find(progress->step->kind)->answering || progress->step->analysis ||
	    step_is_answered(session, progress))
		return false;
	doc_text(doc, STYLE_DIM, _("Nothing was answered."));
	return true;
}

void step_summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	if (!write_unanswered(session, progress, doc))
		instrument_find(progress->step->kind)->summarise(session, progress, today, doc);
	rounds_summarise(session, progress, today, doc);
	result_write_benchmark(progress, doc);
}

void step_digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);

	struct doc digest = { 0 };

	if (!write_unanswered(session, progress, &digest))
		(instrument->digest ? instrument->digest : instrument->summarise)(session, progress, today, &digest);
	rounds_digest(session, progress, today, &digest);
	doc_join(&digest);
	doc_append(doc, &digest);
}

void step_pose(const struct session *session, const struct progress *progress, struct doc *doc)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);

	if (instrument->pose)
		instrument->pose(session, progress, doc);
}

static bool has_result(const struct session *session, const char *key)
{
	int at = key ? session_step(session, key) : -1;

	return at >= 0 && step_has_result(session, &session->steps[at]);
}

/* Whether a step tells what the other one came to. */
static bool takes_up(const struct session *session, const struct step *step, const struct step *other)
{
	if (step->then && strcmp(step->then, other->key) == 0)
		return true;
	if (strcmp(step->kind, "pairs") == 0 && step->of && strcmp(step->of, other->key) == 0)
		return true;
	return ladder_has(session, step, other);
}

bool step_is_taken_up(const struct session *session, const struct step *step)
{
	if (step->role && has_result(session, step->of))
		return true;
	for (size_t i = 0; i < session->step_count; i++)
		if (session->steps[i].step != step && step_has_result(session, &session->steps[i]) &&
		    takes_up(session, session->steps[i].step, step))
			return true;
	return false;
}

char *step_missing_text(const struct step *step, int missing, const char *key)
{
	const struct instrument *instrument = instrument_find(step->kind);

	if (instrument->missing_text)
		return instrument->missing_text(missing, key);
	if (step->by == BY_ROOM)
		/* TRANSLATORS: %s is a key. */
		return mem_printf(_("there is no answer yet: %s again reveals all the same"), key);
	/* TRANSLATORS: %s is a key. */
	return mem_printf(P_("%d has not answered yet: %s again reveals all the same",
			     "%d have not answered yet: %s again reveals all the same", missing), missing, key);
}

/* Of a side, by how many answers there are. */
static int missing_of(const struct session *session, const struct progress *progress, int side)
{
	/* Guesses are often left out of a show of hands. */
	bool guesses = progress->step->predict && way_of(progress) != ENTRY_TALLY;
	int missing = 0;

	for (int which = OWN; which <= (guesses ? PREDICTION : OWN); which++) {
		int left = session_expected(session, progress, side, (enum which)which) -
			   progress_answers(progress, side, (enum which)which);

		missing = left > missing ? left : missing;
	}
	return missing;
}

int step_missing(const struct session *session, const struct progress *progress)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);
	bool nameless = false;

	if (!instrument->answering)
		return instrument->missing ? instrument->missing(session, progress) : 0;
	for (int side = 0; side < SIDES; side++)
		nameless = nameless || session_nameless(session, progress, side, OWN) > 0;
	/* Whose those are is not known, so people cannot be gone by. */
	if (nameless || way_of(progress) == ENTRY_TALLY || (way_has_rows(progress) && progress->anonymous))
		return missing_of(session, progress, 0) + missing_of(session, progress, 1);
	return rollcall_missing(session, progress);
}
