/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each pair of the two sides' rows of a register, rated: do they help or hurt each other? */
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/analysis.h"
#include "instrument/result.h"
#include "instrument/spec.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEY_LIMIT 81  /* two ids and a slash */
#define MARK_NARROW 7 /* columns of a side's marks where every column counts */
#define MARK 10       /* elsewhere, at least */
#define MARK_MOST 16  /* and at most, where there is room for the side's name */

static const char *const keys[] = { "of", "analysis" };
static const char *const analyses[] = { "conflicts" };

static const struct need conflicts[] = {
	{ .id = "measure", .type = COLUMN_TEXT },
	{ .id = "side", .type = COLUMN_SIDE },
	{ .id = "weight", .type = COLUMN_LEVEL },
	{ .id = "direction", .type = COLUMN_CHOICE, .optional = true },
	{ .id = "first-drives", .type = COLUMN_LEVEL, .optional = true, .highest = 2 },
	{ .id = "second-drives", .type = COLUMN_LEVEL, .optional = true, .highest = 2 },
};

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	int index = reader_choice(reader, node, "analysis", false, analyses, COUNT_OF(analyses));

	if (index >= 0)
		step->analysis = mem_strdup(analyses[index]);
	step->of = reader_line(reader, node, "of", true, KEY_LIMIT);
}

/*
 * Pairs are of one side's rows with the other's: even without an analysis the register has to know
 * the side, and what a row is called.
 */
static void check_rows(struct reader *reader, const struct node *at, const struct step *with)
{
	const struct column *column = step_column(with, "side");

	if (!column || (column->type != COLUMN_SIDE && column->type != COLUMN_UNKNOWN))
		reader_fail(reader, at, _("the register needs a column 'side' of the type 'side'"));
	spec_names(reader, at, with);
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	const struct step *with = spec_link(reader, node, bank, module, step, "register");
	const struct node *at = node_get(node, "of");

	if (with && step->analysis)
		spec_needs(reader, at, step->analysis, with, conflicts, COUNT_OF(conflicts));
	else if (with)
		check_rows(reader, at, with);
}

/*
 * Asking: one side rates all pairs, then the other; stage->column is the side, stage->row the pair. After the reveal
 * the sides' ratings stand, and the room settles those that it had to discuss: the third column is what it agreed on.
 */

static bool is_settling(const struct stage *stage)
{
	return progress_is_revealed(stage->progress);
}

static int pair_count(const struct pair_matrix *matrix)
{
	return (int)(matrix->counts[0] * matrix->counts[1]);
}

static const struct row *pair_row(const struct pair_matrix *matrix, int side, int pair)
{
	size_t at = (size_t)pair;

	return side == 0 ? matrix->rows[0][at / matrix->counts[1]] : matrix->rows[1][at % matrix->counts[1]];
}

static bool rating_of(const struct stage *stage, const struct pair_matrix *matrix, int pair, int side, int *value)
{
	return session_rating(stage->session, stage->progress->step->key, pair_row(matrix, 0, pair)->id,
		pair_row(matrix, 1, pair)->id, side, value);
}

static bool is_rated(const struct stage *stage, const struct pair_matrix *matrix, int pair, int side)
{
	int value;

	return rating_of(stage, matrix, pair, side, &value);
}

static int rated_count(const struct stage *stage, const struct pair_matrix *matrix, int side)
{
	int count = 0;

	for (int pair = 0; pair < pair_count(matrix); pair++)
		count += is_rated(stage, matrix, pair, side);
	return count;
}

/* The sides are two apart, and the room has not settled it. */
static bool is_to_discuss(const struct stage *stage, const struct pair_matrix *matrix, int pair)
{
	int a, b, agreed;

	return rating_of(stage, matrix, pair, 0, &a) && rating_of(stage, matrix, pair, 1, &b) && abs(a - b) > 1 &&
	       !rating_of(stage, matrix, pair, SIDES, &agreed);
}

/* The first pair from start on, going round, that waits for the column; -1 when none does. */
static int next_open(const struct stage *stage, const struct pair_matrix *matrix, int start, int column)
{
	int count = pair_count(matrix);

	for (int i = 0; i < count; i++) {
		int pair = (start + i) % count;

		if (column == SIDES ? is_to_discuss(stage, matrix, pair) : !is_rated(stage, matrix, pair, column))
			return pair;
	}
	return -1;
}

