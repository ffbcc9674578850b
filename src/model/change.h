/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes: what a key, a command or the demo wants done to a session. The store makes each set one transaction. */
#ifndef ACCORD_MODEL_CHANGE_H
#define ACCORD_MODEL_CHANGE_H

#include "model/session.h"

/* Bytes of a text, and of a name or a role, that are kept. */
#define CHANGE_TEXT_MOST 4000
#define CHANGE_NAME_MOST 200

enum change_kind {
	CHANGE_SESSION,       /* field, value: title, organisation, facilitator, date, state, halted, n_min, entry,
				 naming */
	CHANGE_PERSON_ADD,    /* value: name; role, side; id 0: the next one. An id that is given must be free */
	CHANGE_PERSON_SET,    /* id, field (name, role, side, presence), value */
	CHANGE_PERSON_REMOVE, /* id: and the person's named ballots and levels */
	CHANGE_MODULE_ADD,    /* step: the id of a module of the bank; number: its place, -1 for last; value: minutes,
				 NULL for the usual */
	CHANGE_MODULE_SET,    /* field (minutes, dropped, position), step: the module's id, value */
	CHANGE_STEP_STATE,    /* step, value: a step state's name */
	CHANGE_STEP_ENTRY,    /* step, value: an entry's name; NULL or "": as the session */
	CHANGE_STEP_NAMING,   /* step, value: a naming's name. Not while anything is answered */
	CHANGE_STEP_REOPEN,   /* step: a new round; named ballots are carried over */
	CHANGE_STEP_HIDE,     /* step: takes its reveal back. Not once something was decided there */
	CHANGE_BALLOT,        /* step, id: person, which, value (NULL takes the answer back) */
	CHANGE_TALLY,         /* step, side, which, value, number: how many of that side said it */
	CHANGE_ROW_ADD,       /* step, id 0: the next one; number: its place, -1 for last */
	CHANGE_ROW_REMOVE,    /* id: and its ratings */
	CHANGE_CELL,          /* id: row, field: column, value (NULL or "" empties it) */
	CHANGE_RATING,        /* step, id: row of side 0, other: row of side 1, side (or SIDES), value or NULL */
	CHANGE_MERGE,         /* step, field: a, value: b, number: 1 same, 0 different, -1 forget */
	CHANGE_ITEM_ADD,      /* number: item kind, step, value: text, owner, due; other: 1 for a private note. id 0: the next
				 one. An action that is carried over: field: from which session, other: which item there */
	CHANGE_ITEM_SET,      /* id, field (text, owner, due, done, dropped, yes-0, yes-1, dissent, private), value. Another
				 text of a decision takes both yes back; a yes is the name of a person of that side. An
				 action is dropped with a reason, "" takes that back; not while it is done, and once done it is
				 no longer dropped */
	CHANGE_ITEM_REMOVE    /* id */
};

struct change {
	enum change_kind kind;
	char *step, *field, *value, *role, *owner; /* NULL where not needed */
	int id, other, side, number, due;
	enum which which;
};

/* Changes that belong together: one transaction, one undo. */
struct changes {
	struct change *items;
	size_t count, capacity;
	char *label; /* what undo calls it, such as "answer" */
};

void changes_release(struct changes *changes);
void changes_label(struct changes *changes, const char *label);

/* Each appends a change; all texts are copied. Rows and items that are added get the next free id. */
void change_session(struct changes *changes, const char *field, const char *value);
void change_person_add(struct changes *changes, const char *name, const char *role, int side);
void change_person_set(struct changes *changes, int person, const char *field, const char *value);
void change_person_remove(struct changes *changes, int person);
/* minutes: -1 for the usual; place: -1 for last. */
void change_module_add(struct changes *changes, const char *module, int minutes, int place);
void change_module_set(struct changes *changes, const char *module, const char *field, const char *value);
void change_step_state(struct changes *changes, const char *step, enum step_state state);
/* ENTRIES: as the session says. */
void change_step_entry(struct changes *changes, const char *step, enum entry entry);
/* NAMING_STEP: as the session says, or else the bank. */
void change_step_naming(struct changes *changes, const char *step, enum naming naming);
void change_step_reopen(struct changes *changes, const char *step);
void change_step_hide(struct changes *changes, const char *step);
void change_ballot(struct changes *changes, const char *step, int person, enum which which, const char *value);
void change_tally(struct changes *changes, const char *step, int side, enum which which, const char *value,
	int number);
/* id: a row id that is free (session_next_row), so that cells can be set in the same transaction. */
void change_row_add(struct changes *changes, const char *step, int id, int place);
void change_row_remove(struct changes *changes, int row);
void change_cell(struct changes *changes, int row, const char *column, const char *value);
void change_rating(struct changes *changes, const char *step, int row_a, int row_b, int side, const char *value);
void change_merge(struct changes *changes, const char *step, const char *a, const char *b, int verdict);
void change_item_add(struct changes *changes, enum item_kind kind, const char *step, const char *text,
	const char *owner, int due);
/* A note for the facilitator alone. */
void change_private_note_add(struct changes *changes, const char *step, const char *text);
/*
 * Takes up an open action of the session that this one follows, or of one before that. id: an item id that is free
 * (session_next_item), so that it can be marked as done or dropped in the same transaction.
 */
void change_action_carry(struct changes *changes, int id, const char *step, const char *text, const char *owner, int due,
	const char *from_session, int from_item);
void change_item_set(struct changes *changes, int item, const char *field, const char *value);
void change_item_remove(struct changes *changes, int item);

/* Whether it answers a step, or is about how that is answered. */
bool change_is_answer(const struct change *change);

int session_next_row(const struct session *session);
int session_next_item(const struct session *session);

#endif
