/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A crash must not leave the shell with a terminal that nobody can use. */
#include "term/crash.h"

#include "base/mem.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int faults[] = { SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV };

/* What the handler needs; nothing else may touch it while it stands. */
static struct {
	volatile sig_atomic_t armed;
	int in, out;
	struct termios modes;
	char bytes[512];
	size_t length;
	struct sigaction before[COUNT_OF(faults)];
} guard;

static void restore_actions(void)
{
	for (size_t i = 0; i < COUNT_OF(faults); i++)
		sigaction(faults[i], &guard.before[i], NULL);
}

/* Whoever had the signal before has it again: a debugging build reports it, and the shell learns of it. */
static void on_fault(int signal)
{
	ssize_t written = 0;

	if (guard.armed) {
		guard.armed = 0;
		written = write(guard.out, guard.bytes, guard.length);
		tcsetattr(guard.in, TCSANOW, &guard.modes);
	}
	(void)written;
	restore_actions();
	raise(signal);
}

void crash_guard(int in, int out, const struct termios *modes, const char *bytes)
{
	struct sigaction action = { .sa_handler = on_fault };

	sigemptyset(&action.sa_mask);
	guard.in = in;
	guard.out = out;
	guard.modes = *modes;
	guard.length = strlen(bytes);
	if (guard.length > sizeof guard.bytes)
		guard.length = 0;
	memcpy(guard.bytes, bytes, guard.length);
	for (size_t i = 0; i < COUNT_OF(faults); i++)
		sigaction(faults[i], &action, &guard.before[i]);
	guard.armed = 1;
}

void crash_unguard(void)
{
	if (!guard.armed)
		return;
	guard.armed = 0;
	restore_actions();
}
