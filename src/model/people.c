/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People by name. */
#include "model/people.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* Choosing one by name. */

#define NAMES_SHOWN 8

enum match { MATCH_WHOLE, MATCH_BEGINNING };

static bool matches(const struct person *person, int side, const char *folded, enum match match)
{
	char *name = text_fold(person->name);
	bool found = person->side == side &&
		     (match == MATCH_WHOLE ? strcmp(name, folded) == 0 : strncmp(name, folded, strlen(folded)) == 0);

	free(name);
	return found;
}

/* How many different names match; people of one name are told apart by nobody. *last gets the last of them. */
static int find_names(const struct session *session, int side, const char *folded, enum match match,
	const struct person **last)
{
	int count = 0;

	*last = NULL;
	for (size_t i = 0; i < session->person_count; i++) {
		const struct person *person = &session->people[i];

		if (!matches(person, side, folded, match))
			continue;
		count += !*last || strcmp(person->name, (*last)->name) != 0;
		*last = person;
	}
	return count;
}

/* The names of a side that begin so, as a list. For free(). */
static char *list_names(const struct session *session, int side, const char *folded)
{
	struct str names;
	int count = 0;

	str_init(&names);
	for (size_t i = 0; i < session->person_count; i++) {
		if (!matches(&session->people[i], side, folded, MATCH_BEGINNING))
			continue;
		if (count++ == NAMES_SHOWN)
			str_add(&names, ", \xe2\x80\xa6");
		else if (count <= NAMES_SHOWN)
			str_printf(&names, "%s%s", names.length ? ", " : "", session->people[i].name);
	}
	return names.data;
}

/* Why nobody of the side was found. */
static void explain(const struct session *session, int side, const char *typed, const char *folded, struct err *err)
{
	const struct side *sides = session->bank->sides;
	const struct person *other;
	char *names = list_names(session, side, "");

	if (find_names(session, 1 - side, folded, MATCH_WHOLE, &other) == 1 ||
	    find_names(session, 1 - side, folded, MATCH_BEGINNING, &other) == 1)
		err_set(err, ERR_INPUT, _("'%s' is of %s, not of %s"), other->name, sides[1 - side].name,
			sides[side].name);
	else if (!names[0])
		err_set(err, ERR_INPUT, _("nobody of %s is among the people yet: add them first"),
			sides[side].name);
	else
		err_set(err, ERR_INPUT, _("'%s' is nobody of %s; those are: %s"), typed, sides[side].name, names);
	free(names);
}

const struct person *people_choose(const struct session *session, int side, const char *typed, struct err *err)
{
	char *folded = text_fold(typed), *names;
	const struct person *person;
	int count = find_names(session, side, folded, MATCH_WHOLE, &person);

	if (count == 0)
		count = find_names(session, side, folded, MATCH_BEGINNING, &person);
	if (count == 0) {
		explain(session, side, typed, folded, err);
	} else if (count > 1) {
		names = list_names(session, side, folded);
		err_set(err, ERR_INPUT, _("'%s' could be several of %s: %s"), typed, session->bank->sides[side].name,
			names);
		free(names);
	}
	free(folded);
	return count == 1 ? person : NULL;
}

/* Choosing one of all. */

char *people_list(const struct session *session)
{
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < session->person_count; i++)
		str_printf(&list, "%s%d %s", list.length ? ", " : "", session->people[i].id, session->people[i].name);
	return list.data;
}

/* The person of a number; NULL for a text that is none, or nobody's. */
static const struct person *numbered(const struct session *session, const char *typed)
{
	size_t digits = strspn(typed, "0123456789");

	return digits > 0 && digits < 9 && !typed[digits] ? session_person(session, atoi(typed)) : NULL;
}

static int find_any(const struct session *session, const char *folded, enum match match, const struct person **last)
{
	int count = 0;

	*last = NULL;
	for (size_t i = 0; i < session->person_count; i++) {
		const struct person *person = &session->people[i];

		if (!matches(person, person->side, folded, match))
			continue;
		count++;
		*last = person;
	}
	return count;
}

const struct person *people_find(const struct session *session, const char *typed, struct err *err)
{
	char *tidy = text_tidy(typed), *folded = text_fold(tidy), *list;
	const struct person *person = numbered(session, tidy);
	int count = person ? 1 : find_any(session, folded, MATCH_WHOLE, &person);

	if (count == 0 && folded[0])
		count = find_any(session, folded, MATCH_BEGINNING, &person);
	list = people_list(session);
	if (count > 1)
		err_set(err, ERR_FAILED, _("'%s' could be several: name one of these, or the number: %s"), typed, list);
	else if (count == 0 && list[0])
		err_set(err, ERR_FAILED, _("'%s' is nobody here: name one of these, or the number: %s"), typed, list);
	else if (count == 0)
		err_set(err, ERR_FAILED, _("'%s' is nobody here: the session has no people yet"), typed);
	free(list);
	free(folded);
	free(tidy);
	return count == 1 ? person : NULL;
}
