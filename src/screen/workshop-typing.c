/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into the step on the screen, kept for when the power fails. */
#include "screen/workshop.h"

#include "base/i18n.h"
#include "screen/workshop-parts.h"

#include <stdlib.h>
#include <string.h>

#define TYPING "typing:"

void workshop_forget_typing(struct app *app, struct workshop *workshop)
{
	store_draft_save(app->store, app->session->id, workshop->draft, NULL, NULL);
	mem_set(&workshop->draft, NULL);
	mem_set(&workshop->drafted, NULL);
}

void workshop_keep_typing(struct app *app, struct workshop *workshop)
{
	const char *text = workshop->stage.field.text.data;
	char *name = workshop->stage.progress ? stage_draft(&workshop->stage) : NULL;
	struct err err = { 0 };

	if (name && strcmp(text, workshop->drafted ? workshop->drafted : "") != 0) {
		char *field = mem_printf(TYPING "%s:%s", workshop->step, name);

		if (workshop->draft && strcmp(workshop->draft, field) != 0)
			store_draft_save(app->store, app->session->id, workshop->draft, NULL, NULL);
		if (store_draft_save(app->store, app->session->id, field, text, &err) == 0)
			mem_set(&workshop->drafted, text);
		else
			app_fail(app, &err);
		mem_set(&workshop->draft, field);
		free(field);
	} else if (!name && workshop->draft) {
		workshop_forget_typing(app, workshop);
	}
	free(name);
}

/* Whether the draft was typed into the step on the screen, and is there again now. */
static bool restore(struct workshop *workshop, const char *field, const char *text)
{
	size_t prefix = strlen(TYPING), step = strlen(workshop->step);

	if (strncmp(field, TYPING, prefix) != 0 || strncmp(field + prefix, workshop->step, step) != 0 ||
	    field[prefix + step] != ':' || !workshop->stage.progress)
		return false;
	if (progress_is_revealed(workshop->stage.progress) && !workshop_is_table(workshop->stage.progress))
		return false;
	workshop->table = true;
	mem_set(&workshop->draft, field);
	return stage_restore(&workshop->stage, field + prefix + step + 1, text);
}

bool workshop_open_draft(struct app *app, struct screen *below, const char *draft)
{
	char *text;

	/* One of another step stays until that is on the screen. */
	if (strncmp(draft, TYPING, strlen(TYPING)) != 0)
		return false;
	if (below->ops != &workshop_ops || store_draft_load(app->store, app->session->id, draft, &text, NULL) != 1)
		return true;
	if (restore(workshop_of(below), draft, text))
		app_say(app, "%s", _("this was not finished last time: Enter keeps it, Esc drops it"));
	free(text);
	return true;
}
