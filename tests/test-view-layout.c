/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents in lines: narrow enough, complete, the same each time, and harmless. */
#include "base/mem.h"
#include "base/random.h"
#include "base/text.h"
#include "run.h"
#include "view/doc.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDE "\xe6\x97\xa5"
#define WIDE_2 "\xe6\x9c\xac"
#define DOT "\xe2\x97\x8f"
#define R "\xe2\x94\x80"
#define R3 R R R

static char *text_at(const struct doc *doc, int width)
{
	struct layout layout;
	struct str out;

	layout_init(&layout, doc, width);
	str_init(&out);
	layout_text(&layout, &out);
	layout_release(&layout);
	return out.data;
}

static void expect(const struct doc *doc, int width, const char *text)
{
	char *got = text_at(doc, width);

	ck_assert_str_eq(got, text);
	free(got);
}

/* The width of the widest line; every line ends in a newline and not in a space. */
static int widest(const char *text)
{
	int most = 0;

	while (*text) {
		size_t length = strcspn(text, "\n");
		char *line = mem_strndup(text, length);

		ck_assert_int_eq(text[length], '\n');
		if (length > 0 && line[length - 1] == ' ')
			ck_abort_msg("'%s' ends in a space", line);
		if (text_width(line) > most)
			most = text_width(line);
		free(line);
		text += length + 1;
	}
	return most;
}

static size_t count_of(const char *text, const char *what)
{
	size_t count = 0;

	for (; (text = strstr(text, what)); text += strlen(what))
		count++;
	return count;
}

/* Everything but white space, in order; and all of it is in the text somewhere. */
static char *letters_of(const char *text)
{
	struct str out;

	str_init(&out);
	for (; *text; text++)
		if (*text != ' ' && *text != '\n')
			str_addc(&out, *text);
	return out.data;
}

/* Blocks. */

START_TEST(lays_out_blocks)
{
	static const char *const titles[] = { "Name", ">Spend" };
	struct doc doc = { 0 };

	doc_gap(&doc);
	doc_heading(&doc, 1, "Title");
	doc_gap(&doc);
	doc_gap(&doc);
	doc_heading(&doc, 2, "Part");
	doc_heading(&doc, 3, "Small");
	doc_text(&doc, STYLE_NORMAL, "one two three four five six\nseven");
	doc_printf(&doc, STYLE_WARN, "%d of %d", 3, 4);
	doc_bullet(&doc, STYLE_NORMAL, "a bullet that is long");
	doc_marked(&doc, STYLE_ALERT, "[x]", "done at long last, and more");
	doc_table(&doc, 2, titles);
	doc_cell(&doc, STYLE_NORMAL, "Acme");
	doc_cell_printf(&doc, STYLE_NORMAL, "%d,%03d", 12, 5);
	doc_cell(&doc, STYLE_NORMAL, "B");
	doc_cell(&doc, STYLE_NORMAL, "");
	expect(&doc, 20,
		"Title\n=====\n\nPart\n----\nSmall\none two three four\nfive six\nseven\n3 of 4\n"
		"  \xe2\x80\xa2 a bullet that is\n    long\n  [x] done at long\n      last, and more\n"
		"Name   Spend\n\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80  "
		"\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\n"
		"Acme  12,005\nB\n");
	doc_release(&doc);
	ck_assert_uint_eq(doc.count, 0);
}
END_TEST

START_TEST(sets_in)
{
	static const char *const titles[] = { "A", ">B" };
	struct doc doc = { 0 }, part = { 0 };

	doc_heading(&doc, 3, "Above");
	doc_text(&part, STYLE_NORMAL, "one two three four five");
	doc_gap(&part);
	doc_bullet(&part, STYLE_NORMAL, "a bullet that is long");
	doc_table(&part, 2, titles);
	doc_cell(&part, STYLE_NORMAL, "a");
	doc_cell(&part, STYLE_NORMAL, "12");
	doc_indent(&part, 3);
	doc_append(&doc, &part);
	ck_assert_uint_eq(part.count, 0);
	doc_append(&doc, &part);
	doc_text(&doc, STYLE_NORMAL, "below");
	expect(&doc, 20,
		"Above\n   one two three\n   four five\n\n   \xe2\x80\xa2 a bullet that\n     is long\n"
		"   A   B\n   \xe2\x94\x80  \xe2\x94\x80\xe2\x94\x80\n   a  12\nbelow\n");
	doc_release(&doc);
}
END_TEST

