/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which an action is dropped, with a reason. */
#include "screen/item-form.h"

#include "base/i18n.h"
#include "screen/form.h"

#include <stdlib.h>

static int drop_item(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	const char *reason = values->values[0];
	struct changes changes = { 0 };
	int result;

	(void)at;
	changes_label(&changes, reason[0] ? N_("dropping an action") : N_("opening an action again"));
	change_item_set(&changes, values->number, "dropped", reason);
	result = store_apply(app->store, app->session, &changes, err);
	changes_release(&changes);
	if (result == 0)
		/* TRANSLATORS: %s is a key. */
		app_say(app, reason[0] ? _("dropped; %s takes that back") : _("open again; %s takes that back"),
			app_key(app, "undo").text);
	return result;
}

struct screen *item_drop_form(const struct item *item)
{
	char *draft = mem_printf(ITEM_DROP_DRAFT "%d", item->id);
	bool dropped = item->dropped[0];
	struct form_spec spec = { .title = _("Drop the action"), .intro = item->text, .submit = drop_item,
				  .number = item->id, .draft = draft, .count = 1 };
	struct screen *screen;

	spec.fields[0] = (struct form_field){ .label = _("Why"), .value = item->dropped, .required = !dropped, .lines = 3,
		.hint = dropped ? _("Empty: the action is open again.")
				: _("It stands with the action, in the summary as well.") };
	screen = form_new(&spec);
	free(draft);
	return screen;
}
