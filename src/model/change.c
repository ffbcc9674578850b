/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of changes, put together. */
#include "model/change.h"

#include "base/date.h"
#include "base/mem.h"

#include <stdlib.h>

void changes_release(struct changes *changes)
{
	for (size_t i = 0; i < changes->count; i++) {
		struct change *change = &changes->items[i];

		free(change->step);
		free(change->field);
		free(change->value);
		free(change->role);
		free(change->owner);
	}
	free(changes->items);
	free(changes->label);
	*changes = (struct changes){ 0 };
}

void changes_label(struct changes *changes, const char *label)
{
	mem_set(&changes->label, label);
}

static struct change *add(struct changes *changes, enum change_kind kind)
{
	struct change *change;

	changes->items = mem_grow(changes->items, &changes->capacity, changes->count,
		sizeof *changes->items);
	change = &changes->items[changes->count++];
	*change = (struct change){ .kind = kind, .side = SIDE_NONE, .due = DAY_NONE };
	return change;
}

void change_session(struct changes *changes, const char *field, const char *value)
{
	struct change *change = add(changes, CHANGE_SESSION);

	mem_set(&change->field, field);
	mem_set(&change->value, value);
}

void change_person_add(struct changes *changes, const char *name, const char *role, int side)
{
	struct change *change = add(changes, CHANGE_PERSON_ADD);

	mem_set(&change->value, name);
	mem_set(&change->role, role);
	change->side = side;
}

void change_person_set(struct changes *changes, int person, const char *field, const char *value)
{
	struct change *change = add(changes, CHANGE_PERSON_SET);

	change->id = person;
	mem_set(&change->field, field);
	mem_set(&change->value, value);
}

void change_person_remove(struct changes *changes, int person)
{
	add(changes, CHANGE_PERSON_REMOVE)->id = person;
}

void change_module_add(struct changes *changes, const char *module, int minutes, int place)
{
	struct change *change = add(changes, CHANGE_MODULE_ADD);

	mem_set(&change->step, module);
	if (minutes >= 0)
		change->value = mem_printf("%d", minutes);
	change->number = place;
}

void change_module_set(struct changes *changes, const char *module, const char *field,
	const char *value)
{
	struct change *change = add(changes, CHANGE_MODULE_SET);

	mem_set(&change->step, module);
	mem_set(&change->field, field);
	mem_set(&change->value, value);
}

void change_step_state(struct changes *changes, const char *step, enum step_state state)
{
	struct change *change = add(changes, CHANGE_STEP_STATE);

	mem_set(&change->step, step);
	mem_set(&change->value, step_state_name(state));
}

void change_step_entry(struct changes *changes, const char *step, enum entry entry)
{
	struct change *change = add(changes, CHANGE_STEP_ENTRY);

	mem_set(&change->step, step);
	mem_set(&change->value, entry < ENTRIES ? entry_name(entry) : NULL);
}

void change_step_naming(struct changes *changes, const char *step, enum naming naming)
{
	struct change *change = add(changes, CHANGE_STEP_NAMING);

	mem_set(&change->step, step);
	mem_set(&change->value, naming_name(naming));
}

void change_step_reopen(struct changes *changes, const char *step)
{
	mem_set(&add(changes, CHANGE_STEP_REOPEN)->step, step);
}

void change_step_hide(struct changes *changes, const char *step)
{
	mem_set(&add(changes, CHANGE_STEP_HIDE)->step, step);
}

void change_ballot(struct changes *changes, const char *step, int person, enum which which,
	const char *value)
{
	struct change *change = add(changes, CHANGE_BALLOT);

	mem_set(&change->step, step);
	mem_set(&change->value, value);
	change->id = person;
	change->which = which;
}

void change_tally(struct changes *changes, const char *step, int side, enum which which,
	const char *value, int number)
{
	struct change *change = add(changes, CHANGE_TALLY);

	mem_set(&change->step, step);
	mem_set(&change->value, value);
	change->side = side;
	change->which = which;
	change->number = number;
}

void change_row_add(struct changes *changes, const char *step, int id, int place)
{
	struct change *change = add(changes, CHANGE_ROW_ADD);

	mem_set(&change->step, step);
	change->id = id;
	change->number = place;
}

void change_row_remove(struct changes *changes, int row)
{
	add(changes, CHANGE_ROW_REMOVE)->id = row;
}

void change_cell(struct changes *changes, int row, const char *column, const char *value)
{
	struct change *change = add(changes, CHANGE_CELL);

	change->id = row;
	mem_set(&change->field, column);
	mem_set(&change->value, value);
}

void change_rating(struct changes *changes, const char *step, int row_a, int row_b, int side,
	const char *value)
{
	struct change *change = add(changes, CHANGE_RATING);

	mem_set(&change->step, step);
	mem_set(&change->value, value);
	change->id = row_a;
	change->other = row_b;
	change->side = side;
}

void change_merge(struct changes *changes, const char *step, const char *a, const char *b,
	int verdict)
{
	struct change *change = add(changes, CHANGE_MERGE);

	mem_set(&change->step, step);
	mem_set(&change->field, a);
	mem_set(&change->value, b);
	change->number = verdict;
}

void change_item_add(struct changes *changes, enum item_kind kind, const char *step,
	const char *text, const char *owner, int due)
{
	struct change *change = add(changes, CHANGE_ITEM_ADD);

	change->number = (int)kind;
	change->due = due;
	mem_set(&change->step, step);
	mem_set(&change->value, text);
	mem_set(&change->owner, owner);
}

void change_private_note_add(struct changes *changes, const char *step, const char *text)
{
	struct change *change = add(changes, CHANGE_ITEM_ADD);

	change->number = ITEM_NOTE;
	change->due = DAY_NONE;
	change->other = 1;
	mem_set(&change->step, step);
	mem_set(&change->value, text);
}

void change_action_carry(struct changes *changes, int id, const char *step, const char *text, const char *owner, int due,
	const char *from_session, int from_item)
{
	struct change *change;

	change_item_add(changes, ITEM_ACTION, step, text, owner, due);
	change = &changes->items[changes->count - 1];
	change->id = id;
	change->other = from_item;
	mem_set(&change->field, from_session);
}

void change_item_set(struct changes *changes, int item, const char *field, const char *value)
{
	struct change *change = add(changes, CHANGE_ITEM_SET);

	change->id = item;
	mem_set(&change->field, field);
	mem_set(&change->value, value);
}

void change_item_remove(struct changes *changes, int item)
{
	add(changes, CHANGE_ITEM_REMOVE)->id = item;
}

bool change_is_answer(const struct change *change)
{
	switch (change->kind) {
	case CHANGE_STEP_STATE:
	case CHANGE_STEP_ENTRY:
	case CHANGE_STEP_NAMING:
	case CHANGE_STEP_REOPEN:
	case CHANGE_STEP_HIDE:
	case CHANGE_BALLOT:
	case CHANGE_TALLY:
	case CHANGE_ROW_ADD:
	case CHANGE_ROW_REMOVE:
	case CHANGE_CELL:
	case CHANGE_RATING:
	case CHANGE_MERGE:
		return true;
	default:
		return false;
	}
}

int session_next_row(const struct session *session)
{
	int next = 1;

	for (size_t i = 0; i < session->row_count; i++)
		if (session->rows[i].id >= next)
			next = session->rows[i].id + 1;
	return next;
}

int session_next_item(const struct session *session)
{
	int next = 1;

	for (size_t i = 0; i < session->item_count; i++)
		if (session->items[i].id >= next)
			next = session->items[i].id + 1;
	return next;
}
