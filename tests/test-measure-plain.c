/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits, acronyms and length. */
#include "base/mem.h"
#include "base/random.h"
#include "base/str.h"
#include "measure/plain.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

/* A text with what is pointed at: #digits, *acronyms. */
static const struct {
	const char *text, *found;
	size_t words;
} cases[] = {
	{ "", "", 0 },
	{ " \t\n", "", 0 },
	{ "Parents find what they need", "", 5 },
	{ "We have 12 servers", "#12", 4 },
	{ "24/7, 99.9 % and 1,000 at 12:30", "#24/7 #99.9 #1,000 #12:30", 6 },
	{ "1'000 and 2\xe2\x80\x99" "500, or 3. Then 4", "#1'000 #2\xe2\x80\x99" "500 #3 #4", 7 },
	{ "10x on the 3rd, 4K and 5G", "#10x #3rd #4K #5G", 7 },
	{ "Our APIs run at GFLOPS for B2B", "*APIs *GFLOPS *B2B", 7 },
	{ "CRM, ERP; SaaS (PaaS) and IoT", "*CRM *ERP *SaaS *PaaS *IoT", 6 },
	{ "MP3 H2O C3PO A4 A4s", "*MP3 *H2O *C3PO #A4 #A4s", 5 },
	{ "R&D with AT&T, P & L", "*R&D *AT&T", 5 },
	{ "U.S. and U.S.A. markets. We. I. A", "*U.S *U.S.A", 7 },
	{ "Stop.We AB.C", "*AB", 2 },
	{ "CI/CD and e-CRM and IT-based", "*CI *CD *CRM *IT", 5 },
	{ "the CEO's PhDs, two IDs and an iOS app", "*CEO *PhDs *IDs *iOS", 9 },
	/* Names with a capital in their middle */
	{ "YouTube, LinkedIn, McDonald and DevOps", "", 5 },
	{ "I am a Product Owner. A is not B", "", 9 },
	{ "JavaScript on iPhone and eBay as O'Neil", "", 7 },
	{ "so NOT that_one", "*NOT", 3 },
	/* Other scripts; marks that are characters of their own */
	{ "\xc3\x84\xc3\x96\xc3\x9c \xc3\x84pfel \xc3\xa4\xc3\xb6",
	  "*\xc3\x84\xc3\x96\xc3\x9c", 3 },
	{ "A\xcc\x88P\xcc\x88I bc\xcc\x88", "*A\xcc\x88P\xcc\x88I", 2 },
	{ "\xd0\xa1\xd0\xa8\xd0\x90 \xd0\x94\xd0\xb0", "*\xd0\xa1\xd0\xa8\xd0\x90", 2 },
	{ "\xe5\xae\xa2\xe6\x88\xb7\xe3\x80\x82\xef\xbc\x93", "#\xef\xbc\x93", 1 },
	{ "\xd9\xa3 \xc2\xbd \xe2\x85\xa3", "#\xd9\xa3 #\xc2\xbd #\xe2\x85\xa3", 3 },
	/* What is no word, dashes, and bytes that are no UTF-8 */
	{ "a - b \xe2\x80\x93 c\xe2\x80\x94" "d & ... e-f", "", 5 },
	{ "\xc2\xa0one\xc2\xa0two\xe3\x80\x80three", "", 3 },
	{ "A\xff" "B \xff\xfe CD\xc3", "*CD", 2 },
};

static char *spell(const char *text, const struct plain *found)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < found->count; i++) {
		const struct plain_span *span = &found->spans[i];

		if (i > 0)
			str_addc(&out, ' ');
		str_addc(&out, span->kind == PLAIN_DIGITS ? '#' : '*');
		str_addn(&out, text + span->at, span->length);
	}
	return out.data;
}

static void points_at(const char *text, const char *const *allowed, size_t allowed_count,
		      const char *expected)
{
	struct plain found;
	char *spelled;

	plain_of(text, allowed, allowed_count, &found);
	spelled = spell(text, &found);
	ck_assert_str_eq(spelled, expected);
	ck_assert_uint_eq(found.digits + found.acronyms, found.count);
	ck_assert_int_eq(plain_is_clean(&found), expected[0] == '\0');
	ck_assert_int_eq(found.digits > 0, strchr(expected, '#') != NULL);
	ck_assert_int_eq(found.acronyms > 0, strchr(expected, '*') != NULL);
	free(spelled);
	plain_release(&found);
	plain_release(&found);
}

