/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works out what lists show of sessions, once these have changed. */
#ifndef ACCORD_SCREEN_DERIVE_H
#define ACCORD_SCREEN_DERIVE_H

#include "base/err.h"
#include "model/session.h"

struct store;

/* Of a session that is loaded, and has not changed since. 0 or -1. */
int derive_session(struct store *store, const struct session *session, struct err *err);
/*
 * Of all that changed since, for at most so many milliseconds, but at least one. 1 when all is done, 0 when some is left,
 * -1.
 */
int derive_stale(struct store *store, int64_t milliseconds, struct err *err);

#endif
