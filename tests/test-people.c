/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People from lines, as spreadsheets, mails and keyboards deliver them; one of them by name; and their decisions. */
#include "bank/load.h"
#include "base/text.h"
#include "model/decision.h"
#include "model/people.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BANK \
	"accord: 1\nid: b\nversion: 1.0\ntitle: B\nlanguage: en\n" \
	"sides: [{id: marketing, name: Marketing}, {id: it, name: IT}]\n" \
	"agendas: [{id: a, title: A, modules: [{id: x, minutes: 5}]}]\n" \
	"modules: [{id: x, title: X, brief: B}]\n"

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
	{ "M\xfcller, it", { "M\xef\xbf\xbdller||1" } },
	{ "Ann # not a comment, it", { "Ann # not a comment||1" } },
	{ "Ann, it\n\n# x\n\nBob, marketing", { "Ann||1", "Bob||0" } },
	{ "Ann, it\nAnn, it", { "Ann||1", "Ann||1" } },
};

START_TEST(reads_people)
{
	struct err err = { 0 };
	int count = people_parse(session, lists[_i].text, &changes, &err), expected = 0;

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
	{ "Name,Role,Side\nAnn,,it", "line 1: 'Side' is no side; write Marketing or IT" },
	{ "Ann, Head,", "line 1: '' is no side; write Marketing or IT" },
	{ ", Head, it", "line 1: the name is missing; write \"Name, role, Marketing\"" },
	{ "Ann, it\n , it", "line 2: the name is missing; write \"Name, role, Marketing\"" },
	{ ",", "line 1: the name is missing; write \"Name, role, Marketing\"" },
	{ "Ann; Head, it", "line 1: 'Head, it' is no side; write Marketing or IT" },
	{ "Ann\xef\xbc\x8cit", "line 1: 'Ann\xef\xbc\x8cit' has no side; write \"Name, role, Marketing\"" },
	{ "\x1b[2J", "line 1: '\xe2\x90\x9b[2J' has no side; write \"Name, role, Marketing\"" },
};

START_TEST(says_which_line)
{
	struct err err = { 0 };

	ck_assert_int_eq(people_parse(session, mistakes[_i].text, &changes, &err), -1);
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
	ck_assert_int_eq(people_parse(session, text.data, &changes, NULL), 500);
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

		ck_assert_int_eq(people_parse(session, text.data, &changes, &err), -1);
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
	ck_assert_int_eq(people_parse(session, text.data, &changes, &err), -1);
	ck_assert(text_is_utf8(err.message, strlen(err.message)));
	str_add(&text, ", it");
	ck_assert_int_eq(people_parse(session, text.data, &changes, &err), 1);
	ck_assert_uint_eq(strlen(changes.items[0].value), 15000);
	str_release(&text);
}
END_TEST

/* Choosing one by the beginning of a name. */

static const struct {
	int side;
	const char *typed, *found, *message;
} choices[] = {
	{ 0, "Ana Alvarez", "Ana Alvarez", NULL },
	{ 0, "ana", "Ana Alvarez", NULL },
	{ 0, "AM", "Amy Lund", NULL },
	{ 0, "A", NULL, "'A' could be several of Marketing: Ana Alvarez, Amy Lund" },
	{ 0, "Bo", "Bo", NULL },
	{ 0, "Bob", "Bobby", NULL },
	{ 0, "Dev", NULL, "'Dev Patel' is of IT, not of Marketing" },
	{ 1, "Amy", "Amy Ito", NULL },
	{ 1, "Alvarez", NULL, "'Alvarez' is nobody of IT; those are: Dev Patel, Amy Ito, Sam, Sam, \xc3\x89mile" },
	{ 1, "Zoe", NULL, "'Zoe' is nobody of IT; those are: Dev Patel, Amy Ito, Sam, Sam, \xc3\x89mile" },
	{ 1, "sam", "Sam", NULL },
	{ 1, "\xc3\xa9m", "\xc3\x89mile", NULL },
	{ 1, "b", NULL, "'b' is nobody of IT; those are: Dev Patel, Amy Ito, Sam, Sam, \xc3\x89mile" },
};

