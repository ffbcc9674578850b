/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long text to read. */
#include "screen/read.h"

#include "base/date.h"
#include "base/i18n.h"
#include "report/summary.h"
#include "screen/earlier.h"
#include "screen/export.h"
#include "view/scroll.h"

#include <stdlib.h>

struct read {
	struct screen screen;
	char *title;
	struct doc doc;
	struct layout layout;
	struct scroll scroll;
	bool exports;
};

static struct read *read_of(struct screen *screen)
{
	return (struct read *)screen;
}

static context_set read_contexts(const struct screen *screen)
{
	return CONTEXT_MOVE | CONTEXT_ANY | (((const struct read *)screen)->exports ? CONTEXT_READ : 0);
}

static void read_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	struct read *read = read_of(screen);
	int lines = (int)read->layout.count;

	(void)app;
	str_add(left, read->title);
	if (lines > read->scroll.room && read->scroll.room > 0)
		str_printf(right, _("line %d of %d"), read->scroll.top + 1, lines);
}

static void read_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct read *read = read_of(screen);
	/* Lines of more than 80 columns are hard to read. */
	int width = body.width > 80 && !grid->linear ? 80 : body.width;

	(void)app;
	if (read->layout.width != width) {
		if (grid->linear)
			doc_in_words(&read->doc);
		layout_release(&read->layout);
		layout_init(&read->layout, &read->doc, width);
	}
	layout_draw(&read->layout, grid, body, scroll_fit(&read->scroll, (int)read->layout.count, body.height));
	grid_begin(grid, body.x, body.y);
	scroll_more(&read->scroll, grid);
	grid->page = read->scroll.top + 1;
}

static bool read_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct read *read = read_of(screen);

	(void)key;
	if (action == ACT_EXPORT) {
		app_push(app, export_new(app));
		return true;
	}
	return scroll_act(&read->scroll, action == ACT_ENTER ? ACT_PAGE_DOWN : action);
}

static void read_free(struct app *app, struct screen *screen)
{
	struct read *read = read_of(screen);

	(void)app;
	free(read->title);
	doc_release(&read->doc);
	layout_release(&read->layout);
	free(read);
}

static const struct screen_ops read_ops = {
	.name = "read",
	.contexts = read_contexts,
	.draw = read_draw,
	.header = read_header,
	.key = read_key,
	.free = read_free,
};

struct screen *read_new(char *title, struct doc doc)
{
	struct read *read = mem_zalloc(1, sizeof *read);

	read->screen.ops = &read_ops;
	read->title = title;
	read->doc = doc;
	return &read->screen;
}

struct screen *summary_new(struct app *app)
{
	struct session *earlier;
	struct err err = { 0 };
	struct doc doc = { 0 };
	struct screen *screen;

	if (earlier_load(app->store, app->session, &earlier, &err) != 0)
		app_fail(app, &err);
	summary_write_after(app->session, earlier, DETAIL_SHORT, clock_today(), &doc);
	session_free(earlier);
	screen = read_new(mem_printf(_("Summary: %s"), app->session->title), doc);
	read_of(screen)->exports = true;
	return screen;
}

static void add_key(struct str *out, const char *name)
{
	char label[16];

	key_label(name, label);
	str_printf(out, "%s%s", out->length ? " " : "", label);
}

/* Names of an entry's keys that mean it in the contexts: a narrower entry may have taken one. */
static void list_keys(const struct keymap *map, const struct action_entry *entry, context_set contexts, struct str *out)
{
	for (size_t k = 0; k < ACTION_KEYS && entry->keys[k]; k++) {
		struct key key;

		if (key_parse(entry->keys[k], &key) && keymap_find(map, contexts, &key) == entry)
			add_key(out, entry->keys[k]);
	}
}

static void help_context(struct doc *doc, const struct keymap *map, context_set context, context_set contexts)
{
	static const char *const titles[] = { "", "" };
	size_t count;
	const struct action_entry *table = keymap_table(map, &count);

	doc_heading(doc, 3, context_title(context));
	doc_table(doc, 2, titles);
	for (size_t i = 0; i < count; i++) {
		struct str keys;

		if (!(table[i].contexts & context))
			continue;
		str_init(&keys);
		list_keys(map, &table[i], contexts, &keys);
		if (keys.length) {
			doc_cell(doc, STYLE_KEY, keys.data);
			doc_cell(doc, STYLE_NORMAL, _(table[i].help));
		}
		str_release(&keys);
	}
	doc_gap(doc);
}

struct screen *help_new(const struct keymap *keys, context_set contexts)
{
	struct doc doc = { 0 };

	/* Narrow contexts first: the screen's own keys are what somebody looks for. */
	for (int i = 0; i < CONTEXTS; i++)
		if (contexts & CONTEXT_BIT(i) & ~(CONTEXT_MOVE | CONTEXT_FIRST | CONTEXT_ANY))
			help_context(&doc, keys, CONTEXT_BIT(i), contexts);
	if (contexts & CONTEXT_ASK)
		doc_text(&doc, STYLE_NORMAL, _("Digits answer, and the cursor goes on to the next person. Answers stay "
					       "hidden until they are revealed."));
	if (contexts & CONTEXT_VOTE)
		doc_text(&doc, STYLE_NORMAL,
			_("The digits 0 to 5 say how many fingers somebody shows, and the cursor goes "
			  "on to the next person. Nothing is hidden."));
	if (contexts & (CONTEXT_ASK | CONTEXT_VOTE))
		doc_gap(&doc);
	if (contexts & CONTEXT_MOVE)
		help_context(&doc, keys, CONTEXT_MOVE, contexts);
	if (contexts & CONTEXT_FIRST)
		help_context(&doc, keys, CONTEXT_FIRST, contexts);
	if (contexts & CONTEXT_ANY)
		help_context(&doc, keys, CONTEXT_ANY, contexts);
	return read_new(mem_strdup(_("Keys")), doc);
}
