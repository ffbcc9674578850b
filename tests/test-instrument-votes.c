/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of dots, and of questions that have several parts: what is typed, where the cursor goes, what is kept. */
#include "instrument/instrument.h"

#include "base/mem.h"
#include "instrument/answerers.h"
#include "room.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

#define RANK "first/first"
#define MODELS "owners/today"
#define ROW "1213413521"

static const struct progress *progress_of(const struct room *room, const char *step)
{
	int at = session_step(room->session, step);

	ck_assert_int_ge(at, 0);
	return &room->session->steps[at];
}

static void open_stage(struct room *room, struct stage *stage, const char *step)
{
	stage_init(stage);
	stage_enter(stage, room->session, progress_of(room, step));
}

/* Typed answers */

struct typed {
	const char *step, *text;
	const char *answer; /* NULL where it is refused */
};

static const struct typed typed[] = {
	{ RANK, "3 3", "doors,doors" },
	{ RANK, "7,1", "quiet,other" },
	{ RANK, " 2 ; ", "late" },
	{ RANK, "0", "," },
	{ RANK, "", "," },
	{ RANK, "3 3 3", NULL },
	{ RANK, "8", NULL },
	{ RANK, "-1", NULL },
	{ RANK, "1 x", NULL },
	{ RANK, "99999999999999999999", NULL },
	{ MODELS, ROW, ROW },
	{ MODELS, "ABACDACEBA", ROW },
	{ MODELS, "12134 13521", ROW },
	{ MODELS, "12-4?13520", "12?4?1352?" },
	{ MODELS, "121341352", NULL },
	{ MODELS, ROW "1", NULL },
	{ MODELS, "121341352f", NULL },
	{ MODELS, "1213413526", NULL },
	{ MODELS, "121341352\xc3\xa9", NULL },
	{ MODELS, "", NULL },
};

START_TEST(takes_what_is_typed)
{
	const struct typed *row = &typed[_i];
	struct err err = { 0 };
	struct room room;
	struct stage stage;
	const struct answering *answering;
	char *answer;

	room_open_bank(&room, "votes.yaml", 2);
	open_stage(&room, &stage, row->step);
	answering = instrument_find(stage.progress->step->kind)->answering;
	answer = answering->by_text(&stage, row->text, &err);
	if (row->answer)
		ck_assert_str_eq(answer, row->answer);
	else
		ck_assert_msg(!answer && err.message[0], "'%s' gives '%s'", row->text, answer);
	/* Hidden answers are never said aloud by a message. */
	if (!answer && strlen(row->text) > 5)
		ck_assert_ptr_null(strstr(err.message, row->text));
	free(answer);
	stage_release(&stage);
	room_close(&room);
}
END_TEST

START_TEST(says_what_is_left)
{
	struct room room;
	struct stage stage;
	const struct answering *answering = instrument_find("rank")->answering;
	char *text;

	room_open_bank(&room, "votes.yaml", 2);
	open_stage(&room, &stage, RANK);
	ck_assert_ptr_null(answering->remark(&stage, "doors,doors"));
	text = answering->remark(&stage, "doors");
	ck_assert_str_eq(text, "kept; 1 dot was not given, which is allowed");
	free(text);
	text = answering->remark(&stage, ",");
	ck_assert_str_eq(text, "kept; 2 dots were not given, which is allowed");
	free(text);
	stage_release(&stage);
	room_close(&room);
}
END_TEST

/* Keys */

static void press(struct room *room, struct stage *stage, const char *name)
{
	char *step = mem_strdup(stage->progress->step->key);
	struct changes changes = { 0 };
	struct err err = { 0 };
	struct key key;

	ck_assert_msg(key_parse(name, &key), "%s", name);
	stage->changes = &changes;
	stage->say[0] = '\0';
	ck_assert_msg(stage_key(stage, action_find(stage_contexts(stage), &key), &key), "%s is not used", name);
	stage->changes = NULL;
	if (changes.count > 0)
		ck_assert_msg(store_apply(room->store, room->session, &changes, &err) == 0, "%s", err.message);
	changes_release(&changes);
	stage->session = room->session;
	stage->progress = progress_of(room, step);
	free(step);
}

