/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord export: a session in one of the formats of reports. */
#include "command/command.h"

#include "base/file.h"
#include "base/i18n.h"
#include "screen/produce.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPTION_FORMAT,
	OPTION_OUTPUT,
	OPTION_FORCE,
	OPTION_FULL,
	OPTION_PRIVATE,
	OPTION_SMALL,
	OPTION_COMPLETE,
};

/* The file or folder to be written; NULL for standard output. */
static const char *output_of(const struct call *call)
{
	const char *output = call->values[OPTION_OUTPUT];

	return output && strcmp(output, "-") != 0 ? output : NULL;
}

/* The one that is named, or else that of the file's name, or text; NULL with err set. */
static const struct format *choose_format(const struct call *call, struct err *err)
{
	const char *name = call->values[OPTION_FORMAT], *output = output_of(call);
	const struct format *format = !name && output ? format_of_file(output) : NULL;

	if (output && !output[0]) {
		err_set(err, ERR_USAGE, _("--output needs the name of a file"));
		return NULL;
	}
	/* A PDF, say, or a document of an office: nobody would find text in it. */
	if (!format && !name && output && file_has_end(output)) {
		if (!format_is_foreign(output, ERR_USAGE, err))
			err_set(err, ERR_USAGE,
				_("'%s': end the name in .txt, .md, .html, .csv, .ics or .json, or say --format"), output);
		return NULL;
	}
	if (!format)
		format = format_find(name ? name : "text", err);
	if (format && format->several && !output) {
		err_set(err, ERR_USAGE, _("this format is several files: say with --output=FOLDER where they go"));
		return NULL;
	}
	return format;
}

/* Says what a file does not tell, where nobody would look for it in the file. */
static void tell_left_out(char *left_out)
{
	if (left_out)
		fprintf(stderr, "accord: %s: %s\n", _("left out"), left_out);
	free(left_out);
}

static int export_session(struct store *store, const char *id, const struct format *format, const struct call *call,
	struct err *err)
{
	struct produce wanted = { .format = format, .full = call->values[OPTION_FULL],
				  .private = call->values[OPTION_PRIVATE], .small_groups = call->values[OPTION_SMALL],
				  .complete = call->values[OPTION_COMPLETE] };
	struct report_output output = { 0 };
	char *left_out = NULL;
	int result = produce(store, id, &wanted, &output, &left_out, err);

	if (result == 0 && output_of(call))
		result = produce_save(&output, output_of(call), call->values[OPTION_FORCE], err);
	else if (result == 0)
		result = call_write(NULL, false, &output.files[0].text, err);
	if (result == 0)
		tell_left_out(left_out);
	else
		free(left_out);
	report_output_release(&output);
	return result;
}

static int run(const struct call *call, struct err *err)
{
	const struct format *format = choose_format(call, err);
	struct store *store = format ? call_open(call, err) : NULL;
	char id[SESSION_ID_LENGTH + 1];
	int result = -1;

	if (store && store_resolve(store, call->arguments[0], id, err) == 0)
		result = export_session(store, id, format, call, err);
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
		[OPTION_FORMAT] = { "format", "FORMAT", N_("how to write it: text, markdown, html, csv, ics or json"), NULL },
		[OPTION_OUTPUT] = { "output", "FILE", N_("write a new file; the tables of csv into that folder"), NULL },
		[OPTION_FULL] = { "full", NULL, N_("all that the screens of the workshop said, not only a summary"), NULL },
		[OPTION_PRIVATE] = { "private", NULL, N_("with the private notes, which are left out otherwise"), NULL },
		[OPTION_SMALL] = { "small-groups", NULL,
				   N_("with groups too small for their anonymous answers to stay so: only for those who may know"), NULL },
		[OPTION_COMPLETE] = { "complete", NULL, N_("with all that is left out otherwise, also what is not revealed"), NULL },
		[OPTION_FORCE] = { "force", NULL, N_("overwrite the file where there is one"), NULL },
	},
	.run = run,
};
