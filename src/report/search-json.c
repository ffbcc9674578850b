/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search has found, as JSON. */
#include "report/search-json.h"

#include "base/date.h"
#include "report/json.h"

#include <string.h>
#include <unistr.h>

static json_t *or_null(const char *text)
{
	return text && text[0] ? json_string(text) : json_null();
}

static json_t *day(int date)
{
	char text[11];

	date_format(date, text);
	return or_null(text);
}

static json_int_t characters(const char *text, size_t bytes)
{
	return (json_int_t)u8_mbsnlen((const uint8_t *)text, bytes);
}

/* A text and, in characters, the places in it. */
static void set_text(json_t *object, const char *name, const char *places, const struct marked *marked)
{
	json_t *list = json_array();

	for (size_t i = 0; i < marked->count; i++) {
		const struct marked_span *span = &marked->spans[i];

		json_array_append_new(list,
			json_pack("[I, I]", characters(marked->text, span->start),
				characters(marked->text + span->start, span->length)));
	}
	json_object_set_new(object, name, json_string(marked->text));
	json_object_set_new(object, places, list);
}

static json_t *session_of(const struct session_head *head)
{
	json_t *session;

	if (!head->id || !head->id[0])
		return json_null();
	session = json_object();
	json_object_set_new(session, "id", json_string(head->id));
	json_object_set_new(session, "title", json_string(head->title));
	json_object_set_new(session, "organisation", json_string(head->organisation));
	json_object_set_new(session, "date", day(head->date));
	json_object_set_new(session, "state", json_string(session_state_name(head->state)));
	json_object_set_new(session, "halted", or_null(session_halt_name(head->halt)));
	return session;
}

static const char *outcome(const struct hit *hit)
{
	if (hit->dropped)
		return "dropped";
	if (hit->carried)
		return "carried";
	return hit->done ? "done" : "open";
}

static json_t *result_of(const struct hit *hit)
{
	json_t *result = json_object();

	json_object_set_new(result, "kind", json_string(mention_kind_name(hit->kind)));
	json_object_set_new(result, "number", hit->ref > 0 ? json_integer(hit->ref) : json_null());
	json_object_set_new(result, "step", or_null(hit->step));
	set_text(result, "text", "text_places", &hit->words);
	set_text(result, "more", "more_places", &hit->more);
	if (hit->kind == MENTION_ACTION || hit->kind == MENTION_PARKED)
		json_object_set_new(result, "state", json_string(outcome(hit)));
	json_object_set_new(result, "session", session_of(&hit->head));
	return result;
}

void search_json(const char *query, const struct hits *hits, struct str *out)
{
	json_t *all = json_object(), *results = json_array();

	for (size_t i = 0; i < hits->count; i++)
		json_array_append_new(results, result_of(&hits->items[i]));
	json_object_set_new(all, "query", json_string(query));
	json_object_set_new(all, "complete", json_boolean(!hits->more));
	json_object_set_new(all, "results", results);
	json_text(all, out);
}
