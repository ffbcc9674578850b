/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which names are one vendor. Equal but for spelling and legal form: ticked beforehand. Nothing counts unconfirmed. */
#include "screen/merge.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/analysis.h"
#include "screen/form.h"
#include "view/list.h"
#include "view/spot.h"

#include <stdlib.h>
#include <string.h>

#define ALIAS_DRAFT "alias:"
#define SPOKEN_TICK 40 /* columns for a tick in words */

struct merge_screen {
	struct screen screen;
	struct list list;
	char *step;
	struct name_pairs pairs;
	bool *ticks;
};

static struct merge_screen *merge_of(struct screen *screen)
{
	return (struct merge_screen *)screen;
}

static const struct step *step_of(const struct app *app, const struct merge_screen *merge)
{
	return bank_step(app->session->bank, merge->step, NULL);
}

/* What was ticked before for a pair that is still open; else as the pair is or is proposed. */
static bool tick_of(const struct name_pair *pair, const struct name_pairs *before, const bool *ticks)
{
	for (size_t i = 0; i < before->count && !pair->settled; i++)
		if (!before->items[i].settled && strcmp(before->items[i].fold_a, pair->fold_a) == 0 &&
		    strcmp(before->items[i].fold_b, pair->fold_b) == 0)
			return ticks[i];
	return pair->same;
}

/* The pairs as the session has them now. */
static void load(const struct app *app, struct merge_screen *merge)
{
	struct name_pairs before = merge->pairs;
	bool *ticks = merge->ticks;

	name_pairs_init(&merge->pairs, app->session, step_of(app, merge));
	merge->ticks = mem_zalloc(merge->pairs.count, sizeof *merge->ticks);
	for (size_t i = 0; i < merge->pairs.count; i++)
		merge->ticks[i] = tick_of(&merge->pairs.items[i], &before, ticks);
	list_count(&merge->list, (int)merge->pairs.count);
	name_pairs_release(&before);
	free(ticks);
}

static context_set merge_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_MERGE | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY;
}

static void merge_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct merge_screen *merge = merge_of(screen);

	(void)app;
	str_add(left, _("Which names are one supplier?"));
	str_printf(right, P_("%zu open", "%zu open", merge->pairs.open), merge->pairs.open);
}

static const char *reason(enum same_vendor alike)
{
	switch (alike) {
	case VENDOR_EQUAL_KEY:
		return _("the same but for spelling");
	case VENDOR_SAME_TOKENS:
		return _("the same words");
	case VENDOR_CONTAINED:
		return _("one is in the other");
	case VENDOR_SIMILAR:
		return _("nearly the same letters");
	default:
		return _("named by you");
	}
}

static const char *tick_text(const struct grid *grid, bool ticked)
{
	if (grid->linear)
		return ticked ? _("one supplier:") : _("two suppliers:");
	return ticked ? "[x]" : "[ ]";
}

static void merge_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct merge_screen *merge = merge_of(screen);
	int tick = grid->linear ? SPOKEN_TICK : 4, name = (body.width - tick) / 3, top;
	char *text;

	if (merge->pairs.count == 0) {
		/* TRANSLATORS: %s is a key. */
		text = mem_printf(_("No names look alike. %s names two that are one supplier all the same."),
			app_key(app, "alias").text);
		grid_wrap(grid, body, STYLE_NORMAL, text);
		free(text);
		return;
	}
	/* TRANSLATORS: %s is a key. */
	text = mem_printf(_("%s confirms all: ticked pairs are one supplier, the others are two."),
		app_key(app, "confirm").text);
	grid_wrap(grid, (struct rect){ body.x, body.y, body.width, 1 }, STYLE_DIM, text);
	free(text);
	top = list_scroll(&merge->list, body.height - 2);
	for (int i = 0; i < body.height - 2 && top + i < merge->list.count; i++) {
		const struct name_pair *pair = &merge->pairs.items[top + i];
		int y = body.y + 2 + i, x = body.x;

		grid_text(grid, x, y, tick - 1, STYLE_KEY, tick_text(grid, merge->ticks[top + i]));
		grid_text_cut(grid, x + tick, y, name - 1, STYLE_NORMAL, pair->a);
		grid_text_cut(grid, x + tick + name, y, name - 1, STYLE_NORMAL, pair->b);
		grid_text_cut(grid, x + tick + 2 * name, y, body.width - tick - 2 * name,
			pair->settled ? STYLE_DIM : STYLE_WARN, pair->settled ? _("settled") : reason(pair->alike));
		spot_move(grid, (struct rect){ x, y, body.width, 1 }, top + i - merge->list.cursor, 0, "Space");
		if (top + i == merge->list.cursor) {
			grid_paint(grid, (struct rect){ x, y, body.width, 1 }, STYLE_SELECTED);
			grid_cursor(grid, x, y);
		}
	}
}

