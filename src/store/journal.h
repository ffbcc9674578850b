/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo: images of changed rows, written by triggers and put back. For the store's own files. */
#ifndef ACCORD_STORE_JOURNAL_H
#define ACCORD_STORE_JOURNAL_H

#include "base/err.h"

#include <stdbool.h>

#define JOURNAL_CHANGES 500 /* kept for each session */

struct journal;
struct session;
struct store;

/* In journal-images.c. Makes the tables in memory and the triggers of this connection; NULL with err set. */
struct journal *journal_new(struct store *store, struct err *err);
void journal_free(struct journal *journal); /* NULL is fine */
/* Whether changed rows are written down from here on, as they are from the start. 0 or -1. */
int journal_listen(struct store *store, bool listens, struct err *err);
/*
 * Makes a row of the table target what the image says; without one, removes the row that the other image shows, which is
 * how the set left it. What is no longer as that shows was changed past the journal, and stays; where rows are put back
 * as a whole, it is counted in store->left. Returns how many rows were changed, or -1.
 */
int journal_put_back(struct store *store, const char *session, const char *target, const char *image,
	const char *other, struct err *err);

/*
 * Keeps what was changed since the last call as one set that can be undone; in memory alone where
 * an anonymous answer was touched. kept tells whether anything was changed, and secret whether it
 * was that. 0 or -1.
 */
int journal_keep(struct store *store, const char *session, const char *label, bool *kept,
	bool *secret, struct err *err);
/* Forgets what was changed since the last call: it cannot be undone. 0 or -1. */
int journal_skip(struct store *store, struct err *err);
/* The same of what others than who leads have changed; secret as above. */
int journal_pass(struct store *store, const char *session, bool *secret, struct err *err);
/*
 * Who has answered without a name may be told by an answer that lacks a guess, where theirs is the only one; so when a
 * round is over all have given both, as far as the file knows. No change that could be undone. secret is set where rows
 * were written. 0 or -1.
 */
int journal_even(struct store *store, const char *session, bool *secret, struct err *err);
/*
 * Puts the images of the last set back, or the last undone one's again; label is for free(). A row that is not as the
 * set left it stays, and is counted in store->left. A reveal that is taken back so is written down. 1, 0 for none, or -1.
 */
int journal_undo(struct store *store, const struct session *session, bool again, char **label, bool *secret,
	struct err *err);
/* Drops what is in memory of a session. 0 or -1. */
int journal_forget(struct store *store, const char *session, struct err *err);

#endif
