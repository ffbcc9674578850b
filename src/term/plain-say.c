/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a terminal that is read line by line says of a screen. */
#include "term/plain-say.h"

#include "base/i18n.h"
#include "base/text.h"
#include "view/action.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define RULE "\xe2\x94\x80"
#define SAID_LEAST 10 /* bytes of a text that is worth not being said twice */
#define FORMS (CONTEXT_EDIT | CONTEXT_FORM | CONTEXT_CONFIRM)

static void told_release(struct told *told)
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

/* From grid to words */

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

static char *words_at(const struct grid *grid, int y)
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

static void take(struct told *told, const struct grid *grid)
{
	*told = (struct told){ .page = grid->page, .focus = -1, .contexts = grid->contexts };
	if (grid->bare)
		told->title = mem_strdup("");
	else
		take_header(told, grid);
	for (int y = grid->bare ? 0 : 2; y < (grid->bare ? grid->height : grid->height - 2); y++) {
		char *words = words_at(grid, y);

		if (is_rule(words) && y != grid->cursor_y) {
			free(words);
			continue;
		}
		if (y == grid->cursor_y)
			told->focus = (int)told->count;
		told->lines = mem_grow(told->lines, &told->capacity, told->count, sizeof *told->lines);
		told->lines[told->count++] = (struct told_line){ words, grid->hearing[y] };
	}
	told->status = grid->bare ? mem_strdup("") : words_at(grid, grid->height - 2);
	told->keys = grid->bare ? mem_strdup("") : line_of(grid, grid->height - 1);
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
	return told->page && told->count && told->lines[0].hearing == HEARD ? told->lines[0].text : told->title;
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
	words = words_at(grid, y);
	teller_say(teller, words, out);
	free(words);
}

void teller_tell(struct teller *teller, const struct grid *grid, enum asked asked, bool fresh, struct str *out)
{
	int depth = grid->depth < 1 ? 1 : grid->depth < TOLD_SCREENS ? grid->depth : TOLD_SCREENS - 1;
	struct told told, *before = &teller->told[depth];
	bool known = depth <= teller->depth && before->title;

	take(&told, grid);
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
