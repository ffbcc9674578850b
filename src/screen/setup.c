/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new session. */
#include "screen/setup.h"

#include "bank/find.h"
#include "bank/load.h"
#include "base/date.h"
#include "base/i18n.h"
#include "instrument/way.h"
#include "model/meeting.h"
#include "screen/follow.h"
#include "screen/form.h"
#include "screen/people.h"

#include <stdlib.h>
#include <string.h>

#define USUAL_BANK "joint-workshop"
#define DRAFT "session:new"
#define FOLLOW_DRAFT "session:follow:" /* and the id of the session that is followed */

enum { FIELD_TITLE, FIELD_ORGANISATION, FIELD_FACILITATOR, FIELD_DATE, FIELD_BANK, FIELD_AGENDA, FIELD_WAY,
	FIELD_NAMING, FIELDS };

/* The bank of a name, its text appended; NULL with err set. */
static struct bank *find_bank(struct app *app, const char *name, struct str *text, struct err *err)
{
	struct diags diags = { 0 };
	char *path = bank_find(name, app->banks, err);
	struct bank *bank = path ? bank_load_file(path, text, &diags, err) : NULL;

	if (!bank && diags.count > 0) {
		char *first = diag_text(&diags.items[0]);

		err_set(err, ERR_INPUT, "%s", first);
		free(first);
	}
	diags_release(&diags);
	free(path);
	return bank;
}

static char *describe_banks(const struct app *app, bool follows)
{
	struct bank_entry *entries = NULL;
	struct str hint;
	size_t count = 0;

	if (bank_list(app->banks, &entries, &count, NULL) != 0 || count == 0)
		return NULL;
	str_init(&hint);
	if (follows)
		str_add(&hint, _("The questions: as they were asked before, so that both sessions can be compared; or a "
				 "bank's id, or a file. There are:"));
	else
		str_add(&hint, _("The questions: a bank's id, or a file. There are:"));
	for (size_t i = 0; i < count; i++)
		str_printf(&hint, "%s%s", i ? ", " : " ", entries[i].id);
	bank_entries_free(entries, count);
	return hint.data;
}

/* Whether a field of a follow-up says that it is to be as in the session before. */
static bool is_as_before(const char *value)
{
	return strcmp(value, _("as before")) == 0;
}

/* The questions that the form asks for; before is the session that is followed, or NULL. NULL with err set. */
static struct bank *choose_bank(struct app *app, const char *name, const struct session *before, struct str *text,
	struct err *err)
{
	if (!before || !is_as_before(name))
		return find_bank(app, name, text, err);
	str_add(text, before->bank_text);
	return bank_share(before->bank);
}

static char *describe_agendas(struct app *app, const char *name, const char *follows)
{
	struct session *before = follows[0] ? follow_load(app->store, follows, NULL) : NULL;
	struct bank *bank;
	struct str text, hint;

	str_init(&text);
	str_init(&hint);
	bank = choose_bank(app, name, before, &text, NULL);
	if (before)
		str_printf(&hint, "%s\n", _("The modules and minutes of the session before; or one of these:"));
	for (size_t i = 0; bank && i < bank->agenda_count; i++) {
		const struct agenda *agenda = &bank->agendas[i];

		str_add(&hint, i ? "\n" : "");
		str_printf(&hint, _("%s (%d min): %s"), agenda->id, agenda_minutes(agenda), agenda->title);
	}
	if (bank && bank->agenda_count > 1) {
		str_add(&hint, "\n");
		str_printf(&hint, _("Left empty, it is %s."), bank_choose_agenda(bank, "", NULL)->id);
	}
	session_free(before);
	bank_free(bank);
	str_release(&text);
	if (hint.length > 0)
		return hint.data;
	str_release(&hint);
	return NULL;
}

/* The ways, with the digits that choose them everywhere. */
static char *describe_ways(const struct app *app)
{
	struct str hint;

	str_init(&hint);
	for (int way = 0; way < ENTRIES; way++)
		str_printf(&hint, "%s%d %s", way ? ", " : "", way + 1, way_name((enum entry)way));
	str_add(&hint, ". ");
	/* TRANSLATORS: %s is a key. */
	str_printf(&hint, _("%s changes it at any step."), app_key(app, "way").text);
	return hint.data;
}

