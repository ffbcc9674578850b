/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the agenda of a session comes to. */
#include "model/plan.h"

#include "base/i18n.h"
#include "base/mem.h"

/* The module where the session stands, an index; 0 before its first step. */
static size_t place_of(const struct session *session)
{
	const struct module *module = NULL;

	bank_step(session->bank, session->place, &module);
	for (size_t i = 0; module && i < session->module_count; i++)
		if (session->modules[i].module == module)
			return i;
	return 0;
}

static bool is_begun(const struct session *session, const struct session_module *entry)
{
	for (size_t i = 0; i < session->step_count; i++)
		if (session->steps[i].module == entry->module && session->steps[i].state != STEP_WAITING)
			return true;
	return entry->seconds > 0;
}

void plan_init(struct plan *plan, const struct session *session, int64_t running)
{
	const struct agenda *agenda = bank_agenda(session->bank, session->agenda);
	int64_t spent = 0, left = 0;
	size_t place = place_of(session);

	*plan = (struct plan){ .length = agenda ? agenda->length : 0 };
	for (size_t i = 0; i < session->module_count; i++) {
		const struct session_module *entry = &session->modules[i];
		int64_t seconds = entry->seconds + (i == place ? running : 0);

		if (entry->dropped)
			continue;
		plan->minutes += entry->minutes;
		spent += seconds;
		/* What was begun and left is over, however long it took. */
		if (i < place && is_begun(session, entry))
			continue;
		if (seconds < (int64_t)entry->minutes * 60)
			left += (int64_t)entry->minutes * 60 - seconds;
	}
	plan->spent = (int)(spent / 60);
	plan->left = (int)((left + 59) / 60);
}

char *plan_slack(const struct plan *plan)
{
	int slack = plan->length - plan->minutes;

	if (plan->length == 0)
		return NULL;
	if (slack == 0)
		return mem_strdup(_("no slack"));
	if (slack > 0)
		return mem_printf(_("slack %d min"), slack);
	return mem_printf(_("%d min over"), -slack);
}

int64_t plan_seconds(const struct session *session, const struct session_module *entry, int64_t running)
{
	const struct module *here = NULL;

	bank_step(session->bank, session->place, &here);
	return entry->seconds + (here == entry->module ? running : 0);
}

int plan_number(const struct session *session, const struct module *module, int *count)
{
	int number = 0;

	*count = 0;
	for (size_t i = 0; i < session->module_count; i++) {
		const struct session_module *entry = &session->modules[i];

		if (entry->dropped || entry->module->aside)
			continue;
		(*count)++;
		if (entry->module == module)
			number = *count;
	}
	return number;
}

int plan_step_number(const struct session *session, const struct progress *progress, int *count)
{
	int number = 0;

	*count = 0;
	for (size_t i = 0; i < session->step_count; i++) {
		if (session->steps[i].module != progress->module)
			continue;
		(*count)++;
		if (&session->steps[i] == progress)
			number = *count;
	}
	return number;
}
