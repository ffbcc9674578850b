/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line. */
#include "screen/prompt.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screen/prompt-parts.h"
#include "view/field.h"
#include "view/spot.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define HISTORY 50
#define LIMIT 200 /* bytes of a line */

struct prompt {
	bool open;
	struct field field;
	char *history[HISTORY]; /* the oldest first */
	int count, at;          /* at: which one stands in the field; count for what was typed */
	char *typed;            /* before Tab, or before the history; NULL while it stands in the field */
	struct names names;     /* what Tab goes through, while it does */
	size_t chosen;          /* count of names for what was typed */
};

/* What is typed, as the name of a command and what follows it. */
struct line {
	char *name;
	const char *argument; /* within the line */
};

void prompt_open(struct app *app)
{
	struct prompt *prompt = app->prompt;

	if (!prompt) {
		prompt = app->prompt = mem_zalloc(1, sizeof *prompt);
		field_init(&prompt->field, "");
		prompt->field.limit = LIMIT;
	}
	field_set(&prompt->field, "");
	prompt->open = true;
	prompt->at = prompt->count;
}

bool prompt_is_open(const struct app *app)
{
	return app->prompt && app->prompt->open;
}

/* What Tab and the arrows have begun ends: what stands there now is what was typed. */
static void settle(struct prompt *prompt)
{
	names_release(&prompt->names);
	free(prompt->typed);
	prompt->typed = NULL;
}

static void close_line(struct prompt *prompt)
{
	settle(prompt);
	prompt->open = false;
}

void prompt_free(struct prompt *prompt)
{
	if (!prompt)
		return;
	settle(prompt);
	for (int i = 0; i < prompt->count; i++)
		free(prompt->history[i]);
	field_release(&prompt->field);
	free(prompt);
}

static void remember(struct prompt *prompt, const char *text)
{
	if (prompt->count > 0 && strcmp(prompt->history[prompt->count - 1], text) == 0)
		return;
	if (prompt->count == HISTORY) {
		free(prompt->history[0]);
		memmove(prompt->history, prompt->history + 1, (HISTORY - 1) * sizeof prompt->history[0]);
		prompt->count--;
	}
	prompt->history[prompt->count++] = mem_strdup(text);
}

/* Names */

static bool works(const struct app *app, const struct prompt_command *command)
{
	return !command->works || command->works(app);
}

static const struct prompt_command *command_named(const char *name)
{
	size_t count;
	const struct prompt_command *commands = prompt_commands(&count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

/* What can be named now, in the order of help: the screen's own things first. */
static void gather(const struct app *app, const char *begin, struct names *names)
{
	size_t count, commands;
	const struct action_entry *table = keymap_table(app->settings.keys, &count);
	const struct prompt_command *own = prompt_commands(&commands);

	for (size_t i = 0; i < count; i++)
		if (table[i].contexts & app_contexts(app) && table[i].action != ACT_COMMAND &&
		    names_begins(table[i].name, begin))
			names_add(names, table[i].name);
	for (size_t i = 0; i < commands; i++)
		if (works(app, &own[i]) && names_begins(own[i].name, begin))
			names_add(names, own[i].name);
}

static struct line split(const char *text)
{
	size_t length;
	struct line line;

	text += strspn(text, " ");
	length = strcspn(text, " ");
	line.name = mem_strndup(text, length);
	line.argument = text + length + strspn(text + length, " ");
	return line;
}

/* What the text could be completed to, as whole lines. */
static void complete(const struct app *app, const char *text, struct names *names)
{
	struct line line = split(text);
	const struct prompt_command *command = command_named(line.name);
	struct names found = { 0 };

	if (line.argument == text + strlen(text) && (text == line.argument || line.argument[-1] != ' ')) {
		gather(app, line.name, names);
	} else if (command && command->complete && works(app, command)) {
		command->complete(app, line.argument, &found);
		for (size_t i = 0; i < found.count; i++) {
			char *whole = mem_printf("%s %s", command->name, found.items[i]);

			names_add(names, whole);
			free(whole);
		}
		names_release(&found);
	}
	free(line.name);
}

/* Carrying out */

static char *join(const struct names *names)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < names->count; i++)
		str_printf(&text, "%s%s", i ? ", " : "", names->items[i]);
	return text.data;
}

