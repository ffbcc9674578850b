/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Allocation that never fails: what was entered is in the database, so being out of memory may end us. */
#ifndef ACCORD_BASE_MEM_H
#define ACCORD_BASE_MEM_H

#include <stddef.h>

#if defined __GNUC__
#define ACCORD_PRINTF(text, first) __attribute__((__format__(__printf__, text, first)))
#else
#define ACCORD_PRINTF(text, first)
#endif

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* All of these return memory for free(); none returns NULL. Aborts with a message when memory is out. */
void *mem_zalloc(size_t count, size_t size);
void *mem_realloc(void *old, size_t count, size_t size);
char *mem_strdup(const char *text);
char *mem_strndup(const char *text, size_t length);
char *mem_printf(const char *format, ...) ACCORD_PRINTF(1, 2);

/*
 * Makes room for one more item in a growing array of *capacity items of the given size, of which count are
 * used. Returns the array, moved perhaps; what is new is zeroed.
 */
void *mem_grow(void *items, size_t *capacity, size_t count, size_t size);

/* Frees *text and sets it to a copy of value (NULL stays NULL). value may lie within *text. */
void mem_set(char **text, const char *value);

#endif
