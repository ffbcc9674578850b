/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workshop. */
#include "screen/workshop.h"

#include "base/date.h"
#include "base/i18n.h"
#include "screen/drafts.h"
#include "screen/halt.h"
#include "screen/workshop-parts.h"

#include <stdlib.h>

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

static void keep_place(struct app *app, struct workshop *workshop)
{
	struct err err = { 0 };

	if (!workshop->looks && workshop->step[0] && store_place(app->store, app->session, workshop->step, &err) != 0)
		app_fail(app, &err);
}

static void show(struct app *app, struct workshop *workshop, int at)
{
	app_flush_clock(app);
	mem_set(&workshop->step, at < 0 ? "" : app->session->steps[at].step->key);
	workshop->scroll.top = 0;
	workshop->warned = workshop->table = workshop->peek = false;
	if (at < 0)
		return;
	keep_place(app, workshop);
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

void workshop_hold(struct app *app, struct workshop *workshop)
{
	if (!workshop->looks)
		return;
	workshop->looks = false;
	app->leads = true;
	begin(app);
	keep_place(app, workshop);
	/* Beginning has loaded the session anew. */
	workshop_refresh(app, workshop);
}

void workshop_show(struct app *app, struct workshop *workshop, int at)
{
	workshop_hold(app, workshop);
	show(app, workshop, at);
}

static context_set workshop_contexts(const struct screen *screen)
{
	const struct workshop *workshop = (const struct workshop *)screen;
	const struct progress *progress = workshop->stage.progress;
	const struct instrument *instrument;
	context_set contexts;

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

void workshop_go_to(struct app *app, const char *step)
{
	for (int i = 0; i < app->screen_count; i++)
		if (app->screens[i]->ops == &workshop_ops)
			workshop_show(app, workshop_of(app->screens[i]), session_step(app->session, step));
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
	workshop_go_to(app, key);
	free(key);
}

/* The row of a table at the cursor, where the table shows. */
static void choose_row(struct app *app, struct workshop *workshop, int id)
{
	const struct session *session = app->session;
	const struct row **rows;
	size_t count;

	if (!id || !workshop->stage.progress || !workshop_is_table(workshop->stage.progress))
		return;
	rows = mem_zalloc(session->row_count + 1, sizeof *rows);
	count = session_rows(session, workshop->step, rows);
	for (size_t i = 0; i < count; i++) {
		if (rows[i]->id != id)
			continue;
		workshop->stage.row = (int)i;
		workshop->table = true;
	}
	free(rows);
}

void workshop_go_row(struct app *app, const char *step, int row)
{
	workshop_go(app, step);
	choose_row(app, workshop_of(app->screens[app->screen_count - 1]), row);
}

/* An unfinished text of the last time opens again, as it was. */
static void workshop_enter(struct app *app, struct screen *screen)
{
	if (!workshop_of(screen)->looks)
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
		workshop_show(app, workshop, app->session->step_count ? 0 : -1);
	workshop_refresh(app, workshop);
}

static void workshop_resume(struct app *app, struct screen *screen)
{
	if (!workshop_of(screen)->looks)
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
		workshop_show(app, workshop, changed);
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

static struct workshop *new(struct app *app)
{
	struct workshop *workshop = mem_zalloc(1, sizeof *workshop);

	workshop->screen.ops = &workshop_ops;
	workshop->step = mem_strdup("");
	stage_init(&workshop->stage);
	workshop->stage.keys = app->settings.keys;
	return workshop;
}

struct screen *workshop_new(struct app *app)
{
	struct workshop *workshop = new(app);
	int at;

	app->leads = true;
	begin(app);
	halt_say(app);
	at = session_step(app->session, app->session->place);
	if (at < 0 && app->session->step_count > 0)
		at = 0;
	workshop_show(app, workshop, at);
	app_tick_clock(app);
	return &workshop->screen;
}

struct screen *workshop_look(struct app *app, const char *step, int row)
{
	struct workshop *workshop = new(app);
	int at = session_step(app->session, step);

	workshop->looks = true;
	halt_say(app);
	show(app, workshop, at < 0 && app->session->step_count > 0 ? 0 : at);
	choose_row(app, workshop, row);
	return &workshop->screen;
}
