/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of located nodes, of reading them, and of what a bank answers. */
#include "base/mem.h"
#include "base/node.h"
#include "base/str.h"
#include "model/bank.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

/* A map filled by put: a key stands in the line of its number, its value in column 9. */
struct fixture {
	struct node *map;
	struct diags diags;
	struct reader reader;
};

static void begin(struct fixture *fixture, const char *subject)
{
	*fixture = (struct fixture){ .map = node_new(NODE_MAP, 1, 1) };
	fixture->reader.diags = &fixture->diags;
	fixture->reader.file = "f";
	strcpy(fixture->reader.subject, subject);
}

static struct node *scalar(int line, int column, const char *text, bool plain)
{
	struct node *node = node_new(NODE_SCALAR, line, column);

	mem_set(&node->text, text);
	node->plain = plain;
	return node;
}

static struct node *put(struct node *map, const char *key, struct node *value)
{
	node_add(map, scalar((int)map->count / 2 + 1, 1, key, true));
	node_add(map, value);
	return value;
}

static void put_text(struct node *map, const char *key, const char *text)
{
	put(map, key, scalar((int)map->count / 2 + 1, 9, text, false));
}

static void put_plain(struct node *map, const char *key, const char *text)
{
	put(map, key, scalar((int)map->count / 2 + 1, 9, text, true));
}

/* What was reported since, a line each; forgets it. */
static void expect(struct fixture *fixture, const char *expected)
{
	struct str got;

	str_init(&got);
	for (size_t i = 0; i < fixture->diags.count; i++) {
		char *line = diag_text(&fixture->diags.items[i]);

		str_printf(&got, "%s\n", line);
		free(line);
	}
	ck_assert_str_eq(got.data, expected);
	str_release(&got);
	diags_release(&fixture->diags);
}

static void release(struct fixture *fixture)
{
	ck_assert_uint_eq(fixture->diags.count, 0);
	node_free(fixture->map);
}

START_TEST(test_get)
{
	struct node *map = node_new(NODE_MAP, 1, 1), *list = node_new(NODE_LIST, 1, 1);

	put_text(map, "a", "1");
	put_text(map, "b", "2");
	put_text(map, "a", "3");
	ck_assert_str_eq(node_get(map, "a")->text, "1");
	ck_assert_str_eq(node_get(map, "b")->text, "2");
	ck_assert_ptr_null(node_get(map, "1"));
	ck_assert_ptr_null(node_get(list, "a"));
	ck_assert_ptr_null(node_get(NULL, "a"));
	ck_assert_str_eq(node_kind_name(NODE_SCALAR), "a text");
	ck_assert_str_eq(node_kind_name(NODE_LIST), "a list");
	ck_assert_str_eq(node_kind_name(NODE_MAP), "a map");
	node_free(map);
	node_free(list);
	node_free(NULL);
}
END_TEST

static const struct {
	const char *text;
	bool is_id;
} ids[] = {
	{ "a", true },
	{ "0", true },
	{ "two-hours-2", true },
	{ "a-", true },
	{ "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd", true },
	{ "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde", false },
	{ "", false },
	{ "-a", false },
	{ "A", false },
	{ "a b", false },
	{ "a_b", false },
	{ "a/b", false },
	{ "\xc3\xa4", false },
};

START_TEST(test_id)
{
	struct node *map = node_new(NODE_MAP, 1, 1);

	put_text(map, "id", ids[_i].text);
	if (ids[_i].is_id)
		ck_assert_str_eq(node_id(map), ids[_i].text);
	else
		ck_assert_ptr_null(node_id(map));
	node_free(map);
}
END_TEST

START_TEST(test_id_of_others)
{
	struct node *map = node_new(NODE_MAP, 1, 1);

	ck_assert_ptr_null(node_id(map));
	put(map, "id", node_new(NODE_LIST, 1, 1));
	ck_assert_ptr_null(node_id(map));
	node_free(map);
}
END_TEST

