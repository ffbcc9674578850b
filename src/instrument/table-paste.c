/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How lines of a paste or a file become rows of a register. */
#include "instrument/table.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/split.h"

#include <stdlib.h>
#include <string.h>

/* Where each pasted cell goes; true when the line was one of titles. */
static bool read_titles(const struct table_column *columns, size_t count, const struct cells *cells, size_t *order)
{
	size_t known = 0;

	for (size_t i = 0; i < cells->count; i++) {
		char *folded = text_fold(cells->items[i]);

		order[i] = count;
		for (size_t c = 0; c < count; c++) {
			char *title = text_fold(columns[c].title);

			if (strcmp(title, folded) == 0 || strcmp(columns[c].id, folded) == 0)
				order[i] = c;
			free(title);
		}
		known += order[i] < count;
		free(folded);
	}
	return known >= 2 && known * 2 > cells->count;
}

int table_paste(const struct session *session, const struct step *step, const char *text, int place, int today,
	struct changes *changes, struct str *problems)
{
	size_t count, *order;
	struct table_column *columns = table_columns(session, step, &count);
	int next = session_next_row(session), rows = 0, line = 0;
	bool first = true;

	order = mem_zalloc(count + 1, sizeof *order);
	for (size_t i = 0; i <= count; i++)
		order[i] = i;
	while (*text) {
		struct cells cells = { 0 };
		bool titles = false;

		text += split_line(text, &cells);
		line++;
		if (first && cells.count > 1) {
			size_t *given = mem_zalloc(cells.count + count, sizeof *given);

			titles = read_titles(columns, count, &cells, given);
			for (size_t i = 0; titles && i < count; i++)
				order[i] = i < cells.count ? given[i] : count;
			free(given);
		}
		if (!titles && (cells.count > 1 || cells.items[0][0])) {
			int id = next + rows;

			change_row_add(changes, step->key, id, place + rows++);
			for (size_t i = 0; i < cells.count && i < count; i++) {
				struct err err = { 0 };
				char *value;

				if (order[i] >= count)
					continue;
				value = cell_parse(session, step, &columns[order[i]], cells.items[i], today, &err);
				if (value && value[0])
					change_cell(changes, id, columns[order[i]].id, value);
				else if (!value && problems->length < 150)
					str_printf(problems, _("%sline %d: %s"), problems->length ? "; " : "", line,
						err.message);
				free(value);
			}
		}
		first = false;
		cells_release(&cells);
	}
	free(order);
	free(columns);
	return rows;
}
