/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our hand on the clock of the open session. */
#include "screen/app.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/random.h"

bool app_clock_runs(const struct app *app)
{
	return app->session && app->counting && app->session->state != SESSION_FINISHED &&
	       app->session->halt == HALT_NONE;
}

int64_t app_clock(const struct app *app)
{
	if (!app->session)
		return 0;
	return clock_elapsed(&app->clock, app->session, clock_ticks(), clock_wall()) / 1000;
}

/* Writes down what has run; stops: and counts no longer. Where it failed, it is tried again before long. */
static void write_clock(struct app *app, bool stops)
{
	int64_t ticks = clock_ticks(), wall = clock_wall();
	int64_t ran = clock_elapsed(&app->clock, app->session, ticks, wall);
	struct err err = { 0 };

	if (stops)
		(void)store_clock_stop(app->store, app->session, ran, wall, &err);
	else if (store_clock_write(app->store, app->session, ran, wall, &err) == 1)
		clock_note(&app->clock, app->session, ticks - ran % 1000);
}

static void take_clock(struct app *app)
{
	int64_t ticks = clock_ticks();
	struct err err = { 0 };

	if (!app->clock.owner[0])
		random_id(NULL, app->clock.owner, CLOCK_OWNER);
	if (store_clock_take(app->store, app->session, app->clock.owner, clock_wall(), &err) == 1)
		clock_note(&app->clock, app->session, ticks);
}

void app_flush_clock(struct app *app)
{
	if (app->session && clock_is_ours(&app->clock, app->session) && app_clock(app) > 0)
		write_clock(app, false);
}

void app_stop_clock(struct app *app)
{
	app->leads = false;
	if (app->session && clock_is_ours(&app->clock, app->session))
		write_clock(app, true);
}

void app_tick_clock(struct app *app)
{
	int64_t gap = clock_gap(&app->clock, clock_ticks());
	bool runs = app->leads && app_clock_runs(app), ours;

	if (!app->session)
		return;
	ours = clock_is_ours(&app->clock, app->session);
	clock_follow(&app->clock, app->session, clock_ticks(), clock_wall());
	if (ours && gap > 0) {
		app->stood += gap / 1000;
		app->says_stood = true;
		/* What was said before that is old. */
		app->status[0] = '\0';
		write_clock(app, false);
	} else if (ours && !runs) {
		write_clock(app, true);
	} else if (ours && app_clock(app) * 1000 >= CLOCK_FLUSH) {
		write_clock(app, false);
	} else if (!ours && runs && clock_is_free(app->session, clock_wall())) {
		take_clock(app);
	}
}

void app_say_stood(struct app *app)
{
	int minutes = (int)(app->stood / 60);

	if (!app->says_stood || app->status[0])
		return;
	app->says_stood = false;
	/* TRANSLATORS: the two %s are keys, pressed one after the other. */
	app_warn(app, P_("the clock stood still for %d minute, while the program did: %s, %s counts it",
			"the clock stood still for %d minutes, while the program did: %s, %s counts them", minutes),
		minutes, app_key(app, "time").text, app_key(app, "count-standstill").text);
}
