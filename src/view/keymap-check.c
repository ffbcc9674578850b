/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys may be bound to what: no key means two things, and all can be done by a key. */
#include "view/keymap.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <string.h>

#define TYPING (CONTEXT_EDIT | CONTEXT_FORM | CONTEXT_TABLE)
#define WIDE (CONTEXT_MOVE | CONTEXT_SESSION | CONTEXT_FIRST | CONTEXT_ANY)

static bool is_usual(const struct action_entry *entry, const char *key)
{
	for (size_t k = 0; k < ACTION_KEYS && entry->keys[k]; k++)
		if (strcmp(entry->keys[k], key) == 0)
			return true;
	return false;
}

static bool is_among(const char *key, const char *const *keys, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(keys[i], key) == 0)
			return true;
	return false;
}

static bool holds_with(const struct action_entry *entry, context_set contexts)
{
	size_t count;
	const context_set *together = action_together(&count);

	for (size_t i = 0; i < count; i++)
		if (together[i] & entry->contexts && together[i] & contexts)
			return true;
	return false;
}

/* What never arrives as itself; NULL for all others. */
static char *never_arrives(const char *key)
{
	static const struct {
		const char *key, *same;
	} same[] = { { "C-i", "Tab" }, { "C-j", "Enter" }, { "C-m", "Enter" }, { "C-h", "BSpace" } };

	for (size_t i = 0; i < COUNT_OF(same); i++)
		if (strcmp(same[i].key, key) == 0)
			return mem_printf(_("a terminal sends the same for '%s' as for '%s'"), key, same[i].same);
	if (strcmp(key, "C-c") == 0)
		return mem_printf(_("'%s' ends the program"), key);
	if (strcmp(key, "C-z") == 0)
		return mem_printf(_("'%s' suspends the program"), key);
	return NULL;
}

char *keymap_refusal(size_t at, const char *key)
{
	static const char *const answers[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "+", "=", "-" };
	static const char *const edits[] = { "C-a", "C-e", "C-k", "C-u", "C-w", "Left", "Right", "Home", "End", "Del",
		"BSpace", "Tab", "BackTab", "Up", "Down" };
	size_t count;
	const struct action_entry *entry = &action_table(&count)[at];
	struct key parsed;
	char *never = never_arrives(key);

	if (never || is_usual(entry, key))
		return never;
	if (!key_parse(key, &parsed))
		return mem_printf(_("'%s' is no key"), key);
	if (holds_with(entry, CONTEXT_STEP | CONTEXT_SEAT) && is_among(key, answers, COUNT_OF(answers)))
		return mem_printf(_("'%s' answers questions in the workshop"), key);
	if (entry->contexts & TYPING && parsed.code == K_CHAR && !parsed.ctrl)
		return mem_printf(_("'%s' is text where text is typed: take Ctrl and a letter, such as C-o, or a key "
				    "such as F2"), key);
	if (entry->contexts & TYPING && is_among(key, edits, COUNT_OF(edits)))
		return mem_printf(_("'%s' changes the text where text is typed"), key);
	return NULL;
}

/* How wide an entry's contexts are among those that hold: the narrower one has a key that both want. */
static int breadth(const struct action_entry *entry, context_set active)
{
	context_set held = entry->contexts & active;

	if (held & ~WIDE)
		return 0;
	if (held & CONTEXT_MOVE)
		return 1;
	return held & (CONTEXT_SESSION | CONTEXT_FIRST) ? 2 : 3;
}

/* The narrowest of the contexts, as people know it. */
static const char *where(context_set contexts)
{
	for (int i = 0; i < CONTEXTS; i++)
		if (contexts & CONTEXT_BIT(i) & ~WIDE)
			return context_title(CONTEXT_BIT(i));
	for (int i = 0; i < CONTEXTS; i++)
		if (contexts & CONTEXT_BIT(i))
			return context_title(CONTEXT_BIT(i));
	return "";
}

