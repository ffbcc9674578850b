/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord export: a session in one of the formats of reports. */
#include "command/command.h"

#include "base/file.h"
#include "base/i18n.h"
#include "model/archive.h"
#include "model/hide.h"
#include "report/archive-json.h"
#include "report/format.h"
#include "report/withheld.h"
#include "screen/earlier.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OPTION_FORMAT, OPTION_OUTPUT, OPTION_FORCE, OPTION_FULL, OPTION_PRIVATE, OPTION_COMPLETE };

/* Each of several files, in a folder; without force none is written where one is there already. */
static int write_folder(const struct call *call, const struct report_output *output, struct err *err)
{
	const char *folder = call->values[OPTION_OUTPUT];
	bool force = call->values[OPTION_FORCE];
	int result = 0;

	if (!folder || !folder[0] || strcmp(folder, "-") == 0)
		return err_set(err, ERR_USAGE, _("this format is several files: say with --output=FOLDER where they go"));
	result = file_make_folder(folder, err);
	for (int pass = force; pass < 2; pass++)
		for (size_t i = 0; result == 0 && i < output->count; i++) {
			const struct report_file *file = &output->files[i];
			char *path = mem_printf("%s/%s", folder, file->name);

			if (pass == 1)
				result = file_write(path, file->text.data, file->text.length, force, err);
			else if (file_exists(path))
				result = err_set(err, ERR_FAILED,
					_("'%s' exists already: choose another folder or use --force"), path);
			free(path);
		}
	return result;
}

/* Says what a file does not tell, where nobody would look for it in the file. */
static void tell_withheld(const struct archive *archive)
{
	struct withheld withheld = { 0 };
	char *text;

	withheld_add(&withheld, archive->withheld);
	text = withheld_text(&withheld);
	if (text)
		fprintf(stderr, "accord: %s: %s\n", _("left out"), text);
	free(text);
}

/* All of a session, or what may be told; NULL with err set. */
static struct archive *read_archive(struct store *store, const struct session *session, const struct call *call,
	struct err *err)
{
	struct archive *archive = store_archive(store, session, err);

	if (archive && !call->values[OPTION_COMPLETE])
		archive_withhold(archive, session->bank);
	if (archive)
		tell_withheld(archive);
	return archive;
}

static int write_session(const struct format *format, struct store *store, const struct session *session,
	const struct call *call, struct err *err)
{
	struct archive *archive = format->whole ? read_archive(store, session, call, err) : NULL;
	struct session *earlier = NULL;
	struct report_input input = { .session = session, .archive = archive,
				      .detail = call->values[OPTION_FULL] ? DETAIL_FULL : DETAIL_SHORT };
	struct report_output output = { 0 };
	int result = format->whole && !archive ? -1 : earlier_load(store, session, &earlier, err);

	input.earlier = earlier;
	if (result == 0)
		result = format->write(&input, &output, err);
	if (result == 0 && format->several)
		result = write_folder(call, &output, err);
	else if (result == 0)
		result = call_write(call->values[OPTION_OUTPUT], call->values[OPTION_FORCE], &output.files[0].text, err);
	report_output_release(&output);
	session_free(earlier);
	archive_free(archive);
	return result;
}

static int run(const struct call *call, struct err *err)
{
	const char *name = call->values[OPTION_FORMAT];
	const struct format *format = format_find(name ? name : "text", err);
	struct store *store = format ? call_open(call, err) : NULL;
	struct session *session = store ? call_session(store, call->arguments[0], err) : NULL;
	int result = -1;

	if (session && (call->values[OPTION_PRIVATE] || call->values[OPTION_COMPLETE]))
		session_show_private(session);
	if (session)
		result = write_session(format, store, session, call, err);
	session_free(session);
	store_close(store);
	return result == 0 ? 0 : (int)err->code;
}

const struct command command_export = {
	.name = "export",
	.synopsis = "SESSION",
	.summary = N_("Write a session down: a summary to mail or print, or tables"),
	.least = 1,
	.most = 1,
	.options = {
		[OPTION_FORMAT] = { "format", "FORMAT", N_("how to write it: text, markdown, html, csv, ics or json") },
		[OPTION_OUTPUT] = { "output", "FILE", N_("write a new file; the tables of csv into that folder") },
		[OPTION_FULL] = { "full", NULL, N_("all that the screens of the workshop said, not only a summary") },
		[OPTION_PRIVATE] = { "private", NULL, N_("with the private notes, which are left out otherwise") },
		[OPTION_COMPLETE] = { "complete", NULL, N_("with all that is left out otherwise, also what is not revealed") },
		[OPTION_FORCE] = { "force", NULL, N_("overwrite the file where there is one") },
	},
	.run = run,
};
