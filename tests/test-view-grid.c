/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grids: nothing past an edge, no half of a wide glyph, nothing that steers a terminal. */
#include "base/random.h"
#include "base/text.h"
#include "run.h"
#include "view/grid.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDE "\xe6\x97\xa5"
#define WIDE_2 "\xe6\x9c\xac"
#define ZWJ "\xe2\x80\x8d"
#define VS16 "\xef\xb8\x8f"
#define ACUTE "\xcc\x81"

/* What is true of any grid. An assertion that holds costs a write to Check's pipe. */
static void check_grid(const struct grid *grid)
{
	for (int i = 0; i < grid->width * grid->height; i++) {
		const struct glyph *glyph = &grid->glyphs[i];
		int x = i % grid->width;

		if (glyph->style >= STYLE_COUNT || !memchr(glyph->text, '\0', GLYPH_BYTES))
			ck_abort_msg("glyph %d is broken", i);
		if (glyph->width == 0 && (glyph->text[0] || x == 0 || glyph[-1].width != 2))
			ck_abort_msg("glyph %d is the end of nothing", i);
		if (glyph->width == 2 && (x + 1 == grid->width || glyph[1].width != 0))
			ck_abort_msg("glyph %d has no end", i);
		if (glyph->width > 2 || text_width(glyph->text) != glyph->width)
			ck_abort_msg("glyph %d, '%s', is not %d wide", i, glyph->text, glyph->width);
		if (text_find_control(glyph->text, false) >= 0)
			ck_abort_msg("glyph %d, '%s', is a control", i, glyph->text);
		if (strstr(glyph->text, ZWJ) || strstr(glyph->text, VS16))
			ck_abort_msg("glyph %d, '%s', joins", i, glyph->text);
	}
}

static void expect(const struct grid *grid, bool styles, const char *dump)
{
	struct str out;

	check_grid(grid);
	str_init(&out);
	grid_dump(grid, styles, &out);
	ck_assert_str_eq(out.data, dump);
	str_release(&out);
}

static const struct {
	int x, y, width;
	const char *text;
	int used;
	const char *dump; /* of a grid of 6x2 */
} texts[] = {
	{ 0, 0, 6, "abcdef", 6, "abcdef\n\n" },
	{ 0, 0, 6, "abcdefgh", 6, "abcdef\n\n" },
	{ 0, 0, 3, "abcdef", 3, "abc\n\n" },
	{ 4, 1, 6, "abc", 2, "\n    ab\n" },
	{ 0, 0, 0, "abc", 0, "\n\n" },
	{ 0, 0, -3, "abc", 0, "\n\n" },
	{ 6, 0, 6, "abc", 0, "\n\n" },
	{ 100, 0, 6, "abc", 0, "\n\n" },
	{ 0, 2, 6, "abc", 0, "\n\n" },
	{ 0, -1, 6, "abc", 0, "\n\n" },
	{ -2, 0, 6, "abcdefgh", 6, "cdef\n\n" },
	{ -9, 0, 6, "abcdef", 6, "\n\n" },
	{ 0, 0, 6, "", 0, "\n\n" },
	{ 0, 0, 6, WIDE WIDE_2 WIDE WIDE_2, 6, WIDE WIDE_2 WIDE "\n\n" },
	{ 0, 0, 5, WIDE WIDE_2 WIDE, 4, WIDE WIDE_2 "\n\n" },
	{ 5, 0, 6, WIDE, 0, "\n\n" },
	{ 4, 0, 6, WIDE, 2, "    " WIDE "\n\n" },
	{ 0, 0, 1, WIDE, 0, "\n\n" },
	{ -1, 0, 6, WIDE "ab", 4, " ab\n\n" },
	{ -2, 0, 6, WIDE "ab", 4, "ab\n\n" },
	{ 0, 0, 6, "e" ACUTE "x", 2, "e" ACUTE "x\n\n" },
	{ 0, 0, 6, ACUTE "x", 1, "x\n\n" },
	{ 0, 0, 6, "\xf0\x9f\x91\xa9" ZWJ "\xf0\x9f\x92\xbb", 4, "\xf0\x9f\x91\xa9\xf0\x9f\x92\xbb\n\n" },
	{ 0, 0, 6, "1" VS16 "\xe2\x83\xa3", 1, "1\xe2\x83\xa3\n\n" },
	{ 0, 0, 6, "a\tb\nc", 5, "a b\xe2\x90\x8a" "c\n\n" },
	{ 0, 0, 6, "\x1b[2J", 4, "\xe2\x90\x9b[2J\n\n" },
	{ 0, 0, 6, "\x9bz", 2, "\xef\xbf\xbdz\n\n" },
	{ 0, 0, 6, "\xe2\x80\xae" "ab", 3, "\xef\xbf\xbd" "ab\n\n" },
};

