/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are typed, as the keys that they stand for. */
#include "term/plain-type.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define TYPING (CONTEXT_EDIT | CONTEXT_FORM | CONTEXT_TABLE | CONTEXT_FILTER | CONTEXT_SEARCH)
#define PREFIX_LEAST 3 /* letters of an action's name that may stand for it */

void typed_init(struct typed *typed)
{
	*typed = (struct typed){ 0 };
	str_init(&typed->paste);
	str_init(&typed->block);
}

void typed_release(struct typed *typed)
{
	for (size_t i = typed->next; i < typed->count; i++)
		free(typed->keys[i].paste);
	free(typed->keys);
	free(typed->line);
	str_release(&typed->paste);
	str_release(&typed->block);
}

static void say_unknown(const char *word, struct str *out)
{
	char *visible = text_visible(word, false);

	str_printf(out, _("'%s' means nothing here; 'keys' tells what does\n"), visible);
	free(visible);
}

bool typed_has(const struct typed *typed)
{
	return typed->next < typed->count;
}

/* Keys */

static void add(struct typed *typed, struct key key)
{
	if (!typed_has(typed))
		typed->next = typed->count = 0;
	typed->keys = mem_grow(typed->keys, &typed->capacity, typed->count, sizeof *typed->keys);
	typed->keys[typed->count++] = key;
}

static void add_code(struct typed *typed, enum key_code code)
{
	add(typed, (struct key){ .code = code });
}

static void add_paste(struct typed *typed, const char *text)
{
	add(typed, (struct key){ .code = K_PASTE, .paste = mem_strdup(text) });
}

/* What is in the field goes. */
static void add_text(struct typed *typed, const char *text, enum key_code end)
{
	add_code(typed, K_END);
	add(typed, (struct key){ .code = K_CHAR, .ctrl = true, .text = "u" });
	add_paste(typed, text);
	add_code(typed, end);
}

static void drop_keys(struct typed *typed)
{
	while (typed_has(typed))
		free(typed->keys[typed->next++].paste);
	typed->waits = WAITS_NOT;
}

bool typed_take(struct typed *typed, const struct typed_at *at, struct key *key)
{
	if (!typed_has(typed))
		return false;
	*key = typed->keys[typed->next++];
	typed->before = *at;
	str_clear(&typed->paste);
	if (key->paste) {
		str_add(&typed->paste, key->paste);
		free(key->paste);
		key->paste = typed->paste.data;
	}
	/* A letter that means nothing may be the first of an answer that is typed. */
	if (typed->waits == WAITS_NOT && key->code == K_CHAR && !key->ctrl && !(at->contexts & TYPING) &&
	    !keymap_find(at->keys, at->contexts, key) && !typed_has(typed))
		typed->waits = WAITS_FOR_FIELD;
	return true;
}

void typed_drawn(struct typed *typed, const struct typed_at *at, struct str *out)
{
	enum typed_wait waits = typed_has(typed) ? WAITS_NOT : typed->waits;
	bool opened = at->depth == typed->before.depth && (at->contexts & CONTEXT_EDIT) &&
		      !(typed->before.contexts & CONTEXT_EDIT);

	if (!(at->contexts & CONTEXT_EDIT))
		typed->in_cell = false;
	if (typed_has(typed))
		return;
	typed->waits = WAITS_NOT;
	if (waits != WAITS_NOT && !opened && typed->line) {
		say_unknown(typed->line, out);
		mem_set(&typed->line, NULL);
	}
	if (waits == WAITS_NOT || !opened)
		return;
	typed->in_cell = waits == WAITS_FOR_CELL;
	if (typed->line)
		add_text(typed, typed->line, typed->in_cell ? K_TAB : K_ENTER);
	else
		add_code(typed, K_ENTER);
	mem_set(&typed->line, NULL);
}

/* Words */

