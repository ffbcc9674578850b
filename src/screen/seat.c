/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One participant's seat. */
#include "screen/seat.h"

#include "base/date.h"
#include "base/i18n.h"
#include "instrument/way.h"
#include "screen/seat-parts.h"

#include <stdlib.h>
#include <string.h>

struct seat *seat_of(struct screen *screen)
{
	return (struct seat *)screen;
}

const struct progress *seat_progress(const struct app *app, const struct seat *seat)
{
	int at = session_step(app->session, seat->step);

	return at < 0 ? NULL : &app->session->steps[at];
}

/* Counts, and rows of answers, are the room's. */
static bool is_nameless(const struct progress *progress)
{
	return way_of(progress) == ENTRY_TALLY || way_has_rows(progress);
}

static enum sitting sitting_of(const struct app *app, const struct seat *seat)
{
	const struct session *session = app->session;
	const struct progress *progress = seat_progress(app, seat);
	const struct instrument *instrument = progress ? instrument_find(progress->step->kind) : NULL;

	if (session->halt == HALT_CANCELLED || session->state == SESSION_FINISHED)
		return SITTING_OVER;
	if (session->halt == HALT_SET_ASIDE)
		return SITTING_ASIDE;
	if (!progress || session->state == SESSION_PLANNED)
		return SITTING_IDLE;
	if (instrument->reveals && progress_is_revealed(progress))
		return SITTING_REVEALED;
	if (!instrument->answering || progress->step->by != BY_PERSON)
		return SITTING_TOGETHER;
	return is_nameless(progress) ? SITTING_OTHERWISE : SITTING_ASKED;
}

/* Following the facilitator */

static struct person *find_person(struct session *session, int id)
{
	for (size_t i = 0; i < session->person_count; i++)
		if (session->people[i].id == id)
			return &session->people[i];
	return NULL;
}

static void read_answers(struct app *app, struct seat *seat, const struct progress *progress)
{
	const struct ballot *ballot = progress_ballot(progress, seat->person);
	struct err err = { 0 };
	int known = 0;

	for (int which = 0; which < WHICH_COUNT; which++)
		mem_set(&seat->answers[which], ballot ? ballot->answers[which] : NULL);
	if (progress->anonymous) {
		for (int which = 0; which < WHICH_COUNT; which++)
			mem_set(&seat->answers[which], NULL);
		known = store_slip(app->store, app->session, progress, seat->person, seat->answers, &err);
		if (known < 0)
			app_fail(app, &err);
	}
	seat->sealed = progress->anonymous && known != 1 && progress_voted(progress, seat->person);
}

void seat_refresh(struct app *app, struct seat *seat)
{
	const struct progress *progress = seat_progress(app, seat);
	struct person *person = find_person(app->session, seat->person);

	/* Whoever sits here is here; until the first answer nobody else knows. */
	if (person && person->presence == AWAY) {
		seat->away = true;
		person->presence = PRESENT;
	}
	seat->stage.session = app->session;
	seat->stage.progress = progress;
	seat->stage.today = clock_today();
	seat->sitting = sitting_of(app, seat);
	seat->nameless = progress && progress->anonymous;
	if (progress)
		read_answers(app, seat, progress);
}

/* What is being typed is there again when the room comes back to it. */
static void keep_typing(struct app *app, struct seat *seat)
{
	char *name = seat->stage.progress && seat->stage.editing ? stage_draft(&seat->stage) : NULL;

	if (name) {
		mem_set(&seat->kept, seat->stage.field.text.data);
		mem_set(&seat->kept_step, seat->step);
		app_say(app, "%s", _("the room has gone on; what you were typing is here when it comes back"));
	} else if (seat->stage.editing) {
		app_warn(app, "%s", _("the room has gone on; what you were typing was not kept"));
	}
	free(name);
}

static void restore_typing(struct seat *seat)
{
	char *name;

	if (!seat->kept || strcmp(seat->kept_step, seat->step) != 0)
		return;
	name = mem_printf("%d", seat->person);
	stage_restore(&seat->stage, name, seat->kept);
	free(name);
	mem_set(&seat->kept, NULL);
}

static void enter_step(struct app *app, struct seat *seat, const struct progress *progress)
{
	mem_set(&seat->step, progress ? progress->step->key : "");
	seat->round = progress ? progress->round : 0;
	seat->shows = false;
	seat->scroll.top = 0;
	seat->stage.editing = false;
	seat_refresh(app, seat);
	if (!progress)
		return;
	stage_enter(&seat->stage, app->session, progress);
	if (seat->sitting == SITTING_ASKED)
		restore_typing(seat);
}

