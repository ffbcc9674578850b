/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session as JSON: all that an archive holds, and an archive of that; accord-json(5) describes it. */
#ifndef ACCORD_REPORT_ARCHIVE_JSON_H
#define ACCORD_REPORT_ARCHIVE_JSON_H

#include "base/err.h"
#include "base/str.h"
#include "model/archive.h"

struct format;

extern const struct format format_json;

/* The number of this form of the file. A reader takes no other. */
#define ARCHIVE_FORMAT 1
/* More bytes than any file that is taken in. */
#define ARCHIVE_FILE_LIMIT (32 * 1024 * 1024)

/* The same archive gives the same bytes; it was tidied. The bank is its own. */
void archive_json_write(const struct archive *archive, const struct bank *bank, struct str *out);

/* Whether a text seems to be JSON at all, and not something else: it begins like an object. */
bool archive_json_looks(const char *text, size_t length);

/*
 * Reads it, for archive_free(): every member is there and of its type, and nothing else is; what it means is for
 * archive_check. All that is wrong goes to diags, under the name of the file; then NULL.
 */
struct archive *archive_json_read(const char *file, const char *text, size_t length, struct diags *diags);

/*
 * Whether the program can take it up: everything refers to what is there, in the archive and in its bank, and is what
 * accord itself would have stored. All that is wrong goes to diags; true where nothing is.
 */
bool archive_check(const char *file, const struct archive *archive, const struct bank *bank, struct diags *diags);

/*
 * Takes out of an archive what a file for others should not tell: private notes, answers that are not revealed, and
 * answers without names of groups smaller than n_min. archive->withheld tells of it, and of what was left out before.
 * The notes stay with private, the groups with small_groups.
 */
void archive_withhold(struct archive *archive, const struct bank *bank, bool private, bool small_groups);

#endif
