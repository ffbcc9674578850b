/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions, what the room agrees to differ on, actions, the parking lot and notes, in one list with headings. */
#include "screen/items.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/action-head.h"
#include "model/decision.h"
#include "screen/item-form.h"
#include "view/list.h"
#include "view/spot.h"

#include <stdlib.h>
#include <string.h>

struct items {
	struct screen screen;
	struct list list;
};

static const char *kind_title(enum item_kind kind)
{
	static const char *const titles[ITEM_KINDS] = {
		[ITEM_NOTE] = N_("Notes"),
		[ITEM_DECISION] = N_("Decisions"),
		[ITEM_ACTION] = N_("Actions"),
		[ITEM_PARKED] = N_("Parking lot"),
		[ITEM_DIFFER] = N_("Agreed to differ"),
	};

	return _(titles[kind]);
}

/* The order of the list: kinds as the room weighs them, and within one as they came. */
static const enum item_kind order[] = { ITEM_DECISION, ITEM_DIFFER, ITEM_ACTION, ITEM_PARKED, ITEM_NOTE };

static const struct item *item_at(const struct session *session, int at)
{
	for (size_t k = 0; k < COUNT_OF(order); k++)
		for (size_t i = 0; i < session->item_count; i++)
			if (session->items[i].kind == order[k] && at-- == 0)
				return &session->items[i];
	return NULL;
}

/* How many kinds there are something of: each has a heading. */
static int count_kinds(const struct session *session)
{
	bool there[ITEM_KINDS] = { false };
	int count = 0;

	for (size_t i = 0; i < session->item_count; i++) {
		count += !there[session->items[i].kind];
		there[session->items[i].kind] = true;
	}
	return count;
}

/* Where on the list an item is. */
static int place_of(const struct session *session, const struct item *wanted)
{
	const struct item *item;
	int at = 0;

	while ((item = item_at(session, at)) && item != wanted)
		at++;
	return at;
}

static context_set items_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_ITEMS | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY;
}

static void items_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	int open = 0;

	(void)screen;
	for (size_t i = 0; i < app->session->item_count; i++)
		open += action_is_open(&app->session->items[i]);
	str_add(left, app->session->title);
	str_printf(right, P_("%d open action", "%d open actions", open), open);
}

static const char *mark_of(const struct item *item)
{
	if (item->kind == ITEM_ACTION)
		return item_mark(item);
	return item->kind == ITEM_DECISION && !decision_confirmed(item) ? " ?" : " \xe2\x80\xa2";
}

/* How much is kept at the right for what is known of an item beside its text. */
static int right_of(const struct item *item, int width)
{
	if (item->private)
		return text_width(_("private")) + 2;
	if (width < 56 || (item->kind != ITEM_ACTION && item->kind != ITEM_DECISION))
		return 0;
	return item->kind == ITEM_DECISION && width >= 100 ? 50 : 30;
}

static void draw_status(const struct session *session, const struct item *item, struct grid *grid, struct rect rect)
{
	char *status = decision_status(session, item);

	grid_text_cut(grid, rect.x, rect.y, rect.width, decision_confirmed(item) ? STYLE_GOOD : STYLE_DIM, status);
	free(status);
}

static void draw_item(const struct session *session, const struct item *item, struct grid *grid, struct rect rect,
	bool here)
{
	int right = right_of(item, rect.width), today = clock_today();
	bool overdue = action_is_open(item) && item->due != DAY_NONE && item->due < today;
	bool over = item->done || (item->kind == ITEM_ACTION && !action_is_open(item));
	char due[11];

	grid_text(grid, rect.x, rect.y, 3, STYLE_DIM, mark_of(item));
	grid_text_cut(grid, rect.x + 4, rect.y, rect.width - 4 - right, over ? STYLE_DIM : STYLE_NORMAL,
		item->text);
	if (item->private) {
		grid_text_right(grid, rect.x, rect.y, rect.width, STYLE_DIM, _("private"));
	} else if (right && item->kind == ITEM_DECISION) {
		draw_status(session, item, grid,
			(struct rect){ rect.x + rect.width - right + 1, rect.y, right - 1, 1 });
	} else if (right) {
		date_format(item->due, due);
		grid_text_cut(grid, rect.x + rect.width - right + 1, rect.y, right - 13, STYLE_DIM, item->owner);
		if (overdue)
			grid_text(grid, rect.x + rect.width - 11, rect.y, 1, STYLE_ALERT, "!");
		grid_text_right(grid, rect.x + rect.width - 10, rect.y, 10, overdue ? STYLE_ALERT : STYLE_DIM, due);
	}
	if (here) {
		grid_paint(grid, (struct rect){ rect.x, rect.y, rect.width, 1 }, STYLE_SELECTED);
		grid_cursor(grid, rect.x, rect.y);
	}
}

