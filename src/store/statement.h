/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every SQL statement, prepared once; bound by name. For the store's own files. */
#ifndef ACCORD_STORE_STATEMENT_H
#define ACCORD_STORE_STATEMENT_H

#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

struct store;
struct sqlite3_stmt;

enum sql {
	SQL_BEGIN_READ,
	SQL_BEGIN_WRITE,
	SQL_COMMIT,
	SQL_ROLLBACK,
	SQL_SAVEPOINT,
	SQL_RELEASE,
	SQL_ROLLBACK_TO,
	SQL_DATA_VERSION,

	SQL_BANK_FIND,
	SQL_BANK_ADD,
	SQL_BANK_SWEEP,
	SQL_SESSION_ADD,
	SQL_SESSION_REMOVE,
	SQL_SESSION_TOUCH,
	SQL_SESSION_RECOUNT,
	SQL_SESSION_SET_CANCELLED,
	SQL_SITTING_ADD,
	SQL_SESSION_STALE,
	SQL_SESSION_DERIVED,
	SQL_SESSIONS_STALE,
	SQL_SESSIONS_COUNT_STALE,
	SQL_SESSION_PLACE,
	SQL_SESSION_EXISTS,
	SQL_SESSION_LAST,
	SQL_SESSION_PREFIX,
	SQL_SESSION_UNFINISHED,
	SQL_SESSION_HEADS,
	SQL_SESSION_HEADS_CHANGED,
	SQL_GLANCE_MODULES,
	SQL_GLANCE_ACTIONS,
	SQL_GLANCE_FOLLOWED,
	SQL_SESSION_FOLLOWERS,
	SQL_SESSION_TITLE,
	SQL_SESSION_ORGANISATION,
	SQL_SESSION_FACILITATOR,
	SQL_SESSION_DATE,
	SQL_SESSION_STATE,
	SQL_SESSION_HALT,
	SQL_SESSION_HALTED,
	SQL_SESSION_N_MIN,
	SQL_SESSION_ENTRY,
	SQL_SESSION_NAMING,
	SQL_SESSION_BLANK,
	SQL_CLOCK_GET,
	SQL_CLOCK_SET,

	SQL_LOAD_SESSION,
	SQL_LOAD_BANK,
	SQL_LOAD_PEOPLE,
	SQL_LOAD_MODULES,
	SQL_LOAD_STEPS,
	SQL_LOAD_BALLOTS,
	SQL_LOAD_RETRACTIONS,
	SQL_LOAD_VOTED,
	SQL_LOAD_ROWS,
	SQL_LOAD_CELLS,
	SQL_LOAD_RATINGS,
	SQL_LOAD_MERGES,
	SQL_LOAD_ITEMS,
	SQL_LOAD_FOLLOWS,
	SQL_LOAD_LATER,

	SQL_ARCHIVE_SESSION,
	SQL_ARCHIVE_BALLOTS,
	SQL_ARCHIVE_VOTED,
	SQL_ARCHIVE_RETRACTIONS,
	SQL_ARCHIVE_SITTINGS,
	SQL_RESTORE_SESSION,
	SQL_RESTORE_HEAD,
	SQL_RESTORE_PERSON,
	SQL_RESTORE_MODULE,
	SQL_RESTORE_STEP,
	SQL_RESTORE_RETRACTION,
	SQL_RESTORE_ITEM,
	SQL_RESTORE_SITTING,
	SQL_CLEAR_PEOPLE,
	SQL_CLEAR_MODULES,
	SQL_CLEAR_STEPS,
	SQL_CLEAR_BALLOTS,
	SQL_CLEAR_VOTED,
	SQL_CLEAR_RETRACTIONS,
	SQL_CLEAR_RATINGS,
	SQL_CLEAR_CELLS,
	SQL_CLEAR_ROWS,
	SQL_CLEAR_MERGES,
	SQL_CLEAR_ITEMS,
	SQL_CLEAR_SITTINGS,
	SQL_CLEAR_CHANGES,

	SQL_PERSON_NEXT,
	SQL_PERSON_TAKEN,
	SQL_PERSON_ADD,
	SQL_PERSON_SIDE,
	SQL_PERSON_OF_SIDE,
	SQL_PERSON_SET_NAME,
	SQL_PERSON_SET_ROLE,
	SQL_PERSON_SET_SIDE,
	SQL_PERSON_SET_PRESENCE,
	SQL_PERSON_BALLOTS_SIDE,
	SQL_PERSON_BALLOTS_REMOVE,
	SQL_PERSON_LEVELS_REMOVE,
	SQL_PERSON_CELLS_REMOVE,
	SQL_PERSON_REMOVE,

