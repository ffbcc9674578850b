/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats in which a session is written down: one table for the command, the screen and the manual. */
#ifndef ACCORD_REPORT_FORMAT_H
#define ACCORD_REPORT_FORMAT_H

#include "base/err.h"
#include "base/str.h"
#include "model/session.h"
#include "report/detail.h"

struct archive;

/* What is to be written down. */
struct report_input {
	const struct session *session;
	const struct session *earlier; /* the one that it follows, loaded; NULL where there is none, or it is not here */
	const struct archive *archive; /* all that the database holds of it; only for formats that are whole */
	enum detail detail;
};

struct report_file {
	char *name; /* within the folder; NULL where the format has one file, whose name the caller chooses */
	struct str text;
};

/* What was written. One of zeros is empty. */
struct report_output {
	struct report_file *files;
	size_t count, capacity;
};

void report_output_release(struct report_output *output);
/* A new file's text, to be added to until the next call. The name is copied; NULL where there is one file. */
struct str *report_output_add(struct report_output *output, const char *name);

struct format {
	const char *name;      /* for --format: "text" */
	const char *extension; /* "txt" */
	const char *title;     /* for people: "text, to mail or print" */
	bool several;          /* whether it is a folder of files */
	bool whole;            /* whether it needs the archive */
	bool narrow;           /* whether it is of days alone, so that nobody misses answers and notes in it */
	/* Fills an empty output. 0, or -1 with err set. */
	int (*write)(const struct report_input *input, struct report_output *output, struct err *err);
};

/* All of them, the usual one first. */
const struct format *const *format_table(size_t *count);
/* The format of that name; NULL with err set, which names those there are. */
const struct format *format_find(const char *name, struct err *err);
/* The format that a file's name ends in, such as that of "x.html"; NULL where it ends in none. */
const struct format *format_of_file(const char *name);
/* Whether a file's name ends as what accord does not write, a PDF or a document of an office: then err says what to do. */
bool format_is_foreign(const char *name, enum err_code code, struct err *err);
/* "text, markdown, ..." of all, for free(). */
char *format_names(void);

#endif