START_TEST(joins_sentences)
{
	struct doc doc = { 0 };

	doc_join(&doc);
	doc_divider(&doc, "Part");
	doc_text(&doc, STYLE_NORMAL, "One.");
	doc_text(&doc, STYLE_WARN, "Two.");
	doc_text(&doc, STYLE_NORMAL, "Three.");
	doc_line(&doc, STYLE_NORMAL, "alone");
	doc_text(&doc, STYLE_NORMAL, "Four.");
	doc_gap(&doc);
	doc_text(&doc, STYLE_NORMAL, "Five.");
	doc_join(&doc);
	expect(&doc, 20,
		"Part \xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80"
		"\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80"
		"\xe2\x94\x80\nOne. Two. Three.\nalone\nFour.\n\nFive.\n");
	doc_release(&doc);
}
END_TEST

START_TEST(nothing_is_no_line)
{
	struct doc doc = { 0 };
	struct layout layout;

	expect(&doc, 80, "");
	doc_gap(&doc);
	expect(&doc, 80, "");
	doc_text(&doc, STYLE_NORMAL, "");
	expect(&doc, 80, "\n");
	doc_gap(&doc);
	doc_heading(&doc, 1, "");
	expect(&doc, 80, "\n\n\n\n");
	layout_init(&layout, &doc, -7);
	ck_assert_int_eq(layout.width, 20);
	layout_release(&layout);
	doc_release(&doc);
}
END_TEST

/* Texts. */

static const char *const paragraphs[] = {
	"A plain sentence, with commas; and more of it, so that it goes over several lines at most widths.",
	"Rinderkennzeichnungsfleischetikettierungs\xc3\xbc" "berwachungsaufgaben\xc3\xbc"
	"bertragungsgesetz und Kleinkram",
	WIDE WIDE_2 WIDE WIDE_2 WIDE WIDE_2 WIDE WIDE_2 WIDE WIDE_2 WIDE WIDE_2 WIDE WIDE_2 WIDE WIDE_2,
	"a\nb\n\nc\n",
	("e\xcc\x81t\xc3\xa9 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb "
	 "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd 1\xef\xb8\x8f\xe2\x83\xa3 and so on until it ends"),
};

static void add_paragraph(struct doc *doc, int kind, const char *text)
{
	switch (kind) {
	case 0:
		doc_text(doc, STYLE_NORMAL, text);
		break;
	case 1:
		doc_bullet(doc, STYLE_GOOD, text);
		break;
	case 2:
		doc_marked(doc, STYLE_NORMAL, "[x]", text);
		break;
	default:
		doc_heading(doc, 3, text);
	}
}

START_TEST(paragraphs_fit)
{
	static const char *const marks[] = { "", "\xe2\x80\xa2", "[x]", "" };
	const char *text = paragraphs[_i % (int)COUNT_OF(paragraphs)];
	int kind = _i / (int)COUNT_OF(paragraphs);
	char *marked = mem_printf("%s%s", marks[kind], text), *letters = letters_of(marked);
	struct doc doc = { 0 };

	add_paragraph(&doc, kind, text);
	for (int width = 20; width <= 120; width++) {
		char *got = text_at(&doc, width), *found = letters_of(got), *again = text_at(&doc, width);

		ck_assert_int_le(widest(got), width);
		ck_assert_str_eq(found, letters);
		ck_assert_str_eq(again, got);
		free(got);
		free(found);
		free(again);
	}
	doc_release(&doc);
	free(letters);
	free(marked);
}
END_TEST

/* Tables. */

static const struct {
	size_t columns;
	int least; /* the narrowest that such a table fits in */
	const char *titles[8];
} shapes[] = {
	{ 1, 20, { "Only" } },
	{ 2, 20, { "Vendor", ">A year" } },
	{ 3, 20, { "", ">", "x" } },
	{ 4, 20, { "Name", "Side", ">Weight", "What it is measured by" } },
	{ 6, 28, { "Vendor", "Side", ">A year", "Ends", ">Notice", "Owner" } },
	{ 8, 38, { "1", "2", "3", "4", "5", "6", "7", "8" } },
};

