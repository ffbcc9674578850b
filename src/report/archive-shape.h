/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an archive looks as JSON: one table for writing and for reading. For archive-json*.c. */
#ifndef ACCORD_REPORT_ARCHIVE_SHAPE_H
#define ACCORD_REPORT_ARCHIVE_SHAPE_H

#include "report/archive-json.h"
#include "report/json.h"

enum member_type {
	MEMBER_INT,    /* int from lowest to highest; null for -1 */
	MEMBER_COUNT,  /* the same of an int64_t */
	MEMBER_BOOL,
	MEMBER_LINE,   /* text of at most highest bytes, and at least lowest; null for "" */
	MEMBER_TEXT,   /* the same of several lines */
	MEMBER_RAW,    /* text, as it is */
	MEMBER_DAY,    /* "2026-12-24"; null for DAY_NONE */
	MEMBER_TIME,   /* "2026-12-24T09:00:00Z" */
	MEMBER_WORD,   /* one of highest words; null for the first */
	MEMBER_SIDE,   /* a side's id; null for SIDES */
	MEMBER_LIST,
	MEMBER_OBJECT, /* members of the same thing, in an object of their own */
	MEMBER_OWN,    /* with functions of its own */
	MEMBER_INFO    /* for readers, from the bank; not read */
};

struct reading;
struct shape;

struct member {
	const char *name;
	enum member_type type;
	bool nullable;
	size_t offset; /* in what the shape is of */
	int64_t lowest, highest;
	const char *(*word)(int value);
	const struct shape *shape;
	size_t count_offset, capacity_offset; /* of a list */
	json_t *(*write)(const struct bank *bank, const void *base);
	void (*read)(struct reading *reading, const json_t *value, void *base);
	/* Whether something of this kind has it; NULL where all have. What is asked was read before. */
	bool (*applies)(const void *base);
};

struct shape {
	size_t size;
	const struct member *members;
	size_t count;
};

extern const struct shape archive_shape;

/* A file that is being read. */
struct reading {
	const char *file;
	struct diags *diags;
	struct str path;   /* of the value at hand: "people[3].side" */
	char *sides[SIDES]; /* their ids, as the file names them; NULL before */
};

/* Says what is wrong at the path. */
void reading_complain(struct reading *reading, const char *format, ...) ACCORD_PRINTF(2, 3);
/* Goes to a member, or an element, of the value at hand; the result is for reading_leave. */
size_t reading_enter(struct reading *reading, const char *member);
size_t reading_enter_at(struct reading *reading, size_t index);
void reading_leave(struct reading *reading, size_t before);
/* Reads what a member of the table says, with all its checks. */
void reading_member(struct reading *reading, const struct member *member, const json_t *value, void *base);
/* A text, harmless and in NFC, for free(); NULL, and complains, where it is none, or too short or long. */
char *reading_text(struct reading *reading, const json_t *value, int64_t lowest, int64_t highest, bool lines);
/* 0, 1, or SIDE_NONE and complains. */
int reading_side(struct reading *reading, const json_t *value);
/* Complains of members of an object that are none of the names. */
void reading_unknown(struct reading *reading, const json_t *object, const char *const *names, size_t count);

#endif