/* "enter", "ctrl-u" and "^u" as well as "Enter" and "C-u". */
static bool parse_key(const char *word, struct key *key)
{
	static const char *const names[] = { "Enter", "Esc", "Tab", "BackTab", "BSpace", "Del", "Insert", "Up", "Down",
		"Left", "Right", "Home", "End", "PgUp", "PgDn", "F1", "Space" };
	char control[] = "C-x";

	if (key_parse(word, key))
		return true;
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcasecmp(names[i], word) == 0)
			return key_parse(names[i], key);
	if ((strncasecmp(word, "ctrl-", 5) != 0 || strlen(word) != 6) && (word[0] != '^' || strlen(word) != 2))
		return false;
	control[2] = (char)tolower((unsigned char)word[strlen(word) - 1]);
	return key_parse(control, key);
}

/* A key that means the entry where we are. */
static bool key_for(const struct typed_at *at, const struct action_entry *entry, struct key *key)
{
	const char *name = entry ? keymap_key(at->keys, at->contexts, entry) : NULL;

	return name && key_parse(name, key);
}

/* What is done by that name, or by what the footer calls it, where we are; or that begins so. */
static bool action_key(const struct typed_at *at, const char *word, struct key *key)
{
	size_t count, found = 0, length = strlen(word);
	const struct action_entry *table = keymap_table(at->keys, &count);
	struct key other;

	if (key_for(at, keymap_by_name(at->keys, at->contexts, word), key))
		return true;
	for (size_t i = 0; i < count; i++)
		if ((table[i].contexts & at->contexts) && strcmp(_(table[i].label), word) == 0 &&
		    key_for(at, &table[i], key))
			return true;
	for (size_t i = 0; i < count && length >= PREFIX_LEAST; i++)
		if ((table[i].contexts & at->contexts) && strncmp(table[i].name, word, length) == 0 &&
		    key_for(at, &table[i], &other)) {
			*key = other;
			found++;
		}
	return found == 1;
}

/* "42", or the signs of ratings: a key each. */
static bool is_answers(const char *word)
{
	return word[strspn(word, "0123456789+-=")] == '\0';
}

static bool add_word(struct typed *typed, const struct typed_at *at, const char *word)
{
	struct key key;

	if (text_cluster(word).length == strlen(word) ? key_parse(word, &key)
						      : action_key(at, word, &key) || parse_key(word, &key)) {
		add(typed, key);
		return true;
	}
	if (!is_answers(word))
		return false;
	for (; *word; word++)
		add(typed, (struct key){ .code = K_CHAR, .text = { *word } });
	return true;
}

/* All words of the line, or nothing where one of them means nothing. */
static void add_words(struct typed *typed, const struct typed_at *at, const char *line, struct str *out)
{
	const char *blank = " \t";

	for (line += strspn(line, blank); *line; line += strspn(line, blank)) {
		char *word = mem_strndup(line, strcspn(line, blank));
		bool known = add_word(typed, at, word);

		if (!known) {
			drop_keys(typed);
			say_unknown(word, out);
		}
		line += strlen(word);
		free(word);
		if (!known)
			return;
	}
}

static bool are_words(const struct typed_at *at, const char *line)
{
	struct typed trial;
	struct str out;
	bool all;

	typed_init(&trial);
	str_init(&out);
	add_words(&trial, at, line, &out);
	all = out.length == 0;
	str_release(&out);
	typed_release(&trial);
	return all;
}

/* Commands of our own */

/* Where a colon begins a command on the full screen as well, what is no name of ours is left to that. */
static bool has_command_line(const struct typed_at *at)
{
	struct key colon;

	return key_parse(":", &colon) && keymap_find(at->keys, at->contexts, &colon);
}

static void add_command(struct typed *typed, const char *command)
{
	struct key colon;

	key_parse(":", &colon);
	add(typed, colon);
	add_paste(typed, command);
	add_code(typed, K_ENTER);
}

static void end_block(struct typed *typed)
{
	typed->pasting = false;
	if (typed->block.length)
		add_paste(typed, typed->block.data);
	str_clear(&typed->block);
}

