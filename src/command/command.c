/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: the table of commands, options, errors. */
#include "command/command.h"

#include "base/i18n.h"
#include "base/text.h"

#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The first one runs where no command is named. */
static const struct command *const commands[] = {
	&command_home,	 &command_new,	&command_run,  &command_present, &command_list, &command_show,	&command_delete,
	&command_export, &command_handout, &command_import, &command_bank, &command_demo, &command_keys, &command_help, &command_version,
	&command_vote,	 &command_completion, &command_compare,
	&command_actions, &command_done,
	&command_search,
};

enum common {
	COMMON_DATABASE,
	COMMON_BANKS,
	COMMON_PLAIN,
	COMMON_COLOR,
	COMMON_SCRIPT,
	COMMON_HELP,
	COMMON_VERSION,
	COMMONS
};

static const struct command_option common[COMMONS] = {
	[COMMON_DATABASE] = { "database", "FILE", N_("where sessions are kept (also ACCORD_DATABASE)"), NULL },
	[COMMON_BANKS] = { "banks", "FOLDER", N_("where to look for banks first"), NULL },
	[COMMON_PLAIN] = { "plain", NULL, N_("line by line, for screen readers and dumb terminals"), NULL },
	[COMMON_COLOR] = { "color", "WHEN", N_("auto, always or never (NO_COLOR is honoured)"), NULL },
	[COMMON_SCRIPT] = { "script", "FILE", N_("take keys from a file and write screens as text"), NULL },
	[COMMON_HELP] = { "help", NULL, N_("show this help; -h as well"), NULL },
	[COMMON_VERSION] = { "version", NULL, N_("show the version"), NULL },
};

#define OPTIONS (COMMONS + COMMAND_OPTIONS)
/* What getopt calls the first option: above all characters, which are short options. */
#define OPTION_BASE 1000

const struct command *const *command_table(size_t *count)
{
	*count = COUNT_OF(commands);
	return commands;
}

const struct command_option *command_common(size_t *count)
{
	*count = COUNT_OF(common);
	return common;
}

const struct command *command_find(const char *name, struct err *err)
{
	const char *names[COUNT_OF(commands)], *near;

	for (size_t i = 0; i < COUNT_OF(commands); i++) {
		names[i] = commands[i]->name;
		if (strcmp(names[i], name) == 0)
			return commands[i];
	}
	near = text_nearest(name, names, COUNT_OF(names));
	if (near && near[0])
		err_set(err, ERR_USAGE, _("unknown command '%s' (did you mean '%s'?)"), name, near);
	else
		err_set(err, ERR_USAGE,
			_("unknown command '%s': 'accord --help' shows what there is"), name);
	return NULL;
}

/* Whether the word is a common option, perhaps shortened, whose argument stands behind it. */
static bool takes_next(const char *word)
{
	size_t length = strlen(word);

	if (length < 3 || word[1] != '-')
		return false;
	for (size_t i = 0; i < COMMONS; i++)
		if (strncmp(word + 2, common[i].name, length - 2) == 0)
			return common[i].argument != NULL;
	return false;
}

/* The place of the command's name in argv: the first word that is no option; 0 where there is none. */
static int find_name(int argc, char **argv)
{
	int at = 1;

	while (at < argc && argv[at][0] == '-')
		at += takes_next(argv[at]) ? 2 : 1;
	return at < argc ? at : 0;
}

static int set_color(struct call *call, const char *when, struct err *err)
{
	static const char *const names[] = { "auto", "always", "never" };

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (strcmp(names[i], when) == 0) {
			call->color = (enum color)i;
			return 0;
		}
	}
	return err_set(err, ERR_USAGE, _("--color: '%s' is none of: auto, always, never"), when);
}

static int set_common(struct call *call, enum common option, const char *argument, struct err *err)
{
	switch (option) {
	case COMMON_DATABASE:
		call->database = argument;
		return 0;
	case COMMON_BANKS:
		call->banks = argument;
		return 0;
	case COMMON_SCRIPT:
		call->script = argument;
		return 0;
	case COMMON_PLAIN:
		call->plain = true;
		return 0;
	case COMMON_COLOR:
		return set_color(call, argument, err);
	default:
		return 0;
	}
}

/* The options that a command takes, common ones first; how many. */
static size_t gather(const struct command *command, const struct command_option *options[OPTIONS])
{
	size_t count = 0;

	while (count < COMMONS) {
		options[count] = &common[count];
		count++;
	}
	for (size_t i = 0; i < COMMAND_OPTIONS && command->options[i].name; i++)
		options[count++] = &command->options[i];
	return count;
}

/* Says what is wrong with a long option that getopt does not take. */
static int bad_name(const struct command_option *const *options, size_t count, const char *word,
	struct err *err)
{
	const char *names[OPTIONS], *begun[OPTIONS], *near;
	size_t length = strcspn(word, "="), found = 0;
	char *name = mem_strndup(word + 2, length - 2);

