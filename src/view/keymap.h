/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys mean what: the table of actions with the keys that somebody has chosen. */
#ifndef ACCORD_VIEW_KEYMAP_H
#define ACCORD_VIEW_KEYMAP_H

#include "view/action.h"

#include <stdbool.h>
#include <stddef.h>

/* NULL, wherever a const one is taken, stands for the keys of the table itself. */
struct keymap;

struct keymap *keymap_new(void); /* with the keys of the table */
void keymap_free(struct keymap *map);

/* The table with the keys as they are now, in the order of action_table. */
const struct action_entry *keymap_table(const struct keymap *map, size_t *count);
/* What a key means in the contexts; NULL where it means nothing. */
const struct action_entry *keymap_find(const struct keymap *map, unsigned contexts, const struct key *key);
/* The entry of a name that holds in any of the contexts (~0u: anywhere); NULL where there is none. */
const struct action_entry *keymap_by_name(const struct keymap *map, unsigned contexts, const char *name);
/* The first of an entry's keys that means it in the contexts: a narrower one may have taken it. Or NULL. */
const char *keymap_key(const struct keymap *map, unsigned contexts, const struct action_entry *entry);
/* Whether the entry at an index of the table has other keys than the table gives it. */
bool keymap_is_bound(const struct keymap *map, size_t at);

/* Binds an entry to up to ACTION_KEYS keys in place of those that it has. Each is a name that key_parse reads. */
void keymap_bind(struct keymap *map, size_t at, const char *const *keys, size_t count);

#endif
