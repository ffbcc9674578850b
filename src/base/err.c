/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors and located findings. */
#include "base/err.h"

#include "base/str.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int err_set(struct err *err, enum err_code code, const char *format, ...)
{
	va_list args;
	int length;

	if (!err)
		return -1;
	err->code = code;
	va_start(args, format);
	length = vsnprintf(err->message, sizeof err->message, format, args);
	va_end(args);
	/* What is cut off takes the rest of its character with it. */
	if (length >= (int)sizeof err->message)
		text_cut_whole(err->message);
	return -1;
}

void diags_release(struct diags *diags)
{
	for (size_t i = 0; i < diags->count; i++) {
		free(diags->items[i].file);
		free(diags->items[i].message);
	}
	free(diags->items);
	*diags = (struct diags){ 0 };
}

void diags_add(struct diags *diags, const char *file, int line, int column, const char *format, ...)
{
	struct diag *diag;
	va_list args;
	int length;

	diags->items = mem_grow(diags->items, &diags->capacity, diags->count, sizeof *diags->items);
	diag = &diags->items[diags->count++];
	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	diag->message = mem_zalloc((size_t)(length < 0 ? 0 : length) + 1, 1);
	va_start(args, format);
	vsnprintf(diag->message, (size_t)(length < 0 ? 0 : length) + 1, format, args);
	va_end(args);
	diag->file = mem_strdup(file ? file : "");
	diag->line = line;
	diag->column = column;
}

static int compare(const struct diag *a, const struct diag *b)
{
	int order = strcmp(a->file, b->file);

	if (order)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return a->column == b->column ? 0 : a->column < b->column ? -1 : 1;
}

/* Insertion, because it is stable and the lists are short. */
void diags_sort(struct diags *diags)
{
	for (size_t i = 1; i < diags->count; i++) {
		struct diag diag = diags->items[i];
		size_t at = i;

		while (at > 0 && compare(&diags->items[at - 1], &diag) > 0) {
			diags->items[at] = diags->items[at - 1];
			at--;
		}
		diags->items[at] = diag;
	}
}

char *diag_text(const struct diag *diag)
{
	struct str text;

	str_init(&text);
	str_add(&text, diag->file);
	if (diag->line > 0)
		str_printf(&text, ":%d", diag->line);
	if (diag->line > 0 && diag->column > 0)
		str_printf(&text, ":%d", diag->column);
	str_printf(&text, ": %s", diag->message);
	return text.data;
}
