/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands of the command line that take an argument, and lists of names to complete. */
#ifndef ACCORD_SCREEN_PROMPT_PARTS_H
#define ACCORD_SCREEN_PROMPT_PARTS_H

#include "screen/app.h"

struct names {
	char **items;
	size_t count, capacity;
};

/* Adds a copy of a name, unless it is there. */
void names_add(struct names *names, const char *name);
void names_release(struct names *names);
/* Whether a text begins with a word, whatever its capitals. */
bool names_begins(const char *text, const char *begin);

struct prompt_command {
	const char *name;
	bool takes;           /* whether an argument may follow it */
	const char *missing;  /* what is said where none does; NULL where that is fine */
	/* Whether it works on the screen as it is. May be NULL. */
	bool (*works)(const struct app *app);
	/* What its argument, of which this is the beginning, could be. NULL where it takes none. */
	void (*complete)(const struct app *app, const char *begin, struct names *names);
	/* False with the status saying why. */
	bool (*run)(struct app *app, const char *argument);
};

const struct prompt_command *prompt_commands(size_t *count);

#endif
