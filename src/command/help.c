/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord help: what the commands do and take, from their tables. */
#include "command/command.h"

#include "base/i18n.h"

#include <stdio.h>
#include <stdlib.h>

char *command_usage(const struct command *command)
{
	return mem_printf("accord%s%s%s%s", command->name[0] ? " " : "", command->name,
		command->synopsis[0] ? " " : "", command->synopsis);
}

static void print_options(const char *heading, const struct command_option *options, size_t count)
{
	printf("\n%s\n", heading);
	for (size_t i = 0; i < count && options[i].name; i++) {
		const char *argument = options[i].argument;
		char *left = mem_printf("--%s%s%s", options[i].name, argument ? "=" : "",
			argument ? argument : "");

		printf("  %-20s %s\n", left, _(options[i].help));
		free(left);
	}
}

static void print_commands(const struct command *const *commands, size_t count)
{
	printf("\n%s\n", _("Commands:"));
	for (size_t i = 1; i < count; i++)
		printf("  %-10s %s\n", commands[i]->name, _(commands[i]->summary));
	printf("\n%s\n%s\n", _("'accord COMMAND --help' tells more about one."),
		_("SESSION is an id, the beginning of one, or 'last': the one changed last."));
}

void command_print_help(const struct command *command)
{
	size_t count, common_count;
	const struct command *const *commands = command_table(&count);
	const struct command_option *common = command_common(&common_count);
	char *usage = command_usage(command);

	printf(_("Usage: %s\n"), usage);
	free(usage);
	printf("%s\n", _(command->summary));
	if (command->details)
		printf("\n%s\n", _(command->details));
	if (command == commands[0])
		print_commands(commands, count);
	if (command->options[0].name)
		print_options(_("Options:"), command->options, COMMAND_OPTIONS);
	print_options(_("Common options:"), common, common_count);
	if (command == commands[0])
		printf("\n%s\n",
			_("Exit status: 0 done, 1 could not be done, 2 wrong usage, 3 bad input."));
}

static int run(const struct call *call, struct err *err)
{
	const char *name = call->argument_count ? call->arguments[0] : "";
	const struct command *command = command_find(name, err);

	if (!command)
		return (int)err->code;
	command_print_help(command);
	return 0;
}

const struct command command_help = {
	.name = "help",
	.synopsis = "[COMMAND]",
	.summary = N_("Show what there is, or more about one command"),
	.most = 1,
	.run = run,
};
