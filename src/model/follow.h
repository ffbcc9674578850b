/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a follow-up takes over from the session before, and what becomes of the actions that were open there. */
#ifndef ACCORD_MODEL_FOLLOW_H
#define ACCORD_MODEL_FOLLOW_H

#include "model/change.h"

/*
 * Appends what makes the agenda of a session that was just made as the one before had it when it began: its modules, as
 * far as the bank has them, in their order, with the minutes that were planned. What was added later stays, what was left
 * out later, as time ran out, comes back.
 */
void follow_agenda(const struct session *session, const struct session *before, struct changes *changes);
/* The same of its people, those who were away too. A side is the one of that id, or else of that place. */
void follow_people(const struct session *session, const struct session *before, struct changes *changes);

/* The sessions before one, the last one first, as far as they are here. */
struct follow_chain {
	struct session **sessions; /* owned */
	size_t count, capacity;
};

void follow_chain_release(struct follow_chain *chain);

/* An action of a session before that is still to be settled, or has been here. */
struct follow_entry {
	const struct session *from;
	const struct item *item; /* there */
	const struct item *here; /* what it is here; NULL as long as it is not settled */
};

/* One of zeros is empty. It refers to the sessions that it was made of. */
struct follow_list {
	struct follow_entry *entries; /* the one that was due first comes first; those without a date last */
	size_t count, capacity;
	int left; /* how many are not settled */
};

void follow_list_init(struct follow_list *list, const struct session *session, const struct follow_chain *chain);
void follow_list_release(struct follow_list *list);

/* What is to become of an action here. */
enum follow_how { FOLLOW_DONE, FOLLOW_CARRY, FOLLOW_DROP };

struct follow_verdict {
	enum follow_how how;
	const char *owner;  /* to carry */
	int due;            /* the same */
	const char *reason; /* to drop */
};

/*
 * Appends what makes the action that, whether it is settled already or not. id: an item id that is free, for one that is
 * not; see session_next_item.
 */
void follow_settle(const struct session *session, const struct follow_entry *entry, const struct follow_verdict *verdict,
	int id, struct changes *changes);

/* Where an action was first promised, as far back as the chain is here: as an entry that is not settled. */
struct follow_entry follow_origin(const struct follow_chain *chain, const struct follow_entry *entry);

/* How many actions a session has taken up from those before it. */
int follow_count(const struct session *session);
/*
 * When an action is due if it is carried over on that day: as long after it as it was due after its own session; where that
 * says nothing, as long after it as it comes after its own session, and at least a week.
 */
int follow_due(const struct follow_entry *entry, int today);
/* The same for all that are carried over together: as far ahead as the session before lies back. */
int follow_due_all(const struct session *before, int today);

#endif
