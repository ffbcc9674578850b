/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A crash must not leave the shell with a terminal that nobody can use. */
#ifndef ACCORD_TERM_CRASH_H
#define ACCORD_TERM_CRASH_H

#include <termios.h>

/*
 * From now on, when a signal ends us that says we have a fault, these bytes go to the descriptor out and these modes to
 * in first. What is longer than a few hundred bytes is left out.
 */
void crash_guard(int in, int out, const struct termios *modes, const char *bytes);
/* The terminal was given back. */
void crash_unguard(void);

#endif