START_TEST(points_at_words)
{
	struct plain found;

	points_at(cases[_i].text, NULL, 0, cases[_i].found);
	plain_of(cases[_i].text, NULL, 0, &found);
	ck_assert_uint_eq(found.words, cases[_i].words);
	ck_assert(!found.too_long);
	ck_assert_uint_eq(found.long_at, strlen(cases[_i].text));
	plain_release(&found);
}
END_TEST

static const struct {
	const char *text, *allowed[3], *found;
} exceptions[] = {
	{ "IT and CRM", { "IT", "", "Marketing" }, "*CRM" },
	{ "IT, the ITs and BIT; IT-based", { "Marketing", "IT", "" }, "*BIT" },
	{ "HR & IT at R&D, R and D2", { "R&D", "HR and IT", "" }, "#D2" },
	{ "Team 42 has 43, B2B and B2C", { "Team 42", "B2B", "" }, "#43 *B2C" },
	{ "I.T., it and It and IT's", { "IT", "", "" }, "*I.T" },
	/* No more than the plural is taken for the same. */
	{ "CRM CRMs CRMS CRMes CR", { "CRM", "", "" }, "*CRMS *CRMes *CR" },
	{ "5s 5", { "5", "", "" }, "#5s" },
	{ "API", { "APIs", "", "" }, "*API" },
};

START_TEST(leaves_allowed_words_alone)
{
	points_at(exceptions[_i].text, exceptions[_i].allowed, 3, exceptions[_i].found);
}
END_TEST

START_TEST(counts_words)
{
	struct plain found;
	struct str text;

	str_init(&text);
	for (size_t words = 1; words <= 40; words++) {
		str_add(&text, words % 2 ? "- word\xe2\x80\x94 " : "(word, ");
		plain_of(text.data, NULL, 0, &found);
		ck_assert_uint_eq(found.words, words);
		ck_assert_int_eq(found.too_long, words > 25);
		ck_assert_int_eq(plain_is_clean(&found), words <= 25);
		/* Behind thirteen of 10 bytes and twelve of 7, with its bracket */
		ck_assert_uint_eq(found.long_at, words > 25 ? 13 * 10 + 12 * 7 : text.length);
		plain_release(&found);
	}
	str_release(&text);
}
END_TEST

/* Any bytes: spans come in order, do not touch, and begin and end with letters or digits. */
START_TEST(takes_anything)
{
	static const char *const parts[] = {
		"A", "b", "s", "5", " ", ".", "&", ",", "-", "\xcc\x88", "\xc3\x84", "\xff", "\xe2",
		"\xe2\x80\x94", "\xe5\xae\xa2", "\n",
	};
	static const char *const allowed[] = { "AA", "b5 sA" };
	struct rng rng;

	rng_seed(&rng, 3);
	for (int round = 0; round < 5000; round++) {
		struct plain found;
		struct str text;
		size_t end = 0;

		str_init(&text);
		for (uint32_t i = rng_below(&rng, 30); i > 0; i--)
			str_add(&text, parts[rng_below(&rng, COUNT_OF(parts))]);
		plain_of(text.data, allowed, COUNT_OF(allowed), &found);
		for (size_t i = 0; i < found.count; i++) {
			const struct plain_span *span = &found.spans[i];

			ck_assert_uint_gt(span->length, 0);
			ck_assert(i == 0 || span->at > end);
			end = span->at + span->length;
			ck_assert_uint_le(end, text.length);
			ck_assert(!strchr(" .&,-\n", text.data[span->at]));
			ck_assert(!strchr(" .&,-\n", text.data[end - 1]));
		}
		plain_release(&found);
		str_release(&text);
	}
}
END_TEST

START_TEST(names_kinds)
{
	ck_assert_str_eq(plain_kind_name(PLAIN_DIGITS), "digits");
	ck_assert_str_eq(plain_kind_name(PLAIN_ACRONYM), "acronym");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/plain");
	TCase *tcase = tcase_create("plain");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, points_at_words, 0, (int)COUNT_OF(cases));
	tcase_add_loop_test(tcase, leaves_allowed_words_alone, 0, (int)COUNT_OF(exceptions));
	tcase_add_test(tcase, counts_words);
	tcase_add_test(tcase, takes_anything);
	tcase_add_test(tcase, names_kinds);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
