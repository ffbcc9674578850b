/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions: made, listed, found, deleted; their place, time and drafts. */
#include "run.h"
#include "store-fixture.h"

#include "base/date.h"
#include "base/str.h"
#include "store/database.h"

#include <stdlib.h>
#include <string.h>

static const struct session_plan plain = {
	.title = " A  title ",
	.organisation = "Acme",
	.date = DAY_NONE,
	.bank_text = FIXTURE_BANK_TEXT,
};

static int create(struct store *store, const struct session_plan *plan, char *id, struct err *err)
{
	struct bank *bank = fixture_bank();
	struct session_plan whole = *plan;
	int result;

	whole.bank = bank;
	result = store_create(store, &whole, id, err);
	bank_free(bank);
	return result;
}

START_TEST(a_new_session)
{
	struct store *store = fixture_open(":memory:");
	char id[SESSION_ID_LENGTH + 1], *image;
	struct session *session;

	ck_assert_int_eq(create(store, &plain, id, NULL), 0);
	ck_assert_uint_eq(strlen(id), SESSION_ID_LENGTH);
	session = store_load(store, id, fixture_parse, NULL);
	image = fixture_image(session);
	ck_assert_str_eq(image,
		"session A title|Acme||short||planned|3|\n"
		"module alpha 28 0\n"
		"module beta 20 0\n"
		"step alpha/scale waiting roll-call 1:\n"
		"step alpha/secret waiting roll-call 1:\n"
		"step alpha/quiet waiting roll-call 1:\n"
		"step alpha/side waiting roll-call 1:\n"
		"step alpha/room waiting roll-call 1:\n"
		"step beta/reg waiting roll-call 1:\n"
		"step beta/pairs waiting roll-call 1:\n");
	ck_assert_str_eq(session->bank_text, FIXTURE_BANK_TEXT);
	ck_assert_str_eq(session->id, id);
	ck_assert_int_eq(fixture_number(store, "SELECT created FROM session"), clock_now());
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM pending"), 0);
	free(image);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(a_plan_with_mistakes)
{
	struct store *store = fixture_open(":memory:");
	struct session_plan untitled = plain, lost = plain;
	char id[SESSION_ID_LENGTH + 1];
	struct err err = { 0 };

	untitled.title = " ";
	ck_assert_int_eq(create(store, &untitled, id, &err), -1);
	ck_assert_str_eq(err.message, "a session needs a title");
	lost.agenda = "long";
	ck_assert_int_eq(create(store, &lost, id, &err), -1);
	ck_assert_str_eq(err.message,
		"the bank has no agenda 'long': 'accord bank show fixture' lists them");
	lost = plain;
	lost.date = INT_MAX;
	ck_assert_int_eq(create(store, &lost, id, &err), -1);
	ck_assert_ptr_nonnull(strstr(err.message, "a date must be in the years 1900 to 2999"));
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM session"), 0);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM bank"), 0);
	store_close(store);
}
END_TEST

START_TEST(ids_by_a_seed)
{
	struct store *store = fixture_open(":memory:");
	char ids[2][SESSION_ID_LENGTH + 1], again[SESSION_ID_LENGTH + 1];
	struct session_plan plan = plain;
	struct rng rng;

	plan.rng = &rng;
	rng_seed(&rng, 7);
	ck_assert_int_eq(create(store, &plan, ids[0], NULL), 0);
	ck_assert_int_eq(create(store, &plan, ids[1], NULL), 0);
	/* What is taken is passed over. */
	rng_seed(&rng, 7);
	ck_assert_int_eq(create(store, &plan, again, NULL), 0);
	ck_assert_str_ne(ids[0], again);
	ck_assert_str_ne(ids[1], again);
	ck_assert_int_eq(store_delete(store, ids[0], NULL), 0);
	rng_seed(&rng, 7);
	ck_assert_int_eq(create(store, &plan, again, NULL), 0);
	ck_assert_str_eq(ids[0], again);
	store_close(store);
}
END_TEST

START_TEST(sessions_share_a_bank)
{
	struct store *store = fixture_open(":memory:");
	struct session_plan other = plain;
	char one[SESSION_ID_LENGTH + 1], two[SESSION_ID_LENGTH + 1], three[SESSION_ID_LENGTH + 1];
	struct err err = { 0 };

	other.bank_text = "another text";
	ck_assert_int_eq(create(store, &plain, one, NULL), 0);
	ck_assert_int_eq(create(store, &plain, two, NULL), 0);
	ck_assert_int_eq(create(store, &other, three, NULL), 0);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM bank"), 2);
	ck_assert_ptr_null(store_load(store, three, fixture_parse, &err));
	ck_assert_str_eq(err.message, "not the fixture's bank: 'another text'");
	ck_assert_int_eq(store_delete(store, one, NULL), 0);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM bank"), 2);
	ck_assert_int_eq(store_delete(store, two, NULL), 0);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM bank"), 1);
	store_close(store);
}
END_TEST