/* A key that both entries have; NULL for none. */
static const char *shared_key(const struct action_entry *a, const struct action_entry *b)
{
	for (size_t k = 0; k < ACTION_KEYS && a->keys[k]; k++)
		if (is_usual(b, a->keys[k]))
			return a->keys[k];
	return NULL;
}

static char *say_taken(const char *key, const struct action_entry *by, context_set active)
{
	return mem_printf(_("key '%s' is '%s' there already (%s)"), key, by->name, where(by->contexts & active));
}

/* Two entries whose contexts are as narrow and that share a key: the later binding. -1 where there are none. */
static int find_clash(const struct keymap *map, context_set active, char **why)
{
	size_t count;
	const struct action_entry *table = keymap_table(map, &count);

	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; keymap_turn(map, i) > 0 && table[i].contexts & active && j < count; j++) {
			const char *key;

			/* Whatever is said has been bound last. */
			if (i == j || !(table[j].contexts & active) || table[j].action == table[i].action ||
			    keymap_turn(map, j) > keymap_turn(map, i) ||
			    breadth(&table[i], active) != breadth(&table[j], active))
				continue;
			key = shared_key(&table[i], &table[j]);
			if (!key)
				continue;
			*why = say_taken(key, &table[j], active);
			return (int)i;
		}
	}
	return -1;
}

static bool has_key(const struct keymap *map, context_set active, enum action action)
{
	size_t count;
	const struct action_entry *table = keymap_table(map, &count);

	for (size_t i = 0; i < count; i++)
		if (table[i].action == action && keymap_key(map, active, &table[i]))
			return true;
	return false;
}

/* The last of the bindings that leave an entry without a key, which may be its own. -1 where there is none. */
static int find_culprit(const struct keymap *map, context_set active, const struct action_entry *entry, char **why)
{
	size_t count;
	const struct action_entry *table = keymap_table(map, &count), *first = NULL, *last = entry;
	const char *taken = NULL;

	for (size_t k = 0; k < ACTION_KEYS && entry->keys[k]; k++) {
		const struct action_entry *by;
		struct key key;

		key_parse(entry->keys[k], &key);
		by = keymap_find(map, active, &key);
		first = first ? first : by;
		if (keymap_turn(map, (size_t)(by - table)) <= keymap_turn(map, (size_t)(last - table)))
			continue;
		last = by;
		taken = entry->keys[k];
	}
	if (keymap_turn(map, (size_t)(last - table)) == 0)
		return -1;
	*why = last == entry ? say_taken(entry->keys[0], first, active)
			     : mem_printf(_("key '%s' is the only one for '%s' (%s): give that another one as well"),
				       taken, entry->name, where(entry->contexts & active));
	return (int)(last - table);
}

/* What could be done by a key of the table and no longer can. -1 where there is nothing. */
static int find_lost(const struct keymap *map, const struct keymap *usual, context_set active, char **why)
{
	size_t count;
	const struct action_entry *table = keymap_table(map, &count), *before = keymap_table(usual, &count);

	for (size_t i = 0; i < count; i++) {
		int culprit;

		if (!(table[i].contexts & active) || keymap_key(map, active, &table[i]) ||
		    !keymap_key(usual, active, &before[i]) || has_key(map, active, table[i].action))
			continue;
		culprit = find_culprit(map, active, &table[i], why);
		if (culprit >= 0)
			return culprit;
	}
	return -1;
}

int keymap_settle(struct keymap *map, char **why)
{
	size_t count;
	const context_set *together = action_together(&count);
	struct keymap *usual = keymap_new();
	int found = -1;

	for (size_t i = 0; i < count && found < 0; i++)
		found = find_clash(map, together[i], why);
	for (size_t i = 0; i < count && found < 0; i++)
		found = find_lost(map, usual, together[i], why);
	keymap_free(usual);
	if (found >= 0)
		keymap_unbind(map, (size_t)found);
	return found;
}
