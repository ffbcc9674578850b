/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instruments there are. */
#include "instrument/instrument.h"

#include <string.h>

extern const struct instrument instrument_brief;
extern const struct instrument instrument_scale;
extern const struct instrument instrument_choice;
extern const struct instrument instrument_checklist;
extern const struct instrument instrument_rank;
extern const struct instrument instrument_models;
extern const struct instrument instrument_number;
extern const struct instrument instrument_text;
extern const struct instrument instrument_register;
extern const struct instrument instrument_pairs;
extern const struct instrument instrument_links;
extern const struct instrument instrument_draft;

static const struct instrument *const all[] = {
	&instrument_brief,
	&instrument_scale,
	&instrument_choice,
	&instrument_checklist,
	&instrument_rank,
	&instrument_models,
	&instrument_number,
	&instrument_text,
	&instrument_register,
	&instrument_pairs,
	&instrument_links,
	&instrument_draft,
	NULL,
};

const struct instrument *const *instruments(void)
{
	return all;
}

const struct instrument *instrument_find(const char *kind)
{
	for (size_t i = 0; all[i]; i++)
		if (strcmp(all[i]->kind, kind) == 0)
			return all[i];
	return NULL;
}
