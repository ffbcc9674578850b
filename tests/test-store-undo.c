/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: long random histories, restarts, limits, journals tampered with. */
#include "run.h"
#include "store-fixture.h"

#include "base/str.h"
#include "store/database.h"
#include "store/journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int undo(struct store *store, struct session *session)
{
	struct err err = { 0 };
	char *label;
	int got = store_undo(store, session, &label, &err);

	ck_assert_msg(got >= 0, "%s", err.message);
	ck_assert((got == 1) == (label != NULL));
	free(label);
	return got;
}

static int redo(struct store *store, struct session *session)
{
	struct err err = { 0 };
	char *label;
	int got = store_redo(store, session, &label, &err);

	ck_assert_msg(got >= 0, "%s", err.message);
	free(label);
	return got;
}

static void check_dump(struct store *store, const struct session *session, const char *expected)
{
	char *dump = fixture_dump(store, session->id);

	ck_assert_str_eq(dump, expected);
	free(dump);
}

/*
 * Histories: patterns of changes, in which "%d" becomes a small number by chance. First what lives in memory alone, as it
 * has to do with answers that carry no person.
 */
static const char *const patterns[] = {
	"ballot alpha/scale %d own %d; ballot alpha/secret %d own %d",
	"ballot alpha/secret %d own %d",
	"ballot alpha/secret %d prediction %d",
	"ballot alpha/secret %d own -",
	"ballot alpha/secret %d prediction -",
	"tally alpha/quiet 0 own %d %d",
	"tally alpha/scale 1 own %d %d",
	"tally alpha/secret 1 prediction 2 %d",
	"naming alpha/secret named",
	"naming alpha/secret anonymous",
#define LASTING 10
	"session title T%d",
	"session n_min %d",
	"session organisation O%d",
	"session facilitator F%d",
	"session date 2026-12-0%d",
	"session entry sealed",
	"session entry tally",
	"session naming named",
	"session naming step",
	"session state finished",
	"session state running",
	"session halted set-aside",
	"session halted ''",
	"session halted ''",
	"person-add P%d - 0 0",
	"person-add P%d - 1 0",
	"person-set %d role R%d",
	"person-set %d presence away",
	"person-set %d side 1",
	"person-remove %d",
	"module alpha position %d",
	"module-add gamma %d %d",
	"module gamma position %d",
	"module beta dropped 1",
	"module beta dropped 0",
	"module alpha minutes %d",
	"ballot alpha/scale %d own %d",
	"ballot alpha/scale %d prediction %d",
	"ballot alpha/scale %d own -",
	"ballot alpha/side -2 own S%d",
	"ballot alpha/room -3 own R%d",
	"state alpha/scale revealed",
	"hide alpha/scale",
	"state alpha/scale settled",
	"reopen alpha/scale",
	"entry alpha/scale tally",
	"entry alpha/scale roll-call",
	"entry alpha/scale seats",
	"naming alpha/scale named",
	"naming alpha/quiet named",
	"naming alpha/quiet step",
	"row-add beta/reg 0 %d",
	"row-add beta/reg 0 -1",
	"row-remove %d",
	"cell %d vendor V%d",
	"cell %d @%d %d",
	"cell %d owner %d",
	"cell %d vendor -",
	"rating beta/pairs %d %d 0 1",
	"rating beta/pairs %d %d 2 -1",
	"rating beta/pairs %d %d 0 -",
	"merge beta/reg A%d B%d 1",
	"merge beta/reg A%d B%d 0",
	"merge beta/reg A%d B%d -1",
	"item note - N%d - -",
	"item action alpha/scale A%d Ana 2026-12-0%d",
	"item-set %d text T%d",
	"item-set %d done 1",
	"item-set %d owner Q%d",
	"item-set %d due 2026-12-1%d",
	"item-set %d private 1",
	"item-set %d private 0",
	"item parked - L%d - -",
	"item decision - D%d - -",
	"item differ beta/reg F%d - -",
	"item-set %d yes-0 P%d",
	"item-set %d yes-1 P%d",
	"item-set %d dissent N%d",
	"person-set %d name Q%d",
	"item-remove %d",
	"item note - Both - -; session title Both%d; row-add beta/reg 0 0",
};

