/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Harmony, its range and its bands. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/harmony.h"
#include "run.h"

#include <stdlib.h>

enum { MODULES = 8, PEOPLE = 8 };

/* Modules with the answers of both sides to point into. */
struct room {
	struct harmony_answer answers[MODULES][2][PEOPLE];
	struct harmony_module modules[MODULES];
	size_t count;
};

/*
 * Adds a module with the answers of each side as digits, persons in the same order everywhere; '-'
 * is no answer. In capitals, A for 1, they are anonymous.
 */
static void add(struct room *room, int weight, const char *first, const char *second)
{
	const char *digits[2] = { first, second };
	struct harmony_module *module = &room->modules[room->count];

	*module = (struct harmony_module){ .weight = weight, .points = 5 };
	for (int side = 0; side < 2; side++) {
		struct harmony_answer *answers = room->answers[room->count][side];
		size_t count = 0;

		for (long i = 0; digits[side][i]; i++) {
			char c = digits[side][i];
			long person = 100 * side + i + 1;

			if (c == '-')
				continue;
			answers[count++] = (struct harmony_answer){
				c >= 'A' ? c - 'A' + 1 : c - '0',
				c >= 'A' ? HARMONY_ANONYMOUS : person,
			};
		}
		module->sides[side] = (struct harmony_side){ answers, count };
	}
	room->count++;
}

static void measure(const struct room *room, struct harmony *out)
{
	struct harmony_input input = { .modules = room->modules, .count = room->count };

	harmony_of(&input, out);
}

static void same(struct ratio found, int64_t num, int64_t den)
{
	ck_assert(ratio_is_defined(found));
	ck_assert_int_eq(ratio_compare_to(found, num, den), 0);
}

static void add_example(struct room *room)
{
	add(room, 15, "223", "233"); /* metrics */
	add(room, 10, "212", "322"); /* vendors */
	add(room, 10, "332", "323"); /* talent */
	add(room, 10, "121", "343"); /* speed */
	add(room, 15, "222", "122"); /* risk */
	add(room, 10, "323", "232"); /* ownership */
	add(room, 10, "434", "333"); /* purpose */
}

START_TEST(measures_the_example)
{
	struct room room = { .count = 0 };
	struct harmony found;

	add_example(&room);
	measure(&room, &found);
	ck_assert_int_eq(found.state, HARMONY_SHOWN);
	ck_assert_uint_eq(found.modules, 7);
	ck_assert_int_eq(found.weight, 80);
	ck_assert_int_eq(found.all_weight, 80);
	same(found.value, 425, 12);      /* 35.4167 */
	same(found.low.value, 225, 7);   /* 32.1429 */
	same(found.high.value, 3025, 78); /* 38.7821 */
	ck_assert_int_eq(found.low.bound, 30);
	ck_assert_int_eq(found.high.bound, 40);
	ck_assert_str_eq(harmony_band_name(found.low.band), "wary");
	ck_assert_str_eq(harmony_band_name(found.high.band), "wary");
	ck_assert(!ratio_is_defined(found.agreement));
	ck_assert(!ratio_is_defined(found.accuracy));

	/* Two more that nobody answered, as in a whole workshop */
	add(&room, 10, "", "");
	measure(&room, &found);
	ck_assert_int_eq(found.all_weight, 90);
	same(found.value, 425, 12);
	same(found.low.value, 225, 7);
	same(found.high.value, 3025, 78);
}
END_TEST

START_TEST(takes_medians_of_distances)
{
	static const struct ratio agreement[] = {
		{ 4, 9 }, { 8, 3 }, { 0, 0 }, { 7, 3 }, { 2, 1 },
	};
	static const struct ratio accuracy[] = { { 1, 3 }, { 4, 9 }, { 2, 1 } };
	struct harmony_input input = {
		.agreement = agreement, .agreement_count = 5,
		.accuracy = accuracy, .accuracy_count = 3,
	};
	struct harmony found;

	harmony_of(&input, &found);
	same(found.agreement, 13, 6);
	same(found.accuracy, 4, 9);
	ck_assert_int_eq(found.state, HARMONY_FEW_MODULES);
	ck_assert(!ratio_is_defined(found.value));
	ck_assert(!ratio_is_defined(found.low.value));
	ck_assert_int_eq(found.high.band, BAND_NONE);
}
END_TEST

