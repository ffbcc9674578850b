/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on a terminal: as much of xterm as ncurses makes use of, for characters of one column. */
#include "terminal/emulator.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#define ESC '\033'
#define ARGUMENTS 8

void emulator_init(struct emulator *emulator, int width, int height)
{
	ck_assert_int_le(width, EMULATOR_WIDTH);
	ck_assert_int_le(height, EMULATOR_HEIGHT);
	*emulator = (struct emulator){ .width = width, .height = height, .bottom = height - 1 };
}

static void clear(struct emulator *emulator, int line, int from, int to)
{
	for (int x = from; x < to && x < emulator->width; x++)
		emulator->cells[line][x][0] = '\0';
	emulator->changed = true;
}

static void clear_lines(struct emulator *emulator, int from, int to)
{
	for (int y = from; y < to; y++)
		clear(emulator, y, 0, emulator->width);
}

/* Moves the lines from top to bottom up by so many, or down where it is below 0. */
static void scroll(struct emulator *emulator, int top, int bottom, int by)
{
	int lines = bottom - top + 1, moved = abs(by) < lines ? lines - abs(by) : 0;
	size_t line = sizeof emulator->cells[0];

	if (by > 0) {
		memmove(emulator->cells[top], emulator->cells[bottom + 1 - moved], (size_t)moved * line);
		clear_lines(emulator, top + moved, bottom + 1);
	} else {
		memmove(emulator->cells[bottom + 1 - moved], emulator->cells[top], (size_t)moved * line);
		clear_lines(emulator, top, bottom + 1 - moved);
	}
}

static void next_line(struct emulator *emulator)
{
	if (emulator->y == emulator->bottom)
		scroll(emulator, emulator->top, emulator->bottom, 1);
	else if (emulator->y < emulator->height - 1)
		emulator->y++;
}

static void put(struct emulator *emulator, const char *character)
{
	if (emulator->x == emulator->width) {
		emulator->x = 0;
		next_line(emulator);
	}
	strcpy(emulator->cells[emulator->y][emulator->x++], character);
	strcpy(emulator->last, character);
	emulator->changed = true;
}

static int within(int value, int least, int most)
{
	return value < least ? least : value > most ? most : value;
}

/* Makes room for so many characters at the cursor, or takes them away. */
static void shift(struct emulator *emulator, int by)
{
	int left = emulator->width - emulator->x, moved = abs(by) < left ? left - abs(by) : 0;
	char(*line)[EMULATOR_CELL] = emulator->cells[emulator->y];

	if (by > 0) {
		memmove(line[emulator->width - moved], line[emulator->x], (size_t)moved * sizeof line[0]);
		clear(emulator, emulator->y, emulator->x, emulator->width - moved);
	} else {
		memmove(line[emulator->x], line[emulator->width - moved], (size_t)moved * sizeof line[0]);
		clear(emulator, emulator->y, emulator->x + moved, emulator->width);
	}
}

static void erase_screen(struct emulator *emulator, int how)
{
	if (how == 0) {
		clear(emulator, emulator->y, emulator->x, emulator->width);
		clear_lines(emulator, emulator->y + 1, emulator->height);
	} else if (how == 1) {
		clear_lines(emulator, 0, emulator->y);
		clear(emulator, emulator->y, 0, emulator->x + 1);
	} else {
		clear_lines(emulator, 0, emulator->height);
	}
}

static void erase_line(struct emulator *emulator, int how)
{
	clear(emulator, emulator->y, how == 0 ? emulator->x : 0, how == 1 ? emulator->x + 1 : emulator->width);
}

static void repeat(struct emulator *emulator, int times)
{
	char character[EMULATOR_CELL];

	strcpy(character, emulator->last);
	while (times-- > 0)
		put(emulator, character);
}