/* A decision, who says yes, and what is said against it. */
static char *whole_decision(const struct session *session, const struct item *item)
{
	char *status = decision_status(session, item), *dissent = decision_dissent(item);
	char *whole = mem_printf("%s \xc2\xb7 %s%s%s", item->text, status, dissent ? "\n" : "", dissent ? dissent : "");

	free(dissent);
	free(status);
	return whole;
}

/* An item with all that belongs to it. */
static char *whole_text(const struct session *session, const struct item *item)
{
	bool overdue = action_is_open(item) && item->due != DAY_NONE && item->due < clock_today();
	char due[11], *state, *carried, *whole;

	if (item->kind == ITEM_DECISION)
		return whole_decision(session, item);
	if (item->private)
		return mem_printf(_("%s (private)"), item->text);
	if (item->kind != ITEM_ACTION)
		return mem_strdup(item->text);
	date_format(item->due, due);
	state = item->done ? mem_strdup("") : item_state_words(item);
	carried = item_carried_words(item);
	whole = mem_printf("%s \xc2\xb7 %s \xc2\xb7 %s%s%s%s%s%s", item->text, item->owner[0] ? item->owner : _("nobody yet"),
		due[0] ? due : _("no date"), overdue ? _(" (overdue)") : "", carried[0] ? " \xc2\xb7 " : "", carried,
		state[0] ? " \xc2\xb7 " : "", state);
	free(carried);
	free(state);
	return whole;
}

/* For those who hear it each line has the whole. */
static void draw_in_words(const struct session *session, const struct item *item, struct grid *grid, struct rect line,
	bool here)
{
	char *whole = whole_text(session, item);

	for (char *c = whole; (c = strchr(c, '\n'));)
		*c = ' ';
	grid_printf(grid, line.x, line.y, line.width, STYLE_NORMAL, "%s%s", whole, item->done ? _(", done") : "");
	if (here)
		grid_cursor(grid, line.x, line.y);
	free(whole);
}

static void items_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct items *items = (struct items *)screen;
	const struct session *session = app->session;
	int lines = body.height - 5 > 3 ? body.height - 5 : body.height, kinds = count_kinds(session), top, y = body.y;
	const struct item *chosen;

	list_count(&items->list, (int)session->item_count);
	if (session->item_count == 0) {
		/* TRANSLATORS: each %s is a key. */
		char *text = mem_printf(
			_("Nothing yet. %s writes a note, %s a decision, %s what you agree to differ on, %s an action, "
			  "%s puts something on the parking lot; they work at every step, too."),
			app_key(app, "note").text, app_key(app, "decision").text, app_key(app, "differ").text,
			app_key(app, "action").text, app_key(app, "park").text);

		grid_wrap(grid, body, STYLE_NORMAL, text);
		free(text);
		return;
	}
	/* Headings take lines as well; as many as there can be are kept free. */
	top = list_scroll(&items->list, lines - kinds > 2 ? lines - kinds : 2);
	list_more(&items->list, grid);
	for (int i = 0; i < items->list.height && top + i < items->list.count; i++) {
		const struct item *item = item_at(session, top + i);
		const struct item *before = i > 0 ? item_at(session, top + i - 1) : NULL;

		if (!before || before->kind != item->kind)
			grid_text_cut(grid, body.x, y++, body.width, STYLE_TITLE, kind_title(item->kind));
		spot_move(grid, (struct rect){ body.x, y, body.width, 1 }, top + i - items->list.cursor, 0, "Enter");
		(grid->linear ? draw_in_words : draw_item)(session, item, grid, (struct rect){ body.x, y++, body.width, 1 },
			top + i == items->list.cursor);
	}
	chosen = item_at(session, items->list.cursor);
	y++;
	/* The whole of what is cut off above. */
	if (chosen && !grid->linear && lines != body.height && y < body.y + body.height) {
		char *whole = whole_text(session, chosen);

		grid_wrap(grid, (struct rect){ body.x, y, body.width, body.y + body.height - y }, STYLE_DIM, whole);
		free(whole);
	}
}

