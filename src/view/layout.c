/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document in lines of a width: the same lines for a screen and for a report in plain text. */
#include "view/doc.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define DOT "\xe2\x97\x8f"
#define WIDTH_LEAST 3 /* of a column whose words have to be broken */
#define RECORD_INDENT 4 /* a bullet, and the spaces around it */
#define RULE "\xe2\x94\x80"

static struct line *new_line(struct layout *layout)
{
	struct line *line;

	layout->lines = mem_grow(layout->lines, &layout->capacity, layout->count, sizeof *layout->lines);
	line = &layout->lines[layout->count++];
	*line = (struct line){ 0 };
	return line;
}

static int line_width(const struct line *line)
{
	int width = 0;

	for (size_t i = 0; i < line->count; i++)
		width += text_width(line->spans[i].text);
	return width;
}

/* Takes the text. */
static void add_span(struct line *line, enum style style, char *text)
{
	line->spans = mem_grow(line->spans, &line->capacity, line->count, sizeof *line->spans);
	line->spans[line->count++] = (struct span){ text, style };
}

static void add_text(struct line *line, enum style style, const char *text)
{
	add_span(line, style, mem_strdup(text));
}

static void add_repeated(struct line *line, enum style style, const char *text, int times)
{
	struct str str;

	str_init(&str);
	if (times > 0)
		str_repeat(&str, text, (size_t)times);
	add_span(line, style, str.data);
}

static void pad_to(struct line *line, int column)
{
	int width = line_width(line);

	if (width < column)
		add_repeated(line, STYLE_NORMAL, " ", column - width);
}

/* A paragraph whose first line follows what stands on the line already, and whose others are set in. */
static void add_wrapped(struct layout *layout, struct line *line, enum style style, const char *text, int indent,
	int width)
{
	for (;;) {
		size_t length, next = text_wrap(text, width - indent, &length);

		pad_to(line, indent);
		add_span(line, style, mem_strndup(text, length));
		text += next;
		if (!*text)
			break;
		line = new_line(layout);
	}
}

static void lay_heading(struct layout *layout, const struct block *block)
{
	struct line *line = new_line(layout);
	char *text = doc_heading_text(block);
	int width = text_width(text);

	add_wrapped(layout, line, STYLE_TITLE, text, 0, layout->width);
	free(text);
	if (block->level == HEADING_RULED) {
		line = &layout->lines[layout->count - 1];
		add_text(line, STYLE_NORMAL, " ");
		add_repeated(line, STYLE_DIM, RULE, layout->width - line_width(line));
	}
	if (block->level > 2)
		return;
	line = new_line(layout);
	if (width > layout->width)
		width = layout->width;
	add_repeated(line, STYLE_DIM, block->level == 1 ? "=" : "-", width);
}

static void lay_bullet(struct layout *layout, const struct block *block)
{
	struct line *line = new_line(layout);
	/* What is set in already needs no more. */
	int space = block->indent ? 0 : 2, indent = space + text_width(block->mark) + 1;

	add_repeated(line, STYLE_NORMAL, " ", space);
	add_text(line, block->style == STYLE_NORMAL ? STYLE_DIM : block->style, block->mark);
	add_wrapped(layout, line, block->style, block->text, indent, layout->width);
}

/* Tables */

static const struct doc_cell *cell_at(const struct block *block, size_t row, size_t column)
{
	return &block->cells[row * block->columns + column];
}

/* How wide columns are at most: as their widest cell, as that or a word of the title, and as their widest word. */
static void measure_columns(const struct block *block, int *widths, int *cells, int *words)
{
	size_t rows = block->cell_count / block->columns;

	for (size_t c = 0; c < block->columns; c++) {
		widths[c] = cells[c] = words[c] = 1;
		for (size_t r = 0; r < rows; r++) {
			const char *text = cell_at(block, r, c)->text;
			int width = text_width(text), word = text_word_width(text), cell = r == 0 ? word : width;

			widths[c] = width > widths[c] ? width : widths[c];
			cells[c] = cell > cells[c] ? cell : cells[c];
			words[c] = word > words[c] ? word : words[c];
		}
	}
}

/* Makes the widest columns narrower, down to their least, until no more than room is taken. Returns what is taken. */
static int narrow_columns(int *widths, const int *least, size_t count, int room)
{
	int total = 0;

	for (size_t c = 0; c < count; c++)
		total += widths[c];
	while (total > room) {
		size_t widest = count;

		for (size_t c = 0; c < count; c++)
			if (widths[c] > least[c] && (widest == count || widths[c] > widths[widest]))
				widest = c;
		if (widest == count)
			break;
		widths[widest]--;
		total--;
	}
	return total;
}

