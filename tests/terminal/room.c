/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several programs at one database, each on a terminal of its own. */
#include "terminal/room.h"

#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define WIDTH 80
#define HEIGHT 24
#define ARGUMENTS 8
#define SILENCE 150 /* milliseconds after which nothing more is expected */

static char folder[256], path[544];

const char *stations_path(const char *name)
{
	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static void write_people(int people)
{
	static const char *const names[] = { "Ana", "Ben", "Cyd", "Dev" };
	FILE *file = fopen(stations_path("people"), "w");

	ck_assert_ptr_nonnull(file);
	for (int i = 0; i < people; i++) {
		if (i < 4)
			fprintf(file, "%s, %s\n", names[i], i < 2 ? "Red" : "Blue");
		else
			fprintf(file, "Person %d, %s\n", i + 1, i % 2 ? "Red" : "Blue");
	}
	ck_assert_int_eq(fclose(file), 0);
}

/* Runs accord without a terminal. */
static void run(const char *const *arguments)
{
	int status;
	pid_t child = fork();

	ck_assert_int_ge(child, 0);
	if (child == 0) {
		if (!freopen("/dev/null", "w", stdout))
			_exit(126);
		execv(getenv("ACCORD"), (char *const *)(uintptr_t)arguments);
		_exit(127);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
}

void stations_set_up(int people)
{
	const char *temporary = getenv("TMPDIR"), *sources = getenv("srcdir");
	char *bank = mem_printf("%s/tests/banks/hidden.yaml", sources ? sources : "."), *list;

	ck_assert_ptr_nonnull(getenv("ACCORD"));
	snprintf(folder, sizeof folder, "%s/room.XXXXXX", temporary ? temporary : "/tmp");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	setenv("ACCORD_DATABASE", stations_path("a.db"), 1);
	setenv("ACCORD_NOW", "2026-11-22T09:00:00", 1);
	setenv("TERM", "xterm-256color", 1);
	write_people(people);
	list = mem_strdup(stations_path("people"));
	run((const char *const[]){ getenv("ACCORD"), "new", "--title", "Room", "--bank", bank, "--people", list, NULL });
	free(list);
	free(bank);
}

struct station *stations_start(struct stations *stations, const char *const *arguments)
{
	struct station *station = &stations->items[stations->count];
	const char *argv[ARGUMENTS + 2] = { getenv("ACCORD") };

	ck_assert_int_lt(stations->count, STATIONS);
	for (int i = 0; i < ARGUMENTS && arguments[i]; i++)
		argv[i + 1] = arguments[i];
	stations->count++;
	*station = (struct station){ .taken = 0 };
	emulator_init(&station->emulator, WIDTH, HEIGHT);
	pty_start(&station->pty, WIDTH, HEIGHT, NULL, argv);
	return station;
}

static bool take(struct station *station)
{
	size_t taken = station->taken;

	pty_settle(&station->pty, 0);
	for (; station->taken < station->pty.raw.length; station->taken++) {
		emulator_take(&station->emulator, station->pty.raw.data[station->taken]);
		if (station->emulator.changed && station->look)
			station->look(&station->emulator);
	}
	return station->taken > taken;
}

bool stations_take(struct stations *stations)
{
	bool any = false;

	for (int i = 0; i < stations->count; i++)
		any = take(&stations->items[i]) || any;
	return any;
}

static void wait_for(struct stations *stations, struct station *station, const char *text, bool there)
{
	long until = pty_clock() + PTY_MILLISECONDS;

	while (emulator_has(&station->emulator, text) != there) {
		if (pty_clock() >= until) {
			char *dump = emulator_dump(&station->emulator);

			ck_abort_msg("'%s' does not %s:\n%s", text, there ? "come" : "go", dump);
		}
		if (!stations_take(stations))
			pty_nap();
	}
}

void stations_see(struct stations *stations, struct station *station, const char *text)
{
	wait_for(stations, station, text, true);
}

void stations_miss(struct stations *stations, struct station *station, const char *text)
{
	wait_for(stations, station, text, false);
}

void stations_settle(struct stations *stations)
{
	long silent = pty_clock();

	while (pty_clock() - silent < SILENCE) {
		if (stations_take(stations))
			silent = pty_clock();
		else
			pty_nap();
	}
}

void stations_end(struct stations *stations)
{
	for (int i = 0; i < stations->count; i++)
		pty_release(&stations->items[i].pty);
	stations->count = 0;
}
