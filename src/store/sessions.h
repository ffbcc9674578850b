/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session needs to be made. For the store's own files. */
#ifndef ACCORD_STORE_SESSIONS_H
#define ACCORD_STORE_SESSIONS_H

#include "base/err.h"
#include "base/random.h"

#include <stdint.h>

struct store;

/* The number of the bank with this text, which is stored where it is new. 0 or -1. */
int sessions_keep_bank(struct store *store, const char *title, const char *text, int64_t *number, struct err *err);
/* An id, of SESSION_ID_LENGTH, that no session has; from rng where one is given. 0 or -1. */
int sessions_free_id(struct store *store, struct rng *rng, char *id, struct err *err);

#endif
