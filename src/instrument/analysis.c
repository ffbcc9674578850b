/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry of analyses. */
#include "instrument/analysis.h"

#include "base/mem.h"

#include <string.h>

static const struct analysis *const analyses[] = {
	&analysis_overlap,
	&analysis_gaps,
	&analysis_conflicts,
	&analysis_ladder,
	&analysis_shared,
	&analysis_skin,
	&analysis_speed,
};

const struct analysis *analysis_find(const char *name)
{
	for (size_t i = 0; name && i < COUNT_OF(analyses); i++)
		if (strcmp(analyses[i]->name, name) == 0)
			return analyses[i];
	return NULL;
}

void analysis_digest(const struct analysis *analysis, const struct session *session, const struct step *step, int today,
	struct doc *doc)
{
	(analysis->digest ? analysis->digest : analysis->summarise)(session, step, today, doc);
}
