/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing actions from the list of all: each change belongs to its session, and so does its undo. */
#include "screen/actions-parts.h"

#include "base/i18n.h"
#include "screen/item-form.h"
#include "screen/items.h"

#include <stdlib.h>
#include <string.h>

static void push(struct actions_deeds *deeds, const struct actions_deed *deed)
{
	deeds->items = mem_grow(deeds->items, &deeds->capacity, deeds->count, sizeof *deeds->items);
	deeds->items[deeds->count++] = *deed;
}

/* The number of the last set of changes of the session that is open; -1 where that cannot be read. */
static int64_t newest_of(struct app *app)
{
	struct err err = { 0 };
	struct newest newest;

	if (store_newest(app->store, app->session, &newest, &err) != 0) {
		app_fail(app, &err);
		return -1;
	}
	free(newest.label);
	return newest.seq;
}

/* Opens the session of the chosen action, where that still is what is shown. NULL where it is not, which is said. */
static const struct item *open_chosen(struct app *app, struct actions *actions)
{
	const struct actions_row *row = actions_chosen(actions);
	const struct item *item = NULL;

	if (!row || !app_open(app, row->head->session->id))
		return NULL;
	item = item_find(app->session, row->head->item);
	if (item && item->kind == ITEM_ACTION && item_state(item) == row->head->state)
		return item;
	app_close_session(app);
	app_say(app, "%s", _("somebody else has changed it meanwhile"));
	actions_load(app, actions);
	return NULL;
}

/* What is carried over goes on elsewhere. */
static bool is_carried(struct app *app, const struct actions_row *row)
{
	if (!row || row->head->state != ACTION_CARRIED)
		return false;
	app_say(app, _("it was carried into %s, where it goes on"), row->head->into);
	return true;
}

/* Keeps what was done in the session that is open since the change before, for undo, and closes that. */
static void conclude(struct app *app, struct actions *actions, int item, int64_t before)
{
	struct actions_deed deed = { .item = item, .seq = before };
	int64_t after = newest_of(app);
	char *id = mem_strdup(app->session->id);

	strcpy(deed.session, id);
	if (before >= 0 && after > before)
		actions->undone.count = 0;
	while (before >= 0 && deed.seq++ < after)
		push(&actions->done, &deed);
	app_close_session(app);
	actions_refresh(app, actions, id);
	free(id);
}

void actions_toggle(struct app *app, struct actions *actions)
{
	const struct item *item;
	struct changes changes = { 0 };
	int64_t before;
	bool done;
	int id;

	if (is_carried(app, actions_chosen(actions)) || !(item = open_chosen(app, actions)))
		return;
	done = !item->done;
	id = item->id;
	before = newest_of(app);
	changes_label(&changes, N_("marking as done"));
	change_item_set(&changes, id, "done", done ? "yes" : "no");
	if (app_apply(app, &changes))
		/* TRANSLATORS: %s is a key. */
		app_say(app, done ? _("done; %s takes that back") : _("open again; %s takes that back"),
			app_key(app, "undo").text);
	conclude(app, actions, id, before);
}

void actions_drop(struct app *app, struct actions *actions)
{
	const struct actions_row *row = actions_chosen(actions);
	const struct item *item;

	if (is_carried(app, row))
		return;
	if (row && row->head->state == ACTION_DONE) {
		app_say(app, "%s", _("the action is done: take that back before you drop it"));
		return;
	}
	item = open_chosen(app, actions);
	if (!item)
		return;
	actions->before = newest_of(app);
	actions->changing = item->id;
	app_push(app, item_drop_form(item));
}

void actions_edit(struct app *app, struct actions *actions)
{
	const struct item *item;

	if (is_carried(app, actions_chosen(actions)) || !(item = open_chosen(app, actions)))
		return;
	actions->before = newest_of(app);
	actions->changing = item->id;
	app_push(app, item_edit_form(app, item));
}

void actions_enter(struct app *app, struct actions *actions)
{
	const struct actions_row *row = actions_chosen(actions);
	const struct item *item;

	if (!row || !app_open(app, row->head->session->id))
		return;
	item = item_find(app->session, row->head->item);
	if (item) {
		actions->before = newest_of(app);
		actions->changing = item->id;
		items_push(app, item);
		return;
	}
	app_close_session(app);
	actions_load(app, actions);
}

void actions_return(struct app *app, struct actions *actions)
{
	if (!app->session)
		return;
	conclude(app, actions, actions->changing, actions->before);
	if (actions->outdated)
		actions_load(app, actions);
}

/*
 * Takes the deed back in the session that is open, or does it again, unless something else was changed there since. 1
 * when done; label is for free().
 */
static int take_back(struct app *app, const struct actions_deed *deed, bool again, char **label, struct err *err)
{
	int done = 0;

	if (store_begin(app->store, __func__, err) != 0)
		return -1;
	if (again)
		done = store_redo(app->store, app->session, label, err);
	/* What was done again is the newest; what is to be undone, too. */
	if ((again && done == 1 && newest_of(app) == deed->seq) ||
		(!again && newest_of(app) == deed->seq && (done = store_undo(app->store, app->session, label, err)) == 1))
		return store_commit(app->store, __func__, err) == 0 ? 1 : -1;
	store_rollback(app->store, __func__);
	return done < 0 ? -1 : 0;
}

void actions_undo(struct app *app, struct actions *actions, bool again)
{
	struct actions_deeds *from = again ? &actions->undone : &actions->done, *to = again ? &actions->done : &actions->undone;
	struct err err = { 0 };
	char *label = NULL;
	struct actions_deed deed;
	int done;

	if (from->count == 0) {
		app_say(app, "%s", again ? _("nothing to do again") : _("nothing to undo: nothing was changed here"));
		return;
	}
	deed = from->items[--from->count];
	if (!app_open(app, deed.session))
		return;
	done = take_back(app, &deed, again, &label, &err);
	if (done < 0)
		app_fail(app, &err);
	else if (done == 0)
		app_warn(app, _("session %s was changed elsewhere since: take that back there"), deed.session);
	else
		app_say(app, again ? _("done again: %s") : _("undone: %s"), _(label));
	if (done == 1)
		push(to, &deed);
	app_close_session(app);
	actions_refresh(app, actions, deed.session);
	if (done == 1)
		actions_choose(actions, deed.session, deed.item);
	free(label);
}
