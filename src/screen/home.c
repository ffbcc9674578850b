/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first screen: sessions, and what can be done with them. */
#include "screen/home.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "screen/actions.h"
#include "screen/compare.h"
#include "screen/confirm.h"
#include "screen/demo.h"
#include "screen/derive.h"
#include "screen/drafts.h"
#include "screen/export.h"
#include "screen/halt.h"
#include "screen/home-parts.h"
#include "screen/read.h"
#include "screen/review.h"
#include "screen/search.h"
#include "screen/setup.h"

#include <stdlib.h>
#include <string.h>

/* Milliseconds without a key, until what may be left for later is done. */
#define REST_GLANCE 60
#define REST_RELOAD 60
#define REST_DERIVE 300
/* As many sessions are read anew at once where another program changed something; more of them when no key comes. */
#define RELOADED_AT_ONCE 500

static struct home *home_of(struct screen *screen)
{
	return (struct home *)screen;
}

static context_set home_contexts(const struct screen *screen)
{
	const struct home *home = (const struct home *)screen;

	if (home->filter.typing)
		return CONTEXT_FILTER;
	return home->count == 0 ? CONTEXT_WELCOME | CONTEXT_ANY : CONTEXT_HOME | CONTEXT_MOVE | CONTEXT_ANY;
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
	home_refresh(app, home, home->since, NULL);
	if (store_resolve(app->store, "last", id, &err) == 0)
		home_choose(home, id);
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

/* Those that are marked; where there are not two, the one at the cursor with the one that it follows. */
static void compare(struct app *app, struct home *home, const char *id)
{
	const char *ids[COMPARE_MOST];
	size_t count = home_marked(&home->screen, ids, COMPARE_MOST);

	if (count > 1)
		app_push(app, compare_new(app, ids, count));
	else
		compare_follow(app, id);
}

/* What is done to the session at the cursor. */
static bool act_on(struct app *app, struct home *home, const struct session_head *head, enum action action)
{
	if (action == ACT_ENTER && app_open(app, head->id))
		app_push(app, review_or_workshop(app));
	else if (action == ACT_SUMMARY && app_open(app, head->id))
		app_push(app, summary_new(app));
	else if (action == ACT_EXPORT && app_open(app, head->id))
		app_push(app, export_new(app));
	else if (action == ACT_FOLLOW)
		setup_follow(app, head->id);
	else if (action == ACT_COMPARE)
		compare(app, home, head->id);
	else if (action == ACT_ASIDE)
		halt(app, home, head->id, halt_aside);
	else if (action == ACT_CANCEL)
		halt(app, home, head->id, halt_cancel);
	else if (action == ACT_DELETE)
		app_push(app, confirm_new(mem_printf(_("Delete '%s' of %s with all its answers? There is no undo for "
						       "this."),
						  head->title, head->organisation[0] ? head->organisation : "-"),
				      mem_strdup(head->id), delete_session));
	else
		return action == ACT_ENTER || action == ACT_SUMMARY || action == ACT_EXPORT;
	return true;
}

static bool take_filter(struct home *home, enum action action, const struct key *key)
{
	enum filter_did did = filter_key(&home->filter, &home->list, action, key);

	if (did == FILTER_CHANGED)
		home_filter(home);
	return did != FILTER_UNUSED;
}

static void mark(struct home *home, struct home_entry *entry)
{
	entry->marked = !entry->marked;
	list_act(&home->list, ACT_DOWN);
}

static bool home_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct home *home = home_of(screen);
	struct home_entry *entry = home_chosen(home);

	home->deriving = false;
	if (home->filter.typing)
		return take_filter(home, action, key);
	if (list_act(&home->list, action))
		return true;
	if (action == ACT_NEW)
		app_push(app, setup_new(app));
	else if (action == ACT_ACTIONS)
		app_push(app, actions_new(app));
	else if (action == ACT_DEMO)
		make_demo(app, home);
	else if (action == ACT_FILTER)
		home->filter.typing = true;
	else if (action == ACT_SORT)
		home_sort_by(home, (home->sort + 1) % HOME_SORTS);
	else if (action == ACT_BACK && home->filter.match.count)
		home_filter_clear(home);
	else if (action == ACT_SEARCH && home->filter.match.count && home->shown_count == 0)
		search_open(app, home->filter.field.text.data);
	else if (action == ACT_MARK && entry)
		mark(home, entry);
	else
		return entry && act_on(app, home, &entry->head, action);
	return true;
}

