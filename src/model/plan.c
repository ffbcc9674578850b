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

/* What all modules were to take when the session began; what they are to take now, where it is not known. */
static int64_t planned_seconds(const struct session *session)
{
	int64_t planned = 0, minutes = 0;
	bool known = false;

	for (size_t i = 0; i < session->module_count; i++) {
		const struct session_module *entry = &session->modules[i];

		known = known || entry->planned >= 0;
		planned += entry->planned > 0 ? entry->planned : 0;
		minutes += entry->dropped ? 0 : entry->minutes;
	}
	return (known ? planned : minutes) * 60;
}

void plan_init(struct plan *plan, const struct session *session, int64_t running)
{
	const struct agenda *agenda = bank_agenda(session->bank, session->agenda);
	int64_t spent = 0, left = 0, all = 0, planned = planned_seconds(session);
	size_t place = place_of(session);

	*plan = (struct plan){ .length = agenda ? agenda->length : 0 };
	for (size_t i = 0; i < session->module_count; i++) {
		const struct session_module *entry = &session->modules[i];
		int64_t seconds = entry->seconds + (i == place ? running : 0);

		all += seconds;
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
	plan->late = (int)((all + left - planned) / 60);
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

enum box box_state(int64_t seconds, int minutes)
{
	int64_t all = (int64_t)minutes * 60, left = all - seconds;

	if (left < 0)
		return BOX_OVER;
	if (left * 20 <= all)
		return BOX_LAST;
	return left * 5 <= all ? BOX_SHORT : BOX_ENOUGH;
}

void box_words(int64_t seconds, int minutes, struct str *out)
{
	int64_t left = (int64_t)minutes * 60 - seconds;

	switch (box_state(seconds, minutes)) {
	case BOX_OVER:
		str_printf(out, _("over %02d:%02d"), (int)(-left / 60), (int)(-left % 60));
		break;
	case BOX_LAST:
		str_add(out, _("wrap up"));
		break;
	case BOX_SHORT:
		str_printf(out, _("%d min left"), (int)((left + 59) / 60));
		break;
	case BOX_ENOUGH:
		break;
	}
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
