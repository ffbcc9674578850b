/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: one workshop, as the database holds it. What a screen shows is worked out from this. */
#ifndef ACCORD_MODEL_SESSION_H
#define ACCORD_MODEL_SESSION_H

#include "model/bank.h"

#include <stdint.h>

/* Answers that are none of the instrument's own. */
#define ANSWER_CANT_SAY "?"
#define ANSWER_NOT_HERE "-"
/* An answer to a step with parts has a character for each; this one where there is none yet. */
#define PART_OPEN '.'

enum presence { PRESENT, AWAY }; /* away: not come yet, or gone */

struct person {
	int id; /* from 1, unique in the session, stays the same */
	char *name, *role;
	int side;
	enum presence presence;
};

enum which { OWN, PREDICTION, WHICH_COUNT };

/* Who answers for a whole side, or for the room, in place of a person's id. */
#define ANSWERER_SIDE(side) (-1 - (side))
#define ANSWERER_ROOM (-1 - SIDES)
/*
 * In place of a person, for anonymous steps: a place in a row of answers that a side types. Nobody knows whose it is; an
 * own answer and a guess in one place are on one ballot, as long as the program runs. n counts from 0.
 */
#define ANSWERER_CELLS (-10)
#define ANSWERER_CELL(side, n) (ANSWERER_CELLS - SIDES * (n) - (side))
#define ANSWERER_CELL_SIDE(id) ((ANSWERER_CELLS - (id)) % SIDES)

/* One answer to one step. Anonymous ones and those of a tally carry no person. */
struct ballot {
	int person; /* id; 0 for none; below 0 for a side or the room */
	int side;   /* SIDE_NONE for the room */
	char *answers[WHICH_COUNT]; /* NULL where there is none */
};

enum step_state { STEP_WAITING, STEP_COLLECTING, STEP_REVEALED, STEP_SETTLED };

/*
 * How answers are taken. Roll call: person by person. Tally: how many gave which. Sealed: a row of answers for each side.
 * Seats: each at a terminal of their own. Pass: the keyboard goes round. Paper: roll call in the order of the handout.
 */
enum entry { ENTRY_ROLL_CALL, ENTRY_TALLY, ENTRY_SEALED, ENTRY_SEATS, ENTRY_PASS, ENTRY_PAPER, ENTRIES };

/* Whether answers carry names: by what stands next above (the step in the bank at last), or in any case. */
enum naming { NAMING_STEP, NAMING_NAMED, NAMING_ANONYMOUS, NAMINGS };

/* Somebody who answered an anonymous step. What they said is not known. */
struct voter {
	int person;
	bool gave[WHICH_COUNT];
};

struct progress {
	const struct step *step;
	const struct module *module;
	enum step_state state;
	enum entry entry;       /* the step's own way, or else the session's */
	bool own_entry;         /* whether it is the step's own */
	enum naming naming;     /* the step's own */
	bool anonymous;         /* what comes of it: see step_is_anonymous */
	int round;              /* from 1; one more each time the step is reopened after its reveal */
	int taken_back;         /* how often the reveal of this round was taken back, of which something was seen */
	int first_taken_back;   /* the same of the first round */
	struct ballot *ballots; /* of this round; named ones in the order of people, the others by their content */
	size_t ballot_count, ballot_capacity;
	struct ballot *first;   /* of the first round, which was revealed; only from the second on */
	size_t first_count, first_capacity;
	bool past;              /* a round before the last, see progress_first */
	struct voter *voted;    /* those who answered anonymously */
	size_t voted_count, voted_capacity;
};

struct session_module {
	const struct module *module;
	int minutes;
	int planned; /* its minutes when the session began; -1 where it was not on the agenda then, or did not begin */
	bool dropped;
	int64_t seconds; /* spent so far */
};

struct cell {
	char *column; /* the column's id; "@7" for the level of the person 7 */
	char *value;  /* canonical: ids, ISO dates, plain digits */
};

struct row {
	int id;     /* unique in the session, stays the same */
	char *step; /* the register's key */
	struct cell *cells;
	size_t cell_count, cell_capacity;
};

