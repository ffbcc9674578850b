/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions that a later session takes up: what is open where, and who may. */
#include "run.h"
#include "store-fixture.h"

#include "base/date.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static struct store *store;
static struct session *first, *second, *third;

/* A session with the actions 1 and 2, and a note. */
static void set_up(void)
{
	fixture_set_up();
	store = fixture_open(fixture_path("a.db"));
	first = fixture_session(store);
	fixture_apply(store, first,
		"item action alpha/scale Weekly_numbers Ana 2026-12-01; item action - One_list Dev -; item note - Words");
	second = third = NULL;
}

static void tear_down(void)
{
	session_free(third);
	session_free(second);
	session_free(first);
	store_close(store);
	fixture_sweep();
}

static struct session *follow(const struct session *session)
{
	return fixture_follow_up(store, session->id);
}

/* The script with each $ as the session's id. */
static int try(struct session *session, const char *script, const char *id, struct err *err)
{
	struct str text;
	int result;

	str_init(&text);
	for (; *script; script++)
		str_printf(&text, *script == '$' ? "%s" : "%.1s", *script == '$' ? id : script);
	result = fixture_try(store, session, text.data, err);
	str_release(&text);
	return result;
}

static void apply(struct session *session, const char *script, const struct session *from)
{
	struct err err = { 0 };

	ck_assert_msg(try(session, script, from->id, &err) == 0, "%s: %s", script, err.message);
}

static void refuse(struct session *session, const char *script, const char *id, const char *why)
{
	char *before = fixture_dump(store, session->id), *after;
	struct err err = { 0 };

	ck_assert_msg(try(session, script, id, &err) != 0, "%s was taken", script);
	ck_assert_msg(strstr(err.message, why) != NULL, "'%s' does not say '%s'", err.message, why);
	after = fixture_dump(store, session->id);
	ck_assert_str_eq(before, after);
	free(before);
	free(after);
}

static void reload(struct session *session)
{
	struct err err = { 0 };

	ck_assert_msg(store_reload(store, session, &err) == 0, "%s", err.message);
}

/* The numbers of open actions: in the list of sessions, and by the items themselves. */
static void check_open(struct session *session, int open)
{
	struct session_head *heads;
	struct err err = { 0 };
	size_t count;
	int found = -1, loaded = 0;

	ck_assert_int_eq(store_heads(store, date_from_civil(2026, 11, 22), &heads, &count, &err), 0);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(heads[i].id, session->id) == 0)
			found = heads[i].actions_open;
		session_head_release(&heads[i]);
	}
	free(heads);
	ck_assert_int_eq(found, open);
	reload(session);
	for (size_t i = 0; i < session->item_count; i++)
		loaded += action_is_open(&session->items[i]);
	ck_assert_int_eq(session->halt == HALT_CANCELLED ? 0 : loaded, open);
}

static int unsettled(const struct session *session)
{
	struct err err = { 0 };
	int count = -1;

	ck_assert_msg(store_unsettled(store, session, &count, &err) == 0, "%s", err.message);
	return count;
}

START_TEST(a_follow_up_knows_what_it_follows)
{
	second = follow(first);
	ck_assert_str_eq(second->follows, first->id);
	ck_assert_str_eq(second->follows_title, "Joint workshop");
	ck_assert_int_eq(second->follows_date, first->date);
	ck_assert_int_eq(unsettled(second), 2);
	ck_assert_int_eq(unsettled(first), 0);
	ck_assert_str_eq(first->follows_title, "");
	ck_assert_int_eq(first->follows_date, DAY_NONE);
}
END_TEST

START_TEST(what_is_taken_up_is_open_no_longer)
{
	const struct item *item;

	second = follow(first);
	apply(second, "carry $ 1 Weekly_numbers Ana 2027-03-01 7; item-set 7 done yes; carry $ 2 One_list Dev 2027-04-01", first);
	ck_assert_int_eq(unsettled(second), 0);
	check_open(first, 0);
	check_open(second, 1);
	item = &second->items[0];
	ck_assert_int_eq(item->id, 7);
	ck_assert_int_eq(item->carried, 1);
	ck_assert(item->done);
	ck_assert_int_eq(item->from_date, first->date);
	ck_assert_int_eq(item->from_due, date_from_civil(2026, 12, 1));
	item = &second->items[1];
	ck_assert_int_eq(item->id, 8);
	ck_assert_int_eq(item->from_due, DAY_NONE);
	item = &first->items[0];
	ck_assert(!item->done);
	ck_assert_str_eq(item->later.session, second->id);
	ck_assert_int_eq(item->later.item, 7);
	ck_assert_int_eq(item->later.date, second->date);
	ck_assert(item->later.done);
	item = &first->items[1];
	ck_assert(!item->later.done);
	ck_assert_int_eq(item->later.due, date_from_civil(2027, 4, 1));
	ck_assert_ptr_null(first->items[2].later.session);
}
END_TEST

