/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sessions beside each other: which of their questions are the same, and what moved. */
#ifndef ACCORD_INSTRUMENT_COMPARISON_H
#define ACCORD_INSTRUMENT_COMPARISON_H

#include "measure/ratio.h"
#include "model/session.h"
#include "view/doc.h"

/* Whether two results can be laid beside each other, or why not. */
enum compared_state {
	COMPARED,
	COMPARED_ONLY_THEN, /* on the agenda of one of them only */
	COMPARED_ONLY_NOW,
	COMPARED_REWORDED,
	COMPARED_SIDES,     /* between other sides */
	COMPARED_NOT_THEN,  /* without a result: not asked, not revealed, or not answered */
	COMPARED_NOT_NOW,
	COMPARED_NEITHER,
	COMPARED_SUBJECT,   /* what is rated is another text */
	COMPARED_FEW,       /* no side has enough answers to show both times */
	COMPARED_STATES
};

/* A question in one of the sessions; progress is NULL where that does not ask it. */
struct moment {
	const struct session *session;
	const struct progress *progress;
};

/* A question in both of them. */
struct compared {
	struct moment then, now;
	int side[SIDES];    /* what now's side was then, SIDE_NONE where there is none such */
	enum compared_state state;
	unsigned reworded;  /* bits of enum wording */
};

/* How far two sessions can be compared. */
struct comparison {
	const struct session *then, *now;
	int side[SIDES]; /* as above */
	/* Of now, in its order; then those that then alone asks. What asks nothing is left out. */
	struct compared *questions;
	size_t count;
	int unchanged;     /* questions that both ask, in the same words */
	int people, same;  /* of both together, each counted once; and those who took part in both */
	int other_side;    /* of the same people: those who were on the other side then */
};

void comparison_init(struct comparison *comparison, const struct session *then, const struct session *now);
void comparison_release(struct comparison *comparison);
/* How many questions have a state. */
int comparison_of(const struct comparison *comparison, enum compared_state state);
/* Whether both sides are those of then. */
bool comparison_has_sides(const struct comparison *comparison);
/* Why a question is not compared: "worded otherwise (the scale)", for free(); NULL where it is. */
char *compared_why(const struct compared *compared);

/*
 * Where a side stands, or with SIDE_NONE the room, in a word or a figure. It says no more than the result that is shown.
 */
struct place {
	char *text;         /* "2.5"; for free() */
	struct ratio value; /* of what can be more or less; not defined otherwise */
};

/* Whether there is one; out is to be released by free(out->text). */
bool step_place(const struct session *session, const struct progress *progress, int side, struct place *out);

/* Whether something moved. That is what the middle answers, majorities and figures say; it is no claim of a statistic. */
enum shift { SHIFT_NONE, SHIFT_SAME, SHIFT_MOVED, SHIFTS };

/* What moved in a question that can be compared, in a sentence or a few, for free(); NULL where there is none to tell. */
char *compared_shift(const struct compared *compared, enum shift *shift);
/* All that can be told of it: then and now beside each other. No answer is told with a name. */
void compared_write(const struct compared *compared, struct doc *doc);

/* A sentence about a place that was and is, for free(); name is the side's, NULL for the room. Sets *moved where it did. */
char *shift_sentence(const char *name, const struct place *then, const struct place *now, bool *moved);
/* Options with how many of each side have them then and now, as a table; for instruments with options. */
typedef int option_counter(const struct progress *progress, int side, const char *option);
void compared_write_options(const struct compared *compared, option_counter *count, struct doc *doc);

#endif
