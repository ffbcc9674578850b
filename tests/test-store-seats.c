/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers given beside whoever leads: what can be taken back there, and what of it here. */
#include "run.h"
#include "store-fixture.h"
#include "store/database.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Who leads, and a seat: two connections to one database. */
struct table {
	struct store *lead, *seat;
	struct session *led, *seated;
};

static void lay(struct table *table)
{
	struct err err = { 0 };

	table->lead = fixture_open(fixture_path("a.db"));
	table->led = fixture_session(table->lead);
	table->seat = fixture_open(fixture_path("a.db"));
	table->seated = store_load(table->seat, table->led->id, fixture_parse, &err);
	ck_assert_msg(table->seated != NULL, "%s", err.message);
}

static void clear(struct table *table)
{
	session_free(table->seated);
	session_free(table->led);
	store_close(table->seat);
	store_close(table->lead);
}

static int try_seat(struct table *table, const char *script, struct err *err)
{
	struct changes changes = { 0 };
	int result;

	fixture_changes(&changes, script);
	result = store_apply_aside(table->seat, table->seated, &changes, err);
	changes_release(&changes);
	return result;
}

static void seat(struct table *table, const char *script)
{
	struct err err = { 0 };

	ck_assert_msg(try_seat(table, script, &err) == 0, "%s: %s", script, err.message);
}

/* Undo (or redo) of who leads, and how much it leaves alone. */
static void undo(struct table *table, bool again, int left)
{
	struct err err = { 0 };
	char *label = NULL;
	int got = again ? store_redo(table->lead, table->led, &label, &err)
			: store_undo(table->lead, table->led, &label, &err);

	ck_assert_msg(got == 1, "%s", err.message);
	ck_assert_int_eq(store_left(table->lead), left);
	free(label);
}

static const struct progress *step_of(const struct session *session, const char *key)
{
	return &session->steps[session_step(session, key)];
}

/* What a person said, as who leads has it. */
static const char *said(struct table *table, const char *step, int person, enum which which)
{
	const struct ballot *ballot;
	struct err err = { 0 };

	ck_assert_int_eq(store_reload(table->lead, table->led, &err), 0);
	ballot = progress_ballot(step_of(table->led, step), person);
	return ballot && ballot->answers[which] ? ballot->answers[which] : "nothing";
}

START_TEST(a_seat_is_no_part_of_the_leaders_undo)
{
	struct table table;

	lay(&table);
	fixture_apply(table.lead, table.led, "session title Before");
	seat(&table, "ballot alpha/scale 1 own 4");
	ck_assert_str_eq(said(&table, "alpha/scale", 1, OWN), "4");
	undo(&table, false, 0);
	ck_assert_str_ne(table.led->title, "Before");
	ck_assert_str_eq(said(&table, "alpha/scale", 1, OWN), "4");
	/* And it ends no redo. */
	seat(&table, "ballot alpha/scale 2 own 3");
	undo(&table, true, 0);
	ck_assert_str_eq(table.led->title, "Before");
	clear(&table);
}
END_TEST

START_TEST(a_newer_answer_outlives_undo_and_redo)
{
	struct table table;

	lay(&table);
	fixture_apply(table.lead, table.led, "ballot alpha/scale 1 own 2");
	fixture_apply(table.lead, table.led, "ballot alpha/scale 1 prediction 5");
	seat(&table, "ballot alpha/scale 1 own 4");
	undo(&table, false, 1);
	undo(&table, false, 1);
	ck_assert_str_eq(said(&table, "alpha/scale", 1, OWN), "4");
	ck_assert_str_eq(said(&table, "alpha/scale", 1, PREDICTION), "5");
	undo(&table, true, 1);
	undo(&table, true, 1);
	ck_assert_str_eq(said(&table, "alpha/scale", 1, OWN), "4");
	clear(&table);
}
END_TEST

START_TEST(what_a_seat_took_back_stays_away)
{
	struct table table;

	lay(&table);
	fixture_apply(table.lead, table.led, "ballot alpha/scale 1 own 2");
	fixture_apply(table.lead, table.led, "ballot alpha/scale 1 own 3");
	seat(&table, "ballot alpha/scale 1 own -");
	undo(&table, false, 1);
	ck_assert_str_eq(said(&table, "alpha/scale", 1, OWN), "nothing");
	clear(&table);
}
END_TEST

START_TEST(an_answer_given_after_removal_goes_before_the_old_one)
{
	struct table table;

	lay(&table);
	fixture_apply(table.lead, table.led, "ballot alpha/scale 1 own 2");
	fixture_apply(table.lead, table.led, "ballot alpha/scale 1 own -");
	seat(&table, "ballot alpha/scale 1 own 5");
	undo(&table, false, 1);
	ck_assert_str_eq(said(&table, "alpha/scale", 1, OWN), "5");
	clear(&table);
}
END_TEST

