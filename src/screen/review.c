/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was open in the session before. */
#include "screen/review.h"

#include "base/date.h"
#include "base/i18n.h"
#include "screen/follow.h"
#include "screen/review-parts.h"
#include "screen/workshop.h"

#include <stdlib.h>
#include <string.h>

static const struct screen_ops review_ops;

struct review *review_of(const struct app *app)
{
	for (int i = 0; i < app->screen_count; i++)
		if (app->screens[i]->ops == &review_ops)
			return (struct review *)app->screens[i];
	return NULL;
}

const struct follow_entry *review_find(const struct review *review, const char *ref)
{
	for (size_t i = 0; i < review->follow.count; i++) {
		const struct follow_entry *entry = &review->follow.entries[i];
		char *name = mem_printf("%s/%d", entry->from->id, entry->item->id);
		bool found = strcmp(name, ref) == 0;

		free(name);
		if (found)
			return entry;
	}
	return NULL;
}

int review_day(const struct session *session)
{
	int today = clock_today();

	return session->date != DAY_NONE && session->date > today ? session->date : today;
}

/* The first one from the cursor on, and then from the top, that is not settled; the cursor stays where there is none. */
static void go_to_open(struct review *review)
{
	size_t count = review->follow.count;

	for (size_t i = 0; i < count; i++) {
		size_t at = ((size_t)review->list.cursor + i) % count;

		if (!review->follow.entries[at].here) {
			review->list.cursor = (int)at;
			return;
		}
	}
}

static void say_settled(struct app *app)
{
	/* TRANSLATORS: %s is a key. */
	app_say(app, _("all are settled: %s goes on to the workshop"), app_key(app, "begin").text);
}

/* The session has changed, here or elsewhere. */
static void refresh(struct app *app, struct review *review)
{
	follow_list_release(&review->follow);
	follow_list_init(&review->follow, app->session, &review->chain);
	list_count(&review->list, (int)review->follow.count);
	if (review->follow.left < review->left)
		go_to_open(review);
	if (review->follow.left == 0 && review->left > 0)
		say_settled(app);
	review->left = review->follow.left;
}

static context_set review_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_FOLLOW | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY;
}

static void review_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct review *review = (const struct review *)screen;
	char date[11];

	date_format(app->session->follows_date, date);
	str_printf(left, _("What was open on %s"), date[0] ? date : "-");
	if (review->follow.left)
		str_printf(right, _("%d of %zu left"), review->follow.left, review->follow.count);
	else
		str_add(right, _("all settled"));
}

static void say_left(struct app *app, int left)
{
	/* TRANSLATORS: the %s are keys. */
	app_warn(app, P_("%d action is not settled: %s done, %s carry over, %s drop; %s carries over all that are left",
			   "%d actions are not settled: %s done, %s carry over, %s drop; %s carries over all that are left", left),
		left, app_key(app, "settle-done").text, app_key(app, "carry").text, app_key(app, "let-go").text,
		app_key(app, "carry-all").text);
}

static void go_on(struct app *app, struct review *review)
{
	if (review->follow.left == 0) {
		app_replace(app, workshop_new(app));
		return;
	}
	if (review->follow.entries[review->list.cursor].here)
		go_to_open(review);
	else
		say_left(app, review->follow.left);
}

static void mark_done(struct app *app, const struct follow_entry *entry)
{
	struct follow_verdict verdict = { .how = FOLLOW_DONE };
	struct changes changes = { 0 };

	if (entry->here && entry->here->done)
		return;
	changes_label(&changes, N_("marking as done"));
	follow_settle(app->session, entry, &verdict, session_next_item(app->session), &changes);
	app_apply(app, &changes);
}

