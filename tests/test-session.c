/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions in memory: names that are stored, layout, lookups; and changes put together. */
#include "run.h"

#include "base/date.h"
#include "base/mem.h"
#include "model/change.h"
#include "model/session.h"

#include <string.h>

static const struct name {
	int (*parse)(const char *name);
	int value;
	const char *name;
} names[] = {
	{ session_state_parse, SESSION_PLANNED, "planned" },
	{ session_state_parse, SESSION_RUNNING, "running" },
	{ session_state_parse, SESSION_FINISHED, "finished" },
	{ session_state_parse, -1, "waiting" },
	{ session_halt_parse, HALT_NONE, "" },
	{ session_halt_parse, HALT_SET_ASIDE, "set-aside" },
	{ session_halt_parse, HALT_CANCELLED, "cancelled" },
	{ session_halt_parse, -1, "finished" },
	{ step_state_parse, STEP_WAITING, "waiting" },
	{ step_state_parse, STEP_COLLECTING, "collecting" },
	{ step_state_parse, STEP_REVEALED, "revealed" },
	{ step_state_parse, STEP_SETTLED, "settled" },
	{ step_state_parse, -1, "Settled" },
	{ entry_parse, ENTRY_ROLL_CALL, "roll-call" },
	{ entry_parse, ENTRY_TALLY, "tally" },
	{ entry_parse, -1, "" },
	{ item_kind_parse, ITEM_NOTE, "note" },
	{ item_kind_parse, ITEM_DECISION, "decision" },
	{ item_kind_parse, ITEM_ACTION, "action" },
	{ item_kind_parse, ITEM_PARKED, "parked" },
	{ item_kind_parse, ITEM_DIFFER, "differ" },
	{ item_kind_parse, -1, "idea" },
	{ presence_parse, PRESENT, "present" },
	{ presence_parse, AWAY, "away" },
	{ presence_parse, -1, "late" },
};

START_TEST(stored_names)
{
	ck_assert_int_eq(names[_i].parse(names[_i].name), names[_i].value);
}
END_TEST

static const char *state_name(int state)
{
	return step_state_name((enum step_state)state);
}

START_TEST(names_of_values)
{
	ck_assert_str_eq(session_state_name(SESSION_RUNNING), "running");
	ck_assert_str_eq(step_state_name(STEP_REVEALED), "revealed");
	ck_assert_str_eq(entry_name(ENTRY_TALLY), "tally");
	ck_assert_str_eq(item_kind_name(ITEM_PARKED), "parked");
	ck_assert_str_eq(item_kind_name(ITEM_DIFFER), "differ");
	ck_assert_str_eq(presence_name(AWAY), "away");
	ck_assert_int_eq(name_parse("settled", state_name, 4), STEP_SETTLED);
	ck_assert_int_eq(name_parse("settled", state_name, 3), -1);
}
END_TEST

static struct module *module_of(struct bank *bank, size_t at, const char *id, const char *first,
	const char *last)
{
	const char *const steps[] = { first, last };
	struct module *module = &bank->modules[at];

	module->id = mem_strdup(id);
	module->steps = mem_zalloc(2, sizeof *module->steps);
	for (module->step_count = 0; module->step_count < 2; module->step_count++) {
		struct step *step = &module->steps[module->step_count];

		step->id = mem_strdup(steps[module->step_count]);
		step->key = mem_printf("%s/%s", id, step->id);
	}
	return module;
}

static struct session *make(void)
{
	struct session *session = session_new();
	struct bank *bank = session->bank = mem_zalloc(1, sizeof *bank);
	struct column *column;

	bank->sides[0] = (struct side){ mem_strdup("marketing"), mem_strdup("Marketing") };
	bank->sides[1] = (struct side){ mem_strdup("it"), mem_strdup("IT") };
	bank->module_count = 2;
	bank->modules = mem_zalloc(2, sizeof *bank->modules);
	session->module_count = 2;
	session->modules = mem_zalloc(2, sizeof *session->modules);
	session->modules[0].module = module_of(bank, 1, "second", "c", "d");
	session->modules[1].module = module_of(bank, 0, "first", "a", "b");
	column = bank->modules[0].steps[0].columns = mem_zalloc(2, sizeof *column);
	bank->modules[0].steps[0].column_count = 2;
	column[0] = (struct column){ .id = mem_strdup("vendor"), .title = mem_strdup("Vendor") };
	column[1] = (struct column){
		.id = mem_strdup("who"), .title = mem_strdup("Who"), .type = COLUMN_SIDE
	};
	session_lay_out(session);
	return session;
}

