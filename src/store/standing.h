/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a step stands in the database, for whatever changes it or its answers. For the store's own files. */
#ifndef ACCORD_STORE_STANDING_H
#define ACCORD_STORE_STANDING_H

#include "base/err.h"
#include "model/session.h"
#include "store/statement.h"

/* Borrows its texts from whoever asked. */
struct standing {
	const char *session, *step;
	enum step_state state;
	int round;
	bool anonymous;
};

/* 0, or -1 with err set where the bank has no such step. */
int standing_read(struct store *store, const struct session *session, const char *step,
	struct standing *standing, struct err *err);
/* A query about the step's round, with :session, :step and :round bound. */
struct query standing_query(struct store *store, enum sql sql, const struct standing *standing,
	struct err *err);
/*
 * The same as standing_read for a step whose answers are to change, which they may until they are revealed. The first one
 * (answered) opens it. 0 or -1.
 */
int standing_open(struct store *store, const struct session *session, const char *step,
	bool answered, struct standing *standing, struct err *err);

#endif
