/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions compared, as JSON. */
#include "report/compare-json.h"

#include "base/date.h"
#include "base/mem.h"
#include "model/wording.h"
#include "report/compare-parts.h"
#include "report/harmony.h"
#include "report/json.h"

#include <stdlib.h>

/* Names that stay as they are, whatever the user's language. */

static const char *state_name(enum compared_state state)
{
	static const char *const names[COMPARED_STATES] = {
		[COMPARED] = "compared",
		[COMPARED_ONLY_THEN] = "only-then",
		[COMPARED_ONLY_NOW] = "only-now",
		[COMPARED_REWORDED] = "reworded",
		[COMPARED_SIDES] = "other-sides",
		[COMPARED_NOT_THEN] = "no-result-then",
		[COMPARED_NOT_NOW] = "no-result-now",
		[COMPARED_NEITHER] = "no-result",
		[COMPARED_SUBJECT] = "other-text",
		[COMPARED_FEW] = "too-few",
	};

	return names[state];
}

static const char *shift_name(enum shift shift)
{
	static const char *const names[SHIFTS] = {
		[SHIFT_NONE] = "none",
		[SHIFT_SAME] = "same",
		[SHIFT_MOVED] = "moved",
	};

	return names[shift];
}

static const char *gap_name(enum gap_fate fate)
{
	static const char *const names[GAP_FATES] = {
		[GAP_NONE] = "none",
		[GAP_CLOSED] = "closed",
		[GAP_STILL] = "still",
		[GAP_NEW] = "new",
	};

	return names[fate];
}

static json_t *verdict_of(const struct finding *finding)
{
	static const char *const names[VERDICT_KINDS] = {
		[VERDICT_GAP] = "gap",
		[VERDICT_SPLIT] = "split",
		[VERDICT_WEAKNESS] = "weakness",
		[VERDICT_MISREAD] = "misread",
		[VERDICT_AGREEMENT] = "agreement",
		[VERDICT_NONE] = "none",
	};

	return finding ? json_string(names[finding->verdict.kind]) : json_null();
}

static json_t *reworded_of(unsigned differs)
{
	static const struct {
		enum wording wording;
		const char *name;
	} parts[] = {
		{ WORDING_KIND, "kind" },       { WORDING_PROMPT, "prompt" },   { WORDING_ANSWERER, "by" },
		{ WORDING_SCALE, "scale" },     { WORDING_OPTIONS, "options" }, { WORDING_UNIT, "unit" },
		{ WORDING_PARTS, "parts" },     { WORDING_COLUMNS, "columns" }, { WORDING_CLAUSES, "clauses" },
		{ WORDING_SOURCE, "of" },
	};
	json_t *array = json_array();

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (differs & (unsigned)parts[i].wording)
			json_array_append_new(array, json_string(parts[i].name));
	return array;
}

/* What is compared */

static json_t *place_of(const struct moment *moment, int side)
{
	struct place place;
	json_t *value;

	if (!step_place(moment->session, moment->progress, side, &place))
		return json_null();
	value = json_string(place.text);
	free(place.text);
	return value;
}

/* Where a side, or with SIDE_NONE the room, stood and stands; NULL where neither can be told. */
static json_t *places_of(const struct compared *compared, int side)
{
	json_t *then = place_of(&compared->then, side == SIDE_NONE ? side : compared->side[side]);
	json_t *now = place_of(&compared->now, side), *places;

	if (json_is_null(then) && json_is_null(now)) {
		json_decref(then);
		json_decref(now);
		return NULL;
	}
	places = json_object();
	json_object_set_new(places, "side",
		side == SIDE_NONE ? json_null() : json_string(compared->now.session->bank->sides[side].id));
	json_object_set_new(places, "then", then);
	json_object_set_new(places, "now", now);
	return places;
}

