/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of two sides' measures help each other, and which hurt. */
#include "measure/metrics.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

int metrics_side_rating(const int counts[3])
{
	int n = counts[0] + counts[1] + counts[2];

	if (n == 0)
		return METRICS_NO_RATING;
	if (counts[0] > (n - 1) / 2)
		return -1;
	return counts[0] + counts[1] > (n - 1) / 2 ? 0 : 1;
}

static bool is_rating(int rating)
{
	assert(rating == METRICS_NO_RATING || (rating >= -1 && rating <= 1));
	return rating != METRICS_NO_RATING;
}

static struct metrics_value value_of(const struct metrics_cell *cell)
{
	int a = cell->rating[0], b = cell->rating[1];

	if (is_rating(cell->agreed))
		return (struct metrics_value){ .state = CELL_RATED, .value = cell->agreed };
	if (!is_rating(a) || !is_rating(b))
		return (struct metrics_value){ .state = CELL_UNRATED };
	if (abs(a - b) == 2)
		return (struct metrics_value){ .state = CELL_DISCUSS };
	return (struct metrics_value){ .state = CELL_RATED, .value = a < b ? a : b };
}

static int weight_of(int weight)
{
	if (weight < 1)
		return 1;
	return weight > METRICS_HIGHEST_WEIGHT ? METRICS_HIGHEST_WEIGHT : weight;
}

static void add_to_line(struct metrics_line *line, const struct metrics_value *cell)
{
	line->sum += cell->value;
	line->weighted_sum += cell->value * cell->weight;
	line->conflicts += cell->value < 0;
	line->discuss += cell->state == CELL_DISCUSS;
}

static void add_cell(struct metrics *out, const struct metrics_value *cell)
{
	out->total += cell->weight;
	out->unrated += cell->state == CELL_UNRATED;
	out->discuss += cell->state == CELL_DISCUSS;
	if (cell->state == CELL_DISCUSS)
		out->disputed += cell->weight;
	if (cell->value > 0)
		out->support += cell->weight;
	if (cell->value < 0) {
		out->conflict += cell->weight;
		if (cell->weight > out->worst_weight)
			out->worst_weight = cell->weight;
	}
}

static int worst_of(const struct metrics_line *lines, size_t count)
{
	int worst = -1;

	for (size_t i = 0; i < count; i++) {
		const struct metrics_line *line = &lines[i];

		if (line->sum < 0 && (worst < 0 || line->sum < lines[worst].sum ||
				      (line->sum == lines[worst].sum &&
				       line->weighted_sum < lines[worst].weighted_sum)))
			worst = (int)i;
	}
	return worst;
}

void metrics_of(const struct metrics_input *input, struct metrics *out)
{
	size_t count = input->rows * input->columns;

	*out = (struct metrics){
		.cells = mem_zalloc(count, sizeof *out->cells),
		.rows = mem_zalloc(input->rows, sizeof *out->rows),
		.columns = mem_zalloc(input->columns, sizeof *out->columns),
	};
	for (size_t i = 0; i < count; i++) {
		size_t row = i / input->columns, column = i % input->columns;
		struct metrics_value *cell = &out->cells[i];

		*cell = value_of(&input->cells[i]);
		cell->weight = weight_of(input->row_weights[row]) *
			       weight_of(input->column_weights[column]);
		add_cell(out, cell);
		add_to_line(&out->rows[row], cell);
		add_to_line(&out->columns[column], cell);
	}
	for (size_t i = 0; i < count; i++)
		out->cells[i].worst =
			out->cells[i].value < 0 && out->cells[i].weight == out->worst_weight;
	out->worst_row = worst_of(out->rows, input->rows);
	out->worst_column = worst_of(out->columns, input->columns);
}

void metrics_release(struct metrics *metrics)
{
	free(metrics->cells);
	free(metrics->rows);
	free(metrics->columns);
	*metrics = (struct metrics){ 0 };
}

struct ratio metrics_conflict(const struct metrics *metrics)
{
	return ratio_of(metrics->conflict, metrics->total);
}

struct ratio metrics_support(const struct metrics *metrics)
{
	return ratio_of(metrics->support, metrics->total);
}

const char *metrics_state_name(enum metrics_state state)
{
	static const char *const names[] = {
		[CELL_UNRATED] = "unrated",
		[CELL_DISCUSS] = "discuss-first",
		[CELL_RATED] = "rated",
	};

	return names[state];
}
