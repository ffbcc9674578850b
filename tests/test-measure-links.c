/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Things that are linked with each other. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/links.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 9 };

/* Pairs of letters, and each thing's island; '-' is alone. */
static const struct {
	size_t count;
	const char *pairs, *islands;
	size_t linked;
	struct ratio share;
	size_t largest;
} cases[] = {
	{ 0, "", "", 0, { 0, 0 }, LINKS_ALONE },
	{ 1, "", "-", 0, { 0, 0 }, LINKS_ALONE },
	{ 1, "aa", "-", 0, { 0, 0 }, LINKS_ALONE },
	{ 2, "", "--", 0, { 0, 1 }, LINKS_ALONE },
	{ 2, "ab", "00", 1, { 1, 1 }, 0 },
	{ 2, "ab ba ab", "00", 1, { 1, 1 }, 0 },
	{ 2, "aa bb", "--", 0, { 0, 1 }, LINKS_ALONE },
	{ 3, "ab bc ca", "000", 3, { 1, 1 }, 0 },
	{ 4, "cd", "--00", 1, { 1, 6 }, 0 },
	{ 5, "ad be", "01-01", 2, { 2, 10 }, 0 },
	/* Six channels: shop, app and mail know each other, and so do branch and phone. */
	{ 6, "ab bc de", "00011-", 3, { 3, 15 }, 0 },
	{ 6, "ed fe ba df", "00-111", 4, { 4, 15 }, 1 },
	/* Joined last, and by their ends */
	{ 8, "ab cd ef gh bc fg ah", "00000000", 7, { 1, 4 }, 0 },
	{ 8, "gh fg ef de cd bc ab", "00000000", 7, { 1, 4 }, 0 },
};

static size_t read_pairs(const char *text, struct links_pair *out)
{
	size_t found = 0;

	for (; *text; text += text[2] ? 3 : 2)
		out[found++] = (struct links_pair){ (size_t)(text[0] - 'a'),
						    (size_t)(text[1] - 'a') };
	return found;
}

START_TEST(finds_islands)
{
	struct links_pair pairs[16];
	size_t pair_count = read_pairs(cases[_i].pairs, pairs), alone = 0, sizes[MOST] = { 0 };
	struct links found;

	links_of(cases[_i].count, pairs, pair_count, &found);
	ck_assert_uint_eq(found.count, cases[_i].count);
	ck_assert_uint_eq(found.linked, cases[_i].linked);
	ck_assert_int_eq(ratio_is_defined(found.share), cases[_i].share.den != 0);
	if (ratio_is_defined(found.share))
		ck_assert_int_eq(ratio_compare(found.share, cases[_i].share), 0);
	for (size_t i = 0; i < found.count; i++) {
		char island = cases[_i].islands[i];

		alone += island == '-';
		if (island == '-') {
			ck_assert_uint_eq(found.island[i], LINKS_ALONE);
		} else {
			ck_assert_uint_eq(found.island[i], (size_t)(island - '0'));
			sizes[island - '0']++;
		}
	}
	ck_assert_uint_eq(found.alone, alone);
	for (size_t i = 0; i < MOST; i++) {
		ck_assert_int_eq(i < found.islands, sizes[i] > 0);
		if (i < found.islands)
			ck_assert_uint_eq(found.sizes[i], sizes[i]);
	}
	ck_assert_uint_eq(found.largest, cases[_i].largest);
	links_release(&found);
	links_release(&found);
}
END_TEST

/* The same by walking: what is reached in any number of steps. */
START_TEST(agrees_with_walking)
{
	struct rng rng;

	rng_seed(&rng, 21);
	for (int round = 0; round < 4000; round++) {
		struct links_pair pairs[12];
		size_t count = 1 + rng_below(&rng, MOST), pair_count = rng_below(&rng, 12);
		bool linked[MOST][MOST] = { { false } }, reached[MOST][MOST] = { { false } };
		size_t edges = 0, alone = 0;
		struct links found;

		for (size_t i = 0; i < pair_count; i++) {
			uint32_t a = rng_below(&rng, (uint32_t)count);
			uint32_t b = rng_below(&rng, (uint32_t)count);

			pairs[i] = (struct links_pair){ a, b };
			if (a != b)
				linked[a][b] = linked[b][a] = true;
		}
		memcpy(reached, linked, sizeof reached);
		for (size_t k = 0; k < count; k++)
			for (size_t i = 0; i < count; i++)
				for (size_t j = 0; j < count; j++)
					reached[i][j] |= reached[i][k] && reached[k][j];
		links_of(count, pairs, pair_count, &found);
		for (size_t i = 0; i < count; i++) {
			size_t degree = 0;

			for (size_t j = 0; j < count; j++) {
				degree += linked[i][j];
				if (i != j)
					ck_assert_int_eq(found.island[i] == found.island[j] &&
								 found.island[i] != LINKS_ALONE,
							 reached[i][j]);
			}
			ck_assert_uint_eq(found.degree[i], degree);
			ck_assert_int_eq(found.island[i] == LINKS_ALONE, degree == 0);
			alone += degree == 0;
			edges += degree;
		}
		ck_assert_uint_eq(found.linked, edges / 2);
		ck_assert_uint_eq(found.alone, alone);
		links_release(&found);
	}
}
END_TEST

START_TEST(takes_many_things)
{
	enum { MANY = 100000 };
	struct links_pair *pairs = mem_zalloc(MANY - 1, sizeof *pairs);
	struct links found;

	for (size_t i = 0; i < MANY - 1; i++)
		pairs[i] = (struct links_pair){ MANY - 1 - i, MANY - 2 - i };
	links_of(MANY, pairs, MANY - 1, &found);
	ck_assert_uint_eq(found.islands, 1);
	ck_assert_uint_eq(found.sizes[0], MANY);
	ck_assert_int_eq(ratio_compare_to(found.share, 2, MANY), 0);
	links_release(&found);
	free(pairs);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/links");
	TCase *tcase = tcase_create("links");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, finds_islands, 0, (int)COUNT_OF(cases));
	tcase_add_test(tcase, agrees_with_walking);
	tcase_add_test(tcase, takes_many_things);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