static void make_script(struct rng *rng, bool lasting, struct str *script)
{
	size_t first = lasting ? LASTING : 0;
	const char *pattern = patterns[first + rng_below(rng, COUNT_OF(patterns) - (uint32_t)first)];

	str_clear(script);
	for (; *pattern; pattern++) {
		if (pattern[0] != '%') {
			str_addc(script, *pattern);
			continue;
		}
		str_printf(script, "%u", 1 + rng_below(rng, 6));
		pattern++;
	}
}

#define STEPS 500

struct history {
	char *dumps[STEPS + 1];
	size_t at, last; /* where we are, and how far redo goes */
};

static void forget_after(struct history *history, size_t at)
{
	for (size_t i = at + 1; i <= history->last; i++)
		free(history->dumps[i]);
	history->last = at;
}

/* One change by chance; what is refused or does nothing must leave no trace. */
static void go_on(struct store *store, struct session *session, struct history *history,
	struct rng *rng, bool lasting)
{
	struct str script;
	struct err err = { 0 };
	char *dump;

	str_init(&script);
	make_script(rng, lasting, &script);
	if (fixture_try(store, session, script.data, &err) != 0)
		ck_assert_msg(err.code != ERR_NONE && !strstr(err.message, "cannot use"), "%s: %s",
			script.data, err.message);
	dump = fixture_dump(store, session->id);
	if (strcmp(dump, history->dumps[history->at]) == 0) {
		free(dump);
	} else {
		forget_after(history, history->at);
		history->dumps[++history->at] = dump;
		history->last = history->at;
	}
	str_release(&script);
}

static void go_back_and_forth(struct store *store, struct session *session, struct history *history,
	struct rng *rng)
{
	size_t moves = rng_below(rng, 6);

	for (size_t i = 0; i < moves; i++) {
		bool back = rng_below(rng, 3) > 0;
		bool possible = back ? history->at > 0 : history->at < history->last;

		ck_assert_int_eq(back ? undo(store, session) : redo(store, session), possible);
		if (possible)
			history->at += back ? (size_t)-1 : 1;
		check_dump(store, session, history->dumps[history->at]);
	}
}

START_TEST(random_histories)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct history history = { .at = 0 };
	struct rng rng;

	rng_seed(&rng, (uint64_t)_i);
	ck_assert_int_eq(undo(store, session), 1);
	fixture_apply(store, session, "person-add A - 0 0; person-add B - 0 0; person-add C - 1 0");
	ck_assert_int_eq(store_execute(store, "DELETE FROM change", NULL), 0);
	history.dumps[0] = fixture_dump(store, session->id);
	for (int i = 0; i < STEPS; i++) {
		go_on(store, session, &history, &rng, false);
		if (rng_below(&rng, 4) == 0)
			go_back_and_forth(store, session, &history, &rng);
	}
	ck_assert_uint_gt(history.last, 20);
	while (history.at > 0) {
		ck_assert_int_eq(undo(store, session), 1);
		check_dump(store, session, history.dumps[--history.at]);
	}
	ck_assert_int_eq(undo(store, session), 0);
	while (history.at < history.last) {
		ck_assert_int_eq(redo(store, session), 1);
		check_dump(store, session, history.dumps[++history.at]);
	}
	ck_assert_int_eq(redo(store, session), 0);
	forget_after(&history, 0);
	free(history.dumps[0]);
	session_free(session);
	store_close(store);
}
END_TEST

/* The program ends, and is started again. */
static void restart(struct store **store, struct session **session)
{
	char *id = mem_strdup((*session)->id);

	session_free(*session);
	store_close(*store);
	*store = fixture_open(fixture_path("a.db"));
	*session = store_load(*store, id, fixture_parse, NULL);
	ck_assert_ptr_nonnull(*session);
	free(id);
}

#define LASTING_STEPS 250
#define RESTART_EVERY 15

