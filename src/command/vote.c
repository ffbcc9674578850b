/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord vote: one participant's seat. */
#include "command/command.h"

#include "base/i18n.h"
#include "model/people.h"
#include "screen/app.h"
#include "screen/seat.h"
#include "store/store.h"

#include <stdlib.h>

enum { OPTION_AS };

/* Whose seat it is; says who there is where that is not known. */
static const struct person *choose_person(const struct session *session, const char *name, struct err *err)
{
	char *list;

	if (name && name[0])
		return people_find(session, name, err);
	list = people_list(session);
	if (list[0])
		err_set(err, ERR_USAGE, _("--as is needed, with one of these or the number: %s"), list);
	else
		err_set(err, ERR_USAGE, "%s", _("--as is needed, and the session has no people yet"));
	free(list);
	return NULL;
}

static int run(const struct call *call, struct err *err)
{
	struct app app = { .store = call_open(call, err), .banks = call->banks };
	const struct person *found;
	int person;
	char id[SESSION_ID_LENGTH + 1];
	bool removed = false;

	if (!app.store)
		return (int)err->code;
	/* Not even what is drawn from holds anything of the others. */
	store_hide(app.store, 0);
	if (call_choose(call, app.store, id, err) != 0)
		goto out;
	if (!app_open(&app, id)) {
		err_set(err, ERR_INPUT, "%s", app.status);
		goto out;
	}
	found = choose_person(app.session, call->values[OPTION_AS], err);
	if (!found)
		goto out;
	person = found->id;
	store_hide(app.store, person);
	if (store_reload(app.store, app.session, err) != 0)
		goto out;
	call_settings(&app.settings);
	app.terminal = call_terminal(call, app.settings.theme, err);
	if (!app.terminal)
		goto out;
	app_run(&app, seat_new(&app, person, &removed));
	call_after(&app);
	if (!removed)
		return 0;
	err_set(err, ERR_FAILED, "%s", _("this seat has gone: its person is no longer among the people of the session"));
	return (int)err->code;
out:
	app_close_session(&app);
	store_close(app.store);
	settings_release(&app.settings);
	return (int)err->code;
}

const struct command command_vote = {
	.name = "vote",
	.synopsis = "[SESSION] --as NAME",
	.summary = N_("Take one participant's seat: answer at a terminal of one's own"),
	.details = N_("It follows the facilitator. Nobody sees an answer before the reveal, and the\n"
		      "person may change it until then. Without SESSION it is the newest one that\n"
		      "is not finished."),
	.most = 1,
	.options = {
		[OPTION_AS] = { "as", "NAME", N_("who sits there: the name, how it begins, or the number"), NULL },
	},
	.run = run,
};