/* Cells that can be told apart when the table is taken to pieces. */
static void fill(struct doc *doc, size_t columns, size_t rows, struct rng *rng, struct str *cells)
{
	static const char *const words[] = { "Acme", "Ltd", WIDE WIDE_2, "\xc3\xa4\xc3\xb6\xc3\xbc", "1,234", "GmbH",
		"Donaudampfschifffahrt", "-", "e\xcc\x81" };

	for (size_t i = 0; i < columns * rows; i++) {
		struct str cell;

		str_init(&cell);
		for (uint32_t word = rng_below(rng, 6); word > 0; word--)
			str_printf(&cell, "%s%s", cell.length ? " " : "", words[rng_below(rng, COUNT_OF(words))]);
		str_add(cells, cell.data);
		doc_cell(doc, STYLE_NORMAL, cell.data);
		str_release(&cell);
	}
}

static int compare_bytes(const void *a, const void *b)
{
	return *(const unsigned char *)a - *(const unsigned char *)b;
}

/* All bytes but white space and rules, sorted: what is left of a table however its cells are wrapped. */
static char *ashes(const char *text)
{
	char *letters = letters_of(text), *from = letters, *to = letters;

	while (*from) {
		if (strncmp(from, "\xe2\x94\x80", 3) == 0)
			from += 3;
		else
			*to++ = *from++;
	}
	*to = '\0';
	qsort(letters, (size_t)(to - letters), 1, compare_bytes);
	return letters;
}

START_TEST(tables_fit)
{
	size_t columns = shapes[_i].columns;
	struct doc doc = { 0 };
	struct str cells;
	struct rng rng;
	char *all;

	rng_seed(&rng, (uint64_t)_i);
	str_init(&cells);
	doc_table(&doc, columns, shapes[_i].titles);
	for (size_t c = 0; c < columns; c++)
		str_add(&cells, shapes[_i].titles[c] + (shapes[_i].titles[c][0] == '>'));
	fill(&doc, columns, 20, &rng, &cells);
	all = ashes(cells.data);
	for (int width = shapes[_i].least; width <= 120; width++) {
		char *got = text_at(&doc, width), *left = ashes(got), *again = text_at(&doc, width);

		ck_assert_int_le(widest(got), width);
		ck_assert_str_eq(left, all);
		ck_assert_str_eq(again, got);
		free(again);
		free(left);
		free(got);
	}
	free(all);
	str_release(&cells);
	doc_release(&doc);
}
END_TEST

START_TEST(tables_may_be_without_rows)
{
	static const char *const titles[] = { "A", ">B" };
	struct doc doc = { 0 };

	doc_table(&doc, 2, titles);
	expect(&doc, 20, "A  B\n\xe2\x94\x80  \xe2\x94\x80\n");
	/* A line that was begun and not ended is not shown. */
	doc_cell(&doc, STYLE_NORMAL, "x");
	expect(&doc, 20, "A  B\n\xe2\x94\x80  \xe2\x94\x80\n");
	doc_release(&doc);
}
END_TEST

/* Records. */

START_TEST(records_are_told_one_by_one_where_they_do_not_fit)
{
	static const char *const titles[] = { "Supplier", "=Side", ">A year", "Notice, days" };
	static const char *const cells[] = { "Northwind", "North", "120", "90", "Kite", "", "", "7",
					     "", "South", "", "", "Alone", "", "", "" };
	struct doc doc = { 0 };

	doc_records(&doc, COUNT_OF(titles), titles);
	for (size_t i = 0; i < COUNT_OF(cells); i++)
		doc_cell(&doc, STYLE_NORMAL, cells[i]);
	expect(&doc, 60,
		"Supplier   Side   A year  Notice, days\n"
		R3 R3 R3 "  " R3 R R "  " R3 R3 "  " R3 R3 R3 R3 "\n"
		"Northwind  North     120  90\nKite                      7\n           South\nAlone\n");
	/* A title is broken first, */
	expect(&doc, 34,
		"Supplier   Side   A year  Notice,\n                          days\n"
		R3 R3 R3 "  " R3 R R "  " R3 R3 "  " R3 R3 R R "\n"
		"Northwind  North     120  90\nKite                      7\n           South\nAlone\n");
	/* and words are whole. */
	expect(&doc, 30,
		"  \xe2\x80\xa2 Northwind: North; A year\n    120; Notice, days 90\n"
		"  \xe2\x80\xa2 Kite: Notice, days 7\n  \xe2\x80\xa2 South\n  \xe2\x80\xa2 Alone\n");
	doc_release(&doc);
}
END_TEST

