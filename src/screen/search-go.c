/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going to where something was found. */
#include "screen/search-parts.h"

#include "bank/load.h"
#include "base/date.h"
#include "base/i18n.h"
#include "report/summary.h"
#include "screen/items.h"
#include "screen/people.h"
#include "screen/read.h"
#include "screen/workshop.h"

#include <stdlib.h>
#include <string.h>

/* The session of what was found; a question's may be one of long ago. false where there is none, which is said. */
static bool find_session(struct app *app, const struct hit *hit, char id[SESSION_ID_LENGTH + 1])
{
	struct err err = { 0 };
	int got = 1;

	id[0] = '\0';
	strncat(id, hit->head.id, SESSION_ID_LENGTH);
	if (!id[0])
		got = store_asked(app->store, hit, id, &err);
	if (got < 0)
		app_fail(app, &err);
	else if (got == 0)
		app_say(app, "%s", _("no session has this question on its agenda"));
	return got == 1;
}

static void push_item(struct app *app, int id)
{
	for (size_t i = 0; i < app->session->item_count; i++) {
		if (app->session->items[i].id == id) {
			items_push(app, &app->session->items[i]);
			return;
		}
	}
	app_say(app, "%s", _("it is no longer there"));
}

/* Lists of the session that is open, with the cursor on what was found; false where it is in none of them. */
static bool push_list(struct app *app, const struct hit *hit)
{
	if (hit->kind >= MENTION_DECISION && hit->kind <= MENTION_NOTE)
		push_item(app, hit->ref);
	else if (hit->kind == MENTION_PERSON)
		app_push(app, people_new_at(app, hit->ref));
	else
		return false;
	return true;
}

/* Within the session that one comes from: as the list of gaps goes to a question. */
static void go_here(struct app *app, const struct hit *hit)
{
	char *step;

	if (push_list(app, hit))
		return;
	if (hit->kind == MENTION_SESSION) {
		app_say(app, "%s", _("this is the session that is open"));
		return;
	}
	if (!workshop_is_there(app)) {
		app_push(app, workshop_look(app, hit->step, hit->ref));
		return;
	}
	/* The search goes, and what it found with it. */
	step = mem_strdup(hit->step);
	workshop_go_row(app, step, hit->ref);
	free(step);
}

static void add_found(const struct session *session, const struct hit *hit, struct doc *doc)
{
	const struct step *step = hit->step[0] ? bank_step(session->bank, hit->step, NULL) : NULL;
	char *kind = hit_kind(hit);

	doc_heading(doc, 3, kind);
	doc_text(doc, STYLE_PROMPT, hit->words.text);
	if (hit->more.text[0])
		doc_text(doc, STYLE_NORMAL, hit->more.text);
	if (step && hit->kind != MENTION_PROMPT)
		/* TRANSLATORS: %s is a question. */
		doc_printf(doc, STYLE_DIM, _("at: %s"), step->prompt);
	doc_gap(doc);
	doc_divider(doc, _("Summary of that session"));
	free(kind);
}

/* Another session than the one that is open, which goes on: it is told about, and not opened. */
static void tell(struct app *app, const struct hit *hit, const char *id)
{
	struct err err = { 0 };
	struct session *session = store_load(app->store, id, bank_parse, &err);
	struct doc doc = { 0 };

	if (!session) {
		app_fail(app, &err);
		return;
	}
	add_found(session, hit, &doc);
	summary_write(session, DETAIL_SHORT, clock_today(), &doc);
	app_push(app, read_new(mem_printf(_("Found: %s"), session->title), doc));
	session_free(session);
}

static void open_found(struct app *app, struct search *search, const struct hit *hit, const char *id)
{
	if (!app_open(app, id))
		return;
	search->opened = true;
	if (!push_list(app, hit))
		app_push(app, workshop_look(app, hit->step[0] ? hit->step : app->session->place, hit->ref));
	/* It may have gone meanwhile. */
	if (app->screens[app->screen_count - 1] == &search->screen) {
		app_close_session(app);
		search->opened = false;
	}
}

void search_go(struct app *app, struct search *search, const struct hit *hit)
{
	char id[SESSION_ID_LENGTH + 1];
	bool here = app->session && hit->kind == MENTION_PROMPT && session_step(app->session, hit->step) >= 0;

	if (here || (app->session && strcmp(hit->head.id, app->session->id) == 0))
		go_here(app, hit);
	else if (!find_session(app, hit, id))
		return;
	else if (app->session)
		tell(app, hit, id);
	else
		open_found(app, search, hit, id);
}
