/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each kind of change is done. For the store's own files. */
#ifndef ACCORD_STORE_APPLY_H
#define ACCORD_STORE_APPLY_H

#include "base/err.h"
#include "model/change.h"
#include "store/statement.h"

struct store;


/* Does a change within the transaction at hand; the session gives id and bank. 0 or -1. */
typedef int apply_change(struct store *store, const struct session *session,
	const struct change *change, struct err *err);

/* NULL for a kind that is none. */
apply_change *apply_find(enum change_kind kind);

apply_change apply_step_state, apply_step_entry, apply_step_naming, apply_step_reopen, apply_step_hide;
apply_change apply_ballot, apply_tally;
apply_change apply_row_add, apply_row_remove, apply_cell, apply_rating, apply_merge;
apply_change apply_item_add, apply_item_set, apply_item_remove;

/*
 * Gives the steps that were begun (or one of them: its key), and have no way or naming of their own, the session's,
 * which is to change. 0 or -1.
 */
int apply_fix_begun(struct store *store, const struct session *session, const char *step, struct err *err);

/* Whether a step is asked without names now. 0 or -1. */
int apply_is_anonymous(struct store *store, const struct session *session, const char *step, bool *anonymous,
	struct err *err);
/* A day as it can be stored, or DAY_NONE. 0 or -1. */
int apply_day(int day, struct err *err);
/* The step of a change; NULL with err set. */
const struct step *apply_step(const struct session *session, const char *key, struct err *err);
/*
 * Text as it is stored: harmless, and without white space at its ends. A name also has no line
 * breaks. what is the field's name for messages. For free(); NULL with err set where it is too
 * long.
 */
char *apply_name(const char *what, const char *text, struct err *err);
char *apply_text(const char *what, const char *text, struct err *err);

/* Counts a change of the session for this run of the program. 0 or -1. */
int apply_sitting(struct store *store, const char *id, struct err *err);

#endif
