/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a clause of a charter stands: its text, and the fist of five about it. */
#ifndef ACCORD_INSTRUMENT_CLAUSE_H
#define ACCORD_INSTRUMENT_CLAUSE_H

#include "measure/fist.h"
#include "model/session.h"
#include "view/style.h"

/*
 * A draft keeps a row for each clause that has a text: its cells are the clause's id, the text, and in "@7" what the
 * person 7 voted: 0 to 5, or ANSWER_NOT_HERE.
 */
#define CLAUSE_ID "clause"
#define CLAUSE_TEXT "text"

enum clause_state {
	CLAUSE_EMPTY,
	CLAUSE_WRITTEN, /* not voted on */
	CLAUSE_VOTING,  /* votes are missing */
	CLAUSE_PASSES,
	CLAUSE_SPEAKS,  /* somebody is below 3 and wants to be heard */
	CLAUSE_BLOCKED
};

/* A sign for it in one column, and how it looks. */
const char *clause_mark(enum clause_state state);
enum style clause_style(enum clause_state state);

struct standing {
	const struct clause *clause;
	const struct row *row; /* NULL where nothing is written */
	const char *text;      /* "" where nothing is written */
	enum clause_state state;
	struct fist fist;
};

/* A vote that is not in the session yet. */
struct vote {
	int person;
	int value; /* 0 to 5, FIST_NO_VOTE, or VOTE_NOT_HERE */
};

#define VOTE_NOT_HERE (-2)

/* What a person voted; row may be NULL. */
int clause_vote(const struct row *row, int person);
/*
 * How the clause of that index stands. Everybody who is here is asked, those who came later among them; what
 * somebody said before they left stands. With extra it stands as if that vote were given already; NULL for none.
 */
void standing_of(const struct session *session, const struct step *step, size_t index, const struct vote *extra,
	struct standing *out);
/* Who voted from lowest to highest, "Ana Berg (2), Ben Cho (1)" or without the votes; for free(). */
char *standing_names(const struct session *session, const struct standing *standing, const struct vote *extra,
	int lowest, int highest, bool with_votes);
/* How it stands, in a sentence, for free(). */
char *standing_sentence(const struct session *session, const struct standing *standing);
/* How many clauses are written, and how many of them were accepted. */
struct charter charter_of(const struct session *session, const struct step *step);

#endif
