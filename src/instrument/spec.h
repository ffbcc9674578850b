/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the checks of several instruments share. */
#ifndef ACCORD_INSTRUMENT_SPEC_H
#define ACCORD_INSTRUMENT_SPEC_H

#include "base/node.h"
#include "model/bank.h"

/* Numbers of every kind stay within this, also where long has 32 bits. */
#define SPEC_NUMBER_MOST 1000000000L
#define SPEC_LEVEL_MOST 9

/* A type that is none, which is reported; such a bank is never used. */
#define COLUMN_UNKNOWN ((enum column_type)-1)

#define SPEC_OPTION_TEXT 200
#define SPEC_LABEL 60
#define SPEC_DAYS_MOST 1000

/* Reads required options, a list of {id, text}, and reports fewer than least. Returns how many. */
size_t spec_options(struct reader *reader, const struct node *node, const char *key, size_t least,
	size_t most, struct option **options);
/* The same, where an option may have days. */
size_t spec_dated_options(struct reader *reader, const struct node *node, const char *key, size_t least,
	size_t most, struct option **options);
/*
 * Reads the words for the levels from lowest on: a list of {id, text}, or of plain words, which get
 * their number as id. Reports fewer than two, and more than the levels up to SPEC_LEVEL_MOST.
 * Returns how many; 0 without the key.
 */
size_t spec_levels(struct reader *reader, const struct node *node, const char *key, long lowest,
	struct option **options);
/* Reads lowest and highest, and reports when they are the wrong way round. */
void spec_range(struct reader *reader, const struct node *node, long least, long most, long *lowest,
	long *highest);

/*
 * The step that step->of means, which must be of the given kind; step->of becomes its key. NULL
 * where it is none (reported) or where its own kind is not known (reported elsewhere).
 */
const struct step *spec_link(struct reader *reader, const struct node *node,
	const struct bank *bank, const struct module *module, struct step *step, const char *kind);
/* The same for another key than "of". */
const struct step *spec_link_at(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, const char *name, char **value, const char *kind);

/* A column that an analysis works on. */
struct need {
	const char *id;
	enum column_type type;
	bool or_person; /* a person will do as well */
	bool optional;
	long highest;   /* a level or number goes from 0 to this; 0 where any will do */
};

/* Reports which of the needs of the analysis the register lacks. */
void spec_needs(struct reader *reader, const struct node *at, const char *analysis,
	const struct step *with, const struct need *needs, size_t count);

/* Reports that the register has no column of text, by which its rows could be called. */
void spec_names(struct reader *reader, const struct node *at, const struct step *with);

/* text, or "" for NULL, so that what is reported already does no harm later. For free(). */
char *spec_text(char *text);

#endif