/*
 * Each column as wide as its widest cell, and then the widest ones narrower until the line fits: first titles are
 * broken, then cells, and words last. Whether all words are whole.
 */
static bool fit_columns(const struct block *block, int width, int *widths)
{
	size_t count = block->columns;
	int *cells = mem_zalloc(count, sizeof *cells), *words = mem_zalloc(count, sizeof *words);
	int room = width - 2 * ((int)count - 1);
	bool whole;

	measure_columns(block, widths, cells, words);
	narrow_columns(widths, cells, count, room);
	whole = narrow_columns(widths, words, count, room) <= room;
	for (size_t c = 0; c < count; c++)
		words[c] = WIDTH_LEAST;
	narrow_columns(widths, words, count, room);
	free(cells);
	free(words);
	return whole;
}

static void lay_table_row(struct layout *layout, const struct block *block, size_t row, const int *widths)
{
	const char **rest = mem_zalloc(block->columns, sizeof *rest);
	bool more = true;

	for (size_t c = 0; c < block->columns; c++)
		rest[c] = cell_at(block, row, c)->text;
	while (more) {
		struct line *line = new_line(layout);
		int x = 0;

		more = false;
		for (size_t c = 0; c < block->columns; c++) {
			size_t length, next = text_wrap(rest[c], widths[c], &length);
			char *part = mem_strndup(rest[c], length);

			pad_to(line, x + (block->right[c] ? widths[c] - text_width(part) : 0));
			add_span(line, cell_at(block, row, c)->style, part);
			rest[c] += next;
			more = more || *rest[c];
			x += widths[c] + 2;
		}
	}
	free(rest);
}

/* Records */

/* A line of a table in one text, for free(). */
static char *record_text(const struct block *block, size_t row)
{
	struct str line;

	str_init(&line);
	str_add(&line, cell_at(block, row, 0)->text);
	for (size_t c = 1; c < block->columns; c++) {
		const char *text = cell_at(block, row, c)->text;
		bool first = line.length == strlen(cell_at(block, row, 0)->text);

		if (!text[0])
			continue;
		str_add(&line, !first ? "; " : line.length ? ": " : "");
		if (!block->bare[c])
			str_printf(&line, "%s ", cell_at(block, 0, c)->text);
		str_add(&line, text);
	}
	return line.data;
}

static void lay_records(struct layout *layout, const struct block *block)
{
	size_t rows = block->cell_count / block->columns;
	char mark[] = "\xe2\x80\xa2";

	for (size_t r = 1; r < rows; r++) {
		struct block bullet = { .kind = BLOCK_BULLET, .indent = block->indent, .mark = mark,
					.text = record_text(block, r) };

		lay_bullet(layout, &bullet);
		free(bullet.text);
	}
}

static int lines_of(const char *text, int width)
{
	int lines = 1;
	size_t length;

	for (text += text_wrap(text, width, &length); *text; text += text_wrap(text, width, &length))
		lines++;
	return lines;
}

/* Whether records take fewer lines one by one than beside each other. Titles are worth a line and its rule. */
static bool records_are_shorter(const struct block *block, const int *widths, int width)
{
	int beside = -1, single = 0;

	for (size_t r = 0; r < block->cell_count / block->columns; r++) {
		char *text = record_text(block, r);
		int most = 1;

		if (r > 0)
			single += lines_of(text, width - RECORD_INDENT);
		free(text);
		for (size_t c = 0; c < block->columns; c++) {
			int lines = lines_of(cell_at(block, r, c)->text, widths[c]);

			most = lines > most ? lines : most;
		}
		beside += most;
	}
	return single < beside;
}

static void lay_table(struct layout *layout, const struct block *block)
{
	size_t rows = block->cell_count / block->columns;
	int *widths = mem_zalloc(block->columns, sizeof *widths);
	bool whole = fit_columns(block, layout->width, widths);

	if (block->bare && (!whole || records_are_shorter(block, widths, layout->width))) {
		lay_records(layout, block);
		free(widths);
		return;
	}
	for (size_t r = doc_has_titles(block) ? 0 : 1; r < rows; r++) {
		lay_table_row(layout, block, r, widths);
		if (r == 0) {
			struct line *line = new_line(layout);

			for (size_t c = 0; c < block->columns; c++) {
				add_repeated(line, STYLE_DIM, RULE, widths[c]);
				if (c + 1 < block->columns)
					add_text(line, STYLE_DIM, "  ");
			}
		}
	}
	free(widths);
}

