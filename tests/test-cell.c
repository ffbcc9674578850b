/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of registers: what people type, what it becomes, and how it is shown again. */
#include "bank/load.h"
#include "base/date.h"
#include "base/text.h"
#include "instrument/analysis.h"
#include "instrument/cell.h"
#include "run.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONG_ID "a123456789-123456789-123456789-123456789"

#define BANK \
	"accord: 1\nid: b\nversion: 1.0\ntitle: B\nlanguage: en\n" \
	"sides: [{id: marketing, name: Marketing}, {id: tech, name: IT}]\n" \
	"agendas: [{id: a, title: A, modules: [{id: m, minutes: 5}]}]\n" \
	"modules:\n" \
	"  - id: m\n" \
	"    title: M\n" \
	"    steps:\n" \
	"      - id: r\n" \
	"        kind: register\n" \
	"        prompt: P\n" \
	"        people: What each can\n" \
	"        levels: [none, aware, with help, alone]\n" \
	"        columns:\n" \
	"          - {id: text, title: T, type: text}\n" \
	"          - {id: side, title: T, type: side}\n" \
	"          - {id: person, title: T, type: person}\n" \
	"          - {id: choice, title: T, type: choice, options: [{id: new, text: New}, {id: old, text: Old}," \
	" {id: older, text: Older}, {id: three, text: '2'}]}\n" \
	"          - {id: words, title: T, type: level, lowest: 1, options: [some, much, most]}\n" \
	"          - {id: level, title: T, type: level, lowest: 1, highest: 5}\n" \
	"          - {id: number, title: T, type: number, lowest: -5, highest: 90}\n" \
	"          - {id: money, title: T, type: money}\n" \
	"          - {id: capped, title: T, type: money, lowest: -1000, highest: 5000}\n" \
	"          - {id: date, title: T, type: date}\n" \
	"          - {id: yes, title: T, type: yes-no}\n" \
	"          - {id: " LONG_ID ", title: T, type: text}\n" \
	"      - {id: vendors, kind: register, prompt: P, columns: [{id: vendor, title: V, type: text}]}\n"

static struct session *session;
static const struct step *step;
static struct table_column *columns;
static size_t column_count;
static int today;

static void add_person(int id, const char *name, int side)
{
	session->people = mem_grow(session->people, &session->person_capacity, session->person_count,
		sizeof *session->people);
	session->people[session->person_count++] =
		(struct person){ .id = id, .name = mem_strdup(name), .role = mem_strdup(""), .side = side };
}

static void set_up(void)
{
	struct err err = { 0 };

	session = session_new();
	session->bank = bank_parse(BANK, strlen(BANK), &err);
	ck_assert_msg(session->bank != NULL, "%s", err.message);
	add_person(3, "Anna", 1);
	add_person(5, "Annabel", 0);
	add_person(7, "Bob Miller", 0);
	add_person(12, "\xe4\xbd\x90\xe8\x97\xa4 \xe8\x8a\xb1\xe5\xad\x90", 1);
	add_person(13, "Kim", 1);
	add_person(14, "Kim", 0);
	step = bank_step(session->bank, "m/r", NULL);
	columns = table_columns(session, step, &column_count);
	today = date_parse("2026-11-22");
}

static void tear_down(void)
{
	free(columns);
	session_free(session);
}

static const struct table_column *column_of(const char *id)
{
	for (size_t i = 0; i < column_count; i++)
		if (strcmp(columns[i].id, id) == 0)
			return &columns[i];
	ck_abort_msg("no column '%s'", id);
	return NULL;
}

START_TEST(columns_are_the_banks_and_the_peoples)
{
	static const char *const people[] = { "@5", "@7", "@14", "@3", "@12", "@13" };

	ck_assert_uint_eq(column_count, step->column_count + COUNT_OF(people));
	for (size_t i = 0; i < step->column_count; i++) {
		ck_assert_str_eq(columns[i].id, step->columns[i].id);
		ck_assert_ptr_eq(columns[i].column, &step->columns[i]);
		ck_assert_ptr_null(columns[i].person);
	}
	for (size_t i = 0; i < COUNT_OF(people); i++) {
		const struct table_column *column = &columns[step->column_count + i];

		ck_assert_str_eq(column->id, people[i]);
		ck_assert_ptr_null(column->column);
		ck_assert_str_eq(column->title, column->person->name);
	}
	/* The longest id that a bank may have. */
	ck_assert_uint_eq(strlen(column_of(LONG_ID)->id), 40);
}
END_TEST

