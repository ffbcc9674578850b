/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a register are linked with each other: the room ticks pairs in a triangle. */
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/result.h"
#include "instrument/spec.h"
#include "measure/links.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEY_LIMIT 81 /* two ids and a slash */
#define LINKED "\xe2\x97\x8f"
#define OPEN "\xc2\xb7"

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

/* What is linked: the rows that have a name, and which pairs of them the room ticked. */
struct web {
	const struct row **rows;
	const char **names;
	size_t count;
	bool *linked; /* count * count, both ways round */
	struct links links;
};

static bool web_has(const struct web *web, int a, int b)
{
	return web->linked[(size_t)a * web->count + (size_t)b];
}

/* Where a row stands among the things; count where it does not. */
static size_t web_find(const struct web *web, int row)
{
	size_t at = 0;

	while (at < web->count && web->rows[at]->id != row)
		at++;
	return at;
}

static void add_things(struct web *web, const struct session *session, const struct step *with)
{
	const struct column *column = with ? step_name_column(with) : NULL;
	size_t count = column ? session_rows(session, with->key, web->rows) : 0;

	web->names = mem_zalloc(count, sizeof *web->names);
	for (size_t i = 0; i < count; i++) {
		const char *name = row_value(web->rows[i], column->id);

		if (!name[0])
			continue;
		web->names[web->count] = name;
		web->rows[web->count++] = web->rows[i];
	}
}

static void add_links(struct web *web, const struct session *session, const struct step *step)
{
	struct links_pair *pairs = mem_zalloc(session->rating_count, sizeof *pairs);
	size_t count = 0;

	web->linked = mem_zalloc(web->count * web->count, sizeof *web->linked);
	for (size_t i = 0; i < session->rating_count; i++) {
		const struct rating *rating = &session->ratings[i];
		size_t a, b;

		if (strcmp(rating->step, step->key) != 0 || rating->side != SIDES || rating->value != 1)
			continue;
		a = web_find(web, rating->row_a);
		b = web_find(web, rating->row_b);
		if (a == web->count || b == web->count || a == b)
			continue;
		web->linked[a * web->count + b] = web->linked[b * web->count + a] = true;
		pairs[count++] = (struct links_pair){ a, b };
	}
	links_of(web->count, pairs, count, &web->links);
	free(pairs);
}

static void web_init(struct web *web, const struct session *session, const struct step *step)
{
	*web = (struct web){ .rows = mem_zalloc(session->row_count, sizeof *web->rows) };
	add_things(web, session, step->of ? bank_step(session->bank, step->of, NULL) : NULL);
	add_links(web, session, step);
}

static void web_release(struct web *web)
{
	links_release(&web->links);
	free(web->linked);
	free(web->names);
	free(web->rows);
}

static size_t possible(const struct web *web)
{
	return web->count * (web->count - 1) / 2;
}

/*
 * The cursor: in the triangle stage->row is the lower of the two things, below stage->column; in a list stage->row is
 * the one whose links are listed, and stage->column the other. Both stay within what there is.
 */
static void keep_within(struct stage *stage, const struct web *web)
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

/* Drawing */

#define LIST_BELOW 50   /* columns below which there is a list in place of the triangle */
#define LINES_LEAST 7   /* and lines */
#define NAME_MOST 26
#define TITLE_LEAST 10  /* columns from which a title is a name, and not a number */
#define TITLE_MOST 16

struct shape {
	int name, column; /* widths; a column's with the gap before it */
	int lines, columns; /* how many fit */
	bool numbered;
};

static int digits(size_t count)
{
	return count > 99 ? 3 : 2;
}

static void shape_of(const struct web *web, struct rect rect, struct shape *shape)
{
	int widest = 0, most = rect.width / 3 < NAME_MOST ? rect.width / 3 : NAME_MOST, count = (int)web->count;

	for (size_t i = 0; i < web->count; i++) {
		int width = text_width(web->names[i]);

		widest = width > widest ? width : widest;
	}
	shape->name = widest < most ? widest : most;
	shape->column = (rect.width - shape->name) / (count - 1);
	if (shape->column > TITLE_MOST)
		shape->column = TITLE_MOST;
	shape->numbered = shape->column < TITLE_LEAST;
	if (shape->numbered) {
		shape->name = (widest < most ? widest : most) + digits(web->count) + 1;
		shape->column = digits(web->count) + 2;
	}
	shape->columns = (rect.width - shape->name) / shape->column;
	shape->lines = rect.height - 3;
}

static void draw_title(const struct web *web, const struct shape *shape, struct grid *grid, struct rect rect,
	size_t column)
{
	char number[24];

	snprintf(number, sizeof number, "%zu", column + 1);
	if (shape->numbered)
		grid_text_right(grid, rect.x, rect.y, rect.width, STYLE_DIM, number);
	else
		grid_text_cut(grid, rect.x + 2, rect.y, rect.width - 2, STYLE_DIM, web->names[column]);
}

/* Where in a column its mark stands. */
static int mark_at(const struct shape *shape)
{
	return shape->numbered ? shape->column - 1 : 3;
}

static void draw_row(const struct stage *stage, const struct web *web, const struct shape *shape, struct grid *grid,
	struct rect rect, int row)
{
	int names = rect.x;
	bool beside = row == stage->row || row == stage->column;
	char number[24];