START_TEST(test_shown)
{
	char text[400];

	ck_assert_str_eq(node_shown("caf\xc3\xa9").text, "caf\xc3\xa9");
	ck_assert_str_eq(node_shown("").text, "");
	ck_assert_str_eq(node_shown("a\x1b[2J\nb").text, "a\xe2\x90\x9b[2J\xe2\x90\x8a"
							 "b");
	ck_assert_str_eq(node_shown("a\xe2\x80\xae"
				    "b")
				 .text,
		"a\xef\xbf\xbd"
		"b");
	/* 60 bytes at most, and no half character. */
	memset(text, 'x', sizeof text);
	text[sizeof text - 1] = '\0';
	ck_assert_uint_eq(strlen(node_shown(text).text), 63);
	memcpy(text + 59, "\xc3\xa9", 2);
	ck_assert_uint_eq(strlen(node_shown(text).text), 62);
	memset(text, 0x1b, 300);
	ck_assert_uint_eq(strlen(node_shown(text).text), 183);
}
END_TEST

START_TEST(test_code_point)
{
	ck_assert_uint_eq(node_code_point("a"), 'a');
	ck_assert_uint_eq(node_code_point("\xe2\x80\xae"), 0x202e);
	ck_assert_uint_eq(node_code_point("\xf3\xa0\x80\x81x"), 0xe0001);
	ck_assert_uint_eq(node_code_point(""), 0);
}
END_TEST

START_TEST(test_subjects)
{
	struct fixture f;
	struct reader step, column;

	begin(&f, "");
	step = reader_enter(&f.reader, "step", f.map, 3);
	ck_assert_str_eq(step.subject, "step 3");
	column = reader_enter(&step, "column", f.map, 1);
	ck_assert_str_eq(column.subject, "step 3, column 1");
	put_text(f.map, "id", "trust");
	step = reader_enter(&f.reader, "step", f.map, 3);
	ck_assert_str_eq(step.subject, "step 'trust'");
	column = reader_enter(&step, "column", f.map, 1);
	ck_assert_str_eq(column.subject, "step 'trust', column 'trust'");
	reader_fail(&column, f.map, "%d times", 3);
	reader_fail(&f.reader, NULL, "\x1b[2J");
	expect(&f, "f:1:1: step 'trust', column 'trust': 3 times\nf: \xe2\x90\x9b[2J\n");
	release(&f);
}
END_TEST

START_TEST(test_keys)
{
	static const char *const names[] = { "title", "text" };
	struct fixture f;
	struct node *list = node_new(NODE_LIST, 7, 8);

	begin(&f, "it");
	put_text(f.map, "title", "x");
	put_text(f.map, "titel", "x");
	put_text(f.map, "colour", "x");
	put_text(f.map, "title", "x");
	put_text(f.map, "<<", "x");
	put_text(f.map, "colour", "x");
	ck_assert(reader_keys(&f.reader, f.map, names, COUNT_OF(names)));
	expect(&f, "f:2:1: it: unknown key 'titel' (did you mean 'title'?)\n"
		   "f:3:1: it: unknown key 'colour': known here are title, text\n"
		   "f:4:1: it: key 'title' stands twice, first in line 1\n"
		   "f:5:1: it: a merge key '<<' is not allowed: write out the keys\n"
		   "f:6:1: it: key 'colour' stands twice, first in line 3\n");
	ck_assert(!reader_keys(&f.reader, list, names, COUNT_OF(names)));
	expect(&f, "f:7:8: it: must be a map of keys and values, not a list\n");
	node_free(list);
	release(&f);
}
END_TEST

static void expect_text(char *got, const char *expected)
{
	if (expected)
		ck_assert_str_eq(got, expected);
	else
		ck_assert_ptr_null(got);
	free(got);
}

