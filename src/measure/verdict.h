/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answers of two sides to a question come to, and which questions deserve the room's time first. */
#ifndef ACCORD_MEASURE_VERDICT_H
#define ACCORD_MEASURE_VERDICT_H

#include "measure/coorientation.h"
#include "measure/metrics.h"
#include "measure/ratio.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of what deserves the room's time. */
enum verdict_kind {
	VERDICT_GAP,       /* the sides differ */
	VERDICT_SPLIT,     /* a side differs within itself, which is to be named first; or both do, and that is all */
	VERDICT_WEAKNESS,  /* they agree that it stands badly */
	VERDICT_MISREAD,   /* they agree, and a side does not expect it */
	VERDICT_AGREEMENT,
	VERDICT_NONE,      /* too little was answered to say */
	VERDICT_KINDS
};

struct verdict {
	enum verdict_kind kind;
	/* split: the sides that are; misread: those that misread the other */
	bool side[2];
	/* From 0 to 1, to sort within a kind; the larger first. 0 for agreement and none. */
	struct ratio size;
};

/* The verdict that says nothing. */
struct verdict verdict_none(void);
/* Less than, equal to or more than 0, as a deserves time before, like or after b. */
int verdict_compare(const struct verdict *a, const struct verdict *b);
/* Whether something should come of it: neither agreement nor none. */
bool verdict_asks(enum verdict_kind kind);

/*
 * Where the two sides stand together, from 1 to points: the mean of the two means, so that the sides count the same
 * whatever their head count. Not defined unless both answered.
 */
struct ratio verdict_standing(const struct coorientation_side sides[2]);

/*
 * A scale on which more is better. In this order:
 * split: two camps within a side (togetherness), or differences that run through both sides and not between them
 * (coorientation's within); size: 1 - C of the worse.
 * gap: the distance between the sides' people, dA, is more than R/4; size: dA / R.
 * weakness: they stand together below the middle of the scale, (points + 1) / 2; size: how far below, in scales.
 * misread: a side's guesses are more than R/4 off, or it believes in a difference (false conflict), or it expects
 * the other on the wrong side of itself; size: its distance dX / R.
 */
void verdict_scale(int points, const struct coorientation_side sides[2], struct verdict *out);

/*
 * One of several answers without an order. own[s][i]: how many of side s chose the answer i; guesses likewise, all 0
 * where nobody guessed. "Most" is more than half. In this order:
 * split: a side of four or more without an answer that most of it chose; size: the share that did not choose its
 * most frequent answer. (Fewer than four cannot be two camps of two.)
 * gap: most of one side chose what less than half of the other did; size: the total variation of the two sides,
 * 1/2 sum |share - share|.
 * misread: most of both chose the same, and most of a side's guesses name something else; size: their share.
 * agreement: most of both chose the same.
 */
void verdict_choice(size_t count, const int *const own[2], const int *const guesses[2], struct verdict *out);
/* The answer that more than half chose; -1 for none. */
int verdict_majority(size_t count, const int *counts);

/*
 * A list of which everything is ticked that is true. ticks[s][i]: how many of the n[s] of side s who answered ticked i.
 * gap: something is ticked by most of one side and by less than half of the other; size: 1 - sum min / sum max of the
 * shares.
 * agreement: something is ticked by most of both, or nobody ticked anything.
 */
void verdict_ticks(size_t count, const int *const ticks[2], const int n[2], struct verdict *out);
/* What most of one side ticked and less than half of the other, by most; *side is the one. -1 for none. */
int verdict_tick_gap(size_t count, const int *const ticks[2], const int n[2], int *side);

/*
 * A list of bad signs. ticked: how many of the count signs each side ticked; band: the place of the band that this
 * falls into, 0 being the harmless one.
 * weakness: no side is in the harmless band; size: the smaller share that is ticked.
 * gap: one side is, and the other is not; size: the difference of the shares.
 */
void verdict_bands(int count, const int ticked[2], const int band[2], struct verdict *out);

/*
 * Pairs of one side's aims with the other's, of which both said whether they help or hurt each other.
 * gap: of some one side says help and the other hurt, and that was not settled; size: their share of all weight.
 * weakness: not so, and some hurt; size: their share of all weight.
 * agreement: all are rated, and none hurts.
 */
void verdict_pairs(const struct metrics *pairs, struct verdict *out);

struct verdict_amount {
	bool given;
	int64_t value; /* up to 10^15 either way */
};

/*
 * Amounts: the middle answer of each side, and its middle guess of the other's.
 * gap: the answers are further apart than a quarter of the larger; size: their distance as a share of it, 1 at most.
 * misread: not so, and a side's guess is further than that from the other's answer; size likewise.
 */
void verdict_amounts(const struct verdict_amount own[2], const struct verdict_amount guesses[2],
	struct verdict *out);

#endif