START_TEST(clips_text)
{
	struct grid grid;
	int used;

	grid_init(&grid, 6, 2);
	used = grid_text(&grid, texts[_i].x, texts[_i].y, texts[_i].width, STYLE_NORMAL, texts[_i].text);
	ck_assert_int_eq(used, texts[_i].used);
	expect(&grid, false, texts[_i].dump);
	grid_release(&grid);
	ck_assert_ptr_null(grid.glyphs);
}
END_TEST

static const struct {
	int x;
	const char *text, *dump; /* over three wide glyphs */
} splits[] = {
	{ 0, "a", "a " WIDE WIDE "\n" },	{ 1, "a", " a" WIDE WIDE "\n" },
	{ 2, "a", WIDE "a " WIDE "\n" },	{ 5, "a", WIDE WIDE " a\n" },
	{ 1, WIDE_2, " " WIDE_2 " " WIDE "\n" }, { 3, WIDE_2, WIDE " " WIDE_2 "\n" },
	{ 2, WIDE_2, WIDE WIDE_2 WIDE "\n" },	{ 1, "abcd", " abcd\n" },
};

START_TEST(splits_wide_glyphs)
{
	struct grid grid;

	grid_init(&grid, 6, 1);
	grid_text(&grid, 0, 0, 6, STYLE_NORMAL, WIDE WIDE WIDE);
	grid_text(&grid, splits[_i].x, 0, 6, STYLE_NORMAL, splits[_i].text);
	expect(&grid, false, splits[_i].dump);
	grid_release(&grid);
}
END_TEST

static const struct {
	int width;
	const char *text, *cut, *right; /* in a grid of 6, at 0 */
} cuts[] = {
	{ 6, "abcdef", "abcdef\n", "abcdef\n" },
	{ 6, "abcdefg", "abcde\xe2\x80\xa6\n", "abcde\xe2\x80\xa6\n" },
	{ 6, "ab", "ab\n", "    ab\n" },
	{ 4, WIDE WIDE_2, WIDE WIDE_2 "\n", WIDE WIDE_2 "\n" },
	{ 4, WIDE WIDE_2 WIDE, WIDE "\xe2\x80\xa6\n", " " WIDE "\xe2\x80\xa6\n" },
	{ 1, "ab", "\xe2\x80\xa6\n", "\xe2\x80\xa6\n" },
	{ 1, WIDE, "\xe2\x80\xa6\n", "\xe2\x80\xa6\n" },
	{ 0, "ab", "\n", "\n" },
	{ -4, "ab", "\n", "\n" },
	{ 6, "a\x1b", "a\xe2\x90\x9b\n", "    a\xe2\x90\x9b\n" },
};

START_TEST(cuts_and_aligns)
{
	struct grid grid;

	grid_init(&grid, 6, 1);
	grid_text_cut(&grid, 0, 0, cuts[_i].width, STYLE_NORMAL, cuts[_i].text);
	expect(&grid, false, cuts[_i].cut);
	grid_clear(&grid);
	grid_text_right(&grid, 0, 0, cuts[_i].width, STYLE_NORMAL, cuts[_i].text);
	expect(&grid, false, cuts[_i].right);
	grid_release(&grid);
}
END_TEST