START_TEST(test_texts)
{
	struct fixture f;

	begin(&f, "it");
	put_text(f.map, "tidy", "  two   words \n");
	put_text(f.map, "lines", "one  \n two\n\n");
	put_plain(f.map, "null", "~");
	put_text(f.map, "tilde", "~");
	put_text(f.map, "empty", " \n");
	put_text(f.map, "five",
		"\xc3\xa4"
		"bcde");
	put_text(f.map, "bad", "a\tb");
	put_text(f.map, "nfd", "a\xcc\x88");
	put(f.map, "list", node_new(NODE_LIST, 9, 9));
	put_text(f.map, "space", "\xc2\xa0");
	expect_text(reader_line(&f.reader, f.map, "tidy", true, 9), "two words");
	expect_text(reader_text(&f.reader, f.map, "lines", true, 20), "one  \n two");
	expect_text(reader_line(&f.reader, f.map, "tilde", true, 9), "~");
	expect_text(reader_line(&f.reader, f.map, "five", true, 5), "\xc3\xa4"
								    "bcde");
	expect_text(reader_line(&f.reader, f.map, "nfd", true, 5), "\xc3\xa4");
	expect_text(reader_line(&f.reader, f.map, "none", false, 5), NULL);
	expect(&f, "");
	expect_text(reader_line(&f.reader, f.map, "none", true, 5), NULL);
	expect_text(reader_line(&f.reader, f.map, "lines", true, 20), NULL);
	expect_text(reader_line(&f.reader, f.map, "null", false, 20), NULL);
	expect_text(reader_line(&f.reader, f.map, "empty", false, 20), NULL);
	expect_text(reader_text(&f.reader, f.map, "empty", false, 20), NULL);
	expect_text(reader_line(&f.reader, f.map, "five", false, 4), NULL);
	expect_text(reader_text(&f.reader, f.map, "five", false, 1), NULL);
	expect_text(reader_line(&f.reader, f.map, "bad", false, 20), NULL);
	expect_text(reader_text(&f.reader, f.map, "list", false, 20), NULL);
	expect_text(reader_line(&f.reader, f.map, "space", false, 20), NULL);
	expect(&f, "f:1:1: it: key 'none' is missing\n"
		   "f:2:9: it: 'lines' must be one line\n"
		   "f:3:9: it: 'null' has no value\n"
		   "f:5:9: it: 'empty' has no value\n"
		   "f:5:9: it: 'empty' has no value\n"
		   "f:6:9: it: 'five' is too long: 5 of at most 4 characters\n"
		   "f:6:9: it: 'five' is too long: 5 of at most 1 character\n"
		   "f:7:9: it: 'bad' holds the character U+0009, which is not allowed\n"
		   "f:9:9: it: 'list' must be a text, not a list\n"
		   "f:10:9: it: 'space' has no value\n");
	release(&f);
}
END_TEST

START_TEST(test_read_id)
{
	struct fixture f;

	begin(&f, "it");
	put_plain(f.map, "good", "two-hours");
	put_plain(f.map, "bad", "Zw\xc3\xb6lf Uhr");
	expect_text(reader_id(&f.reader, f.map, "good", true), "two-hours");
	expect(&f, "");
	expect_text(reader_id(&f.reader, f.map, "bad", false), NULL);
	expect(&f, "f:2:9: it: 'bad' must be made of a-z, 0-9 and hyphens, such as 'zwolf-uhr', "
		   "not 'Zw\xc3\xb6lf Uhr'\n");
	release(&f);
}
END_TEST

static const struct {
	const char *text;
	long number; /* -999 where it is none from -100 to 1000 */
} numbers[] = {
	{ "0", 0 },
	{ "7", 7 },
	{ "-100", -100 },
	{ "1000", 1000 },
	{ "-101", -999 },
	{ "1001", -999 },
	{ "07", -999 },
	{ "+7", -999 },
	{ "0x7", -999 },
	{ "7.0", -999 },
	{ "7 ", -999 },
	{ "1_000", -999 },
	{ "-", -999 },
	{ "seven", -999 },
	{ "18446744073709551623", -999 },
	{ "99999999999999999999999999", -999 },
};

