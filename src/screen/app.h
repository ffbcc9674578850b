/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program with a screen: one loop reads keys, the top screen gets them. */
#ifndef ACCORD_SCREEN_APP_H
#define ACCORD_SCREEN_APP_H

#include "base/err.h"
#include "model/change.h"
#include "model/clock.h"
#include "screen/settings.h"
#include "store/store.h"
#include "term/term.h"
#include "view/grid.h"

#include <stdbool.h>

struct app;
struct prompt;
struct screen;

/* What a screen is; each file of this folder ends in one such table. */
struct screen_ops {
	const char *name;
	/* Whether it has all of the screen: no header, no rules, no footer, nothing that is said to the user. */
	bool bare;
	/* The contexts of the action table that hold now. */
	context_set (*contexts)(const struct screen *screen);
	/* Draws the body, and the header where it has one of its own; header and footer lines are not part of rect. */
	void (*draw)(struct app *app, struct screen *screen, struct grid *grid, struct rect body);
	/*
	 * What stands in the header: left and right, which may have parts; see view/header.h.
	 */
	void (*header)(struct app *app, struct screen *screen, struct str *left, struct str *right);
	/*
	 * Takes a key: action is what the table says about it, ACT_NONE where it says nothing. Returns whether it was
	 * used; what is not used may still be one of the actions that work everywhere.
	 */
	bool (*key)(struct app *app, struct screen *screen, enum action action, const struct key *key);
	/* Called when nothing was typed for a while, and before the program ends. NULL where there is nothing to do. */
	void (*tick)(struct app *app, struct screen *screen);
	/* Called when no key came for as long as wait says, with nothing else to do. May be NULL. */
	void (*idle)(struct app *app, struct screen *screen);
	/*
	 * In how many milliseconds it looks otherwise by itself, or wants to be called when idle; -1 for never. NULL for a
	 * screen that never does, or one that ticks.
	 */
	int (*wait)(const struct app *app, const struct screen *screen);
	/* Called when it has come on top for the first time. May be NULL. */
	void (*enter)(struct app *app, struct screen *screen);
	/* Called when a screen above has gone. May be NULL. */
	void (*resume)(struct app *app, struct screen *screen);
	/* Called when somebody else has changed the session, or another one. May be NULL. */
	void (*changed)(struct app *app, struct screen *screen);
	/* Called before and after a change is taken back, or done again, while it is on top. May be NULL. */
	void (*undoing)(struct app *app, struct screen *screen);
	void (*undone)(struct app *app, struct screen *screen);
	void (*free)(struct app *app, struct screen *screen);
};

/* A screen's own state begins with this. */
struct screen {
	const struct screen_ops *ops;
};

#define APP_SCREENS 16

struct app {
	struct store *store;
	struct terminal *terminal;
	const char *banks;       /* folder of --banks, or NULL */
	struct settings settings; /* for settings_release, which app_run does not do */
	struct session *session; /* the one that is open, or NULL */
	struct screen *screens[APP_SCREENS];
	int screen_count;
	context_set contexts; /* what held when it was drawn last, or a key came: a screen may not know of a change yet */
	bool ended;
	bool gone;               /* the database is no longer the file that was opened */
	bool anew;               /* what is believed to be on the terminal already is to be painted too */
	struct prompt *prompt;   /* the command line; NULL until it is opened */
	bool lost;               /* the session that is open could not be read again: it may have been deleted */
	char status[256];        /* a line for the user, until the next key */
	enum style status_style;
	int64_t undo_base;       /* the last change when the session was opened */
	bool undo_asked;         /* whether it was said that undo passes over answers given before */
	bool counting;           /* whether this sitting's time counts; see app_clock_runs */
	bool leads;              /* whether the workshop is held here: only then the clock is ours to take */
	struct clock clock;
	int64_t stood;           /* seconds that did not count, as we were not about, and may be added */
	bool says_stood;         /* whether the user is still to hear of that */
};

/* Runs until the last screen has gone. screen is the first one. */
void app_run(struct app *app, struct screen *screen);
void app_push(struct app *app, struct screen *screen);
/* What a key does, which is what keys say: the top screen has it first. */
void app_take_key(struct app *app, const struct keymap *keys, const struct key *key);
/* Ends the top screen. */
void app_pop(struct app *app);
/* Ends the top screen and puts another one in its place. */
void app_replace(struct app *app, struct screen *screen);
/* Ends a screen wherever it is on the stack. */
void app_remove(struct app *app, struct screen *screen);

/* The contexts of the action table that hold now. */
context_set app_contexts(const struct app *app);
/* The key that an entry of the table has, for a sentence that names it; see keymap_show. */
struct key_shown app_key(const struct app *app, const char *name);
/* Does what a key of the action would do now, whether it has one or not. */
void app_act(struct app *app, enum action action);

void app_say(struct app *app, const char *format, ...) ACCORD_PRINTF(2, 3);
void app_warn(struct app *app, const char *format, ...) ACCORD_PRINTF(2, 3);
/* Shows an error. */
void app_fail(struct app *app, const struct err *err);

/* Applies changes to the open session, releases them, and shows what went wrong. */
bool app_apply(struct app *app, struct changes *changes);
/* Opens a session in place of the open one; false where that failed, which is shown. */
bool app_open(struct app *app, const char *id);
void app_close_session(struct app *app);

/*
 * Whether the time of the open session runs. On its day it does from the start; on another day, on which one may only
 * look at it, from the first answer on; and never once it is finished or while it is
 * halted.
 */
bool app_clock_runs(const struct app *app);
/* Seconds that ran, here or elsewhere, since the time of the module where the session stands was written down. */
int64_t app_clock(const struct app *app);
/* Writes them down where it is we who count. */
void app_flush_clock(struct app *app);
/* To be called whenever something may have happened: takes the clock, writes it down, or lets go of it. */
void app_tick_clock(struct app *app);
/* Writes down, and counts no longer. */
void app_stop_clock(struct app *app);
/* Says that the clock stood still for long, once. */
void app_say_stood(struct app *app);

/* The lines that every screen has: title, rule, status, footer. */
void app_draw(struct app *app, struct grid *grid);

#endif
