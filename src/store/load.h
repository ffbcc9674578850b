/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a session out of its tables. For the store's own files. */
#ifndef ACCORD_STORE_LOAD_H
#define ACCORD_STORE_LOAD_H

#include "base/err.h"
#include "model/session.h"

struct store;

/*
 * What the tables hold of the session, with its bank borrowed; for load_take or load_drop. NULL
 * with err set.
 */
struct session *load_fresh(struct store *store, const struct session *session, struct err *err);
/* Makes session what was loaded, and frees the rest. */
void load_take(struct session *session, struct session *fresh);
void load_drop(struct session *fresh); /* NULL is fine */

/* In follow.c: what the sessions before and after it have to do with it. 0 or -1. */
int load_follows(struct store *store, struct session *session, struct err *err);
int load_later(struct store *store, struct session *session, struct err *err);

/* Says that there is no such session; returns -1. */
int load_none(const char *id, struct err *err);
/* Whether there is such a session: 1 or 0 into found. 0 or -1. */
int load_exists(struct store *store, const char *id, int64_t *found, struct err *err);

#endif