static void set_shift(const struct moved *moved, const struct compared *compared, json_t *step)
{
	json_t *places = json_array();
	const struct finding *then, *now;
	enum gap_fate fate = moved_gap(moved, compared, &then, &now);
	enum shift shift;
	char *text = compared_shift(compared, &shift);

	for (int side = SIDE_NONE; compared->state == COMPARED && side < SIDES; side++) {
		json_t *place = places_of(compared, side);

		if (place)
			json_array_append_new(places, place);
	}
	json_object_set_new(step, "shift", json_string(shift_name(shift)));
	json_object_set_new(step, "places", places);
	json_object_set_new(step, "text", text ? json_string(text) : json_null());
	json_object_set_new(step, "verdict_then", verdict_of(then));
	json_object_set_new(step, "verdict_now", verdict_of(now));
	json_object_set_new(step, "gap", json_string(gap_name(fate)));
	free(text);
}

static json_t *question_of(const struct moved *moved, const struct compared *compared)
{
	const struct step *step = compared_any(compared)->step;
	json_t *question = json_object();

	json_object_set_new(question, "step", json_string(step->key));
	json_object_set_new(question, "kind", json_string(step->kind));
	json_object_set_new(question, "prompt", json_string(step->prompt));
	json_object_set_new(question, "state", json_string(state_name(compared->state)));
	json_object_set_new(question, "reworded", reworded_of(compared->reworded));
	set_shift(moved, compared, question);
	return question;
}

static json_t *counts_of(const char *first, int first_value, const char *second, int second_value)
{
	json_t *counts = json_object();

	json_object_set_new(counts, first, json_integer(first_value));
	json_object_set_new(counts, second, json_integer(second_value));
	return counts;
}

static json_t *pair_of(const struct session *then, const struct session *now)
{
	json_t *pair = json_object(), *questions = json_array();
	const struct comparison *comparison;
	struct moved moved;

	moved_init(&moved, then, now);
	comparison = &moved.comparison;
	for (size_t i = 0; i < comparison->count; i++)
		json_array_append_new(questions, question_of(&moved, &comparison->questions[i]));
	json_object_set_new(pair, "then", json_string(then->id));
	json_object_set_new(pair, "now", json_string(now->id));
	json_object_set_new(pair, "people", counts_of("all", comparison->people, "same", comparison->same));
	json_object_set_new(pair, "asked", counts_of("all", (int)comparison->count, "unchanged", comparison->unchanged));
	json_object_set_new(pair, "compared",
		counts_of("all", comparison_of(comparison, COMPARED), "moved", moved_of(&moved, SHIFT_MOVED)));
	json_object_set_new(pair, "questions", questions);
	moved_release(&moved);
	return pair;
}

/* The sessions */

static json_t *harmony_of_session(const struct session *session)
{
	struct harmony found;

	if (session->halt == HALT_CANCELLED || !harmony_measure(session, &found) || found.state != HARMONY_SHOWN)
		return json_null();
	return counts_of("low", found.low.bound, "high", found.high.bound);
}

static json_t *session_of(const struct session *session)
{
	json_t *object = json_object();
	char date[11];

	date_format(session->date, date);
	json_object_set_new(object, "id", json_string(session->id));
	json_object_set_new(object, "title", json_string(session->title));
	json_object_set_new(object, "organisation", json_string(session->organisation));
	json_object_set_new(object, "date", date[0] ? json_string(date) : json_null());
	json_object_set_new(object, "people", json_integer((json_int_t)session->person_count));
	json_object_set_new(object, "harmony", harmony_of_session(session));
	return object;
}

void compare_json(const struct session *const *sessions, size_t count, struct str *out)
{
	json_t *root = json_object(), *list = json_array(), *pairs = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, session_of(sessions[i]));
	for (size_t i = 0; i + 1 < count; i++)
		json_array_append_new(pairs, pair_of(sessions[i], sessions[i + 1]));
	json_object_set_new(root, "sessions", list);
	json_object_set_new(root, "pairs", pairs);
	json_text(root, out);
}
