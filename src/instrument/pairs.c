/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each pair of the two sides' rows of a register, rated: do they help or hurt each other? */
#include "instrument/pairs.h"

#include "base/i18n.h"
#include "instrument/result.h"
#include "instrument/spec.h"

#include <stdio.h>
#include <stdlib.h>

#define KEY_LIMIT 81 /* two ids and a slash */

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

bool pairs_settling(const struct stage *stage)
{
	return progress_is_revealed(stage->progress);
}

int pairs_count(const struct pair_matrix *matrix)
{
	return (int)(matrix->counts[0] * matrix->counts[1]);
}

const struct row *pairs_row(const struct pair_matrix *matrix, int side, int pair)
{
	size_t at = (size_t)pair;

	return side == 0 ? matrix->rows[0][at / matrix->counts[1]] : matrix->rows[1][at % matrix->counts[1]];
}

bool pairs_rating(const struct stage *stage, const struct pair_matrix *matrix, int pair, int side, int *value)
{
	return session_rating(stage->session, stage->progress->step->key, pairs_row(matrix, 0, pair)->id,
		pairs_row(matrix, 1, pair)->id, side, value);
}

static bool is_rated(const struct stage *stage, const struct pair_matrix *matrix, int pair, int side)
{
	int value;

	return pairs_rating(stage, matrix, pair, side, &value);
}

int pairs_rated(const struct stage *stage, const struct pair_matrix *matrix, int side)
{
	int count = 0;

	for (int pair = 0; pair < pairs_count(matrix); pair++)
		count += is_rated(stage, matrix, pair, side);
	return count;
}

bool pairs_to_discuss(const struct stage *stage, const struct pair_matrix *matrix, int pair)
{
	int a, b, agreed;

	return pairs_rating(stage, matrix, pair, 0, &a) && pairs_rating(stage, matrix, pair, 1, &b) && abs(a - b) > 1 &&
	       !pairs_rating(stage, matrix, pair, SIDES, &agreed);
}

/* The first pair from start on, going round, that waits for the column; -1 when none does. */
static int next_open(const struct stage *stage, const struct pair_matrix *matrix, int start, int column)
{
	int count = pairs_count(matrix);

	for (int i = 0; i < count; i++) {
		int pair = (start + i) % count;

		if (column == SIDES ? pairs_to_discuss(stage, matrix, pair) : !is_rated(stage, matrix, pair, column))
			return pair;
	}
	return -1;
}

static void enter(struct stage *stage)
{
	struct pair_matrix matrix;
	int open = -1;

	pair_matrix_init(&matrix, stage->session, stage->progress->step);
	stage->column = pairs_settling(stage) ? SIDES : 0;
	open = next_open(stage, &matrix, 0, stage->column);
	if (open < 0 && stage->column == 0) {
		open = next_open(stage, &matrix, 0, 1);
		stage->column = open >= 0;
	}
	stage->row = open < 0 ? 0 : open;
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
		/* TRANSLATORS: %s is a key. */
		stage_say(stage, false, _("nothing is left to discuss: %s shows the map"),
			stage_show_key(stage, "reveal").text);
		return;
	}
	open = next_open(stage, matrix, 0, 1 - stage->column);
	if (open < 0) {
		/* TRANSLATORS: %s is a key. */
		stage_say(stage, false, _("all pairs are rated: %s reveals"), stage_show_key(stage, "reveal").text);
		return;
	}
	stage->column = 1 - stage->column;
	stage->row = open;
	stage_say(stage, false, _("now %s rates"), stage->session->bank->sides[stage->column].name);
}

static void rate(struct stage *stage, const struct pair_matrix *matrix, const char *value)
{
	changes_label(stage->changes, N_("rating of a pair"));
	change_rating(stage->changes, stage->progress->step->key, pairs_row(matrix, 0, stage->row)->id,
		pairs_row(matrix, 1, stage->row)->id, stage->column, value);
	if (value)
		advance(stage, matrix);
}

static bool pairs_key(struct stage *stage, const struct pair_matrix *matrix, enum action action,
	const struct key *key)
{
	int count = pairs_count(matrix);

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
	if (pairs_count(&matrix) > 0) {
		if (stage->row >= pairs_count(&matrix))
			stage->row = 0;
		if (pairs_settling(stage))
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
		char *text = mem_printf(P_("%d of %d pair is rated", "%d of %d pairs are rated", pairs_count(&matrix)),
			pairs_rated(&stage, &matrix, side), pairs_count(&matrix));

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
	count = SIDES * pairs_count(&matrix) - pairs_rated(&stage, &matrix, 0) - pairs_rated(&stage, &matrix, 1);
	pair_matrix_release(&matrix);
	return count;
}

static char *missing_text(int missing, const char *key)
{
	/* TRANSLATORS: %s is a key. */
	return mem_printf(P_("%d rating is missing yet: %s again reveals all the same",
			     "%d ratings are missing yet: %s again reveals all the same", missing), missing, key);
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

static bool place(const struct session *session, const struct progress *progress, int side, struct place *out)
{
	const struct analysis *analysis = analysis_of(progress->step);

	out->text = side == SIDE_NONE && analysis->place ? analysis->place(session, progress->step) : NULL;
	return out->text != NULL;
}

const struct instrument instrument_pairs = {
	.kind = "pairs",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.enter = enter,
	.draw = pairs_draw,
	.pose = pose,
	.key = take_key,
	.summarise = summarise,
	.digest = digest,
	.verdict = verdict,
	.place = place,
	.reveals = true,
	.reopens_freely = true,
	.missing = missing,
	.missing_text = missing_text,
};
