/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a document, block by block. */
#include "view/doc.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A copy. Whatever came from outside becomes harmless here, before it can reach a screen or a report. */
static char *harmless(const char *text)
{
	return text_find_control(text, true) < 0 ? mem_strdup(text) : text_visible(text, true);
}

static void block_release(struct block *block)
{
	free(block->text);
	free(block->mark);
	free(block->spoken);
	free(block->right);
	free(block->bare);
	for (size_t i = 0; i < block->cell_count; i++) {
		free(block->cells[i].text);
		free(block->cells[i].spoken);
	}
	free(block->cells);
	free(block->low);
	free(block->high);
	free(block->caption);
	for (size_t i = 0; i < block->row_count; i++) {
		free(block->rows[i].group);
		free(block->rows[i].label);
		free(block->rows[i].counts);
	}
	free(block->rows);
	free(block->names[0]);
	free(block->names[1]);
	for (size_t i = 0; i < block->bar_count; i++)
		free(block->bars[i].label);
	free(block->bars);
}

void doc_release(struct doc *doc)
{
	for (size_t i = 0; i < doc->count; i++)
		block_release(&doc->blocks[i]);
	free(doc->blocks);
	*doc = (struct doc){ 0 };
}

static struct block *add(struct doc *doc, enum block_kind kind, enum style style, const char *text)
{
	struct block *block;

	doc->blocks = mem_grow(doc->blocks, &doc->capacity, doc->count, sizeof *doc->blocks);
	block = &doc->blocks[doc->count++];
	*block = (struct block){ .kind = kind, .style = style };
	if (text)
		block->text = harmless(text);
	return block;
}

void doc_heading(struct doc *doc, int level, const char *text)
{
	add(doc, BLOCK_HEADING, STYLE_TITLE, text)->level = level;
}

void doc_divider(struct doc *doc, const char *text)
{
	doc_heading(doc, HEADING_RULED, text);
}

void doc_number(struct doc *doc, const char *number)
{
	doc->blocks[doc->count - 1].mark = harmless(number);
}

char *doc_heading_text(const struct block *heading)
{
	return heading->mark ? mem_printf("%s  %s", heading->mark, heading->text) : mem_strdup(heading->text);
}

void doc_text(struct doc *doc, enum style style, const char *text)
{
	add(doc, BLOCK_TEXT, style, text);
}

ACCORD_PRINTF(1, 0)
static char *print(const char *format, va_list args)
{
	va_list again;
	int length;
	char *text, *harmless_text;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	text = mem_zalloc((size_t)(length < 0 ? 0 : length) + 1, 1);
	vsnprintf(text, (size_t)(length < 0 ? 0 : length) + 1, format, args);
	harmless_text = harmless(text);
	free(text);
	return harmless_text;
}

void doc_printf(struct doc *doc, enum style style, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add(doc, BLOCK_TEXT, style, NULL)->text = print(format, args);
	va_end(args);
}

void doc_bullet(struct doc *doc, enum style style, const char *text)
{
	doc_marked(doc, style, DOC_BULLET, text);
}

void doc_marked(struct doc *doc, enum style style, const char *mark, const char *text)
{
	add(doc, BLOCK_BULLET, style, text)->mark = harmless(mark);
}

void doc_gap(struct doc *doc)
{
	if (doc->count > 0 && doc->blocks[doc->count - 1].kind != BLOCK_GAP)
		add(doc, BLOCK_GAP, STYLE_NORMAL, NULL);
}

void doc_indent(struct doc *doc, int indent)
{
	for (size_t i = 0; i < doc->count; i++)
		doc->blocks[i].indent = indent;
}

void doc_join(struct doc *doc)
{
	size_t count = 0;

	for (size_t i = 0; i < doc->count; i++) {
		struct block *block = &doc->blocks[i], *before = count > 0 ? &doc->blocks[count - 1] : NULL;

		if (before && before->kind == BLOCK_TEXT && block->kind == BLOCK_TEXT && !before->spoken && !block->spoken) {
			char *joined = mem_printf("%s %s", before->text, block->text);

			free(before->text);
			before->text = joined;
			block_release(block);
		} else {
			doc->blocks[count++] = *block;
		}
	}
	doc->count = count;
}
static bool is_paragraph(const struct block *block)
{
	return block->kind == BLOCK_TEXT || block->kind == BLOCK_BULLET;
}

void doc_loosen(struct doc *doc, int room)
{
	struct doc loose = { 0 };

	for (size_t i = 1; i < doc->count; i++)
		room -= is_paragraph(&doc->blocks[i - 1]) && is_paragraph(&doc->blocks[i]);
	if (room < 0)
		return;
	for (size_t i = 0; i < doc->count; i++) {
		if (i > 0 && is_paragraph(&doc->blocks[i - 1]) && is_paragraph(&doc->blocks[i]))
			doc_gap(&loose);
		loose.blocks = mem_grow(loose.blocks, &loose.capacity, loose.count, sizeof *loose.blocks);
		loose.blocks[loose.count++] = doc->blocks[i];
	}
	free(doc->blocks);
	*doc = loose;
}

