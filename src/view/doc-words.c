/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document in words: tables line by line and charts as numbers, for those who hear it. */
#include "view/doc.h"

#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

static const char *cell_text(const struct block *table, size_t row, size_t column)
{
	const struct doc_cell *cell = &table->cells[row * table->columns + column];

	return cell->spoken ? cell->spoken : cell->text;
}

/* "First: second; Title third", with no title where there is none or the table tells it without. */
static void tell_row(const struct block *table, size_t row, struct doc *out)
{
	enum style style = table->cells[row * table->columns].style;
	struct str line;
	int told = 0;

	str_init(&line);
	for (size_t c = 0; c < table->columns; c++) {
		const char *text = cell_text(table, row, c), *title = cell_text(table, 0, c);

		if (!text[0])
			continue;
		str_add(&line, told == 0 ? "" : told == 1 ? ": " : "; ");
		if (c > 0 && title[0] && !(table->bare && table->bare[c]))
			str_printf(&line, "%s ", title);
		str_add(&line, text);
		told++;
	}
	if (told > 0)
		doc_text(out, style, line.data);
	str_release(&line);
}

static void tell_table(const struct block *table, struct doc *out)
{
	for (size_t r = 1; r < table->cell_count / table->columns; r++)
		tell_row(table, r, out);
}

static void tell_dots(const struct block *chart, struct doc *out)
{
	if (chart->spoken) {
		doc_text(out, chart->style, chart->spoken);
		return;
	}
	if (chart->low[0] || chart->high[0])
		doc_printf(out, STYLE_DIM, "1 %s, %d %s", chart->low, chart->points, chart->high);
	for (size_t r = 0; r < chart->row_count; r++) {
		const struct dots_row *row = &chart->rows[r];
		struct str line;
		int told = 0;

		str_init(&line);
		str_printf(&line, "%s, %s", row->group, row->label);
		for (int p = 0; row->counts && p < chart->points; p++) {
			if (row->counts[p] == 0)
				continue;
			str_add(&line, told++ ? ", " : ": ");
			/* TRANSLATORS: how many answers are at a point of the scale, "3 at 5" */
			str_printf(&line, _("%d at %d"), row->counts[p], p + 1);
		}
		if (row->counts && told == 0)
			str_printf(&line, ": %s", _("none"));
		doc_text(out, style_of_side(row->side), line.data);
		str_release(&line);
	}
}

static void tell_bars(const struct block *bars, struct doc *out)
{
	for (size_t i = 0; i < bars->bar_count; i++) {
		const struct bar *bar = &bars->bars[i];
		struct str line;

		str_init(&line);
		str_printf(&line, "%s: ", bar->label);
		for (int side = 0; side < 2; side++) {
			str_printf(&line, "%s%s ", side ? ", " : "", bars->names[side]);
			if (bar->counts[side] < 0)
				str_add(&line, _("not shown"));
			else
				str_printf(&line, "%d", bar->counts[side]);
		}
		doc_text(out, STYLE_NORMAL, line.data);
		str_release(&line);
	}
}

/* A task is done or not; other marks stay. */
static void tell_bullet(const struct block *block, struct doc *out)
{
	if (strcmp(block->mark, "[x]") == 0)
		doc_printf(out, block->style, _("done: %s"), block->text);
	else if (strcmp(block->mark, "[ ]") == 0)
		doc_printf(out, block->style, _("open: %s"), block->text);
	else if (strcmp(block->mark, DOC_BULLET) == 0)
		doc_text(out, block->style, block->text);
	else
		doc_marked(out, block->style, block->mark, block->text);
}

static void tell_heading(const struct block *block, struct doc *out)
{
	char *text = doc_heading_text(block);

	doc_heading(out, 3, text);
	free(text);
}

static void tell_block(struct block *block, struct doc *out)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		tell_heading(block, out);
		break;
	case BLOCK_TEXT:
		if (!block->spoken || block->spoken[0])
			doc_text(out, block->style, block->spoken ? block->spoken : block->text);
		break;
	case BLOCK_BULLET:
		tell_bullet(block, out);
		break;
	case BLOCK_TABLE:
		tell_table(block, out);
		break;
	case BLOCK_DOTS:
		tell_dots(block, out);
		break;
	case BLOCK_BARS:
		tell_bars(block, out);
		break;
	case BLOCK_RANGE:
	case BLOCK_GAP:
		break;
	}
}

void doc_in_words(struct doc *doc)
{
	struct doc out = { 0 };

	for (size_t i = 0; i < doc->count; i++)
		tell_block(&doc->blocks[i], &out);
	doc_release(doc);
	*doc = out;
}