static void type(struct room *room, struct stage *stage, const char *text)
{
	char name[2] = "";

	for (; *text; text++) {
		name[0] = *text;
		press(room, stage, name);
	}
}

static const char *answer_of(const struct room *room, const char *step, int person)
{
	const struct ballot *ballot = progress_ballot(progress_of(room, step), person);

	return ballot && ballot->answers[OWN] ? ballot->answers[OWN] : "none";
}

static int missing(const struct room *room)
{
	return step_missing(room->session, progress_of(room, MODELS));
}

/* People 1 and 3 are of the first side, 2 and 4 of the second. */
START_TEST(asks_part_by_part)
{
	struct room room;
	struct stage stage;

	room_open_bank(&room, "votes.yaml", 4);
	open_stage(&room, &stage, MODELS);
	ck_assert_int_eq(missing(&room), 4);
	type(&room, &stage, "12");
	ck_assert_int_eq(stage.row, 2);
	ck_assert_int_eq(stage.column, 0);
	/* The third is not here; the fourth cannot say, and after that comes the next question. */
	type(&room, &stage, "-0");
	ck_assert_int_eq(stage.row, 0);
	ck_assert_int_eq(stage.column, 1);
	ck_assert_str_eq(stage.say, "now question 2 of 10");
	ck_assert_str_eq(answer_of(&room, MODELS, 1), "1.........");
	ck_assert_str_eq(answer_of(&room, MODELS, 3), "2.........");
	ck_assert_str_eq(answer_of(&room, MODELS, 2), ANSWER_NOT_HERE);
	ck_assert_str_eq(answer_of(&room, MODELS, 4), "?.........");
	ck_assert_int_eq(missing(&room), 3);
	/* Going round: who was left out comes before the next question. */
	press(&room, &stage, "Down");
	type(&room, &stage, "33");
	ck_assert_int_eq(stage.row, 0);
	ck_assert_int_eq(stage.column, 1);
	type(&room, &stage, "3");
	ck_assert_int_eq(stage.column, 2);
	for (int part = 2; part < 10; part++)
		type(&room, &stage, "555");
	ck_assert_str_eq(stage.say, "everybody has answered: r reveals");
	ck_assert_str_eq(answer_of(&room, MODELS, 4), "?355555555");
	ck_assert_int_eq(missing(&room), 0);
	/* Somebody who was not here has come: all is asked. */
	stage.row = 2;
	type(&room, &stage, "1");
	ck_assert_str_eq(answer_of(&room, MODELS, 2), ".........1");
	ck_assert_int_eq(missing(&room), 1);
	ck_assert_int_eq(stage.row, 2);
	ck_assert_int_eq(stage.column, 0);
	/* And goes again, as the only one of whom anything is missing. */
	type(&room, &stage, "-");
	ck_assert_str_eq(stage.say, "everybody has answered: r reveals");
	ck_assert_int_eq(stage.row, 2);
	ck_assert_int_eq(missing(&room), 0);
	stage_release(&stage);
	room_close(&room);
}
END_TEST

START_TEST(takes_parts_back)
{
	struct room room;
	struct stage stage;

	room_open_bank(&room, "votes.yaml", 2);
	open_stage(&room, &stage, MODELS);
	type(&room, &stage, "12");
	press(&room, &stage, "Left");
	ck_assert_int_eq(stage.column, 0);
	press(&room, &stage, "Left");
	ck_assert_int_eq(stage.column, 9);
	press(&room, &stage, "Right");
	press(&room, &stage, "Del");
	ck_assert_int_eq(stage.row, 0);
	/* Nothing is left of the answer. */
	ck_assert_str_eq(answer_of(&room, MODELS, 1), "none");
	press(&room, &stage, "Right");
	type(&room, &stage, "4");
	ck_assert_str_eq(answer_of(&room, MODELS, 1), ".4........");
	/* The cursor comes back to what is open. */
	stage_enter(&stage, room.session, progress_of(&room, MODELS));
	ck_assert_int_eq(stage.row, 0);
	ck_assert_int_eq(stage.column, 0);
	type(&room, &stage, "-");
	ck_assert_str_eq(answer_of(&room, MODELS, 1), ANSWER_NOT_HERE);
	stage.row = 0;
	press(&room, &stage, "Del");
	ck_assert_str_eq(answer_of(&room, MODELS, 1), "none");
	stage_release(&stage);
	room_close(&room);
}
END_TEST