START_TEST(dumps_styles)
{
	struct grid grid;

	grid_init(&grid, 8, 2);
	grid_text(&grid, 0, 0, 8, STYLE_TITLE, "ab");
	grid_text(&grid, 3, 0, 8, STYLE_SIDE_A, WIDE);
	grid_text(&grid, 6, 0, 8, STYLE_NORMAL, "x");
	grid_paint(&grid, (struct rect){ 7, 0, 5, 9 }, STYLE_INPUT);
	grid_paint(&grid, (struct rect){ -3, -3, 4, 4 }, STYLE_ALERT);
	grid_paint(&grid, (struct rect){ 3, 1, 0, 1 }, STYLE_ALERT);
	grid_paint(&grid, (struct rect){ 3, 1, -2, -2 }, STYLE_ALERT);
	expect(&grid, true, "ab " WIDE " x\n!t AA  i\n\n       i\n");
	grid_release(&grid);
}
END_TEST

START_TEST(styles_have_letters)
{
	char letters[STYLE_COUNT + 1] = "";

	for (int i = 0; i < STYLE_COUNT; i++) {
		char letter = style_letter((enum style)i);

		ck_assert_int_gt(letter, ' ');
		ck_assert_ptr_null(strchr(letters, letter));
		letters[i] = letter;
		letters[i + 1] = '\0';
	}
	ck_assert_int_eq(style_of_side(0), STYLE_SIDE_A);
	ck_assert_int_eq(style_of_side(1), STYLE_SIDE_B);
	ck_assert_int_eq(style_of_side(-1), STYLE_NORMAL);
	ck_assert_int_eq(style_of_side(2), STYLE_NORMAL);
}
END_TEST

static const struct {
	struct rect rect;
	const char *text;
	int lines;
	const char *dump; /* of a grid of 6x3 */
} wraps[] = {
	{ { 0, 0, 6, 3 }, "one two three", 3, "one\ntwo\nthree\n" },
	{ { 0, 0, 6, 2 }, "one two three", 3, "one\ntwo\n\n" },
	{ { 0, 2, 6, 2 }, "one two three", 3, "\n\none\n" },
	{ { 0, -1, 6, 3 }, "one two three", 3, "two\nthree\n\n" },
	{ { 3, 0, 6, 3 }, "ab cd ef", 2, "   ab\n   ef\n\n" },
	{ { 0, 0, 0, 3 }, "one", 0, "\n\n\n" },
	{ { 0, 0, -1, 3 }, "one", 0, "\n\n\n" },
	{ { 0, 0, 6, 0 }, "one", 1, "\n\n\n" },
	{ { 0, 0, 6, 3 }, "", 0, "\n\n\n" },
	{ { 0, 0, 6, 3 }, "a\n\nb", 3, "a\n\nb\n" },
	{ { 0, 0, 1, 3 }, WIDE WIDE, 2, "\n\n\n" },
	{ { 0, 0, 3, 3 }, WIDE WIDE_2, 2, WIDE "\n" WIDE_2 "\n\n" },
	{ { 0, 0, 6, 3 }, "a\x1b\tb", 1, "a\xe2\x90\x9b b\n\n\n" },
};

START_TEST(wraps_text)
{
	struct grid grid;

	grid_init(&grid, 6, 3);
	ck_assert_int_eq(grid_wrap(&grid, wraps[_i].rect, STYLE_NORMAL, wraps[_i].text), wraps[_i].lines);
	expect(&grid, false, wraps[_i].dump);
	grid_release(&grid);
}
END_TEST

START_TEST(one_glyph_is_a_grid)
{
	struct grid grid;

	grid_init(&grid, _i ? 1 : 0, _i ? 1 : -5);
	ck_assert_int_eq(grid_rect(&grid).width, 1);
	ck_assert_int_eq(grid_rect(&grid).height, 1);
	expect(&grid, false, "\n");
	ck_assert_int_eq(grid_text(&grid, 0, 0, 1, STYLE_NORMAL, WIDE), 0);
	ck_assert_int_eq(grid_text(&grid, 0, 0, 1, STYLE_NORMAL, "e" ACUTE), 1);
	expect(&grid, false, "e" ACUTE "\n");
	grid_text_cut(&grid, 0, 0, 1, STYLE_NORMAL, "long");
	expect(&grid, false, "\xe2\x80\xa6\n");
	ck_assert_int_eq(grid_wrap(&grid, grid_rect(&grid), STYLE_KEY, "a b"), 2);
	expect(&grid, true, "a\nk\n");
	grid_repeat(&grid, 0, 0, 5, STYLE_NORMAL, "-");
	expect(&grid, false, "-\n");
	grid_repeat(&grid, 0, 0, 5, STYLE_NORMAL, WIDE);
	expect(&grid, false, "-\n");
	grid_release(&grid);
}
END_TEST

