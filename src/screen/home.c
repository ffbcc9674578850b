/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first screen: sessions, the newest first. */
#include "screen/home.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screen/actions.h"
#include "screen/compare.h"
#include "screen/confirm.h"
#include "screen/demo.h"
#include "screen/drafts.h"
#include "screen/export.h"
#include "screen/halt.h"
#include "screen/read.h"
#include "screen/review.h"
#include "screen/setup.h"
#include "view/list.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct home {
	struct screen screen;
	struct list list;
	struct session_head *heads;
	size_t count;
};

static struct home *home_of(struct screen *screen)
{
	return (struct home *)screen;
}

static void drop_heads(struct home *home)
{
	for (size_t i = 0; i < home->count; i++)
		session_head_release(&home->heads[i]);
	free(home->heads);
	home->heads = NULL;
	home->count = 0;
}

static void load(struct app *app, struct home *home)
{
	struct err err = { 0 };

	drop_heads(home);
	if (store_heads(app->store, clock_today(), &home->heads, &home->count, &err) != 0)
		app_fail(app, &err);
	list_count(&home->list, (int)home->count);
}

/* Puts the cursor on a session. */
static void choose(struct home *home, const char *id)
{
	for (size_t i = 0; i < home->count; i++)
		if (strcmp(home->heads[i].id, id) == 0)
			home->list.cursor = (int)i;
}

static context_set home_contexts(const struct screen *screen)
{
	if (((const struct home *)screen)->count == 0)
		return CONTEXT_WELCOME | CONTEXT_ANY;
	return CONTEXT_HOME | CONTEXT_MOVE | CONTEXT_ANY;
}

static void home_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct home *home = home_of(screen);

	(void)app;
	str_add(left, _("accord: sessions"));
	if (home->count)
		str_printf(right, P_("%zu session", "%zu sessions", home->count), home->count);
}

static void draw_head(const struct session_head *head, struct grid *grid, struct rect rect)
{
	char date[11], actions[32] = "";
	bool wide = rect.width >= 70;
	int right = wide ? 34 : 10, x = rect.x + 12;

	date_format(head->date, date);
	grid_text(grid, rect.x, rect.y, 10, STYLE_DIM, date);
	if (head->organisation[0]) {
		char *name = mem_printf("%s \xc2\xb7 %s", head->organisation, head->title);

		grid_text_cut(grid, x, rect.y, rect.width - 13 - right, STYLE_NORMAL, name);
		free(name);
	} else {
		grid_text_cut(grid, x, rect.y, rect.width - 13 - right, STYLE_NORMAL, head->title);
	}
	x = rect.x + rect.width - right;
	grid_text_cut(grid, x, rect.y, 10,
		head->state == SESSION_RUNNING && head->halt == HALT_NONE ? STYLE_STRONG : STYLE_DIM,
		session_state_words(head->state, head->halt));
	if (!wide)
		return;
	if (head->actions_overdue)
		snprintf(actions, sizeof actions,
			P_("%d action overdue", "%d actions overdue", head->actions_overdue), head->actions_overdue);
	else if (head->actions_open)
		snprintf(actions, sizeof actions, P_("%d action open", "%d actions open", head->actions_open),
			head->actions_open);
	grid_text_right(grid, x + 11, rect.y, right - 11, head->actions_overdue ? STYLE_ALERT : STYLE_DIM, actions);
}

static void home_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct home *home = home_of(screen);
	int top;

	if (home->count == 0) {
		char *text = mem_printf(
			/* TRANSLATORS: each %s is a key. */
			_("Welcome. accord walks a room of two sides through a workshop: questions, answers that stay "
			  "hidden until they are revealed side by side, what they mean, and what you agree to do.\n\n"
			  "%s  prepare a new session\n"
			  "%s  make a fictional session to look round in\n"
			  "%s  show all keys\n"
			  "%s  quit; everything is always saved"),
			app_key(app, "new").text, app_key(app, "demo").text, app_key(app, "help").text,
			app_key(app, "quit").text);

		body.y++;
		body.height--;
		grid_wrap(grid, body, STYLE_NORMAL, text);
		free(text);
		return;
	}
	top = list_scroll(&home->list, body.height);
	list_more(&home->list, grid);
	for (int i = 0; i < body.height && top + i < home->list.count; i++) {
		struct rect line = { body.x, body.y + i, body.width, 1 };

		draw_head(&home->heads[top + i], grid, line);
		spot_move(grid, line, top + i - home->list.cursor, 0, "Enter");
		if (top + i == home->list.cursor) {
			grid_paint(grid, line, STYLE_SELECTED);
			grid_cursor(grid, line.x, line.y);
		}
	}
}

