/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reveals that are taken back, and rounds: what is written down, what stays fixed, what is kept beside. */
#include "run.h"
#include "store-fixture.h"

#include "model/hide.h"

#include <stdlib.h>
#include <string.h>

#define SCALE 0
#define SECRET 1

static struct store *store;
static struct session *session;

static void set_up(void)
{
	fixture_set_up();
	store = fixture_open(fixture_path("a.db"));
	session = fixture_session(store);
	/* Three on either side: 1, 2, 5 and 3, 4, 6. */
	fixture_apply(store, session, "person-add Eve - 0 5; person-add Fay - 1 6; person-add Gus - 0 7");
}

static void tear_down(void)
{
	session_free(session);
	store_close(store);
	fixture_sweep();
}

static void restart(void)
{
	char *id = mem_strdup(session->id);

	session_free(session);
	store_close(store);
	store = fixture_open(fixture_path("a.db"));
	session = store_load(store, id, fixture_parse, NULL);
	ck_assert_ptr_nonnull(session);
	free(id);
}

static void apply(const char *script)
{
	fixture_apply(store, session, script);
}

static void refuse(const char *script, const char *why)
{
	struct err err = { 0 };
	char *before = fixture_dump(store, session->id), *after;

	ck_assert_msg(fixture_try(store, session, script, &err) != 0, "%s", script);
	ck_assert_msg(strstr(err.message, why), "%s: %s", script, err.message);
	after = fixture_dump(store, session->id);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
}

static void move(bool forward)
{
	struct err err = { 0 };
	char *label;

	ck_assert_msg((forward ? store_redo : store_undo)(store, session, &label, &err) == 1, "%s", err.message);
	free(label);
}

static void refuse_undo(const char *why)
{
	struct err err = { 0 };
	char *label, *before = fixture_dump(store, session->id), *after;

	ck_assert_int_eq(store_undo(store, session, &label, &err), -1);
	ck_assert_msg(strstr(err.message, why), "%s", err.message);
	after = fixture_dump(store, session->id);
	ck_assert_str_eq(after, before);
	free(before);
	free(after);
}

static const struct progress *step(int at)
{
	return &session->steps[at];
}

START_TEST(an_undone_reveal_is_written_down)
{
	apply("ballot alpha/scale 1 own 4");
	apply("state alpha/scale revealed");
	ck_assert_int_eq(step(SCALE)->taken_back, 0);
	move(false);
	ck_assert_int_eq(step(SCALE)->state, STEP_COLLECTING);
	ck_assert_int_eq(step(SCALE)->taken_back, 1);
	/* Doing it again is another reveal of the same answers; it happened all the same. */
	move(true);
	ck_assert_int_eq(step(SCALE)->state, STEP_REVEALED);
	ck_assert_int_eq(step(SCALE)->taken_back, 1);
	move(false);
	ck_assert_int_eq(step(SCALE)->taken_back, 2);
	restart();
	apply("ballot alpha/scale 1 own 5; state alpha/scale revealed");
	ck_assert_int_eq(step(SCALE)->taken_back, 2);
	ck_assert_str_eq(step(SCALE)->ballots[0].answers[OWN], "5");
	/* Nor does it go with what came before the reveal. */
	for (int i = 0; i < 3; i++)
		move(false);
	ck_assert_uint_eq(session->person_count, 4);
	ck_assert_int_eq(step(SCALE)->taken_back, 3);
}
END_TEST

START_TEST(where_nothing_was_seen_there_is_nothing_to_write_down)
{
	apply("state alpha/scale revealed");
	move(false);
	ck_assert_int_eq(step(SCALE)->taken_back, 0);
	/* Two of a side without names are never shown, so the third may still come. */
	apply("ballot alpha/secret 1 own 4");
	apply("ballot alpha/secret 2 own 4");
	apply("ballot alpha/secret 5 own ?");
	apply("state alpha/secret revealed");
	move(false);
	ck_assert_int_eq(step(SECRET)->taken_back, 0);
	apply("ballot alpha/secret 5 own 1");
	apply("ballot alpha/secret 1 own 2");
	apply("session n_min 4");
	apply("state alpha/secret revealed");
	apply("hide alpha/secret");
	ck_assert_int_eq(step(SECRET)->taken_back, 0);
	apply("session n_min 3");
	apply("state alpha/secret revealed");
	apply("hide alpha/secret");
	ck_assert_int_eq(step(SECRET)->taken_back, 1);
}
END_TEST