static bool review_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct review *review = (struct review *)screen;
	const struct follow_entry *entry = review->follow.count ? &review->follow.entries[review->list.cursor] : NULL;

	(void)key;
	if (action == ACT_ENTER) {
		go_on(app, review);
		return true;
	}
	if (list_act(&review->list, action))
		return true;
	if (action == ACT_DONE && entry) {
		mark_done(app, entry);
		refresh(app, review);
	} else if (action == ACT_CARRY && entry) {
		app_push(app, review_carry_form(app, entry));
	} else if (action == ACT_DROP && entry) {
		app_push(app, review_drop_form(entry));
	} else if (action == ACT_CARRY_ALL && review->follow.left) {
		app_push(app, review_all_form(app, review));
	} else if (action == ACT_CARRY_ALL) {
		say_settled(app);
	} else if (action == ACT_BACK && app->screen_count > 1 && review->follow.left) {
		int left = review->follow.left;

		app_pop(app);
		app_warn(app, P_("%d action is not settled yet; the session asks for it again",
				   "%d actions are not settled yet; the session asks for them again", left), left);
	} else {
		return false;
	}
	return true;
}

/* What was being typed when the program ended. */
static void review_enter(struct app *app, struct screen *screen)
{
	const struct review *review = (const struct review *)screen;
	struct screen *form = NULL;
	struct err err = { 0 };
	char **drafts;
	size_t count;

	if (store_draft_fields(app->store, app->session->id, &drafts, &count, &err) != 0) {
		app_fail(app, &err);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		form = form ? form : review_draft_form(app, review, drafts[i]);
		free(drafts[i]);
	}
	free(drafts);
	if (form)
		app_push(app, form);
}

static void review_resume(struct app *app, struct screen *screen)
{
	if (app->session)
		refresh(app, (struct review *)screen);
}

/* The sessions before may have changed as well. */
static void review_changed(struct app *app, struct screen *screen)
{
	struct review *review = (struct review *)screen;
	struct follow_chain chain;
	struct err err = { 0 };

	if (!app->session)
		return;
	if (follow_chain_load(app->store, app->session, &chain, &err) != 0)
		app_fail(app, &err);
	follow_list_release(&review->follow);
	follow_chain_release(&review->chain);
	review->chain = chain;
	refresh(app, review);
}

static void review_undone(struct app *app, struct screen *screen)
{
	struct review *review = (struct review *)screen;
	int before = review->left;

	refresh(app, review);
	if (review->left > before)
		go_to_open(review);
}

static void review_free(struct app *app, struct screen *screen)
{
	struct review *review = (struct review *)screen;

	(void)app;
	follow_list_release(&review->follow);
	follow_chain_release(&review->chain);
	free(review);
}

static const struct screen_ops review_ops = {
	.name = "review",
	.contexts = review_contexts,
	.draw = review_draw,
	.header = review_header,
	.key = review_key,
	.enter = review_enter,
	.resume = review_resume,
	.changed = review_changed,
	.undone = review_undone,
	.free = review_free,
};

/* NULL where nothing is to be settled, or the sessions before cannot be read, which is said. */
static struct screen *review_new(struct app *app)
{
	struct review *review = mem_zalloc(1, sizeof *review);
	struct err err = { 0 };

	review->screen.ops = &review_ops;
	if (follow_chain_load(app->store, app->session, &review->chain, &err) != 0)
		app_fail(app, &err);
	refresh(app, review);
	go_to_open(review);
	if (review->follow.left > 0)
		return &review->screen;
	review_free(app, &review->screen);
	return NULL;
}

/* Says once, before a session begins, why nothing is asked. */
static void say_nothing(struct app *app)
{
	const struct session *session = app->session;
	char date[11];

	if (session->state != SESSION_PLANNED || !session->follows[0])
		return;
	date_format(session->follows_date, date);
	if (!session->follows_title[0])
		app_say(app, _("the session before, %s, is not in this database; what was open there is not known here"),
			session->follows);
	else if (follow_count(session) == 0)
		app_say(app, _("no action of %s is open"), date[0] ? date : session->follows);
}

struct screen *review_or_workshop(struct app *app)
{
	const struct session *session = app->session;
	struct screen *screen = NULL;
	struct err err = { 0 };
	bool planned = session->state == SESSION_PLANNED;
	int open = 0;

	if (session->follows[0] && session->state != SESSION_FINISHED && session->halt == HALT_NONE &&
	    store_unsettled(app->store, session, &open, &err) != 0)
		app_fail(app, &err);
	if (open > 0)
		screen = review_new(app);
	if (screen)
		return screen;
	if (planned && session->halt == HALT_NONE && open == 0)
		say_nothing(app);
	return workshop_new(app);
}
