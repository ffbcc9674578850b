/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures: which of the two sides' help each other and which hurt, and which both could share. */
#include "instrument/analysis.h"

#include "base/date.h"
#include "base/i18n.h"
#include "instrument/cell.h"
#include "instrument/result.h"
#include "measure/metrics.h"
#include "measure/shared.h"

#include <stdlib.h>
#include <string.h>

/* Measures are called so; the rows of another register by its first text. */
static const char *name_of_rows(const struct step *step)
{
	const struct column *column = step_column(step, "measure");

	if (!column || column->type != COLUMN_TEXT)
		column = step_name_column(step);
	return column ? column->id : NULL;
}

const char *pair_matrix_name(const struct pair_matrix *matrix, const struct row *row)
{
	return matrix->name ? row_value(row, matrix->name) : "";
}

void pair_matrix_init(struct pair_matrix *matrix, const struct session *session, const struct step *pairs)
{
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	size_t count = pairs->of ? session_rows(session, pairs->of, rows) : 0;

	*matrix = (struct pair_matrix){ 0 };
	matrix->measures = pairs->of ? bank_step(session->bank, pairs->of, NULL) : NULL;
	matrix->name = matrix->measures ? name_of_rows(matrix->measures) : NULL;
	for (int side = 0; side < SIDES; side++) {
		matrix->rows[side] = mem_zalloc(count, sizeof *matrix->rows[side]);
		for (size_t i = 0; i < count; i++)
			if (row_side(session, rows[i]) == side && pair_matrix_name(matrix, rows[i])[0])
				matrix->rows[side][matrix->counts[side]++] = rows[i];
	}
	free(rows);
}

void pair_matrix_release(struct pair_matrix *matrix)
{
	for (int side = 0; side < SIDES; side++)
		free(matrix->rows[side]);
}

enum pair_list { PAIRS_WORST, PAIRS_HURT, PAIRS_DISCUSS };

struct conflicts {
	const struct session *session;
	struct pair_matrix matrix;
	int *weights[SIDES];
	struct metrics_cell *cells;
	struct metrics result;
};

static int rating_of(const struct session *session, const char *step, const struct row *a, const struct row *b,
	int side)
{
	int value;

	return session_rating(session, step, a->id, b->id, side, &value) ? value : METRICS_NO_RATING;
}

static void conflicts_init(struct conflicts *conflicts, const struct session *session, const struct step *pairs)
{
	struct pair_matrix *matrix = &conflicts->matrix;
	struct metrics_input input;

	*conflicts = (struct conflicts){ .session = session };
	pair_matrix_init(matrix, session, pairs);
	for (int side = 0; side < SIDES; side++) {
		conflicts->weights[side] = mem_zalloc(matrix->counts[side], sizeof *conflicts->weights[side]);
		for (size_t i = 0; i < matrix->counts[side]; i++)
			conflicts->weights[side][i] = cell_int(matrix->rows[side][i], "weight", 1);
	}
	conflicts->cells = mem_zalloc(matrix->counts[0] * matrix->counts[1], sizeof *conflicts->cells);
	for (size_t r = 0; r < matrix->counts[0]; r++) {
		for (size_t c = 0; c < matrix->counts[1]; c++) {
			struct metrics_cell *cell = &conflicts->cells[r * matrix->counts[1] + c];
			const struct row *a = matrix->rows[0][r], *b = matrix->rows[1][c];

			for (int side = 0; side < SIDES; side++)
				cell->rating[side] = rating_of(session, pairs->key, a, b, side);
			cell->agreed = rating_of(session, pairs->key, a, b, SIDES);
		}
	}
	input = (struct metrics_input){ conflicts->weights[0], conflicts->weights[1], matrix->counts[0],
					matrix->counts[1], conflicts->cells };
	metrics_of(&input, &conflicts->result);
}

static void conflicts_release(struct conflicts *conflicts)
{
	metrics_release(&conflicts->result);
	pair_matrix_release(&conflicts->matrix);
	free(conflicts->weights[0]);
	free(conflicts->weights[1]);
	free(conflicts->cells);
}

static const char *name_of(const struct conflicts *conflicts, int side, size_t at)
{
	return pair_matrix_name(&conflicts->matrix, conflicts->matrix.rows[side][at]);
}

