/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys do: one table feeds dispatch, footer, help screen and manual. */
#ifndef ACCORD_VIEW_ACTION_H
#define ACCORD_VIEW_ACTION_H

#include "view/context.h"
#include "view/grid.h"
#include "view/key.h"

#include <stddef.h>

enum action {
	ACT_NONE,
	ACT_UP, ACT_DOWN, ACT_LEFT, ACT_RIGHT, ACT_FIRST, ACT_LAST, ACT_PAGE_UP, ACT_PAGE_DOWN,
	ACT_ENTER, ACT_BACK, ACT_QUIT, ACT_HELP, ACT_UNDO, ACT_REDO, ACT_REDRAW, ACT_COMMAND,
	ACT_NEXT, ACT_PREVIOUS, ACT_REVEAL, ACT_REOPEN, ACT_HIDE, ACT_NOTE, ACT_DECISION, ACT_DIFFER, ACT_ACTION, ACT_PARK,
	ACT_TIME, ACT_AGENDA, ACT_PEOPLE, ACT_ITEMS, ACT_GAPS, ACT_SUMMARY, ACT_EXPORT, ACT_COACH, ACT_WAY, ACT_MERGE,
	ACT_CANT_SAY, ACT_NOT_HERE, ACT_NEW, ACT_DEMO, ACT_DELETE, ACT_ADD, ACT_TOGGLE, ACT_EDIT, ACT_FILE,
	ACT_LONGER, ACT_SHORTER, ACT_EARLIER, ACT_LATER, ACT_START, ACT_NEXT_CELL, ACT_PREVIOUS_CELL,
	ACT_YES, ACT_NO, ACT_AGREE, ACT_SAVE, ACT_SUBMIT, ACT_FINISH, ACT_ASIDE, ACT_CANCEL, ACT_ALIAS, ACT_DROP, ACT_VOTE,
	ACT_BLANK, ACT_PRIVATE, ACT_PEEK, ACT_SHOW, ACT_SHRINK, ACT_TAKE_TIMES,
	ACT_FOLLOW, ACT_DONE, ACT_CARRY, ACT_CARRY_ALL,
	ACT_COMPARE,
	ACT_FILTER, ACT_SORT, ACT_ACTIONS, ACT_MARK, ACT_SEARCH
};

#define ACTION_KEYS 3

struct action_entry {
	enum action action;
	context_set contexts;
	const char *name;    /* for the settings and the command line */
	const char *keys[ACTION_KEYS]; /* names of its keys */
	int footer;          /* 0 not in the footer; else 1 first ... 9 last to stay when space is short */
	context_set quiet;   /* contexts in which it matters less: three places later in the footer */
	const char *label;   /* in the footer: a word or two */
	const char *both;    /* what stands there in place of two labels for it and the entry before it, or NULL */
	const char *help;    /* in the help screen and manual */
};

const struct action_entry *action_table(size_t *count);
/* What a key means in the contexts as long as none is bound anew (see view/keymap.h); NULL where it means nothing. */
const struct action_entry *action_entry_find(context_set contexts, const struct key *key);
/* The same by the key's name, as key_text writes it. */
const struct action_entry *action_entry_named(context_set contexts, const char *name);
/* Its action; ACT_NONE where there is none. */
enum action action_find(context_set contexts, const struct key *key);
/* The contexts that may hold together, a set each: all that screens are in. */
const context_set *action_together(size_t *count);
/* What a context is called in help and manual. */
const char *context_title(context_set context);

#endif
