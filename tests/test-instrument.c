/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of every instrument and analysis that there is. */
#include "instrument/analysis.h"
#include "instrument/instrument.h"

#include "base/date.h"
#include "room.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

START_TEST(registry_is_complete)
{
	const struct instrument *const *all = instruments();

	for (size_t i = 0; all[i]; i++) {
		const struct instrument *instrument = all[i];

		ck_assert_ptr_eq(instrument_find(instrument->kind), instrument);
		ck_assert_msg(instrument->check != NULL, "%s", instrument->kind);
		ck_assert_msg(instrument->summarise != NULL, "%s", instrument->kind);
		/* Either people answer it, or it draws and takes keys by itself. */
		ck_assert_msg(!instrument->answering != !(instrument->draw && instrument->key), "%s", instrument->kind);
		ck_assert_msg(!instrument->draft == !instrument->restore, "%s", instrument->kind);
		/*
		 * What is typed in secret has one length: that of its mask, or that of every answer of a
		 * step with parts.
		 */
		if (instrument->answering && instrument->answering->by_text)
			ck_assert_msg(instrument->answering->shows_typing || instrument->answering->hides_length ||
					      strcmp(instrument->kind, "models") == 0, "%s", instrument->kind);
		for (size_t k = 0; k < instrument->key_count; k++)
			ck_assert_msg(instrument->keys[k] && instrument->keys[k][0], "%s", instrument->kind);
	}
	ck_assert_ptr_null(instrument_find("scal"));
	ck_assert_ptr_null(analysis_find("overlaps"));
	ck_assert_ptr_null(analysis_find(NULL));
}
END_TEST

static void check_shown(const struct answering *answering, const struct step *step, const char *answer)
{
	char *words = answering->show(step, answer);

	ck_assert_msg(words && words[0], "%s: '%s' shows as nothing", step->key, answer);
	free(words);
}

static void check_keys(const struct answering *answering, const struct step *step)
{
	for (char c = ' '; answering->by_key && c < '~'; c++) {
		struct key key = { .code = K_CHAR, .text = { c, '\0' } };
		char answer[64] = "";

		if (!answering->by_key(step, &key, answer))
			continue;
		ck_assert_msg(c >= '1' && c <= '9', "%s: '%c' answers", step->key, c);
		check_shown(answering, step, answer);
		key.ctrl = true;
		ck_assert(!answering->by_key(step, &key, answer));
	}
	for (int i = 0; answering->tally_count && i < answering->tally_count(step); i++) {
		struct key key = { .code = K_CHAR, .text = { (char)('1' + i), '\0' } };
		char counted[64], typed[64];

		answering->tally_answer(step, i, counted);
		check_shown(answering, step, counted);
		ck_assert_msg(answering->by_key(step, &key, typed), "%s: no key %d", step->key, i + 1);
		ck_assert_str_eq(counted, typed);
	}
}

static void check_texts(const struct room *room, const struct progress *progress)
{
	const struct stage stage = { .session = room->session, .progress = progress };
	const struct step *step = progress->step;
	const struct answering *answering = instrument_find(step->kind)->answering;
	static const char *const texts[] = { "1", "0", "3 1", "1,3", "99999", "-1", "1 x", "x", "\xe5\xb1\xb1",
					     " 2 ", "1212121212" };
	int taken = 0;

	for (size_t i = 0; answering->by_text && i < COUNT_OF(texts); i++) {
		struct err err = { 0 };
		char *answer = answering->by_text(&stage, texts[i], &err);

		ck_assert_msg(answer || err.message[0], "%s: '%s' is refused without a word", step->key, texts[i]);
		if (!answer)
			continue;
		taken++;
		ck_assert(strcmp(answer, ANSWER_CANT_SAY) != 0 && strcmp(answer, ANSWER_NOT_HERE) != 0);
		check_shown(answering, step, answer);
		free(answer);
	}
	ck_assert_msg(!answering->by_text || taken > 0, "%s takes nothing", step->key);
}

#define BANKS 4

