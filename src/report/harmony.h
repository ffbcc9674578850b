/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the two sides stand over all modules, in a summary: a range in words. */
#ifndef ACCORD_REPORT_HARMONY_H
#define ACCORD_REPORT_HARMONY_H

#include "measure/harmony.h"
#include "model/session.h"
#include "view/doc.h"

/*
 * Harmony of a session: of all modules of its bank that have a scale which tells where they stand (bank_level), whether
 * or not they are on the agenda. What is not revealed, or may not be shown, counts as not answered. False where the
 * bank has no such scale.
 */
bool harmony_measure(const struct session *session, struct harmony *out);
/* The range with its words, or why there is none; nothing where the bank asks no such thing. */
void harmony_write(const struct session *session, struct doc *doc);

#endif