	for (size_t i = 0; i < count; i++) {
		names[i] = options[i]->name;
		if (strncmp(names[i], name, length - 2) == 0)
			begun[found++] = names[i];
	}
	near = text_nearest(name, names, count);
	if (found > 1)
		err_set(err, ERR_USAGE,
			_("option '--%s' could be '--%s' or '--%s': write more of it"), name,
			begun[0], begun[1]);
	else if (near)
		err_set(err, ERR_USAGE, _("unknown option '--%s' (did you mean '--%s'?)"), name,
			near);
	else
		err_set(err, ERR_USAGE, _("unknown option '--%s': --help shows what there is"),
			name);
	free(name);
	return -1;
}

/* Says why getopt does not take an option; word is the last one that it has left behind. */
static int bad_option(const struct command_option *const *options, size_t count, const char *word,
	struct err *err)
{
	size_t index = (size_t)optopt - OPTION_BASE;

	if (optopt >= OPTION_BASE && index < count)
		return err_set(err, ERR_USAGE, _("option '--%s' takes no argument"),
			options[index]->name);
	if (optopt == 0)
		return bad_name(options, count, word, err);
	return err_set(err, ERR_USAGE, _("unknown option '-%c': --help shows what there is"),
		optopt);
}

enum wants { WANTS_RUN, WANTS_HELP, WANTS_VERSION };

/* Reads the options, which may stand anywhere before "--". -1 with err set. */
static int read_options(const struct command *command, int argc, char **argv, struct call *call,
	enum wants *wants, struct err *err)
{
	const struct command_option *options[OPTIONS];
	struct option list[OPTIONS + 1] = { 0 };
	size_t count = gather(command, options);
	int found;

	for (size_t i = 0; i < count; i++)
		list[i] = (struct option){ .name = options[i]->name, .val = OPTION_BASE + (int)i,
					   .has_arg = options[i]->argument ? required_argument : no_argument };
	opterr = 0;
	optind = 1;
	while ((found = getopt_long(argc, argv, ":h", list, NULL)) != -1) {
		size_t index = (size_t)found - OPTION_BASE;

		if (found == '?')
			return bad_option(options, count, argv[optind - 1], err);
		if (found == ':')
			return err_set(err, ERR_USAGE, _("option '%s' needs an argument"),
				argv[optind - 1]);
		if (found == 'h' || index == COMMON_HELP)
			*wants = WANTS_HELP;
		else if (index == COMMON_VERSION)
			*wants = WANTS_VERSION;
		else if (index >= COMMONS)
			call->values[index - COMMONS] = optarg ? optarg : "";
		else if (set_common(call, (enum common)index, optarg, err) != 0)
			return -1;
	}
	call->arguments = argv + optind;
	call->argument_count = argc - optind;
	return 0;
}

static int check_arguments(const struct command *command, const struct call *call, struct err *err)
{
	char *usage = command_usage(command);
	int result = 0;

	if (call->argument_count < command->least)
		result = err_set(err, ERR_USAGE, _("'%s' needs to know more; usage: %s"),
			command->name, usage);
	else if (call->argument_count > command->most)
		result = err_set(err, ERR_USAGE, _("'%s' is one argument too many; usage: %s"),
			call->arguments[command->most], usage);
	free(usage);
	return result;
}

static int complain(const struct err *err)
{
	char *safe = text_visible(err->message, false);

	fprintf(stderr, "accord: %s\n", safe);
	free(safe);
	return (int)err->code;
}

/* Output that did not arrive is an error as well. */
static int finish(int status, struct err *err)
{
	if (fflush(stdout) != 0 || ferror(stdout)) {
		err_set(err, ERR_FAILED, "%s", _("cannot write the output: is the disk full?"));
		return complain(err);
	}
	return status;
}

static int start(const struct command *command, struct call *call, enum wants wants, struct err *err)
{
	if (wants == WANTS_HELP) {
		command_print_help(command);
		return 0;
	}
	if (wants == WANTS_VERSION)
		return command_version.run(call, err);
	if (check_arguments(command, call, err) != 0)
		return (int)err->code;
	return command->run(call, err);
}

/* What a careless caller may have left us. */
static void settle(void)
{
	int fd;

	/* No file of ours is to become standard output. This one takes nothing, as finish() says. */
	do
		fd = open("/dev/null", O_RDONLY);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
#ifdef SIGXFSZ
	/* A limit on the size of files is then an error like a full disk. */
	signal(SIGXFSZ, SIG_IGN);
#endif
}

int command_main(int argc, char **argv)
{
	struct call call = { 0 };
	struct err err = { 0 };
	enum wants wants = WANTS_RUN;
	int at = find_name(argc, argv), status;
	const struct command *command = commands[0];

	settle();
	if (at > 0) {
		command = argv[at][0] ? command_find(argv[at], &err) : NULL;
		if (!command && !err.message[0])
			err_set(&err, ERR_USAGE,
				_("the command is empty: 'accord --help' shows what there is"));
		if (!command)
			return complain(&err);
		/* Its name is no argument. */
		memmove(&argv[at], &argv[at + 1], (size_t)(argc - at) * sizeof *argv);
		argc--;
	}
	if (read_options(command, argc, argv, &call, &wants, &err) != 0)
		return complain(&err);
	status = start(command, &call, wants, &err);
	if (status != 0 && err.message[0])
		return complain(&err);
	return finish(status, &err);
}
