/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of a charter: writing, voting, late-comers, undo. And of links. */
#include "instrument/clause.h"
#include "instrument/instrument.h"

#include "base/date.h"
#include "room.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHARTER "charter/text"
#define LINKS "channels/joined"
#define CHANNELS "channels/channels"
#define RULE "\xe2\x94\x80"

/* A room with a step of it on the screen. */
struct desk {
	struct room room;
	struct stage stage;
	const char *step;
};

static void refresh(struct desk *desk)
{
	desk->stage.session = desk->room.session;
	desk->stage.progress = &desk->room.session->steps[session_step(desk->room.session, desk->step)];
}

static void enter(struct desk *desk)
{
	refresh(desk);
	stage_enter(&desk->stage, desk->room.session, desk->stage.progress);
}

static void open_desk(struct desk *desk, const char *step, int people)
{
	*desk = (struct desk){ .step = step };
	room_open_bank(&desk->room, "charter.yaml", people);
	stage_init(&desk->stage);
	desk->stage.today = clock_today();
	enter(desk);
}

static void close_desk(struct desk *desk)
{
	stage_release(&desk->stage);
	room_close(&desk->room);
}

static void apply(struct desk *desk, struct changes *changes)
{
	struct err err = { 0 };

	if (changes->count > 0)
		ck_assert_msg(store_apply(desk->room.store, desk->room.session, changes, &err) == 0, "%s", err.message);
	changes_release(changes);
	refresh(desk);
}

/* Keys by their names, with spaces between. Returns how many changes the last one wanted. */
static size_t press(struct desk *desk, const char *keys)
{
	size_t count = 0;

	while (*keys) {
		struct changes changes = { 0 };
		size_t length = strcspn(keys, " ");
		char *name = mem_strndup(keys, length);
		struct key key;

		ck_assert_msg(key_parse(name, &key), "%s", name);
		desk->stage.changes = &changes;
		desk->stage.say[0] = '\0';
		stage_key(&desk->stage, action_find(stage_contexts(&desk->stage), &key), &key);
		desk->stage.changes = NULL;
		count = changes.count;
		apply(desk, &changes);
		keys += length + (keys[length] == ' ');
		free(name);
	}
	return count;
}

static void write_text(struct desk *desk, const char *text)
{
	press(desk, "Enter");
	ck_assert(desk->stage.editing);
	field_set(&desk->stage.field, text);
	press(desk, "Enter");
	ck_assert(!desk->stage.editing);
}

static void undo(struct desk *desk)
{
	struct err err = { 0 };
	char *label = NULL;

	ck_assert_int_eq(store_undo(desk->room.store, desk->room.session, &label, &err), 1);
	free(label);
	refresh(desk);
	stage_undone(&desk->stage);
}

static void set_presence(struct desk *desk, int person, enum presence presence)
{
	struct changes changes = { 0 };

	change_person_set(&changes, person, "presence", presence_name(presence));
	apply(desk, &changes);
}

static enum clause_state state_of(const struct desk *desk, size_t clause)
{
	struct standing standing;

	standing_of(desk->room.session, desk->stage.progress->step, clause, NULL, &standing);
	return standing.state;
}

static void check_sentence(const struct desk *desk, size_t clause, const char *expected)
{
	struct standing standing;
	char *sentence;

	standing_of(desk->room.session, desk->stage.progress->step, clause, NULL, &standing);
	sentence = standing_sentence(desk->room.session, &standing);
	ck_assert_str_eq(sentence, expected);
	free(sentence);
}

static char *result_of(const struct desk *desk)
{
	struct doc doc = { 0 };
	struct layout layout;
	struct str text;

	str_init(&text);
	step_summarise(desk->room.session, desk->stage.progress, clock_today(), &doc);
	layout_init(&layout, &doc, 72);
	layout_text(&layout, &text);
	layout_release(&layout);
	doc_release(&doc);
	return text.data;
}

/* Writing */