START_TEST(takes_whole_rows)
{
	struct room room;
	struct stage stage;

	room_open_bank(&room, "votes.yaml", 4);
	open_stage(&room, &stage, MODELS);
	press(&room, &stage, "Enter");
	type(&room, &stage, ROW);
	/* What is hidden is never kept half typed. */
	ck_assert_ptr_null(stage_draft(&stage));
	ck_assert(!stage_restore(&stage, "1", "12"));
	press(&room, &stage, "Enter");
	ck_assert_str_eq(answer_of(&room, MODELS, 1), ROW);
	/* The next person's paper is at hand. */
	ck_assert(stage.editing);
	ck_assert_int_eq(stage.row, 1);
	press(&room, &stage, "Esc");
	type(&room, &stage, "11");
	ck_assert_int_eq(stage.row, 3);
	press(&room, &stage, "Enter");
	type(&room, &stage, ROW);
	press(&room, &stage, "Enter");
	ck_assert_int_eq(stage.row, 1);
	ck_assert_int_eq(stage.column, 1);
	type(&room, &stage, ROW);
	press(&room, &stage, "Enter");
	type(&room, &stage, ROW);
	press(&room, &stage, "Enter");
	ck_assert_str_eq(stage.say, "everybody has answered: r reveals");
	ck_assert(!stage.editing);
	ck_assert_int_eq(missing(&room), 0);
	for (int person = 1; person <= 4; person++)
		ck_assert_str_eq(answer_of(&room, MODELS, person), ROW);
	stage_release(&stage);
	room_close(&room);
}
END_TEST

/* The result, with the examples of the method: a row of each side, "-" for an item that is not answered. */

struct pictured {
	const char *rows[SIDES];
	const char *models[SIDES], *distance; /* lines of the result */
	enum verdict_kind verdict;
	const char *sentence; /* NULL for none */
};

static const struct pictured pictured[] = {
	{ { "aabaacabaa", "dbbddcddbd" },
		{ "Shops (1): Parental control", "Web (1): Limited visiting rights" },
		"The two sides give different pictures: they are 68 % apart.", VERDICT_GAP,
		"Shops: Parental control. Web: Limited visiting rights." },
	{ { "aaaaabbbbb", "abcdeabcde" },
		{ "Shops (1): Parental control / Friends with benefits", "Web (1): no clear model" },
		"The two sides give different pictures: they are 55 % apart.", VERDICT_GAP,
		"Shops: Parental control / Friends with benefits. Web: no clear model." },
	{ { "aab-a-abaa", "aabaacabaa" },
		{ "Shops (1): Parental control", "Web (1): Parental control" },
		"The two sides give nearly the same picture: they are 8 % apart.", VERDICT_AGREEMENT,
		"The sides see it alike." },
	{ { "aaaaaaaaaa", "aaaaaaacce" },
		{ "Shops (1): Parental control", "Web (1): Parental control" },
		"The two sides agree in part: they are 30 % apart.", VERDICT_NONE, NULL },
	{ { "aaaa------", "aabaacabaa" }, { "Shops (0): too few answers", "Web (1): Parental control" }, NULL,
		VERDICT_NONE, NULL },
};

static void answer_and_reveal(struct room *room, const char *const rows[SIDES])
{
	struct stage stage;
	struct changes changes = { 0 };
	struct err err = { 0 };

	open_stage(room, &stage, MODELS);
	press(room, &stage, "Enter");
	for (int side = 0; side < SIDES; side++) {
		type(room, &stage, rows[side]);
		press(room, &stage, "Enter");
	}
	stage_release(&stage);
	change_step_state(&changes, MODELS, STEP_REVEALED);
	ck_assert_msg(store_apply(room->store, room->session, &changes, &err) == 0, "%s", err.message);
	changes_release(&changes);
}

