/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the mouse does: keys, those of the table whatever else is bound. */
#include "screen/mouse.h"

#include "view/spot.h"

#include <stdlib.h>

#define WHEEL_LINES 3

bool mouse_is(const struct key *key)
{
	return key->code == K_MOUSE || key->code == K_WHEEL_UP || key->code == K_WHEEL_DOWN;
}

static const struct screen *top(const struct app *app)
{
	return app->screen_count > 0 ? app->screens[app->screen_count - 1] : NULL;
}

/* A key; false where the rest is no longer meant: another screen is there, or something was said. */
static bool press(struct app *app, const struct key *key)
{
	const struct screen *screen = top(app);

	app_take_key(app, NULL, key);
	return top(app) == screen && !app->status[0];
}

static bool repeat(struct app *app, enum key_code code, int times)
{
	for (int i = 0; i < times; i++)
		if (!press(app, &(struct key){ .code = code }))
			return false;
	return true;
}

static void click(struct app *app, const struct spot *spot)
{
	if (!repeat(app, K_ENTER, spot->enters) || !repeat(app, spot->down < 0 ? K_UP : K_DOWN, abs(spot->down)) ||
	    !repeat(app, spot->right < 0 ? K_LEFT : K_RIGHT, abs(spot->right)))
		return;
	for (const char *at = spot->text; *at; at++)
		if (!press(app, &(struct key){ .code = K_CHAR, .text = { *at } }))
			return;
	if (spot->down == 0 && spot->right == 0 && spot->key.code != K_NONE)
		app_take_key(app, NULL, &spot->key);
}

/* Where somebody is to answer next is not to change because a hand lay on the wheel, nor what is being typed. */
static bool scrolls(const struct app *app)
{
	context_set contexts = top(app)->ops->contexts(top(app));

	return contexts & (CONTEXT_MOVE | CONTEXT_TABLE) &&
	       !(contexts & (CONTEXT_ASK | CONTEXT_TALLY | CONTEXT_VOTE | CONTEXT_EDIT | CONTEXT_FORM));
}

void mouse_take(struct app *app, const struct grid *grid, const struct key *key)
{
	if (key->code == K_MOUSE) {
		const struct spot *spot = spot_at(grid, key->x, key->y);

		if (spot)
			click(app, spot);
	} else if (scrolls(app)) {
		repeat(app, key->code == K_WHEEL_UP ? K_UP : K_DOWN, WHEEL_LINES);
	}
}
