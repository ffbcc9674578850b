/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a terminal is known, asked where curses' own names are out of the way. */
#ifndef ACCORD_TERM_KNOWN_H
#define ACCORD_TERM_KNOWN_H

#include <stdbool.h>

/* Whether terminfo knows a terminal of that name. newterm says the same, but leaks when it does not. */
bool terminal_is_known(const char *name);

#endif
