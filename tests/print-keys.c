/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the table of actions as the part of the manual that tells the keys. */
#include "base/mem.h"
#include "view/action.h"

#include <stdio.h>
#include <string.h>

/* In the order in which one meets them. Whatever is missing here follows at the end. */
static const context_set order[] = {
	CONTEXT_HOME,	  CONTEXT_PEOPLE, CONTEXT_STEP, CONTEXT_REVEAL,	 CONTEXT_ASK,	 CONTEXT_TALLY,
	CONTEXT_RESULT,	  CONTEXT_REGISTER, CONTEXT_TABLE, CONTEXT_SAYS, CONTEXT_MERGE, CONTEXT_LINKS,
	CONTEXT_DRAFT,	  CONTEXT_VOTE,	  CONTEXT_AGENDA,
	CONTEXT_ITEMS,	  CONTEXT_FORM,	  CONTEXT_EDIT, CONTEXT_CONFIRM, CONTEXT_READ,	 CONTEXT_MOVE,
	CONTEXT_SESSION,  CONTEXT_FIRST,  CONTEXT_ANY,
};

static const struct {
	const char *name, *shown;
} names[] = {
	{ "BSpace", "Backspace" }, { "BackTab", "Shift-Tab" }, { "Del", "Delete" },
	{ "PgUp", "Page Up" },	   { "PgDn", "Page Down" },
};

/* Text in a line that does not begin with a request. */
static void print_text(const char *text)
{
	for (; *text; text++) {
		if (*text == '\\')
			fputs("\\e", stdout);
		else if (*text == '-')
			fputs("\\-", stdout);
		else
			putchar(*text);
	}
}

static void print_key(const char *key)
{
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(names[i].name, key) == 0)
			key = names[i].shown;
	fputs("\\fB", stdout);
	if (strlen(key) == 3 && strncmp(key, "C-", 2) == 0)
		printf("Ctrl\\-%c", key[2] - 'a' + 'A');
	else
		print_text(key);
	fputs("\\fP", stdout);
}

static void print_entry(const struct action_entry *entry)
{
	puts(".TP");
	fputs("\\&", stdout);
	for (size_t i = 0; i < COUNT_OF(entry->keys) && entry->keys[i]; i++) {
		if (i > 0)
			fputs(", ", stdout);
		print_key(entry->keys[i]);
	}
	fputs("\n\\&", stdout);
	print_text(entry->help);
	putchar('\n');
}

static void print_context(context_set context)
{
	size_t count;
	const struct action_entry *table = action_table(&count);
	int printed = 0;

	for (size_t i = 0; i < count; i++) {
		if (!(table[i].contexts & context))
			continue;
		if (printed++ == 0)
			printf(".SS %s\n", context_title(context));
		print_entry(&table[i]);
	}
}

int main(void)
{
	context_set done = CONTEXT_WELCOME; /* home has all of it */

	for (size_t i = 0; i < COUNT_OF(order); i++) {
		print_context(order[i]);
		done |= order[i];
	}
	for (int i = 0; i < CONTEXTS; i++)
		if (!(done & CONTEXT_BIT(i)))
			print_context(CONTEXT_BIT(i));
	return 0;
}
