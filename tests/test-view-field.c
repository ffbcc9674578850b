/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing: whatever keys come, the field holds what a list of characters would hold. */
#include "base/mem.h"
#include "base/random.h"
#include "base/text.h"
#include "run.h"
#include "view/field.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WIDE "\xe6\x97\xa5"
#define ACUTE "\xcc\x81"
#define ZWJ "\xe2\x80\x8d"

static bool press(struct field *field, const char *name)
{
	struct key key;

	ck_assert_msg(key_parse(name, &key), "'%s' is a key", name);
	return field_key(field, &key);
}

static void paste(struct field *field, const char *text)
{
	struct key key = { .code = K_PASTE, .paste = mem_strdup(text) };

	ck_assert(field_key(field, &key));
	free(key.paste);
}

static const struct {
	const char *text; /* to begin with */
	const char *keys; /* names, with spaces between */
	const char *expected; /* with '|' where the cursor is */
} edits[] = {
	{ "", "a b c", "abc|" },
	{ "abc", "Home x", "x|abc" },
	{ "abc", "C-a x C-e y", "xabcy|" },
	{ "abc", "Left x", "abx|c" },
	{ "abc", "Left Left Left Left Left x", "x|abc" },
	{ "abc", "Right Right x", "abcx|" },
	{ "abc", "Home Right x", "ax|bc" },
	{ "abc", "BSpace BSpace", "a|" },
	{ "abc", "Home BSpace", "|abc" },
	{ "abc", "Del", "abc|" },
	{ "abc", "Home Del Del Del Del", "|" },
	{ "abc", "BSpace BSpace BSpace BSpace", "|" },
	{ "one two", "C-w", "one |" },
	{ "one two  ", "C-w C-w C-w", "|" },
	{ "one two", "Left C-w", "one |o" },
	{ "one two", "Left Left Left C-u", "|two" },
	{ "one two", "Left Left Left C-k", "one |" },
	{ "one two", "Home C-u C-w", "|one two" },
	{ "one two", "C-k", "one two|" },
	{ "a" WIDE "b", "Left Left x", "ax|" WIDE "b" },
	{ "a" WIDE "b", "Left BSpace", "a|b" },
	{ "ae" ACUTE "b", "Left BSpace", "a|b" },
	{ "ae" ACUTE "b", "Home Right Del", "a|b" },
	{ "ae" ACUTE "b", "Left Left x", "ax|e" ACUTE "b" },
	{ "\xf0\x9f\x91\xa9" ZWJ "\xf0\x9f\x92\xbb", "BSpace", "\xf0\x9f\x91\xa9" ZWJ "|" },
	{ "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", "BSpace BSpace", "|" },
	{ "a\xff" "b", "Left BSpace", "a|b" },
	{ "", "Space a Space", " a |" },
	{ "e", ACUTE, "e" ACUTE "|" },
	{ "e", ACUTE " BSpace", "|" },
};

static void expect(const struct field *field, const char *marked)
{
	char *got = mem_printf("%.*s|%s", (int)field->at, field->text.data, field->text.data + field->at);

	ck_assert_str_eq(got, marked);
	ck_assert_uint_eq(strlen(field->text.data), field->text.length);
	free(got);
}

START_TEST(edits_text)
{
	char *keys = mem_strdup(edits[_i].keys), *rest = NULL;
	struct field field;

	field_init(&field, edits[_i].text);
	for (char *name = strtok_r(keys, " ", &rest); name; name = strtok_r(NULL, " ", &rest)) {
		if (strcmp(name, ACUTE) == 0) {
			struct key key = { .code = K_CHAR, .text = ACUTE };

			ck_assert(field_key(&field, &key));
		} else {
			ck_assert(press(&field, name));
		}
	}
	expect(&field, edits[_i].expected);
	field_release(&field);
	free(keys);
}
END_TEST

static const char *const others[] = { "Enter", "Esc", "Tab", "BackTab", "Up", "Down", "PgUp", "PgDn", "F1", "Insert",
	"C-x", "C-r", "C-z" };

