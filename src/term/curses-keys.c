/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys, as ncurses and the terminal send them. */
/* Wide characters in ncurses are X/Open's. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif

#include "term/curses-keys.h"

#include "base/mem.h"

#include <curses.h>
#include <langinfo.h>
#include <limits.h>
#include <string.h>
#include <unistr.h>

#define PASTE_BEGIN 2000
#define PASTE_END 2001
#define MOUSE_DIGITS 2002
#define MOUSE_BYTES 2003
#define PASTE_LIMIT (1024 * 1024)
#define REST_MILLISECONDS 200 /* for the end of a sequence whose first bytes are here */
#define MOUSE_MILLISECONDS 1000 /* the same where what comes late would be taken for answers */

void curses_keys_init(struct curses_keys *keys, bool mouse)
{
	*keys = (struct curses_keys){ 0 };
	str_init(&keys->paste);
	keys->ascii = strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0;
	keypad(stdscr, TRUE);
	define_key("\033[200~", PASTE_BEGIN);
	define_key("\033[201~", PASTE_END);
	/* Read here whatever TERM says: within tmux or screen it often names another terminal. */
	define_key(NULL, KEY_MOUSE);
	if (!mouse)
		return;
	define_key("\033[<", MOUSE_DIGITS);
	define_key("\033[M", MOUSE_BYTES);
}

void curses_keys_release(struct curses_keys *keys)
{
	str_release(&keys->paste);
}

static void set_character(struct key *key, wint_t c)
{
	int length = u8_uctomb((uint8_t *)key->text, (ucs4_t)c, (int)sizeof key->text - 1);

	key->code = length > 0 ? K_CHAR : K_NONE;
	key->text[length > 0 ? length : 0] = '\0';
}

/* One more byte of a character; as mbrtowc, of which a locale without other letters would make nothing. */
static size_t add_byte(struct curses_keys *keys, char byte, wchar_t *wide)
{
	ucs4_t c;
	int length;

	if (!keys->ascii)
		return mbrtowc(wide, &byte, 1, &keys->begun);
	keys->bytes[keys->count++] = (unsigned char)byte;
	length = u8_mbtoucr(&c, keys->bytes, keys->count);
	if (length == -2 && keys->count < sizeof keys->bytes)
		return (size_t)-2;
	keys->count = 0;
	if (length < 0)
		return (size_t)-1;
	*wide = (wchar_t)c;
	return 1;
}

/*
 * The next character or key that has come, as get_wch has it, or ERR where none has yet. A slow line brings a character
 * in pieces: get_wch forgets those that it has when the rest is late, so they are put together here.
 */
static int read_code(struct curses_keys *keys, wint_t *c)
{
	for (;;) {
		int code = getch();
		char byte = (char)code;
		bool begun = keys->count > 0 || !mbsinit(&keys->begun);
		wchar_t wide;
		size_t length;

		if (code == ERR)
			return ERR;
		*c = (wint_t)code;
		if (code > UCHAR_MAX)
			return KEY_CODE_YES;
		length = add_byte(keys, byte, &wide);
		if (length == (size_t)-1) {
			keys->begun = (mbstate_t){ 0 };
			/* What does not go on with the character may begin another. */
			length = begun ? add_byte(keys, byte, &wide) : length;
			if (length == (size_t)-1)
				keys->begun = (mbstate_t){ 0 };
		}
		if (length <= 1) {
			*c = (wint_t)wide;
			return OK;
		}
	}
}

/* Everything up to the end mark, or to a silence of a second. */
static void read_paste(struct curses_keys *keys, struct key *key)
{
	wint_t c;
	int kind;

	str_clear(&keys->paste);
	timeout(1000);
	while ((kind = read_code(keys, &c)) != ERR && !(kind == KEY_CODE_YES && c == PASTE_END)) {
		struct key character = { 0 };

		if (kind != OK || keys->paste.length > PASTE_LIMIT)
			continue;
		set_character(&character, c == '\r' ? '\n' : c);
		str_add(&keys->paste, character.text);
	}
	key->code = K_PASTE;
	key->paste = keys->paste.data;
}