/* The joint workshop, or the kinds that it may do without. */
static void open_room(struct room *room, int bank, int people)
{
	static const char *const banks[BANKS] = { [1] = "votes.yaml", [2] = "charter.yaml", [3] = "stakes.yaml" };

	if (bank == 0)
		room_open(room, people, false);
	else
		room_open_bank(room, banks[bank], people);
}

START_TEST(answers_can_be_shown)
{
	struct room room;

	open_room(&room, _i, 0);
	for (size_t i = 0; i < room.session->step_count; i++) {
		const struct step *step = room.session->steps[i].step;
		const struct answering *answering = instrument_find(step->kind)->answering;

		if (!answering)
			continue;
		ck_assert_msg(answering->by_key || answering->by_text, "%s", step->key);
		check_keys(answering, step);
		check_texts(&room, &room.session->steps[i]);
	}
	room_close(&room);
}
END_TEST

/* Drawing */

#define MARGIN 3

static void fill(struct grid *grid)
{
	for (int y = 0; y < grid->height; y++)
		grid_repeat(grid, 0, y, grid->width, STYLE_ALERT, "#");
}

static bool is_outside(const struct rect *rect, int x, int y)
{
	/* The line below is the lower rule, on which an instrument may say that there is more. */
	return x < rect->x || x >= rect->x + rect->width || y < rect->y || y > rect->y + rect->height;
}

static void draw_at(struct stage *stage, int width, int height, int margin)
{
	struct grid grid;
	struct rect rect = { margin, margin, width, height };

	grid_init(&grid, width + 2 * margin, height + 2 * margin);
	fill(&grid);
	stage_draw(stage, &grid, rect);
	room_check_grid(&grid);
	for (int y = 0; y < grid.height; y++)
		for (int x = 0; x < grid.width; x++) {
			const struct glyph *glyph = &grid.glyphs[y * grid.width + x];

			if (is_outside(&rect, x, y) && (glyph->text[0] != '#' || glyph->style != STYLE_ALERT))
				ck_abort_msg("%s in %dx%d writes at %d, %d", stage->progress->step->key, width, height,
					x - margin, y - margin);
		}
	grid_release(&grid);
}

static void draw_step(struct room *room, const struct progress *progress)
{
	/* Screens of less than 40x12 are refused: there it is enough not to fall over. */
	static const int small[][2] = { { 1, 1 }, { 2, 2 }, { 5, 3 }, { 20, 1 }, { 1, 20 } };
	static const int sizes[][2] = { { 38, 5 }, { 38, 6 }, { 78, 18 }, { 118, 35 }, { 300, 100 } };
	struct stage stage;

	stage_init(&stage);
	stage_enter(&stage, room->session, progress);
	stage.today = clock_today();
	for (size_t i = 0; i < COUNT_OF(small); i++)
		draw_at(&stage, small[i][0], small[i][1], 0);
	for (size_t i = 0; i < COUNT_OF(sizes); i++)
		draw_at(&stage, sizes[i][0], sizes[i][1], MARGIN);
	stage_release(&stage);
}

static void set_entry(struct room *room, enum entry entry)
{
	struct changes changes = { 0 };
	struct err err = { 0 };

	for (size_t i = 0; i < room->session->step_count; i++)
		change_step_entry(&changes, room->session->steps[i].step->key, entry);
	ck_assert_msg(store_apply(room->store, room->session, &changes, &err) == 0, "%s", err.message);
	changes_release(&changes);
}

static void reopen(struct room *room)
{
	struct changes changes = { 0 };
	struct err err = { 0 };

	for (size_t i = 0; i < room->session->step_count; i++)
		if (room->session->steps[i].state == STEP_REVEALED)
			change_step_reopen(&changes, room->session->steps[i].step->key);
	ck_assert_msg(store_apply(room->store, room->session, &changes, &err) == 0, "%s", err.message);
	changes_release(&changes);
}

static const int crowds[] = { 0, 1, 8, 60 };

