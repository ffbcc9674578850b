/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a few models people live by, from items that have an answer for each of them. */
#ifndef ACCORD_MEASURE_MODELS_H
#define ACCORD_MEASURE_MODELS_H

#include "measure/ratio.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MODELS_MOST = 6, MODELS_MOST_ITEMS = 20, MODELS_NONE = -1 };

/* What somebody who can't say answers an item with. */
#define MODELS_CANT_SAY '?'

/* The first option of an item speaks for the first model, and so on. */
struct models_item {
	/* By option: another model that it speaks for a little, or MODELS_NONE. */
	int second[MODELS_MOST];
};

struct models_set {
	int models; /* 2 to MODELS_MOST */
	const struct models_item *items;
	size_t item_count; /* at most MODELS_MOST_ITEMS */
};

/* A person's answers: 2 points for the model of an option, 1 for its second one. */
struct models_points {
	int points[MODELS_MOST];
	int answered, cant_say;
	bool enough; /* answered is at least models_needed() */
};

/* How many items somebody has to answer before it says anything: 70 %, rounded up. */
int models_needed(size_t item_count);

/*
 * answers has a character per item, '1' for the first option; what stands there else, or is
 * missing at the end, is not an answer.
 */
void models_points_of(const struct models_set *set, const char *answers,
		      struct models_points *out);

/*
 * The mean of people's scores, which are points / (2 * answered) each: of one person, of a side,
 * of a room. Zeroed at first.
 */
struct models_sum {
	int64_t score[MODELS_MOST];
	int people;
	int too_few; /* people who answered too little to be counted */
};

void models_add(struct models_sum *sum, const struct models_points *person);
/* From 0 to 1; not defined without people. */
struct ratio models_score(const struct models_sum *sum, int model);

enum models_verdict {
	MODELS_TOO_FEW,  /* nobody answered enough */
	MODELS_NO_CLEAR, /* more than two are as high, or none is at .40 */
	MODELS_ONE,
	MODELS_TIE
};

struct models_result {
	enum models_verdict verdict;
	/* The higher one first, else as given; MODELS_NONE where there is none. */
	int first, second;
};

/* Models within a tenth of the highest score are as high. */
struct models_result models_result_of(const struct models_sum *sum, int models);

/*
 * How far two are from each other, from 0 to 1: the total variation distance of their scores,
 * 1/2 * sum |x / sum x - y / sum y|. Not defined where one of them has no score. Exact as far as
 * numbers of 18 digits can be, which is beyond any room.
 */
struct ratio models_distance(const struct models_sum *a, const struct models_sum *b, int models);

/* "too-few", "no-clear-model", "one", "tie". */
const char *models_verdict_name(enum models_verdict verdict);

#endif
