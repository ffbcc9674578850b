/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instrument: how one kind of step is checked, asked, drawn and summarised. */
#ifndef ACCORD_INSTRUMENT_INSTRUMENT_H
#define ACCORD_INSTRUMENT_INSTRUMENT_H

#include "base/node.h"
#include "instrument/comparison.h"
#include "measure/verdict.h"
#include "model/bank.h"
#include "model/change.h"
#include "model/session.h"
#include "view/action.h"
#include "view/doc.h"
#include "view/field.h"
#include "view/grid.h"
#include "view/keymap.h"

#define STAGE_COLUMNS (SIDES * WHICH_COUNT)
#define STAGE_ROWS 10 /* nine answers, and "can't say" */

/* A step on the screen: what an instrument draws from and works on. */
struct stage {
	const struct session *session;
	const struct progress *progress;
	int today;
	const struct keymap *keys; /* NULL for those of the table */
	int only;        /* the id of the person who answers here; 0 for everybody, one after the other */
	int row, column; /* the cursor */
	int top, left;   /* what is scrolled away */
	enum which which;
	bool inside;     /* in a register's table, where letters are text; or in the vote on a clause */
	bool as_list;    /* there was room for a list only */
	bool editing;    /* a text is typed into the field */
	int came_row, came_column; /* from where the cursor of a tally went on by itself */
	int seen[STAGE_COLUMNS][STAGE_ROWS]; /* what there was when it was looked at last; undo goes to what changed */
	struct field field;
	struct changes *changes; /* out: what a key wants changed */
	char say[200];           /* out: a line for the user */
	bool warns;              /* out: the line is a warning */
};

/* A figure that is to be read from afar, and what it is. */
struct figure {
	char value[16]; /* digits and signs: view/digits.h */
	char words[80];
};

/* An answer by a single key or as text, for instruments that people answer one by one. */
struct answering {
	/*
	 * The answer that a key gives, into out; false where it gives none. NULL where answers are typed. In a step
	 * with parts it is a character that answers the part at the cursor (stage->column); what is typed answers all
	 * parts.
	 */
	bool (*by_key)(const struct step *step, const struct key *key, char out[64]);
	/* Checks a typed answer and makes it canonical, for free(); NULL with err set. NULL where keys answer. */
	char *(*by_text)(const struct stage *stage, const char *text, struct err *err);
	/*
	 * What is said of an answer that was just typed, without giving it away unless shows_typing, for free(); NULL
	 * for nothing. The room's stands below its answer.
	 */
	char *(*remark)(const struct stage *stage, const char *answer);
	/* What a typed answer begins with: an ASCII set of characters that start typing, or NULL for Enter alone. */
	const char *starts;
	/* Whether letters show while they are typed. */
	bool shows_typing;
	/* Whether not even the length of what is typed shows, where answers differ in length. */
	bool hides_length;
	/* An answer in words, for free(). */
	char *(*show)(const struct step *step, const char *answer);
	/* A line or two above the people: what the digits mean. Returns how many lines it took. */
	int (*legend)(const struct stage *stage, struct grid *grid, struct rect rect);
	/*
	 * What stands below the prompt on a paper ballot: the options, and where to write. other: the name of the side
	 * that is guessed, where one is.
	 */
	void (*paper)(const struct session *session, const struct step *step, const char *other, struct doc *doc);
	/* For a tally: the number of different answers and the nth of them; NULL where there is no tally. */
	int (*tally_count)(const struct step *step);
	void (*tally_answer)(const struct step *step, int n, char out[64]);
};

struct instrument {
	const char *kind;
	/* Names of the keys that a step of this kind may have beside the common ones. */
	const char *const *keys;
	size_t key_count;
	/* Reads those keys into the step and reports what is wrong with them. */
	void (*check)(struct reader *reader, const struct node *node, struct step *step);
	/* Checks what can only be seen when all modules are read, such as the register that a step is of. */
	void (*check_links)(struct reader *reader, const struct node *node, const struct bank *bank,
		const struct module *module, struct step *step);

