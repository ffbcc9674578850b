/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What speed, skin, the ladder and pairs say of known figures, and what they keep to themselves. */
#include "base/date.h"
#include "instrument/findings.h"
#include "instrument/instrument.h"
#include "instrument/outsider.h"
#include "room.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BANK "stakes.yaml"
#define PEOPLE 6 /* those with an odd id are of the first side */

static void apply(struct room *room, struct changes *changes)
{
	struct err err = { 0 };

	ck_assert_msg(store_apply(room->store, room->session, changes, &err) == 0, "%s", err.message);
	changes_release(changes);
}

/* A row of a register; cells are in the order of its columns, and end in NULL. */
static void add_row(struct room *room, const char *key, const char *const *cells)
{
	const struct step *step = bank_step(room->session->bank, key, NULL);
	int id = session_next_row(room->session);
	struct changes changes = { 0 };

	change_row_add(&changes, key, id, -1);
	for (size_t c = 0; cells[c]; c++)
		if (cells[c][0])
			change_cell(&changes, id, step->columns[c].id, cells[c]);
	apply(room, &changes);
}

/* An answer of each person, a character each; ' ' for none. */
static void answer(struct room *room, const char *key, const char *answers)
{
	struct changes changes = { 0 };

	for (int i = 0; answers[i]; i++) {
		const char text[2] = { answers[i], '\0' };

		if (answers[i] != ' ')
			change_ballot(&changes, key, room->session->people[i].id, OWN, text);
	}
	apply(room, &changes);
}

static void write_text(struct room *room, const char *key, const char *text)
{
	struct changes changes = { 0 };

	change_ballot(&changes, key, ANSWERER_ROOM, OWN, text);
	apply(room, &changes);
}

static void reveal(struct room *room, const char *key)
{
	struct changes changes = { 0 };

	change_step_state(&changes, key, STEP_REVEALED);
	apply(room, &changes);
}

static char *result(struct room *room, const char *key)
{
	const struct progress *progress = &room->session->steps[session_step(room->session, key)];
	struct doc doc = { 0 };
	struct layout layout;
	struct str text;

	str_init(&text);
	step_summarise(room->session, progress, clock_today(), &doc);
	layout_init(&layout, &doc, 100);
	layout_text(&layout, &text);
	layout_release(&layout);
	doc_release(&doc);
	return text.data;
}

static void expect(struct room *room, const char *key, const char *line)
{
	char *text = result(room, key), *all = mem_printf("\n%s", text), *wanted = mem_printf("\n%s\n", line);

	ck_assert_msg(strstr(all, wanted) != NULL, "'%s' is no line of\n%s", line, text);
	free(text);
	free(all);
	free(wanted);
}

static void expect_not(struct room *room, const char *key, const char *what)
{
	char *text = result(room, key);

	ck_assert_msg(strstr(text, what) == NULL, "'%s' stands in\n%s", what, text);
	free(text);
}

/* Speed */

static const char *const requests[][6] = {
	{ "Landing page", "sales", "2", "5", "", NULL }, { "LANDING page", "sales", "3", "4", "", NULL },
	{ "Landing page", "sales", "2", "9", "", NULL }, { "landing page", "hr", "5", "5", "", NULL },
	{ "Landing page", "hr", "1", "3", "", NULL }, { "Data feed", "", "20", "60", "", NULL },
	{ "Data feed", "", "30", "45", "", NULL }, { "Data feed", "", "15", "90", "", NULL },
};

#define REGISTER "speed/requests"
#define GUESS "speed/guess"

START_TEST(speed_of_known_requests)
{
	struct room room;

	room_open_bank(&room, BANK, PEOPLE);
	expect(&room, REGISTER, "No requests were listed.");
	for (size_t i = 0; i < COUNT_OF(requests); i++)
		add_row(&room, REGISTER, requests[i]);
	expect(&room, REGISTER, "On time: 0 of 3 that Sales asked for, 1 of 2 that HR asked for.");
	/* What is furthest from what was asked comes first. */
	expect(&room, REGISTER,
		"  \xe2\x80\xa2 Data feed: takes 3.0 times what was asked (middle of 3); 0 of 3 on time; "
		"45 to 90 days.\n"
		"  \xe2\x80\xa2 Landing page: takes 2.5 times what was asked (middle of 5); 1 of 5 on time; "
		"3 to 9 days.");
	expect(&room, REGISTER, "Data feed                3     20     60            -");
	expect(&room, REGISTER, "Landing page             5      2      5            9");
	room_close(&room);
}
END_TEST

