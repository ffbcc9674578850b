/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists, as spreadsheets, mails and keyboards deliver them: cells, people, rows of a register, amounts and dates. */
#include "bank/load.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/habit.h"
#include "base/text.h"
#include "instrument/listing.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BANK \
	"accord: 1\nid: b\nversion: 1.0\ntitle: B\nlanguage: en\n" \
	"sides: [{id: marketing, name: Marketing}, {id: it, name: IT}]\n" \
	"agendas: [{id: a, title: A, modules: [{id: x, minutes: 5}]}]\n" \
	"modules:\n- id: x\n  title: X\n  steps:\n  - id: reg\n    kind: register\n    prompt: P\n" \
	"    people: Level\n    levels: [none, some, good]\n    columns:\n" \
	"    - {id: vendor, title: Supplier, type: text, required: true}\n" \
	"    - {id: side, title: Side, type: side}\n    - {id: spend, title: A year, type: money}\n" \
	"    - {id: ends, title: Ends on, type: date}\n    - {id: renews, title: Renews, type: yes-no}\n" \
	"    - {id: kind, title: For, type: choice, options: [{id: mail, text: E-mail}, {id: web, text: Hosting}]}\n" \
	"    - {id: owner, title: Owner, type: person}\n"

#define HANAKO "\xe4\xbd\x90\xe8\x97\xa4\xe3\x80\x80\xe8\x8a\xb1\xe5\xad\x90"
#define HANAKO_TIDY "\xe4\xbd\x90\xe8\x97\xa4 \xe8\x8a\xb1\xe5\xad\x90"

static struct session *session;
static struct changes changes;

static void set_up(void)
{
	struct err err = { 0 };

	session = session_new();
	session->bank = bank_parse(BANK, strlen(BANK), &err);
	ck_assert_msg(session->bank != NULL, "%s", err.message);
	changes = (struct changes){ 0 };
}

static void tear_down(void)
{
	changes_release(&changes);
	session_free(session);
}

/* Cells. */

static const struct {
	const char *text;
	const char *rows[4]; /* the line and the cells in brackets */
} splits[] = {
	{ "", { NULL } },
	{ "\n", { NULL } },
	{ "a", { "1[a]" } },
	{ "a,b,c", { "1[a][b][c]" } },
	{ " a , b ,", { "1[ a ][ b ][]" } },
	{ ",", { NULL } },
	{ "a,b\nc,d\n", { "1[a][b]", "2[c][d]" } },
	{ "a,b\r\nc,d\r\n", { "1[a][b]", "2[c][d]" } },
	{ "a,b\rc,d\r", { "1[a][b]", "2[c][d]" } },
	{ "a\n\nb", { "1[a]", "3[b]" } },
	{ "\r\n\r\nb", { "3[b]" } },
	{ "a\tb, c\td", { "1[a][b, c][d]" } },
	{ "a;1,5\nb;2,5", { "1[a][1,5]", "2[b][2,5]" } },
	{ "a,x;y\nb,z\nc,z", { "1[a][x;y]", "2[b][z]", "3[c][z]" } },
	{ "\t\t", { NULL } },
	{ "\"a, b\",c", { "1[a, b][c]" } },
	{ "\"say \"\"no\"\"\",x", { "1[say \"no\"][x]" } },
	{ "\"\"\"a\"\"\"", { "1[\"a\"]" } },
	{ "\"\",x", { "1[][x]" } },
	{ "\"one\ntwo\",x\ny", { "1[one\ntwo][x]", "3[y]" } },
	{ "\"one\r\ntwo\",x\r\ny", { "1[one\r\ntwo][x]", "3[y]" } },
	{ "x\t\"one\ntwo\"\ty\nz", { "1[x][one\ntwo][y]", "3[z]" } },
	{ "5\" pipe,x", { "1[5\" pipe][x]" } },
	{ "\"a\"b,c", { "1[ab][c]" } },
	{ "\xef\xbb\xbf" "a,b", { "1[a][b]" } },
	{ "\xe6\x97\xa5\xe6\x9c\xac,\xef\xbc\x8c", { "1[\xe6\x97\xa5\xe6\x9c\xac][\xef\xbc\x8c]" } },
};