START_TEST(records_are_told_in_few_lines)
{
	static const char *const titles[] = { "Thing", "Why", "Who" };
	struct doc doc = { 0 };

	doc_records(&doc, COUNT_OF(titles), titles);
	doc_cell(&doc, STYLE_NORMAL, "a thing or two");
	doc_cell(&doc, STYLE_NORMAL, "because it was there for a long time before us");
	doc_cell(&doc, STYLE_NORMAL, "all of us and all of them");
	expect(&doc, 40,
		"  \xe2\x80\xa2 a thing or two: Why because it was\n    there for a long time before us; Who\n"
		"    all of us and all of them\n");
	doc_release(&doc);
}
END_TEST

START_TEST(records_fit)
{
	size_t columns = shapes[_i].columns;
	struct doc doc = { 0 };
	struct str cells;
	struct rng rng;

	rng_seed(&rng, (uint64_t)_i);
	str_init(&cells);
	doc_records(&doc, columns, shapes[_i].titles);
	fill(&doc, columns, 20, &rng, &cells);
	for (int width = 20; width <= 120; width++) {
		char *got = text_at(&doc, width), *again = text_at(&doc, width);

		ck_assert_int_le(widest(got), width);
		ck_assert_uint_ge(count_of(got, "1,234"), count_of(cells.data, "1,234"));
		ck_assert_str_eq(again, got);
		free(again);
		free(got);
	}
	str_release(&cells);
	doc_release(&doc);
}
END_TEST

START_TEST(records_may_be_none)
{
	static const char *const titles[] = { "A", "=B" };
	struct doc doc = { 0 };

	doc_records(&doc, 2, titles);
	expect(&doc, 20, "A  B\n\xe2\x94\x80  \xe2\x94\x80\n");
	doc_release(&doc);
}
END_TEST

/* Dots. */

static const struct {
	int points, most;  /* at one point */
	int least;         /* the narrowest that it fits in */
	const char *group; /* of both sides */
} dots[] = {
	{ 5, 3, 40, "Marketing (4)" },
	{ 5, 9, 40, "Marketing (20)" },
	{ 7, 5, 40, "IT (9)" },
	{ 9, 4, 48, "IT (9)" },
	{ 2, 30, 40, "Marketing (30)" },
	{ 3, 12, 40, WIDE WIDE_2 " (12)" },
	{ 5, 99, 40, "IT (200)" },
};

/* Adds a row and counts what stands in it: the dots of each side, and the points without one. */
static void add_row(struct doc *doc, int side, const char *group, const char *label, int points, int most,
	struct rng *rng, int *total)
{
	int counts[10] = { 0 };

	for (int p = 0; p < points; p++) {
		counts[p] = (int)rng_below(rng, (uint32_t)most + 1);
		*total += counts[p];
	}
	doc_dots_row(doc, side, group, label, counts);
}

/* How many are shown, as dots or as a number before a dot. */
static int dots_shown(const char *text)
{
	int shown = 0, number = 0;

	while (*text) {
		if (strncmp(text, DOT, strlen(DOT)) == 0) {
			shown += number > 0 ? number : 1;
			number = 0;
			text += strlen(DOT);
		} else {
			number = *text >= '0' && *text <= '9' ? number * 10 + (*text - '0') : 0;
			text++;
		}
	}
	return shown;
}

START_TEST(dots_fit)
{
	struct rng rng;

	rng_seed(&rng, (uint64_t)_i);
	for (int round = 0; round < 3; round++) {
		struct doc doc = { 0 };
		int total = 0;

		doc_dots(&doc, dots[_i].points, "not at all", "fully");
		for (int side = 0; side < 2; side++) {
			add_row(&doc, side, dots[_i].group, "own", dots[_i].points, dots[_i].most, &rng, &total);
			add_row(&doc, side, dots[_i].group, "prediction", dots[_i].points, dots[_i].most, &rng, &total);
		}
		for (int width = dots[_i].least; width <= 120; width++) {
			char *got = text_at(&doc, width), *again = text_at(&doc, width);

			ck_assert_msg(widest(got) <= width, "%d wide instead of %d:\n%s", widest(got), width, got);
			ck_assert_msg(dots_shown(got) == total, "%d dots of %d:\n%s", dots_shown(got), total, got);
			ck_assert_str_eq(again, got);
			ck_assert_uint_eq(count_of(got, "own"), 2);
			ck_assert_uint_eq(count_of(got, "prediction"), 2);
			ck_assert_uint_eq(count_of(got, dots[_i].group), 2);
			free(again);
			free(got);
		}
		doc_release(&doc);
	}
}
END_TEST