static const struct {
	const char *column, *text, *value, *shown;
} good[] = {
	{ "text", "", "", "" },
	{ "text", "   ", "", "" },
	{ "text", "  two   words ", "two words", "two words" },
	{ "text", "a\nb\tc", "a b c", "a b c" },
	{ "text", "\x1b[31mred\xe2\x80\xae", "\xe2\x90\x9b[31mred\xef\xbf\xbd", "\xe2\x90\x9b[31mred\xef\xbf\xbd" },
	{ "text", "M\xfcller", "M\xef\xbf\xbdller", "M\xef\xbf\xbdller" },
	{ "text", "e\xcc\x81", "\xc3\xa9", "\xc3\xa9" },
	{ "side", "marketing", "marketing", "Marketing" },
	{ "side", " MARKETING ", "marketing", "Marketing" },
	{ "side", "m", "marketing", "Marketing" },
	{ "side", "IT", "tech", "IT" },
	{ "side", "i", "tech", "IT" },
	{ "side", "tech", "tech", "IT" },
	{ "person", "anna", "3", "Anna" },
	{ "person", "Annab", "5", "Annabel" },
	{ "person", "bob", "7", "Bob Miller" },
	{ "person", "7", "7", "Bob Miller" },
	{ "person", "\xe4\xbd\x90\xe8\x97\xa4", "12", "\xe4\xbd\x90\xe8\x97\xa4 \xe8\x8a\xb1\xe5\xad\x90" },
	{ "person", "\xe4\xbd\x90\xe8\x97\xa4\xe3\x80\x80\xe8\x8a\xb1\xe5\xad\x90", "12",
	  "\xe4\xbd\x90\xe8\x97\xa4 \xe8\x8a\xb1\xe5\xad\x90" },
	{ "person", "14", "14", "Kim" },
	{ "choice", "new", "new", "New" },
	{ "choice", "n", "new", "New" },
	{ "choice", "OLD", "old", "Old" },
	{ "choice", "olde", "older", "Older" },
	{ "choice", "1", "new", "New" },
	{ "choice", "3", "older", "Older" },
	{ "choice", "2", "three", "2" }, /* a text goes before a place */
	{ "choice", "three", "three", "2" },
	{ "words", "some", "1", "1" },
	{ "words", "SOME", "1", "1" },
	{ "words", "mos", "3", "3" },
	{ "words", "2", "2", "2" },
	{ "level", "1", "1", "1" },
	{ "level", "5", "5", "5" },
	{ "level", "05", "5", "5" },
	{ "number", "-5", "-5", "-5" },
	{ "number", "+9", "9", "9" },
	{ "number", "090", "90", "90" },
	{ "number", "-0", "0", "0" },
	{ "money", "0", "0", "0" },
	{ "money", "120000", "120000", "120,000" },
	{ "money", "120k", "120000", "120,000" },
	{ "money", "120 K", "120000", "120,000" },
	{ "money", "1.2m", "1200000", "1,200,000" },
	{ "money", "1.25M", "1250000", "1,250,000" },
	{ "money", "1.250k", "1250", "1,250" },
	{ "money", ".5m", "500000", "500,000" },
	{ "money", "0.5k", "500", "500" },
	{ "money", "12,500", "12500", "12,500" },
	{ "money", "12'500", "12500", "12,500" },
	{ "money", "12 500", "12500", "12,500" },
	{ "money", "12\xc2\xa0" "500", "12500", "12,500" },
	{ "money", "1,234,567.89", "1234568", "1,234,568" },
	{ "money", "12.49", "12", "12" },
	{ "money", "12.5", "13", "13" },
	{ "money", "12.", "12", "12" },
	{ "money", "EUR 300", "300", "300" },
	{ "money", "\xe2\x82\xac 40", "40", "40" },
	{ "money", "\xe2\x82\xac" "40k", "40000", "40,000" },
	{ "money", "$1,000", "1000", "1,000" },
	{ "money", "Fr. 300", "300", "300" },
	{ "money", "Rs.50", "50", "50" },
	{ "money", "\xc2\xa5" "9000000000", "9000000000", "9,000,000,000" },
	{ "money", "10000000000000", "10000000000000", "10,000,000,000,000" },
	{ "money", "10000000m", "10000000000000", "10,000,000,000,000" },
	{ "capped", "-1,000", "-1000", "-1,000" },
	{ "capped", "\xe2\x82\xac -40", "-40", "-40" },
	{ "capped", "-0.5k", "-500", "-500" },
	{ "capped", "5k", "5000", "5,000" },
	{ "date", "2026-12-31", "2026-12-31", "2026-12-31" },
	{ "date", "2027-1-2", "2027-01-02", "2027-01-02" },
	{ "date", "+2w", "2026-12-06", "2026-12-06" },
	{ "date", " today ", "2026-11-22", "2026-11-22" },
	{ "yes", "yes", "yes", "yes" },
	{ "yes", "Y", "yes", "yes" },
	{ "yes", "NO", "no", "no" },
	{ "yes", "n", "no", "no" },
	{ "@7", "0", "0", "0" },
	{ "@7", "3", "3", "3" },
	{ "@7", "aware", "1", "1" },
	{ "@7", "with", "2", "2" },
	{ "@7", "", "", "" },
};

