/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads an archive from JSON: every member is there and of its type, and nothing else. */
#include "report/archive-shape.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FINDINGS_MOST 100

void reading_complain(struct reading *reading, const char *format, ...)
{
	char message[512];
	va_list arguments;

	if (reading->diags->count > FINDINGS_MOST)
		return;
	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	text_cut_whole(message);
	if (reading->diags->count == FINDINGS_MOST)
		diags_add(reading->diags, reading->file, 0, 0, "%s", _("there is more, not told here: mend these first"));
	else if (reading->path.length > 0)
		diags_add(reading->diags, reading->file, 0, 0, "%s: %s", reading->path.data, message);
	else
		diags_add(reading->diags, reading->file, 0, 0, "%s", message);
}

size_t reading_enter(struct reading *reading, const char *member)
{
	size_t before = reading->path.length;

	if (before > 0)
		str_addc(&reading->path, '.');
	str_add(&reading->path, member);
	return before;
}

size_t reading_enter_at(struct reading *reading, size_t index)
{
	size_t before = reading->path.length;

	str_printf(&reading->path, "[%zu]", index);
	return before;
}

void reading_leave(struct reading *reading, size_t before)
{
	str_cut(&reading->path, before);
}

/* Values. */

char *reading_text(struct reading *reading, const json_t *value, int64_t lowest, int64_t highest, bool lines)
{
	const char *raw = json_string_value(value);
	char *text;

	if (!raw) {
		reading_complain(reading, _("must be a text in quotes"));
		return NULL;
	}
	if (text_find_control(raw, lines) >= 0) {
		reading_complain(reading, _("holds a character that is no text, such as a control character: take it out"));
		return NULL;
	}
	text = text_visible(raw, lines);
	if ((int64_t)strlen(text) >= lowest && (int64_t)strlen(text) <= highest)
		return text;
	if (strlen(text) == 0)
		reading_complain(reading, _("is empty: write something"));
	else if (lowest == highest)
		reading_complain(reading, _("must be %lld bytes long"), (long long)highest);
	else
		reading_complain(reading, _("is longer than %lld bytes: shorten it"), (long long)highest);
	free(text);
	return NULL;
}

int reading_side(struct reading *reading, const json_t *value)
{
	const char *id = json_string_value(value);

	/* Sides that are wrong themselves were complained of. */
	if (!reading->sides[0] || !reading->sides[1])
		return SIDE_NONE;
	for (int side = 0; id && side < SIDES; side++)
		if (strcmp(reading->sides[side], id) == 0)
			return side;
	reading_complain(reading, _("must be the id of a side: '%s' or '%s'"), reading->sides[0], reading->sides[1]);
	return SIDE_NONE;
}

static bool read_integer(struct reading *reading, const struct member *member, const json_t *value, int64_t *number)
{
	*number = -1;
	if (member->nullable && json_is_null(value))
		return true;
	*number = json_integer_value(value);
	if (json_is_integer(value) && *number >= member->lowest && *number <= member->highest)
		return true;
	reading_complain(reading, _("must be a whole number from %lld to %lld"), (long long)member->lowest,
		(long long)member->highest);
	return false;
}

static void read_text(struct reading *reading, const struct member *member, const json_t *value, void *place)
{
	char *text = NULL, *old;

	if (member->nullable && json_is_null(value))
		return;
	if (member->type != MEMBER_RAW)
		text = reading_text(reading, value, member->lowest, member->highest, member->type == MEMBER_TEXT);
	else if (json_string_length(value) == 0)
		reading_complain(reading, _("must be a text in quotes"));
	else
		text = mem_strdup(json_string_value(value));
	if (!text)
		return;
	memcpy(&old, place, sizeof old);
	free(old);
	memcpy(place, &text, sizeof text);
}

static void read_day(struct reading *reading, const json_t *value, void *place)
{
	const char *text = json_string_value(value);
	int day = text ? date_parse(text) : DAY_NONE;

	if (day == DAY_NONE && !json_is_null(value))
		reading_complain(reading, _("must be a day like \"2026-12-24\", or null"));
	memcpy(place, &day, sizeof day);
}

/* Two digits; -1 where they are none, or more than most. */
static int two_digits(const char *text, int most)
{
	int value;

	if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
		return -1;
	value = (text[0] - '0') * 10 + text[1] - '0';
	return value <= most ? value : -1;
}

static void read_time(struct reading *reading, const json_t *value, void *place)
{
	static const char form[] = "2026-12-24T09:00:00Z";
	const char *text = json_string_value(value);
	int day = DAY_NONE, hour = -1, minute = -1, second = -1;
	int64_t moment = 0;

	if (text && strlen(text) == sizeof form - 1 && text[10] == 'T' && text[13] == ':' && text[16] == ':' &&
	    text[19] == 'Z') {
		char date[11] = "";

		strncat(date, text, 10);
		day = date_parse(date);
		hour = two_digits(text + 11, 23);
		minute = two_digits(text + 14, 59);
		second = two_digits(text + 17, 59);
	}
	if (day == DAY_NONE || hour < 0 || minute < 0 || second < 0)
		reading_complain(reading, _("must be a time in UTC like \"%s\""), form);
	else
		moment = (int64_t)day * 86400 + hour * 3600 + minute * 60 + second;
	memcpy(place, &moment, sizeof moment);
}