/* Hundreds at one point, and rows of which nothing may be shown. */
START_TEST(dots_may_be_many)
{
	static const int counts[] = { 0, 999, 0, 123, 0 };
	struct doc doc = { 0 };

	doc_dots(&doc, 5, NULL, NULL);
	doc_dots_row(&doc, 0, "Marketing (1122)", "own", counts);
	doc_dots_row(&doc, 0, "Marketing (1122)", "prediction: fewer than 3", NULL);
	doc_dots_row(&doc, 1, "IT (0)", "fewer than 3", NULL);
	for (int width = 60; width <= 120; width++) {
		char *got = text_at(&doc, width);

		ck_assert_int_le(widest(got), width);
		ck_assert_int_eq(dots_shown(got), 1122);
		ck_assert_ptr_nonnull(strstr(got, "prediction: fewer than 3"));
		ck_assert_ptr_nonnull(strstr(got, "IT (0)"));
		free(got);
	}
	doc_release(&doc);
}
END_TEST

START_TEST(dots_may_be_none)
{
	struct doc doc = { 0 };
	char *got;

	doc_dots(&doc, 5, "low", NULL);
	got = text_at(&doc, 80);
	ck_assert_ptr_nonnull(strstr(got, "1 low"));
	ck_assert_int_eq(dots_shown(got), 0);
	free(got);
	doc_release(&doc);
}
END_TEST

/* Bars. */

static const struct {
	const char *names[2], *labels[4];
	int counts[4][2];
} bars[] = {
	{ { "Marketing", "IT" }, { "a", "b", "c", "d" }, { { 1, 2 }, { 0, 0 }, { -1, 5 }, { 12, 12 } } },
	{ { "Marketing", "IT" }, { "We decide together, and soon", "Nobody", "" , "x" },
	  { { 19, 20 }, { 21, 22 }, { 500, 9999 }, { 0, -1 } } },
	{ { "A department with a very long name", WIDE WIDE_2 WIDE WIDE_2 WIDE WIDE_2 WIDE WIDE_2 WIDE WIDE_2 WIDE },
	  { WIDE WIDE_2 WIDE WIDE_2 WIDE WIDE_2 WIDE WIDE_2, "Donaudampfschifffahrtsgesellschaft", "e\xcc\x81", "-" },
	  { { 3, 3 }, { 3, 3 }, { 3, 3 }, { 3, 3 } } },
};

START_TEST(bars_fit)
{
	struct doc doc = { 0 };
	struct str labels;
	int total = 0;

	str_init(&labels);
	doc_bars(&doc, bars[_i].names[0], bars[_i].names[1]);
	for (size_t i = 0; i < 4; i++) {
		doc_bar(&doc, bars[_i].labels[i], bars[_i].counts[i][0], bars[_i].counts[i][1]);
		str_add(&labels, bars[_i].labels[i]);
		for (int side = 0; side < 2; side++)
			total += bars[_i].counts[i][side] > 0 ? bars[_i].counts[i][side] : 0;
	}
	for (int width = 30; width <= 120; width++) {
		char *got = text_at(&doc, width), *again = text_at(&doc, width), *body = strchr(got, '\n');

		ck_assert_msg(widest(got) <= width, "%d wide instead of %d:\n%s", widest(got), width, got);
		ck_assert_int_eq(dots_shown(body), total);
		ck_assert_str_eq(again, got);
		/* Labels are broken over lines, with bars behind the first. */
		for (const char *c = labels.data; *c; c++)
			if (*c >= 'a' && *c <= 'z')
				ck_assert_ptr_nonnull(strchr(body, *c));
		free(again);
		free(got);
	}
	str_release(&labels);
	doc_release(&doc);
}
END_TEST

/* Harm. */

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

static void check_harmless(const char *text, uint32_t from)
{
	char character[5];

	for (const unsigned char *c = (const unsigned char *)text; *c; c++)
		if ((*c < 0x20 && *c != '\n') || *c == 0x7f || (*c == 0xc2 && c[1] < 0xa0))
			ck_abort_msg("a control comes out of U+%04X and following", from);
	if (!text_is_utf8(text, strlen(text)))
		ck_abort_msg("U+%04X and following are no UTF-8", from);
	for (size_t i = 0; i < COUNT_OF(never); i++) {
		encode(never[i], character);
		if (strstr(text, character))
			ck_abort_msg("U+%04X comes out of U+%04X and following", never[i], from);
	}
}