/* As much as a column takes where the bank sets no limit. */
START_TEST(speed_of_very_many_days)
{
	static const char *const cells[] = { "Moon", "hr", "1000000000", "1000000000", NULL };
	struct room room;

	room_open_bank(&room, BANK, PEOPLE);
	add_row(&room, REGISTER, cells);
	expect(&room, REGISTER, "Moon                     1  20000  20000");
	room_close(&room);
}
END_TEST

START_TEST(speed_of_few)
{
	static const char *const rows[][6] = {
		{ "Even", "", "4", "4", "", NULL }, { "Even", "", "2", "2", "", NULL },
		{ "One", "", "3", "1", "", NULL },
		{ "Now", "", "0", "0", "", NULL }, { "Now", "", "0", "2", "", NULL }, { "Open", "", "3", "", "", NULL },
		{ "Unasked", "", "", "8", "", NULL }, { "", "", "1", "1", "", NULL },
	};
	struct room room;

	room_open_bank(&room, BANK, PEOPLE);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		add_row(&room, REGISTER, rows[i]);
	expect(&room, REGISTER,
		"  \xe2\x80\xa2 Even: takes as long as was asked (middle of 2); 2 of 2 on time; 2 to 4 days.");
	expect(&room, REGISTER, "  \xe2\x80\xa2 One: one case, 1 day; 3 asked for.");
	expect(&room, REGISTER, "  \xe2\x80\xa2 Now: 1 of 2 on time; 0 to 2 days.");
	expect(&room, REGISTER, "  \xe2\x80\xa2 Open: nobody says yet how long it took.");
	expect(&room, REGISTER, "  \xe2\x80\xa2 Unasked: 8 days; nobody says how long was asked for.");
	expect_not(&room, REGISTER, "85");
	expect_not(&room, REGISTER, "On time:");
	room_close(&room);
}
END_TEST

/* Of persons of the first and the second side by turns; they are anonymous. */
static const struct {
	const char *answers, *line;
} guesses[] = {
	{ "3 4 5", "Days guessed before: Sales 4. Days taken: 7 in the middle." },
	{ "364859", "Days guessed before: Sales 4, HR 8. Days taken: 7 in the middle." },
	{ "38  4?", NULL },
	{ "?6?8?9", "Days guessed before: HR 8. Days taken: 7 in the middle." },
	{ "", NULL },
};

/* Before its reveal, and where too few have given one, a guess is not shown. */
START_TEST(guesses_are_kept)
{
	struct room room;

	room_open_bank(&room, BANK, PEOPLE);
	for (size_t i = 0; i < COUNT_OF(requests); i++)
		add_row(&room, REGISTER, requests[i]);
	answer(&room, GUESS, guesses[_i].answers);
	expect_not(&room, REGISTER, "guess");
	reveal(&room, GUESS);
	if (guesses[_i].line)
		expect(&room, REGISTER, guesses[_i].line);
	else
		expect_not(&room, REGISTER, "guess");
	room_close(&room);
}
END_TEST

START_TEST(one_guess_is_no_range)
{
	struct room room;

	room_open_bank(&room, BANK, PEOPLE);
	answer(&room, GUESS, "748495");
	reveal(&room, GUESS);
	expect(&room, GUESS, "Sales (3): from 7 to 9 days, the middle answer is 8.");
	expect(&room, GUESS, "HR (3): from 4 to 5 days, the middle answer is 4.");
	room_close(&room);
	room_open_bank(&room, BANK, PEOPLE);
	answer(&room, GUESS, "748494");
	reveal(&room, GUESS);
	expect(&room, GUESS, "HR (3): 4 days.");
	room_close(&room);
}
END_TEST

/* Skin in the game */

#define STAKES "risk/initiatives"