START_TEST(reads_what_is_right)
{
	const struct table_column *column = column_of(good[_i].column);
	struct err err = { 0 };
	char *value = cell_parse(session, step, column, good[_i].text, today, &err), *shown;

	ck_assert_msg(value != NULL, "%s", err.message);
	ck_assert_str_eq(value, good[_i].value);
	shown = cell_show(session, step, column, value);
	ck_assert_str_eq(shown, good[_i].shown);
	ck_assert_int_eq(text_find_control(shown, false), -1);
	free(value);
	/* What is shown can be typed; only two of one name are told apart by their numbers. */
	if (strcmp(shown, "Kim") != 0) {
		value = cell_parse(session, step, column, shown, today, &err);
		ck_assert_msg(value != NULL, "%s", err.message);
		ck_assert_str_eq(value, good[_i].value);
		free(value);
	}
	free(shown);
}
END_TEST

static const struct {
	const char *column, *text, *message;
} bad[] = {
	{ "side", "sales", "'sales' is none of: Marketing, IT" },
	{ "side", "marketing and IT", "'marketing and IT' is none of: Marketing, IT" },
	{ "person", "Ann", "'Ann' could be several of: " },
	{ "person", "Kim", "'Kim' could be several of: " },
	{ "person", "Zoe", "'Zoe' is none of: Anna, Annabel" },
	{ "person", "4", "'4' is none of: " },
	{ "person", "iller", "'iller' is none of: " },
	{ "choice", "ol", "'ol' could be several of: New, Old, Older, 2" },
	{ "choice", "0", "'0' is none of: New" },
	{ "choice", "5", "'5' is none of: New" },
	{ "choice", "+1", "'+1' is none of: New" },
	{ "choice", "1.", "'1.' is none of: New" },
	{ "choice", "99999999999999999999", "' is none of: New" },
	{ "words", "mox", "'mox' is none of: " },
	{ "words", "m", "'m' could be several of: some, much, most" },
	{ "words", "0", "0 is not from 1 to 3" },
	{ "words", "4", "4 is not from 1 to 3" },
	{ "words", "+2", "'+2' is none of: some" },
	{ "level", "0", "0 is not from 1 to 5" },
	{ "level", "6", "6 is not from 1 to 5" },
	{ "level", "x", "'x' is not a whole number" },
	{ "number", "-6", "-6 is not from -5 to 90" },
	{ "number", "91", "91 is not from -5 to 90" },
	{ "number", "1.5", "'1.5' is not a whole number" },
	{ "number", "1e3", "'1e3' is not a whole number" },
	{ "number", "0x10", "'0x10' is not a whole number" },
	{ "number", "9 0", "'9 0' is not a whole number" },
	{ "number", "-", "'-' is not a whole number" },
	{ "number", "99999999999999999999", "is not a whole number" },
	{ "number", "\xef\xbc\x95", "is not a whole number" },
	{ "money", "x", "'x' is no amount of money" },
	{ "money", "-", "'-' is no amount of money" },
	{ "money", ".", "'.' is no amount of money" },
	{ "money", "k", "'k' is no amount of money" },
	{ "money", "-5", "-5 is not from 0 to 10000000000000" },
	{ "money", "--5", "'--5' is no amount of money" },
	{ "money", "12-13", "'12-13' is no amount of money" },
	{ "money", "5kk", "'5kk' is no amount of money" },
	{ "money", "5 km", "'5 km' is no amount of money" },
	{ "money", "5 bn", "'5 bn' is no amount of money" },
	{ "money", "1.2.3", "'1.2.3' is no amount of money" },
	{ "money", "1.2,3", "'1.2,3' is no amount of money" },
	{ "money", "1,5m", "'1,5m' is no amount of money" }, /* not fifteen millions */
	{ "money", "12,50", "'12,50' is no amount of money" },
	{ "money", "12.500", "'12.500' is no amount of money" },
	{ "money", "1.234.567", "'1.234.567' is no amount of money" },
	{ "money", "1234,567", "'1234,567' is no amount of money" },
	{ "money", "1,23,456", "'1,23,456' is no amount of money" },
	{ "money", "1,234,56", "'1,234,56' is no amount of money" },
	{ "money", ",500", "',500' is no amount of money" },
	{ "money", ",5m", "',5m' is no amount of money" },
	{ "money", "\xe2\x82\xac,5m", "is no amount of money" },
	{ "money", "1 2", "'1 2' is no amount of money" },
	{ "money", "12,,500", "'12,,500' is no amount of money" },
	{ "money", "10000000000001", "is no amount of money" },
	{ "money", "10000001m", "is no amount of money" },
	{ "money", "99999999999999999999999999", "is no amount of money" },
	{ "money", "18446744073709551617", "is no amount of money" },
	{ "money", "0.1234567", "is no amount of money" },
	{ "capped", "5001", "5001 is not from -1000 to 5000" },
	{ "capped", "-1.1k", "-1100 is not from -1000 to 5000" },
	{ "date", "2026-02-30", "'2026-02-30' is no date" },
	{ "date", "24.12.2026", "'24.12.2026' is no date" },
	{ "date", "soon", "'soon' is no date" },
	{ "yes", "maybe", "'maybe' is none of: yes, no" },
	{ "yes", "1", "'1' is none of: yes, no" },
	{ "yes", "yess", "'yess' is none of: yes, no" },
	{ "@7", "4", "4 is not from 0 to 3" },
	{ "@7", "a", "'a' could be several of: none, aware, with help, alone" },
	{ "@7", "-1", "'-1' is none of: none" },
};

