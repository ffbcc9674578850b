/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions beside the one that is open: that which it follows, and several to be compared. */
#ifndef ACCORD_SCREEN_EARLIER_H
#define ACCORD_SCREEN_EARLIER_H

#include "base/err.h"
#include "model/session.h"

#include <stddef.h>

struct store;

/* Loads what a session follows, for session_free(); *earlier is NULL where it follows none, or none of here. 0 or -1. */
int earlier_load(struct store *store, const struct session *session, struct session **earlier, struct err *err);

/* Loads the sessions of these ids, the earliest first, for sessions_free(); NULL with err set. */
struct session **sessions_load(struct store *store, const char *const *ids, size_t count, struct err *err);
void sessions_free(struct session **sessions, size_t count); /* NULL is fine */

#endif
