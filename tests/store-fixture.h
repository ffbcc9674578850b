/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a bank, a session, changes written as text, and dumps. */
#ifndef ACCORD_TESTS_STORE_FIXTURE_H
#define ACCORD_TESTS_STORE_FIXTURE_H

#include "model/change.h"
#include "store/store.h"

#include <sqlite3.h>

#define FIXTURE_BANK_TEXT "the text of the bank"

/*
 * A bank of three modules; its agenda lists the first two.
 *	alpha: scale (predict), secret (anonymous, predict), quiet (anonymous), side, room
 *	beta: reg (vendor, side, owner: person), pairs (of reg)
 *	gamma: last
 */
struct bank *fixture_bank(void);
bank_parser fixture_parse;

/* A folder of the test's own; the files in it go with fixture_sweep. The clock stands still. */
void fixture_set_up(void);
void fixture_sweep(void);
/* A path in that folder, valid until the next call. */
const char *fixture_path(const char *name);

struct store *fixture_open(const char *path);
/* A session with Ana and Ben of side 0, Caz and Dev of side 1. */
struct session *fixture_session(struct store *store);
/* The same, three months later, following another one. */
struct session *fixture_follow_up(struct store *store, const char *follows);

/*
 * Changes as text, separated by ";": "ballot alpha/scale 1 own 4; state alpha/scale revealed". In a
 *word, "_" is a space; "-" is no text at all, and "''" an empty one. The first words: session FIELD
 *VALUE | person-add NAME ROLE SIDE ID | person-set ID FIELD VALUE | person-remove ID module ID
 *FIELD VALUE | state STEP STATE | entry STEP ENTRY |
 *naming STEP NAMING | reopen STEP | hide STEP | ballot STEP PERSON WHICH VALUE |
 *tally STEP SIDE WHICH VALUE NUMBER row-add STEP ID PLACE | row-remove ID | cell ROW COLUMN VALUE
 *	rating STEP ROW ROW SIDE VALUE | merge STEP NAME NAME VERDICT
 *	item KIND STEP TEXT OWNER DUE | carry SESSION ITEM TEXT OWNER DUE ID | item-set ID FIELD VALUE | item-remove ID
 */
void fixture_changes(struct changes *changes, const char *script);
/* Applies them as one set. */
int fixture_try(struct store *store, struct session *session, const char *script, struct err *err);
void fixture_apply(struct store *store, struct session *session, const char *script);

/* All that the tables hold of the session but what undo needs, one row a line; for free(). */
char *fixture_dump(struct store *store, const char *session);
/* The same of a session in memory. */
char *fixture_image(const struct session *session);
/* The first column of a query's first row; -1 for none. */
long long fixture_number(struct store *store, const char *sql);

#endif
