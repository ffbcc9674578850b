/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs accord on a terminal of its own, types, and looks at what it writes. */
#ifndef ACCORD_TESTS_TERMINAL_PTY_H
#define ACCORD_TESTS_TERMINAL_PTY_H

#include "base/str.h"

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

#define PTY_MILLISECONDS 20000 /* how long anything may take on a slow machine */

struct pty {
	int terminal; /* our end; -1 once it is closed */
	int line;     /* its end, held so that its modes can be read when it has gone */
	pid_t child;
	struct termios modes; /* before it began */
	struct str raw;       /* all that it has written */
	size_t seen;          /* how much of it pty_see has looked at */
};

/* Starts argv (up to NULL). Each setting is "NAME=value", or "NAME" to unset it; up to NULL. */
void pty_start(struct pty *pty, int columns, int lines, const char *const *settings,
	const char *const *argv);
void pty_type(struct pty *pty, const char *bytes);
void pty_resize(struct pty *pty, int columns, int lines);
/*
 * Waits until the text is written, after what was waited for last. What stood there
 * already is not written anew. An escape sequence is found as well.
 */
void pty_see(struct pty *pty, const char *text);
/* The same on a screen drawn anew (Ctrl-L): a text that was typed comes in bits. */
void pty_find(struct pty *pty, const char *text);
/* Takes in what it writes until it has been silent for so long. */
void pty_settle(struct pty *pty, int milliseconds);
/* Forgets what it has written. */
void pty_forget(struct pty *pty);
/* Waits until it ends, and returns the status of waitpid. */
int pty_wait(struct pty *pty);
/* Takes the terminal away, as when its window is closed. */
void pty_hang_up(struct pty *pty);
/* After pty_wait: modes as before, alternate screen left, cursor shown, pastes plain, mouse given back. */
void pty_check_restored(struct pty *pty);
/* Ends whatever is left. */
void pty_release(struct pty *pty);

/* Milliseconds on a clock that only goes forwards. */
long pty_clock(void);
/* A moment between two looks. */
void pty_nap(void);

#endif
