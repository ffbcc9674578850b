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
const struct action_entry *keymap_find(const struct keymap *map, context_set contexts, const struct key *key);
/* The entry of a name that holds in any of the contexts (CONTEXT_ALL: anywhere); NULL where there is none. */
const struct action_entry *keymap_by_name(const struct keymap *map, context_set contexts, const char *name);
/* The first of an entry's keys that means it in the contexts: a narrower one may have taken it. Or NULL. */
const char *keymap_key(const struct keymap *map, context_set contexts, const struct action_entry *entry);

struct key_shown {
	char text[KEY_LABEL];
};

/*
 * The key of the entry of a name, as people know it, for a sentence that names it: the one that means it in the
 * contexts; where the entry does not hold in them, as it is about another screen, the first that it has. To be used at
 * once: keymap_show(...).text.
 */
struct key_shown keymap_show(const struct keymap *map, context_set contexts, const char *name);

/* Binds the entry at an index of the table to 1 to ACTION_KEYS keys, names that key_parse reads, instead of its own. */
void keymap_bind(struct keymap *map, size_t at, const char *const *keys, size_t count);
/* Gives it the keys of the table again. */
void keymap_unbind(struct keymap *map, size_t at);
/* Which binding it was, counted from 1; 0 for an entry that has the keys of the table. */
int keymap_turn(const struct keymap *map, size_t at);

/* Why a key may not be bound to the entry at an index of the table, in words, for free(); NULL where it may. */
char *keymap_refusal(size_t at, const char *key);
/*
 * Looks through all contexts that hold together for keys that mean two things, and for what could no longer be done by
 * a key. Takes the later binding of those that it is about back, returns its index in the table and says why, for
 * free(); -1 where all is well. So call it until then.
 */
int keymap_settle(struct keymap *map, char **why);

#endif
