/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a follow-up takes over from the session before. */
#include "model/follow.h"

#include "base/date.h"
#include "base/mem.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_DAYS 7
#define USUAL_DAYS 30
#define MOST_DAYS 3660 /* a longer span is a slip of the pen */

static const struct session_module *find_module(const struct session *session, const char *id)
{
	for (size_t i = 0; i < session->module_count; i++)
		if (strcmp(session->modules[i].module->id, id) == 0)
			return &session->modules[i];
	return NULL;
}

/* The modules of the session that the one before did not have stand behind the others, and are left out. */
static void leave_out_others(const struct session *session, const struct session *before, struct changes *changes)
{
	for (size_t i = 0; i < session->module_count; i++)
		if (!find_module(before, session->modules[i].module->id))
			change_module_set(changes, session->modules[i].module->id, "dropped", "yes");
}

void follow_agenda(const struct session *session, const struct session *before, struct changes *changes)
{
	int place = 0;

	for (size_t i = 0; i < before->module_count; i++) {
		const struct session_module *entry = &before->modules[i];
		const char *id = entry->module->id;
		int minutes = entry->planned >= 0 ? entry->planned : entry->minutes;
		char *text;

		if (!bank_module(session->bank, id))
			continue;
		if (find_module(session, id)) {
			text = mem_printf("%d", minutes);
			change_module_set(changes, id, "minutes", text);
			free(text);
			text = mem_printf("%d", place);
			change_module_set(changes, id, "position", text);
			free(text);
		} else {
			change_module_add(changes, id, minutes, place);
		}
		/* What was left out for want of time was on the plan. */
		if (entry->dropped && entry->planned < 0)
			change_module_set(changes, id, "dropped", "yes");
		place++;
	}
	if (place > 0)
		leave_out_others(session, before, changes);
}

void follow_people(const struct session *session, const struct session *before, struct changes *changes)
{
	for (size_t i = 0; i < before->person_count; i++) {
		const struct person *person = &before->people[i];
		int side = person->side;

		for (int other = 0; other < SIDES; other++)
			if (strcmp(session->bank->sides[other].id, before->bank->sides[person->side].id) == 0)
				side = other;
		change_person_add(changes, person->name, person->role, side);
	}
}

void follow_chain_release(struct follow_chain *chain)
{
	for (size_t i = 0; i < chain->count; i++)
		session_free(chain->sessions[i]);
	free(chain->sessions);
	*chain = (struct follow_chain){ 0 };
}

/* What the session made of an action of one before. */
static const struct item *taken_up(const struct session *session, const struct session *from, int item)
{
	for (size_t i = 0; i < session->item_count; i++)
		if (session->items[i].carried_item == item && session->items[i].carried > 0 &&
		    strcmp(session->items[i].carried_session, from->id) == 0)
			return &session->items[i];
	return NULL;
}

static int due_key(const struct follow_entry *entry)
{
	return entry->item->due == DAY_NONE ? INT_MAX : entry->item->due;
}

static int compare(const void *a, const void *b)
{
	const struct follow_entry *x = a, *y = b;
	int order;

	if (due_key(x) != due_key(y))
		return due_key(x) < due_key(y) ? -1 : 1;
	if (x->from->date != y->from->date)
		return x->from->date < y->from->date ? -1 : 1;
	order = strcmp(x->from->id, y->from->id);
	return order ? order : (x->item->id > y->item->id) - (x->item->id < y->item->id);
}

void follow_list_init(struct follow_list *list, const struct session *session, const struct follow_chain *chain)
{
	*list = (struct follow_list){ 0 };
	for (size_t s = 0; s < chain->count; s++) {
		const struct session *from = chain->sessions[s];

		for (size_t i = 0; i < from->item_count; i++) {
			const struct item *item = &from->items[i], *here;

			if (item->kind != ITEM_ACTION)
				continue;
			here = taken_up(session, from, item->id);
			if (!here && (!action_is_open(item) || from->halt == HALT_CANCELLED))
				continue;
			list->entries = mem_grow(list->entries, &list->capacity, list->count, sizeof *list->entries);
			list->entries[list->count++] = (struct follow_entry){ from, item, here };
			list->left += !here;
		}
	}
	if (list->count > 1)
		qsort(list->entries, list->count, sizeof *list->entries, compare);
}

void follow_list_release(struct follow_list *list)
{
	free(list->entries);
	*list = (struct follow_list){ 0 };
}

static void set_due(struct changes *changes, int id, int due)
{
	char day[11];

	date_format(due, day);
	change_item_set(changes, id, "due", day);
}

/* One that is settled otherwise already becomes what it would have been. */
static void settle_anew(const struct item *here, const struct follow_verdict *verdict, const char *owner, int due,
	struct changes *changes)
{
	if (here->done)
		change_item_set(changes, here->id, "done", "no");
	if (here->dropped[0] && verdict->how != FOLLOW_DROP)
		change_item_set(changes, here->id, "dropped", "");
	if (strcmp(here->owner, owner) != 0)
		change_item_set(changes, here->id, "owner", owner);
	if (here->due != due)
		set_due(changes, here->id, due);
}

void follow_settle(const struct session *session, const struct follow_entry *entry, const struct follow_verdict *verdict,
	int id, struct changes *changes)
{
	bool carry = verdict->how == FOLLOW_CARRY;
	const char *owner = carry ? verdict->owner : entry->item->owner;
	const char *step = bank_step(session->bank, entry->item->step, NULL) ? entry->item->step : "";
	int due = carry ? verdict->due : entry->item->due;

	if (entry->here) {
		id = entry->here->id;
		settle_anew(entry->here, verdict, owner, due, changes);
	} else {
		change_action_carry(changes, id, step, entry->item->text, owner, due, entry->from->id, entry->item->id);
	}
	if (verdict->how == FOLLOW_DONE)
		change_item_set(changes, id, "done", "yes");
	else if (verdict->how == FOLLOW_DROP)
		change_item_set(changes, id, "dropped", verdict->reason);
}

static const struct item *find_item(const struct session *session, int id)
{
	for (size_t i = 0; i < session->item_count; i++)
		if (session->items[i].id == id)
			return &session->items[i];
	return NULL;
}

struct follow_entry follow_origin(const struct follow_chain *chain, const struct follow_entry *entry)
{
	struct follow_entry origin = { .from = entry->from, .item = entry->item };

	/* Each session further on in the chain lies before the others. */
	for (size_t s = 0; s < chain->count; s++) {
		const struct session *from = chain->sessions[s];
		const struct item *item = NULL;

		if (origin.item->carried > 0 && strcmp(from->id, origin.item->carried_session) == 0)
			item = find_item(from, origin.item->carried_item);
		if (item)
			origin = (struct follow_entry){ .from = from, .item = item };
	}
	return origin;
}

int follow_count(const struct session *session)
{
	int count = 0;

	for (size_t i = 0; i < session->item_count; i++)
		count += session->items[i].carried > 0;
	return count;
}

/* Days from one to the other, so that they can be added again; usual where that says nothing. */
static int span(int from, int to, int least, int usual)
{
	if (from == DAY_NONE || to == DAY_NONE || to <= from || to - from > MOST_DAYS)
		return usual;
	return to - from < least ? least : to - from;
}

int follow_due_all(const struct session *before, int today)
{
	return today + span(before ? before->date : DAY_NONE, today, LEAST_DAYS, USUAL_DAYS);
}

int follow_due(const struct follow_entry *entry, int today)
{
	return today + span(entry->from->date, entry->item->due, 1, follow_due_all(entry->from, today) - today);
}
