/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement between two sides, and what they think of it. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/coorientation.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 12 };

/* Two sides from digits, persons in the same order in both; '-' is no answer. */
struct room {
	struct coorientation_person people[2][MOST];
	struct coorientation_side sides[2];
};

static int digit(char c)
{
	return c == '-' ? 0 : c - '0';
}

static void fill(struct room *room, int side, const char *own, const char *predictions)
{
	size_t count = strlen(own);

	ck_assert_uint_eq(count, strlen(predictions));
	for (size_t i = 0; i < count; i++)
		room->people[side][i] =
			(struct coorientation_person){ digit(own[i]), digit(predictions[i]) };
	room->sides[side] = (struct coorientation_side){ room->people[side], count, 0 };
}

#define AGREED STATE_CONSENSUS
#define DIFFER STATE_DISSENSUS
#define BELIEVED STATE_FALSE_CONSENSUS
#define DOUBTED STATE_FALSE_CONFLICT

static const struct {
	const char *own[2], *predictions[2];
	struct ratio agreement, congruency[2], accuracy[2];
	enum coorientation_state state[2];
	bool misread[2];
} vectors[] = {
	{ { "445", "454" }, { "444", "444" }, { 4, 9 }, { { 1, 3 }, { 1, 3 } },
	  { { 1, 3 }, { 1, 3 } }, { AGREED, AGREED }, { false, false } },
	{ { "212", "445" }, { "454", "221" }, { 8, 3 }, { { 8, 3 }, { 8, 3 } },
	  { { 4, 9 }, { 4, 9 } }, { DIFFER, DIFFER }, { false, false } },
	{ { "222", "454" }, { "232", "444" }, { 7, 3 }, { { 1, 3 }, { 1, 3 } },
	  { { 2, 1 }, { 2, 1 } }, { BELIEVED, BELIEVED }, { false, false } },
	{ { "445", "445" }, { "212", "223" }, { 4, 9 }, { { 8, 3 }, { 2, 1 } },
	  { { 8, 3 }, { 2, 1 } }, { DOUBTED, DOUBTED }, { false, false } },
	{ { "221", "445" }, { "222", "122" }, { 8, 3 }, { { 1, 3 }, { 8, 3 } },
	  { { 7, 3 }, { 4, 9 } }, { BELIEVED, DIFFER }, { false, false } },
	{ { "333", "555" }, { "111", "333" }, { 2, 1 }, { { 2, 1 }, { 2, 1 } },
	  { { 4, 1 }, { 0, 1 } }, { DIFFER, DIFFER }, { true, false } },
	/* Exactly one step is still near, and exactly one step is not misread. */
	{ { "333", "444" }, { "222", "333" }, { 1, 1 }, { { 1, 1 }, { 1, 1 } },
	  { { 2, 1 }, { 0, 1 } }, { AGREED, AGREED }, { false, false } },
	{ { "3", "5" }, { "2", "3" }, { 2, 1 }, { { 1, 1 }, { 2, 1 } },
	  { { 3, 1 }, { 0, 1 } }, { BELIEVED, DIFFER }, { false, false } },
	{ { "33", "44" }, { "11", "33" }, { 1, 1 }, { { 2, 1 }, { 1, 1 } },
	  { { 3, 1 }, { 0, 1 } }, { DOUBTED, AGREED }, { false, false } },
	{ { "22", "33" }, { "22", "55" }, { 1, 1 }, { { 0, 1 }, { 2, 1 } },
	  { { 1, 1 }, { 3, 1 } }, { AGREED, DOUBTED }, { false, false } },
	{ { "44", "22" }, { "55", "22" }, { 2, 1 }, { { 1, 1 }, { 0, 1 } },
	  { { 3, 1 }, { 2, 1 } }, { BELIEVED, BELIEVED }, { false, false } },
	{ { "33", "11" }, { "55", "11" }, { 2, 1 }, { { 2, 1 }, { 0, 1 } },
	  { { 4, 1 }, { 2, 1 } }, { DIFFER, BELIEVED }, { true, false } },
	/* Absent and undecided people leave the counts. */
	{ { "4-5-", "44" }, { "44--", "-4" }, { 1, 2 }, { { 0, 1 }, { 0, 1 } },
	  { { 0, 1 }, { 1, 2 } }, { AGREED, AGREED }, { false, false } },
};

