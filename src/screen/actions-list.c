/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of all sessions: read, kept up to date, sorted, filtered and grouped. */
#include "screen/actions-parts.h"

#include "base/date.h"

#include <stdlib.h>
#include <string.h>

#define PART 400 /* so many are read at once, or made ready, in a few milliseconds */
#define FEW 1500
#define FIRST 200 /* so many are shown before the others are there: more than any screen has lines */
#define SOON 14 /* days within which an action is due soon */
/* The parts of the number that rows are sorted by; a database has no days but those of eleven centuries. */
#define RANK_BITS 4
#define DAY_BITS 19
#define NO_DAY ((1U << DAY_BITS) - 1)
#define EARLIEST date_from_civil(1900, 1, 1)

/* By date: what is late, due soon, later, without a date, and then those that are open no longer. */
enum { RANK_LATE, RANK_SOON, RANK_LATER, RANK_NO_DATE, RANK_STATES };

static int rank_of(const struct action_head *head, enum actions_order order, int today)
{
	if (head->state != ACTION_OPEN)
		return RANK_STATES + (int)head->state;
	if (order != ACTIONS_BY_DATE)
		return 0;
	if (head->due == DAY_NONE)
		return RANK_NO_DATE;
	return head->due < today ? RANK_LATE : head->due <= today + SOON ? RANK_SOON : RANK_LATER;
}

/* All that an order goes by in one number: whose it is, what became of it, when it is due, and the session's day. */
static uint64_t sort_of(const struct actions_row *row, enum actions_order order)
{
	const struct action_head *head = row->head;
	uint64_t name = order == ACTIONS_BY_OWNER ? (uint64_t)row->owner->place :
		order == ACTIONS_BY_ORGANISATION ? (uint64_t)row->organisation->place : 0;
	uint64_t due = head->due == DAY_NONE ? NO_DAY : (uint64_t)(head->due - EARLIEST);
	uint64_t date = head->session->date == DAY_NONE ? 0 : (uint64_t)(head->session->date - EARLIEST) + 1;

	return name << (RANK_BITS + DAY_BITS * 2) | (uint64_t)row->rank << (DAY_BITS * 2) | due << DAY_BITS | date;
}

/* A row's place: its number to sort by, and where that is the same as another's, as they were read. */
struct place {
	uint64_t sort;
	size_t row;
};

static int compare(const void *one, const void *other)
{
	const struct place *a = one, *b = other;

	if (a->sort != b->sort)
		return a->sort < b->sort ? -1 : 1;
	return a->row < b->row ? -1 : 1;
}

const struct actions_row *actions_chosen(const struct actions *actions)
{
	return actions->shown_count ? actions->shown[actions->list.cursor] : NULL;
}

static bool same_group(enum actions_order order, const struct actions_row *a, const struct actions_row *b)
{
	if (order == ACTIONS_BY_OWNER)
		return a->owner == b->owner;
	if (order == ACTIONS_BY_ORGANISATION)
		return a->organisation == b->organisation;
	return a->rank == b->rank;
}

static void group(struct actions *actions)
{
	int today = clock_today();
	size_t capacity = 0;

	free(actions->groups);
	actions->groups = NULL;
	actions->group_count = actions->open = actions->late = 0;
	for (int i = 0; i < (int)actions->shown_count; i++) {
		const struct actions_row *row = actions->shown[i];
		bool late = row->open && action_is_overdue(row->head, today);
		struct actions_group *last;

		if (i == 0 || !same_group(actions->order, actions->shown[i - 1], row)) {
			actions->groups = mem_grow(actions->groups, &capacity, (size_t)actions->group_count,
				sizeof *actions->groups);
			actions->groups[actions->group_count++] = (struct actions_group){ .first = i };
		}
		last = &actions->groups[actions->group_count - 1];
		last->count++;
		last->late += late;
		actions->late += late;
		actions->open += row->open;
	}
}

