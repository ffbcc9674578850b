/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as Markdown. */
#include "report/markdown.h"

#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

#define DOTS_MOST 12 /* beyond, a number stands before one dot */
#define DOT "\xe2\x97\x8f"
#define NONE "\xc2\xb7"
/* Parts what GitHub makes a link or a mention of, even where it is escaped, and shows nothing itself. */
#define SEAM "<!-- -->"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* The dot or bracket behind the number of a list that text would begin; 0 where it would not. */
static size_t list_number(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits > 0 && (text[digits] == '.' || text[digits] == ')') ? digits : 0;
}

/* Whether a character is to be escaped wherever it stands. */
static bool is_markup(const char *text, const char *at)
{
	switch (*at) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '<':
	case '|':
	case '~':
	case '$':
		return true;
	case '_': /* within a word it means nothing */
		return at == text || !is_word(at[-1]) || !is_word(at[1]);
	case '&': /* an entity */
		return at[1] == '#' || is_word(at[1]);
	case ':': /* http:// */
		return at[1] == '/' && at[2] == '/';
	case '.': /* www. */
		return at - text >= 3 && (at[-1] == 'w' || at[-1] == 'W') && is_word(at[1]);
	default:
		return false;
	}
}

/* What would be a heading, a quote, an item or a rule at the beginning of a line. */
static bool begins_block(char c)
{
	return c == '#' || c == '>' || c == '+' || c == '-' || c == '=' || c == ':';
}

void markdown_escape(const char *text, bool line, struct str *out)
{
	const char *start = text;
	size_t number = 0;

	for (const char *at = text; *at; at++) {
		if (line) {
			at += strspn(at, " ");
			number = list_number(at);
			start = at;
		}
		if (!*at)
			break;
		if (is_markup(text, at) || (line && begins_block(*at)) || (number > 0 && at == start + number))
			str_addc(out, '\\');
		str_addc(out, *at);
		if (*at == '@' || (*at == '#' && is_digit(at[1])))
			str_add(out, SEAM);
		line = *at == '\n';
	}
}

/* Text in a block whose lines are set in; empty lines part paragraphs, others are lines of one. */
static void add_lines(const char *text, int indent, bool line, struct str *out)
{
	while (*text) {
		size_t length = strcspn(text, "\n"), breaks = strspn(text + length, "\n");
		char *part = mem_strndup(text, length);

		markdown_escape(part, line, out);
		free(part);
		text += length + breaks;
		line = true;
		if (!*text)
			break;
		if (length > 0)
			str_add(out, breaks == 1 ? "\\\n" : "\n\n");
		str_repeat(out, " ", (size_t)indent);
	}
}

/* In one line, as a heading or a cell is. */
static void add_inline(const char *text, const char *newline, bool line, struct str *out)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		char *part = mem_strndup(text, length);

		markdown_escape(part, line, out);
		free(part);
		text += length + strspn(text + length, "\n");
		if (*text)
			str_add(out, newline);
		line = false;
	}
}

static void write_heading(const struct block *block, struct str *out)
{
	int level = block->level == HEADING_RULED ? 2 : block->level;
	char *text = doc_heading_text(block);

	str_repeat(out, "#", (size_t)level);
	str_addc(out, ' ');
	add_inline(text, " ", false, out);
	/* A sign at the end would be taken for the heading's own. */
	if (out->data[out->length - 1] == '#') {
		str_cut(out, out->length - 1);
		str_add(out, "\\#");
	}
	str_addc(out, '\n');
	free(text);
}

static void add_strong(const char *text, struct str *out)
{
	char *trimmed = mem_strdup(text);
	size_t length = strlen(trimmed);

	while (length > 0 && strchr(" \n", trimmed[length - 1]))
		trimmed[--length] = '\0';
	if (length > 0) {
		str_add(out, "**");
		add_inline(trimmed + strspn(trimmed, " \n"), " ", false, out);
		str_add(out, "**");
	}
	free(trimmed);
}

static void write_text(const struct block *block, struct str *out)
{
	if (block->style == STYLE_STRONG)
		add_strong(block->text, out);
	else
		add_lines(block->text, 0, true, out);
	str_addc(out, '\n');
}

/* Whether a bullet goes on with what the one before it says. */
static bool goes_on(const struct block *block)
{
	return block->kind == BLOCK_BULLET && block->mark[strspn(block->mark, " ")] == '\0';
}

static void write_bullet(const struct block *block, bool first, struct str *out)
{
	if (goes_on(block) && !first) {
		/* Into the same item, in a line of its own. */
		str_cut(out, out->length - 1);
		str_add(out, "\\\n  ");
		add_lines(block->text, 2, true, out);
		str_addc(out, '\n');
		return;
	}
	str_add(out, "- ");
	if (strcmp(block->mark, "[x]") == 0 || strcmp(block->mark, "[ ]") == 0) {
		str_printf(out, "%s ", block->mark);
		add_lines(block->text, 2, true, out);
	} else if (strcmp(block->mark, DOC_BULLET) == 0 || goes_on(block)) {
		add_lines(block->text, 2, true, out);
	} else {
		add_strong(block->mark, out);
		str_addc(out, ' ');
		add_lines(block->text, 2, false, out);
	}
	str_addc(out, '\n');
}

/* Tables */

static void add_rule(const struct block *table, struct str *out)
{
	str_addc(out, '|');
	for (size_t c = 0; c < table->columns; c++)
		str_add(out, table->right[c] ? " ---: |" : " --- |");
	str_addc(out, '\n');
}

