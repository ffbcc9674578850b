/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of all sessions: which are open, and what became of the others. */
#include "run.h"
#include "store-fixture.h"

#include "base/date.h"
#include "base/str.h"
#include "store/database.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A list as text: "1/4 open Call;2/1 done Write;" with sessions by their place among ids. For free(). */
static char *listed(struct store *store, const struct action_filter *filter, const char *const *ids, size_t count)
{
	struct action_list list = { 0 };
	struct err err = { 0 };
	struct str out;

	str_init(&out);
	ck_assert_msg(store_actions(store, filter, &list, &err) == 0, "%s", err.message);
	for (size_t s = 0; s < count; s++)
		for (size_t i = 0; i < list.count; i++) {
			const struct action_head *head = &list.items[i];

			if (strcmp(head->session->id, ids[s]) == 0)
				str_printf(&out, "%zu/%d %s %s;", s + 1, head->item, action_state_name(head->state), head->text);
		}
	action_list_release(&list);
	return out.data;
}

static void check(struct store *store, bool all, const char *const *ids, size_t count, const char *want)
{
	const struct action_filter filter = { .all = all };
	char *got = listed(store, &filter, ids, count);

	ck_assert_str_eq(got, want);
	free(got);
}

/* Lets a session follow another one, and take up an action of that, as its item 1. */
static void carry(struct store *store, struct session *later, const char *session, int from)
{
	char *sql = mem_printf("UPDATE session SET follows = '%s' WHERE id = '%s'", session, later->id);
	char *script = mem_printf("carry %s %d Carry Ana 2026-12-24 0", session, from);
	struct err err = { 0 };

	ck_assert_msg(store_execute(store, sql, &err) == 0, "%s", err.message);
	fixture_apply(store, later, script);
	free(script);
	free(sql);
}

/* What the list of sessions says is open, and late. */
static void check_counts(struct store *store, const char *id, int open, int overdue)
{
	struct session_head *heads;
	size_t count;
	bool found = false;

	ck_assert_int_eq(store_heads(store, date_parse("2026-12-02"), &heads, &count, NULL), 0);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(heads[i].id, id) == 0) {
			found = true;
			ck_assert_int_eq(heads[i].actions_open, open);
			ck_assert_int_eq(heads[i].actions_overdue, overdue);
		}
		session_head_release(&heads[i]);
	}
	ck_assert(found);
	free(heads);
}

START_TEST(tells_what_became_of_each)
{
	struct store *store = fixture_open(":memory:");
	struct session *first = fixture_session(store), *second = fixture_session(store);
	char one[SESSION_ID_LENGTH + 1], two[SESSION_ID_LENGTH + 1];
	const char *ids[] = { one, two };

	strcpy(one, first->id);
	strcpy(two, second->id);
	fixture_apply(store, first,
		"item action alpha/scale Call Ana 2026-12-01; item action - Write - 2026-12-01; item action - Drop Ben -;"
		"item note - Hm - -; item action - Carry Ana 2026-12-01");
	fixture_apply(store, first, "item-set 2 done 1; item-set 3 dropped Too_dear");
	check(store, false, ids, 2, "1/1 open Call;1/5 open Carry;");
	check_counts(store, one, 2, 2);
	carry(store, second, one, 5);
	check(store, false, ids, 2, "1/1 open Call;2/1 open Carry;");
	check(store, true, ids, 2,
		"1/1 open Call;1/2 done Write;1/3 dropped Drop;1/5 carried Carry;2/1 open Carry;");
	check_counts(store, one, 1, 1);
	check_counts(store, two, 1, 0);
	/* A session that is cancelled has none, and takes up none. */
	fixture_apply(store, second, "session halted cancelled");
	check(store, true, ids, 2, "1/1 open Call;1/2 done Write;1/3 dropped Drop;1/5 open Carry;");
	check_counts(store, one, 2, 2);
	fixture_apply(store, second, "session halted ''");
	check_counts(store, one, 1, 1);
	ck_assert_int_eq(store_delete(store, second->id, NULL), 0);
	check(store, false, ids, 2, "1/1 open Call;1/5 open Carry;");
	session_free(first);
	session_free(second);
	store_close(store);
}
END_TEST

