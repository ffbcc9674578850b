/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may follow on a command line that is being typed. */
#include "command/complete.h"

#include "bank/find.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "command/command.h"
#include "report/format.h"
#include "store/store.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SESSIONS_TOLD 200

/* A command line as far as it is typed. */
struct typed {
	const struct command *command; /* NULL where none is named yet */
	const struct command_option *option; /* whose argument is being typed; NULL for none */
	const char *last;    /* what is typed of the word */
	const char *before;  /* what stands before it in the same word: "--format=" */
	size_t before_length;
	const char *verb;    /* the first argument; NULL where there is none yet */
	size_t arguments;    /* those before the word */
	bool over;           /* no options from here on */
	struct call call;    /* the database and the banks that were named */
	struct str *out;
};

static void offer(struct typed *typed, const char *word, const char *meaning)
{
	char *line;

	if (strncmp(word, typed->last, strlen(typed->last)) != 0)
		return;
	line = text_visible(meaning, false);
	str_addn(typed->out, typed->before, typed->before_length);
	str_printf(typed->out, "%s\t%s\n", word, line);
	free(line);
}

static void offer_list(struct typed *typed, const char *words)
{
	while (*words) {
		size_t length = strcspn(words, " ");
		char *word = mem_strndup(words, length);

		offer(typed, word, "");
		free(word);
		words += length + strspn(words + length, " ");
	}
}

/* The database, if there is one: looking must not make it. */
static struct store *open_store(const struct typed *typed)
{
	struct err err = { 0 };
	char *path = call_database(&typed->call, &err);
	struct store *store = path && access(path, F_OK) == 0 ? store_open(path, &err) : NULL;

	free(path);
	return store;
}

static void offer_sessions(struct typed *typed)
{
	struct store *store = open_store(typed);
	struct session_head *heads = NULL;
	struct err err = { 0 };
	size_t count = 0;

	offer(typed, "last", _("the session changed last"));
	if (store && store_heads(store, clock_today(), &heads, &count, &err) == 0) {
		for (size_t i = 0; i < count; i++) {
			char date[11], *meaning;

			date_format(heads[i].date, date);
			meaning = mem_printf("%s %s%s%s, %s", date, heads[i].organisation,
				heads[i].organisation[0] ? " \xc2\xb7 " : "", heads[i].title,
				session_state_words(heads[i].state, heads[i].halt));
			if (i < SESSIONS_TOLD || typed->last[0])
				offer(typed, heads[i].id, meaning);
			free(meaning);
			session_head_release(&heads[i]);
		}
	}
	free(heads);
	store_close(store);
}

static void offer_actions(struct typed *typed)
{
	struct action_filter filter = { .session = NULL };
	struct store *store = open_store(typed);
	struct action_list list = { 0 };
	struct err err = { 0 };

	if (store && store_actions(store, &filter, &list, &err) == 0) {
		for (size_t i = 0; i < list.count; i++) {
			char *ref = action_ref(&list.items[i]);

			offer(typed, ref, list.items[i].text);
			free(ref);
		}
	}
	action_list_release(&list);
	store_close(store);
}

static void offer_banks(struct typed *typed)
{
	struct bank_entry *entries = NULL;
	struct err err = { 0 };
	size_t count = 0;

	if (bank_list(typed->call.banks, &entries, &count, &err) == 0)
		for (size_t i = 0; i < count; i++)
			offer(typed, entries[i].id, entries[i].path);
	bank_entries_free(entries, count);
	str_add(typed->out, ":files\n");
}

static void offer_commands(struct typed *typed)
{
	size_t count;
	const struct command *const *commands = command_table(&count);

	for (size_t i = 1; i < count; i++)
		offer(typed, commands[i]->name, _(commands[i]->summary));
}

static void offer_formats(struct typed *typed)
{
	size_t count;
	const struct format *const *formats = format_table(&count);

	for (size_t i = 0; i < count; i++)
		offer(typed, formats[i]->name, _(formats[i]->title));
}

static void offer_files(struct typed *typed)
{
	str_add(typed->out, ":files\n");
}

static void offer_folders(struct typed *typed)
{
	str_add(typed->out, ":folders\n");
}

static void offer_whens(struct typed *typed)
{
	offer_list(typed, "auto always never");
}

/* What an argument is, as help calls it. */
static const struct {
	const char *name;
	void (*offer)(struct typed *typed);
} kinds[] = {
	{ "SESSION", offer_sessions }, { "BANK", offer_banks }, { "FILE", offer_files },   { "FOLDER", offer_folders },
	{ "WHEN", offer_whens },       { "FORMAT", offer_formats }, { "COMMAND", offer_commands }, { "ACTION", offer_actions },
};

/* name may be of a longer text. */
static void offer_kind(struct typed *typed, const char *name, size_t length)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (strlen(kinds[i].name) == length && strncmp(kinds[i].name, name, length) == 0)
			kinds[i].offer(typed);
}

static void offer_options(struct typed *typed, const struct command_option *options, size_t count)
{
	for (size_t i = 0; i < count && options[i].name; i++) {
		char *word = mem_printf("--%s%s", options[i].name, options[i].argument ? "=" : "");

		offer(typed, word, _(options[i].help));
		free(word);
	}
}