	SQL_MODULE_ADD,
	SQL_MODULE_GET,
	SQL_MODULE_IDS,
	SQL_MODULE_SET_MINUTES,
	SQL_MODULE_SET_DROPPED,
	SQL_MODULE_SET_POSITION,
	SQL_MODULE_SPEND,
	SQL_MODULE_PLAN,
	SQL_MODULE_TIMES,

	SQL_STEP_GET,
	SQL_STEP_SET_STATE,
	SQL_STEP_SET_ENTRY,
	SQL_STEP_SET_NAMING,
	SQL_STEP_FIX,
	SQL_STEPS_BEGUN,
	SQL_STEPS_ANSWERED_ADD,
	SQL_STEPS_ANSWERED,
	SQL_STEP_SET_ROUND,

	SQL_STEP_DECIDED,
	SQL_RETRACTION_ADD,
	SQL_RETRACTION_GET,
	SQL_ROUND_ANSWERS,
	SQL_BALLOT_ANY,
	SQL_BALLOT_LOOSE,
	SQL_BALLOT_OF_PERSON,
	SQL_BALLOT_OF_LINK,
	SQL_BALLOT_ADD,
	SQL_BALLOT_SET,
	SQL_BALLOT_REMOVE,
	SQL_BALLOT_CARRY_OVER,
	SQL_BALLOT_ROUND_REMOVE,
	SQL_VOTED_GET,
	SQL_VOTED_ADD,
	SQL_VOTED_REMOVE,
	SQL_VOTED_ROUND_REMOVE,
	SQL_VOTED_EVEN,
	SQL_LINK_ADD, SQL_SIDE_OVERFULL_OWN, SQL_SIDE_OVERFULL_PREDICTION,
	SQL_LINK_REMOVE,
	SQL_TALLY_COUNT_OWN,
	SQL_TALLY_COUNT_PREDICTION,
	SQL_TALLY_LOWER_OWN,
	SQL_TALLY_LOWER_PREDICTION,

	SQL_ROW_NEXT,
	SQL_ROW_GET,
	SQL_ROW_LAST,
	SQL_ROW_AT,
	SQL_ROW_SHIFT,
	SQL_ROW_ADD,
	SQL_ROW_CELLS_REMOVE,
	SQL_ROW_RATINGS_REMOVE,
	SQL_ROW_REMOVE,
	SQL_CELL_SET,
	SQL_CELL_REMOVE,
	SQL_RATING_SET,
	SQL_RATING_REMOVE,
	SQL_MERGE_SET,
	SQL_MERGE_REMOVE,

	SQL_ITEM_NEXT,
	SQL_ITEM_KIND,
	SQL_ITEM_ADD,
	SQL_ITEM_CARRIED,
	SQL_ITEM_TAKEN_UP,
	SQL_ACTIONS_UNSETTLED,
	SQL_ITEM_SET_TEXT,
	SQL_ITEM_SET_OWNER,
	SQL_ITEM_SET_DUE,
	SQL_ITEM_SET_DONE,
	SQL_ITEM_IS_DONE,
	SQL_ITEM_SET_DROPPED,
	SQL_ITEM_SET_YES_0,
	SQL_ITEM_SET_YES_1,
	SQL_ITEM_SET_DISSENT,
	SQL_ITEM_SET_PRIVATE,
	SQL_ITEM_RENAME_YES_0,
	SQL_ITEM_RENAME_YES_1,
	SQL_ITEM_REMOVE,

	SQL_ACTIONS_OPEN,
	SQL_ACTIONS_ALL,
	SQL_ACTIONS_OF,
	SQL_ACTIONS_DUE,
	SQL_SEARCH_PLACE,
	SQL_SEARCH_PLACED,
	SQL_SEARCH_ROWS,
	SQL_SEARCH_ANY,
	SQL_SEARCH_ADD,
	SQL_SEARCH_REMOVE,
	SQL_SEARCH_OPTIMIZE,
	SQL_SEARCH_BANKS_UNUSED,
	SQL_SEARCH_MENTIONS,
	SQL_SEARCH_PROMPTS,
	SQL_SEARCH_ASKED_LATELY,
	SQL_SEARCH_ASKED,