START_TEST(test_number)
{
	struct fixture f;
	char *expected;

	begin(&f, "it");
	put_plain(f.map, "n", numbers[_i].text);
	ck_assert_int_eq(reader_number(&f.reader, f.map, "n", true, -100, 1000, -999),
		numbers[_i].number);
	expected = numbers[_i].number == -999 ? mem_printf("f:1:9: it: 'n' must be a whole number "
							   "from -100 to 1000, not '%s'\n",
							numbers[_i].text)
					      : mem_strdup("");
	expect(&f, expected);
	free(expected);
	release(&f);
}
END_TEST

START_TEST(test_number_else)
{
	struct fixture f;

	begin(&f, "it");
	put_text(f.map, "quoted", "7");
	ck_assert_int_eq(reader_number(&f.reader, f.map, "none", false, 0, 9, 5), 5);
	expect(&f, "");
	ck_assert_int_eq(reader_number(&f.reader, f.map, "none", true, 0, 9, 5), 5);
	ck_assert_int_eq(reader_number(&f.reader, f.map, "quoted", true, 0, 9, 5), 5);
	expect(&f, "f:1:1: it: key 'none' is missing\n"
		   "f:1:9: it: 'quoted' must be a number: take its quotes away\n");
	release(&f);
}
END_TEST

START_TEST(test_flag)
{
	struct fixture f;

	begin(&f, "it");
	put_plain(f.map, "on", "true");
	put_plain(f.map, "off", "false");
	put_plain(f.map, "yes", "yes");
	put_text(f.map, "quoted", "false");
	ck_assert(reader_flag(&f.reader, f.map, "on", false));
	ck_assert(!reader_flag(&f.reader, f.map, "off", true));
	ck_assert(reader_flag(&f.reader, f.map, "none", true));
	ck_assert(!reader_flag(&f.reader, f.map, "none", false));
	expect(&f, "");
	ck_assert(!reader_flag(&f.reader, f.map, "yes", false));
	ck_assert(reader_flag(&f.reader, f.map, "quoted", true));
	expect(&f, "f:3:9: it: 'yes' must be true or false, not 'yes'\n"
		   "f:4:9: it: 'quoted' must be true or false, without quotes\n");
	release(&f);
}
END_TEST

START_TEST(test_choice)
{
	static const char *const names[] = { "overlap", "gaps" };
	struct fixture f;

	begin(&f, "it");
	put_plain(f.map, "good", "gaps");
	put_plain(f.map, "near", "overlaps");
	put_plain(f.map, "far", "nothing");
	ck_assert_int_eq(reader_choice(&f.reader, f.map, "good", true, names, 2), 1);
	ck_assert_int_eq(reader_choice(&f.reader, f.map, "none", false, names, 2), -1);
	expect(&f, "");
	ck_assert_int_eq(reader_choice(&f.reader, f.map, "near", true, names, 2), -1);
	ck_assert_int_eq(reader_choice(&f.reader, f.map, "far", true, names, 2), -1);
	ck_assert_int_eq(reader_choice(&f.reader, f.map, "none", true, names, 2), -1);
	expect(&f, "f:2:9: it: unknown near 'overlaps' (did you mean 'overlap'?)\n"
		   "f:3:9: it: unknown far 'nothing': known here are overlap, gaps\n"
		   "f:1:1: it: key 'none' is missing\n");
	release(&f);
}
END_TEST