START_TEST(nothing_is_written_where_it_came_from)
{
	char *before = fixture_dump(store, first->id), *after, *here, *there;

	second = follow(first);
	apply(second, "carry $ 1 Weekly_numbers Ana -; carry $ 2 One_list Dev - 2; item-set 2 done yes", first);
	after = fixture_dump(store, first->id);
	/* But how many of its actions are open. */
	here = strstr(before, "\nperson");
	there = strstr(after, "\nperson");
	ck_assert(here != NULL && there != NULL);
	ck_assert_str_eq(here, there);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM sitting"), 2);
	free(before);
	free(after);
}
END_TEST

START_TEST(one_undo_takes_all_of_it_back)
{
	struct err err = { 0 };
	char *label;

	second = follow(first);
	apply(second, "carry $ 1 Weekly_numbers Ana - 1; item-set 1 done yes", first);
	check_open(first, 1);
	ck_assert_int_eq(store_undo(store, second, &label, &err), 1);
	free(label);
	ck_assert_uint_eq(second->item_count, 0);
	check_open(first, 2);
	ck_assert_int_eq(unsettled(second), 2);
	ck_assert_int_eq(store_redo(store, second, &label, &err), 1);
	free(label);
	check_open(first, 1);
	ck_assert(second->items[0].done);
}
END_TEST

START_TEST(cancelling_and_deleting_open_it_again)
{
	struct err err = { 0 };

	second = follow(first);
	apply(second, "carry $ 1 Weekly_numbers Ana -", first);
	check_open(first, 1);
	fixture_apply(store, second, "session halted cancelled");
	check_open(first, 2);
	check_open(second, 0);
	fixture_apply(store, second, "session halted ''");
	check_open(first, 1);
	check_open(second, 1);
	ck_assert_int_eq(store_delete(store, second->id, &err), 0);
	check_open(first, 2);
}
END_TEST

START_TEST(what_is_no_open_action_before_it_is_refused)
{
	struct session *other = fixture_session(store);

	fixture_apply(store, other, "item action - Elsewhere Ana -");
	second = follow(first);
	refuse(second, "carry $ 1 Elsewhere Ana -", other->id, "that this one follows");
	refuse(second, "carry $ 1 Mine Ana -", second->id, "that this one follows");
	refuse(second, "carry $ 1 Gone Ana -", "zzzzzzzz", "that this one follows");
	refuse(second, "carry $ 9 Nothing Ana -", first->id, "no action");
	refuse(second, "carry $ 3 Words Ana -", first->id, "not open");
	refuse(second, "carry $ 1 Weekly Ana - ; carry $ 1 Weekly Ana -", first->id, "already");
	refuse(first, "carry $ 1 Weekly Ana -", first->id, "that this one follows");
	refuse(second, "carry $ 1 A Ana - 4; carry $ 2 B Ana - 4", first->id, "item 4");
	refuse(second, "carry $ 1 A Ana - -4", first->id, "-4");
	fixture_apply(store, first, "item-set 1 done yes");
	refuse(second, "carry $ 1 Weekly Ana -", first->id, "not open");
	fixture_apply(store, first, "session halted cancelled");
	refuse(second, "carry $ 2 One_list Ana -", first->id, "not open");
	ck_assert_int_eq(unsettled(second), 0);
	session_free(other);
}
END_TEST

START_TEST(of_three_the_last_one_has_it)
{
	second = follow(first);
	apply(second, "carry $ 1 Weekly_numbers Ana 2027-03-01", first);
	third = follow(second);
	/* What the second one left open in the first one is still to be settled as well. */
	ck_assert_int_eq(unsettled(third), 2);
	refuse(third, "carry $ 1 Weekly_numbers Ana -", first->id, "taken up");
	apply(third, "carry $ 1 Weekly_numbers Ana 2027-06-01", second);
	apply(third, "carry $ 2 One_list Dev 2027-06-02", first);
	ck_assert_int_eq(third->items[0].carried, 2);
	ck_assert_int_eq(third->items[1].carried, 1);
	check_open(first, 0);
	check_open(second, 0);
	check_open(third, 2);
	/* The first one knows the end of it. */
	ck_assert_str_eq(first->items[0].later.session, third->id);
	ck_assert_int_eq(first->items[0].later.due, date_from_civil(2027, 6, 1));
	fixture_apply(store, third, "session halted cancelled");
	check_open(first, 1);
	check_open(second, 1);
	ck_assert_str_eq(first->items[0].later.session, second->id);
}
END_TEST

