/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field in which text is typed. */
#include "view/field.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define FIELD_LIMIT 4000

void field_init(struct field *field, const char *text)
{
	*field = (struct field){ 0 };
	str_init(&field->text);
	field_set(field, text);
}

void field_release(struct field *field)
{
	str_release(&field->text);
}

void field_set(struct field *field, const char *text)
{
	str_clear(&field->text);
	str_add(&field->text, text);
	field->at = field->text.length;
	field->left = 0;
}

static void insert(struct field *field, const char *text)
{
	size_t length = strlen(text), limit = field->limit ? field->limit : FIELD_LIMIT;
	struct str *str = &field->text;

	if (str->length + length > limit)
		return;
	str_addn(str, text, length);
	memmove(str->data + field->at + length, str->data + field->at, str->length - length - field->at);
	memcpy(str->data + field->at, text, length);
	field->at += length;
}

static void paste(struct field *field, const char *text)
{
	char *tidy = text_tidy(text), *visible = text_visible(tidy, false);
	size_t limit = field->limit ? field->limit : FIELD_LIMIT, fits = 0;
	size_t room = limit > field->text.length ? limit - field->text.length : 0;

	/* What does not fit is left out, as a whole character. */
	while (visible[fits] && fits + text_cluster(visible + fits).length <= room)
		fits += text_cluster(visible + fits).length;
	visible[fits] = '\0';
	insert(field, visible);
	free(visible);
	free(tidy);
}

/* Removes the bytes from start to end. */
static void cut(struct field *field, size_t start, size_t end)
{
	struct str *str = &field->text;

	memmove(str->data + start, str->data + end, str->length - end);
	str_cut(str, str->length - (end - start));
	field->at = start;
}

static size_t word_before(const char *text, size_t at)
{
	while (at > 0 && text[at - 1] == ' ')
		at--;
	while (at > 0 && text[at - 1] != ' ')
		at--;
	return at;
}

static bool ctrl_key(struct field *field, char c)
{
	switch (c) {
	case 'a':
		field->at = 0;
		return true;
	case 'e':
		field->at = field->text.length;
		return true;
	case 'u':
		cut(field, 0, field->at);
		return true;
	case 'k':
		cut(field, field->at, field->text.length);
		return true;
	case 'w':
		cut(field, word_before(field->text.data, field->at), field->at);
		return true;
	default:
		return false;
	}
}

bool field_key(struct field *field, const struct key *key)
{
	const char *text = field->text.data;

	switch (key->code) {
	case K_CHAR:
		if (key->ctrl)
			return ctrl_key(field, key->text[0]);
		insert(field, key->text);
		return true;
	case K_PASTE:
		paste(field, key->paste);
		return true;
	case K_LEFT:
		field->at = text_cluster_before(text, field->at);
		return true;
	case K_RIGHT:
		field->at += text_cluster(text + field->at).length;
		return true;
	case K_HOME:
		field->at = 0;
		return true;
	case K_END:
		field->at = field->text.length;
		return true;
	case K_BACKSPACE:
		cut(field, text_cluster_before(text, field->at), field->at);
		return true;
	case K_DELETE:
		cut(field, field->at, field->at + text_cluster(text + field->at).length);
		return true;
	default:
		return false;
	}
}

/* Columns between two byte offsets. */
static int columns(const char *text, size_t from, size_t to)
{
	int width = 0;

	while (from < to && text[from]) {
		struct cluster cluster = text_cluster(text + from);

		width += cluster.width;
		from += cluster.length;
	}
	return width;
}

static void draw_line(struct field *field, struct grid *grid, struct rect rect)
{
	const char *text = field->text.data;

	if (field->left > field->at)
		field->left = field->at;
	/* What was changed since may have moved the characters. */
	field->left = text_cluster_before(text, field->left + 1);
	while (columns(text, field->left, field->at) >= rect.width && field->left < field->at)
		field->left += text_cluster(text + field->left).length;
	grid_text(grid, rect.x, rect.y, rect.width, STYLE_INPUT, text + field->left);
	grid_cursor(grid, rect.x + columns(text, field->left, field->at), rect.y);
}

static void draw_lines(struct field *field, struct grid *grid, struct rect rect)
{
	const char *text = field->text.data;
	size_t start = 0, length, next;
	int line = 0, cursor_line = 0, skip;

	/* First find the cursor's line, so that it can be kept in sight. */
	do {
		next = start + text_wrap(text + start, rect.width, &length);
		if (field->at >= start)
			cursor_line = line;
		start = next;
		line++;
	} while (text[start]);
	skip = cursor_line >= rect.height ? cursor_line - rect.height + 1 : 0;
	for (start = 0, line = 0;; line++) {
		char *part;
		int column;

		next = start + text_wrap(text + start, rect.width, &length);
		part = mem_strndup(text + start, length);
		if (line >= skip && line - skip < rect.height)
			grid_text(grid, rect.x, rect.y + line - skip, rect.width, STYLE_INPUT, part);
		free(part);
		if (line == cursor_line) {
			column = columns(text, start, field->at);
			grid_cursor(grid, rect.x + (column < rect.width ? column : rect.width - 1),
				rect.y + line - skip);
		}
		start = next;
		if (!text[start])
			break;
	}
}

void field_draw(struct field *field, struct grid *grid, struct rect rect)
{
	if (rect.width < 1 || rect.height < 1)
		return;
	/* It may lie over something else. */
	for (int y = rect.y; y < rect.y + rect.height; y++)
		grid_repeat(grid, rect.x, y, rect.width, STYLE_INPUT, " ");
	if (rect.height == 1)
		draw_line(field, grid, rect);
	else
		draw_lines(field, grid, rect);
}
