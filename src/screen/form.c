/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form with a few fields. What is typed survives whatever happens. */
#include "screen/form.h"

#include "base/i18n.h"
#include "base/text.h"
#include "view/field.h"
#include "view/keymap.h"
#include "view/spot.h"

#include <stdlib.h>
#include <string.h>

#define SHORT 6 /* fields */
#define ABOUT 6 /* lines that a field may need for what is said about it */
#define ROOMY 14 /* lines from which there is room for more than the fields */

struct form {
	struct screen screen;
	char *title, *intro, *subject;
	char *draft, *session; /* where it is kept; no session where it belongs to none */
	char *begun, *drafted; /* as it began, and as it is kept; NULL where it is not */
	bool apart;
	form_submit *submit;
	form_describe *describe;
	char *described; /* what it said of the field described_at */
	int described_at;
	int number, count, at;
	struct {
		char *label, *hint;
		bool required;
		bool fresh; /* what it began with goes once something is typed */
		int lines;
		struct field field;
	} fields[FORM_FIELDS];
};

static struct form *form_of(struct screen *screen)
{
	return (struct form *)screen;
}

static context_set form_contexts(const struct screen *screen)
{
	const struct form *form = (const struct form *)screen;

	if (form->count == 1)
		return CONTEXT_EDIT;
	/* In the last field Enter saves. */
	return form->at + 1 < form->count ? CONTEXT_FORM : CONTEXT_FORM | CONTEXT_EDIT;
}

static void form_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	(void)app;
	(void)right;
	str_add(left, form_of(screen)->title);
}

static int label_width(const struct form *form)
{
	int width = 0;

	for (int i = 0; i < form->count; i++) {
		int label = text_width(form->fields[i].label);

		width = label > width ? label : width;
	}
	return width;
}

static int lines_of(const struct form *form, int field)
{
	return form->fields[field].lines > 1 ? form->fields[field].lines : 1;
}

/* Lines between fields: none in a long form, unless there is room for that and for what is said about each. */
static int gap_of(const struct form *form, bool stacked, int room)
{
	if (stacked)
		return form->count <= 3;
	return form->count <= SHORT || room >= 2 * form->count + ABOUT;
}

/* The first field that is shown: what comes before the one that is filled in goes where there is no room. */
static int first_shown(const struct form *form, const char *hint, bool stacked, int room)
{
	int first = 0, hinted = hint ? 1 : 0;

	for (const char *c = hint; c && (c = strchr(c, '\n')); c++)
		hinted++;
	for (; first < form->at; first++) {
		int lines = hinted;

		for (int i = first; i <= form->at; i++)
			lines += lines_of(form, i) + stacked + gap_of(form, stacked, room);
		if (lines <= room)
			break;
	}
	return first;
}

/* What stands above the fields, or the beginning of it; returns how many lines that takes. */
static int draw_intro(const struct form *form, struct grid *grid, struct rect body)
{
	struct rect rect = { body.x, body.y + 1, body.width, body.height / 3 };
	int lines;

	if (!form->intro || body.height < ROOMY)
		return 0;
	lines = grid_wrap(grid, rect, STYLE_PROMPT, form->intro);
	if (lines <= rect.height)
		return 1 + lines;
	grid_text(grid, rect.x + rect.width - 1, rect.y + rect.height - 1, 1, STYLE_KEY, "\xe2\x80\xa6");
	return 1 + rect.height;
}

/* What stands below the fields about the one that is filled in; NULL for nothing. */
static const char *hint_of(struct app *app, struct form *form)
{
	struct form_values values = { .number = form->number, .subject = form->subject };

	if (form->describe && form->described_at != form->at) {
		for (int i = 0; i < FORM_FIELDS; i++)
			values.values[i] = i < form->count ? form->fields[i].field.text.data : "";
		free(form->described);
		form->described = form->describe(app, &values, form->at);
		form->described_at = form->at;
	}
	return form->described ? form->described : form->fields[form->at].hint;
}

/* Line by line: the fields are asked one after the other, so only the one that is asked is told. */
static void draw_in_words(struct app *app, struct form *form, struct grid *grid, struct rect body)
{
	const char *hint = hint_of(app, form);

	if (form->intro)
		body.y += grid_wrap(grid, body, STYLE_PROMPT, form->intro);
	if (hint)
		body.y += grid_wrap(grid, body, STYLE_DIM, hint);
	for (int i = 0; i < form->count; i++) {
		const char *value = form->fields[i].field.text.data;
		int y = body.y + i;

		grid_printf(grid, body.x, y, body.width, STYLE_NORMAL, value[0] ? "%s [%s]" : "%s",
			form->fields[i].label, value);
		grid_hear(grid, y, HEARD_ON_DEMAND);
		if (i == form->at)
			grid_cursor(grid, body.x, y);
	}
}

