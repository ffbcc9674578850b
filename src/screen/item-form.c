/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms in which an item is written and changed, and in which a decision gets its yes. */
#include "screen/item-form.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/decision.h"
#include "model/people.h"
#include "screen/form.h"
#include "screen/items.h"

#include <stdlib.h>
#include <string.h>

static const char *form_title(enum item_kind kind, bool changes)
{
	static const char *const titles[ITEM_KINDS][2] = {
		[ITEM_NOTE] = { N_("A note"), N_("Change the note") },
		[ITEM_DECISION] = { N_("A decision"), N_("Change the decision") },
		[ITEM_ACTION] = { N_("An action"), N_("Change the action") },
		[ITEM_PARKED] = { N_("For the parking lot"), N_("Change what is parked") },
		[ITEM_DIFFER] = { N_("What we agree to differ on"), N_("Change what we agree to differ on") },
	};

	return _(titles[kind][changes]);
}

const struct item *item_find(const struct session *session, int id)
{
	for (size_t i = 0; i < session->item_count; i++)
		if (session->items[i].id == id)
			return &session->items[i];
	return NULL;
}

static bool anybody_said_yes(const struct item *item)
{
	return item && (item->yes[0][0] || item->yes[1][0]);
}

/* Owner and day of an action; -1 with err set when the day is none. */
static int read_due(const char *text, int *due, struct err *err)
{
	*due = DAY_NONE;
	if (!text[0])
		return 0;
	*due = date_parse_near(text, clock_today());
	if (*due == DAY_NONE)
		return err_set(err, ERR_INPUT, _("'%s' is no date; type 2026-12-31, +14, +2w or +3m"), text);
	return 0;
}

/* The key that names who says yes on the screen that is so many below the top. */
static struct key_shown yes_key(const struct app *app, int below)
{
	int at = app->screen_count - 1 - below;

	return app_key(app, at >= 0 && items_is_list(app->screens[at]) ? "agree" : "decisions");
}

static void say_kept(struct app *app, enum item_kind kind, const char *text)
{
	if (kind == ITEM_DECISION)
		/* TRANSLATORS: the first %s is a key, the second one the decision. */
		app_say(app, _("proposed, %s names who says yes: %s"), yes_key(app, 1).text, text);
	else
		app_say(app, _("kept: %s"), text);
}

static int add_item(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct changes changes = { 0 };
	enum item_kind kind = (enum item_kind)values->number;
	int due, result;

	if (read_due(values->values[2], &due, err) != 0) {
		*at = 2;
		return -1;
	}
	changes_label(&changes, kind == ITEM_DIFFER ? N_("what is agreed to differ on") : item_kind_name(kind));
	change_item_add(&changes, kind, values->subject, values->values[0], values->values[1], due);
	result = store_apply(app->store, app->session, &changes, err);
	changes_release(&changes);
	if (result == 0)
		say_kept(app, kind, values->values[0]);
	return result;
}

static int add_private(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct changes changes = { 0 };
	int result;

	(void)at;
	changes_label(&changes, N_("private note"));
	change_private_note_add(&changes, values->subject, values->values[0]);
	result = store_apply(app->store, app->session, &changes, err);
	changes_release(&changes);
	if (result == 0)
		/* TRANSLATORS: %s is a key. */
		app_say(app, _("kept for you alone: %s shows it"), app_key(app, "items").text);
	return result;
}

static int edit_item(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct changes changes = { 0 };
	const struct item *item = item_find(app->session, values->number);
	bool yes = anybody_said_yes(item);
	char day[11];
	int due, result;

	if (read_due(values->values[2], &due, err) != 0) {
		*at = 2;
		return -1;
	}
	date_format(due, day);
	changes_label(&changes, N_("change of an entry"));
	change_item_set(&changes, values->number, "text", values->values[0]);
	if (item && item->kind == ITEM_ACTION) {
		change_item_set(&changes, values->number, "owner", values->values[1]);
		change_item_set(&changes, values->number, "due", day);
	}
	result = store_apply(app->store, app->session, &changes, err);
	changes_release(&changes);
	if (result == 0 && yes && !anybody_said_yes(item_find(app->session, values->number)))
		/* TRANSLATORS: both %s are keys. */
		app_say(app,
			_("with another text it is proposed anew: %s names who says yes; %s brings the old text back"),
			yes_key(app, 1).text, app_key(app, "undo").text);
	return result;
}

/* Who of each side says yes to a decision, and what is said against it. */
static int agree(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	static const char *const fields[SIDES] = { "yes-0", "yes-1" };
	const struct item *item = item_find(app->session, values->number);
	struct changes changes = { 0 };
	int result = 0;
	char *status;

	changes_label(&changes, N_("who says yes"));
	for (int side = 0; result == 0 && item && side < SIDES; side++) {
		const char *typed = values->values[side];
		const struct person *person = NULL;

		/* Somebody who is gone can have said yes, and stays. */
		if (strcmp(typed, item->yes[side]) == 0)
			continue;
		if (typed[0] && !(person = people_choose(app->session, side, typed, err))) {
			*at = side;
			result = -1;
		} else {
			change_item_set(&changes, item->id, fields[side], person ? person->name : "");
		}
	}
	if (item && strcmp(values->values[SIDES], item->dissent) != 0)
		change_item_set(&changes, item->id, "dissent", values->values[SIDES]);
	if (result == 0 && changes.count > 0)
		result = store_apply(app->store, app->session, &changes, err);
	changes_release(&changes);
	item = item_find(app->session, values->number);
	if (result == 0 && item) {
		status = decision_status(app->session, item);
		app_say(app, "%s", status);
		free(status);
	}
	return result;
}

