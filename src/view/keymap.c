/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys mean what. */
#include "view/keymap.h"

#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct binding {
	char names[ACTION_KEYS][KEY_NAME];
	struct key keys[ACTION_KEYS];
	size_t count;
	int turn; /* which binding it was, from 1; 0 for the keys of the table */
};

struct keymap {
	struct action_entry *entries; /* as in the table, with keys that lie in bindings */
	struct binding *bindings;
	size_t count;
	int turns;
};

static void set_keys(struct keymap *map, size_t at, const char *const *keys, size_t count, int turn)
{
	struct binding *binding = &map->bindings[at];

	*binding = (struct binding){ .turn = turn };
	memset(map->entries[at].keys, 0, sizeof map->entries[at].keys);
	for (size_t i = 0; i < count && i < ACTION_KEYS && keys[i]; i++) {
		snprintf(binding->names[i], sizeof binding->names[i], "%s", keys[i]);
		key_parse(keys[i], &binding->keys[i]);
		map->entries[at].keys[i] = binding->names[i];
		binding->count++;
	}
}

static void set_usual(struct keymap *map, size_t at)
{
	size_t count;

	set_keys(map, at, action_table(&count)[at].keys, ACTION_KEYS, 0);
}

struct keymap *keymap_new(void)
{
	struct keymap *map = mem_zalloc(1, sizeof *map);
	const struct action_entry *table = action_table(&map->count);

	map->entries = mem_zalloc(map->count, sizeof *map->entries);
	map->bindings = mem_zalloc(map->count, sizeof *map->bindings);
	memcpy(map->entries, table, map->count * sizeof *table);
	for (size_t i = 0; i < map->count; i++)
		set_usual(map, i);
	return map;
}

void keymap_free(struct keymap *map)
{
	if (!map)
		return;
	free(map->entries);
	free(map->bindings);
	free(map);
}

const struct action_entry *keymap_table(const struct keymap *map, size_t *count)
{
	if (!map)
		return action_table(count);
	*count = map->count;
	return map->entries;
}

const struct action_entry *keymap_find(const struct keymap *map, context_set contexts, const struct key *key)
{
	if (!map)
		return action_entry_find(contexts, key);
	for (size_t i = 0; i < map->count; i++)
		for (size_t k = 0; map->entries[i].contexts & contexts && k < map->bindings[i].count; k++)
			if (key_equal(&map->bindings[i].keys[k], key))
				return &map->entries[i];
	return NULL;
}

const struct action_entry *keymap_by_name(const struct keymap *map, context_set contexts, const char *name)
{
	size_t count;
	const struct action_entry *table = keymap_table(map, &count);

	for (size_t i = 0; i < count; i++)
		if (table[i].contexts & contexts && strcmp(table[i].name, name) == 0)
			return &table[i];
	return NULL;
}

const char *keymap_key(const struct keymap *map, context_set contexts, const struct action_entry *entry)
{
	for (size_t k = 0; entry->contexts & contexts && k < ACTION_KEYS && entry->keys[k]; k++) {
		const struct action_entry *found = NULL;
		struct key key;

		if (!map)
			found = action_entry_named(contexts, entry->keys[k]);
		else if (key_parse(entry->keys[k], &key))
			found = keymap_find(map, contexts, &key);
		if (found == entry)
			return entry->keys[k];
	}
	return NULL;
}

/* Where a narrower entry has taken all keys of one, another that does the same may have a key. */
static const char *key_for(const struct keymap *map, context_set contexts, const struct action_entry *entry)
{
	size_t count;
	const struct action_entry *table = keymap_table(map, &count);
	const char *key = keymap_key(map, contexts, entry);

	for (size_t i = 0; i < count && !key && entry->contexts & contexts; i++)
		if (table[i].action == entry->action)
			key = keymap_key(map, contexts, &table[i]);
	return key ? key : entry->keys[0];
}

struct key_shown keymap_show(const struct keymap *map, context_set contexts, const char *name)
{
	const struct action_entry *entry = keymap_by_name(map, CONTEXT_ALL, name);
	struct key_shown shown;

	if (!entry)
		abort();
	key_label(key_for(map, contexts, entry), shown.text);
	return shown;
}

void keymap_bind(struct keymap *map, size_t at, const char *const *keys, size_t count)
{
	set_keys(map, at, keys, count, ++map->turns);
}

void keymap_unbind(struct keymap *map, size_t at)
{
	set_usual(map, at);
}

int keymap_turn(const struct keymap *map, size_t at)
{
	return map ? map->bindings[at].turn : 0;
}
