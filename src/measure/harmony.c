/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Harmony. */
#include "measure/harmony.h"

#include "base/mem.h"
#include "measure/big.h"
#include "measure/median.h"

#include <assert.h>
#include <stdlib.h>

#define LARGEST_DENOMINATOR INT64_C(1000000000000000000)
#define NO_MODULE SIZE_MAX

enum { DECIMALS = 12 };

/* What a side answered to a module: the sum of so many answers. */
struct level {
	int sum, n;
};

/* A value of H: 100 * parts / (whole * weight). */
struct value {
	struct big parts;
	uint32_t weight;
};

struct work {
	const struct harmony_input *input;
	bool *counts; /* by module */
	/* A multiple of all denominators that leaving somebody out can lead to. */
	struct big whole;
	struct value low, high;
};

/* Who is left out, and which of the anonymous answers are taken for theirs. */
struct absent {
	long person; /* or HARMONY_ANONYMOUS */
	bool on_side[2];
	bool highest;
};

static uint32_t denominator(const struct harmony_module *module, int n)
{
	return 2 * (uint32_t)(module->points - 1) * (uint32_t)n;
}

static bool answered_by(const struct harmony_module *module, size_t fewest)
{
	return module->sides[0].count >= fewest && module->sides[1].count >= fewest;
}

/* The sums without those who are absent. */
static struct level level_of(const struct harmony_module *module, int j,
			     const struct absent *absent)
{
	const struct harmony_side *side = &module->sides[j];
	struct level out = { 0, 0 };
	int theirs = 0, anonymous = 0;

	for (size_t i = 0; i < side->count; i++) {
		const struct harmony_answer *answer = &side->answers[i];

		if (absent && answer->person != HARMONY_ANONYMOUS &&
		    answer->person == absent->person) {
			theirs++;
			continue;
		}
		assert(answer->value >= 1 && answer->value <= module->points);
		out.sum += answer->value;
		out.n++;
		if (!absent || answer->person != HARMONY_ANONYMOUS)
			continue;
		if (!anonymous || (absent->highest ? answer->value > anonymous
						   : answer->value < anonymous))
			anonymous = answer->value;
	}
	if (!absent || !absent->on_side[j] || theirs || !anonymous)
		return out;
	/* They may have given none of them, which is further out where others are named. */
	if (absent->highest ? anonymous * out.n > out.sum : anonymous * out.n < out.sum) {
		out.sum -= anonymous;
		out.n--;
	}
	return out;
}

/* H of the modules that count, but skip; false when none remains. */
static bool evaluate(const struct work *work, size_t skip, const struct absent *absent,
		     struct value *out)
{
	*out = (struct value){ .parts = big_of(0) };
	for (size_t i = 0; i < work->input->count; i++) {
		const struct harmony_module *module = &work->input->modules[i];
		struct level levels[2];

		if (!work->counts[i] || i == skip)
			continue;
		for (int side = 0; side < 2; side++)
			levels[side] = level_of(module, side, absent);
		if (levels[0].n == 0 || levels[1].n == 0)
			continue;
		out->weight += (uint32_t)module->weight;
		for (int side = 0; side < 2; side++) {
			struct big part = work->whole;

			big_divide(&part, denominator(module, levels[side].n));
			big_multiply(&part, (uint32_t)(levels[side].sum - levels[side].n));
			big_multiply(&part, (uint32_t)module->weight);
			big_add(&out->parts, &part);
		}
	}
	return out->weight > 0;
}

static int compare_values(const struct value *a, const struct value *b)
{
	struct big left = a->parts, right = b->parts;

	big_multiply(&left, b->weight);
	big_multiply(&right, a->weight);
	return big_compare(&left, &right);
}

static int compare_to(const struct work *work, const struct value *value, int number)
{
	struct big left = value->parts, right = work->whole;

	big_multiply(&left, 100);
	big_multiply(&right, value->weight);
	big_multiply(&right, (uint32_t)number);
	return big_compare(&left, &right);
}

static void leave_out(struct work *work, size_t skip, const struct absent *absent)
{
	struct value value;

	if (!evaluate(work, skip, absent, &value))
		return;
	if (compare_values(&value, &work->low) < 0)
		work->low = value;
	if (compare_values(&value, &work->high) > 0)
		work->high = value;
}

