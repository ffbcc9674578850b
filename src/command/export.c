/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord export: the summary of a session, to read in an e-mail. */
#include "command/command.h"

#include "base/i18n.h"
#include "model/hide.h"
#include "report/format.h"
#include "store/store.h"

enum { OPTION_FORMAT, OPTION_OUTPUT, OPTION_FORCE, OPTION_FULL, OPTION_PRIVATE };

static int write_session(const struct format *format, const struct session *session, const struct call *call,
	struct err *err)
{
	struct report_input input = { .session = session,
				      .detail = call->values[OPTION_FULL] ? DETAIL_FULL : DETAIL_SHORT };
	struct report_output output = { 0 };
	int result = format->write(&input, &output, err);

	if (result == 0)
		result = call_write(call->values[OPTION_OUTPUT], call->values[OPTION_FORCE], &output.files[0].text, err);
	report_output_release(&output);
	return result;
}

static int run(const struct call *call, struct err *err)
{
	const char *name = call->values[OPTION_FORMAT];
	const struct format *format = format_find(name ? name : "text", err);
	struct store *store = format ? call_open(call, err) : NULL;
	struct session *session = store ? call_session(store, call->arguments[0], err) : NULL;
	int result = -1;

	if (session && call->values[OPTION_PRIVATE])
		session_show_private(session);
	if (session)
		result = write_session(format, session, call, err);
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
		[OPTION_FORMAT] = { "format", "FORMAT", N_("how to write it: text or markdown") },
		[OPTION_OUTPUT] = { "output", "FILE", N_("write a new file instead of standard output") },
		[OPTION_FULL] = { "full", NULL, N_("all that the screens of the workshop said, not only a summary") },
		[OPTION_PRIVATE] = { "private", NULL, N_("with the private notes, which are left out otherwise") },
		[OPTION_FORCE] = { "force", NULL, N_("overwrite the file where there is one") },
	},
	.run = run,
};