START_TEST(a_new_session_is_empty)
{
	struct session *session = session_new();

	ck_assert_int_eq(session->date, DAY_NONE);
	ck_assert_str_eq(session->place, "");
	ck_assert_int_eq(session_next_row(session), 1);
	ck_assert_ptr_null(session_person(session, 1));
	ck_assert_ptr_null(session_row(session, 1));
	session_free(session);
	session_free(NULL);
}
END_TEST

START_TEST(steps_follow_the_agenda)
{
	struct session *session = make();

	ck_assert_uint_eq(session->step_count, 4);
	ck_assert_str_eq(session->steps[0].step->key, "second/c");
	ck_assert_str_eq(session->steps[3].step->key, "first/b");
	ck_assert_str_eq(session->steps[3].module->id, "first");
	ck_assert_int_eq(session->steps[3].round, 1);
	ck_assert_int_eq(session_step(session, "first/a"), 2);
	ck_assert_int_eq(session_step(session, "first/z"), -1);
	session->steps[2].state = STEP_REVEALED;
	session->modules[0].dropped = true;
	session_lay_out(session);
	ck_assert_uint_eq(session->step_count, 2);
	ck_assert_int_eq(session_step(session, "first/a"), 0);
	ck_assert_int_eq(session->steps[0].state, STEP_WAITING);
	session_free(session);
}
END_TEST

static void add_person(struct session *session, int id, int side)
{
	session->people = mem_grow(session->people, &session->person_capacity,
		session->person_count, sizeof *session->people);
	session->people[session->person_count++] = (struct person){
		.id = id, .name = mem_strdup("x"), .role = mem_strdup(""), .side = side,
	};
}

static void add_ballot(struct progress *progress, int person, int side, const char *own,
	const char *prediction)
{
	struct ballot *ballot;

	progress->ballots = mem_grow(progress->ballots, &progress->ballot_capacity,
		progress->ballot_count, sizeof *progress->ballots);
	ballot = &progress->ballots[progress->ballot_count++];
	*ballot = (struct ballot){ .person = person, .side = side };
	mem_set(&ballot->answers[OWN], own);
	mem_set(&ballot->answers[PREDICTION], prediction);
}

START_TEST(people_and_ballots)
{
	struct session *session = make();
	struct progress *progress = &session->steps[0];

	add_person(session, 3, 1);
	add_person(session, 7, 0);
	add_person(session, 8, 0);
	ck_assert_int_eq(session_person(session, 7)->side, 0);
	ck_assert_ptr_null(session_person(session, 4));
	ck_assert_int_eq(session_people_of(session, 0), 2);
	ck_assert_int_eq(session_people_of(session, 1), 1);

	add_ballot(progress, 7, 0, "4", NULL);
	add_ballot(progress, ANSWERER_ROOM, SIDE_NONE, "yes", NULL);
	add_ballot(progress, 0, 0, "5", "2");
	add_ballot(progress, 0, 1, NULL, "2");
	ck_assert_str_eq(progress_ballot(progress, 7)->answers[OWN], "4");
	ck_assert_str_eq(progress_ballot(progress, ANSWERER_ROOM)->answers[OWN], "yes");
	ck_assert_ptr_null(progress_ballot(progress, 8));
	ck_assert_ptr_null(progress_ballot(progress, 0));
	ck_assert_int_eq(progress_answers(progress, 0, OWN), 2);
	ck_assert_int_eq(progress_answers(progress, 0, PREDICTION), 1);
	ck_assert_int_eq(progress_answers(progress, 1, OWN), 0);
	progress->voted = mem_zalloc(1, sizeof *progress->voted);
	progress->voted[0] = (struct voter){ 8, { true, false } };
	progress->voted_count = progress->voted_capacity = 1;
	ck_assert(progress_voted(progress, 8));
	ck_assert(!progress_voted(progress, 7));
	ck_assert(progress_gave(progress, 8, OWN));
	ck_assert(!progress_gave(progress, 8, PREDICTION));
	ck_assert(!progress_gave(progress, 7, OWN));
	session_free(session);
}
END_TEST

static void add_row(struct session *session, int id, const char *step, const char *column,
	const char *value)
{
	struct row *row;

	session->rows = mem_grow(session->rows, &session->row_capacity, session->row_count,
		sizeof *session->rows);
	row = &session->rows[session->row_count++];
	*row = (struct row){ .id = id, .step = mem_strdup(step) };
	row->cells = mem_grow(row->cells, &row->cell_capacity, 0, sizeof *row->cells);
	row->cells[row->cell_count++] = (struct cell){ mem_strdup(column), mem_strdup(value) };
}