/* Weights, and how many answered on each side: what is shown, and why not. */
static const struct {
	struct {
		int weight;
		const char *first, *second;
	} modules[MODULES];
	enum harmony_state state;
	size_t counted;
} states[] = {
	{ { { 10, "", "" } }, HARMONY_FEW_MODULES, 0 },
	{ { { 10, "222", "222" }, { 10, "222", "222" }, { 10, "222", "222" },
	    { 10, "222", "222" } }, HARMONY_FEW_MODULES, 4 },
	{ { { 10, "222", "222" }, { 10, "222", "222" }, { 10, "222", "222" }, { 10, "222", "222" },
	    { 10, "222", "222" } }, HARMONY_SHOWN, 5 },
	{ { { 10, "222", "222" }, { 10, "222", "222" }, { 10, "222", "222" }, { 10, "222", "222" },
	    { 10, "222", "22" } }, HARMONY_FEW_PEOPLE, 4 },
	{ { { 10, "222", "222" }, { 10, "222", "222" }, { 10, "222", "222" }, { 10, "222", "222" },
	    { 10, "2--", "222" } }, HARMONY_FEW_PEOPLE, 4 },
	{ { { 10, "222", "222" }, { 10, "222", "222" }, { 10, "222", "222" }, { 10, "222", "222" },
	    { 10, "222", "" } }, HARMONY_FEW_MODULES, 4 },
	/* Exactly 60 of 100, and 59 */
	{ { { 12, "222", "222" }, { 12, "222", "222" }, { 12, "222", "222" }, { 12, "222", "222" },
	    { 12, "222", "222" }, { 40, "", "" } }, HARMONY_SHOWN, 5 },
	{ { { 12, "222", "222" }, { 12, "222", "222" }, { 12, "222", "222" }, { 12, "222", "222" },
	    { 11, "222", "222" }, { 41, "", "" } }, HARMONY_LITTLE_WEIGHT, 5 },
	{ { { 12, "222", "222" }, { 12, "222", "222" }, { 12, "222", "222" }, { 12, "222", "222" },
	    { 11, "222", "222" }, { 41, "2", "222" } }, HARMONY_FEW_PEOPLE, 5 },
	{ { { 12, "2", "222" }, { 12, "222", "222" }, { 12, "222", "222" }, { 12, "222", "222" },
	    { 11, "222", "222" }, { 41, "", "222" } }, HARMONY_LITTLE_WEIGHT, 4 },
	{ { { 0, "222", "222" }, { 0, "222", "222" }, { 0, "222", "222" }, { 0, "222", "222" },
	    { 0, "222", "222" }, { 0, "222", "222" } }, HARMONY_LITTLE_WEIGHT, 6 },
};

START_TEST(knows_when_to_be_silent)
{
	struct room room = { .count = 0 };
	struct harmony found;

	for (size_t i = 0; i < MODULES && states[_i].modules[i].first; i++)
		add(&room, states[_i].modules[i].weight, states[_i].modules[i].first,
		    states[_i].modules[i].second);
	measure(&room, &found);
	ck_assert_str_eq(harmony_state_name(found.state), harmony_state_name(states[_i].state));
	ck_assert_uint_eq(found.modules, states[_i].counted);
	/* It is measured all the same. */
	ck_assert_int_eq(ratio_is_defined(found.value), found.weight > 0);
	if (found.weight > 0)
		same(found.value, 25, 1);
}
END_TEST

/* All give the same answer, so that the value and both ends are the same. */
static const struct {
	int points, answer, low, high;
	enum harmony_band band;
} bands[] = {
	{ 6, 1, 0, 0, BAND_APART },         { 6, 2, 20, 20, BAND_WARY },
	{ 6, 3, 40, 40, BAND_DEALING },     { 6, 4, 60, 60, BAND_PARTNERING },
	{ 6, 5, 80, 80, BAND_JOINED },      { 6, 6, 100, 100, BAND_JOINED },
	{ 2, 1, 0, 0, BAND_APART },         { 2, 2, 100, 100, BAND_JOINED },
	{ 5, 2, 25, 25, BAND_WARY },        { 5, 3, 50, 50, BAND_DEALING },
	{ 100, 2, 0, 5, BAND_APART },       { 100, 99, 95, 100, BAND_JOINED },
	{ 100, 20, 15, 20, BAND_APART },    { 100, 21, 20, 25, BAND_WARY },
	{ 100, 40, 35, 40, BAND_WARY },     { 100, 41, 40, 45, BAND_DEALING },
	{ 100, 60, 55, 60, BAND_DEALING },  { 100, 61, 60, 65, BAND_PARTNERING },
	{ 100, 80, 75, 80, BAND_PARTNERING }, { 100, 81, 80, 85, BAND_JOINED },
};