START_TEST(a_step_that_a_seat_answered_does_not_wait_again)
{
	struct table table;

	lay(&table);
	fixture_apply(table.lead, table.led, "ballot alpha/scale 1 own 2");
	seat(&table, "ballot alpha/scale 2 own 4");
	undo(&table, false, 0);
	ck_assert_str_eq(said(&table, "alpha/scale", 1, OWN), "nothing");
	ck_assert_str_eq(said(&table, "alpha/scale", 2, OWN), "4");
	ck_assert_int_eq(step_of(table.led, "alpha/scale")->state, STEP_COLLECTING);
	clear(&table);
}
END_TEST

START_TEST(how_a_step_was_asked_stays_once_a_seat_has_answered)
{
	struct table table;
	struct err err = { 0 };

	lay(&table);
	fixture_apply(table.lead, table.led, "session naming anonymous");
	ck_assert_int_eq(store_reload(table.seat, table.seated, &err), 0);
	seat(&table, "ballot alpha/scale 1 own 2");
	undo(&table, false, 0);
	ck_assert_int_eq(table.led->naming, NAMING_STEP);
	ck_assert(step_of(table.led, "alpha/scale")->anonymous);
	ck_assert(!progress_ballot(step_of(table.led, "alpha/scale"), 1));
	clear(&table);
}
END_TEST

START_TEST(a_new_round_stays_once_a_seat_has_answered_in_it)
{
	struct table table;
	struct err err = { 0 };
	char *label;

	lay(&table);
	fixture_apply(table.lead, table.led, "ballot alpha/scale 1 own 2");
	fixture_apply(table.lead, table.led, "state alpha/scale revealed");
	fixture_apply(table.lead, table.led, "reopen alpha/scale");
	seat(&table, "ballot alpha/scale 1 own 5");
	ck_assert_int_eq(store_undo(table.lead, table.led, &label, &err), -1);
	ck_assert_msg(strstr(err.message, "somebody has answered 'alpha/scale' anew"), "%s", err.message);
	ck_assert_ptr_null(label);
	ck_assert_int_eq(store_reload(table.lead, table.led, &err), 0);
	ck_assert_int_eq(step_of(table.led, "alpha/scale")->round, 2);
	ck_assert_str_eq(said(&table, "alpha/scale", 1, OWN), "5");
	clear(&table);
}
END_TEST

START_TEST(a_seat_knows_its_own_anonymous_answer)
{
	char *answers[WHICH_COUNT];
	struct err err = { 0 };
	struct table table;

	lay(&table);
	seat(&table, "ballot alpha/secret 1 own 2");
	seat(&table, "ballot alpha/secret 1 own 3");
	ck_assert_int_eq(store_slip(table.seat, table.seated, step_of(table.seated, "alpha/secret"), 1, answers, &err), 1);
	ck_assert_str_eq(answers[OWN], "3");
	ck_assert_ptr_null(answers[PREDICTION]);
	free(answers[OWN]);
	/* Nobody else does, and nobody else can change it. */
	ck_assert_int_eq(store_reload(table.lead, table.led, &err), 0);
	ck_assert_int_eq(store_slip(table.lead, table.led, step_of(table.led, "alpha/secret"), 1, answers, &err), 0);
	ck_assert(progress_voted(step_of(table.led, "alpha/secret"), 1));
	ck_assert_int_eq(fixture_try(table.lead, table.led, "ballot alpha/secret 1 own 5", &err), -1);
	store_close(table.seat);
	table.seat = fixture_open(fixture_path("a.db"));
	ck_assert_int_eq(store_slip(table.seat, table.seated, step_of(table.seated, "alpha/secret"), 1, answers, &err), 0);
	ck_assert_int_eq(try_seat(&table, "ballot alpha/secret 1 own 5", &err), -1);
	seat(&table, "ballot alpha/secret 2 own 5");
	clear(&table);
}
END_TEST

START_TEST(a_seat_is_told_nothing_of_others)
{
	const struct progress *progress;
	struct err err = { 0 };
	struct table table;

	lay(&table);
	fixture_apply(table.lead, table.led, "ballot alpha/scale 1 own 4; ballot alpha/scale 2 own 3");
	store_hide(table.seat, 1);
	ck_assert_int_eq(store_reload(table.seat, table.seated, &err), 0);
	progress = step_of(table.seated, "alpha/scale");
	ck_assert_str_eq(progress_ballot(progress, 1)->answers[OWN], "4");
	ck_assert_str_eq(progress_ballot(progress, 2)->answers[OWN], ANSWER_CANT_SAY);
	/* What comes back from an answer of its own is no other. */
	seat(&table, "ballot alpha/scale 1 own 5");
	progress = step_of(table.seated, "alpha/scale");
	ck_assert_str_eq(progress_ballot(progress, 1)->answers[OWN], "5");
	ck_assert_str_eq(progress_ballot(progress, 2)->answers[OWN], ANSWER_CANT_SAY);
	clear(&table);
}
END_TEST

