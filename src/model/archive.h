/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All that the database holds of one session, for writing it down and making it again elsewhere: what it says is what was
 * stored, not what a screen makes of it. Not in it: what could be undone, drafts, whose clock runs, and what is worked
 * out of the rest.
 */
#ifndef ACCORD_MODEL_ARCHIVE_H
#define ACCORD_MODEL_ARCHIVE_H

#include "model/session.h"

/* Greater numbers of people, rows, items and rounds are not taken in: a session goes on counting from there. */
#define ARCHIVE_ID_LIMIT 1000000000
#define ARCHIVE_TOKEN_LENGTH 16

struct archive_module {
	char *id;
	int minutes;
	int planned; /* -1 for none, as in session_module */
	bool dropped;
	int64_t seconds;
};

/* One round of a step, of which something is kept. */
struct archive_round {
	int number;
	int taken_back;
	struct ballot *ballots; /* named ones by person, then sides and room; the others by their content */
	size_t ballot_count, ballot_capacity;
	struct voter *voted; /* by person; of people who have gone as well */
	size_t voted_count, voted_capacity;
};

/* A step that something has happened to. */
struct archive_step {
	char *key;
	enum step_state state;
	bool own_entry; /* whether entry is the step's own; else it goes by the session */
	enum entry entry;
	enum naming naming;
	int round; /* the one it is in */
	struct archive_round *rounds;
	size_t round_count, round_capacity;
};

/* How often a run of the program changed the session. */
struct archive_sitting {
	char *token;
	int64_t changes;
};

struct archive {
	char *id, *title, *organisation, *facilitator, *agenda;
	int date;
	enum session_state state;
	enum session_halt halt;
	enum entry entry;
	enum naming naming;
	int n_min;
	bool blank;
	char *place, *follows;
	char *withheld; /* as in session: what was left out on the way here */
	int64_t created, changed;
	char *bank_text;
	char *sides[SIDES]; /* their ids, where a file named them; NULL else */

	struct person *people;
	size_t person_count, person_capacity;
	struct archive_module *modules;
	size_t module_count, module_capacity;
	struct archive_step *steps;
	size_t step_count, step_capacity;
	struct row *rows;
	size_t row_count, row_capacity;
	struct rating *ratings;
	size_t rating_count, rating_capacity;
	struct merge *merges;
	size_t merge_count, merge_capacity;
	struct item *items;
	size_t item_count, item_capacity;
	struct archive_sitting *sittings;
	size_t sitting_count, sitting_capacity;
};

/* Everything is empty: texts are "", there is no date, the session is planned. */
struct archive *archive_new(void);
void archive_free(struct archive *archive); /* NULL is fine */

/* The step of a key, which is added at the end where there is none yet; valid until the next call. */
struct archive_step *archive_step(struct archive *archive, const char *key);
/* The same for a round of a step. */
struct archive_round *archive_round(struct archive_step *step, int number);
void archive_ballot_release(struct ballot *ballot); /* what it owns */
void archive_round_release(struct archive_round *round);

/*
 * Makes one archive of all that say the same. Everything is put into its order: people and items by id, steps, rows,
 * ratings and names as the bank has the steps. What the program no longer sees goes: named answers and levels of people
 * who are not there (any more), steps and rounds of which nothing is kept. Whoever answered a round that is over counts
 * as having answered all of it.
 */
void archive_tidy(struct archive *archive, const struct bank *bank);

/* Of two copies of one session. */
enum archive_order { ARCHIVE_SAME, ARCHIVE_NEWER, ARCHIVE_OLDER, ARCHIVE_CONFLICT };

/*
 * What theirs is to ours: newer where it has all the changes that ours has, and more. Copies from before changes were
 * counted go by the time of their last one. The same does not say that they are alike: something may be left out.
 */
enum archive_order archive_compare(const struct archive *ours, const struct archive *theirs);

#endif