START_TEST(the_cursor_stays_inside)
{
	struct grid grid;

	grid_init(&grid, 3, 2);
	ck_assert_int_eq(grid.cursor_x, -1);
	for (int y = -2; y < 5; y++) {
		for (int x = -2; x < 5; x++) {
			bool inside = x >= 0 && y >= 0 && x < 3 && y < 2;

			grid_clear(&grid);
			grid_cursor(&grid, x, y);
			ck_assert_int_eq(grid.cursor_x, inside ? x : -1);
			ck_assert_int_eq(grid.cursor_y, inside ? y : -1);
		}
	}
	grid_release(&grid);
}
END_TEST

/* However many marks sit on a letter, a glyph holds whole ones. */
START_TEST(glyphs_hold_whole_marks)
{
	struct str text;
	struct grid grid;

	grid_init(&grid, 4, 1);
	str_init(&text);
	for (int marks = 0; marks < 40; marks++) {
		str_clear(&text);
		str_add(&text, _i ? WIDE : "e");
		for (int i = 0; i < marks; i++)
			str_add(&text, _i == 2 ? "\xf0\x9d\x85\xa7" : ACUTE);
		str_add(&text, "x");
		ck_assert_int_eq(grid_text(&grid, 0, 0, 4, STYLE_NORMAL, text.data), _i ? 3 : 2);
		ck_assert(text_is_utf8(grid.glyphs[0].text, strlen(grid.glyphs[0].text)));
		check_grid(&grid);
	}
	str_release(&text);
	grid_release(&grid);
}
END_TEST

/* printf knows no end of a line. */
START_TEST(prints_long_lines)
{
	struct grid grid;
	struct str text, out;

	str_init(&text);
	str_init(&out);
	str_repeat(&text, WIDE, 500);
	grid_init(&grid, 1000, 1);
	ck_assert_int_eq(grid_printf(&grid, 0, 0, 1000, STYLE_NORMAL, "%s", text.data), 1000);
	grid_dump(&grid, false, &out);
	str_addc(&text, '\n');
	ck_assert_str_eq(out.data, text.data);
	check_grid(&grid);
	str_release(&text);
	str_release(&out);
	grid_release(&grid);
}
END_TEST

#define BLOCKS 16

