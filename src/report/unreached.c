/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was planned and not reached, in a summary. */
#include "report/unreached.h"

#include "base/i18n.h"
#include "instrument/instrument.h"

#include <stdlib.h>

#define MISSED_TOLD 3 /* questions of a module that are told one by one where they have no result */

bool report_module_has_result(const struct session *session, const struct module *module)
{
	for (size_t i = 0; i < session->step_count; i++)
		if (session->steps[i].module == module && step_has_result(session, &session->steps[i]))
			return true;
	return false;
}

/* Whether something of it is asked that has a result. */
static bool module_asks(const struct module *module)
{
	for (size_t i = 0; i < module->step_count; i++)
		if (instrument_find(module->steps[i].kind)->reveals)
			return true;
	return false;
}

/* Whether the room got to a module. Where nothing is asked, only the clock knows. */
static bool module_reached(const struct session *session, const struct session_module *entry)
{
	return module_asks(entry->module) ? report_module_has_result(session, entry->module) : entry->seconds > 0;
}

/* A module that has no result, as a line; for free(). */
static char *unreached_module(const struct session *session, const struct session_module *entry)
{
	int answered = 0;

	if (entry->dropped)
		return mem_printf(_("%s (left out of the agenda)"), entry->module->title);
	for (size_t i = 0; i < session->step_count; i++)
		answered += session->steps[i].module == entry->module && session->steps[i].ballot_count > 0;
	if (answered == 0)
		return mem_printf(_("%s (the whole module)"), entry->module->title);
	return mem_printf(P_("%s (the whole module: %d question was answered, and not revealed)",
			     "%s (the whole module: %d questions were answered, and not revealed)", answered),
		entry->module->title, answered);
}

/* A question without a result, in a module that has some. */
static bool is_missed(const struct session *session, const struct progress *progress)
{
	return instrument_find(progress->step->kind)->reveals && !step_has_result(session, progress) &&
	       !progress->module->aside && report_module_has_result(session, progress->module);
}

static int missed_of(const struct session *session, const struct module *module)
{
	int missed = 0;

	for (size_t i = 0; i < session->step_count; i++)
		missed += session->steps[i].module == module && is_missed(session, &session->steps[i]);
	return missed;
}

static bool is_first_missed(const struct session *session, const struct progress *progress)
{
	for (size_t i = 0; &session->steps[i] != progress; i++)
		if (session->steps[i].module == progress->module && is_missed(session, &session->steps[i]))
			return false;
	return true;
}

/* How much of a module is missing, as a line; for free(). */
static char *missed_module(const struct session *session, const struct module *module)
{
	int missed = missed_of(session, module), all = 0, answered = 0;

	for (size_t i = 0; i < session->step_count; i++) {
		const struct progress *progress = &session->steps[i];

		if (progress->module != module)
			continue;
		all += instrument_find(progress->step->kind)->reveals;
		answered += is_missed(session, progress) && progress->ballot_count > 0;
	}
	if (answered == 0)
		return mem_printf(_("%s (%d of %d questions)"), module->title, missed, all);
	return mem_printf(P_("%s (%d of %d questions; %d was answered, and not revealed)",
			     "%s (%d of %d questions; %d were answered, and not revealed)", answered),
		module->title, missed, all, answered);
}

/* What was planned and not reached, so that nothing disappears because time ran out. */
void unreached_write(const struct session *session, enum detail detail, struct doc *doc)
{
	struct doc list = { 0 };

	for (size_t m = 0; m < session->module_count; m++) {
		const struct session_module *entry = &session->modules[m];

		/* In an opening or a break nothing is missed. */
		if (!entry->module->aside && (entry->dropped || !module_reached(session, entry))) {
			char *text = unreached_module(session, entry);

			doc_bullet(&list, STYLE_NORMAL, text);
			free(text);
		}
	}
	for (size_t i = 0; i < session->step_count; i++) {
		const struct progress *progress = &session->steps[i];
		char *text;

		if (!is_missed(session, progress))
			continue;
		/* Whoever was not there is told how much is missing, and not each of it. */
		if (detail == DETAIL_SHORT && missed_of(session, progress->module) > MISSED_TOLD) {
			if (!is_first_missed(session, progress))
				continue;
			text = missed_module(session, progress->module);
			doc_bullet(&list, STYLE_NORMAL, text);
			free(text);
			continue;
		}
		text = mem_printf(progress->ballot_count ? _("%s: %s (answered, not revealed)") : "%s: %s",
			progress->module->title, progress->step->prompt);
		doc_bullet(&list, STYLE_NORMAL, text);
		free(text);
	}
	if (list.count > 0 || detail == DETAIL_FULL)
		doc_heading(doc, 2, _("What was not reached"));
	if (list.count == 0)
		doc_text(doc, STYLE_NORMAL,
			detail == DETAIL_FULL ? _("Nothing: every step was reached.")
					      : _("Every question was reached."));
	doc_append(doc, &list);
	doc_gap(doc);
}
