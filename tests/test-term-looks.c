/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours that can be read on black and on white, and a stand-in for every sign that we draw. */
#include "term/ascii.h"
#include "term/palette.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "run.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

/* Relative luminance and contrast, as in section 1.4.3 of WCAG 2. */
static double linear(int value)
{
	double part = value / 255.0;

	return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(const int rgb[3])
{
	return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

static double contrast(const int a[3], const int b[3])
{
	double one = luminance(a), two = luminance(b);

	return one > two ? (one + 0.05) / (two + 0.05) : (two + 0.05) / (one + 0.05);
}

static const int black[3] = { 0, 0, 0 }, white[3] = { 255, 255, 255 };
/* The eight colours of xterm. */
static const int eight[8][3] = { { 0, 0, 0 }, { 205, 0, 0 }, { 0, 205, 0 }, { 205, 205, 0 }, { 0, 0, 238 },
	{ 205, 0, 205 }, { 0, 205, 205 }, { 229, 229, 229 } };

START_TEST(contrast_is_known)
{
	const int grey[3] = { 118, 118, 118 };
	int rgb[3];

	ck_assert_double_eq_tol(contrast(black, white), 21, 0.001);
	ck_assert_double_eq_tol(contrast(grey, white), 4.54, 0.005);
	palette_rgb(243, rgb);
	ck_assert_mem_eq(rgb, grey, sizeof grey);
	palette_rgb(166, rgb);
	ck_assert(rgb[0] == 215 && rgb[1] == 95 && rgb[2] == 0);
	palette_rgb(31, rgb);
	ck_assert(rgb[0] == 0 && rgb[1] == 135 && rgb[2] == 175);
}
END_TEST

START_TEST(can_be_read_on_both)
{
	for (int style = 0; style < STYLE_COUNT; style++) {
		short color = palette_look((enum style)style, 256, BACKDROP_UNKNOWN).color;
		int rgb[3];

		if (color < 0)
			continue;
		ck_assert_int_ge(color, 16);
		palette_rgb(color, rgb);
		ck_assert_msg(contrast(rgb, white) >= 3 && contrast(rgb, black) >= 3, "colour %d: %.2f on white, %.2f on "
			"black", color, contrast(rgb, white), contrast(rgb, black));
	}
}
END_TEST

/* Of eight colours: 16, 88 and those of red, green and blue begin with them too. */
START_TEST(few_can_be_read)
{
	static const int counts[] = { 8, 16, 88, 32768, 16777216 };

	for (int style = 0; style < STYLE_COUNT; style++) {
		for (size_t i = 0; i < COUNT_OF(counts); i++) {
			short either = palette_look((enum style)style, counts[i], BACKDROP_UNKNOWN).color;
			short dark = palette_look((enum style)style, counts[i], BACKDROP_DARK).color;

			ck_assert_int_lt(either, 8);
			ck_assert_int_lt(dark, 8);
			ck_assert(either < 0 || (contrast(eight[either], white) >= 3 && contrast(eight[either], black) >= 3));
			ck_assert(dark < 0 || contrast(eight[dark], black) >= 3);
		}
		ck_assert_int_eq(palette_look((enum style)style, 0, BACKDROP_DARK).color, -1);
		ck_assert_int_eq(palette_look((enum style)style, -1, BACKDROP_DARK).color, -1);
	}
}
END_TEST

START_TEST(backdrop)
{
	ck_assert_int_eq(palette_backdrop("linux", NULL), BACKDROP_DARK);
	ck_assert_int_eq(palette_backdrop("xterm", NULL), BACKDROP_UNKNOWN);
	ck_assert_int_eq(palette_backdrop("rxvt", "15;0"), BACKDROP_DARK);
	ck_assert_int_eq(palette_backdrop("rxvt", "15;default;0"), BACKDROP_DARK);
	ck_assert_int_eq(palette_backdrop("rxvt", "0;15"), BACKDROP_UNKNOWN);
	ck_assert_int_eq(palette_backdrop("rxvt", "0;default"), BACKDROP_UNKNOWN);
	ck_assert_int_eq(palette_backdrop(NULL, "nonsense"), BACKDROP_UNKNOWN);
}
END_TEST

static const struct {
	const char *from;
	char to;
} letters[] = {
	{ "a", 'a' }, { "~", '~' }, { "\xc3\xab", 'e' }, { "\xc3\xbc", 'u' }, { "\xc3\x9f", 's' }, { "\xc5\x81", 'L' },
	{ "\xc4\xb1", 'i' }, { "\xe1\xba\xa5", 'a' }, { "e\xcc\x81", 'e' }, { "\xc3\x98", 'O' }, { "\xc4\x8d", 'c' },
	{ "\xe5\xb1\xb1", '?' }, { "\xf0\x9f\xa6\x8a", '?' }, { "\xd0\x96", '?' }, { "\xe2\x97\x8f", '*' }, { "", '?' },
};

START_TEST(letters_keep_what_they_can)
{
	ck_assert_msg(ascii_of(letters[_i].from) == letters[_i].to, "'%s' is '%c'", letters[_i].from,
		ascii_of(letters[_i].from));
}
END_TEST

/* What stands in sources without being drawn: what is looked for in texts, and pictures of control characters. */
static bool is_never_drawn(ucs4_t c)
{
	return c == 0x200d || c == 0xfe0f || c == 0xfeff || c == 0xfffd || (c >= 0x2400 && c < 0x2440);
}

/* Every character beyond ASCII of a file; escapes are bytes. */
static void check_text(const char *name, struct str *text)
{
	size_t to = 0;

	for (size_t i = 0; i < text->length; i++) {
		unsigned byte;

		if (text->data[i] == '\\' && sscanf(text->data + i, "\\x%2x", &byte) == 1) {
			text->data[to++] = (char)byte;
			i += 3;
		} else {
			text->data[to++] = text->data[i];
		}
	}
	for (size_t i = 0; i < to;) {
		ucs4_t c;
		int length = u8_mbtoucr(&c, (const uint8_t *)text->data + i, to - i);
		char cluster[8] = "";

		/* A part of a character, as in a range of them. */
		if (length < 1) {
			i++;
			continue;
		}
		memcpy(cluster, text->data + i, (size_t)length);
		if (c >= 0x80 && !is_never_drawn(c))
			ck_assert_msg(ascii_of(cluster) != '?', "%s: '%s' (U+%04X) has no stand-in", name, cluster, c);
		i += (size_t)length;
	}
}

static bool ends_in(const char *name, const char *end)
{
	size_t length = strlen(name), tail = strlen(end);

	return length > tail && strcmp(name + length - tail, end) == 0;
}

static int check_folder(const char *folder, const char *end)
{
	DIR *directory = opendir(folder);
	struct dirent *entry;
	int files = 0;

	ck_assert_msg(directory != NULL, "%s", folder);
	while ((entry = readdir(directory))) {
		char *path = mem_printf("%s/%s", folder, entry->d_name);
		struct err err = { 0 };
		struct str text;

		str_init(&text);
		/* The stand-ins themselves are found in the table. */
		if (ends_in(path, end)) {
			ck_assert_msg(file_read(path, 4 * 1024 * 1024, &text, &err) == 0, "%s", err.message);
			check_text(path, &text);
			files++;
		}
		str_release(&text);
		free(path);
	}
	closedir(directory);
	return files;
}

START_TEST(every_sign_has_a_stand_in)
{
	static const char *const folders[][2] = {
		{ "src/command", ".c" }, { "src/instrument", ".c" }, { "src/model", ".c" }, { "src/report", ".c" },
		{ "src/screen", ".c" }, { "src/term", ".c" }, { "src/view", ".c" },
		{ "data/banks", ".yaml" },
	};
	const char *srcdir = getenv("srcdir");
	char *folder = mem_printf("%s/%s", srcdir ? srcdir : ".", folders[_i][0]);

	ck_assert_int_gt(check_folder(folder, folders[_i][1]), 0);
	free(folder);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("looks");
	TCase *tcase = tcase_create("looks");

	tcase_add_test(tcase, contrast_is_known);
	tcase_add_test(tcase, can_be_read_on_both);
	tcase_add_test(tcase, few_can_be_read);
	tcase_add_test(tcase, backdrop);
	tcase_add_loop_test(tcase, letters_keep_what_they_can, 0, (int)COUNT_OF(letters));
	tcase_add_loop_test(tcase, every_sign_has_a_stand_in, 0, 8);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