/* A name that means nothing here: it may do so elsewhere, or be misspelt. */
static void say_unknown(struct app *app, const char *name)
{
	const struct action_entry *entry = keymap_by_name(app->settings.keys, CONTEXT_ALL, name);
	struct names names = { 0 };
	const char *near;

	if (command_named(name)) {
		app_warn(app, _("'%s' works while a workshop is held, where nothing is typed"), name);
	} else if (entry) {
		char *where;

		for (int i = 0; i < CONTEXTS; i++)
			if (entry->contexts & CONTEXT_BIT(i) & ~CONTEXT_WELCOME)
				names_add(&names, context_title(CONTEXT_BIT(i)));
		where = join(&names);
		app_warn(app, _("'%s' does not work here; where it does: %s"), name, where);
		free(where);
	} else {
		gather(app, "", &names);
		near = text_nearest(name, (const char *const *)names.items, names.count);
		if (near)
			app_warn(app, _("unknown command '%s' (did you mean '%s'?)"), name, near);
		else
			app_warn(app, _("unknown command '%s': Tab shows what there is"), name);
	}
	names_release(&names);
}

static bool run_command(struct app *app, const struct prompt_command *command, const char *argument)
{
	if (!works(app, command)) {
		say_unknown(app, command->name);
		return false;
	}
	if (command->missing && !argument[0]) {
		app_warn(app, "%s", _(command->missing));
		return false;
	}
	return command->run(app, argument);
}

/* A name in full, or its beginning where no other begins so. NULL, which is said, for none. */
static char *whole_name(struct app *app, const char *name)
{
	struct names names = { 0 };
	char *found = NULL, *list;

	if (keymap_by_name(app->settings.keys, app_contexts(app), name) || command_named(name))
		return mem_strdup(name);
	if (!keymap_by_name(app->settings.keys, CONTEXT_ALL, name))
		gather(app, name, &names);
	if (names.count == 1) {
		found = mem_strdup(names.items[0]);
	} else if (names.count > 1) {
		list = join(&names);
		app_warn(app, _("'%s' could be: %s"), name, list);
		free(list);
	} else {
		say_unknown(app, name);
	}
	names_release(&names);
	return found;
}

bool prompt_run(struct app *app, const char *text)
{
	char *tidy = text_tidy(text);
	struct line line = split(tidy);
	char *name = line.name[0] ? whole_name(app, line.name) : NULL;
	const struct prompt_command *command = name ? command_named(name) : NULL;
	const struct action_entry *entry;
	bool done = !line.name[0];

	if (name && line.argument[0] && (!command || !command->takes)) {
		app_warn(app, _("nothing follows '%s'"), name);
	} else if (command) {
		done = run_command(app, command, line.argument);
	} else if (name) {
		entry = keymap_by_name(app->settings.keys, app_contexts(app), name);
		app_act(app, entry->action);
		done = true;
	}
	free(name);
	free(line.name);
	free(tidy);
	return done;
}

const char *prompt_text(const struct app *app)
{
	return prompt_is_open(app) ? app->prompt->field.text.data : NULL;
}

/* Keys */

/* While it is carried out the line is closed: what it does may look at the screen. It is there again where it failed. */
static void enter(struct app *app)
{
	struct prompt *prompt = app->prompt;
	char *text = text_tidy(prompt->field.text.data);

	close_line(prompt);
	if (text[0])
		remember(prompt, text);
	if (!prompt_run(app, text)) {
		prompt->open = true;
		prompt->at = prompt->count;
	}
	free(text);
}

static void step_history(struct prompt *prompt, int by)
{
	int at = prompt->at + by;

	names_release(&prompt->names);
	if (at < 0 || at > prompt->count)
		return;
	if (prompt->at == prompt->count)
		mem_set(&prompt->typed, prompt->field.text.data);
	prompt->at = at;
	field_set(&prompt->field, at < prompt->count ? prompt->history[at] : prompt->typed);
}