/* All that the filter looks at. Made while no key comes, or when it is first used. */
static const char *key_of(struct actions_row *row)
{
	const struct action_head *head = row->head;
	char *text, *ref;

	if (row->key)
		return row->key;
	ref = action_ref(head);
	text = mem_printf("%s\n%s\n%s\n%s\n%s\n%s", head->text, head->owner, head->session->organisation,
		head->session->title, head->dropped, ref);
	row->key = match_fold(text);
	free(text);
	free(ref);
	return row->key;
}

/* The cursor stays on the row, where that is shown, or else at its place. */
static void show(struct actions *actions, const struct actions_row *chosen)
{
	const struct match *match = &actions->filter.match;

	actions->shown_count = 0;
	for (size_t i = 0; i < actions->heads.count; i++) {
		struct actions_row *row = actions->sorted[i];

		if (!actions->all && !row->open && !row->kept)
			continue;
		if (match->count && !match_finds(match, key_of(row)))
			continue;
		if (row == chosen)
			actions->list.cursor = (int)actions->shown_count;
		actions->shown[actions->shown_count++] = row;
	}
	list_count(&actions->list, (int)actions->shown_count);
	group(actions);
}

void actions_show(struct actions *actions)
{
	actions->arranged++;
	show(actions, actions_chosen(actions));
}

static void sort(struct actions *actions)
{
	size_t count = actions->heads.count;
	struct place *places = mem_zalloc(count + 1, sizeof *places);

	roster_settle(&actions->names);
	for (size_t i = 0; i < count; i++)
		places[i] = (struct place){ sort_of(&actions->rows[i], actions->order), i };
	qsort(places, count, sizeof *places, compare);
	for (size_t i = 0; i < count; i++)
		actions->sorted[i] = &actions->rows[places[i].row];
	free(places);
}

static void rank_all(struct actions *actions)
{
	int today = clock_today();

	for (size_t i = 0; i < actions->heads.count; i++)
		actions->rows[i].rank = rank_of(actions->rows[i].head, actions->order, today);
}

void actions_sort(struct actions *actions, enum actions_order order)
{
	const struct actions_row *chosen = actions_chosen(actions);

	actions->arranged++;
	actions->order = order;
	rank_all(actions);
	sort(actions);
	show(actions, chosen);
}

static void free_rows(struct actions *actions)
{
	for (size_t i = 0; i < actions->heads.count; i++)
		free(actions->rows[i].key);
	free(actions->rows);
	roster_release(&actions->names);
	free(actions->sorted);
	free(actions->shown);
	actions->rows = NULL;
	actions->sorted = actions->shown = NULL;
	actions->shown_count = 0;
}

static bool holds(const struct action_list *list, const struct actions_deed *deed)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].item == deed->item && strcmp(list->items[i].session->id, deed->session) == 0)
			return true;
	return false;
}

/* What was marked as done here a moment ago stays in sight, so that one sees it and can take it back. */
static int add_touched(struct app *app, const struct actions_deeds *deeds, struct action_list *list, struct err *err)
{
	for (size_t i = 0; i < deeds->count; i++) {
		const struct action_filter filter = { .session = deeds->items[i].session, .all = true };
		size_t first = list->count, kept = first;

		if (holds(list, &deeds->items[i]))
			continue;
		if (store_actions(app->store, &filter, list, err) != 0)
			return -1;
		for (size_t j = first; j < list->count; j++)
			if (list->items[j].item == deeds->items[i].item)
				list->items[kept++] = list->items[j];
			else
				action_head_release(&list->items[j]);
		list->count = kept;
	}
	return 0;
}

/* As add_touched does. */
static void keep_touched(struct actions *actions)
{
	for (size_t i = 0; i < actions->heads.count; i++)
		actions->rows[i].kept = false;
	for (size_t i = 0; i < actions->done.count; i++)
		for (size_t j = 0; j < actions->heads.count; j++)
			if (actions->heads.items[j].item == actions->done.items[i].item &&
				strcmp(actions->heads.items[j].session->id, actions->done.items[i].session) == 0)
				actions->rows[j].kept = true;
}

