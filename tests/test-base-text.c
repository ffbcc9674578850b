/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text from anywhere: widths, clusters, lines, and what must never reach a terminal. */
#include "base/mem.h"
#include "base/random.h"
#include "base/str.h"
#include "base/text.h"
#include "run.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FFFD "\xef\xbf\xbd"
#define ZWJ "\xe2\x80\x8d"
#define VS16 "\xef\xb8\x8f"
#define ACUTE "\xcc\x81"
#define RLO "\xe2\x80\xae"

/* UTF-8 as the rules would have it, surrogates and all; returns its length. */
static size_t encode(uint32_t c, char out[5])
{
	size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	memset(out, 0, 5);
	if (length == 1) {
		out[0] = (char)c;
		return length;
	}
	for (size_t i = length; i-- > 1; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)((0xf00u >> length) | c);
	return length;
}

/* What no text that was made visible may hold, as the rules of terminals and of bidi have it. */
static bool is_forbidden(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c >= 0x202a && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0x061c || c == 0x2028 ||
	       c == 0x2029 || c == 0xfeff || (c >= 0xd800 && c <= 0xdfff) || (c >= 0xe0000 && c <= 0xe007f);
}

/* The code points of a text; 0xffffffff for a byte that is none. */
static uint32_t next_code_point(const char **text)
{
	const unsigned char *at = (const unsigned char *)*text;
	size_t length = at[0] < 0x80 ? 1 : at[0] < 0xe0 ? 2 : at[0] < 0xf0 ? 3 : 4;
	uint32_t c = length == 1 ? at[0] : at[0] & (0x7fu >> length);

	if (!text_is_utf8(*text, length)) {
		(*text)++;
		return UINT32_MAX;
	}
	for (size_t i = 1; i < length; i++)
		c = c << 6 | (at[i] & 0x3fu);
	*text += length;
	return c;
}

/* An assertion that holds costs a write to Check's pipe, so these are made only where they fail. */
static void expect_harmless(const char *text, bool newlines_allowed)
{
	if (!text_is_utf8(text, strlen(text)) || text_find_control(text, newlines_allowed) >= 0)
		ck_abort_msg("'%s' came out", text);
	while (*text) {
		uint32_t c = next_code_point(&text);

		if (is_forbidden(c) && (c != '\n' || !newlines_allowed))
			ck_abort_msg("U+%04X came out", c);
	}
}

/* Every code point there is, between digits, which no mark makes one with. */
#define BLOCKS 16

START_TEST(nothing_steers_a_terminal)
{
	uint32_t size = 0x110000 / BLOCKS, first = (uint32_t)_i * size;

	for (uint32_t c = first ? first : 1; c < first + size; c++) {
		char character[5], text[16], *visible;

		encode(c, character);
		snprintf(text, sizeof text, "0%s9", character);
		visible = text_visible(text, false);
		if (is_forbidden(c) && text_find_control(text, false) != 1)
			ck_abort_msg("U+%04X was not found", c);
		if (is_forbidden(c) && strcmp(visible, text) == 0)
			ck_abort_msg("U+%04X stayed", c);
		expect_harmless(visible, false);
		if (visible[0] != '0' || visible[strlen(visible) - 1] != '9')
			ck_abort_msg("U+%04X took what stands around it", c);
		free(visible);
	}
	ck_assert_uint_eq(size * BLOCKS, 0x110000);
}
END_TEST

/* Bytes at random, most of them no UTF-8. */
START_TEST(no_byte_steers_a_terminal)
{
	struct rng rng;

	rng_seed(&rng, (uint64_t)_i);
	for (int round = 0; round < 5000; round++) {
		char text[24], *visible, *again;
		size_t length = rng_below(&rng, sizeof text);

		for (size_t i = 0; i < length; i++)
			text[i] = (char)(1 + rng_below(&rng, 255));
		text[length] = '\0';
		visible = text_visible(text, _i % 2);
		again = text_visible(visible, _i % 2);
		expect_harmless(visible, _i % 2);
		if (strcmp(again, visible) != 0)
			ck_abort_msg("'%s' became '%s'", visible, again);
		if (text_find_control(text, _i % 2) < 0 && !text_is_utf8(text, length))
			ck_abort_msg("'%s' is no UTF-8", text);
		free(again);
		free(visible);
	}
}
END_TEST

