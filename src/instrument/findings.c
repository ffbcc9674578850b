/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all questions of a session came to. */
#include "instrument/findings.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "instrument/instrument.h"
#include "model/action-head.h"
#include "model/decision.h"
#include "model/fate.h"

#include <stdlib.h>

#define SUBJECT 40 /* columns of a text that is rated */

/* Whether the step asks both sides, somebody answered, and what they said may be talked about. */
static bool compares(const struct session *session, const struct progress *progress)
{
	return progress_is_revealed(progress) && progress->step->by != BY_ROOM &&
	       instrument_find(progress->step->kind)->verdict && step_is_answered(session, progress);
}

/* One prompt may ask about several texts. */
static char *question_of(const struct session *session, const struct step *step)
{
	const char *subject = step_subject(session, step);
	char *cut, *question;

	if (!subject)
		return mem_strdup(step->prompt);
	cut = text_ellipsize(subject, SUBJECT);
	question = mem_printf("%s \xe2\x80\x9c%s\xe2\x80\x9d", step->prompt, cut);
	free(cut);
	return question;
}

static void find(const struct session *session, const struct progress *progress, struct finding *out)
{
	*out = (struct finding){ .progress = progress };
	out->question = question_of(session, progress->step);
	out->sentence = instrument_find(progress->step->kind)->verdict(session, progress, &out->verdict);
	if (!out->sentence)
		out->sentence = mem_strdup(_("Too little was answered, or may be shown, to say."));
	out->fate = fate_of(session, progress->step->key);
}

static int compare(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	int order = verdict_compare(&x->verdict, &y->verdict);

	/* All of them point into one array. */
	return order ? order : x->progress < y->progress ? -1 : x->progress > y->progress;
}

void findings_init(struct findings *findings, const struct session *session)
{
	findings->items = mem_zalloc(session->step_count, sizeof *findings->items);
	findings->count = 0;
	for (size_t i = 0; i < session->step_count; i++)
		if (compares(session, &session->steps[i]))
			find(session, &session->steps[i], &findings->items[findings->count++]);
	if (findings->count > 1)
		qsort(findings->items, findings->count, sizeof *findings->items, compare);
}

void findings_release(struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		free(findings->items[i].question);
		free(findings->items[i].sentence);
	}
	free(findings->items);
	*findings = (struct findings){ 0 };
}

bool finding_is_open(const struct finding *finding)
{
	return verdict_asks(finding->verdict.kind) && (!finding->fate || fate_is_dropped(finding->fate));
}

int findings_open(const struct findings *findings)
{
	int count = 0;

	for (size_t i = 0; i < findings->count; i++)
		count += finding_is_open(&findings->items[i]);
	return count;
}

int findings_of(const struct findings *findings, enum verdict_kind kind)
{
	int count = 0;

	for (size_t i = 0; i < findings->count; i++)
		count += findings->items[i].verdict.kind == kind;
	return count;
}

const char *verdict_name(enum verdict_kind kind)
{
	static const char *const names[VERDICT_KINDS] = {
		[VERDICT_GAP] = N_("Gaps between the sides"),
		[VERDICT_SPLIT] = N_("Splits within the sides"),
		[VERDICT_WEAKNESS] = N_("Shared weaknesses"),
		[VERDICT_MISREAD] = N_("Misread"),
		[VERDICT_AGREEMENT] = N_("Agreement"),
		[VERDICT_NONE] = N_("Not clear"),
	};

	return _(names[kind]);
}

const char *verdict_word(enum verdict_kind kind)
{
	static const char *const words[VERDICT_KINDS] = {
		[VERDICT_GAP] = N_("Gap"),
		[VERDICT_SPLIT] = N_("Split"),
		[VERDICT_WEAKNESS] = N_("Weakness"),
		[VERDICT_MISREAD] = N_("Misread"),
		[VERDICT_AGREEMENT] = N_("Agreement"),
		[VERDICT_NONE] = N_("Not clear"),
	};

	return _(words[kind]);
}

bool fate_is_settled(const struct item *fate)
{
	return fate && !fate_is_dropped(fate) && (fate->kind != ITEM_DECISION || decision_confirmed(fate));
}

static const char *action_word(enum action_state state)
{
	static const char *const words[ACTION_STATES] = {
		[ACTION_OPEN] = N_("action"),
		[ACTION_CARRIED] = N_("carried"),
		[ACTION_DONE] = N_("done"),
		[ACTION_DROPPED] = N_("dropped"),
	};

	return _(words[state]);
}

const char *fate_word(const struct item *fate)
{
	if (!fate)
		return _("open");
	switch (fate->kind) {
	case ITEM_DECISION:
		return decision_confirmed(fate) ? _("decided") : _("proposed");
	case ITEM_ACTION:
		return action_word(item_state(fate));
	case ITEM_PARKED:
		return _("parked");
	case ITEM_DIFFER:
		return _("differ");
	default:
		return "";
	}
}

char *fate_text(const struct item *fate)
{
	if (!fate)
		return NULL;
	switch (fate->kind) {
	case ITEM_DECISION:
		return mem_printf(decision_confirmed(fate) ? _("Decided: %s") : _("Proposed: %s"), fate->text);
	case ITEM_ACTION:
		if (fate_is_dropped(fate))
			/* TRANSLATORS: an action, and why it is not done. */
			return mem_printf(_("Dropped: %s (%s)"), fate->text, fate->dropped);
		return mem_printf(_("Action: %s (%s)"), fate->text, fate->owner[0] ? fate->owner : _("nobody yet"));
	case ITEM_PARKED:
		return mem_printf(_("Parked: %s"), fate->text);
	case ITEM_DIFFER:
		return mem_printf(_("Agreed to differ: %s"), fate->text);
	default:
		return mem_strdup(fate->text);
	}
}
