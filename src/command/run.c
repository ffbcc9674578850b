/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord and accord run: the program with a screen. */
#include "command/command.h"

#include "base/i18n.h"
#include "screen/app.h"
#include "screen/home.h"
#include "screen/review.h"
#include "store/store.h"

static int run_home(const struct call *call, struct err *err)
{
	struct app app = { .store = call_open(call, err), .banks = call->banks };

	if (!app.store)
		return (int)err->code;
	call_settings(&app.settings);
	app.terminal = call_terminal(call, app.settings.theme, err);
	if (!app.terminal) {
		store_close(app.store);
		settings_release(&app.settings);
		return (int)err->code;
	}
	app_run(&app, home_new(&app));
	return call_after(&app);
}

static int run_workshop(const struct call *call, struct err *err)
{
	struct app app = { .store = call_open(call, err), .banks = call->banks };
	char id[SESSION_ID_LENGTH + 1];

	if (!app.store)
		return (int)err->code;
	if (call_choose(call, app.store, id, err) != 0)
		goto out;
	if (!app_open(&app, id)) {
		err_set(err, ERR_INPUT, "%s", app.status);
		goto out;
	}
	call_settings(&app.settings);
	app.terminal = call_terminal(call, app.settings.theme, err);
	if (!app.terminal)
		goto out;
	app_run(&app, review_or_workshop(&app));
	return call_after(&app);
out:
	app_close_session(&app);
	store_close(app.store);
	settings_release(&app.settings);
	return (int)err->code;
}

const struct command command_home = {
	.name = "",
	.synopsis = "[COMMAND] [OPTION...]",
	.summary = N_("Hold a workshop of two sides, and keep what comes of it"),
	.details = N_("Without a command it shows the sessions that there are, to go on with one."),
	.run = run_home,
};

const struct command command_run = {
	.name = "run",
	.synopsis = "[SESSION]",
	.summary = N_("Hold the workshop, from where it was left"),
	.details = N_("Without SESSION it is the newest one that is not finished. In the\n"
		      "workshop, ? shows the keys."),
	.most = 1,
	.run = run_workshop,
};