/* Sessions of some actions each, read whole and in parts. */
START_TEST(reads_on_by_whole_sessions)
{
	struct store *store = fixture_open(":memory:");
	struct action_filter filter = { 0 };
	struct action_list whole = { 0 }, parts = { 0 };
	int64_t after = 0;
	int more, turns = 0;

	for (int i = 0; i < 7; i++) {
		struct session *session = fixture_session(store);

		for (int j = 0; j < i; j++)
			fixture_apply(store, session, "item action - Call Ana 2026-12-01; item note - Hm - -");
		session_free(session);
	}
	ck_assert_int_eq(store_actions(store, &filter, &whole, NULL), 0);
	ck_assert_uint_eq(whole.count, 21);
	do {
		size_t had = parts.count;

		more = store_actions_part(store, turns % 2, 4, &after, &parts, NULL);
		ck_assert_int_ge(more, 0);
		ck_assert(more == 0 || parts.count >= had + 4);
		turns++;
	} while (more);
	/* Sessions have 1 to 6 of them: 1 + 2 + 3, 4, 5, 6. */
	ck_assert_int_eq(turns, 4);
	ck_assert_uint_eq(parts.count, whole.count);
	ck_assert_uint_eq(parts.session_count, 6);
	for (size_t i = 0; i < whole.count; i++) {
		ck_assert_str_eq(parts.items[i].session->id, whole.items[i].session->id);
		ck_assert_int_eq(parts.items[i].item, whole.items[i].item);
	}
	action_list_release(&whole);
	action_list_release(&parts);
	store_close(store);
}
END_TEST

START_TEST(knows_those_that_are_due_first)
{
	struct store *store = fixture_open(":memory:");
	struct session *first = fixture_session(store), *second = fixture_session(store);
	struct action_list list = { 0 };

	fixture_apply(store, first,
		"item action - Third - 2026-12-03; item action - Never - -; item action - Done - 2026-11-01; item-set 3 done 1");
	fixture_apply(store, second, "item action - Second - 2026-12-02; item action - First - 2026-12-01");
	ck_assert_int_eq(store_actions_due(store, 2, &list, NULL), 0);
	ck_assert_uint_eq(list.count, 2);
	ck_assert_str_eq(list.items[0].text, "First");
	ck_assert_str_eq(list.items[1].text, "Second");
	action_list_release(&list);
	ck_assert_int_eq(store_actions_due(store, 10, &list, NULL), 0);
	ck_assert_uint_eq(list.count, 3);
	ck_assert_str_eq(list.items[2].text, "Third");
	/* None of a session that is cancelled. */
	fixture_apply(store, second, "session halted cancelled");
	action_list_release(&list);
	ck_assert_int_eq(store_actions_due(store, 10, &list, NULL), 0);
	ck_assert_uint_eq(list.count, 1);
	action_list_release(&list);
	session_free(first);
	session_free(second);
	store_close(store);
}
END_TEST