static const struct {
	const char *text, *visible, *with_newlines;
} visibles[] = {
	{ "", "", "" },
	{ "plain", "plain", "plain" },
	{ "a\tb", "a b", "a b" },
	{ "a\nb", "a\xe2\x90\x8a" "b", "a\nb" },
	{ "a\r\nb", "a\xe2\x90\x8d\xe2\x90\x8a" "b", "a\nb" },
	{ "a\rb", "a\xe2\x90\x8d" "b", "a\xe2\x90\x8d" "b" },
	{ "\x1b[31mred", "\xe2\x90\x9b[31mred", "\xe2\x90\x9b[31mred" },
	{ "\x7f", "\xe2\x90\xa1", "\xe2\x90\xa1" },
	{ "\x9b" "31m", FFFD "31m", FFFD "31m" },
	{ "\xc2\x9b" "31m", FFFD "31m", FFFD "31m" },
	{ RLO "abc", FFFD "abc", FFFD "abc" },
	{ "\xef\xbb\xbf" "bom", FFFD "bom", FFFD "bom" },
	{ "e" ACUTE, "\xc3\xa9", "\xc3\xa9" },
	{ FFFD, FFFD, FFFD },
	{ "\xf0\x9f\x91\xa9" ZWJ "\xf0\x9f\x92\xbb", "\xf0\x9f\x91\xa9" ZWJ "\xf0\x9f\x92\xbb",
	  "\xf0\x9f\x91\xa9" ZWJ "\xf0\x9f\x92\xbb" },
	{ "\xe6\x97\xa5\xe6\x9c\xac", "\xe6\x97\xa5\xe6\x9c\xac", "\xe6\x97\xa5\xe6\x9c\xac" },
};

#define NIHON "\xe6\x97\xa5\xe6\x9c\xac"

static const struct {
	const char *text;
	int width;
} word_widths[] = {
	{ "", 0 },
	{ "  ", 0 },
	{ "one three\ntwo ", 5 },
	{ "well-known a/b", 10 },
	{ "e" ACUTE "e" ACUTE, 2 },
	/* A name of ideographs, and more of them, which need not end within a line. */
	{ NIHON, 4 },
	{ NIHON NIHON, 8 },
	{ NIHON NIHON NIHON " " NIHON, 8 },
	{ "customers" NIHON NIHON, 9 },
};

START_TEST(words_are_measured)
{
	ck_assert_int_eq(text_word_width(word_widths[_i].text), word_widths[_i].width);
}
END_TEST

START_TEST(makes_visible)
{
	char *visible = text_visible(visibles[_i].text, false);
	char *lines = text_visible(visibles[_i].text, true);

	ck_assert_str_eq(visible, visibles[_i].visible);
	ck_assert_str_eq(lines, visibles[_i].with_newlines);
	free(visible);
	free(lines);
}
END_TEST

static const char *const broken[] = {
	"\xc0\x80",	    /* NUL, overlong */
	"\xe0\x80\xaf",    /* a slash, overlong */
	"\xf0\x80\x80\xaf",
	"\xed\xa0\x80",    /* a surrogate */
	"\xf4\x90\x80\x80", /* past the last one */
	"\xf8\x88\x80\x80\x80",
	"\xe6\x97",	    /* ends too early */
	"\xf0\x9f\x98",
	"\xf0",
	"\x80",
	"\xff\xfe",
	"\x9b\x9b\x9b",
};