static void add_row(const struct block *table, size_t row, struct str *out)
{
	str_addc(out, '|');
	for (size_t c = 0; c < table->columns; c++) {
		const struct doc_cell *cell = &table->cells[row * table->columns + c];

		str_addc(out, ' ');
		if (cell->style == STYLE_STRONG && row > 0)
			add_strong(cell->text, out);
		else
			add_inline(cell->text, "<br>", false, out);
		str_add(out, " |");
	}
	str_addc(out, '\n');
}

static void write_table(const struct block *table, struct str *out)
{
	size_t rows = table->cell_count / table->columns;

	/* A line, such as doc_line makes it. */
	if (table->columns == 1 && !doc_has_titles(table)) {
		for (size_t r = 1; r < rows; r++) {
			const struct doc_cell *cell = &table->cells[r];

			str_add(out, r > 1 ? "\n" : "");
			if (cell->style == STYLE_STRONG)
				add_strong(cell->text, out);
			else
				add_lines(cell->text, 0, true, out);
			str_addc(out, '\n');
		}
		return;
	}
	add_row(table, 0, out);
	add_rule(table, out);
	for (size_t r = 1; r < rows; r++)
		add_row(table, r, out);
}

/* Charts */

static void add_dots(int count, struct str *out)
{
	if (count == 0)
		str_add(out, NONE);
	else if (count > DOTS_MOST)
		str_printf(out, "%d" DOT, count);
	else
		str_repeat(out, DOT, (size_t)count);
}

static void add_ends(const struct block *chart, struct str *out)
{
	if (!chart->low[0] && !chart->high[0])
		return;
	str_add(out, "\n1 ");
	markdown_escape(chart->low, false, out);
	str_printf(out, " " NONE " %d ", chart->points);
	markdown_escape(chart->high, false, out);
	str_addc(out, '\n');
}

/* The rows in one line: "Sales `. o oo .`; Works `o o . .`; **1.2 apart**". */
static void write_dots_line(const struct block *chart, struct str *out)
{
	for (size_t r = 0; r < chart->row_count; r++) {
		const struct dots_row *row = &chart->rows[r];

		str_add(out, r > 0 ? "; " : "");
		add_inline(row->group, " ", r == 0, out);
		str_addc(out, ' ');
		if (!row->counts) {
			add_inline(row->label, " ", false, out);
			continue;
		}
		str_addc(out, '`');
		for (int p = 0; p < chart->points; p++) {
			str_add(out, p > 0 ? " " : "");
			add_dots(row->counts[p], out);
		}
		str_addc(out, '`');
	}
	if (chart->caption[0]) {
		str_add(out, "; ");
		add_strong(chart->caption, out);
	}
	str_addc(out, '\n');
}

static void write_dots(const struct block *chart, struct str *out)
{
	if (chart->text) {
		write_dots_line(chart, out);
		return;
	}
	str_add(out, "| |");
	for (int p = 1; p <= chart->points; p++)
		str_printf(out, " %d |", p);
	str_add(out, "\n| --- |");
	for (int p = 0; p < chart->points; p++)
		str_add(out, " :---: |");
	str_addc(out, '\n');
	for (size_t r = 0; r < chart->row_count; r++) {
		const struct dots_row *row = &chart->rows[r];

		str_add(out, "| ");
		add_inline(row->group, " ", false, out);
		str_add(out, row->label[0] ? ", " : "");
		add_inline(row->label, " ", false, out);
		for (int p = 0; p < chart->points; p++) {
			str_add(out, " | ");
			if (row->counts)
				add_dots(row->counts[p], out);
		}
		str_add(out, " |\n");
	}
	add_ends(chart, out);
}

static void write_bars(const struct block *bars, struct str *out)
{
	str_add(out, "| |");
	for (int side = 0; side < 2; side++) {
		str_addc(out, ' ');
		add_inline(bars->names[side], " ", false, out);
		str_add(out, " |");
	}
	str_add(out, "\n| --- | --- | --- |\n");
	for (size_t i = 0; i < bars->bar_count; i++) {
		str_add(out, "| ");
		add_inline(bars->bars[i].label, " ", false, out);
		for (int side = 0; side < 2; side++) {
			int count = bars->bars[i].counts[side];

			str_add(out, " | ");
			if (count < 0)
				str_add(out, _("not shown"));
			else if (count == 0)
				str_addc(out, '0');
			else if (count <= DOTS_MOST)
				str_printf(out, "%d ", count);
			if (count > 0)
				add_dots(count, out);
		}
		str_add(out, " |\n");
	}
}

static void write_block(const struct block *block, bool first, struct str *out)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		write_heading(block, out);
		break;
	case BLOCK_TEXT:
		write_text(block, out);
		break;
	case BLOCK_BULLET:
		write_bullet(block, first, out);
		break;
	case BLOCK_TABLE:
		write_table(block, out);
		break;
	case BLOCK_DOTS:
		write_dots(block, out);
		break;
	case BLOCK_BARS:
		write_bars(block, out);
		break;
	case BLOCK_RANGE:
	case BLOCK_GAP:
		break;
	}
}

void markdown_write(const struct doc *doc, struct str *out)
{
	enum block_kind before = BLOCK_GAP;

	for (size_t i = 0; i < doc->count; i++) {
		const struct block *block = &doc->blocks[i];
		bool first = before != BLOCK_BULLET;

		if (block->kind == BLOCK_GAP || block->kind == BLOCK_RANGE)
			continue;
		/* Items of a list follow each other; all else is parted. */
		if (out->length > 0 && (first || block->kind != BLOCK_BULLET))
			str_addc(out, '\n');
		write_block(block, first, out);
		before = block->kind;
	}
}
