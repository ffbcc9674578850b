/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search in all sessions: each key finds anew. */
#include "screen/search.h"

#include "base/i18n.h"
#include "screen/derive.h"
#include "screen/search-parts.h"

#include <stdlib.h>
#include <string.h>

#define LIMIT 200
#define LIMIT_HERE 50      /* of the session that one comes from, which are listed first */
#define FIELD_LIMIT 200    /* bytes */
#define PATIENCE 100       /* milliseconds for what changed since the last search, before the screen shows */
#define REST 1             /* milliseconds without a key until the next one is read of those that are left */

static struct search *search_of(struct screen *screen)
{
	return (struct search *)screen;
}

static context_set search_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_SEARCH;
}

/* Moves what was found elsewhere behind what was found here. */
static void append(struct hits *here, struct hits *others, const char *session)
{
	for (size_t i = 0; i < others->count; i++) {
		struct hit *hit = &others->items[i];

		/* What was asked here is no news, but has not been listed. */
		if (session && hit->kind != MENTION_PROMPT && strcmp(hit->head.id, session) == 0) {
			hit_release(hit);
			continue;
		}
		here->items = mem_grow(here->items, &here->capacity, here->count, sizeof *here->items);
		here->items[here->count++] = *hit;
	}
	here->more = here->more || others->more;
	here->renewed = here->renewed || others->renewed;
	free(others->items);
}

static int find(struct app *app, struct search *search, struct hits *hits, struct err *err)
{
	const char *typed = search->field.text.data, *here = app->session && !search->opened ? app->session->id : NULL;
	struct hits others;

	*hits = (struct hits){ 0 };
	if (here && store_search(app->store, typed, here, LIMIT_HERE, hits, err) != 0)
		return -1;
	if (store_search(app->store, typed, NULL, LIMIT, &others, err) != 0) {
		hits_release(hits);
		return -1;
	}
	append(hits, &others, here);
	return 0;
}

static void look(struct app *app, struct search *search)
{
	struct err err = { 0 };

	hits_release(&search->hits);
	if (find(app, search, &search->hits, &err) != 0)
		app_fail(app, &err);
	if (search->hits.renewed) {
		app_warn(app, "%s", _("the index of the search was damaged, and is made anew"));
		search->fresh = false;
	}
	list_count(&search->list, (int)search->hits.count);
}

/* The same anew, as sessions have changed: the cursor stays with what it is on. */
static void look_again(struct app *app, struct search *search)
{
	const struct hit *hit = search->hits.count ? &search->hits.items[search->list.cursor] : NULL;
	struct hit old = { 0 };
	char *id = NULL;

	if (hit) {
		old = (struct hit){ .kind = hit->kind, .ref = hit->ref };
		id = mem_strdup(hit->head.id);
	}
	look(app, search);
	for (size_t i = 0; id && i < search->hits.count; i++) {
		hit = &search->hits.items[i];
		if (hit->kind == old.kind && hit->ref == old.ref && strcmp(hit->head.id, id) == 0)
			search->list.cursor = (int)i;
	}
	free(id);
}

/* Reads sessions that changed, for so long; says whether the index is another one now. */
static bool catch_up(struct app *app, struct search *search, int64_t milliseconds)
{
	struct err err = { 0 };
	int64_t before = search->stale;
	int done;

	if (store_count_stale(app->store, &search->stale, &err) != 0 ||
	    (search->stale > 0 && (done = derive_stale(app->store, milliseconds, &err)) < 0)) {
		app_fail(app, &err);
		search->fresh = true;
		return false;
	}
	before = search->stale;
	if (store_count_stale(app->store, &search->stale, &err) != 0)
		search->stale = 0;
	search->fresh = search->stale == 0;
	return before > 0;
}

static bool search_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct search *search = search_of(screen);
	bool heard = search->listened || !app->terminal->linear;

	if (list_act(&search->list, action))
		return true;
	if (action == ACT_ENTER) {
		search->listened = true;
		/* Where it is read aloud, the line that was typed ends so, and what it found is told first. */
		if (heard && search->hits.count > 0)
			search_go(app, search, &search->hits.items[search->list.cursor]);
		return true;
	}
	if (action != ACT_NONE || !field_key(&search->field, key))
		return false;
	search->listened = false;
	search->typed++;
	search->list.cursor = search->list.top = 0;
	look(app, search);
	return true;
}

static void search_enter(struct app *app, struct screen *screen)
{
	catch_up(app, search_of(screen), PATIENCE);
}

/* One at a time, so that the next key does not wait. */
static void search_idle(struct app *app, struct screen *screen)
{
	struct search *search = search_of(screen);

	if (app->screens[app->screen_count - 1] != screen || search->fresh)
		return;
	catch_up(app, search, 0);
	/* What is new to it shows once all of it is there; nobody wants lines to move all the time. */
	if (search->fresh)
		look_again(app, search);
}

static int search_wait(const struct app *app, const struct screen *screen)
{
	const struct search *search = (const struct search *)screen;

	return app->screens[app->screen_count - 1] == screen && !search->fresh ? REST : -1;
}

/* Whatever was opened from here has gone. */
static void search_resume(struct app *app, struct screen *screen)
{
	struct search *search = search_of(screen);

	if (search->opened)
		app_close_session(app);
	search->opened = false;
	if (catch_up(app, search, PATIENCE))
		look_again(app, search);
}

static void search_changed(struct app *app, struct screen *screen)
{
	(void)app;
	search_of(screen)->fresh = false;
}

static void search_free(struct app *app, struct screen *screen)
{
	struct search *search = search_of(screen);

	if (search->opened)
		app_close_session(app);
	field_release(&search->field);
	hits_release(&search->hits);
	free(search);
}

static const struct screen_ops search_ops = {
	.name = "search",
	.contexts = search_contexts,
	.draw = search_draw,
	.header = search_header,
	.key = search_key,
	.enter = search_enter,
	.idle = search_idle,
	.wait = search_wait,
	.resume = search_resume,
	.changed = search_changed,
	.free = search_free,
};

void search_open(struct app *app, const char *words)
{
	struct search *search;

	for (int i = 0; i < app->screen_count; i++) {
		if (app->screens[i]->ops != &search_ops)
			continue;
		while (app->screen_count > i + 1)
			app_pop(app);
		return;
	}
	search = mem_zalloc(1, sizeof *search);
	search->screen.ops = &search_ops;
	field_init(&search->field, words);
	search->field.limit = FIELD_LIMIT;
	app_push(app, &search->screen);
	if (words[0])
		look(app, search);
}
