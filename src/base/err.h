/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong, filled in where it happened and shown by whoever is at the top. */
#ifndef ACCORD_BASE_ERR_H
#define ACCORD_BASE_ERR_H

#include "base/mem.h"

/* The values are exit statuses. */
enum err_code {
	ERR_NONE = 0,
	ERR_FAILED = 1, /* it could not be done */
	ERR_USAGE = 2,  /* it was asked for in the wrong way */
	ERR_INPUT = 3   /* a bank, an import or a database is not as it should be */
};

struct err {
	enum err_code code;
	char message[1024];
};

/* Sets code and message; returns -1, so that "return err_set(...)" reads well. err may be NULL. */
int err_set(struct err *err, enum err_code code, const char *format, ...) ACCORD_PRINTF(3, 4);

/* A list of findings about a file, each with its place. */
struct diag {
	char *file;
	int line, column; /* from 1; 0 where there is none */
	char *message;
};

struct diags {
	struct diag *items;
	size_t count, capacity;
};

void diags_release(struct diags *diags);
void diags_add(struct diags *diags, const char *file, int line, int column, const char *format, ...)
	ACCORD_PRINTF(5, 6);
/* Puts findings in the order of their places; findings at one place keep their order. */
void diags_sort(struct diags *diags);
/* "file:line:column: message" for free(). */
char *diag_text(const struct diag *diag);

#endif