START_TEST(names_bands_and_bounds)
{
	int answer = bands[_i].answer, points = bands[_i].points;
	struct room room = { .count = 0 };
	struct harmony found;

	for (size_t i = 0; i < 5; i++) {
		add(&room, 10 + (int)i, "1111", "111");
		room.modules[i].points = points;
		for (size_t j = 0; j < 4; j++)
			room.answers[i][0][j].value = room.answers[i][1][j].value = answer;
	}
	measure(&room, &found);
	same(found.value, 100 * (answer - 1), points - 1);
	same(found.low.value, 100 * (answer - 1), points - 1);
	same(found.high.value, 100 * (answer - 1), points - 1);
	ck_assert_int_eq(found.low.bound, bands[_i].low);
	ck_assert_int_eq(found.high.bound, bands[_i].high);
	ck_assert_str_eq(harmony_band_name(found.low.band), harmony_band_name(bands[_i].band));
	ck_assert_int_eq(found.high.band, bands[_i].band);
}
END_TEST

START_TEST(mixes_scales)
{
	struct room room = { .count = 0 };
	struct harmony found;

	add(&room, 10, "111", "111");
	add(&room, 20, "333", "444");
	room.modules[1].points = 6;
	measure(&room, &found);
	same(found.value, 100, 3); /* (0 + 20 * .5) / 30 */
	same(found.low.value, 0, 1);
	same(found.high.value, 50, 1);
}
END_TEST

START_TEST(drops_modules_that_one_person_answered)
{
	struct room room = { .count = 0 };
	struct harmony found;

	add(&room, 10, "555", "555");
	add(&room, 30, "1111", "1111");
	for (int i = 0; i < 4; i++)
		room.answers[1][0][i].person = 7;
	measure(&room, &found);
	same(found.value, 25, 1);
	same(found.low.value, 0, 1);
	same(found.high.value, 100, 1);

	/* A person in two places, and alone in the only module that counts */
	room.modules[0].sides[0].count = 2;
	room.answers[1][1][0].person = 7;
	room.answers[1][1][1].value = 5;
	measure(&room, &found);
	ck_assert_uint_eq(found.modules, 1);
	same(found.value, 25, 2);
	same(found.low.value, 0, 1);
	same(found.high.value, 50, 3);

	/* The same on the other side, with a module that remains */
	room.count = 0;
	add(&room, 10, "555", "555");
	add(&room, 30, "1111", "1111");
	for (int i = 0; i < 4; i++)
		room.answers[1][1][i].person = 7;
	measure(&room, &found);
	same(found.value, 25, 1);
	same(found.high.value, 100, 1);
}
END_TEST

/* Somebody who sat on both sides may have given an anonymous answer of either. */
START_TEST(follows_people_across_sides)
{
	struct room room = { .count = 0 };
	struct harmony found;

	add(&room, 10, "333", "333");
	add(&room, 10, "333", "333");
	add(&room, 10, "ACE", "ACE");
	room.answers[0][0][0].person = 7;
	room.answers[1][1][0].person = 7;
	measure(&room, &found);
	same(found.value, 50, 1);
	same(found.low.value, 125, 3); /* 50, 50 and 25 */
	same(found.high.value, 175, 3);
}
END_TEST

