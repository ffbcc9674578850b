/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long a key takes where there are many sessions, from when it is typed to the last byte of what is painted then: at
 * home, in the search, and in the list of actions. What comes later by itself, such as the rest of a long list, holds up
 * the keys that are typed meanwhile; these are timed as well. As a test a few hundred sessions, fewer keys, and no bound but patience; "make
 * benchmark-many" takes ten thousand, and no more than a frame for 99 of 100 keys of each part. ACCORD_PART=actions takes
 * only the parts whose names begin so, ACCORD_MANY=FILE the sessions that are there, ACCORD_SESSIONS of them.
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
#define SOON 200     /* the same as a test, where a key that shows nothing is no loss */
#define SILENCE 5    /* milliseconds after which no more of it comes: a screen is painted at once */
#define BETWEEN 40   /* from one key to the next, where that is what counts */
#define MOST 1000
#define SHARE 60     /* of the times, as a test */

#define UP "\033[A"
#define DOWN "\033[B"
#define PAGE_UP "\033[5~"
#define PAGE_DOWN "\033[6~"
#define FIRST_LINE "\033[H"
#define LAST_LINE "\033[F"

/* Typed letter by letter, and taken away again; each part of it ends with an empty line. */
#define WORDS \
	"h e r o n _ 2 0 2 5 \025 d u n e _ - 1 1 \025 z z \025 f i n i s h e d \025 " \
	"s \177 m a \177 \177 o p e n _ t h e _ d \025 \xe5\x90\x88 \xe6\x84\x8f \025 "

/*
 * What is done, and by which keys, each followed by what parts them: before a part and after it the screen is home, where
 * `opens` and `closes` lead away and back. A key behind ! is typed at once, without a rest before it. A lone Esc, which may be the beginning of another key, is waited for and not
 * counted.
 */
