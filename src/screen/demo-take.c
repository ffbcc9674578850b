/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the demo makes up, taken into the session in memory: it is written to the database once, when it is complete. */
#include "screen/demo-parts.h"

#include "base/date.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static void take_person(struct session *session, const struct change *change)
{
	session->people = mem_grow(session->people, &session->person_capacity, session->person_count,
		sizeof *session->people);
	session->people[session->person_count] = (struct person){
		.id = (int)session->person_count + 1,
		.name = mem_strdup(change->value),
		.role = mem_strdup(change->role),
		.side = change->side,
	};
	session->person_count++;
}

static void take_row(struct session *session, const struct change *change)
{
	session->rows = mem_grow(session->rows, &session->row_capacity, session->row_count, sizeof *session->rows);
	session->rows[session->row_count++] = (struct row){ .id = change->id, .step = mem_strdup(change->step) };
}

/* Cells come right after their row. */
static void take_cell(struct session *session, const struct change *change)
{
	struct row *row = &session->rows[session->row_count - 1];

	row->cells = mem_grow(row->cells, &row->cell_capacity, row->cell_count, sizeof *row->cells);
	row->cells[row->cell_count++] = (struct cell){
		.column = mem_strdup(change->field),
		.value = mem_strdup(change->value),
	};
}

static void take_rating(struct session *session, const struct change *change)
{
	session->ratings = mem_grow(session->ratings, &session->rating_capacity, session->rating_count,
		sizeof *session->ratings);
	session->ratings[session->rating_count++] = (struct rating){
		.step = mem_strdup(change->step),
		.row_a = change->id,
		.row_b = change->other,
		.side = change->side,
		.value = atoi(change->value),
	};
}

/* Own answer and guess of one person come one after the other, and share a ballot. */
static void take_ballot(struct session *session, const struct change *change)
{
	struct progress *progress = &session->steps[session_step(session, change->step)];
	struct ballot *ballot = progress->ballot_count ? &progress->ballots[progress->ballot_count - 1] : NULL;
	const struct person *person = session_person(session, change->id);

	if (!ballot || ballot->person != change->id) {
		progress->ballots = mem_grow(progress->ballots, &progress->ballot_capacity, progress->ballot_count,
			sizeof *progress->ballots);
		ballot = &progress->ballots[progress->ballot_count++];
		*ballot = (struct ballot){
			.person = change->id,
			.side = person ? person->side : change->id == ANSWERER_ROOM ? SIDE_NONE : -1 - change->id,
		};
	}
	mem_set(&ballot->answers[change->which], change->value);
}

static void take_item(struct session *session, const struct change *change)
{
	bool action = change->number == ITEM_ACTION;

	session->items = mem_grow(session->items, &session->item_capacity, session->item_count,
		sizeof *session->items);
	session->items[session->item_count] = (struct item){
		.id = (int)session->item_count + 1,
		.kind = (enum item_kind)change->number,
		.step = mem_strdup(change->step),
		.text = mem_strdup(change->value),
		.owner = mem_strdup(action && change->owner ? change->owner : ""),
		.due = action ? change->due : DAY_NONE,
		.yes = { mem_strdup(""), mem_strdup("") },
		.dissent = mem_strdup(""),
		.dropped = mem_strdup(""),
		.carried_session = mem_strdup(""),
		.created = clock_now(),
	};
	session->item_count++;
}

static void take_item_field(struct session *session, const struct change *change)
{
	struct item *item = &session->items[change->id - 1];

	if (strcmp(change->field, "done") == 0)
		item->done = atoi(change->value) == 1;
	else if (strcmp(change->field, "dissent") == 0)
		mem_set(&item->dissent, change->value);
	else
		mem_set(&item->yes[strcmp(change->field, "yes-0") == 0 ? 0 : 1], change->value);
}

static void take_step_state(struct session *session, const struct change *change)
{
	session->steps[session_step(session, change->step)].state =
		(enum step_state)step_state_parse(change->value);
}

static void take_session(struct session *session, const struct change *change)
{
	session->state = (enum session_state)session_state_parse(change->value);
}

/* The kinds of changes that the demo makes. */
static void (*const takers[])(struct session *session, const struct change *change) = {
	[CHANGE_SESSION] = take_session,
	[CHANGE_PERSON_ADD] = take_person,
	[CHANGE_STEP_STATE] = take_step_state,
	[CHANGE_BALLOT] = take_ballot,
	[CHANGE_ROW_ADD] = take_row,
	[CHANGE_CELL] = take_cell,
	[CHANGE_RATING] = take_rating,
	[CHANGE_ITEM_ADD] = take_item,
	[CHANGE_ITEM_SET] = take_item_field,
};

void demo_take(struct demo *demo)
{
	for (size_t i = 0; i < demo->changes.count; i++)
		takers[demo->changes.items[i].kind](demo->session, &demo->changes.items[i]);
	changes_release(&demo->changes);
}

static int compare_answers(const char *a, const char *b)
{
	if (!a || !b)
		return (a != NULL) - (b != NULL);
	return strcmp(a, b);
}

/* By their content, as answers without names are loaded: the order of people tells nothing. */
static int compare_ballots(const void *a, const void *b)
{
	const struct ballot *one = a, *other = b;
	int order = one->side - other->side;

	for (int which = 0; order == 0 && which < WHICH_COUNT; which++)
		order = compare_answers(one->answers[which], other->answers[which]);
	return order;
}

static void make_anonymous(struct progress *progress)
{
	for (size_t i = 0; i < progress->ballot_count; i++) {
		progress->voted = mem_grow(progress->voted, &progress->voted_capacity, progress->voted_count,
			sizeof *progress->voted);
		/* All are over: nobody is told apart by having given a guess or none. */
		progress->voted[progress->voted_count++] = (struct voter){
			.person = progress->ballots[i].person,
			.gave = { true, true },
		};
		progress->ballots[i].person = 0;
	}
	if (progress->ballot_count > 0)
		qsort(progress->ballots, progress->ballot_count, sizeof *progress->ballots, compare_ballots);
}

void demo_seal(struct demo *demo)
{
	for (size_t i = 0; i < demo->session->step_count; i++)
		if (demo->session->steps[i].anonymous)
			make_anonymous(&demo->session->steps[i]);
}