/* Nobody knows whose the anonymous answers are: any of a side's may go, in each module. */
START_TEST(bounds_the_anonymous)
{
	struct room room = { .count = 0 };
	struct harmony found;

	for (int i = 0; i < 5; i++)
		add(&room, 10, i % 2 ? "ACE" : "ECA", "CCC");
	measure(&room, &found);
	same(found.value, 50, 1);
	/* Without all of a side's 5: its mean is 2; without all of its 1: 4. */
	same(found.low.value, 75, 2);
	same(found.high.value, 125, 2);

	/* Named they are three people, of whom two go up and down. */
	room.count = 0;
	for (int i = 0; i < 5; i++)
		add(&room, 10, i % 2 ? "135" : "531", "333");
	measure(&room, &found);
	same(found.value, 50, 1);
	same(found.low.value, 190, 4);  /* 3 of 5 down, 2 of 5 up */
	same(found.high.value, 210, 4);

	/* Who is named in one module may be any of the anonymous in the others. */
	room.count = 0;
	add(&room, 10, "333", "CCC");
	add(&room, 10, "135", "CCC");
	add(&room, 10, "ACE", "CCC");
	measure(&room, &found);
	same(found.low.value, 125, 3);
	same(found.high.value, 175, 3);

	/* Whoever has an answer in their name has no other there. */
	room.count = 0;
	add(&room, 10, "3AE", "333");
	add(&room, 10, "333", "333");
	measure(&room, &found);
	same(found.value, 50, 1);
	same(found.low.value, 175, 4);
	same(found.high.value, 225, 4);
}
END_TEST

/* H as a fraction of small numbers, for answers by up to four people on five points. */
struct fraction {
	int64_t num, den;
};

enum { WHOLE = 96 }; /* a multiple of 2 * n * 4 */

struct trial {
	const struct room *room;
	long person; /* absent, or HARMONY_ANONYMOUS */
	bool absent[2];
	size_t skip;
	struct fraction low, high;
};

static void try_value(struct trial *trial, int64_t num, int64_t den)
{
	if (den == 0)
		return;
	if (num * trial->low.den < trial->low.num * den)
		trial->low = (struct fraction){ num, den };
	if (num * trial->high.den > trial->high.num * den)
		trial->high = (struct fraction){ num, den };
}

/*
 * All ways in which an absent person may have answered the modules from at on: on each side one of
 * the anonymous answers (or none) goes with them, where they have no answer in their name.
 */
static void try_all(struct trial *trial, size_t at, int64_t num, int64_t den)
{
	const struct harmony_module *module = &trial->room->modules[at];

	if (at == trial->room->count) {
		try_value(trial, num, den);
		return;
	}
	if (at == trial->skip || module->sides[0].count < 3 || module->sides[1].count < 3) {
		try_all(trial, at + 1, num, den);
		return;
	}
	for (size_t i = 0; i <= module->sides[0].count; i++) {
		for (size_t j = 0; j <= module->sides[1].count; j++) {
			size_t gone[2] = { i, j };
			int64_t parts = 0;
			bool possible = true, empty = false;

			for (int side = 0; side < 2; side++) {
				const struct harmony_side *of = &module->sides[side];
				int64_t sum = 0, n = 0;
				bool named = false;

				for (size_t k = 0; k < of->count; k++) {
					long person = of->answers[k].person;
					bool theirs = person && person == trial->person;

					named = named || theirs;
					possible = possible && (k != gone[side] || !person);
					if (theirs || k == gone[side])
						continue;
					sum += of->answers[k].value;
					n++;
				}
				possible = possible && (gone[side] == of->count ||
							(!named && trial->absent[side]));
				empty = empty || n == 0;
				parts += n ? (sum - n) * (WHOLE / (8 * n)) : 0;
			}
			if (possible)
				try_all(trial, at + 1, num + (empty ? 0 : module->weight * parts),
					den + (empty ? 0 : module->weight));
		}
	}
}

/* The value, and the range by trying everything. */
static struct fraction try_everything(struct trial *trial)
{
	struct fraction value;

	/* Nobody absent */
	trial->low = (struct fraction){ INT32_MAX, 1 };
	trial->high = (struct fraction){ -1, 1 };
	trial->skip = SIZE_MAX;
	try_all(trial, 0, 0, 0);
	value = trial->low;
	for (trial->skip = 0; trial->skip < trial->room->count; trial->skip++)
		try_all(trial, 0, 0, 0);
	trial->skip = SIZE_MAX;
	for (int side = 0; side < 2; side++) {
		bool anonymous = false;

		for (size_t i = 0; i < trial->room->count; i++) {
			const struct harmony_module *module = &trial->room->modules[i];

			for (size_t j = 0; j < module->sides[side].count; j++)
				anonymous |= module->sides[side].answers[j].person == 0;
		}
		trial->absent[side] = true;
		for (long person = 0; person < 5; person++) {
			trial->person = person ? 100 * side + person : HARMONY_ANONYMOUS;
			if (person || anonymous)
				try_all(trial, 0, 0, 0);
		}
		trial->absent[side] = false;
		trial->person = HARMONY_ANONYMOUS;
	}
	return value;
}

