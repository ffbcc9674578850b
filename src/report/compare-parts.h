/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a comparison share. */
#ifndef ACCORD_REPORT_COMPARE_PARTS_H
#define ACCORD_REPORT_COMPARE_PARTS_H

#include "instrument/comparison.h"
#include "instrument/findings.h"
#include "report/compare.h"

/* What became of a gap that the answers of then showed, or now show. */
enum gap_fate { GAP_NONE, GAP_CLOSED, GAP_STILL, GAP_NEW, GAP_FATES };

/* A comparison and what the answers came to in both. */
struct moved {
	struct comparison comparison;
	struct findings then, now;
};

void moved_init(struct moved *moved, const struct session *then, const struct session *now);
void moved_release(struct moved *moved);
/* What became of a question's gap; the findings are set where there are any, or else NULL. */
enum gap_fate moved_gap(const struct moved *moved, const struct compared *compared, const struct finding **then,
	const struct finding **now);
/* How many questions moved, or have another shift. */
int moved_of(const struct moved *moved, enum shift shift);

/* In compare-head.c */
/* "18 of 24 questions unchanged, 5 of 9 people the same." for free(). */
char *compare_likeness(const struct comparison *comparison);
/* What makes the two less comparable than that, a bullet each. */
void compare_write_warnings(const struct comparison *comparison, struct doc *doc);
/* Where the sides stand then and now, as far as that can be told. */
void compare_write_harmony(const struct comparison *comparison, struct doc *doc);
/* "30 to 40, wary" in a few words, for free(); "-" where it is not shown. */
char *compare_harmony_text(const struct session *session);
/* The question of a comparison, which one of the two asks. */
const struct progress *compared_any(const struct compared *compared);

/* In compare-trend.c: three sessions or more. */
void compare_write_trend(const struct session *const *sessions, size_t count, enum detail detail, struct doc *doc);

#endif
