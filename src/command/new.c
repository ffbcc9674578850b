/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord new: a session, ready to run. */
#include "command/command.h"

#include "bank/find.h"
#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "instrument/listing.h"
#include "screen/follow.h"
#include "screen/settings.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define USUAL_BANK "joint-workshop"

enum {
	OPTION_TITLE,
	OPTION_ORGANISATION,
	OPTION_FACILITATOR,
	OPTION_DATE,
	OPTION_BANK,
	OPTION_AGENDA,
	OPTION_PEOPLE,
	OPTION_FOLLOWS
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

/* Reads the lines of people, all or none, and says in which file a bad one stands. */
static int parse_people(const struct session *session, const char *path, struct changes *changes, struct err *err)
{
	struct err found = { 0 };
	struct listing listing = { 0 };
	struct str text;
	int result;

	str_init(&text);
	result = file_read(path, LISTING_BYTES_MOST, &text, err);
	if (result == 0 && (listing_init(&listing, session, NULL, text.data, text.length, clock_today(), &found) != 0 ||
				   listing_fail(&listing, &found) != 0))
		result = err_set(err, found.code, "%s: %s", path, found.message);
	if (result == 0)
		listing_add(&listing, -1, changes);
	listing_release(&listing);
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

/* Session and people in one transaction: people that cannot be read leave nothing behind. before may be NULL. */
static int create(struct store *store, struct session_plan *plan, const char *people, const struct session *before,
	const struct follow_takes *takes, struct err *err)
{
	char id[SESSION_ID_LENGTH + 1];

	if (store_begin(store, __func__, err) != 0)
		return -1;
	if ((before ? follow_create(store, plan, before, takes, id, err) : store_create(store, plan, id, err)) != 0 ||
	    (people && add_people(store, id, people, err) != 0)) {
		store_rollback(store, __func__);
		return -1;
	}
	if (store_commit(store, __func__, err) != 0)
		return -1;
	printf("%s\n", id);
	return 0;
}

/* The agenda of the call, or else that of the session before where the bank has it, or else the bank's usual one. */
static const struct agenda *choose_agenda(const struct call *call, const struct bank *bank, const struct session *before,
	struct err *err)
{
	const char *name = call->values[OPTION_AGENDA];

	if (!name && before && bank_agenda(bank, before->agenda))
		name = before->agenda;
	return bank_choose_agenda(bank, or(name, ""), err);
}

static int create_as_called(const struct call *call, struct store *store, const struct bank *bank,
	const char *text, int date, const struct session *before, struct err *err)
{
	struct settings settings;
	struct err found = { 0 };
	const struct agenda *agenda = choose_agenda(call, bank, before, &found);
	struct session_plan plan = {
		.title = or(call->values[OPTION_TITLE], before ? before->title : ""),
		.organisation = or(call->values[OPTION_ORGANISATION], before ? before->organisation : ""),
		.facilitator = or(call->values[OPTION_FACILITATOR], before ? before->facilitator : ""),
		.date = date,
		.bank_text = text,
		.bank = bank,
	};
	struct follow_takes takes = { .people = !call->values[OPTION_PEOPLE], .agenda = !call->values[OPTION_AGENDA] };

	if (!agenda)
		return err_set(err, ERR_USAGE, "--agenda: %s", found.message);
	plan.agenda = agenda->id;
	if (before) {
		takes.entry = before->entry;
		takes.naming = before->naming;
	}
	call_settings(&settings);
	plan.n_min = settings.n_min;
	settings_release(&settings);
	return create(store, &plan, call->values[OPTION_PEOPLE], before, &takes, err);
}

/* The session that is to be followed; says where that has been done before. NULL with err set. */
static struct session *find_before(struct store *store, const char *name, struct err *err)
{
	char id[SESSION_ID_LENGTH + 1], *already;
	struct session *before = store_resolve(store, name, id, err) == 0 ? follow_load(store, id, err) : NULL;

	already = before ? follow_already(store, id) : NULL;
	if (already)
		fprintf(stderr, "accord: %s\n", already);
	free(already);
	return before;
}

/* With the questions of the session before, so that both can be compared, unless the call names a bank. */
static int run_follow_up(const struct call *call, struct store *store, int date, struct err *err)
{
	struct session *before = find_before(store, call->values[OPTION_FOLLOWS], err);
	struct bank *bank = NULL;
	struct str text;
	int result = -1;

	str_init(&text);
	if (before && call->values[OPTION_BANK]) {
		bank = load_bank(call, &text, err);
		if (bank)
			result = create_as_called(call, store, bank, text.data, date, before, err);
	} else if (before) {
		result = create_as_called(call, store, before->bank, before->bank_text, date, before, err);
	}
	bank_free(bank);
	str_release(&text);
	session_free(before);
	return result;
}

static int run_new(const struct call *call, int date, struct err *err)
{
	struct bank *bank = NULL;
	struct store *store = NULL;
	struct str text;
	int result = -1;

	str_init(&text);
	if (call->values[OPTION_FOLLOWS]) {
		store = call_open(call, err);
		if (store)
			result = run_follow_up(call, store, date, err);
	} else if ((bank = load_bank(call, &text, err)) && (store = call_open(call, err))) {
		result = create_as_called(call, store, bank, text.data, date, NULL, err);
	}
	store_close(store);
	bank_free(bank);
	str_release(&text);
	return result;
}

static int run(const struct call *call, struct err *err)
{
	const char *day = call->values[OPTION_DATE], *title = call->values[OPTION_TITLE];
	int date = day ? date_parse_near(day, clock_today()) : clock_today();

	if (is_blank(title) && (title || !call->values[OPTION_FOLLOWS]))
		err_set(err, ERR_USAGE, "%s", _("--title is needed: accord new --title 'Joint workshop'"));
	else if (date == DAY_NONE)
		err_set(err, ERR_USAGE, _("--date: '%s' is no date; write it as 2026-12-31"), day);
	else if (run_new(call, date, err) == 0)
		return 0;
	return (int)err->code;
}

const struct command command_new = {
	.name = "new",
	.synopsis = "--title TITLE|--follows SESSION [OPTION...]",
	.summary = N_("Prepare a session and print its id"),
	.details = N_("With --follows, all that no option says is as in that session: title,\n"
		      "organisation, facilitator, people, agenda, and its questions as they were\n"
		      "asked, so that both can be compared. The new one begins with what became of\n"
		      "the actions that were open."),
	.options = {
		[OPTION_TITLE] = { "title", "TITLE", N_("what it is called"), NULL },
		[OPTION_ORGANISATION] = { "organisation", "NAME", N_("whose workshop it is"), NULL },
		[OPTION_FACILITATOR] = { "facilitator", "NAME", N_("who leads it"), NULL },
		[OPTION_DATE] = { "date", "DATE", N_("2026-12-31, or +7 for days from today (today)"), NULL },
		[OPTION_BANK] = { "bank", "BANK", N_("a bank's id or file (joint-workshop)"), NULL },
		[OPTION_AGENDA] = { "agenda", "AGENDA", N_("one of the bank's agendas, or how it begins (two-hours)"), NULL },
		[OPTION_PEOPLE] = { "people", "FILE", N_("a line \"Name, role, side\" each; - for standard input"), NULL },
		[OPTION_FOLLOWS] = { "follows", "SESSION", N_("the session whose open actions it takes up"), NULL },
	},
	.run = run,
};
