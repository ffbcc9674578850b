/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes, decisions, actions and the parking lot, in one list with headings. */
#include "screen/items.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screen/form.h"
#include "view/list.h"

#include <stdlib.h>
#include <string.h>

#define EDIT_DRAFT "edit:"

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
	};

	return _(titles[kind]);
}

static const char *form_title(enum item_kind kind, bool changes)
{
	static const char *const titles[ITEM_KINDS][2] = {
		[ITEM_NOTE] = { N_("A note"), N_("Change the note") },
		[ITEM_DECISION] = { N_("A decision"), N_("Change the decision") },
		[ITEM_ACTION] = { N_("An action"), N_("Change the action") },
		[ITEM_PARKED] = { N_("For the parking lot"), N_("Change what is parked") },
	};

	return _(titles[kind][changes]);
}

/* The order of the list: kinds as the room weighs them, and within one as they came. */
static const enum item_kind order[] = { ITEM_DECISION, ITEM_ACTION, ITEM_PARKED, ITEM_NOTE };

static const struct item *item_at(const struct session *session, int at)
{
	for (size_t k = 0; k < COUNT_OF(order); k++)
		for (size_t i = 0; i < session->item_count; i++)
			if (session->items[i].kind == order[k] && at-- == 0)
				return &session->items[i];
	return NULL;
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

static int add_item(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct changes changes = { 0 };
	enum item_kind kind = (enum item_kind)values->number;
	int due, result;

	if (read_due(values->values[2], &due, err) != 0) {
		*at = 2;
		return -1;
	}
	changes_label(&changes, item_kind_name(kind));
	change_item_add(&changes, kind, values->subject, values->values[0], values->values[1], due);
	result = store_apply(app->store, app->session, &changes, err);
	changes_release(&changes);
	if (result == 0)
		app_say(app, _("kept: %s"), values->values[0]);
	return result;
}

static int edit_item(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct changes changes = { 0 };
	char day[11];
	int due, result;

	if (read_due(values->values[2], &due, err) != 0) {
		*at = 2;
		return -1;
	}
	date_format(due, day);
	changes_label(&changes, N_("change of an entry"));
	change_item_set(&changes, values->number, "text", values->values[0]);
	/* Only an action has these fields. */
	for (size_t i = 0; i < app->session->item_count; i++) {
		if (app->session->items[i].id != values->number || app->session->items[i].kind != ITEM_ACTION)
			continue;
		change_item_set(&changes, values->number, "owner", values->values[1]);
		change_item_set(&changes, values->number, "due", day);
	}
	result = store_apply(app->store, app->session, &changes, err);
	changes_release(&changes);
	return result;
}

static void set_fields(struct form_spec *spec, enum item_kind kind, const char *text, const char *owner,
	const char *due)
{
	spec->fields[0] = (struct form_field){ .label = kind == ITEM_ACTION ? _("What") : _("Text"), .value = text,
					       .required = true, .lines = kind == ITEM_ACTION ? 2 : 6 };
	spec->count = 1;
	if (kind != ITEM_ACTION)
		return;
	spec->fields[1] = (struct form_field){ .label = _("Who"), .value = owner,
					       .hint = _("The one who will see to it.") };
	spec->fields[2] = (struct form_field){ .label = _("By when"), .value = due,
					       .hint = _("2026-12-31, or +14 (days), +2w, +3m from today.") };
	spec->count = 3;
}

struct screen *item_form(enum item_kind kind, const char *step)
{
	char *draft = mem_printf("%s:%s", item_kind_name(kind), step);
	struct form_spec spec = { .title = form_title(kind, false), .submit = add_item, .number = (int)kind,
				  .subject = step, .draft = draft };
	struct screen *screen;

	set_fields(&spec, kind, NULL, NULL, NULL);
	screen = form_new(&spec);
	free(draft);
	return screen;
}

static struct screen *edit_form(const struct item *item)
{
	char due[11], *draft = mem_printf(EDIT_DRAFT "%d", item->id);
	struct form_spec spec = { .title = form_title(item->kind, true), .submit = edit_item, .number = item->id,
				  .draft = draft };
	struct screen *screen;

	date_format(item->due, due);
	set_fields(&spec, item->kind, item->text, item->owner, due);
	screen = form_new(&spec);
	free(draft);
	return screen;
}

static unsigned items_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_ITEMS | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY;
}

static void items_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	int open = 0;

	(void)screen;
	for (size_t i = 0; i < app->session->item_count; i++)
		open += app->session->items[i].kind == ITEM_ACTION && !app->session->items[i].done;
	str_add(left, app->session->title);
	str_printf(right, P_("%d open action", "%d open actions", open), open);
}