static void toggle_done(struct app *app, const struct item *item)
{
	struct changes changes = { 0 };

	changes_label(&changes, N_("marking as done"));
	change_item_set(&changes, item->id, "done", item->done ? "no" : "yes");
	app_apply(app, &changes);
}

static void drop(struct app *app, const struct item *item)
{
	if (item->kind != ITEM_ACTION)
		app_say(app, "%s", _("only an action is dropped"));
	else if (item->done)
		app_say(app, "%s", _("the action is done: take that back before you drop it"));
	else
		app_push(app, item_drop_form(item));
}

static void toggle_private(struct app *app, const struct item *item)
{
	struct changes changes = { 0 };
	bool private = !item->private;

	changes_label(&changes, private ? N_("marking as private") : N_("marking as not private"));
	change_item_set(&changes, item->id, "private", private ? "yes" : "no");
	if (app_apply(app, &changes))
		app_say(app, "%s", private ? _("private: no other screen and no summary has it")
					   : _("no longer private: the audience's screen and the summary have it"));
}

static void remove_item(struct app *app, const struct item *item)
{
	struct changes changes = { 0 };

	changes_label(&changes, N_("removing an entry"));
	change_item_remove(&changes, item->id);
	if (app_apply(app, &changes))
		/* TRANSLATORS: %s is a key. */
		app_say(app, _("removed; %s brings it back"), app_key(app, "undo").text);
}

/* What a key writes; ITEM_KINDS where it writes nothing. */
static enum item_kind kind_of(enum action action)
{
	switch (action) {
	case ACT_NOTE:
		return ITEM_NOTE;
	case ACT_DECISION:
		return ITEM_DECISION;
	case ACT_DIFFER:
		return ITEM_DIFFER;
	case ACT_ACTION:
		return ITEM_ACTION;
	case ACT_PARK:
		return ITEM_PARKED;
	default:
		return ITEM_KINDS;
	}
}

/* Whether the key is one that writes an item. */
static bool write_item(struct app *app, enum action action, const char *step)
{
	enum item_kind kind = kind_of(action);

	if (action == ACT_PRIVATE) {
		app_push(app, item_private_form(step));
		return true;
	}
	if (kind == ITEM_KINDS)
		return false;
	app_push(app, item_form(app, kind, step));
	return true;
}

static bool items_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct items *items = (struct items *)screen;
	const struct item *item = item_at(app->session, items->list.cursor);

	(void)key;
	if (list_act(&items->list, action))
		return true;
	if (write_item(app, action, app->session->place))
		return true;
	if (action == ACT_EDIT && item)
		app_push(app, item_edit_form(app, item));
	else if (action == ACT_AGREE && item && item->kind == ITEM_DECISION)
		app_push(app, item_agree_form(app->session, item));
	else if (action == ACT_AGREE && item)
		app_say(app, "%s", _("only a decision needs a yes of both sides"));
	else if (action == ACT_TOGGLE && item && item->kind == ITEM_ACTION)
		toggle_done(app, item);
	else if (action == ACT_TOGGLE && item && item->kind == ITEM_NOTE)
		toggle_private(app, item);
	else if (action == ACT_TOGGLE && item)
		app_say(app, "%s", _("only an action is marked as done, and a note as private"));
	else if (action == ACT_DROP && item)
		drop(app, item);
	else if (action == ACT_DELETE && item)
		remove_item(app, item);
	else
		return false;
	return true;
}

