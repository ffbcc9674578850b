/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions, actions, the parking lot and notes in a summary. Private notes are never told. */
#ifndef ACCORD_REPORT_ITEMS_H
#define ACCORD_REPORT_ITEMS_H

#include "model/session.h"
#include "view/doc.h"

/* Whether what came from a step stands with it already. */
typedef bool items_elsewhere(const struct session *session, const char *step);

/*
 * All of a kind below a heading: decisions that both sides said yes to before the proposed ones, actions by due date,
 * the others as they came. Notes, and what is agreed to differ on, only where there are any. Those that stand
 * elsewhere are left out; elsewhere may be NULL.
 */
void items_write(const struct session *session, enum item_kind kind, items_elsewhere *elsewhere, struct doc *doc);
/* The decisions, notes and what is agreed to differ on that came from a step; its actions; and its notes alone. */
void items_write_step(const struct session *session, const char *step, struct doc *doc);
void items_write_step_actions(const struct session *session, const char *step, struct doc *doc);
void items_write_notes(const struct session *session, const char *step, struct doc *doc);
/* All that was noted in a session that was cancelled, as it came: nothing of it stands. */
void items_write_noted(const struct session *session, struct doc *doc);

#endif
