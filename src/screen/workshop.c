/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workshop. */
#include "screen/workshop.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "instrument/instrument.h"
#include "model/plan.h"
#include "report/items.h"
#include "screen/agenda.h"
#include "screen/drafts.h"
#include "screen/export.h"
#include "screen/gaps.h"
#include "screen/halt.h"
#include "screen/items.h"
#include "screen/merge.h"
#include "screen/people.h"
#include "screen/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BESIDE_FROM 118 /* columns from which the agenda stands at the left */
#define BESIDE 30
#define FLUSH_SECONDS 20 /* how much of a module's time a power cut may cost */
#define LONGER_MINUTES 5
#define ROOMY 12 /* lines of the body from which an empty one parts things */

struct workshop {
	struct screen screen;
	char *step;      /* the key of the one on the screen; "" where there is none */
	struct stage stage;
	bool coach;      /* whether the note for the facilitator shows */
	bool warned;     /* r was pressed with answers missing */
	bool table;      /* a step that was revealed shows its table again */
	char *draft;     /* the field whose text is kept, and the text; NULL for none */
	char *drafted;
	uint64_t *marks; /* what each step was like before an undo */
	size_t mark_count;
	int scroll;      /* of a result */
	int lines, room; /* of the result, as drawn last */
};

static struct workshop *workshop_of(struct screen *screen)
{
	return (struct workshop *)screen;
}

static int index_of(const struct app *app, const struct workshop *workshop)
{
	return session_step(app->session, workshop->step);
}

static const struct progress *progress_of(const struct app *app, const struct workshop *workshop)
{
	int at = index_of(app, workshop);

	return at < 0 ? NULL : &app->session->steps[at];
}

/* A table, and what it says, are looked at in turn: revealing hides nothing and ends nothing. */
static bool is_table(const struct progress *progress)
{
	return instrument_find(progress->step->kind)->reopens_freely;
}

/* Whether the result is on the screen rather than the asking. */
static bool shows_result(const struct workshop *workshop, const struct progress *progress)
{
	return progress_is_revealed(progress) && instrument_find(progress->step->kind)->reveals &&
	       !(workshop->table && is_table(progress));
}

static const struct session_module *module_of(const struct session *session, const struct progress *progress)
{
	for (size_t i = 0; i < session->module_count; i++)
		if (session->modules[i].module == progress->module)
			return &session->modules[i];
	return NULL;
}

/* Puts the stage on the step that is on the screen, whose progress may have moved in memory. */
static void refresh(struct app *app, struct workshop *workshop)
{
	const struct progress *progress = progress_of(app, workshop);

	workshop->stage.session = app->session;
	workshop->stage.progress = progress;
	workshop->stage.today = clock_today();
}

static void show_step(struct app *app, struct workshop *workshop, int at)
{
	struct err err = { 0 };

	app_flush_clock(app);
	app->module_since = clock_ticks();
	mem_set(&workshop->step, at < 0 ? "" : app->session->steps[at].step->key);
	workshop->scroll = 0;
	workshop->warned = workshop->table = false;
	if (at < 0)
		return;
	if (store_place(app->store, app->session, workshop->step, &err) != 0)
		app_fail(app, &err);
	refresh(app, workshop);
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

/* The header */

static void clock_text(const struct app *app, const struct session_module *entry, struct str *out)
{
	int64_t seconds = entry->seconds + app_clock(app);

	str_printf(out, _("%02d:%02d of %d:00"), (int)(seconds / 60), (int)(seconds % 60), entry->minutes);
	if (seconds > entry->minutes * 60)
		str_add(out, _(" over"));
}

static void workshop_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct workshop *workshop = workshop_of(screen);
	const struct progress *progress = progress_of(app, workshop);
	const struct session_module *entry;
	int number, count;

	str_add(left, app->session->title);
	if (app->session->organisation[0])
		str_printf(left, " \xc2\xb7 %s", app->session->organisation);
	if (!progress)
		return;
	entry = module_of(app->session, progress);
	number = plan_number(app->session, entry->module, &count);
	if (number > 0)
		str_printf(right, "%s %d/%d\t  ", entry->module->title, number, count);
	else
		str_printf(right, "%s\t  ", entry->module->title);
	if (app->session->halt != HALT_NONE)
		str_add(right, session_state_words(app->session->state, app->session->halt));
	else
		clock_text(app, entry, right);
}

