/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions in SQLite: each set of changes is one transaction that can be undone. */
#ifndef ACCORD_STORE_STORE_H
#define ACCORD_STORE_STORE_H

#include "base/err.h"
#include "base/random.h"
#include "model/action-head.h"
#include "model/change.h"
#include "model/mention.h"
#include "model/session.h"

#define SESSION_ID_LENGTH 8

struct archive;
struct store;

/*
 * Makes a bank of the text that a session carries; NULL with err set. The bank loader stands beside
 * us, not below.
 */
typedef struct bank *bank_parser(const char *text, size_t length, struct err *err);

/*
 * Opens a database file, and makes it (0600, in a folder of 0700) where there is none. ":memory:"
 * is one that is never written. An older one is backed up beside itself and migrated; a newer one,
 * or a file that is no database of ours, is refused and stays as it is. NULL with err set.
 */
struct store *store_open(const char *path, struct err *err);
/*
 * Reads a database file into memory, migrated where it is older; the file and its folder stay as they are, also where
 * another accord has not ended properly there. Refuses what store_open refuses. NULL with err set.
 */
struct store *store_open_copy(const char *path, struct err *err);
void store_close(struct store *store); /* NULL is fine */

/*
 * Several calls as one: nothing is kept until the outermost commit. Whoever begins also ends it,
 * under the same name; one within another can be rolled back by itself. Sessions in memory are to
 * be loaded anew after a rollback.
 */
int store_begin(struct store *store, const char *opener, struct err *err);
int store_commit(struct store *store, const char *opener, struct err *err);
void store_rollback(struct store *store, const char *opener);
/* version becomes another number whenever somebody else has changed the database. 0 or -1. */
int store_version(struct store *store, int64_t *version, struct err *err);
/*
 * A descriptor that becomes readable soon after somebody else has changed the database, and at times for no reason; -1
 * where there is no such thing and one has to ask now and then. It stays the store's.
 */
int store_watch(struct store *store);
/* Whether somebody else has changed the database since this was last asked. Our own changes are none. */
bool store_changed(struct store *store);

/* Whether the file that is open has been deleted, or another one stands in its place: what is written goes nowhere. */
bool store_gone(const struct store *store);
/*
 * The log tells in which order answers were written until it is emptied, which has to wait while others read. Milliseconds
 * until store_settle should try that again; -1 where nothing is left to do.
 */
int store_settles_in(const struct store *store);
void store_settle(struct store *store);
/* Others may have been ended before they could: it is to be tried from here. */
void store_unsettle(struct store *store);

/* What a new session is made of. */
struct session_plan {
	const char *title, *organisation, *facilitator, *agenda;
	int date;
	const char *bank_text;   /* the YAML, kept with the session */
	const struct bank *bank; /* the same, read */
	struct rng *rng;         /* for a repeatable id; NULL for a random one */
	int64_t created;         /* seconds; 0 for now */
	const char *follows;     /* the id of the session that it follows; NULL for none */
	int n_min;               /* smallest group of an anonymous step that is shown; 0 for the usual one */
};

/* Makes a session with the agenda's modules; id gets its id. 0 or -1. */
int store_create(struct store *store, const struct session_plan *plan,
	char id[SESSION_ID_LENGTH + 1], struct err *err);
int store_delete(struct store *store, const char *id, struct err *err);

/* The heads of all sessions, newest date first, for session_head_release and free(). 0 or -1. */
int store_heads(struct store *store, int today, struct session_head **heads, size_t *count,
	struct err *err);
/*
 * The same of the sessions that were changed at a time or later, of the one with the id (NULL for none), and of those that
 * they follow: by each of them actions elsewhere may be open or not.
 */
int store_heads_changed(struct store *store, int today, int64_t since, const char *id, struct session_head **heads,
	size_t *count, struct err *err);
/* A session that another one has to do with. */
struct session_link {
	char id[SESSION_ID_LENGTH + 1];
	char *title;
	int date;
	enum session_state state;
	enum session_halt halt;
};

/* The sessions that follow one, the oldest first; each title, and the array, for free(). 0 or -1. */
int store_followers(struct store *store, const char *id, struct session_link **links, size_t *count, struct err *err);
/*
 * How many actions are open in the session that this one follows, and in those that one follows. 0 as well where none of
 * them is in this database. 0 or -1.
 */
int store_unsettled(struct store *store, const struct session *session, int *count, struct err *err);

/* Of which sessions actions are listed, and whether those that are no longer open are, too. */
struct action_filter {
	const char *session; /* NULL for all, but those that are cancelled */
	bool all;            /* done, dropped and carried ones as well */
};

