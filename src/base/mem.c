/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Allocation that never fails. */
#include "base/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void out_of_memory(void)
{
	fputs("accord: out of memory: everything that was entered is saved\n", stderr);
	abort();
}

void *mem_zalloc(size_t count, size_t size)
{
	void *memory = calloc(count ? count : 1, size ? size : 1);

	if (!memory)
		out_of_memory();
	return memory;
}

void *mem_realloc(void *old, size_t count, size_t size)
{
	void *memory;

	if (size && count > SIZE_MAX / size)
		out_of_memory();
	memory = realloc(old, count && size ? count * size : 1);
	if (!memory)
		out_of_memory();
	return memory;
}

char *mem_strdup(const char *text)
{
	return mem_strndup(text, strlen(text));
}

char *mem_strndup(const char *text, size_t length)
{
	char *copy = mem_zalloc(length + 1, 1);

	memcpy(copy, text, length);
	return copy;
}

char *mem_printf(const char *format, ...)
{
	va_list args;
	char *text;
	int length;

	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		out_of_memory();
	text = mem_zalloc((size_t)length + 1, 1);
	va_start(args, format);
	vsnprintf(text, (size_t)length + 1, format, args);
	va_end(args);
	return text;
}

void *mem_grow(void *items, size_t *capacity, size_t count, size_t size)
{
	size_t larger;

	if (count < *capacity)
		return items;
	larger = *capacity ? *capacity * 2 : 8;
	items = mem_realloc(items, larger, size);
	memset((char *)items + *capacity * size, 0, (larger - *capacity) * size);
	*capacity = larger;
	return items;
}

void mem_set(char **text, const char *value)
{
	char *copy = value ? mem_strdup(value) : NULL;

	free(*text);
	*text = copy;
}
