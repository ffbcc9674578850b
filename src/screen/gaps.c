/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the questions of a session came to: gaps first, with what was done about each. */
#include "screen/gaps.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/findings.h"
#include "screen/items.h"
#include "view/list.h"
#include "view/spot.h"

#include <stdlib.h>

#define WIDE_FROM 60 /* columns from which a question has a second line */
#define DETAIL 4     /* lines below the list: an empty one, and the chosen question in full */
#define FATE 10      /* columns for what was done */

struct gaps {
	struct screen screen;
	struct list list;
	bool empty; /* there is nothing to be done here */
	int top; /* the first line that is shown, headings and second lines counted */
	void (*go)(struct app *app, const char *step);
};

enum line_part { PART_HEADING, PART_PROMPT, PART_SENTENCE };

/* A line of the list. */
struct gap_line {
	int finding;
	enum line_part part;
};

struct gap_lines {
	struct gap_line *items;
	int count;
};

static struct gaps *gaps_of(struct screen *screen)
{
	return (struct gaps *)screen;
}

static context_set gaps_contexts(const struct screen *screen)
{
	if (((const struct gaps *)screen)->empty)
		return CONTEXT_SESSION | CONTEXT_ANY;
	return CONTEXT_GAPS | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY;
}

static void gaps_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	struct findings findings;
	int open;

	(void)screen;
	findings_init(&findings, app->session);
	open = findings_open(&findings);
	str_printf(left, _("Gaps: %s"), app->session->title);
	if (open > 0)
		str_printf(right, P_("%d still open", "%d still open", open), open);
	findings_release(&findings);
}

static void add_line(struct gap_lines *lines, int finding, enum line_part part)
{
	lines->items[lines->count++] = (struct gap_line){ finding, part };
}

/* A heading for each kind; what asks for something has a second line where there is room. */
static void lines_init(struct gap_lines *lines, const struct findings *findings, bool wide)
{
	lines->items = mem_zalloc(3 * findings->count, sizeof *lines->items);
	lines->count = 0;
	for (int i = 0; i < (int)findings->count; i++) {
		enum verdict_kind kind = findings->items[i].verdict.kind;

		if (i == 0 || findings->items[i - 1].verdict.kind != kind)
			add_line(lines, i, PART_HEADING);
		add_line(lines, i, PART_PROMPT);
		if (wide && verdict_asks(kind))
			add_line(lines, i, PART_SENTENCE);
	}
}

/* Scrolls so that all lines of the chosen question are in sight, and its heading if it is the first of a kind. */
static void scroll_to_cursor(struct gaps *gaps, const struct gap_lines *lines, int height)
{
	int first = lines->count, last = 0;

	for (int i = 0; i < lines->count; i++)
		if (lines->items[i].finding == gaps->list.cursor) {
			first = i < first ? i : first;
			last = i;
		}
	if (gaps->top > lines->count - height)
		gaps->top = lines->count - height;
	if (gaps->top <= last - height)
		gaps->top = last - height + 1;
	if (gaps->top > first)
		gaps->top = first;
	if (gaps->top < 0)
		gaps->top = 0;
}

static void draw_prompt(const struct finding *finding, struct grid *grid, struct rect line, bool here)
{
	int right = verdict_asks(finding->verdict.kind) ? FATE + 1 : 0;

	grid_text_cut(grid, line.x + 2, line.y, line.width - 2 - right, right ? STYLE_NORMAL : STYLE_DIM,
		finding->question);
	if (right)
		grid_text_right(grid, line.x + line.width - FATE, line.y, FATE,
			fate_is_settled(finding->fate) ? STYLE_DIM : STYLE_WARN,
			fate_word(finding->fate));
	if (here) {
		grid_paint(grid, line, STYLE_SELECTED);
		grid_cursor(grid, line.x, line.y);
	}
}

static void draw_line(const struct findings *findings, const struct gap_line *line, struct grid *grid,
	struct rect rect, bool here)
{
	const struct finding *finding = &findings->items[line->finding];
	char *text;

