/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing files: never half of one, never over another one, nothing left behind. */
#include "base/file.h"
#include "base/mem.h"
#include "run.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[4096];
static char path[4200];

static void remove_all(const char *name)
{
	DIR *dir = opendir(name);
	struct dirent *entry;

	while (dir && (entry = readdir(dir))) {
		char *below = mem_printf("%s/%s", name, entry->d_name);

		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
		    unlink(below) != 0)
			remove_all(below);
		free(below);
	}
	if (dir)
		closedir(dir);
	rmdir(name);
}

static void set_up(void)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(folder, sizeof folder, "%s/file.XXXXXX", tmp && tmp[0] ? tmp : "/tmp");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/out.txt", folder);
	umask(022);
}

static void tear_down(void)
{
	remove_all(folder);
}

static int count_files(void)
{
	DIR *dir = opendir(folder);
	int count = 0;

	ck_assert_ptr_nonnull(dir);
	while (readdir(dir))
		count++;
	closedir(dir);
	return count - 2;
}

static void expect(const char *text)
{
	struct str out;
	struct err err = { 0 };

	str_init(&out);
	ck_assert_int_eq(file_read(path, 1 << 20, &out, &err), 0);
	ck_assert_uint_eq(out.length, strlen(text));
	ck_assert_str_eq(out.data, text);
	str_release(&out);
}

static void write_fails(const char *where, bool force, const char *says)
{
	struct err err = { 0 };

	ck_assert_int_eq(file_write(where, "new", 3, force, &err), -1);
	ck_assert_int_eq(err.code, ERR_FAILED);
	ck_assert_msg(strstr(err.message, says) != NULL, "'%s' in '%s'", says, err.message);
	ck_assert_ptr_nonnull(strstr(err.message, where));
}

START_TEST(writes_and_reads)
{
	struct err err = { 0 };
	struct stat status;

	ck_assert_int_eq(file_write(path, "one\ntwo\n", 8, false, &err), 0);
	expect("one\ntwo\n");
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_uint_eq(status.st_mode & 0777, 0644);
	ck_assert_uint_eq(status.st_nlink, 1);
	ck_assert_int_eq(count_files(), 1);
	ck_assert_int_eq(file_write(path, "", 0, true, &err), 0);
	expect("");
	ck_assert_int_eq(count_files(), 1);
}
END_TEST

START_TEST(heeds_the_umask)
{
	struct stat status;
	mode_t mask;

	umask(077);
	ck_assert_int_eq(file_write(path, "x", 1, false, NULL), 0);
	mask = umask(022);
	ck_assert_uint_eq(mask, 077);
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_uint_eq(status.st_mode & 0777, 0600);
}
END_TEST

START_TEST(does_not_overwrite)
{
	ck_assert_int_eq(file_write(path, "old", 3, false, NULL), 0);
	write_fails(path, false, "exists already");
	expect("old");
	ck_assert_int_eq(count_files(), 1);
	ck_assert_int_eq(file_write(path, "new", 3, true, NULL), 0);
	expect("new");
	ck_assert_int_eq(count_files(), 1);
}
END_TEST

START_TEST(needs_its_folder)
{
	char *below = mem_printf("%s/none/out.txt", folder);

	write_fails(below, false, strerror(ENOENT));
	write_fails(below, true, strerror(ENOENT));
	ck_assert_int_eq(count_files(), 0);
	free(below);
}
END_TEST

START_TEST(does_not_write_over_folders)
{
	char *below = mem_printf("%s/folder", folder), *slash = mem_printf("%s/folder/", folder);

	ck_assert_int_eq(mkdir(below, 0700), 0);
	write_fails(below, false, "exists already");
	write_fails(below, true, below);
	write_fails(slash, false, "exists already");
	write_fails(slash, true, slash);
	ck_assert_int_eq(count_files(), 1);
	/* Empty, or it could not be removed. */
	ck_assert_int_eq(rmdir(below), 0);
	free(below);
	free(slash);
}
END_TEST

START_TEST(does_not_write_below_files)
{
	char *below = mem_printf("%s/below", path);

	ck_assert_int_eq(file_write(path, "old", 3, false, NULL), 0);
	write_fails(below, false, strerror(ENOTDIR));
	expect("old");
	ck_assert_int_eq(count_files(), 1);
	free(below);
}
END_TEST

/* A link is a name that is taken, wherever it leads; with force the link goes, not what it leads to. */
START_TEST(leaves_links_targets_alone)
{
	char *target = mem_printf("%s/target", folder);
	struct stat status;

	ck_assert_int_eq(symlink("target", path), 0);
	write_fails(path, false, "exists already");
	ck_assert(!file_exists(target));
	ck_assert_int_eq(file_write(target, "old", 3, false, NULL), 0);
	write_fails(path, false, "exists already");
	ck_assert_int_eq(file_write(path, "new", 3, true, NULL), 0);
	ck_assert_int_eq(lstat(path, &status), 0);
	ck_assert(S_ISREG(status.st_mode));
	expect("new");
	snprintf(path, sizeof path, "%s", target);
	expect("old");
	ck_assert_int_eq(count_files(), 2);
	free(target);
}
END_TEST

