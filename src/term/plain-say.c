/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a terminal that is read line by line says of a screen. */
#include "term/plain-say.h"

#include "base/i18n.h"
#include "base/text.h"
#include "view/action.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define SAID_LEAST 10 /* bytes of a text that is worth not being said twice */
#define FORMS (CONTEXT_EDIT | CONTEXT_FORM | CONTEXT_CONFIRM)

static void said_release(struct said *said)
{
	for (size_t i = 0; i < said->count; i++)
		free(said->texts[i]);
	free(said->texts);
	*said = (struct said){ 0 };
}

static bool was_said(const struct said *said, const char *text)
{
	for (size_t i = 0; i < said->count; i++)
		if (strcmp(said->texts[i], text) == 0)
			return true;
	return false;
}

static void remember(struct said *said, const char *text)
{
	if (was_said(said, text))
		return;
	said->texts = mem_grow(said->texts, &said->capacity, said->count, sizeof *said->texts);
	said->texts[said->count++] = mem_strdup(text);
}

void teller_init(struct teller *teller, int width)
{
	*teller = (struct teller){ .width = width };
}

void teller_release(struct teller *teller)
{
	for (int i = 0; i < TOLD_SCREENS; i++)
		told_release(&teller->told[i]);
	said_release(&teller->keys);
	said_release(&teller->once);
	free(teller->prompt);
	*teller = (struct teller){ 0 };
}

/* Saying */

void teller_say(const struct teller *teller, const char *text, struct str *out)
{
	while (*text) {
		size_t length, next = text_wrap(text, teller->width, &length);

		str_addn(out, text, length);
		str_addc(out, '\n');
		text += next;
	}
}

static void say_two(const struct teller *teller, const char *first, const char *second, struct str *out)
{
	char *both = first[0] && second && second[0] ? mem_printf("%s, %s", first, second)
						     : mem_strdup(first[0] ? first : second ? second : "");

	teller_say(teller, both, out);
	free(both);
}

/* The n-th key of the footer with what it does, for free(); NULL where there are fewer. */
static char *key_of(const struct told *told, int n)
{
	const char *at = told->keys;

	while (*(at += strspn(at, " "))) {
		const char *end = strstr(at, "  ");
		size_t length = end ? (size_t)(end - at) : strlen(at);

		if (n-- == 0)
			return mem_strndup(at, length);
		at += length;
	}
	return NULL;
}

/* The key that is the most likely one, for free(): what a question can be answered with, or what goes on. */
static char *first_keys(const struct told *told)
{
	char *first = key_of(told, 0), *second = first ? key_of(told, 1) : NULL, *keys;

	if (second && (told->contexts & CONTEXT_CONFIRM))
		keys = mem_printf("%s, %s", first, second);
	else if (second && (first[0] == '?' || strncmp(first, "F1 ", 3) == 0))
		keys = mem_strdup(second);
	else
		keys = mem_strdup(first ? first : "");
	free(first);
	free(second);
	return keys;
}

/* The keys of the screen: all, or those that were never told. */
static void say_keys(struct teller *teller, const struct told *told, bool all, struct str *out)
{
	struct str line;
	char *key;

	str_init(&line);
	for (int n = 0; (key = key_of(told, n)); n++) {
		if (all || !was_said(&teller->keys, key))
			str_printf(&line, "%s%s", line.length ? "; " : "", key);
		remember(&teller->keys, key);
		free(key);
	}
	if (line.length) {
		char *text = mem_printf(_("keys: %s"), line.data);

		teller_say(teller, text, out);
		free(text);
	}
	str_release(&line);
}

/* A line that goes on behind what is the whole of another one says it as well. */
static bool has_line(const struct told *told, const char *text)
{
	size_t length = strlen(text);

	for (size_t i = 0; i < told->count; i++) {
		const char *line = told->lines[i].text;

		if (strncmp(line, text, length) == 0 && (!line[length] || strncmp(line + length, ", ", 2) == 0))
			return true;
	}
	return false;
}

/* Whether the status has just said what the line says, each with its own word before. */
static bool is_said(const struct told *told, const char *line)
{
	const char *status = strstr(told->status, ": ");
	size_t length;

	line = strstr(line, ": ");
	if (!status || !line)
		return false;
	length = strlen(status);
	return length > SAID_LEAST && strncmp(line, status, length) == 0;
}

/* Whether nothing but the prompt would come behind the line. */
static bool is_last(const struct told *told, size_t line)
{
	while (++line < told->count)
		if (told->lines[line].hearing == HEARD)
			return false;
	return true;
}

