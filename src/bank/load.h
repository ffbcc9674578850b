/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bank's file, read and checked strictly: what is not known is an error. */
#ifndef ACCORD_BANK_LOAD_H
#define ACCORD_BANK_LOAD_H

#include "base/err.h"
#include "base/str.h"
#include "model/bank.h"

#include <stddef.h>

/*
 * Makes a bank of YAML text, for bank_free(). Everything that is wrong goes to diags in the order
 * of the file; NULL when there is anything. name is what the findings call the file.
 */
struct bank *bank_read(const char *name, const char *text, size_t length, struct diags *diags);

/* The same for a text that was fine once: the first finding is the error. */
struct bank *bank_parse(const char *text, size_t length, struct err *err);

/*
 * Reads a file, appends its text to text (initialised) and makes a bank of it. NULL with err set;
 * where the file could be read, diags tells the rest.
 */
struct bank *bank_load_file(const char *path, struct str *text, struct diags *diags,
	struct err *err);

#endif