static const char *words_of(const struct metrics_value *value)
{
	if (value->state == CELL_UNRATED)
		return _("open");
	if (value->state == CELL_DISCUSS)
		return _("to discuss");
	if (value->value >= 0)
		return value->value > 0 ? _("help") : _("ignore");
	return value->worst ? _("hurt most") : _("hurt");
}

static void write_cell(struct doc *doc, const struct metrics_value *value)
{
	if (value->state == CELL_UNRATED)
		doc_cell(doc, STYLE_DIM, "\xc2\xb7");
	else if (value->state == CELL_DISCUSS)
		doc_cell(doc, STYLE_WARN, "?");
	else if (value->value > 0)
		doc_cell(doc, STYLE_GOOD, "+");
	else if (value->value == 0)
		doc_cell(doc, STYLE_NORMAL, "0");
	else
		doc_cell(doc, STYLE_ALERT, value->worst ? "-!" : "-");
	doc_spoken(doc, words_of(value));
}

/* The rows are lines; where there are more columns than lines the map is turned, as it is read more easily long. */
static void write_map(const struct conflicts *conflicts, struct doc *doc)
{
	const struct pair_matrix *matrix = &conflicts->matrix;
	int down = matrix->counts[1] > matrix->counts[0] ? 1 : 0, across = 1 - down;
	const char **titles = mem_zalloc(matrix->counts[across] + 1, sizeof *titles);

	titles[0] = "";
	for (size_t c = 0; c < matrix->counts[across]; c++)
		titles[c + 1] = name_of(conflicts, across, c);
	doc_gap(doc);
	doc_table(doc, matrix->counts[across] + 1, titles);
	for (size_t r = 0; r < matrix->counts[down]; r++) {
		doc_cell(doc, style_of_side(down), name_of(conflicts, down, r));
		for (size_t c = 0; c < matrix->counts[across]; c++) {
			size_t row = down == 0 ? r : c, column = down == 0 ? c : r;

			write_cell(doc, &conflicts->result.cells[row * matrix->counts[1] + column]);
		}
	}
	doc_printf(doc, STYLE_DIM,
		_("Down: %s. Across: %s. + help, 0 ignore, - hurt each other (-! most), ? discuss first."),
		conflicts->session->bank->sides[down].name, conflicts->session->bank->sides[across].name);
	doc_spoken(doc, "");
	free(titles);
}

static void write_pairs(const struct conflicts *conflicts, struct doc *doc, bool worst)
{
	const struct metrics *result = &conflicts->result;

	for (size_t r = 0; r < conflicts->matrix.counts[0]; r++) {
		for (size_t c = 0; c < conflicts->matrix.counts[1]; c++) {
			const struct metrics_value *value = &result->cells[r * conflicts->matrix.counts[1] + c];
			char *text;

			if (worst ? !value->worst : value->state != CELL_DISCUSS)
				continue;
			text = mem_printf(worst ? _("%s and %s hurt each other most.")
						: _("%s and %s: one side says help, the other hurt. Discuss first; "
						    "then settle it."),
				name_of(conflicts, 0, r), name_of(conflicts, 1, c));
			doc_bullet(doc, worst ? STYLE_STRONG : STYLE_WARN, text);
			free(text);
		}
	}
}

/* Which share hurts, and which helps; false where there are no pairs. */
static bool write_shares(const struct conflicts *conflicts, struct doc *doc)
{
	struct ratio conflict = metrics_conflict(&conflicts->result), support = metrics_support(&conflicts->result);
	size_t pairs = conflicts->matrix.counts[0] * conflicts->matrix.counts[1];

	if (!ratio_is_defined(conflict))
		doc_text(doc, STYLE_DIM, _("Both sides need measures before pairs of them can be looked at."));
	else if (conflicts->result.unrated < pairs)
		doc_printf(doc, STYLE_STRONG,
			_("By weight, %d %% of the pairs hurt each other and %d %% help each other."),
			(int)ratio_percent(conflict), (int)ratio_percent(support));
	return ratio_is_defined(conflict);
}

static void write_unrated(const struct conflicts *conflicts, struct doc *doc)
{
	size_t pairs = conflicts->matrix.counts[0] * conflicts->matrix.counts[1];

	if (conflicts->result.unrated)
		doc_printf(doc, STYLE_DIM,
			P_("%zu of %zu pairs has not been rated by both sides.",
			   "%zu of %zu pairs have not been rated by both sides.", conflicts->result.unrated),
			conflicts->result.unrated, pairs);
}

