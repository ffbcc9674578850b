/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document's tree, each node with its place, and careful reading of it. */
#ifndef ACCORD_BASE_NODE_H
#define ACCORD_BASE_NODE_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node {
	enum node_kind kind;
	int line, column; /* from 1 */
	char *text;       /* of a scalar; "" otherwise */
	bool plain;       /* without quotes: only such a scalar is a number, a boolean or null */
	struct node **items; /* of a list: its items; of a map: key, value, key, value */
	size_t count, capacity;
};

struct node *node_new(enum node_kind kind, int line, int column);
void node_free(struct node *node); /* and all below; NULL is fine */
void node_add(struct node *parent, struct node *child);
/* The value of a map's key, NULL where there is none (or node is no map). */
const struct node *node_get(const struct node *map, const char *key);
const char *node_kind_name(enum node_kind kind); /* "a text", "a list", "a map" */
/* The value of the key "id" where it has the form of one (a-z, 0-9, '-', 40 at most), or NULL. */
const char *node_id(const struct node *map);

/* Text of a file as a message may quote it: harmless, and not long. Use: node_shown(text).text */
struct shown {
	char text[256];
};

struct shown node_shown(const char *text);
/* The code point at the beginning of a UTF-8 text that ends in NUL, for naming it as U+202E. */
unsigned long node_code_point(const char *text);

/*
 * Reads values out of a tree and reports everything that is wrong. Every finding begins with the
 * subject: "step 'trust': unknown kind 'scal' (did you mean 'scale'?)".
 */
struct reader {
	struct diags *diags;
	const char *file;
	char subject[160];
};

/*
 * A reader for an entry of a list: its subject is that of outer, if it has one, and what (a
 * translated noun) with the entry's id, or else with its number, from 1:
 * "step 'contracts', column 3".
 */
struct reader reader_enter(const struct reader *outer, const char *what, const struct node *entry,
	size_t number);
/* at may be NULL: then the finding has no place in the file. */
void reader_fail(struct reader *reader, const struct node *at, const char *format, ...)
	ACCORD_PRINTF(3, 4);
/*
 * Reports every key that is not among names (with what was meant perhaps) or stands twice; false
 * for what is no map.
 */
bool reader_keys(struct reader *reader, const struct node *map, const char *const *names,
	size_t count);
/*
 * Each of these takes the value of a key. A missing key is reported where it is required. What is
 * not as it should be is reported, and then the fallback is returned, which for texts is NULL.
 * Texts are for free().
 */
char *reader_id(struct reader *reader, const struct node *map, const char *key, bool required);
/* One line of at most limit characters. */
char *reader_line(struct reader *reader, const struct node *map, const char *key, bool required,
	size_t limit);
/* Several lines. */
char *reader_text(struct reader *reader, const struct node *map, const char *key, bool required,
	size_t limit);
long reader_number(struct reader *reader, const struct node *map, const char *key, bool required,
	long lowest, long highest, long fallback);
bool reader_flag(struct reader *reader, const struct node *map, const char *key, bool fallback);
/* The index of the value among names, or -1; reports one that is not among them. */
int reader_choice(struct reader *reader, const struct node *map, const char *key, bool required,
	const char *const *names, size_t count);
/*
 * The list at a key; NULL where there is none. Reports what is no list, is empty though required,
 * or is longer than limit (it is returned all the same, so that its entries can be checked).
 */
const struct node *reader_list(struct reader *reader, const struct node *map, const char *key,
	bool required, size_t limit);
/* The same as reader_line, reader_number and reader_choice for an entry of the list at a key. */
char *reader_line_entry(struct reader *reader, const struct node *entry, const char *key,
	size_t limit);
long reader_number_entry(struct reader *reader, const struct node *entry, const char *key, long lowest, long highest,
	long fallback);
int reader_choice_entry(struct reader *reader, const struct node *entry, const char *key,
	const char *const *names, size_t count);
/* Reports ids that stand twice among the maps of a list; list may be NULL. */
void reader_unique(struct reader *reader, const struct node *list, const char *key);

#endif
