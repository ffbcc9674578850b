/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Located nodes, and careful reading of them. */
#include "base/node.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#define ID_LIMIT 40
#define TOLD_AT_MOST 40 /* names in a message */
#define SHOWN_BYTES 60 /* text_visible makes three bytes of one at most */

struct node *node_new(enum node_kind kind, int line, int column)
{
	struct node *node = mem_zalloc(1, sizeof *node);

	node->kind = kind;
	node->line = line;
	node->column = column;
	node->text = mem_strdup("");
	return node;
}

void node_free(struct node *node)
{
	if (!node)
		return;
	for (size_t i = 0; i < node->count; i++)
		node_free(node->items[i]);
	free(node->items);
	free(node->text);
	free(node);
}

void node_add(struct node *parent, struct node *child)
{
	parent->items =
		mem_grow(parent->items, &parent->capacity, parent->count, sizeof *parent->items);
	parent->items[parent->count++] = child;
}

const struct node *node_get(const struct node *map, const char *key)
{
	if (!map || map->kind != NODE_MAP)
		return NULL;
	for (size_t i = 0; i + 1 < map->count; i += 2)
		if (strcmp(map->items[i]->text, key) == 0)
			return map->items[i + 1];
	return NULL;
}

const char *node_kind_name(enum node_kind kind)
{
	static const char *const names[] = {
		[NODE_SCALAR] = N_("a text"),
		[NODE_LIST] = N_("a list"),
		[NODE_MAP] = N_("a map"),
	};

	return _(names[kind]);
}

static bool is_id(const char *text)
{
	size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return length > 0 && length <= ID_LIMIT && !text[length] && text[0] != '-';
}

const char *node_id(const struct node *map)
{
	const struct node *id = node_get(map, "id");

	return id && id->kind == NODE_SCALAR && is_id(id->text) ? id->text : NULL;
}

unsigned long node_code_point(const char *text)
{
	ucs4_t c = 0;

	if (*text)
		u8_mbtouc(&c, (const uint8_t *)text, strnlen(text, 4));
	return c;
}

struct shown node_shown(const char *text)
{
	struct shown shown;
	size_t length = strlen(text), fit = length;
	char *cut, *visible;

	if (length > SHOWN_BYTES) {
		fit = SHOWN_BYTES;
		while (fit > 0 && ((unsigned char)text[fit] & 0xc0) == 0x80)
			fit--;
	}
	cut = mem_strndup(text, fit);
	visible = text_visible(cut, false);
	snprintf(shown.text, sizeof shown.text, "%s%s", visible, fit < length ? "…" : "");
	free(visible);
	free(cut);
	return shown;
}

struct reader reader_enter(const struct reader *outer, const char *what, const struct node *entry,
	size_t number)
{
	struct reader inner = { .diags = outer->diags, .file = outer->file };
	const char *id = node_id(entry);
	char *subject;

	if (outer->subject[0] && id)
		subject = mem_printf(_("%s, %s '%s'"), outer->subject, what, id);
	else if (outer->subject[0])
		subject = mem_printf(_("%s, %s %zu"), outer->subject, what, number);
	else if (id)
		subject = mem_printf(_("%s '%s'"), what, id);
	else
		subject = mem_printf(_("%s %zu"), what, number);
	snprintf(inner.subject, sizeof inner.subject, "%s", subject);
	free(subject);
	return inner;
}

void reader_fail(struct reader *reader, const struct node *at, const char *format, ...)
{
	va_list args;
	char message[1024], *visible;

	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	visible = text_visible(message, false);
	diags_add(reader->diags, reader->file, at ? at->line : 0, at ? at->column : 0,
		reader->subject[0] ? "%s: %s" : "%s%s", reader->subject, visible);
	free(visible);
}

/* "a, b, c" for free(). */
static char *joined(const char *const *names, size_t count)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < count; i++) {
		str_add(&text, i ? ", " : "");
		str_add(&text, names[i]);
	}
	return text.data;
}

static void unknown_key(struct reader *reader, const struct node *key, const char *const *names,
	size_t count)
{
	const char *meant = text_nearest(key->text, names, count);
	char *known;

	if (key->plain && strcmp(key->text, "<<") == 0) {
		reader_fail(reader, key, _("a merge key '<<' is not allowed: write out the keys"));
	} else if (meant) {
		reader_fail(reader, key, _("unknown key '%s' (did you mean '%s'?)"),
			node_shown(key->text).text, meant);
	} else if (count > TOLD_AT_MOST) {
		reader_fail(reader, key, _("unknown key '%s': the manual says what is known here"),
			node_shown(key->text).text);
	} else {
		known = joined(names, count);
		reader_fail(reader, key, _("unknown key '%s': known here are %s"),
			node_shown(key->text).text, known);
		free(known);
	}
}

