/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that changes set. For the store's own files. */
#ifndef ACCORD_STORE_APPLY_FIELD_H
#define ACCORD_STORE_APPLY_FIELD_H

#include "store/apply.h"

enum value_type {
	VALUE_NAME,
	VALUE_TEXT,
	VALUE_DATE,
	VALUE_NUMBER,
	VALUE_FLAG,
	VALUE_WORD,
};

struct field {
	enum change_kind kind;
	const char *name;
	enum value_type type;
	bool required;
	int lowest, highest;              /* of a number */
	int (*parse)(const char *word);   /* of a word */
	enum sql sql;
};

/* A field's value as it is stored: a text for free(), or else a number (DAY_NONE for null). */
struct value {
	char *text;
	int number;
};

/* The field of a change; NULL with err set where there is none. */
const struct field *apply_field_find(const struct change *change, struct err *err);
/* What was given as the field's value; its text is to be freed in any case. 0 or -1. */
int apply_field_read(const struct field *field, const char *raw, struct value *value, struct err *err);
/*
 * Sets the field of what the parameter names; NULL for the session itself. How many rows: 0 where there is no such
 * thing; -1 with err set.
 */
int apply_field_set(struct store *store, const struct session *session, const struct change *change,
	const char *parameter, struct err *err);

#endif