/* The body */

static int step_number(const struct app *app, const struct progress *progress, int *count)
{
	int number = 0;

	*count = 0;
	for (size_t i = 0; i < app->session->step_count; i++) {
		if (app->session->steps[i].module != progress->module)
			continue;
		(*count)++;
		if (&app->session->steps[i] == progress)
			number = *count;
	}
	return number;
}

/* Prompt and number; returns the lines that they took, an empty one included. */
static int draw_prompt(struct app *app, const struct progress *progress, struct grid *grid, struct rect body)
{
	int count, number = step_number(app, progress, &count), lines, width = body.width < 60 ? 6 : 16;
	char place[48];

	snprintf(place, sizeof place, width < 16 ? "%d/%d" : _("step %d of %d"), number, count);
	grid_text_right(grid, body.x + body.width - width, body.y, width, STYLE_DIM, place);
	lines = grid_wrap(grid, (struct rect){ body.x, body.y, body.width - width - 1, body.height }, STYLE_PROMPT,
		progress->step->prompt);
	return lines + (body.height >= ROOMY);
}

static void draw_result(struct app *app, struct workshop *workshop, const struct progress *progress,
	struct grid *grid, struct rect rect)
{
	struct doc doc = { 0 };
	struct layout layout;

	step_summarise(app->session, progress, clock_today(), &doc);
	items_write_step(app->session, progress->step->key, &doc);
	layout_init(&layout, &doc, rect.width > 100 ? 100 : rect.width);
	workshop->lines = (int)layout.count;
	workshop->room = rect.height;
	if (workshop->scroll > workshop->lines - rect.height)
		workshop->scroll = workshop->lines - rect.height;
	if (workshop->scroll < 0)
		workshop->scroll = 0;
	layout_draw(&layout, grid, rect, workshop->scroll);
	if (workshop->scroll + rect.height < workshop->lines)
		grid_text_right(grid, rect.x, grid->height - 2, rect.width, STYLE_KEY, _(" \xe2\x86\x93 more "));
	layout_release(&layout);
	doc_release(&doc);
}

static int draw_coach(const struct workshop *workshop, const struct progress *progress, struct grid *grid,
	struct rect body)
{
	int lines;
	char *text;

	if (!workshop->coach || !progress->step->coach)
		return 0;
	text = mem_printf(_("For you: %s"), progress->step->coach);
	/* Twice: once to learn the height, once at the bottom. */
	lines = grid_wrap(grid, (struct rect){ body.x, body.y, body.width, 0 }, STYLE_DIM, text);
	if (lines > body.height / 3)
		lines = body.height / 3;
	grid_wrap(grid, (struct rect){ body.x, body.y + body.height - lines, body.width, lines }, STYLE_DIM, text);
	free(text);
	return lines + 1;
}

static void workshop_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct workshop *workshop = workshop_of(screen);
	const struct progress *progress = progress_of(app, workshop);
	int lines;

	if (!progress) {
		grid_wrap(grid, body, STYLE_WARN, _("Every module is left out: m shows the agenda."));
		return;
	}
	refresh(app, workshop);
	if (grid->width >= BESIDE_FROM) {
		agenda_draw_beside(app->session, progress->module, grid,
			(struct rect){ body.x, body.y, BESIDE - 2, body.height });
		body.x += BESIDE;
		body.width -= BESIDE;
	}
	lines = draw_prompt(app, progress, grid, body);
	body.y += lines;
	body.height -= lines;
	body.height -= draw_coach(workshop, progress, grid, body);
	if (shows_result(workshop, progress))
		draw_result(app, workshop, progress, grid, body);
	else
		stage_draw(&workshop->stage, grid, body);
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
	if (shows_result(workshop, progress))
		return CONTEXT_STEP | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY |
		       (is_table(progress) ? CONTEXT_SAYS | (stage_contexts(&workshop->stage) & CONTEXT_REGISTER) : CONTEXT_RESULT);
	contexts = stage_contexts(&workshop->stage);
	if (contexts & CONTEXT_STEP)
		contexts |= CONTEXT_SESSION | (instrument->reveals ? CONTEXT_REVEAL : 0);
	return contexts;
}

