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

/* Makes a folder and those above it, for the user alone (0700). 0 or -1 with err set. */
int file_make_folder(const char *path, struct err *err);
bool file_exists(const char *path);

/* $XDG_DATA_HOME/name or ~/.local/share/name; the same for the settings. For free(); NULL where there is no home. */
char *file_data_home(const char *name);
char *file_config_home(const char *name);

#endif