START_TEST(finds_states)
{
	struct room room;
	struct coorientation found;

	for (int i = 0; i < 2; i++)
		fill(&room, i, vectors[_i].own[i], vectors[_i].predictions[i]);
	coorientation_of(5, room.sides, &found);
	ck_assert_int_eq(ratio_compare(found.agreement, vectors[_i].agreement), 0);
	for (int i = 0; i < 2; i++) {
		const struct coorientation_view *view = &found.side[i];

		ck_assert_int_eq(ratio_compare(view->congruency, vectors[_i].congruency[i]), 0);
		ck_assert_int_eq(ratio_compare(view->accuracy, vectors[_i].accuracy[i]), 0);
		ck_assert_int_eq(view->state, vectors[_i].state[i]);
		ck_assert_int_eq(view->misread, vectors[_i].misread[i]);
		ck_assert(!view->split && !view->knowledge_gap);
	}
	ck_assert(!found.within);
}
END_TEST

/* Who is far from the other side, and whether as far from their own. */
static const struct {
	const char *own[2];
	bool within;
} widths[] = {
	{ { "123455", "123455" }, true },
	{ { "111555", "111555" }, true },
	{ { "12345", "54321" }, true },
	/* dA 16/9 and 8/3 within; where a side is of one mind, or of one, it is between them. */
	{ { "135", "135" }, true },
	{ { "15", "33" }, false },
	{ { "15", "3" }, false },
	{ { "1", "5" }, false },
	/* dA 2, and 2 within either: exactly as far. A step less within the second, and it is between them. */
	{ { "13", "35" }, true },
	{ { "13", "45" }, false },
	/* As far within the sides as between them, and not far: they agree. */
	{ { "3434", "3434" }, false },
};

START_TEST(tells_through_from_between)
{
	struct coorientation found;
	struct room room;

	for (int i = 0; i < 2; i++)
		fill(&room, i, widths[_i].own[i], widths[_i].own[i]);
	coorientation_of(5, room.sides, &found);
	ck_assert_int_eq(found.within, widths[_i].within);
}
END_TEST

START_TEST(knows_when_there_is_nothing_to_say)
{
	struct coorientation found;
	struct room room;

	fill(&room, 0, "", "");
	fill(&room, 1, "", "");
	room.sides[0].people = NULL;
	coorientation_of(5, room.sides, &found);
	ck_assert(!ratio_is_defined(found.agreement) && !found.agree);
	ck_assert_int_eq(found.side[0].state, STATE_NONE);
	ck_assert(!ratio_is_defined(found.side[0].congruency));
	ck_assert(!ratio_is_defined(found.side[1].accuracy));
	ck_assert(!found.side[0].misread && !found.side[0].congruent && !found.side[0].accurate);

	/* One side alone */
	fill(&room, 0, "1234", "4444");
	coorientation_of(5, room.sides, &found);
	ck_assert(!ratio_is_defined(found.agreement));
	ck_assert(ratio_is_defined(found.side[0].congruency));
	ck_assert(!ratio_is_defined(found.side[0].accuracy));
	ck_assert_int_eq(found.side[0].state, STATE_NONE);
	ck_assert_int_eq(found.side[0].own, 4);

	/* Nobody predicted */
	fill(&room, 0, "44", "--");
	fill(&room, 1, "44", "--");
	coorientation_of(5, room.sides, &found);
	ck_assert(found.agree);
	ck_assert_int_eq(found.side[0].state, STATE_NONE);
	ck_assert_int_eq(found.side[0].predictions, 0);
}
END_TEST

