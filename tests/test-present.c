/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audience's screen: what is hidden makes no difference to any of its cells. */
#include "screen/present.h"

#include "base/date.h"
#include "base/str.h"
#include "instrument/instrument.h"
#include "model/hide.h"
#include "room.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PEOPLE 8
#define TRIALS 12
#define SECRET "sesame"

static const struct {
	int width, height;
} sizes[] = { { 40, 12 }, { 80, 24 }, { 200, 60 } };

/* Two sessions that differ only in what is hidden. */
struct pair {
	struct session *one, *other;
};

/* The screen with a step on it, for free(). */
static char *screen_of(struct session *session, const char *step, size_t size)
{
	struct app app = { .session = session };
	struct screen *screen = present_new(&app, true);
	struct grid grid;
	struct str out;

	str_init(&out);
	mem_set(&session->place, step);
	grid_init(&grid, sizes[size].width, sizes[size].height);
	app.screens[app.screen_count++] = screen;
	app_draw(&app, &grid);
	room_check_grid(&grid);
	ck_assert_int_eq(grid.cursor_x, -1);
	grid_dump(&grid, true, &out);
	grid_release(&grid);
	screen->ops->free(&app, screen);
	return out.data;
}

static bool is_hidden(const struct progress *progress)
{
	return !progress_is_revealed(progress) && progress->step->by != BY_ROOM;
}

static bool may_change(const char *answer)
{
	return answer && strcmp(answer, ANSWER_NOT_HERE) != 0;
}

/* The answers of a step change places, or become what somebody else could have said. */
static void answer_anew(struct rng *rng, struct progress *progress)
{
	for (size_t i = 0; i < progress->ballot_count; i++) {
		for (int which = 0; which < WHICH_COUNT; which++) {
			size_t from = rng_below(rng, (uint32_t)progress->ballot_count);
			char **answer = &progress->ballots[i].answers[which];
			const char *another = progress->ballots[from].answers[which];

			if (!may_change(*answer) || !may_change(another) || progress->ballots[from].person < 0 ||
			    (progress->step->part_count > 0 && strlen(*answer) != strlen(another)))
				continue;
			mem_set(answer, rng_below(rng, 5) ? another : ANSWER_CANT_SAY);
			if (progress->step->part_count > 0)
				mem_set(answer, another);
		}
	}
}

/* Notes that nobody but the facilitator may see, and that are there or not. */
static void tell_secrets(struct session *session, const char *secret)
{
	for (size_t i = 0; i < session->item_count; i++) {
		if (session->items[i].kind != ITEM_NOTE)
			continue;
		session->items[i].private = true;
		mem_set(&session->items[i].text, secret);
	}
	for (size_t m = 0; m < session->bank->module_count; m++)
		for (size_t i = 0; i < session->bank->modules[m].step_count; i++)
			mem_set(&session->bank->modules[m].steps[i].coach, secret);
}

static void set_states(struct rng *rng, const struct pair *pair)
{
	for (size_t i = 0; i < pair->one->step_count; i++)
		pair->one->steps[i].state = pair->other->steps[i].state =
			(enum step_state)rng_below(rng, STEP_SETTLED + 1);
}

static void differ_in_secret(struct rng *rng, const struct pair *pair)
{
	struct session *other = pair->other;

	for (size_t i = 0; i < other->step_count; i++)
		if (is_hidden(&other->steps[i]))
			answer_anew(rng, &other->steps[i]);
	for (size_t i = 0; i < other->rating_count; i++)
		if (other->ratings[i].side < SIDES && is_hidden(&other->steps[session_step(other, other->ratings[i].step)]))
			other->ratings[i].value = (int)rng_below(rng, 3) - 1;
	tell_secrets(pair->one, SECRET " one");
	tell_secrets(pair->other, SECRET " another");
}

static void pair_open(struct pair *pair, struct room *room)
{
	pair->one = room_load(room, room->session->id);
	pair->other = room_load(room, room->session->id);
	pair->one->state = pair->other->state = SESSION_RUNNING;
}

static void pair_release(struct pair *pair)
{
	session_free(pair->one);
	session_free(pair->other);
}

