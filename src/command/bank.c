/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord bank: check, list and show banks, and begin a new one. */
#include "command/command.h"

#include "bank/example.h"
#include "bank/find.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/bank.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ID_LENGTH 40

enum { OPTION_FORCE };

/* Says everything that is wrong with a file; an exit status. Other files may follow. */
static int check_file(const char *path)
{
	struct err err = { 0 };
	struct bank *bank = call_bank(path, NULL, &err);
	char *safe = text_visible(bank ? path : err.message, false);

	if (bank)
		printf(_("%s: fine\n"), safe);
	else
		fprintf(stderr, "accord: %s\n", safe);
	free(safe);
	bank_free(bank);
	return (int)err.code;
}

static int check(const struct call *call, struct err *err)
{
	int worst = 0;

	(void)err;
	for (int i = 1; i < call->argument_count; i++) {
		int status = check_file(call->arguments[i]);

		worst = status > worst ? status : worst;
	}
	return worst;
}

static int list(const struct call *call, struct err *err)
{
	struct bank_entry *entries = NULL;
	size_t count = 0;

	if (bank_list(call->banks, &entries, &count, err) != 0)
		return (int)err->code;
	for (size_t i = 0; i < count; i++)
		printf("%-24s %s\n", entries[i].id, entries[i].path);
	if (count == 0)
		fprintf(stderr, "accord: %s\n",
			_("no banks found: say with --banks where they are"));
	bank_entries_free(entries, count);
	return 0;
}

static void print_bank(const struct bank *bank)
{
	printf("%s (%s %s, %s)\n", bank->title, bank->id, bank->version, bank->language);
	printf(_("Sides: %s, %s\n"), bank->sides[0].name, bank->sides[1].name);
	for (size_t a = 0; a < bank->agenda_count; a++) {
		const struct agenda *agenda = &bank->agendas[a];

		printf(_("Agenda %s: %s (%d min)\n"), agenda->id, agenda->title, agenda_minutes(agenda));
	}
	for (size_t m = 0; m < bank->module_count; m++) {
		const struct module *module = &bank->modules[m];

		printf("\n%s: %s\n", module->id, module->title);
		for (size_t s = 0; s < module->step_count; s++)
			printf("  %-14s %-9s %s\n", module->steps[s].id, module->steps[s].kind,
				module->steps[s].prompt);
	}
}

static int show(const struct call *call, struct err *err)
{
	char *path = bank_find(call->arguments[1], call->banks, err);
	struct bank *bank = path ? call_bank(path, NULL, err) : NULL;

	free(path);
	if (!bank)
		return (int)err->code;
	print_bank(bank);
	bank_free(bank);
	return 0;
}

/* A bank is found by its id, so the id is the file's name: "Two teams.yaml" gives "two-teams". NULL where none does. */
static char *id_of_file(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
	char *stem = dot && dot > name ? mem_strndup(name, (size_t)(dot - name)) : mem_strdup(name);
	char *id = text_slug(stem);
	size_t length = strlen(id);

	if (length > ID_LENGTH)
		length = ID_LENGTH;
	while (length > 0 && id[length - 1] == '-')
		length--;
	id[length] = '\0';
	free(stem);
	if (length == 0)
		mem_set(&id, NULL);
	return id;
}

/* A name as one would type it, in quotes where a shell would take it apart. For free(). */
static char *typed_name(const char *path)
{
	char *safe = text_visible(path, false), *quoted;
	bool plain = strspn(safe, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-") == strlen(safe);

	if (plain || strchr(safe, '\''))
		return safe;
	quoted = mem_printf("'%s'", safe);
	free(safe);
	return quoted;
}

static int begin(const struct call *call, struct err *err)
{
	static const char line[] = "\nid: example\n";
	const char *path = call->arguments[1], *at = strstr(bank_example, line);
	char *id = id_of_file(path), *text = NULL;
	int result = -1;

	if (!id)
		err_set(err, ERR_USAGE,
			_("'%s' gives the bank no id: name it with letters or digits, as in team.yaml"), path);
	else {
		text = mem_printf("%.*s\nid: %s\n%s", (int)(at - bank_example), bank_example, id, at + strlen(line));
		result = file_write(path, text, strlen(text), call->values[OPTION_FORCE] != NULL, err);
	}
	if (result == 0) {
		char *typed = typed_name(path);

		printf(_("%s: written. Change what you like, then:\n"), typed);
		printf("  accord bank check %s\n  accord new --title TITLE --bank %s\n", typed, typed);
		free(typed);
	}
	free(text);
	free(id);
	return result == 0 ? 0 : (int)err->code;
}

static const struct verb {
	const char *name;
	const char *usage;
	int least, most; /* arguments, the verb included */
	int (*run)(const struct call *call, struct err *err);
} verbs[] = {
	{ "check", "accord bank check FILE...", 2, 1000, check },
	{ "list", "accord bank list", 1, 1, list },
	{ "show", "accord bank show BANK", 2, 2, show },
	{ "new", "accord bank new FILE", 2, 2, begin },
};

static int run(const struct call *call, struct err *err)
{
	const char *names[COUNT_OF(verbs)], *name = call->arguments[0], *near;
	const struct verb *verb = NULL;

	for (size_t i = 0; i < COUNT_OF(verbs); i++) {
		names[i] = verbs[i].name;
		if (strcmp(verbs[i].name, name) == 0)
			verb = &verbs[i];
	}
	near = text_nearest(name, names, COUNT_OF(names));
	if (verb && call->argument_count < verb->least)
		err_set(err, ERR_USAGE, _("'bank %s' needs to know more; usage: %s"), name, verb->usage);
	else if (verb && call->argument_count > verb->most)
		err_set(err, ERR_USAGE, _("'%s' is one argument too many; usage: %s"),
			call->arguments[verb->most], verb->usage);
	else if (verb && verb->run != begin && call->values[OPTION_FORCE])
		err_set(err, ERR_USAGE, _("'--force' goes with 'bank new' alone"));
	else if (verb)
		return verb->run(call, err);
	else if (near)
		err_set(err, ERR_USAGE, _("unknown command 'bank %s' (did you mean 'bank %s'?)"), name,
			near);
	else
		err_set(err, ERR_USAGE, _("unknown command 'bank %s': there are check, list, show and new"),
			name);
	return (int)err->code;
}

const struct command command_bank = {
	.name = "bank",
	.synopsis = "check FILE... | list | show BANK | new FILE",
	.summary = N_("Check, list, show or begin banks of questions"),
	.details = N_("check    says everything that is wrong with a bank, and where\n"
		      "list     shows which banks there are, and where\n"
		      "show     shows what is in one\n"
		      "new      writes an example, with comments, to make your own from"),
	.least = 1,
	.most = 1000,
	.options = {
		[OPTION_FORCE] = { "force", NULL, N_("new: overwrite the file where there is one"), NULL },
	},
	.run = run,
};
