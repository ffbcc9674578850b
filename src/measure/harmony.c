/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Harmony. */
#include "measure/harmony.h"

#include "base/mem.h"
#include "measure/median.h"

#include <assert.h>
#include <gmp.h>
#include <stdlib.h>

#define LARGEST_DENOMINATOR 1e16 /* 100 is the largest value, and 10^18 what a ratio takes */
#define CUT INT64_C(1000000000000)

/* What a side answered to a module: the sum of so many answers. */
struct level {
	int sum, n;
};

struct work {
	const struct harmony_input *input;
	mpq_t low, high;
};

/* What is left out: a module, or a person with some of the anonymous answers; all 0 for nothing. */
struct absent {
	const struct harmony_module *module;
	long person; /* or HARMONY_ANONYMOUS */
	bool on_side[2];
	bool highest; /* of the anonymous answers, or else the lowest */
};

static bool answered_by(const struct harmony_module *module, size_t fewest)
{
	return module->sides[0].count >= fewest && module->sides[1].count >= fewest;
}

static bool counts(const struct harmony_module *module)
{
	return answered_by(module, HARMONY_FEWEST_ANSWERS);
}

/* The sums without those who are absent. */
static struct level level_of(const struct harmony_module *module, int j,
			     const struct absent *absent)
{
	const struct harmony_side *side = &module->sides[j];
	struct level out = { 0, 0 };
	int anonymous = 0; /* the one that would be theirs */
	bool named = false;

	for (size_t i = 0; i < side->count; i++) {
		const struct harmony_answer *answer = &side->answers[i];
		bool secret = answer->person == HARMONY_ANONYMOUS;

		assert(answer->value >= 1 && answer->value <= module->points);
		if (!secret && answer->person == absent->person) {
			named = true;
			continue;
		}
		out.sum += answer->value;
		out.n++;
		if (secret && (!anonymous || (absent->highest ? answer->value > anonymous
							      : answer->value < anonymous)))
			anonymous = answer->value;
	}
	if (!absent->on_side[j] || named || !anonymous)
		return out;
	/* They may have given none of them, which is further out where others are named. */
	if (absent->highest ? anonymous * out.n > out.sum : anonymous * out.n < out.sum) {
		out.sum -= anonymous;
		out.n--;
	}
	return out;
}

/* H of the modules that count, without what is absent; false when none remains. */
static bool evaluate(const struct harmony_input *input, const struct absent *absent, mpq_t out)
{
	unsigned long weights = 0;
	mpq_t part;

	mpq_init(part);
	mpq_set_ui(out, 0, 1);
	for (size_t i = 0; i < input->count; i++) {
		const struct harmony_module *module = &input->modules[i];
		struct level a, b;

		if (!counts(module) || module == absent->module)
			continue;
		a = level_of(module, 0, absent);
		b = level_of(module, 1, absent);
		if (a.n == 0 || b.n == 0)
			continue;
		mpq_set_si(part, (a.sum - a.n) * b.n + (b.sum - b.n) * a.n,
			   (unsigned long)(2 * (module->points - 1) * a.n * b.n));
		mpz_mul_si(mpq_numref(part), mpq_numref(part), module->weight);
		mpq_canonicalize(part);
		mpq_add(out, out, part);
		weights += (unsigned long)module->weight;
	}
	if (weights > 0) {
		mpq_set_ui(part, 100, weights);
		mpq_canonicalize(part);
		mpq_mul(out, out, part);
	}
	mpq_clear(part);
	return weights > 0;
}

static void leave_out(struct work *work, const struct absent *absent)
{
	mpq_t value;

	mpq_init(value);
	if (evaluate(work->input, absent, value)) {
		if (mpq_cmp(value, work->low) < 0)
			mpq_set(work->low, value);
		if (mpq_cmp(value, work->high) > 0)
			mpq_set(work->high, value);
	}
	mpq_clear(value);
}

/* The anonymous are a person for each side. */
static int compare_people(const void *left, const void *right)
{
	const struct absent *a = left, *b = right;

	if (a->person == HARMONY_ANONYMOUS && b->person == HARMONY_ANONYMOUS)
		return a->on_side[1] - b->on_side[1];
	return (a->person > b->person) - (a->person < b->person);
}

