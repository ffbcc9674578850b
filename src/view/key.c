/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and their names. */
#include "view/key.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

static const struct {
	enum key_code code;
	const char *name;
} names[] = {
	{ K_ENTER, "Enter" },       { K_ESC, "Esc" },       { K_TAB, "Tab" },     { K_BACKTAB, "BackTab" },
	{ K_BACKSPACE, "BSpace" },  { K_DELETE, "Del" }, { K_INSERT, "Insert" }, { K_UP, "Up" },
	{ K_DOWN, "Down" },         { K_LEFT, "Left" },     { K_RIGHT, "Right" }, { K_HOME, "Home" },
	{ K_END, "End" },           { K_PAGE_UP, "PgUp" },  { K_PAGE_DOWN, "PgDn" }, { K_F1, "F1" },
	{ K_F2, "F2" },             { K_F3, "F3" },         { K_F4, "F4" },       { K_F5, "F5" },
	{ K_F6, "F6" },             { K_F7, "F7" },         { K_F8, "F8" },       { K_F9, "F9" },
	{ K_F10, "F10" },           { K_F11, "F11" },       { K_F12, "F12" },
};

#define NAMES (sizeof names / sizeof names[0])

bool key_parse(const char *name, struct key *key)
{
	size_t length = strlen(name);

	*key = (struct key){ 0 };
	for (size_t i = 0; i < NAMES; i++) {
		if (strcmp(names[i].name, name) == 0) {
			key->code = names[i].code;
			return true;
		}
	}
	key->code = K_CHAR;
	if (strcmp(name, "Space") == 0)
		name = " ";
	else if (length == 3 && name[0] == 'C' && name[1] == '-' && name[2] >= 'a' && name[2] <= 'z') {
		key->ctrl = true;
		name += 2;
	} else if (length == 0 || length >= sizeof key->text ||
		   text_cluster(name).length != length || text_find_control(name, false) >= 0) {
		return false;
	}
	snprintf(key->text, sizeof key->text, "%s", name);
	return true;
}

bool key_nearest(const char *name, char out[KEY_NAME])
{
	static const struct {
		const char *other, *name;
	} others[] = {
		{ "Return", "Enter" },  { "Escape", "Esc" },  { "Backspace", "BSpace" }, { "Delete", "Del" },
		{ "Page Up", "PgUp" },  { "PageUp", "PgUp" }, { "Page Down", "PgDn" },	 { "PageDown", "PgDn" },
		{ "Shift-Tab", "BackTab" },
	};
	const char *all[NAMES + 1], *near = NULL;
	size_t skip = strncmp(name, "Ctrl-", 5) == 0 ? 5 : strncmp(name, "C-", 2) == 0 ? 2 : 0;
	char letter = name[skip];

	letter = (char)(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
	if (skip > 0 && letter >= 'a' && letter <= 'z' && !name[skip + 1]) {
		snprintf(out, KEY_NAME, "C-%c", letter);
		return true;
	}
	for (size_t i = 0; i < NAMES; i++)
		all[i] = names[i].name;
	all[NAMES] = "Space";
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (strcmp(others[i].other, name) == 0)
			near = others[i].name;
	near = near ? near : text_nearest(name, all, NAMES + 1);
	snprintf(out, KEY_NAME, "%s", near ? near : "");
	return near != NULL;
}

void key_text(const struct key *key, char out[KEY_NAME])
{
	out[0] = '\0';
	if (key->code == K_CHAR) {
		snprintf(out, KEY_NAME, "%s%s", key->ctrl ? "C-" : "", strcmp(key->text, " ") ? key->text : "Space");
		return;
	}
	for (size_t i = 0; i < NAMES; i++)
		if (names[i].code == key->code)
			snprintf(out, KEY_NAME, "%s", names[i].name);
}

void key_label(const char *name, char out[KEY_LABEL])
{
	if (strncmp(name, "C-", 2) == 0 && name[2] && !name[3])
		snprintf(out, KEY_LABEL, "Ctrl-%c", name[2] - 'a' + 'A');
	else
		snprintf(out, KEY_LABEL, "%s", name);
}

bool key_equal(const struct key *a, const struct key *b)
{
	return a->code == b->code && (a->code != K_CHAR || (a->ctrl == b->ctrl && strcmp(a->text, b->text) == 0));
}

bool key_is(const struct key *key, char c)
{
	return key->code == K_CHAR && !key->ctrl && key->text[0] == c && !key->text[1];
}

int key_digit(const struct key *key)
{
	if (key->code != K_CHAR || key->ctrl || key->text[0] < '0' || key->text[0] > '9' || key->text[1])
		return -1;
	return key->text[0] - '0';
}