/* One replacement or several, and nothing else, for what is no character. */
START_TEST(replaces_what_is_broken)
{
	char *text = mem_printf("<%s>", broken[_i]), *visible = text_visible(text, false);
	size_t length = strlen(visible);

	ck_assert_int_eq(text_find_control(text, true), 1);
	ck_assert_uint_gt(length, 2);
	ck_assert_int_eq(visible[0], '<');
	ck_assert_int_eq(visible[length - 1], '>');
	ck_assert_uint_eq(length % 3, 2);
	for (size_t i = 1; i < length - 1; i += 3)
		ck_assert_mem_eq(visible + i, FFFD, 3);
	free(visible);
	free(text);
}
END_TEST

static const struct {
	const char *text;
	long line, lines; /* where the first control is, without newlines and with */
} controls[] = {
	{ "", -1, -1 },	       { "abc", -1, -1 },	  { "ab\n", 2, -1 },   { "ab\r\n", 2, 2 },
	{ "\t", 0, 0 },	       { "\xc3\xa9\x1b", 2, 2 },  { "x\x80y", 1, 1 },  { "x\xc2\x85y", 1, 1 },
	{ "x\xffy", 1, 1 },    { "x" RLO "y", 1, 1 },	  { "x" FFFD "y", -1, -1 }, { "\xe6\x97", 0, 0 },
	{ "\xc0\xaf", 0, 0 },  { "a\n\x9b", 1, 2 },	  { "x" FFFD "\x9f", 4, 4 },
};

START_TEST(finds_controls)
{
	ck_assert_int_eq(text_find_control(controls[_i].text, false), controls[_i].line);
	ck_assert_int_eq(text_find_control(controls[_i].text, true), controls[_i].lines);
}
END_TEST

static const struct {
	const char *text;
	int clusters, width;
	size_t first; /* bytes of the first cluster */
} clusters[] = {
	{ "", 0, 0, 0 },
	{ "abc", 3, 3, 1 },
	{ "\xc3\xa4", 1, 1, 2 },
	{ "e" ACUTE, 1, 1, 3 },
	{ "e" ACUTE ACUTE ACUTE ACUTE "x", 2, 2, 9 },
	{ ACUTE "e", 2, 1, 2 },
	{ "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e", 3, 6, 3 },
	{ "\xef\xbd\xb1", 1, 1, 3 },		 /* half-width katakana */
	{ "\xef\xbc\xa1", 1, 2, 3 },		 /* full-width A */
	{ "\xed\x95\x9c", 1, 2, 3 },		 /* Hangul */
	{ "\xe3\x81\x8b\xe3\x82\x99", 1, 2, 6 }, /* ka with a combining mark */
	{ "\xf0\x9f\x98\x80", 1, 2, 4 },	 /* grinning */
	{ "\xf0\x9f\x91\xa9" ZWJ "\xf0\x9f\x92\xbb", 2, 4, 7 }, /* joined: as its parts */
	{ "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", 2, 4, 4 },	/* thumb, skin tone */
	{ "\xe2\x9d\xa4" VS16, 1, 1, 6 },			/* heart, as an emoji */
	{ "1" VS16 "\xe2\x83\xa3", 1, 1, 7 },			/* keycap */
	{ "\xff\xfe", 2, 2, 1 },
	{ "\xe6\x97", 1, 1, 2 },
	{ "\xe6\x97" "a", 2, 2, 2 },
	{ "\xe0\xa4\x95\xe0\xa5\x8d\xe0\xa4\xb7", 2, 2, 6 },	/* Devanagari k, virama; s */
	{ "\x1b[", 2, 2, 1 },
};

START_TEST(clusters_have_widths)
{
	const char *text = clusters[_i].text;
	int count = 0;

	ck_assert_uint_eq(text_cluster(text).length, clusters[_i].first);
	ck_assert_int_eq(text_width(text), clusters[_i].width);
	for (size_t at = 0; text[at]; count++) {
		size_t next = at + text_cluster(text + at).length;

		for (size_t within = at + 1; within <= next; within++)
			ck_assert_uint_eq(text_cluster_before(text, within), at);
		ck_assert_uint_gt(next, at);
		at = next;
	}
	ck_assert_int_eq(count, clusters[_i].clusters);
	ck_assert_uint_eq(text_cluster_before(text, 0), 0);
	ck_assert_uint_lt(text_cluster_before(text, 1000), strlen(text) + 1);
}
END_TEST