START_TEST(leaves_other_keys)
{
	struct field field;

	field_init(&field, "abc");
	ck_assert(!press(&field, others[_i]));
	expect(&field, "abc|");
	field_release(&field);
}
END_TEST

static const struct {
	const char *text;
	size_t limit;
	const char *paste, *expected;
} pastes[] = {
	{ "", 0, "  one\r\n two\tthree\n", "one two three|" },
	{ "", 0, "\x1b[31mred\x07", "\xe2\x90\x9b[31mred\xe2\x90\x87|" },
	{ "", 0, "\xe2\x80\xae" "abc", "\xef\xbf\xbd" "abc|" },
	{ "", 0, "M\xfcller", "M\xef\xbf\xbdller|" },
	{ "", 0, "e" ACUTE, "\xc3\xa9|" },
	{ "", 0, "", "|" },
	{ "", 0, " \n\t ", "|" },
	{ "ab", 5, "cdefgh", "abcde|" },
	{ "ab", 2, "c", "ab|" },
	{ "ab", 1, "c", "ab|" }, /* it was longer already */
	{ "ab", 4, WIDE, "ab|" },
	{ "ab", 5, WIDE WIDE, "ab" WIDE "|" },
	{ "ab", 7, WIDE WIDE, "ab" WIDE "|" },
	{ "ab", 8, WIDE WIDE, "ab" WIDE WIDE "|" },
	{ "ab", 5, "x" ACUTE ACUTE "y", "ab|" }, /* a whole character or none of it */
};

START_TEST(pastes_clean)
{
	struct field field;

	field_init(&field, pastes[_i].text);
	field.limit = pastes[_i].limit;
	paste(&field, pastes[_i].paste);
	expect(&field, pastes[_i].expected);
	ck_assert_int_eq(text_find_control(field.text.data, false), -1);
	field_release(&field);
}
END_TEST

/* A whole book by accident. */
START_TEST(pastes_a_book)
{
	struct field field;
	struct str book;
	clock_t start = clock();

	str_init(&book);
	str_repeat(&book, "word " WIDE " ", 200000);
	field_init(&field, "x");
	press(&field, "Home");
	paste(&field, book.data);
	ck_assert_uint_le(field.text.length, 4000);
	ck_assert_uint_gt(field.text.length, 3990);
	ck_assert_uint_eq(field.at, field.text.length - 1);
	ck_assert(text_is_utf8(field.text.data, field.text.length));
	ck_assert_int_lt((clock() - start) / CLOCKS_PER_SEC, 30);
	field_release(&field);
	str_release(&book);
}
END_TEST

START_TEST(typing_ends_at_the_limit)
{
	struct field field;

	field_init(&field, "");
	for (int i = 0; i < 5000; i++)
		press(&field, "x");
	ck_assert_uint_eq(field.text.length, 4000);
	press(&field, "Home");
	press(&field, "y");
	ck_assert_int_eq(field.text.data[0], 'x');
	field.limit = 4002;
	press(&field, WIDE);
	ck_assert_uint_eq(field.text.length, 4000);
	press(&field, "\xc3\xa9");
	ck_assert_uint_eq(field.text.length, 4002);
	field_set(&field, "new");
	expect(&field, "new|");
	field_release(&field);
}
END_TEST

/* Random keys against a model: an array of characters. None of them joins with another one. */

static const char *const letters[] = { "a", "B", " ", "0", "\xc3\xa9", WIDE,
	"\xf0\x9f\x98\x80", ("e" ACUTE), "-" };

struct model {
	const char *cells[64];
	size_t count, at, limit;
};

static size_t model_bytes(const struct model *model, size_t end)
{
	size_t bytes = 0;

	for (size_t i = 0; i < end; i++)
		bytes += strlen(model->cells[i]);
	return bytes;
}

static void model_cut(struct model *model, size_t start, size_t end)
{
	memmove(&model->cells[start], &model->cells[end], (model->count - end) * sizeof model->cells[0]);
	model->count -= end - start;
	model->at = start;
}

