/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which models the two sides live by: operations of the instrument. */
#ifndef ACCORD_INSTRUMENT_MODELS_RESULT_H
#define ACCORD_INSTRUMENT_MODELS_RESULT_H

#include "instrument/comparison.h"
#include "measure/verdict.h"
#include "model/session.h"
#include "view/doc.h"

bool models_place(const struct session *session, const struct progress *progress, int side, struct place *out);
char *models_apart(const struct session *session, const struct progress *progress);
char *models_shift(const struct compared *compared, bool *told, bool *moved);
void models_summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc);
void models_digest(const struct session *session, const struct progress *progress, int today, struct doc *doc);
char *models_tell_verdict(const struct session *session, const struct progress *progress, struct verdict *out);

#endif