START_TEST(refuses_what_is_wrong)
{
	struct err err = { 0 };
	char *value = cell_parse(session, step, column_of(bad[_i].column), bad[_i].text, today, &err);

	ck_assert_msg(value == NULL, "'%s' became '%s'", bad[_i].text, value);
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_msg(strstr(err.message, bad[_i].message) != NULL, "'%s' in '%s'", bad[_i].message, err.message);
}
END_TEST

static const struct {
	const char *column, *value, *shown;
} odd[] = {
	{ "side", "sales", "sales" },		    { "person", "99", "(no longer here)" },
	{ "choice", "gone", "gone" },		    { "yes", "no", "no" },
	{ "money", "-1234567", "-1,234,567" },	    { "money", "999", "999" },
	{ "date", "2026-12-31", "2026-12-31" },	    { "text", "", "" },
	{ "@7", "2", "2" },
};

/* Values of a bank that has changed, or of somebody who is gone. */
START_TEST(shows_what_is_odd)
{
	char *shown = cell_show(session, step, column_of(odd[_i].column), odd[_i].value);

	ck_assert_str_eq(shown, odd[_i].shown);
	free(shown);
}
END_TEST

static const struct {
	int64_t amount;
	const char *text;
} amounts[] = {
	{ 0, "0" },	     { 7, "7" },	 { 999, "999" },	       { 1000, "1,000" },
	{ -1, "-1" },	     { -999, "-999" },	 { -1000, "-1,000" },	       { 123456, "123,456" },
	{ 1234567, "1,234,567" },
	{ INT64_MAX, "9,223,372,036,854,775,807" },
	{ INT64_MIN, "-9,223,372,036,854,775,808" },
};

