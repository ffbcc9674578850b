/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking terminfo. <term.h> has names such as "lines" and "columns", so it is kept in a file of its own. */
#include "term/known.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>

bool terminal_is_known(const char *name)
{
	TERMINAL *asked;
	int error;

	/* newterm makes its own. */
	if (setupterm(name, STDOUT_FILENO, &error) != OK)
		return false;
	asked = set_curterm(NULL);
	del_curterm(asked);
	return true;
}