/* A button, at a place counted from 1. The left one and the wheel are ours, and only without Shift, Alt or Ctrl. */
static void set_mouse(struct key *key, int button, int x, int y)
{
	static const struct {
		int button;
		enum key_code code;
	} codes[] = { { 0, K_MOUSE }, { 64, K_WHEEL_UP }, { 65, K_WHEEL_DOWN } };

	for (size_t i = 0; i < COUNT_OF(codes); i++)
		if (codes[i].button == button)
			*key = (struct key){ .code = codes[i].code, .x = x - 1, .y = y - 1 };
}

/* "0;12;5M" is a button that was pressed, "0;12;5m" one that was let go. */
static void mouse_by_digits(struct curses_keys *keys, struct key *key)
{
	int numbers[3] = { 0 }, kind;
	size_t at = 0;
	wint_t c;

	timeout(MOUSE_MILLISECONDS);
	while ((kind = read_code(keys, &c)) == OK && ((c >= '0' && c <= '9') || c == ';')) {
		if (c == ';')
			at++;
		else if (at < COUNT_OF(numbers) && numbers[at] < 10000)
			numbers[at] = 10 * numbers[at] + (int)(c - '0');
	}
	if (kind == OK && c == 'M' && at == 2)
		set_mouse(key, numbers[0], numbers[1], numbers[2]);
}

/* Three bytes, each with 32 added, which need not be characters. */
static void mouse_by_bytes(struct key *key)
{
	int bytes[3];

	timeout(MOUSE_MILLISECONDS);
	for (size_t i = 0; i < COUNT_OF(bytes); i++) {
		bytes[i] = getch() - 32;
		if (bytes[i] < 0 || bytes[i] > UCHAR_MAX)
			return;
	}
	set_mouse(key, bytes[0], bytes[1], bytes[2]);
}

static void function_key(struct curses_keys *keys, struct key *key, wint_t c)
{
	static const struct {
		wint_t from;
		enum key_code to;
	} codes[] = {
		{ KEY_ENTER, K_ENTER },   { KEY_BTAB, K_BACKTAB },  { KEY_BACKSPACE, K_BACKSPACE },
		{ KEY_DC, K_DELETE },     { KEY_IC, K_INSERT },     { KEY_UP, K_UP },
		{ KEY_DOWN, K_DOWN },     { KEY_LEFT, K_LEFT },     { KEY_RIGHT, K_RIGHT },
		{ KEY_HOME, K_HOME },     { KEY_END, K_END },       { KEY_PPAGE, K_PAGE_UP },
		{ KEY_NPAGE, K_PAGE_DOWN }, { KEY_F(1), K_F1 },     { KEY_RESIZE, K_RESIZE },
		{ KEY_A1, K_HOME },       { KEY_C1, K_END },
	};

	if (c == MOUSE_DIGITS) {
		mouse_by_digits(keys, key);
		return;
	}
	if (c == MOUSE_BYTES) {
		mouse_by_bytes(key);
		return;
	}
	if (c == PASTE_BEGIN) {
		read_paste(keys, key);
		return;
	}
	for (size_t i = 0; i < COUNT_OF(codes); i++)
		if (codes[i].from == c)
			key->code = codes[i].to;
	if (c > KEY_F(1) && c <= KEY_F(12))
		key->code = (enum key_code)(K_F1 + (int)(c - KEY_F(1)));
}

