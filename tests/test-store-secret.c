/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Anonymous answers: nothing that is stored tells whose they are, or in which order they came. */
#include "run.h"
#include "store-fixture.h"

#include "base/file.h"
#include "base/str.h"
#include "store/database.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define VOTERS 9

static const char *vote(int person)
{
	static char script[100];

	snprintf(script, sizeof script,
		"ballot alpha/secret %d own answer-%d; ballot alpha/secret %d prediction %d",
		person, person, person, person % 5);
	return script;
}

/* Ana to Dev and five more vote in this order, in a file for the caller to look into. */
static void vote_all(const char *path, const int order[VOTERS])
{
	struct store *store = fixture_open(path);
	struct session *session = fixture_session(store);

	for (int i = 5; i <= VOTERS; i++)
		fixture_apply(store, session, "person-add Somebody - 1 0");
	fixture_apply(store, session, "item note - A_note_between - -");
	for (int i = 0; i < VOTERS; i++) {
		fixture_apply(store, session, vote(order[i]));
		if (i == 4)
			fixture_apply(store, session, "ballot alpha/scale 2 own 5");
	}
	session_free(session);
	store_close(store);
}

static const int upwards[VOTERS] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };

static void read_all(const char *path, struct str *bytes)
{
	struct err err = { 0 };

	str_init(bytes);
	ck_assert_msg(file_read(path, 1 << 22, bytes, &err) == 0, "%s", err.message);
}

/* How often the bytes occur; *at gets the last place. */
static int occurrences(const struct str *bytes, const char *what, size_t *at)
{
	size_t length = strlen(what);
	int count = 0;

	for (size_t i = 0; i + length <= bytes->length; i++)
		if (memcmp(bytes->data + i, what, length) == 0) {
			*at = i;
			count++;
		}
	return count;
}

START_TEST(the_file_holds_neither_person_nor_order)
{
	struct store *store;
	struct str bytes;
	size_t last = 0;
	int up = 0, down = 0;
	sqlite3_stmt *statement;

	vote_all(fixture_path("a.db"), upwards);
	read_all(fixture_path("a.db"), &bytes);
	store = fixture_open(fixture_path("a.db"));
	ck_assert_int_eq(
		fixture_number(store,
			"SELECT count(*) FROM ballot WHERE step = 'alpha/secret' AND person IS NOT"
			" NULL"),
		0);
	ck_assert_int_eq(
		fixture_number(store, "SELECT count(*) FROM ballot WHERE step = 'alpha/secret'"),
		VOTERS);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM voted"), VOTERS);
	ck_assert_int_eq(
		fixture_number(store,
			"SELECT count(*) FROM journal WHERE target IN ('voted', 'link')"
			" OR before LIKE '%secret%' OR after LIKE '%secret%' OR after LIKE"
			" '%answer-%'"),
		0);
	ck_assert_int_eq(
		fixture_number(store, "SELECT count(*) FROM change WHERE label LIKE '%secret%'"),
		0);

	/* Each ballot is in the file once, and they lie there by their random keys. */
	sqlite3_prepare_v2(store->db,
		"SELECT id, own FROM ballot WHERE step = 'alpha/secret' ORDER BY id", -1,
		&statement, NULL);
	while (sqlite3_step(statement) == SQLITE_ROW) {
		size_t at = 0;

		ck_assert_int_eq(
			occurrences(&bytes, (const char *)sqlite3_column_text(statement, 0), &at),
			1);
		if (last)
			*(at > last ? &up : &down) += 1;
		last = at;
		ck_assert_int_eq(
			occurrences(&bytes, (const char *)sqlite3_column_text(statement, 1), &at),
			1);
	}
	sqlite3_finalize(statement);
	ck_assert_msg((up == 0) != (down == 0), "%d up, %d down", up, down);
	str_release(&bytes);
	store_close(store);
}
END_TEST

#define UNEVEN "SELECT count(*) FROM voted WHERE own = 0 OR prediction = 0"

/* Who alone gave no guess would be told by the only answer without one. */
START_TEST(a_missing_guess_names_nobody_once_the_round_is_over)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct err err = { 0 };
	char *label = NULL;

	fixture_apply(store, session, "ballot alpha/secret 1 own 4; ballot alpha/secret 1 prediction 2");
	fixture_apply(store, session, "ballot alpha/secret 2 own 3");
	fixture_apply(store, session, "ballot alpha/secret 3 own 5; ballot alpha/secret 3 prediction 2");
	/* Until then it is known who is still to be asked. */
	ck_assert_int_eq(fixture_number(store, UNEVEN), 1);
	fixture_apply(store, session, "state alpha/secret revealed");
	ck_assert_int_eq(fixture_number(store, UNEVEN), 0);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM voted"), 3);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM ballot WHERE prediction IS NULL"), 1);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM journal WHERE target = 'voted'"), 0);
	/* That it was made even is nothing that could be taken back. */
	ck_assert_int_eq(store_undo(store, session, &label, &err), 1);
	free(label);
	ck_assert_int_eq(session->steps[session_step(session, "alpha/secret")].state, STEP_COLLECTING);
	ck_assert_int_eq(fixture_number(store, UNEVEN), 0);
	ck_assert_int_eq(store_redo(store, session, &label, &err), 1);
	free(label);
	session_free(session);
	store_close(store);
}
END_TEST

