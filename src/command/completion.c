/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord completion: what a shell needs to complete accord's command lines. */
#include "command/command.h"

#include "base/i18n.h"
#include "command/complete.h"

#include <stdio.h>
#include <string.h>

/* Made from data/completion at build time. */
extern const char completion_bash[], completion_zsh[], completion_fish[];

static const struct {
	const char *name, *script;
} shells[] = {
	{ "bash", completion_bash },
	{ "zsh", completion_zsh },
	{ "fish", completion_fish },
};

/* What the scripts ask. */
static int print_words(const struct call *call)
{
	struct str out;

	str_init(&out);
	complete_words(call->arguments + 1, (size_t)call->argument_count - 1, &out);
	fwrite(out.data, 1, out.length, stdout);
	str_release(&out);
	return 0;
}

static int run(const struct call *call, struct err *err)
{
	const char *name = call->arguments[0];

	if (strcmp(name, "words") == 0)
		return print_words(call);
	if (call->argument_count > 1) {
		err_set(err, ERR_USAGE, _("'%s' is one argument too many; usage: %s"), call->arguments[1],
			"accord completion bash");
		return (int)err->code;
	}
	for (size_t i = 0; i < COUNT_OF(shells); i++) {
		if (strcmp(shells[i].name, name) == 0) {
			fputs(shells[i].script, stdout);
			return 0;
		}
	}
	err_set(err, ERR_USAGE, _("no completion for '%s': there is bash, zsh and fish"), name);
	return (int)err->code;
}

const struct command command_completion = {
	.name = "completion",
	.synopsis = "bash | zsh | fish",
	.summary = N_("Write what a shell needs to complete commands with Tab"),
	.details = N_("bash     source <(accord completion bash)\n"
		      "zsh      source <(accord completion zsh)\n"
		      "fish     accord completion fish | source\n"
		      "Put that line into the shell's own settings. The script asks accord what may\n"
		      "follow: 'accord completion words -- WORD...' prints it, a word and its meaning\n"
		      "in each line."),
	.least = 1,
	.most = 1000,
	.run = run,
};
