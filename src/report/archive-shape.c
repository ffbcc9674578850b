/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of an archive as JSON, one line each; what is more than a line is beside the table. */
#include "report/archive-shape.h"

#include "base/date.h"
#include "base/i18n.h"
#include "report/withheld.h"

#include <stdlib.h>
#include <string.h>

#define NAME_BYTES 200 /* as the store takes them */
#define TEXT_BYTES 4000
#define COUNT_MOST 1000000
#define SECONDS_MOST 10000000000
#define CHANGES_MOST 1000000000000
#define LIST_MOST 100000
#define LIST_SHORT 5000 /* where each is compared with each */

/* Words of values, by number. */

static const char *session_state_word(int value)
{
	return session_state_name((enum session_state)value);
}

static const char *halt_word(int value)
{
	return session_halt_name((enum session_halt)value);
}

static const char *step_state_word(int value)
{
	return step_state_name((enum step_state)value);
}

static const char *entry_word(int value)
{
	return entry_name((enum entry)value);
}

static const char *naming_word(int value)
{
	return naming_name((enum naming)value);
}

static const char *presence_word(int value)
{
	return presence_name((enum presence)value);
}

static const char *item_kind_word(int value)
{
	return item_kind_name((enum item_kind)value);
}

/* They are read and written as int. */
_Static_assert(sizeof(enum session_state) == sizeof(int) && sizeof(enum item_kind) == sizeof(int) &&
		       sizeof(enum naming) == sizeof(int),
	"words are kept in an int");

/* What a bank says, for whoever reads the file. */

static json_t *module_title(const struct bank *bank, const void *base)
{
	const struct module *module = bank_module(bank, ((const struct archive_module *)base)->id);

	return module ? json_string(module->title) : json_null();
}

static json_t *step_kind(const struct bank *bank, const void *base)
{
	const struct step *step = bank_step(bank, ((const struct archive_step *)base)->key, NULL);

	return step ? json_string(step->kind) : json_null();
}

static json_t *step_prompt(const struct bank *bank, const void *base)
{
	const struct step *step = bank_step(bank, ((const struct archive_step *)base)->key, NULL);

	return step ? json_string(step->prompt) : json_null();
}

static json_t *bank_id(const struct bank *bank, const void *base)
{
	(void)base;
	return json_string(bank->id);
}

static json_t *bank_title(const struct bank *bank, const void *base)
{
	(void)base;
	return json_string(bank->title);
}

static json_t *bank_version(const struct bank *bank, const void *base)
{
	(void)base;
	return bank->version ? json_string(bank->version) : json_null();
}

/* The form of the file. */

static json_t *write_format(const struct bank *bank, const void *base)
{
	(void)bank;
	(void)base;
	return json_integer(ARCHIVE_FORMAT);
}

static void read_format(struct reading *reading, const json_t *value, void *base)
{
	(void)base;
	if (!json_is_integer(value) || json_integer_value(value) < 1)
		reading_complain(reading, _("this is no session of accord: name a file of 'accord export --format json'"));
	else if (json_integer_value(value) != ARCHIVE_FORMAT)
		reading_complain(reading, _("this accord reads form %d: use the newer accord"), ARCHIVE_FORMAT);
}

/* What was left out. */

static const struct member left_out_members[] = {
	{ "private_notes", MEMBER_INT, .offset = offsetof(struct withheld, notes), .highest = COUNT_MOST },
	{ "small_groups", MEMBER_INT, .offset = offsetof(struct withheld, groups), .highest = COUNT_MOST },
	{ "unrevealed", MEMBER_INT, .offset = offsetof(struct withheld, unrevealed), .highest = COUNT_MOST },
};
static const struct shape left_out_shape = { sizeof(struct withheld), left_out_members, COUNT_OF(left_out_members) };
static const struct member left_out_member = { "left_out", MEMBER_OBJECT, .shape = &left_out_shape };

static json_t *write_left_out(const struct bank *bank, const void *base)
{
	const struct archive *archive = base;
	struct withheld withheld = { 0 };
	char *text;
	json_t *object;

	(void)bank;
	withheld_add(&withheld, archive->withheld);
	text = withheld_json(&withheld);
	object = text[0] ? json_loads(text, 0, NULL) : json_null();
	free(text);
	return object;
}

static void read_left_out(struct reading *reading, const json_t *value, void *base)
{
	struct archive *archive = base;
	struct withheld withheld = { 0 };

	if (json_is_null(value))
		return;
	reading_member(reading, &left_out_member, value, &withheld);
	free(archive->withheld);
	archive->withheld = withheld_json(&withheld);
}