/* How a pair of rows was rated: by a side, or agreed by the room (side SIDES). */
struct rating {
	char *step;
	int row_a, row_b; /* of side 0, of side 1 */
	int side;         /* 0, 1, or SIDES for agreed */
	int value;        /* -1, 0, 1 */
};

/* Two names of a register that are, or are not, one vendor. Names are name keys; a < b by strcmp. */
struct merge {
	char *step;
	char *a, *b;
	bool same;
};

enum item_kind { ITEM_NOTE, ITEM_DECISION, ITEM_ACTION, ITEM_PARKED, ITEM_DIFFER, ITEM_KINDS };

/*
 * What became of an action in the sessions that took it up, one after the other: how it stands in the last one that is
 * not cancelled. Worked out when it is loaded; no part of the session, and in no export of it.
 */
struct later {
	char *session; /* its id; NULL where none took it up */
	int item;      /* its id there */
	int date;      /* of that session */
	int due;
	bool done;
	char *dropped; /* why; "" where it is not */
};

/* What the room keeps. */
struct item {
	int id;
	enum item_kind kind;
	char *step; /* the key of the step that it came from; "" for none */
	char *text;
	char *owner; /* action; "" for none */
	int due;     /* action: day, or DAY_NONE */
	bool done;   /* action, parked */
	char *yes[SIDES]; /* decision: who of each side said yes; "" for nobody yet */
	bool private;     /* note: for the facilitator alone */
	char *dissent;    /* decision: the words of who sees it otherwise; "" for none */
	char *dropped;    /* action: why it is dropped; "" where it is not */
	char *carried_session; /* action that was taken up from the session that this one follows: its id; "" for none */
	int carried_item; /* and the item there */
	int carried;      /* the how manyth time it is carried over; 0 for one that is new */
	int64_t created;
	/* Worked out when it is loaded, as above: */
	int from_date, from_due; /* the day of the session that it was taken up from, and when it was due there; or DAY_NONE */
	struct later later;
};

/* Whether an action is neither done nor dropped, and no later session has taken it up. False for anything else. */
bool action_is_open(const struct item *item);

/* Whether something came of it: decided, agreed to differ on, to be done. */
bool item_is_outcome(const struct item *item);

enum session_state { SESSION_PLANNED, SESSION_RUNNING, SESSION_FINISHED, SESSION_STATES };

/* Halted, a session keeps its state, to which it returns. */
enum session_halt { HALT_NONE, HALT_SET_ASIDE, HALT_CANCELLED, SESSION_HALTS };

/* What home shows of a session, without loading it. */
struct session_head {
	char *id, *title, *organisation, *facilitator, *bank_title;
	int date;
	enum session_state state;
	enum session_halt halt;
	int people, actions_open, actions_overdue; /* nothing is open in a session that is cancelled */
	int64_t changed;
	char *follows;                 /* the id of the session that it follows; "" for none */
	int harmony_low, harmony_high; /* 0 to 100; -1 where there is none */
	bool stale;                    /* whether its harmony is still to be worked out anew */
	int64_t number;                /* grows in the order in which sessions came into the database */
};

#define CLOCK_STANDS (-1)

struct session {
	char *id, *title, *organisation, *facilitator, *agenda;
	int date;
	enum session_state state;
	enum session_halt halt;
	enum entry entry;   /* for the steps that have no way of their own */
	enum naming naming; /* for the steps that say nothing of their own */
	bool blank;         /* the audience's screen shows nothing */
	char *clock_owner;  /* the program that counts the time; "" for none */
	char *follows;      /* the id of the session whose open actions it takes up; "" for none */
	char *follows_title; /* of that one, as it is now; "" where it is not in this database. No part of this session */
	int follows_date;    /* the same; or DAY_NONE */
	char *withheld;     /* what was left out of the file that it came from, as JSON; "" for nothing */
	int64_t changed;    /* when, in seconds since 1970, as it was loaded */
	int64_t clock_at;   /* wall milliseconds until which it has written that down; CLOCK_STANDS where none counts */
	int n_min; /* smallest group of an anonymous step that is shown */
	struct bank *bank; /* the session's own copy */
	char *bank_text;

