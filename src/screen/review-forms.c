/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which day an action is carried over to, and why one is dropped. */
#include "screen/review-parts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "screen/form.h"

#include <stdlib.h>
#include <string.h>

static char *ref_of(const struct follow_entry *entry)
{
	return mem_printf("%s/%d", entry->from->id, entry->item->id);
}

/* The day that was typed, or none; -1 with err set where it is no day. */
static int read_day(const struct app *app, const char *text, int *day, struct err *err)
{
	*day = text[0] ? date_parse_near(text, review_day(app->session)) : DAY_NONE;
	if (text[0] && *day == DAY_NONE)
		return err_set(err, ERR_INPUT, _("'%s' is no date; type 2026-12-31, +14, +2w or +3m"), text);
	return 0;
}

/* What was asked for an action that somebody else may have settled meanwhile. */
static int settle(struct app *app, const char *ref, const struct follow_verdict *verdict, const char *label,
	struct err *err)
{
	const struct review *review = review_of(app);
	const struct follow_entry *entry = review ? review_find(review, ref) : NULL;
	struct changes changes = { 0 };
	int result;

	if (!entry)
		return err_set(err, ERR_FAILED, _("this action is not open any more"));
	changes_label(&changes, label);
	follow_settle(app->session, entry, verdict, session_next_item(app->session), &changes);
	result = store_apply(app->store, app->session, &changes, err);
	changes_release(&changes);
	return result;
}

static int carry(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct follow_verdict verdict = { .how = FOLLOW_CARRY, .owner = values->values[1] };

	*at = 0;
	if (read_day(app, values->values[0], &verdict.due, err) != 0)
		return -1;
	return settle(app, values->subject, &verdict, N_("carrying an action over"), err);
}

static int drop(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct follow_verdict verdict = { .how = FOLLOW_DROP, .reason = values->values[0] };

	(void)at;
	return settle(app, values->subject, &verdict, N_("dropping an action"), err);
}

/* The day that is asked for all; but nothing is to be done earlier than was promised. */
static int day_for(const struct item *item, int day)
{
	return day != DAY_NONE && item->due != DAY_NONE && item->due > day ? item->due : day;
}

static int carry_all(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	const struct review *review = review_of(app);
	struct changes changes = { 0 };
	int day, id = session_next_item(app->session), result;

	(void)at;
	if (!review || read_day(app, values->values[0], &day, err) != 0)
		return -1;
	changes_label(&changes, N_("carrying all actions over"));
	for (size_t i = 0; i < review->follow.count; i++) {
		const struct follow_entry *entry = &review->follow.entries[i];
		struct follow_verdict verdict = { .how = FOLLOW_CARRY, .owner = entry->item->owner,
						  .due = day_for(entry->item, day) };

		if (!entry->here)
			follow_settle(app->session, entry, &verdict, id++, &changes);
	}
	result = changes.count ? store_apply(app->store, app->session, &changes, err) : 0;
	changes_release(&changes);
	return result;
}

struct screen *review_carry_form(const struct app *app, const struct follow_entry *entry)
{
	const struct item *here = entry->here && !entry->here->done && !entry->here->dropped[0] ? entry->here : NULL;
	char *ref = ref_of(entry), *draft = mem_printf(REVIEW_CARRY_DRAFT "%s", ref), *hint;
	char was[11], due[11];
	struct screen *form;

	date_format(entry->item->due, was);
	date_format(here ? here->due : follow_due(entry, review_day(app->session)), due);
	if (was[0])
		hint = mem_printf(_("It was due on %s. 2026-12-31, or +14 (days), +2w, +3m; empty: no date."), was);
	else
		hint = mem_strdup(_("It had no date. 2026-12-31, or +14 (days), +2w, +3m; empty: no date."));
	form = form_new(&(struct form_spec){
		.title = _("Carry the action over"),
		.intro = entry->item->text,
		.submit = carry,
		.subject = ref,
		.draft = draft,
		.fields = { { .label = _("By when"), .hint = hint, .value = due, .replace = true },
			    { .label = _("Who"), .hint = _("The one who will see to it."), .replace = true,
			      .value = here ? here->owner : entry->item->owner } },
		.count = 2,
	});
	free(hint);
	free(draft);
	free(ref);
	return form;
}

struct screen *review_drop_form(const struct follow_entry *entry)
{
	char *ref = ref_of(entry), *draft = mem_printf(REVIEW_DROP_DRAFT "%s", ref);
	struct screen *form = form_new(&(struct form_spec){
		.title = _("Drop the action"),
		.intro = entry->item->text,
		.submit = drop,
		.subject = ref,
		.draft = draft,
		.fields = { { .label = _("Why"), .hint = _("A few words, which stand with it in the summary."),
			      .required = true, .lines = 3, .value = entry->here ? entry->here->dropped : NULL } },
		.count = 1,
	});

	free(draft);
	free(ref);
	return form;
}

struct screen *review_all_form(const struct app *app, const struct review *review)
{
	const struct session *before = review->chain.count ? review->chain.sessions[0] : NULL;
	int left = review->follow.left;
	char due[11], *hint = mem_printf(P_("%d action is carried over, with its owner; if it is due later, it keeps its "
					    "day. It can still be changed afterwards.",
					    "%d actions are carried over, with their owners; those due later keep their "
					    "day. Each can still be changed afterwards.", left), left);
	struct screen *form;

	date_format(follow_due_all(before, review_day(app->session)), due);
	form = form_new(&(struct form_spec){
		.title = _("Carry all over that are left"),
		.submit = carry_all,
		.draft = REVIEW_ALL_DRAFT,
		.fields = { { .label = _("By when"), .hint = hint, .value = due, .replace = true } },
		.count = 1,
	});
	free(hint);
	return form;
}

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

struct screen *review_draft_form(const struct app *app, const struct review *review, const char *draft)
{
	const char *ref = strchr(draft, ':');
	const struct follow_entry *entry = ref ? review_find(review, ref + 1) : NULL;

	if (begins(draft, REVIEW_ALL_DRAFT) && review->follow.left > 0)
		return review_all_form(app, review);
	if (entry && begins(draft, REVIEW_CARRY_DRAFT))
		return review_carry_form(app, entry);
	return entry && begins(draft, REVIEW_DROP_DRAFT) ? review_drop_form(entry) : NULL;
}
