/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms in which an item is written and changed, and in which a decision gets its yes. */
#ifndef ACCORD_SCREEN_ITEM_FORM_H
#define ACCORD_SCREEN_ITEM_FORM_H

#include "screen/app.h"

/* What the drafts of a change, of who says yes, and of why an action is dropped begin with; the item's id follows. */
#define ITEM_EDIT_DRAFT "edit:"
#define ITEM_AGREE_DRAFT "agree:"
#define ITEM_DROP_DRAFT "drop:"
/* What that of a private note begins with; its step follows. */
#define ITEM_PRIVATE_DRAFT "private:"

/* NULL where there is no item of that id. */
const struct item *item_find(const struct session *session, int id);
/* For a new item that comes from a step; its draft is the kind's name, a colon and the step. */
struct screen *item_form(const struct app *app, enum item_kind kind, const char *step);
/* For a note for the facilitator alone. */
struct screen *item_private_form(const char *step);
/* For changing an item. */
struct screen *item_edit_form(const struct app *app, const struct item *item);
/* For who says yes to a decision, and who sees it otherwise. */
struct screen *item_agree_form(const struct session *session, const struct item *item);
/* For dropping an action, or for another reason, or none. */
struct screen *item_drop_form(const struct item *item);

#endif