/* Texts that make trouble, for whatever works on any text. */
static const char *const ugly[] = {
	"",
	" ",
	"     ",
	"\n",
	"\n\n\n",
	" \n \n ",
	"word",
	"two words",
	"  led by spaces and with   gaps   ",
	"a line\nand another, longer one\n\nand the last\n",
	"Donaudampfschifffahrtsgesellschaftskapit\xc3\xa4nsm\xc3\xbctze und mehr",
	"https://example.com/a/very/long/path?with=query&and=more#fragment",
	"hyphen-ated-words-are-broken-at-hyphens, aren't they? (Yes!) 1,234.50 EUR",
	"\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe3\x81\xae\xe6\x96\x87\xe7\xab\xa0\xe3\x80\x82"
	"\xe6\x94\xb9\xe8\xa1\x8c\xe3\x81\xaf\xe3\x81\xa9\xe3\x81\x93\xe3\x81\xa7\xe3\x82\x82\xe3\x80\x82",
	"mixed \xe6\x97\xa5\xe6\x9c\xac and \xed\x95\x9c\xea\xb5\xad\xec\x96\xb4 text",
	"e" ACUTE "e" ACUTE ACUTE " " ACUTE "x " ACUTE,
	ACUTE ACUTE "begins with marks",
	"\xf0\x9f\x91\xa8" ZWJ "\xf0\x9f\x91\xa9" ZWJ "\xf0\x9f\x91\xa7" ZWJ "\xf0\x9f\x91\xa6 family",
	"\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbf thumbs",
	"\xf0\x9f\x87\xaf\xf0\x9f\x87\xb5\xf0\x9f\x87\xa9\xf0\x9f\x87\xaa flags",
	"\xe2\x9d\xa4" VS16 "\xe2\x9d\xa4" VS16 " 1" VS16 "\xe2\x83\xa3",
	"\x80\x81\xff\xfe broken \xc3 and \xe6\x97 and \xf0\x9f\x98",
	"\xc0\x80\xe0\x80\x80\xf8\x88\x80\x80\x80\xed\xa0\x80",
	"tabs\tand\rreturns\x0b\x0c and \x1b[31mred\x1b[0m",
	RLO "reversed\xe2\x81\xa6 isolated\xe2\x80\xa8line separator",
	"no\xc2\xa0" "break spaces\xc2\xa0in\xe2\x80\xaf" "here and soft\xc2\xadhyphens",
	"zero\xe2\x80\x8bwidth\xe2\x80\x8bspaces\xe2\x81\xa0joined",
	"\xe0\xb9\x84\xe0\xb8\x97\xe0\xb8\xa2\xe0\xb8\xaa\xe0\xb8\xb2\xe0\xb8\xa3 Thai",
};

#define WIDTHS 40

/* Lines are narrow enough, whole, and nothing is lost between them but white space. */
static void wrap_at(const char *text, int width)
{
	size_t at = 0, end = strlen(text);

	while (at < end) {
		size_t length = SIZE_MAX, next = text_wrap(text + at, width, &length);
		char *line;

		ck_assert_uint_gt(next, 0);
		ck_assert_uint_le(length, next);
		ck_assert_uint_le(at + next, end);
		line = mem_strndup(text + at, length);
		ck_assert_ptr_null(strchr(line, '\n'));
		/* What is wider than the line all by itself stands on one of its own. */
		if (text_width(line) > width)
			ck_assert_uint_eq(text_cluster(line).length, length);
		for (size_t i = at + length; i < at + next; i++)
			if (text[i] != ' ' && text[i] != '\n')
				ck_abort_msg("byte %zu is lost", i);
		/* A line ends where a character ends. */
		if (text_is_utf8(text, end))
			ck_assert(text_is_utf8(line, length));
		free(line);
		at += next;
	}
}

START_TEST(wraps_everything)
{
	for (int width = 1; width <= WIDTHS; width++)
		wrap_at(ugly[_i], width);
}
END_TEST

