/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list out of a file, before it is taken in: what its columns are taken for, and what comes of it. */
#include "screen/preview.h"

#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "instrument/listing.h"
#include "screen/form.h"
#include "screen/people.h"
#include "view/list.h"
#include "view/spot.h"

#include <stdlib.h>
#include <string.h>

#define DRAFT "list:" /* and the register's key; nothing behind it for people */
#define LEAST_COLUMNS 3

struct preview {
	struct screen screen;
	struct list list; /* the columns */
	int page;         /* of what comes of it */
	bool more;        /* whether another page follows */
	char *step;       /* "" for people */
	char *name;       /* of the file, without its folders */
	struct str text;
	struct listing listing;
};

static struct preview *preview_of(struct screen *screen)
{
	return (struct preview *)screen;
}

static const struct step *step_of(const struct app *app, const char *key)
{
	return key[0] ? bank_step(app->session->bank, key, NULL) : NULL;
}

/* Reads the text for the session as it is now. */
static int read_list(const struct app *app, struct preview *preview, struct err *err)
{
	return listing_init(&preview->listing, app->session, step_of(app, preview->step), preview->text.data,
		preview->text.length, clock_today(), err);
}

/* The same after the session has changed; what columns were taken for stays. */
static void read_anew(const struct app *app, struct preview *preview)
{
	struct listing before = preview->listing;

	read_list(app, preview, NULL);
	listing_take_like(&preview->listing, &before);
	listing_release(&before);
}

static context_set preview_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_PREVIEW | CONTEXT_MOVE | CONTEXT_ANY;
}

static void preview_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct preview *preview = preview_of(screen);
	const struct step *step = step_of(app, preview->step);
	char *name = text_visible(preview->name, false);

	str_printf(left, step ? _("Rows from %s") : _("People from %s"), name);
	str_printf(right, P_("%zu line", "%zu lines", preview->listing.row_count), preview->listing.row_count);
	free(name);
}

/* A column: what it is called, what stands in it, what it is taken for. */
static void draw_column(const struct preview *preview, size_t column, struct grid *grid, struct rect line)
{
	int field = preview->listing.taken[column], third = line.width / 3;
	char *name = listing_column_name(&preview->listing, column), *sample = listing_sample(&preview->listing, column);
	const char *title = field == LISTING_NONE ? _("nothing") : preview->listing.fields[field].title;
	char *taken = mem_printf("< %s >", title);

	if (grid->linear) {
		char *spoken = mem_printf(_("%s, such as %s: %s"), name, sample, title);

		grid_text_cut(grid, line.x, line.y, line.width, STYLE_NORMAL, spoken);
		free(spoken);
	} else {
		grid_text_cut(grid, line.x, line.y, third - 1, STYLE_NORMAL, name);
		grid_text_cut(grid, line.x + third, line.y, third - 1, STYLE_DIM, sample);
		grid_text_cut(grid, line.x + 2 * third, line.y, line.width - 2 * third,
			field == LISTING_NONE ? STYLE_DIM : STYLE_STRONG, taken);
	}
	free(taken);
	free(sample);
	free(name);
}

/* Returns the lines that it took. */
static int draw_columns(struct preview *preview, struct grid *grid, struct rect body)
{
	int columns = (int)preview->listing.column_count, third = body.width / 3, top;
	int height = columns < body.height / 2 ? columns : body.height / 2;

	height = height < LEAST_COLUMNS && columns >= LEAST_COLUMNS ? LEAST_COLUMNS : height;
	list_count(&preview->list, columns);
	if (!grid->linear) {
		grid_text_cut(grid, body.x, body.y, third - 1, STYLE_DIM, _("Column"));
		grid_text_cut(grid, body.x + third, body.y, third - 1, STYLE_DIM, _("such as"));
		grid_text_cut(grid, body.x + 2 * third, body.y, body.width - 2 * third, STYLE_DIM, _("is taken for"));
	}
	top = list_scroll(&preview->list, height);
	for (int i = 0; i < height && top + i < columns; i++) {
		struct rect line = { body.x, body.y + 1 + i, body.width, 1 };

		draw_column(preview, (size_t)(top + i), grid, line);
		spot_move(grid, line, top + i - preview->list.cursor, 0, "Right");
		if (top + i == preview->list.cursor) {
			grid_paint(grid, line, STYLE_SELECTED);
			grid_cursor(grid, line.x, line.y);
		}
	}
	return 1 + height;
}