/* Rows that say who has voted lie in the order of people, not of voting. */
START_TEST(who_voted_is_in_no_telling_order)
{
	static const int orders[][VOTERS] = {
		{ 9, 8, 7, 6, 5, 4, 3, 2, 1 },
		{ 5, 1, 9, 2, 8, 3, 7, 4, 6 },
	};
	struct str one, two;
	size_t at_one[VOTERS + 1], at_two[VOTERS + 1];

	for (size_t i = 0; i < COUNT_OF(orders); i++) {
		char *name = mem_printf("%zu.db", i);

		vote_all(fixture_path(name), orders[i]);
		free(name);
	}
	read_all(fixture_path("0.db"), &one);
	read_all(fixture_path("1.db"), &two);
	/* A row of voted ends in: step, round 1 (no bytes of its own), person (one byte). */
	for (int i = 2; i <= VOTERS; i++) {
		char *row = mem_printf("alpha/secret%c", i);

		ck_assert_int_eq(occurrences(&one, row, &at_one[i]), 1);
		ck_assert_int_eq(occurrences(&two, row, &at_two[i]), 1);
		free(row);
	}
	for (int i = 3; i <= VOTERS; i++)
		ck_assert_int_eq(at_one[i] > at_one[i - 1], at_two[i] > at_two[i - 1]);
	str_release(&one);
	str_release(&two);
}
END_TEST

START_TEST(the_log_is_emptied_after_each)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct stat status;

	for (int i = 1; i <= 4; i++) {
		fixture_apply(store, session, vote(i));
		ck_assert_int_eq(stat(fixture_path("a.db-wal"), &status), 0);
		ck_assert_int_eq(status.st_size, 0);
	}
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(a_slip_can_be_corrected_until_the_restart)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store), *again;
	const struct progress *step;
	struct err err = { 0 };

	fixture_apply(store, session, vote(1));
	fixture_apply(store, session, vote(2));
	fixture_apply(store, session, vote(3));
	fixture_apply(store, session, "ballot alpha/secret 2 own changed");
	fixture_apply(
		store, session, "ballot alpha/secret 3 own -; ballot alpha/secret 3 prediction -");
	step = &session->steps[1];
	ck_assert_uint_eq(step->ballot_count, 2);
	ck_assert_str_eq(step->ballots[0].answers[OWN], "answer-1");
	ck_assert_str_eq(step->ballots[1].answers[OWN], "changed");
	ck_assert_str_eq(step->ballots[1].answers[PREDICTION], "2");
	ck_assert(progress_voted(step, 2));
	ck_assert(!progress_voted(step, 3));
	store_close(store);

	store = fixture_open(fixture_path("a.db"));
	again = store_load(store, session->id, fixture_parse, NULL);
	ck_assert_int_eq(fixture_try(store, again, "ballot alpha/secret 2 own more", &err), -1);
	ck_assert_int_eq(err.code, ERR_FAILED);
	ck_assert_str_eq(err.message,
		"the answer of person 2 to 'alpha/secret' is anonymous and cannot be told apart"
		" any more");
	ck_assert_int_eq(fixture_try(store, again, "ballot alpha/secret 2 own -", &err), -1);
	fixture_apply(store, again, "ballot alpha/secret 3 own late");
	ck_assert_uint_eq(again->steps[1].ballot_count, 3);
	session_free(again);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(undo_reaches_back_to_the_restart)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store), *again;
	char *label, *before = fixture_dump(store, session->id), *dump;

	fixture_apply(store, session, vote(1));
	fixture_apply(store, session, "session title Between");
	fixture_apply(store, session, vote(2));
	for (int i = 0; i < 3; i++) {
		ck_assert_int_eq(store_undo(store, session, &label, NULL), 1);
		ck_assert_str_eq(label, i == 1 ? "session title Between" : vote(i == 0 ? 2 : 1));
		free(label);
	}
	dump = fixture_dump(store, session->id);
	ck_assert_str_eq(dump, before);
	for (int i = 0; i < 3; i++) {
		ck_assert_int_eq(store_redo(store, session, &label, NULL), 1);
		free(label);
	}
	ck_assert_uint_eq(session->steps[1].ballot_count, 2);
	store_close(store);

	store = fixture_open(fixture_path("a.db"));
	again = store_load(store, session->id, fixture_parse, NULL);
	ck_assert_int_eq(store_undo(store, again, &label, NULL), 1);
	ck_assert_str_eq(label, "session title Between");
	ck_assert_uint_eq(again->steps[1].ballot_count, 2);
	ck_assert_uint_eq(again->steps[1].voted_count, 2);
	free(label);
	free(before);
	free(dump);
	session_free(again);
	session_free(session);
	store_close(store);
}
END_TEST