static void go(struct app *app, struct workshop *workshop, int by)
{
	int at = index_of(app, workshop) + by;

	if (at < 0)
		app_say(app, "%s", _("this is the first step"));
	else if (at >= (int)app->session->step_count)
		app_say(app, "%s", _("this was the last step: s shows the summary, F marks the session as finished"));
	else
		show_step(app, workshop, at);
}

static void reveal(struct app *app, struct workshop *workshop, const struct progress *progress)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);
	struct changes changes = { 0 };
	int missing;

	if (!instrument->reveals)
		return;
	if (progress_is_revealed(progress)) {
		workshop->scroll = 0;
		workshop->table = is_table(progress) && !workshop->table;
		if (workshop->table)
			stage_enter(&workshop->stage, app->session, progress);
		else if (!is_table(progress))
			app_say(app, "%s", _("this is revealed already; R asks again in a new round"));
		return;
	}
	missing = step_missing(app->session, progress);
	if (missing > 0 && !workshop->warned) {
		workshop->warned = true;
		app_warn(app, P_("%d has not answered yet: r again reveals all the same",
				 "%d have not answered yet: r again reveals all the same", missing), missing);
		return;
	}
	workshop->scroll = 0;
	workshop->table = false;
	changes_label(&changes, N_("reveal"));
	change_step_state(&changes, progress->step->key, STEP_REVEALED);
	app_apply(app, &changes);
}

static void reopen(struct app *app, struct workshop *workshop, const struct progress *progress)
{
	struct changes changes = { 0 };

	changes_label(&changes, N_("a new round"));
	change_step_reopen(&changes, progress->step->key);
	if (app_apply(app, &changes)) {
		refresh(app, workshop);
		stage_enter(&workshop->stage, app->session, workshop->stage.progress);
		app_say(app, "%s", _("asked again; the summary says that this is another round"));
	}
}

static void switch_way(struct app *app, struct workshop *workshop, const struct progress *progress)
{
	const struct answering *answering = instrument_find(progress->step->kind)->answering;
	struct changes changes = { 0 };

	if (!answering || !answering->tally_count || progress->step->by != BY_PERSON) {
		app_say(app, "%s", _("this step is answered one by one"));
		return;
	}
	/* A tally would show what was answered in roll call; roll call does not show counts, and would add to them. */
	if (progress->ballot_count > 0) {
		app_warn(app, "%s",
			progress->entry == ENTRY_TALLY
				? _("some are counted already: set the counts to 0 before roll call, or go on counting")
				: _("some have answered already: take that back (Del) before a tally, or go on one by one"));
		return;
	}
	changes_label(&changes, N_("way of answering"));
	change_step_entry(&changes, progress->step->key,
		progress->entry == ENTRY_TALLY ? ENTRY_ROLL_CALL : ENTRY_TALLY);
	if (app_apply(app, &changes)) {
		refresh(app, workshop);
		stage_enter(&workshop->stage, app->session, workshop->stage.progress);
		app_say(app, "%s",
			workshop->stage.progress->entry == ENTRY_TALLY
				? _("tally: how many of each side gave each answer; w goes back to roll call")
				: _("roll call: one person after the other"));
	}
}

