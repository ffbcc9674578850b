/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of sessions as JSON. */
#include "report/list-json.h"

#include "base/date.h"
#include "report/json.h"

static json_t *day(int date)
{
	char text[11];

	if (date == DAY_NONE)
		return json_null();
	date_format(date, text);
	return json_string(text);
}

static json_t *harmony_of_head(const struct session_head *head)
{
	json_t *harmony;

	if (head->harmony_low < 0)
		return json_null();
	harmony = json_object();
	json_object_set_new(harmony, "low", json_integer(head->harmony_low));
	json_object_set_new(harmony, "high", json_integer(head->harmony_high));
	return harmony;
}

static json_t *session_of(const struct session_head *head)
{
	json_t *session = json_object();

	json_object_set_new(session, "id", json_string(head->id));
	json_object_set_new(session, "title", json_string(head->title));
	json_object_set_new(session, "organisation", json_string(head->organisation));
	json_object_set_new(session, "facilitator", json_string(head->facilitator));
	json_object_set_new(session, "date", day(head->date));
	json_object_set_new(session, "state", json_string(session_state_name(head->state)));
	json_object_set_new(session, "halted",
		head->halt == HALT_NONE ? json_null() : json_string(session_halt_name(head->halt)));
	json_object_set_new(session, "bank", json_string(head->bank_title));
	json_object_set_new(session, "follows", head->follows[0] ? json_string(head->follows) : json_null());
	json_object_set_new(session, "people", json_integer(head->people));
	json_object_set_new(session, "open", json_integer(head->actions_open));
	json_object_set_new(session, "overdue", json_integer(head->actions_overdue));
	json_object_set_new(session, "harmony", harmony_of_head(head));
	return session;
}

void list_json(const struct session_head *const *heads, size_t count, struct str *out)
{
	json_t *array = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(array, session_of(heads[i]));
	json_text(array, out);
}