static const struct {
	const char *text;
	int width;
	const char *lines[6];
} wraps[] = {
	{ "one two three", 7, { "one two", "three" } },
	{ "one two three", 8, { "one two", "three" } },
	{ "one two three", 13, { "one two three" } },
	{ "one two  three", 7, { "one two", "three" } },
	{ "abcdefgh", 3, { "abc", "def", "gh" } },
	{ "a abcdefgh", 3, { "a", "abc", "def", "gh" } },
	{ "a\n\nb", 9, { "a", "", "b" } },
	{ "abc\nd", 3, { "abc", "d" } },
	{ "abc \nd", 3, { "abc", "d" } },
	{ "ab-cd", 3, { "ab-", "cd" } },
	{ "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e", 5, { "\xe6\x97\xa5\xe6\x9c\xac", "\xe8\xaa\x9e" } },
	{ "\xe6\x97\xa5\xe6\x9c\xac", 1, { "\xe6\x97\xa5", "\xe6\x9c\xac" } },
	{ "\xe6\x97\xa5\xe3\x80\x82\xe6\x9c\xac", 2, { "\xe6\x97\xa5", "\xe3\x80\x82", "\xe6\x9c\xac" } },
	{ "10\xc2\xa0km on", 6, { "10\xc2\xa0km", "on" } },
	{ "abc", 0, { "a", "b", "c" } },
	{ "abc", -5, { "a", "b", "c" } },
};

START_TEST(wraps_at_words)
{
	const char *text = wraps[_i].text;
	size_t count = 0;

	for (; *text; count++) {
		size_t length, next = text_wrap(text, wraps[_i].width, &length);
		char *line = mem_strndup(text, length);

		ck_assert_uint_lt(count, COUNT_OF(wraps[_i].lines));
		ck_assert_ptr_nonnull(wraps[_i].lines[count]);
		ck_assert_str_eq(line, wraps[_i].lines[count]);
		free(line);
		text += next;
	}
	if (count < COUNT_OF(wraps[_i].lines))
		ck_assert_ptr_null(wraps[_i].lines[count]);
}
END_TEST

START_TEST(fits_and_ellipsizes)
{
	const char *text = ugly[_i];
	int whole = text_width(text);

	for (int width = -2; width <= WIDTHS; width++) {
		size_t fit = text_fit(text, width);
		char *begin = mem_strndup(text, fit), *cut = text_ellipsize(text, width);

		ck_assert_int_le(text_width(begin), width > 0 ? width : 0);
		/* It is the longest: the next one would not fit. */
		if (text[fit])
			ck_assert_int_gt(text_width(begin) + text_cluster(text + fit).width, width);
		ck_assert_int_le(text_width(cut), width > 0 ? width : 0);
		if (width > 0 && whole <= width)
			ck_assert_str_eq(cut, text);
		else if (width > 0)
			ck_assert_str_eq(cut + strlen(cut) - 3, "\xe2\x80\xa6");
		if (width > 0 && whole > width)
			ck_assert_mem_eq(cut, text, strlen(cut) - 3);
		free(cut);
		free(begin);
	}
}
END_TEST

/* Whatever is done to a text leaves UTF-8 of UTF-8, and doing it again changes nothing. */
START_TEST(leaves_texts_whole)
{
	static char *(*const works[])(const char *) = { text_tidy, text_fold, text_slug };
	const char *text = ugly[_i];

	for (size_t w = 0; w < COUNT_OF(works); w++) {
		char *once = works[w](text), *twice = works[w](once);

		ck_assert_str_eq(once, twice);
		if (text_is_utf8(text, strlen(text)))
			ck_assert(text_is_utf8(once, strlen(once)));
		free(once);
		free(twice);
	}
}
END_TEST

