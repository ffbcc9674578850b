/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A string that grows. */
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(struct str *str, size_t more)
{
	size_t needed = str->length + more + 1;

	if (needed <= str->capacity)
		return;
	if (needed < str->capacity * 2)
		needed = str->capacity * 2;
	str->data = mem_realloc(str->data, needed, 1);
	str->capacity = needed;
}

void str_init(struct str *str)
{
	*str = (struct str){ 0 };
	reserve(str, 15);
	str->data[0] = '\0';
}

void str_release(struct str *str)
{
	free(str->data);
	*str = (struct str){ 0 };
}

void str_clear(struct str *str)
{
	str_cut(str, 0);
}

void str_cut(struct str *str, size_t length)
{
	if (length > str->length)
		return;
	str->length = length;
	str->data[length] = '\0';
}

void str_add(struct str *str, const char *text)
{
	str_addn(str, text, strlen(text));
}

void str_addn(struct str *str, const char *text, size_t length)
{
	reserve(str, length);
	memcpy(str->data + str->length, text, length);
	str->length += length;
	str->data[str->length] = '\0';
}

void str_addc(struct str *str, char c)
{
	str_addn(str, &c, 1);
}

void str_repeat(struct str *str, const char *text, size_t times)
{
	while (times-- > 0)
		str_add(str, text);
}

void str_printf(struct str *str, const char *format, ...)
{
	va_list args;
	int length;

	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		return;
	reserve(str, (size_t)length);
	va_start(args, format);
	vsnprintf(str->data + str->length, (size_t)length + 1, format, args);
	va_end(args);
	str->length += (size_t)length;
}

char *str_steal(struct str *str)
{
	char *text = str->data;

	str_init(str);
	return text;
}