/* A disk that is full: the old file stays whole, and the new one leaves nothing. */
START_TEST(survives_a_full_disk)
{
	bool force = _i == 1;
	char *large = mem_zalloc(100001, 1);
	struct rlimit before, limit;
	struct err err = { 0 };

	memset(large, 'x', 100000);
	if (force)
		ck_assert_int_eq(file_write(path, "old", 3, false, NULL), 0);
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
	limit = before;
	limit.rlim_cur = 50000;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_assert_int_eq(file_write(path, large, 100000, force, &err), -1);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	ck_assert_ptr_nonnull(strstr(err.message, strerror(EFBIG)));
	ck_assert_int_eq(count_files(), force);
	if (force)
		expect("old");
	free(large);
}
END_TEST

START_TEST(keeps_every_byte)
{
	char bytes[256 * 100];
	struct str out;

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i * 7);
	ck_assert_int_eq(file_write(path, bytes, sizeof bytes, false, NULL), 0);
	str_init(&out);
	str_add(&out, "before");
	ck_assert_int_eq(file_read(path, sizeof bytes, &out, NULL), 0);
	ck_assert_uint_eq(out.length, sizeof bytes + 6);
	ck_assert_mem_eq(out.data, "before", 6);
	ck_assert_mem_eq(out.data + 6, bytes, sizeof bytes);
	str_release(&out);
}
END_TEST

static const struct {
	size_t size, limit;
	bool fits;
} limits[] = {
	{ 0, 0, true },	      { 1, 0, false },	       { 1, 1, true },	       { 8192, 8192, true },
	{ 8193, 8192, false }, { 8192, 8193, true },   { 20000, 20000, true }, { 20000, 19999, false },
};

START_TEST(reads_within_a_limit)
{
	char *bytes = mem_zalloc(limits[_i].size, 1);
	struct err err = { 0 };
	struct str out;

	ck_assert_int_eq(file_write(path, bytes, limits[_i].size, false, NULL), 0);
	str_init(&out);
	ck_assert_int_eq(file_read(path, limits[_i].limit, &out, &err), limits[_i].fits ? 0 : -1);
	ck_assert_uint_le(out.length, limits[_i].limit);
	if (!limits[_i].fits) {
		ck_assert_int_eq(err.code, ERR_INPUT);
		ck_assert_ptr_nonnull(strstr(err.message, "is larger than"));
	}
	str_release(&out);
	free(bytes);
}
END_TEST

START_TEST(cannot_read_what_is_no_file)
{
	struct err err = { 0 };
	struct str out;

	str_init(&out);
	ck_assert_int_eq(file_read(path, 10, &out, &err), -1);
	ck_assert_int_eq(err.code, ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(err.message, strerror(ENOENT)));
	ck_assert_int_eq(file_read(folder, 10, &out, &err), -1);
	ck_assert_ptr_nonnull(strstr(err.message, strerror(EISDIR)));
	ck_assert_int_eq(file_read("/dev/zero", 100000, &out, &err), -1);
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_uint_le(out.length, 100000);
	str_release(&out);
}
END_TEST