/* Adds actions to a list, in no order. 0 or -1. */
int store_actions(struct store *store, const struct action_filter *filter, struct action_list *list, struct err *err);
/*
 * The same in parts, for who cannot wait for all of them: adds those of some sessions, until there are `most` more or
 * the last session's are there, which may be some more. *after says where to go on, and is 0 at first. 1 where there may
 * be others, 0 where there are none, or -1.
 */
int store_actions_part(struct store *store, bool all, size_t most, int64_t *after, struct action_list *list,
	struct err *err);
/* Adds the open actions that are due first, no more than `most` and none without a date. 0 or -1. */
int store_actions_due(struct store *store, size_t most, struct action_list *list, struct err *err);
/*
 * What people call an action, SESSION/NUMBER, where a unique beginning of the session's id or "last" will do: the
 * session's id and the number. Whether there is such an action is not looked up. 0 or -1.
 */
int store_action_ref(struct store *store, const char *ref, char id[SESSION_ID_LENGTH + 1], int *item, struct err *err);

/* What is shown of a session beside the list of all, beyond its head. */
struct glance_person {
	char *name;
	int side;
};

struct glance_module {
	char *id;
	int minutes;
};

struct glance_action {
	int id;
	char *text, *owner; /* "" for nobody */
	int due;            /* or DAY_NONE */
};

struct glance {
	struct glance_person *people;
	size_t person_count;
	struct glance_module *modules; /* on the agenda, in order */
	size_t module_count;
	struct glance_action *actions; /* those that are open, by due date */
	size_t action_count;
	char *followed_title; /* of the session that it follows; NULL where there is none here */
	int followed_date;
	struct session_link *followers;
	size_t follower_count;
};

/* Without its bank, and quick: 0, with glance for glance_release; or -1. */
int store_glance(struct store *store, const char *id, struct glance *glance, struct err *err);
void glance_release(struct glance *glance);

/* What is worked out of a session and kept beside it, for the list of all and for search. */
struct derived {
	int harmony_low, harmony_high; /* 0 to 100; -1 where there is none */
	struct mentions mentions;      /* for mentions_release */
};

/*
 * A session of which that is not yet worked out anew since it changed, the one changed last first: 1, 0 where there is
 * none, -1. Whoever keeps it has loaded the session within the same store_begin.
 */
int store_stale(struct store *store, char id[SESSION_ID_LENGTH + 1], struct err *err);
int store_keep_derived(struct store *store, const struct session *session, const struct derived *derived, struct err *err);
/* Nothing can be worked out of it, as it cannot be loaded: it is left alone until it changes. 0 or -1. */
int store_skip_derived(struct store *store, const char *id, struct err *err);
/* How many sessions are stale. 0 or -1. */
int store_count_stale(struct store *store, int64_t *count, struct err *err);

/*
 * An id, a unique beginning of one, or "last" (the one changed last) to an id. Says so where none
 * or several match.
 */
int store_resolve(struct store *store, const char *name, char id[SESSION_ID_LENGTH + 1],
	struct err *err);
/* The newest session that is neither finished nor halted; -1 without err set where there is none. */
int store_unfinished(struct store *store, char id[SESSION_ID_LENGTH + 1], struct err *err);

/*
 * From here on sessions come, whenever they are loaded, without what the audience may not see: session_hide. To be called
 * right after store_open. What a person answered by name stays for that one's own screen; 0 for nobody.
 */
void store_hide(struct store *store, int person);

/* For session_free(); NULL with err set. */
struct session *store_load(struct store *store, const char *id, bank_parser *parse,
	struct err *err);
/* Loads everything but the bank again. 0 or -1. */
int store_reload(struct store *store, struct session *session, struct err *err);

/*
 * Applies the changes in one transaction, all or none, and reloads the session. A session that is set aside takes no
 * answers, one that is cancelled takes nothing but that it is no longer. 0 or -1.
 */
int store_apply(struct store *store, struct session *session, const struct changes *changes,
	struct err *err);
/*
 * The same for somebody beside whoever leads the session: it is no part of what that one can take back. Undo passes over
 * what has been changed so since.
 */
int store_apply_aside(struct store *store, struct session *session, const struct changes *changes,
	struct err *err);
/*
 * Takes the last set of changes back (or does the last undone one again), and reloads the session.
 * label gets what it was called, for free(). 1 when done, 0 where there is nothing to undo, -1.
 */
