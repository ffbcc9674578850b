/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a register are linked with each other: the room ticks pairs in a triangle. */
#include "instrument/links.h"

#include "base/i18n.h"
#include "instrument/spec.h"

#include <stdio.h>
#include <stdlib.h>

#define KEY_LIMIT 81 /* two ids and a slash */

static const char *const keys[] = { "of" };

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	step->of = reader_line(reader, node, "of", true, KEY_LIMIT);
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	const struct step *with = spec_link(reader, node, bank, module, step, "register");

	if (with)
		spec_names(reader, node_get(node, "of"), with);
}

/* The cursor */

void links_keep_within(struct stage *stage, const struct web *web)
{
	int last = (int)web->count - 1, row = stage->row;

	if (stage->row > last)
		stage->row = last;
	if (stage->column > last)
		stage->column = last;
	if (!stage->as_list && stage->row < stage->column) {
		stage->row = stage->column;
		stage->column = row;
	}
	if (stage->row == stage->column && stage->column < last && (stage->as_list || stage->column == 0)) {
		stage->row += !stage->as_list;
		stage->column += stage->as_list;
	} else if (stage->row == stage->column) {
		stage->column--;
	}
}

int links_other(const struct stage *stage, int n)
{
	return n + (n >= stage->row);
}

/* Keys */

static context_set contexts(const struct stage *stage)
{
	(void)stage;
	return CONTEXT_LINKS | CONTEXT_STEP | CONTEXT_MOVE | CONTEXT_ANY;
}

static void set_link(struct stage *stage, const struct web *web, bool linked)
{
	int a = web->rows[stage->row]->id, b = web->rows[stage->column]->id;

	/* A pair is stored one way round only: the lower row first. */
	changes_label(stage->changes, linked ? N_("a link") : N_("removing a link"));
	change_rating(stage->changes, stage->progress->step->key, a < b ? a : b, a < b ? b : a, SIDES,
		linked ? "1" : NULL);
}

/* Along the slope of the triangle a step goes on to the line or column that has room for it. */
static bool move_in_triangle(struct stage *stage, const struct web *web, enum action action)
{
	int last = (int)web->count - 1;

	switch (action) {
	case ACT_UP:
		stage->row -= stage->row > 1;
		if (stage->column >= stage->row)
			stage->column = stage->row - 1;
		return true;
	case ACT_DOWN:
		stage->row += stage->row < last;
		return true;
	case ACT_LEFT:
		stage->column -= stage->column > 0;
		return true;
	case ACT_RIGHT:
		stage->column += stage->column < last - 1;
		if (stage->row <= stage->column)
			stage->row = stage->column + 1;
		return true;
	case ACT_FIRST:
		stage->column = 0;
		return true;
	case ACT_LAST:
		stage->column = stage->row - 1;
		return true;
	case ACT_PAGE_UP:
		stage->row = stage->column + 1;
		return true;
	case ACT_PAGE_DOWN:
		stage->row = last;
		return true;
	default:
		return false;
	}
}

static bool move_in_list(struct stage *stage, const struct web *web, enum action action)
{
	int last = (int)web->count - 2, at = stage->column - (stage->column > stage->row);

	switch (action) {
	case ACT_UP:
		at -= at > 0;
		break;
	case ACT_DOWN:
		at += at < last;
		break;
	case ACT_LEFT:
		stage->row -= stage->row > 0;
		break;
	case ACT_RIGHT:
		stage->row += stage->row <= last;
		break;
	case ACT_FIRST:
	case ACT_PAGE_UP:
		at = 0;
		break;
	case ACT_LAST:
	case ACT_PAGE_DOWN:
		at = last;
		break;
	default:
		return false;
	}
	stage->column = links_other(stage, at);
	return true;
}

static bool web_key(struct stage *stage, const struct web *web, enum action action)
{
	bool linked = web_has(web, stage->row, stage->column);

	if (action == ACT_TOGGLE) {
		set_link(stage, web, !linked);
		return true;
	}
	if (action == ACT_DELETE) {
		if (linked)
			set_link(stage, web, false);
		return true;
	}
	return stage->as_list ? move_in_list(stage, web, action) : move_in_triangle(stage, web, action);
}

static bool take_key(struct stage *stage, enum action action, const struct key *key)
{
	struct web web;
	bool used = false;

	(void)key;
	web_init(&web, stage->session, stage->progress->step);
	if (web.count >= 2) {
		links_keep_within(stage, &web);
		used = web_key(stage, &web, action);
	}
	web_release(&web);
	return used;
}

/* The cursor stays where it is. */
static void undone(struct stage *stage)
{
	(void)stage;
}

static bool has_result(const struct session *session, const struct progress *progress)
{
	struct web web;
	bool any;

	web_init(&web, session, progress->step);
	any = web.links.linked > 0;
	web_release(&web);
	return any;
}

/* The result */

#define TABLE_MOST 10 /* things beyond which the table does not fit on a line of 72 columns */