/* A line as it would be kept, for free(). */
static char *row_text(const struct listing *listing, const struct listing_row *row)
{
	struct str text;

	str_init(&text);
	for (size_t f = 0; f < listing->field_count; f++) {
		char *shown = row->values[f] && row->values[f][0] ? listing_show(listing, f, row->values[f]) : NULL;

		if (shown)
			str_printf(&text, "%s%s", text.length ? " \xc2\xb7 " : "", shown);
		free(shown);
	}
	return text.data;
}

/* What would be added, in a sentence; for free(). */
static char *outcome(const struct preview *preview)
{
	size_t taken = preview->listing.taken_rows, skipped = preview->listing.row_count - taken;
	char *added = preview->step[0] ? mem_printf(P_("%zu row would be added", "%zu rows would be added", taken), taken)
				       : mem_printf(P_("%zu person would be added", "%zu people would be added", taken), taken);
	char *text = skipped == 0 ? mem_printf(_("%s:"), added)
				  : mem_printf(P_("%s, %zu line left out:", "%s, %zu lines left out:", skipped), added, skipped);

	free(added);
	return text;
}

/* The row that would be added as the n-th one after at; row_count where there is none. */
static size_t taken_row(const struct listing *listing, size_t at, size_t n)
{
	for (; at < listing->row_count; at++)
		if (!listing->rows[at].skipped && n-- == 0)
			break;
	return at;
}

static void draw_rows(const struct listing *listing, size_t from, int count, struct grid *grid, struct rect line)
{
	for (size_t i = taken_row(listing, from, 0); count-- > 0; i = taken_row(listing, i + 1, 0), line.y++) {
		char *text = row_text(listing, &listing->rows[i]);

		grid_text_cut(grid, line.x + 2, line.y, line.width - 2, STYLE_NORMAL, text);
		free(text);
	}
}

static void draw_problems(const struct diag *problems, int count, struct grid *grid, struct rect line)
{
	for (int i = 0; i < count; i++, line.y++) {
		char *text = mem_printf(_("line %d: %s"), problems[i].line, problems[i].message);

		grid_text_cut(grid, line.x, line.y, line.width, STYLE_WARN, text);
		free(text);
	}
}

/* What comes of it, a page at a time: rows, and below them the problems, which have the half of it that they need. */
static void draw_outcome(struct preview *preview, struct grid *grid, struct rect body)
{
	const struct listing *listing = &preview->listing;
	char *text = outcome(preview);
	int height = body.height - 1, rows_left = (int)listing->taken_rows, problems_left = (int)listing->problems.count;
	int rows = 0, problems = 0, page = 0;

	grid_text_cut(grid, body.x, body.y++, body.width, STYLE_STRONG, text);
	free(text);
	if (height < 1)
		return;
	for (;; page++) {
		int room = height - rows_left > height / 2 ? height - rows_left : height / 2;

		problems = problems_left < room ? problems_left : room;
		rows = rows_left < height - problems ? rows_left : height - problems;
		if (page == preview->page || rows + problems == rows_left + problems_left)
			break;
		rows_left -= rows;
		problems_left -= problems;
	}
	preview->page = page;
	draw_rows(listing, taken_row(listing, 0, listing->taken_rows - (size_t)rows_left), rows, grid, body);
	body.y += rows;
	draw_problems(listing->problems.items + (listing->problems.count - (size_t)problems_left), problems, grid, body);
	preview->more = rows < rows_left || problems < problems_left;
	if (preview->more)
		grid_more(grid);
}

static void preview_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct preview *preview = preview_of(screen);
	int lines;

	(void)app;
	lines = draw_columns(preview, grid, body) + (body.height > 12);
	if (lines < body.height)
		draw_outcome(preview, grid, (struct rect){ body.x, body.y + lines, body.width, body.height - lines });
}

