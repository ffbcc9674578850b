/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Registers, and how pairs of their rows were rated, as tables. */
#include "report/csv-parts.h"

#include "instrument/cell.h"

#include <stdlib.h>
#include <string.h>

/* Whether a name comes more than once among those that are there. */
static bool is_shared(const struct session *session, const char *name)
{
	int count = 0;

	for (size_t i = 0; i < session->person_count; i++)
		count += strcmp(session->people[i].name, name) == 0;
	return count > 1;
}

/* A person by name; by number where that says more, or is all that is left. */
static void write_person(struct csv_writer *writer, const struct session *session, const char *value)
{
	const struct person *person = session_person(session, atoi(value));

	if (person && !is_shared(session, person->name))
		csv_text(writer, person->name);
	else
		csv_value(writer, value);
}

static void write_cell(struct csv_writer *writer, const struct session *session, const struct row *row,
	const struct table_column *column)
{
	const char *value = row_value(row, column->id);

	if (!column->column)
		csv_value(writer, value);
	else if (column->column->type == COLUMN_TEXT)
		csv_text(writer, value);
	else if (column->column->type == COLUMN_PERSON && value[0])
		write_person(writer, session, value);
	else
		csv_value(writer, value);
}

/* What a column is called, for free(): its id, or the name of the person whose levels are in it. */
static char *column_name(const struct session *session, const struct table_column *columns, size_t count, size_t n)
{
	const char *name = columns[n].title;

	if (columns[n].column)
		return mem_strdup(columns[n].id);
	for (size_t i = 0; i < count; i++)
		if (columns[i].column && strcmp(columns[i].id, name) == 0)
			return mem_strdup(columns[n].id);
	return mem_strdup(is_shared(session, name) ? columns[n].id : name);
}

/* "vendors-contracts.csv", and "vendors-contracts-2.csv" where that name is taken. For free(). */
static char *file_name(const char *key, const struct report_output *output)
{
	char *base = mem_strdup(key), *name;
	int number = 1;

	for (char *c = base; *c; c++)
		if (*c == '/')
			*c = '-';
	name = mem_printf("%s.csv", base);
	for (size_t i = 0; i < output->count; i++) {
		if (strcmp(output->files[i].name, name) != 0)
			continue;
		free(name);
		name = mem_printf("%s-%d.csv", base, ++number);
		i = (size_t)-1;
	}
	free(base);
	return name;
}

/* A charter's votes are given openly, and kept as the levels of people are. For free(). */
static struct table_column *columns_of(const struct session *session, const struct step *step, size_t *count)
{
	struct step with_votes = *step;

	if (step->clause_count > 0)
		with_votes.people = step->kind;
	return table_columns(session, &with_votes, count);
}

static void write_register(const struct session *session, const struct step *step, const struct row **rows, size_t count,
	struct report_output *output)
{
	size_t column_count;
	struct table_column *columns = columns_of(session, step, &column_count);
	char **names = mem_zalloc(column_count + 1, sizeof *names), *file = file_name(step->key, output);
	struct csv_writer writer;

	names[0] = mem_strdup("#");
	for (size_t c = 0; c < column_count; c++)
		names[c + 1] = column_name(session, columns, column_count, c);
	writer = csv_begin(output, file, (const char *const *)names, column_count + 1);
	for (size_t r = 0; r < count; r++) {
		csv_number(&writer, rows[r]->id);
		for (size_t c = 0; c < column_count; c++)
			write_cell(&writer, session, rows[r], &columns[c]);
		csv_end(&writer);
	}
	for (size_t c = 0; c <= column_count; c++)
		free(names[c]);
	free(names);
	free(file);
	free(columns);
}

/* Also those of modules that were dropped from the agenda: what was entered is not lost. */
void csv_write_registers(const struct session *session, struct report_output *output)
{
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);

	for (size_t m = 0; m < session->bank->module_count; m++) {
		const struct module *module = &session->bank->modules[m];

		for (size_t s = 0; s < module->step_count; s++) {
			size_t count = session_rows(session, module->steps[s].key, rows);

			if (count > 0)
				write_register(session, &module->steps[s], rows, count, output);
		}
	}
	free(rows);
}

/* What a row is called, as far as it has a name. */
static const char *row_name(const struct session *session, int id)
{
	const struct row *row = session_row(session, id);
	const struct step *step = row ? bank_step(session->bank, row->step, NULL) : NULL;
	const struct column *column = step ? step_name_column(step) : NULL;

	return column ? row_value(row, column->id) : "";
}

/* What the room agreed on was said aloud; what a side says is hidden until the reveal. */
static bool is_shown(const struct session *session, const struct rating *rating)
{
	int at = session_step(session, rating->step);

	return rating->side == SIDES || (at >= 0 && progress_is_revealed(&session->steps[at]));
}

void csv_write_pairs(const struct session *session, struct report_output *output)
{
	static const char *const columns[] = { "step", "row_a", "name_a", "row_b", "name_b", "side", "rating" };
	struct csv_writer writer = { 0 };

	for (size_t i = 0; i < session->rating_count; i++) {
		const struct rating *rating = &session->ratings[i];

		if (!is_shown(session, rating))
			continue;
		if (!writer.out)
			writer = csv_begin(output, "pairs.csv", columns, COUNT_OF(columns));
		csv_value(&writer, rating->step);
		csv_number(&writer, rating->row_a);
		csv_text(&writer, row_name(session, rating->row_a));
		csv_number(&writer, rating->row_b);
		csv_text(&writer, row_name(session, rating->row_b));
		csv_value(&writer, rating->side == SIDES ? "agreed" : session->bank->sides[rating->side].id);
		csv_number(&writer, rating->value);
		csv_end(&writer);
	}
}