static void read_word(struct reading *reading, const struct member *member, const json_t *value, void *place)
{
	const char *text = json_string_value(value);
	int found = member->nullable && json_is_null(value) ? 0 : -1;
	struct str words;

	for (int i = member->nullable ? 1 : 0; text && found < 0 && i < member->highest; i++)
		if (strcmp(member->word(i), text) == 0)
			found = i;
	if (found >= 0) {
		memcpy(place, &found, sizeof found);
		return;
	}
	str_init(&words);
	for (int i = member->nullable ? 1 : 0; i < member->highest; i++)
		str_printf(&words, "%s\"%s\"", words.length ? ", " : "", member->word(i));
	if (member->nullable)
		str_add(&words, ", null");
	reading_complain(reading, _("must be one of: %s"), words.data);
	str_release(&words);
}

static void read_bool(struct reading *reading, const json_t *value, void *place)
{
	bool flag = json_is_true(value);

	if (!json_is_boolean(value))
		reading_complain(reading, _("must be true or false"));
	memcpy(place, &flag, sizeof flag);
}

static void read_side_member(struct reading *reading, const struct member *member, const json_t *value, void *place)
{
	int side = member->nullable && json_is_null(value) ? SIDES : reading_side(reading, value);

	memcpy(place, &side, sizeof side);
}

/* Objects and lists. */

/* Whether the member, of those that something of this kind has, has that name. */
static bool is_known(const struct shape *shape, const void *base, const char *name)
{
	for (size_t i = 0; i < shape->count; i++)
		if (strcmp(shape->members[i].name, name) == 0)
			return !shape->members[i].applies || shape->members[i].applies(base);
	return false;
}

static void complain_unknown(struct reading *reading, const char *name, const char *near)
{
	char *safe = text_visible(name, false), *cut = text_ellipsize(safe, 40);

	if (near && near[0])
		reading_complain(reading, _("has no member '%s' (did you mean '%s'?)"), cut, near);
	else
		reading_complain(reading, _("has no member '%s': take it out"), cut);
	free(cut);
	free(safe);
}

void reading_unknown(struct reading *reading, const json_t *object, const char *const *names, size_t count)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)(uintptr_t)object, name, value) {
		bool known = false;

		for (size_t i = 0; i < count; i++)
			known = known || strcmp(names[i], name) == 0;
		if (!known)
			complain_unknown(reading, name, NULL);
	}
}

#define MEMBERS_MOST 24

/* Those of the table that something of this kind has. */
static void find_unknown(struct reading *reading, const struct shape *shape, const json_t *object, const void *base)
{
	const char *names[MEMBERS_MOST], *name;
	size_t count = 0;
	json_t *value;

	for (size_t i = 0; i < shape->count && count < MEMBERS_MOST; i++)
		if (!shape->members[i].applies || shape->members[i].applies(base))
			names[count++] = shape->members[i].name;
	json_object_foreach((json_t *)(uintptr_t)object, name, value)
		if (!is_known(shape, base, name))
			complain_unknown(reading, name, strlen(name) < 40 ? text_nearest(name, names, count) : NULL);
}

static void read_object(struct reading *reading, const struct shape *shape, const json_t *object, void *base)
{
	if (!json_is_object(object)) {
		reading_complain(reading, _("must be an object in braces"));
		return;
	}
	for (size_t i = 0; i < shape->count; i++) {
		const struct member *member = &shape->members[i];
		const json_t *value = json_object_get(object, member->name);
		size_t before;

		if (member->applies && !member->applies(base))
			continue;
		before = reading_enter(reading, member->name);
		if (value)
			reading_member(reading, member, value, base);
		else
			reading_complain(reading, _("is missing"));
		reading_leave(reading, before);
	}
	find_unknown(reading, shape, object, base);
}

/* Texts that are not read are empty all the same. */
static void fill_texts(const struct shape *shape, char *base)
{
	for (size_t i = 0; i < shape->count; i++) {
		const struct member *member = &shape->members[i];
		char *text;

		if (member->type != MEMBER_LINE && member->type != MEMBER_TEXT)
			continue;
		memcpy(&text, base + member->offset, sizeof text);
		if (text)
			continue;
		text = mem_strdup("");
		memcpy(base + member->offset, &text, sizeof text);
	}
}

