/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connection: opening, transactions, errors. For the store's own files. */
#ifndef ACCORD_STORE_DATABASE_H
#define ACCORD_STORE_DATABASE_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct bank;
struct journal;
struct migration;
struct sqlite3;
struct sqlite3_stmt;

#define STORE_APPLICATION_ID 0x61636364 /* "accd" */
#define STORE_NESTING 8
#define SITTING_LENGTH 16

struct store {
	struct sqlite3 *db;
	char *path;
	char *name;  /* what messages call it: the path, or that of the file that it is a copy of */
	bool hides;  /* sessions are loaded as the audience may see them */
	int shown;   /* but for this person's own answers; 0 for nobody */
	bool opened; /* an error before says that the file cannot be opened */
	struct sqlite3_stmt **statements; /* by enum sql; prepared when first used */
	struct journal *journal;
	int depth; /* of nested transactions */
	const char *openers[STORE_NESTING];
	dev_t device; /* of the file that was opened */
	ino_t inode;
	int watch;    /* hears when others write; -1 for none */
	int64_t seen; /* the version that was current when somebody last asked */
	int unsettled; /* how often the log could not be emptied since it last could; 0 for never */
	struct bank *bank; /* the one that was read last, and its text; NULL before */
	char *bank_text;
	char sitting[SITTING_LENGTH + 1]; /* this run of the program, in the table of that name */
	bool search_failed, search_renewed; /* whether the index of the search seems damaged, and was made anew once */
	int left;     /* rows that the last undo or redo left alone, as others have changed them since */
};

/* store_open with migrations of one's own, for tests. */
struct store *store_open_with(const char *path, const struct migration *migrations, size_t count,
	struct err *err);

/*
 * The same for a copy, in memory, of a file that stays as it is; fill copies it into the new connection. 0 or -1.
 */
struct store *store_open_filled(const char *name, int (*fill)(struct store *store, void *data, struct err *err), void *data,
	struct err *err);
/*
 * Looks at the first bytes of the file of a connection past SQLite's pager: whether it is a database of ours, and of a
 * schema that is known. 0 or -1.
 */
int store_check_header(struct store *store, int known, struct err *err);
/* Whether there is anything in its schema that would run by itself. 0 or -1. */
int store_check_schema(struct store *store, struct err *err);

/* Sets err from the connection's last error; returns -1. */
int store_fail(const struct store *store, struct err *err);
/* The same for a result code that came without a connection to ask. */
int store_fail_code(const struct store *store, int code, struct err *err);
/* Says that the file's content is not what accord would have written; returns -1. */
int store_damaged(const struct store *store, struct err *err);
/* Runs statements that give no rows. 0 or -1. */
int store_execute(struct store *store, const char *sql, struct err *err);

/* For reading: what is read within is of one moment. */
int transaction_read(struct store *store, const char *opener, struct err *err);
/* Ends the transaction by the result, which it returns: a failure takes back what was done. */
int transaction_end(struct store *store, const char *opener, int result, struct err *err);
/* Empties the write-ahead log, so that it tells no order; where somebody is reading from it, store_settle does so later. */
void store_checkpoint(struct store *store);
/* In watch.c: tells others of our commits from now on, and stops listening to theirs. */
void watch_start(struct store *store);
void watch_end(struct store *store);

#endif
