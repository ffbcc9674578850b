/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a register's cells: read from what people type, and shown as they would write it. */
#ifndef ACCORD_INSTRUMENT_CELL_H
#define ACCORD_INSTRUMENT_CELL_H

#include "base/err.h"
#include "model/session.h"

#include <stdint.h>

/* A column of a table: one of the bank's, or the level of a person. */
struct table_column {
	const struct column *column; /* NULL for a person's level */
	const struct person *person;
	char id[48];                 /* the cell's column: "vendor", "@7" */
	const char *title;
};

/* All columns of a register, for free(). */
struct table_column *table_columns(const struct session *session, const struct step *step, size_t *count);

/*
 * What was typed, made canonical, for free(): ids for sides, persons and choices, ISO dates, plain digits. Beginnings
 * of names do where they are clear; money may have k and m behind it, dates may be +2w. NULL with err set.
 *
 * In money a comma, an apostrophe or a space groups three digits, and a point stands before a fraction; what could be
 * read in two ways, such as 1,5m or 12.500, is refused.
 */
char *cell_parse(const struct session *session, const struct step *step, const struct table_column *column,
	const char *text, int today, struct err *err);
/* A canonical value as people read it, for free(). */
char *cell_show(const struct session *session, const struct step *step, const struct table_column *column,
	const char *value);
/* The value of a row's column as people read it, for free(); "" where there is none. */
char *cell_words(const struct session *session, const struct row *row, const char *column);

/* An amount of money or a number out of a cell; fallback where there is none, or none that could have been typed. */
int64_t cell_number(const struct row *row, const char *column, int64_t fallback);
int cell_int(const struct row *row, const char *column, int fallback);
/* A day out of a cell; DAY_NONE where there is none. */
int cell_day(const struct row *row, const char *column);
/* 12345 as "12,345", for free(). */
char *money_text(int64_t amount);

#endif
