/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the screen of actions share: the list, as it is sorted and filtered, and what was changed here. */
#ifndef ACCORD_SCREEN_ACTIONS_PARTS_H
#define ACCORD_SCREEN_ACTIONS_PARTS_H

#include "base/roster.h"
#include "model/action-head.h"
#include "screen/app.h"
#include "screen/filter.h"
#include "view/list.h"

/* An action of the list. */
struct actions_row {
	struct action_head *head;
	const struct name *owner, *organisation;
	char *key;     /* all that the filter looks at, folded; NULL until it is made or needed */
	int rank;      /* late, due soon and so on */
	bool open;     /* as the head says, nearer at hand: a key may look through all rows */
	bool moves;    /* it was changed, and may belong elsewhere in the order */
	bool kept;     /* it is shown, though it is no longer open, as that was done here a moment ago */
};

enum actions_order { ACTIONS_BY_DATE, ACTIONS_BY_OWNER, ACTIONS_BY_ORGANISATION, ACTIONS_ORDERS };

/* Rows that have a heading in common. */
struct actions_group {
	int first, count; /* of those that are shown */
	int late;
};

/* Something that was changed here, and can be taken back here. */
struct actions_deed {
	char session[SESSION_ID_LENGTH + 1];
	int item;
	int64_t seq; /* the number of the set of changes in its session */
};

struct actions_deeds {
	struct actions_deed *items;
	size_t count, capacity;
};

struct actions {
	struct screen screen;
	struct list list;           /* of those that are shown */
	struct action_list heads;   /* as they were read */
	bool whole;                 /* done, dropped and carried ones were read as well */
	bool current;               /* nothing was changed since then that is not known */
	bool partly;                /* only those that are due first, as the others are still to come */
	struct action_list coming;  /* those that are being read to take their place */
	int64_t after;              /* how far: the last session's number */
	bool reading, reading_all;
	struct actions_row *rows;   /* a row for each */
	struct roster names;         /* of owners and organisations */
	struct actions_row **sorted, **shown;
	size_t keyed;               /* of how many rows keys were made ahead */
	size_t shown_count;
	struct actions_group *groups;
	int group_count;
	int open, late;             /* of those that are shown */
	int top;                    /* the first line that is shown, headings counted */
	enum actions_order order;
	int arranged;               /* how often it was filtered or sorted anew, or another part of it was shown */
	bool all;                   /* done, dropped and carried ones are shown as well */
	bool outdated;              /* somebody else has changed something meanwhile */
	struct filter filter;
	struct actions_deeds done, undone;
	int64_t before;             /* the last change of the session that is open, when it was opened */
	int changing;               /* the item that this is about */
	char *known;                /* the action that the following is about: "k3f9a2bc/4"; NULL for none */
	char *question, *finding;   /* where it came from, and what that came to; NULL for nothing */
	bool waited;                /* nothing was typed since it was drawn last */
};

/* In actions-list.c. */
/*
 * Reads all anew; the cursor stays on its action where that is still there. Where there are too many for one key, they
 * are read on whenever no key comes; meanwhile what was there stays, or those are shown that are due first.
 */
void actions_load(struct app *app, struct actions *actions);
/* Whether something is left to be done while no key comes: to read on, or to make ready for the filter. */
bool actions_busy(const struct actions *actions);
/* Does some of it, in a few milliseconds. */
void actions_go_on(struct app *app, struct actions *actions);
/* Reads those of one session anew. */
void actions_refresh(struct app *app, struct actions *actions, const char *session);
void actions_sort(struct actions *actions, enum actions_order order);
/* Shows what is no longer open as well, or hides it. */
void actions_show_all(struct app *app, struct actions *actions, bool all);
/* Shows what the filter lets through. */
void actions_show(struct actions *actions);
/* The one at the cursor; NULL where there is none. */
const struct actions_row *actions_chosen(const struct actions *actions);
void actions_choose(struct actions *actions, const char *session, int item);
void actions_release(struct actions *actions);

/* In actions-draw.c. */
void actions_header(struct app *app, struct screen *screen, struct str *left, struct str *right);
void actions_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body);

/* In actions-origin.c. */
/* Whether where the chosen one came from is still to be looked up. */
bool actions_wants_origin(const struct actions *actions);
void actions_read_origin(struct app *app, struct actions *actions);
void actions_forget_origin(struct actions *actions);

/* In actions-change.c. */
/* Marks the chosen one as done, or takes that back. */
void actions_toggle(struct app *app, struct actions *actions);
/* Open the forms for it. */
void actions_drop(struct app *app, struct actions *actions);
void actions_edit(struct app *app, struct actions *actions);
/* Goes to it in its session. */
void actions_enter(struct app *app, struct actions *actions);
/* Once what was pushed above has gone. */
void actions_return(struct app *app, struct actions *actions);
/* Takes back what was changed here last; again: or does it once more. */
void actions_undo(struct app *app, struct actions *actions, bool again);

#endif