bool reader_keys(struct reader *reader, const struct node *map, const char *const *names,
	size_t count)
{
	if (map->kind != NODE_MAP) {
		reader_fail(reader, map, _("must be a map of keys and values, not %s"),
			node_kind_name(map->kind));
		return false;
	}
	for (size_t i = 0; i + 1 < map->count; i += 2) {
		const struct node *key = map->items[i];
		size_t first = 0, name = 0;

		while (strcmp(map->items[first]->text, key->text) != 0)
			first += 2;
		while (name < count && strcmp(names[name], key->text) != 0)
			name++;
		if (first < i)
			reader_fail(reader, key, _("key '%s' stands twice, first in line %d"),
				node_shown(key->text).text, map->items[first]->line);
		else if (name == count)
			unknown_key(reader, key, names, count);
	}
	return true;
}

static bool is_null(const struct node *value)
{
	static const char *const names[] = { "", "~", "null", "Null", "NULL" };

	for (size_t i = 0; value->plain && i < COUNT_OF(names); i++)
		if (strcmp(value->text, names[i]) == 0)
			return true;
	return false;
}

/* Reports a value that is no scalar, or none at all. */
static bool is_scalar(struct reader *reader, const struct node *value, const char *key)
{
	if (value->kind != NODE_SCALAR)
		reader_fail(reader, value, _("'%s' must be a text, not %s"), key,
			node_kind_name(value->kind));
	else if (is_null(value))
		reader_fail(reader, value, _("'%s' has no value"), key);
	else
		return true;
	return false;
}

/* The value of a key; reports a missing one where it is required. */
static const struct node *value_of(struct reader *reader, const struct node *map, const char *key,
	bool required)
{
	const struct node *value = node_get(map, key);

	if (!value && required)
		reader_fail(reader, map, _("key '%s' is missing"), key);
	return value;
}

/* As value_of, and reports what is no scalar. */
static const struct node *scalar_of(struct reader *reader, const struct node *map, const char *key,
	bool required)
{
	const struct node *value = value_of(reader, map, key, required);

	return value && is_scalar(reader, value, key) ? value : NULL;
}

/* Without white space at its end, in NFC. */
static char *trimmed(const char *text)
{
	size_t length = strlen(text);
	char *copy, *nfc;

	while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == ' '))
		length--;
	copy = mem_strndup(text, length);
	nfc = text_visible(copy, true);
	free(copy);
	return nfc;
}