static void add_time(struct app *app, const struct progress *progress)
{
	const struct session_module *entry = module_of(app->session, progress);
	struct changes changes = { 0 };
	char minutes[16], *slack;
	struct plan plan;

	snprintf(minutes, sizeof minutes, "%d", entry->minutes + LONGER_MINUTES);
	changes_label(&changes, N_("more time"));
	change_module_set(&changes, entry->module->id, "minutes", minutes);
	if (!app_apply(app, &changes))
		return;
	plan_init(&plan, app->session, app_clock(app));
	slack = plan_slack(&plan);
	if (slack)
		app_say(app, _("five minutes more: %s minutes for this module (agenda: %s)"), minutes, slack);
	else
		app_say(app, _("five minutes more: %s minutes for this module"), minutes);
	free(slack);
}

static void finish(struct app *app)
{
	struct changes changes = { 0 };
	bool finished = app->session->state == SESSION_FINISHED;

	changes_label(&changes, N_("finishing the session"));
	change_session(&changes, "state", session_state_name(finished ? SESSION_RUNNING : SESSION_FINISHED));
	if (app_apply(app, &changes))
		app_say(app, "%s", finished ? _("the session is running again")
					    : _("the session is finished: s shows the summary, e writes it to a file"));
}

static void scroll(struct workshop *workshop, int by)
{
	int most = workshop->lines - workshop->room;

	workshop->scroll += by;
	if (workshop->scroll > most)
		workshop->scroll = most;
	if (workshop->scroll < 0)
		workshop->scroll = 0;
}

static bool scroll_key(struct workshop *workshop, enum action action)
{
	switch (action) {
	case ACT_UP:
		scroll(workshop, -1);
		return true;
	case ACT_DOWN:
		scroll(workshop, 1);
		return true;
	case ACT_PAGE_UP:
		scroll(workshop, -(workshop->room - 1));
		return true;
	case ACT_PAGE_DOWN:
		scroll(workshop, workshop->room - 1);
		return true;
	case ACT_FIRST:
		scroll(workshop, -workshop->lines);
		return true;
	case ACT_LAST:
		scroll(workshop, workshop->lines);
		return true;
	default:
		return false;
	}
}

/* Called by the agenda and the list of gaps. The workshop lies right below it. */
static void go_to(struct app *app, const char *step)
{
	for (int i = 0; i < app->screen_count; i++)
		if (app->screens[i]->ops->resume && strcmp(app->screens[i]->ops->name, "workshop") == 0)
			show_step(app, workshop_of(app->screens[i]), session_step(app->session, step));
}