/* What stands below the text, for free(); NULL for nothing. yes: whether somebody said yes to it. */
static char *text_hint(const struct app *app, enum item_kind kind, bool yes)
{
	if (kind == ITEM_DIFFER)
		return mem_strdup(_("In words that both sides would sign."));
	if (kind == ITEM_DECISION && yes)
		return mem_strdup(_("With another text, both sides are asked for their yes again."));
	if (kind == ITEM_DECISION)
		/* TRANSLATORS: %s is a key. */
		return mem_printf(_("It is proposed until somebody of each side says yes: %s."),
			yes_key(app, 0).text);
	return NULL;
}

static void set_fields(struct form_spec *spec, enum item_kind kind, const struct item *item, const char *due,
	const char *hint)
{
	const char *text = item ? item->text : NULL, *owner = item ? item->owner : NULL;

	spec->fields[0] = (struct form_field){ .label = kind == ITEM_ACTION ? _("What") : _("Text"), .value = text,
					       .required = true, .lines = kind == ITEM_ACTION ? 2 : 6,
					       .hint = hint };
	spec->count = 1;
	if (kind != ITEM_ACTION)
		return;
	spec->fields[1] = (struct form_field){ .label = _("Who"), .value = owner,
					       .hint = _("The one who will see to it.") };
	spec->fields[2] = (struct form_field){ .label = _("By when"), .value = due,
					       .hint = _("2026-12-31, or +14 (days), +2w, +3m from today.") };
	spec->count = 3;
}

/* What the bank proposes to decide at a step; NULL once something was decided there. */
static const char *proposal_of(const struct session *session, const char *key)
{
	const struct step *step = bank_step(session->bank, key, NULL);

	for (size_t i = 0; i < session->item_count; i++)
		if (session->items[i].kind == ITEM_DECISION && strcmp(session->items[i].step, key) == 0)
			return NULL;
	return step ? step->proposal : NULL;
}

struct screen *item_form(const struct app *app, enum item_kind kind, const char *step)
{
	const char *proposal = kind == ITEM_DECISION ? proposal_of(app->session, step) : NULL;
	char *draft = mem_printf("%s:%s", item_kind_name(kind), step), *hint;
	struct form_spec spec = { .title = form_title(kind, false), .submit = add_item, .number = (int)kind,
				  .subject = step, .draft = draft };
	struct screen *screen;

	if (proposal)
		/* TRANSLATORS: %s is a key. */
		hint = mem_printf(_("%s proposes this sentence; typing replaces it, arrow keys change it."),
			keymap_show(app->settings.keys, CONTEXT_FORM, "fill-in").text);
	else
		hint = text_hint(app, kind, false);
	set_fields(&spec, kind, NULL, NULL, hint);
	if (proposal) {
		spec.fields[0].value = proposal;
		spec.fields[0].replace = true;
	}
	screen = form_new(&spec);
	free(hint);
	free(draft);
	return screen;
}

struct screen *item_private_form(const char *step)
{
	char *draft = mem_printf(ITEM_PRIVATE_DRAFT "%s", step);
	struct form_spec spec = { .title = _("A note for you alone"), .submit = add_private, .subject = step,
				  .draft = draft };
	struct screen *screen;

	set_fields(&spec, ITEM_NOTE, NULL, NULL,
		_("No other screen shows it, and no summary has it unless you ask for it."));
	screen = form_new(&spec);
	free(draft);
	return screen;
}

struct screen *item_edit_form(const struct app *app, const struct item *item)
{
	char due[11], *draft = mem_printf(ITEM_EDIT_DRAFT "%d", item->id);
	char *hint = text_hint(app, item->kind, anybody_said_yes(item));
	struct form_spec spec = { .title = form_title(item->kind, true), .submit = edit_item, .number = item->id,
				  .draft = draft };
	struct screen *screen;

	date_format(item->due, due);
	set_fields(&spec, item->kind, item, due, hint);
	screen = form_new(&spec);
	free(hint);
	free(draft);
	return screen;
}

struct screen *item_agree_form(const struct session *session, const struct item *item)
{
	char *draft = mem_printf(ITEM_AGREE_DRAFT "%d", item->id);
	struct form_spec spec = { .title = _("Who says yes?"), .intro = item->text, .submit = agree,
				  .number = item->id, .draft = draft, .count = SIDES + 1 };
	char *hints[SIDES];
	struct screen *screen;

	for (int side = 0; side < SIDES; side++) {
		const char *name = session->bank->sides[side].name;

		hints[side] = mem_printf(_("Who of %s says yes; the first letters of the name are enough. "
					   "Empty: nobody yet."), name);
		spec.fields[side] = (struct form_field){ .label = name, .value = item->yes[side], .hint = hints[side] };
	}
	spec.fields[SIDES] = (struct form_field){ .label = _("Otherwise"), .value = item->dissent, .lines = 3,
		.hint = _("Who sees it otherwise, in their words; it stands with the decision. "
			  "Empty where nobody does.") };
	screen = form_new(&spec);
	for (int side = 0; side < SIDES; side++)
		free(hints[side]);
	free(draft);
	return screen;
}