static size_t characters(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

/* Checks a scalar's text and makes a copy of it; NULL where it is reported. */
static char *checked(struct reader *reader, const struct node *value, const char *key,
	bool one_line, size_t limit)
{
	long control = text_find_control(value->text, true);
	char *text, *tidy;
	size_t length;

	if (control >= 0) {
		reader_fail(reader, value,
			_("'%s' holds the character U+%04lX, which is not allowed"), key,
			node_code_point(value->text + control));
		return NULL;
	}
	text = trimmed(value->text);
	if (one_line && strchr(text, '\n')) {
		reader_fail(reader, value, _("'%s' must be one line"), key);
		goto bad;
	}
	if (one_line) {
		tidy = text_tidy(text);
		free(text);
		text = tidy;
	}
	length = characters(text);
	if (length > 0 && length <= limit)
		return text;
	if (length == 0)
		reader_fail(reader, value, _("'%s' has no value"), key);
	else
		reader_fail(reader, value,
			P_("'%s' is too long: %zu of at most %zu character",
				"'%s' is too long: %zu of at most %zu characters", limit),
			key, length, limit);
bad:
	free(text);
	return NULL;
}

char *reader_id(struct reader *reader, const struct node *map, const char *key, bool required)
{
	const struct node *value = scalar_of(reader, map, key, required);
	char *text = value ? checked(reader, value, key, true, ID_LIMIT) : NULL;
	char *like;

	if (!text || is_id(text))
		return text;
	like = text_slug(text);
	reader_fail(reader, value,
		_("'%s' must be made of a-z, 0-9 and hyphens, such as '%s', not '%s'"), key,
		is_id(like) ? like : "data-2", node_shown(text).text);
	free(like);
	free(text);
	return NULL;
}

char *reader_line_entry(struct reader *reader, const struct node *entry, const char *key,
	size_t limit)
{
	return is_scalar(reader, entry, key) ? checked(reader, entry, key, true, limit) : NULL;
}

char *reader_line(struct reader *reader, const struct node *map, const char *key, bool required,
	size_t limit)
{
	const struct node *value = value_of(reader, map, key, required);

	return value ? reader_line_entry(reader, value, key, limit) : NULL;
}

char *reader_text(struct reader *reader, const struct node *map, const char *key, bool required,
	size_t limit)
{
	const struct node *value = scalar_of(reader, map, key, required);

	return value ? checked(reader, value, key, false, limit) : NULL;
}

/* A whole number in decimal, without signs but '-' and without zeros ahead. */
static bool parse_number(const char *text, long *number)
{
	const char *digits = text + (text[0] == '-');
	size_t length = strspn(digits, "0123456789");

	if (length == 0 || length > 10 || digits[length] || (digits[0] == '0' && length > 1))
		return false;
	/*
	 * Ten digits are too many for a long of 32 bits, which strtol then cuts to the largest; no
	 * range goes there.
	 */
	*number = strtol(text, NULL, 10);
	return true;
}

static long number_of(struct reader *reader, const struct node *value, const char *key, long lowest, long highest,
	long fallback)
{
	long number = 0;
	bool is_number = parse_number(value->text, &number);

	if (is_number && !value->plain)
		reader_fail(reader, value, _("'%s' must be a number: take its quotes away"), key);
	else if (lowest == highest && (!is_number || number != lowest))
		reader_fail(reader, value, _("'%s' must be %ld, not '%s'"), key, lowest,
			node_shown(value->text).text);
	else if (!is_number || number < lowest || number > highest)
		reader_fail(reader, value,
			_("'%s' must be a whole number from %ld to %ld, not '%s'"), key, lowest,
			highest, node_shown(value->text).text);
	else
		return number;
	return fallback;
}

long reader_number(struct reader *reader, const struct node *map, const char *key, bool required,
	long lowest, long highest, long fallback)
{
	const struct node *value = scalar_of(reader, map, key, required);

	return value ? number_of(reader, value, key, lowest, highest, fallback) : fallback;
}

long reader_number_entry(struct reader *reader, const struct node *entry, const char *key, long lowest, long highest,
	long fallback)
{
	return is_scalar(reader, entry, key) ? number_of(reader, entry, key, lowest, highest, fallback) : fallback;
}

bool reader_flag(struct reader *reader, const struct node *map, const char *key, bool fallback)
{
	const struct node *value = scalar_of(reader, map, key, false);

	if (!value)
		return fallback;
	if (value->plain && strcmp(value->text, "true") == 0)
		return true;
	if (value->plain && strcmp(value->text, "false") == 0)
		return false;
	if (value->plain)
		reader_fail(reader, value, _("'%s' must be true or false, not '%s'"), key,
			node_shown(value->text).text);
	else
		reader_fail(reader, value, _("'%s' must be true or false, without quotes"), key);
	return fallback;
}

int reader_choice_entry(struct reader *reader, const struct node *entry, const char *key,
	const char *const *names, size_t count)
{
	const char *meant;
	char *known;

	if (!is_scalar(reader, entry, key))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (strcmp(entry->text, names[i]) == 0)
			return (int)i;
	meant = text_nearest(entry->text, names, count);
	if (meant) {
		reader_fail(reader, entry, _("unknown %s '%s' (did you mean '%s'?)"), key,
			node_shown(entry->text).text, meant);
		return -1;
	}
	known = joined(names, count);
	reader_fail(reader, entry, _("unknown %s '%s': known here are %s"), key,
		node_shown(entry->text).text, known);
	free(known);
	return -1;
}

int reader_choice(struct reader *reader, const struct node *map, const char *key, bool required,
	const char *const *names, size_t count)
{
	const struct node *value = value_of(reader, map, key, required);

	return value ? reader_choice_entry(reader, value, key, names, count) : -1;
}

const struct node *reader_list(struct reader *reader, const struct node *map, const char *key,
	bool required, size_t limit)
{
	const struct node *value = value_of(reader, map, key, required);

	if (!value)
		return NULL;
	if (value->kind != NODE_LIST && is_null(value)) {
		reader_fail(reader, value, _("'%s' has no value"), key);
		return NULL;
	}
	if (value->kind != NODE_LIST) {
		reader_fail(reader, value, _("'%s' must be a list, not %s"), key,
			node_kind_name(value->kind));
		return NULL;
	}
	if (required && value->count == 0)
		reader_fail(reader, value, _("'%s' is empty"), key);
	if (value->count > limit)
		reader_fail(reader, value,
			P_("'%s' is too long: %zu of at most %zu entry",
				"'%s' is too long: %zu of at most %zu entries", limit),
			key, value->count, limit);
	return value;
}

void reader_unique(struct reader *reader, const struct node *list, const char *key)
{
	for (size_t i = 0; list && i < list->count; i++) {
		const char *id = node_id(list->items[i]);

		for (size_t first = 0; id && first < i; first++) {
			const char *other = node_id(list->items[first]);

			if (!other || strcmp(id, other) != 0)
				continue;
			reader_fail(reader, node_get(list->items[i], "id"),
				_("id '%s' stands twice among '%s', first in line %d"), id, key,
				node_get(list->items[first], "id")->line);
			break;
		}
	}
}
