/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fictional sessions are written all at once: they are what keys could have entered, and no undo is lost by them. */
#include "room.h"
#include "run.h"
#include "store-fixture.h"

#include "base/date.h"
#include "screen/demo.h"
#include "screen/derive.h"
#include "store/database.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static void apply(struct store *store, struct session *session, struct changes *changes)
{
	struct err err = { 0 };

	ck_assert_msg(store_apply(store, session, changes, &err) == 0, "%s", err.message);
	changes_release(changes);
}

/* Whoever of a side has not answered without a name yet: which of them it was is not known. */
static int next_of(const struct session *session, int side, size_t *next)
{
	while (session->people[*next].side != side)
		++*next;
	return session->people[(*next)++].id;
}

static void enter_step(struct changes *changes, const struct session *made, const struct progress *progress)
{
	size_t next[SIDES] = { 0, 0 };

	for (size_t i = 0; i < progress->ballot_count; i++) {
		const struct ballot *ballot = &progress->ballots[i];
		int person = ballot->person ? ballot->person : next_of(made, ballot->side, &next[ballot->side]);

		for (int which = 0; which < WHICH_COUNT; which++)
			if (ballot->answers[which])
				change_ballot(changes, progress->step->key, person, (enum which)which,
					ballot->answers[which]);
	}
	if (progress->state != STEP_WAITING)
		change_step_state(changes, progress->step->key, progress->state);
}

static void enter_register(struct changes *changes, const struct session *made)
{
	for (size_t i = 0; i < made->row_count; i++) {
		const struct row *row = &made->rows[i];

		change_row_add(changes, row->step, row->id, -1);
		for (size_t j = 0; j < row->cell_count; j++)
			change_cell(changes, row->id, row->cells[j].column, row->cells[j].value);
	}
	for (size_t i = 0; i < made->rating_count; i++) {
		const struct rating *rating = &made->ratings[i];
		char value[3] = { rating->value < 0 ? '-' : (char)('0' + rating->value), rating->value < 0 ? '1' : '\0' };

		change_rating(changes, rating->step, rating->row_a, rating->row_b, rating->side, value);
	}
}

static void enter_items(struct changes *changes, const struct session *made)
{
	for (size_t i = 0; i < made->item_count; i++) {
		const struct item *item = &made->items[i];

		change_item_add(changes, item->kind, item->step, item->text, item->owner, item->due);
		for (int side = 0; side < SIDES; side++)
			if (item->yes[side][0])
				change_item_set(changes, item->id, side == 0 ? "yes-0" : "yes-1", item->yes[side]);
		if (item->dissent[0])
			change_item_set(changes, item->id, "dissent", item->dissent);
		if (item->done)
			change_item_set(changes, item->id, "done", "1");
	}
}

/* Enters what the demo made into a new session, by changes as keys make them. */
static struct session *enter(struct room *room, const struct session *made)
{
	struct session_plan plan = {
		.title = made->title,
		.organisation = made->organisation,
		.facilitator = made->facilitator,
		.agenda = made->agenda,
		.date = made->date,
		.bank_text = made->bank_text,
		.bank = made->bank,
	};
	struct changes changes = { 0 };
	char id[SESSION_ID_LENGTH + 1];
	struct session *session;

	ck_assert_int_eq(store_create(room->store, &plan, id, NULL), 0);
	session = room_load(room, id);
	for (size_t i = 0; i < made->person_count; i++)
		change_person_add(&changes, made->people[i].name, made->people[i].role, made->people[i].side);
	apply(room->store, session, &changes);
	enter_register(&changes, made);
	for (size_t i = 0; i < made->step_count; i++)
		enter_step(&changes, made, &made->steps[i]);
	enter_items(&changes, made);
	change_session(&changes, "state", session_state_name(made->state));
	apply(room->store, session, &changes);
	return session;
}

/* Ninety of them, which reach back beyond what is long ago. */
static void made(struct room *room, int people)
{
	struct demo_plan plan = { .sessions = 90, .people = people, .seed = 5 };
	struct err err = { 0 };

	room_open(room, 2, false);
	ck_assert_msg(demo_fill(room->store, &plan, NULL, NULL, &err) == 0, "%s", err.message);
}

