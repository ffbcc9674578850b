/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord export: the summary of a session, to read in an e-mail. */
#include "command/command.h"

#include "base/file.h"
#include "base/i18n.h"
#include "model/hide.h"
#include "report/summary.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>

enum { OPTION_FORMAT, OPTION_OUTPUT, OPTION_FORCE, OPTION_FULL, OPTION_PRIVATE };

static int write_summary(const struct session *session, enum detail detail, const char *output,
	bool force, struct err *err)
{
	struct str text;
	int result = 0;

	str_init(&text);
	summary_text(session, detail, &text);
	if (output)
		result = file_write(output, text.data, text.length, force, err);
	else
		fwrite(text.data, 1, text.length, stdout);
	str_release(&text);
	return result;
}

static int run(const struct call *call, struct err *err)
{
	const char *format = call->values[OPTION_FORMAT], *output = call->values[OPTION_OUTPUT];
	bool force = call->values[OPTION_FORCE];
	struct store *store = NULL;
	struct session *session = NULL;
	int result = -1;

	if (output && strcmp(output, "-") == 0)
		output = NULL;
	if (format && strcmp(format, "text") != 0)
		err_set(err, ERR_USAGE, _("--format: '%s' is not known: there is text"), format);
	else if (output && !output[0])
		err_set(err, ERR_USAGE, _("--output needs the name of a file"));
	else if ((store = call_open(call, err)))
		session = call_session(store, call->arguments[0], err);
	if (session && call->values[OPTION_PRIVATE])
		session_show_private(session);
	if (session)
		result = write_summary(session, call->values[OPTION_FULL] ? DETAIL_FULL : DETAIL_SHORT, output, force,
			err);
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