START_TEST(somebody_else_may_take_it_up_meanwhile)
{
	struct store *other = fixture_open(fixture_path("a.db"));
	struct session *there;
	struct err err = { 0 };
	char *label;

	second = follow(first);
	third = follow(first);
	there = store_load(other, third->id, fixture_parse, &err);
	ck_assert_msg(there != NULL, "%s", err.message);
	apply(second, "carry $ 1 Weekly_numbers Ana -", first);
	ck_assert_int_eq(store_undo(store, second, &label, &err), 1);
	free(label);
	label = mem_printf("carry %s 1 Weekly_numbers Ana -", first->id);
	fixture_apply(other, there, label);
	free(label);
	refuse(second, "carry $ 1 Weekly_numbers Ana -", first->id, third->id);
	/* Nor does redo take it away. */
	ck_assert_int_eq(store_redo(store, second, &label, &err), -1);
	ck_assert_msg(strstr(err.message, third->id) != NULL, "%s", err.message);
	ck_assert_uint_eq(second->item_count, 0);
	check_open(first, 1);
	fixture_apply(other, there, "session halted cancelled");
	ck_assert_int_eq(store_redo(store, second, &label, &err), 1);
	free(label);
	check_open(first, 1);
	session_free(there);
	store_close(other);
}
END_TEST

static void change_by_hand(char *sql)
{
	fixture_number(store, sql);
	free(sql);
}

/* However the sessions of a file refer to each other. */
START_TEST(a_ring_comes_to_an_end)
{
	second = follow(first);
	apply(second, "carry $ 1 Weekly_numbers Ana -", first);
	third = follow(second);
	apply(third, "carry $ 1 Weekly_numbers Ana -", second);
	change_by_hand(mem_printf("UPDATE session SET follows = '%s' WHERE id = '%s'", third->id, first->id));
	change_by_hand(mem_printf("UPDATE item SET carried_session = '%s', carried_item = 1, carried = 1"
				  " WHERE session = '%s' AND id = 1", third->id, first->id));
	reload(first);
	ck_assert_ptr_nonnull(first->items[0].later.session);
	ck_assert_int_eq(unsettled(first), 0);
	fixture_apply(store, third, "item action - More Ana -");
	ck_assert_int_eq(unsettled(first), 1);
}
END_TEST

START_TEST(followers_are_told_with_their_state)
{
	struct session_link *links;
	struct err err = { 0 };
	size_t count;

	second = follow(first);
	third = follow(first);
	fixture_apply(store, third, "session title Again; session halted cancelled");
	ck_assert_int_eq(store_followers(store, first->id, &links, &count, &err), 0);
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(links[0].id, second->id);
	ck_assert_int_eq(links[0].halt, HALT_NONE);
	ck_assert_str_eq(links[1].title, "Again");
	ck_assert_int_eq(links[1].halt, HALT_CANCELLED);
	for (size_t i = 0; i < count; i++)
		free(links[i].title);
	free(links);
	ck_assert_int_eq(store_followers(store, second->id, &links, &count, &err), 0);
	ck_assert_uint_eq(count, 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("follow");
	TCase *tests = tcase_create("follow");

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, a_follow_up_knows_what_it_follows);
	tcase_add_test(tests, what_is_taken_up_is_open_no_longer);
	tcase_add_test(tests, nothing_is_written_where_it_came_from);
	tcase_add_test(tests, one_undo_takes_all_of_it_back);
	tcase_add_test(tests, cancelling_and_deleting_open_it_again);
	tcase_add_test(tests, what_is_no_open_action_before_it_is_refused);
	tcase_add_test(tests, of_three_the_last_one_has_it);
	tcase_add_test(tests, somebody_else_may_take_it_up_meanwhile);
	tcase_add_test(tests, a_ring_comes_to_an_end);
	tcase_add_test(tests, followers_are_told_with_their_state);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