/* Sides are those of the bank; the file names them so that it can be read by itself. */

static json_t *write_sides(const struct bank *bank, const void *base)
{
	json_t *list = json_array();

	(void)base;
	for (int side = 0; side < SIDES; side++) {
		json_t *object = json_object();

		json_object_set_new(object, "id", json_string(bank->sides[side].id));
		json_object_set_new(object, "name", json_string(bank->sides[side].name));
		json_array_append_new(list, object);
	}
	return list;
}

static void read_side(struct reading *reading, const json_t *value, int side)
{
	static const char *const names[] = { "id", "name" };
	const json_t *id = json_object_get(value, "id");
	size_t before;

	if (!json_is_object(value)) {
		reading_complain(reading, _("must be an object in braces"));
		return;
	}
	reading_unknown(reading, value, names, COUNT_OF(names));
	before = reading_enter(reading, "id");
	if (!json_string_length(id) || json_string_length(id) > NAME_BYTES)
		reading_complain(reading, _("must be the id of a side"));
	else
		reading->sides[side] = mem_strdup(json_string_value(id));
	reading_leave(reading, before);
}

static void read_sides(struct reading *reading, const json_t *value, void *base)
{
	(void)base;
	if (json_array_size(value) != SIDES) {
		reading_complain(reading, _("must be a list of the two sides"));
		return;
	}
	for (int side = 0; side < SIDES; side++) {
		size_t before = reading_enter_at(reading, (size_t)side);

		read_side(reading, json_array_get(value, (size_t)side), side);
		reading_leave(reading, before);
	}
}

/* A step's own way; null where it goes by the session. */

static const struct member step_entry = { "entry", MEMBER_WORD, .offset = offsetof(struct archive_step, entry),
					  .highest = ENTRIES, .word = entry_word };

static json_t *write_entry(const struct bank *bank, const void *base)
{
	const struct archive_step *step = base;

	(void)bank;
	return step->own_entry ? json_string(entry_name(step->entry)) : json_null();
}

static void read_entry(struct reading *reading, const json_t *value, void *base)
{
	((struct archive_step *)base)->own_entry = !json_is_null(value);
	if (!json_is_null(value))
		reading_member(reading, &step_entry, value, base);
}

/* Whose an answer is. */

static const char *const answerers[] = { "person", "side", "room", "nobody" };
enum { BY_NAME, BY_WHOLE_SIDE, BY_WHOLE_ROOM, BY_NOBODY };

static const char *answerer_word(int value)
{
	return answerers[value];
}

static int answerer_of(const struct ballot *ballot)
{
	if (ballot->person == 0)
		return BY_NOBODY;
	return ballot->person > 0 ? BY_NAME : ballot->person == ANSWERER_ROOM ? BY_WHOLE_ROOM : BY_WHOLE_SIDE;
}

static json_t *write_answerer(const struct bank *bank, const void *base)
{
	(void)bank;
	return json_string(answerers[answerer_of(base)]);
}

static void read_answerer(struct reading *reading, const json_t *value, void *base)
{
	static const struct member by = { "by", MEMBER_WORD, .highest = COUNT_OF(answerers), .word = answerer_word };
	struct ballot *ballot = base;
	int found = BY_NOBODY;

	reading_member(reading, &by, value, &found);
	ballot->side = SIDE_NONE;
	/* The number comes with the next member. */
	ballot->person = found == BY_NAME ? 1 : found == BY_WHOLE_SIDE ? ANSWERER_SIDE(0) :
			 found == BY_WHOLE_ROOM ? ANSWERER_ROOM : 0;
}

static bool ballot_has_person(const void *base)
{
	return answerer_of(base) == BY_NAME;
}

static bool ballot_has_side(const void *base)
{
	return answerer_of(base) != BY_WHOLE_ROOM;
}

static json_t *write_ballot_side(const struct bank *bank, const void *base)
{
	const struct ballot *ballot = base;

	return ballot->side == SIDE_NONE ? json_null() : json_string(bank->sides[ballot->side].id);
}

static void read_ballot_side(struct reading *reading, const json_t *value, void *base)
{
	struct ballot *ballot = base;

	ballot->side = reading_side(reading, value);
	if (answerer_of(ballot) == BY_WHOLE_SIDE && ballot->side != SIDE_NONE)
		ballot->person = ANSWERER_SIDE(ballot->side);
}