static void conflicts_summarise(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	struct conflicts conflicts;

	(void)today;
	conflicts_init(&conflicts, session, step);
	if (write_shares(&conflicts, doc)) {
		write_pairs(&conflicts, doc, true);
		write_pairs(&conflicts, doc, false);
		write_unrated(&conflicts, doc);
		write_map(&conflicts, doc);
	}
	conflicts_release(&conflicts);
}

/* Pairs that hurt each other, or that the sides see differently, in a paragraph; nothing where there are none. */
static void write_list(const struct conflicts *conflicts, enum pair_list list, const char *title, struct doc *doc)
{
	const struct metrics *result = &conflicts->result;
	struct str pairs;

	str_init(&pairs);
	for (size_t r = 0; r < conflicts->matrix.counts[0]; r++) {
		for (size_t c = 0; c < conflicts->matrix.counts[1]; c++) {
			const struct metrics_value *value = &result->cells[r * conflicts->matrix.counts[1] + c];
			bool hurts = value->state == CELL_RATED && value->value < 0;

			if (list == PAIRS_DISCUSS ? value->state == CELL_DISCUSS
						  : hurts && value->worst == (list == PAIRS_WORST))
				str_printf(&pairs, "%s%s / %s", pairs.length ? "; " : "", name_of(conflicts, 0, r),
					name_of(conflicts, 1, c));
		}
	}
	if (pairs.length)
		doc_marked(doc, STYLE_NORMAL, title, pairs.data);
	str_release(&pairs);
}

/* A side's measures with their weights. */
static void write_measures(const struct conflicts *conflicts, int side, struct doc *doc)
{
	char *mark = mem_printf("%s:", conflicts->session->bank->sides[side].name);
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < conflicts->matrix.counts[side]; i++)
		str_printf(&list, "%s%s (%d)", i ? ", " : "", name_of(conflicts, side, i), conflicts->weights[side][i]);
	if (list.length)
		doc_marked(doc, STYLE_NORMAL, mark, list.data);
	str_release(&list);
	free(mark);
}

static void conflicts_digest(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	struct conflicts conflicts;

	(void)today;
	conflicts_init(&conflicts, session, step);
	for (int side = 0; side < SIDES; side++)
		write_measures(&conflicts, side, doc);
	write_shares(&conflicts, doc);
	write_list(&conflicts, PAIRS_WORST, _("Hurt most:"), doc);
	write_list(&conflicts, PAIRS_HURT, _("Hurt too:"), doc);
	write_list(&conflicts, PAIRS_DISCUSS, _("Seen differently:"), doc);
	write_unrated(&conflicts, doc);
	conflicts_release(&conflicts);
}

/* What it comes to */

#define NAMED 3 /* pairs in a sentence */

/* Those to be discussed first, or those that hurt, the weightiest first: "Uptime / Lift; Cost / Basket", for free(). */
static char *list_pairs(const struct conflicts *conflicts, bool discuss)
{
	size_t columns = conflicts->matrix.counts[1], count = conflicts->matrix.counts[0] * columns, found = 0;
	struct str pairs;

	str_init(&pairs);
	for (int weight = METRICS_HIGHEST_WEIGHT * METRICS_HIGHEST_WEIGHT; weight > 0; weight--) {
		for (size_t i = 0; i < count; i++) {
			const struct metrics_value *value = &conflicts->result.cells[i];

			if (value->weight != weight || (discuss ? value->state != CELL_DISCUSS : value->value >= 0))
				continue;
			if (found++ < NAMED)
				str_printf(&pairs, "%s%s / %s", pairs.length ? "; " : "",
					name_of(conflicts, 0, i / columns), name_of(conflicts, 1, i % columns));
		}
	}
	if (found > NAMED)
		str_printf(&pairs, P_("; and %zu more", "; and %zu more", found - NAMED), found - NAMED);
	return pairs.data;
}

char *conflicts_verdict(const struct session *session, const struct step *step, struct verdict *out)
{
	struct conflicts conflicts;
	char *pairs, *text;

	conflicts_init(&conflicts, session, step);
	verdict_pairs(&conflicts.result, out);
	pairs = list_pairs(&conflicts, out->kind == VERDICT_GAP);
	conflicts_release(&conflicts);
	if (out->kind == VERDICT_GAP)
		text = mem_printf(_("One side says that they help each other, the other that they hurt: %s."), pairs);
	else if (out->kind == VERDICT_WEAKNESS)
		text = mem_printf(_("These hurt each other: %s."), pairs);
	else
		text = result_sentence(session, out);
	free(pairs);
	return text;
}

