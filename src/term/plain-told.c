/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A screen as lines of words: its columns one after the other, without the signs that only lead the eye. */
#include "term/plain-say.h"

#include "base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define RULE "\xe2\x94\x80"

void told_release(struct told *told)
{
	for (size_t i = 0; i < told->count; i++)
		free(told->lines[i].text);
	free(told->lines);
	free(told->title);
	free(told->place);
	free(told->clock);
	free(told->status);
	free(told->keys);
	*told = (struct told){ 0 };
}

/* Signs that only lead the eye; longer ones go before those that they begin with. */
static const struct {
	const char *sign, *words;
} signs[] = {
	{ "\xe2\x96\xb8", "" }, { "\xe2\x80\xa2", "" }, { RULE, "" },
	{ "\xe2\x86\x93 ", "" }, { "\xe2\x86\x92", "" }, { "\xe2\x86\x90", "" },
};

static bool ends_sentence(const struct str *out)
{
	return out->length > 0 && strchr(".:;,?!", out->data[out->length - 1]);
}

/* How much of the line is a gap between its columns: two spaces or more, or a dot between two; 0 for none. */
static size_t gap_at(const char *line)
{
	size_t spaces = strspn(line, " ");

	if (strncmp(line, " \xc2\xb7 ", 4) == 0)
		return 4;
	return spaces > 1 ? spaces : 0;
}

/* Columns of a line come one after the other, with a comma between them; a key goes before what it does. */
static char *words_of(const char *line)
{
	size_t column = 0;
	struct str out;

	str_init(&out);
	while (*line) {
		size_t gap = gap_at(line), sign = 0;

		if (gap && line[gap] && out.length > 0) {
			str_add(&out, ends_sentence(&out) || out.length - column < 2 ? " " : ", ");
			column = out.length;
			line += gap;
			continue;
		}
		while (sign < COUNT_OF(signs) && strncmp(line, signs[sign].sign, strlen(signs[sign].sign)) != 0)
			sign++;
		if (sign < COUNT_OF(signs)) {
			str_add(&out, signs[sign].words);
			line += strlen(signs[sign].sign);
		} else if (out.length > 0 || line[0] != ' ') {
			str_addc(&out, *line++);
		} else {
			line++;
		}
	}
	while (out.length > 0 && out.data[out.length - 1] == ' ')
		str_cut(&out, out.length - 1);
	return out.data;
}

static char *line_of(const struct grid *grid, int y)
{
	struct str line;

	str_init(&line);
	for (int x = 0; x < grid->width; x++)
		str_add(&line, grid->glyphs[y * grid->width + x].text);
	while (line.length > 0 && line.data[line.length - 1] == ' ')
		str_cut(&line, line.length - 1);
	return line.data;
}

char *told_words(const struct grid *grid, int y)
{
	char *line = line_of(grid, y), *words = words_of(line);

	free(line);
	return words;
}

/* Rules of other signs than the usual one. */
static bool is_rule(const char *text)
{
	return text[strspn(text, "=-_ ")] == '\0';
}

/* A time of day, or how many minutes: what changes by itself is told when it is asked for. */
static bool is_time(const char *text)
{
	if (strchr("+-", text[0]) && isdigit((unsigned char)text[1]))
		return true;
	for (; *text; text++)
		if (isdigit((unsigned char)text[0]) &&
		    ((text[1] == ':' && isdigit((unsigned char)text[2])) || strncmp(text + 1, " min", 4) == 0))
			return true;
	return false;
}

static void append(char **to, const char *text)
{
	char *joined = *to ? mem_printf("%s, %s", *to, text) : mem_strdup(text);

	free(*to);
	*to = joined;
}

/* The parts of the header: the title, the place beside it, and times of day. */
static void take_header(struct told *told, const struct grid *grid)
{
	char *line = line_of(grid, 0), *at = line;

	while (*(at += strspn(at, " "))) {
		char *end = strstr(at, "  "), *part;

		part = mem_strndup(at, end ? (size_t)(end - at) : strlen(at));
		at += strlen(part);
		if (!told->title) {
			told->title = words_of(part);
		} else {
			char *words = words_of(part);

			append(is_time(words) ? &told->clock : &told->place, words);
			free(words);
		}
		free(part);
	}
	if (!told->title)
		told->title = mem_strdup("");
	free(line);
}

void told_take(struct told *told, const struct grid *grid)
{
	*told = (struct told){ .page = grid->page, .focus = -1, .contexts = grid->contexts };
	if (grid->bare)
		told->title = mem_strdup("");
	else
		take_header(told, grid);
	for (int y = grid->bare ? 0 : 2; y < (grid->bare ? grid->height : grid->height - 2); y++) {
		char *words = told_words(grid, y);

		if (is_rule(words) && y != grid->cursor_y) {
			free(words);
			continue;
		}
		if (y == grid->cursor_y)
			told->focus = (int)told->count;
		told->lines = mem_grow(told->lines, &told->capacity, told->count, sizeof *told->lines);
		told->lines[told->count++] = (struct told_line){ words, grid->hearing[y] };
	}
	told->status = grid->bare ? mem_strdup("") : told_words(grid, grid->height - 2);
	told->keys = grid->bare ? mem_strdup("") : line_of(grid, grid->height - 1);
}
