/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a scale share: what was answered, and how that is told. */
#ifndef ACCORD_INSTRUMENT_SCALE_PARTS_H
#define ACCORD_INSTRUMENT_SCALE_PARTS_H

#include "instrument/instrument.h"
#include "instrument/scale.h"
#include "measure/verdict.h"
#include "view/doc.h"

#define SCALE_POINTS_MOST 9 /* a digit each; 0 says "can't say" */

/* How many of a side gave each of the points. */
void scale_count_points(const struct progress *progress, int side, enum which which, int counts[SCALE_POINTS_MOST]);

/* The answers of both sides as they are measured. */
struct scale_answers {
	struct coorientation_person *people[SIDES];
	struct coorientation_side sides[SIDES];
};

void scale_answers_init(struct scale_answers *answers, const struct session *session, const struct progress *progress);
void scale_answers_release(struct scale_answers *answers);
/* A side's middle answer; not defined where there is none. */
struct ratio scale_middle(const struct progress *progress, int side);
/* "2.1 steps", for free(). */
char *scale_steps(struct ratio distance);
/* Differences that run through the sides, and make no two camps that could be named. */
bool scale_is_within(const struct coorientation *result);

/* In scale-result.c, scale-compare.c and scale-digest.c: operations of the instrument. */
void scale_summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc);
void scale_moved(const struct session *session, const struct progress *progress, const struct progress *first,
	struct doc *doc);
char *scale_verdict(const struct session *session, const struct progress *progress, struct verdict *out);
bool scale_figure(const struct session *session, const struct progress *progress, struct figure *out);
bool scale_place(const struct session *session, const struct progress *progress, int side, struct place *out);
char *scale_apart(const struct session *session, const struct progress *progress);
char *scale_shift(const struct compared *compared, bool *told, bool *moved);
void scale_compare(const struct compared *compared, struct doc *doc);
void scale_digest(const struct session *session, const struct progress *progress, int today, struct doc *doc);

#endif