START_TEST(draws_at_every_size)
{
	bool full = _i % 2;
	int people = crowds[_i / 2];
	struct room room;

	/* Sixty take the same ways as eight. */
	if ((full && people == 0) || (people > 8 && room_is_slow()))
		return;
	room_open(&room, people, full);
	if (full)
		reopen(&room);
	for (int entry = ENTRY_ROLL_CALL; entry <= ENTRY_TALLY; entry++) {
		for (size_t i = 0; i < room.session->step_count; i++)
			draw_step(&room, &room.session->steps[i]);
		if (!full)
			set_entry(&room, ENTRY_TALLY);
	}
	room_close(&room);
}
END_TEST

START_TEST(draws_other_kinds)
{
	struct room room;

	for (int bank = 1; bank < BANKS; bank++) {
		open_room(&room, bank, crowds[_i]);
		for (size_t i = 0; i < room.session->step_count; i++)
			draw_step(&room, &room.session->steps[i]);
		room_close(&room);
	}
}
END_TEST

/* What a step says, as text. */
static void summarise(struct room *room, const struct progress *progress, bool all, int width)
{
	struct doc doc = { 0 };
	struct layout layout;
	struct str text;

	str_init(&text);
	(all ? step_summarise : step_digest)(room->session, progress, clock_today(), &doc);
	layout_init(&layout, &doc, width);
	layout_text(&layout, &text);
	ck_assert_msg(text.data[strspn(text.data, " \n")] != '\0', "%s says nothing", progress->step->key);
	layout_release(&layout);
	doc_release(&doc);
	str_release(&text);
}

START_TEST(always_says_something)
{
	bool full = _i % 2;
	int people = crowds[_i / 2];
	struct room room;

	/* Sixty take the same ways as eight. */
	if ((full && people == 0) || (people > 8 && room_is_slow()))
		return;
	room_open(&room, people, full);
	for (size_t i = 0; i < room.session->step_count; i++) {
		for (int all = 0; all < 2; all++) {
			summarise(&room, &room.session->steps[i], all, 1);
			summarise(&room, &room.session->steps[i], all, 38);
			summarise(&room, &room.session->steps[i], all, 300);
		}
	}
	room_close(&room);
}
END_TEST

/* What a brief shows of what the room keeps, beside its text. */
START_TEST(a_brief_lists_what_is_kept)
{
	static const char expected[] =
		"Read.\n\n"
		"Decisions\n"
		"  \xe2\x80\xa2 One contract \xc2\xb7 decided: Person 0, Person 1\n"
		"    Seen otherwise: \xe2\x80\x9cToo soon\xe2\x80\x9d\n"
		"  \xe2\x80\xa2 Two weeks \xc2\xb7 proposed\n\n"
		"Agreed to differ\n"
		"  \xe2\x80\xa2 Who has the last word\n";
	char text[] = "Read.";
	struct step step = { .text = text, .shows = 1u << ITEM_DECISION | 1u << ITEM_DIFFER };
	struct progress progress = { .step = &step };
	struct changes changes = { 0 };
	struct err err = { 0 };
	struct doc doc = { 0 };
	struct layout layout;
	struct room room;
	struct str out;

	room_open(&room, 2, false);
	change_item_add(&changes, ITEM_DIFFER, "", "Who has the last word", "", DAY_NONE);
	change_item_add(&changes, ITEM_DECISION, "", "One contract", "", DAY_NONE);
	change_item_add(&changes, ITEM_NOTE, "", "Hm", "", DAY_NONE);
	change_item_add(&changes, ITEM_DECISION, "", "Two weeks", "", DAY_NONE);
	change_item_set(&changes, 2, "yes-0", "Person 0");
	change_item_set(&changes, 2, "yes-1", "Person 1");
	change_item_set(&changes, 2, "dissent", "Too soon");
	ck_assert_msg(store_apply(room.store, room.session, &changes, &err) == 0, "%s", err.message);
	instrument_find("brief")->summarise(room.session, &progress, 1, &doc);
	layout_init(&layout, &doc, 76);
	str_init(&out);
	layout_text(&layout, &out);
	ck_assert_str_eq(out.data, expected);
	str_release(&out);
	layout_release(&layout);
	doc_release(&doc);
	changes_release(&changes);
	room_close(&room);
}
END_TEST

