/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats in which a comparison is written down, for the command and the screen. */
#ifndef ACCORD_REPORT_COMPARE_FORMAT_H
#define ACCORD_REPORT_COMPARE_FORMAT_H

#include "base/str.h"
#include "model/session.h"
#include "report/detail.h"

struct compare_format {
	const char *name;      /* for --format: "text" */
	const char *extension; /* "txt" */
	/* Appends the sessions, two or more and the earliest first, compared. */
	void (*write)(const struct session *const *sessions, size_t count, enum detail detail, struct str *out);
};

/* The format of that name, the usual one for NULL; NULL where there is none. */
const struct compare_format *compare_format_find(const char *name);
/* The format that a file's name ends in, such as that of "x.html"; NULL where it ends in none. */
const struct compare_format *compare_format_of_file(const char *name);

#endif