static void home_enter(struct app *app, struct screen *screen)
{
	drafts_offer(app, screen, NULL);
}

/* Only what was changed since is read again, unless another program changed something as well. */
static void home_resume(struct app *app, struct screen *screen)
{
	struct home *home = home_of(screen);
	const struct home_entry *entry = home_chosen(home);
	char *open = app->session ? mem_strdup(app->session->id) : NULL;
	char *chosen = entry ? mem_strdup(entry->head.id) : NULL;

	app_close_session(app);
	if (home->outdated || home->today != clock_today())
		home_load(app, home);
	else
		home_refresh(app, home, home->since, chosen);
	if (open)
		home_choose(home, open);
	home->derived = home->deriving = false;
	free(open);
	free(chosen);
}

/* Another program made a session, or changed one. */
static void home_changed(struct app *app, struct screen *screen)
{
	struct home *home = home_of(screen);

	home->outdated = true;
	home->derived = false;
	if (!app->session && home->count <= RELOADED_AT_ONCE)
		home_load(app, home);
}

/* One session whose harmony is to be worked out anew, while nobody types. */
static void derive_one(struct app *app, struct home *home)
{
	char id[SESSION_ID_LENGTH + 1];
	int got = store_stale(app->store, id, NULL);

	if (got == 1 && derive_stale(app->store, 0, NULL) >= 0)
		home_refresh(app, home, INT64_MAX, id);
	else
		/* Where it cannot be done nobody is bothered now; whoever opens that session hears why. */
		home->derived = true;
	home->deriving = true;
}

static void home_idle(struct app *app, struct screen *screen)
{
	struct home *home = home_of(screen);

	if (app->session || app->screens[app->screen_count - 1] != screen)
		return;
	if (home->outdated)
		home_load(app, home);
	else if (home_wants_glance(home))
		home_read_glance(app, home);
	else if (!home->derived)
		derive_one(app, home);
}

static int home_wait(const struct app *app, const struct screen *screen)
{
	const struct home *home = (const struct home *)screen;

	if (app->session || app->screens[app->screen_count - 1] != screen)
		return -1;
	if (home->outdated)
		return REST_RELOAD;
	if (home_wants_glance(home))
		return REST_GLANCE;
	return home->derived ? -1 : home->deriving ? 1 : REST_DERIVE;
}

size_t home_marked(const struct screen *screen, const char *ids[], size_t most)
{
	const struct home *home = (const struct home *)screen;
	size_t count = 0;

	for (size_t i = 0; i < home->count && count < most; i++)
		if (home->entries[i]->marked)
			ids[count++] = home->entries[i]->head.id;
	return count;
}

static void home_free(struct app *app, struct screen *screen)
{
	(void)app;
	home_release(home_of(screen));
	free(screen);
}

static const struct screen_ops home_ops = {
	.name = "home",
	.contexts = home_contexts,
	.draw = home_draw,
	.header = home_header,
	.key = home_key,
	.idle = home_idle,
	.wait = home_wait,
	.enter = home_enter,
	.resume = home_resume,
	.changed = home_changed,
	.free = home_free,
};

struct screen *home_new(struct app *app)
{
	struct home *home = mem_zalloc(1, sizeof *home);

	home->screen.ops = &home_ops;
	filter_init(&home->filter);
	home_load(app, home);
	return &home->screen;
}