static const struct {
	const char *text, *whole;
} cuts[] = {
	{ "", "" },
	{ "abc", "abc" },
	{ "ab\xc3", "ab" },
	{ "ab\xc3\xa4", "ab\xc3\xa4" },
	{ "ab\xe6", "ab" },
	{ "ab\xe6\x97", "ab" },
	{ "ab\xe6\x97\xa5", "ab\xe6\x97\xa5" },
	{ "ab\xf0\x9f\x98", "ab" },
	{ "ab\xf0\x9f\x98\x80", "ab\xf0\x9f\x98\x80" },
	{ "\xf0", "" },
	{ "\xe6\x97\xa5\xe6\x97", "\xe6\x97\xa5" },
	{ "a\x80", "a\x80" }, /* no character that was cut */
};

START_TEST(drops_half_a_character)
{
	char *text = mem_strdup(cuts[_i].text);

	text_cut_whole(text);
	ck_assert_str_eq(text, cuts[_i].whole);
	free(text);
}
END_TEST

static const struct {
	const char *text, *tidy;
} tidies[] = {
	{ "", "" },
	{ "   ", "" },
	{ "a", "a" },
	{ "  a  b\t\n c ", "a b c" },
	{ "\xc2\xa0" "a\xe3\x80\x80" "b\xe2\x80\xaf", "a b" },
	{ "\r\na\r\n", "a" },
	{ "\xe4\xbd\x90\xe8\x97\xa4\xe3\x80\x80\xe8\x8a\xb1\xe5\xad\x90",
	  "\xe4\xbd\x90\xe8\x97\xa4 \xe8\x8a\xb1\xe5\xad\x90" },
	{ " \xff ", "\xff" },
};

START_TEST(tidies_up)
{
	char *tidy = text_tidy(tidies[_i].text);

	ck_assert_str_eq(tidy, tidies[_i].tidy);
	free(tidy);
}
END_TEST

static const struct {
	const char *a, *b;
} folds[] = {
	{ "Marketing", "MARKETING" },
	{ "Stra\xc3\x9f" "e", "STRASSE" },
	{ "\xc3\x84" "pfel", "a\xcc\x88pfel" },
	{ "\xce\xa3\xce\x91\xce\xa3", "\xcf\x83\xce\xb1\xcf\x82" }, /* Greek, with a final sigma */
	{ "\xc3\x89" "COLE", "e" ACUTE "cole" },
};

START_TEST(folds_case)
{
	char *a = text_fold(folds[_i].a), *b = text_fold(folds[_i].b);

	ck_assert_str_eq(a, b);
	free(a);
	free(b);
}
END_TEST

static const struct {
	const char *text, *slug;
} slugs[] = {
	{ "", "" },
	{ "Q4 Workshop: IT & Marketing!", "q4-workshop-it-marketing" },
	{ "  --M\xc3\xbcller, Caf\xc3\xa9--  ", "muller-cafe" },
	{ "../../etc/passwd", "etc-passwd" },
	{ "\xe6\x97\xa5\xe6\x9c\xac", "" },
	{ "a\xe6\x97\xa5" "b", "ab" },
	{ "\xef\xbc\xa1\xef\xbc\x91", "a1" }, /* full width */
	{ "\xef\xac\x81ne", "fine" },	      /* a ligature */
	{ "a\x1b[31m\nb", "a-31m-b" },
	{ "\xff\xfe" "x", "x" },
	{ "a/b\\c:d", "a-b-c-d" },
	{ "-", "" },
};

START_TEST(slugs_are_names_of_files)
{
	char *slug = text_slug(slugs[_i].text);

	ck_assert_str_eq(slug, slugs[_i].slug);
	ck_assert_uint_eq(strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(slug));
	free(slug);
}
END_TEST

static const char *const names[] = { "scale", "choice", "checklist", "number", "text", "register", "on", "an" };

static const struct {
	const char *name, *nearest; /* NULL where none is near */
} nearests[] = {
	{ "scale", "scale" },	  { "scal", "scale" },	     { "sclae", "scale" }, { "csale", "scale" },
	{ "cslae", "scale" },	  { "sscalee", "scale" },    { "stale", "scale" }, { "stole", "scale" },
	{ "stolen", NULL },	  { "chocie", "choice" },    { "tetx", "text" },   { "txet", "text" },
	{ "txte", "text" },	  { "Scale", "scale" },	     { "", NULL },	   { "x", NULL },
	{ "no", "on" },		  { "in", "on" },	     { "xy", NULL },	   { "regsiter", "register" },
	{ "rgeisetr", "register" }, { "rgeisetrs", NULL }, { "numbre", "number" },    { "checklists", "checklist" },
	{ "this-is-a-very-long-name-that-no-list-would-ever-hold-anyway", NULL },
};

