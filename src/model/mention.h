/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said in a session, and can be searched: never what anybody answered, nor what is private. */
#ifndef ACCORD_MODEL_MENTION_H
#define ACCORD_MODEL_MENTION_H

#include "model/session.h"

/* In the order in which those of one session are listed. */
enum mention_kind {
	MENTION_SESSION,
	MENTION_DECISION,
	MENTION_ACTION,
	MENTION_DIFFER,
	MENTION_PARKED,
	MENTION_NOTE,
	MENTION_ROW, /* of a register; a clause of a charter */
	MENTION_PERSON,
	MENTION_PROMPT, /* of a bank, not of a session */
	MENTION_KINDS
};

struct mention {
	enum mention_kind kind;
	int ref;      /* the item, row or person; 0 for others */
	char *step;   /* the key of its step; "" for none */
	char *words;  /* what stands there */
	char *more;   /* who, what for: what it may be searched by as well; "" for nothing */
};

/* One of zeros is empty. */
struct mentions {
	struct mention *items;
	size_t count, capacity;
};

/* "session", "decision", ...; and back, -1 for a name that is none. */
const char *mention_kind_name(enum mention_kind kind);
int mention_kind_parse(const char *name);
/* "decision", "agreed to differ", ... in the user's language. */
const char *mention_kind_words(enum mention_kind kind);

void mention_release(struct mention *mention); /* what it owns */
void mentions_release(struct mentions *mentions);
/* Appends all of a session that was loaded, kind by kind. */
void mentions_of_session(const struct session *session, struct mentions *mentions);
/* Appends the questions of a bank. */
void mentions_of_bank(const struct bank *bank, struct mentions *mentions);

#endif