static void confirm(struct app *app, struct merge_screen *merge)
{
	struct changes changes = { 0 };
	int same = 0;

	changes_label(&changes, N_("settling names"));
	for (size_t i = 0; i < merge->pairs.count; i++) {
		const struct name_pair *pair = &merge->pairs.items[i];

		same += merge->ticks[i];
		if (!pair->settled || pair->same != merge->ticks[i])
			change_merge(&changes, merge->step, pair->fold_a, pair->fold_b, merge->ticks[i]);
	}
	if (app_apply(app, &changes)) {
		app_pop(app);
		app_say(app, P_("%d pair of names is one supplier", "%d pairs of names are one supplier", same), same);
	}
}

static bool is_listed(const struct app *app, const char *step, const char *fold)
{
	bool found = false;

	for (size_t i = 0; i < app->session->row_count && !found; i++) {
		const struct row *row = &app->session->rows[i];
		char *name = text_fold(row_value(row, "vendor"));

		found = strcmp(row->step, step) == 0 && strcmp(name, fold) == 0;
		free(name);
	}
	return found;
}

static int add_alias(struct app *app, const struct form_values *values, int *at, struct err *err)
{
	char *folds[2] = { text_fold(values->values[0]), text_fold(values->values[1]) };
	struct changes changes = { 0 };
	int order = strcmp(folds[0], folds[1]), result = -1;

	for (int i = 1; i >= 0; i--) {
		if (is_listed(app, values->subject, folds[i]))
			continue;
		*at = i;
		err_set(err, ERR_INPUT, _("'%s' is not in the table; type the name as it stands there"),
			values->values[i]);
		goto out;
	}
	if (order == 0) {
		err_set(err, ERR_INPUT, _("these are the same name already"));
		goto out;
	}
	changes_label(&changes, N_("settling names"));
	change_merge(&changes, values->subject, folds[order > 0], folds[order < 0], 1);
	result = store_apply(app->store, app->session, &changes, err);
out:
	changes_release(&changes);
	free(folds[0]);
	free(folds[1]);
	return result;
}

static struct screen *alias_form(const struct merge_screen *merge)
{
	char *draft = mem_printf(ALIAS_DRAFT "%s", merge->step);
	struct form_spec spec = { .title = _("Two names of one supplier"), .submit = add_alias,
				  .subject = merge->step, .draft = draft, .count = 2 };
	struct screen *screen;

	spec.fields[0] = (struct form_field){ .label = _("One name"), .required = true,
					      .hint = _("As it stands in the table.") };
	spec.fields[1] = (struct form_field){ .label = _("Other name"), .required = true,
					      .hint = _("As it stands in the table.") };
	screen = form_new(&spec);
	free(draft);
	return screen;
}

static bool merge_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct merge_screen *merge = merge_of(screen);

	(void)key;
	if (list_act(&merge->list, action))
		return true;
	if (action == ACT_SAVE)
		confirm(app, merge);
	else if (action == ACT_ALIAS)
		app_push(app, alias_form(merge));
	else if (action == ACT_TOGGLE && merge->pairs.count)
		merge->ticks[merge->list.cursor] = !merge->ticks[merge->list.cursor];
	else
		return false;
	return true;
}

static void merge_resume(struct app *app, struct screen *screen)
{
	load(app, merge_of(screen));
}

/* The names are those of the session as it was; what is ticked stays. */
static void merge_changed(struct app *app, struct screen *screen)
{
	if (app->session)
		load(app, merge_of(screen));
}

static void merge_free(struct app *app, struct screen *screen)
{
	struct merge_screen *merge = merge_of(screen);

	(void)app;
	name_pairs_release(&merge->pairs);
	free(merge->ticks);
	free(merge->step);
	free(merge);
}

static const struct screen_ops merge_ops = {
	.name = "merge",
	.contexts = merge_contexts,
	.draw = merge_draw,
	.header = merge_header,
	.key = merge_key,
	.resume = merge_resume,
	.undone = merge_resume,
	.changed = merge_changed,
	.free = merge_free,
};

struct screen *merge_new(struct app *app, const struct step *step)
{
	struct merge_screen *merge = mem_zalloc(1, sizeof *merge);

	merge->screen.ops = &merge_ops;
	merge->step = mem_strdup(step->key);
	load(app, merge);
	return &merge->screen;
}

bool merge_open_draft(struct app *app, struct screen *below, const char *draft)
{
	const struct step *step;
	struct screen *merge, *form;

	(void)below;
	if (strncmp(draft, ALIAS_DRAFT, strlen(ALIAS_DRAFT)) != 0)
		return false;
	step = bank_step(app->session->bank, draft + strlen(ALIAS_DRAFT), NULL);
	if (!step || !step->analysis || strcmp(step->analysis, "overlap") != 0)
		return false;
	merge = merge_new(app, step);
	form = alias_form(merge_of(merge));
	app_push(app, merge);
	app_push(app, form);
	return true;
}