/* All of it as one change. */
static void take(struct app *app, struct preview *preview)
{
	struct changes changes = { 0 };
	const struct row **rows = mem_zalloc(app->session->row_count, sizeof *rows);
	size_t place = session_rows(app->session, preview->step, rows), taken = preview->listing.taken_rows;
	bool is_rows = preview->step[0];

	free(rows);
	if (taken == 0) {
		app_warn(app, "%s", _("there is nothing that could be added"));
		return;
	}
	listing_add(&preview->listing, (int)place, &changes);
	changes_label(&changes, is_rows ? N_("rows from a list") : N_("people from a list"));
	if (!app_apply(app, &changes))
		return;
	app_pop(app);
	if (is_rows)
		app_say(app, P_("%zu row added", "%zu rows added", taken), taken);
	else
		app_say(app, P_("%zu person added", "%zu people added", taken), taken);
}

static bool preview_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct preview *preview = preview_of(screen);

	(void)key;
	if (action == ACT_PAGE_DOWN || action == ACT_PAGE_UP) {
		preview->page += action == ACT_PAGE_DOWN ? preview->more : -(preview->page > 0);
		return true;
	}
	if (action == ACT_LEFT || action == ACT_RIGHT) {
		preview->page = 0;
		listing_turn(&preview->listing, (size_t)preview->list.cursor, action == ACT_RIGHT ? 1 : -1);
		return true;
	}
	if (action == ACT_ENTER) {
		take(app, preview);
		return true;
	}
	return list_act(&preview->list, action);
}

static void preview_changed(struct app *app, struct screen *screen)
{
	if (app->session)
		read_anew(app, preview_of(screen));
}

static void preview_free(struct app *app, struct screen *screen)
{
	struct preview *preview = preview_of(screen);

	(void)app;
	listing_release(&preview->listing);
	str_release(&preview->text);
	free(preview->name);
	free(preview->step);
	free(preview);
}

static const struct screen_ops preview_ops = {
	.name = "preview",
	.contexts = preview_contexts,
	.draw = preview_draw,
	.header = preview_header,
	.key = preview_key,
	.changed = preview_changed,
	.undone = preview_changed,
	.resume = preview_changed,
	.free = preview_free,
};

/* "~/list.csv" as a shell has it; for free(). */
static char *full_path(const char *path)
{
	const char *home = getenv("HOME");

	return strncmp(path, "~/", 2) == 0 && home ? mem_printf("%s%s", home, path + 1) : mem_strdup(path);
}

static int open_file(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	struct preview *preview = mem_zalloc(1, sizeof *preview);
	char *path = full_path(values->values[0]);
	const char *slash = strrchr(path, '/');
	int result;

	(void)at;
	preview->screen.ops = &preview_ops;
	preview->step = mem_strdup(values->subject);
	preview->name = mem_strdup(slash ? slash + 1 : path);
	str_init(&preview->text);
	result = file_read(path, LISTING_BYTES_MOST, &preview->text, err);
	if (result == 0)
		result = read_list(app, preview, err);
	if (result == 0 && preview->listing.row_count == 0)
		result = err_set(err, ERR_INPUT, _("'%s' has no lines that could be added"), values->values[0]);
	if (result == 0)
		app_push(app, &preview->screen);
	else
		preview_free(app, &preview->screen);
	free(path);
	return result;
}

struct screen *preview_form(const char *step)
{
	char *draft = mem_printf(DRAFT "%s", step);
	struct form_spec spec = { .title = step[0] ? _("Rows from a file") : _("People from a file"), .submit = open_file,
				  .subject = step, .draft = draft, .count = 1 };
	struct screen *screen;

	spec.fields[0] = (struct form_field){
		.label = _("File"), .required = true,
		.hint = step[0] ? _("CSV or tabs, from a spreadsheet. What its columns are is shown before anything is added.")
				: _("A line for each person: Name, role, side. It is shown before anything is added.") };
	screen = form_new(&spec);
	free(draft);
	return screen;
}

bool preview_open_draft(struct app *app, struct screen *below, const char *draft)
{
	const char *step = draft + strlen(DRAFT);

	(void)below;
	if (strncmp(draft, DRAFT, strlen(DRAFT)) != 0)
		return false;
	if (step[0] && (!step_of(app, step) || strcmp(step_of(app, step)->kind, "register") != 0))
		return false;
	if (!step[0])
		app_push(app, people_new(false));
	app_push(app, preview_form(step));
	return true;
}