	if (shape->numbered) {
		snprintf(number, sizeof number, "%d", row + 1);
		grid_text_right(grid, rect.x, rect.y, digits(web->count), STYLE_DIM, number);
		names += digits(web->count) + 1;
	}
	grid_text_cut(grid, names, rect.y, shape->name - (names - rect.x), beside ? STYLE_STRONG : STYLE_NORMAL,
		web->names[row]);
	for (int i = 0; i < shape->columns && stage->left + i < row; i++) {
		int column = stage->left + i, x = rect.x + shape->name + i * shape->column + mark_at(shape);
		bool linked = web_has(web, row, column);

		grid_text(grid, x, rect.y, 1, linked ? STYLE_STRONG : STYLE_DIM, linked ? LINKED : OPEN);
		if (row == stage->row && column == stage->column) {
			grid_paint(grid, (struct rect){ x - 1, rect.y, 3, 1 }, STYLE_SELECTED);
			grid_cursor(grid, x, rect.y);
		}
	}
}

/* Scrolls so that the cursor is in sight, and no line is left empty that could be used. */
static void scroll(int *first, int cursor, int room, int count)
{
	if (*first > count - room)
		*first = count - room;
	if (*first < 0)
		*first = 0;
	if (cursor < *first)
		*first = cursor;
	if (room > 0 && cursor >= *first + room)
		*first = cursor - room + 1;
}

static void draw_pair(const struct stage *stage, const struct web *web, struct grid *grid, struct rect rect)
{
	grid_printf(grid, rect.x, rect.y, rect.width, STYLE_NORMAL,
		web_has(web, stage->row, stage->column) ? _("%s and %s: linked") : _("%s and %s: not linked"),
		web->names[stage->column], web->names[stage->row]);
}

static void draw_triangle(struct stage *stage, const struct web *web, struct grid *grid, struct rect rect)
{
	struct shape shape;

	shape_of(web, rect, &shape);
	scroll(&stage->top, stage->row, shape.lines, (int)web->count);
	scroll(&stage->left, stage->column, shape.columns, (int)web->count - 1);
	grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM,
		P_("%zu of %zu possible link is there; Space links and unlinks",
		   "%zu of %zu possible links are there; Space links and unlinks", possible(web)),
		web->links.linked, possible(web));
	for (int i = 0; i < shape.columns && stage->left + i + 1 < (int)web->count; i++)
		draw_title(web, &shape, grid,
			(struct rect){ rect.x + shape.name + i * shape.column, rect.y + 1, shape.column, 1 },
			(size_t)(stage->left + i));
	for (int i = 0; i < shape.lines && stage->top + i < (int)web->count; i++)
		draw_row(stage, web, &shape, grid, (struct rect){ rect.x, rect.y + 2 + i, rect.width, 1 },
			stage->top + i);
	draw_pair(stage, web, grid, (struct rect){ rect.x, rect.y + rect.height - 1, rect.width, 1 });
}

/* The nth of those that a thing can be linked with. */
static int other_at(const struct stage *stage, int n)
{
	return n + (n >= stage->row);
}

static void draw_list(struct stage *stage, const struct web *web, struct grid *grid, struct rect rect)
{
	int lines = rect.height - 1, at = stage->column - (stage->column > stage->row), counted;
	char *count = mem_printf(_("%zu of %zu"), web->links.linked, possible(web)), *name;

	counted = text_width(count);
	name = text_ellipsize(web->names[stage->row], rect.width > counted + 6 ? rect.width - counted - 6 : 1);
	grid_text_right(grid, rect.x, rect.y, rect.width, STYLE_DIM, count);
	grid_printf(grid, rect.x, rect.y, rect.width - counted - 1, STYLE_STRONG, "< %s >", name);
	free(name);
	scroll(&stage->top, at, lines, (int)web->count - 1);
	for (int i = 0; i < lines && stage->top + i + 1 < (int)web->count; i++) {
		int other = other_at(stage, stage->top + i), y = rect.y + 1 + i;

		grid_text(grid, rect.x, y, 3, STYLE_KEY, web_has(web, stage->row, other) ? "[x]" : "[ ]");
		grid_text_cut(grid, rect.x + 4, y, rect.width - 4, STYLE_NORMAL, web->names[other]);
		if (other == stage->column) {
			grid_paint(grid, (struct rect){ rect.x, y, rect.width, 1 }, STYLE_SELECTED);
			grid_cursor(grid, rect.x + 1, y);
		}
	}
	free(count);
}

static void draw(struct stage *stage, struct grid *grid, struct rect rect)
{
	struct web web;

	web_init(&web, stage->session, stage->progress->step);
	stage->as_list = rect.width < LIST_BELOW || rect.height < LINES_LEAST;
	if (web.count < 2) {
		grid_wrap(grid, rect, STYLE_NORMAL,
			_("There is nothing to link yet: the table needs two rows at least (p goes back)."));
	} else {
		keep_within(stage, &web);
		if (stage->as_list)
			draw_list(stage, &web, grid, rect);
		else
			draw_triangle(stage, &web, grid, rect);
	}
	web_release(&web);
}

/* Keys */

static unsigned contexts(const struct stage *stage)
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
	stage->column = other_at(stage, at);
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
		keep_within(stage, &web);
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

			doc_cell(doc, linked ? STYLE_STRONG : STYLE_DIM, column >= row ? "" : linked ? LINKED : OPEN);
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
			P_("The one possible link is not there.", "None of the %zu possible links is there.", possible(web)),
			possible(web));
		return false;
	}
	doc_printf(doc, STYLE_STRONG,
		P_("%zu of %zu possible link is there (%d %%).", "%zu of %zu possible links are there (%d %%).",
		   possible(web)),
		web->links.linked, possible(web), (int)ratio_percent(web->links.share));
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

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	struct web web;

	(void)today;
	web_init(&web, session, progress->step);
	write_found(&web, doc);
	web_release(&web);
}

const struct instrument instrument_links = {
	.kind = "links",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.undone = undone,
	.draw = draw,
	.key = take_key,
	.contexts = contexts,
	.has_result = has_result,
	.summarise = summarise,
	.digest = digest,
	.reveals = true,
	.reopens_freely = true,
};
