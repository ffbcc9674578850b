/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with yes and no. */
#include "screen/confirm.h"

#include "base/i18n.h"

#include <stdlib.h>

struct confirm {
	struct screen screen;
	char *question, *subject;
	void (*yes)(struct app *app, const char *subject);
};

static context_set confirm_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_CONFIRM;
}

static void confirm_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	(void)app;
	(void)screen;
	(void)right;
	str_add(left, _("Are you sure?"));
}

static void confirm_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	(void)app;
	body.y++;
	body.height--;
	grid_wrap(grid, body, STYLE_PROMPT, ((struct confirm *)screen)->question);
	grid_begin(grid, body.x, body.y);
}

static bool confirm_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct confirm *confirm = (struct confirm *)screen;

	(void)key;
	if (action == ACT_YES)
		confirm->yes(app, confirm->subject);
	if (action == ACT_YES || action == ACT_NO)
		app_remove(app, screen);
	return true;
}

static void confirm_free(struct app *app, struct screen *screen)
{
	struct confirm *confirm = (struct confirm *)screen;

	(void)app;
	free(confirm->question);
	free(confirm->subject);
	free(confirm);
}

static const struct screen_ops confirm_ops = {
	.name = "confirm",
	.contexts = confirm_contexts,
	.draw = confirm_draw,
	.header = confirm_header,
	.key = confirm_key,
	.free = confirm_free,
};

struct screen *confirm_new(char *question, char *subject, void (*yes)(struct app *app, const char *subject))
{
	struct confirm *confirm = mem_zalloc(1, sizeof *confirm);

	confirm->screen.ops = &confirm_ops;
	confirm->question = question;
	confirm->subject = subject;
	confirm->yes = yes;
	return &confirm->screen;
}