/* Lines up to one with a dot alone. */
static void take_block(struct typed *typed, const char *line)
{
	if (strcmp(line, ".") == 0) {
		end_block(typed);
		return;
	}
	str_add(&typed->block, line);
	str_addc(&typed->block, '\n');
}

static const char *after(const char *line, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(line, word, length) != 0 || (line[length] && line[length] != ' '))
		return NULL;
	return line + length + (line[length] == ' ');
}

/* Whether the line is a command that is no key. */
static bool own_command(struct typed *typed, const char *line, enum asked *asked, bool *ends, struct str *out)
{
	const char *text;

	if (strcmp(line, "all") == 0) {
		*asked = ASKED_ALL;
	} else if (strcmp(line, "keys") == 0) {
		*asked = ASKED_KEYS;
	} else if (strcmp(line, "clock") == 0) {
		*asked = ASKED_CLOCK;
	} else if (strcmp(line, "quit") == 0) {
		*ends = true;
	} else if ((text = after(line, "paste"))) {
		typed->pasting = text[0] == '\0';
		if (typed->pasting)
			str_add(out, _("lines to paste; one with a dot alone ends them\n"));
		else
			add_paste(typed, text);
	} else {
		return false;
	}
	return true;
}

/* Where text is typed */

static void take_text(struct typed *typed, const struct typed_at *at, const char *line)
{
	bool table = at->contexts & CONTEXT_TABLE;

	if (!table) {
		if (line[0])
			add_text(typed, line, typed->in_cell ? K_TAB : K_ENTER);
		else
			add_code(typed, typed->in_cell ? K_TAB : K_ENTER);
		return;
	}
	if (strchr(line, '\t')) {
		add_paste(typed, line);
	} else if (line[0]) {
		/* The cell is opened first. */
		mem_set(&typed->line, line);
		typed->waits = WAITS_FOR_CELL;
		add_code(typed, K_ENTER);
	} else {
		add_code(typed, K_TAB);
	}
}

static bool are_keys(const char *line)
{
	const char *blank = " \t";
	bool all = true;

	for (line += strspn(line, blank); *line && all; line += strspn(line, blank)) {
		char *word = mem_strndup(line, strcspn(line, blank));
		struct key key;

		all = parse_key(word, &key);
		line += strlen(word);
		free(word);
	}
	return all;
}

/* A line that answers a question whose answers are texts. Letters that stand alone are keys, as on the screen. */
static bool is_answer(const struct typed_at *at, const char *line)
{
	if (!at->answers)
		return false;
	if (at->answers[0])
		return strchr(at->answers, line[0]) && line[1];
	return !are_keys(line);
}

enum asked typed_line(struct typed *typed, const struct typed_at *at, const char *line, bool *ends, struct str *out)
{
	bool typing = at->contexts & TYPING, command = line[0] == ':' && line[1] != ':';
	enum asked asked = ASKED_NEWS;

	*ends = false;
	if (typed->pasting) {
		take_block(typed, line);
		return asked;
	}
	if (command || (!typing && line[0] != ':')) {
		const char *word = line + command;

		if (own_command(typed, word, &asked, ends, out))
			return asked;
		if (command && has_command_line(at) && !are_words(at, word))
			add_command(typed, word);
		else if (command)
			add_words(typed, at, word, out);
		if (command)
			return asked;
	}
	line += line[0] == ':';
	if (typing) {
		take_text(typed, at, line);
	} else if (line[0] == '\0') {
		add_code(typed, K_ENTER);
	} else if (is_answer(at, line)) {
		mem_set(&typed->line, line);
		typed->waits = WAITS_FOR_FIELD;
		add_code(typed, K_ENTER);
	} else if ((at->contexts & CONTEXT_PEOPLE) && strchr(line, ',')) {
		add_paste(typed, line);
	} else {
		add_words(typed, at, line, out);
	}
	return asked;
}