/* The one that a digit or a beginning means, of count that are called by name_of; 0 where nothing is typed; or -1. */
static int choose(const char *typed, const char *(*name_of)(int), int count)
{
	int found = typed[0] ? -1 : 0;

	for (int i = count - 1; i >= 0 && typed[0]; i--) {
		char digit[2] = { (char)('1' + i), '\0' };

		if (strcmp(typed, digit) == 0 || strncmp(name_of(i), typed, strlen(typed)) == 0)
			found = i;
	}
	return found;
}

static const char *way_at(int n)
{
	return way_name((enum entry)n);
}

static const char *naming_at(int n)
{
	return naming_words((enum naming)n, true);
}

/* Nobody needs to know ids. */
static char *describe(struct app *app, const struct form_values *values, int field)
{
	if (field == FIELD_BANK)
		return describe_banks(app, values->subject[0]);
	if (field == FIELD_WAY)
		return describe_ways(app);
	return field == FIELD_AGENDA ? describe_agendas(app, values->values[FIELD_BANK], values->subject) : NULL;
}

/* How the session is answered, where that is not as usual. */
static void set_ways(struct app *app, enum entry way, enum naming naming)
{
	struct changes changes = { 0 };

	changes_label(&changes, N_("way of answering"));
	if (way != ENTRY_ROLL_CALL)
		change_session(&changes, "entry", entry_name(way));
	if (naming != NAMING_STEP)
		change_session(&changes, "naming", naming_name(naming));
	app_apply(app, &changes);
}

/* What the form says, understood. */
struct wishes {
	struct session *before; /* the one that is followed, or NULL */
	struct bank *bank;
	struct str text; /* the bank's */
	const struct agenda *agenda;
	bool as_before; /* the agenda: as the session before had it */
	int date, way, naming;
};

static void wishes_release(struct wishes *wishes)
{
	session_free(wishes->before);
	bank_free(wishes->bank);
	str_release(&wishes->text);
}

/* NULL with err set. */
static const struct agenda *choose_agenda(const struct wishes *wishes, const char *given, struct err *err)
{
	if (wishes->as_before)
		given = bank_agenda(wishes->bank, wishes->before->agenda) ? wishes->before->agenda : "";
	return bank_choose_agenda(wishes->bank, given, err);
}

/* 0, or -1 with err set and *at the field that is meant. */
static int understand(struct app *app, const struct form_values *values, struct wishes *wishes, int *at, struct err *err)
{
	const char *const *given = values->values;

	*at = FIELD_DATE;
	wishes->date = date_parse_near(given[FIELD_DATE], clock_today());
	if (wishes->date == DAY_NONE)
		return err_set(err, ERR_INPUT, _("'%s' is no date; type it as 2026-12-31"), given[FIELD_DATE]);
	wishes->way = choose(given[FIELD_WAY], way_at, ENTRIES);
	wishes->naming = choose(given[FIELD_NAMING], naming_at, NAMINGS);
	*at = wishes->way < 0 ? FIELD_WAY : FIELD_NAMING;
	if (wishes->way < 0 || wishes->naming < 0)
		return err_set(err, ERR_INPUT, _("'%s' is none of these"), given[*at]);
	*at = FIELD_TITLE;
	if (values->subject[0] && !(wishes->before = follow_load(app->store, values->subject, err)))
		return -1;
	*at = FIELD_BANK;
	wishes->bank = choose_bank(app, given[FIELD_BANK], wishes->before, &wishes->text, err);
	if (!wishes->bank)
		return -1;
	*at = FIELD_AGENDA;
	wishes->as_before = wishes->before && is_as_before(given[FIELD_AGENDA]);
	wishes->agenda = choose_agenda(wishes, given[FIELD_AGENDA], err);
	return wishes->agenda ? 0 : -1;
}

static int make(struct app *app, const struct form_values *values, const struct wishes *wishes, struct err *err)
{
	const char *const *given = values->values;
	struct session_plan plan = {
		.title = given[FIELD_TITLE],
		.organisation = given[FIELD_ORGANISATION],
		.facilitator = given[FIELD_FACILITATOR],
		.agenda = wishes->agenda->id,
		.date = wishes->date,
		.bank_text = wishes->text.data,
		.bank = wishes->bank,
		.n_min = app->settings.n_min,
	};
	struct follow_takes takes = { .people = true, .agenda = wishes->as_before, .entry = (enum entry)wishes->way,
				      .naming = (enum naming)wishes->naming };
	char id[SESSION_ID_LENGTH + 1];
	int made = wishes->before ? follow_create(app->store, &plan, wishes->before, &takes, id, err)
				  : store_create(app->store, &plan, id, err);

	if (made != 0)
		return -1;
	if (!app_open(app, id))
		return err_set(err, ERR_FAILED, "%s", app->status);
	if (!wishes->before)
		set_ways(app, (enum entry)wishes->way, (enum naming)wishes->naming);
	app_push(app, people_new(true));
	if (wishes->before && app->session->person_count > 0)
		/* TRANSLATORS: %s is a key. */
		app_say(app, _("the people of the session before: who is with us? %s marks who is not"),
			app_key(app, "here").text);
	return 0;
}

