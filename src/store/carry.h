/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions that a session takes up from the one that it follows. For the store's own files. */
#ifndef ACCORD_STORE_CARRY_H
#define ACCORD_STORE_CARRY_H

#include "base/err.h"

struct session;
struct store;

/* Where an action comes from. */
struct carry {
	const char *session; /* NULL for one that is new */
	int item;
	int times; /* the how manyth time it is carried over; carry_check says it */
};

/* Whether the session may take the action up: it is open, and of a session before. 0 or -1. */
int carry_check(struct store *store, const struct session *session, struct carry *carry, struct err *err);
/* The same of what a redo has just taken up again. 0 or -1. */
int carry_check_pending(struct store *store, struct err *err);

/* Counts the open actions of the sessions before it anew, as it may have taken some up, or let them go. 0 or -1. */
int carry_recount(struct store *store, const char *id, struct err *err);
/* Before a session is deleted: what it took up is open again. 0 or -1. */
int carry_let_go(struct store *store, const char *id, struct err *err);

#endif
