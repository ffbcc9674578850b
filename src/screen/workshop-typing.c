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

char *workshop_typing(const struct workshop *workshop)
{
	char *name = workshop->stage.progress ? stage_draft(&workshop->stage) : NULL;
	char *field = name ? mem_printf(TYPING "%s:%s", workshop->step, name) : NULL;

	free(name);
	return field;
}

/* Whether what was typed last is not being typed any more. */
static bool is_over(const struct workshop *workshop)
{
	char *field = workshop_typing(workshop);
	bool over = workshop->draft && (!field || strcmp(field, workshop->draft) != 0);

	free(field);
	return over;
}

bool workshop_keep(struct app *app, struct workshop *workshop, struct changes *changes)
{
	struct err err = { 0 };

	if (changes->count > 0)
		workshop_hold(app, workshop);
	if (changes->count == 0 || !is_over(workshop))
		return app_apply(app, changes);
	if (store_begin(app->store, __func__, &err) != 0) {
		changes_release(changes);
		app_fail(app, &err);
		return false;
	}
	if (!app_apply(app, changes)) {
		store_rollback(app->store, __func__);
		return false;
	}
	if (store_draft_save(app->store, app->session->id, workshop->draft, NULL, &err) != 0) {
		store_rollback(app->store, __func__);
	} else if (store_commit(app->store, __func__, &err) == 0) {
		mem_set(&workshop->draft, NULL);
		mem_set(&workshop->drafted, NULL);
		return true;
	}
	app_fail(app, &err);
	/* It was in memory already. */
	store_reload(app->store, app->session, NULL);
	return false;
}

void workshop_keep_typing(struct app *app, struct workshop *workshop)
{
	const char *text = workshop->stage.field.text.data;
	char *field = workshop_typing(workshop);
	struct err err = { 0 };

	if (field && strcmp(text, workshop->drafted ? workshop->drafted : "") != 0) {
		if (workshop->draft && strcmp(workshop->draft, field) != 0)
			store_draft_save(app->store, app->session->id, workshop->draft, NULL, NULL);
		if (store_draft_save(app->store, app->session->id, field, text, &err) == 0)
			mem_set(&workshop->drafted, text);
		else
			app_fail(app, &err);
		mem_set(&workshop->draft, field);
	} else if (!field && workshop->draft) {
		workshop_forget_typing(app, workshop);
	}
	free(field);
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
		/* TRANSLATORS: both %s are keys. */
		app_say(app, _("this was not finished last time: %s keeps it, %s drops it"), app_key(app, "save").text,
			app_key(app, "cancel").text);
	free(text);
	return true;
}