static void leave_out_person(struct work *work, struct absent absent)
{
	absent.highest = false;
	leave_out(work, NO_MODULE, &absent);
	absent.highest = true;
	leave_out(work, NO_MODULE, &absent);
}

static int compare_people(const void *left, const void *right)
{
	const struct absent *a = left, *b = right;

	return (a->person > b->person) - (a->person < b->person);
}

/*
 * Everybody who answered, with the sides they answered on; the anonymous are a person for each
 * side.
 */
static void leave_out_people(struct work *work)
{
	struct absent *people = NULL;
	bool anonymous[2] = { false, false };
	size_t count = 0, capacity = 0;

	for (size_t i = 0; i < work->input->count; i++) {
		for (int j = 0; work->counts[i] && j < 2; j++) {
			const struct harmony_side *side = &work->input->modules[i].sides[j];

			for (size_t k = 0; k < side->count; k++) {
				struct absent one = { .person = side->answers[k].person };

				if (one.person == HARMONY_ANONYMOUS) {
					anonymous[j] = true;
					continue;
				}
				one.on_side[j] = true;
				people = mem_grow(people, &capacity, count, sizeof *people);
				people[count++] = one;
			}
		}
	}
	if (count > 0)
		qsort(people, count, sizeof *people, compare_people);
	for (size_t i = 0; i < count; i++) {
		if (i + 1 < count && people[i + 1].person == people[i].person) {
			people[i + 1].on_side[0] |= people[i].on_side[0];
			people[i + 1].on_side[1] |= people[i].on_side[1];
		} else {
			leave_out_person(work, people[i]);
		}
	}
	for (int j = 0; j < 2; j++) {
		if (anonymous[j])
			leave_out_person(work, (struct absent){ .on_side = { j == 0, j == 1 } });
	}
	free(people);
}

/* How many of a side's answers are by the one who gave answer at. */
static int answers_by(const struct harmony_side *side, size_t at)
{
	int count = 0;

	if (side->answers[at].person == HARMONY_ANONYMOUS)
		return 1;
	for (size_t i = 0; i < side->count; i++)
		count += side->answers[i].person == side->answers[at].person;
	return count;
}

static void find_whole(struct work *work)
{
	work->whole = big_of(1);
	for (size_t i = 0; i < work->input->count; i++) {
		const struct harmony_module *module = &work->input->modules[i];

		for (int j = 0; work->counts[i] && j < 2; j++) {
			const struct harmony_side *side = &module->sides[j];
			int n = (int)side->count;

			big_make_multiple(&work->whole, denominator(module, n));
			for (size_t k = 0; k < side->count; k++) {
				int rest = n - answers_by(side, k);

				if (rest > 0)
					big_make_multiple(&work->whole, denominator(module, rest));
			}
		}
	}
}

/* Brings the fraction to its lowest terms: all factors of whole are small, and weight is one. */
static void reduce(struct big *num, struct big *whole, uint32_t *weight)
{
	uint32_t divisor = *weight, rest = big_rest(num, *weight);

	while (rest) {
		uint32_t next = divisor % rest;

		divisor = rest;
		rest = next;
	}
	big_divide(num, divisor);
	*weight /= divisor;
	for (uint32_t factor = 2; num->used && factor <= HARMONY_MOST_ANSWERS; factor++) {
		while (big_rest(num, factor) == 0 && big_rest(whole, factor) == 0) {
			big_divide(num, factor);
			big_divide(whole, factor);
		}
	}
}

static struct ratio fraction_of(const struct work *work, const struct value *value)
{
	struct big num = value->parts, den = work->whole;
	uint32_t weight = value->weight;
	int64_t top, bottom, scale = 1;

	big_multiply(&num, 100);
	reduce(&num, &den, &weight);
	big_multiply(&den, weight);
	if (num.used == 0)
		return ratio_of(0, 1);
	if (big_fits(&den, LARGEST_DENOMINATOR / 100, &bottom) &&
	    big_fits(&num, LARGEST_DENOMINATOR, &top))
		return ratio_of(top, bottom);
	/* Long division, one decimal after the other. */
	top = 0;
	for (int i = 0; i <= DECIMALS; i++) {
		if (i > 0) {
			big_multiply(&num, 10);
			top *= 10;
			scale *= 10;
		}
		for (; big_compare(&num, &den) >= 0; top++)
			big_subtract(&num, &den);
	}
	return ratio_of(top, scale);
}

