/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What most commands need: the database, the terminal, a session. */
#include "command/command.h"

#include "bank/load.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screen/app.h"
#include "store/store.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *call_database(const struct call *call, struct err *err)
{
	const char *path = call->database ? call->database : getenv("ACCORD_DATABASE");
	char *folder, *own;

	if (path && path[0])
		return mem_strdup(path);
	folder = file_data_home("accord");
	if (!folder) {
		err_set(err, ERR_FAILED,
			_("HOME is not set: say with --database where sessions are kept"));
		return NULL;
	}
	own = mem_printf("%s/accord.db", folder);
	free(folder);
	return own;
}

struct store *call_open(const struct call *call, struct err *err)
{
	char *path = call_database(call, err);
	struct store *store = path ? store_open(path, err) : NULL;

	free(path);
	return store;
}

/* A terminal that can show lines and nothing else. */
static bool is_dumb(void)
{
	const char *name = getenv("TERM");

	return name && strcmp(name, "dumb") == 0 && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

struct terminal *call_terminal(const struct call *call, enum theme theme, struct err *err)
{
	if (call->script)
		return term_open_script(call->script, stdout, err);
	if (call->plain)
		return term_open_plain();
	if (is_dumb()) {
		fprintf(stderr, "accord: %s\n", _("TERM is dumb: going on line by line, as with --plain"));
		return term_open_plain();
	}
	return term_open_curses(call->color, theme, err);
}

void call_print_findings(struct diags *diags)
{
	for (size_t i = 0; i < diags->count; i++) {
		char *line = diag_text(&diags->items[i]), *safe = text_visible(line, false);

		fprintf(stderr, "%s\n", safe);
		free(safe);
		free(line);
	}
	diags_release(diags);
}

struct bank *call_bank(const char *path, struct str *text, struct err *err)
{
	struct diags diags = { 0 };
	struct bank *bank;
	struct str own;

	str_init(&own);
	bank = bank_load_file(path, text ? text : &own, &diags, err);
	call_print_findings(&diags);
	str_release(&own);
	return bank;
}

int call_choose(const struct call *call, struct store *store, char *id, struct err *err)
{
	if (call->argument_count > 0)
		return store_resolve(store, call->arguments[0], id, err);
	if (store_unfinished(store, id, err) == 0)
		return 0;
	if (!err->message[0])
		err_set(err, ERR_FAILED, "%s",
			_("no session is unfinished: 'accord new' makes one, 'accord list' shows "
			  "those there are"));
	return -1;
}

size_t call_settings(struct settings *settings)
{
	struct diags diags = { 0 };
	char *path = settings_path();
	size_t count;

	settings_load(path, settings, &diags);
	count = diags.count;
	call_print_findings(&diags);
	free(path);
	return count;
}

struct session *call_session(struct store *store, const char *name, struct err *err)
{
	char id[SESSION_ID_LENGTH + 1];

	if (store_resolve(store, name, id, err) != 0)
		return NULL;
	return store_load(store, id, bank_parse, err);
}

int call_after(struct app *app)
{
	int signal = term_signal();

	term_close(app->terminal);
	store_close(app->store);
	settings_release(&app->settings);
	if (signal) {
		struct sigaction usual = { .sa_handler = SIG_DFL };
		sigset_t set;

		fprintf(stderr, "accord: %s\n", _("ended by a signal; everything that was entered is saved"));
		sigaction(signal, &usual, NULL);
		sigemptyset(&set);
		sigaddset(&set, signal);
		sigprocmask(SIG_UNBLOCK, &set, NULL);
		raise(signal);
	}
	return 0;
}

int call_write(const char *output, bool force, const struct str *text, struct err *err)
{
	if (output && strcmp(output, "-") != 0) {
		if (!output[0])
			return err_set(err, ERR_USAGE, _("--output needs the name of a file"));
		return file_write(output, text->data, text->length, force, err);
	}
	fwrite(text->data, 1, text->length, stdout);
	return 0;
}
