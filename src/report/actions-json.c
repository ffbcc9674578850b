/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of any sessions as JSON. */
#include "report/actions-json.h"

#include "base/date.h"
#include "report/json.h"

#include <stdlib.h>

static json_t *day(int date)
{
	char text[11];

	if (date == DAY_NONE)
		return json_null();
	date_format(date, text);
	return json_string(text);
}

static json_t *text_or_null(const char *text)
{
	return text[0] ? json_string(text) : json_null();
}

static json_t *session_of(const struct action_head *head)
{
	json_t *session = json_object();

	json_object_set_new(session, "id", json_string(head->session->id));
	json_object_set_new(session, "title", json_string(head->session->title));
	json_object_set_new(session, "organisation", json_string(head->session->organisation));
	json_object_set_new(session, "date", day(head->session->date));
	return session;
}

static json_t *action_of(const struct action_head *head, int today)
{
	json_t *action = json_object();
	char *ref = action_ref(head);

	json_object_set_new(action, "ref", json_string(ref));
	json_object_set_new(action, "text", json_string(head->text));
	json_object_set_new(action, "owner", json_string(head->owner));
	json_object_set_new(action, "due", day(head->due));
	json_object_set_new(action, "state", json_string(action_state_name(head->state)));
	json_object_set_new(action, "overdue", json_boolean(action_is_overdue(head, today)));
	json_object_set_new(action, "dropped", text_or_null(head->dropped));
	json_object_set_new(action, "carried", json_integer(head->carried));
	json_object_set_new(action, "carried_from", text_or_null(head->from));
	json_object_set_new(action, "carried_into", text_or_null(head->into));
	json_object_set_new(action, "step", text_or_null(head->step));
	json_object_set_new(action, "session", session_of(head));
	free(ref);
	return action;
}

void actions_json(const struct action_head *const *heads, size_t count, int today, struct str *out)
{
	json_t *array = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(array, action_of(heads[i], today));
	json_text(array, out);
}