START_TEST(skin_of_known_initiatives)
{
	static const char *const rows[][6] = {
		{ "Mobile app", "300", "100", "50", "80", NULL }, { "CRM", "0", "400", "20", "60", NULL },
		{ "Personalisation", "100", "100", "50", "50", NULL }, { "", "7", "7", "7", "7", NULL },
	};
	struct room room;

	room_open_bank(&room, BANK, PEOPLE);
	expect(&room, STAKES, "No initiatives were listed.");
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		add_row(&room, STAKES, rows[i]);
	expect(&room, STAKES, "Skin in the game: 36 % overall, weighted by budget.");
	expect(&room, STAKES, "Mobile app        50 %  100 %    40 %   40 %");
	expect(&room, STAKES, "CRM                0 %   40 %    80 %    0 %");
	expect(&room, STAKES, "Personalisation  100 %  100 %   100 %  100 %");
	expect(&room, STAKES,
		"  \xe2\x80\xa2 Mobile app: Sales gets 80\xc2\xa0% of the reward for 50\xc2\xa0% of the risk; HR gets "
		"20\xc2\xa0% for 50\xc2\xa0%.\n"
		"  \xe2\x80\xa2 CRM: Sales gets 60\xc2\xa0% of the reward for 20\xc2\xa0% of the risk; HR gets "
		"40\xc2\xa0% for 80\xc2\xa0%.");
	expect_not(&room, STAKES, "not count");
	room_close(&room);
}
END_TEST

START_TEST(skin_of_what_is_not_known)
{
	static const char *const rows[][6] = {
		{ "Dream", "0", "0", "50", "50", NULL }, { "Plan", "10", "", "30", "30", NULL }, { "Idea", NULL },
	};
	static const char *const fair[] = { "Deed", "10", "20", "30", "30", NULL };
	struct room room;

	room_open_bank(&room, BANK, PEOPLE);
	add_row(&room, STAKES, rows[0]);
	add_row(&room, STAKES, rows[1]);
	expect(&room, STAKES, "For an overall figure, money, risk and reward of an initiative are needed.");
	expect(&room, STAKES, "Each side gets as much of the reward as it bears of the risk.");
	expect(&room, STAKES, "Dream           - nobody pays  100 %   100 %     -");
	expect(&room, STAKES, "Plan               - not said   60 %    60 %     -");
	add_row(&room, STAKES, rows[2]);
	add_row(&room, STAKES, fair);
	expect(&room, STAKES, "3 of 4 initiatives do not count: a figure is missing, or nobody pays.");
	expect(&room, STAKES, "Idea               - not said  - not said  - not said     -");
	expect(&room, STAKES, "Deed                     67 %        60 %        60 %  60 %");
	expect_not(&room, STAKES, "Each side gets");
	room_close(&room);
}
END_TEST

/* The ladder */

#define SENTENCE "purpose/sentence"

static void tell(struct room *room)
{
	write_text(room, "purpose/technology", "Wires");
	write_text(room, "purpose/capability", "Sums");
	write_text(room, "purpose/purpose", "Safer flights");
}

static void rate(struct room *room, const char *technology, const char *capability, const char *purpose)
{
	answer(room, "purpose/clear-technology", technology);
	answer(room, "purpose/clear-capability", capability);
	answer(room, "purpose/clear-purpose", purpose);
}

static void reveal_all(struct room *room)
{
	reveal(room, "purpose/clear-technology");
	reveal(room, "purpose/clear-capability");
	reveal(room, "purpose/clear-purpose");
}

START_TEST(ladder_shows_what_is_revealed)
{
	struct room room;

	room_open_bank(&room, BANK, PEOPLE);
	expect(&room, SENTENCE, "No rating of a text is revealed yet.");
	tell(&room);
	rate(&room, "151525", "333333", "545454");
	expect(&room, SENTENCE, "No rating of a text is revealed yet.");
	reveal(&room, "purpose/clear-technology");
	expect(&room, SENTENCE, "1.3    5.0  Wires");
	expect_not(&room, SENTENCE, "Sums");
	expect_not(&room, SENTENCE, "clearest");
	reveal(&room, "purpose/clear-purpose");
	expect(&room, SENTENCE, "Each side finds another one clearest.");
	expect(&room, SENTENCE, "1.3    5.0 \xe2\x97\x8f  Wires");
	expect(&room, SENTENCE, "5.0 \xe2\x97\x8f  4.0    Safer flights");
	room_close(&room);
}
END_TEST

