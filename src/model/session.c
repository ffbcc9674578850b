/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: its memory, its layout, and what is asked of it all the time. */
#include "model/session.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/action-head.h"

#include <stdlib.h>
#include <string.h>

static const char *const session_states[SESSION_STATES] = {
	[SESSION_PLANNED] = "planned",
	[SESSION_RUNNING] = "running",
	[SESSION_FINISHED] = "finished",
};

static const char *const session_halts[SESSION_HALTS] = {
	[HALT_NONE] = "",
	[HALT_SET_ASIDE] = "set-aside",
	[HALT_CANCELLED] = "cancelled",
};

static const char *const step_states[] = {
	[STEP_WAITING] = "waiting",
	[STEP_COLLECTING] = "collecting",
	[STEP_REVEALED] = "revealed",
	[STEP_SETTLED] = "settled",
};

static const char *const entries[] = {
	[ENTRY_ROLL_CALL] = "roll-call",
	[ENTRY_TALLY] = "tally",
	[ENTRY_SEALED] = "sealed",
	[ENTRY_SEATS] = "seats",
	[ENTRY_PASS] = "pass",
	[ENTRY_PAPER] = "paper",
};

static const char *const namings[] = {
	[NAMING_STEP] = "step",
	[NAMING_NAMED] = "named",
	[NAMING_ANONYMOUS] = "anonymous",
};

static const char *const item_kinds[ITEM_KINDS] = {
	[ITEM_NOTE] = "note",
	[ITEM_DECISION] = "decision",
	[ITEM_ACTION] = "action",
	[ITEM_PARKED] = "parked",
	[ITEM_DIFFER] = "differ",
};

static const char *const presences[] = {
	[PRESENT] = "present",
	[AWAY] = "away",
};

static int find(const char *const *names, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return (int)i;
	return -1;
}

const char *session_state_name(enum session_state state)
{
	return session_states[state];
}

const char *session_halt_name(enum session_halt halt)
{
	return session_halts[halt];
}

const char *session_state_words(enum session_state state, enum session_halt halt)
{
	static const char *const states[SESSION_STATES] = {
		[SESSION_PLANNED] = N_("planned"),
		[SESSION_RUNNING] = N_("running"),
		[SESSION_FINISHED] = N_("finished"),
	};

	if (halt == HALT_CANCELLED)
		return _("cancelled");
	return halt == HALT_SET_ASIDE ? _("set aside") : _(states[state]);
}

const char *step_state_name(enum step_state state)
{
	return step_states[state];
}

const char *entry_name(enum entry entry)
{
	return entries[entry];
}

const char *naming_name(enum naming naming)
{
	return namings[naming];
}

const char *item_kind_name(enum item_kind kind)
{
	return item_kinds[kind];
}

const char *presence_name(enum presence presence)
{
	return presences[presence];
}

int session_state_parse(const char *name)
{
	return find(session_states, COUNT_OF(session_states), name);
}

int session_halt_parse(const char *name)
{
	return find(session_halts, COUNT_OF(session_halts), name);
}

int step_state_parse(const char *name)
{
	return find(step_states, COUNT_OF(step_states), name);
}

int entry_parse(const char *name)
{
	return find(entries, COUNT_OF(entries), name);
}

int naming_parse(const char *name)
{
	return find(namings, COUNT_OF(namings), name);
}

int item_kind_parse(const char *name)
{
	return find(item_kinds, COUNT_OF(item_kinds), name);
}

int presence_parse(const char *name)
{
	return find(presences, COUNT_OF(presences), name);
}

int name_parse(const char *name, const char *(*name_of)(int), int count)
{
	for (int i = 0; i < count; i++)
		if (strcmp(name_of(i), name) == 0)
			return i;
	return -1;
}

struct session *session_new(void)
{
	struct session *session = mem_zalloc(1, sizeof *session);

	session->date = DAY_NONE;
	session->place = mem_strdup("");
	session->clock_owner = mem_strdup("");
	session->follows = mem_strdup("");
	session->follows_title = mem_strdup("");
	session->follows_date = DAY_NONE;
	session->withheld = mem_strdup("");
	session->clock_at = CLOCK_STANDS;
	return session;
}

static void progress_release(struct progress *progress)
{
	for (size_t i = 0; i < progress->ballot_count; i++)
		for (int which = 0; which < WHICH_COUNT; which++)
			free(progress->ballots[i].answers[which]);
	free(progress->ballots);
	for (size_t i = 0; i < progress->first_count; i++)
		for (int which = 0; which < WHICH_COUNT; which++)
			free(progress->first[i].answers[which]);
	free(progress->first);
	free(progress->voted);
}