START_TEST(guesses_names)
{
	const char *nearest = text_nearest(nearests[_i].name, names, COUNT_OF(names));

	if (nearests[_i].nearest)
		ck_assert_pstr_eq(nearest, nearests[_i].nearest);
	else
		ck_assert_ptr_null(nearest);
	ck_assert_ptr_null(text_nearest(nearests[_i].name, names, 0));
}
END_TEST

/* Names as long as can be compared, and one more. */
START_TEST(guesses_long_names)
{
	char a[64], b[64];
	const char *list[] = { b };

	for (size_t length = 46; length <= 50; length++) {
		memset(a, 'x', sizeof a);
		memset(b, 'x', sizeof b);
		a[length] = b[length] = '\0';
		b[3] = 'y';
		if (length <= 48)
			ck_assert_ptr_eq(text_nearest(a, list, 1), b);
		else
			ck_assert_ptr_null(text_nearest(a, list, 1));
	}
}
END_TEST

START_TEST(knows_utf8)
{
	ck_assert(text_is_utf8("", 0));
	ck_assert(text_is_utf8("\xe6\x97\xa5", 3));
	ck_assert(!text_is_utf8("\xe6\x97\xa5", 2));
	ck_assert(!text_is_utf8("\xed\xa0\x80", 3));
	ck_assert(!text_is_utf8("\xc0\x80", 2));
	ck_assert(text_is_utf8("a\0b", 3));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("base/text");
	TCase *harmless = tcase_create("harmless"), *shape = tcase_create("shape"), *words = tcase_create("words");

	tcase_set_timeout(harmless, 120);
	tcase_add_loop_test(harmless, nothing_steers_a_terminal, 0, BLOCKS);
	tcase_add_loop_test(harmless, no_byte_steers_a_terminal, 0, 6);
	tcase_add_loop_test(harmless, words_are_measured, 0, (int)COUNT_OF(word_widths));
	tcase_add_loop_test(harmless, makes_visible, 0, (int)COUNT_OF(visibles));
	tcase_add_loop_test(harmless, replaces_what_is_broken, 0, (int)COUNT_OF(broken));
	tcase_add_loop_test(harmless, finds_controls, 0, (int)COUNT_OF(controls));
	tcase_add_loop_test(harmless, drops_half_a_character, 0, (int)COUNT_OF(cuts));
	tcase_add_test(harmless, knows_utf8);
	suite_add_tcase(suite, harmless);

	tcase_set_timeout(shape, 60);
	tcase_add_loop_test(shape, clusters_have_widths, 0, (int)COUNT_OF(clusters));
	tcase_add_loop_test(shape, wraps_everything, 0, (int)COUNT_OF(ugly));
	tcase_add_loop_test(shape, wraps_at_words, 0, (int)COUNT_OF(wraps));
	tcase_add_loop_test(shape, fits_and_ellipsizes, 0, (int)COUNT_OF(ugly));
	suite_add_tcase(suite, shape);

	tcase_add_loop_test(words, leaves_texts_whole, 0, (int)COUNT_OF(ugly));
	tcase_add_loop_test(words, tidies_up, 0, (int)COUNT_OF(tidies));
	tcase_add_loop_test(words, folds_case, 0, (int)COUNT_OF(folds));
	tcase_add_loop_test(words, slugs_are_names_of_files, 0, (int)COUNT_OF(slugs));
	tcase_add_loop_test(words, guesses_names, 0, (int)COUNT_OF(nearests));
	tcase_add_test(words, guesses_long_names);
	tcase_add_test(words, knows_utf8);
	suite_add_tcase(suite, words);
	return run_suite(suite);
}
