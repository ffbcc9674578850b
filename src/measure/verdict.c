/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answers of two sides to a question come to. */
#include "measure/verdict.h"

#include "measure/togetherness.h"

#include <stdlib.h>

/* The smallest side that can be two camps of two. */
#define CAMPS_FROM 4

struct verdict verdict_none(void)
{
	return (struct verdict){ .kind = VERDICT_NONE, .size = { 0, 1 } };
}

int verdict_compare(const struct verdict *a, const struct verdict *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return ratio_compare(b->size, a->size);
}

bool verdict_asks(enum verdict_kind kind)
{
	return kind != VERDICT_AGREEMENT && kind != VERDICT_NONE;
}

static void set(struct verdict *out, enum verdict_kind kind, struct ratio size)
{
	out->kind = kind;
	out->size = size;
}

static void set_if_larger(struct verdict *out, struct ratio size)
{
	if (ratio_compare(size, out->size) > 0)
		out->size = size;
}

/* Scales */

static int64_t own_sum(const struct coorientation_side *side, int64_t *n)
{
	int64_t sum = 0;

	*n = 0;
	for (size_t i = 0; i < side->count; i++) {
		sum += side->people[i].own;
		*n += side->people[i].own > 0;
	}
	return sum;
}

struct ratio verdict_standing(const struct coorientation_side sides[2])
{
	int64_t n[2], sums[2] = { own_sum(&sides[0], &n[0]), own_sum(&sides[1], &n[1]) };

	/* (sum/n + sum/n) / 2 over one denominator. */
	return ratio_of(sums[0] * n[1] + sums[1] * n[0], 2 * n[0] * n[1]);
}

/* 1 - C of a side. */
static struct ratio apartness(int points, const struct coorientation_side *side)
{
	int counts[COORIENTATION_MOST_POINTS] = { 0 };
	struct togetherness found;

	for (size_t i = 0; i < side->count; i++)
		if (side->people[i].own > 0)
			counts[side->people[i].own - 1]++;
	togetherness_of(counts, points, &found);
	return ratio_of(found.c.den - found.c.num, found.c.den);
}

static bool find_split(int points, const struct coorientation_side sides[2], const struct coorientation *found,
	struct verdict *out)
{
	bool camps = found->side[0].split || found->side[1].split;

	for (int i = 0; i < 2; i++) {
		if (camps ? !found->side[i].split : !found->within)
			continue;
		out->kind = VERDICT_SPLIT;
		out->side[i] = true;
		set_if_larger(out, apartness(points, &sides[i]));
	}
	return out->kind == VERDICT_SPLIT;
}

static bool misreads(const struct coorientation_view *view)
{
	return (ratio_is_defined(view->accuracy) && !view->accurate) || view->misread ||
	       view->state == STATE_FALSE_CONFLICT;
}

void verdict_scale(int points, const struct coorientation_side sides[2], struct verdict *out)
{
	struct coorientation found;
	struct ratio standing;
	int64_t steps = points - 1;

	*out = verdict_none();
	coorientation_of(points, sides, &found);
	if (find_split(points, sides, &found, out) || !ratio_is_defined(found.agreement))
		return;
	if (!found.agree) {
		set(out, VERDICT_GAP, ratio_of(found.agreement.num, found.agreement.den * steps));
		return;
	}
	standing = verdict_standing(sides);
	if (ratio_compare_to(standing, points + 1, 2) < 0) {
		/* ((points + 1) / 2 - standing) / steps */
		set(out, VERDICT_WEAKNESS,
			ratio_of((points + 1) * standing.den - 2 * standing.num, 2 * standing.den * steps));
		return;
	}
	out->kind = VERDICT_AGREEMENT;
	for (int i = 0; i < 2; i++) {
		const struct coorientation_view *view = &found.side[i];

		if (!misreads(view))
			continue;
		out->kind = VERDICT_MISREAD;
		out->side[i] = true;
		set_if_larger(out, ratio_of(view->accuracy.num, view->accuracy.den * steps));
	}
}

/* One of several answers */

static int64_t total(size_t count, const int *counts)
{
	int64_t n = 0;

	for (size_t i = 0; i < count; i++)
		n += counts[i];
	return n;
}

int verdict_majority(size_t count, const int *counts)
{
	int64_t n = total(count, counts);

	for (size_t i = 0; i < count; i++)
		if (2 * (int64_t)counts[i] > n)
			return (int)i;
	return -1;
}

static struct ratio minority(size_t count, const int *counts, int64_t n)
{
	int64_t most = 0;

	for (size_t i = 0; i < count; i++)
		most = counts[i] > most ? counts[i] : most;
	return ratio_of(n - most, n);
}

static struct ratio variation(size_t count, const int *const own[2], const int64_t n[2])
{
	int64_t sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += llabs(own[0][i] * n[1] - own[1][i] * n[0]);
	return ratio_of(sum, 2 * n[0] * n[1]);
}

static void find_wrong_guesses(size_t count, const int *guesses, int answer, int side, struct verdict *out)
{
	int64_t n = total(count, guesses), wrong = n - guesses[answer];

	if (2 * wrong <= n)
		return;
	out->kind = VERDICT_MISREAD;
	out->side[side] = true;
	set_if_larger(out, ratio_of(wrong, n));
}

