/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long a change takes from the key to the audience's screen, and what waiting costs. A few changes and a bound that
 * a slow machine keeps; "make benchmark-live" makes 200 and says what came of them.
 */
#include "run.h"
#include "terminal/room.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CHANGES_USUAL 24
#define WORST 1000.0 /* milliseconds */
#define AIM 100.0
#define SILENCE 40 /* milliseconds between a change and the next key */

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

/* Nothing more comes of anybody. */
static void be_silent(struct stations *stations)
{
	double since = now();

	while (now() - since < SILENCE) {
		if (stations_take(stations))
			since = now();
		else
			pty_nap();
	}
}

/* Milliseconds from the key to the first byte that the audience's terminal is sent. */
static double measure(struct stations *stations, struct station *from, struct station *audience, const char *key)
{
	struct pollfd fds[STATIONS];
	double begun, took = -1;

	for (int i = 0; i < stations->count; i++)
		fds[i] = (struct pollfd){ .fd = stations->items[i].pty.terminal, .events = POLLIN };
	begun = now();
	pty_type(&from->pty, key);
	while (took < 0) {
		size_t taken = audience->taken;

		ck_assert_msg(now() - begun < PTY_MILLISECONDS, "'%s' changes nothing for the audience", key);
		poll(fds, (nfds_t)stations->count, 100);
		stations_take(stations);
		if (audience->taken > taken)
			took = now() - begun;
	}
	return took;
}

static void report(const char *what, double *delays, int count)
{
	qsort(delays, (size_t)count, sizeof *delays, compare);
	printf("# %s: median %.1f ms, worst %.1f ms over %d changes (aim: %.0f ms)\n", what, delays[count / 2],
		delays[count - 1], count, AIM);
	fflush(stdout);
	ck_assert_double_lt(delays[count - 1], WORST);
}

static struct station *begin(struct stations *stations, struct station **audience, struct station **seat)
{
	struct station *lead;

	*stations = (struct stations){ .count = 0 };
	stations_set_up(4);
	lead = stations_start(stations, (const char *const[]){ "run", NULL });
	stations_see(stations, lead, "Seats.");
	pty_type(&lead->pty, "nnnnnnnn");
	stations_see(stations, lead, "Whisper it.");
	*audience = stations_start(stations, (const char *const[]){ "present", NULL });
	*seat = stations_start(stations, (const char *const[]){ "vote", "--as", "Dev", NULL });
	stations_see(stations, *audience, "Whisper it.");
	stations_see(stations, *seat, "Whisper it.");
	be_silent(stations);
	return lead;
}

START_TEST(the_audience_sees_a_change_at_once)
{
	static const char *const what[] = { "going to a step", "an answer, and undo", "an answer at a seat, and undo" };
	static const char *const keys[][2] = { { "p", "n" }, { "4", "u" }, { "2", "u" } };
	int count = atoi(setting("ACCORD_CHANGES", "0")), each, all = 0;
	struct station *lead, *audience, *seat;
	struct stations stations;
	double *delays;

	each = ((count > 0 ? count : CHANGES_USUAL) + (int)COUNT_OF(keys) - 1) / (int)COUNT_OF(keys);
	delays = mem_zalloc((size_t)each * COUNT_OF(keys), sizeof *delays);
	lead = begin(&stations, &audience, &seat);
	for (size_t kind = 0; kind < COUNT_OF(keys); kind++) {
		for (int i = 0; i < each; i++) {
			delays[all++] = measure(&stations, kind == 2 ? seat : lead, audience, keys[kind][i % 2]);
			be_silent(&stations);
		}
		/* An odd number of changes leaves the last one undone. */
		if (each % 2) {
			pty_type(kind == 2 ? &seat->pty : &lead->pty, keys[kind][1]);
			be_silent(&stations);
		}
	}
	for (size_t kind = 0; kind < COUNT_OF(keys); kind++)
		report(what[kind], delays + kind * (size_t)each, each);
	report("all, from key to the audience's screen", delays, all);
	free(delays);
	stations_end(&stations);
}
END_TEST

#ifdef __linux__
/* How often a process has gone to sleep, which is once more than it has woken. */
static long sleeps(const struct station *station)
{
	char *name = mem_printf("/proc/%d/status", (int)station->pty.child), line[256];
	FILE *file = fopen(name, "r");
	long count = -1;

	free(name);
	ck_assert_ptr_nonnull(file);
	while (fgets(line, sizeof line, file))
		if (strncmp(line, "voluntary_ctxt_switches:", 24) == 0)
			count = atol(line + 24);
	fclose(file);
	ck_assert_int_ge(count, 0);
	return count;
}

START_TEST(waiting_wakes_nobody)
{
	int seconds = atoi(setting("ACCORD_IDLE", "2"));
	struct station *lead, *audience, *seat;
	struct stations stations;
	long before[2];

	/* The session is over: no clock runs. */
	lead = begin(&stations, &audience, &seat);
	pty_type(&lead->pty, "F");
	stations_see(&stations, seat, "The session is finished.");
	pty_type(&lead->pty, "q");
	pty_wait(&lead->pty);
	be_silent(&stations);
	before[0] = sleeps(audience);
	before[1] = sleeps(seat);
	nanosleep(&(struct timespec){ .tv_sec = seconds }, NULL);
	printf("# wake-ups within %d s: audience's screen %ld, seat %ld\n", seconds, sleeps(audience) - before[0],
		sleeps(seat) - before[1]);
	fflush(stdout);
	ck_assert_int_eq(sleeps(audience), before[0]);
	ck_assert_int_eq(sleeps(seat), before[1]);
	stations_end(&stations);
}
END_TEST
#endif

int main(void)
{
	Suite *suite = suite_create("terminal-delay");
	TCase *tcase = tcase_create("delay");

	tcase_add_test(tcase, the_audience_sees_a_change_at_once);
#ifdef __linux__
	tcase_add_test(tcase, waiting_wakes_nobody);
#endif
	tcase_set_timeout(tcase, 300);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
