/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which key does what in the workshop. */
#include "screen/preview.h"
#include "screen/workshop-parts.h"

#include "base/i18n.h"
#include "instrument/way.h"
#include "screen/agenda.h"
#include "screen/export.h"
#include "screen/gaps.h"
#include "screen/items.h"
#include "screen/merge.h"
#include "screen/pass.h"
#include "screen/people.h"
#include "screen/read.h"
#include "screen/timing.h"
#include "screen/ways.h"

#include <stdlib.h>

static void go(struct app *app, struct workshop *workshop, int by)
{
	int at = workshop_step(app, workshop) + by;

	if (at < 0)
		app_say(app, "%s", _("this is the first step"));
	else if (at >= (int)app->session->step_count)
		/* TRANSLATORS: both %s are keys. */
		app_say(app, _("this was the last step: %s shows the summary, %s marks the session as finished"),
			app_key(app, "summary").text, app_key(app, "finish").text);
	else
		workshop_show(app, workshop, at);
}

/* Called where another way of answering was chosen, on a screen above. */
static void enter_anew(struct app *app)
{
	for (int i = 0; i < app->screen_count; i++) {
		struct workshop *workshop = workshop_of(app->screens[i]);

		if (app->screens[i]->ops != &workshop_ops)
			continue;
		workshop_refresh(app, workshop);
		if (workshop->stage.progress)
			stage_enter(&workshop->stage, app->session, workshop->stage.progress);
	}
}

/* Keys that open something; false for those that do not. */
static bool open_key(struct app *app, struct workshop *workshop, enum action action)
{
	switch (action) {
	case ACT_AGENDA:
		app_push(app, agenda_new(app, workshop_go_to));
		return true;
	case ACT_PEOPLE:
		app_push(app, people_new(false));
		return true;
	case ACT_ITEMS:
		app_push(app, items_new());
		return true;
	case ACT_GAPS:
		app_push(app, gaps_new(workshop_go_to));
		return true;
	case ACT_SUMMARY:
		app_push(app, summary_new(app));
		return true;
	case ACT_EXPORT:
		app_push(app, export_new(app));
		return true;
	case ACT_FINISH:
		workshop_hold(app, workshop);
		workshop_finish(app);
		return true;
	default:
		return items_act(app, action, workshop->step);
	}
}

/* Keys about the step on the screen. */
static bool step_key(struct app *app, struct workshop *workshop, const struct progress *progress,
	enum action action)
{
	switch (action) {
	case ACT_NEXT:
		go(app, workshop, 1);
		return true;
	case ACT_PREVIOUS:
		go(app, workshop, -1);
		return true;
	case ACT_REVEAL:
		workshop_hold(app, workshop);
		workshop_reveal(app, workshop, workshop->stage.progress);
		return true;
	case ACT_REOPEN:
		workshop_hold(app, workshop);
		workshop_reopen(app, workshop, workshop->stage.progress);
		return true;
	case ACT_HIDE:
		workshop_hold(app, workshop);
		workshop_hide(app, workshop, workshop->stage.progress);
		return true;
	case ACT_WAY:
		app_push(app, ways_new(workshop->step, enter_anew));
		return true;
	case ACT_PEEK:
		workshop_peek(app, workshop, progress);
		return true;
	case ACT_BLANK:
		workshop_blank(app);
		return true;
	case ACT_TIME:
		app_push(app, timing_new(app));
		return true;
	case ACT_COACH:
		workshop->coach = !workshop->coach;
		if (workshop->coach && !progress->step->coach)
			app_say(app, "%s", _("there is no note for this step"));
		return true;
	case ACT_FILE:
		app_push(app, preview_form(progress->step->key));
		return true;
	case ACT_MERGE:
		app_push(app, merge_new(app, progress->step));
		return true;
	default:
		return false;
	}
}

/* Hands a key to the instrument and applies what it wants changed. */
static bool give_to_stage(struct app *app, struct workshop *workshop, enum action action, const struct key *key)
{
	struct changes changes = { 0 };
	struct stage *stage = &workshop->stage;
	int row = stage->row, column = stage->column;
	enum which which = stage->which;
	char *typed = stage->editing ? mem_strdup(stage->field.text.data) : NULL;
	bool used;

	stage->changes = &changes;
	stage->say[0] = '\0';
	used = stage_key(stage, action, key);
	stage->changes = NULL;
	if (stage->say[0] && stage->warns)
		app_warn(app, "%s", stage->say);
	else if (stage->say[0])
		app_say(app, "%s", stage->say);
	if (changes.count > 0)
		workshop->warned = false;
	if (!workshop_keep(app, workshop, &changes)) {
		/* What could not be kept has not been answered, and is still there to be kept. */
		stage->row = row;
		stage->column = column;
		stage->which = which;
		if (typed) {
			field_set(&stage->field, typed);
			stage->editing = true;
		}
	}
	free(typed);
	workshop_refresh(app, workshop);
	return used;
}

static bool pass_round(struct app *app, struct workshop *workshop)
{
	struct screen *pass = pass_new(app, workshop->step, enter_anew);

	if (pass)
		app_push(app, pass);
	else
		/* TRANSLATORS: %s is a key. */
		app_say(app, _("nobody is left who could answer: %s reveals"), app_key(app, "reveal").text);
	return true;
}

static bool use_key(struct app *app, struct workshop *workshop, enum action action, const struct key *key)
{
	const struct progress *progress;
	bool revealed;

	workshop_refresh(app, workshop);
	progress = workshop->stage.progress;
	if (!progress)
		return open_key(app, workshop, action);
	revealed = workshop_shows_result(workshop, progress);
	if (!revealed && action == ACT_ENTER && way_of(progress) == ENTRY_PASS)
		return pass_round(app, workshop);
	if (!revealed && give_to_stage(app, workshop, action, key))
		return true;
	if (revealed && scroll_act(&workshop->scroll, action))
		return true;
	return open_key(app, workshop, action) || step_key(app, workshop, progress, action);
}

bool workshop_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct workshop *workshop = workshop_of(screen);
	bool used = use_key(app, workshop, action, key);
	char *typed;

	/* The next key may come before anything is drawn, as on a screen that is too small. */
	workshop_refresh(app, workshop);
	typed = workshop_typing(workshop);
	/* What was left just now is not to be offered again, whatever happens within the second. */
	if (workshop->draft && !typed)
		workshop_forget_typing(app, workshop);
	free(typed);
	return used;
}
