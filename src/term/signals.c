/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals, which are let in only while we wait for input. */
/* SIGWINCH is X/Open's. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif

#include "term/signals.h"

#include "base/mem.h"
#include "term/term.h"

#include <sys/select.h>

/* What a signal handler may touch: the signal that ends us, and one that stops us or goes on. */
static volatile sig_atomic_t ending, pausing;

static void on_signal(int signal)
{
	if (signal == SIGTSTP || signal == SIGCONT)
		pausing = signal;
	else
		ending = signal;
}

int term_signal(void)
{
	return ending;
}

void signals_end(int signal)
{
	ending = signal;
}

bool signals_pausing(void)
{
	return pausing != 0;
}

void signals_take(sigset_t *waiting)
{
	static const int ours[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT };
	struct sigaction action = { .sa_handler = on_signal }, ignore = { .sa_handler = SIG_IGN };
	sigset_t held;

	sigemptyset(&action.sa_mask);
	sigemptyset(&ignore.sa_mask);
	sigemptyset(&held);
	for (size_t i = 0; i < COUNT_OF(ours); i++) {
		sigaction(ours[i], &action, NULL);
		sigaddset(&held, ours[i]);
	}
	sigaddset(&held, SIGWINCH);
	sigprocmask(SIG_BLOCK, &held, waiting);
	for (size_t i = 0; i < COUNT_OF(ours); i++)
		sigdelset(waiting, ours[i]);
	sigdelset(waiting, SIGWINCH);
	/* A file that may not grow is an error when it is written, which is shown. */
	sigaction(SIGXFSZ, &ignore, NULL);
}

/* Signals that came while we worked, which no wait lets through as long as there is input. */
static void let_in(const sigset_t *waiting)
{
	sigset_t held;

	sigprocmask(SIG_SETMASK, waiting, &held);
	sigprocmask(SIG_SETMASK, &held, NULL);
}

bool signals_wait(const sigset_t *waiting, int fd, int watched, int milliseconds, bool *woken)
{
	struct timespec limit = { milliseconds / 1000, milliseconds % 1000 * 1000000L };
	fd_set fds;
	bool watches = watched >= 0 && watched < FD_SETSIZE;
	int ready, most = watches && watched > fd ? watched : fd;

	FD_ZERO(&fds);
	FD_SET(fd, &fds);
	if (watches)
		FD_SET(watched, &fds);
	ready = pselect(most + 1, &fds, NULL, NULL, milliseconds < 0 ? NULL : &limit, waiting);
	let_in(waiting);
	if (woken)
		*woken = ready > 0 && watches && FD_ISSET(watched, &fds);
	return ready > 0 && FD_ISSET(fd, &fds);
}

static void stop(const sigset_t *waiting)
{
	struct sigaction usual = { .sa_handler = SIG_DFL }, ours;

	sigemptyset(&usual.sa_mask);
	sigaction(SIGTSTP, &usual, &ours);
	raise(SIGTSTP);
	let_in(waiting);
	sigaction(SIGTSTP, &ours, NULL);
}

void signals_pause(const sigset_t *waiting)
{
	if (pausing == SIGTSTP)
		stop(waiting);
	pausing = 0;
}