static void enter(struct stage *stage)
{
	struct pair_matrix matrix;
	int open = -1;

	pair_matrix_init(&matrix, stage->session, stage->progress->step);
	stage->column = is_settling(stage) ? SIDES : 0;
	open = next_open(stage, &matrix, 0, stage->column);
	if (open < 0 && stage->column == 0) {
		open = next_open(stage, &matrix, 0, 1);
		stage->column = open >= 0;
	}
	stage->row = open < 0 ? 0 : open;
	pair_matrix_release(&matrix);
}

/* A row, and of a measure the direction in which it is rewarded. */
static char *row_text(const struct pair_matrix *matrix, const struct row *row)
{
	const struct column *direction = step_column(matrix->measures, "direction");
	int at = direction ? option_find(direction->options, direction->option_count, row_value(row, "direction")) : -1;

	return mem_printf(at >= 0 ? "%s (%s)" : "%s", pair_matrix_name(matrix, row),
		at >= 0 ? direction->options[at].text : "");
}

/* What shows of a rating: before the reveal only that there is one. */
static const char *mark_of(const struct stage *stage, const struct pair_matrix *matrix, int pair, int column)
{
	int value;

	if (column == SIDES && is_to_discuss(stage, matrix, pair))
		return "?";
	if (!rating_of(stage, matrix, pair, column, &value))
		return "\xc2\xb7";
	if (!is_settling(stage))
		return "\xe2\x97\x8f";
	return value > 0 ? "+" : value == 0 ? "0" : "-";
}

static int column_count(const struct stage *stage)
{
	return is_settling(stage) ? SIDES + 1 : SIDES;
}

/* How many columns the marks of a side take, with its name above them. */
static int mark_width(const struct stage *stage, int width)
{
	int most = width < 76 ? MARK : MARK_MOST, mark = MARK;

	if (width < 56)
		return MARK_NARROW;
	for (int side = 0; side < SIDES; side++) {
		int name = text_width(stage->session->bank->sides[side].name) + 1;

		mark = name > mark ? name : mark;
	}
	return mark < most ? mark : most;
}

static void draw_pair(const struct stage *stage, const struct pair_matrix *matrix, struct grid *grid,
	struct rect rect, int pair)
{
	char *a = row_text(matrix, pair_row(matrix, 0, pair)), *b = row_text(matrix, pair_row(matrix, 1, pair));
	int columns = column_count(stage), mark = mark_width(stage, rect.width);
	int name = (rect.width - columns * mark - 2) / 2;

	spot_move(grid, rect, pair - stage->row, 0, NULL);
	grid_text_cut(grid, rect.x, rect.y, name - 1, style_of_side(0), a);
	grid_text_cut(grid, rect.x + name, rect.y, name - 1, style_of_side(1), b);
	for (int column = 0; column < columns; column++) {
		int x = rect.x + rect.width - (columns - column) * mark;

		grid_text(grid, x + 2, rect.y, 1, style_of_side(column), mark_of(stage, matrix, pair, column));
		spot_move(grid, (struct rect){ x, rect.y, mark - 1, 1 }, pair - stage->row,
			column < SIDES && stage->column < SIDES ? column - stage->column : 0, NULL);
		if (pair == stage->row && column == stage->column) {
			grid_paint(grid, (struct rect){ x, rect.y, 5, 1 }, STYLE_SELECTED);
			grid_cursor(grid, x + 2, rect.y);
		}
	}
	free(a);
	free(b);
}

static void draw_head(const struct stage *stage, const struct pair_matrix *matrix, struct grid *grid,
	struct rect rect)
{
	const struct side *sides = stage->session->bank->sides;
	int columns = column_count(stage), mark = mark_width(stage, rect.width);
	int name = (rect.width - columns * mark - 2) / 2;

	if (is_settling(stage))
		grid_text_cut(grid, rect.x, rect.y, rect.width, STYLE_DIM,
			rect.width < 76 ? _("Settle ?: + help, 0 ignore, - hurt")
					: _("Settle what is marked ?: + they help, 0 they ignore, "
					    "- they hurt each other"));
	else
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM,
			rect.width < 76 ? _("%s: + help, 0 ignore, - hurt")
					: _("%s rates: + they help, 0 they ignore, - they hurt each other (%d of %d)"),
			sides[stage->column].name, rated_count(stage, matrix, stage->column), pair_count(matrix));
	/* What is paired, one of either side, is not told apart by its colour alone. */
	for (int side = 0; side < SIDES; side++)
		grid_text_cut(grid, rect.x + side * name, rect.y + 1, name - 1, STYLE_DIM, sides[side].name);
	for (int column = 0; column < columns; column++)
		grid_text_cut(grid, rect.x + rect.width - (columns - column) * mark, rect.y + 1, mark - 1,
			style_of_side(column), column == SIDES ? _("Agreed") : sides[column].name);
}