	struct person *people;
	size_t person_count, person_capacity;
	struct session_module *modules; /* in the agenda's order */
	size_t module_count, module_capacity;
	struct progress *steps; /* of the modules that are not dropped, in order */
	size_t step_count, step_capacity;
	struct row *rows; /* of all registers, in order */
	size_t row_count, row_capacity;
	struct rating *ratings;
	size_t rating_count, rating_capacity;
	struct merge *merges;
	size_t merge_count, merge_capacity;
	struct item *items; /* oldest first */
	size_t item_count, item_capacity;
	char *place; /* the key of the step where it was left; "" before the first */
};

const char *session_state_name(enum session_state state); /* "planned", "running", "finished": stored */
const char *session_halt_name(enum session_halt halt);    /* "", "set-aside", "cancelled": stored */
const char *step_state_name(enum step_state state);       /* "waiting", "collecting", ...: stored */
const char *entry_name(enum entry entry);                 /* "roll-call", "tally", "sealed", ...: stored */
const char *naming_name(enum naming naming);              /* "step", "named", "anonymous": stored for the session */
const char *item_kind_name(enum item_kind kind);          /* "note", "decision", "action", "parked", "differ": stored */
const char *presence_name(enum presence presence);        /* "present", "away": stored */
/* The same back; -1 for a name that is none. */
int session_state_parse(const char *name);
int session_halt_parse(const char *name);
int step_state_parse(const char *name);
int entry_parse(const char *name);
int naming_parse(const char *name);
int item_kind_parse(const char *name);
int presence_parse(const char *name);
/* The value of a stored name among count names; -1 where there is none. */
int name_parse(const char *name, const char *(*name_of)(int), int count);

/* "planned", "set aside", ... in the user's language. */
const char *session_state_words(enum session_state state, enum session_halt halt);

struct session *session_new(void);
void session_free(struct session *session); /* NULL is fine */
/* Drops everything but head and bank, so that it can be loaded anew. */
void session_clear(struct session *session);
void session_head_release(struct session_head *head);
void item_release(struct item *item); /* what it owns */

/* Whether a step is asked without names: by itself, or else by the session, or else as the bank has it. */
bool step_is_anonymous(const struct step *step, enum naming own, enum naming session);

/* Sets session->steps from modules and bank; the states come from whoever loads. */
void session_lay_out(struct session *session);
/* NULL (or -1) where there is none of that id or key. */
const struct person *session_person(const struct session *session, int id);
int session_step(const struct session *session, const char *key); /* an index of steps */
const struct row *session_row(const struct session *session, int id);
int session_people_of(const struct session *session, int side); /* how many, away or not */

/* Whether the answers are no longer hidden. */
bool progress_is_revealed(const struct progress *progress);
const struct ballot *progress_ballot(const struct progress *progress, int person);
bool progress_voted(const struct progress *progress, int person);
/* Whether somebody gave that answer, anonymously. */
bool progress_gave(const struct progress *progress, int person, enum which which);
/* Whether its answers were seen without names, so that they stay as they are until it is asked anew. */
bool progress_is_frozen(const struct progress *progress);
/* The step as it stood at the end of its first round, for as long as progress lives; only from the second round on. */
struct progress progress_first(const struct progress *progress);
/*
 * Answers of a side that are nobody's: of a tally or a row, or of somebody who has gone for good. Those of people who are
 * known to have answered, if not what, are theirs.
 */
int session_nameless(const struct session *session, const struct progress *progress, int side, enum which which);
/* How many of a side are here; or how many answers there are, where that is more. */
int session_expected(const struct session *session, const struct progress *progress, int side, enum which which);
/* Ballots of a side that hold an answer of that kind. */
int progress_answers(const struct progress *progress, int side, enum which which);

const char *row_value(const struct row *row, const char *column); /* "" where there is none */
int row_side(const struct session *session, const struct row *row); /* by its first side column; or SIDE_NONE */
/* Rows of a register, in order: fills rows (as many as session->row_count) and returns how many there are. */
size_t session_rows(const struct session *session, const char *step, const struct row **rows);
/* A rating's value; false where there is none. */
bool session_rating(const struct session *session, const char *step, int row_a, int row_b, int side, int *value);

#endif