/* One who leaves takes neither the answer nor the mark along: the number stays theirs. */
START_TEST(who_leaves_has_voted)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	char *label;

	fixture_apply(store, session, vote(4));
	fixture_apply(store, session, "person-remove 4");
	ck_assert_uint_eq(session->steps[1].ballot_count, 1);
	ck_assert_uint_eq(session->steps[1].voted_count, 0);
	fixture_apply(store, session, "person-add New - 1 0");
	ck_assert_int_eq(session->people[3].id, 5);
	ck_assert_int_eq(store_undo(store, session, &label, NULL), 1);
	free(label);
	ck_assert_int_eq(store_undo(store, session, &label, NULL), 1);
	free(label);
	ck_assert(progress_voted(&session->steps[1], 4));
	session_free(session);
	store_close(store);
}
END_TEST

/* The n-th place in a row of side 0's, as a change has it. */
static const char *place(int n, const char *which, const char *value)
{
	static char script[100];

	snprintf(script, sizeof script, "ballot alpha/secret %d %s %s", ANSWERER_CELL(0, n), which, value);
	return script;
}

/* A row that a side types: own answer and guess come together by their place, of which the file knows nothing. */
START_TEST(a_row_is_put_together_by_places)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store), *again;
	const struct progress *step;
	struct err err = { 0 };
	struct stat status;
	char *label;

	fixture_apply(store, session, place(0, "own", "4"));
	fixture_apply(store, session, place(1, "own", "2"));
	ck_assert_int_eq(fixture_try(store, session, place(2, "own", "5"), &err), -1);
	ck_assert_str_eq(err.message, "there is an answer to 'alpha/secret' for everybody of this side already");
	fixture_apply(store, session, place(0, "prediction", "1"));
	ck_assert_int_eq(stat(fixture_path("a.db-wal"), &status), 0);
	ck_assert_int_eq(status.st_size, 0);
	step = &session->steps[1];
	ck_assert_uint_eq(step->ballot_count, 2);
	ck_assert_uint_eq(step->voted_count, 0);
	for (int i = 0; i < 2; i++) {
		bool whole = strcmp(step->ballots[i].answers[OWN], "4") == 0;

		ck_assert_int_eq(step->ballots[i].person, 0);
		ck_assert_int_eq(step->ballots[i].answers[PREDICTION] != NULL, whole);
	}
	ck_assert_int_eq(store_undo(store, session, &label, NULL), 1);
	free(label);
	ck_assert_int_eq(progress_answers(&session->steps[1], 0, PREDICTION), 0);
	ck_assert_int_eq(store_redo(store, session, &label, NULL), 1);
	free(label);
	fixture_apply(store, session, place(1, "own", "-"));
	ck_assert_uint_eq(session->steps[1].ballot_count, 1);
	fixture_apply(store, session, place(1, "own", "3"));
	ck_assert_int_eq(fixture_number(store,
				 "SELECT count(*) FROM journal WHERE before LIKE '%secret%' OR after LIKE '%secret%'"),
		0);
	store_close(store);

	/* After a restart nobody knows which place was whose: what comes is on a ballot of its own. */
	store = fixture_open(fixture_path("a.db"));
	again = store_load(store, session->id, fixture_parse, NULL);
	ck_assert_int_eq(fixture_try(store, again, place(1, "own", "-"), &err), -1);
	ck_assert_str_eq(err.message, "what was typed for 'alpha/secret' before cannot be told apart any more");
	fixture_apply(store, again, place(1, "prediction", "2"));
	ck_assert_uint_eq(again->steps[1].ballot_count, 3);
	ck_assert_int_eq(fixture_try(store, again, place(2, "prediction", "2"), &err), -1);
	ck_assert_int_eq(fixture_try(store, again, "ballot alpha/scale -10 own 3", &err), -1);
	ck_assert_str_eq(err.message, "step 'alpha/scale' is answered by name");
	session_free(again);
	session_free(session);
	store_close(store);
}
END_TEST

