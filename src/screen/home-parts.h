/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of home share: the list of sessions, as it is filtered and sorted. */
#ifndef ACCORD_SCREEN_HOME_PARTS_H
#define ACCORD_SCREEN_HOME_PARTS_H

#include "screen/app.h"
#include "screen/filter.h"
#include "view/list.h"

/* From this width on there is room for a look at the session beside the list. */
#define HOME_BESIDE_FROM 118

struct home_entry {
	struct session_head head;
	char *organisation; /* folded, for sorting */
	char *key;          /* all that the filter looks at, folded */
	bool marked;
	bool gone;          /* while the list is read anew */
};

enum home_sort { HOME_BY_DATE, HOME_BY_ORGANISATION, HOME_BY_STATE, HOME_SORTS };

struct home {
	struct screen screen;
	struct list list;           /* of those that are shown */
	struct home_entry **entries; /* all, as sorted */
	size_t count, capacity;
	struct home_entry **shown;  /* those that the filter lets through */
	size_t shown_count;
	enum home_sort sort;
	struct filter filter;
	int arranged;               /* how often it was filtered or sorted anew */
	int today;                  /* when it was read: what is overdue depends on it */
	int64_t since;              /* the same in seconds */
	bool outdated;              /* another program has changed something since */
	bool beside;                /* whether there was room for a look at the session when it was drawn */
	char *glanced;              /* the session that glance is about; NULL for none */
	struct glance glance;
	bool derived;               /* nothing is left to be worked out anew */
	bool deriving;              /* that goes on, as nothing was typed since */
};

/* In home-list.c. */
/* Reads all sessions. The cursor stays on its session where that is still there. */
void home_load(struct app *app, struct home *home);
/* Reads those that were changed since then, and the one with the id (NULL for none), which may be gone. */
void home_refresh(struct app *app, struct home *home, int64_t since, const char *id);
void home_release(struct home *home);
/* The session at the cursor; NULL where none is shown. */
struct home_entry *home_chosen(const struct home *home);
/* Puts the cursor on a session, and takes the filter away where that hides it. */
void home_choose(struct home *home, const char *id);
void home_sort_by(struct home *home, enum home_sort sort);
/* Goes by what stands in the filter now. */
void home_filter(struct home *home);
void home_filter_clear(struct home *home);

/* In home-draw.c. */
void home_header(struct app *app, struct screen *screen, struct str *left, struct str *right);
void home_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body);

/* In home-glance.c. */
/* Whether the look at the session at the cursor is still to be read. */
bool home_wants_glance(const struct home *home);
void home_read_glance(struct app *app, struct home *home);
void home_forget_glance(struct home *home);
void home_draw_glance(const struct home *home, struct grid *grid, struct rect rect);
/* Harmony in a few words, for free(); NULL where there is none. */
char *home_harmony(const struct session_head *head);

#endif