START_TEST(histories_survive_restarts)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct history history = { .at = 0 };
	struct rng rng;

	rng_seed(&rng, (uint64_t)_i + 100);
	ck_assert_int_eq(undo(store, session), 1);
	fixture_apply(store, session, "person-add A - 0 0; person-add B - 0 0; person-add C - 1 0");
	ck_assert_int_eq(store_execute(store, "DELETE FROM change", NULL), 0);
	history.dumps[0] = fixture_dump(store, session->id);
	for (int i = 0; i < LASTING_STEPS; i++) {
		if (i % RESTART_EVERY == 0)
			restart(&store, &session);
		go_on(store, session, &history, &rng, true);
		if (rng_below(&rng, 4) == 0)
			go_back_and_forth(store, session, &history, &rng);
	}
	ck_assert_uint_gt(history.last, 20);
	while (history.at > 0) {
		if (history.at % RESTART_EVERY == 0)
			restart(&store, &session);
		ck_assert_int_eq(undo(store, session), 1);
		check_dump(store, session, history.dumps[--history.at]);
	}
	ck_assert_int_eq(undo(store, session), 0);
	while (history.at < history.last) {
		if (history.at % RESTART_EVERY == 0)
			restart(&store, &session);
		ck_assert_int_eq(redo(store, session), 1);
		check_dump(store, session, history.dumps[++history.at]);
	}
	ck_assert_int_eq(redo(store, session), 0);
	forget_after(&history, 0);
	free(history.dumps[0]);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(survives_a_restart)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store), *again;
	char *first = fixture_dump(store, session->id), *second;

	fixture_apply(store, session, "ballot alpha/scale 1 own 4; item note - Hm - -");
	second = fixture_dump(store, session->id);
	store_close(store);
	store = fixture_open(fixture_path("a.db"));
	again = store_load(store, session->id, fixture_parse, NULL);
	ck_assert_int_eq(undo(store, again), 1);
	check_dump(store, again, first);
	session_free(again);
	store_close(store);
	store = fixture_open(fixture_path("a.db"));
	again = store_load(store, session->id, fixture_parse, NULL);
	ck_assert_int_eq(redo(store, again), 1);
	check_dump(store, again, second);
	ck_assert_int_eq(redo(store, again), 0);
	free(first);
	free(second);
	session_free(again);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(a_new_change_ends_redo)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);

	fixture_apply(store, session, "session title One");
	fixture_apply(store, session, "session title Two");
	ck_assert_int_eq(undo(store, session), 1);
	fixture_apply(store, session, "session title One"); /* changes nothing */
	ck_assert_int_eq(redo(store, session), 1);
	ck_assert_str_eq(session->title, "Two");
	ck_assert_int_eq(undo(store, session), 1);
	fixture_apply(store, session, "session title Three");
	ck_assert_int_eq(redo(store, session), 0);
	ck_assert_int_eq(undo(store, session), 1);
	ck_assert_str_eq(session->title, "One");
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(place_time_and_drafts_stay)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);

	fixture_apply(store, session, "module alpha minutes 30");
	ck_assert_int_eq(store_spend(store, session, "alpha", 90, NULL), 0);
	ck_assert_int_eq(store_place(store, session, "alpha/secret", NULL), 0);
	ck_assert_int_eq(store_draft_save(store, session->id, "note", "Hm", NULL), 0);
	ck_assert_int_eq(undo(store, session), 1);
	ck_assert_int_eq(session->modules[0].minutes, 28);
	ck_assert_int_eq(session->modules[0].seconds, 90);
	ck_assert_str_eq(session->place, "alpha/secret");
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM draft"), 1);
	ck_assert_int_eq(redo(store, session), 1);
	ck_assert_int_eq(session->modules[0].minutes, 30);
	ck_assert_int_eq(session->modules[0].seconds, 90);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(a_reveal_can_be_undone)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);

	fixture_apply(store, session, "ballot alpha/scale 1 own 4");
	fixture_apply(store, session, "state alpha/scale revealed");
	ck_assert_int_eq(undo(store, session), 1);
	ck_assert_int_eq(session->steps[0].state, STEP_COLLECTING);
	fixture_apply(store, session, "ballot alpha/scale 1 own 5");
	ck_assert_str_eq(session->steps[0].ballots[0].answers[OWN], "5");
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(earlier_rounds_stay_stored)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);

	fixture_apply(store, session, "ballot alpha/scale 1 own 4; state alpha/scale revealed");
	fixture_apply(store, session, "reopen alpha/scale; ballot alpha/scale 1 own 5");
	ck_assert_int_eq(session->steps[0].round, 2);
	ck_assert_str_eq(session->steps[0].ballots[0].answers[OWN], "5");
	ck_assert_int_eq(fixture_number(store, "SELECT own FROM ballot WHERE round = 1"), 4);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(only_so_many_are_kept)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);

	ck_assert_int_eq(store_begin(store, "test", NULL), 0);
	for (int i = 0; i < JOURNAL_CHANGES + 20; i++) {
		char *script = mem_printf("session title T%d", i);

		fixture_apply(store, session, script);
		free(script);
	}
	ck_assert_int_eq(store_commit(store, "test", NULL), 0);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM change"), JOURNAL_CHANGES);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM journal"), JOURNAL_CHANGES);
	while (undo(store, session) == 1)
		;
	ck_assert_str_eq(session->title, "T19");
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(what_is_forgotten)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store), *other = fixture_session(store);
	char *before;

	fixture_apply(store, session, "ballot alpha/secret 1 own 4");
	fixture_apply(store, session, "session title One");
	ck_assert_int_eq(undo(store, session), 1);
	before = fixture_dump(store, session->id);
	ck_assert_int_eq(store_forget(store, session, NULL), 0);
	check_dump(store, session, before);
	/* What is forgotten is no part of the next change, which would live in memory alone with it. */
	fixture_apply(store, other, "session title Other");
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM change WHERE label = 'session title Other'"), 1);
	ck_assert_int_eq(undo(store, other), 1);
	ck_assert_int_eq(redo(store, session), 0);
	ck_assert_int_eq(undo(store, session), 0);
	ck_assert_int_eq(undo(store, other), 1);
	free(before);
	session_free(session);
	session_free(other);
	store_close(store);
}
END_TEST