static int create(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct wishes wishes = { 0 };
	int result;

	str_init(&wishes.text);
	result = understand(app, values, &wishes, at, err);
	if (result == 0) {
		*at = FIELD_TITLE;
		result = make(app, values, &wishes, err);
	}
	wishes_release(&wishes);
	return result;
}

/* before: the session that is followed, or NULL. */
static struct screen *make_form(const struct form_spec *as, const struct session *before)
{
	struct form_spec spec = *as;
	char day[11];

	spec.submit = create;
	spec.describe = describe;
	spec.apart = true;
	spec.count = FIELDS;
	date_format(before ? meeting_next(before, clock_today()) : clock_today(), day);
	spec.fields[FIELD_TITLE] = (struct form_field){ .label = _("Title"), .required = true,
							.value = before ? before->title : _("Joint workshop"), .replace = true };
	spec.fields[FIELD_ORGANISATION] = (struct form_field){ .label = _("Organisation"),
							       .value = before ? before->organisation : NULL };
	spec.fields[FIELD_FACILITATOR] = (struct form_field){ .label = _("Facilitator"),
							      .value = before ? before->facilitator : NULL };
	spec.fields[FIELD_DATE] = (struct form_field){ .label = _("Date"), .value = day, .required = true,
						       .hint = _("2026-12-31, or +7 (days from today).") };
	spec.fields[FIELD_BANK] = (struct form_field){ .label = _("Bank"), .value = before ? _("as before") : USUAL_BANK,
						       .required = true, .replace = before,
						       .hint = _("The questions: a bank's id, or a file.") };
	spec.fields[FIELD_AGENDA] = (struct form_field){ .label = _("Agenda"), .value = before ? _("as before") : NULL,
							 .replace = before, .hint = _("One of the bank's agendas.") };
	spec.fields[FIELD_WAY] = (struct form_field){ .label = _("Answers"), .replace = true,
						      .value = way_name(before ? before->entry : ENTRY_ROLL_CALL) };
	spec.fields[FIELD_NAMING] = (struct form_field){ .label = _("Names"), .replace = true,
							 .value = naming_words(before ? before->naming : NAMING_STEP, true),
							 .hint = _("As each question says, by name, or anonymous: "
								   "their beginnings do.") };
	return form_new(&spec);
}

struct screen *setup_new(struct app *app)
{
	(void)app;
	return make_form(&(struct form_spec){ .title = _("New session"), .draft = DRAFT }, NULL);
}

/* The form, filled from the session before; it is let go of. */
static struct screen *follow_form(struct session *before)
{
	char date[11], *title, *draft = mem_printf(FOLLOW_DRAFT "%s", before->id);
	struct screen *form;

	date_format(before->date, date);
	title = mem_printf(_("New session that follows '%s' of %s"), before->title, date[0] ? date : "-");
	form = make_form(&(struct form_spec){ .title = title, .draft = draft, .subject = before->id }, before);
	free(title);
	free(draft);
	session_free(before);
	return form;
}

void setup_follow(struct app *app, const char *id)
{
	struct err err = { 0 };
	struct session *before = follow_load(app->store, id, &err);
	char *already = before ? follow_already(app->store, id) : NULL;

	if (!before) {
		app_fail(app, &err);
		return;
	}
	if (already)
		app_warn(app, "%s", already);
	app_push(app, follow_form(before));
	free(already);
}

bool setup_open_draft(struct app *app, struct screen *below, const char *draft)
{
	struct session *before;

	(void)below;
	if (strcmp(draft, DRAFT) == 0) {
		app_push(app, setup_new(app));
		return true;
	}
	if (strncmp(draft, FOLLOW_DRAFT, strlen(FOLLOW_DRAFT)) != 0)
		return false;
	before = follow_load(app->store, draft + strlen(FOLLOW_DRAFT), NULL);
	if (before)
		app_push(app, follow_form(before));
	return before;
}