static void follow(struct app *app, struct seat *seat)
{
	int at = session_step(app->session, app->session->place);
	const struct progress *progress = at < 0 ? NULL : &app->session->steps[at];
	const char *step = progress ? progress->step->key : "";
	bool nameless;

	if (strcmp(step, seat->step) != 0 || (progress && progress->round != seat->round)) {
		/* The stage still points to what was loaded before; its step is of the bank, which stays. */
		seat->stage.session = app->session;
		seat->stage.progress = seat_progress(app, seat);
		keep_typing(app, seat);
		enter_step(app, seat, progress);
		return;
	}
	nameless = seat->nameless;
	seat_refresh(app, seat);
	if (seat->stage.editing && seat->sitting != SITTING_ASKED) {
		seat->stage.editing = false;
		app_warn(app, "%s", _("it was revealed meanwhile; what you were typing was not taken"));
	} else if (nameless && !seat->nameless && seat->sitting == SITTING_ASKED) {
		/* What was begun without a name is not to be said with one unawares. */
		app_warn(app, "%s", seat->stage.editing
					    ? _("this is answered by name from now on; what you were typing was not taken")
					    : _("this is answered by name from now on"));
		seat->stage.editing = false;
	}
}

static void seat_changed(struct app *app, struct screen *screen)
{
	struct seat *seat = seat_of(screen);

	seat->away = false;
	if (!session_person(app->session, seat->person)) {
		*seat->removed = true;
		app->ended = true;
		return;
	}
	follow(app, seat);
}

/* Keys */

bool seat_apply(struct app *app, struct seat *seat, struct changes *changes)
{
	struct err err = { 0 };
	bool done;

	if (changes->count == 0)
		return true;
	if (seat->away)
		change_person_set(changes, seat->person, "presence", presence_name(PRESENT));
	done = store_apply_aside(app->store, app->session, changes, &err) == 0;
	changes_release(changes);
	/* What was in the way is to be seen. */
	if (!done)
		store_reload(app->store, app->session, NULL);
	seat->away = false;
	seat_refresh(app, seat);
	if (!done) {
		if (seat->sitting == SITTING_REVEALED)
			app_warn(app, "%s", _("too late: it is revealed; your answer was not taken"));
		else
			app_fail(app, &err);
		seat->stage.editing = false;
	}
	return done;
}

static bool give_to_stage(struct app *app, struct seat *seat, enum action action, const struct key *key)
{
	struct changes changes = { 0 };
	struct stage *stage = &seat->stage;
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
	if (changes.count > 0 && seat->sealed) {
		changes_release(&changes);
		app_warn(app, "%s", _("your answer is in; it is anonymous and cannot be changed from here any more"));
		stage->editing = false;
		return true;
	}
	seat_remember(seat, stage->progress, &changes);
	if (!seat_apply(app, seat, &changes)) {
		seat_forget_last(seat);
		stage->row = row;
		stage->column = column;
		stage->which = which;
	}
	return used;
}

static bool seat_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct seat *seat = seat_of(screen);

	seat_refresh(app, seat);
	/* What whoever leads has done is not to be taken back from here. */
	if (seat->sitting != SITTING_ASKED && (action == ACT_UNDO || action == ACT_REDO))
		return true;
	if (seat->sitting == SITTING_REVEALED)
		return scroll_act(&seat->scroll, action);
	if (seat->sitting != SITTING_ASKED)
		return false;
	if (!seat->stage.editing && action == ACT_SHOW) {
		seat->shows = !seat->shows;
		return true;
	}
	if (!seat->stage.editing && action == ACT_UNDO) {
		seat_undo(app, seat);
		return true;
	}
	return give_to_stage(app, seat, action, key);
}

static context_set seat_contexts(const struct screen *screen)
{
	const struct seat *seat = (const struct seat *)screen;

	if (seat->stage.editing)
		return CONTEXT_EDIT;
	if (seat->sitting == SITTING_ASKED)
		return CONTEXT_SEAT | CONTEXT_MOVE | CONTEXT_ANY;
	return CONTEXT_MOVE | CONTEXT_ANY;
}

static void seat_free(struct app *app, struct screen *screen)
{
	struct seat *seat = seat_of(screen);

	(void)app;
	stage_release(&seat->stage);
	seat_release_given(seat);
	for (int which = 0; which < WHICH_COUNT; which++)
		free(seat->answers[which]);
	free(seat->kept);
	free(seat->kept_step);
	free(seat->step);
	free(seat);
}

static const struct screen_ops seat_ops = {
	.name = "seat",
	.contexts = seat_contexts,
	.draw = seat_draw,
	.header = seat_header,
	.key = seat_key,
	.changed = seat_changed,
	.free = seat_free,
};

struct screen *seat_new(struct app *app, int person, bool *removed)
{
	struct seat *seat = mem_zalloc(1, sizeof *seat);

	seat->screen.ops = &seat_ops;
	seat->person = person;
	seat->removed = removed;
	seat->step = mem_strdup("");
	stage_init(&seat->stage);
	seat->stage.keys = app->settings.keys;
	seat->stage.only = person;
	follow(app, seat);
	return &seat->screen;
}
