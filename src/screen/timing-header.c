/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time in the header, for whatever shows a module. */
#include "screen/timing.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/plan.h"
#include "view/header.h"

void timing_add_box(const struct app *app, const struct session_module *entry, struct str *header)
{
	static const char *const marks[] = { [BOX_ENOUGH] = "", [BOX_SHORT] = HEADER_WARN, [BOX_LAST] = HEADER_ALERT,
		[BOX_OVER] = HEADER_ALERT };
	int64_t seconds = plan_seconds(app->session, entry, app_clock(app));
	enum box box = box_state(seconds, entry->minutes);
	char now[6];

	str_printf(header, "\t%s%s  ", marks[box], box == BOX_ENOUGH ? "" : HEADER_SPARE);
	str_printf(header, _("%02d:%02d of %d:00"), (int)(seconds / 60), (int)(seconds % 60), entry->minutes);
	if (box != BOX_ENOUGH) {
		str_printf(header, "\t%s  ", marks[box]);
		box_words(seconds, entry->minutes, header);
	}
	clock_time(clock_now(), now);
	str_printf(header, "\t  %s", now);
}

void timing_add_plan(const struct app *app, struct str *header)
{
	struct plan plan;
	char end[6];

	if (!app_clock_runs(app))
		return;
	plan_init(&plan, app->session, app_clock(app));
	if (plan.late != 0) {
		str_add(header, "\t" HEADER_SPARE "  ");
		str_printf(header, plan.late > 0 ? _("%d min behind") : _("%d min ahead"),
			plan.late > 0 ? plan.late : -plan.late);
	}
	str_add(header, "\t" HEADER_SPARE "  ");
	clock_time(clock_now() + (int64_t)plan.left * 60, end);
	str_printf(header, _("ends %s"), end);
}