START_TEST(a_reveal_is_hidden_again)
{
	refuse("hide alpha/scale", "is not revealed");
	apply("ballot alpha/scale 1 own 4; ballot alpha/scale 3 own 1");
	refuse("hide alpha/scale", "is not revealed");
	apply("state alpha/scale revealed");
	apply("item note alpha/scale Loud - -");
	apply("item decision alpha/secret Elsewhere - -");
	apply("hide alpha/scale");
	ck_assert_int_eq(step(SCALE)->state, STEP_COLLECTING);
	ck_assert_int_eq(step(SCALE)->taken_back, 1);
	ck_assert_uint_eq(step(SCALE)->ballot_count, 2);
	move(false);
	ck_assert_int_eq(step(SCALE)->state, STEP_REVEALED);
	ck_assert_int_eq(step(SCALE)->taken_back, 1);
	move(true);
	ck_assert_int_eq(step(SCALE)->taken_back, 2);
	apply("ballot alpha/scale 1 own 2");
	apply("state alpha/scale revealed");
	apply("state alpha/scale settled");
	apply("hide alpha/scale");
	ck_assert_int_eq(step(SCALE)->taken_back, 3);
}
END_TEST

START_TEST(what_was_decided_on_stays)
{
	static const char *const kinds[] = { "decision", "differ", "action" };

	apply("ballot alpha/scale 1 own 4; state alpha/scale revealed");
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		char *script = mem_printf("item %s alpha/scale So - -", kinds[i]);

		apply(script);
		refuse("hide alpha/scale", "something was decided on 'alpha/scale'");
		apply("item-remove 1");
		free(script);
	}
	apply("hide alpha/scale");
	ck_assert_int_eq(step(SCALE)->taken_back, 1);
}
END_TEST

/* Three of a side without names were shown: another picture of them would tell whose answer the difference is. */
START_TEST(answers_without_names_stay_as_they_were_seen)
{
	static const char *const stays = "carry no names and were seen";

	apply("ballot alpha/secret 1 own 4");
	apply("ballot alpha/secret 2 own 4");
	apply("ballot alpha/secret 5 own 2");
	apply("state alpha/secret revealed");
	move(false);
	ck_assert_int_eq(step(SECRET)->taken_back, 1);
	ck_assert(progress_is_frozen(step(SECRET)));
	refuse("ballot alpha/secret 1 own 5", stays);
	refuse("ballot alpha/secret 1 own -", stays);
	refuse("ballot alpha/secret 7 own 5", stays);
	refuse("tally alpha/secret 0 own 5 1", stays);
	refuse("naming alpha/secret named", "have answered");
	refuse_undo(stays);
	apply("item note - Hm - -");
	move(false);
	refuse_undo(stays);
	apply("state alpha/secret revealed");
	ck_assert_uint_eq(step(SECRET)->ballot_count, 3);
	/* Everybody answers anew, and may answer otherwise. */
	apply("reopen alpha/secret");
	ck_assert(!progress_is_frozen(step(SECRET)));
	ck_assert_int_eq(step(SECRET)->first_taken_back, 1);
	refuse("naming alpha/secret named", "answered in an earlier round");
	apply("ballot alpha/secret 1 own 5");
	apply("ballot alpha/secret 7 own 5");
	move(false);
	move(false);
	move(false);
	ck_assert_int_eq(step(SECRET)->round, 1);
	ck_assert_int_eq(step(SECRET)->state, STEP_REVEALED);
	move(false);
	ck_assert_int_eq(step(SECRET)->taken_back, 2);
	refuse_undo(stays);
	/* With names, a step may change. */
	apply("ballot alpha/scale 1 own 4; ballot alpha/scale 2 own 4; ballot alpha/scale 5 own 4");
	apply("state alpha/scale revealed");
	apply("hide alpha/scale");
	apply("ballot alpha/scale 7 own 4");
}
END_TEST

