/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions that are set aside or cancelled. */
#include "screen/halt.h"

#include "base/i18n.h"
#include "screen/confirm.h"

#include <stdlib.h>

static bool set(struct app *app, enum session_halt halt, const char *label)
{
	struct changes changes = { 0 };

	changes_label(&changes, label);
	change_session(&changes, "halted", session_halt_name(halt));
	return app_apply(app, &changes);
}

/* What is over is neither set aside nor cancelled. */
static bool is_over(struct app *app)
{
	if (app->session->state != SESSION_FINISHED)
		return false;
	/* TRANSLATORS: %s is a key. */
	app_warn(app, _("the session is finished: %s in the workshop makes it run again"), app_key(app, "finish").text);
	return true;
}

void halt_aside(struct app *app)
{
	enum session_halt halt = app->session->halt;

	if (halt == HALT_CANCELLED)
		/* TRANSLATORS: %s is a key. */
		app_warn(app, _("the session is cancelled: %s takes that back"), app_key(app, "cancel-session").text);
	else if (halt == HALT_SET_ASIDE && set(app, HALT_NONE, N_("going on with the session")))
		app_say(app, "%s", _("the session goes on where it was left"));
	else if (halt == HALT_NONE && !is_over(app) && set(app, HALT_SET_ASIDE, N_("setting the session aside")))
		/* TRANSLATORS: %s is a key. */
		app_say(app, _("the session is set aside, with all that is in it: %s goes on with it"),
			app_key(app, "set-aside").text);
}

static void cancel(struct app *app, const char *subject)
{
	(void)subject;
	if (set(app, HALT_CANCELLED, N_("cancelling the session")))
		/* TRANSLATORS: %s is a key. */
		app_say(app, _("the session is cancelled: %s takes that back"), app_key(app, "cancel-session").text);
}

void halt_cancel(struct app *app)
{
	const struct session *session = app->session;

	if (session->halt == HALT_CANCELLED) {
		if (set(app, HALT_NONE, N_("taking the cancellation back")))
			app_say(app, "%s", _("the session is no longer cancelled"));
		return;
	}
	if (is_over(app))
		return;
	/* TRANSLATORS: the second %s is a key. */
	app_push(app, confirm_new(mem_printf(_("Cancel '%s'? What was noted stays, but no result of it stands, and its "
					       "actions are no longer open. %s takes this back."), session->title,
					     app_key(app, "cancel-session").text),
			      mem_strdup(session->id), cancel));
}

void halt_say(struct app *app)
{
	if (app->session->halt == HALT_SET_ASIDE)
		/* TRANSLATORS: the first %s is a key on the agenda, the second one the key that shows the agenda. */
		app_warn(app, _("the session is set aside: %s on the agenda (%s) goes on with it"),
			app_key(app, "set-aside").text, app_key(app, "agenda").text);
	else if (app->session->halt == HALT_CANCELLED)
		/* TRANSLATORS: the first %s is a key on the agenda, the second one the key that shows the agenda. */
		app_warn(app, _("the session is cancelled: %s on the agenda (%s) takes that back"),
			app_key(app, "cancel-session").text, app_key(app, "agenda").text);
}