START_TEST(takes_answers_without_persons)
{
	struct coorientation paired, apart;
	struct room room;

	fill(&room, 0, "222", "232");
	fill(&room, 1, "454", "444");
	coorientation_of(5, room.sides, &paired);
	fill(&room, 0, "222---", "---223");
	fill(&room, 1, "---454", "444---");
	coorientation_of(5, room.sides, &apart);
	ck_assert_int_eq(ratio_compare(paired.agreement, apart.agreement), 0);
	for (int i = 0; i < 2; i++) {
		ck_assert_int_eq(ratio_compare(paired.side[i].accuracy, apart.side[i].accuracy), 0);
		ck_assert(!ratio_is_defined(apart.side[i].congruency));
		ck_assert_int_eq(apart.side[i].state, STATE_NONE);
		ck_assert_int_eq(apart.side[i].own, 3);
		ck_assert_int_eq(apart.side[i].predictions, 3);
	}
}
END_TEST

START_TEST(finds_split_sides)
{
	struct coorientation found;
	struct room room;

	fill(&room, 0, "1155", "3333");
	fill(&room, 1, "3333", "3333");
	coorientation_of(5, room.sides, &found);
	ck_assert(found.side[0].split);
	ck_assert(!found.side[1].split);
}
END_TEST

static const struct {
	const char *own;
	int cant_say;
	bool gap;
} gaps[] = {
	{ "44", 1, false }, /* exactly a third */
	{ "44", 2, true },
	{ "4", 1, true },
	{ "444", 1, false },
	{ "44444", 3, true },
	{ "4444", 2, false },
	{ "--", 2, true }, /* all of them */
	{ "", 0, false },
};

START_TEST(finds_knowledge_gaps)
{
	struct coorientation found;
	struct room room;

	fill(&room, 0, gaps[_i].own, gaps[_i].own);
	fill(&room, 1, "4", "4");
	room.sides[0].cant_say = gaps[_i].cant_say;
	coorientation_of(5, room.sides, &found);
	ck_assert_int_eq(found.side[0].knowledge_gap, gaps[_i].gap);
	ck_assert(!found.side[1].knowledge_gap);
}
END_TEST

/*
 * Distances of exactly a quarter of the scale, and of the least more that there can be: the word
 * turns between them in a room of any size.
 */
START_TEST(turns_exactly_at_a_quarter)
{
	for (int first = 2; first <= MOST; first++) {
		for (int second = 2; second <= MOST; second++) {
			struct coorientation found;
			struct room room;

			fill(&room, 0, "", "");
			fill(&room, 1, "", "");
			room.sides[0].count = (size_t)first;
			room.sides[1].count = (size_t)second;
			for (int i = 0; i < first; i++)
				room.people[0][i] = (struct coorientation_person){ 3, 3 };
			for (int i = 0; i < second; i++)
				room.people[1][i] = (struct coorientation_person){ 4, 3 };
			coorientation_of(5, room.sides, &found);
			ck_assert(found.agree && found.side[1].congruent);
			ck_assert_int_eq(found.side[0].state, STATE_CONSENSUS);

			room.people[1][second - 1] = (struct coorientation_person){ 5, 3 };
			coorientation_of(5, room.sides, &found);
			ck_assert(!found.agree && !found.side[1].congruent);
			ck_assert_int_eq(found.side[0].state, STATE_FALSE_CONSENSUS);
			ck_assert_int_eq(found.side[1].state, STATE_DISSENSUS);
		}
	}
}
END_TEST

static void random_side(struct rng *rng, struct room *room, int side, int points)
{
	size_t count = rng_below(rng, MOST + 1);

	for (size_t i = 0; i < count; i++) {
		room->people[side][i].own = (int)rng_below(rng, (uint32_t)points + 1);
		room->people[side][i].prediction = (int)rng_below(rng, (uint32_t)points + 1);
	}
	room->sides[side] = (struct coorientation_side){ room->people[side], count, 0 };
}

static void check_ratio(struct ratio got, int64_t sum, int64_t count)
{
	ck_assert_int_eq(ratio_is_defined(got), count > 0);
	if (count > 0)
		ck_assert_int_eq(ratio_compare_to(got, sum, count), 0);
}

