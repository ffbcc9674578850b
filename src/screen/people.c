/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes part. */
#include "screen/people.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "instrument/listing.h"
#include "screen/form.h"
#include "screen/preview.h"
#include "screen/review.h"
#include "view/list.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DRAFT "person:" /* and the id of the one who is changed */
#define ADD_DRAFT DRAFT "new"

struct people {
	struct screen screen;
	struct list list;
	bool begins;
};

static struct people *people_of(struct screen *screen)
{
	return (struct people *)screen;
}

static context_set people_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_PEOPLE | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY;
}

static void people_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct bank *bank = app->session->bank;

	(void)screen;
	str_printf(left, _("People: %s"), app->session->title);
	str_printf(right, "%s %d \xc2\xb7 %s %d", bank->sides[0].name, session_people_of(app->session, 0),
		bank->sides[1].name, session_people_of(app->session, 1));
}

static void draw_empty(struct app *app, struct grid *grid, struct rect body)
{
	const struct bank *bank = app->session->bank;
	/* TRANSLATORS: the first %s and the last one are keys, the others the sides. */
	char *text = mem_printf(_("Nobody yet. Press %s and type \"Name, role, side\", or paste a line for each "
				  "person:\n\n"
				  "  Ada Long, planning, %s\n  Bo Short, support, %s\n\n"
				  "The role can be left out. %s reads such lines from a file."),
		app_key(app, "add-person").text, bank->sides[0].name, bank->sides[1].name,
		app_key(app, "people-file").text);

	grid_wrap(grid, body, STYLE_NORMAL, text);
	free(text);
}

static void people_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct people *people = people_of(screen);
	const struct session *session = app->session;
	int top, name = body.width * 2 / 5, role = body.width / 4;
	bool narrow = body.width < 60;

	list_count(&people->list, (int)session->person_count);
	if (session->person_count == 0) {
		draw_empty(app, grid, body);
		return;
	}
	top = list_scroll(&people->list, body.height);
	list_more(&people->list, grid);
	for (int i = 0; i < body.height && top + i < people->list.count; i++) {
		const struct person *person = &session->people[top + i];
		int y = body.y + i, x = body.x;
		bool away = person->presence == AWAY;

		grid_text_cut(grid, x, y, name - 2, away ? STYLE_DIM : STYLE_NORMAL, person->name);
		grid_text_cut(grid, x + name, y, role - 2, away && narrow ? STYLE_WARN : STYLE_DIM,
			away && narrow ? _("away") : person->role);
		grid_text_cut(grid, x + name + role, y, 14, style_of_side(person->side),
			session->bank->sides[person->side].name);
		grid_text_cut(grid, x + name + role + 15, y, body.width - name - role - 15, STYLE_WARN,
			away ? _("away") : "");
		spot_move(grid, (struct rect){ x, y, body.width, 1 }, top + i - people->list.cursor, 0, "Enter");
		if (top + i == people->list.cursor) {
			grid_paint(grid, (struct rect){ x, y, body.width, 1 }, STYLE_SELECTED);
			grid_cursor(grid, x, y);
		}
	}
}

/* Whether more follows on a second line. */
static bool has_lines(const char *text)
{
	const char *blank = " \t\r\n";

	text += strspn(text, blank);
	text += strcspn(text, "\r\n");
	return text[strspn(text, blank)] != '\0';
}

/* One bad line keeps the good ones out, which nobody would guess. */
static void say_nobody(struct err *err)
{
	char *message = mem_strdup(err->message);

	err_set(err, err->code, _("%s; nobody was added"), message);
	free(message);
}

/* Adds the people of some lines to the open session: all of them, or none. */
static int add_lines(struct app *app, const char *text, struct err *err)
{
	struct changes changes = { 0 };
	struct listing listing;
	int count = -1;

	if (listing_init(&listing, app->session, NULL, text, strlen(text), clock_today(), err) == 0 &&
	    listing_fail(&listing, err) == 0) {
		count = (int)listing.taken_rows;
		listing_add(&listing, -1, &changes);
	} else if (has_lines(text)) {
		say_nobody(err);
	}
	listing_release(&listing);
	changes_label(&changes, N_("adding people"));
	if (count > 0 && store_apply(app->store, app->session, &changes, err) != 0)
		count = -1;
	changes_release(&changes);
	if (count > 0)
		app_say(app, P_("%d person added", "%d people added", count), count);
	return count < 0 ? -1 : 0;
}

static int add_line(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	(void)at;
	return add_lines(app, values->values[0], err);
}

