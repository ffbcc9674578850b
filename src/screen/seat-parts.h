/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a seat share: where it stands, what its person answered, and what of it can be taken back. */
#ifndef ACCORD_SCREEN_SEAT_PARTS_H
#define ACCORD_SCREEN_SEAT_PARTS_H

#include "instrument/instrument.h"
#include "screen/app.h"
#include "view/scroll.h"

/* An answer as it was given here, so that it can be taken back. */
struct given {
	char *step;
	int round, set; /* set: those that came of one key have the same */
	enum which which;
	char *before, *after; /* NULL for none */
};

/* What is going on, as far as a seat is concerned. */
enum sitting {
	SITTING_IDLE,     /* nothing has begun */
	SITTING_OVER,     /* finished or cancelled */
	SITTING_ASIDE,
	SITTING_TOGETHER, /* no question that each answers */
	SITTING_OTHERWISE, /* the room answers it in a way that has no names, such as a tally */
	SITTING_ASKED,
	SITTING_REVEALED
};

struct seat {
	struct screen screen;
	int person;
	bool *removed;
	bool away;    /* marked as away, though they sit here */
	char *step;   /* the key of the one that is followed; "" for none */
	int round;    /* of it */
	struct stage stage;
	enum sitting sitting; /* as it was loaded last */
	bool nameless; /* the step carries no names, as this person was told */
	bool shows;   /* whether their own answer shows */
	char *answers[WHICH_COUNT]; /* their own to the step; NULL for none, or none that is known */
	bool sealed;  /* they answered anonymously, and which answer is theirs is no longer known */
	char *kept, *kept_step; /* what was being typed when the room went on, and where */
	struct given *given;
	size_t given_count, given_capacity;
	struct scroll scroll; /* of a result */
};

struct seat *seat_of(struct screen *screen);
/* The step that is followed; NULL where there is none. */
const struct progress *seat_progress(const struct app *app, const struct seat *seat);
/* Puts the stage on what was just loaded, and reads what the person answered. */
void seat_refresh(struct app *app, struct seat *seat);
/* Applies changes beside the facilitator, releases them, and says what went wrong. */
bool seat_apply(struct app *app, struct seat *seat, struct changes *changes);

/* In seat-draw.c: the header and the body. */
void seat_header(struct app *app, struct screen *screen, struct str *left, struct str *right);
void seat_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body);

/* In seat-undo.c: keeps what changes are about to replace, and takes the last of it back. */
void seat_remember(struct seat *seat, const struct progress *progress, const struct changes *changes);
void seat_forget_last(struct seat *seat);
void seat_undo(struct app *app, struct seat *seat);
void seat_release_given(struct seat *seat);

#endif
