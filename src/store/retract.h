/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reveals that are taken back: what is written down of them, and what they leave fixed. For the store's own files. */
#ifndef ACCORD_STORE_RETRACT_H
#define ACCORD_STORE_RETRACT_H

#include "base/err.h"

struct session;
struct store;

/*
 * To be called with what is pending, within the transaction. Writes down which reveals were taken back of which something
 * was seen: of a step without names, a group large enough to be shown. 0 or -1.
 */
int retract_note(struct store *store, const struct session *session, struct err *err);
/*
 * Whether what an undo did may stand: it changes no answers without names that were seen, and takes no round back in which
 * somebody has answered since, as at a seat of their own, which no undo knows of. 0, or -1 with err set.
 */
int retract_check(struct store *store, const struct session *session, struct err *err);

#endif