START_TEST(groups_money)
{
	char *text = money_text(amounts[_i].amount);

	ck_assert_str_eq(text, amounts[_i].text);
	free(text);
}
END_TEST

static struct row *add_row(const char *key)
{
	struct row *row;

	session->rows = mem_grow(session->rows, &session->row_capacity, session->row_count, sizeof *session->rows);
	row = &session->rows[session->row_count++];
	*row = (struct row){ .id = (int)session->row_count, .step = mem_strdup(key) };
	return row;
}

static void set_cell(struct row *row, const char *column, const char *value)
{
	row->cells = mem_grow(row->cells, &row->cell_capacity, row->cell_count, sizeof *row->cells);
	row->cells[row->cell_count++] = (struct cell){ mem_strdup(column), mem_strdup(value) };
}

START_TEST(reads_cells_of_rows)
{
	static const char *const words[][3] = {
		{ "side", "tech", "IT" }, { "person", "7", "Bob Miller" }, { "money", "40000", "40,000" },
		{ "number", "12", "12" }, { "date", "2026-12-31", "2026-12-31" }, { "@7", "2", "2" },
		{ "gone", "x", "x" },
	};
	struct row *row = add_row("m/r");

	for (size_t i = 0; i < COUNT_OF(words); i++)
		set_cell(row, words[i][0], words[i][1]);
	for (size_t i = 0; i < COUNT_OF(words); i++) {
		char *text = cell_words(session, row, words[i][0]);

		ck_assert_str_eq(text, words[i][2]);
		free(text);
	}
	ck_assert_int_eq(cell_number(row, "number", -1), 12);
	ck_assert_int_eq(cell_number(row, "side", -1), -1);
	ck_assert_int_eq(cell_number(row, "none", -7), -7);
	ck_assert_int_eq(cell_day(row, "date"), date_parse("2026-12-31"));
	ck_assert_int_eq(cell_day(row, "side"), DAY_NONE);
	ck_assert_int_eq(cell_day(row, "none"), DAY_NONE);
	free(row->step);
	row->step = mem_strdup("m/gone");
	{
		char *text = cell_words(session, row, "side");

		ck_assert_str_eq(text, "tech");
		free(text);
	}
}
END_TEST

/* Names. */

static void add_vendor(const char *name)
{
	set_cell(add_row("m/vendors"), "vendor", name);
}

static void add_merge(const char *a, const char *b, bool same)
{
	session->merges =
		mem_grow(session->merges, &session->merge_capacity, session->merge_count, sizeof *session->merges);
	session->merges[session->merge_count++] =
		(struct merge){ mem_strdup("m/vendors"), mem_strdup(a), mem_strdup(b), same };
}

static const struct name_pair *pair_of(const struct name_pairs *pairs, const char *a, const char *b)
{
	for (size_t i = 0; i < pairs->count; i++)
		if (strcmp(pairs->items[i].fold_a, a) == 0 && strcmp(pairs->items[i].fold_b, b) == 0)
			return &pairs->items[i];
	return NULL;
}

