/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of two copies of a session is the newer one. */
#include "run.h"

#include "base/mem.h"
#include "model/archive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Runs as "a3 b1", when it was last changed, the seconds spent. */
static const struct pair {
	const char *ours;
	int64_t our_change, our_seconds;
	const char *theirs;
	int64_t their_change, their_seconds;
	enum archive_order order;
} pairs[] = {
	{ "a1", 10, 0, "a1", 10, 0, ARCHIVE_SAME },
	{ "a1", 10, 0, "a2", 20, 0, ARCHIVE_NEWER },
	{ "a2", 20, 0, "a1", 10, 0, ARCHIVE_OLDER },
	{ "a1", 10, 0, "a1 b1", 20, 0, ARCHIVE_NEWER },
	{ "a1 b4", 20, 0, "a1", 10, 0, ARCHIVE_OLDER },
	{ "a1 b1", 20, 0, "a1 c1", 30, 0, ARCHIVE_CONFLICT },
	{ "a2", 20, 0, "a1 b1", 30, 0, ARCHIVE_CONFLICT },
	{ "b1 a1", 20, 0, "a1 b2", 20, 0, ARCHIVE_NEWER },
	/* Clocks of two machines do not count where changes do. */
	{ "a1", 90, 0, "a2", 20, 0, ARCHIVE_NEWER },
	{ "a2", 10, 0, "a1", 90, 0, ARCHIVE_OLDER },
	/* Where one stands is no change, nor is the time that passes. */
	{ "a1", 10, 0, "a1", 11, 0, ARCHIVE_NEWER },
	{ "a1", 11, 0, "a1", 10, 0, ARCHIVE_OLDER },
	{ "a1", 10, 60, "a1", 10, 61, ARCHIVE_NEWER },
	{ "a1", 10, 61, "a1", 10, 60, ARCHIVE_OLDER },
	/* From before changes were counted. */
	{ "", 10, 0, "", 20, 0, ARCHIVE_NEWER },
	{ "", 20, 0, "", 10, 0, ARCHIVE_OLDER },
	{ "", 10, 0, "", 10, 0, ARCHIVE_SAME },
	{ "", 10, 0, "a1", 20, 0, ARCHIVE_NEWER },
	{ "", 20, 0, "a1", 10, 0, ARCHIVE_CONFLICT },
	{ "a1", 20, 0, "", 10, 0, ARCHIVE_OLDER },
	{ "a1", 10, 0, "", 20, 0, ARCHIVE_CONFLICT },
};

static struct archive *make(const char *runs, int64_t changed, int64_t seconds)
{
	struct archive *archive = archive_new();

	for (; *runs; runs += runs[2] ? 3 : 2) {
		archive->sittings = mem_grow(archive->sittings, &archive->sitting_capacity, archive->sitting_count,
			sizeof *archive->sittings);
		archive->sittings[archive->sitting_count++] = (struct archive_sitting){
			.token = mem_strndup(runs, 1), .changes = runs[1] - '0' };
	}
	archive->modules = mem_grow(archive->modules, &archive->module_capacity, 0, sizeof *archive->modules);
	archive->modules[archive->module_count++] = (struct archive_module){ .id = mem_strdup("m"), .seconds = seconds };
	archive->changed = changed;
	return archive;
}

START_TEST(order_of_copies)
{
	const struct pair *pair = &pairs[_i];
	struct archive *ours = make(pair->ours, pair->our_change, pair->our_seconds);
	struct archive *theirs = make(pair->theirs, pair->their_change, pair->their_seconds);

	ck_assert_int_eq(archive_compare(ours, theirs), pair->order);
	archive_free(ours);
	archive_free(theirs);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("archive");
	TCase *tcase = tcase_create("archive");

	tcase_add_loop_test(tcase, order_of_copies, 0, (int)COUNT_OF(pairs));
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
