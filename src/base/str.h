/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A string that grows. */
#ifndef ACCORD_BASE_STR_H
#define ACCORD_BASE_STR_H

#include "base/mem.h"

#include <stddef.h>

struct str {
	char *data; /* ends in NUL; never NULL after str_init */
	size_t length;
	size_t capacity;
};

void str_init(struct str *str);
void str_release(struct str *str);
void str_clear(struct str *str);
void str_add(struct str *str, const char *text);
void str_addn(struct str *str, const char *text, size_t length);
void str_addc(struct str *str, char c);
void str_repeat(struct str *str, const char *text, size_t times);
void str_printf(struct str *str, const char *format, ...) ACCORD_PRINTF(2, 3);
/* Cuts the string down to length bytes; longer ones stay as they are. */
void str_cut(struct str *str, size_t length);
/* Takes the text out of the string, for free(); the string is empty afterwards and may be used again. */
char *str_steal(struct str *str);

#endif
