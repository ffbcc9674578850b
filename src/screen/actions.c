/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be done, of all sessions: what is late first. */
#include "screen/actions.h"

#include "screen/actions-parts.h"

#include <stdlib.h>

#define PAUSE 60 /* milliseconds without a key, after which it is looked up where an action came from */

static struct actions *actions_of(struct screen *screen)
{
	return (struct actions *)screen;
}

static context_set actions_contexts(const struct screen *screen)
{
	const struct actions *actions = (const struct actions *)screen;

	return actions->filter.typing ? CONTEXT_FILTER : CONTEXT_ACTIONS | CONTEXT_MOVE | CONTEXT_ANY;
}

static bool take_filter(struct actions *actions, enum action action, const struct key *key)
{
	enum filter_did did = filter_key(&actions->filter, &actions->list, action, key);

	if (did == FILTER_CHANGED)
		actions_show(actions);
	return did != FILTER_UNUSED;
}

static bool actions_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct actions *actions = actions_of(screen);

	actions->waited = false;
	if (actions->filter.typing)
		return take_filter(actions, action, key);
	if (list_act(&actions->list, action))
		return true;
	if (action == ACT_FILTER)
		actions->filter.typing = true;
	else if (action == ACT_BACK && actions->filter.match.count)
		take_filter(actions, action, key);
	else if (action == ACT_SORT)
		actions_sort(actions, (actions->order + 1) % ACTIONS_ORDERS);
	else if (action == ACT_TOGGLE)
		actions_toggle(app, actions);
	else if (action == ACT_DROP)
		actions_drop(app, actions);
	else if (action == ACT_EDIT)
		actions_edit(app, actions);
	else if (action == ACT_ENTER)
		actions_enter(app, actions);
	else if (action == ACT_UNDO || action == ACT_REDO)
		actions_undo(app, actions, action == ACT_REDO);
	else if (action == ACT_SHOW)
		actions_show_all(app, actions, !actions->all);
	else
		return false;
	return true;
}

static int actions_wait(const struct app *app, const struct screen *screen)
{
	const struct actions *actions = (const struct actions *)screen;

	/* Only while nothing lies above. */
	if (app->session)
		return -1;
	return actions_busy(actions) ? 0 : actions_wants_origin(actions) ? PAUSE : -1;
}

static void actions_idle(struct app *app, struct screen *screen)
{
	struct actions *actions = actions_of(screen);

	if (actions_busy(actions) && !app->session)
		actions_go_on(app, actions);
}

static void actions_resume(struct app *app, struct screen *screen)
{
	actions_return(app, actions_of(screen));
}

static void actions_changed(struct app *app, struct screen *screen)
{
	struct actions *actions = actions_of(screen);

	/* It is in use above. */
	if (app->session)
		actions->outdated = true;
	else
		actions_load(app, actions);
}

static void actions_free(struct app *app, struct screen *screen)
{
	(void)app;
	actions_release(actions_of(screen));
	free(screen);
}

static const struct screen_ops actions_ops = {
	.name = "actions",
	.contexts = actions_contexts,
	.draw = actions_draw,
	.header = actions_header,
	.key = actions_key,
	.idle = actions_idle,
	.wait = actions_wait,
	.resume = actions_resume,
	.changed = actions_changed,
	.free = actions_free,
};

struct screen *actions_new(struct app *app)
{
	struct actions *actions = mem_zalloc(1, sizeof *actions);

	actions->screen.ops = &actions_ops;
	filter_init(&actions->filter);
	actions_load(app, actions);
	return &actions->screen;
}