void verdict_choice(size_t count, const int *const own[2], const int *const guesses[2], struct verdict *out)
{
	int64_t n[2] = { total(count, own[0]), total(count, own[1]) };
	int most[2] = { verdict_majority(count, own[0]), verdict_majority(count, own[1]) };
	bool gap = false;

	*out = verdict_none();
	for (int i = 0; i < 2; i++) {
		if (n[i] < CAMPS_FROM || most[i] >= 0)
			continue;
		out->kind = VERDICT_SPLIT;
		out->side[i] = true;
		set_if_larger(out, minority(count, own[i], n[i]));
	}
	if (out->kind == VERDICT_SPLIT || n[0] == 0 || n[1] == 0)
		return;
	for (int i = 0; i < 2; i++)
		gap = gap || (most[i] >= 0 && 2 * (int64_t)own[1 - i][most[i]] < n[1 - i]);
	if (gap) {
		set(out, VERDICT_GAP, variation(count, own, n));
	} else if (most[0] >= 0 && most[0] == most[1]) {
		out->kind = VERDICT_AGREEMENT;
		for (int i = 0; i < 2; i++)
			find_wrong_guesses(count, guesses[i], most[1 - i], i, out);
	}
}

/* Ticks */

static bool by_most(int ticks, int n)
{
	return 2 * ticks > n;
}

int verdict_tick_gap(size_t count, const int *const ticks[2], const int n[2], int *side)
{
	int64_t largest = 0;
	int found = -1;

	for (size_t i = 0; i < count; i++) {
		for (int s = 0; s < 2; s++) {
			int64_t apart = (int64_t)ticks[s][i] * n[1 - s] - (int64_t)ticks[1 - s][i] * n[s];

			if (!by_most(ticks[s][i], n[s]) || 2 * ticks[1 - s][i] >= n[1 - s] || apart <= largest)
				continue;
			largest = apart;
			found = (int)i;
			*side = s;
		}
	}
	return found;
}

void verdict_ticks(size_t count, const int *const ticks[2], const int n[2], struct verdict *out)
{
	int64_t apart = 0, larger = 0;
	bool alike = false;
	int side;

	*out = verdict_none();
	if (n[0] == 0 || n[1] == 0)
		return;
	for (size_t i = 0; i < count; i++) {
		int64_t a = (int64_t)ticks[0][i] * n[1], b = (int64_t)ticks[1][i] * n[0];

		apart += llabs(a - b);
		larger += a > b ? a : b;
		alike = alike || (by_most(ticks[0][i], n[0]) && by_most(ticks[1][i], n[1]));
	}
	if (verdict_tick_gap(count, ticks, n, &side) >= 0)
		set(out, VERDICT_GAP, ratio_of(apart, larger));
	else if (alike || larger == 0)
		out->kind = VERDICT_AGREEMENT;
}

void verdict_bands(int count, const int ticked[2], const int band[2], struct verdict *out)
{
	int least = ticked[0] < ticked[1] ? ticked[0] : ticked[1];

	*out = verdict_none();
	if (band[0] > 0 && band[1] > 0)
		set(out, VERDICT_WEAKNESS, ratio_of(least, count));
	else if (band[0] > 0 || band[1] > 0)
		set(out, VERDICT_GAP, ratio_of(abs(ticked[0] - ticked[1]), count));
	else
		out->kind = VERDICT_AGREEMENT;
}

void verdict_pairs(const struct metrics *pairs, struct verdict *out)
{
	*out = verdict_none();
	if (pairs->disputed > 0)
		set(out, VERDICT_GAP, ratio_of(pairs->disputed, pairs->total));
	else if (pairs->conflict > 0)
		set(out, VERDICT_WEAKNESS, ratio_of(pairs->conflict, pairs->total));
	else if (pairs->total > 0 && pairs->unrated == 0)
		out->kind = VERDICT_AGREEMENT;
}

/* Amounts */

/* How far apart, as a share of the larger one, and 1 at most. */
static struct ratio amounts_apart(int64_t a, int64_t b)
{
	int64_t larger = llabs(a) > llabs(b) ? llabs(a) : llabs(b), apart = llabs(a - b);

	return larger == 0 ? (struct ratio){ 0, 1 } : ratio_of(apart < larger ? apart : larger, larger);
}

static bool is_far(struct ratio apart)
{
	return ratio_compare_to(apart, 1, 4) > 0;
}

void verdict_amounts(const struct verdict_amount own[2], const struct verdict_amount guesses[2],
	struct verdict *out)
{
	struct ratio apart;

	*out = verdict_none();
	if (!own[0].given || !own[1].given)
		return;
	apart = amounts_apart(own[0].value, own[1].value);
	if (is_far(apart)) {
		set(out, VERDICT_GAP, apart);
		return;
	}
	out->kind = VERDICT_AGREEMENT;
	for (int i = 0; i < 2; i++) {
		struct ratio off = guesses[i].given ? amounts_apart(guesses[i].value, own[1 - i].value)
						    : (struct ratio){ 0, 1 };

		if (!is_far(off))
			continue;
		out->kind = VERDICT_MISREAD;
		out->side[i] = true;
		set_if_larger(out, off);
	}
}