/* An answer may be empty only by not being there. */
static void read_answer(struct reading *reading, const json_t *value, char **answer)
{
	if (!json_is_null(value))
		*answer = reading_text(reading, value, 1, TEXT_BYTES, true);
}

static json_t *string_or_null(const char *text)
{
	return text ? json_string(text) : json_null();
}

static json_t *write_own(const struct bank *bank, const void *base)
{
	(void)bank;
	return string_or_null(((const struct ballot *)base)->answers[OWN]);
}

static void read_own(struct reading *reading, const json_t *value, void *base)
{
	read_answer(reading, value, &((struct ballot *)base)->answers[OWN]);
}

static json_t *write_guess(const struct bank *bank, const void *base)
{
	(void)bank;
	return string_or_null(((const struct ballot *)base)->answers[PREDICTION]);
}

static void read_guess(struct reading *reading, const json_t *value, void *base)
{
	read_answer(reading, value, &((struct ballot *)base)->answers[PREDICTION]);
}

/* Cells: an object of columns. */

static json_t *write_cells(const struct bank *bank, const void *base)
{
	const struct row *row = base;
	json_t *object = json_object();

	(void)bank;
	for (size_t i = 0; i < row->cell_count; i++)
		json_object_set_new(object, row->cells[i].column, json_string(row->cells[i].value));
	return object;
}

static void read_cells(struct reading *reading, const json_t *value, void *base)
{
	struct row *row = base;
	const char *column;
	json_t *text;

	if (!json_is_object(value)) {
		reading_complain(reading, _("must be an object in braces"));
		return;
	}
	json_object_foreach((json_t *)(uintptr_t)value, column, text) {
		size_t before;

		/* A path is to be read. */
		if (strlen(column) > NAME_BYTES) {
			reading_complain(reading, _("has a column whose name is longer than %d bytes"), NAME_BYTES);
			continue;
		}
		before = reading_enter(reading, column);
		row->cells = mem_grow(row->cells, &row->cell_capacity, row->cell_count, sizeof *row->cells);
		row->cells[row->cell_count].column = mem_strdup(column);
		row->cells[row->cell_count++].value = reading_text(reading, text, 1, TEXT_BYTES, true);
		reading_leave(reading, before);
	}
}

/* Who of each side said yes to a decision. */

static json_t *write_yes(const struct bank *bank, const void *base)
{
	const struct item *item = base;
	json_t *object = json_object();

	for (int side = 0; side < SIDES; side++)
		json_object_set_new(object, bank->sides[side].id,
			item->yes[side][0] ? json_string(item->yes[side]) : json_null());
	return object;
}

static void read_yes(struct reading *reading, const json_t *value, void *base)
{
	struct item *item = base;

	if (!reading->sides[0] || !reading->sides[1])
		return;
	if (!json_is_object(value)) {
		reading_complain(reading, _("must be an object in braces"));
		return;
	}
	reading_unknown(reading, value, (const char *const *)reading->sides, SIDES);
	for (int side = 0; side < SIDES; side++) {
		size_t before = reading_enter(reading, reading->sides[side]);
		const json_t *name = json_object_get(value, reading->sides[side]);

		if (!json_is_null(name)) {
			free(item->yes[side]);
			item->yes[side] = reading_text(reading, name, 1, NAME_BYTES, false);
		}
		reading_leave(reading, before);
	}
}

/* The action of an earlier session that one takes up. */

static const struct member carried_members[] = {
	{ "session", MEMBER_LINE, .offset = offsetof(struct item, carried_session), .lowest = 1, .highest = NAME_BYTES },
	{ "item", MEMBER_INT, .offset = offsetof(struct item, carried_item), .lowest = 1, .highest = ARCHIVE_ID_LIMIT },
	{ "times", MEMBER_INT, .offset = offsetof(struct item, carried), .lowest = 1, .highest = COUNT_MOST },
};
static const struct shape carried_shape = { sizeof(struct item), carried_members, COUNT_OF(carried_members) };
static const struct member carried_member = { "carried", MEMBER_OBJECT, .shape = &carried_shape };

static json_t *write_carried(const struct bank *bank, const void *base)
{
	const struct item *item = base;
	json_t *object;

	(void)bank;
	if (!item->carried_session[0])
		return json_null();
	object = json_object();
	json_object_set_new(object, "session", json_string(item->carried_session));
	json_object_set_new(object, "item", json_integer(item->carried_item));
	json_object_set_new(object, "times", json_integer(item->carried));
	return object;
}

