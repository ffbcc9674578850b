/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document of blocks: what results, analyses and summaries are made of. Screens and reports lay it out. */
#ifndef ACCORD_VIEW_DOC_H
#define ACCORD_VIEW_DOC_H

#include "base/mem.h"
#include "base/str.h"
#include "view/grid.h"

#include <stdbool.h>
#include <stddef.h>

enum block_kind { BLOCK_HEADING, BLOCK_TEXT, BLOCK_BULLET, BLOCK_TABLE, BLOCK_DOTS, BLOCK_BARS, BLOCK_RANGE, BLOCK_GAP };

#define HEADING_RULED 4
#define DOC_BULLET "\xe2\x80\xa2"

struct doc_cell {
	char *text;
	char *spoken; /* what is said aloud instead; NULL for the text */
	enum style style;
};

/* One line of dots: how many of a group stand at each point. */
struct dots_row {
	int side;    /* 0 or 1 */
	char *group; /* what the group is called, such as "Sales (4)" */
	char *label; /* "own", "prediction" */
	int *counts; /* of each point; NULL where nothing may be shown, and label says why */
};

struct bar {
	char *label;
	int counts[2]; /* of each side; -1 where nothing may be shown */
};

struct block {
	enum block_kind kind;
	int level;     /* heading: 1 to 3, or HEADING_RULED; bullet: how deep, from 0 */
	enum style style;
	int indent;    /* columns that are left free before it */
	char *text;    /* heading, text, bullet */
	char *mark;    /* bullet: what stands before it, instead of a bullet; heading: its number, or NULL */
	char *spoken;  /* text, dots with a line: what is said aloud instead; NULL for the text */

	size_t columns; /* table */
	bool *right;    /* which columns are set to the right */
	bool *bare;     /* of records: which columns are told without their title; NULL for other tables */
	struct doc_cell *cells; /* the titles first, then line by line; of a range its bands */
	size_t cell_count, cell_capacity;

	int points; /* dots; where they have a text, lines draw that in their place, as one line */
	char *low, *high;
	char *caption; /* dots with a text: what they came to, in a word or two */
	struct dots_row *rows;
	size_t row_count, row_capacity;

	char *names[2]; /* bars: the sides */
	struct bar *bars;
	size_t bar_count, bar_capacity;

	int from, to; /* range */
};

struct doc {
	struct block *blocks;
	size_t count, capacity;
};

void doc_release(struct doc *doc); /* a doc of zeros is an empty one */
void doc_heading(struct doc *doc, int level, const char *text);
/* A heading of one line, with a rule behind it. */
void doc_divider(struct doc *doc, const char *text);
/* The number of the heading that was added last, such as "2.1". */
void doc_number(struct doc *doc, const char *number);
/* A heading with its number before it, for free(). */
char *doc_heading_text(const struct block *heading);
/* A paragraph; newlines in it stay. */
void doc_text(struct doc *doc, enum style style, const char *text);
void doc_printf(struct doc *doc, enum style style, const char *format, ...) ACCORD_PRINTF(3, 4);
/* A paragraph that doc_join leaves alone. */
void doc_line(struct doc *doc, enum style style, const char *text);
void doc_bullet(struct doc *doc, enum style style, const char *text);
/* A paragraph with a mark before it, such as "[x]", and what follows the first line set in. */
void doc_marked(struct doc *doc, enum style style, const char *mark, const char *text);
/* Sets in all of it. */
void doc_indent(struct doc *doc, int indent);
/* Makes one paragraph of those that follow each other. */
void doc_join(struct doc *doc);
/* Parts paragraphs and bullets that follow each other by empty lines, where these are no more than the room for them. */
void doc_loosen(struct doc *doc, int room);
/* Drops paragraphs of a style. */
void doc_drop(struct doc *doc, enum style style);
/* Adds all of another document, which is left empty. */
void doc_append(struct doc *doc, struct doc *other);
/* An empty line; several in a row are one. */
void doc_gap(struct doc *doc);

/* A table: its columns first, then cells line by line. Titles that begin with '>' are set to the right. */
void doc_table(struct doc *doc, size_t columns, const char *const *titles);
/*
 * A table of which each line may be told for itself, "First: bare; Title third", where the columns do not fit beside
 * each other or take more lines so. Titles of bare columns begin with '='; an empty cell is not told.
 */
void doc_records(struct doc *doc, size_t columns, const char *const *titles);
void doc_cell(struct doc *doc, enum style style, const char *text);
void doc_cell_printf(struct doc *doc, enum style style, const char *format, ...) ACCORD_PRINTF(3, 4);

/* Whether any column of a table has a title. */
bool doc_has_titles(const struct block *table);

/* Dots over 1 .. points; then its rows. counts are copied. */
void doc_dots(struct doc *doc, int points, const char *low, const char *high);
void doc_dots_row(struct doc *doc, int side, const char *group, const char *label, const int *counts);
/*
 * Dots that are drawn small: lines of text show this one line, which says it all; other drawings show the dots, and as a
 * caption what they came to. To be called once their rows are there.
 */
void doc_dots_line(struct doc *doc, const char *line, const char *caption);
/* Named lines with a bar for each side. */
void doc_bars(struct doc *doc, const char *name_a, const char *name_b);
void doc_bar(struct doc *doc, const char *label, int count_a, int count_b);

/*
 * A range on a line from 0 to 100 that is parted into bands of equal width. Only charts show it: a sentence beside it
 * tells it in lines of text and in words.
 */
void doc_range(struct doc *doc, int from, int to, const char *const *bands, size_t count);

/* What is said aloud in place of the text or cell that was added last, whose signs are for the eye; "" for nothing. */
void doc_spoken(struct doc *doc, const char *words);
/* Makes it one of texts and headings alone: tables and charts in words, without rules and gaps. */
void doc_in_words(struct doc *doc);

/* A document laid out in lines of a width. */
struct span {
	char *text;
	enum style style;
};

struct line {
	struct span *spans;
	size_t count, capacity;
};

struct layout {
	struct line *lines;
	size_t count, capacity;
	int width;
};

void layout_init(struct layout *layout, const struct doc *doc, int width);
void layout_release(struct layout *layout);
/* Draws the lines from the given one on; returns how many lines there are. */
int layout_draw(const struct layout *layout, struct grid *grid, struct rect rect, int from);
/* The lines as plain text, without spaces at their ends. */
void layout_text(const struct layout *layout, struct str *out);

#endif
