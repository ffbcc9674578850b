/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing whole files, and where the user's files are. */
#ifndef ACCORD_BASE_FILE_H
#define ACCORD_BASE_FILE_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends the file's bytes ("-" is standard input) to out; refuses more than limit bytes. 0 or -1 with err set. */
int file_read(const char *path, size_t limit, struct str *out, struct err *err);

/*
 * Writes through a temporary file in the same folder, flushed to the disk before it gets the name: there is the
 * old file or the new one, never half of one. Without force an existing file is refused. 0 or -1 with err set.
 */
int file_write(const char *path, const char *data, size_t length, bool force, struct err *err);

/* A file of a folder. */
struct file_part {
	const char *name;
	const char *data;
	size_t length;
};

/*
 * Writes files into a folder, which is made where there is none, for the user alone (0700). All are written before the
 * first gets its name, so that where it fails none is there; only where files were replaced with force, and that fails
 * half-way, some are new. Without force nothing is written where one of them exists. 0 or -1 with err set.
 */
int file_write_folder(const char *folder, const struct file_part *parts, size_t count, bool force, struct err *err);

/* Makes a folder and those above it, for the user alone (0700). 0 or -1 with err set. */
int file_make_folder(const char *path, struct err *err);
bool file_exists(const char *path);
/* Whether the name has an end that says what it is, as "x.pdf" has and ".x" has not. */
bool file_has_end(const char *path);

/* $XDG_DATA_HOME/name or ~/.local/share/name; the same for the settings. For free(); NULL where there is no home. */
char *file_data_home(const char *name);
char *file_config_home(const char *name);

#endif