static void model_insert(struct model *model, const char *cell)
{
	if (model_bytes(model, model->count) + strlen(cell) > model->limit)
		return;
	memmove(&model->cells[model->at + 1], &model->cells[model->at],
		(model->count - model->at) * sizeof model->cells[0]);
	model->cells[model->at++] = cell;
	model->count++;
}

static void model_word(struct model *model)
{
	size_t start = model->at;

	while (start > 0 && strcmp(model->cells[start - 1], " ") == 0)
		start--;
	while (start > 0 && strcmp(model->cells[start - 1], " ") != 0)
		start--;
	model_cut(model, start, model->at);
}

static void step(struct model *model, struct field *field, struct rng *rng)
{
	const char *letter = letters[rng_below(rng, COUNT_OF(letters))];

	switch (rng_below(rng, 24)) {
	case 0:
		model->at -= model->at > 0;
		press(field, "Left");
		break;
	case 1:
		model->at += model->at < model->count;
		press(field, "Right");
		break;
	case 2:
		model->at = 0;
		press(field, rng_below(rng, 2) ? "Home" : "C-a");
		break;
	case 3:
		model->at = model->count;
		press(field, rng_below(rng, 2) ? "End" : "C-e");
		break;
	case 4:
		model_cut(model, model->at - (model->at > 0), model->at);
		press(field, "BSpace");
		break;
	case 5:
		model_cut(model, model->at, model->at + (model->at < model->count));
		press(field, "Del");
		break;
	case 6:
		model_word(model);
		press(field, "C-w");
		break;
	case 7:
		model_cut(model, 0, model->count);
		model_insert(model, letter);
		field_set(field, letter);
		break;
	case 8:
		model_cut(model, 0, model->at);
		press(field, "C-u");
		break;
	case 9:
		model_cut(model, model->at, model->count);
		press(field, "C-k");
		break;
	default:
		model_insert(model, letter);
		press(field, strcmp(letter, " ") == 0 ? "Space" : letter);
	}
}

/* The cursor is drawn where it is, and what is drawn is part of the text. */
static void draw(struct field *field, int width, int height)
{
	struct grid grid;

	grid_init(&grid, width + 2, height + 2);
	field_draw(field, &grid, (struct rect){ 1, 1, width, height });
	if (grid.cursor_x < 1 || grid.cursor_x > width || grid.cursor_y < 1 || grid.cursor_y > height)
		ck_abort_msg("the cursor of '%s' is at %d, %d of %dx%d", field->text.data, grid.cursor_x,
			grid.cursor_y, width, height);
	for (int i = 0; i < grid.width * grid.height; i++) {
		int x = i % grid.width, y = i / grid.width;
		bool inside = x >= 1 && x <= width && y >= 1 && y <= height;

		if ((grid.glyphs[i].style == STYLE_INPUT) != inside)
			ck_abort_msg("style %d at %d, %d", grid.glyphs[i].style, x, y);
		if (strstr(grid.glyphs[i].text, "\xef\xbf\xbd"))
			ck_abort_msg("half a character at %d, %d", x, y);
	}
	grid_release(&grid);
}

START_TEST(edits_at_random)
{
	struct model model = { .limit = 60 };
	struct field field;
	struct rng rng;
	struct str text;

	rng_seed(&rng, (uint64_t)_i);
	field_init(&field, "");
	field.limit = model.limit;
	str_init(&text);
	for (int round = 0; round < 2000; round++) {
		step(&model, &field, &rng);
		str_clear(&text);
		for (size_t i = 0; i < model.count; i++)
			str_add(&text, model.cells[i]);
		if (strcmp(text.data, field.text.data) != 0)
			ck_abort_msg("'%s' instead of '%s'", field.text.data, text.data);
		if (field.at != model_bytes(&model, model.at))
			ck_abort_msg("at %zu instead of %zu of '%s'", field.at, model_bytes(&model, model.at),
				text.data);
		/* Not after each key, as several may come before a screen is drawn. */
		if (rng_below(&rng, 3) == 0)
			draw(&field, 1 + (int)rng_below(&rng, 12), 1 + (int)rng_below(&rng, 3));
	}
	str_release(&text);
	field_release(&field);
}
END_TEST

