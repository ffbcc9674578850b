/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord export: the summary of a session, to read in an e-mail. */
#include "command/command.h"

#include "base/i18n.h"
#include "model/hide.h"
#include "report/summary.h"
#include "store/store.h"

#include <string.h>

enum { OPTION_FORMAT, OPTION_OUTPUT, OPTION_FORCE, OPTION_FULL, OPTION_PRIVATE };

static int run(const struct call *call, struct err *err)
{
	const char *format = call->values[OPTION_FORMAT];
	enum detail detail = call->values[OPTION_FULL] ? DETAIL_FULL : DETAIL_SHORT;
	struct store *store = NULL;
	struct session *session = NULL;
	int result = -1;
	struct str text;

	str_init(&text);
	if (format && strcmp(format, "text") != 0)
		err_set(err, ERR_USAGE, _("--format: '%s' is not known: there is text"), format);
	else if ((store = call_open(call, err)))
		session = call_session(store, call->arguments[0], err);
	if (session && call->values[OPTION_PRIVATE])
		session_show_private(session);
	if (session) {
		summary_text(session, detail, &text);
		result = call_write(call->values[OPTION_OUTPUT], call->values[OPTION_FORCE], &text, err);
	}
	str_release(&text);
	session_free(session);
	store_close(store);
	return result == 0 ? 0 : (int)err->code;
}

const struct command command_export = {
	.name = "export",
	.synopsis = "SESSION",
	.summary = N_("Write the summary of a session, as text to mail or print"),
	.least = 1,
	.most = 1,
	.options = {
		[OPTION_FORMAT] = { "format", "FORMAT", N_("how to write it; there is text") },
		[OPTION_OUTPUT] = { "output", "FILE", N_("write a new file instead of standard output") },
		[OPTION_FULL] = { "full", NULL, N_("all that the screens of the workshop said, not only a summary") },
		[OPTION_PRIVATE] = { "private", NULL, N_("with the private notes, which are left out otherwise") },
		[OPTION_FORCE] = { "force", NULL, N_("overwrite the file where there is one") },
	},
	.run = run,
};
