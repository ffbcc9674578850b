/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of where banks are found. */
#include "bank/find.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Folders for looking for banks: a in --banks, b in $ACCORD_BANKS, c and d of XDG. */
static char *top;

static void put(const char *folder, const char *name)
{
	char *path = mem_printf("%s/%s", top, folder), *file = mem_printf("%s/%s", path, name);
	struct err err = { 0 };

	ck_assert_int_eq(file_make_folder(path, &err), 0);
	ck_assert_msg(file_write(file, "x\n", 2, false, &err) == 0, "%s", err.message);
	free(file);
	free(path);
}

static char *at(const char *name)
{
	return mem_printf("%s/%s", top, name);
}

/* A variable becomes the name of a folder there. */
static void set(const char *variable, const char *name)
{
	char *value = at(name);

	ck_assert_int_eq(setenv(variable, value, 1), 0);
	free(value);
}

static void set_up(void)
{
	const char *folder = getenv("TMPDIR");
	char *folders;

	top = mem_printf("%s/find.XXXXXX", folder ? folder : "/tmp");
	ck_assert_ptr_nonnull(mkdtemp(top));
	put("a", "one.yaml");
	put("a", "Not An Id.yaml");
	put("a", ".yaml");
	put("a", "other.txt");
	put("b", "one.yaml");
	put("b", "two.yaml");
	put("c/accord/banks", "two.yaml");
	put("c/accord/banks", "three.yaml");
	put("d/accord/banks", "three.yaml");
	put("d/accord/banks", "four.yaml");
	put("e/accord/banks", "five.yaml");
	set("ACCORD_BANKS", "b");
	set("XDG_DATA_HOME", "c");
	folders = mem_printf("relative:%s/d::%s/e", top, top);
	ck_assert_int_eq(setenv("XDG_DATA_DIRS", folders, 1), 0);
	free(folders);
}

static void tear_down(void)
{
	static const char *const paths[] = {
		"a/one.yaml",
		"a/Not An Id.yaml",
		"a/.yaml",
		"a/other.txt",
		"a",
		"b/one.yaml",
		"b/two.yaml",
		"b",
		"c/accord/banks/two.yaml",
		"c/accord/banks/three.yaml",
		"c/accord/banks",
		"c/accord",
		"c",
		"d/accord/banks/three.yaml",
		"d/accord/banks/four.yaml",
		"d/accord/banks",
		"d/accord",
		"d",
		"e/accord/banks/five.yaml",
		"e/accord/banks",
		"e/accord",
		"e",
		"",
	};

	for (size_t i = 0; i < COUNT_OF(paths); i++) {
		char *path = at(paths[i]);

		ck_assert_int_eq(remove(path), 0);
		free(path);
	}
	free(top);
	top = NULL;
}

static void expect_found(const char *name, const char *folder, const char *expected)
{
	char *where = folder ? at(folder) : NULL, *path = at(expected);
	struct err err = { 0 };
	char *got = bank_find(name, where, &err);

	ck_assert_msg(got != NULL, "%s", err.message);
	ck_assert_str_eq(got, path);
	free(got);
	free(path);
	free(where);
}

START_TEST(test_find)
{
	char *path = at("a/other.txt");

	expect_found("one", "a", "a/one.yaml");
	expect_found("one", NULL, "b/one.yaml");
	expect_found("two", "a", "b/two.yaml");
	expect_found("three", "a", "c/accord/banks/three.yaml");
	expect_found("four", "a", "d/accord/banks/four.yaml");
	expect_found("five", NULL, "e/accord/banks/five.yaml");
	expect_found(path, "a", "a/other.txt");
	free(path);
}
END_TEST

START_TEST(test_find_file_here)
{
	char *folder = at("a"), before[4096];
	struct err err = { 0 };
	char *got;

	ck_assert_ptr_nonnull(getcwd(before, sizeof before));
	ck_assert_int_eq(chdir(folder), 0);
	got = bank_find("one.yaml", NULL, &err);
	ck_assert_int_eq(chdir(before), 0);
	ck_assert_str_eq(got, "one.yaml");
	free(got);
	free(folder);
}
END_TEST

/* Banks that are installed on this machine would be listed as well. */
static bool is_installed(void)
{
	return file_exists(ACCORD_PKGDATADIR "/banks");
}

static void expect_lost(const char *name, const char *expected)
{
	struct err err = { 0 };
	char *folder = at("a");

	ck_assert_ptr_null(bank_find(name, folder, &err));
	ck_assert_int_eq(err.code, ERR_FAILED);
	if (!is_installed())
		ck_assert_str_eq(err.message, expected);
	free(folder);
}

START_TEST(test_find_nothing)
{
	expect_lost("tree", "there is no bank 'tree' (did you mean 'three'?); there are: five, "
			    "four, one, three, two");
	expect_lost("pulse", "there is no bank 'pulse'; there are: five, four, one, three, two");
	expect_lost("/nowhere/x.yaml", "there is no file '/nowhere/x.yaml'");
	expect_lost("x.json", "there is no bank 'x.json'; there are: five, four, one, three, two");
}
END_TEST

START_TEST(test_find_no_banks)
{
	struct err err = { 0 };

	set("ACCORD_BANKS", "nowhere");
	set("XDG_DATA_HOME", "nowhere");
	set("XDG_DATA_DIRS", "nowhere");
	ck_assert_ptr_null(bank_find("x", NULL, &err));
	ck_assert_int_eq(err.code, ERR_FAILED);
	if (!is_installed())
		ck_assert_str_eq(err.message,
		"there is no bank 'x', nor any other: name a file or use --banks");
}
END_TEST

START_TEST(test_list)
{
	struct bank_entry *entries;
	struct err err = { 0 };
	struct str got;
	char *folder = at("a");
	size_t count;

	str_init(&got);
	ck_assert_int_eq(bank_list(folder, &entries, &count, &err), 0);
	for (size_t i = 0; i < count; i++)
		if (strncmp(entries[i].path, top, strlen(top)) == 0)
			str_printf(&got, "%s %s\n", entries[i].id,
				entries[i].path + strlen(top) + 1);
	ck_assert_str_eq(got.data,
		"five e/accord/banks/five.yaml\n"
		"four d/accord/banks/four.yaml\n"
		"one a/one.yaml\n"
		"three c/accord/banks/three.yaml\n"
		"two b/two.yaml\n");
	str_release(&got);
	bank_entries_free(entries, count);
	free(folder);
}
END_TEST

START_TEST(test_list_nowhere)
{
	struct bank_entry *entries;
	struct err err = { 0 };
	size_t count;

	ck_assert_int_eq(bank_list("/nowhere", &entries, &count, &err), -1);
	ck_assert_int_eq(err.code, ERR_FAILED);
	ck_assert_str_eq(err.message,
		"cannot read the folder '/nowhere': No such file or directory");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("bank-find");
	TCase *tests = tcase_create("find");

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_find);
	tcase_add_test(tests, test_find_file_here);
	tcase_add_test(tests, test_find_nothing);
	tcase_add_test(tests, test_find_no_banks);
	tcase_add_test(tests, test_list);
	tcase_add_test(tests, test_list_nowhere);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
