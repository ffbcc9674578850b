/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of people, or of a register's rows, as spreadsheets write them: what their columns are taken for. */
#ifndef ACCORD_INSTRUMENT_LISTING_H
#define ACCORD_INSTRUMENT_LISTING_H

#include "base/csv.h"
#include "instrument/cell.h"
#include "model/change.h"

#define LISTING_NONE (-1)
#define LISTING_BYTES_MOST (1024 * 1024)

/* What a column of the list can be taken for. */
struct listing_field {
	const char *id;    /* "side" */
	const char *title; /* "Side" */
};

/* What comes of a line. */
struct listing_row {
	int line;      /* of the list, from 1 */
	char **values; /* of each field, as it is to be kept; NULL for nothing */
	bool skipped;  /* nothing comes of it; problems say why */
};

struct listing {
	const struct session *session;
	const struct step *step; /* the register; NULL for people */
	int today;
	struct csv csv;
	bool headed;             /* its first line names the columns */
	size_t column_count;     /* of the list */
	int *taken;              /* the field that each of them is taken for, or LISTING_NONE */
	struct table_column *columns; /* of a register: those of the fields */
	struct listing_field *fields;
	size_t field_count;
	struct listing_row *rows;
	size_t row_count, row_capacity;
	size_t taken_rows;       /* those that are not skipped */
	struct diags problems;   /* cells that stay empty, lines that are skipped; with line and column */
};

/*
 * Reads a list with tabs, semicolons or commas and works out what its columns are: by the words of its first line, or else
 * by their order. People are "name, role, side", the role may be missing, and lines that begin with '#' are passed over.
 * Amounts and dates are read as they are written here and there where they can mean one thing only, also by what the rest
 * of their column tells. 0, or -1 with err set where it cannot be read at all; listing_release in either case. The session
 * is borrowed.
 */
int listing_init(struct listing *listing, const struct session *session, const struct step *step, const char *text,
	size_t length, int today, struct err *err);
void listing_release(struct listing *listing);
/* Takes a column for the next field that no other is taken for, or the one before (by: 1 or -1), or for nothing. */
void listing_turn(struct listing *listing, size_t column, int by);
/* Takes columns for the same as another listing does, where that has as many columns and fields. */
void listing_take_like(struct listing *listing, const struct listing *other);
/* What stands above a column, or "Column 3"; and what stands in it first, or "". For free(). */
char *listing_column_name(const struct listing *listing, size_t column);
char *listing_sample(const struct listing *listing, size_t column);
/* A value as people read it, for free(). */
char *listing_show(const struct listing *listing, size_t field, const char *value);
/* Appends the changes that add people, or rows from a place on. */
void listing_add(const struct listing *listing, int place, struct changes *changes);
/* The first problem with its line, for those who take all or nothing: -1 with err set; 0 where there is none. */
int listing_fail(const struct listing *listing, struct err *err);

#endif