static const struct {
	const char *text;
	int lefts; /* how often the cursor went left */
	struct rect rect;
	const char *dump; /* of a grid of 6x3 */
	int x, y;
} drawings[] = {
	{ "abc", 0, { 0, 0, 6, 1 }, "abc\n\n\n", 3, 0 },
	{ "abcdef", 0, { 0, 0, 6, 1 }, "bcdef\n\n\n", 5, 0 },
	{ "abcdef", 6, { 0, 0, 6, 1 }, "abcdef\n\n\n", 0, 0 },
	{ "abcdefgh", 0, { 1, 1, 3, 1 }, "\n gh\n\n", 3, 1 },
	{ "", 0, { 0, 0, 6, 1 }, "\n\n\n", 0, 0 },
	{ "abc", 0, { 0, 0, 1, 1 }, "\n\n\n", 0, 0 },
	{ "abc", 1, { 0, 0, 1, 1 }, "c\n\n\n", 0, 0 },
	{ WIDE WIDE WIDE, 0, { 0, 0, 5, 1 }, WIDE WIDE "\n\n\n", 4, 0 },
	{ WIDE, 1, { 0, 0, 1, 1 }, "\n\n\n", 0, 0 },
	{ "abc", 0, { 0, 0, 0, 1 }, "\n\n\n", -1, -1 },
	{ "abc", 0, { 0, 0, 6, 0 }, "\n\n\n", -1, -1 },
	{ "one two three", 0, { 0, 0, 6, 3 }, "one\ntwo\nthree\n", 5, 2 },
	{ "one two three", 0, { 0, 0, 6, 2 }, "two\nthree\n\n", 5, 1 },
	{ "one two three", 9, { 0, 0, 6, 2 }, "one\ntwo\n\n", 0, 1 },
	{ "one two three", 13, { 0, 0, 6, 2 }, "one\ntwo\n\n", 0, 0 },
	{ "abc", 0, { 0, 0, 3, 2 }, "abc\n\n\n", 2, 0 },
	{ "abc   ", 0, { 0, 0, 3, 2 }, "abc\n\n\n", 2, 0 },
	{ "", 0, { 0, 0, 3, 2 }, "\n\n\n", 0, 0 },
	{ "\x1b[m", 0, { 0, 0, 6, 1 }, "\xe2\x90\x9b[m\n\n\n", 3, 0 },
};

START_TEST(draws_the_cursor)
{
	struct field field;
	struct grid grid;
	struct str out;

	field_init(&field, drawings[_i].text);
	for (int i = 0; i < drawings[_i].lefts; i++)
		press(&field, "Left");
	grid_init(&grid, 6, 3);
	field_draw(&field, &grid, drawings[_i].rect);
	str_init(&out);
	grid_dump(&grid, false, &out);
	ck_assert_str_eq(out.data, drawings[_i].dump);
	ck_assert_int_eq(grid.cursor_x, drawings[_i].x);
	ck_assert_int_eq(grid.cursor_y, drawings[_i].y);
	str_release(&out);
	grid_release(&grid);
	field_release(&field);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("view/field");
	TCase *tcase = tcase_create("field");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, edits_text, 0, (int)COUNT_OF(edits));
	tcase_add_loop_test(tcase, leaves_other_keys, 0, (int)COUNT_OF(others));
	tcase_add_loop_test(tcase, pastes_clean, 0, (int)COUNT_OF(pastes));
	tcase_add_test(tcase, pastes_a_book);
	tcase_add_test(tcase, typing_ends_at_the_limit);
	tcase_add_loop_test(tcase, edits_at_random, 0, 12);
	tcase_add_loop_test(tcase, draws_the_cursor, 0, (int)COUNT_OF(drawings));
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
