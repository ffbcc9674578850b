/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audience's screen: which session it shows, and its keys. */
#include "screen/present.h"

#include "base/date.h"
#include "base/i18n.h"
#include "screen/confirm.h"
#include "screen/present-parts.h"

#include <stdlib.h>
#include <string.h>

static context_set present_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_PRESENT | CONTEXT_MOVE | CONTEXT_ANY;
}

/* Which session */

static bool is_running(struct app *app, const char *id)
{
	struct session_head *heads;
	struct err err = { 0 };
	bool running = false;
	size_t count;

	if (store_heads(app->store, 0, &heads, &count, &err) != 0)
		return false;
	for (size_t i = 0; i < count; i++) {
		running = running || (strcmp(heads[i].id, id) == 0 && heads[i].state == SESSION_RUNNING);
		session_head_release(&heads[i]);
	}
	free(heads);
	return running;
}

static void take(struct app *app, struct present *present, const char *id)
{
	if (!app_open(app, id))
		return;
	mem_set(&present->id, id);
	mem_set(&present->step, "");
}

/*
 * Another workshop that is held takes the place of this one, unless it was named. One that is only planned does not, so
 * that the decisions stay in sight at the end.
 */
static void go_over(struct app *app, struct present *present)
{
	char id[SESSION_ID_LENGTH + 1];
	struct err err = { 0 };

	if (store_unfinished(app->store, id, &err) != 0 || (app->session && strcmp(id, present->id) == 0))
		return;
	if (!app->session || is_running(app, id))
		take(app, present, id);
}

static void present_changed(struct app *app, struct screen *screen)
{
	struct present *present = (struct present *)screen;

	if (app->lost || app->gone)
		app_close_session(app);
	if (app->gone)
		return;
	if (!present->named)
		go_over(app, present);
	else if (!app->session)
		take(app, present, present->id);
	app->status[0] = '\0';
}

/* While the clock runs it shows another second once a second, and otherwise nothing wakes it. */
static int present_wait(const struct app *app, const struct screen *screen)
{
	int64_t running;

	(void)screen;
	if (!app->session || app->session->blank)
		return -1;
	running = clock_running(app->session, clock_wall());
	return present_clock_runs(app->session) ? 1000 - (int)(running % 1000) : -1;
}

/* Keys */

static void leave(struct app *app, const char *subject)
{
	(void)subject;
	app->ended = true;
}

static void blank(struct app *app)
{
	struct err err = { 0 };

	if (app->session && store_blank(app->store, app->session, !app->session->blank, &err) != 0)
		app_fail(app, &err);
}

static void page(struct present *present, int by)
{
	int most = present->lines - present->room;

	present->top += by;
	present->top = present->top > most ? most : present->top;
	present->top = present->top < 0 ? 0 : present->top;
	present->paged = true;
}

static bool present_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct present *present = (struct present *)screen;
	int page_lines = present->room > 2 ? present->room - 1 : 1;

	(void)key;
	switch (action) {
	case ACT_BLANK:
		blank(app);
		return true;
	case ACT_QUIT:
		app_push(app, confirm_new(mem_strdup(_("Stop showing this screen? The workshop goes on.")),
				      mem_strdup(""), leave));
		return true;
	case ACT_UP:
	case ACT_DOWN:
		page(present, action == ACT_UP ? -1 : 1);
		return true;
	case ACT_PAGE_UP:
	case ACT_PAGE_DOWN:
		page(present, action == ACT_PAGE_UP ? -page_lines : page_lines);
		return true;
	case ACT_FIRST:
	case ACT_LAST:
		page(present, action == ACT_FIRST ? -present->lines : present->lines);
		return true;
	case ACT_BACK:
		/* Nobody leaves it by one key too many. */
		return true;
	default:
		return false;
	}
}

static void present_free(struct app *app, struct screen *screen)
{
	struct present *present = (struct present *)screen;

	(void)app;
	free(present->id);
	free(present->step);
	free(present);
}

static const struct screen_ops present_ops = {
	.name = "present",
	.bare = true,
	.contexts = present_contexts,
	.draw = present_draw,
	.key = present_key,
	.wait = present_wait,
	.changed = present_changed,
	.free = present_free,
};

struct screen *present_new(struct app *app, bool named)
{
	struct present *present = mem_zalloc(1, sizeof *present);

	present->screen.ops = &present_ops;
	present->named = named;
	present->id = mem_strdup(app->session ? app->session->id : "");
	present->step = mem_strdup("");
	return &present->screen;
}
