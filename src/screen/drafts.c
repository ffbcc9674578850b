/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a draft's name to where it was typed. */
#include "screen/drafts.h"

#include "screen/export.h"
#include "screen/items.h"
#include "screen/merge.h"
#include "screen/people.h"
#include "screen/preview.h"
#include "screen/setup.h"
#include "screen/workshop.h"

#include <stdlib.h>

static const struct {
	draft_opener *open;
	bool apart; /* of no session */
} openers[] = {
	{ workshop_open_draft, false }, { items_open_draft, false },  { people_open_draft, false }, { preview_open_draft, false },
	{ merge_open_draft, false },    { export_open_draft, false }, { setup_open_draft, true },
};

static bool open_draft(struct app *app, struct screen *below, const char *draft, bool apart)
{
	for (size_t i = 0; i < COUNT_OF(openers); i++)
		if (openers[i].apart == apart && openers[i].open(app, below, draft))
			return true;
	return false;
}

void drafts_offer(struct app *app, struct screen *below, const char *session)
{
	struct err err = { 0 };
	char **drafts;
	size_t count;

	if (store_draft_fields(app->store, session, &drafts, &count, &err) != 0) {
		app_fail(app, &err);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		if (!open_draft(app, below, drafts[i], !session))
			store_draft_save(app->store, session, drafts[i], NULL, NULL);
		free(drafts[i]);
	}
	free(drafts);
}
