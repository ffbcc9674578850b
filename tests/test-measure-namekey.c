/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suppliers' names: keys, and which of them may mean the same. */
#include "base/mem.h"
#include "base/random.h"
#include "measure/namekey.h"
#include "measure/similarity.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

static const struct {
	const char *name, *key;
} keys[] = {
	{ "IBM Corp.", "IBM" },
	{ "I.B.M.", "IBM" },
	{ "I B M", "IBM" },
	{ "Nestlé S.A.R.L.", "NESTLE" },
	{ "Procter & Gamble Co.", "PROCTER AND GAMBLE" },
	{ "The Acme Company, Inc.", "ACME" },
	{ "Acme GmbH & Co. KG", "ACME" },
	{ "Co", "CO" },
	{ "AT&T", "AT AND T" },
	{ "A.B. Data Ltd", "AB DATA" },
	{ "Northwind Mail", "NORTHWIND MAIL" },
	{ "NORTHWIND MAIL Inc.", "NORTHWIND MAIL" },
	{ "Cloud Row Ltd", "CLOUD ROW" },
	/* The same letters in another form */
	{ "Nestle\xcc\x81", "NESTLE" },
	{ "NESTL\xc3\x89", "NESTLE" },
	{ "Ångström AB", "ANGSTROM" },
	{ "Straße & Söhne AG", "STRASSE AND SOHNE" },
	{ "ﬁrst ﬂoor", "FIRST FLOOR" },
	{ "Ωmega ΐ", "ΩMEGA Ι" },
	{ "Ёлка", "ЕЛКА" },
	/* Apostrophes, also those of other keyboards, go; the letters close up. */
	{ "McDonald's", "MCDONALDS" },
	{ "McDonald’s", "MCDONALDS" },
	{ "McDonaldʼs", "MCDONALDS" },
	{ "L'Oréal S.A.", "LOREAL" },
	/* Single letters, not digits */
	{ "3 M Co.", "3 M" },
	{ "3M", "3M" },
	{ "J. P. Morgan & Co.", "JP MORGAN" },
	{ "B & Q", "B AND Q" },
	{ "A b C", "ABC" },
	{ "Foo A B", "FOO" },
	{ "Foo A.S.", "FOO" },
	/* Never to empty */
	{ "The", "THE" },
	{ "The The", "THE" },
	{ "The The Band", "BAND" },
	{ "T.H.E. Band", "BAND" },
	{ "The Co", "CO" },
	{ "Group Holdings Ltd", "GROUP" },
	{ "&", "AND" },
	{ "& Co. KG", "AND" },
	{ "A.B. Ltd", "AB" },
	/* Only at its place */
	{ "Group M", "GROUP M" },
	{ "Over the Co Line", "OVER THE CO LINE" },
	{ "Theatre Corp", "THEATRE" },
	{ "Band and", "BAND" },
	/* Nothing to go by */
	{ "", "" },
	{ " \t\n ", "" },
	{ "...!?—", "" },
	{ "😀", "" },
	{ "'", "" },
	/* Names of the world */
	{ "株式会社サイバー", "株式会社サイバー" },
	{ "サイハ\xe3\x82\x99ー", "サイ\xe3\x83\x90ー" },
	{ "삼성 전자", "삼성 전자" },
	{ "हिंदी", "हिंदी" },
	{ "شركة", "شركة" },
	{ "❤️ Love Ltd", "LOVE" },
	{ "👩‍💻Code👩‍💻Works", "CODE WORKS" },
	{ "Ａｃｍｅ", "ＡＣＭＥ" },
	/* What is no UTF-8 separates. */
	{ "Ac\xffme", "AC ME" },
	{ "Acme\xc3", "ACME" },
	{ "\xed\xa0\x80", "" },
};

START_TEST(makes_keys)
{
	char *key = namekey_of(keys[_i].name);

	ck_assert_str_eq(key, keys[_i].key);
	free(key);
}
END_TEST

static void check_idempotent(const char *name)
{
	char *once = namekey_of(name), *twice = namekey_of(once);

	ck_assert_msg(strcmp(once, twice) == 0, "'%s' becomes '%s' and then '%s'", name, once,
		      twice);
	free(twice);
	free(once);
}

START_TEST(keeps_a_key_as_it_is)
{
	check_idempotent(keys[_i].name);
}
END_TEST

/* Letters of all scripts but the ideographs, each between others. */
START_TEST(keeps_a_key_of_any_letter)
{
	for (ucs4_t c = 1; c < 0x20000; c++) {
		uint8_t name[16] = { 'x', ' ' };
		int length;

		if (c == 0x3400)
			c = 0xa000;
		if (c == 0xac40)
			c = 0xe000;
		if (c == 0xe010)
			c = 0xf900;
		if (c == 0x12400)
			c = 0x1d000;
		length = u8_uctomb(name + 2, c, 6);
		ck_assert_int_gt(length, 0);
		name[2 + length] = 'y';
		check_idempotent((const char *)name);
	}
}
END_TEST

START_TEST(keeps_a_key_of_any_pieces)
{
	static const char *const pieces[] = {
		"The", "the ", "a", "B", " ", ".", "&", "'", "Co", "co.", "Ltd", "and", "S", "A",
		"é", "ŉ", "ß", "\xcc\x81", "\xcd\x85", "日", "が", "1", "-", "GmbH", " KG", "T",
		"H", "E", "x",
	};
	struct rng rng;

	rng_seed(&rng, 4);
	for (int round = 0; round < 20000; round++) {
		char name[128] = "";
		uint32_t count = rng_below(&rng, 12);

		for (uint32_t i = 0; i < count; i++)
			strcat(name, pieces[rng_below(&rng, (uint32_t)COUNT_OF(pieces))]);
		check_idempotent(name);
	}
}
END_TEST