static const struct {
	const char *technology, *capability, *purpose, *line;
} ladders[] = {
	{ "111111", "333333", "545454", "Both sides find the same one clearest." },
	{ "151515", "333333", "515151", "Each side finds another one clearest." },
	/* Two that are as clear are no one choice. */
	{ "151515", "555555", "111111", "To Sales, one is clearest; to HR, 1 other is as clear." },
	{ "515151", "555555", "111111", "To HR, one is clearest; to Sales, 1 other is as clear." },
	{ "555555", "555555", "111111", "Both sides find the same 2 clearest, and those alike." },
	{ "515151", "555555", "151515", "Both sides find several alike clearest; 1 is the same." },
	{ "515151", "515151", "151515", "Each side finds others clearest." },
	{ "151313", "131323", "535353", "Each side finds another one clearest." },
	{ "131313", "131313", "535353", "To HR, none is clearer than the others." },
	{ "313131", "313131", "353535", "To Sales, none is clearer than the others." },
	{ "333333", "333333", "333333", "To neither side, one is clearer than the others." },
};

START_TEST(ladder_says_who_agrees)
{
	struct room room;

	room_open_bank(&room, BANK, PEOPLE);
	tell(&room);
	rate(&room, ladders[_i].technology, ladders[_i].capability, ladders[_i].purpose);
	reveal_all(&room);
	expect(&room, SENTENCE, ladders[_i].line);
	room_close(&room);
}
END_TEST

/* The middle one is anonymous: of two answers neither the mean nor what follows from it is shown. */
START_TEST(ladder_withholds)
{
	struct room room;

	room_open_bank(&room, BANK, PEOPLE);
	tell(&room);
	rate(&room, "151515", "5343?3", "131313");
	reveal_all(&room);
	expect(&room, SENTENCE, "1.0    5.0 \xe2\x97\x8f  Wires");
	expect(&room, SENTENCE, "-      3.0    Sums");
	expect(&room, SENTENCE, "1.0    3.0    Safer flights");
	expect(&room, SENTENCE, "- no answer, or too few to show");
	expect_not(&room, SENTENCE, "sides");
	expect_not(&room, SENTENCE, "4.5");
	room_close(&room);
}
END_TEST

/* Pairs of measures */

#define MEASURES "rows/measures"
#define PAIRS "rows/clashes"

static void rate_pair(struct room *room, int row, int column, int side, const char *value)
{
	struct changes changes = { 0 };

	change_rating(&changes, PAIRS, room->session->rows[row].id, room->session->rows[column].id, side, value);
	apply(room, &changes);
}

/* Of three measures of the first side, of weights 3, 2 and 1, with two of the second, of 3 and 1. */
static void rate_pairs(struct room *room, const char *first, const char *second)
{
	static const char *const signs = "-0+", *const values[] = { "-1", "0", "1" };

	for (int i = 0; i < 6; i++) {
		rate_pair(room, i / 2, 3 + i % 2, 0, values[strchr(signs, first[i]) - signs]);
		rate_pair(room, i / 2, 3 + i % 2, 1, values[strchr(signs, second[i]) - signs]);
	}
}

static void expect_finding(struct room *room, enum verdict_kind kind, const char *sentence, int num, int den)
{
	struct findings findings;

	findings_init(&findings, room->session);
	ck_assert_uint_eq(findings.count, 1);
	ck_assert_int_eq(findings.items[0].verdict.kind, kind);
	ck_assert_str_eq(findings.items[0].sentence, sentence);
	ck_assert_int_eq(ratio_compare_to(findings.items[0].verdict.size, num, den), 0);
	findings_release(&findings);
}

static void expect_no_finding(struct room *room)
{
	struct findings findings;

	findings_init(&findings, room->session);
	ck_assert_uint_eq(findings.count, 0);
	findings_release(&findings);
}