/* Keys that open something; false for those that do not. */
static bool open_key(struct app *app, struct workshop *workshop, enum action action)
{
	switch (action) {
	case ACT_NOTE:
		app_push(app, item_form(ITEM_NOTE, workshop->step));
		return true;
	case ACT_DECISION:
		app_push(app, item_form(ITEM_DECISION, workshop->step));
		return true;
	case ACT_DIFFER:
		app_push(app, item_form(ITEM_DIFFER, workshop->step));
		return true;
	case ACT_AGREE:
		items_push_decisions(app);
		return true;
	case ACT_ACTION:
		app_push(app, item_form(ITEM_ACTION, workshop->step));
		return true;
	case ACT_PARK:
		app_push(app, item_form(ITEM_PARKED, workshop->step));
		return true;
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
		finish(app);
		return true;
	default:
		return false;
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
		reveal(app, workshop, progress);
		return true;
	case ACT_REOPEN:
		reopen(app, workshop, progress);
		return true;
	case ACT_WAY:
		switch_way(app, workshop, progress);
		return true;
	case ACT_TIME:
		add_time(app, progress);
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
	if (!app_apply(app, &changes)) {
		/* What could not be kept has not been answered. */
		stage->row = row;
		stage->column = column;
		stage->which = which;
	}
	refresh(app, workshop);
	return used;
}

static bool use_key(struct app *app, struct workshop *workshop, enum action action, const struct key *key)
{
	const struct progress *progress;
	bool revealed;

	refresh(app, workshop);
	progress = workshop->stage.progress;
	if (!progress)
		return open_key(app, workshop, action);
	revealed = shows_result(workshop, progress);
	if (!revealed && give_to_stage(app, workshop, action, key))
		return true;
	if (revealed && scroll_key(workshop, action))
		return true;
	return open_key(app, workshop, action) || step_key(app, workshop, progress, action);
}

#define TYPING "typing:"

static void forget_typing(struct app *app, struct workshop *workshop)
{
	store_draft_save(app->store, app->session->id, workshop->draft, NULL, NULL);
	mem_set(&workshop->draft, NULL);
	mem_set(&workshop->drafted, NULL);
}

/* What is typed into the step itself is kept every second, and forgotten when it was taken or left. */
static void keep_typing(struct app *app, struct workshop *workshop)
{
	const char *text = workshop->stage.field.text.data;
	char *name = workshop->stage.progress ? stage_draft(&workshop->stage) : NULL;
	struct err err = { 0 };

	if (name && strcmp(text, workshop->drafted ? workshop->drafted : "") != 0) {
		char *field = mem_printf(TYPING "%s:%s", workshop->step, name);

		if (workshop->draft && strcmp(workshop->draft, field) != 0)
			store_draft_save(app->store, app->session->id, workshop->draft, NULL, NULL);
		if (store_draft_save(app->store, app->session->id, field, text, &err) == 0)
			mem_set(&workshop->drafted, text);
		else
			app_fail(app, &err);
		mem_set(&workshop->draft, field);
		free(field);
	} else if (!name && workshop->draft) {
		forget_typing(app, workshop);
	}
	free(name);
}

static bool workshop_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct workshop *workshop = workshop_of(screen);
	bool used = use_key(app, workshop, action, key);
	char *typed;

	/* The next key may come before anything is drawn, as on a screen that is too small. */
	refresh(app, workshop);
	typed = workshop->stage.progress ? stage_draft(&workshop->stage) : NULL;
	/* What was taken or left just now is not to be offered again, whatever happens within the second. */
	if (workshop->draft && !typed)
		forget_typing(app, workshop);
	free(typed);
	return used;
}

/* Whether the draft was typed into the step on the screen, and is there again now. */
static bool restore_typing(struct workshop *workshop, const char *field, const char *text)
{
	size_t prefix = strlen(TYPING), step = strlen(workshop->step);

	if (strncmp(field, TYPING, prefix) != 0 || strncmp(field + prefix, workshop->step, step) != 0 ||
	    field[prefix + step] != ':' || !workshop->stage.progress)
		return false;
	if (progress_is_revealed(workshop->stage.progress) && !is_table(workshop->stage.progress))
		return false;
	workshop->table = true;
	mem_set(&workshop->draft, field);
	return stage_restore(&workshop->stage, field + prefix + step + 1, text);
}

/* An unfinished text of the last time opens again, as it was. */
static void workshop_enter(struct app *app, struct screen *screen)
{
	drafts_offer(app, screen, app->session->id);
}

static void workshop_tick(struct app *app, struct screen *screen)
{
	struct workshop *workshop = workshop_of(screen);

	if (!app->session)
		return;
	/* A screen above may have changed the session since. */
	refresh(app, workshop);
	keep_typing(app, workshop);
	if (app_clock(app) >= FLUSH_SECONDS)
		app_flush_clock(app);
}

/* The step on the screen may have gone, or changed. */
static void catch_up(struct app *app, struct workshop *workshop)
{
	/* The agenda may have left the step's module out. */
	if (index_of(app, workshop) < 0)
		show_step(app, workshop, app->session->step_count ? 0 : -1);
	refresh(app, workshop);
}

static void workshop_resume(struct app *app, struct screen *screen)
{
	begin(app);
	catch_up(app, workshop_of(screen));
}

/* A number that changes when anything about a step changes (FNV-1a). */
static void mix(uint64_t *mark, const void *data, size_t length)
{
	const unsigned char *bytes = data;

	for (size_t i = 0; i < length; i++)
		*mark = (*mark ^ bytes[i]) * 0x100000001b3u;
}