static struct harmony_end end_of(const struct work *work, const struct value *value, bool upwards)
{
	struct harmony_end out = { .value = fraction_of(work, value), .band = BAND_APART };
	int below = 0; /* the multiple at or below the value */

	while (below + HARMONY_STEP <= 100 && compare_to(work, value, below + HARMONY_STEP) >= 0)
		below += HARMONY_STEP;
	out.bound = below;
	if (upwards && compare_to(work, value, below) > 0)
		out.bound += HARMONY_STEP;
	for (int from = 20; from <= 80 && compare_to(work, value, from) >= 0; from += 20)
		out.band = (enum harmony_band)(out.band + 1);
	return out;
}

/* Whether so many modules of such a weight may be shown. */
static enum harmony_state state_of(size_t modules, int weight, int all_weight)
{
	if (modules < HARMONY_FEWEST_MODULES)
		return HARMONY_FEW_MODULES;
	if (weight == 0 || 100 * weight < HARMONY_LEAST_WEIGHT * all_weight)
		return HARMONY_LITTLE_WEIGHT;
	return HARMONY_SHOWN;
}

static void count_modules(struct work *work, struct harmony *out)
{
	size_t answered = 0;
	int answered_weight = 0;

	assert(work->input->count <= HARMONY_MOST_MODULES);
	for (size_t i = 0; i < work->input->count; i++) {
		const struct harmony_module *module = &work->input->modules[i];

		assert(module->weight >= 0 && module->weight <= HARMONY_MOST_WEIGHT);
		assert(module->points >= 2 && module->points <= HARMONY_MOST_POINTS);
		assert(module->sides[0].count <= HARMONY_MOST_ANSWERS);
		assert(module->sides[1].count <= HARMONY_MOST_ANSWERS);
		work->counts[i] = answered_by(module, HARMONY_FEWEST_ANSWERS);
		out->all_weight += module->weight;
		if (work->counts[i]) {
			out->modules++;
			out->weight += module->weight;
		}
		if (answered_by(module, 1)) {
			answered++;
			answered_weight += module->weight;
		}
	}
	out->state = state_of(out->modules, out->weight, out->all_weight);
	if (out->state == HARMONY_SHOWN)
		return;
	out->state = state_of(answered, answered_weight, out->all_weight);
	if (out->state == HARMONY_SHOWN)
		out->state = HARMONY_FEW_PEOPLE;
}

void harmony_of(const struct harmony_input *input, struct harmony *out)
{
	struct work work = {
		.input = input,
		.counts = mem_zalloc(input->count, sizeof *work.counts),
	};
	struct value value;

	*out = (struct harmony){
		.agreement = median_of(input->agreement, input->agreement_count),
		.accuracy = median_of(input->accuracy, input->accuracy_count),
	};
	count_modules(&work, out);
	find_whole(&work);
	if (evaluate(&work, NO_MODULE, NULL, &value)) {
		/* The value is between those without a module each, so it may stand for them. */
		work.low = work.high = value;
		for (size_t i = 0; i < input->count; i++) {
			if (work.counts[i])
				leave_out(&work, i, NULL);
		}
		leave_out_people(&work);
		out->value = fraction_of(&work, &value);
		out->low = end_of(&work, &work.low, false);
		out->high = end_of(&work, &work.high, true);
	}
	free(work.counts);
}

const char *harmony_state_name(enum harmony_state state)
{
	static const char *const names[] = {
		[HARMONY_SHOWN] = "shown",
		[HARMONY_FEW_MODULES] = "few-modules",
		[HARMONY_LITTLE_WEIGHT] = "little-weight",
		[HARMONY_FEW_PEOPLE] = "few-people",
	};

	return names[state];
}

const char *harmony_band_name(enum harmony_band band)
{
	static const char *const names[] = {
		[BAND_NONE] = "",
		[BAND_APART] = "apart",
		[BAND_WARY] = "wary",
		[BAND_DEALING] = "dealing",
		[BAND_PARTNERING] = "partnering",
		[BAND_JOINED] = "joined",
	};

	return names[band];
}