static int edit_person(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct changes changes = { 0 };
	int side = bank_side(app->session->bank, values->values[2]), result;
	char number[12];

	if (side == SIDE_NONE) {
		*at = 2;
		return err_set(err, ERR_INPUT, _("'%s' is no side; type %s or %s"), values->values[2],
			app->session->bank->sides[0].name, app->session->bank->sides[1].name);
	}
	changes_label(&changes, N_("changing a person"));
	change_person_set(&changes, values->number, "name", values->values[0]);
	change_person_set(&changes, values->number, "role", values->values[1]);
	snprintf(number, sizeof number, "%d", side);
	change_person_set(&changes, values->number, "side", number);
	result = store_apply(app->store, app->session, &changes, err);
	changes_release(&changes);
	return result;
}

static struct screen *add_form(const struct app *app)
{
	struct form_spec spec = { .title = _("Add a person"), .submit = add_line, .draft = ADD_DRAFT, .count = 1 };
	char *hint = mem_printf(_("Such as: Ada Long, planning, %s. The role can be left out."),
		app->session->bank->sides[0].name);
	struct screen *screen;

	spec.fields[0] = (struct form_field){ .label = _("Name, role, side"), .hint = hint, .required = true };
	screen = form_new(&spec);
	free(hint);
	return screen;
}

static struct screen *edit_form(const struct app *app, const struct person *person)
{
	char *draft = mem_printf(DRAFT "%d", person->id);
	struct form_spec spec = { .title = _("Change a person"), .submit = edit_person, .number = person->id,
				  .draft = draft, .count = 3 };
	struct screen *screen;

	spec.fields[0] = (struct form_field){ .label = _("Name"), .value = person->name, .required = true };
	spec.fields[1] = (struct form_field){ .label = _("Role"), .value = person->role };
	spec.fields[2] = (struct form_field){ .label = _("Side"), .required = true,
					      .value = app->session->bank->sides[person->side].name };
	screen = form_new(&spec);
	free(draft);
	return screen;
}

static void toggle(struct app *app, const struct person *person)
{
	struct changes changes = { 0 };

	changes_label(&changes, N_("marking somebody as here or away"));
	change_person_set(&changes, person->id, "presence", person->presence == AWAY ? "present" : "away");
	app_apply(app, &changes);
}

static void remove_person(struct app *app, const struct person *person)
{
	struct changes changes = { 0 };
	char *name = mem_strdup(person->name);

	changes_label(&changes, N_("removing a person"));
	change_person_remove(&changes, person->id);
	if (app_apply(app, &changes))
		/* TRANSLATORS: the first %s is somebody's name, the second one a key. */
		app_say(app, _("%s was removed; %s brings them back"), name, app_key(app, "undo").text);
	free(name);
}

static bool people_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct people *people = people_of(screen);
	const struct person *person;

	/* Somebody may have gone since it was drawn, as a screen that is too small never is. */
	list_count(&people->list, (int)app->session->person_count);
	person = app->session->person_count ? &app->session->people[people->list.cursor] : NULL;
	if (key->code == K_PASTE) {
		struct err err = { 0 };

		if (add_lines(app, key->paste, &err) != 0)
			app_fail(app, &err);
		return true;
	}
	if (list_act(&people->list, action))
		return true;
	if (action == ACT_ADD)
		app_push(app, add_form(app));
	else if (action == ACT_FILE)
		app_push(app, preview_form(""));
	else if (action == ACT_START && people->begins)
		app_replace(app, review_or_workshop(app));
	else if (action == ACT_START)
		app_pop(app);
	else if (action == ACT_EDIT && person)
		app_push(app, edit_form(app, person));
	else if (action == ACT_TOGGLE && person)
		toggle(app, person);
	else if (action == ACT_DELETE && person)
		remove_person(app, person);
	else
		return false;
	return true;
}

static void people_free(struct app *app, struct screen *screen)
{
	(void)app;
	free(screen);
}

static const struct screen_ops people_ops = {
	.name = "people",
	.contexts = people_contexts,
	.draw = people_draw,
	.header = people_header,
	.key = people_key,
	.free = people_free,
};

struct screen *people_new(bool begins)
{
	struct people *people = mem_zalloc(1, sizeof *people);

	people->screen.ops = &people_ops;
	people->begins = begins;
	return &people->screen;
}

struct screen *people_new_at(const struct app *app, int person)
{
	struct screen *list = people_new(false);
	const struct person *found = session_person(app->session, person);

	people_of(list)->list.cursor = found ? (int)(found - app->session->people) : 0;
	return list;
}

/* The form, above the list with the cursor on whoever is changed. */
bool people_open_draft(struct app *app, struct screen *below, const char *draft)
{
	const struct person *person;
	struct screen *form;

	(void)below;
	if (strncmp(draft, DRAFT, strlen(DRAFT)) != 0)
		return false;
	person = session_person(app->session, (int)strtol(draft + strlen(DRAFT), NULL, 10));
	if (strcmp(draft, ADD_DRAFT) == 0)
		form = add_form(app);
	else if (person)
		form = edit_form(app, person);
	else
		return false;
	app_push(app, people_new_at(app, person ? person->id : 0));
	app_push(app, form);
	return true;
}