/* Dots */

/* Where the points of a chart stand, the same in both charts so that they compare. */
struct chart {
	int x, label;
	int *points;  /* the column of each, from the label on; one more for the end */
	bool numbers; /* dots would not fit: a number stands before one dot */
};

static int label_width(const struct block *block)
{
	int label = 4;

	for (size_t r = 0; r < block->row_count; r++) {
		int width = text_width(block->rows[r].label);

		if (block->rows[r].counts && width > label)
			label = width;
	}
	return label + 2;
}

/* Each point as wide as its longest row of dots, and as the others where there is room. */
static struct chart chart_of(const struct block *block, int width)
{
	struct chart chart = { .label = label_width(block) };
	int room = width - chart.label, even = room / block->points;

	chart.points = mem_zalloc((size_t)block->points + 1, sizeof *chart.points);
	for (int p = 0; p < block->points; p++) {
		int most = 2;

		for (size_t r = 0; r < block->row_count; r++)
			if (block->rows[r].counts && block->rows[r].counts[p] > most)
				most = block->rows[r].counts[p];
		chart.points[p + 1] = chart.points[p] + most + 1;
		if (most + 1 > even)
			even = 0;
	}
	if (even > 0) {
		for (int p = 0; p <= block->points; p++)
			chart.points[p] = p * (even > 6 ? 6 : even);
	} else if (chart.points[block->points] > room) {
		chart.numbers = true;
		for (int p = 0; p <= block->points; p++)
			chart.points[p] = p * (room / block->points > 5 ? 5 : room / block->points);
	}
	return chart;
}

static void lay_dots_row(struct line *line, const struct block *block, const struct chart *chart,
	const struct dots_row *row)
{
	pad_to(line, chart->x);
	add_text(line, STYLE_DIM, row->label);
	for (int p = 0; row->counts && p < block->points; p++) {
		int count = row->counts[p];

		pad_to(line, chart->x + chart->label + chart->points[p]);
		if (count > 0 && chart->numbers)
			add_span(line, style_of_side(row->side), mem_printf("%d" DOT, count));
		else if (count > 0)
			add_repeated(line, style_of_side(row->side), DOT, count);
		else
			add_text(line, STYLE_DIM, "\xc2\xb7");
	}
}

static void lay_scale(struct line *line, const struct block *block, const struct chart *chart)
{
	for (int p = 0; p < block->points; p++) {
		pad_to(line, chart->x + chart->label + chart->points[p]);
		add_span(line, STYLE_DIM, mem_printf("%d", p + 1));
	}
}

/* What the n-th row of a side is; NULL past its last. */
static const struct dots_row *row_of(const struct block *block, int side, size_t n)
{
	for (size_t r = 0; r < block->row_count; r++)
		if (block->rows[r].side == side && n-- == 0)
			return &block->rows[r];
	return NULL;
}

/* The charts of sides first .. last beside each other. */
static void lay_charts(struct layout *layout, const struct block *block, int first, int last, int width)
{
	struct chart chart = chart_of(block, width), charts[2] = { chart, chart };
	struct line *line = new_line(layout);
	bool more = true;

	for (int side = first; side <= last; side++) {
		const struct dots_row *row = row_of(block, side, 0);

		charts[side].x = (side - first) * (width + 4);
		pad_to(line, charts[side].x);
		add_text(line, style_of_side(side), row ? row->group : "");
	}
	for (size_t n = 0; more; n++) {
		more = false;
		for (int side = first; side <= last; side++)
			more = more || row_of(block, side, n);
		line = more ? new_line(layout) : line;
		for (int side = first; more && side <= last; side++) {
			const struct dots_row *row = row_of(block, side, n);

			if (row)
				lay_dots_row(line, block, &charts[side], row);
		}
	}
	line = new_line(layout);
	for (int side = first; side <= last; side++)
		lay_scale(line, block, &charts[side]);
	free(chart.points);
}

static void lay_dots(struct layout *layout, const struct block *block)
{
	int half = (layout->width - 4) / 2;

	if (block->text) {
		add_wrapped(layout, new_line(layout), block->style, block->text, 0, layout->width);
		return;
	}
	if (half >= 14 + 3 * block->points) {
		lay_charts(layout, block, 0, 1, half);
	} else {
		lay_charts(layout, block, 0, 0, layout->width);
		lay_charts(layout, block, 1, 1, layout->width);
	}
	if (block->low[0] || block->high[0]) {
		char *text = mem_printf("1 %s \xc2\xb7 %d %s", block->low, block->points, block->high);

		add_wrapped(layout, new_line(layout), STYLE_DIM, text, 0, layout->width);
		free(text);
	}
}