static void step_names(const struct app *app, struct prompt *prompt, bool forward)
{
	const struct prompt_command *command;
	size_t count;

	if (prompt->names.count == 0) {
		mem_set(&prompt->typed, prompt->field.text.data);
		complete(app, prompt->typed, &prompt->names);
		prompt->chosen = prompt->names.count;
	}
	count = prompt->names.count;
	if (count == 0)
		return;
	prompt->chosen = (prompt->chosen + (forward ? 1 : count)) % (count + 1);
	field_set(&prompt->field, prompt->chosen < count ? prompt->names.items[prompt->chosen] : prompt->typed);
	if (count > 1)
		return;
	/* There is nothing to go through; what follows may be typed at once. */
	command = command_named(prompt->names.items[0]);
	if (command && command->takes) {
		char *open = mem_printf("%s ", command->name);

		field_set(&prompt->field, open);
		free(open);
	}
	settle(prompt);
}

void prompt_key(struct app *app, const struct key *key)
{
	struct prompt *prompt = app->prompt;

	app->status[0] = '\0';
	switch (key->code) {
	case K_ENTER:
		enter(app);
		return;
	case K_ESC:
		close_line(prompt);
		return;
	case K_UP:
	case K_DOWN:
		step_history(prompt, key->code == K_UP ? -1 : 1);
		return;
	case K_TAB:
	case K_BACKTAB:
		step_names(app, prompt, key->code == K_TAB);
		return;
	case K_BACKSPACE:
		/* Nothing left to take away: out, as it was opened by one key. */
		if (prompt->field.text.length == 0) {
			close_line(prompt);
			return;
		}
		break;
	default:
		break;
	}
	if (field_key(&prompt->field, key)) {
		settle(prompt);
		prompt->at = prompt->count;
	}
}

/* Drawing */

/* The last word of a line, which is what differs. */
static const char *last_word(const char *line)
{
	const char *space = strrchr(line, ' ');

	return space ? space + 1 : line;
}

/* As many as fit, from one on from which the chosen one is in sight. */
static void draw_names(const struct names *names, size_t chosen, struct grid *grid)
{
	int width = grid->width - 2, used = 0, x = 1;
	size_t first = 0;

	for (size_t i = 0; chosen < names->count && i <= chosen; i++) {
		used += text_width(last_word(names->items[i])) + 2;
		for (; used - 2 > width && first < i; first++)
			used -= text_width(last_word(names->items[first])) + 2;
	}
	grid_repeat(grid, 0, grid->height - 2, grid->width, STYLE_NORMAL, " ");
	for (size_t i = first; i < names->count && x < 1 + width; i++) {
		const char *word = last_word(names->items[i]);

		if (i > first && x + text_width(word) > 1 + width)
			break;
		x += grid_text_cut(grid, x, grid->height - 2, 1 + width - x, i == chosen ? STYLE_SELECTED : STYLE_DIM, word) +
		     2;
	}
}

void prompt_draw(struct app *app, struct grid *grid)
{
	struct prompt *prompt = app->prompt;
	struct rect line = { 0, grid->height - 1, grid->width, 1 };
	struct names now = { 0 };

	if (!prompt_is_open(app))
		return;
	/* What was said about the line goes before what it could be. */
	if (!app->status[0]) {
		if (prompt->names.count == 0)
			complete(app, prompt->field.text.data, &now);
		draw_names(prompt->names.count ? &prompt->names : &now, prompt->names.count ? prompt->chosen : SIZE_MAX, grid);
		names_release(&now);
		spot_cover(grid, (struct rect){ 0, grid->height - 2, grid->width, 1 });
	}
	grid_text(grid, 1, line.y, 1, STYLE_KEY, ":");
	field_draw(&prompt->field, grid, (struct rect){ 2, line.y, grid->width - 3, 1 });
	spot_cover(grid, line);
}