static bool is_heard(const struct teller *teller, const struct told *told, size_t line, const struct told *before,
	bool whole)
{
	const struct told_line *here = &told->lines[line];

	if (here->hearing == HEARD_ONCE)
		return !was_said(&teller->once, here->text);
	if (here->hearing == HEARD_ON_DEMAND || is_said(told, here->text))
		return false;
	/* The prompt says where the cursor is. */
	if ((int)line == told->focus && (!whole || is_last(told, line)))
		return false;
	return whole || !has_line(before, here->text);
}

static void say_news_lines(struct teller *teller, const struct told *told, const struct told *before, bool whole,
	struct str *out)
{
	struct said once = { 0 };

	for (size_t i = 0; i < told->count; i++) {
		if (is_heard(teller, told, i, before, whole))
			teller_say(teller, told->lines[i].text, out);
		if (told->lines[i].hearing == HEARD_ONCE)
			remember(&once, told->lines[i].text);
	}
	for (size_t i = 0; i < teller->once.count && !whole; i++)
		remember(&once, teller->once.texts[i]);
	said_release(&teller->once);
	teller->once = once;
}

/* The clock without its digits: only its words are news. */
static bool same_words(const char *a, const char *b)
{
	if (!a || !b)
		return a == b;
	for (;; a++, b++) {
		while (isdigit((unsigned char)*a))
			a++;
		while (isdigit((unsigned char)*b))
			b++;
		if (*a != *b || !*a)
			return *a == *b;
	}
}

static bool same(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

/* What tells where we are again: the head of the page, or the title. */
static const char *head_of(const struct told *told)
{
	return told->page > 0 && told->count && told->lines[0].hearing == HEARD ? told->lines[0].text : told->title;
}

/* back: from a screen above, of which somebody may have forgotten what lies below. */
static void say_news(struct teller *teller, const struct told *told, const struct told *before, bool back,
	struct str *out)
{
	bool new_screen = !before || !same(before->title, told->title);
	bool whole = new_screen || before->page != told->page;

	if (new_screen)
		say_two(teller, told->title, told->place, out);
	else if (!same(before->place, told->place))
		say_two(teller, told->place ? told->place : "", told->clock, out);
	if (told->clock && (new_screen || (same(before->place, told->place) && !same_words(before->clock, told->clock))))
		teller_say(teller, told->clock, out);
	if (back && !whole)
		teller_say(teller, head_of(told), out);
	say_news_lines(teller, told, before, whole, out);
}

static void say_all(const struct teller *teller, const struct told *told, struct str *out)
{
	say_two(teller, told->title, told->place, out);
	teller_say(teller, told->clock ? told->clock : "", out);
	for (size_t i = 0; i < told->count; i++)
		teller_say(teller, told->lines[i].text, out);
}

static void set_prompt(struct teller *teller, const struct told *told)
{
	char *keys = first_keys(told);
	const char *here = told->focus >= 0 && told->lines[told->focus].text[0] ? told->lines[told->focus].text : keys;

	free(teller->prompt);
	teller->prompt = mem_printf(!here[0] || strchr(":?", here[strlen(here) - 1]) ? "%s" : "%s:", here);
	free(keys);
}

void teller_warn(struct teller *teller, const struct grid *grid, struct str *out)
{
	int y = grid->height - 2;
	char *words;

	if (grid->bare || grid->glyphs[y * grid->width + 1].style != STYLE_WARN)
		return;
	words = told_words(grid, y);
	teller_say(teller, words, out);
	free(words);
}

void teller_tell(struct teller *teller, const struct grid *grid, enum asked asked, bool fresh, struct str *out)
{
	int depth = grid->depth < 1 ? 1 : grid->depth < TOLD_SCREENS ? grid->depth : TOLD_SCREENS - 1;
	struct told told, *before = &teller->told[depth];
	bool known = depth <= teller->depth && before->title;

	told_take(&told, grid);
	if (fresh || !known || !same(before->status, told.status))
		teller_say(teller, told.status, out);
	if (asked == ASKED_ALL) {
		say_all(teller, &told, out);
	} else {
		bool back = depth < teller->depth && !(teller->told[teller->depth].contexts & FORMS);

		say_news(teller, &told, known ? before : NULL, back, out);
	}
	if (asked == ASKED_CLOCK)
		teller_say(teller, told.clock ? told.clock : _("there is no clock here"), out);
	say_keys(teller, &told, asked == ASKED_KEYS, out);
	for (int i = depth; i < TOLD_SCREENS; i++)
		told_release(&teller->told[i]);
	teller->told[depth] = told;
	teller->depth = depth;
	set_prompt(teller, &told);
}
