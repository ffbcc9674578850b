/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each pair of the two sides' rows of a register, rated: do they help or hurt each other? */
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/analysis.h"
#include "instrument/result.h"
#include "instrument/spec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEY_LIMIT 81 /* two ids and a slash */
#define MARK 10      /* columns of a side's marks */

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
 * the side.
 */
static void check_side(struct reader *reader, const struct node *at, const struct step *with)
{
	const struct column *column = step_column(with, "side");

	if (!column || (column->type != COLUMN_SIDE && column->type != COLUMN_UNKNOWN))
		reader_fail(reader, at, _("the register needs a column 'side' of the type 'side'"));
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	const struct step *with = spec_link(reader, node, bank, module, step, "register");
	const struct node *at = node_get(node, "of");

	if (with && step->analysis)
		spec_needs(reader, at, step->analysis, with, conflicts, COUNT_OF(conflicts));
	else if (with)
		check_side(reader, at, with);
}

/* Asking: one side rates all pairs, then the other. stage->column is the side, stage->row the pair. */

static int pair_count(const struct pair_matrix *matrix)
{
	return (int)(matrix->counts[0] * matrix->counts[1]);
}

static const struct row *pair_row(const struct pair_matrix *matrix, int side, int pair)
{
	size_t at = (size_t)pair;

	return side == 0 ? matrix->rows[0][at / matrix->counts[1]] : matrix->rows[1][at % matrix->counts[1]];
}

static bool is_rated(const struct stage *stage, const struct pair_matrix *matrix, int pair, int side)
{
	int value;

	return session_rating(stage->session, stage->progress->step->key, pair_row(matrix, 0, pair)->id,
		pair_row(matrix, 1, pair)->id, side, &value);
}

static int rated_count(const struct stage *stage, const struct pair_matrix *matrix, int side)
{
	int count = 0;

	for (int pair = 0; pair < pair_count(matrix); pair++)
		count += is_rated(stage, matrix, pair, side);
	return count;
}

/* A measure with the direction in which it is rewarded. */
static char *measure_text(const struct session *session, const struct row *row)
{
	const struct step *step = bank_step(session->bank, row->step, NULL);
	const struct column *direction = step_column(step, "direction");
	int at = direction ? option_find(direction->options, direction->option_count, row_value(row, "direction")) : -1;

	return mem_printf(at >= 0 ? "%s (%s)" : "%s", row_value(row, "measure"),
		at >= 0 ? direction->options[at].text : "");
}

static void draw_pair(const struct stage *stage, const struct pair_matrix *matrix, struct grid *grid,
	struct rect rect, int pair)
{
	const struct session *session = stage->session;
	char *a = measure_text(session, pair_row(matrix, 0, pair)), *b = measure_text(session, pair_row(matrix, 1, pair));
	int name = (rect.width - 2 * MARK - 2) / 2;
	bool here = pair == stage->row;

	grid_text_cut(grid, rect.x, rect.y, name - 1, style_of_side(0), a);
	grid_text_cut(grid, rect.x + name, rect.y, name - 1, style_of_side(1), b);
	for (int side = 0; side < SIDES; side++) {
		int x = rect.x + rect.width - (SIDES - side) * MARK;

		grid_text(grid, x + 2, rect.y, 1, style_of_side(side),
			is_rated(stage, matrix, pair, side) ? "\xe2\x97\x8f" : "\xc2\xb7");
		if (here && side == stage->column) {
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
	const char *name = sides[stage->column].name;

	grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM, _("%s rates: + they help, 0 they ignore, - they hurt "
								   "each other (%d of %d)"),
		name, rated_count(stage, matrix, stage->column), pair_count(matrix));
	for (int side = 0; side < SIDES; side++)
		grid_text_cut(grid, rect.x + rect.width - (SIDES - side) * MARK, rect.y + 1, MARK - 1, style_of_side(side),
			sides[side].name);
}

static void draw(struct stage *stage, struct grid *grid, struct rect rect)
{
	struct pair_matrix matrix;
	int lines = rect.height - 2;

	pair_matrix_init(&matrix, stage->session, stage->progress->step);
	if (pair_count(&matrix) == 0) {
		grid_wrap(grid, rect, STYLE_NORMAL,
			_("There is nothing to pair yet: each side needs at least one row in the table before (p)."));
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

/* The next pair that this side has not rated; then the other side's first; else the cursor stays. */
static void advance(struct stage *stage, const struct pair_matrix *matrix)
{
	int count = pair_count(matrix);

	for (int i = 1; i < count; i++) {
		int pair = (stage->row + i) % count;

		if (!is_rated(stage, matrix, pair, stage->column)) {
			stage->row = pair;
			return;
		}
	}
	for (int pair = 0; pair < count; pair++) {
		if (!is_rated(stage, matrix, pair, 1 - stage->column)) {
			stage->column = 1 - stage->column;
			stage->row = pair;
			stage_say(stage, false, _("now %s rates"), stage->session->bank->sides[stage->column].name);
			return;
		}
	}
	stage_say(stage, false, "%s", _("all pairs are rated: r reveals"));
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
	else if (action == ACT_LEFT || action == ACT_RIGHT)
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
		if (stage->column >= SIDES)
			stage->column = 0;
		used = pairs_key(stage, &matrix, action, key);
	}
	pair_matrix_release(&matrix);
	return used;
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

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct analysis *analysis =
		analysis_find(progress->step->analysis ? progress->step->analysis : analysis_conflicts.name);

	analysis->summarise(session, progress->step, today, doc);
	result_write_benchmark(progress, doc);
}

const struct instrument instrument_pairs = {
	.kind = "pairs",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.draw = draw,
	.key = take_key,
	.summarise = summarise,
	.reveals = true,
	.missing = missing,
};