static char *conflicts_place(const struct session *session, const struct step *step)
{
	struct conflicts conflicts;
	struct ratio hurt, help;
	char *text = NULL;

	conflicts_init(&conflicts, session, step);
	hurt = metrics_conflict(&conflicts.result);
	help = metrics_support(&conflicts.result);
	if (ratio_is_defined(hurt) && conflicts.result.unrated < conflicts.matrix.counts[0] * conflicts.matrix.counts[1])
		text = mem_printf(_("%d %% hurt each other, %d %% help"), (int)ratio_percent(hurt),
			(int)ratio_percent(help));
	conflicts_release(&conflicts);
	return text;
}

const struct analysis analysis_conflicts = {
	.name = "conflicts",
	.place = conflicts_place,
	.summarise = conflicts_summarise,
	.digest = conflicts_digest,
};

/* Shared measures */

static int conflicts_of_row(const struct conflicts *conflicts, int side, size_t at)
{
	return side == 0 ? conflicts->result.rows[at].conflicts : conflicts->result.columns[at].conflicts;
}

static void write_candidates(const struct conflicts *conflicts, struct doc *doc)
{
	const struct pair_matrix *matrix = &conflicts->matrix;
	size_t count = matrix->counts[0] + matrix->counts[1], eligible;
	struct shared_candidate *candidates = mem_zalloc(count, sizeof *candidates);
	const struct row **rows = mem_zalloc(count, sizeof *rows);
	size_t *order = mem_zalloc(count, sizeof *order), at = 0;
	struct str names;

	for (int side = 0; side < SIDES; side++) {
		for (size_t i = 0; i < matrix->counts[side]; i++) {
			rows[at] = matrix->rows[side][i];
			candidates[at].drive[0] = cell_int(rows[at], "first-drives", 0);
			candidates[at].drive[1] = cell_int(rows[at], "second-drives", 0);
			candidates[at++].conflicts = conflicts_of_row(conflicts, side, i);
		}
	}
	eligible = shared_rank(candidates, count, order);
	str_init(&names);
	for (size_t i = 0; i < eligible; i++)
		str_printf(&names, "%s%s", i ? ", " : "", pair_matrix_name(matrix, rows[order[i]]));
	if (eligible)
		doc_printf(doc, STYLE_STRONG,
			_("Moved by both sides and hurting none, the best first: %s."), names.data);
	else
		doc_text(doc, STYLE_NORMAL,
			_("No listed measure is moved by both sides and hurts none: look for a new one."));
	str_release(&names);
	free(candidates);
	free(rows);
	free(order);
}

static const char *part_text(enum shared_part part)
{
	static const char *const texts[PART_COUNT] = {
		[PART_DEFINITION] = N_("definition"), [PART_SOURCE] = N_("source"),
		[PART_BASELINE] = N_("baseline and its date"), [PART_TARGET] = N_("target and its date"),
		[PART_OWNER_0] = N_("an owner on the first side"), [PART_OWNER_1] = N_("an owner on the second side"),
		[PART_REVIEW] = N_("a review within 90 days"), [PART_REWARD] = N_("a place in both sides' reward"),
	};

	return _(texts[part]);
}

static void parts_of(const struct row *row, int today, bool parts[PART_COUNT])
{
	parts[PART_DEFINITION] = row_value(row, "definition")[0];
	parts[PART_SOURCE] = row_value(row, "source")[0];
	parts[PART_BASELINE] = row_value(row, "baseline")[0] && cell_day(row, "baseline-date") != DAY_NONE;
	parts[PART_TARGET] = row_value(row, "target")[0] && cell_day(row, "target-date") != DAY_NONE;
	parts[PART_OWNER_0] = row_value(row, "first-owner")[0];
	parts[PART_OWNER_1] = row_value(row, "second-owner")[0];
	parts[PART_REVIEW] = shared_review_is_near(cell_day(row, "review"), today);
	parts[PART_REWARD] = strcmp(row_value(row, "rewarded"), "yes") == 0;
}