void doc_drop(struct doc *doc, enum style style)
{
	size_t count = 0;

	for (size_t i = 0; i < doc->count; i++) {
		if (doc->blocks[i].kind == BLOCK_TEXT && doc->blocks[i].style == style)
			block_release(&doc->blocks[i]);
		else
			doc->blocks[count++] = doc->blocks[i];
	}
	doc->count = count;
}

void doc_append(struct doc *doc, struct doc *other)
{
	for (size_t i = 0; i < other->count; i++) {
		doc->blocks = mem_grow(doc->blocks, &doc->capacity, doc->count, sizeof *doc->blocks);
		doc->blocks[doc->count++] = other->blocks[i];
	}
	free(other->blocks);
	*other = (struct doc){ 0 };
}

static struct block *last(struct doc *doc)
{
	return &doc->blocks[doc->count - 1];
}

static void add_cell(struct block *block, enum style style, char *text)
{
	block->cells = mem_grow(block->cells, &block->cell_capacity, block->cell_count, sizeof *block->cells);
	block->cells[block->cell_count++] = (struct doc_cell){ .text = text, .style = style };
}

void doc_table(struct doc *doc, size_t columns, const char *const *titles)
{
	struct block *block = add(doc, BLOCK_TABLE, STYLE_NORMAL, NULL);

	block->columns = columns;
	block->right = mem_zalloc(columns, sizeof *block->right);
	for (size_t i = 0; i < columns; i++) {
		block->right[i] = titles[i][0] == '>';
		add_cell(block, STYLE_DIM, harmless(titles[i] + block->right[i]));
	}
}

void doc_records(struct doc *doc, size_t columns, const char *const *titles)
{
	const char **plain = mem_zalloc(columns, sizeof *plain);
	bool *bare = mem_zalloc(columns, sizeof *bare);

	for (size_t i = 0; i < columns; i++) {
		bare[i] = titles[i][0] == '=';
		plain[i] = titles[i] + bare[i];
	}
	doc_table(doc, columns, plain);
	last(doc)->bare = bare;
	free(plain);
}

bool doc_has_titles(const struct block *table)
{
	for (size_t c = 0; c < table->columns; c++)
		if (table->cells[c].text[0])
			return true;
	return false;
}

void doc_cell(struct doc *doc, enum style style, const char *text)
{
	add_cell(last(doc), style, harmless(text));
}

void doc_line(struct doc *doc, enum style style, const char *text)
{
	doc_table(doc, 1, (const char *const[]){ "" });
	doc_cell(doc, style, text);
}

void doc_cell_printf(struct doc *doc, enum style style, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_cell(last(doc), style, print(format, args));
	va_end(args);
}

void doc_spoken(struct doc *doc, const char *words)
{
	struct block *block = last(doc);
	char **spoken = block->kind == BLOCK_TABLE ? &block->cells[block->cell_count - 1].spoken : &block->spoken;

	free(*spoken);
	*spoken = harmless(words);
}

void doc_dots(struct doc *doc, int points, const char *low, const char *high)
{
	struct block *block = add(doc, BLOCK_DOTS, STYLE_NORMAL, NULL);

	block->points = points;
	block->low = harmless(low ? low : "");
	block->high = harmless(high ? high : "");
}

void doc_dots_row(struct doc *doc, int side, const char *group, const char *label, const int *counts)
{
	struct block *block = last(doc);
	struct dots_row *row;

	block->rows = mem_grow(block->rows, &block->row_capacity, block->row_count, sizeof *block->rows);
	row = &block->rows[block->row_count++];
	row->side = side;
	row->group = harmless(group);
	row->label = harmless(label);
	row->counts = NULL;
	if (counts) {
		row->counts = mem_zalloc((size_t)block->points, sizeof *row->counts);
		memcpy(row->counts, counts, (size_t)block->points * sizeof *row->counts);
	}
}

void doc_dots_line(struct doc *doc, const char *line, const char *caption)
{
	struct block *block = last(doc);

	block->text = harmless(line);
	block->caption = harmless(caption);
}

void doc_bars(struct doc *doc, const char *name_a, const char *name_b)
{
	struct block *block = add(doc, BLOCK_BARS, STYLE_NORMAL, NULL);

	block->names[0] = harmless(name_a);
	block->names[1] = harmless(name_b);
}

void doc_bar(struct doc *doc, const char *label, int count_a, int count_b)
{
	struct block *block = last(doc);

	block->bars = mem_grow(block->bars, &block->bar_capacity, block->bar_count, sizeof *block->bars);
	block->bars[block->bar_count++] = (struct bar){ harmless(label), { count_a, count_b } };
}

void doc_range(struct doc *doc, int from, int to, const char *const *bands, size_t count)
{
	struct block *block = add(doc, BLOCK_RANGE, STYLE_NORMAL, NULL);

	block->from = from;
	block->to = to;
	for (size_t i = 0; i < count; i++)
		add_cell(block, STYLE_DIM, harmless(bands[i]));
}