static void mix_text(uint64_t *mark, const char *text)
{
	mix(mark, text ? text : "", text ? strlen(text) + 1 : 0);
}

static uint64_t mark_of(const struct session *session, const struct progress *progress)
{
	uint64_t mark = 0xcbf29ce484222325u;

	mix(&mark, &progress->state, sizeof progress->state);
	mix(&mark, &progress->entry, sizeof progress->entry);
	mix(&mark, &progress->round, sizeof progress->round);
	for (size_t i = 0; i < progress->ballot_count; i++)
		for (int which = 0; which < WHICH_COUNT; which++)
			mix_text(&mark, progress->ballots[i].answers[which]);
	for (size_t r = 0; r < session->row_count; r++) {
		if (strcmp(session->rows[r].step, progress->step->key) != 0)
			continue;
		mix(&mark, &session->rows[r].id, sizeof session->rows[r].id);
		for (size_t c = 0; c < session->rows[r].cell_count; c++)
			mix_text(&mark, session->rows[r].cells[c].value);
	}
	for (size_t i = 0; i < session->rating_count; i++)
		if (strcmp(session->ratings[i].step, progress->step->key) == 0)
			mix(&mark, &session->ratings[i].value, sizeof session->ratings[i].value);
	return mark;
}

static void workshop_undoing(struct app *app, struct screen *screen)
{
	struct workshop *workshop = workshop_of(screen);

	free(workshop->marks);
	workshop->mark_count = app->session->step_count;
	workshop->marks = mem_zalloc(workshop->mark_count, sizeof *workshop->marks);
	for (size_t i = 0; i < workshop->mark_count; i++)
		workshop->marks[i] = mark_of(app->session, &app->session->steps[i]);
}

/* Goes to the step that changed, and there to where the next answer is due. */
static void workshop_undone(struct app *app, struct screen *screen)
{
	struct workshop *workshop = workshop_of(screen);
	int here = index_of(app, workshop), changed = -1;

	for (size_t i = 0; workshop->mark_count == app->session->step_count && i < workshop->mark_count; i++)
		if (workshop->marks[i] != mark_of(app->session, &app->session->steps[i]) &&
		    (changed < 0 || (int)i == here))
			changed = (int)i;
	if (changed >= 0 && changed != here) {
		show_step(app, workshop, changed);
		return;
	}
	catch_up(app, workshop);
	if (workshop->stage.progress)
		stage_undone(&workshop->stage);
}

static void workshop_free(struct app *app, struct screen *screen)
{
	struct workshop *workshop = workshop_of(screen);

	app_flush_clock(app);
	stage_release(&workshop->stage);
	free(workshop->draft);
	free(workshop->drafted);
	free(workshop->marks);
	free(workshop->step);
	free(workshop);
}

static const struct screen_ops workshop_ops = {
	.name = "workshop",
	.contexts = workshop_contexts,
	.draw = workshop_draw,
	.header = workshop_header,
	.key = workshop_key,
	.tick = workshop_tick,
	.enter = workshop_enter,
	.resume = workshop_resume,
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
	begin(app);
	halt_say(app);
	at = session_step(app->session, app->session->place);
	if (at < 0 && app->session->step_count > 0)
		at = 0;
	show_step(app, workshop, at);
	return &workshop->screen;
}

bool workshop_open_draft(struct app *app, struct screen *below, const char *draft)
{
	char *text;

	/* One of another step stays until that is on the screen. */
	if (strncmp(draft, TYPING, strlen(TYPING)) != 0)
		return false;
	if (below->ops != &workshop_ops || store_draft_load(app->store, app->session->id, draft, &text, NULL) != 1)
		return true;
	if (restore_typing(workshop_of(below), draft, text))
		app_say(app, "%s", _("this was not finished last time: Enter keeps it, Esc drops it"));
	free(text);
	return true;
}