START_TEST(rows_and_ratings)
{
	struct session *session = make();
	const struct row *rows[3];
	int value = 0;

	add_row(session, 5, "first/a", "who", "it");
	add_row(session, 2, "first/b", "who", "it");
	add_row(session, 4, "first/a", "vendor", "Acme");
	ck_assert_int_eq(session_next_row(session), 6);
	ck_assert_uint_eq(session_rows(session, "first/a", rows), 2);
	ck_assert_int_eq(rows[0]->id, 5);
	ck_assert_int_eq(rows[1]->id, 4);
	ck_assert_str_eq(row_value(rows[0], "who"), "it");
	ck_assert_str_eq(row_value(rows[0], "vendor"), "");
	ck_assert_int_eq(row_side(session, rows[0]), 1);
	ck_assert_int_eq(row_side(session, rows[1]), SIDE_NONE);
	ck_assert_int_eq(row_side(session, session_row(session, 2)), SIDE_NONE);

	session->ratings = mem_grow(NULL, &session->rating_capacity, 0, sizeof *session->ratings);
	session->ratings[session->rating_count++] = (struct rating){
		.step = mem_strdup("second/c"), .row_a = 5, .row_b = 4, .side = SIDES, .value = -1
	};
	ck_assert(session_rating(session, "second/c", 5, 4, SIDES, &value));
	ck_assert_int_eq(value, -1);
	ck_assert(!session_rating(session, "second/c", 4, 5, SIDES, &value));
	ck_assert(!session_rating(session, "second/c", 5, 4, 0, &value));
	ck_assert(!session_rating(session, "second/d", 5, 4, SIDES, &value));
	session_free(session);
}
END_TEST

START_TEST(clearing_keeps_head_and_bank)
{
	struct session *session = make();

	mem_set(&session->title, "Kept");
	add_person(session, 3, 1);
	add_row(session, 5, "first/a", "who", "it");
	session_clear(session);
	ck_assert_str_eq(session->title, "Kept");
	ck_assert_ptr_nonnull(session->bank);
	ck_assert_uint_eq(session->person_count + session->row_count + session->step_count, 0);
	ck_assert_uint_eq(session->module_count, 0);
	session_free(session);
}
END_TEST

START_TEST(changes_hold_copies)
{
	struct changes changes = { 0 };
	char text[] = "4";

	changes_label(&changes, "answer");
	change_ballot(&changes, "first/a", 3, PREDICTION, text);
	text[0] = '5';
	ck_assert_str_eq(changes.label, "answer");
	ck_assert_str_eq(changes.items[0].value, "4");
	ck_assert_int_eq(changes.items[0].which, PREDICTION);
	change_item_add(&changes, ITEM_ACTION, NULL, "Call", "Ana", 20000);
	change_module_set(&changes, "first", "minutes", "20");
	change_step_state(&changes, "first/a", STEP_REVEALED);
	change_step_entry(&changes, "first/a", ENTRY_TALLY);
	change_tally(&changes, "first/a", 1, OWN, "5", 3);
	change_rating(&changes, "first/b", 5, 4, SIDES, NULL);
	change_merge(&changes, "first/a", "A", "B", -1);
	change_row_add(&changes, "first/a", 6, -1);
	ck_assert_uint_eq(changes.count, 9);
	ck_assert_int_eq(changes.items[1].due, 20000);
	ck_assert_int_eq(changes.items[1].number, ITEM_ACTION);
	ck_assert_str_eq(changes.items[2].step, "first");
	ck_assert_str_eq(changes.items[3].value, "revealed");
	ck_assert_str_eq(changes.items[4].value, "tally");
	ck_assert_int_eq(changes.items[5].number, 3);
	ck_assert_int_eq(changes.items[6].other, 4);
	ck_assert_ptr_null(changes.items[6].value);
	ck_assert_str_eq(changes.items[7].field, "A");
	ck_assert_int_eq(changes.items[8].id, 6);
	changes_release(&changes);
	ck_assert_uint_eq(changes.count, 0);
	ck_assert_ptr_null(changes.label);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("session");
	TCase *tcase = tcase_create("session");

	tcase_add_loop_test(tcase, stored_names, 0, (int)COUNT_OF(names));
	tcase_add_test(tcase, names_of_values);
	tcase_add_test(tcase, a_new_session_is_empty);
	tcase_add_test(tcase, steps_follow_the_agenda);
	tcase_add_test(tcase, people_and_ballots);
	tcase_add_test(tcase, rows_and_ratings);
	tcase_add_test(tcase, clearing_keeps_head_and_bank);
	tcase_add_test(tcase, changes_hold_copies);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
