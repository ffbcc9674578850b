/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory, growing strings, errors and findings, numbers by chance. */
#include "base/err.h"
#include "base/mem.h"
#include "base/random.h"
#include "base/str.h"
#include "base/text.h"
#include "run.h"

#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

START_TEST(allocates_nothing_too)
{
	void *none = mem_zalloc(0, 0), *other = mem_realloc(NULL, 0, 8);
	char *empty = mem_strndup("abc", 0);

	ck_assert_ptr_nonnull(none);
	ck_assert_ptr_nonnull(other);
	ck_assert_str_eq(empty, "");
	free(none);
	free(other);
	free(empty);
}
END_TEST

START_TEST(grows_zeroed)
{
	int *items = NULL;
	size_t capacity = 0, moves = 0;

	for (size_t count = 0; count < 5000; count++) {
		size_t before = capacity;

		items = mem_grow(items, &capacity, count, sizeof *items);
		moves += capacity != before;
		ck_assert_uint_gt(capacity, count);
		for (size_t i = before; i < capacity; i++)
			ck_assert_int_eq(items[i], 0);
		items[count] = (int)count + 1;
	}
	for (size_t i = 0; i < 5000; i++)
		ck_assert_int_eq(items[i], (int)i + 1);
	ck_assert_uint_lt(moves, 16);
	free(items);
}
END_TEST

START_TEST(sets_to_a_part_of_itself)
{
	char *text = mem_strdup("one two");

	mem_set(&text, text + 4);
	ck_assert_str_eq(text, "two");
	mem_set(&text, text);
	ck_assert_str_eq(text, "two");
	mem_set(&text, NULL);
	ck_assert_ptr_null(text);
	mem_set(&text, NULL);
	ck_assert_ptr_null(text);
}
END_TEST

START_TEST(prints_what_is_long)
{
	char *text = mem_printf("%s%*d", "x", 70000, 7), *none = mem_printf("%s", "");

	ck_assert_uint_eq(strlen(text), 70001);
	ck_assert_int_eq(text[70000], '7');
	ck_assert_str_eq(none, "");
	free(text);
	free(none);
}
END_TEST

START_TEST(ends_when_a_size_overflows)
{
	free(mem_realloc(NULL, SIZE_MAX / 2, 3));
}
END_TEST

static const size_t lengths[] = { 0, 1, 14, 15, 16, 17, 31, 32, 1000, 65536 };

/* Whatever is added in pieces is what is added at once. */
START_TEST(strings_grow)
{
	size_t length = lengths[_i];
	struct str bytes, whole, repeated;

	str_init(&bytes);
	str_init(&whole);
	str_init(&repeated);
	for (size_t i = 0; i < length; i++)
		str_addc(&bytes, 'x');
	str_printf(&whole, "%.*s", (int)bytes.length, bytes.data);
	str_repeat(&repeated, "x", length);
	ck_assert_uint_eq(bytes.length, length);
	ck_assert_uint_eq(strlen(bytes.data), length);
	ck_assert_uint_gt(bytes.capacity, length);
	ck_assert_str_eq(whole.data, bytes.data);
	ck_assert_str_eq(repeated.data, bytes.data);
	str_release(&bytes);
	str_release(&whole);
	str_release(&repeated);
	ck_assert_ptr_null(bytes.data);
}
END_TEST

START_TEST(strings_hold_any_byte)
{
	struct str str;

	str_init(&str);
	str_addn(&str, "a\0b", 3);
	str_addc(&str, '\0');
	ck_assert_uint_eq(str.length, 4);
	ck_assert_mem_eq(str.data, "a\0b\0", 5);
	str_release(&str);
}
END_TEST

START_TEST(strings_are_cut_and_taken)
{
	struct str str;
	char *taken;

	str_init(&str);
	ck_assert_str_eq(str.data, "");
	str_add(&str, "abcdef");
	str_cut(&str, 7);
	ck_assert_str_eq(str.data, "abcdef");
	str_cut(&str, 6);
	ck_assert_str_eq(str.data, "abcdef");
	str_cut(&str, 2);
	ck_assert_str_eq(str.data, "ab");
	taken = str_steal(&str);
	ck_assert_str_eq(taken, "ab");
	ck_assert_str_eq(str.data, "");
	str_add(&str, "new");
	ck_assert_str_eq(str.data, "new");
	str_clear(&str);
	ck_assert_str_eq(str.data, "");
	ck_assert_uint_eq(str.length, 0);
	str_release(&str);
	free(taken);
}
END_TEST

START_TEST(errors_are_filled_in)
{
	struct err err = { 0 };

	ck_assert_int_eq(err_set(&err, ERR_INPUT, "'%s' is %d", "x", 3), -1);
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_str_eq(err.message, "'x' is 3");
	ck_assert_int_eq(err_set(NULL, ERR_FAILED, "%s", "unheard"), -1);
}
END_TEST

static const char *const characters[] = { "x", "\xc3\xa9", "\xe6\x97\xa5", "\xf0\x9f\x98\x80" };

/* A message that is too long ends in a whole character, wherever the end falls. */
START_TEST(errors_are_cut_at_characters)
{
	for (int before = 0; before < 5; before++) {
		struct err err = { 0 };
		struct str text;
		size_t length;

		str_init(&text);
		str_repeat(&text, ".", (size_t)before);
		str_repeat(&text, characters[_i], 2000);
		err_set(&err, ERR_FAILED, "%s", text.data);
		length = strlen(err.message);
		ck_assert_uint_le(length, sizeof err.message - 1);
		ck_assert_uint_ge(length, sizeof err.message - 4);
		ck_assert(text_is_utf8(err.message, length));
		ck_assert_mem_eq(err.message, text.data, length);
		str_release(&text);
	}
}
END_TEST