static void form_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct form *form = form_of(screen);
	bool stacked = body.width < 60 || form->count == 1;
	int indent = stacked ? 0 : label_width(form) + 2, intro, y, gap;
	const char *hint = hint_of(app, form);

	if (grid->linear) {
		draw_in_words(app, form, grid, body);
		return;
	}
	intro = draw_intro(form, grid, body);
	body.y += intro;
	body.height -= intro;
	y = body.y + 1;
	gap = gap_of(form, stacked, body.height - 1);
	for (int i = first_shown(form, hint, stacked, body.height - 1); i < form->count && y < body.y + body.height; i++) {
		bool here = i == form->at;
		int lines = lines_of(form, i);
		struct rect rect = { body.x + indent, y, body.width - indent, lines };

		/* A label without its field says nothing. */
		if (stacked && y + 1 >= body.y + body.height)
			break;
		grid_text_cut(grid, body.x, y, stacked ? body.width : indent - 2, here ? STYLE_STRONG : STYLE_DIM,
			form->fields[i].label);
		rect.y += stacked;
		if (rect.y + rect.height > body.y + body.height)
			rect.height = body.y + body.height - rect.y;
		if (here)
			field_draw(&form->fields[i].field, grid, rect);
		else if (lines > 1)
			grid_wrap(grid, rect, STYLE_NORMAL, form->fields[i].field.text.data);
		else
			grid_text_cut(grid, rect.x, rect.y, rect.width, STYLE_NORMAL,
				form->fields[i].field.text.data);
		spot_move(grid, (struct rect){ body.x, y, body.width, rect.y + rect.height - y }, i - form->at, 0, NULL);
		y = rect.y + rect.height + gap;
	}
	y += !stacked && !gap;
	if (hint)
		grid_wrap(grid, (struct rect){ body.x, y, body.width, body.y + body.height - y }, STYLE_DIM, hint);
}

static void forget_draft(struct app *app, struct form *form)
{
	if (form->draft)
		store_draft_save(app->store, form->session, form->draft, NULL, NULL);
	mem_set(&form->drafted, NULL);
	mem_set(&form->draft, NULL);
}

/*
 * Keeps what the form says and drops its draft at once: whatever happens in between, the one is not there without the
 * other gone.
 */
static int keep(struct app *app, struct form *form, const struct form_values *values, int *at, struct err *err)
{
	if (store_begin(app->store, __func__, err) != 0)
		return -1;
	if (form->submit(app, values, at, err) != 0) {
		store_rollback(app->store, __func__);
		return -1;
	}
	if (form->draft && store_draft_save(app->store, form->session, form->draft, NULL, err) != 0) {
		store_rollback(app->store, __func__);
	} else if (store_commit(app->store, __func__, err) == 0) {
		mem_set(&form->drafted, NULL);
		mem_set(&form->draft, NULL);
		return 0;
	}
	/* It was in memory already. */
	if (app->session)
		store_reload(app->store, app->session, NULL);
	return -1;
}

static void submit(struct app *app, struct form *form)
{
	struct form_values values = { .number = form->number, .subject = form->subject };
	char *tidy[FORM_FIELDS] = { 0 };
	struct err err = { 0 };
	int at = form->at, missing = -1;

	for (int i = FORM_FIELDS - 1; i >= 0; i--) {
		values.values[i] = "";
		if (i >= form->count)
			continue;
		tidy[i] = text_tidy(form->fields[i].field.text.data);
		values.values[i] = tidy[i];
		if (form->fields[i].required && !tidy[i][0])
			missing = i;
	}
	if (missing >= 0) {
		form->at = missing;
		app_warn(app, _("'%s' is needed"), form->fields[missing].label);
	} else {
		if (keep(app, form, &values, &at, &err) == 0) {
			/* Screens that submit opened stay. */
			app_remove(app, &form->screen);
		} else {
			form->at = at >= 0 && at < form->count ? at : form->at;
			app_fail(app, &err);
		}
	}
	for (int i = 0; i < FORM_FIELDS; i++)
		free(tidy[i]);
}

static void type(struct form *form, const struct key *key)
{
	struct field *field = &form->fields[form->at].field;
	bool *fresh = &form->fields[form->at].fresh;

	if (*fresh && (key->code == K_PASTE || (key->code == K_CHAR && !key->ctrl)))
		field_set(field, "");
	if (field_key(field, key))
		*fresh = false;
}

/* In a form of one field Enter saves, and that alone is said; whoever has learned the key of the others has it here too. */
static bool saves_elsewhere(const struct app *app, const struct key *key)
{
	const struct action_entry *entry = keymap_find(app->settings.keys, CONTEXT_FORM, key);

	return entry && entry->action == ACT_SUBMIT;
}

static bool form_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct form *form = form_of(screen);

	/* Letters are text here, whatever they mean elsewhere. */
	switch (action) {
	case ACT_SAVE:
		if (form->at + 1 < form->count)
			form->at++;
		else
			submit(app, form);
		return true;
	case ACT_SUBMIT:
		submit(app, form);
		return true;
	case ACT_NEXT_CELL:
		form->at = (form->at + 1) % form->count;
		return true;
	case ACT_PREVIOUS_CELL:
		form->at = (form->at + form->count - 1) % form->count;
		return true;
	case ACT_BACK:
		forget_draft(app, form);
		app_pop(app);
		return true;
	case ACT_HELP:
		return false;
	default:
		if (form->count == 1 && saves_elsewhere(app, key))
			submit(app, form);
		else
			type(form, key);
		return true;
	}
}