START_TEST(pairs_names)
{
	const struct step *vendors = bank_step(session->bank, "m/vendors", NULL);
	const struct name_pair *pair;
	struct name_pairs pairs;

	name_pairs_init(&pairs, session, vendors);
	ck_assert_uint_eq(pairs.count, 0);
	name_pairs_release(&pairs);
	add_vendor("Globex GmbH");
	add_vendor("Initech");
	add_vendor("GLOBEX gmbh");
	add_vendor("Globex");
	add_vendor("");
	add_row("m/vendors");
	add_vendor("Zeta");
	set_cell(add_row("m/r"), "vendor", "Initech Ltd");
	name_pairs_init(&pairs, session, vendors);
	/* One spelling is one name, whatever its case; rows of another register do not count. */
	ck_assert_uint_eq(pairs.count, 1);
	ck_assert_uint_eq(pairs.open, 1);
	pair = pair_of(&pairs, "globex", "globex gmbh");
	ck_assert_ptr_nonnull(pair);
	ck_assert_str_eq(pair->a, "Globex");
	ck_assert_str_eq(pair->b, "Globex GmbH");
	ck_assert_int_eq(pair->alike, VENDOR_EQUAL_KEY);
	ck_assert(!pair->settled);
	ck_assert(pair->same);
	name_pairs_release(&pairs);
	ck_assert_uint_eq(pairs.count, 0);
}
END_TEST

START_TEST(pairs_are_settled)
{
	const struct step *vendors = bank_step(session->bank, "m/vendors", NULL);
	const struct name_pair *pair;
	struct name_pairs pairs;

	add_vendor("Globex GmbH");
	add_vendor("Globex");
	add_vendor("Initech");
	add_vendor("Zeta");
	add_merge("globex", "globex gmbh", false);
	add_merge("initech", "zeta", true);
	add_merge("globex", "gone", true);
	name_pairs_init(&pairs, session, vendors);
	ck_assert_uint_eq(pairs.count, 2);
	ck_assert_uint_eq(pairs.open, 0);
	pair = pair_of(&pairs, "globex", "globex gmbh");
	ck_assert(pair && pair->settled && !pair->same);
	/* Two that nobody would have proposed. */
	pair = pair_of(&pairs, "initech", "zeta");
	ck_assert(pair && pair->settled && pair->same);
	ck_assert_int_eq(pair->alike, VENDOR_DIFFERENT);
	name_pairs_release(&pairs);
}
END_TEST

START_TEST(pairs_are_in_order)
{
	const struct step *vendors = bank_step(session->bank, "m/vendors", NULL);
	struct name_pairs pairs;

	for (int i = 0; i < 40; i++) {
		char *name = mem_printf("Acme %s%d Services", i % 2 ? "Cloud" : "CLOUD", i / 2);

		add_vendor(name);
		free(name);
	}
	name_pairs_init(&pairs, session, vendors);
	ck_assert_uint_gt(pairs.count, 0);
	ck_assert_uint_eq(pairs.open, pairs.count);
	for (size_t i = 0; i < pairs.count; i++) {
		ck_assert_int_lt(strcmp(pairs.items[i].fold_a, pairs.items[i].fold_b), 0);
		for (size_t j = 0; j < i; j++)
			ck_assert(strcmp(pairs.items[i].fold_a, pairs.items[j].fold_a) != 0 ||
				  strcmp(pairs.items[i].fold_b, pairs.items[j].fold_b) != 0);
	}
	name_pairs_release(&pairs);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("instrument/cell");
	TCase *cells = tcase_create("cell"), *names = tcase_create("names");

	tcase_add_checked_fixture(cells, set_up, tear_down);
	tcase_add_test(cells, columns_are_the_banks_and_the_peoples);
	tcase_add_loop_test(cells, reads_what_is_right, 0, (int)COUNT_OF(good));
	tcase_add_loop_test(cells, refuses_what_is_wrong, 0, (int)COUNT_OF(bad));
	tcase_add_loop_test(cells, shows_what_is_odd, 0, (int)COUNT_OF(odd));
	tcase_add_loop_test(cells, groups_money, 0, (int)COUNT_OF(amounts));
	tcase_add_test(cells, reads_cells_of_rows);
	suite_add_tcase(suite, cells);


	tcase_add_checked_fixture(names, set_up, tear_down);
	tcase_add_test(names, pairs_names);
	tcase_add_test(names, pairs_are_settled);
	tcase_add_test(names, pairs_are_in_order);
	suite_add_tcase(suite, names);
	return run_suite(suite);
}