/* Two sessions have histories of their own. */
START_TEST(sessions_do_not_mix)
{
	struct store *store = fixture_open(":memory:");
	struct session *one = fixture_session(store), *two = fixture_session(store);

	fixture_apply(store, one, "session title One");
	fixture_apply(store, two, "session title Two");
	ck_assert_int_eq(undo(store, one), 1);
	ck_assert_str_eq(one->title, "Joint workshop");
	ck_assert_int_eq(store_reload(store, two, NULL), 0);
	ck_assert_str_eq(two->title, "Two");
	ck_assert_int_eq(redo(store, two), 0);
	session_free(one);
	session_free(two);
	store_close(store);
}
END_TEST

/* Images are values to a fixed statement: they are never SQL, and never reach another session. */
START_TEST(a_tampered_journal_is_harmless)
{
	static const char *const tampered[] = {
		"UPDATE journal SET before = 'DROP TABLE person'",
		"UPDATE journal SET target = 'person; DROP TABLE person'",
		"UPDATE journal SET target = 'sqlite_schema'",
		"UPDATE journal SET before = '{\"title\": \"x'",
		"UPDATE journal SET before = json_set(before, '$.state', 'odd')",
	};
	struct store *store = fixture_open(":memory:");
	struct session *other = fixture_session(store), *session = fixture_session(store);
	char *before = fixture_dump(store, other->id), *label, *sql;

	for (size_t i = 0; i < COUNT_OF(tampered); i++) {
		struct err err = { 0 };

		fixture_apply(store, session, i % 2 ? "session title A" : "session title B");
		ck_assert_int_eq(store_execute(store, tampered[i], NULL), 0);
		ck_assert_int_eq(store_undo(store, session, &label, &err), -1);
		ck_assert_ptr_null(label);
		ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM person"), 8);
		ck_assert_int_eq(store_execute(store, "DELETE FROM change", NULL), 0);
	}
	fixture_apply(store, session, "session title Mine");
	sql = mem_printf(
		"UPDATE journal SET before = json_set(before, '$.id', '%s', '$.session', '%s')",
		other->id, other->id);
	ck_assert_int_eq(store_execute(store, sql, NULL), 0);
	ck_assert_int_eq(undo(store, session), 1);
	check_dump(store, other, before);
	free(sql);
	free(before);
	session_free(session);
	session_free(other);
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-undo");
	TCase *tcase = tcase_create("undo");

	tcase_add_checked_fixture(tcase, fixture_set_up, fixture_sweep);
	tcase_add_loop_test(tcase, random_histories, 0, 6);
	tcase_add_loop_test(tcase, histories_survive_restarts, 0, 3);
	tcase_add_test(tcase, survives_a_restart);
	tcase_add_test(tcase, a_new_change_ends_redo);
	tcase_add_test(tcase, place_time_and_drafts_stay);
	tcase_add_test(tcase, a_reveal_can_be_undone);
	tcase_add_test(tcase, earlier_rounds_stay_stored);
	tcase_add_test(tcase, only_so_many_are_kept);
	tcase_add_test(tcase, what_is_forgotten);
	tcase_add_test(tcase, sessions_do_not_mix);
	tcase_add_test(tcase, a_tampered_journal_is_harmless);
	tcase_set_timeout(tcase, 300);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