START_TEST(pairs_that_deserve_time)
{
	static const char *const measures[][4] = {
		{ "Sales", "shop", "3", NULL }, { "Margin", "shop", "2", NULL }, { "Visits", "shop", "1", NULL },
		{ "Uptime", "web", "3", NULL }, { "Cost", "web", "1", NULL },
	};
	struct changes changes = { 0 };
	struct room room;

	room_open_bank(&room, "full.yaml", PEOPLE);
	change_module_add(&changes, "rows", -1, 0);
	apply(&room, &changes);
	for (size_t i = 0; i < COUNT_OF(measures); i++)
		add_row(&room, MEASURES, measures[i]);
	reveal(&room, PAIRS);
	expect_no_finding(&room);
	rate_pair(&room, 0, 3, 0, "0");
	expect_finding(&room, VERDICT_NONE, "Too little was answered, or may be shown, to say.", 0, 1);
	rate_pairs(&room, "000000", "000+++");
	expect_finding(&room, VERDICT_AGREEMENT, "The sides see it alike.", 0, 1);
	/* The heaviest first; one step apart, the lower counts. */
	rate_pairs(&room, "0-000-", "0--000");
	expect_finding(&room, VERDICT_WEAKNESS,
		"These hurt each other: Margin / Uptime; Sales / Cost; Visits / Cost.", 10, 24);
	rate_pairs(&room, "------", "------");
	expect_finding(&room, VERDICT_WEAKNESS,
		"These hurt each other: Sales / Uptime; Margin / Uptime; Sales / Cost; and 3 more.", 1, 1);
	rate_pairs(&room, "---+--", "----+-");
	expect_finding(&room, VERDICT_GAP,
		"One side says that they help each other, the other that they hurt: Visits / Uptime; Margin / Cost.",
		5, 24);
	/* Once the room has settled them, only what hurts is left. */
	rate_pair(&room, 2, 3, SIDES, "0");
	rate_pair(&room, 1, 4, SIDES, "1");
	expect_finding(&room, VERDICT_WEAKNESS,
		"These hurt each other: Sales / Uptime; Margin / Uptime; Sales / Cost; and 1 more.", 19, 24);
	room_close(&room);
}
END_TEST

#define CONTRACTS "rows/contracts"
#define SIMPLE "rows/simple"

/* Where there is no column of measures, a row is called by its first text. */
START_TEST(pairs_of_other_rows)
{
	static const char *const contracts[][4] = {
		{ "Tills Ltd", "shop", "Tills", NULL }, { "", "shop", "No name", NULL },
		{ "Hosting Inc", "web", "Sites", NULL },
	};
	struct changes changes = { 0 };
	struct room room;

	room_open_bank(&room, "full.yaml", PEOPLE);
	change_module_add(&changes, "rows", -1, 0);
	apply(&room, &changes);
	for (size_t i = 0; i < COUNT_OF(contracts); i++)
		add_row(&room, CONTRACTS, contracts[i]);
	for (int side = 0; side < SIDES; side++)
		change_rating(&changes, SIMPLE, room.session->rows[0].id, room.session->rows[2].id, side, "-1");
	apply(&room, &changes);
	reveal(&room, SIMPLE);
	expect(&room, SIMPLE, "By weight, 100 % of the pairs hurt each other and 0 % help each other.");
	expect(&room, SIMPLE, "  \xe2\x80\xa2 Tills Ltd and Hosting Inc hurt each other most.");
	expect_not(&room, SIMPLE, "No name");
	expect_finding(&room, VERDICT_WEAKNESS, "These hurt each other: Tills Ltd / Hosting Inc.", 1, 1);
	room_close(&room);
}
END_TEST

/* Damaged files */

/* What no screen lets through, but a file can hold. */
static const char *const damaged[] = {
	"9223372036854775807", "-9223372036854775808", "99999999999999999999", "10000000000001", "2147483648",
	"1000000000", "-1", "0", "x", "2026-13-77",
};