/*
 * What is kept: each field on a line of its own, and on a last one the number of the field that is being filled in. A
 * form of one field keeps just that. For free().
 */
static char *draft_text(const struct form *form, int at)
{
	struct str text;

	str_init(&text);
	for (int i = 0; i < form->count; i++) {
		str_add(&text, i > 0 ? "\n" : "");
		/* What an entry from elsewhere has of lines is one line to whoever saves it here. */
		for (const char *c = form->fields[i].field.text.data; *c; c++)
			str_addc(&text, *c == '\n' ? ' ' : *c);
	}
	if (form->count > 1)
		str_printf(&text, "\n%d", at);
	return text.data;
}

static bool is_as_begun(const struct form *form)
{
	char *text = draft_text(form, 0);
	bool same = strcmp(text, form->begun) == 0;

	free(text);
	return same;
}

/* Whether the text is what draft_text makes of such a form. Once only the first field was kept, as it was. */
static bool is_whole(const struct form *form, const char *text)
{
	int lines = 0;

	for (; strchr(text, '\n'); text = strchr(text, '\n') + 1)
		lines++;
	return form->count > 1 && lines == form->count && text[0] >= '0' && text[0] < '0' + form->count && !text[1];
}

static void restore(struct form *form, const char *text)
{
	bool whole = is_whole(form, text);

	for (int i = 0; i < (whole ? form->count : 1); i++) {
		char *value = whole ? mem_strndup(text, strcspn(text, "\n")) : mem_strdup(text);

		for (char *c = value; (c = strchr(c, '\n'));)
			*c = ' ';
		form->fields[i].fresh = form->fields[i].fresh && strcmp(value, form->fields[i].field.text.data) == 0;
		field_set(&form->fields[i].field, value);
		free(value);
		text += whole ? strcspn(text, "\n") + 1 : 0;
	}
	form->at = whole ? text[0] - '0' : 0;
	free(form->drafted);
	form->drafted = draft_text(form, form->at);
}

static void form_enter(struct app *app, struct screen *screen)
{
	struct form *form = form_of(screen);
	char *text;

	if (!form->draft)
		return;
	if (app->session && !form->apart)
		mem_set(&form->session, app->session->id);
	if (store_draft_load(app->store, form->session, form->draft, &text, NULL) != 1)
		return;
	restore(form, text);
	free(text);
	/* TRANSLATORS: both %s are keys. */
	app_say(app, _("this was not finished last time: %s keeps it, %s drops it"),
		app_key(app, form->at + 1 < form->count ? "submit" : "fill-in").text, app_key(app, "leave-form").text);
}

static void form_tick(struct app *app, struct screen *screen)
{
	struct form *form = form_of(screen);
	struct err err = { 0 };
	char *text;

	if (!form->draft)
		return;
	text = is_as_begun(form) ? mem_strdup("") : draft_text(form, form->at);
	if (strcmp(text, form->drafted ? form->drafted : "") != 0) {
		if (store_draft_save(app->store, form->session, form->draft, text, &err) != 0)
			app_fail(app, &err);
		else
			mem_set(&form->drafted, text);
	}
	free(text);
}

static void form_free(struct app *app, struct screen *screen)
{
	struct form *form = form_of(screen);

	(void)app;
	for (int i = 0; i < form->count; i++) {
		free(form->fields[i].label);
		free(form->fields[i].hint);
		field_release(&form->fields[i].field);
	}
	free(form->title);
	free(form->intro);
	free(form->described);
	free(form->subject);
	free(form->draft);
	free(form->session);
	free(form->begun);
	free(form->drafted);
	free(form);
}

static const struct screen_ops form_ops = {
	.name = "form",
	.contexts = form_contexts,
	.draw = form_draw,
	.header = form_header,
	.key = form_key,
	.tick = form_tick,
	.enter = form_enter,
	.free = form_free,
};

struct screen *form_new(const struct form_spec *spec)
{
	struct form *form = mem_zalloc(1, sizeof *form);

	form->screen.ops = &form_ops;
	form->title = mem_strdup(spec->title);
	mem_set(&form->intro, spec->intro);
	form->submit = spec->submit;
	form->describe = spec->describe;
	form->described_at = -1;
	form->number = spec->number;
	form->subject = mem_strdup(spec->subject ? spec->subject : "");
	mem_set(&form->draft, spec->draft);
	form->apart = spec->apart;
	form->count = spec->count;
	for (int i = 0; i < spec->count; i++) {
		form->fields[i].label = mem_strdup(spec->fields[i].label);
		mem_set(&form->fields[i].hint, spec->fields[i].hint);
		form->fields[i].required = spec->fields[i].required;
		form->fields[i].fresh = spec->fields[i].replace;
		form->fields[i].lines = spec->fields[i].lines;
		field_init(&form->fields[i].field, spec->fields[i].value ? spec->fields[i].value : "");
	}
	form->begun = draft_text(form, 0);
	return &form->screen;
}