START_TEST(deleting_leaves_nothing)
{
	static const char *const tables[] = { "bank", "session", "person", "module", "step",
		"ballot", "voted", "row", "cell", "rating", "merge", "item", "draft", "change",
		"journal", "pending", "link", "secret_change", "secret_journal" };
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct err err = { 0 };

	fixture_apply(store, session,
		"ballot alpha/scale 1 own 4; row-add beta/reg 1 -1; row-add beta/reg 2 -1;"
		" cell 1 vendor X; rating beta/pairs 1 2 0 1; merge beta/reg A B 1; item note - Hm"
		" - -");
	fixture_apply(store, session, "ballot alpha/secret 1 own 4");
	ck_assert_int_eq(store_draft_save(store, session->id, "note", "half", NULL), 0);
	ck_assert_int_eq(store_delete(store, session->id, NULL), 0);
	for (size_t i = 0; i < COUNT_OF(tables); i++) {
		char *sql = mem_printf("SELECT count(*) FROM %s", tables[i]);

		ck_assert_msg(fixture_number(store, sql) == 0, "%s is not empty", tables[i]);
		free(sql);
	}
	ck_assert_int_eq(store_delete(store, session->id, &err), -1);
	ck_assert_ptr_nonnull(strstr(err.message, "no session"));
	ck_assert_int_eq(store_reload(store, session, &err), -1);
	ck_assert_int_eq(fixture_try(store, session, "session title X", &err), -1);
	ck_assert_ptr_nonnull(strstr(err.message, "no session"));
	ck_assert_int_eq(store_place(store, session, "alpha/scale", &err), -1);
	ck_assert_str_eq(session->title, "Joint workshop");
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(heads)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct session_plan later = plain;
	struct session_head *list;
	char id[SESSION_ID_LENGTH + 1];
	size_t count;

	ck_assert_int_eq(store_heads(store, 0, &list, &count, NULL), 0);
	ck_assert_uint_eq(count, 1);
	session_head_release(&list[0]);
	free(list);

	later.date = date_from_civil(2027, 1, 1);
	ck_assert_int_eq(create(store, &plain, id, NULL), 0);
	ck_assert_int_eq(create(store, &later, id, NULL), 0);
	fixture_apply(store, session,
		"item action - One Ana 2026-12-01; item action - Two Ana 2026-12-02;"
		" item action - Three Ana 2026-12-01; item-set 3 done 1; item action - Four Ana -;"
		" item note - Hm - -; session state running; session title Under_way");
	ck_assert_int_eq(store_heads(store, date_from_civil(2026, 12, 2), &list, &count, NULL), 0);
	ck_assert_uint_eq(count, 3);
	ck_assert_str_eq(list[0].id, id);
	ck_assert_int_eq(list[0].date, later.date);
	ck_assert_int_eq(list[2].date, DAY_NONE);
	ck_assert_str_eq(list[1].id, session->id);
	ck_assert_str_eq(list[1].title, "Under way");
	ck_assert_str_eq(list[1].organisation, "Acme");
	ck_assert_str_eq(list[1].facilitator, "Fay");
	ck_assert_str_eq(list[1].bank_title, "Fixture");
	ck_assert_int_eq(list[1].state, SESSION_RUNNING);
	ck_assert_int_eq(list[1].people, 4);
	ck_assert_int_eq(list[1].actions_open, 3);
	ck_assert_int_eq(list[1].actions_overdue, 1);
	ck_assert_int_eq(list[1].changed, clock_now());
	ck_assert_int_eq(list[0].people, 0);
	ck_assert_int_eq(list[0].actions_open, 0);
	for (size_t i = 0; i < count; i++)
		session_head_release(&list[i]);
	free(list);

	/* Set aside, its actions stay open; cancelled, they do not. */
	for (int halt = HALT_SET_ASIDE; halt <= HALT_CANCELLED; halt++) {
		fixture_apply(store, session, halt == HALT_CANCELLED ? "session halted cancelled" :
								      "session halted set-aside");
		ck_assert_int_eq(
			store_heads(store, date_from_civil(2026, 12, 2), &list, &count, NULL), 0);
		ck_assert_int_eq(list[1].halt, halt);
		ck_assert_int_eq(list[1].state, SESSION_RUNNING);
		ck_assert_int_eq(list[1].actions_open, halt == HALT_CANCELLED ? 0 : 3);
		ck_assert_int_eq(list[1].actions_overdue, halt == HALT_CANCELLED ? 0 : 1);
		for (size_t i = 0; i < count; i++)
			session_head_release(&list[i]);
		free(list);
	}
	session_free(session);
	store_close(store);
}
END_TEST