static void make_rows(struct actions *actions)
{
	size_t count = actions->heads.count;

	actions->rows = mem_zalloc(count + 1, sizeof *actions->rows);
	actions->sorted = mem_zalloc(count + 1, sizeof *actions->sorted);
	actions->shown = mem_zalloc(count + 1, sizeof *actions->shown);
	for (size_t i = 0; i < count; i++) {
		struct actions_row *row = &actions->rows[i];

		row->head = &actions->heads.items[i];
		row->open = row->head->state == ACTION_OPEN;
		row->owner = roster_add(&actions->names, row->head->owner);
		/* Most come by session. */
		row->organisation = i > 0 && row->head->session == row[-1].head->session ? row[-1].organisation :
			roster_add(&actions->names, row->head->session->organisation);
		actions->sorted[i] = row;
	}
}

void actions_choose(struct actions *actions, const char *session, int item)
{
	for (size_t i = 0; i < actions->shown_count; i++) {
		const struct action_head *head = actions->shown[i]->head;

		if (head->item == item && strcmp(head->session->id, session) == 0)
			actions->list.cursor = (int)i;
	}
}

/* Shows them in place of what was there; the list is taken over. */
static void replace(struct actions *actions, struct action_list *list)
{
	const struct actions_row *chosen = actions_chosen(actions);
	char *session = chosen ? mem_strdup(chosen->head->session->id) : NULL;
	int item = chosen ? chosen->head->item : 0;

	free_rows(actions);
	action_list_release(&actions->heads);
	actions->heads = *list;
	*list = (struct action_list){ 0 };
	make_rows(actions);
	/* Few are made ready soon enough when they are needed. */
	actions->keyed = actions->heads.count > FEW ? 0 : actions->heads.count;
	keep_touched(actions);
	rank_all(actions);
	sort(actions);
	show(actions, NULL);
	if (session)
		actions_choose(actions, session, item);
	free(session);
	actions_forget_origin(actions);
}

static void stop_reading(struct actions *actions)
{
	action_list_release(&actions->coming);
	actions->after = 0;
	actions->reading = false;
}

static void read_on(struct app *app, struct actions *actions)
{
	struct err err = { 0 };
	int more = store_actions_part(app->store, actions->reading_all, PART, &actions->after, &actions->coming, &err);

	if (more == 1)
		return;
	if (more == 0 && !actions->reading_all)
		more = add_touched(app, &actions->done, &actions->coming, &err);
	if (more == 0) {
		actions->whole = actions->reading_all;
		actions->partly = false;
		actions->current = true;
		replace(actions, &actions->coming);
	} else {
		app_fail(app, &err);
	}
	stop_reading(actions);
}

bool actions_busy(const struct actions *actions)
{
	return actions->reading || actions->keyed < actions->heads.count;
}

void actions_go_on(struct app *app, struct actions *actions)
{
	if (actions->reading)
		read_on(app, actions);
	else
		for (int i = 0; i < PART && actions->keyed < actions->heads.count; i++)
			key_of(&actions->rows[actions->keyed++]);
}

/* So that there is something to see, and what matters most. */
static void look_first(struct app *app, struct actions *actions)
{
	struct action_list list = { 0 };
	struct err err = { 0 };

	if (store_actions_due(app->store, FIRST, &list, &err) != 0) {
		app_fail(app, &err);
		action_list_release(&list);
		return;
	}
	actions->partly = true;
	replace(actions, &list);
}

void actions_load(struct app *app, struct actions *actions)
{
	stop_reading(actions);
	actions->outdated = false;
	actions->current = false;
	actions->reading = true;
	actions->reading_all = actions->all;
	do
		read_on(app, actions);
	while (actions->reading && app->terminal->linear);
	if (actions->reading && actions->heads.count == 0)
		look_first(app, actions);
}