static void read_list(struct reading *reading, const struct member *member, const json_t *list, char *base)
{
	size_t count = json_array_size(list), capacity;
	char *items;

	if (!json_is_array(list)) {
		reading_complain(reading, _("must be a list in brackets"));
		return;
	}
	if ((int64_t)count > member->highest) {
		reading_complain(reading, _("has more than %lld elements"), (long long)member->highest);
		return;
	}
	capacity = count;
	items = count > 0 ? mem_zalloc(count, member->shape->size) : NULL;
	memcpy(base + member->offset, &items, sizeof items);
	memcpy(base + member->count_offset, &count, sizeof count);
	memcpy(base + member->capacity_offset, &capacity, sizeof capacity);
	for (size_t i = 0; i < count; i++) {
		size_t before = reading_enter_at(reading, i);
		char *item = items + i * member->shape->size;

		read_object(reading, member->shape, json_array_get(list, i), item);
		fill_texts(member->shape, item);
		reading_leave(reading, before);
	}
}

void reading_member(struct reading *reading, const struct member *member, const json_t *value, void *base)
{
	char *place = (char *)base + member->offset;
	int64_t number;
	int small;

	switch (member->type) {
	case MEMBER_INT:
		if (!read_integer(reading, member, value, &number))
			return;
		small = (int)number;
		memcpy(place, &small, sizeof small);
		return;
	case MEMBER_COUNT:
		if (read_integer(reading, member, value, &number))
			memcpy(place, &number, sizeof number);
		return;
	case MEMBER_BOOL:
		read_bool(reading, value, place);
		return;
	case MEMBER_LINE:
	case MEMBER_TEXT:
	case MEMBER_RAW:
		read_text(reading, member, value, place);
		return;
	case MEMBER_DAY:
		read_day(reading, value, place);
		return;
	case MEMBER_TIME:
		read_time(reading, value, place);
		return;
	case MEMBER_WORD:
		read_word(reading, member, value, place);
		return;
	case MEMBER_SIDE:
		read_side_member(reading, member, value, place);
		return;
	case MEMBER_LIST:
		read_list(reading, member, value, base);
		return;
	case MEMBER_OBJECT:
		read_object(reading, member->shape, value, base);
		return;
	case MEMBER_OWN:
		member->read(reading, value, base);
		return;
	case MEMBER_INFO:
		return;
	}
}

/* The file. */

bool archive_json_looks(const char *text, size_t length)
{
	size_t at = 0;

	/* A byte order mark is no part of JSON, but tells that it is text. */
	if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		at = 3;
	while (at < length && strchr(" \t\r\n", text[at]) && text[at])
		at++;
	return at < length && text[at] == '{';
}

/* What the parser means, in our words. */
static const char *syntax_words(const json_error_t *error)
{
	switch (json_error_code(error)) {
	case json_error_invalid_utf8:
		return _("this is no UTF-8: store the file as UTF-8");
	case json_error_premature_end_of_input:
		return _("the file ends too early: is it whole?");
	case json_error_end_of_input_expected:
		return _("something stands behind the end: take it out");
	case json_error_duplicate_key:
		return _("a member stands here twice: take one out");
	case json_error_numeric_overflow:
		return _("this number is too large");
	case json_error_stack_overflow:
		return _("this is nested too deeply");
	case json_error_null_character:
	case json_error_null_byte_in_key:
		return _("a text holds a zero byte: take it out");
	default:
		return _("this is no JSON: write it as accord does");
	}
}

/* What the kinds of items do not have. */
static void complete_items(struct archive *archive)
{
	for (size_t i = 0; i < archive->item_count; i++) {
		struct item *item = &archive->items[i];

		if (item->kind != ITEM_ACTION)
			item->due = DAY_NONE;
		for (int side = 0; side < SIDES; side++)
			if (!item->yes[side])
				item->yes[side] = mem_strdup("");
		if (!item->carried_session)
			item->carried_session = mem_strdup("");
	}
}

/* A file of another form may have quite other members: nothing is said but that. */
static bool is_other_form(struct reading *reading, const json_t *root, struct archive *archive)
{
	const json_t *form = json_object_get(root, "accord");
	size_t before = reading->diags->count, path;

	if (!json_is_integer(form))
		return false;
	path = reading_enter(reading, "accord");
	reading_member(reading, &archive_shape.members[0], form, archive);
	reading_leave(reading, path);
	return reading->diags->count > before;
}

struct archive *archive_json_read(const char *file, const char *text, size_t length, struct diags *diags)
{
	struct reading reading = { .file = file, .diags = diags };
	size_t before = diags->count;
	struct archive *archive = NULL;
	json_error_t error;
	json_t *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);

	if (!root) {
		diags_add(diags, file, error.line > 0 ? error.line : 0, error.column > 0 ? error.column : 0, "%s",
			syntax_words(&error));
		return NULL;
	}
	str_init(&reading.path);
	archive = archive_new();
	if (json_object_get(root, "accord") && !is_other_form(&reading, root, archive))
		read_object(&reading, &archive_shape, root, archive);
	else if (!json_object_get(root, "accord"))
		reading_complain(&reading, _("this is no session of accord: name a file of 'accord export --format json'"));
	complete_items(archive);
	str_release(&reading.path);
	memcpy(archive->sides, reading.sides, sizeof reading.sides);
	json_decref(root);
	if (diags->count == before)
		return archive;
	archive_free(archive);
	return NULL;
}