START_TEST(the_first_round_stays_beside_the_last)
{
	apply("ballot alpha/scale 1 own 4; ballot alpha/scale 1 prediction 2; ballot alpha/scale 3 own 1");
	ck_assert_uint_eq(step(SCALE)->first_count, 0);
	apply("state alpha/scale revealed");
	ck_assert_uint_eq(step(SCALE)->first_count, 0);
	apply("hide alpha/scale");
	apply("state alpha/scale revealed");
	apply("reopen alpha/scale");
	for (int round = 2; round <= 3; round++) {
		struct progress first = progress_first(step(SCALE));

		ck_assert_int_eq(step(SCALE)->round, round);
		ck_assert_int_eq(step(SCALE)->taken_back, 0);
		ck_assert_uint_eq(first.ballot_count, 2);
		ck_assert_int_eq(first.round, 1);
		ck_assert_int_eq(first.taken_back, 1);
		ck_assert(progress_is_revealed(&first));
		ck_assert_str_eq(progress_ballot(&first, 1)->answers[OWN], "4");
		ck_assert_str_eq(progress_ballot(&first, 1)->answers[PREDICTION], "2");
		ck_assert_str_eq(progress_ballot(&first, 3)->answers[OWN], "1");
		apply(round == 2 ? "ballot alpha/scale 1 own 5; ballot alpha/scale 2 own 5" : "ballot alpha/scale 1 own 3");
		ck_assert_uint_eq(step(SCALE)->ballot_count, 3);
		restart();
		apply("state alpha/scale revealed");
		apply("reopen alpha/scale");
	}
	for (int i = 0; i < 7; i++)
		move(false);
	ck_assert_int_eq(step(SCALE)->round, 1);
	ck_assert_uint_eq(step(SCALE)->first_count, 0);
	ck_assert_int_eq(step(SCALE)->first_taken_back, 0);
}
END_TEST

START_TEST(no_first_answer_reaches_the_audience_before_the_last)
{
	apply("ballot alpha/scale 1 own 4; ballot alpha/scale 3 own 1; ballot alpha/secret 1 own 4");
	apply("state alpha/scale revealed; state alpha/secret revealed");
	apply("reopen alpha/scale; reopen alpha/secret");
	session_hide(session, 0);
	for (int at = SCALE; at <= SECRET; at++) {
		ck_assert_uint_gt(step(at)->first_count, 0);
		for (size_t i = 0; i < step(at)->first_count; i++)
			ck_assert_str_eq(step(at)->first[i].answers[OWN], ANSWER_CANT_SAY);
	}
	ck_assert_int_eq(store_reload(store, session, NULL), 0);
	apply("state alpha/scale revealed");
	session_hide(session, 0);
	ck_assert_str_eq(step(SCALE)->first[0].answers[OWN], "4");
	ck_assert_str_eq(step(SECRET)->first[0].answers[OWN], ANSWER_CANT_SAY);
}
END_TEST

/* Somebody's answer that no undo of this process knows of: as it came from another one. */
START_TEST(a_round_in_which_somebody_answered_stays)
{
	apply("ballot alpha/scale 1 own 4; state alpha/scale revealed");
	apply("reopen alpha/scale");
	fixture_number(store, "INSERT INTO ballot (session, step, round, id, side, person, own)"
		" SELECT id, 'alpha/scale', 2, 'elsewhere', 1, 3, '5' FROM session RETURNING 1");
	refuse_undo("somebody has answered 'alpha/scale' anew");
	ck_assert_int_eq(fixture_number(store, "DELETE FROM ballot WHERE id = 'elsewhere' RETURNING 1"), 1);
	move(false);
	ck_assert_int_eq(step(SCALE)->round, 1);
}
END_TEST

START_TEST(a_session_goes_with_what_was_written_down)
{
	apply("ballot alpha/scale 1 own 4; state alpha/scale revealed");
	apply("hide alpha/scale");
	apply("state alpha/scale revealed");
	ck_assert_int_eq(store_delete(store, session->id, NULL), 0);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM retraction"), 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-retract");
	TCase *tcase = tcase_create("retract");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, an_undone_reveal_is_written_down);
	tcase_add_test(tcase, where_nothing_was_seen_there_is_nothing_to_write_down);
	tcase_add_test(tcase, a_reveal_is_hidden_again);
	tcase_add_test(tcase, what_was_decided_on_stays);
	tcase_add_test(tcase, answers_without_names_stay_as_they_were_seen);
	tcase_add_test(tcase, the_first_round_stays_beside_the_last);
	tcase_add_test(tcase, no_first_answer_reaches_the_audience_before_the_last);
	tcase_add_test(tcase, a_round_in_which_somebody_answered_stays);
	tcase_add_test(tcase, a_session_goes_with_what_was_written_down);
	tcase_set_timeout(tcase, 120);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
