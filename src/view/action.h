/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys do: one table feeds dispatch, footer, help screen and manual. */
#ifndef ACCORD_VIEW_ACTION_H
#define ACCORD_VIEW_ACTION_H

#include "view/grid.h"
#include "view/key.h"

#include <stddef.h>

/* Where an action is available; a screen has several. */
enum context {
	CONTEXT_ANY = 1 << 0,
	CONTEXT_MOVE = 1 << 1,   /* whatever has a cursor or scrolls */
	CONTEXT_HOME = 1 << 2,
	CONTEXT_STEP = 1 << 3,   /* the workshop */
	CONTEXT_ASK = 1 << 4,    /* the workshop while answers are taken */
	CONTEXT_RESULT = 1 << 5, /* the workshop once a step is revealed */
	CONTEXT_TABLE = 1 << 6,  /* within a register */
	CONTEXT_EDIT = 1 << 7,   /* while text is typed */
	CONTEXT_PEOPLE = 1 << 8,
	CONTEXT_AGENDA = 1 << 9,
	CONTEXT_ITEMS = 1 << 10,
	CONTEXT_MERGE = 1 << 11,
	CONTEXT_FORM = 1 << 12,
	CONTEXT_CONFIRM = 1 << 13,
	CONTEXT_READ = 1 << 14,  /* a long text: summary, help */
	CONTEXT_REGISTER = 1 << 15, /* the workshop at a register, outside its table */
	CONTEXT_REVEAL = 1 << 16,   /* the workshop at a step that r can reveal, or turn back into its table */
	CONTEXT_SESSION = 1 << 17,  /* wherever a session is open and can be changed */
	CONTEXT_TALLY = 1 << 18,    /* the workshop while a tally is taken */
	CONTEXT_SAYS = 1 << 19,     /* the workshop while it shows what a register says */
	CONTEXT_DRAFT = 1 << 20,    /* the workshop at a list of clauses */
	CONTEXT_VOTE = 1 << 21,     /* the workshop while a clause is voted on */
	CONTEXT_LINKS = 1 << 22,    /* the workshop at a table of links */
	CONTEXT_GAPS = 1 << 23,     /* the list of gaps */
	CONTEXT_MODULES = 1 << 24,  /* modules that can be added to the agenda */
	CONTEXT_WELCOME = 1 << 25,  /* home without any session */
	CONTEXT_FIRST = 1 << 26,    /* the screen that was there first, behind which there is none */
	CONTEXT_PRESENT = 1 << 27,  /* the audience's screen */
	CONTEXT_WAYS = 1 << 28,     /* the ways in which a step can be answered */
	CONTEXT_SEAT = 1 << 29,     /* somebody's own answer, at a terminal of theirs */
	CONTEXT_TIME = 1 << 30,     /* what is still to come, and how long it takes */
	CONTEXTS = 31
};

enum action {
	ACT_NONE,
	ACT_UP, ACT_DOWN, ACT_LEFT, ACT_RIGHT, ACT_FIRST, ACT_LAST, ACT_PAGE_UP, ACT_PAGE_DOWN,
	ACT_ENTER, ACT_BACK, ACT_QUIT, ACT_HELP, ACT_UNDO, ACT_REDO, ACT_REDRAW, ACT_COMMAND,
	ACT_NEXT, ACT_PREVIOUS, ACT_REVEAL, ACT_REOPEN, ACT_HIDE, ACT_NOTE, ACT_DECISION, ACT_DIFFER, ACT_ACTION, ACT_PARK,
	ACT_TIME, ACT_AGENDA, ACT_PEOPLE, ACT_ITEMS, ACT_GAPS, ACT_SUMMARY, ACT_EXPORT, ACT_COACH, ACT_WAY, ACT_MERGE,
	ACT_CANT_SAY, ACT_NOT_HERE, ACT_NEW, ACT_DEMO, ACT_DELETE, ACT_ADD, ACT_TOGGLE, ACT_EDIT, ACT_FILE,
	ACT_LONGER, ACT_SHORTER, ACT_EARLIER, ACT_LATER, ACT_START, ACT_NEXT_CELL, ACT_PREVIOUS_CELL,
	ACT_YES, ACT_NO, ACT_AGREE, ACT_SAVE, ACT_SUBMIT, ACT_FINISH, ACT_ASIDE, ACT_CANCEL, ACT_ALIAS, ACT_VOTE,
	ACT_BLANK, ACT_PRIVATE, ACT_PEEK, ACT_SHOW, ACT_SHRINK, ACT_TAKE_TIMES
};

#define ACTION_KEYS 3

struct action_entry {
	enum action action;
	unsigned contexts;
	const char *name;    /* for the settings and the command line */
	const char *keys[ACTION_KEYS]; /* names of its keys */
	int footer;          /* 0 not in the footer; else 1 first ... 9 last to stay when space is short */
	unsigned quiet;      /* contexts in which it matters less: three places later in the footer */
	const char *label;   /* in the footer: a word or two */
	const char *both;    /* what stands there in place of two labels for it and the entry before it, or NULL */
	const char *help;    /* in the help screen and manual */
};

const struct action_entry *action_table(size_t *count);
/* What a key means in the contexts as long as none is bound anew (see view/keymap.h); NULL where it means nothing. */
const struct action_entry *action_entry_find(unsigned contexts, const struct key *key);
/* Its action; ACT_NONE where there is none. */
enum action action_find(unsigned contexts, const struct key *key);
/* The contexts that may hold together, a set each: all that screens are in. */
const unsigned *action_together(size_t *count);
/* What a context is called in help and manual. */
const char *context_title(unsigned context);

#endif
