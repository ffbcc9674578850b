/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a session as they are in memory, written for the first time. For the store's own files. */
#ifndef ACCORD_STORE_WRITE_H
#define ACCORD_STORE_WRITE_H

#include "base/err.h"
#include "model/session.h"

struct store;

/* A round of a step. */
struct round_of {
	const char *session, *step;
	int round;
};

/* All of a kind, within the transaction at hand. What is written is not looked at: it was checked before. All: 0 or -1. */
int write_people(struct store *store, const char *session, const struct person *people, size_t count, struct err *err);
/*
 * Within a page of the file, rows lie in the order of their writing, so ballots are written in that of their keys: of ids
 * by chance, it tells nothing.
 */
int write_ballots(struct store *store, const struct round_of *of, const struct ballot *ballots, size_t count,
	struct err *err);
int write_voted(struct store *store, const struct round_of *of, const struct voter *voted, size_t count, struct err *err);
/* Those of one register stand together. */
int write_rows(struct store *store, const char *session, const struct row *rows, size_t count, struct err *err);
int write_ratings(struct store *store, const char *session, const struct rating *ratings, size_t count, struct err *err);
int write_items(struct store *store, const char *session, const struct item *items, size_t count, struct err *err);

#endif