START_TEST(reads_standard_input)
{
	int kept = dup(STDIN_FILENO), ends[2];
	struct str out;

	ck_assert_int_eq(pipe(ends), 0);
	ck_assert_int_eq((int)write(ends[1], "piped", 5), 5);
	close(ends[1]);
	ck_assert_int_eq(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
	close(ends[0]);
	str_init(&out);
	ck_assert_int_eq(file_read("-", 100, &out, NULL), 0);
	ck_assert_str_eq(out.data, "piped");
	str_release(&out);
	/* It stays open: it is not ours. */
	ck_assert_int_ge(fcntl(STDIN_FILENO, F_GETFD), 0);
	if (kept >= 0) {
		dup2(kept, STDIN_FILENO);
		close(kept);
	}
}
END_TEST

static const char *const folders[] = { "a", "a/b/c", "a/", "a//b", "a/b///", "./a", "a/./b" };

START_TEST(makes_folders_for_the_user_alone)
{
	char *made = mem_printf("%s/%s", folder, folders[_i]);
	struct stat status;

	umask(0);
	ck_assert_int_eq(file_make_folder(made, NULL), 0);
	umask(022);
	ck_assert_int_eq(stat(made, &status), 0);
	ck_assert(S_ISDIR(status.st_mode));
	ck_assert_uint_eq(status.st_mode & 0777, 0700);
	snprintf(path, sizeof path, "%s/a", folder);
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_uint_eq(status.st_mode & 0777, 0700);
	/* There already: its rights are left as they are. */
	ck_assert_int_eq(chmod(made, 0755), 0);
	ck_assert_int_eq(file_make_folder(made, NULL), 0);
	ck_assert_int_eq(stat(made, &status), 0);
	ck_assert_uint_eq(status.st_mode & 0777, 0755);
	free(made);
}
END_TEST

static const char *const roots[] = { "/", "//", ".", "./", "/tmp", "/tmp/." };

START_TEST(has_folders_already)
{
	ck_assert_int_eq(file_make_folder(roots[_i], NULL), 0);
}
END_TEST

static const char *const files_in_the_way[] = { "out.txt", "out.txt/", "out.txt/a", "link", "link/a" };

START_TEST(cannot_make_folders_of_files)
{
	char *made = mem_printf("%s/%s", folder, files_in_the_way[_i]);
	char *link = mem_printf("%s/link", folder);
	struct err err = { 0 };

	ck_assert_int_eq(file_write(path, "x", 1, false, NULL), 0);
	ck_assert_int_eq(symlink("nowhere", link), 0);
	ck_assert_int_eq(file_make_folder(made, &err), -1);
	ck_assert_int_eq(err.code, ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(err.message, "cannot make the folder"));
	expect("x");
	free(link);
	free(made);
}
END_TEST

START_TEST(cannot_make_a_folder_without_name)
{
	struct err err = { 0 };

	ck_assert_int_eq(file_make_folder("", &err), -1);
	ck_assert_ptr_nonnull(strstr(err.message, strerror(ENOENT)));
}
END_TEST

START_TEST(sees_what_is_there)
{
	ck_assert(file_exists(folder));
	ck_assert(!file_exists(path));
	ck_assert_int_eq(symlink("nowhere", path), 0);
	ck_assert(file_exists(path));
	ck_assert(!file_exists(""));
}
END_TEST

static const struct {
	const char *xdg, *home, *data, *config; /* NULL where there is none */
} homes[] = {
	{ NULL, "/home/a", "/home/a/.local/share/accord", "/home/a/.config/accord" },
	{ "", "/home/a", "/home/a/.local/share/accord", "/home/a/.config/accord" },
	{ "relative", "/home/a", "/home/a/.local/share/accord", "/home/a/.config/accord" },
	{ "/x", "/home/a", "/x/accord", "/x/accord" },
	{ "/x", NULL, "/x/accord", "/x/accord" },
	{ NULL, NULL, NULL, NULL },
	{ NULL, "", NULL, NULL },
	{ NULL, "relative", NULL, NULL },
	{ "relative", NULL, NULL, NULL },
};

static void set_or_unset(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static void same(char *got, const char *expected)
{
	if (expected)
		ck_assert_str_eq(got, expected);
	else
		ck_assert_ptr_null(got);
	free(got);
}

START_TEST(finds_the_homes)
{
	char *kept = getenv("HOME") ? mem_strdup(getenv("HOME")) : NULL;
	char *data = getenv("XDG_DATA_HOME") ? mem_strdup(getenv("XDG_DATA_HOME")) : NULL;
	char *config = getenv("XDG_CONFIG_HOME") ? mem_strdup(getenv("XDG_CONFIG_HOME")) : NULL;

	set_or_unset("HOME", homes[_i].home);
	set_or_unset("XDG_DATA_HOME", homes[_i].xdg);
	set_or_unset("XDG_CONFIG_HOME", homes[_i].xdg);
	same(file_data_home("accord"), homes[_i].data);
	same(file_config_home("accord"), homes[_i].config);
	set_or_unset("HOME", kept);
	set_or_unset("XDG_DATA_HOME", data);
	set_or_unset("XDG_CONFIG_HOME", config);
	free(kept);
	free(data);
	free(config);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("base/file");
	TCase *tcase = tcase_create("file");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, writes_and_reads);
	tcase_add_test(tcase, heeds_the_umask);
	tcase_add_test(tcase, does_not_overwrite);
	tcase_add_test(tcase, needs_its_folder);
	tcase_add_test(tcase, does_not_write_over_folders);
	tcase_add_test(tcase, does_not_write_below_files);
	tcase_add_test(tcase, leaves_links_targets_alone);
	tcase_add_loop_test(tcase, survives_a_full_disk, 0, 2);
	tcase_add_test(tcase, keeps_every_byte);
	tcase_add_loop_test(tcase, reads_within_a_limit, 0, (int)COUNT_OF(limits));
	tcase_add_test(tcase, cannot_read_what_is_no_file);
	tcase_add_test(tcase, reads_standard_input);
	tcase_add_loop_test(tcase, makes_folders_for_the_user_alone, 0, (int)COUNT_OF(folders));
	tcase_add_loop_test(tcase, has_folders_already, 0, (int)COUNT_OF(roots));
	tcase_add_loop_test(tcase, cannot_make_folders_of_files, 0, (int)COUNT_OF(files_in_the_way));
	tcase_add_test(tcase, cannot_make_a_folder_without_name);
	tcase_add_test(tcase, sees_what_is_there);
	tcase_add_loop_test(tcase, finds_the_homes, 0, (int)COUNT_OF(homes));
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