static void lay_bar(struct line *line, int x, int width, int side, int count)
{
	pad_to(line, x);
	if (count < 0)
		add_text(line, STYLE_DIM, "-");
	else if (count > width - 1)
		add_span(line, style_of_side(side), mem_printf("%d" DOT, count));
	else if (count > 0)
		add_repeated(line, style_of_side(side), DOT, count);
	else
		add_text(line, STYLE_DIM, "\xc2\xb7");
}

static void lay_bars(struct layout *layout, const struct block *block)
{
	int label = 8, bar, room = layout->width / 2;
	struct line *line;

	for (size_t i = 0; i < block->bar_count; i++) {
		int width = text_width(block->bars[i].label);

		label = width > label ? width : label;
	}
	label = (label > room ? room : label) + 2;
	bar = (layout->width - label - 2) / 2;
	bar = bar > 20 ? 20 : bar;
	line = new_line(layout);
	for (int side = 0; side < 2; side++) {
		char *name = text_ellipsize(block->names[side], bar);

		pad_to(line, label + side * (bar + 2));
		add_span(line, style_of_side(side), name);
	}
	for (size_t i = 0; i < block->bar_count; i++) {
		size_t first = layout->count, lines;

		add_wrapped(layout, new_line(layout), STYLE_NORMAL, block->bars[i].label, 0, label - 2);
		lines = layout->count;
		for (int side = 0; side < 2; side++)
			lay_bar(&layout->lines[first], label + side * (bar + 2), bar, side,
				block->bars[i].counts[side]);
		layout->count = lines;
	}
}

static void lay_block(struct layout *layout, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		lay_heading(layout, block);
		break;
	case BLOCK_TEXT:
		add_wrapped(layout, new_line(layout), block->style, block->text, 0, layout->width);
		break;
	case BLOCK_BULLET:
		lay_bullet(layout, block);
		break;
	case BLOCK_TABLE:
		lay_table(layout, block);
		break;
	case BLOCK_DOTS:
		lay_dots(layout, block);
		break;
	case BLOCK_BARS:
		lay_bars(layout, block);
		break;
	case BLOCK_RANGE:
		break;
	case BLOCK_GAP:
		new_line(layout);
		break;
	}
}

/* Sets in the lines from the first one on. */
static void set_in(struct layout *layout, size_t first, int indent)
{
	for (size_t l = first; indent > 0 && l < layout->count; l++) {
		struct line *line = &layout->lines[l];

		add_repeated(line, STYLE_NORMAL, " ", indent);
		for (size_t s = line->count - 1; s > 0; s--) {
			struct span span = line->spans[s];

			line->spans[s] = line->spans[s - 1];
			line->spans[s - 1] = span;
		}
	}
}

void layout_init(struct layout *layout, const struct doc *doc, int width)
{
	*layout = (struct layout){ .width = width < 20 ? 20 : width };
	for (size_t i = 0; i < doc->count; i++) {
		size_t first = layout->count;

		layout->width -= doc->blocks[i].indent;
		lay_block(layout, &doc->blocks[i]);
		layout->width += doc->blocks[i].indent;
		set_in(layout, first, doc->blocks[i].indent);
	}
}

void layout_release(struct layout *layout)
{
	for (size_t l = 0; l < layout->count; l++) {
		for (size_t s = 0; s < layout->lines[l].count; s++)
			free(layout->lines[l].spans[s].text);
		free(layout->lines[l].spans);
	}
	free(layout->lines);
	*layout = (struct layout){ 0 };
}

int layout_draw(const struct layout *layout, struct grid *grid, struct rect rect, int from)
{
	for (int i = 0; i < rect.height; i++) {
		size_t at = (size_t)(from + i);
		int x = rect.x;

		if (at >= layout->count)
			break;
		for (size_t s = 0; s < layout->lines[at].count; s++) {
			const struct span *span = &layout->lines[at].spans[s];

			x += grid_text(grid, x, rect.y + i, rect.x + rect.width - x, span->style, span->text);
		}
	}
	return (int)layout->count;
}

void layout_text(const struct layout *layout, struct str *out)
{
	for (size_t l = 0; l < layout->count; l++) {
		size_t start = out->length;

		for (size_t s = 0; s < layout->lines[l].count; s++)
			str_add(out, layout->lines[l].spans[s].text);
		while (out->length > start && out->data[out->length - 1] == ' ')
			str_cut(out, out->length - 1);
		str_addc(out, '\n');
	}
}
