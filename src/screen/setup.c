/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new session. */
#include "screen/setup.h"

#include "bank/find.h"
#include "bank/load.h"
#include "base/date.h"
#include "base/i18n.h"
#include "instrument/way.h"
#include "screen/form.h"
#include "screen/people.h"

#include <stdlib.h>
#include <string.h>

#define USUAL_BANK "joint-workshop"
#define DRAFT "session:new"

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

static char *describe_banks(const struct app *app)
{
	struct bank_entry *entries = NULL;
	struct str hint;
	size_t count = 0;

	if (bank_list(app->banks, &entries, &count, NULL) != 0 || count == 0)
		return NULL;
	str_init(&hint);
	str_add(&hint, _("The questions: a bank's id, or a file. There are:"));
	for (size_t i = 0; i < count; i++)
		str_printf(&hint, "%s%s", i ? ", " : " ", entries[i].id);
	bank_entries_free(entries, count);
	return hint.data;
}

static char *describe_agendas(struct app *app, const char *name)
{
	struct bank *bank;
	struct str text, hint;

	str_init(&text);
	str_init(&hint);
	bank = find_bank(app, name, &text, NULL);
	for (size_t i = 0; bank && i < bank->agenda_count; i++) {
		const struct agenda *agenda = &bank->agendas[i];

		str_add(&hint, i ? "\n" : "");
		str_printf(&hint, _("%s (%d min): %s"), agenda->id, agenda_minutes(agenda), agenda->title);
	}
	if (bank && bank->agenda_count > 1) {
		str_add(&hint, "\n");
		str_printf(&hint, _("Left empty, it is %s."), bank_choose_agenda(bank, "", NULL)->id);
	}
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
		return describe_banks(app);
	if (field == FIELD_WAY)
		return describe_ways(app);
	return field == FIELD_AGENDA ? describe_agendas(app, values->values[FIELD_BANK]) : NULL;
}

/* How the session is answered, where that is not as usual. */
static void set_ways(struct app *app, int way, int naming)
{
	struct changes changes = { 0 };

	changes_label(&changes, N_("way of answering"));
	if (way != ENTRY_ROLL_CALL)
		change_session(&changes, "entry", entry_name((enum entry)way));
	if (naming != NAMING_STEP)
		change_session(&changes, "naming", naming_name((enum naming)naming));
	app_apply(app, &changes);
}

static int create(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	const char *const *given = values->values;
	struct bank *bank = NULL;
	const struct agenda *agenda;
	char id[SESSION_ID_LENGTH + 1];
	struct str text;
	int date = date_parse_near(given[FIELD_DATE], clock_today()), result = -1;
	int way = choose(given[FIELD_WAY], way_at, ENTRIES), naming = choose(given[FIELD_NAMING], naming_at, NAMINGS);

	str_init(&text);
	if (date == DAY_NONE) {
		*at = FIELD_DATE;
		err_set(err, ERR_INPUT, _("'%s' is no date; type it as 2026-12-31"), given[FIELD_DATE]);
		goto out;
	}
	*at = way < 0 ? FIELD_WAY : FIELD_NAMING;
	if (way < 0 || naming < 0) {
		err_set(err, ERR_INPUT, _("'%s' is none of these"), given[*at]);
		goto out;
	}
	*at = FIELD_BANK;
	bank = find_bank(app, given[FIELD_BANK], &text, err);
	if (!bank)
		goto out;
	*at = FIELD_AGENDA;
	agenda = bank_choose_agenda(bank, given[FIELD_AGENDA], err);
	if (!agenda)
		goto out;
	*at = FIELD_TITLE;
	if (store_create(app->store,
		    &(struct session_plan){ .title = given[FIELD_TITLE], .organisation = given[FIELD_ORGANISATION],
					    .facilitator = given[FIELD_FACILITATOR], .agenda = agenda->id,
					    .date = date, .bank_text = text.data, .bank = bank,
					    .n_min = app->settings.n_min },
		    id, err) != 0)
		goto out;
	if (app_open(app, id)) {
		set_ways(app, way, naming);
		app_push(app, people_new(true));
		result = 0;
	}
out:
	bank_free(bank);
	str_release(&text);
	return result;
}

struct screen *setup_new(struct app *app)
{
	struct form_spec spec = { .title = _("New session"), .submit = create, .draft = DRAFT,
				  .describe = describe, .apart = true, .count = FIELDS };
	char today[11];

	(void)app;
	date_format(clock_today(), today);
	spec.fields[FIELD_TITLE] = (struct form_field){ .label = _("Title"), .required = true,
							.value = _("Joint workshop"), .replace = true };
	spec.fields[FIELD_ORGANISATION] = (struct form_field){ .label = _("Organisation") };
	spec.fields[FIELD_FACILITATOR] = (struct form_field){ .label = _("Facilitator") };
	spec.fields[FIELD_DATE] = (struct form_field){ .label = _("Date"), .value = today, .required = true,
						       .hint = _("2026-12-31, or +7 (days from today).") };
	spec.fields[FIELD_BANK] = (struct form_field){ .label = _("Bank"), .value = USUAL_BANK, .required = true,
						       .hint = _("The questions: a bank's id, or a file.") };
	spec.fields[FIELD_AGENDA] = (struct form_field){ .label = _("Agenda"),
							 .hint = _("One of the bank's agendas.") };
	spec.fields[FIELD_WAY] = (struct form_field){ .label = _("Answers"), .value = way_name(ENTRY_ROLL_CALL), .replace = true };
	spec.fields[FIELD_NAMING] = (struct form_field){ .label = _("Names"), .value = naming_words(NAMING_STEP, true),
							 .replace = true,
							 .hint = _("As each question says, by name, or anonymous: "
								   "their beginnings do.") };
	return form_new(&spec);
}

bool setup_open_draft(struct app *app, struct screen *below, const char *draft)
{
	(void)below;
	if (strcmp(draft, DRAFT) != 0)
		return false;
	app_push(app, setup_new(app));
	return true;
}
