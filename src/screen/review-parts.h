/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the review share. */
#ifndef ACCORD_SCREEN_REVIEW_PARTS_H
#define ACCORD_SCREEN_REVIEW_PARTS_H

#include "model/follow.h"
#include "screen/review.h"
#include "view/list.h"

struct review {
	struct screen screen;
	struct list list;
	struct follow_chain chain;
	struct follow_list follow; /* of the chain, and of the session that is open */
	int left;                  /* how many were not settled when it was looked at last */
};

/* The drafts of its forms; but for all, the action follows: "k3f9a2bc/4". */
#define REVIEW_CARRY_DRAFT "carry:"
#define REVIEW_DROP_DRAFT "let-go:"
#define REVIEW_ALL_DRAFT "carry-all:"

/* The review that is on the stack of screens. */
struct review *review_of(const struct app *app);
/* The entry of an action named so; NULL where there is none. */
const struct follow_entry *review_find(const struct review *review, const char *ref);
/* The day from which on what is carried over is counted: today, or that of the session where that is still to come. */
int review_day(const struct session *session);

void review_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body);

/* In review-forms.c: which day and who; why; and one day for all that are left. */
struct screen *review_carry_form(const struct app *app, const struct follow_entry *entry);
struct screen *review_drop_form(const struct follow_entry *entry);
struct screen *review_all_form(const struct app *app, const struct review *review);
/* The form of such a draft, for the action that it names; NULL where that is none that is open. */
struct screen *review_draft_form(const struct app *app, const struct review *review, const char *draft);

#endif
