/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that changes set: which there are, what may be in them, and which statement sets them. */
#include "store/apply-field.h"

#include "base/date.h"
#include "base/i18n.h"
#include "store/database.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const struct field fields[] = {
	{ CHANGE_SESSION, "title", VALUE_NAME, .required = true, .sql = SQL_SESSION_TITLE },
	{ CHANGE_SESSION, "organisation", VALUE_NAME, .sql = SQL_SESSION_ORGANISATION },
	{ CHANGE_SESSION, "facilitator", VALUE_NAME, .sql = SQL_SESSION_FACILITATOR },
	{ CHANGE_SESSION, "date", VALUE_DATE, .sql = SQL_SESSION_DATE },
	{ CHANGE_SESSION, "state", VALUE_WORD, .parse = session_state_parse,
		.sql = SQL_SESSION_STATE },
	{ CHANGE_SESSION, "halted", VALUE_WORD, .parse = session_halt_parse, .sql = SQL_SESSION_HALT },
	{ CHANGE_SESSION, "n_min", VALUE_NUMBER, .lowest = 1, .highest = 50,
		.sql = SQL_SESSION_N_MIN },
	{ CHANGE_SESSION, "entry", VALUE_WORD, .parse = entry_parse, .sql = SQL_SESSION_ENTRY },
	{ CHANGE_SESSION, "naming", VALUE_WORD, .parse = naming_parse, .sql = SQL_SESSION_NAMING },
	{ CHANGE_PERSON_SET, "name", VALUE_NAME, .required = true, .sql = SQL_PERSON_SET_NAME },
	{ CHANGE_PERSON_SET, "role", VALUE_NAME, .sql = SQL_PERSON_SET_ROLE },
	{ CHANGE_PERSON_SET, "side", VALUE_NUMBER, .highest = SIDES - 1,
		.sql = SQL_PERSON_SET_SIDE },
	{ CHANGE_PERSON_SET, "presence", VALUE_WORD, .parse = presence_parse,
		.sql = SQL_PERSON_SET_PRESENCE },
	{ CHANGE_MODULE_SET, "minutes", VALUE_NUMBER, .highest = 1440,
		.sql = SQL_MODULE_SET_MINUTES },
	{ CHANGE_MODULE_SET, "dropped", VALUE_FLAG, .sql = SQL_MODULE_SET_DROPPED },
	{ CHANGE_MODULE_SET, "position", VALUE_NUMBER, .highest = 10000,
		.sql = SQL_MODULE_SET_POSITION },
	{ CHANGE_ITEM_SET, "text", VALUE_TEXT, .required = true, .sql = SQL_ITEM_SET_TEXT },
	{ CHANGE_ITEM_SET, "owner", VALUE_NAME, .sql = SQL_ITEM_SET_OWNER },
	{ CHANGE_ITEM_SET, "due", VALUE_DATE, .sql = SQL_ITEM_SET_DUE },
	{ CHANGE_ITEM_SET, "done", VALUE_FLAG, .sql = SQL_ITEM_SET_DONE },
	{ CHANGE_ITEM_SET, "dropped", VALUE_TEXT, .sql = SQL_ITEM_SET_DROPPED },
	{ CHANGE_ITEM_SET, "yes-0", VALUE_NAME, .sql = SQL_ITEM_SET_YES_0 },
	{ CHANGE_ITEM_SET, "yes-1", VALUE_NAME, .sql = SQL_ITEM_SET_YES_1 },
	{ CHANGE_ITEM_SET, "dissent", VALUE_TEXT, .sql = SQL_ITEM_SET_DISSENT },
	{ CHANGE_ITEM_SET, "private", VALUE_FLAG, .sql = SQL_ITEM_SET_PRIVATE },
};

const struct field *apply_field_find(const struct change *change, struct err *err)
{
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		if (fields[i].kind == change->kind && change->field &&
		    strcmp(fields[i].name, change->field) == 0)
			return &fields[i];
	err_set(err, ERR_INPUT, _("unknown field '%s'"), change->field ? change->field : "");
	return NULL;
}

static int bad_value(const struct field *field, const char *value, struct err *err)
{
	if (field->type == VALUE_DATE)
		return err_set(err, ERR_INPUT, _("'%s' is no date: write it like 2026-12-24"),
			value);
	if (field->type == VALUE_NUMBER)
		return err_set(err, ERR_INPUT, _("'%s' must be a number from %d to %d, not '%s'"),
			field->name, field->lowest, field->highest, value);
	return err_set(err, ERR_INPUT, _("'%s' cannot be '%s'"), field->name, value);
}

static bool parse_number(const char *text, int lowest, int highest, int *number)
{
	char *end;
	long value;

	errno = 0;
	value = strtol(text, &end, 10);
	if (end == text || *end || errno || value < lowest || value > highest)
		return false;
	*number = (int)value;
	return true;
}

static int parse_flag(const char *value)
{
	if (strcmp(value, "1") == 0 || strcmp(value, "yes") == 0)
		return 1;
	return strcmp(value, "0") == 0 || strcmp(value, "no") == 0 ? 0 : -1;
}

int apply_field_read(const struct field *field, const char *raw, struct value *value,
	struct err *err)
{
	const char *text = raw ? raw : "";

	*value = (struct value){ 0 };
	switch (field->type) {
	case VALUE_NAME:
	case VALUE_TEXT:
		value->text = field->type == VALUE_NAME ? apply_name(field->name, text, err) :
							  apply_text(field->name, text, err);
		if (!value->text)
			return -1;
		if (field->required && !value->text[0])
			return err_set(err, ERR_INPUT, _("'%s' is empty: enter something"),
				field->name);
		return 0;
	case VALUE_DATE:
		value->number = text[0] ? date_parse(text) : DAY_NONE;
		return text[0] && value->number == DAY_NONE ? bad_value(field, text, err) : 0;
	case VALUE_NUMBER:
		if (!parse_number(text, field->lowest, field->highest, &value->number))
			return bad_value(field, text, err);
		return 0;
	case VALUE_FLAG:
		value->number = parse_flag(text);
		return value->number < 0 ? bad_value(field, text, err) : 0;
	case VALUE_WORD:
		if (field->parse(text) < 0)
			return bad_value(field, text, err);
		value->text = mem_strdup(text);
		return 0;
	}
	return -1;
}

static void bind_value(struct query *query, const struct field *field, const struct value *value)
{
	if (value->text)
		query_text(query, ":value", value->text);
	else if (field->type == VALUE_DATE)
		query_day(query, ":value", value->number);
	else
		query_int(query, ":value", value->number);
}

int apply_field_set(struct store *store, const struct session *session,
	const struct change *change, const char *parameter, struct err *err)
{
	const struct field *field = apply_field_find(change, err);
	struct value value;
	int changed = -1;

	if (!field)
		return -1;
	if (apply_field_read(field, change->value, &value, err) == 0) {
		struct query query = query_session(store, field->sql, session->id, err);

		if (parameter && change->kind == CHANGE_MODULE_SET)
			query_text(&query, parameter, change->step);
		else if (parameter)
			query_int(&query, parameter, change->id);
		bind_value(&query, field, &value);
		changed = query_run(&query);
	}
	free(value.text);
	return changed;
}

