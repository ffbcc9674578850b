/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long a key takes at home where there are many sessions, from when it is typed to the last byte that is painted. As a
 * test a few hundred sessions and no bound but patience; "make benchmark-many" takes ten thousand, and no more than a
 * frame for 99 of 100 keys.
 */
#include "base/mem.h"
#include "run.h"
#include "screen/demo.h"
#include "terminal/pty.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SESSIONS_USUAL "300"
#define FRAME 16.0   /* milliseconds */
#define PATIENCE 2000.0
#define FIRST 1000   /* milliseconds until a key shows */
#define SILENCE 30   /* milliseconds after which no more of it comes: less than home rests before it looks closer */
#define BETWEEN 40   /* from one key to the next */
#define MOST 500

#define UP "\033[A"
#define DOWN "\033[B"
#define PAGE_UP "\033[5~"
#define PAGE_DOWN "\033[6~"
#define FIRST_LINE "\033[H"
#define LAST_LINE "\033[F"

/* What is done at home, and by which keys, each followed by what parts them. */
static const struct {
	const char *name, *keys;
	int times;
} parts[] = {
	{ "moving", DOWN " " DOWN " " DOWN " " UP, 30 },
	{ "paging", PAGE_DOWN " " PAGE_DOWN " " PAGE_UP, 30 },
	{ "to the end and back", LAST_LINE " " FIRST_LINE, 20 },
	/* From the slash to Esc. */
	{ "filtering", "/ h e r o n _ 2 0 2 5 \025 d u n e _ - 1 1 \025 z z \025 f i n i s h e d \033", 3 },
	{ "sorting", "o", 60 },
};

static const char *setting(const char *name, const char *usual)
{
	const char *value = getenv(name);

	return value && value[0] ? value : usual;
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1000000;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

/* Reads what has come within so many milliseconds; whether there was any. */
static bool take(struct pty *pty, int milliseconds)
{
	struct pollfd fd = { .fd = pty->terminal, .events = POLLIN };
	char bytes[65536];

	return poll(&fd, 1, milliseconds) > 0 && read(pty->terminal, bytes, sizeof bytes) > 0;
}

/* Milliseconds from a key to the last byte that comes of it; -1 where nothing does. */
static double measure(struct pty *pty, const char *key)
{
	double begun, last = -1;

	while (take(pty, BETWEEN))
		continue;
	begun = now();
	pty_type(pty, key);
	for (bool any = take(pty, FIRST); any; any = take(pty, SILENCE))
		last = now() - begun;
	return last;
}

static void play(struct pty *pty, size_t part, double bound)
{
	double took[MOST];
	size_t count = 0;

	for (int i = 0; i < parts[part].times; i++) {
		char *copy = mem_strdup(parts[part].keys), *rest = NULL;

		for (char *key = strtok_r(copy, " ", &rest); key; key = strtok_r(NULL, " ", &rest)) {
			double each = measure(pty, strcmp(key, "_") == 0 ? " " : key);

			/* At the end of the list there is nothing to paint. */
			if (each >= 0 && count < MOST)
				took[count++] = each;
		}
		free(copy);
	}
	ck_assert_uint_gt(count, 10);
	qsort(took, count, sizeof took[0], compare);
	printf("# %s: %zu keys, median %.1f ms, 99th percentile %.1f ms, worst %.1f ms\n", parts[part].name, count,
		took[count / 2], took[(count * 99 + 99) / 100 - 1], took[count - 1]);
	fflush(stdout);
	ck_assert_msg(took[(count * 99 + 99) / 100 - 1] <= bound, "%s: 99 of 100 keys take up to %.1f ms, and are to take %.0f",
		parts[part].name, took[(count * 99 + 99) / 100 - 1], bound);
}

static void make(const char *path, int sessions)
{
	struct demo_plan plan = { .sessions = sessions, .people = 9, .seed = 1, .banks = getenv("ACCORD_BANKS") };
	struct err err = { 0 };
	struct store *store = store_open(path, &err);

	ck_assert_msg(store != NULL, "%s", err.message);
	ck_assert_msg(demo_fill(store, &plan, NULL, NULL, &err) == 0, "%s", err.message);
	store_close(store);
}

START_TEST(keys_at_home)
{
	const char *sessions = setting("ACCORD_SESSIONS", SESSIONS_USUAL);
	double bound = getenv("ACCORD_SESSIONS") ? FRAME : PATIENCE;
	char *folder = mem_printf("%s/many.XXXXXX", setting("TMPDIR", "/tmp")), *path;
	char shown[64];
	struct pty pty;

	ck_assert_ptr_nonnull(mkdtemp(folder));
	path = mem_printf("%s/many.db", folder);
	make(path, atoi(sessions));
	snprintf(shown, sizeof shown, "%s sessions", sessions);
	pty_start(&pty, 120, 40, (const char *const[]){ "TERM=xterm-256color", "LC_ALL=C.UTF-8", "ACCORD_NOW", NULL },
		(const char *const[]){ setting("ACCORD", "src/accord"), "--database", path, NULL });
	pty_see(&pty, shown);
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		play(&pty, i, bound);
	pty_type(&pty, "q");
	ck_assert_int_eq(pty_wait(&pty), 0);
	pty_release(&pty);
	unlink(path);
	rmdir(folder);
	free(path);
	free(folder);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("terminal-many");
	TCase *tcase = tcase_create("many");

	tcase_add_test(tcase, keys_at_home);
	tcase_set_timeout(tcase, 900);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
