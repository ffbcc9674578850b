/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord delete: a session and all that is in it. */
#include "command/command.h"

#include "base/i18n.h"
#include "base/text.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_YES };

/* Whether the user means it; a wrong answer is a no. */
static bool is_meant(const struct session *session)
{
	char answer[16] = "", *title = text_visible(session->title, false);

	fprintf(stderr, _("Delete '%s' (%s) with all its answers? Type yes: "), title, session->id);
	free(title);
	fflush(stderr);
	return fgets(answer, sizeof answer, stdin) && strcmp(answer, "yes\n") == 0;
}

static int run(const struct call *call, struct err *err)
{
	struct store *store = call_open(call, err);
	struct session *session = store ? call_session(store, call->arguments[0], err) : NULL;
	int status = ERR_FAILED;

	if (!session)
		status = (int)err->code;
	else if (!call->values[OPTION_YES] && !isatty(STDIN_FILENO))
		status = (err_set(err, ERR_USAGE, _("there is no terminal to ask at: --yes deletes '%s'"), session->id),
			ERR_USAGE);
	else if (!call->values[OPTION_YES] && !is_meant(session))
		err_set(err, ERR_FAILED, "%s", _("nothing was deleted"));
	else
		status = store_delete(store, session->id, err) == 0 ? 0 : (int)err->code;
	session_free(session);
	store_close(store);
	return status;
}

const struct command command_delete = {
	.name = "delete",
	.synopsis = "SESSION",
	.summary = N_("Delete a session and all that is in it, after a question"),
	.least = 1,
	.most = 1,
	.options = { [OPTION_YES] = { "yes", NULL, N_("do not ask; needed where there is no terminal"), NULL } },
	.run = run,
};
