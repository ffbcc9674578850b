/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search has found. */
#ifndef ACCORD_MODEL_HIT_H
#define ACCORD_MODEL_HIT_H

#include "base/marked.h"
#include "model/mention.h"

struct hit {
	enum mention_kind kind;
	int ref;    /* the item, row or person */
	char *step; /* the key of its step; "" for none */
	struct marked words, more; /* what stands there, perhaps in several lines; and who, what for */
	bool done;                 /* an action, or what was parked */
	bool dropped, carried;     /* an action: with a reason; by a session that follows */
	/*
	 * Of the session: id, title, organisation, date and state, nothing else. A question's is the newest of those that
	 * asked it; its id is "" where it was not asked lately.
	 */
	struct session_head head;
	int64_t bank; /* a question's, for store_asked */
};

struct hits {
	struct hit *items;
	size_t count, capacity;
	bool more;    /* whether there are others */
	bool renewed; /* whether the index was damaged: it is empty now, and all sessions are stale */
};

void hit_release(struct hit *hit); /* what it owns */
void hits_release(struct hits *hits);
/* "action, done": its kind, and what became of it, in the user's language; for free(). */
char *hit_kind(const struct hit *hit);
/* The first of the hits from that one on that is a question of the same module as hits->items[i], which may be itself. */
size_t hits_same_module(const struct hits *hits, size_t from, size_t i);

#endif