START_TEST(a_seat_is_refused_as_anybody)
{
	struct err err = { 0 };
	struct table table;

	lay(&table);
	fixture_apply(table.lead, table.led, "ballot alpha/scale 2 own 2; state alpha/scale revealed");
	ck_assert_int_eq(try_seat(&table, "ballot alpha/scale 1 own 5", &err), -1);
	ck_assert_str_eq(said(&table, "alpha/scale", 1, OWN), "nothing");
	fixture_apply(table.lead, table.led, "person-remove 1");
	ck_assert_int_eq(try_seat(&table, "ballot alpha/secret 1 own 5", &err), -1);
	fixture_apply(table.lead, table.led, "session halted cancelled");
	ck_assert_int_eq(try_seat(&table, "ballot alpha/secret 2 own 5", &err), -1);
	clear(&table);
}
END_TEST

START_TEST(who_was_told_of_no_names_gives_none)
{
	struct err err = { 0 };
	struct table table;

	lay(&table);
	/* The seat has not heard of it yet. */
	fixture_apply(table.lead, table.led, "naming alpha/secret named");
	ck_assert_int_eq(try_seat(&table, "ballot alpha/secret 1 own 5", &err), -1);
	ck_assert_str_eq(said(&table, "alpha/secret", 1, OWN), "nothing");
	ck_assert_int_eq(store_reload(table.seat, table.seated, &err), 0);
	seat(&table, "ballot alpha/secret 1 own 5");
	ck_assert_str_eq(said(&table, "alpha/secret", 1, OWN), "5");
	clear(&table);
}
END_TEST

static long log_length(void)
{
	struct stat status;

	return stat(fixture_path("a.db-wal"), &status) == 0 ? (long)status.st_size : 0;
}

/* What it tells before that is in which order people answered. */
START_TEST(the_log_is_emptied_once_nobody_reads)
{
	struct err err = { 0 };
	struct table table;

	lay(&table);
	seat(&table, "ballot alpha/secret 1 own 2");
	ck_assert_int_eq(log_length(), 0);
	ck_assert_int_eq(store_settles_in(table.seat), -1);
	/* A reader that has begun holds it. */
	ck_assert_int_eq(transaction_read(table.lead, __func__, &err), 0);
	ck_assert_int_eq(store_reload(table.lead, table.led, &err), 0);
	seat(&table, "ballot alpha/secret 2 own 3");
	ck_assert_int_gt(log_length(), 0);
	ck_assert_int_gt(store_settles_in(table.seat), 0);
	store_settle(table.seat);
	ck_assert_int_gt(log_length(), 0);
	store_rollback(table.lead, __func__);
	store_settle(table.seat);
	ck_assert_int_eq(log_length(), 0);
	ck_assert_int_eq(store_settles_in(table.seat), -1);
	clear(&table);
}
END_TEST

/* Not so often that it would be felt, and not so seldom that it would be forgotten. */
START_TEST(the_log_is_tried_again_less_and_less_often)
{
	int before = 0;
	struct table table;

	lay(&table);
	for (int i = 0; i < 20; i++) {
		store_unsettle(table.lead);
		ck_assert_int_ge(store_settles_in(table.lead), before);
		before = store_settles_in(table.lead);
		table.lead->unsettled++;
	}
	ck_assert_int_eq(before, 5000);
	store_settle(table.lead);
	ck_assert_int_eq(store_settles_in(table.lead), -1);
	clear(&table);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-seats");
	TCase *tcase = tcase_create("seats");

	tcase_add_checked_fixture(tcase, fixture_set_up, fixture_sweep);
	tcase_add_test(tcase, a_seat_is_no_part_of_the_leaders_undo);
	tcase_add_test(tcase, a_newer_answer_outlives_undo_and_redo);
	tcase_add_test(tcase, what_a_seat_took_back_stays_away);
	tcase_add_test(tcase, an_answer_given_after_removal_goes_before_the_old_one);
	tcase_add_test(tcase, a_step_that_a_seat_answered_does_not_wait_again);
	tcase_add_test(tcase, how_a_step_was_asked_stays_once_a_seat_has_answered);
	tcase_add_test(tcase, a_new_round_stays_once_a_seat_has_answered_in_it);
	tcase_add_test(tcase, a_seat_knows_its_own_anonymous_answer);
	tcase_add_test(tcase, a_seat_is_told_nothing_of_others);
	tcase_add_test(tcase, a_seat_is_refused_as_anybody);
	tcase_add_test(tcase, who_was_told_of_no_names_gives_none);
	tcase_add_test(tcase, the_log_is_emptied_once_nobody_reads);
	tcase_add_test(tcase, the_log_is_tried_again_less_and_less_often);
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