/* In how many sizes the two look otherwise with that step on the screen. */
static int differences(const struct pair *pair, const char *step)
{
	int count = 0;

	for (size_t size = 0; size < COUNT_OF(sizes); size++) {
		char *one = screen_of(pair->one, step, size), *other = screen_of(pair->other, step, size);

		ck_assert_ptr_null(strstr(one, SECRET));
		count += strcmp(one, other) != 0;
		free(one);
		free(other);
	}
	return count;
}

/* A note on every step, and everything answered. */
static void open_room(struct room *room)
{
	struct changes changes = { 0 };
	struct err err = { 0 };

	room_open(room, PEOPLE, true);
	for (size_t i = 0; i < room->session->step_count; i++)
		change_item_add(&changes, ITEM_NOTE, room->session->steps[i].step->key, "note", "", DAY_NONE);
	ck_assert_msg(store_apply(room->store, room->session, &changes, &err) == 0, "%s", err.message);
	changes_release(&changes);
}

START_TEST(hidden_answers_make_no_difference)
{
	struct room room;
	struct pair pair;
	struct rng rng;

	rng_seed(&rng, 40 + (uint64_t)_i);
	open_room(&room);
	pair_open(&pair, &room);
	set_states(&rng, &pair);
	differ_in_secret(&rng, &pair);
	session_hide(pair.one, 0);
	session_hide(pair.other, 0);
	for (size_t i = 0; i < pair.one->step_count; i++)
		ck_assert_msg(differences(&pair, pair.one->steps[i].step->key) == 0, "%s shows",
			pair.one->steps[i].step->key);
	pair_release(&pair);
	room_close(&room);
}
END_TEST

/* The same differences are seen once they are revealed, in steps of every kind that people answer. */
START_TEST(revealed_answers_make_one)
{
	const struct instrument *const *all = instruments();
	struct room room;
	struct pair pair;
	struct rng rng;

	rng_seed(&rng, 7);
	open_room(&room);
	pair_open(&pair, &room);
	for (size_t i = 0; i < pair.one->step_count; i++)
		pair.one->steps[i].state = pair.other->steps[i].state = STEP_COLLECTING;
	differ_in_secret(&rng, &pair);
	for (size_t i = 0; i < pair.one->step_count; i++)
		pair.one->steps[i].state = pair.other->steps[i].state = STEP_REVEALED;
	session_hide(pair.one, 0);
	session_hide(pair.other, 0);
	for (; *all; all++) {
		int asked = 0, seen = 0;

		for (size_t i = 0; i < pair.one->step_count; i++) {
			const struct step *step = pair.one->steps[i].step;

			if (strcmp(step->kind, (*all)->kind) != 0 || step->by != BY_PERSON || !(*all)->answering)
				continue;
			asked++;
			seen += differences(&pair, step->key) > 0;
		}
		ck_assert_msg(asked == 0 || seen > 0, "no %s looks otherwise", (*all)->kind);
	}
	pair_release(&pair);
	room_close(&room);
}
END_TEST

static void check_hidden(const struct session *session)
{
	for (size_t i = 0; i < session->step_count; i++) {
		const struct progress *progress = &session->steps[i];

		ck_assert_ptr_null(progress->step->coach);
		for (size_t b = 0; is_hidden(progress) && b < progress->ballot_count; b++) {
			const char *answer = progress->ballots[b].answers[OWN];

			ck_assert_msg(!answer || strspn(answer, "?.-") == strlen(answer), "%s: %s", progress->step->key,
				answer);
		}
	}
	for (size_t i = 0; i < session->item_count; i++)
		ck_assert(!session->items[i].private);
}

static void answer(struct room *room, const char *step, int person, const char *value)
{
	struct changes changes = { 0 };
	struct err err = { 0 };

	change_ballot(&changes, step, person, OWN, value);
	ck_assert_msg(store_apply(room->store, room->session, &changes, &err) == 0, "%s", err.message);
	changes_release(&changes);
}

