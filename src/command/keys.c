/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord keys: which keys there are, and whether the settings file is right. */
#include "command/command.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screen/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME_WIDTH 18
#define KEYS_WIDTH 18

static void print_padded(const char *text, int width)
{
	int space = width - text_width(text);

	printf("%s%*s", text, space > 0 ? space : 1, "");
}

static char *list_keys(const char *const *keys)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < ACTION_KEYS && keys[i]; i++)
		str_printf(&text, "%s%s", i > 0 ? " " : "", keys[i]);
	return text.data;
}

/* Keys that the table gives it anyway count for nothing. */
static bool is_bound(const struct keymap *map, size_t at)
{
	size_t count;
	char *keys = list_keys(keymap_table(map, &count)[at].keys), *usual = list_keys(action_table(&count)[at].keys);
	bool bound = strcmp(keys, usual) != 0;

	free(keys);
	free(usual);
	return bound;
}

static void print_entry(const struct keymap *map, size_t at)
{
	size_t count;
	const struct action_entry *entry = &keymap_table(map, &count)[at];
	char *keys = list_keys(entry->keys), *usual = list_keys(action_table(&count)[at].keys);
	bool bound = is_bound(map, at);

	fputs(bound ? "* " : "  ", stdout);
	print_padded(entry->name, NAME_WIDTH);
	print_padded(keys, KEYS_WIDTH);
	if (bound)
		printf(_("%s (usually %s)\n"), _(entry->help), usual);
	else
		printf("%s\n", _(entry->help));
	free(keys);
	free(usual);
}

/* Narrow contexts first, as on the help screen. Home has all of what there is where no session is. */
static void print_table(const struct keymap *map)
{
	static const context_set wide = CONTEXT_MOVE | CONTEXT_SESSION | CONTEXT_FIRST | CONTEXT_ANY;
	size_t count;
	const struct action_entry *table = keymap_table(map, &count);

	for (int i = 0; i < 2 * CONTEXTS; i++) {
		context_set context = CONTEXT_BIT(i % CONTEXTS);

		if (context == CONTEXT_WELCOME || ((context & wide) != 0) != (i >= CONTEXTS))
			continue;
		printf("%s\n", context_title(context));
		for (size_t j = 0; j < count; j++)
			if (table[j].contexts & context)
				print_entry(map, j);
		putchar('\n');
	}
}

static void print_file(const struct settings *settings, const char *path, bool found)
{
	size_t count, bound = 0;
	char *safe;

	action_table(&count);
	for (size_t i = 0; i < count; i++)
		bound += is_bound(settings->keys, i);
	if (!path) {
		printf("%s\n", _("HOME is not set, so there are no settings."));
		return;
	}
	safe = text_visible(path, false);
	if (!found)
		printf(_("Settings would stand in %s\n"), safe);
	else if (bound == 0)
		printf(_("Settings: %s\n"), safe);
	else
		printf(P_("Settings: %s (%zu action has other keys, with a * above)\n",
			       "Settings: %s (%zu actions have other keys, with a * above)\n", bound), safe, bound);
	free(safe);
}

static int run(const struct call *call, struct err *err)
{
	struct settings settings;
	char *path = settings_path();
	size_t wrong = call_settings(&settings);

	(void)call;
	print_table(settings.keys);
	print_file(&settings, path, path && file_exists(path));
	settings_release(&settings);
	free(path);
	if (wrong == 0)
		return 0;
	err_set(err, ERR_INPUT, P_("%zu thing in the settings file is wrong and left out",
		"%zu things in the settings file are wrong and left out", wrong), wrong);
	return (int)err->code;
}

const struct command command_keys = {
	.name = "keys",
	.synopsis = "",
	.summary = N_("List the keys and check the settings file"),
	.details = N_("The names are those that the settings file binds keys to. A * marks what it\n"
		      "has bound; see accord-config(5)."),
	.run = run,
};
