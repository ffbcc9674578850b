/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of the search: whose its rows are, and how they follow the sessions. For the store's own files. */
#ifndef ACCORD_STORE_SEARCH_INDEX_H
#define ACCORD_STORE_SEARCH_INDEX_H

#include "model/mention.h"

#include <stdint.h>

struct store;

/*
 * A row's number, from its highest bit: day of the session (20, from 1900; 0 for none), its number (23), kind (4), item,
 * row or person (16); the last two counted down. So the newest sessions come last, what is listed first comes last within
 * one, and all of a session lie together. Questions are below 0: number of the bank, counted down, and of the question.
 */
#define SEARCH_REF_BITS 16
#define SEARCH_REFS 65535
#define SEARCH_SESSION(row) "((" row " >> 20) & 8388607)"
#define SEARCH_REF(row) "(65535 - (" row " & 65535))"

/* The first of what is a session's, or a bank's, and the last. */
struct search_range {
	int64_t low, high;
};

struct search_range search_of_bank(int64_t bank);
enum mention_kind search_kind(int64_t row);
int search_ref(int64_t row);
int64_t search_bank(int64_t row); /* of a question */
/* The rows of a session; 0 and 0 where there are none. 0 or -1. */
int search_range(struct store *store, const char *session, struct search_range *range, struct err *err);

/* Makes the session's rows these; only what is another one is written. Its bank's are written once. 0 or -1. */
int search_keep(struct store *store, const struct session *session, const struct mentions *mentions, struct err *err);
/* Before a session is deleted: takes away what is said of it. 0 or -1. */
int search_forget(struct store *store, const char *session, struct err *err);
/* Before banks that nobody has any more are swept, whose numbers others may get: takes away what is said of them. 0 or -1. */
int search_forget_banks(struct store *store, struct err *err);
/*
 * After that: takes away what is said of banks that nobody has any more, and every trace of what was taken away, which
 * FTS5 would keep for long. Most of a second at ten thousand sessions. 0 or -1.
 */
int search_wipe(struct store *store, struct err *err);
/* Makes it anew, empty, and all sessions stale. 0 or -1. */
int search_renew(struct store *store, struct err *err);
/* Notes whether an error that just came was of the index; returns -1. */
int search_failed(struct store *store);

#endif