START_TEST(knows_where_each_comes_from)
{
	struct store *store = fixture_open(":memory:");
	struct session *first = fixture_session(store), *second = fixture_session(store);
	struct action_filter filter = { .all = true };
	struct action_list list = { 0 };
	char *ref, *into, *taker;

	fixture_apply(store, first, "item action alpha/scale Call Ana 2026-12-01; item action - Write - -");
	carry(store, second, first->id, 1);
	filter.session = first->id;
	ck_assert_int_eq(store_actions(store, &filter, &list, NULL), 0);
	filter.session = second->id;
	ck_assert_int_eq(store_actions(store, &filter, &list, NULL), 0);
	ck_assert_uint_eq(list.count, 3);
	ck_assert_uint_eq(list.session_count, 2);
	ref = mem_printf("%s/1", first->id);
	into = mem_printf("%s/1", second->id);
	ck_assert_str_eq(list.items[0].session->organisation, "Acme");
	ck_assert_str_eq(list.items[0].step, "alpha/scale");
	ck_assert_str_eq(list.items[0].owner, "Ana");
	ck_assert_int_eq(list.items[0].due, date_parse("2026-12-01"));
	ck_assert_str_eq(list.items[0].into, into);
	ck_assert_str_eq(list.items[0].from, "");
	ck_assert_int_eq(list.items[1].due, DAY_NONE);
	ck_assert_str_eq(list.items[1].step, "");
	ck_assert_str_eq(list.items[2].from, ref);
	ck_assert_int_eq(list.items[2].carried, 1);
	/* The session that is open knows it as well. */
	ck_assert_int_eq(store_reload(store, first, NULL), 0);
	taker = item_taker(&first->items[0]);
	ck_assert_str_eq(taker, into);
	free(taker);
	ck_assert_int_eq(item_state(&first->items[0]), ACTION_CARRIED);
	ck_assert(action_is_open(&first->items[1]));
	free(ref);
	free(into);
	action_list_release(&list);
	session_free(first);
	session_free(second);
	store_close(store);
}
END_TEST

START_TEST(says_how_far_the_day_is)
{
	static const struct {
		enum action_state state;
		int days;
		const char *words;
	} rows[] = {
		{ ACTION_OPEN, -12, "12 days late" }, { ACTION_OPEN, -1, "1 day late" }, { ACTION_OPEN, 0, "due today" },
		{ ACTION_OPEN, 1, "due in 1 day" },   { ACTION_OPEN, 60, "due in 60 days" },
		{ ACTION_OPEN, 61, "2027-01-22" },    { ACTION_DONE, -12, "done" },
		{ ACTION_DROPPED, -12, "dropped" },   { ACTION_CARRIED, 3, "carried" },
	};
	struct action_head head = { .due = DAY_NONE };
	int today = date_parse("2026-11-22");
	char *words = action_due_words(&head, today);

	ck_assert_str_eq(words, "no date");
	ck_assert(!action_is_overdue(&head, today));
	free(words);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		head.state = rows[i].state;
		head.due = today + rows[i].days;
		words = action_due_words(&head, today);
		ck_assert_str_eq(words, rows[i].words);
		ck_assert_int_eq(action_is_overdue(&head, today), rows[i].state == ACTION_OPEN && rows[i].days < 0);
		free(words);
	}
}
END_TEST

START_TEST(reads_what_people_call_it)
{
	static const char *const wrong[] = { "", "/", "x", "/3", "last", "last/", "last/0", "last/-1", "last/3x", "last/+3",
		"last/ 3", "last/99999999999999999999" };
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	char id[SESSION_ID_LENGTH + 1], *ref = mem_printf("%.3s/12", session->id);
	struct err err = { 0 };
	int item;

	ck_assert_int_eq(store_action_ref(store, ref, id, &item, &err), 0);
	ck_assert_str_eq(id, session->id);
	ck_assert_int_eq(item, 12);
	ck_assert_int_eq(store_action_ref(store, "last/3", id, &item, &err), 0);
	ck_assert_str_eq(id, session->id);
	ck_assert_int_eq(item, 3);
	for (size_t i = 0; i < COUNT_OF(wrong); i++)
		ck_assert_msg(store_action_ref(store, wrong[i], id, &item, &err) == -1, "'%s' is taken", wrong[i]);
	ck_assert_int_eq(store_action_ref(store, "~~/3", id, &item, &err), -1);
	free(ref);
	session_free(session);
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-actions");
	TCase *tcase = tcase_create("actions");

	tcase_add_checked_fixture(tcase, fixture_set_up, fixture_sweep);
	tcase_add_test(tcase, tells_what_became_of_each);
	tcase_add_test(tcase, reads_on_by_whole_sessions);
	tcase_add_test(tcase, knows_those_that_are_due_first);
	tcase_add_test(tcase, knows_where_each_comes_from);
	tcase_add_test(tcase, says_how_far_the_day_is);
	tcase_add_test(tcase, reads_what_people_call_it);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
