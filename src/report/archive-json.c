/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes an archive as JSON. */
#include "report/archive-shape.h"

#include "base/date.h"
#include "base/i18n.h"
#include "report/format.h"

#include <stdlib.h>
#include <string.h>

#define SECONDS_PER_DAY 86400

static int int_at(const void *place)
{
	int value;

	memcpy(&value, place, sizeof value);
	return value;
}

static int64_t count_at(const void *place)
{
	int64_t value;

	memcpy(&value, place, sizeof value);
	return value;
}

static bool bool_at(const void *place)
{
	bool value;

	memcpy(&value, place, sizeof value);
	return value;
}

static const void *pointer_at(const void *place)
{
	const void *value;

	memcpy(&value, place, sizeof value);
	return value;
}

static size_t size_at(const void *place)
{
	size_t value;

	memcpy(&value, place, sizeof value);
	return value;
}

static json_t *write_integer(const struct member *member, int64_t value)
{
	return member->nullable && value == -1 ? json_null() : json_integer(value);
}

static json_t *write_text(const struct member *member, const char *text)
{
	return member->nullable && !text[0] ? json_null() : json_string(text);
}

static json_t *write_day(int day)
{
	char text[11];

	date_format(day, text);
	return text[0] ? json_string(text) : json_null();
}

/* Always in UTC, so that the same moment looks the same everywhere. Moments of no use are those at the end of time. */
static json_t *write_time(int64_t seconds)
{
	int64_t first = (int64_t)date_from_civil(1900, 1, 1) * SECONDS_PER_DAY;
	int64_t last = ((int64_t)date_from_civil(2999, 12, 31) + 1) * SECONDS_PER_DAY - 1;
	int64_t moment = seconds < first ? first : seconds > last ? last : seconds;
	int64_t day = (moment - first) / SECONDS_PER_DAY, rest = (moment - first) % SECONDS_PER_DAY;
	char date[11];

	date_format((int)day + date_from_civil(1900, 1, 1), date);
	return json_sprintf("%sT%02d:%02d:%02dZ", date, (int)(rest / 3600), (int)(rest / 60 % 60), (int)(rest % 60));
}

static json_t *write_word(const struct member *member, int value)
{
	return member->nullable && value == 0 ? json_null() : json_string(member->word(value));
}

static json_t *write_side(const struct bank *bank, int side)
{
	return side == SIDES ? json_null() : json_string(bank->sides[side].id);
}

static json_t *write_shape(const struct shape *shape, const struct bank *bank, const void *base);

static json_t *write_list(const struct member *member, const struct bank *bank, const char *base)
{
	const char *items = pointer_at(base + member->offset);
	size_t count = size_at(base + member->count_offset);
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, write_shape(member->shape, bank, items + i * member->shape->size));
	return list;
}

static json_t *write_member(const struct member *member, const struct bank *bank, const char *base)
{
	const char *place = base + member->offset;

	switch (member->type) {
	case MEMBER_INT:
		return write_integer(member, int_at(place));
	case MEMBER_COUNT:
		return write_integer(member, count_at(place));
	case MEMBER_BOOL:
		return json_boolean(bool_at(place));
	case MEMBER_LINE:
	case MEMBER_TEXT:
	case MEMBER_RAW:
		return write_text(member, pointer_at(place));
	case MEMBER_DAY:
		return write_day(int_at(place));
	case MEMBER_TIME:
		return write_time(count_at(place));
	case MEMBER_WORD:
		return write_word(member, int_at(place));
	case MEMBER_SIDE:
		return write_side(bank, int_at(place));
	case MEMBER_LIST:
		return write_list(member, bank, base);
	case MEMBER_OBJECT:
		return write_shape(member->shape, bank, base);
	case MEMBER_OWN:
	case MEMBER_INFO:
		return member->write(bank, base);
	}
	return json_null();
}

static json_t *write_shape(const struct shape *shape, const struct bank *bank, const void *base)
{
	json_t *object = json_object();

	for (size_t i = 0; i < shape->count; i++) {
		const struct member *member = &shape->members[i];

		if (!member->applies || member->applies(base))
			json_object_set_new(object, member->name, write_member(member, bank, base));
	}
	return object;
}

void archive_json_write(const struct archive *archive, const struct bank *bank, struct str *out)
{
	json_text(write_shape(&archive_shape, bank, archive), out);
}

static int write_format(const struct report_input *input, struct report_output *output, struct err *err)
{
	(void)err;
	archive_json_write(input->archive, input->session->bank, report_output_add(output, NULL));
	return 0;
}

const struct format format_json = {
	.name = "json",
	.extension = "json",
	.title = N_("JSON, for programs and to import it elsewhere"),
	.whole = true,
	.write = write_format,
};