static const struct {
	const char *name, *opens, *keys, *closes;
	int times;
} parts[] = {
	{ "home: moving", "", DOWN " " DOWN " " DOWN " " UP, "", 80 },
	{ "home: paging", "", PAGE_DOWN " " PAGE_DOWN " " PAGE_UP, "", 100 },
	{ "home: to the end and back", "", LAST_LINE " " FIRST_LINE, "", 150 },
	{ "home: filtering", "", "/ " WORDS "\033", "", 7 },
	{ "home: sorting", "", "o", "", 300 },
	{ "home: into a session and back", FIRST_LINE, "\r q", "", 150 },
	{ "search: opening and leaving", "", "S \033", "", 150 },
	{ "search: typing", "S", WORDS, "\033", 7 },
	{ "search: a phrase", "S", "\" o p e n _ q u e s t i o n \" \025", "\033", 20 },
	{ "search: moving", "S t h e", DOWN " " DOWN " " UP " " PAGE_DOWN " " PAGE_UP, "\033", 60 },
	{ "search: to what was found and back", "S h e r o n", "\r q", "\033", 150 },
	{ "actions: opening and leaving", "", "a q", "", 150 },
	{ "actions: opening and moving at once", "", "a !" DOWN " !" DOWN " !" PAGE_DOWN " !" UP " !q", "", 60 },
	{ "actions: moving", "a", DOWN " " DOWN " " UP, "q", 100 },
	{ "actions: paging", "a", PAGE_DOWN " " PAGE_DOWN " " PAGE_UP " " LAST_LINE " " FIRST_LINE, "q", 60 },
	{ "actions: filtering", "a", "/ " WORDS "\033", "q", 7 },
	{ "actions: sorting", "a", "o", "q", 300 },
	{ "actions: done, and undone", "a", "_ u", "q", 150 },
	{ "actions: to one and back", "a", "\r q", "q", 150 },
	{ "all actions: shown and hidden", "a", "v", "q", 300 },
	{ "all actions: shown, and moving at once", "", "a v !" DOWN " !" DOWN " !" PAGE_DOWN " !" UP " !q", "", 60 },
	{ "all actions: moving", "a v", DOWN " " DOWN " " PAGE_DOWN " " UP " " LAST_LINE " " FIRST_LINE, "q", 50 },
	{ "all actions: filtering", "a v", "/ " WORDS "\033", "q", 7 },
	{ "all actions: sorting", "a v", "o", "q", 300 },
	{ "all actions: done, and undone", "a v", "_ u", "q", 150 },
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
static double measure(struct pty *pty, const char *key, int between)
{
	double begun, last = -1;

	while (take(pty, between))
		continue;
	begun = now();
	pty_type(pty, key);
	for (bool any = take(pty, between ? FIRST : SOON); any; any = take(pty, SILENCE))
		last = now() - begun;
	return last;
}

/* Types keys; took[] is how long each took, as far as it is wanted. Returns how many did something. */
static size_t type_all(struct pty *pty, const char *keys, int between, double took[], size_t room)
{
	char *copy = mem_strdup(keys), *rest = NULL;
	size_t count = 0;

	for (char *key = strtok_r(copy, " ", &rest); key; key = strtok_r(NULL, " ", &rest)) {
		bool at_once = key[0] == '!';
		const char *bytes = at_once ? key + 1 : key;
		double each = measure(pty, strcmp(bytes, "_") == 0 ? " " : bytes, at_once ? 0 : between);

		/* At the end of the list there is nothing to paint. */
		if (each >= 0 && count < room && strcmp(key, "\033") != 0)
			took[count++] = each;
	}
	free(copy);
	return count;
}

/* Says what a part took; whether that is within the bound. */
static bool play(struct pty *pty, size_t part, int share, double bound)
{
	int between = share > 1 ? 0 : BETWEEN;
	double took[MOST], late;
	size_t count = 0;

	type_all(pty, parts[part].opens, between, NULL, 0);
	for (int i = 0; i < parts[part].times; i += share)
		count += type_all(pty, parts[part].keys, between, took + count, MOST - count);
	type_all(pty, parts[part].closes, between, NULL, 0);
	ck_assert_uint_gt(count, 0);
	qsort(took, count, sizeof took[0], compare);
	late = took[(count * 99 + 99) / 100 - 1];
	printf("# %s: %zu keys, median %.1f ms, 99th percentile %.1f ms, worst %.1f ms%s\n", parts[part].name, count,
		took[count / 2], late, took[count - 1], late <= bound ? "" : ", which is too long");
	fflush(stdout);
	return late <= bound;
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

START_TEST(keys_everywhere)
{
	const char *sessions = setting("ACCORD_SESSIONS", SESSIONS_USUAL);
	double bound = getenv("ACCORD_SESSIONS") ? FRAME : PATIENCE;
	char *folder = mem_printf("%s/many.XXXXXX", setting("TMPDIR", "/tmp")), *path;
	char shown[64];
	const char *only = setting("ACCORD_PART", ""), *there = getenv("ACCORD_MANY");
	int slow = 0;
	struct pty pty;

	ck_assert_ptr_nonnull(mkdtemp(folder));
	path = mem_printf("%s/many.db", folder);
	if (!there)
		make(path, atoi(sessions));
	snprintf(shown, sizeof shown, "%s sessions", sessions);
	pty_start(&pty, 120, 40, (const char *const[]){ "TERM=xterm-256color", "LC_ALL=C.UTF-8", "ACCORD_NOW", NULL },
		(const char *const[]){ setting("ACCORD", "src/accord"), "--database", there ? there : path, NULL });
	pty_see(&pty, shown);
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (strncmp(parts[i].name, only, strlen(only)) == 0)
			slow += !play(&pty, i, getenv("ACCORD_SESSIONS") ? 1 : SHARE, bound);
	pty_type(&pty, "q");
	ck_assert_int_eq(pty_wait(&pty), 0);
	pty_release(&pty);
	unlink(path);
	rmdir(folder);
	ck_assert_msg(slow == 0, "%d parts take longer than %.0f ms for more than 1 of 100 keys", slow, bound);
	free(path);
	free(folder);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("terminal-many");
	TCase *tcase = tcase_create("many");

	tcase_add_test(tcase, keys_everywhere);
	tcase_set_timeout(tcase, 1800);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