#define BLOCKS 16

/* The next piece of 16 code points; of the planes where there are no characters yet, the first of each 1,024. */
static uint32_t next_piece(uint32_t c)
{
	return c + (c >= 0x40000 && c < 0xe0000 ? 1024 : 16);
}

/* Every character, 16 to a document, in every kind of block. */
START_TEST(nothing_steers_a_terminal)
{
	uint32_t size = 0x110000 / BLOCKS, first = (uint32_t)_i * size;
	static const int counts[] = { 1, 2 };
	struct str text;

	str_init(&text);
	for (uint32_t c = first; c < first + size; c = next_piece(c)) {
		struct doc doc = { 0 };
		const char *titles[] = { text.data, text.data };
		char *got, character[5];

		str_clear(&text);
		for (uint32_t i = c; i < c + 16; i++)
			if (i > 0)
				str_addn(&text, character, encode(i, character));
		titles[0] = titles[1] = text.data;
		doc_heading(&doc, 1, text.data);
		doc_text(&doc, STYLE_NORMAL, text.data);
		doc_marked(&doc, STYLE_NORMAL, text.data, "x");
		doc_table(&doc, 2, titles);
		doc_cell(&doc, STYLE_NORMAL, text.data);
		doc_cell(&doc, STYLE_NORMAL, text.data);
		doc_dots(&doc, 2, text.data, text.data);
		doc_dots_row(&doc, 0, text.data, text.data, counts);
		doc_bars(&doc, text.data, text.data);
		doc_bar(&doc, text.data, 1, 1);
		got = text_at(&doc, 60);
		check_harmless(got, c);
		free(got);
		doc_release(&doc);
	}
	str_release(&text);
}
END_TEST

/* Drawing. */

START_TEST(draws_a_part)
{
	struct doc doc = { 0 };
	struct layout layout;
	struct grid grid;
	struct str out;

	doc_heading(&doc, 1, "Title");
	doc_text(&doc, STYLE_GOOD, "one\ntwo\nthree");
	layout_init(&layout, &doc, 20);
	grid_init(&grid, 8, 4);
	ck_assert_int_eq(layout_draw(&layout, &grid, (struct rect){ 1, 1, 4, 2 }, 1), 5);
	str_init(&out);
	grid_dump(&grid, true, &out);
	ck_assert_str_eq(out.data, "\n\n ====\n dddd\n one\n ggg\n\n\n");
	for (int from = -2; from < 9; from++) {
		grid_clear(&grid);
		str_clear(&out);
		ck_assert_int_eq(layout_draw(&layout, &grid, grid_rect(&grid), from < 0 ? 0 : from), 5);
		grid_dump(&grid, false, &out);
		ck_assert_int_eq(strstr(out.data, "three") != NULL, from >= 1 && from <= 4);
	}
	str_release(&out);
	grid_release(&grid);
	layout_release(&layout);
	doc_release(&doc);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("view/layout");
	TCase *tcase = tcase_create("layout"), *harmless = tcase_create("harmless");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, lays_out_blocks);
	tcase_add_test(tcase, sets_in);
	tcase_add_test(tcase, joins_sentences);
	tcase_add_test(tcase, nothing_is_no_line);
	tcase_add_loop_test(tcase, paragraphs_fit, 0, 4 * (int)COUNT_OF(paragraphs));
	tcase_add_loop_test(tcase, tables_fit, 0, (int)COUNT_OF(shapes));
	tcase_add_test(tcase, tables_may_be_without_rows);
	tcase_add_test(tcase, records_are_told_one_by_one_where_they_do_not_fit);
	tcase_add_test(tcase, records_are_told_in_few_lines);
	tcase_add_loop_test(tcase, records_fit, 0, (int)COUNT_OF(shapes));
	tcase_add_test(tcase, records_may_be_none);
	tcase_add_loop_test(tcase, dots_fit, 0, (int)COUNT_OF(dots));
	tcase_add_test(tcase, dots_may_be_many);
	tcase_add_test(tcase, dots_may_be_none);
	tcase_add_loop_test(tcase, bars_fit, 0, (int)COUNT_OF(bars));
	tcase_add_test(tcase, draws_a_part);
	suite_add_tcase(suite, tcase);

	tcase_set_timeout(harmless, 120);
	tcase_add_loop_test(harmless, nothing_steers_a_terminal, 0, BLOCKS);
	suite_add_tcase(suite, harmless);
	return run_suite(suite);
}