	switch (line->part) {
	case PART_HEADING:
		grid_text_cut(grid, rect.x, rect.y, rect.width, STYLE_TITLE, verdict_name(finding->verdict.kind));
		break;
	case PART_PROMPT:
		draw_prompt(finding, grid, rect, here);
		break;
	case PART_SENTENCE:
		text = mem_printf("%s \xc2\xb7 %s", finding->sentence, finding->progress->module->title);
		grid_text_cut(grid, rect.x + 4, rect.y, rect.width - 4, STYLE_DIM, text);
		/* That of the chosen one is told below. */
		grid_hear(grid, rect.y, HEARD_ON_DEMAND);
		free(text);
		break;
	}
}

/* What the chosen question came to, and what was done about it; in full what is cut in the list. */
static void draw_detail(const struct finding *finding, struct grid *grid, struct rect rect)
{
	char *done = finding->fate ? fate_text(finding->fate)
		     : verdict_asks(finding->verdict.kind) ? mem_strdup(_("Nothing was agreed yet."))
							   : mem_strdup("");
	int fate = verdict_asks(finding->verdict.kind) ? FATE + 1 : 0;
	bool cut = text_width(finding->question) > rect.width - 2 - fate;
	char *text = mem_printf("%s \xc2\xb7 %s %s", cut ? finding->question : finding->progress->module->title,
		finding->sentence, done);

	grid_wrap(grid, rect, STYLE_DIM, text);
	free(text);
	free(done);
}

static void draw_nothing(struct grid *grid, struct rect body)
{
	grid_wrap(grid, body, STYLE_NORMAL,
		_("Nothing yet. Once a question is revealed, it stands here with what it came to: a gap between the "
		  "sides, a split within one, a shared weakness, a misreading, or agreement."));
}

static void gaps_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct gaps *gaps = gaps_of(screen);
	int height = body.height > 2 * DETAIL - 2 ? body.height - DETAIL : body.height;
	struct findings findings;
	struct gap_lines lines;

	findings_init(&findings, app->session);
	list_count(&gaps->list, (int)findings.count);
	gaps->empty = findings.count == 0;
	if (findings.count == 0) {
		draw_nothing(grid, body);
		findings_release(&findings);
		return;
	}
	lines_init(&lines, &findings, body.width >= WIDE_FROM);
	gaps->list.height = height / 2;
	scroll_to_cursor(gaps, &lines, height);
	for (int i = 0; i < height && gaps->top + i < lines.count; i++) {
		const struct gap_line *line = &lines.items[gaps->top + i];
		struct rect rect = { body.x, body.y + i, body.width, 1 };

		spot_move(grid, rect, line->finding - gaps->list.cursor, 0, "Enter");
		draw_line(&findings, line, grid, rect, line->finding == gaps->list.cursor);
	}
	if (gaps->top + height < lines.count)
		grid_more(grid);
	if (height < body.height)
		draw_detail(&findings.items[gaps->list.cursor], grid,
			(struct rect){ body.x, body.y + height + 1, body.width, DETAIL - 1 });
	free(lines.items);
	findings_release(&findings);
}

/* The key of the chosen question; NULL where there is none. It lives as long as the session. */
static const char *chosen(const struct app *app, struct gaps *gaps)
{
	struct findings findings;
	const char *step;

	findings_init(&findings, app->session);
	list_count(&gaps->list, (int)findings.count);
	gaps->empty = findings.count == 0;
	step = findings.count > 0 ? findings.items[gaps->list.cursor].progress->step->key : NULL;
	findings_release(&findings);
	return step;
}

static bool gaps_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct gaps *gaps = gaps_of(screen);
	const char *step = chosen(app, gaps);

	(void)key;
	if (!step)
		return false;
	if (action == ACT_ENTER) {
		gaps->go(app, step);
		app_pop(app);
		return true;
	}
	return items_act(app, action, step) || list_act(&gaps->list, action);
}

static void gaps_free(struct app *app, struct screen *screen)
{
	(void)app;
	free(screen);
}

static const struct screen_ops gaps_ops = {
	.name = "gaps",
	.contexts = gaps_contexts,
	.draw = gaps_draw,
	.header = gaps_header,
	.key = gaps_key,
	.free = gaps_free,
};

struct screen *gaps_new(void (*go)(struct app *app, const char *step))
{
	struct gaps *gaps = mem_zalloc(1, sizeof *gaps);

	gaps->screen.ops = &gaps_ops;
	gaps->go = go;
	return &gaps->screen;
}
