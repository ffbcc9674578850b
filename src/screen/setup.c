/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new session. */
#include "screen/setup.h"

#include "bank/find.h"
#include "bank/load.h"
#include "base/date.h"
#include "base/i18n.h"
#include "screen/form.h"
#include "screen/people.h"

#include <stdlib.h>
#include <string.h>

#define USUAL_BANK "joint-workshop"
#define USUAL_AGENDA "two-hours"
#define DRAFT "session:new"

enum { FIELD_TITLE, FIELD_ORGANISATION, FIELD_FACILITATOR, FIELD_DATE, FIELD_BANK, FIELD_AGENDA, FIELDS };

/* An empty agenda is the bank's usual one, or its first. */
static const struct agenda *choose_agenda(const struct bank *bank, const char *name, struct err *err)
{
	const struct agenda *agenda = bank_agenda(bank, name[0] ? name : USUAL_AGENDA);
	struct str names;

	if (!agenda && !name[0] && bank->agenda_count)
		agenda = &bank->agendas[0];
	if (agenda)
		return agenda;
	str_init(&names);
	for (size_t i = 0; i < bank->agenda_count; i++)
		str_printf(&names, "%s%s", i ? ", " : "", bank->agendas[i].id);
	err_set(err, ERR_INPUT, _("no agenda '%s' in this bank; it has: %s"), name, names.data);
	str_release(&names);
	return NULL;
}

static int create(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	const char *const *given = values->values;
	struct diags diags = { 0 };
	struct bank *bank = NULL;
	const struct agenda *agenda;
	char id[SESSION_ID_LENGTH + 1], *path = NULL;
	struct str text;
	int date = date_parse_near(given[FIELD_DATE], clock_today()), result = -1;

	str_init(&text);
	if (date == DAY_NONE) {
		*at = FIELD_DATE;
		err_set(err, ERR_INPUT, _("'%s' is no date; type it as 2026-12-31"), given[FIELD_DATE]);
		goto out;
	}
	*at = FIELD_BANK;
	path = bank_find(given[FIELD_BANK], app->banks, err);
	if (!path)
		goto out;
	bank = bank_load_file(path, &text, &diags, err);
	if (!bank)
		goto out;
	*at = FIELD_AGENDA;
	agenda = choose_agenda(bank, given[FIELD_AGENDA], err);
	if (!agenda)
		goto out;
	*at = FIELD_TITLE;
	if (store_create(app->store,
		    &(struct session_plan){ .title = given[FIELD_TITLE], .organisation = given[FIELD_ORGANISATION],
					    .facilitator = given[FIELD_FACILITATOR], .agenda = agenda->id,
					    .date = date, .bank_text = text.data, .bank = bank },
		    id, err) != 0)
		goto out;
	if (app_open(app, id)) {
		app_push(app, people_new(true));
		result = 0;
	}
out:
	if (result != 0 && diags.count > 0) {
		char *first = diag_text(&diags.items[0]);

		err_set(err, ERR_INPUT, "%s", first);
		free(first);
	}
	diags_release(&diags);
	bank_free(bank);
	free(path);
	str_release(&text);
	return result;
}

struct screen *setup_new(struct app *app)
{
	struct form_spec spec = { .title = _("New session"), .submit = create, .draft = DRAFT,
				  .apart = true, .count = FIELDS };
	char today[11];

	(void)app;
	date_format(clock_today(), today);
	spec.fields[FIELD_TITLE] = (struct form_field){ .label = _("Title"), .required = true,
							.value = _("Joint workshop") };
	spec.fields[FIELD_ORGANISATION] = (struct form_field){ .label = _("Organisation") };
	spec.fields[FIELD_FACILITATOR] = (struct form_field){ .label = _("Facilitator") };
	spec.fields[FIELD_DATE] = (struct form_field){ .label = _("Date"), .value = today, .required = true,
						       .hint = _("2026-12-31, or +7 (days from today).") };
	spec.fields[FIELD_BANK] = (struct form_field){ .label = _("Bank"), .value = USUAL_BANK, .required = true,
						       .hint = _("The questions: a bank's id, or a file.") };
	spec.fields[FIELD_AGENDA] = (struct form_field){ .label = _("Agenda"), .value = USUAL_AGENDA,
							 .hint = _("One of the bank's agendas.") };
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