static char *row_image(const struct csv_row *row)
{
	struct str image;

	str_init(&image);
	str_printf(&image, "%d", row->line);
	for (size_t i = 0; i < row->count; i++)
		str_printf(&image, "[%s]", row->cells[i]);
	return image.data;
}

START_TEST(splits_lines)
{
	struct csv csv = { 0 };
	struct err err = { 0 };
	size_t rows = 0;

	ck_assert_msg(csv_read(splits[_i].text, strlen(splits[_i].text), false, &csv, &err) == 0, "%s", err.message);
	while (rows < 4 && splits[_i].rows[rows])
		rows++;
	ck_assert_uint_eq(csv.count, rows);
	for (size_t i = 0; i < rows; i++) {
		char *image = row_image(&csv.rows[i]);

		ck_assert_str_eq(image, splits[_i].rows[i]);
		free(image);
	}
	csv_release(&csv);
}
END_TEST

START_TEST(has_limits)
{
	struct csv csv = { 0 };
	struct err err = { 0 };
	struct str text;

	str_init(&text);
	str_repeat(&text, "x,", CSV_CELLS_MOST);
	ck_assert_int_eq(csv_read(text.data, text.length, false, &csv, &err), -1);
	ck_assert_str_eq(err.message, "line 1 has more than 200 cells");
	csv_release(&csv);
	str_clear(&text);
	str_repeat(&text, "x\n", CSV_ROWS_MOST);
	ck_assert_int_eq(csv_read(text.data, text.length, false, &csv, &err), 0);
	ck_assert_uint_eq(csv.count, CSV_ROWS_MOST);
	csv_release(&csv);
	str_add(&text, "x");
	ck_assert_int_eq(csv_read(text.data, text.length, false, &csv, &err), -1);
	ck_assert_str_eq(err.message, "there are more than 5000 lines: take them in in parts");
	csv_release(&csv);
	ck_assert_int_eq(csv_read("a\0b", 3, false, &csv, &err), -1);
	ck_assert_str_eq(err.message, "this is not text: save the list as CSV in UTF-8 and try again");
	csv_release(&csv);
	ck_assert_int_eq(csv_read("\xff\xfe" "a", 3, false, &csv, &err), -1);
	csv_release(&csv);
	str_release(&text);
}
END_TEST

/* What is written is read back. */
START_TEST(reads_what_it_wrote)
{
	static const char *const texts[] = { "plain", "", "=1+1", "-5", "'", "'=x", "''@", "a,b", "say \"no\"", "two\nlines",
		"\ttab", " blank ", "\r", ("\xef\xbc\x9d" "1"), "\xf0\x9f\x91\xa9", "''", "'plain" };
	struct csv csv = { 0 };
	struct str text;
	struct csv_writer writer = { .out = &text };

	str_init(&text);
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		csv_text(&writer, texts[i]);
	csv_value(&writer, "-5");
	csv_value(&writer, "=5");
	csv_number(&writer, -7);
	csv_end(&writer);
	ck_assert_int_eq(csv_read(text.data, text.length, false, &csv, NULL), 0);
	ck_assert_uint_eq(csv.count, 1);
	ck_assert_uint_eq(csv.rows[0].count, COUNT_OF(texts) + 3);
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		ck_assert_str_eq(csv_restore(csv.rows[0].cells[i]), texts[i]);
		ck_assert(!strchr("=+-@\t\r\n", csv.rows[0].cells[i][0]) || !texts[i][0]);
	}
	ck_assert_str_eq(csv.rows[0].cells[COUNT_OF(texts)], "-5");
	ck_assert_str_eq(csv.rows[0].cells[COUNT_OF(texts) + 1], "'=5");
	ck_assert_str_eq(csv.rows[0].cells[COUNT_OF(texts) + 2], "-7");
	csv_release(&csv);
	str_release(&text);
}
END_TEST

/* Amounts and dates. */