static void draw_item(const struct item *item, struct grid *grid, struct rect rect, bool here)
{
	int right = item->kind == ITEM_ACTION && rect.width >= 56 ? 30 : 0, today = clock_today();
	const char *mark = item->kind == ITEM_ACTION ? (item->done ? "[x]" : "[ ]") : " \xe2\x80\xa2";
	bool overdue = item->kind == ITEM_ACTION && !item->done && item->due != DAY_NONE && item->due < today;
	char due[11];

	grid_text(grid, rect.x, rect.y, 3, STYLE_DIM, mark);
	grid_text_cut(grid, rect.x + 4, rect.y, rect.width - 4 - right, item->done ? STYLE_DIM : STYLE_NORMAL,
		item->text);
	if (right) {
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

/* An item with all that belongs to it. */
static char *whole_text(const struct item *item)
{
	bool overdue = !item->done && item->due != DAY_NONE && item->due < clock_today();
	char due[11];

	if (item->kind != ITEM_ACTION)
		return mem_strdup(item->text);
	date_format(item->due, due);
	return mem_printf("%s \xc2\xb7 %s \xc2\xb7 %s%s", item->text, item->owner[0] ? item->owner : _("nobody yet"),
		due[0] ? due : _("no date"), overdue ? _(" (overdue)") : "");
}

static void items_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct items *items = (struct items *)screen;
	const struct session *session = app->session;
	int lines = body.height - 5 > 3 ? body.height - 5 : body.height, top, y = body.y;
	const struct item *chosen;

	list_count(&items->list, (int)session->item_count);
	if (session->item_count == 0) {
		grid_wrap(grid, body, STYLE_NORMAL,
			_("Nothing yet. o writes a note, d a decision, a an action, x puts something on the parking "
			  "lot; they work at every step, too."));
		return;
	}
	/* Headings take lines as well; as many as there can be are kept free. */
	top = list_scroll(&items->list, lines - (int)COUNT_OF(order) > 2 ? lines - (int)COUNT_OF(order) : 2);
	for (int i = 0; i < items->list.height && top + i < items->list.count; i++) {
		const struct item *item = item_at(session, top + i);
		const struct item *before = i > 0 ? item_at(session, top + i - 1) : NULL;

		if (!before || before->kind != item->kind)
			grid_text_cut(grid, body.x, y++, body.width, STYLE_TITLE, kind_title(item->kind));
		draw_item(item, grid, (struct rect){ body.x, y++, body.width, 1 }, top + i == items->list.cursor);
	}
	chosen = item_at(session, items->list.cursor);
	y++;
	/* The whole of what is cut off above. */
	if (chosen && lines != body.height && y < body.y + body.height) {
		char *whole = whole_text(chosen);

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

static void remove_item(struct app *app, const struct item *item)
{
	struct changes changes = { 0 };

	changes_label(&changes, N_("removing an entry"));
	change_item_remove(&changes, item->id);
	if (app_apply(app, &changes))
		app_say(app, "%s", _("removed; u brings it back"));
}

static bool items_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct items *items = (struct items *)screen;
	const struct item *item = item_at(app->session, items->list.cursor);

	(void)key;
	if (list_act(&items->list, action))
		return true;
	if (action == ACT_NOTE || action == ACT_DECISION || action == ACT_ACTION || action == ACT_PARK)
		app_push(app, item_form(action == ACT_NOTE ? ITEM_NOTE
						: action == ACT_DECISION ? ITEM_DECISION
						: action == ACT_ACTION   ? ITEM_ACTION
									 : ITEM_PARKED,
				      app->session->place));
	else if (action == ACT_EDIT && item)
		app_push(app, edit_form(item));
	else if (action == ACT_TOGGLE && item && item->kind == ITEM_ACTION)
		toggle_done(app, item);
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

struct screen *items_new(void)
{
	struct items *items = mem_zalloc(1, sizeof *items);

	items->screen.ops = &items_ops;
	return &items->screen;
}

/* The form of an item that is changed, above the list with the cursor on it. */
static bool open_edit_draft(struct app *app, int id)
{
	const struct item *item;
	struct screen *list;
	int at = 0;

	while ((item = item_at(app->session, at)) && item->id != id)
		at++;
	if (!item)
		return false;
	list = items_new();
	((struct items *)list)->list.cursor = at;
	app_push(app, list);
	app_push(app, edit_form(item));
	return true;
}

bool items_open_draft(struct app *app, struct screen *below, const char *draft)
{
	const char *colon = strchr(draft, ':');

	(void)below;
	if (strncmp(draft, EDIT_DRAFT, strlen(EDIT_DRAFT)) == 0)
		return open_edit_draft(app, (int)strtol(draft + strlen(EDIT_DRAFT), NULL, 10));
	for (int k = 0; colon && k < ITEM_KINDS; k++) {
		const char *name = item_kind_name((enum item_kind)k);

		if (strlen(name) == (size_t)(colon - draft) && strncmp(name, draft, strlen(name)) == 0) {
			app_push(app, item_form((enum item_kind)k, colon + 1));
			return true;
		}
	}
	return false;
}
