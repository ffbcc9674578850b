/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord handout: a briefing and paper ballots, to print before the workshop. */
#include "command/command.h"

#include "base/file.h"
#include "base/i18n.h"
#include "report/handout.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_OUTPUT, OPTION_PAGES, OPTION_FORCE };

static int write_handout(const struct session *session, bool pages, const char *output, bool force, struct err *err)
{
	struct str text;
	int result = 0;

	str_init(&text);
	handout_text(session, pages, &text);
	if (output)
		result = file_write(output, text.data, text.length, force, err);
	else
		fwrite(text.data, 1, text.length, stdout);
	str_release(&text);
	return result;
}

static int run(const struct call *call, struct err *err)
{
	const char *output = call->values[OPTION_OUTPUT];
	bool pages = call->values[OPTION_PAGES];
	struct store *store = NULL;
	struct session *session = NULL;
	int result = -1;

	if (output && strcmp(output, "-") == 0)
		output = NULL;
	if (output && !output[0])
		err_set(err, ERR_USAGE, _("--output needs the name of a file"));
	else if (pages && !output && isatty(STDOUT_FILENO))
		err_set(err, ERR_USAGE,
			_("--pages is for a printer, not for a terminal: add --output FILE, or '| lpr'"));
	else if ((store = call_open(call, err)) && (session = call_session(store, call->arguments[0], err)))
		result = write_handout(session, pages, output, call->values[OPTION_FORCE], err);
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
		[OPTION_OUTPUT] = { "output", "FILE", N_("write a new file instead of standard output") },
		[OPTION_PAGES] = { "pages", NULL, N_("a form feed after each sheet, for a printer") },
		[OPTION_FORCE] = { "force", NULL, N_("overwrite the file where there is one") },
	},
	.run = run,
};