	/* How people answer; NULL for an instrument that draws and takes keys by itself. */
	const struct answering *answering;
	/* Puts the cursor to where something is due. NULL for one that people answer, or where it begins at the top. */
	void (*enter)(struct stage *stage);
	/* Puts the cursor right after an undo. NULL for one where it goes to where something is due. */
	void (*undone)(struct stage *stage);
	/* Draws the collecting. NULL for one that people answer. */
	void (*draw)(struct stage *stage, struct grid *grid, struct rect rect);
	/*
	 * Draws what stands above the answers, such as a text that is rated, with an empty line below; returns the
	 * lines that it took. NULL where nothing does.
	 */
	int (*above)(const struct stage *stage, struct grid *grid, struct rect rect);
	/*
	 * What the audience sees below the prompt while the step is open: the options, or what stands in a table
	 * already. To be called by step_pose. NULL where the prompt says it all.
	 */
	void (*pose)(const struct session *session, const struct progress *progress, struct doc *doc);
	/* Takes a key while collecting; whether it was used. NULL for one that people answer. */
	bool (*key)(struct stage *stage, enum action action, const struct key *key);
	/* Contexts of the action table that hold beside those of the workshop. */
	context_set (*contexts)(const struct stage *stage);
	/*
	 * What the text that is being typed belongs to, for free(), or NULL; and the field opened again with a text
	 * that was kept. NULL for an instrument into which no text is typed, or that people answer.
	 */
	char *(*draft)(const struct stage *stage);
	bool (*restore)(struct stage *stage, const char *draft, const char *text);
	/* The result, once revealed, with all that it says. To be called by step_summarise. */
	void (*summarise)(const struct session *session, const struct progress *progress, int today,
		struct doc *doc);
	/*
	 * The result in a few lines, for those who were not there. To be called by step_digest. NULL where summarise is
	 * as short.
	 */
	void (*digest)(const struct session *session, const struct progress *progress, int today, struct doc *doc);
	/*
	 * What moved between the first round, as progress_first has it, and a later one, in a sentence or two. To be
	 * called by step_summarise and step_digest. NULL for one where the first round's digest says it.
	 */
	void (*moved)(const struct session *session, const struct progress *progress, const struct progress *first,
		struct doc *doc);
	/* Whether summarise draws the answers of the first round beside those of the last. */
	bool shows_first;
	/*
	 * What the answers of the two sides to a revealed step come to, and a sentence about it, for free(); NULL where
	 * there is nothing to say. Concludes nothing that is not shown. NULL for an instrument that compares no sides.
	 */
	char *(*verdict)(const struct session *session, const struct progress *progress, struct verdict *out);
	/*
	 * The figure that says most about a result, or about a draft as it stands; false where there is none. Concludes
	 * nothing that is not shown. NULL for an instrument that has none.
	 */
	bool (*figure)(const struct session *session, const struct progress *progress, struct figure *out);
	/*
	 * Where a side stands, or with SIDE_NONE the room: see struct place. Called for all three by step_place. Concludes
	 * nothing that is not shown. NULL for one where neither can be told in a word.
	 */
	bool (*place)(const struct session *session, const struct progress *progress, int side, struct place *out);
	/*
	 * What moved beside the places, such as how far the sides are apart, in a sentence or a few, for free(), or NULL;
	 * called by compared_shift, which sets *told where there is something to tell and *moved where it moved. NULL for
	 * one where the places say it all.
	 */
	char *(*shift)(const struct compared *compared, bool *told, bool *moved);
	/* How far the sides are apart, "2.1 steps", for free(); NULL where that cannot be told, and for one that has none. */
	char *(*apart)(const struct session *session, const struct progress *progress);
	/*
	 * Then and now beside each other, as far as sentences do not say it; called by compared_write. NULL for one where
	 * they do.
	 */
	void (*compare)(const struct compared *compared, struct doc *doc);
	/* Whether there is something to reveal. */
	bool reveals;
	/* Whether what is asked can be looked at, and changed, again after the reveal. */
	bool reopens_freely;
	/* Whether something stands there before it is revealed; NULL for one whose rows or whose room's answer tell. */
	bool (*has_result)(const struct session *session, const struct progress *progress);
	/* How many answers are still missing; NULL where none ever is. */
	int (*missing)(const struct session *session, const struct progress *progress);
	/*
	 * A warning that so many, above 0, are missing, for free(); key is what the reveal's is called. NULL where they
	 * are people who have not answered.
	 */
	char *(*missing_text)(int missing, const char *key);
};

/* NULL where no instrument has that name. */
const struct instrument *instrument_find(const char *kind);
/* All of them, for walking; ends in NULL. */
const struct instrument *const *instruments(void);

/* The instrument of a step on the screen, whichever way it works. */
void stage_init(struct stage *stage);
void stage_release(struct stage *stage);
/* Another step is on the screen: the cursor goes to where the next answer is due. */
void stage_enter(struct stage *stage, const struct session *session, const struct progress *progress);
/* The session was taken back to what it was before, or what was taken back was done again. */
void stage_undone(struct stage *stage);
void stage_draw(struct stage *stage, struct grid *grid, struct rect rect);
bool stage_key(struct stage *stage, enum action action, const struct key *key);
context_set stage_contexts(const struct stage *stage);
char *stage_draft(const struct stage *stage);
bool stage_restore(struct stage *stage, const char *draft, const char *text);
/* The key of an action, for a sentence that names it; see keymap_show. */
struct key_shown stage_show_key(const struct stage *stage, const char *name);
/* The status line's text. */
void stage_say(struct stage *stage, bool warns, const char *format, ...) ACCORD_PRINTF(3, 4);
/*
 * Whether a step has a result: it was revealed, or it is a table or the room's own word, which hold nothing hidden, and
 * something stands there.
 */
bool step_has_result(const struct session *session, const struct progress *progress);
/* Whether anybody answered, or rated a pair; that somebody was not here is no answer. */
bool step_is_answered(const struct session *session, const struct progress *progress);
/* A step's result: all of it, with the benchmark that belongs to it; and in a few lines, without. */
void step_summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc);
void step_digest(const struct session *session, const struct progress *progress, int today, struct doc *doc);
/* What the audience sees below the prompt while a step is open. */
void step_pose(const struct session *session, const struct progress *progress, struct doc *doc);
/*
 * Whether what a step came to is told with another step that has a result: by a register's analysis, by the ratings of
 * several texts, by pairs, or by what is wanted. Its own digest then says nothing new.
 */
bool step_is_taken_up(const struct session *session, const struct step *step);
/* What a scale rates: the room's answer to the text step that it is of. NULL where there is none (yet). */
const char *step_subject(const struct session *session, const struct step *step);
/* Answers that are still missing. */
int step_missing(const struct session *session, const struct progress *progress);
/* That so many are, above 0, before the reveal; for free(). key is what the reveal's is called. */
char *step_missing_text(const struct step *step, int missing, const char *key);

#endif
