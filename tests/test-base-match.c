/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words found in text, whatever their case and marks. */
#include "base/match.h"
#include "base/mem.h"
#include "base/roster.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *typed, *text;
	bool found;
	const char *marked; /* the text with ^ at each character that was found */
} cases[] = {
	{ "", "Heron Health", true, "            " },
	{ "  ", "Heron Health", true, "            " },
	{ "HE", "Heron Health", true, "^^    ^^    " },
	{ "health heron", "Heron Health", true, "^^^^^ ^^^^^^" },
	{ "heron air", "Heron Health", false, NULL },
	{ "2026-11", "2026-11-22", true, "^^^^^^^   " },
	{ "garcia", "Ivo Garc\xc3\xad" "a", true, "    ^^^^^^^" },
	{ "garc\xc3\xad" "a", "Ivo Garcia", true, "    ^^^^^^" },
	/* A mark by itself, behind its letter. */
	{ "garcia", "Garci\xcc\x81" "a", true, "^^^^^^^^" },
	{ "kovacs", "KOV\xc3\x81" "CS", true, "^^^^^^^" },
	{ "strasse", "Hauptstra\xc3\x9f" "e 1", true, "     ^^^^^^^  " },
	{ "STRASSE", "Hauptstra\xc3\x9f" "e 1", true, "     ^^^^^^^  " },
	/* One of the two letters that it is. */
	{ "tras ", "tra\xc3\x9f" "e", true, "^^^^^ " },
	{ "\xe6\x9d\xb1\xe4\xba\xac", "\xe6\xa0\xaa \xe6\x9d\xb1\xe4\xba\xac", true, "    ^^^^^^" },
	{ "i", "\xc4\xb0stanbul", true, "^^       " },
	/* What is no UTF-8 is found as it is. */
	{ "a\xff", "xa\xff", true, " ^^" },
};

START_TEST(words_are_found)
{
	struct match match;
	char *folded = match_fold(cases[_i].text);
	size_t length = strlen(cases[_i].text);
	bool *hits = mem_zalloc(length + 1, sizeof *hits);
	char *marked = mem_zalloc(length + 1, 1);

	match_init(&match, cases[_i].typed);
	ck_assert_msg(match_finds(&match, folded) == cases[_i].found, "%s in %s (%s)", cases[_i].typed, cases[_i].text,
		folded);
	if (cases[_i].found) {
		match_mark(&match, cases[_i].text, hits);
		for (size_t i = 0; i < length; i++)
			marked[i] = hits[i] ? '^' : ' ';
		ck_assert_msg(strncmp(marked, cases[_i].marked, length) == 0, "%s in %s: %s", cases[_i].typed,
			cases[_i].text, marked);
	}
	match_release(&match);
	free(folded);
	free(hits);
	free(marked);
}
END_TEST

/* More words than there is room for are no more than left out. */
START_TEST(many_words)
{
	char typed[201];
	struct match match;

	for (int i = 0; i < 200; i++)
		typed[i] = i % 2 ? ' ' : 'a';
	typed[200] = '\0';
	match_init(&match, typed);
	ck_assert_uint_eq(match.count, MATCH_WORDS);
	ck_assert(match_finds(&match, "banana"));
	match_release(&match);
}
END_TEST

/* The same name whatever its case; where each stands, and where they stand once more have come; "" last. */
START_TEST(names_have_places)
{
	static const char *const texts[] = { "Zo\xc3\xab", "ana", "", "Bo", "ANA", "zoe", "Cy" };
	static const int places[] = { 4, 1, 5, 2, 1, 4, 3 };
	const struct name *found[COUNT_OF(texts)];
	struct roster names = { 0 };

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		found[i] = roster_add(&names, texts[i]);
	roster_settle(&names);
	ck_assert_uint_eq(names.count, 5);
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		ck_assert_int_eq(found[i]->place, places[i]);
	ck_assert_str_eq(roster_add(&names, "\xc3\x81na")->folded, "ana");
	roster_release(&names);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("match");
	TCase *all = tcase_create("match");

	tcase_add_loop_test(all, words_are_found, 0, COUNT_OF(cases));
	tcase_add_test(all, many_words);
	tcase_add_test(all, names_have_places);
	suite_add_tcase(suite, all);
	return run_suite(suite);
}
