/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions, in their session and across all of them: whether one is open, and if not, what became of it. */
#ifndef ACCORD_MODEL_ACTION_HEAD_H
#define ACCORD_MODEL_ACTION_HEAD_H

#include "model/session.h"

/* Carried: a later session has taken it up, where it goes on. */
enum action_state { ACTION_OPEN, ACTION_CARRIED, ACTION_DONE, ACTION_DROPPED, ACTION_STATES };

const char *action_state_name(enum action_state state); /* "open", "carried", "done", "dropped": for files */
/* The mark in front of its text: "[ ]", "[>]", "[x]", "[-]". */
const char *action_mark(enum action_state state);

enum action_state item_state(const struct item *item); /* an action's */
/* The action of a later session in which a carried one goes on: "k3f9a2bc/4". For free(). */
char *item_taker(const struct item *item);
/*
 * What became of an action, in words: "done", "dropped: too expensive", "done in the follow-up of 2026-11-22"; "" if open.
 * For free().
 */
char *item_state_words(const struct item *item);
/* The mark of an action, by what became of it in the end. */
const char *item_mark(const struct item *item);
/* "carried over 2 times", for free(); "" for one that was not. */
char *item_carried_words(const struct item *item);
/* Whether an action of a session before is done, or dropped: it says nothing about what was asked here. */
bool item_is_past(const struct item *item);

/* The session that an action belongs to. */
struct action_session {
	char *id, *title, *organisation;
	int date;
	enum session_state state;
};

/* An action as lists across sessions show it, without loading its session. */
struct action_head {
	const struct action_session *session;
	int item; /* its id there */
	char *text;
	char *owner;   /* "" for none */
	int due;       /* day, or DAY_NONE */
	enum action_state state;
	char *dropped; /* why; "" where it is not */
	char *step;    /* the key of the step that it came from; "" for none */
	int carried;   /* the how manyth time it is carried over; 0 for one that is new */
	char *from;    /* the action that it takes up: "k3f9a2bc/4"; "" for none */
	char *into;    /* the one that takes it up; "" for none */
	int64_t created;
};

/* One of zeros is empty. */
struct action_list {
	struct action_head *items;
	size_t count, capacity;
	struct action_session **sessions;
	size_t session_count, session_capacity;
};

void action_list_release(struct action_list *list);
void action_head_release(struct action_head *head); /* what it owns */

/* How people name it: "k3f9a2bc/4". For free(). */
char *action_ref(const struct action_head *head);
bool action_is_overdue(const struct action_head *head, int today);
/*
 * When it is due, in words: "12 days late", "due today", "due in 3 days", a date where that is far, "no date"; or what
 * became of it. For free().
 */
char *action_due_words(const struct action_head *head, int today);
/* What became of it, as item_state_words. */
char *action_state_words(const struct action_head *head);
/* How often it was carried over, as item_carried_words. */
char *action_carried_words(const struct action_head *head);

#endif
