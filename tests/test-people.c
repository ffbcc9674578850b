/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the people by name, and their decisions. */
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

static struct session *session;

static void set_up(void)
{
	struct err err = { 0 };

	session = session_new();
	session->bank = bank_parse(BANK, strlen(BANK), &err);
	ck_assert_msg(session->bank != NULL, "%s", err.message);
}

static void tear_down(void)
{
	session_free(session);
}

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
	tcase_add_loop_test(tcase, chooses_by_the_beginning, 0, (int)COUNT_OF(choices));
	tcase_add_test(tcase, chooses_nobody_of_nobody);
	tcase_add_loop_test(tcase, decisions_in_words, 0, (int)COUNT_OF(decisions));
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