START_TEST(test_list)
{
	struct fixture f;
	struct node *list;

	begin(&f, "it");
	list = put(f.map, "list", node_new(NODE_LIST, 1, 9));
	put(f.map, "empty", node_new(NODE_LIST, 2, 9));
	put_plain(f.map, "null", "");
	put_text(f.map, "text", "");
	node_add(list, node_new(NODE_MAP, 1, 10));
	node_add(list, node_new(NODE_MAP, 1, 12));
	ck_assert_ptr_eq(reader_list(&f.reader, f.map, "list", true, 2), list);
	ck_assert_ptr_nonnull(reader_list(&f.reader, f.map, "empty", false, 2));
	ck_assert_ptr_null(reader_list(&f.reader, f.map, "none", false, 2));
	expect(&f, "");
	ck_assert_ptr_eq(reader_list(&f.reader, f.map, "list", false, 1), list);
	ck_assert_ptr_nonnull(reader_list(&f.reader, f.map, "empty", true, 2));
	ck_assert_ptr_null(reader_list(&f.reader, f.map, "null", false, 2));
	ck_assert_ptr_null(reader_list(&f.reader, f.map, "text", false, 2));
	ck_assert_ptr_null(reader_list(&f.reader, f.map, "none", true, 2));
	expect(&f, "f:1:9: it: 'list' is too long: 2 of at most 1 entry\n"
		   "f:2:9: it: 'empty' is empty\n"
		   "f:3:9: it: 'null' has no value\n"
		   "f:4:9: it: 'text' must be a list, not a text\n"
		   "f:1:1: it: key 'none' is missing\n");
	release(&f);
}
END_TEST

START_TEST(test_unique)
{
	static const char *const entries[] = { "a", "b", "a", "Not an id", "Not an id", "a" };
	struct fixture f;
	struct node *list;

	begin(&f, "it");
	list = put(f.map, "list", node_new(NODE_LIST, 1, 1));
	for (size_t i = 0; i < COUNT_OF(entries); i++) {
		struct node *map = node_new(NODE_MAP, (int)i + 1, 1);

		put(map, "id", scalar((int)i + 1, 5, entries[i], true));
		node_add(list, map);
	}
	node_add(list, scalar(9, 1, "a", true));
	reader_unique(&f.reader, list, "list");
	reader_unique(&f.reader, NULL, "list");
	expect(&f, "f:3:5: it: id 'a' stands twice among 'list', first in line 1\n"
		   "f:6:5: it: id 'a' stands twice among 'list', first in line 1\n");
	release(&f);
}
END_TEST

START_TEST(test_column_types)
{
	static const char *const names[] = {
		"text",
		"side",
		"person",
		"choice",
		"level",
		"number",
		"money",
		"date",
		"yes-no",
	};

	for (int i = 0; i < (int)COUNT_OF(names); i++) {
		ck_assert_str_eq(column_type_name((enum column_type)i), names[i]);
		ck_assert_int_eq(column_type_parse(names[i]), i);
	}
	ck_assert_int_eq(column_type_parse("Text"), -1);
	ck_assert_int_eq(column_type_parse(""), -1);
}
END_TEST

static char id_a[] = "a", id_b[] = "b", id_both[] = "a/b", name_a[] = "\xc3\x84rzte",
	    name_b[] = "IT";

START_TEST(test_side)
{
	const struct bank bank = { .sides = { { id_a, name_a }, { id_b, name_b } } };

	ck_assert_int_eq(bank_side(&bank, "a"), 0);
	ck_assert_int_eq(bank_side(&bank, "B"), 1);
	ck_assert_int_eq(bank_side(&bank, "it"), 1);
	ck_assert_int_eq(bank_side(&bank, " \xc3\xa4RZTE "), 0);
	ck_assert_int_eq(bank_side(&bank, "A\xcc\x88rzte"), 0);
	ck_assert_int_eq(bank_side(&bank, "ab"), SIDE_NONE);
	ck_assert_int_eq(bank_side(&bank, ""), SIDE_NONE);
}
END_TEST

