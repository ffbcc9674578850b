/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody has chosen once for all sessions: colours, keys, the smallest anonymous group. */
#ifndef ACCORD_SCREEN_SETTINGS_H
#define ACCORD_SCREEN_SETTINGS_H

#include "base/err.h"
#include "term/term.h"
#include "view/keymap.h"

#include <stdbool.h>
#include <stddef.h>

/* All zero is what holds without a file. */
struct settings {
	enum theme theme;
	int n_min;           /* of new sessions: the smallest group of an anonymous step that is shown; 0 for the usual */
	bool sound;          /* whether the bell may ring */
	struct keymap *keys; /* NULL for those of the table */
	char *complaint;     /* the first thing that is wrong with the file, to be shown; NULL where nothing is */
};

/* $XDG_CONFIG_HOME/accord/config.yaml, or the same in ~/.config, for free(); NULL where there is no home. */
char *settings_path(void);
/*
 * Takes the settings out of a file's text. What is wrong goes to diags, in the order of the file, and is left out; what
 * is right holds all the same. settings is for settings_release.
 */
void settings_parse(const char *name, const char *text, size_t length, struct settings *settings,
	struct diags *diags);
/* The same for a file. One that is not there is right; one that cannot be read is a finding without a place. */
void settings_load(const char *path, struct settings *settings, struct diags *diags);
void settings_release(struct settings *settings);

#endif