static const struct {
	const char *a, *b;
	int lowest, highest; /* ten thousandths */
} distances[] = {
	{ "MARTHA", "MARHTA", 9611, 9612 },
	{ "DWAYNE", "DUANE", 8400, 8400 },
	{ "DIXON", "DICKSONX", 8133, 8134 },
	{ "MERIDIAN CLOUD", "MERIDIAN CLOUDS", 9866, 9867 },
	{ "BRIGHTLANE", "BRIGHTLINE", 9600, 9600 },
	{ "ACME", "ACME", 10000, 10000 },
	{ "ACME", "", 0, 0 },
	{ "", "", 10000, 10000 },
	{ "ABC", "XYZ", 0, 0 },
	{ "A", "A", 10000, 10000 },
	{ "AB", "BA", 0, 0 },         /* a window of 0 */
	{ "日本語", "日本誌", 8222, 8223 }, /* characters, not bytes */
};

START_TEST(compares_letters)
{
	struct ratio found = jaro_winkler(distances[_i].a, distances[_i].b);
	struct ratio back = jaro_winkler(distances[_i].b, distances[_i].a);

	ck_assert_int_ge(ratio_compare_to(found, distances[_i].lowest, 10000), 0);
	ck_assert_int_le(ratio_compare_to(found, distances[_i].highest, 10000), 0);
	ck_assert_int_eq(ratio_compare(found, back), 0);
}
END_TEST

START_TEST(raises_only_what_is_near)
{
	/* Jaro is exactly 2/3 and begins with the same letter. */
	struct ratio plain = jaro("ABCX", "AYZX"), raised = jaro_winkler("ABCX", "AYZX");

	ck_assert_int_eq(ratio_compare_to(plain, 2, 3), 0);
	ck_assert_int_eq(ratio_compare(plain, raised), 0);
	/* Above 0.7 it is. */
	plain = jaro("MARTHA", "MARHTA");
	raised = jaro_winkler("MARTHA", "MARHTA");
	ck_assert_int_eq(ratio_compare_to(plain, 17, 18), 0);
	ck_assert_int_gt(ratio_compare(raised, plain), 0);
}
END_TEST

static const struct {
	const char *a, *b;
	enum same_vendor same;
} pairs[] = {
	{ "ACME", "ACME", VENDOR_EQUAL_KEY },
	{ "", "", VENDOR_DIFFERENT },
	{ "", "ACME", VENDOR_DIFFERENT },
	{ "MAIL NORTHWIND", "NORTHWIND MAIL", VENDOR_SAME_TOKENS },
	{ "NEW YORK NEW", "YORK NEW", VENDOR_SAME_TOKENS },
	{ "NORTHWIND", "NORTHWIND MAIL", VENDOR_CONTAINED },
	{ "CLOUD", "CLOUDROW", VENDOR_SIMILAR }, /* .925 */
	{ "CLOUD", "CLOUDROWS", VENDOR_DIFFERENT }, /* .911 */
	{ "CLOUDROW", "CLOUD ROW", VENDOR_SIMILAR },
	{ "MERIDIAN CLOUD", "MERIDIAN CLOUDS", VENDOR_SIMILAR },
	{ "BRIGHTLANE", "BRIGHTLINE", VENDOR_SIMILAR },
	{ "ABCD", "ABCDE", VENDOR_DIFFERENT }, /* .96, but too short */
	{ "ABCDE", "ABCDEF", VENDOR_SIMILAR },
	{ "日本語日本", "日本語日本語", VENDOR_SIMILAR },
	{ "日本語", "日本語日", VENDOR_DIFFERENT }, /* many bytes, few characters */
	{ "IBM", "INTERNATIONAL BUSINESS MACHINES", VENDOR_DIFFERENT },
	{ "METRICA", "DATAHILL", VENDOR_DIFFERENT },
};

START_TEST(proposes_the_same_vendor)
{
	ck_assert_int_eq(same_vendor(pairs[_i].a, pairs[_i].b), pairs[_i].same);
	ck_assert_int_eq(same_vendor(pairs[_i].b, pairs[_i].a), pairs[_i].same);
}
END_TEST

START_TEST(names_reasons)
{
	static const char *const names[] = { "different", "equal-key", "same-tokens", "contained",
					     "similar" };

	ck_assert_str_eq(same_vendor_name((enum same_vendor)_i), names[_i]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("measure/namekey");
	TCase *tcase = tcase_create("namekey");

	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, makes_keys, 0, (int)COUNT_OF(keys));
	tcase_add_loop_test(tcase, keeps_a_key_as_it_is, 0, (int)COUNT_OF(keys));
	tcase_add_test(tcase, keeps_a_key_of_any_letter);
	tcase_add_test(tcase, keeps_a_key_of_any_pieces);
	tcase_add_loop_test(tcase, compares_letters, 0, (int)COUNT_OF(distances));
	tcase_add_test(tcase, raises_only_what_is_near);
	tcase_add_loop_test(tcase, proposes_the_same_vendor, 0, (int)COUNT_OF(pairs));
	tcase_add_loop_test(tcase, names_reasons, 0, VENDOR_SIMILAR + 1);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
