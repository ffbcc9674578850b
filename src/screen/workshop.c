/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workshop. */
#include "screen/workshop.h"

#include "base/date.h"
#include "base/i18n.h"
#include "instrument/way.h"
#include "model/plan.h"
#include "screen/agenda.h"
#include "screen/drafts.h"
#include "screen/export.h"
#include "screen/gaps.h"
#include "screen/halt.h"
#include "screen/items.h"
#include "screen/merge.h"
#include "screen/pass.h"
#include "screen/people.h"
#include "screen/read.h"
#include "screen/timing.h"
#include "screen/ways.h"
#include "screen/workshop-parts.h"

#include <stdlib.h>
#include <string.h>

struct workshop *workshop_of(struct screen *screen)
{
	return (struct workshop *)screen;
}

int workshop_step(const struct app *app, const struct workshop *workshop)
{
	return session_step(app->session, workshop->step);
}

const struct progress *workshop_progress(const struct app *app, const struct workshop *workshop)
{
	int at = workshop_step(app, workshop);

	return at < 0 ? NULL : &app->session->steps[at];
}

bool workshop_is_table(const struct progress *progress)
{
	return instrument_find(progress->step->kind)->reopens_freely;
}

bool workshop_shows_result(const struct workshop *workshop, const struct progress *progress)
{
	return progress_is_revealed(progress) && instrument_find(progress->step->kind)->reveals &&
	       !(workshop->table && workshop_is_table(progress));
}

const struct session_module *workshop_module(const struct session *session, const struct progress *progress)
{
	for (size_t i = 0; i < session->module_count; i++)
		if (session->modules[i].module == progress->module)
			return &session->modules[i];
	return NULL;
}

void workshop_refresh(struct app *app, struct workshop *workshop)
{
	const struct progress *progress = workshop_progress(app, workshop);

	workshop->stage.session = app->session;
	workshop->stage.progress = progress;
	workshop->stage.today = clock_today();
}

static void show_step(struct app *app, struct workshop *workshop, int at)
{
	struct err err = { 0 };

	app_flush_clock(app);
	mem_set(&workshop->step, at < 0 ? "" : app->session->steps[at].step->key);
	workshop->scroll.top = 0;
	workshop->warned = workshop->table = workshop->peek = false;
	if (at < 0)
		return;
	if (store_place(app->store, app->session, workshop->step, &err) != 0)
		app_fail(app, &err);
	workshop_refresh(app, workshop);
	stage_enter(&workshop->stage, app->session, workshop->stage.progress);
}

static void begin(struct app *app)
{
	struct changes changes = { 0 };

	if (app->session->state != SESSION_PLANNED || app->session->halt != HALT_NONE)
		return;
	changes_label(&changes, N_("beginning the session"));
	change_session(&changes, "state", session_state_name(SESSION_RUNNING));
	app_apply(app, &changes);
}

/* Keys */

static unsigned workshop_contexts(const struct screen *screen)
{
	const struct workshop *workshop = (const struct workshop *)screen;
	const struct progress *progress = workshop->stage.progress;
	const struct instrument *instrument;
	unsigned contexts;

	if (!progress)
		return CONTEXT_STEP | CONTEXT_SESSION | CONTEXT_ANY;
	instrument = instrument_find(progress->step->kind);
	contexts = stage_contexts(&workshop->stage);
	if (workshop_shows_result(workshop, progress))
		return CONTEXT_STEP | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY |
		       (workshop_is_table(progress) ? CONTEXT_SAYS | (contexts & CONTEXT_REGISTER) : CONTEXT_RESULT);
	if (contexts & CONTEXT_STEP)
		contexts |= CONTEXT_SESSION | (instrument->reveals ? CONTEXT_REVEAL : 0);
	return contexts;
}

static void go(struct app *app, struct workshop *workshop, int by)
{
	int at = workshop_step(app, workshop) + by;

	if (at < 0)
		app_say(app, "%s", _("this is the first step"));
	else if (at >= (int)app->session->step_count)
		app_say(app, "%s", _("this was the last step: s shows the summary, F marks the session as finished"));
	else
		show_step(app, workshop, at);
}