static void delete_session(struct app *app, const char *id)
{
	struct err err = { 0 };

	if (store_delete(app->store, id, &err) != 0)
		app_fail(app, &err);
	else
		app_say(app, "%s", _("the session was deleted"));
}

static void make_demo(struct app *app, struct home *home)
{
	struct demo_plan plan = { .sessions = 1, .people = 9, .seed = (uint64_t)home->count + 1,
				  .banks = app->banks };
	char id[SESSION_ID_LENGTH + 1];
	struct err err = { 0 };

	if (demo_fill(app->store, &plan, NULL, NULL, &err) != 0)
		app_fail(app, &err);
	else
		/* TRANSLATORS: %s is a key. */
		app_say(app, _("a fictional session was made; %s opens it"), app_key(app, "open").text);
	load(app, home);
	if (store_resolve(app->store, "last", id, &err) == 0)
		choose(home, id);
}

/* Done to a session that is open; once whatever it asks has been answered, home_resume closes it. */
static void halt(struct app *app, struct home *home, const char *id, void (*act)(struct app *app))
{
	if (!app_open(app, id))
		return;
	act(app);
	if (app->screens[app->screen_count - 1] == &home->screen)
		home->screen.ops->resume(app, &home->screen);
}

static bool home_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct home *home = home_of(screen);
	const struct session_head *head = home->count ? &home->heads[home->list.cursor] : NULL;

	(void)key;
	if (list_act(&home->list, action))
		return true;
	if (action == ACT_NEW)
		app_push(app, setup_new(app));
	else if (action == ACT_FOLLOW && head)
		setup_follow(app, head->id);
	else if (action == ACT_ACTIONS)
		app_push(app, actions_new(app));
	else if (action == ACT_DEMO)
		make_demo(app, home);
	else if (action == ACT_ENTER && head && app_open(app, head->id))
		app_push(app, review_or_workshop(app));
	else if (action == ACT_SUMMARY && head && app_open(app, head->id))
		app_push(app, summary_new(app));
	else if (action == ACT_EXPORT && head && app_open(app, head->id))
		app_push(app, export_new(app));
	else if (action == ACT_COMPARE && head)
		compare_follow(app, head->id);
	else if (action == ACT_ASIDE && head)
		halt(app, home, head->id, halt_aside);
	else if (action == ACT_CANCEL && head)
		halt(app, home, head->id, halt_cancel);
	else if (action == ACT_DELETE && head)
		app_push(app, confirm_new(mem_printf(_("Delete '%s' of %s with all its answers? There is no undo for "
						       "this."),
						  head->title, head->organisation[0] ? head->organisation : "-"),
				      mem_strdup(head->id), delete_session));
	else
		return false;
	return true;
}

static void home_enter(struct app *app, struct screen *screen)
{
	drafts_offer(app, screen, NULL);
}

static void home_resume(struct app *app, struct screen *screen)
{
	struct home *home = home_of(screen);
	char *id = app->session ? mem_strdup(app->session->id) : NULL;

	app_close_session(app);
	load(app, home);
	if (id)
		choose(home, id);
	free(id);
}

/* Another program made a session, or changed one. */
static void home_changed(struct app *app, struct screen *screen)
{
	struct home *home = home_of(screen);
	const struct session_head *head = home->count ? &home->heads[home->list.cursor] : NULL;
	char *id = head ? mem_strdup(head->id) : NULL;

	if (app->session) {
		free(id);
		return;
	}
	load(app, home);
	if (id)
		choose(home, id);
	free(id);
}

static void home_free(struct app *app, struct screen *screen)
{
	(void)app;
	drop_heads(home_of(screen));
	free(screen);
}

static const struct screen_ops home_ops = {
	.name = "home",
	.contexts = home_contexts,
	.draw = home_draw,
	.header = home_header,
	.key = home_key,
	.enter = home_enter,
	.resume = home_resume,
	.changed = home_changed,
	.free = home_free,
};

struct screen *home_new(struct app *app)
{
	struct home *home = mem_zalloc(1, sizeof *home);

	home->screen.ops = &home_ops;
	load(app, home);
	return &home->screen;
}