START_TEST(keeps_a_row_for_each_text)
{
	struct desk desk;
	const struct row *row;

	open_desk(&desk, CHARTER, 4);
	ck_assert(!step_has_result(desk.room.session, desk.stage.progress));
	ck_assert_int_eq(step_missing(desk.room.session, desk.stage.progress), 0);
	press(&desk, "Down Down");
	write_text(&desk, "  Ana   decides. ");
	ck_assert_uint_eq(desk.room.session->row_count, 1);
	row = &desk.room.session->rows[0];
	ck_assert_str_eq(row_value(row, "clause"), "who-decides");
	ck_assert_str_eq(row_value(row, "text"), "Ana decides.");
	ck_assert_uint_eq(row->cell_count, 2);
	ck_assert(step_has_result(desk.room.session, desk.stage.progress));
	/* The same text is no change, and none is no text. */
	press(&desk, "Enter");
	ck_assert_uint_eq(press(&desk, "Enter"), 0);
	write_text(&desk, "   ");
	ck_assert_uint_eq(desk.room.session->row_count, 0);
	ck_assert(!step_has_result(desk.room.session, desk.stage.progress));
	undo(&desk);
	ck_assert_str_eq(row_value(&desk.room.session->rows[0], "text"), "Ana decides.");
	ck_assert_int_eq(desk.stage.row, 2);
	close_desk(&desk);
}
END_TEST

START_TEST(leaves_a_text_as_it_was)
{
	struct desk desk;

	open_desk(&desk, CHARTER, 2);
	write_text(&desk, "One page.");
	press(&desk, "v 5 5");
	press(&desk, "Enter x y");
	ck_assert_uint_eq(press(&desk, "Esc"), 0);
	ck_assert(!desk.stage.editing);
	ck_assert_str_eq(row_value(&desk.room.session->rows[0], "text"), "One page.");
	ck_assert_int_eq(state_of(&desk, 0), CLAUSE_PASSES);
	close_desk(&desk);
}
END_TEST

START_TEST(opens_a_draft_again)
{
	struct desk desk;
	char *name;

	open_desk(&desk, CHARTER, 2);
	ck_assert_ptr_null(stage_draft(&desk.stage));
	press(&desk, "Down Enter x");
	name = stage_draft(&desk.stage);
	ck_assert_str_eq(name, "lead-times");
	enter(&desk);
	ck_assert(stage_restore(&desk.stage, name, "half a sent"));
	ck_assert_int_eq(desk.stage.row, 1);
	ck_assert(desk.stage.editing);
	press(&desk, "e Enter");
	ck_assert_str_eq(row_value(&desk.room.session->rows[0], "text"), "half a sente");
	ck_assert(!stage_restore(&desk.stage, "no-clause", "x"));
	free(name);
	close_desk(&desk);
}
END_TEST

/* Voting */

START_TEST(asks_everybody_who_is_here)
{
	struct desk desk;

	open_desk(&desk, CHARTER, 4);
	press(&desk, "v");
	ck_assert_msg(desk.stage.warns && desk.stage.say[0], "there is nothing to vote on");
	write_text(&desk, "One page.");
	set_presence(&desk, 3, AWAY);
	check_sentence(&desk, 0, "Written, not voted on.");
	/* Persons 1 and 3 are of the first side, 2 and 4 of the second; 3 is passed over. */
	press(&desk, "v 4");
	check_sentence(&desk, 0, "1 of 3 have voted so far.");
	ck_assert_int_eq(step_missing(desk.room.session, desk.stage.progress), 2);
	press(&desk, "3");
	ck_assert(desk.stage.inside);
	press(&desk, "5");
	ck_assert_str_eq(desk.stage.say, "accepted: nobody is below three");
	ck_assert(!desk.stage.inside);
	ck_assert_str_eq(row_value(&desk.room.session->rows[0], "@1"), "4");
	ck_assert_str_eq(row_value(&desk.room.session->rows[0], "@2"), "3");
	ck_assert_str_eq(row_value(&desk.room.session->rows[0], "@4"), "5");
	check_sentence(&desk, 0, "Accepted by all 3.");
	/* Who comes later is asked as well. */
	set_presence(&desk, 3, PRESENT);
	check_sentence(&desk, 0, "3 of 4 have voted so far.");
	press(&desk, "v");
	ck_assert_int_eq(desk.stage.column, 1);
	press(&desk, "2");
	ck_assert_str_eq(desk.stage.say, "1 wants to be heard: Person 2; change the text and vote again");
	check_sentence(&desk, 0, "1 of 4 below three: Person 2 (2).");
	/* What was said stands when somebody leaves. */
	set_presence(&desk, 3, AWAY);
	ck_assert_int_eq(state_of(&desk, 0), CLAUSE_SPEAKS);
	close_desk(&desk);
}
END_TEST