int store_undo(struct store *store, struct session *session, char **label, struct err *err);
int store_redo(struct store *store, struct session *session, char **label, struct err *err);
/* What store_undo would take back next. */
struct newest {
	int64_t seq; /* grows with each set of changes; 0 where there is none */
	char *label; /* for free(); NULL where there is none */
	bool apart;  /* whether it is known to this program alone, and only until that ends */
	bool loose;  /* whether there are answers without names that no undo can tell apart, as they were given elsewhere */
};

int store_newest(struct store *store, const struct session *session, struct newest *newest, struct err *err);
/* How many answers, or other rows, the last undo or redo left as they are, as others have changed them since. */
int store_left(const struct store *store);
/*
 * What a person has answered to a step anonymously, each for free(), or NULL: known to the process where it was answered,
 * as long as that runs. 1, 0 where it is not known, or -1.
 */
int store_slip(struct store *store, const struct session *session, const struct progress *progress, int person,
	char *answers[WHICH_COUNT], struct err *err);

/* All that is kept of a session whose bank is loaded, tidied; for archive_free(). NULL with err set. */
struct archive *store_archive(struct store *store, const struct session *session, struct err *err);
/*
 * Makes the session of an archive, in place of the one of that id where there is one, of which the drafts stay. The archive
 * was checked (archive_check), the bank is its own. What could be undone is gone, and the session counts as changed when
 * and by whom the archive says. Refused while a program counts the time of the session that is to go. 0 or -1.
 */
int store_restore(struct store *store, const struct archive *archive, const struct bank *bank, struct err *err);
/* An id that no session has. 0 or -1. */
int store_new_id(struct store *store, char id[SESSION_ID_LENGTH + 1], struct err *err);

/* Drops what could be undone or done again. 0 or -1. */
int store_forget(struct store *store, const struct session *session, struct err *err);
/*
 * Whether changes are kept so that they can be undone, as they are from the start. Without, changes go by store_fill alone.
 * 0 or -1.
 */
int store_past(struct store *store, bool kept, struct err *err);
/*
 * Writes what a session that was made up has in memory into the one that store_create has just made: people, steps, rows,
 * ratings, items and its state; all in their first round, and as they are, without a look at whether they are allowed.
 * Ballots without names are to come in an order that tells nothing. 0 or -1.
 */
int store_fill(struct store *store, const struct session *session, struct err *err);

/* What is kept without being a change that can be undone. All: 0 or -1. */
/* Where the session stands, from now on; the clock's time until now goes to the module that is left. */
int store_place(struct store *store, struct session *session, const char *step, struct err *err);
/* Whether the audience's screen shows nothing. */
int store_blank(struct store *store, struct session *session, bool blank, struct err *err);
int store_spend(struct store *store, struct session *session, const char *module, int64_t seconds,
	struct err *err);
/* What a module took in earlier sessions. */
struct module_time {
	const struct module *module; /* of the session's bank */
	int64_t seconds;             /* the median */
	int sessions;                /* of how many */
};

/*
 * The times of modules in the other sessions that are finished, of the same bank and agenda, for free(); a module that
 * took less than a minute does not count. 0 or -1.
 */
int store_times(struct store *store, const struct session *session, struct module_time **times, size_t *count,
	struct err *err);
/*
 * The clock, see model/clock.h; times in milliseconds, wall: now. Take: for the program named owner. Write: ran is what
 * passed since session->clock_at, whose whole seconds go to the module where the session stands. Stop: the same, and
 * nobody counts from here on. 1: done, 0: it is somebody else's (or was written by somebody else), and the session says
 * whose; -1.
 */
int store_clock_take(struct store *store, struct session *session, const char *owner, int64_t wall, struct err *err);
int store_clock_write(struct store *store, struct session *session, int64_t ran, int64_t wall, struct err *err);
int store_clock_stop(struct store *store, struct session *session, int64_t ran, int64_t wall, struct err *err);
/*
 * A draft: what is being typed into a field. It belongs to a session, or to none where that is NULL,
 * as what is typed before there is one. The text may have several lines; NULL or "" removes it.
 */
int store_draft_save(struct store *store, const char *session, const char *field, const char *text,
	struct err *err);
/* The draft of a field, for free(); 1, 0 where there is none, or -1. */
int store_draft_load(struct store *store, const char *session, const char *field, char **text,
	struct err *err);
/* The fields that have drafts, the one saved last at the end; each, and the array, for free(). */
int store_draft_fields(struct store *store, const char *session, char ***fields, size_t *count,
	struct err *err);

#endif
