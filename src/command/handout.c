/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord handout: a briefing and paper ballots, to print before the workshop. */
#include "command/command.h"

#include "base/i18n.h"
#include "report/handout.h"
#include "store/store.h"

#include <string.h>
#include <unistd.h>

enum { OPTION_OUTPUT, OPTION_PAGES, OPTION_FORCE };

static int run(const struct call *call, struct err *err)
{
	const char *output = call->values[OPTION_OUTPUT];
	bool pages = call->values[OPTION_PAGES], to_screen = !output || strcmp(output, "-") == 0;
	struct store *store = NULL;
	struct session *session = NULL;
	int result = -1;
	struct str text;

	str_init(&text);
	if (pages && to_screen && isatty(STDOUT_FILENO))
		err_set(err, ERR_USAGE,
			_("--pages is for a printer, not for a terminal: add --output FILE, or '| lpr'"));
	else if ((store = call_open(call, err)) && (session = call_session(store, call->arguments[0], err))) {
		handout_text(session, pages, &text);
		result = call_write(output, call->values[OPTION_FORCE], &text, err);
	}
	str_release(&text);
	session_free(session);
	store_close(store);
	return result == 0 ? 0 : (int)err->code;
}

const struct command command_handout = {
	.name = "handout",
	.synopsis = "SESSION",
	.summary = N_("Write a briefing and paper ballots, to print"),
	.details = N_("There is a sheet for each person, and slips without a name for what is\n"
		      "anonymous. In the workshop, paper is one of the ways of answering."),
	.least = 1,
	.most = 1,
	.options = {
		[OPTION_OUTPUT] = { "output", "FILE", N_("write a new file instead of standard output"), NULL },
		[OPTION_PAGES] = { "pages", NULL, N_("a form feed after each sheet, for a printer"), NULL },
		[OPTION_FORCE] = { "force", NULL, N_("overwrite the file where there is one"), NULL },
	},
	.run = run,
};