/* The key of a sequence by its number, 0 for none, and its last character; K_NONE where it means nothing to us. */
static enum key_code sequence_key(int number, wint_t last)
{
	static const enum key_code tilde[] = { K_NONE, K_HOME, K_INSERT, K_DELETE, K_END, K_PAGE_UP, K_PAGE_DOWN,
		K_HOME, K_END, K_NONE, K_NONE, K_F1, K_F2, K_F3, K_F4, K_F5, K_NONE, K_F6, K_F7, K_F8, K_F9, K_F10,
		K_NONE, K_F11, K_F12 };

	switch (last) {
	case '~':
		return number < (int)COUNT_OF(tilde) ? tilde[number] : K_NONE;
	case 'A':
		return K_UP;
	case 'B':
		return K_DOWN;
	case 'C':
		return K_RIGHT;
	case 'D':
		return K_LEFT;
	case 'F':
		return K_END;
	case 'H':
		return K_HOME;
	case 'P':
	case 'Q':
	case 'R':
	case 'S':
		return (enum key_code)(K_F1 + (int)(last - 'P'));
	case 'Z':
		return K_BACKTAB;
	default:
		return K_NONE;
	}
}

/*
 * An escape that came alone is the key. Within tmux or screen, TERM often names another terminal than the one that
 * sends, and ncurses takes its Home, \033[1~, for an escape and three characters: the escape would leave what is
 * being typed, and the digit would answer a question. So what came along with it is read to its end here.
 */
static void escape_key(struct curses_keys *keys, struct key *key)
{
	wint_t c;
	int kind, number = 0;
	bool first = true;

	key->code = K_ESC;
	timeout(0);
	kind = read_code(keys, &c);
	keys->escaped = kind == ERR;
	if (kind == KEY_CODE_YES)
		ungetch((int)c);
	else if (kind == OK && c != '[' && c != 'O')
		unget_wch((wchar_t)c);
	if (kind != OK || (c != '[' && c != 'O'))
		return;
	timeout(REST_MILLISECONDS);
	while ((kind = read_code(keys, &c)) == OK && c >= ' ' && c < '@') {
		first = first && c != ';';
		if (first && c >= '0' && c <= '9' && number < 100)
			number = 10 * number + (int)(c - '0');
	}
	key->code = kind == OK ? sequence_key(number, c) : K_NONE;
}

static void control_key(struct curses_keys *keys, struct key *key, wint_t c)
{
	switch (c) {
	case '\r':
	case '\n':
		key->code = K_ENTER;
		break;
	case '\t':
		key->code = K_TAB;
		break;
	case 27:
		escape_key(keys, key);
		break;
	case 8:
	case 127:
		key->code = K_BACKSPACE;
		break;
	default:
		if (c < 1 || c > 26)
			break;
		key->code = K_CHAR;
		key->ctrl = true;
		key->text[0] = (char)('a' + c - 1);
		key->text[1] = '\0';
	}
}

/* On a slow line the escape of a click has come alone, and been taken for the key: the rest is no text all the same. */
static bool take_late_mouse(struct curses_keys *keys, struct key *key)
{
	wint_t c;
	int kind;

	timeout(0);
	kind = read_code(keys, &c);
	if (kind == OK && c == '<') {
		mouse_by_digits(keys, key);
		key->code = K_NONE;
		return true;
	}
	if (kind == KEY_CODE_YES)
		ungetch((int)c);
	else if (kind == OK)
		unget_wch((wchar_t)c);
	return false;
}

bool curses_keys_take(struct curses_keys *keys, struct key *key)
{
	bool escaped = keys->escaped;
	wint_t c;
	int kind;

	timeout(0);
	kind = read_code(keys, &c);
	*key = (struct key){ 0 };
	if (kind != ERR)
		keys->escaped = false;
	if (kind == OK && c == '[' && escaped && take_late_mouse(keys, key))
		return true;
	if (kind == KEY_CODE_YES)
		function_key(keys, key, c);
	else if (kind == OK && (c < 32 || c == 127))
		control_key(keys, key, c);
	else if (kind == OK)
		set_character(key, c);
	return kind != ERR;
}