static void write_measure(const struct session *session, const struct row *row, int today, struct doc *doc)
{
	static const char *const shown[] = { "definition", "source", "baseline", "baseline-date", "target",
					     "target-date", "first-owner", "second-owner", "review", "rewarded" };
	const struct step *step = bank_step(session->bank, row->step, NULL);
	bool parts[PART_COUNT];
	struct str missing, filled;

	str_init(&missing);
	str_init(&filled);
	parts_of(row, today, parts);
	for (int part = 0; part < PART_COUNT; part++)
		if (!parts[part])
			str_printf(&missing, "%s%s", missing.length ? ", " : "", part_text((enum shared_part)part));
	for (size_t i = 0; i < COUNT_OF(shown); i++) {
		const struct column *column = step_column(step, shown[i]);
		char *words = cell_words(session, row, shown[i]);

		if (column && words[0])
			str_printf(&filled, "%s%s: %s", filled.length ? "; " : "", column->title, words);
		free(words);
	}
	doc_bullet(doc, STYLE_STRONG, row_value(row, "measure"));
	if (filled.length)
		doc_marked(doc, STYLE_NORMAL, " ", filled.data);
	if (missing.length) {
		char *text = mem_printf(_("%d of %d parts are there. Still missing: %s."), shared_parts(parts),
			(int)PART_COUNT, missing.data);

		doc_marked(doc, STYLE_WARN, " ", text);
		free(text);
	} else {
		doc_marked(doc, STYLE_GOOD, " ", _("All eight parts are there."));
	}
	str_release(&missing);
	str_release(&filled);
}

/* What a measure counts, from where to where, and who sees to it. */
static void digest_measure(const struct session *session, const struct row *row, int today, struct doc *doc)
{
	static const char *const shown[] = { "definition", "baseline", "target", "target-date", "first-owner",
					     "second-owner" };
	const struct step *step = bank_step(session->bank, row->step, NULL);
	bool parts[PART_COUNT];
	struct str text;

	str_init(&text);
	parts_of(row, today, parts);
	str_printf(&text, "%s:", row_value(row, "measure"));
	for (size_t i = 0; i < COUNT_OF(shown); i++) {
		const struct column *column = step_column(step, shown[i]);
		char *words = cell_words(session, row, shown[i]);

		if (column && words[0] && i == 0)
			str_printf(&text, " %s", words);
		else if (column && words[0])
			str_printf(&text, "; %s %s", column->title, words);
		free(words);
	}
	str_printf(&text, _(". %d of %d parts are there."), shared_parts(parts), (int)PART_COUNT);
	doc_bullet(doc, STYLE_NORMAL, text.data);
	str_release(&text);
}

static void shared_digest(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	size_t count = session_rows(session, step->key, rows), named = 0;

	for (size_t i = 0; i < count; i++) {
		if (!row_value(rows[i], "measure")[0])
			continue;
		digest_measure(session, rows[i], today, doc);
		named++;
	}
	if (named == 0)
		doc_text(doc, STYLE_DIM, _("No shared measure was chosen."));
	free(rows);
}

static void shared_summarise(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	const struct step *pairs = step->of ? bank_step(session->bank, step->of, NULL) : NULL;
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	size_t count = session_rows(session, step->key, rows), named = 0;
	struct conflicts conflicts;

	if (pairs) {
		conflicts_init(&conflicts, session, pairs);
		write_candidates(&conflicts, doc);
		conflicts_release(&conflicts);
	}
	for (size_t i = 0; i < count; i++) {
		if (!row_value(rows[i], "measure")[0])
			continue;
		if (named++ == 0)
			doc_gap(doc);
		write_measure(session, rows[i], today, doc);
	}
	if (named > SHARED_MOST)
		doc_printf(doc, STYLE_WARN, _("%zu shared measures are many: two to four are kept in mind."), named);
	if (named == 0)
		doc_text(doc, STYLE_DIM, _("No shared measure was chosen."));
	free(rows);
}

static char *shared_place(const struct session *session, const struct step *step)
{
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	size_t count = session_rows(session, step->key, rows);
	int named = 0, whole = 0;

	for (size_t i = 0; i < count; i++) {
		bool parts[PART_COUNT];

		if (!row_value(rows[i], "measure")[0])
			continue;
		parts_of(rows[i], session->date, parts);
		named++;
		whole += shared_parts(parts) == PART_COUNT;
	}
	free(rows);
	return named ? mem_printf(P_("%d shared measure, %d complete", "%d shared measures, %d complete", named), named,
			       whole)
		     : NULL;
}

const struct analysis analysis_shared = {
	.place = shared_place,
	.name = "shared",
	.summarise = shared_summarise,
	.digest = shared_digest,
};