/* A word of a synopsis; NULL at its end. *form is moved behind it. Options with their arguments are passed over. */
static const char *next_word(const char **form, const char *end, size_t *length)
{
	bool argument = false;

	for (;;) {
		const char *word = *form + strspn(*form, " []");
		bool skip = argument;

		if (word >= end || *word == '|' || !*word)
			return NULL;
		*length = strcspn(word, " []|");
		*form = word + *length;
		argument = strncmp(word, "--", 2) == 0 && !memchr(word, '=', *length) && **form == ' ';
		if (strncmp(word, "--", 2) != 0 && !skip)
			return word;
	}
}

/* One way to call a command, such as "check FILE...": what may stand at the place of the word. */
static void offer_form(struct typed *typed, const char *form, const char *end)
{
	const char *word = NULL;
	size_t length = 0;

	for (size_t i = 0; i <= typed->arguments; i++) {
		size_t next_length;
		const char *next = next_word(&form, end, &next_length);

		/* The last one again, where it may come several times. */
		if (!next && (!word || length < 3 || strncmp(word + length - 3, "...", 3) != 0))
			return;
		if (next) {
			word = next;
			length = next_length;
		}
		if (i == 0 && typed->arguments > 0 && islower((unsigned char)*word) &&
		    (strlen(typed->verb) != length || strncmp(typed->verb, word, length) != 0))
			return;
	}
	if (islower((unsigned char)*word)) {
		char *verb = mem_strndup(word, length);

		offer(typed, verb, "");
		free(verb);
		return;
	}
	if (length > 3 && strncmp(word + length - 3, "...", 3) == 0)
		length -= 3;
	offer_kind(typed, word, length);
}

static void offer_arguments(struct typed *typed)
{
	const char *form = typed->command->synopsis;

	while (*form) {
		const char *end = form + strcspn(form, "|");

		offer_form(typed, form, end);
		form = *end ? end + 1 : end;
	}
}

/* Options: the command's own, or those that all have; NULL where the name is none, or may be several. */
static const struct command_option *find_option(const struct command *command, const char *name, size_t length)
{
	size_t common_count, found = 0;
	const struct command_option *common = command_common(&common_count), *option = NULL;

	for (size_t i = 0; i < common_count + COMMAND_OPTIONS; i++) {
		const struct command_option *next = i < common_count ? &common[i] :
						    command	     ? &command->options[i - common_count] : NULL;

		if (!next || !next->name || strncmp(next->name, name, length) != 0)
			continue;
		if (strlen(next->name) == length)
			return next;
		option = next;
		found++;
	}
	return found == 1 ? option : NULL;
}

static void note_value(struct typed *typed, const struct command_option *option, const char *value)
{
	if (strcmp(option->name, "database") == 0)
		typed->call.database = value;
	else if (strcmp(option->name, "banks") == 0)
		typed->call.banks = value;
}

/* Takes a word that is complete; value: what a shell has split off its end, or what follows it. */
static size_t take_word(struct typed *typed, char *const *words, size_t left)
{
	const char *word = words[0];
	const struct command_option *option;
	size_t length;

	if (typed->over || strncmp(word, "-", 1) != 0 || !word[1]) {
		if (!typed->command) {
			typed->command = command_find(word, &(struct err){ 0 });
		} else if (typed->arguments++ == 0) {
			typed->verb = word;
		}
		return 1;
	}
	if (strcmp(word, "--") == 0) {
		typed->over = true;
		return 1;
	}
	length = strcspn(word, "=");
	option = length > 2 ? find_option(typed->command, word + 2, length - 2) : NULL;
	if (!option || !option->argument)
		return 1;
	if (word[length]) {
		note_value(typed, option, word + length + 1);
		return 1;
	}
	if (left > 2 && strcmp(words[1], "=") == 0) {
		if (left == 3)
			typed->option = option;
		else
			note_value(typed, option, words[2]);
		return left == 3 ? 2 : 3;
	}
	if (left == 2) {
		typed->option = option;
		return 1;
	}
	note_value(typed, option, words[1]);
	return 2;
}

/* The word that is being typed. */
static void take_last(struct typed *typed, const char *word)
{
	size_t length = strcspn(word, "=");

	typed->last = word;
	if (typed->option && strcmp(word, "=") == 0)
		typed->last = "";
	if (typed->option || typed->over || strncmp(word, "--", 2) != 0 || !word[length] || length <= 2)
		return;
	typed->option = find_option(typed->command, word + 2, length - 2);
	typed->before = word;
	typed->before_length = length + 1;
	typed->last = word + length + 1;
}

void complete_words(char *const *words, size_t count, struct str *out)
{
	struct typed typed = { .before = "", .out = out };
	size_t common_count;
	const struct command_option *common = command_common(&common_count);
	bool named = false;

	if (count == 0)
		return;
	for (size_t i = 0; i + 1 < count;) {
		bool is_name = !typed.over && words[i][0] != '-';

		named = named || (is_name && !typed.command);
		i += take_word(&typed, words + i, count - i);
	}
	take_last(&typed, words[count - 1]);
	if (typed.before_length > 0 && !typed.option)
		return;
	if (typed.option && typed.option->words)
		offer_list(&typed, typed.option->words);
	else if (typed.option && typed.option->argument)
		offer_kind(&typed, typed.option->argument, strlen(typed.option->argument));
	else if (!typed.over && typed.last[0] == '-') {
		if (typed.command)
			offer_options(&typed, typed.command->options, COMMAND_OPTIONS);
		offer_options(&typed, common, common_count);
	} else if (typed.command)
		offer_arguments(&typed);
	else if (!named)
		offer_commands(&typed);
}