/* What is between ESC [ and its last letter. */
static void control(struct emulator *emulator, char *text, char letter)
{
	int arguments[ARGUMENTS] = { 0 }, count = 0, n;
	char *at = text;

	/* Modes, colours and questions to the terminal move nothing. */
	if (text[0] == '?' || text[0] == '>' || strchr("mhlctnq", letter))
		return;
	for (; *at && count < ARGUMENTS; at += *at == ';')
		arguments[count++] = (int)strtol(at, &at, 10);
	n = arguments[0] ? arguments[0] : 1;
	switch (letter) {
	case 'H':
	case 'f':
		emulator->y = within(n - 1, 0, emulator->height - 1);
		emulator->x = within((arguments[1] ? arguments[1] : 1) - 1, 0, emulator->width - 1);
		break;
	case 'A':
		emulator->y = within(emulator->y - n, 0, emulator->height - 1);
		break;
	case 'B':
		emulator->y = within(emulator->y + n, 0, emulator->height - 1);
		break;
	case 'C':
		emulator->x = within(emulator->x + n, 0, emulator->width - 1);
		break;
	case 'D':
		emulator->x = within(emulator->x - n, 0, emulator->width - 1);
		break;
	case 'G':
		emulator->x = within(n - 1, 0, emulator->width - 1);
		break;
	case 'd':
		emulator->y = within(n - 1, 0, emulator->height - 1);
		break;
	case 'J':
		erase_screen(emulator, arguments[0]);
		break;
	case 'K':
		erase_line(emulator, arguments[0]);
		break;
	case 'X':
		clear(emulator, emulator->y, emulator->x, emulator->x + n);
		break;
	case '@':
		shift(emulator, n);
		break;
	case 'P':
		shift(emulator, -n);
		break;
	case 'L':
		scroll(emulator, emulator->y, emulator->bottom, -n);
		break;
	case 'M':
		scroll(emulator, emulator->y, emulator->bottom, n);
		break;
	case 'S':
		scroll(emulator, emulator->top, emulator->bottom, n);
		break;
	case 'T':
		scroll(emulator, emulator->top, emulator->bottom, -n);
		break;
	case 'b':
		repeat(emulator, n);
		break;
	case 'r':
		emulator->top = n - 1;
		emulator->bottom = (arguments[1] ? arguments[1] : emulator->height) - 1;
		emulator->x = emulator->y = 0;
		break;
	default:
		ck_abort_msg("the terminal is sent ESC [ %s%c", text, letter);
	}
}

/* Whether the sequence that is pending is complete; it is carried out then. */
static bool take_sequence(struct emulator *emulator)
{
	char *text = emulator->pending, last = text[emulator->pending_length - 1];

	if (emulator->pending_length < 2)
		return false;
	switch (text[1]) {
	case '[':
		if (emulator->pending_length < 3 || last < 0x40)
			return false;
		text[emulator->pending_length - 1] = '\0';
		control(emulator, text + 2, last);
		return true;
	case ']':
		return last == '\a' || (last == '\\' && text[emulator->pending_length - 2] == ESC);
	case '(':
	case ')':
		return emulator->pending_length == 3;
	case '7':
		emulator->saved_x = emulator->x;
		emulator->saved_y = emulator->y;
		return true;
	case '8':
		emulator->x = emulator->saved_x;
		emulator->y = emulator->saved_y;
		return true;
	case 'M':
		if (emulator->y == emulator->top)
			scroll(emulator, emulator->top, emulator->bottom, -1);
		else if (emulator->y > 0)
			emulator->y--;
		return true;
	case '=':
	case '>':
	case '\\':
		return true;
	default:
		ck_abort_msg("the terminal is sent ESC %c", text[1]);
	}
}

static size_t character_length(unsigned char first)
{
	return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

static void take_sign(struct emulator *emulator, char byte)
{
	switch (byte) {
	case '\r':
		emulator->x = 0;
		break;
	case '\n':
		next_line(emulator);
		break;
	case '\b':
		emulator->x -= emulator->x > 0;
		break;
	case '\t':
		emulator->x = within((emulator->x / 8 + 1) * 8, 0, emulator->width - 1);
		break;
	case '\a':
	case '\017':
		break;
	default:
		ck_abort_msg("the terminal is sent the byte %d", byte);
	}
}

void emulator_take(struct emulator *emulator, char byte)
{
	emulator->changed = false;
	if (emulator->pending_length == 0 && (unsigned char)byte < ' ' && byte != ESC) {
		take_sign(emulator, byte);
		return;
	}
	ck_assert_uint_lt(emulator->pending_length, sizeof emulator->pending - 1);
	emulator->pending[emulator->pending_length++] = byte;
	emulator->pending[emulator->pending_length] = '\0';
	if (emulator->pending[0] == ESC) {
		if (take_sequence(emulator))
			emulator->pending_length = 0;
	} else if (emulator->pending_length == character_length((unsigned char)emulator->pending[0])) {
		put(emulator, emulator->pending);
		emulator->pending_length = 0;
	}
}

void emulator_line(const struct emulator *emulator, int line, struct str *out)
{
	size_t end;

	str_clear(out);
	for (int x = 0; x < emulator->width; x++)
		str_add(out, emulator->cells[line][x][0] ? emulator->cells[line][x] : " ");
	for (end = out->length; end > 0 && out->data[end - 1] == ' '; end--)
		continue;
	out->length = end;
	out->data[end] = '\0';
}

bool emulator_has(const struct emulator *emulator, const char *text)
{
	struct str line;
	bool found = false;

	str_init(&line);
	for (int y = 0; y < emulator->height && !found; y++) {
		emulator_line(emulator, y, &line);
		found = strstr(line.data, text) != NULL;
	}
	str_release(&line);
	return found;
}

char *emulator_dump(const struct emulator *emulator)
{
	struct str all, line;

	str_init(&all);
	str_init(&line);
	for (int y = 0; y < emulator->height; y++) {
		emulator_line(emulator, y, &line);
		str_printf(&all, "%s\n", line.data);
	}
	str_release(&line);
	return all.data;
}