/* What is known of a rating, in words. */
static const char *words_of(const struct stage *stage, const struct pair_matrix *matrix, int pair, int column)
{
	int value;

	if (column == SIDES && is_to_discuss(stage, matrix, pair))
		return _("to be settled");
	if (!rating_of(stage, matrix, pair, column, &value))
		return _("open");
	if (!is_settling(stage))
		return _("rated");
	return value > 0 ? _("help") : value == 0 ? _("ignore") : _("hurt");
}

/* For those who hear it: the pair whose turn it is, and the others when they are asked for. */
static void draw_pair_in_words(const struct stage *stage, const struct pair_matrix *matrix, struct grid *grid,
	struct rect line, int pair)
{
	char *a = row_text(matrix, pair_row(matrix, 0, pair)), *b = row_text(matrix, pair_row(matrix, 1, pair));
	const struct side *sides = stage->session->bank->sides;
	bool here = pair == stage->row, settling = is_settling(stage);
	struct str text;

	str_init(&text);
	str_printf(&text, _("%s with %s"), a, b);
	if (here && !settling)
		str_printf(&text, ", %s", sides[stage->column].name);
	for (int column = 0; column < column_count(stage); column++) {
		const char *words = words_of(stage, matrix, pair, column);

		if (!here || settling)
			str_printf(&text, "%s %s: %s", column ? "," : ".",
				column == SIDES ? _("agreed") : sides[column].name, words);
		else if (column == stage->column && rating_of(stage, matrix, pair, column, &(int){ 0 }))
			str_printf(&text, ", %s", words);
	}
	grid_text_cut(grid, line.x, line.y, line.width, STYLE_NORMAL, text.data);
	if (!settling || !is_to_discuss(stage, matrix, pair))
		grid_hear(grid, line.y, HEARD_ON_DEMAND);
	if (here)
		grid_cursor(grid, line.x, line.y);
	str_release(&text);
	free(a);
	free(b);
}

static void draw_in_words(const struct stage *stage, const struct pair_matrix *matrix, struct grid *grid,
	struct rect line)
{
	grid_text(grid, line.x, line.y, line.width, STYLE_DIM,
		is_settling(stage) ? _("Settle what the sides rate differently: + they help, 0 they ignore, - they hurt "
				       "each other")
				   : _("Rate each pair: + they help, 0 they ignore, - they hurt each other"));
	for (int pair = 0; pair < pair_count(matrix); pair++) {
		line.y++;
		draw_pair_in_words(stage, matrix, grid, line, pair);
	}
	grid->hidden = !is_settling(stage);
}

static void draw(struct stage *stage, struct grid *grid, struct rect rect)
{
	struct pair_matrix matrix;
	int lines = rect.height - 2;

	pair_matrix_init(&matrix, stage->session, stage->progress->step);
	if (pair_count(&matrix) == 0) {
		grid_wrap(grid, rect, STYLE_NORMAL,
			_("There is nothing to pair yet: each side needs at least one row in the table before (p)."));
	} else if (grid->linear) {
		draw_in_words(stage, &matrix, grid, rect);
	} else {
		if (stage->row >= pair_count(&matrix))
			stage->row = 0;
		if (stage->row < stage->top)
			stage->top = stage->row;
		if (lines > 0 && stage->row >= stage->top + lines)
			stage->top = stage->row - lines + 1;
		draw_head(stage, &matrix, grid, rect);
		for (int i = 0; i < lines && stage->top + i < pair_count(&matrix); i++)
			draw_pair(stage, &matrix, grid, (struct rect){ rect.x, rect.y + 2 + i, rect.width, 1 },
				stage->top + i);
	}
	pair_matrix_release(&matrix);
}

/* The rating at the cursor is not in the session yet, so the search goes on behind it. */
static void advance(struct stage *stage, const struct pair_matrix *matrix)
{
	int open = next_open(stage, matrix, stage->row + 1, stage->column);

	if (open >= 0 && open != stage->row) {
		stage->row = open;
		return;
	}
	if (stage->column == SIDES) {
		stage_say(stage, false, "%s", _("nothing is left to discuss: r shows the map"));
		return;
	}
	open = next_open(stage, matrix, 0, 1 - stage->column);
	if (open < 0) {
		stage_say(stage, false, "%s", _("all pairs are rated: r reveals"));
		return;
	}
	stage->column = 1 - stage->column;
	stage->row = open;
	stage_say(stage, false, _("now %s rates"), stage->session->bank->sides[stage->column].name);
}