	SQL_DRAFT_SET,
	SQL_DRAFT_REMOVE,
	SQL_DRAFT_GET,
	SQL_DRAFT_FIELDS,

	SQL_PENDING_ANY,
	SQL_PENDING_SECRET,
	SQL_PENDING_ROUNDS,
	SQL_PENDING_HIDDEN,
	SQL_PENDING_FROZEN,
	SQL_PENDING_REOPENED,
	SQL_PENDING_TAKEN_UP,
	SQL_PENDING_CLEAR,
	SQL_CHANGE_DROP_UNDONE,
	SQL_CHANGE_NEXT,
	SQL_CHANGE_ADD,
	SQL_CHANGE_KEEP,
	SQL_CHANGE_LIMIT,
	SQL_CHANGE_NEWEST,
	SQL_CHANGE_UNDONE,
	SQL_CHANGE_STATE,
	SQL_JOURNAL_BACK,
	SQL_JOURNAL_FORTH,
	SQL_SECRET_DROP_UNDONE,
	SQL_SECRET_ADD,
	SQL_SECRET_KEEP,
	SQL_SECRET_LIMIT,
	SQL_SECRET_STATE,
	SQL_SECRET_BACK,
	SQL_SECRET_FORTH,
	SQL_SECRET_FORGET,
	SQL_LINK_FORGET,
	SQL_SHUFFLE_BALLOTS_OUT,
	SQL_SHUFFLE_BALLOTS_REMOVE,
	SQL_SHUFFLE_BALLOTS_IN,
	SQL_SHUFFLE_BALLOTS_COVER,
	SQL_SHUFFLE_BALLOTS_UNCOVER,
	SQL_SHUFFLE_BALLOTS_CLEAR,
	SQL_SHUFFLE_VOTED_OUT,
	SQL_SHUFFLE_VOTED_REMOVE,
	SQL_SHUFFLE_VOTED_IN,
	SQL_SHUFFLE_VOTED_COVER,
	SQL_SHUFFLE_VOTED_UNCOVER,
	SQL_SHUFFLE_VOTED_CLEAR,

	SQL_COUNT
};

const char *sql_text(enum sql sql);
/* Prepares every statement. 0, or -1 with err set from the first that is wrong. */
int statements_check(struct store *store, struct err *err);
void statements_release(struct store *store);

/*
 * One run of a statement. When it could not be prepared, err is set already and the rest does
 * nothing but fail, so only query_next and query_run need to be checked. Texts that are bound must
 * live until the run is over.
 */
struct query {
	struct store *store;
	struct sqlite3_stmt *statement;
	struct err *err;
	bool damaged; /* a column held what accord does not write */
};

struct query query_start(struct store *store, enum sql sql, struct err *err);
/* The same, with :session bound. */
struct query query_session(struct store *store, enum sql sql, const char *session, struct err *err);
struct query query_of(struct store *store, struct sqlite3_stmt *statement, struct err *err);
void query_text(struct query *query, const char *name, const char *value); /* NULL: null */
void query_int(struct query *query, const char *name, int64_t value);
void query_null(struct query *query, const char *name);
void query_day(struct query *query, const char *name, int day); /* DAY_NONE: null */

/* 1: there is a row; 0: that was all, and the query is over; -1: err is set, and it is over. */
int query_next(struct query *query);
void query_end(struct query *query); /* before all rows were read */
/* Runs to its end. How many rows it changed, or -1. */
int query_run(struct query *query);
/* The first row's first column, or fallback where there is none (or it is null). 0 or -1. */
int query_value(struct query *query, int64_t fallback, int64_t *value);

/*
 * Columns of the row. A value that accord would not have stored makes the next query_next fail.
 * Texts come out harmless, are never NULL but for query_get_answer, and are for free().
 */
int64_t query_get(struct query *query, int column, int64_t lowest, int64_t highest);
int query_get_day(struct query *query, int column);
int query_get_name(struct query *query, int column, int (*parse)(const char *name));
char *query_get_line(struct query *query, int column);
char *query_get_text(struct query *query, int column); /* may have several lines */
char *query_get_answer(struct query *query, int column);
bool query_is_null(struct query *query, int column);
char *query_get_raw(struct query *query, int column); /* as it is; may be NULL */
/* As it is, for comparing; gone with the next step. */
const char *query_peek(struct query *query, int column);

#endif
