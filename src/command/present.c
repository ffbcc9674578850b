/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord present: the audience's screen. */
#include "command/command.h"

#include "base/i18n.h"
#include "screen/app.h"
#include "screen/present.h"
#include "store/store.h"

/*
 * The session that was named, or the newest unfinished one. There may be none yet: the screen is put up before the
 * workshop is.
 */
static int choose(struct app *app, const struct call *call, struct err *err)
{
	char id[SESSION_ID_LENGTH + 1];

	if (call->argument_count > 0) {
		if (store_resolve(app->store, call->arguments[0], id, err) != 0)
			return -1;
	} else if (store_unfinished(app->store, id, err) != 0) {
		return err->message[0] ? -1 : 0;
	}
	return app_open(app, id) ? 0 : err_set(err, ERR_INPUT, "%s", app->status);
}

static int run(const struct call *call, struct err *err)
{
	struct app app = { .store = call_open(call, err), .banks = call->banks };

	if (!app.store)
		return (int)err->code;
	store_hide(app.store, 0);
	if (choose(&app, call, err) != 0)
		goto out;
	call_settings(&app.settings);
	/* That is nothing for the audience to read. */
	mem_set(&app.settings.complaint, NULL);
	app.terminal = call_terminal(call, app.settings.theme, err);
	if (!app.terminal)
		goto out;
	app_run(&app, present_new(&app, call->argument_count > 0));
	return call_after(&app);
out:
	app_close_session(&app);
	store_close(app.store);
	settings_release(&app.settings);
	return (int)err->code;
}

const struct command command_present = {
	.name = "present",
	.synopsis = "[SESSION]",
	.summary = N_("Show the audience's screen, which goes along with the workshop"),
	.details = N_("Runs in a terminal of its own, on the projector, while 'accord run' holds the\n"
		      "workshop. It shows what the room may see, never an answer before its reveal.\n"
		      "Without SESSION it shows the newest one that is not finished, and goes over\n"
		      "to another one that is started later. Make the terminal's letters as large\n"
		      "as can be: 40 columns and 12 lines are enough."),
	.most = 1,
	.run = run,
};