static void add_name(struct str *names, const char *name)
{
	str_printf(names, "%s%s", names->length ? ", " : "", name);
}

static void write_islands(const struct web *web, struct doc *doc)
{
	struct str names;

	str_init(&names);
	for (size_t island = 0; island < web->links.islands; island++) {
		char *text;

		str_clear(&names);
		for (size_t i = 0; i < web->count; i++)
			if (web->links.island[i] == island)
				add_name(&names, web->names[i]);
		text = mem_printf(_("Linked, directly or through others: %s."), names.data);
		doc_bullet(doc, STYLE_NORMAL, text);
		free(text);
	}
	str_clear(&names);
	for (size_t i = 0; i < web->count; i++)
		if (web->links.island[i] == LINKS_ALONE)
			add_name(&names, web->names[i]);
	if (names.length) {
		char *text = mem_printf(P_("Stands alone: %s.", "Stand alone: %s.", web->links.alone), names.data);

		doc_bullet(doc, STYLE_WARN, text);
		free(text);
	}
	str_release(&names);
}

static void write_triangle(const struct web *web, struct doc *doc)
{
	char numbers[TABLE_MOST][8];
	const char *titles[TABLE_MOST];

	titles[0] = "";
	for (size_t i = 1; i < web->count; i++) {
		snprintf(numbers[i], sizeof numbers[i], ">%zu", i);
		titles[i] = numbers[i];
	}
	doc_table(doc, web->count, titles);
	for (size_t row = 0; row < web->count; row++) {
		doc_cell_printf(doc, STYLE_NORMAL, "%zu %s", row + 1, web->names[row]);
		for (size_t column = 0; column + 1 < web->count; column++) {
			bool linked = column < row && web_has(web, (int)row, (int)column);

			doc_cell(doc, linked ? STYLE_STRONG : STYLE_DIM,
				column >= row ? "" : linked ? WEB_LINKED : WEB_OPEN);
			doc_spoken(doc, linked ? web->names[column] : "");
		}
	}
}

/* A line for each with what it is linked with. */
static void write_lines(const struct web *web, struct doc *doc)
{
	struct str names;

	str_init(&names);
	for (size_t row = 0; row < web->count; row++) {
		char *mark;

		str_clear(&names);
		for (size_t other = 0; other < web->count; other++)
			if (other != row && web_has(web, (int)row, (int)other))
				add_name(&names, web->names[other]);
		mark = mem_printf("%s:", web->names[row]);
		doc_marked(doc, STYLE_NORMAL, mark, names.length ? names.data : "-");
		free(mark);
	}
	str_release(&names);
}

/* How many links there are of those that could be, and what hangs together; false where there is no link. */
static bool write_found(const struct web *web, struct doc *doc)
{
	if (web->count < 2) {
		doc_text(doc, STYLE_DIM, _("There are not two of them that could be linked."));
		return false;
	}
	if (web->links.linked == 0) {
		doc_printf(doc, STYLE_WARN,
			P_("The one possible link is not there.", "None of the %zu possible links is there.",
			   web_possible(web)),
			web_possible(web));
		return false;
	}
	doc_printf(doc, STYLE_STRONG,
		P_("%zu of %zu possible link is there (%d %%).", "%zu of %zu possible links are there (%d %%).",
		   web_possible(web)),
		web->links.linked, web_possible(web), (int)ratio_percent(web->links.share));
	if (web->links.islands == 1 && web->links.alone == 0)
		doc_text(doc, STYLE_GOOD, _("All are linked with each other, directly or through others."));
	else
		write_islands(web, doc);
	return true;
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	struct web web;

	(void)today;
	web_init(&web, session, progress->step);
	if (write_found(&web, doc)) {
		doc_gap(doc);
		if (web.count <= TABLE_MOST)
			write_triangle(&web, doc);
		else
			write_lines(&web, doc);
		doc_gap(doc);
	}
	web_release(&web);
}

/* The room links in sight of all. */
static void pose(const struct session *session, const struct progress *progress, struct doc *doc)
{
	summarise(session, progress, 0, doc);
}

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	struct web web;

	(void)today;
	web_init(&web, session, progress->step);
	write_found(&web, doc);
	web_release(&web);
}

/* Then and now */

static bool place(const struct session *session, const struct progress *progress, int side, struct place *out)
{
	struct web web;

	if (side != SIDE_NONE)
		return false;
	web_init(&web, session, progress->step);
	if (web.count >= 2)
		out->text = mem_printf(_("%zu of %zu linked (%d %%)"), web.links.linked, web_possible(&web),
			(int)ratio_percent(web.links.share));
	web_release(&web);
	return out->text != NULL;
}

const struct instrument instrument_links = {
	.kind = "links",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.undone = undone,
	.draw = links_draw,
	.pose = pose,
	.key = take_key,
	.contexts = contexts,
	.has_result = has_result,
	.summarise = summarise,
	.digest = digest,
	.place = place,
	.reveals = true,
	.reopens_freely = true,
};
