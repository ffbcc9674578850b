/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands of the command line that no key has: they take an argument, or work from everywhere. */
#include "screen/prompt-parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screen/compare.h"
#include "screen/read.h"
#include "screen/workshop.h"

#include <stdlib.h>
#include <string.h>

void names_add(struct names *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->items[i], name) == 0)
			return;
	names->items = mem_grow(names->items, &names->capacity, names->count + 1, sizeof *names->items);
	names->items[names->count++] = mem_strdup(name);
}

void names_release(struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->items[i]);
	free(names->items);
	*names = (struct names){ 0 };
}

bool names_begins(const char *text, const char *begin)
{
	char *folded = text_fold(text), *start = text_fold(begin);
	bool begins = strncmp(folded, start, strlen(start)) == 0;

	free(folded);
	free(start);
	return begins;
}

static bool names_has(const char *text, const char *other)
{
	char *folded = text_fold(text), *second = text_fold(other);
	bool same = strcmp(folded, second) == 0;

	free(folded);
	free(second);
	return same;
}

/* :go */

static bool go_works(const struct app *app)
{
	return app->session && app->session->step_count > 0 && app_contexts(app) & CONTEXT_SESSION &&
	       workshop_is_there(app);
}

/* Modules by their ids, steps by their keys, "pulse/trust". */
static void go_complete(const struct app *app, const char *begin, struct names *names)
{
	const struct session *session = app->session;

	for (size_t i = 0; i < session->step_count; i++) {
		const struct module *module = session->steps[i].module;

		if (names_begins(module->id, begin) || names_begins(module->title, begin))
			names_add(names, module->id);
	}
	for (size_t i = 0; i < session->step_count; i++) {
		const struct step *step = session->steps[i].step;

		/* A brief bears the title of its module, which is there already. */
		if (names_begins(step->key, begin) || names_begins(step->id, begin) ||
		    (step->prompt && names_begins(step->prompt, begin) &&
			    !names_has(step->prompt, session->steps[i].module->title)))
			names_add(names, step->key);
	}
}

/* The step of a key, or the first one of a module that is not revealed yet, or else its first. -1 where there is none. */
static int find_step(const struct session *session, const char *name)
{
	int first = -1;

	for (size_t i = 0; i < session->step_count; i++) {
		const struct progress *progress = &session->steps[i];

		if (names_has(progress->step->key, name))
			return (int)i;
		if (!names_has(progress->module->id, name))
			continue;
		if (!progress_is_revealed(progress))
			return (int)i;
		first = first < 0 ? (int)i : first;
	}
	return first;
}

static char *join(const struct names *names)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < names->count; i++)
		str_printf(&text, "%s%s", i ? ", " : "", names->items[i]);
	return text.data;
}

static bool go_run(struct app *app, const char *argument)
{
	struct names names = { 0 };
	int at = find_step(app->session, argument);

	if (at < 0) {
		go_complete(app, argument, &names);
		if (names.count == 1)
			at = find_step(app->session, names.items[0]);
	}
	if (at >= 0) {
		workshop_go(app, app->session->steps[at].step->key);
	} else if (names.count == 0) {
		app_warn(app, _("no module or step begins with '%s'"), argument);
	} else {
		char *list = join(&names);

		app_warn(app, _("'%s' could be: %s"), argument, list);
		free(list);
	}
	names_release(&names);
	return at >= 0;
}

/* :help */

static void help_complete(const struct app *app, const char *begin, struct names *names)
{
	size_t count;
	const struct action_entry *table = keymap_table(app->settings.keys, &count);

	for (size_t i = 0; i < count; i++)
		if (names_begins(table[i].name, begin))
			names_add(names, table[i].name);
}

static void describe(const struct action_entry *entry, struct doc *doc)
{
	struct str keys;

	str_init(&keys);
	for (size_t k = 0; k < ACTION_KEYS && entry->keys[k]; k++) {
		char label[KEY_LABEL];

		key_label(entry->keys[k], label);
		str_printf(&keys, "%s%s", k > 0 ? " " : "", label);
	}
	doc_heading(doc, 3, entry->name);
	doc_text(doc, STYLE_NORMAL, _(entry->help));
	doc_gap(doc);
	doc_text(doc, STYLE_KEY, keys.data);
	doc_gap(doc);
	for (int i = 0; i < CONTEXTS; i++)
		if (entry->contexts & CONTEXT_BIT(i) & ~CONTEXT_WELCOME)
			doc_text(doc, STYLE_DIM, context_title(CONTEXT_BIT(i)));
	str_release(&keys);
}

static bool help_run(struct app *app, const char *argument)
{
	const struct action_entry *entry = keymap_by_name(app->settings.keys, CONTEXT_ALL, argument);
	struct names names = { 0 };
	struct doc doc = { 0 };

	if (!argument[0]) {
		app_act(app, ACT_HELP);
		return true;
	}
	help_complete(app, argument, &names);
	if (!entry && names.count == 1)
		entry = keymap_by_name(app->settings.keys, CONTEXT_ALL, names.items[0]);
	names_release(&names);
	if (!entry) {
		app_warn(app, _("nothing is called '%s': Tab shows what there is"), argument);
		return false;
	}
	describe(entry, &doc);
	app_push(app, read_new(mem_strdup(_("Keys")), doc));
	return true;
}

/* :compare */

static bool compare_works(const struct app *app)
{
	return app->session && app_contexts(app) & CONTEXT_SESSION;
}

static bool compare_run(struct app *app, const char *argument)
{
	(void)argument;
	compare_follow(app, app->session->id);
	return true;
}

/* :quit */

static bool quit_run(struct app *app, const char *argument)
{
	(void)argument;
	app->ended = true;
	return true;
}

const struct prompt_command *prompt_commands(size_t *count)
{
	static const struct prompt_command commands[] = {
		{ .name = "compare", .works = compare_works, .run = compare_run },
		{ .name = "go", .takes = true,
		  .missing = N_("go where? A module or a step follows: Tab shows them"), .works = go_works, .complete = go_complete,
		  .run = go_run },
		{ .name = "help", .takes = true, .complete = help_complete, .run = help_run },
		{ .name = "quit", .run = quit_run },
	};

	*count = COUNT_OF(commands);
	return commands;
}