/* Whatever a store that hides brings into memory is hidden already, at first and ever after. */
START_TEST(a_store_that_hides_never_tells)
{
	const char *step = NULL;
	struct changes changes = { 0 };
	struct err err = { 0 };
	struct session *session;
	struct room room;

	room_open(&room, PEOPLE, false);
	for (size_t i = 0; i < room.session->step_count && !step; i++)
		if (room.session->steps[i].step->points > 0)
			step = room.session->steps[i].step->key;
	answer(&room, step, 1, "4");
	change_item_add(&changes, ITEM_NOTE, step, SECRET, "", DAY_NONE);
	ck_assert_int_eq(store_apply(room.store, room.session, &changes, &err), 0);
	changes_release(&changes);
	change_item_set(&changes, room.session->items[0].id, "private", "yes");
	ck_assert_int_eq(store_apply(room.store, room.session, &changes, &err), 0);
	changes_release(&changes);
	store_hide(room.store, 0);
	session = room_load(&room, room.session->id);
	ck_assert_uint_eq(session->item_count, 0);
	ck_assert_ptr_null(session->bank_text);
	check_hidden(session);
	answer(&room, step, 2, "5");
	check_hidden(room.session);
	ck_assert_int_eq(store_reload(room.store, session, &err), 0);
	check_hidden(session);
	ck_assert_int_eq(progress_answers(&session->steps[session_step(session, step)], 0, OWN), 1);
	ck_assert_int_eq(progress_answers(&session->steps[session_step(session, step)], 1, OWN), 1);
	session_free(session);
	room_close(&room);
}
END_TEST

START_TEST(blank_is_nothing)
{
	struct room room;

	room_open(&room, PEOPLE, false);
	room.session->state = SESSION_RUNNING;
	room.session->blank = true;
	for (size_t size = 0; size < COUNT_OF(sizes); size++) {
		char *screen = screen_of(room.session, room.session->steps[1].step->key, size);

		ck_assert_uint_eq(strspn(screen, " |\n."), strlen(screen));
		free(screen);
	}
	room_close(&room);
}
END_TEST

/* The id of another session, planned or begun. */
static void create_another(struct room *room, bool begun, char id[SESSION_ID_LENGTH + 1])
{
	struct changes changes = { 0 };
	struct err err = { 0 };
	struct session *session;

	clock_advance(60);
	ck_assert_int_eq(store_create(room->store,
				 &(struct session_plan){ .title = "Another", .organisation = "", .facilitator = "",
							 .agenda = room->session->agenda, .date = clock_today(),
							 .bank_text = room->session->bank_text,
							 .bank = room->session->bank },
				 id, &err), 0);
	if (!begun)
		return;
	session = room_load(room, id);
	change_session(&changes, "state", session_state_name(SESSION_RUNNING));
	ck_assert_int_eq(store_apply(room->store, session, &changes, &err), 0);
	changes_release(&changes);
	session_free(session);
}

/* Whether it shows that session once it hears of a change; id: "" for none. */
static void check_follows(struct room *room, struct app *app, struct screen *screen, const char *id)
{
	struct err err = { 0 };

	app->lost = app->session && store_reload(room->store, app->session, &err) != 0;
	screen->ops->changed(app, screen);
	ck_assert_str_eq(app->session ? app->session->id : "", id);
	ck_assert_str_eq(app->status, "");
}

START_TEST(follows_what_is_held)
{
	struct room room;
	struct err err = { 0 };
	struct screen *screen;
	struct app app = { 0 };
	char other[SESSION_ID_LENGTH + 1], first[SESSION_ID_LENGTH + 1];
	bool named = _i;

	room_open(&room, 2, false);
	strcpy(first, room.session->id);
	app.store = room.store;
	app.session = room_load(&room, first);
	screen = present_new(&app, named);
	create_another(&room, false, other);
	check_follows(&room, &app, screen, first);
	create_another(&room, true, other);
	check_follows(&room, &app, screen, named ? first : other);
	/* Whether it is deleted or not, what shows is something. */
	ck_assert_int_eq(store_delete(room.store, named ? first : other, &err), 0);
	app.lost = store_reload(room.store, app.session, &err) != 0;
	ck_assert(app.lost);
	screen->ops->changed(&app, screen);
	ck_assert(named ? !app.session : app.session != NULL);
	screen->ops->free(&app, screen);
	app_close_session(&app);
	room_close(&room);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("the audience's screen");
	TCase *tc = tcase_create("present");

	tcase_set_timeout(tc, 300);
	tcase_add_loop_test(tc, hidden_answers_make_no_difference, 0, TRIALS);
	tcase_add_test(tc, revealed_answers_make_one);
	tcase_add_test(tc, a_store_that_hides_never_tells);
	tcase_add_test(tc, blank_is_nothing);
	tcase_add_loop_test(tc, follows_what_is_held, 0, 2);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
