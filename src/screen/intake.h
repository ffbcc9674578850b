/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes sessions out of files into the database: exports as JSON, and databases of others. */
#ifndef ACCORD_SCREEN_INTAKE_H
#define ACCORD_SCREEN_INTAKE_H

#include "base/err.h"
#include "model/archive.h"
#include "store/store.h"

/* What to do where ours and theirs were both changed. */
enum intake_conflicts { CONFLICTS_REFUSE, CONFLICTS_KEEP_OURS, CONFLICTS_TAKE_THEIRS, CONFLICTS_KEEP_BOTH, CONFLICTS_COUNT };

const char *intake_conflicts_name(int conflicts); /* "keep-ours", ...; "" for refuse */

enum intake_fate {
	INTAKE_NEW,      /* there was none of that id */
	INTAKE_SAME,
	INTAKE_NEWER,    /* it took the place of ours */
	INTAKE_OLDER,    /* ours has all that theirs has, and stays */
	INTAKE_CONFLICT, /* each has something of its own: nothing is done */
	INTAKE_KEPT,     /* the same, and ours stays */
	INTAKE_TAKEN,    /* and theirs took its place */
	INTAKE_BOTH      /* and theirs stands beside it */
};

/* What became of a session of a file. */
struct intake {
	char *id, *title, *organisation; /* organisation: "" where there is none */
	int date;
	enum intake_fate fate;
	bool partial; /* conflict: theirs is newer, but something is left out of it that ours has */
	char new_id[SESSION_ID_LENGTH + 1]; /* INTAKE_BOTH: what it is called here */
};

/* One of zeros is empty. */
struct intakes {
	struct intake *items;
	size_t count, capacity;
};

void intakes_release(struct intakes *intakes);
/* What it says, in words of the user's language. */
const char *intake_words(const struct intake *intake);

/*
 * All of these add what became of each session; they are to be called within a store_begin, so that all or nothing is
 * taken in: after an error, or where there is a conflict that is refused, the caller rolls back. 0, or -1 with err set;
 * what is wrong with the file itself is in diags.
 */
int intake_json(struct store *store, const char *file, const char *text, size_t length, enum intake_conflicts conflicts,
	struct intakes *intakes, struct diags *diags, struct err *err);
int intake_database(struct store *store, const char *path, enum intake_conflicts conflicts, struct intakes *intakes,
	struct diags *diags, struct err *err);

#endif
