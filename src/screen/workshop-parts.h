/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the workshop share: where it stands, what shows, and what its keys do. */
#ifndef ACCORD_SCREEN_WORKSHOP_PARTS_H
#define ACCORD_SCREEN_WORKSHOP_PARTS_H

#include "instrument/instrument.h"
#include "model/plan.h"
#include "screen/app.h"
#include "screen/marks.h"
#include "view/scroll.h"

struct workshop {
	struct screen screen;
	char *step;      /* the key of the one on the screen; "" where there is none */
	struct stage stage;
	bool coach;      /* whether the note for the facilitator shows */
	bool peek;       /* whether the hidden answers of this step show */
	bool looks;      /* whether it only looks at the step: see workshop_look */
	bool warned;     /* r was pressed with answers missing */
	bool table;      /* a step that was revealed shows its table again */
	char *draft;     /* the field whose text is kept, and the text; NULL for none */
	char *drafted;
	const struct module *rung; /* the module whose time box was looked at last, and how that stood */
	enum box box;
	struct marks marks; /* what each step was like before an undo */
	struct scroll scroll; /* of a result */
};

struct workshop *workshop_of(struct screen *screen);
/* The index of the step on the screen; -1 where there is none. */
int workshop_step(const struct app *app, const struct workshop *workshop);
/* The same in the session, which moves when that is loaded anew; NULL where there is none. */
const struct progress *workshop_progress(const struct app *app, const struct workshop *workshop);
/* Puts the stage on the step that is on the screen, whose progress may have moved in memory. */
void workshop_refresh(struct app *app, struct workshop *workshop);
/* A table, and what it says, are looked at in turn: revealing hides nothing and ends nothing. */
bool workshop_is_table(const struct progress *progress);
/* Whether the result is on the screen rather than the asking. */
bool workshop_shows_result(const struct workshop *workshop, const struct progress *progress);
/* A step's module on the agenda. */
const struct session_module *workshop_module(const struct session *session, const struct progress *progress);

/* From here on it is held: it begins, and stands at the step on the screen. */
void workshop_hold(struct app *app, struct workshop *workshop);
/* Goes to the step at an index, or to none (-1), and keeps that the session is there. */
void workshop_show(struct app *app, struct workshop *workshop, int at);
/* The same by its key; for the agenda and the list of gaps, right below which the workshop lies. */
void workshop_go_to(struct app *app, const char *step);

/* In workshop-draw.c: the header and the body. */
void workshop_header(struct app *app, struct screen *screen, struct str *left, struct str *right);
void workshop_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body);

/* In workshop-dispatch.c */
bool workshop_key(struct app *app, struct screen *screen, enum action action, const struct key *key);

/* In workshop-keys.c: what a key does to the step on the screen, or to the session. */
void workshop_reveal(struct app *app, struct workshop *workshop, const struct progress *progress);
void workshop_reopen(struct app *app, struct workshop *workshop, const struct progress *progress);
void workshop_hide(struct app *app, struct workshop *workshop, const struct progress *progress);
/* That a reveal was just taken back, and what comes of that. */
void workshop_say_hidden(struct app *app, const struct progress *progress);
void workshop_peek(struct app *app, struct workshop *workshop, const struct progress *progress);
void workshop_blank(struct app *app);
void workshop_finish(struct app *app);

/* In workshop-typing.c: what is typed into the step is kept every second, and forgotten when it was taken or left. */
void workshop_keep_typing(struct app *app, struct workshop *workshop);
/* The name of what is being typed, for free(); NULL where nothing is. */
char *workshop_typing(const struct workshop *workshop);
/*
 * Applies what a key changed, releases it, and forgets at once what was typed for it; false where that failed, which is
 * shown.
 */
bool workshop_keep(struct app *app, struct workshop *workshop, struct changes *changes);
void workshop_forget_typing(struct app *app, struct workshop *workshop);

extern const struct screen_ops workshop_ops;

#endif