static size_t encode(uint32_t c, char out[5])
{
	size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	memset(out, 0, 5);
	out[0] = (char)c;
	for (size_t i = length; i-- > 1; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	if (length > 1)
		out[0] = (char)((0xf00u >> length) | c);
	return length;
}

static const uint32_t never[] = { 0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d,
	0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff, 0xe0001, 0xe007f };

/* Whether a dump holds what steers a terminal or reorders text. */
static void check_dump(const char *dump, uint32_t from)
{
	char character[5];

	for (const unsigned char *c = (const unsigned char *)dump; *c; c++)
		if ((*c < 0x20 && *c != '\n') || *c == 0x7f || (*c == 0xc2 && c[1] < 0xa0))
			ck_abort_msg("a control comes out of U+%04X and following", from);
	if (!text_is_utf8(dump, strlen(dump)))
		ck_abort_msg("U+%04X and following are no UTF-8", from);
	for (size_t i = 0; i < COUNT_OF(never); i++) {
		encode(never[i], character);
		if (strstr(dump, character))
			ck_abort_msg("U+%04X comes out of U+%04X and following", never[i], from);
	}
}

/* The next piece of 8 code points; of the planes where there are no characters yet, the first of each 1,024. */
static uint32_t next_piece(uint32_t c)
{
	return c + (c >= 0x40000 && c < 0xe0000 ? 1024 : 8);
}

/* Every character, eight to a line, through every way into a grid. */
START_TEST(nothing_steers_a_terminal)
{
	uint32_t size = 0x110000 / BLOCKS, first = (uint32_t)_i * size;
	struct grid grid;
	struct str text, out;

	grid_init(&grid, 40, 5);
	str_init(&text);
	str_init(&out);
	for (uint32_t c = first; c < first + size; c = next_piece(c)) {
		grid_clear(&grid);
		str_clear(&text);
		str_clear(&out);
		for (uint32_t i = c; i < c + 8; i++) {
			char character[5];

			if (i > 0)
				str_addn(&text, character, encode(i, character));
		}
		grid_text(&grid, 0, 0, 40, STYLE_NORMAL, text.data);
		grid_text_cut(&grid, 0, 1, 7, STYLE_NORMAL, text.data);
		grid_text_right(&grid, 0, 2, 7, STYLE_NORMAL, text.data);
		grid_wrap(&grid, (struct rect){ 0, 3, 9, 2 }, STYLE_NORMAL, text.data);
		grid_printf(&grid, 20, 1, 20, STYLE_NORMAL, "<%s>", text.data);
		check_grid(&grid);
		grid_dump(&grid, true, &out);
		check_dump(out.data, c);
	}
	str_release(&text);
	str_release(&out);
	grid_release(&grid);
}
END_TEST

/* Bytes and pieces at random, at places at random. */
START_TEST(any_drawing_leaves_a_whole_grid)
{
	static const char *const pieces[] = { "a", " ", WIDE, ACUTE, ZWJ, VS16, "\xf0\x9f\x98\x80", "\x9b", "\x1b",
		"\xe6\x97", "\n", "\t", "\xe2\x80\xae", "\xf0\x9f\x8f\xbd", "\xff", "word " };
	struct rng rng;
	struct grid grid;
	struct str text, out;

	rng_seed(&rng, (uint64_t)_i);
	grid_init(&grid, 1 + (int)rng_below(&rng, 20), 1 + (int)rng_below(&rng, 4));
	str_init(&text);
	str_init(&out);
	for (int round = 0; round < 2000; round++) {
		int x = (int)rng_below(&rng, 30) - 5, y = (int)rng_below(&rng, 6) - 1;
		int width = (int)rng_below(&rng, 30) - 2;

		str_clear(&text);
		for (uint32_t i = rng_below(&rng, 12); i > 0; i--)
			str_add(&text, pieces[rng_below(&rng, COUNT_OF(pieces))]);
		switch (rng_below(&rng, 5)) {
		case 0:
			grid_text(&grid, x, y, width, STYLE_NORMAL, text.data);
			break;
		case 1:
			grid_text_cut(&grid, x, y, width, STYLE_DIM, text.data);
			break;
		case 2:
			grid_text_right(&grid, x, y, width, STYLE_KEY, text.data);
			break;
		case 3:
			grid_wrap(&grid, (struct rect){ x, y, width, 3 }, STYLE_WARN, text.data);
			break;
		default:
			grid_paint(&grid, (struct rect){ x, y, width, 2 }, STYLE_ALERT);
		}
		check_grid(&grid);
		str_clear(&out);
		grid_dump(&grid, false, &out);
		check_dump(out.data, 0);
	}
	str_release(&text);
	str_release(&out);
	grid_release(&grid);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("view/grid");
	TCase *tcase = tcase_create("grid"), *harmless = tcase_create("harmless");

	tcase_add_loop_test(tcase, clips_text, 0, (int)COUNT_OF(texts));
	tcase_add_loop_test(tcase, splits_wide_glyphs, 0, (int)COUNT_OF(splits));
	tcase_add_loop_test(tcase, cuts_and_aligns, 0, (int)COUNT_OF(cuts));
	tcase_add_test(tcase, dumps_styles);
	tcase_add_test(tcase, styles_have_letters);
	tcase_add_loop_test(tcase, wraps_text, 0, (int)COUNT_OF(wraps));
	tcase_add_loop_test(tcase, one_glyph_is_a_grid, 0, 2);
	tcase_add_test(tcase, the_cursor_stays_inside);
	tcase_add_loop_test(tcase, glyphs_hold_whole_marks, 0, 3);
	tcase_add_test(tcase, prints_long_lines);
	suite_add_tcase(suite, tcase);

	tcase_set_timeout(harmless, 120);
	tcase_add_loop_test(harmless, nothing_steers_a_terminal, 0, BLOCKS);
	tcase_add_loop_test(harmless, any_drawing_leaves_a_whole_grid, 0, 8);
	suite_add_tcase(suite, harmless);
	return run_suite(suite);
}