static const struct {
	const char *text, *plain;
	enum decimal column, own;
} amounts[] = {
	{ "1234", "1234", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "1.234,50 EUR", "1234.50", DECIMAL_UNKNOWN, DECIMAL_COMMA },
	{ "1,234.50", "1234.50", DECIMAL_UNKNOWN, DECIMAL_POINT },
	{ "$1,234.50", "1234.50", DECIMAL_UNKNOWN, DECIMAL_POINT },
	{ "1 234,50 \xe2\x82\xac", "1234.50", DECIMAL_UNKNOWN, DECIMAL_COMMA },
	{ "1\xe2\x80\xaf" "234,50", "1234.50", DECIMAL_UNKNOWN, DECIMAL_COMMA },
	{ "CHF 1'234.-", "1234", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "1.234.567", "1234567", DECIMAL_UNKNOWN, DECIMAL_COMMA },
	{ "1,234,567", "1234567", DECIMAL_UNKNOWN, DECIMAL_POINT },
	{ "12,500", "12500", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "12,500", "12.5000", DECIMAL_COMMA, DECIMAL_UNKNOWN },
	{ "12.500", "12.500", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "12.500", "12500", DECIMAL_COMMA, DECIMAL_UNKNOWN },
	{ "12.500", "12.5000", DECIMAL_POINT, DECIMAL_UNKNOWN },
	{ "-1.234,5", "-1234.5", DECIMAL_UNKNOWN, DECIMAL_COMMA },
	{ "99,5", "99.5", DECIMAL_UNKNOWN, DECIMAL_COMMA },
	{ "1,23,456", "1,23,456", DECIMAL_UNKNOWN, DECIMAL_POINT },
	{ "1.234,567.8", "1.234,567.8", DECIMAL_UNKNOWN, DECIMAL_POINT },
	{ "120k", "120k", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "1.2m", "1.2m", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "2026-12-31", "2026-12-31", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "80 thousand", "80 thousand", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "1,5 Mio", "1,5 Mio", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "1,5 MIO", "1,5 MIO", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "200 kr.", "200", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "15 %", "15 %", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "none", "none", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ "", "", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
	{ ".5", ".5", DECIMAL_UNKNOWN, DECIMAL_UNKNOWN },
};

START_TEST(reads_amounts)
{
	char *plain = amount_plain(amounts[_i].text, amounts[_i].column);

	ck_assert_str_eq(plain, amounts[_i].plain);
	ck_assert_int_eq(amount_decimal(amounts[_i].text), amounts[_i].own);
	free(plain);
}
END_TEST

static const struct {
	const char *text, *iso; /* "?" for one that is unclear, "" for none */
	enum date_order column, own;
} dates[] = {
	{ "2026-12-31", "2026-12-31", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "2026/1/5", "2026-01-05", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "31.12.2026", "2026-12-31", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "3.4.2026", "2026-04-03", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "31. 12. 2026", "2026-12-31", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "31/12/2026", "2026-12-31", ORDER_UNKNOWN, ORDER_DAY_FIRST },
	{ "12/31/2026", "2026-12-31", ORDER_UNKNOWN, ORDER_MONTH_FIRST },
	{ "03/04/2026", "?", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "03/04/2026", "2026-04-03", ORDER_DAY_FIRST, ORDER_UNKNOWN },
	{ "03/04/2026", "2026-03-04", ORDER_MONTH_FIRST, ORDER_UNKNOWN },
	{ "04/04/2026", "2026-04-04", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "03-04-2026", "?", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "31 Dec 2026", "2026-12-31", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "31-Dec-2026", "2026-12-31", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "December 31, 2026", "2026-12-31", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "2026-12-31 00:00:00", "2026-12-31", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "2026-12-31T00:00:00Z", "2026-12-31", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "2026-12-31 09:30", "", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "31.12.26", "", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "31.02.2026", "", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "13/13/2026", "", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "31/12-2026", "", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "soon", "", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "+2w", "", ORDER_UNKNOWN, ORDER_UNKNOWN },
	{ "", "", ORDER_UNKNOWN, ORDER_UNKNOWN },
};

START_TEST(reads_dates)
{
	int day = date_read(dates[_i].text, dates[_i].column);
	char iso[11] = "?";

	if (day != DATE_UNCLEAR)
		date_format(day, iso);
	ck_assert_str_eq(iso, dates[_i].iso);
	ck_assert_int_eq(date_order_of(dates[_i].text), dates[_i].own);
}
END_TEST

/* People. */

static int parse_text(const char *text, size_t length, struct changes *out, struct err *err)
{
	struct listing listing;
	int result = -1;

	if (listing_init(&listing, session, NULL, text, length, 0, err) == 0 && listing_fail(&listing, err) == 0) {
		listing_add(&listing, -1, out);
		result = (int)listing.taken_rows;
	}
	listing_release(&listing);
	return result;
}

static int parse_people(const char *text, struct changes *out, struct err *err)
{
	return parse_text(text, strlen(text), out, err);
}

static const struct {
	const char *text;
	const char *people[4]; /* "name|role|side" of each */
} lists[] = {
	{ "", { NULL } },
	{ "\n\r\n  \n\t\n", { NULL } },
	{ "# nobody\n  # still, nobody, it\n", { NULL } },
	{ "Ann, Head, it", { "Ann|Head|1" } },
	{ "Ann, it", { "Ann||1" } },
	{ "Ann,it\n", { "Ann||1" } },
	{ "Ann, Head, Marketing\r\nBob, Admin, IT\r\n", { "Ann|Head|0", "Bob|Admin|1" } },
	{ "Ann, Head, MARKETING\rBob, Admin, It\r", { "Ann|Head|0", "Bob|Admin|1" } },
	{ "  Ann   Lee ,  Head  of  it , it  ", { "Ann Lee|Head of it|1" } },
	{ "Ann;Head, deputy;IT", { "Ann|Head, deputy|1" } },
	{ "Ann\tHead; deputy, too\tIT", { "Ann|Head; deputy, too|1" } },
	{ "Ann\t\tIT", { "Ann||1" } },
	{ "Ann,,IT", { "Ann||1" } },
	{ "Lee, Ann, Head, IT", { "Lee, Ann|Head|1" } },
	{ "Lee, Ann, Dr., Head, IT", { "Lee, Ann, Dr.|Head|1" } },
	{ "A;B;C;it", { "A;B|C|1" } },
	{ "\xef\xbb\xbf" "Ann, it\nBob, it", { "Ann||1", "Bob||1" } },
	{ "\xef\xbb\xbf# with a mark\nBob, it", { "Bob||1" } },
	{ HANAKO ", \xe9\x83\xa8\xe9\x95\xb7, IT", { HANAKO_TIDY "|\xe9\x83\xa8\xe9\x95\xb7|1" } },
	{ "Bj\xc3\xb6rn O\xe2\x80\x99Neill-\xc5\x81uk, it", { "Bj\xc3\xb6rn O\xe2\x80\x99Neill-\xc5\x81uk||1" } },
	{ "Andre\xcc\x81, it", { "Andr\xc3\xa9||1" } },
	{ "\x1b[31mAnn\x07, Head\xe2\x80\xae, it", { "\xe2\x90\x9b[31mAnn\xe2\x90\x87|Head\xef\xbf\xbd|1" } },
	{ "Ann # not a comment, it", { "Ann # not a comment||1" } },
	{ "Ann, it\n\n# x\n\nBob, marketing", { "Ann||1", "Bob||0" } },
	{ "Ann, it\nAnn, it", { "Ann||1", "Ann||1" } },
	{ ",", { NULL } },
	{ "Ann, Head, it\nBob;it\n\nZo\xc3\xab\tArchitect, chief\tit", { "Ann|Head|1", "Bob||1",
		"Zo\xc3\xab|Architect, chief|1" } },
	{ "Name,Role,Side\nAnn,,it", { "Ann||1" } },
	{ "Side;Function;Full name\nit;\"Head; deputy\";\"Lee, Ann\"", { "Lee, Ann|Head; deputy|1" } },
	{ "Vorname,Nachname,Abteilung\nJ\xc3\xbcrgen,Wei\xc3\x9f,IT", { "J\xc3\xbcrgen Wei\xc3\x9f||1" } },
	{ "number,name,role,side,presence\r\n1,'=Ann,'-1,it,away\r\n", { "=Ann|-1|1" } },
};

START_TEST(reads_people)
{
	struct err err = { 0 };
	int count = parse_people(lists[_i].text, &changes, &err), expected = 0;

	while (expected < 4 && lists[_i].people[expected])
		expected++;
	ck_assert_msg(count >= 0, "%s", err.message);
	ck_assert_int_eq(count, expected);
	ck_assert_uint_eq(changes.count, (size_t)expected);
	for (int i = 0; i < expected; i++) {
		const struct change *change = &changes.items[i];
		char *got = mem_printf("%s|%s|%d", change->value, change->role, change->side);

		ck_assert_int_eq(change->kind, CHANGE_PERSON_ADD);
		ck_assert_int_eq(change->id, 0);
		ck_assert_str_eq(got, lists[_i].people[i]);
		ck_assert_int_eq(text_find_control(got, false), -1);
		free(got);
	}
}
END_TEST

static const struct {
	const char *text, *message;
} mistakes[] = {
	{ "Ann", "line 1: 'Ann' has no side; write \"Name, role, Marketing\"" },
	{ "Ann, it\nBob\n", "line 2: 'Bob' has no side; write \"Name, role, Marketing\"" },
	{ "# one\r\n\r\nBob\r\n", "line 3: 'Bob' has no side; write \"Name, role, Marketing\"" },
	{ "# one\r\rBob", "line 3: 'Bob' has no side; write \"Name, role, Marketing\"" },
	{ "Ann, Head, sales", "line 1: 'sales' is no side; write Marketing or IT" },
	{ "M\xfcller, it", "line 1 is not UTF-8: in the spreadsheet, save it as \"CSV UTF-8\" and try again" },
	{ "Name,Role,Side\nAnn,,its", "line 2: 'its' is no side; write Marketing or IT" },
	{ "Name,Role\nAnn,Head", "line 2: 'Ann' has no side; write \"Name, role, Marketing\"" },
	{ "\"Ann, it\nBob, it", "line 1: a quote is opened there and never closed" },
	{ "Ann, Head,", "line 1: '' is no side; write Marketing or IT" },
	{ ", Head, it", "line 1: the name is missing; write \"Name, role, Marketing\"" },
	{ "Ann, it\n , it", "line 2: the name is missing; write \"Name, role, Marketing\"" },
	{ "Ann; Head, it", "line 1: 'Head, it' is no side; write Marketing or IT" },
	{ "Ann\xef\xbc\x8cit", "line 1: 'Ann\xef\xbc\x8cit' has no side; write \"Name, role, Marketing\"" },
	{ "\x1b[2J", "line 1: '\xe2\x90\x9b[2J' has no side; write \"Name, role, Marketing\"" },
};

START_TEST(says_which_line)
{
	struct err err = { 0 };

	ck_assert_int_eq(parse_people(mistakes[_i].text, &changes, &err), -1);
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_str_eq(err.message, mistakes[_i].message);
}
END_TEST

START_TEST(reads_hundreds)
{
	struct str text;

	str_init(&text);
	for (int i = 0; i < 500; i++)
		str_printf(&text, "Person %d, Role %d, %s\r\n# between\r\n", i, i % 7, i % 2 ? "it" : "Marketing");
	ck_assert_int_eq(parse_people(text.data, &changes, NULL), 500);
	ck_assert_uint_eq(changes.count, 500);
	for (int i = 0; i < 500; i++) {
		char name[24];

		snprintf(name, sizeof name, "Person %d", i);
		ck_assert_str_eq(changes.items[i].value, name);
		ck_assert_int_eq(changes.items[i].side, i % 2);
	}
	str_add(&text, "Too many");
	changes_release(&changes);
	{
		struct err err = { 0 };

		ck_assert_int_eq(parse_people(text.data, &changes, &err), -1);
		ck_assert_ptr_eq(strstr(err.message, "line 1001: "), err.message);
	}
	str_release(&text);
}
END_TEST

START_TEST(quotes_long_lines_briefly_enough)
{
	struct err err = { 0 };
	struct str text;

	str_init(&text);
	str_repeat(&text, "\xe6\x97\xa5", 5000);
	ck_assert_int_eq(parse_people(text.data, &changes, &err), -1);
	ck_assert(text_is_utf8(err.message, strlen(err.message)));
	str_add(&text, ", it");
	ck_assert_int_eq(parse_people(text.data, &changes, &err), -1);
	ck_assert_str_eq(err.message, "line 1: a name or a role is longer than 200 bytes: shorten it");
	str_release(&text);
}
END_TEST

/* As "Unicode text" of spreadsheets. */
START_TEST(reads_utf16)
{
	static const char little[] = "\xff\xfe" "A\0n\0n\0\t\0\xfc\0\t\0i\0t\0\r\0\n";
	static const char big[] = "\xfe\xff" "\0A\0n\0n\0,\0i\0t";

	ck_assert_int_eq(parse_text(little, sizeof little, &changes, NULL), 1);
	ck_assert_int_eq(parse_text(big, sizeof big - 1, &changes, NULL), 1);
	ck_assert_str_eq(changes.items[0].value, "Ann");
	ck_assert_str_eq(changes.items[0].role, "\xc3\xbc");
	ck_assert_str_eq(changes.items[1].value, "Ann");
}
END_TEST

START_TEST(leaves_out_who_is_here)
{
	static const char text[] = "ann lee, it\nBo, it\nAnn Lee, marketing";
	struct listing listing;

	session->people = mem_grow(session->people, &session->person_capacity, 0, sizeof *session->people);
	session->people[session->person_count++] = (struct person){ 1, mem_strdup("Ann Lee"), mem_strdup(""), 1, PRESENT };
	ck_assert_int_eq(listing_init(&listing, session, NULL, text, strlen(text), 0, NULL), 0);
	ck_assert_uint_eq(listing.taken_rows, 2);
	ck_assert(listing.rows[0].skipped);
	ck_assert_str_eq(listing.problems.items[0].message, "'ann lee' is among the people already");
	listing_release(&listing);
}
END_TEST

/* Rows. */

static const struct {
	const char *text;
	const char *rows[3];     /* "field=value" of each that is taken */
	const char *problems[3]; /* "line:column: message" */
} registers[] = {
	{ "Mail Co, IT, 1200", { "vendor=Mail Co;side=it;spend=1200;" }, { NULL } },
	{ "supplier;ENDS ON;A year;nonsense\nMail Co;31.12.2026;1.234,50 EUR;x",
		{ "vendor=Mail Co;spend=1235;ends=2026-12-31;" }, { NULL } },
	{ "vendor,spend\r\nA,12.500\r\nB,\"1.000,5\"", { "vendor=A;spend=12500;", "vendor=B;spend=1001;" }, { NULL } },
	{ "vendor;spend\nA;12.500\nB;7", { "vendor=A;", "vendor=B;spend=7;" },
		{ "2:2: A year: '12.500' is no amount of money; type 120000, 120k or 1.2m" } },
	{ "vendor;ends\nA;03/04/2026", { "vendor=A;" },
		{ "2:2: Ends on: '03/04/2026' has the day or the month first: write it as 2026-12-31" } },
	{ "vendor;ends\nA;03/04/2026\nB;12/31/2026", { "vendor=A;ends=2026-03-04;", "vendor=B;ends=2026-12-31;" }, { NULL } },
	{ "vendor;renews;For;Owner;Ann Lee\nA;TRUE;Hosting;Ann Lee;good", { "vendor=A;renews=yes;kind=web;owner=1;@1=2;" },
		{ NULL } },
	{ "vendor;For\nA;paper", { "vendor=A;" }, { "2:2: For: 'paper' is none of: E-mail, Hosting" } },
	{ "#,vendor,side,spend,ends,renews,kind,owner,Ann Lee\r\n4,'=Mail,it,5,2026-12-31,no,mail,Ann Lee,1\r\n",
		{ "vendor==Mail;side=it;spend=5;ends=2026-12-31;renews=no;kind=mail;owner=1;@1=1;" }, { NULL } },
	{ "vendor;spend\n;\n ;nothing\n", { NULL },
		{ "3:2: A year: 'nothing' is no amount of money; type 120000, 120k or 1.2m", "3:0: nothing of it is taken" } },
	{ "Supplier\nA\nB", { "vendor=A;", "vendor=B;" }, { NULL } },
};

static char *taken_image(const struct listing *listing, const struct listing_row *row)
{
	struct str image;

	str_init(&image);
	for (size_t f = 0; f < listing->field_count; f++)
		if (row->values[f])
			str_printf(&image, "%s=%s;", listing->fields[f].id, row->values[f]);
	return image.data;
}

START_TEST(reads_rows)
{
	struct listing listing;
	struct err err = { 0 };
	size_t taken = 0;

	session->people = mem_grow(session->people, &session->person_capacity, 0, sizeof *session->people);
	session->people[session->person_count++] = (struct person){ 1, mem_strdup("Ann Lee"), mem_strdup(""), 1, PRESENT };
	ck_assert_int_eq(listing_init(&listing, session, &session->bank->modules[0].steps[0], registers[_i].text,
				 strlen(registers[_i].text), 0, &err), 0);
	for (size_t i = 0; i < listing.row_count; i++) {
		char *image = taken_image(&listing, &listing.rows[i]);

		if (!listing.rows[i].skipped)
			ck_assert_pstr_eq(image, registers[_i].rows[taken++]);
		free(image);
	}
	ck_assert_uint_eq(taken, listing.taken_rows);
	ck_assert(taken == 3 || !registers[_i].rows[taken]);
	for (size_t i = 0; i < 3 && registers[_i].problems[i]; i++) {
		const struct diag *diag = &listing.problems.items[i];
		char *image;

		ck_assert_uint_gt(listing.problems.count, i);
		image = mem_printf("%d:%d: %s", diag->line, diag->column, diag->message);
		ck_assert_str_eq(image, registers[_i].problems[i]);
		free(image);
	}
	ck_assert(listing.problems.count == 0 || registers[_i].problems[0]);
	listing_release(&listing);
}
END_TEST

START_TEST(takes_columns_otherwise)
{
	struct listing listing;
	char *image;

	ck_assert_int_eq(listing_init(&listing, session, &session->bank->modules[0].steps[0], "IT;Mail", 7, 0, NULL), 0);
	/* The second one is the side already. */
	listing_turn(&listing, 0, 1);
	ck_assert_int_eq(listing.taken[0], 2);
	listing_turn(&listing, 1, -1);
	ck_assert_int_eq(listing.taken[1], 0);
	listing_turn(&listing, 0, -1);
	ck_assert_int_eq(listing.taken[0], 1);
	image = taken_image(&listing, &listing.rows[0]);
	ck_assert_str_eq(image, "vendor=Mail;side=it;");
	free(image);
	listing_turn(&listing, 1, -1);
	ck_assert_int_eq(listing.taken[1], LISTING_NONE);
	listing_turn(&listing, 1, -1);
	ck_assert_int_eq(listing.taken[1], (int)listing.field_count - 1);
	listing_turn(&listing, 7, 1);
	listing_release(&listing);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("instrument/listing");
	TCase *tcase = tcase_create("listing");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_loop_test(tcase, splits_lines, 0, (int)COUNT_OF(splits));
	tcase_add_test(tcase, has_limits);
	tcase_add_test(tcase, reads_what_it_wrote);
	tcase_add_loop_test(tcase, reads_amounts, 0, (int)COUNT_OF(amounts));
	tcase_add_loop_test(tcase, reads_dates, 0, (int)COUNT_OF(dates));
	tcase_add_loop_test(tcase, reads_people, 0, (int)COUNT_OF(lists));
	tcase_add_loop_test(tcase, says_which_line, 0, (int)COUNT_OF(mistakes));
	tcase_add_test(tcase, reads_hundreds);
	tcase_add_test(tcase, quotes_long_lines_briefly_enough);
	tcase_add_test(tcase, reads_utf16);
	tcase_add_test(tcase, leaves_out_who_is_here);
	tcase_add_loop_test(tcase, reads_rows, 0, (int)COUNT_OF(registers));
	tcase_add_test(tcase, takes_columns_otherwise);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