static void agree(const struct harmony_end *found, struct fraction expected, int bound)
{
	int64_t whole = (int64_t)WHOLE * expected.den;

	same(found->value, 100 * expected.num, whole);
	ck_assert_int_eq(found->bound, bound);
	ck_assert_int_eq(found->band,
			 BAND_APART + (500 * expected.num >= 100 * whole) +
			 (500 * expected.num >= 200 * whole) +
			 (500 * expected.num >= 300 * whole) +
			 (500 * expected.num >= 400 * whole));
}

static void compare_with_trying(const struct room *room)
{
	struct trial trial = { .room = room };
	struct fraction value = try_everything(&trial);
	struct harmony found;
	int64_t low, high;

	measure(room, &found);
	if (value.den == 1 && value.num == INT32_MAX) {
		ck_assert(!ratio_is_defined(found.value));
		return;
	}
	same(found.value, 100 * value.num, WHOLE * value.den);
	low = WHOLE * trial.low.den;
	high = WHOLE * trial.high.den;
	agree(&found.low, trial.low, (int)(100 * trial.low.num / (5 * low)) * 5);
	agree(&found.high, trial.high,
	      (int)((100 * trial.high.num + 5 * high - 1) / (5 * high)) * 5);
}

static void fill_by_chance(struct room *room, struct rng *rng, size_t count, bool named)
{
	static const int weights[] = { 10, 10, 15, 20, 1, 0 };

	room->count = 0;
	for (size_t i = 0; i < count; i++) {
		char sides[2][5];
		bool secret = !named && rng_below(rng, 2);

		for (int side = 0; side < 2; side++) {
			for (int j = 0; j < 4; j++) {
				uint32_t value = rng_below(rng, 5);
				bool secret_one = secret && rng_below(rng, 8);

				sides[side][j] = (char)((secret_one ? 'A' : '1') + (int)value);
				if (rng_below(rng, 6) == 0)
					sides[side][j] = '-';
			}
			sides[side][4] = '\0';
		}
		add(room, weights[rng_below(rng, COUNT_OF(weights))], sides[0], sides[1]);
	}
}

START_TEST(agrees_with_trying)
{
	struct room room;
	struct rng rng;

	rng_seed(&rng, 11);
	for (int round = 0; round < 3000; round++) {
		fill_by_chance(&room, &rng, rng_below(&rng, MODULES + 1), true);
		compare_with_trying(&room);
	}
	for (int round = 0; round < 1000; round++) {
		fill_by_chance(&room, &rng, rng_below(&rng, 4), false);
		compare_with_trying(&room);
	}
}
END_TEST

/* What is not known widens the range: naming people never takes it beyond. */
START_TEST(bounds_every_naming)
{
	struct rng rng;

	rng_seed(&rng, 12);
	for (int round = 0; round < 1000; round++) {
		struct harmony named, anonymous;
		struct room room;

		fill_by_chance(&room, &rng, MODULES, true);
		measure(&room, &named);
		for (size_t i = 0; i < room.count; i++) {
			uint32_t secret = rng_below(&rng, 2);

			for (int side = 0; secret && side < 2; side++)
				for (size_t j = 0; j < PEOPLE; j++)
					room.answers[i][side][j].person = HARMONY_ANONYMOUS;
		}
		measure(&room, &anonymous);
		if (!ratio_is_defined(named.value))
			continue;
		ck_assert_int_eq(ratio_compare(named.value, anonymous.value), 0);
		ck_assert_int_ge(ratio_compare(named.low.value, anonymous.low.value), 0);
		ck_assert_int_le(ratio_compare(named.high.value, anonymous.high.value), 0);
	}
}
END_TEST