START_TEST(tells_models_apart)
{
	const struct pictured *row = &pictured[_i];
	const struct instrument *instrument = instrument_find("models");
	struct verdict verdict;
	struct layout layout;
	struct doc doc = { 0 };
	struct room room;
	struct str text;
	char *sentence;

	room_open_bank(&room, "votes.yaml", 2);
	answer_and_reveal(&room, row->rows);
	instrument->summarise(room.session, progress_of(&room, MODELS), 0, &doc);
	str_init(&text);
	layout_init(&layout, &doc, 100);
	layout_text(&layout, &text);
	for (int side = 0; side < SIDES; side++)
		ck_assert_msg(strstr(text.data, row->models[side]) != NULL, "%s: %s", row->models[side], text.data);
	if (row->distance)
		ck_assert_msg(strstr(text.data, row->distance) != NULL, "%s: %s", row->distance, text.data);
	else
		ck_assert_ptr_null(strstr(text.data, "apart"));
	sentence = instrument->verdict(room.session, progress_of(&room, MODELS), &verdict);
	ck_assert_int_eq(verdict.kind, row->verdict);
	ck_assert_msg(sentence ? row->sentence && strcmp(sentence, row->sentence) == 0 : !row->sentence, "%s",
		sentence);
	free(sentence);
	layout_release(&layout);
	doc_release(&doc);
	str_release(&text);
	room_close(&room);
}
END_TEST

/* Nobody to ask: no key does harm. */
/* As a damaged file may hold: dots of no side. */
START_TEST(counts_dots_of_sides_only)
{
	struct changes changes = { 0 };
	struct err err = { 0 };
	struct doc doc = { 0 };
	struct room room;
	const struct progress *progress;

	room_open_bank(&room, "votes.yaml", 2);
	for (int i = 0; i < 2; i++)
		change_ballot(&changes, RANK, room.session->people[i].id, OWN, i ? "doors,late" : "quiet");
	ck_assert_msg(store_apply(room.store, room.session, &changes, &err) == 0, "%s", err.message);
	changes_release(&changes);
	progress = progress_of(&room, RANK);
	for (size_t i = 0; i < progress->ballot_count; i++)
		if (strcmp(progress->ballots[i].answers[OWN], "quiet") == 0)
			progress->ballots[i].side = SIDE_NONE;
	step_summarise(room.session, progress, 0, &doc);
	for (size_t i = 0; i < doc.count; i++)
		ck_assert(!doc.blocks[i].text || !strstr(doc.blocks[i].text, "Dots not given"));
	ck_assert_uint_gt(doc.count, 0);
	doc_release(&doc);
	room_close(&room);
}
END_TEST

START_TEST(asks_nobody)
{
	struct room room;
	struct stage stage;
	struct changes changes = { 0 };
	struct key key;

	room_open_bank(&room, "votes.yaml", 0);
	open_stage(&room, &stage, MODELS);
	stage.changes = &changes;
	ck_assert(key_parse("1", &key));
	ck_assert(!stage_key(&stage, action_find(stage_contexts(&stage), &key), &key));
	ck_assert_uint_eq(changes.count, 0);
	ck_assert_int_eq(missing(&room), 0);
	stage_release(&stage);
	room_close(&room);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("instrument-votes");
	TCase *tc = tcase_create("votes");

	tcase_add_loop_test(tc, takes_what_is_typed, 0, (int)COUNT_OF(typed));
	tcase_add_test(tc, says_what_is_left);
	tcase_add_test(tc, asks_part_by_part);
	tcase_add_test(tc, takes_parts_back);
	tcase_add_test(tc, takes_whole_rows);
	tcase_add_loop_test(tc, tells_models_apart, 0, (int)COUNT_OF(pictured));
	tcase_add_test(tc, counts_dots_of_sides_only);
	tcase_add_test(tc, asks_nobody);
	tcase_set_timeout(tc, 60);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