START_TEST(analyses_of_nothing_and_of_much)
{
	struct room room;
	int seen = 0;

	room_open(&room, _i ? 8 : 0, _i);
	for (size_t i = 0; i < room.session->step_count; i++) {
		const struct step *step = room.session->steps[i].step;
		const struct analysis *analysis = analysis_find(step->analysis);
		struct doc doc = { 0 };

		if (!analysis)
			continue;
		seen++;
		analysis->summarise(room.session, step, clock_today(), &doc);
		ck_assert_msg(doc.count > 0, "%s says nothing", analysis->name);
		doc_release(&doc);
	}
	ck_assert_int_eq(seen, 4);
	room_close(&room);
}
END_TEST

/* Keys by chance */

#define KEYS 600

/* Applies what a key wanted changed; the store may refuse it, but never with an internal error. */
static void apply(struct room *room, struct changes *changes)
{
	struct err err = { 0 };

	if (changes->count > 0 && store_apply(room->store, room->session, changes, &err) != 0)
		ck_assert_msg(err.message[0], "refused without a word");
	changes_release(changes);
}

static void press(struct room *room, struct stage *stage, const char *step, struct rng *rng)
{
	struct changes changes = { 0 };
	struct key key;

	room_key(rng, &key);
	stage->session = room->session;
	stage->progress = &room->session->steps[session_step(room->session, step)];
	stage->changes = &changes;
	stage_key(stage, action_find(stage_contexts(stage), &key), &key);
	stage->changes = NULL;
	apply(room, &changes);
	stage->session = room->session;
	stage->progress = &room->session->steps[session_step(room->session, step)];
	draw_at(stage, 38 + (int)rng_below(rng, 60), 5 + (int)rng_below(rng, 15), MARGIN);
	free(stage_draft(stage));
}

START_TEST(survives_any_keys)
{
	int keys = room_keys(KEYS);
	struct rng rng;
	struct room room;

	rng_seed(&rng, 20261122);
	if (_i >= 2)
		open_room(&room, _i - 1, 8);
	else
		room_open(&room, 8, _i);
	if (_i == 1)
		reopen(&room);
	for (size_t i = 0; i < room.session->step_count; i++) {
		char *step = mem_strdup(room.session->steps[i].step->key);
		struct stage stage;

		stage_init(&stage);
		stage_enter(&stage, room.session, &room.session->steps[i]);
		stage.today = clock_today();
		for (int k = 0; k < keys; k++)
			press(&room, &stage, step, &rng);
		stage_release(&stage);
		free(step);
	}
	for (size_t i = 0; i < room.session->step_count; i++) {
		summarise(&room, &room.session->steps[i], true, 78);
		summarise(&room, &room.session->steps[i], false, 78);
	}
	session_free(room_load(&room, room.session->id));
	room_close(&room);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("instrument");
	TCase *tc = tcase_create("registry");

	tcase_add_test(tc, registry_is_complete);
	tcase_add_loop_test(tc, answers_can_be_shown, 0, BANKS);
	tcase_add_test(tc, a_brief_lists_what_is_kept);
	tcase_add_loop_test(tc, analyses_of_nothing_and_of_much, 0, 2);
	suite_add_tcase(suite, tc);
	tc = tcase_create("screens");
	tcase_set_timeout(tc, 300);
	tcase_add_loop_test(tc, draws_at_every_size, 0, 2 * (int)COUNT_OF(crowds));
	tcase_add_loop_test(tc, always_says_something, 0, 2 * (int)COUNT_OF(crowds));
	tcase_add_loop_test(tc, draws_other_kinds, 0, (int)COUNT_OF(crowds));
	tcase_add_loop_test(tc, survives_any_keys, 0, 1 + BANKS);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