/* A row for each of them in all columns, and rows in which they stand beside each other. */
static void fill_with_cells(struct room *room, const struct step *step)
{
	for (size_t i = 0; i < 2 * COUNT_OF(damaged); i++) {
		struct changes changes = { 0 };
		int id = session_next_row(room->session);

		change_row_add(&changes, step->key, id, -1);
		for (size_t c = 0; c < step->column_count; c++) {
			const struct column *column = &step->columns[c];
			size_t at = i < COUNT_OF(damaged) ? i : (i + c) % COUNT_OF(damaged);
			const char *text = column->type == COLUMN_SIDE ? room->session->bank->sides[i % SIDES].id
									       : "Same";
			bool is_text = column->type == COLUMN_SIDE || column->type == COLUMN_TEXT;

			change_cell(&changes, id, column->id, is_text ? text : damaged[at]);
		}
		apply(room, &changes);
	}
}

START_TEST(damaged_figures_end_nothing)
{
	static const char *const banks[] = { BANK, "full.yaml" };
	struct changes changes = { 0 };
	struct room room;
	int registers = 0;

	room_open_bank(&room, banks[_i], PEOPLE);
	if (_i == 1) {
		change_module_add(&changes, "rows", -1, 0);
		apply(&room, &changes);
	}
	for (size_t i = 0; i < room.session->step_count; i++) {
		if (room.session->steps[i].step->column_count == 0)
			continue;
		fill_with_cells(&room, room.session->steps[i].step);
		registers++;
	}
	for (size_t i = 0; i < room.session->step_count; i++) {
		const struct progress *progress = &room.session->steps[i];
		struct doc doc = { 0 };

		step_summarise(room.session, progress, clock_today(), &doc);
		step_digest(room.session, progress, clock_today(), &doc);
		if (progress->step->column_count > 0)
			ck_assert_uint_gt(doc.count, 0);
		doc_release(&doc);
	}
	ck_assert_int_gt(registers, 1);
	room_close(&room);
}
END_TEST

/* Words for outsiders */

static const struct {
	const char *text, *remark;
} remarks[] = {
	{ "Safer flights for all of us", NULL },
	{ "HR and Sales together", NULL },
	{ "A 357 GFLOPS machine", "For an outsider: '357' and 'GFLOPS' need explaining." },
	{ "The API of the API", "For an outsider: 'API' needs explaining." },
	{ "1 2 3 4", "For an outsider: '1', '2', '3' and '4' need explaining." },
	{ "1 2 3 4 5 4", "For an outsider: '1', '2', '3', '4' and others need explaining." },
	{ "a a a a a a a a a a a a a a a a a a a a a a a a a", NULL },
	{ "a a a a a a a a a a a a a a a a a a a a a a a a a a", "For an outsider: 26 words, 25 are enough." },
	{ "a a a a a a a a a a a a a a a a a a a a a a a a a B2B",
	  "For an outsider: 'B2B' needs explaining; 26 words, 25 are enough." },
};

START_TEST(outsiders_may_not_understand)
{
	struct bank bank = { .sides = { { (char[]){ "sales" }, (char[]){ "Sales" } },
					{ (char[]){ "hr" }, (char[]){ "Our people" } } } };
	char *got = outsider_text(&bank, remarks[_i].text);

	if (remarks[_i].remark)
		ck_assert_str_eq(got, remarks[_i].remark);
	else
		ck_assert_ptr_null(got);
	free(got);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("analyses");
	TCase *tcase = tcase_create("analyses");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, speed_of_known_requests);
	tcase_add_test(tcase, speed_of_few);
	tcase_add_test(tcase, speed_of_very_many_days);
	tcase_add_test(tcase, one_guess_is_no_range);
	tcase_add_loop_test(tcase, guesses_are_kept, 0, (int)COUNT_OF(guesses));
	tcase_add_test(tcase, skin_of_known_initiatives);
	tcase_add_test(tcase, skin_of_what_is_not_known);
	tcase_add_test(tcase, ladder_shows_what_is_revealed);
	tcase_add_loop_test(tcase, ladder_says_who_agrees, 0, (int)COUNT_OF(ladders));
	tcase_add_test(tcase, ladder_withholds);
	tcase_add_test(tcase, pairs_that_deserve_time);
	tcase_add_test(tcase, pairs_of_other_rows);
	tcase_add_loop_test(tcase, damaged_figures_end_nothing, 0, 2);
	tcase_add_loop_test(tcase, outsiders_may_not_understand, 0, (int)COUNT_OF(remarks));
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