/* Answers that are nobody's may be those of people who are asked now, and of whom it is known that they answered. */
START_TEST(there_is_never_more_than_the_side)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct err err = { 0 };

	fixture_apply(store, session, "ballot alpha/secret 1 own 4");
	fixture_apply(store, session, place(0, "own", "5"));
	ck_assert_int_eq(fixture_try(store, session, "ballot alpha/secret 2 own 4", &err), -1);
	fixture_apply(store, session, "ballot alpha/secret 1 own 3; ballot alpha/secret 3 own 3");
	fixture_apply(store, session, "person-add Late - 0 0");
	fixture_apply(store, session, "ballot alpha/secret 5 own 2");
	ck_assert_int_eq(fixture_try(store, session, "ballot alpha/secret 2 own 4", &err), -1);
	/* Those who have gone for good leave their answers, and take nobody's place. */
	fixture_apply(store, session, "person-remove 1");
	ck_assert_int_eq(fixture_try(store, session, "ballot alpha/secret 2 own 4", &err), -1);
	fixture_apply(store, session, "person-add Later - 0 0");
	fixture_apply(store, session, "ballot alpha/secret 2 own 4");
	ck_assert_int_eq(fixture_try(store, session, "ballot alpha/secret 6 own 4", &err), -1);

	fixture_apply(store, session, "tally alpha/scale 0 own 5 2; ballot alpha/scale 2 own 4");
	ck_assert_int_eq(fixture_try(store, session, "ballot alpha/scale 5 own 4", &err), -1);
	session_free(session);
	store_close(store);
}
END_TEST

/* What a reopening left behind, undone after a restart, does not come back by the next. */
START_TEST(a_new_round_begins_empty)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store), *again;
	struct err err = { 0 };
	char *label;

	fixture_apply(store, session, vote(1));
	fixture_apply(store, session, "state alpha/secret revealed");
	fixture_apply(store, session, "reopen alpha/secret");
	fixture_apply(store, session, vote(1));
	store_close(store);
	store = fixture_open(fixture_path("a.db"));
	again = store_load(store, session->id, fixture_parse, NULL);
	/* Whose answer that was is forgotten, so it cannot be taken back first; and it is not to be lost. */
	ck_assert_int_eq(store_undo(store, again, &label, &err), -1);
	ck_assert_msg(strstr(err.message, "has answered 'alpha/secret' anew"), "%s", err.message);
	ck_assert_int_eq(again->steps[1].round, 2);
	ck_assert_uint_eq(again->steps[1].ballot_count, 1);
	ck_assert_uint_eq(again->steps[1].first_count, 1);
	fixture_apply(store, again, "state alpha/secret revealed; reopen alpha/secret");
	ck_assert_int_eq(again->steps[1].round, 3);
	ck_assert_uint_eq(again->steps[1].ballot_count, 0);
	ck_assert_uint_eq(again->steps[1].voted_count, 0);
	ck_assert_uint_eq(again->steps[1].first_count, 1);
	ck_assert_int_eq(store_undo(store, again, &label, NULL), 1);
	free(label);
	ck_assert_int_eq(again->steps[1].round, 2);
	ck_assert_uint_eq(again->steps[1].ballot_count, 1);
	session_free(again);
	session_free(session);
	store_close(store);
}
END_TEST

/* Whoever deletes a session means it. */
START_TEST(deleted_answers_leave_no_bytes)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct str bytes, log;
	size_t at;

	fixture_apply(store, session,
		"ballot alpha/scale 1 own unmistakable; item note - unmistakable - -");
	ck_assert_int_eq(store_delete(store, session->id, NULL), 0);
	read_all(fixture_path("a.db"), &bytes);
	read_all(fixture_path("a.db-wal"), &log);
	ck_assert_int_eq(occurrences(&bytes, "unmistakable", &at), 0);
	ck_assert_int_eq(occurrences(&log, "unmistakable", &at), 0);
	ck_assert_int_eq(occurrences(&bytes, FIXTURE_BANK_TEXT, &at), 0);
	str_release(&bytes);
	str_release(&log);
	session_free(session);
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-secret");
	TCase *tcase = tcase_create("secret");

	tcase_add_checked_fixture(tcase, fixture_set_up, fixture_sweep);
	tcase_add_loop_test(tcase, the_file_holds_neither_person_nor_order, 0, 10);
	tcase_add_test(tcase, a_missing_guess_names_nobody_once_the_round_is_over);
	tcase_add_test(tcase, who_voted_is_in_no_telling_order);
	tcase_add_test(tcase, the_log_is_emptied_after_each);
	tcase_add_test(tcase, a_slip_can_be_corrected_until_the_restart);
	tcase_add_test(tcase, undo_reaches_back_to_the_restart);
	tcase_add_test(tcase, who_leaves_has_voted);
	tcase_add_test(tcase, a_row_is_put_together_by_places);
	tcase_add_test(tcase, there_is_never_more_than_the_side);
	tcase_add_test(tcase, a_new_round_begins_empty);
	tcase_add_test(tcase, deleted_answers_leave_no_bytes);
	tcase_set_timeout(tcase, 120);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