START_TEST(names_who_blocks)
{
	struct desk desk;

	open_desk(&desk, CHARTER, 4);
	write_text(&desk, "One page.");
	press(&desk, "v 0 3");
	check_sentence(&desk, 0, "Blocked by Person 0.");
	press(&desk, "1 0");
	ck_assert_str_eq(desk.stage.say, "blocked by Person 0, Person 3: hear why, change the text and vote again");
	check_sentence(&desk, 0, "Blocked by Person 0, Person 3. Below three as well: Person 1 (1).");
	/* Somebody thinks better of it. */
	press(&desk, "v 4");
	ck_assert(desk.stage.inside);
	press(&desk, "Up Up 5 Esc");
	check_sentence(&desk, 0, "1 of 4 below three: Person 1 (1).");
	close_desk(&desk);
}
END_TEST

START_TEST(passes_over_who_is_not_here)
{
	struct desk desk;

	open_desk(&desk, CHARTER, 4);
	write_text(&desk, "One page.");
	press(&desk, "v - - - -");
	ck_assert_str_eq(desk.stage.say, "nobody is left to vote");
	ck_assert_int_eq(state_of(&desk, 0), CLAUSE_WRITTEN);
	press(&desk, "v 3");
	check_sentence(&desk, 0, "Accepted by the 1 who voted.");
	press(&desk, "Up Del");
	check_sentence(&desk, 0, "0 of 1 have voted so far.");
	ck_assert_uint_eq(press(&desk, "Del"), 0);
	ck_assert_uint_eq(press(&desk, "7"), 0);
	ck_assert(desk.stage.warns);
	close_desk(&desk);
}
END_TEST

START_TEST(drops_the_votes_on_another_text)
{
	struct desk desk;

	open_desk(&desk, CHARTER, 4);
	write_text(&desk, "One page.");
	press(&desk, "v 3 4 2 5");
	write_text(&desk, "Two pages.");
	ck_assert_int_eq(state_of(&desk, 0), CLAUSE_WRITTEN);
	ck_assert_uint_eq(desk.room.session->rows[0].cell_count, 2);
	/* Undo brings both back. */
	undo(&desk);
	check_sentence(&desk, 0, "1 of 4 below three: Person 1 (2).");
	ck_assert_str_eq(row_value(&desk.room.session->rows[0], "text"), "One page.");
	/* First the votes go, then the text. */
	press(&desk, "Del");
	check_sentence(&desk, 0, "Written, not voted on.");
	press(&desk, "Del");
	ck_assert_int_eq(state_of(&desk, 0), CLAUSE_EMPTY);
	undo(&desk);
	undo(&desk);
	ck_assert_int_eq(state_of(&desk, 0), CLAUSE_SPEAKS);
	close_desk(&desk);
}
END_TEST

START_TEST(undo_asks_for_the_vote_again)
{
	struct desk desk;

	open_desk(&desk, CHARTER, 4);
	write_text(&desk, "One page.");
	press(&desk, "v 3 4 2");
	ck_assert_int_eq(desk.stage.column, 3);
	undo(&desk);
	ck_assert_int_eq(desk.stage.column, 2);
	undo(&desk);
	undo(&desk);
	undo(&desk);
	/* There is no text any more: letters are commands again. */
	ck_assert_uint_eq(stage_contexts(&desk.stage) & (CONTEXT_VOTE | CONTEXT_DRAFT), CONTEXT_DRAFT);
	ck_assert_uint_eq(press(&desk, "4"), 0);
	close_desk(&desk);
}
END_TEST

START_TEST(nobody_votes_where_nobody_is)
{
	struct desk desk;

	open_desk(&desk, CHARTER, 0);
	write_text(&desk, "One page.");
	press(&desk, "v");
	ck_assert(desk.stage.warns && !desk.stage.inside);
	close_desk(&desk);
}
END_TEST

