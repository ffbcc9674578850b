/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of two sides' measures help each other, which hurt, and which both could share. */
#ifndef ACCORD_MEASURE_METRICS_H
#define ACCORD_MEASURE_METRICS_H

#include "measure/ratio.h"

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

/* A rating is 1 (they help each other), 0, -1 (they hurt each other), or this. */
#define METRICS_NO_RATING INT_MIN

enum { METRICS_HIGHEST_WEIGHT = 3 };

/* One pair of measures: each side's rating, and what both settled on, which overrides them. */
struct metrics_cell {
	int rating[2];
	int agreed;
};

struct metrics_input {
	const int *row_weights, *column_weights; /* 1 to 3; others are brought to the nearest */
	size_t rows, columns;
	const struct metrics_cell *cells; /* cells[row * columns + column] */
};

enum metrics_state {
	CELL_UNRATED, /* not rated by both sides */
	CELL_DISCUSS, /* one side says help, the other hurt: to be discussed first */
	CELL_RATED
};

struct metrics_value {
	enum metrics_state state;
	int value;  /* 0 unless rated */
	int weight; /* of the row times that of the column */
	bool worst; /* a conflict, and none weighs more */
};

struct metrics_line {
	int sum;          /* of values */
	int weighted_sum; /* of values times weights */
	int conflicts;    /* cells that hurt */
	int discuss;      /* cells to be discussed first */
};

struct metrics {
	struct metrics_value *cells; /* as in the input */
	struct metrics_line *rows, *columns;
	int total;             /* all weights, also of cells without a value */
	int conflict, support; /* weights of cells that hurt, and that help */
	int disputed;          /* weights of cells to be discussed first */
	size_t unrated, discuss;
	int worst_weight;      /* of the worst cells; 0 when nothing hurts */
	/*
	 * The row and column with the lowest sum below 0, by weight where it is the same; -1 for
	 * none.
	 */
	int worst_row, worst_column;
};

/*
 * The rating of a side: the lower median of its people's, whose counts are those of -1, 0 and 1.
 * METRICS_NO_RATING without any.
 */
int metrics_side_rating(const int counts[3]);

/*
 * Goal conflict by pairs, as a cross-impact matrix (Gordon & Hayward 1968) would have it. Of two
 * ratings one step apart the lower counts: to overlook a conflict costs more than to talk about
 * one. Cells without a value are neither conflict nor support, and stay in the total.
 */
void metrics_of(const struct metrics_input *input, struct metrics *out);
void metrics_release(struct metrics *metrics);
/* Shares of the total weight; not defined without cells. */
struct ratio metrics_conflict(const struct metrics *metrics);
struct ratio metrics_support(const struct metrics *metrics);

/* "unrated", "discuss-first", "rated". */
const char *metrics_state_name(enum metrics_state state);

#endif
