/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock when the session goes to another step. For the store's own files. */
#ifndef ACCORD_STORE_CLOCK_H
#define ACCORD_STORE_CLOCK_H

#include "base/err.h"

#include <stdint.h>

struct session;
struct store;

/*
 * Before the session's place becomes that step, within a transaction: the time until now, by the wall clock, goes to the
 * module that is left, whoever counts. 0 or -1.
 */
int clock_leave_place(struct store *store, struct session *session, const char *step, int64_t wall, struct err *err);

#endif