static void rename_session(struct store *store, const char *id, const char *to)
{
	char *sql = mem_printf("PRAGMA foreign_keys = OFF; DELETE FROM module;"
		" UPDATE session SET id = '%s' WHERE id = '%s'", to, id);

	ck_assert_int_eq(store_execute(store, sql, NULL), 0);
	free(sql);
}

static const struct resolution {
	const char *name, *id, *message;
} resolutions[] = {
	{ "abcd2345", "abcd2345", NULL },
	{ "abcd", NULL, "'abcd' may be session 'abcd2345' or 'abcd9999': write more of it" },
	{ "abcd9", "abcd9999", NULL },
	{ "ABCD9", "abcd9999", NULL },
	{ "z", "zzzz2222", NULL },
	{ "last", "zzzz2222", NULL },
	{ "y", NULL, "no session 'y': 'accord list' shows what there is" },
	{ "abcd23456", NULL, "no session 'abcd23456'" },
	{ "", NULL, "no session ''" },
	{ "%", NULL, "no session '%'" },
	{ "abcd____", NULL, "no session 'abcd____'" },
};

START_TEST(resolve)
{
	static const char *const ids[] = { "abcd2345", "abcd9999", "zzzz2222" };
	const struct resolution *resolution = &resolutions[_i];
	struct store *store = fixture_open(":memory:");
	char id[SESSION_ID_LENGTH + 1];
	struct err err = { 0 };
	int result;

	ck_assert_int_eq(store_resolve(store, "last", id, &err), -1);
	ck_assert_str_eq(err.message, "there is no session yet: 'accord new' makes one");
	for (size_t i = 0; i < COUNT_OF(ids); i++) {
		ck_assert_int_eq(create(store, &plain, id, NULL), 0);
		rename_session(store, id, ids[i]);
	}
	result = store_resolve(store, resolution->name, id, &err);
	ck_assert_int_eq(result, resolution->id ? 0 : -1);
	if (resolution->id)
		ck_assert_str_eq(id, resolution->id);
	else
		ck_assert_msg(strstr(err.message, resolution->message) != NULL, "%s", err.message);
	store_close(store);
}
END_TEST

START_TEST(the_last_and_the_unfinished)
{
	struct store *store = fixture_open(":memory:");
	struct session *one = fixture_session(store), *two = fixture_session(store);
	char id[SESSION_ID_LENGTH + 1];
	struct err err = { 0 };

	ck_assert_int_eq(store_unfinished(store, id, &err), 0);
	ck_assert_str_eq(id, two->id);
	clock_advance(10);
	fixture_apply(store, one, "session state running");
	ck_assert_int_eq(store_unfinished(store, id, &err), 0);
	ck_assert_str_eq(id, one->id);
	clock_advance(10);
	ck_assert_int_eq(store_place(store, two, "alpha/scale", NULL), 0);
	ck_assert_int_eq(store_resolve(store, "last", id, NULL), 0);
	ck_assert_str_eq(id, two->id);
	fixture_apply(store, two, "session state finished");
	ck_assert_int_eq(store_unfinished(store, id, &err), 0);
	ck_assert_str_eq(id, one->id);
	fixture_apply(store, one, "session halted set-aside");
	ck_assert_int_eq(store_unfinished(store, id, &err), -1);
	fixture_apply(store, one, "session halted cancelled");
	ck_assert_int_eq(store_unfinished(store, id, &err), -1);
	fixture_apply(store, one, "session halted ''");
	ck_assert_int_eq(store_unfinished(store, id, &err), 0);
	fixture_apply(store, one, "session state finished");
	ck_assert_int_eq(store_unfinished(store, id, &err), -1);
	ck_assert_int_eq(err.code, ERR_NONE);
	session_free(one);
	session_free(two);
	store_close(store);
}
END_TEST