/* Called by the agenda and the list of gaps. The workshop lies right below it. */
static void go_to(struct app *app, const char *step)
{
	for (int i = 0; i < app->screen_count; i++)
		if (app->screens[i]->ops == &workshop_ops)
			show_step(app, workshop_of(app->screens[i]), session_step(app->session, step));
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

bool workshop_is_there(const struct app *app)
{
	for (int i = 0; i < app->screen_count; i++)
		if (app->screens[i]->ops == &workshop_ops)
			return true;
	return false;
}

void workshop_go(struct app *app, const char *step)
{
	char *key = mem_strdup(step);

	while (app->screens[app->screen_count - 1]->ops != &workshop_ops)
		app_pop(app);
	go_to(app, key);
	free(key);
}

/* Keys that open something; false for those that do not. */
static bool open_key(struct app *app, struct workshop *workshop, enum action action)
{
	switch (action) {
	case ACT_AGENDA:
		app_push(app, agenda_new(app, go_to));
		return true;
	case ACT_PEOPLE:
		app_push(app, people_new(false));
		return true;
	case ACT_ITEMS:
		app_push(app, items_new());
		return true;
	case ACT_GAPS:
		app_push(app, gaps_new(go_to));
		return true;
	case ACT_SUMMARY:
		app_push(app, summary_new(app));
		return true;
	case ACT_EXPORT:
		app_push(app, export_new(app));
		return true;
	case ACT_FINISH:
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
		workshop_reveal(app, workshop, progress);
		return true;
	case ACT_REOPEN:
		workshop_reopen(app, workshop, progress);
		return true;
	case ACT_HIDE:
		workshop_hide(app, workshop, progress);
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
		app_say(app, "%s", _("nobody is left who could answer: r reveals"));
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

static bool workshop_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
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

/* An unfinished text of the last time opens again, as it was. */
static void workshop_enter(struct app *app, struct screen *screen)
{
	drafts_offer(app, screen, app->session->id);
}

/* Once each time that the module's time runs short, nearly out, and out; for those who want to hear it. */
static void ring(struct app *app, struct workshop *workshop)
{
	const struct session_module *entry =
		workshop->stage.progress ? workshop_module(app->session, workshop->stage.progress) : NULL;
	enum box box;

	if (!app->settings.sound || !entry || !app_clock_runs(app))
		return;
	box = box_state(plan_seconds(app->session, entry, app_clock(app)), entry->minutes);
	if (workshop->rung == entry->module && box > workshop->box)
		term_bell(app->terminal);
	workshop->rung = entry->module;
	workshop->box = box;
}

static void workshop_tick(struct app *app, struct screen *screen)
{
	struct workshop *workshop = workshop_of(screen);

	if (!app->session)
		return;
	/* A screen above may have changed the session since. */
	workshop_refresh(app, workshop);
	workshop_keep_typing(app, workshop);
	ring(app, workshop);
}

/* The step on the screen may have gone, or changed. */
static void catch_up(struct app *app, struct workshop *workshop)
{
	/* The agenda may have left the step's module out. */
	if (workshop_step(app, workshop) < 0)
		show_step(app, workshop, app->session->step_count ? 0 : -1);
	workshop_refresh(app, workshop);
}

static void workshop_resume(struct app *app, struct screen *screen)
{
	begin(app);
	catch_up(app, workshop_of(screen));
}

static void workshop_changed(struct app *app, struct screen *screen)
{
	if (app->session)
		catch_up(app, workshop_of(screen));
}

static void workshop_undoing(struct app *app, struct screen *screen)
{
	marks_take(&workshop_of(screen)->marks, app->session);
}

/* Goes to the step that changed, and there to where the next answer is due. */
static void workshop_undone(struct app *app, struct screen *screen)
{
	struct workshop *workshop = workshop_of(screen);
	int here = workshop_step(app, workshop), changed = marks_changed(&workshop->marks, app->session, here);

	if (changed >= 0 && changed != here) {
		show_step(app, workshop, changed);
	} else {
		catch_up(app, workshop);
		/* A note that was taken back moves nothing in the step. */
		if (workshop->stage.progress && changed >= 0)
			stage_undone(&workshop->stage);
	}
	if (workshop->stage.progress && marks_hid(&workshop->marks, app->session))
		workshop_say_hidden(app, workshop->stage.progress);
}

static void workshop_free(struct app *app, struct screen *screen)
{
	struct workshop *workshop = workshop_of(screen);

	app_stop_clock(app);
	stage_release(&workshop->stage);
	free(workshop->draft);
	free(workshop->drafted);
	marks_release(&workshop->marks);
	free(workshop->step);
	free(workshop);
}

const struct screen_ops workshop_ops = {
	.name = "workshop",
	.contexts = workshop_contexts,
	.draw = workshop_draw,
	.header = workshop_header,
	.key = workshop_key,
	.tick = workshop_tick,
	.enter = workshop_enter,
	.resume = workshop_resume,
	.changed = workshop_changed,
	.undoing = workshop_undoing,
	.undone = workshop_undone,
	.free = workshop_free,
};

struct screen *workshop_new(struct app *app)
{
	struct workshop *workshop = mem_zalloc(1, sizeof *workshop);
	int at;

	workshop->screen.ops = &workshop_ops;
	workshop->step = mem_strdup("");
	stage_init(&workshop->stage);
	app->leads = true;
	begin(app);
	halt_say(app);
	at = session_step(app->session, app->session->place);
	if (at < 0 && app->session->step_count > 0)
		at = 0;
	show_step(app, workshop, at);
	app_tick_clock(app);
	return &workshop->screen;
}