START_TEST(the_demo_could_have_been_entered)
{
	struct session_head *heads;
	struct room room;
	size_t count;

	made(&room, 3 + 4 * _i);
	ck_assert_int_eq(store_heads(room.store, clock_today(), &heads, &count, NULL), 0);
	ck_assert_int_eq((int)count, 91);
	for (size_t i = 1; i < count; i += 17) {
		struct session *session = room_load(&room, heads[i].id), *entered = enter(&room, session);
		char *image = fixture_image(session), *other = fixture_image(entered);

		ck_assert_str_eq(image, other);
		ck_assert_int_gt((int)session->item_count, 5);
		free(image);
		free(other);
		session_free(session);
		session_free(entered);
	}
	for (size_t i = 0; i < count; i++)
		session_head_release(&heads[i]);
	free(heads);
	room_close(&room);
}
END_TEST

/* What is worked out of a session while it is in memory is what would be worked out of it later. */
START_TEST(its_harmony_is_right)
{
	static const char sql[] = "SELECT sum(number * (coalesce(harmony_low, 7) * 200 + coalesce(harmony_high, 13)))"
				  " FROM session";
	struct room room;
	long long before;

	made(&room, 6);
	/* The room's own session. */
	ck_assert_int_eq(fixture_number(room.store, "SELECT count(*) FROM session WHERE stale = 1"), 1);
	ck_assert_int_ge(fixture_number(room.store, "SELECT count(*) FROM session WHERE harmony_low > 0"), 20);
	before = fixture_number(room.store, sql);
	ck_assert_int_eq(sqlite3_exec(room.store->db, "UPDATE session SET stale = 1, harmony_low = NULL,"
						      " harmony_high = NULL", NULL, NULL, NULL), SQLITE_OK);
	ck_assert_int_ne(fixture_number(room.store, sql), before);
	ck_assert_int_eq(derive_stale(room.store, 1000000, NULL), 1);
	ck_assert_int_eq(fixture_number(room.store, sql), before);
	room_close(&room);
}
END_TEST

/* What cannot be kept is for later; the program goes on. */
START_TEST(a_full_disk)
{
	struct demo_plan plan = { .sessions = 2, .people = 4, .seed = 5 };
	struct rlimit before, none;
	struct err err = { 0 };
	struct store *store;

	fixture_set_up();
	store = fixture_open(fixture_path("a.db"));
	ck_assert_msg(demo_fill(store, &plan, NULL, NULL, &err) == 0, "%s", err.message);
	ck_assert_int_eq(sqlite3_exec(store->db, "UPDATE session SET stale = 1", NULL, NULL, NULL), SQLITE_OK);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
	none = (struct rlimit){ .rlim_cur = 1, .rlim_max = before.rlim_max };
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &none), 0);
	ck_assert_int_eq(derive_stale(store, 1000000, &err), -1);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	ck_assert_int_eq(err.code, ERR_FAILED);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM session WHERE stale = 1"), 2);
	ck_assert_int_eq(derive_stale(store, 1000000, &err), 1);
	store_close(store);
	fixture_sweep();
}
END_TEST

/* It is not kept for undo, but what is done after it is. */
START_TEST(undo_goes_on)
{
	struct changes changes = { 0 };
	char *label = NULL;
	struct room room;

	made(&room, 4);
	ck_assert_int_eq(fixture_number(room.store, "SELECT count(*) FROM change"), 1);
	ck_assert_int_eq(fixture_number(room.store, "SELECT count(*) FROM pending"), 0);
	change_session(&changes, "title", "Another");
	changes_label(&changes, "title");
	apply(room.store, room.session, &changes);
	ck_assert_str_eq(room.session->title, "Another");
	ck_assert_int_eq(store_undo(room.store, room.session, &label, NULL), 1);
	ck_assert_str_ne(room.session->title, "Another");
	free(label);
	room_close(&room);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("demo");
	TCase *all = tcase_create("demo");

	tcase_set_timeout(all, 120);
	tcase_add_loop_test(all, the_demo_could_have_been_entered, 0, 3);
	tcase_add_test(all, its_harmony_is_right);
	tcase_add_test(all, a_full_disk);
	tcase_add_test(all, undo_goes_on);
	suite_add_tcase(suite, all);
	return run_suite(suite);
}
