/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord compare: what moved from one session to the next. */
#include "command/command.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/session.h"
#include "report/compare-format.h"
#include "report/compare.h"
#include "report/format.h"
#include "screen/earlier.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

enum { OPTION_FULL, OPTION_FORMAT, OPTION_OUTPUT, OPTION_FORCE };

/* The one that is named, or else that of the file's name, or text; NULL with err set. */
static const struct compare_format *choose_format(const struct call *call, struct err *err)
{
	const char *name = call->values[OPTION_FORMAT], *output = call->values[OPTION_OUTPUT];
	const struct compare_format *format = !name && output ? compare_format_of_file(output) : NULL;

	if (!format && !name && output && file_has_end(output)) {
		if (!format_is_foreign(output, ERR_USAGE, err))
			err_set(err, ERR_USAGE, _("'%s': end the name in .txt, .md, .html or .json, or say --format"), output);
		return NULL;
	}
	if (!format)
		format = compare_format_find(name);
	if (!format)
		err_set(err, ERR_USAGE, _("--format: '%s' is none of: text, markdown, html, json"), name);
	return format;
}

/* The sessions that are named, each once and the earliest first; NULL with err set. */
static struct session **load(const struct call *call, struct store *store, struct err *err)
{
	size_t count = (size_t)call->argument_count;
	struct session **sessions = mem_zalloc(count, sizeof *sessions);

	for (size_t i = 0; i < count; i++) {
		sessions[i] = call_session(store, call->arguments[i], err);
		for (size_t j = 0; sessions[i] && j < i; j++)
			if (strcmp(sessions[j]->id, sessions[i]->id) == 0) {
				err_set(err, ERR_USAGE, _("'%s' and '%s' are the same session: name two different ones"),
					call->arguments[j], call->arguments[i]);
				sessions_free(sessions, i + 1);
				return NULL;
			}
		if (sessions[i])
			continue;
		sessions_free(sessions, i);
		return NULL;
	}
	qsort(sessions, count, sizeof *sessions, compare_by_date);
	return sessions;
}

static int run(const struct call *call, struct err *err)
{
	size_t count = (size_t)call->argument_count;
	const struct compare_format *format = choose_format(call, err);
	struct store *store = format ? call_open(call, err) : NULL;
	struct session **sessions = store ? load(call, store, err) : NULL;
	int result = -1;
	struct str text;

	str_init(&text);
	if (sessions) {
		format->write((const struct session *const *)sessions, count,
			call->values[OPTION_FULL] ? DETAIL_FULL : DETAIL_SHORT, &text);
		result = call_write(call->values[OPTION_OUTPUT], call->values[OPTION_FORCE], &text, err);
		sessions_free(sessions, count);
	}
	str_release(&text);
	store_close(store);
	return result == 0 ? 0 : (int)err->code;
}

const struct command command_compare = {
	.name = "compare",
	.synopsis = "SESSION SESSION...",
	.summary = N_("Show what moved from one session to the next"),
	.details = N_("Sessions are put in the order of their dates. A question is compared where it\n"
		      "was asked in the same words both times; for the others it is said why not."),
	.least = 2,
	.most = 20,
	.options = {
		[OPTION_FULL] = { "full", NULL, N_("each question with all its answers then and now"), NULL },
		[OPTION_FORMAT] = { "format", "FORMAT", N_("how to write it: text, markdown, html or json"),
				    "text markdown html json" },
		[OPTION_OUTPUT] = { "output", "FILE", N_("write a new file instead of standard output"), NULL },
		[OPTION_FORCE] = { "force", NULL, N_("overwrite the file where there is one"), NULL },
	},
	.run = run,
};
