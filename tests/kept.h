/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what a screen believes is what the database holds, now and when it is opened again. */
#ifndef ACCORD_TESTS_KEPT_H
#define ACCORD_TESTS_KEPT_H

#include "store/store.h"

/* Fails where the session in memory is not the one in the database, or where something is not committed. */
void kept_check(struct store *store, const struct session *session);
/*
 * Fails where the database is not sound, or where what is read back from a copy of what was committed, all of it that
 * can be undone included, is not the same.
 */
void kept_check_copy(struct store *store);

#endif