/* Crowds, with ends from a script with fractions of any size; those too long are cut. */
START_TEST(takes_crowds)
{
	static const size_t crowd[] = { 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73 };
	struct harmony_module modules[6];
	struct harmony_input input = { .modules = modules, .count = 6 };
	struct harmony_answer answers[12][73];
	struct harmony found;

	for (size_t i = 0; i < 12; i++) {
		int m = (int)(i / 2);

		for (int j = 0; j < (int)crowd[i]; j++)
			answers[i][j] = (struct harmony_answer){
				i % 2 ? 1 + (3 * j + m) % 4 : 1 + (j * j + m) % 5,
				(i % 2 ? 1001 : 1) + j,
			};
		if (i % 2 == 0)
			modules[m] = (struct harmony_module){ .weight = 10, .points = 5 };
		modules[m].sides[i % 2] = (struct harmony_side){ answers[i], crowd[i] };
	}
	harmony_of(&input, &found);
	same(found.value, 43883716195439, 1000000000000);
	same(found.low.value, 56139938417237330, 1357778654856721);
	same(found.high.value, 2448861120136675, 52807475699767);
	ck_assert_int_eq(found.low.bound, 40);
	ck_assert_int_eq(found.high.bound, 50);
}
END_TEST

/* The largest there can be on the longest scales. */
START_TEST(takes_the_largest)
{
	enum { COUNT = 40 };
	struct harmony_module modules[COUNT];
	struct harmony_input input = { .modules = modules, .count = COUNT };
	struct harmony_answer *answers =
		mem_zalloc((size_t)COUNT * 2 * HARMONY_MOST_ANSWERS, sizeof *answers);
	struct harmony_answer *at = answers;
	struct harmony found;

	for (int i = 0; i < COUNT; i++) {
		int counts[2] = { 1000 - i, 900 - i };

		modules[i] = (struct harmony_module){
			.weight = HARMONY_MOST_WEIGHT - i, .points = i % 2 ? 100 : 99,
		};
		for (int side = 0; side < 2; side++) {
			modules[i].sides[side] =
				(struct harmony_side){ at, (size_t)counts[side] };
			for (int j = 0; j < counts[side]; j++)
				*at++ = (struct harmony_answer){
					side ? 1 + (3 * j + i) % 97 : 1 + (j * j + i) % 99,
					(side ? 10001 : 1) + j,
				};
		}
	}
	harmony_of(&input, &found);
	same(found.value, 48527300758048, 1000000000000);
	same(found.low.value, 48454717178988, 1000000000000);
	same(found.high.value, 48592723093492, 1000000000000);
	ck_assert_int_eq(found.state, HARMONY_SHOWN);
	free(answers);
}
END_TEST

START_TEST(names_states)
{
	static const char *const names[] = {
		"shown", "few-modules", "little-weight", "few-people",
	};

	ck_assert_str_eq(harmony_state_name((enum harmony_state)_i), names[_i]);
}
END_TEST

START_TEST(names_bands)
{
	static const char *const names[] = {
		"", "apart", "wary", "dealing", "partnering", "joined",
	};

	ck_assert_str_eq(harmony_band_name((enum harmony_band)_i), names[_i]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/harmony");
	TCase *tcase = tcase_create("harmony");

	tcase_set_timeout(tcase, 120);
	tcase_add_test(tcase, measures_the_example);
	tcase_add_test(tcase, takes_medians_of_distances);
	tcase_add_loop_test(tcase, knows_when_to_be_silent, 0, (int)COUNT_OF(states));
	tcase_add_loop_test(tcase, names_bands_and_bounds, 0, (int)COUNT_OF(bands));
	tcase_add_test(tcase, mixes_scales);
	tcase_add_test(tcase, drops_modules_that_one_person_answered);
	tcase_add_test(tcase, follows_people_across_sides);
	tcase_add_test(tcase, bounds_the_anonymous);
	tcase_add_test(tcase, agrees_with_trying);
	tcase_add_test(tcase, bounds_every_naming);
	tcase_add_test(tcase, takes_crowds);
	tcase_add_test(tcase, takes_the_largest);
	tcase_add_loop_test(tcase, names_states, 0, HARMONY_FEW_PEOPLE + 1);
	tcase_add_loop_test(tcase, names_bands, 0, BAND_JOINED + 1);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