/* Everybody who answered, with the sides they answered on. */
static void leave_out_people(struct work *work)
{
	struct absent *people = NULL;
	size_t count = 0, capacity = 0;

	for (size_t i = 0; i < work->input->count; i++) {
		const struct harmony_module *module = &work->input->modules[i];

		for (int j = 0; counts(module) && j < 2; j++) {
			const struct harmony_side *side = &module->sides[j];

			for (size_t k = 0; k < side->count; k++) {
				people = mem_grow(people, &capacity, count, sizeof *people);
				people[count].person = side->answers[k].person;
				people[count++].on_side[j] = true;
			}
		}
	}
	if (count > 0)
		qsort(people, count, sizeof *people, compare_people);
	for (size_t i = 0; i < count; i++) {
		if (i + 1 < count && compare_people(&people[i], &people[i + 1]) == 0) {
			people[i + 1].on_side[0] |= people[i].on_side[0];
			people[i + 1].on_side[1] |= people[i].on_side[1];
			continue;
		}
		leave_out(work, &people[i]);
		people[i].highest = true;
		leave_out(work, &people[i]);
	}
	free(people);
}

/* Of a number from 0 to 10^18. */
static int64_t int64_of(const mpz_t number)
{
	int64_t out = 0;

	mpz_export(&out, NULL, -1, sizeof out, 0, 0, number);
	return out;
}

static struct ratio fraction_of(const mpq_t value)
{
	struct ratio out;
	mpz_t cut;

	if (mpz_cmp_d(mpq_denref(value), LARGEST_DENOMINATOR) <= 0)
		return ratio_of(int64_of(mpq_numref(value)), int64_of(mpq_denref(value)));
	mpz_init_set_d(cut, (double)CUT);
	mpz_mul(cut, cut, mpq_numref(value));
	mpz_tdiv_q(cut, cut, mpq_denref(value));
	out = ratio_of(int64_of(cut), CUT);
	mpz_clear(cut);
	return out;
}

static struct harmony_end end_of(const mpq_t value, bool upwards)
{
	struct harmony_end out = { .value = fraction_of(value), .band = BAND_APART };

	while (mpq_cmp_si(value, out.bound + HARMONY_STEP, 1) >= 0)
		out.bound += HARMONY_STEP;
	if (upwards && mpq_cmp_si(value, out.bound, 1) > 0)
		out.bound += HARMONY_STEP;
	while (out.band < BAND_JOINED && mpq_cmp_si(value, 20 * (long)out.band, 1) >= 0)
		out.band++;
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

static void count_modules(const struct harmony_input *input, struct harmony *out)
{
	size_t answered = 0;
	int answered_weight = 0;

	assert(input->count <= HARMONY_MOST_MODULES);
	for (size_t i = 0; i < input->count; i++) {
		const struct harmony_module *module = &input->modules[i];

		assert(module->weight >= 0 && module->weight <= HARMONY_MOST_WEIGHT);
		assert(module->points >= 2 && module->points <= HARMONY_MOST_POINTS);
		assert(module->sides[0].count <= HARMONY_MOST_ANSWERS);
		assert(module->sides[1].count <= HARMONY_MOST_ANSWERS);
		out->all_weight += module->weight;
		if (counts(module)) {
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
	struct work work = { .input = input };
	mpq_t value;

	*out = (struct harmony){
		.agreement = median_of(input->agreement, input->agreement_count),
		.accuracy = median_of(input->accuracy, input->accuracy_count),
	};
	count_modules(input, out);
	mpq_inits(value, work.low, work.high, NULL);
	if (evaluate(input, &(struct absent){ 0 }, value)) {
		/* The value is between those without a module each, so it may stand for them. */
		mpq_set(work.low, value);
		mpq_set(work.high, value);
		for (size_t i = 0; i < input->count; i++)
			leave_out(&work, &(struct absent){ .module = &input->modules[i] });
		leave_out_people(&work);
		out->value = fraction_of(value);
		out->low = end_of(work.low, false);
		out->high = end_of(work.high, true);
	}
	mpq_clears(value, work.low, work.high, NULL);
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