static const struct {
	struct diag diag;
	const char *text;
} findings[] = {
	{ { (char *)(uintptr_t)"a.yaml", 3, 7, (char *)(uintptr_t)"bad" }, "a.yaml:3:7: bad" },
	{ { (char *)(uintptr_t)"a.yaml", 3, 0, (char *)(uintptr_t)"bad" }, "a.yaml:3: bad" },
	{ { (char *)(uintptr_t)"a.yaml", 0, 7, (char *)(uintptr_t)"bad" }, "a.yaml: bad" },
	{ { (char *)(uintptr_t)"a.yaml", 0, 0, (char *)(uintptr_t)"bad" }, "a.yaml: bad" },
};

START_TEST(findings_name_their_place)
{
	char *text = diag_text(&findings[_i].diag);

	ck_assert_str_eq(text, findings[_i].text);
	free(text);
}
END_TEST

START_TEST(findings_are_sorted)
{
	struct diags diags = { 0 };
	struct rng rng;

	rng_seed(&rng, 7);
	for (int i = 0; i < 500; i++)
		diags_add(&diags, rng_below(&rng, 2) ? "a" : "b", (int)rng_below(&rng, 5),
			(int)rng_below(&rng, 3), "%d", i);
	diags_sort(&diags);
	ck_assert_uint_eq(diags.count, 500);
	for (size_t i = 1; i < diags.count; i++) {
		const struct diag *a = &diags.items[i - 1], *b = &diags.items[i];
		int file = strcmp(a->file, b->file);

		ck_assert_int_le(file, 0);
		if (file == 0)
			ck_assert_int_le(a->line, b->line);
		if (file == 0 && a->line == b->line)
			ck_assert_int_le(a->column, b->column);
		/* Those of one place keep their order. */
		if (file == 0 && a->line == b->line && a->column == b->column)
			ck_assert_int_lt(atoi(a->message), atoi(b->message));
	}
	diags_release(&diags);
	ck_assert_uint_eq(diags.count, 0);
	diags_sort(&diags);
}
END_TEST

START_TEST(chance_repeats_and_spreads)
{
	struct rng a, b;
	int counts[30] = { 0 };

	rng_seed(&a, 42);
	rng_seed(&b, 42);
	for (int i = 0; i < 30000; i++) {
		uint32_t number = rng_below(&a, 30);

		ck_assert_uint_lt(number, 30);
		ck_assert_uint_eq(number, rng_below(&b, 30));
		counts[number]++;
	}
	for (int i = 0; i < 30; i++) {
		ck_assert_int_gt(counts[i], 850);
		ck_assert_int_lt(counts[i], 1150);
	}
	for (int i = 0; i < 100; i++)
		ck_assert_uint_eq(rng_below(&a, 1), 0);
	/* SplitMix64 begins with 0x910a2dec89025cc1 from the seed 1; what is made up stays the same for good. */
	rng_seed(&a, 1);
	ck_assert_uint_eq(rng_below(&a, UINT32_MAX), 0x910a2dec - 1);
}
END_TEST

START_TEST(ids_are_read_aloud)
{
	char id[33], again[33];
	struct rng rng;

	memset(id, '!', sizeof id);
	random_id(NULL, id, 0);
	ck_assert_str_eq(id, "");
	ck_assert_int_eq(id[1], '!');
	for (int i = 0; i < 200; i++) {
		random_id(NULL, id, 32);
		ck_assert_uint_eq(strlen(id), 32);
		ck_assert_uint_eq(strspn(id, "23456789abcdefghjkmnpqrstvwxyz"), 32);
		random_id(NULL, again, 32);
		ck_assert_str_ne(id, again);
	}
	rng_seed(&rng, 5);
	random_id(&rng, id, 8);
	rng_seed(&rng, 5);
	random_id(&rng, again, 8);
	ck_assert_str_eq(id, again);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("base/mem");
	TCase *tcase = tcase_create("mem");

	tcase_add_test(tcase, allocates_nothing_too);
	tcase_add_test(tcase, grows_zeroed);
	tcase_add_test(tcase, sets_to_a_part_of_itself);
	tcase_add_test(tcase, prints_what_is_long);
	/* It ends the process, so it needs one of its own. */
	if (!getenv("CK_FORK") || strcmp(getenv("CK_FORK"), "no") != 0)
		tcase_add_test_raise_signal(tcase, ends_when_a_size_overflows, SIGABRT);
	tcase_add_loop_test(tcase, strings_grow, 0, (int)COUNT_OF(lengths));
	tcase_add_test(tcase, strings_hold_any_byte);
	tcase_add_test(tcase, strings_are_cut_and_taken);
	tcase_add_test(tcase, errors_are_filled_in);
	tcase_add_loop_test(tcase, errors_are_cut_at_characters, 0, (int)COUNT_OF(characters));
	tcase_add_loop_test(tcase, findings_name_their_place, 0, (int)COUNT_OF(findings));
	tcase_add_test(tcase, findings_are_sorted);
	tcase_add_test(tcase, chance_repeats_and_spreads);
	tcase_add_test(tcase, ids_are_read_aloud);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
