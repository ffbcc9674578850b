/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form: a few fields to fill in, and what to do with them. */
#ifndef ACCORD_SCREEN_FORM_H
#define ACCORD_SCREEN_FORM_H

#include "screen/app.h"

#define FORM_FIELDS 8

struct form_values {
	const char *values[FORM_FIELDS]; /* tidied; never NULL */
	int number;                      /* what was given to form_new */
	const char *subject;             /* the same */
};

/* Returns 0 when that was good and the form can go; -1 with err set, and *at the field that is meant. */
typedef int form_submit(struct app *app, const struct form_values *values, int *at, struct err *err);

/* More about a field than its hint, for free(), asked for each time the field is gone to; NULL for the hint. */
typedef char *form_describe(struct app *app, const struct form_values *values, int field);

struct form_field {
	const char *label; /* in the user's language */
	const char *hint;  /* shown while the field is filled in; may be NULL */
	const char *value; /* what it begins with; may be NULL */
	bool required;
	bool replace;      /* what is typed takes the value's place, unless a key moved in it or changed it before */
	int lines;         /* 0 for one */
};

struct form_spec {
	const char *title;
	const char *intro;   /* stands above the fields where there is room; may be NULL */
	form_submit *submit;
	form_describe *describe; /* may be NULL */
	int number;          /* handed on to submit, such as an item's id or kind */
	const char *subject; /* the same, such as a step's key; copied; may be NULL */
	/*
	 * Under which name the fields are kept while they are filled in, and offered again when a form of this name
	 * opens after the program ended; drafts.c finds the form by it. Within the open session, unless it is apart.
	 */
	const char *draft;
	bool apart;          /* the draft belongs to no session */
	struct form_field fields[FORM_FIELDS];
	int count;
};

/* Everything is copied. */
struct screen *form_new(const struct form_spec *spec);

#endif