/* Person by person, as the definition has it. */
static void check_by_pairs(const struct room *room, const struct coorientation *found, int points)
{
	bool wide = true;

	for (int s = 0; s < 2; s++) {
		const struct coorientation_side *us = &room->sides[s], *them = &room->sides[1 - s];
		const struct coorientation_view *view = &found->side[s];
		int64_t agreement = 0, agreements = 0, accuracy = 0, accuracies = 0;
		int64_t gap = 0, gaps_n = 0, spread = 0, spreads = 0;
		bool near, believed;

		for (size_t i = 0; i < us->count; i++) {
			const struct coorientation_person *one = &us->people[i];

			if (one->own && one->prediction) {
				gap += abs(one->own - one->prediction);
				gaps_n++;
			}
			for (size_t j = i + 1; j < us->count; j++) {
				if (one->own && us->people[j].own) {
					spread += abs(one->own - us->people[j].own);
					spreads++;
				}
			}
			for (size_t j = 0; j < them->count; j++) {
				int other = them->people[j].own;

				if (one->own && other) {
					agreement += abs(one->own - other);
					agreements++;
				}
				if (one->prediction && other) {
					accuracy += abs(one->prediction - other);
					accuracies++;
				}
			}
		}
		check_ratio(found->agreement, agreement, agreements);
		check_ratio(view->spread, spread, spreads);
		wide = wide && spreads && agreements && spread * agreements >= agreement * spreads;
		check_ratio(view->congruency, gap, gaps_n);
		check_ratio(view->accuracy, accuracy, accuracies);
		near = agreements && 4 * agreement <= agreements * (points - 1);
		believed = gaps_n && 4 * gap <= gaps_n * (points - 1);
		ck_assert_int_eq(found->agree, near);
		ck_assert_int_eq(view->congruent, believed);
		ck_assert_int_eq(view->state, !agreements || !gaps_n ? STATE_NONE
					      : near && believed     ? STATE_CONSENSUS
					      : near                 ? STATE_FALSE_CONFLICT
					      : believed             ? STATE_FALSE_CONSENSUS
								     : STATE_DISSENSUS);
	}
	ck_assert_int_eq(found->within, wide && !found->agree);
}

START_TEST(agrees_with_counting_by_pairs)
{
	struct rng rng;

	rng_seed(&rng, 3);
	for (int round = 0; round < 10000; round++) {
		int points = 2 + (int)rng_below(&rng, 9);
		struct coorientation found;
		struct room room;

		random_side(&rng, &room, 0, points);
		random_side(&rng, &room, 1, points);
		coorientation_of(points, room.sides, &found);
		check_by_pairs(&room, &found, points);
	}
}
END_TEST

START_TEST(turns_distance_into_similarity)
{
	ck_assert_int_eq(ratio_compare_to(coorientation_similarity(ratio_of(0, 9), 5), 1, 1), 0);
	ck_assert_int_eq(ratio_compare_to(coorientation_similarity(ratio_of(4, 9), 5), 8, 9), 0);
	ck_assert_int_eq(ratio_compare_to(coorientation_similarity(ratio_of(4, 1), 5), 0, 1), 0);
	ck_assert(!ratio_is_defined(coorientation_similarity(ratio_none(), 5)));
}
END_TEST

START_TEST(names_states)
{
	ck_assert_str_eq(coorientation_state_name(STATE_NONE), "");
	ck_assert_str_eq(coorientation_state_name(STATE_CONSENSUS), "consensus");
	ck_assert_str_eq(coorientation_state_name(STATE_DISSENSUS), "dissensus");
	ck_assert_str_eq(coorientation_state_name(STATE_FALSE_CONSENSUS), "false consensus");
	ck_assert_str_eq(coorientation_state_name(STATE_FALSE_CONFLICT), "false conflict");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/coorientation");
	TCase *tcase = tcase_create("coorientation");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, finds_states, 0, (int)COUNT_OF(vectors));
	tcase_add_loop_test(tcase, tells_through_from_between, 0, (int)COUNT_OF(widths));
	tcase_add_test(tcase, knows_when_there_is_nothing_to_say);
	tcase_add_test(tcase, takes_answers_without_persons);
	tcase_add_test(tcase, finds_split_sides);
	tcase_add_loop_test(tcase, finds_knowledge_gaps, 0, (int)COUNT_OF(gaps));
	tcase_add_test(tcase, turns_exactly_at_a_quarter);
	tcase_add_test(tcase, agrees_with_counting_by_pairs);
	tcase_add_test(tcase, turns_distance_into_similarity);
	tcase_add_test(tcase, names_states);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