START_TEST(test_lookups)
{
	struct option options[] = { { .id = id_a, .text = name_a }, { .id = id_b, .text = name_b } };
	struct column columns[] = { { .id = id_a }, { .id = id_b } };
	struct step steps[] = {
		{ .id = id_b, .key = id_both, .columns = columns, .column_count = 2 }
	};
	struct module modules[] = { { .id = id_b },
		{ .id = id_a, .steps = steps, .step_count = 1 } };
	struct agenda agendas[] = { { .id = id_a } };
	const struct bank bank = {
		.modules = modules,
		.module_count = 2,
		.agendas = agendas,
		.agenda_count = 1,
	};
	const struct module *module = NULL;

	ck_assert_ptr_eq(bank_module(&bank, "a"), &modules[1]);
	ck_assert_ptr_null(bank_module(&bank, "c"));
	ck_assert_ptr_eq(bank_agenda(&bank, "a"), agendas);
	ck_assert_ptr_null(bank_agenda(&bank, "b"));
	ck_assert_ptr_eq(bank_step(&bank, "a/b", &module), steps);
	ck_assert_ptr_eq(module, &modules[1]);
	ck_assert_ptr_eq(bank_step(&bank, "a/b", NULL), steps);
	ck_assert_ptr_null(bank_step(&bank, "b", NULL));
	ck_assert_ptr_eq(step_column(steps, "b"), &columns[1]);
	ck_assert_ptr_null(step_column(steps, "c"));
	ck_assert_int_eq(option_find(options, 2, "b"), 1);
	ck_assert_int_eq(option_find(options, 1, "b"), -1);
	ck_assert_int_eq(option_find(NULL, 0, "b"), -1);
	bank_free(NULL);
}
END_TEST

static char sentence[] = "12 % of marketers spoke of total partnership.";
static char title[] = "CMO Council survey", population[] = "marketers", year[] = "2012";
static char seen_in[] = "Big Data demands new alliances";

static const struct {
	struct source source;
	const char *expected;
} cited[] = {
	{ { .title = title }, "(CMO Council survey)" },
	{ { .title = title, .population = population }, "(CMO Council survey, marketers)" },
	{ { .title = title, .year = year }, "(CMO Council survey, 2012)" },
	{ { .title = title, .seen_in = seen_in }, "(CMO Council survey; seen in \xe2\x80\x9c"
						  "Big Data demands new alliances\xe2\x80\x9d)" },
	{ { .title = title, .population = population, .year = year, .seen_in = seen_in },
		"(CMO Council survey, marketers, 2012; seen in \xe2\x80\x9c"
		"Big Data demands new alliances\xe2\x80\x9d)" },
};

START_TEST(test_benchmark)
{
	const struct benchmark benchmark = { .text = sentence,
		.value = 12,
		.source = &cited[_i].source };
	char *expected = mem_printf("%s %s", sentence, cited[_i].expected);

	expect_text(benchmark_text(&benchmark), expected);
	free(expected);
}
END_TEST

START_TEST(test_benchmark_bare)
{
	const struct benchmark benchmark = { .text = sentence };

	expect_text(benchmark_text(&benchmark), sentence);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("node");
	TCase *node = tcase_create("node"), *reader = tcase_create("reader"),
	      *bank = tcase_create("bank");

	tcase_add_test(node, test_get);
	tcase_add_loop_test(node, test_id, 0, (int)COUNT_OF(ids));
	tcase_add_test(node, test_id_of_others);
	tcase_add_test(node, test_shown);
	tcase_add_test(node, test_code_point);
	suite_add_tcase(suite, node);

	tcase_add_test(reader, test_subjects);
	tcase_add_test(reader, test_keys);
	tcase_add_test(reader, test_texts);
	tcase_add_test(reader, test_read_id);
	tcase_add_loop_test(reader, test_number, 0, (int)COUNT_OF(numbers));
	tcase_add_test(reader, test_number_else);
	tcase_add_test(reader, test_flag);
	tcase_add_test(reader, test_choice);
	tcase_add_test(reader, test_list);
	tcase_add_test(reader, test_unique);
	suite_add_tcase(suite, reader);

	tcase_add_test(bank, test_column_types);
	tcase_add_test(bank, test_side);
	tcase_add_test(bank, test_lookups);
	tcase_add_loop_test(bank, test_benchmark, 0, (int)COUNT_OF(cited));
	tcase_add_test(bank, test_benchmark_bare);
	suite_add_tcase(suite, bank);
	return run_suite(suite);
}
