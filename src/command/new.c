/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord new: a session, ready to run. */
#include "command/command.h"

#include "bank/find.h"
#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "model/people.h"
#include "screen/settings.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PEOPLE_LIMIT (256 * 1024)
#define USUAL_BANK "joint-workshop"

enum {
	OPTION_TITLE,
	OPTION_ORGANISATION,
	OPTION_FACILITATOR,
	OPTION_DATE,
	OPTION_BANK,
	OPTION_AGENDA,
	OPTION_PEOPLE
};

static const char *or(const char *text, const char *fallback)
{
	return text ? text : fallback;
}

static bool is_blank(const char *text)
{
	return !text || !text[strspn(text, " \t\r\n")];
}

/* The bank of the call, its text appended; NULL with err set and all findings printed. */
static struct bank *load_bank(const struct call *call, struct str *text, struct err *err)
{
	char *path = bank_find(or(call->values[OPTION_BANK], USUAL_BANK), call->banks, err);
	struct bank *bank = path ? call_bank(path, text, err) : NULL;

	free(path);
	return bank;
}

/* Reads the lines of people, and says in which file a bad one stands. */
static int parse_people(const struct session *session, const char *path, struct changes *changes,
	struct err *err)
{
	struct err found = { 0 };
	struct str text;
	int result;

	str_init(&text);
	result = file_read(path, PEOPLE_LIMIT, &text, err);
	if (result == 0 && people_parse(session, text.data, changes, &found) < 0)
		result = err_set(err, found.code, "%s: %s", path, found.message);
	str_release(&text);
	return result;
}

static int add_people(struct store *store, const char *id, const char *path, struct err *err)
{
	struct session *session = call_session(store, id, err);
	struct changes changes = { 0 };
	int result = -1;

	if (session && parse_people(session, path, &changes, err) == 0) {
		changes_label(&changes, N_("adding people"));
		result = changes.count ? store_apply(store, session, &changes, err) : 0;
	}
	changes_release(&changes);
	session_free(session);
	return result;
}

/* Session and people in one transaction: people that cannot be read leave nothing behind. */
static int create(struct store *store, const struct session_plan *plan, const char *people,
	struct err *err)
{
	char id[SESSION_ID_LENGTH + 1];

	if (store_begin(store, __func__, err) != 0)
		return -1;
	if (store_create(store, plan, id, err) != 0 ||
	    (people && add_people(store, id, people, err) != 0)) {
		store_rollback(store, __func__);
		return -1;
	}
	if (store_commit(store, __func__, err) != 0)
		return -1;
	printf("%s\n", id);
	return 0;
}

static int create_as_called(const struct call *call, struct store *store, const struct bank *bank,
	const char *text, int date, struct err *err)
{
	struct settings settings;
	struct err found = { 0 };
	const struct agenda *agenda = bank_choose_agenda(bank, or(call->values[OPTION_AGENDA], ""), &found);
	struct session_plan plan = {
		.title = call->values[OPTION_TITLE],
		.organisation = or(call->values[OPTION_ORGANISATION], ""),
		.facilitator = or(call->values[OPTION_FACILITATOR], ""),
		.date = date,
		.bank_text = text,
		.bank = bank,
	};

	if (!agenda)
		return err_set(err, ERR_USAGE, "--agenda: %s", found.message);
	plan.agenda = agenda->id;
	call_settings(&settings);
	plan.n_min = settings.n_min;
	settings_release(&settings);
	return create(store, &plan, call->values[OPTION_PEOPLE], err);
}

static int run(const struct call *call, struct err *err)
{
	const char *day = call->values[OPTION_DATE];
	int date = day ? date_parse_near(day, clock_today()) : clock_today(), status = 1;
	struct bank *bank = NULL;
	struct store *store = NULL;
	struct str text;

	str_init(&text);
	if (is_blank(call->values[OPTION_TITLE]))
		err_set(err, ERR_USAGE, "%s", _("--title is needed: accord new --title 'Joint workshop'"));
	else if (date == DAY_NONE)
		err_set(err, ERR_USAGE, _("--date: '%s' is no date; write it as 2026-12-31"), day);
	else if ((bank = load_bank(call, &text, err)) && (store = call_open(call, err)) &&
		 create_as_called(call, store, bank, text.data, date, err) == 0)
		status = 0;
	store_close(store);
	bank_free(bank);
	str_release(&text);
	return status == 0 ? 0 : (int)err->code;
}

const struct command command_new = {
	.name = "new",
	.synopsis = "--title TITLE [OPTION...]",
	.summary = N_("Prepare a session and print its id"),
	.options = {
		[OPTION_TITLE] = { "title", "TITLE", N_("what it is called") },
		[OPTION_ORGANISATION] = { "organisation", "NAME", N_("whose workshop it is") },
		[OPTION_FACILITATOR] = { "facilitator", "NAME", N_("who leads it") },
		[OPTION_DATE] = { "date", "DATE", N_("2026-12-31, or +7 for days from today (today)") },
		[OPTION_BANK] = { "bank", "BANK", N_("a bank's id or file (joint-workshop)") },
		[OPTION_AGENDA] = { "agenda", "AGENDA", N_("one of the bank's agendas, or how it begins (two-hours)") },
		[OPTION_PEOPLE] = { "people", "FILE", N_("a line \"Name, role, side\" each; - for standard input") },
	},
	.run = run,
};