START_TEST(place_and_time)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct err err = { 0 };

	ck_assert_int_eq(store_place(store, session, "alpha/quiet", NULL), 0);
	ck_assert_int_eq(store_place(store, session, "alpha/none", &err), -1);
	ck_assert_int_eq(store_spend(store, session, "beta", 90, NULL), 0);
	ck_assert_int_eq(store_spend(store, session, "beta", 30, NULL), 0);
	ck_assert_int_eq(store_spend(store, session, "beta", -1, &err), -1);
	ck_assert_int_eq(store_spend(store, session, "gamma", 1, &err), -1);
	for (int i = 0; i < 2; i++) {
		ck_assert_str_eq(session->place, "alpha/quiet");
		ck_assert_int_eq(session->modules[1].seconds, 120);
		ck_assert_int_eq(store_reload(store, session, NULL), 0);
	}
	ck_assert_int_eq(store_place(store, session, "", NULL), 0);
	ck_assert_str_eq(session->place, "");
	session_free(session);
	store_close(store);
}
END_TEST

/* The fields that have drafts, in their order, with their texts: "note=one action=two". */
static void check_drafts(struct store *store, const char *session, const char *expected)
{
	struct str out;
	char **fields;
	size_t count;

	str_init(&out);
	ck_assert_int_eq(store_draft_fields(store, session, &fields, &count, NULL), 0);
	for (size_t i = 0; i < count; i++) {
		char *text;

		ck_assert_int_eq(store_draft_load(store, session, fields[i], &text, NULL), 1);
		str_printf(&out, "%s%s=%s", i ? " " : "", fields[i], text);
		free(text);
		free(fields[i]);
	}
	free(fields);
	ck_assert_str_eq(out.data, expected);
	str_release(&out);
}

static void save_draft(struct store *store, const char *session, const char *field,
	const char *text)
{
	struct err err = { 0 };

	ck_assert_msg(
		store_draft_save(store, session, field, text, &err) == 0, "%s", err.message);
}

START_TEST(drafts)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	const char *id = _i ? session->id : NULL;
	char *text;

	check_drafts(store, id, "");
	save_draft(store, id, "note", "one");
	save_draft(store, id, "action", "two\nlines");
	check_drafts(store, id, "note=one action=two\nlines");
	save_draft(store, id, "note", "one more");
	check_drafts(store, id, "action=two\nlines note=one more");
	save_draft(store, id, "note", "");
	check_drafts(store, id, "action=two\nlines");
	ck_assert_int_eq(store_draft_load(store, id, "note", &text, NULL), 0);
	ck_assert_ptr_null(text);
	save_draft(store, id, "action", NULL);
	check_drafts(store, id, "");
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(drafts_keep_apart)
{
	struct store *store = fixture_open(":memory:");
	struct session *one = fixture_session(store), *two = fixture_session(store);

	save_draft(store, one->id, "note", "of one");
	save_draft(store, two->id, "note", "of two");
	save_draft(store, NULL, "note", "of none");
	check_drafts(store, one->id, "note=of one");
	check_drafts(store, two->id, "note=of two");
	check_drafts(store, NULL, "note=of none");
	save_draft(store, one->id, "note", NULL);
	check_drafts(store, one->id, "");
	ck_assert_int_eq(store_delete(store, two->id, NULL), 0);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM draft"), 1);
	check_drafts(store, NULL, "note=of none");
	session_free(one);
	session_free(two);
	store_close(store);
}
END_TEST

START_TEST(drafts_that_cannot_be)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct err err = { 0 };
	struct str text;

	str_init(&text);
	str_repeat(&text, "x", 64000);
	save_draft(store, session->id, "note", text.data);
	str_addc(&text, 'x');
	ck_assert_int_eq(store_draft_save(store, session->id, "note", text.data, &err), -1);
	ck_assert_str_eq(err.message, "'note' is too long: shorten it");
	ck_assert_int_eq(store_draft_save(store, "nowhere2", "note", "x", &err), -1);
	str_release(&text);
	session_free(session);
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-session");
	TCase *tcase = tcase_create("session");

	tcase_add_checked_fixture(tcase, fixture_set_up, fixture_sweep);
	tcase_add_test(tcase, a_new_session);
	tcase_add_test(tcase, a_plan_with_mistakes);
	tcase_add_test(tcase, ids_by_a_seed);
	tcase_add_test(tcase, sessions_share_a_bank);
	tcase_add_test(tcase, deleting_leaves_nothing);
	tcase_add_test(tcase, heads);
	tcase_add_loop_test(tcase, resolve, 0, (int)COUNT_OF(resolutions));
	tcase_add_test(tcase, the_last_and_the_unfinished);
	tcase_add_test(tcase, place_and_time);
	tcase_add_loop_test(tcase, drafts, 0, 2);
	tcase_add_test(tcase, drafts_keep_apart);
	tcase_add_test(tcase, drafts_that_cannot_be);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