static void items_free(struct app *app, struct screen *screen)
{
	(void)app;
	free(screen);
}

static const struct screen_ops items_ops = {
	.name = "items",
	.contexts = items_contexts,
	.draw = items_draw,
	.header = items_header,
	.key = items_key,
	.free = items_free,
};

bool items_is_list(const struct screen *screen)
{
	return screen->ops == &items_ops;
}

struct screen *items_new(void)
{
	struct items *items = mem_zalloc(1, sizeof *items);

	items->screen.ops = &items_ops;
	return &items->screen;
}

void items_push(struct app *app, const struct item *item)
{
	struct screen *list = items_new();

	((struct items *)list)->list.cursor = place_of(app->session, item);
	app_push(app, list);
}

/*
 * Asks who says yes to a decision that not both sides have said yes to: the step's newest, or else the first. The list
 * lies below, with the cursor on it.
 */
static void push_decision(struct app *app, const char *step)
{
	const struct session *session = app->session;
	const struct item *first = NULL, *here = NULL, *any = NULL;

	for (size_t i = 0; i < session->item_count; i++) {
		const struct item *item = &session->items[i];

		if (item->kind != ITEM_DECISION)
			continue;
		any = any ? any : item;
		if (decision_confirmed(item))
			continue;
		first = first ? first : item;
		if (strcmp(item->step, step) == 0)
			here = item;
	}
	if (!any) {
		/* TRANSLATORS: %s is a key. */
		app_say(app, _("no decision yet: %s records one"), app_key(app, "decision").text);
		return;
	}
	here = here ? here : first;
	items_push(app, here ? here : any);
	if (here)
		app_push(app, item_agree_form(session, here));
	else
		app_say(app, "%s", _("both sides have said yes to every decision"));
}

bool items_act(struct app *app, enum action action, const char *step)
{
	if (action != ACT_AGREE)
		return write_item(app, action, step);
	push_decision(app, step);
	return true;
}

/* The form of an item that is changed, above the list with the cursor on it. */
static bool open_item_draft(struct app *app, const char *draft)
{
	static const struct {
		const char *prefix;
		enum item_kind kind; /* ITEM_KINDS: any */
	} forms[] = { { ITEM_EDIT_DRAFT, ITEM_KINDS }, { ITEM_AGREE_DRAFT, ITEM_DECISION }, { ITEM_DROP_DRAFT, ITEM_ACTION } };
	const struct item *item = NULL;
	size_t at = 0;

	while (at < COUNT_OF(forms) && strncmp(draft, forms[at].prefix, strlen(forms[at].prefix)) != 0)
		at++;
	if (at < COUNT_OF(forms))
		item = item_find(app->session, (int)strtol(draft + strlen(forms[at].prefix), NULL, 10));
	if (!item || (forms[at].kind != ITEM_KINDS && item->kind != forms[at].kind))
		return false;
	items_push(app, item);
	app_push(app, at == 0 ? item_edit_form(app, item) : at == 1 ? item_agree_form(app->session, item)
								     : item_drop_form(item));
	return true;
}

bool items_open_draft(struct app *app, struct screen *below, const char *draft)
{
	const char *colon = strchr(draft, ':');

	(void)below;
	if (open_item_draft(app, draft))
		return true;
	if (strncmp(draft, ITEM_PRIVATE_DRAFT, strlen(ITEM_PRIVATE_DRAFT)) == 0) {
		app_push(app, item_private_form(draft + strlen(ITEM_PRIVATE_DRAFT)));
		return true;
	}
	for (int k = 0; colon && k < ITEM_KINDS; k++) {
		const char *name = item_kind_name((enum item_kind)k);

		if (strlen(name) == (size_t)(colon - draft) && strncmp(name, draft, strlen(name)) == 0) {
			app_push(app, item_form(app, (enum item_kind)k, colon + 1));
			return true;
		}
	}
	return false;
}