static void rate(struct stage *stage, const struct pair_matrix *matrix, const char *value)
{
	changes_label(stage->changes, N_("rating of a pair"));
	change_rating(stage->changes, stage->progress->step->key, pair_row(matrix, 0, stage->row)->id,
		pair_row(matrix, 1, stage->row)->id, stage->column, value);
	if (value)
		advance(stage, matrix);
}

static bool pairs_key(struct stage *stage, const struct pair_matrix *matrix, enum action action,
	const struct key *key)
{
	int count = pair_count(matrix);

	/* = is + without the shift key. */
	if (key_is(key, '+') || key_is(key, '='))
		rate(stage, matrix, "1");
	else if (key_is(key, '0'))
		rate(stage, matrix, "0");
	else if (key_is(key, '-'))
		rate(stage, matrix, "-1");
	else if (key->code == K_DELETE || key->code == K_BACKSPACE)
		rate(stage, matrix, NULL);
	else if (action == ACT_UP)
		stage->row = (stage->row + count - 1) % count;
	else if (action == ACT_DOWN)
		stage->row = (stage->row + 1) % count;
	else if ((action == ACT_LEFT || action == ACT_RIGHT) && stage->column < SIDES)
		stage->column = 1 - stage->column;
	else
		return false;
	return true;
}

static bool take_key(struct stage *stage, enum action action, const struct key *key)
{
	struct pair_matrix matrix;
	bool used = false;

	pair_matrix_init(&matrix, stage->session, stage->progress->step);
	if (pair_count(&matrix) > 0) {
		if (stage->row >= pair_count(&matrix))
			stage->row = 0;
		if (is_settling(stage))
			stage->column = SIDES;
		else if (stage->column >= SIDES)
			stage->column = 0;
		used = pairs_key(stage, &matrix, action, key);
	}
	pair_matrix_release(&matrix);
	return used;
}

/* How far the sides are; what they say stays hidden. */
static void pose(const struct session *session, const struct progress *progress, struct doc *doc)
{
	struct stage stage = { .session = session, .progress = progress };
	struct pair_matrix matrix;

	pair_matrix_init(&matrix, session, progress->step);
	doc_text(doc, STYLE_NORMAL, _("Do they help or hurt each other?"));
	doc_gap(doc);
	for (int side = 0; side < SIDES; side++) {
		char *mark = mem_printf("%s:", session->bank->sides[side].name);
		char *text = mem_printf(P_("%d of %d pair is rated", "%d of %d pairs are rated", pair_count(&matrix)),
			rated_count(&stage, &matrix, side), pair_count(&matrix));

		doc_marked(doc, style_of_side(side), mark, text);
		free(mark);
		free(text);
	}
	pair_matrix_release(&matrix);
}

static int missing(const struct session *session, const struct progress *progress)
{
	struct stage stage = { .session = session, .progress = progress };
	struct pair_matrix matrix;
	int count;

	pair_matrix_init(&matrix, session, progress->step);
	count = SIDES * pair_count(&matrix) - rated_count(&stage, &matrix, 0) - rated_count(&stage, &matrix, 1);
	pair_matrix_release(&matrix);
	return count;
}

static char *missing_text(int missing)
{
	return mem_printf(P_("%d rating is missing yet: r again reveals all the same",
			     "%d ratings are missing yet: r again reveals all the same", missing), missing);
}

static const struct analysis *analysis_of(const struct step *step)
{
	return analysis_find(step->analysis ? step->analysis : analysis_conflicts.name);
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	analysis_of(progress->step)->summarise(session, progress->step, today, doc);
}

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	analysis_digest(analysis_of(progress->step), session, progress->step, today, doc);
	result_write_outcome(session, progress, doc);
}

static char *verdict(const struct session *session, const struct progress *progress, struct verdict *out)
{
	return conflicts_verdict(session, progress->step, out);
}

const struct instrument instrument_pairs = {
	.kind = "pairs",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.enter = enter,
	.draw = draw,
	.pose = pose,
	.key = take_key,
	.summarise = summarise,
	.digest = digest,
	.verdict = verdict,
	.reveals = true,
	.reopens_freely = true,
	.missing = missing,
	.missing_text = missing_text,
};