START_TEST(tells_how_complete_it_is)
{
	struct desk desk;
	char *text;

	open_desk(&desk, CHARTER, 4);
	text = result_of(&desk);
	ck_assert_str_eq(text, "No clause is written yet.\n"
			       "\n"
			       "Still empty: How we ask each other; How long things take; Who decides\n"
			       "what; Who pays and who bears the risk if it fails.\n"
			       "22 % had one. (A survey, 40 firms, 2012)\n");
	free(text);
	for (int clause = 0; clause < 3; clause++) {
		write_text(&desk, "It says this.");
		if (clause < 2)
			press(&desk, clause ? "v 3 3 1 0" : "v 3 4 5 3");
		press(&desk, "Down");
	}
	text = result_of(&desk);
	ck_assert_str_eq(text, "3 of 4 clauses are written (75 %); accepted: 1.\n"
			       "\n"
			       "  \xe2\x9c\x93 How we ask each other\n"
			       "    It says this.\n"
			       "    Accepted by all 4.\n"
			       "\n"
			       "  ! How long things take\n"
			       "    It says this.\n"
			       "    Blocked by Person 3. Below three as well: Person 1 (1).\n"
			       "\n"
			       "  \xe2\x97\x8b Who decides what\n"
			       "    It says this.\n"
			       "    Written, not voted on.\n"
			       "\n"
			       "Still empty: Who pays and who bears the risk if it fails.\n"
			       "22 % had one. (A survey, 40 firms, 2012)\n");
	free(text);
	write_text(&desk, "It says this.");
	for (int clause = 3; clause >= 0; clause--)
		press(&desk, clause == 0 ? "Down" : clause == 2 ? "v Home 3 3 3 3 Esc Up" : "v 3 3 3 3 Esc Up");
	text = result_of(&desk);
	ck_assert_ptr_nonnull(strstr(text, "All 4 clauses are written and accepted.\n"));
	free(text);
	close_desk(&desk);
}
END_TEST

/* Links */

static void add_things(struct desk *desk, int count)
{
	struct changes changes = { 0 };

	for (int i = 1; i <= count; i++) {
		char name[16];

		snprintf(name, sizeof name, "T%d", i);
		change_row_add(&changes, CHANNELS, i, -1);
		change_cell(&changes, i, "channel", name);
	}
	apply(desk, &changes);
}

START_TEST(links_two_rows)
{
	struct desk desk;
	const struct rating *rating;

	open_desk(&desk, LINKS, 2);
	ck_assert_uint_eq(press(&desk, "Space"), 0);
	add_things(&desk, 4);
	ck_assert(!step_has_result(desk.room.session, desk.stage.progress));
	press(&desk, "Down Right Space");
	ck_assert_uint_eq(desk.room.session->rating_count, 1);
	rating = &desk.room.session->ratings[0];
	ck_assert_str_eq(rating->step, LINKS);
	ck_assert_int_eq(rating->row_a, 2);
	ck_assert_int_eq(rating->row_b, 3);
	ck_assert_int_eq(rating->side, SIDES);
	ck_assert_int_eq(rating->value, 1);
	ck_assert(step_has_result(desk.room.session, desk.stage.progress));
	press(&desk, "Enter");
	ck_assert_uint_eq(desk.room.session->rating_count, 0);
	ck_assert_uint_eq(press(&desk, "Del"), 0);
	press(&desk, "+ Del");
	ck_assert_uint_eq(desk.room.session->rating_count, 0);
	undo(&desk);
	ck_assert_uint_eq(desk.room.session->rating_count, 1);
	ck_assert_int_eq(desk.stage.row, 2);
	ck_assert_int_eq(desk.stage.column, 1);
	close_desk(&desk);
}
END_TEST

/* However the rows stand, the pair is stored one way round. */
START_TEST(links_rows_that_were_moved_in)
{
	struct changes changes = { 0 };
	struct desk desk;

	open_desk(&desk, LINKS, 2);
	add_things(&desk, 2);
	change_row_add(&changes, CHANNELS, 3, 0);
	change_cell(&changes, 3, "channel", "T3");
	apply(&desk, &changes);
	press(&desk, "Space");
	ck_assert_int_eq(desk.room.session->ratings[0].row_a, 1);
	ck_assert_int_eq(desk.room.session->ratings[0].row_b, 3);
	/* A row that goes takes its links along. */
	change_row_remove(&changes, 3);
	apply(&desk, &changes);
	ck_assert_uint_eq(desk.room.session->rating_count, 0);
	undo(&desk);
	ck_assert_uint_eq(desk.room.session->rating_count, 1);
	close_desk(&desk);
}
END_TEST