static void take(struct actions *actions, struct actions_row *row, struct action_head *head)
{
	const struct action_session *session = row->head->session;

	action_head_release(row->head);
	*row->head = *head;
	row->head->session = session;
	row->open = row->head->state == ACTION_OPEN;
	*head = (struct action_head){ 0 };
	row->owner = roster_add(&actions->names, row->head->owner);
	free(row->key);
	row->key = NULL;
}

/* Whether one stands before another in the order. */
static bool precedes(const struct actions *actions, const struct actions_row *a, const struct actions_row *b)
{
	const struct place one = { sort_of(a, actions->order), (size_t)(a - actions->rows) };
	const struct place other = { sort_of(b, actions->order), (size_t)(b - actions->rows) };

	return compare(&one, &other) < 0;
}

/* Sorts anew the few rows that move: the others are taken to be in order. */
static void move(struct actions *actions)
{
	struct actions_row **sorted = actions->sorted;
	size_t count = 0;

	roster_settle(&actions->names);
	for (size_t i = 0; i < actions->heads.count; i++)
		if (!sorted[i]->moves)
			sorted[count++] = sorted[i];
	for (size_t i = 0; count < actions->heads.count; i++) {
		struct actions_row *row = &actions->rows[i];
		size_t low = 0, high = count;

		if (!row->moves)
			continue;
		while (low < high) {
			size_t middle = (low + high) / 2;

			if (precedes(actions, sorted[middle], row))
				low = middle + 1;
			else
				high = middle;
		}
		memmove(&sorted[low + 1], &sorted[low], (count - low) * sizeof *sorted);
		sorted[low] = row;
		row->moves = false;
		count++;
	}
}

void actions_refresh(struct app *app, struct actions *actions, const char *session)
{
	const struct action_filter filter = { .session = session, .all = true };
	const struct actions_row *chosen;
	struct action_list list = { 0 };
	struct err err = { 0 };
	bool changed = false;

	if (store_actions(app->store, &filter, &list, &err) != 0)
		app_fail(app, &err);
	/* What was read of it is as it was before. */
	if (actions->reading)
		actions_load(app, actions);
	chosen = actions_chosen(actions);
	for (size_t i = 0; i < actions->heads.count; i++) {
		struct actions_row *row = &actions->rows[i];

		/* Most come by session. */
		if (i == 0 || row->head->session != row[-1].head->session)
			changed = strcmp(row->head->session->id, session) == 0;
		if (!changed)
			continue;
		row->moves = true;
		row->kept = row->kept || row->head->state == ACTION_OPEN;
		for (size_t j = 0; j < list.count; j++)
			if (list.items[j].item == row->head->item) {
				take(actions, row, &list.items[j]);
				break;
			}
		/* What is over stays where it is until all is read anew; what is open goes to its day. */
		if (row->open)
			row->rank = rank_of(row->head, actions->order, clock_today());
	}
	action_list_release(&list);
	move(actions);
	show(actions, chosen);
	actions_forget_origin(actions);
}

void actions_show_all(struct app *app, struct actions *actions, bool all)
{
	const struct actions_row *chosen = actions_chosen(actions);

	actions->arranged++;
	actions->all = all;
	/* Those that are open are there; what was being read beside them is no longer wanted. */
	if (!all && actions->current && !actions->partly)
		stop_reading(actions);
	/* Once they were all read, they are kept up to date like those that are open. */
	if (actions->reading || (all && !actions->whole)) {
		bool current = actions->current;

		actions_load(app, actions);
		actions->current = actions->current || current;
		return;
	}
	keep_touched(actions);
	rank_all(actions);
	sort(actions);
	show(actions, chosen);
	actions_forget_origin(actions);
}

void actions_release(struct actions *actions)
{
	stop_reading(actions);
	free_rows(actions);
	action_list_release(&actions->heads);
	free(actions->groups);
	free(actions->done.items);
	free(actions->undone.items);
	filter_release(&actions->filter);
	actions_forget_origin(actions);
}
