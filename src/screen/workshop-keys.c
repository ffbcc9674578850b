/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys do to the step on the screen, and to the session. */
#include "screen/workshop-parts.h"

#include "base/i18n.h"
#include "model/plan.h"
#include "screen/peek.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void workshop_reveal(struct app *app, struct workshop *workshop, const struct progress *progress)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);
	struct changes changes = { 0 };
	int missing;

	if (!instrument->reveals)
		return;
	if (progress_is_revealed(progress)) {
		workshop->scroll.top = 0;
		workshop->table = workshop_is_table(progress) && !workshop->table;
		if (workshop->table)
			stage_enter(&workshop->stage, app->session, progress);
		else if (!workshop_is_table(progress))
			/* TRANSLATORS: both %s are keys. */
			app_say(app, _("this is revealed already; %s asks again in a new round, %s hides it again"),
				app_key(app, "reopen").text, app_key(app, "unreveal").text);
		return;
	}
	/* Nobody can answer any more. */
	missing = progress_is_frozen(progress) ? 0 : step_missing(app->session, progress);
	if (missing > 0 && !workshop->warned) {
		char *text = step_missing_text(progress->step, missing, app_key(app, "reveal").text);

		workshop->warned = true;
		app_warn(app, "%s", text);
		free(text);
		return;
	}
	workshop->scroll.top = 0;
	workshop->table = workshop->peek = false;
	changes_label(&changes, N_("reveal"));
	change_step_state(&changes, progress->step->key, STEP_REVEALED);
	app_apply(app, &changes);
}

void workshop_reopen(struct app *app, struct workshop *workshop, const struct progress *progress)
{
	struct changes changes = { 0 };

	changes_label(&changes, N_("a new round"));
	change_step_reopen(&changes, progress->step->key);
	if (app_apply(app, &changes)) {
		workshop_refresh(app, workshop);
		stage_enter(&workshop->stage, app->session, workshop->stage.progress);
		app_say(app, "%s",
			workshop->stage.progress->first_count > 0
				? _("asked again; the first result is kept")
				: _("asked again; the summary says that this is another round"));
	}
}

void workshop_say_hidden(struct app *app, const struct progress *progress)
{
	app_say(app, "%s",
		progress_is_frozen(progress)
			? _("hidden again; the summary says so. What was seen without names stays as it is")
			: _("hidden again; the summary says that the reveal was taken back"));
}

void workshop_hide(struct app *app, struct workshop *workshop, const struct progress *progress)
{
	struct changes changes = { 0 };
	bool decided = false;

	for (size_t i = 0; i < app->session->item_count; i++) {
		const struct item *item = &app->session->items[i];

		decided = decided || (item_is_outcome(item) && strcmp(item->step, progress->step->key) == 0);
	}
	/* The store says the same, with the step's key. */
	if (decided) {
		/* TRANSLATORS: %s is a key. */
		app_warn(app,
			_("something was decided on this result: remove that first, or ask again in a new round (%s)"),
			app_key(app, "reopen").text);
		return;
	}
	changes_label(&changes, N_("taking a reveal back"));
	change_step_hide(&changes, progress->step->key);
	if (!app_apply(app, &changes))
		return;
	workshop_refresh(app, workshop);
	stage_enter(&workshop->stage, app->session, workshop->stage.progress);
	workshop_say_hidden(app, workshop->stage.progress);
}

void workshop_peek(struct app *app, struct workshop *workshop, const struct progress *progress)
{
	const char *refusal = peek_refusal(progress);

	if (refusal)
		app_say(app, "%s", refusal);
	else
		workshop->peek = !workshop->peek;
}

void workshop_blank(struct app *app)
{
	struct err err = { 0 };

	if (store_blank(app->store, app->session, !app->session->blank, &err) != 0)
		app_fail(app, &err);
	else if (app->session->blank)
		/* TRANSLATORS: %s is a key. */
		app_say(app, _("the audience's screen is blank; %s shows it again"), app_key(app, "blank").text);
	else
		app_say(app, "%s", _("the audience's screen shows the workshop again"));
}

void workshop_finish(struct app *app)
{
	struct changes changes = { 0 };
	bool finished = app->session->state == SESSION_FINISHED;

	changes_label(&changes, N_("finishing the session"));
	change_session(&changes, "state", session_state_name(finished ? SESSION_RUNNING : SESSION_FINISHED));
	if (!app_apply(app, &changes))
		return;
	if (finished)
		app_say(app, "%s", _("the session is running again"));
	else
		/* TRANSLATORS: both %s are keys. */
		app_say(app, _("the session is finished: %s shows the summary, %s writes it to a file"),
			app_key(app, "summary").text, app_key(app, "export").text);
}