static void steps_clear(struct session *session)
{
	for (size_t i = 0; i < session->step_count; i++)
		progress_release(&session->steps[i]);
	free(session->steps);
	session->steps = NULL;
	session->step_count = session->step_capacity = 0;
}

static void people_clear(struct session *session)
{
	for (size_t i = 0; i < session->person_count; i++) {
		free(session->people[i].name);
		free(session->people[i].role);
	}
	free(session->people);
	session->people = NULL;
	session->person_count = session->person_capacity = 0;
}

static void rows_clear(struct session *session)
{
	for (size_t i = 0; i < session->row_count; i++) {
		struct row *row = &session->rows[i];

		for (size_t j = 0; j < row->cell_count; j++) {
			free(row->cells[j].column);
			free(row->cells[j].value);
		}
		free(row->cells);
		free(row->step);
	}
	free(session->rows);
	session->rows = NULL;
	session->row_count = session->row_capacity = 0;
}

static void ratings_clear(struct session *session)
{
	for (size_t i = 0; i < session->rating_count; i++)
		free(session->ratings[i].step);
	free(session->ratings);
	session->ratings = NULL;
	session->rating_count = session->rating_capacity = 0;
}

static void merges_clear(struct session *session)
{
	for (size_t i = 0; i < session->merge_count; i++) {
		free(session->merges[i].step);
		free(session->merges[i].a);
		free(session->merges[i].b);
	}
	free(session->merges);
	session->merges = NULL;
	session->merge_count = session->merge_capacity = 0;
}

void item_release(struct item *item)
{
	free(item->step);
	free(item->text);
	free(item->owner);
	for (int side = 0; side < SIDES; side++)
		free(item->yes[side]);
	free(item->dissent);
	free(item->dropped);
	free(item->carried_session);
	free(item->later.session);
	free(item->later.dropped);
	*item = (struct item){ 0 };
}

static void items_clear(struct session *session)
{
	for (size_t i = 0; i < session->item_count; i++)
		item_release(&session->items[i]);
	free(session->items);
	session->items = NULL;
	session->item_count = session->item_capacity = 0;
}

void session_clear(struct session *session)
{
	people_clear(session);
	steps_clear(session);
	rows_clear(session);
	ratings_clear(session);
	merges_clear(session);
	items_clear(session);
	free(session->modules);
	session->modules = NULL;
	session->module_count = session->module_capacity = 0;
	mem_set(&session->place, "");
}

void session_free(struct session *session)
{
	if (!session)
		return;
	session_clear(session);
	free(session->place);
	free(session->clock_owner);
	free(session->follows);
	free(session->follows_title);
	free(session->withheld);
	free(session->id);
	free(session->title);
	free(session->organisation);
	free(session->facilitator);
	free(session->agenda);
	free(session->bank_text);
	bank_free(session->bank);
	free(session);
}

void session_head_release(struct session_head *head)
{
	free(head->id);
	free(head->title);
	free(head->organisation);
	free(head->facilitator);
	free(head->bank_title);
	free(head->follows);
	*head = (struct session_head){ 0 };
}

bool step_is_anonymous(const struct step *step, enum naming own, enum naming session)
{
	enum naming naming = own != NAMING_STEP ? own : session;

	if (naming == NAMING_STEP || !step->hideable)
		return step->anonymous;
	return naming == NAMING_ANONYMOUS;
}

void session_lay_out(struct session *session)
{
	steps_clear(session);
	for (size_t i = 0; i < session->module_count; i++) {
		const struct session_module *module = &session->modules[i];

		for (size_t j = 0; !module->dropped && j < module->module->step_count; j++) {
			session->steps = mem_grow(session->steps, &session->step_capacity,
				session->step_count, sizeof *session->steps);
			session->steps[session->step_count++] = (struct progress){
				.step = &module->module->steps[j],
				.module = module->module,
				.state = STEP_WAITING,
				.entry = session->entry,
				.anonymous = step_is_anonymous(&module->module->steps[j], NAMING_STEP,
					session->naming),
				.round = 1,
			};
		}
	}
}

const struct person *session_person(const struct session *session, int id)
{
	for (size_t i = 0; i < session->person_count; i++)
		if (session->people[i].id == id)
			return &session->people[i];
	return NULL;
}

int session_step(const struct session *session, const char *key)
{
	for (size_t i = 0; i < session->step_count; i++)
		if (strcmp(session->steps[i].step->key, key) == 0)
			return (int)i;
	return -1;
}