static void add_person(int side, const char *name)
{
	session->people = mem_grow(session->people, &session->person_capacity, session->person_count,
		sizeof *session->people);
	session->people[session->person_count] = (struct person){ (int)session->person_count + 1, mem_strdup(name),
		mem_strdup(""), side, PRESENT };
	session->person_count++;
}

START_TEST(chooses_by_the_beginning)
{
	struct err err = { 0 };
	const struct person *person;

	add_person(0, "Ana Alvarez");
	add_person(0, "Amy Lund");
	add_person(0, "Bo");
	add_person(0, "Bobby");
	add_person(1, "Dev Patel");
	add_person(1, "Amy Ito");
	add_person(1, "Sam");
	add_person(1, "Sam");
	add_person(1, "\xc3\x89mile");
	person = people_choose(session, choices[_i].side, choices[_i].typed, &err);
	if (choices[_i].found)
		ck_assert_str_eq(person ? person->name : err.message, choices[_i].found);
	else
		ck_assert_ptr_null(person);
	ck_assert_str_eq(err.message, choices[_i].message ? choices[_i].message : "");
}
END_TEST

START_TEST(chooses_nobody_of_nobody)
{
	struct err err = { 0 };

	add_person(0, "Ana");
	ck_assert_ptr_null(people_choose(session, 1, "Dev", &err));
	ck_assert_str_eq(err.message, "nobody of IT is among the people yet: add them first");
	for (int i = 0; i < 9; i++)
		add_person(0, "Ben");
	ck_assert_ptr_null(people_choose(session, 0, "Dev", &err));
	ck_assert_str_eq(err.message, "'Dev' is nobody of Marketing; those are: "
		"Ana, Ben, Ben, Ben, Ben, Ben, Ben, Ben, \xe2\x80\xa6");
}
END_TEST

/* What has become of a decision. */

static const struct {
	const char *yes[SIDES], *status;
} decisions[] = {
	{ { "", "" }, "proposed" },
	{ { "Ana Alvarez", "" }, "proposed; Marketing says yes: Ana Alvarez" },
	{ { "", "Dev Patel" }, "proposed; IT says yes: Dev Patel" },
	{ { "Ana Alvarez", "Dev Patel" }, "decided: Ana Alvarez, Dev Patel" },
};

START_TEST(decisions_in_words)
{
	char first[16], second[16], words[] = "Not so fast", nothing[] = "", *status, *dissent;
	struct item item = { .kind = ITEM_DECISION, .yes = { first, second }, .dissent = nothing };

	strcpy(first, decisions[_i].yes[0]);
	strcpy(second, decisions[_i].yes[1]);
	status = decision_status(session, &item);
	ck_assert_str_eq(status, decisions[_i].status);
	free(status);
	ck_assert_int_eq(decision_confirmed(&item), first[0] && second[0]);
	ck_assert_ptr_null(decision_dissent(&item));
	item.dissent = words;
	dissent = decision_dissent(&item);
	ck_assert_str_eq(dissent, "Seen otherwise: \xe2\x80\x9cNot so fast\xe2\x80\x9d");
	free(dissent);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("model/people");
	TCase *tcase = tcase_create("people");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_loop_test(tcase, reads_people, 0, (int)COUNT_OF(lists));
	tcase_add_loop_test(tcase, says_which_line, 0, (int)COUNT_OF(mistakes));
	tcase_add_test(tcase, reads_hundreds);
	tcase_add_test(tcase, quotes_long_lines_briefly_enough);
	tcase_add_loop_test(tcase, chooses_by_the_beginning, 0, (int)COUNT_OF(choices));
	tcase_add_test(tcase, chooses_nobody_of_nobody);
	tcase_add_loop_test(tcase, decisions_in_words, 0, (int)COUNT_OF(decisions));
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