static void read_carried(struct reading *reading, const json_t *value, void *base)
{
	if (!json_is_null(value))
		reading_member(reading, &carried_member, value, base);
}

/* Which items have what. */

static bool is_note(const void *base)
{
	return ((const struct item *)base)->kind == ITEM_NOTE;
}

static bool is_decision(const void *base)
{
	return ((const struct item *)base)->kind == ITEM_DECISION;
}

static bool is_action(const void *base)
{
	return ((const struct item *)base)->kind == ITEM_ACTION;
}

static bool can_be_done(const void *base)
{
	const struct item *item = base;

	return item->kind == ITEM_ACTION || item->kind == ITEM_PARKED;
}

/* The tables. */

#define LIST(type, items, name) \
	.offset = offsetof(type, items), .count_offset = offsetof(type, name##_count), \
	.capacity_offset = offsetof(type, name##_capacity)
#define SHAPE(name, type, list) const struct shape name = { sizeof(type), list, COUNT_OF(list) }

static const struct member session_members[] = {
	{ "id", MEMBER_LINE, .offset = offsetof(struct archive, id), .lowest = 1, .highest = NAME_BYTES },
	{ "title", MEMBER_LINE, .offset = offsetof(struct archive, title), .lowest = 1, .highest = NAME_BYTES },
	{ "organisation", MEMBER_LINE, .offset = offsetof(struct archive, organisation), .highest = NAME_BYTES },
	{ "facilitator", MEMBER_LINE, .offset = offsetof(struct archive, facilitator), .highest = NAME_BYTES },
	{ "date", MEMBER_DAY, .offset = offsetof(struct archive, date) },
	{ "state", MEMBER_WORD, .offset = offsetof(struct archive, state), .highest = SESSION_STATES,
	  .word = session_state_word },
	{ "halted", MEMBER_WORD, true, .offset = offsetof(struct archive, halt), .highest = SESSION_HALTS,
	  .word = halt_word },
	{ "agenda", MEMBER_LINE, true, .offset = offsetof(struct archive, agenda), .highest = NAME_BYTES },
	{ "place", MEMBER_LINE, true, .offset = offsetof(struct archive, place), .highest = NAME_BYTES },
	{ "follows", MEMBER_LINE, true, .offset = offsetof(struct archive, follows), .highest = NAME_BYTES },
	{ "entry", MEMBER_WORD, .offset = offsetof(struct archive, entry), .highest = ENTRIES, .word = entry_word },
	{ "naming", MEMBER_WORD, .offset = offsetof(struct archive, naming), .highest = NAMINGS, .word = naming_word },
	{ "n_min", MEMBER_INT, .offset = offsetof(struct archive, n_min), .lowest = 1, .highest = 50 },
	{ "blank", MEMBER_BOOL, .offset = offsetof(struct archive, blank) },
	{ "created", MEMBER_TIME, .offset = offsetof(struct archive, created) },
	{ "changed", MEMBER_TIME, .offset = offsetof(struct archive, changed) },
};
static SHAPE(session_shape, struct archive, session_members);

static const struct member person_members[] = {
	{ "id", MEMBER_INT, .offset = offsetof(struct person, id), .lowest = 1, .highest = ARCHIVE_ID_LIMIT },
	{ "name", MEMBER_LINE, .offset = offsetof(struct person, name), .lowest = 1, .highest = NAME_BYTES },
	{ "role", MEMBER_LINE, .offset = offsetof(struct person, role), .highest = NAME_BYTES },
	{ "side", MEMBER_SIDE, .offset = offsetof(struct person, side) },
	{ "presence", MEMBER_WORD, .offset = offsetof(struct person, presence), .highest = 2, .word = presence_word },
};
static SHAPE(person_shape, struct person, person_members);

static const struct member module_members[] = {
	{ "id", MEMBER_LINE, .offset = offsetof(struct archive_module, id), .lowest = 1, .highest = NAME_BYTES },
	{ "title", MEMBER_INFO, .write = module_title },
	{ "minutes", MEMBER_INT, .offset = offsetof(struct archive_module, minutes), .highest = 1440 },
	{ "planned", MEMBER_INT, true, .offset = offsetof(struct archive_module, planned), .highest = 1440 },
	{ "seconds", MEMBER_COUNT, .offset = offsetof(struct archive_module, seconds), .highest = SECONDS_MOST },
	{ "dropped", MEMBER_BOOL, .offset = offsetof(struct archive_module, dropped) },
};
static SHAPE(module_shape, struct archive_module, module_members);

static const struct member ballot_members[] = {
	{ "by", MEMBER_OWN, .write = write_answerer, .read = read_answerer },
	{ "person", MEMBER_INT, .offset = offsetof(struct ballot, person), .lowest = 1, .highest = ARCHIVE_ID_LIMIT,
	  .applies = ballot_has_person },
	{ "side", MEMBER_OWN, .write = write_ballot_side, .read = read_ballot_side, .applies = ballot_has_side },
	{ "own", MEMBER_OWN, .write = write_own, .read = read_own },
	{ "guess", MEMBER_OWN, .write = write_guess, .read = read_guess },
};
static SHAPE(ballot_shape, struct ballot, ballot_members);

static const struct member voter_members[] = {
	{ "person", MEMBER_INT, .offset = offsetof(struct voter, person), .lowest = 1, .highest = ARCHIVE_ID_LIMIT },
	{ "own", MEMBER_BOOL, .offset = offsetof(struct voter, gave[OWN]) },
	{ "guess", MEMBER_BOOL, .offset = offsetof(struct voter, gave[PREDICTION]) },
};
static SHAPE(voter_shape, struct voter, voter_members);

static const struct member round_members[] = {
	{ "round", MEMBER_INT, .offset = offsetof(struct archive_round, number), .lowest = 1, .highest = COUNT_MOST },
	{ "taken_back", MEMBER_INT, .offset = offsetof(struct archive_round, taken_back), .highest = COUNT_MOST },
	{ "answers", MEMBER_LIST, LIST(struct archive_round, ballots, ballot), .highest = LIST_MOST, .shape = &ballot_shape },
	{ "answered", MEMBER_LIST, LIST(struct archive_round, voted, voted), .highest = LIST_MOST, .shape = &voter_shape },
};
static SHAPE(round_shape, struct archive_round, round_members);

static const struct member step_members[] = {
	{ "step", MEMBER_LINE, .offset = offsetof(struct archive_step, key), .lowest = 1, .highest = NAME_BYTES },
	{ "kind", MEMBER_INFO, .write = step_kind },
	{ "prompt", MEMBER_INFO, .write = step_prompt },
	{ "state", MEMBER_WORD, .offset = offsetof(struct archive_step, state), .highest = 4, .word = step_state_word },
	{ "entry", MEMBER_OWN, .write = write_entry, .read = read_entry },
	{ "naming", MEMBER_WORD, true, .offset = offsetof(struct archive_step, naming), .highest = NAMINGS,
	  .word = naming_word },
	{ "round", MEMBER_INT, .offset = offsetof(struct archive_step, round), .lowest = 1, .highest = COUNT_MOST },
	{ "rounds", MEMBER_LIST, LIST(struct archive_step, rounds, round), .highest = LIST_MOST, .shape = &round_shape },
};
static SHAPE(step_shape, struct archive_step, step_members);

static const struct member row_members[] = {
	{ "id", MEMBER_INT, .offset = offsetof(struct row, id), .lowest = 1, .highest = ARCHIVE_ID_LIMIT },
	{ "step", MEMBER_LINE, .offset = offsetof(struct row, step), .lowest = 1, .highest = NAME_BYTES },
	{ "cells", MEMBER_OWN, .write = write_cells, .read = read_cells },
};
static SHAPE(row_shape, struct row, row_members);

static const struct member rating_members[] = {
	{ "step", MEMBER_LINE, .offset = offsetof(struct rating, step), .lowest = 1, .highest = NAME_BYTES },
	{ "row_a", MEMBER_INT, .offset = offsetof(struct rating, row_a), .lowest = 1, .highest = ARCHIVE_ID_LIMIT },
	{ "row_b", MEMBER_INT, .offset = offsetof(struct rating, row_b), .lowest = 1, .highest = ARCHIVE_ID_LIMIT },
	{ "side", MEMBER_SIDE, true, .offset = offsetof(struct rating, side) },
	{ "value", MEMBER_INT, .offset = offsetof(struct rating, value), .lowest = -1, .highest = 1 },
};
static SHAPE(rating_shape, struct rating, rating_members);

static const struct member merge_members[] = {
	{ "step", MEMBER_LINE, .offset = offsetof(struct merge, step), .lowest = 1, .highest = NAME_BYTES },
	{ "a", MEMBER_LINE, .offset = offsetof(struct merge, a), .lowest = 1, .highest = NAME_BYTES },
	{ "b", MEMBER_LINE, .offset = offsetof(struct merge, b), .lowest = 1, .highest = NAME_BYTES },
	{ "same", MEMBER_BOOL, .offset = offsetof(struct merge, same) },
};
static SHAPE(merge_shape, struct merge, merge_members);

static const struct member item_members[] = {
	{ "id", MEMBER_INT, .offset = offsetof(struct item, id), .lowest = 1, .highest = ARCHIVE_ID_LIMIT },
	{ "kind", MEMBER_WORD, .offset = offsetof(struct item, kind), .highest = ITEM_KINDS, .word = item_kind_word },
	{ "step", MEMBER_LINE, true, .offset = offsetof(struct item, step), .highest = NAME_BYTES },
	{ "text", MEMBER_TEXT, .offset = offsetof(struct item, text), .lowest = 1, .highest = TEXT_BYTES },
	{ "created", MEMBER_TIME, .offset = offsetof(struct item, created) },
	{ "private", MEMBER_BOOL, .offset = offsetof(struct item, private), .applies = is_note },
	{ "yes", MEMBER_OWN, .write = write_yes, .read = read_yes, .applies = is_decision },
	{ "dissent", MEMBER_TEXT, .offset = offsetof(struct item, dissent), .highest = TEXT_BYTES,
	  .applies = is_decision },
	{ "owner", MEMBER_LINE, .offset = offsetof(struct item, owner), .highest = NAME_BYTES, .applies = is_action },
	{ "due", MEMBER_DAY, .offset = offsetof(struct item, due), .applies = is_action },
	{ "done", MEMBER_BOOL, .offset = offsetof(struct item, done), .applies = can_be_done },
	{ "dropped", MEMBER_TEXT, true, .offset = offsetof(struct item, dropped), .highest = TEXT_BYTES,
	  .applies = is_action },
	{ "carried", MEMBER_OWN, .write = write_carried, .read = read_carried, .applies = is_action },
};
static SHAPE(item_shape, struct item, item_members);

static const struct member sitting_members[] = {
	{ "run", MEMBER_LINE, .offset = offsetof(struct archive_sitting, token), .lowest = ARCHIVE_TOKEN_LENGTH,
	  .highest = ARCHIVE_TOKEN_LENGTH },
	{ "changes", MEMBER_COUNT, .offset = offsetof(struct archive_sitting, changes), .lowest = 1,
	  .highest = CHANGES_MOST },
};
static SHAPE(sitting_shape, struct archive_sitting, sitting_members);

static const struct member bank_members[] = {
	{ "id", MEMBER_INFO, .write = bank_id },
	{ "version", MEMBER_INFO, .write = bank_version },
	{ "title", MEMBER_INFO, .write = bank_title },
	{ "text", MEMBER_RAW, .offset = offsetof(struct archive, bank_text), .lowest = 1, .highest = ARCHIVE_FILE_LIMIT },
};
static SHAPE(bank_shape, struct archive, bank_members);

static const struct member archive_members[] = {
	{ "accord", MEMBER_OWN, .write = write_format, .read = read_format },
	{ "left_out", MEMBER_OWN, .write = write_left_out, .read = read_left_out },
	{ "session", MEMBER_OBJECT, .shape = &session_shape },
	{ "sides", MEMBER_OWN, .write = write_sides, .read = read_sides },
	{ "people", MEMBER_LIST, LIST(struct archive, people, person), .highest = LIST_MOST, .shape = &person_shape },
	{ "modules", MEMBER_LIST, LIST(struct archive, modules, module), .highest = LIST_MOST, .shape = &module_shape },
	{ "steps", MEMBER_LIST, LIST(struct archive, steps, step), .highest = LIST_SHORT, .shape = &step_shape },
	{ "rows", MEMBER_LIST, LIST(struct archive, rows, row), .highest = LIST_MOST, .shape = &row_shape },
	{ "ratings", MEMBER_LIST, LIST(struct archive, ratings, rating), .highest = LIST_MOST, .shape = &rating_shape },
	{ "names", MEMBER_LIST, LIST(struct archive, merges, merge), .highest = LIST_MOST, .shape = &merge_shape },
	{ "items", MEMBER_LIST, LIST(struct archive, items, item), .highest = LIST_MOST, .shape = &item_shape },
	{ "sittings", MEMBER_LIST, LIST(struct archive, sittings, sitting), .highest = LIST_SHORT, .shape = &sitting_shape },
	{ "bank", MEMBER_OBJECT, .shape = &bank_shape },
};
SHAPE(archive_shape, struct archive, archive_members);
