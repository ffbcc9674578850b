/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of cells. */
#include "instrument/split.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void cells_release(struct cells *cells)
{
	for (size_t i = 0; i < cells->count; i++)
		free(cells->items[i]);
	free(cells->items);
	*cells = (struct cells){ 0 };
}

static void add_cell(struct cells *cells, const struct str *cell)
{
	cells->items = mem_grow(cells->items, &cells->capacity, cells->count, sizeof *cells->items);
	cells->items[cells->count++] = text_tidy(cell->data);
}

size_t split_line(const char *text, struct cells *cells)
{
	size_t end = strcspn(text, "\r\n"), at = 0;
	char separator = memchr(text, '\t', end) ? '\t' : ',';
	bool quoted = false;
	struct str cell;

	str_init(&cell);
	/* Within quotes a line may go on. */
	for (; text[at] && (quoted || (text[at] != '\n' && text[at] != '\r')); at++) {
		if (quoted && text[at] == '"' && text[at + 1] == '"') {
			str_addc(&cell, '"');
			at++;
		} else if (quoted && text[at] == '"') {
			quoted = false;
		} else if (!quoted && text[at] == '"' && cell.length == 0) {
			quoted = true;
		} else if (!quoted && text[at] == separator) {
			add_cell(cells, &cell);
			str_clear(&cell);
		} else {
			str_addc(&cell, text[at]);
		}
	}
	add_cell(cells, &cell);
	str_release(&cell);
	if (text[at] == '\r')
		at++;
	if (text[at] == '\n')
		at++;
	return at;
}
