/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a register or its pairs say: each analysis turns rows into a measure's input and its result into sentences. */
#ifndef ACCORD_INSTRUMENT_ANALYSIS_H
#define ACCORD_INSTRUMENT_ANALYSIS_H

#include "measure/similarity.h"
#include "measure/verdict.h"
#include "model/session.h"
#include "view/doc.h"

struct analysis {
	const char *name;
	void (*summarise)(const struct session *session, const struct step *step, int today, struct doc *doc);
	/* The same in a few lines; NULL where summarise is as short. To be called by analysis_digest. */
	void (*digest)(const struct session *session, const struct step *step, int today, struct doc *doc);
	/* The figure that says most, in a few words, for free(); NULL where there is none, and for one that has none. */
	char *(*place)(const struct session *session, const struct step *step);
};

/* NULL where there is none of that name. */
const struct analysis *analysis_find(const char *name);

/* What an analysis says, in a few lines. */
void analysis_digest(const struct analysis *analysis, const struct session *session, const struct step *step, int today,
	struct doc *doc);

extern const struct analysis analysis_overlap, analysis_gaps, analysis_conflicts, analysis_ladder,
	analysis_shared, analysis_skin, analysis_speed;

/*
 * What a step of pairs comes to, and a sentence about it, for free(); NULL where there is nothing to say. See
 * verdict_pairs().
 */
char *conflicts_verdict(const struct session *session, const struct step *step, struct verdict *out);

/* Two spellings in a register of vendors that are, or may be, one vendor. */
struct name_pair {
	const char *a, *b; /* as they were first written; the session's */
	char *fold_a, *fold_b; /* what a merge names; fold_a < fold_b */
	enum same_vendor alike;
	bool settled;      /* somebody has said so */
	bool same;         /* said, or for an open pair proposed beforehand */
};

struct name_pairs {
	struct name_pair *items;
	size_t count, capacity;
	size_t open; /* how many are not settled */
};

void name_pairs_init(struct name_pairs *pairs, const struct session *session, const struct step *step);
void name_pairs_release(struct name_pairs *pairs);

/* A row's cell among the rows of a register, and the rating of two rows by their matrix. */
struct pair_matrix {
	const struct step *measures; /* the register */
	const char *name; /* the column by which its rows are called; NULL where there is none */
	const struct row **rows[SIDES];
	size_t counts[SIDES];
};

/* The rows of each side of the register that a pairs step is of; rows without a side or name are left out. */
void pair_matrix_init(struct pair_matrix *matrix, const struct session *session, const struct step *pairs);
void pair_matrix_release(struct pair_matrix *matrix);
/* What a row of it is called. */
const char *pair_matrix_name(const struct pair_matrix *matrix, const struct row *row);

#endif