const struct row *session_row(const struct session *session, int id)
{
	for (size_t i = 0; i < session->row_count; i++)
		if (session->rows[i].id == id)
			return &session->rows[i];
	return NULL;
}

int session_people_of(const struct session *session, int side)
{
	int count = 0;

	for (size_t i = 0; i < session->person_count; i++)
		count += session->people[i].side == side;
	return count;
}

bool progress_is_revealed(const struct progress *progress)
{
	return progress->state == STEP_REVEALED || progress->state == STEP_SETTLED;
}

bool progress_is_frozen(const struct progress *progress)
{
	return progress->anonymous && progress->taken_back > 0;
}

struct progress progress_first(const struct progress *progress)
{
	return (struct progress){
		.step = progress->step,
		.module = progress->module,
		.state = STEP_SETTLED,
		.entry = progress->entry,
		.naming = progress->naming,
		.anonymous = progress->anonymous,
		.round = 1,
		.past = true,
		.taken_back = progress->first_taken_back,
		.ballots = progress->first,
		.ballot_count = progress->first_count,
	};
}

const struct ballot *progress_ballot(const struct progress *progress, int person)
{
	for (size_t i = 0; person != 0 && i < progress->ballot_count; i++)
		if (progress->ballots[i].person == person)
			return &progress->ballots[i];
	return NULL;
}

bool progress_gave(const struct progress *progress, int person, enum which which)
{
	for (size_t i = 0; i < progress->voted_count; i++)
		if (progress->voted[i].person == person)
			return progress->voted[i].gave[which];
	return false;
}

bool progress_voted(const struct progress *progress, int person)
{
	for (size_t i = 0; i < progress->voted_count; i++)
		if (progress->voted[i].person == person)
			return true;
	return false;
}

int progress_answers(const struct progress *progress, int side, enum which which)
{
	int count = 0;

	for (size_t i = 0; i < progress->ballot_count; i++)
		count += progress->ballots[i].side == side && progress->ballots[i].answers[which];
	return count;
}

bool item_is_outcome(const struct item *item)
{
	return item->kind == ITEM_DECISION || item->kind == ITEM_DIFFER || item->kind == ITEM_ACTION;
}

bool action_is_open(const struct item *item)
{
	return item->kind == ITEM_ACTION && item_state(item) == ACTION_OPEN;
}

const char *row_value(const struct row *row, const char *column)
{
	for (size_t i = 0; i < row->cell_count; i++)
		if (strcmp(row->cells[i].column, column) == 0)
			return row->cells[i].value;
	return "";
}

int row_side(const struct session *session, const struct row *row)
{
	const struct step *step = bank_step(session->bank, row->step, NULL);

	for (size_t i = 0; step && i < step->column_count; i++)
		if (step->columns[i].type == COLUMN_SIDE)
			return bank_side(session->bank, row_value(row, step->columns[i].id));
	return SIDE_NONE;
}

size_t session_rows(const struct session *session, const char *step, const struct row **rows)
{
	size_t count = 0;

	for (size_t i = 0; i < session->row_count; i++)
		if (strcmp(session->rows[i].step, step) == 0)
			rows[count++] = &session->rows[i];
	return count;
}

bool session_rating(const struct session *session, const char *step, int row_a, int row_b, int side,
	int *value)
{
	for (size_t i = 0; i < session->rating_count; i++) {
		const struct rating *rating = &session->ratings[i];

		if (rating->row_a == row_a && rating->row_b == row_b && rating->side == side &&
		    strcmp(rating->step, step) == 0) {
			*value = rating->value;
			return true;
		}
	}
	return false;
}

int session_nameless(const struct session *session, const struct progress *progress, int side, enum which which)
{
	int count = 0;

	for (size_t i = 0; i < progress->ballot_count; i++)
		count += !progress->ballots[i].person && progress->ballots[i].side == side &&
			 progress->ballots[i].answers[which];
	for (size_t i = 0; i < progress->voted_count; i++) {
		const struct person *person = session_person(session, progress->voted[i].person);

		count -= person && person->side == side && progress->voted[i].gave[which];
	}
	return count > 0 ? count : 0;
}

int session_expected(const struct session *session, const struct progress *progress, int side, enum which which)
{
	int here = 0, answered = progress_answers(progress, side, which);

	for (size_t i = 0; i < session->person_count; i++)
		here += session->people[i].side == side && session->people[i].presence == PRESENT;
	return answered > here ? answered : here;
}