START_TEST(reaches_every_pair)
{
	static const int counts[] = { 2, 3, 7 };
	int count = counts[_i / 2];
	struct desk desk;
	struct grid grid;
	bool narrow = _i % 2;

	open_desk(&desk, LINKS, 2);
	add_things(&desk, count);
	grid_init(&grid, narrow ? 38 : 78, 10);
	stage_draw(&desk.stage, &grid, grid_rect(&grid));
	ck_assert_int_eq(desk.stage.as_list, narrow);
	/* In the triangle line by line; in the list each thing with those before it. */
	for (int row = 1; row < count; row++) {
		if (narrow)
			press(&desk, "Right Home");
		else if (row > 1)
			press(&desk, "Down Home");
		for (int column = 0; column < row; column++) {
			if (column > 0)
				press(&desk, narrow ? "Down" : "Right");
			press(&desk, "Space");
			stage_draw(&desk.stage, &grid, grid_rect(&grid));
		}
	}
	ck_assert_uint_eq(desk.room.session->rating_count, (size_t)(count * (count - 1) / 2));
	grid_release(&grid);
	close_desk(&desk);
}
END_TEST

START_TEST(tells_islands)
{
	struct desk desk;
	char *text;

	open_desk(&desk, LINKS, 2);
	add_things(&desk, 6);
	text = result_of(&desk);
	ck_assert_str_eq(text, "None of the 15 possible links is there.\n"
			       "22 % joined them. (A survey, 40 firms, 2012)\n");
	free(text);
	press(&desk, "Space Down Right Space PgDn Right Right Space");
	text = result_of(&desk);
	ck_assert_str_eq(text, "3 of 15 possible links are there (20 %).\n"
			       "  \xe2\x80\xa2 Linked, directly or through others: T1, T2, T3.\n"
			       "  \xe2\x80\xa2 Linked, directly or through others: T4, T6.\n"
			       "  \xe2\x80\xa2 Stands alone: T5.\n"
			       "\n"
			       "      1  2  3  4  5\n"
			       RULE RULE RULE RULE "  " RULE "  " RULE "  " RULE "  " RULE "  " RULE "\n"
			       "1 T1\n"
			       "2 T2  \xe2\x97\x8f\n"
			       "3 T3  \xc2\xb7  \xe2\x97\x8f\n"
			       "4 T4  \xc2\xb7  \xc2\xb7  \xc2\xb7\n"
			       "5 T5  \xc2\xb7  \xc2\xb7  \xc2\xb7  \xc2\xb7\n"
			       "6 T6  \xc2\xb7  \xc2\xb7  \xc2\xb7  \xe2\x97\x8f  \xc2\xb7\n"
			       "\n"
			       "22 % joined them. (A survey, 40 firms, 2012)\n");
	free(text);
	close_desk(&desk);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("draft");
	TCase *tc = tcase_create("writing");

	tcase_add_test(tc, keeps_a_row_for_each_text);
	tcase_add_test(tc, leaves_a_text_as_it_was);
	tcase_add_test(tc, opens_a_draft_again);
	suite_add_tcase(suite, tc);
	tc = tcase_create("voting");
	tcase_add_test(tc, asks_everybody_who_is_here);
	tcase_add_test(tc, names_who_blocks);
	tcase_add_test(tc, passes_over_who_is_not_here);
	tcase_add_test(tc, drops_the_votes_on_another_text);
	tcase_add_test(tc, undo_asks_for_the_vote_again);
	tcase_add_test(tc, nobody_votes_where_nobody_is);
	tcase_add_test(tc, tells_how_complete_it_is);
	suite_add_tcase(suite, tc);
	tc = tcase_create("links");
	tcase_add_test(tc, links_two_rows);
	tcase_add_test(tc, links_rows_that_were_moved_in);
	tcase_add_loop_test(tc, reaches_every_pair, 0, 6);
	tcase_add_test(tc, tells_islands);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
