/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop, the stack of screens, and the lines around them. */
#include "screen/app.h"

#include "bank/load.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "screen/mouse.h"
#include "screen/prompt.h"
#include "screen/read.h"
#include "screen/search.h"
#include "view/header.h"
#include "view/footer.h"
#include "view/spot.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RULE "\xe2\x94\x80"
#define LEAST_WIDTH 40
#define LEAST_HEIGHT 12
#define STATUS_LINES 3
#define ASK_MILLISECONDS 200 /* how long a change of somebody else may stay unknown where nothing tells of it */

static struct screen *top(const struct app *app)
{
	return app->screen_count > 0 ? app->screens[app->screen_count - 1] : NULL;
}

context_set app_contexts(const struct app *app)
{
	const struct screen *screen = top(app);
	context_set contexts = screen->ops->contexts(screen);

	/* Wherever letters are no text, the first screen can be left for good. */
	return app->screen_count == 1 && contexts & CONTEXT_ANY ? contexts | CONTEXT_FIRST : contexts;
}

void app_push(struct app *app, struct screen *screen)
{
	if (app->screen_count == APP_SCREENS) {
		screen->ops->free(app, screen);
		return;
	}
	app->screens[app->screen_count++] = screen;
	if (screen->ops->enter)
		screen->ops->enter(app, screen);
}

static void remove_top(struct app *app)
{
	struct screen *screen = top(app);

	app->screen_count--;
	screen->ops->free(app, screen);
}

void app_pop(struct app *app)
{
	struct screen *below;

	remove_top(app);
	below = top(app);
	if (below && below->ops->resume)
		below->ops->resume(app, below);
}

void app_remove(struct app *app, struct screen *screen)
{
	int at = app->screen_count - 1;

	while (at >= 0 && app->screens[at] != screen)
		at--;
	if (at < 0)
		return;
	if (at == app->screen_count - 1) {
		app_pop(app);
		return;
	}
	memmove(&app->screens[at], &app->screens[at + 1], (size_t)(app->screen_count - at - 1) * sizeof screen);
	app->screen_count--;
	screen->ops->free(app, screen);
}

void app_replace(struct app *app, struct screen *screen)
{
	remove_top(app);
	app_push(app, screen);
}

ACCORD_PRINTF(3, 0)
static void set_status(struct app *app, enum style style, const char *format, va_list args)
{
	app->status_style = style;
	vsnprintf(app->status, sizeof app->status, format, args);
	text_cut_whole(app->status);
}

void app_say(struct app *app, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	set_status(app, STYLE_GOOD, format, args);
	va_end(args);
}

void app_warn(struct app *app, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	set_status(app, STYLE_WARN, format, args);
	va_end(args);
}

void app_fail(struct app *app, const struct err *err)
{
	app_warn(app, "%s", err->message);
}

bool app_apply(struct app *app, struct changes *changes)
{
	struct err err = { 0 };
	bool done = true;

	/* One of them may stop the clock. */
	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].kind == CHANGE_SESSION)
			app_flush_clock(app);
	if (changes->count > 0 && store_apply(app->store, app->session, changes, &err) != 0) {
		app_fail(app, &err);
		done = false;
	}
	for (size_t i = 0; done && i < changes->count; i++)
		app->counting = app->counting || change_is_answer(&changes->items[i]);
	/* What passed while it stood still does not count. */
	app_tick_clock(app);
	changes_release(changes);
	return done;
}

void app_close_session(struct app *app)
{
	app_stop_clock(app);
	session_free(app->session);
	app->session = NULL;
}

bool app_open(struct app *app, const char *id)
{
	struct err err = { 0 };
	struct session *session = store_load(app->store, id, bank_parse, &err);
	struct newest newest;

	if (!session) {
		app_fail(app, &err);
		return false;
	}
	app_close_session(app);
	app->session = session;
	app->counting = session->date == clock_today();
	app->clock.seen = clock_ticks();
	app->undo_base = store_newest(app->store, session, &newest, NULL) == 0 ? newest.seq : 0;
	app->undo_asked = false;
	free(newest.label);
	return true;
}

/*
 * Answers without names that were given before the program was started again, or at a seat, cannot be taken back, and
 * undo would go on with what came before them: that is said once.
 */
static bool passes_over(struct app *app)
{
	struct newest newest;
	bool passes;

	if (store_newest(app->store, app->session, &newest, NULL) != 0)
		return false;
	passes = newest.loose && !newest.apart && newest.seq <= app->undo_base && !app->undo_asked;
	if (passes && newest.label)
		app_warn(app,
			/* TRANSLATORS: the first %s is a key, the second one what is taken back. */
			_("answers without names from before, or from elsewhere, stay; %s again takes back: %s"),
			app_key(app, app->contexts & CONTEXT_TABLE ? "undo-in-table" : "undo").text,
			_(newest.label));
	else if (passes)
		app_warn(app, "%s", _("nothing to undo: answers without names from before, or from elsewhere, stay"));
	app->undo_asked = app->undo_asked || passes;
	free(newest.label);
	return passes;
}

/* The screen is told before and after, so that it can go to where something changed. */
static void undo(struct app *app, bool forward)
{
	struct screen *screen = top(app);
	struct err err = { 0 };
	char *label = NULL;
	int done;

	if (!app->session || (!forward && passes_over(app)))
		return;
	app_flush_clock(app);
	if (screen->ops->undoing)
		screen->ops->undoing(app, screen);
	done = forward ? store_redo(app->store, app->session, &label, &err)
		       : store_undo(app->store, app->session, &label, &err);
	app_tick_clock(app);
	if (done < 0)
		app_fail(app, &err);
	else if (done == 0)
		app_say(app, "%s", forward ? _("nothing to do again") : _("nothing to undo"));
	else if (store_left(app->store) > 0)
		app_warn(app, forward ? _("done again: %s; but what others have changed since stays")
				      : _("undone: %s; but what others have changed since stays"), _(label));
	else if (forward)
		app_say(app, _("done again: %s"), _(label));
	else
		app_say(app, _("undone: %s"), _(label));
	if (done > 0 && screen->ops->undone)
		screen->ops->undone(app, screen);
	free(label);
}

static void draw_header(struct app *app, struct grid *grid, struct screen *screen)
{
	struct str left, right;

	str_init(&left);
	str_init(&right);
	if (screen->ops->header)
		screen->ops->header(app, screen, &left, &right);
	header_draw(grid, left.data, right.data);
	grid_repeat(grid, 0, 1, grid->width, STYLE_DIM, RULE);
	str_release(&left);
	str_release(&right);
}

/* In place of the lower rule; what needs more lines covers the last ones of the body. */
static void draw_status(const struct app *app, struct grid *grid)
{
	struct rect rect = { 1, 0, grid->width - 2, 0 };

	rect.height = grid_wrap(grid, rect, app->status_style, app->status);
	if (rect.height > STATUS_LINES)
		rect.height = STATUS_LINES;
	rect.y = grid->height - 1 - rect.height;
	for (int y = rect.y; y < grid->height - 1; y++)
		grid_repeat(grid, 0, y, grid->width, STYLE_NORMAL, " ");
	grid_wrap(grid, rect, app->status_style, app->status);
	spot_cover(grid, rect);
}

void app_draw(struct app *app, struct grid *grid)
{
	struct screen *screen = top(app);
	struct rect body = { 1, 2, grid->width - 2, grid->height - 4 };

	grid_clear(grid);
	grid->depth = app->screen_count;
	grid->contexts = app->contexts = app_contexts(app);
	grid->keys = app->settings.keys;
	grid->bare = screen->ops->bare;
	if (grid->bare) {
		screen->ops->draw(app, screen, grid, grid_rect(grid));
		return;
	}
	if (grid->width < LEAST_WIDTH || grid->height < LEAST_HEIGHT) {
		grid_wrap(grid, grid_rect(grid), STYLE_NORMAL,
			_("accord needs 40 columns and 12 lines; make the window larger"));
		return;
	}
	/* A screen may write on the lower rule, such as that there is more; what is said to the user goes before. */
	grid_repeat(grid, 0, grid->height - 2, grid->width, STYLE_DIM, RULE);
	screen->ops->draw(app, screen, grid, body);
	/* Where nothing is chosen or typed the cursor is where one begins to read. */
	if (grid->cursor_x < 0)
		grid_begin(grid, body.x, body.y);
	/* Only now the screen knows how much of it is in sight. */
	draw_header(app, grid, screen);
	if (app->status[0])
		draw_status(app, grid);
	if (prompt_is_open(app))
		prompt_draw(app, grid);
	else
		footer_draw(app->settings.keys, app_contexts(app), grid, 1, grid->height - 1, grid->width - 2);
}

static void say_how_to_quit(struct app *app)
{
	/* TRANSLATORS: %s is a key. */
	app_say(app, _("%s quits; everything is saved"), app_key(app, "quit").text);
}

/* What works on every screen, unless the screen used the key itself. */
static void common_action(struct app *app, enum action action)
{
	switch (action) {
	case ACT_BACK:
		/* One Esc too many must not end the program in front of the room. */
		if (app->screen_count == 1)
			say_how_to_quit(app);
		else
			app_pop(app);
		break;
	case ACT_QUIT:
		app->ended = true;
		break;
	case ACT_HELP:
		app_push(app, help_new(app->settings.keys, app_contexts(app)));
		break;
	case ACT_COMMAND:
		/* What the room sees has no place for it. */
		if (!top(app)->ops->bare)
			prompt_open(app);
		break;
	case ACT_REDRAW:
		app->anew = true;
		break;
	case ACT_SEARCH:
		search_open(app, "");
		break;
	case ACT_UNDO:
		undo(app, false);
		break;
	case ACT_REDO:
		undo(app, true);
		break;
	default:
		break;
	}
}

static void use_key(struct app *app, enum action action, const struct key *key)
{
	struct screen *screen = top(app);

	app->status[0] = '\0';
	if (!screen->ops->key(app, screen, action, key))
		common_action(app, action);
}

struct key_shown app_key(const struct app *app, const char *name)
{
	return keymap_show(app->settings.keys, app->contexts, name);
}

void app_act(struct app *app, enum action action)
{
	const struct key none = { .code = K_NONE };

	use_key(app, action, &none);
}

void app_take_key(struct app *app, const struct keymap *keys, const struct key *key)
{
	const struct action_entry *entry;

	if (prompt_is_open(app)) {
		prompt_key(app, key);
		return;
	}
	app->contexts = app_contexts(app);
	entry = keymap_find(keys, app->contexts, key);
	use_key(app, entry ? entry->action : ACT_NONE, key);
}

/* Every screen hears it: what lies below the top may have something to write down too. */
static void tick(struct app *app)
{
	for (int i = 0; i < app->screen_count; i++)
		if (app->screens[i]->ops->tick)
			app->screens[i]->ops->tick(app, app->screens[i]);
}

static void idle(struct app *app)
{
	for (int i = 0; i < app->screen_count; i++)
		if (app->screens[i]->ops->idle)
			app->screens[i]->ops->idle(app, app->screens[i]);
}

/* In how many milliseconds a screen has something to do or to show; -1 for never. The time box shows seconds. */
static int next_tick(const struct app *app)
{
	int soonest = -1;

	for (int i = 0; i < app->screen_count; i++) {
		const struct screen *screen = app->screens[i];
		int wait = screen->ops->tick   ? 1000 - (int)(clock_ticks() % 1000)
			   : screen->ops->wait ? screen->ops->wait(app, screen)
					       : -1;

		soonest = wait >= 0 && (soonest < 0 || wait < soonest) ? wait : soonest;
	}
	return soonest;
}

/*
 * Somebody else has changed the database: another terminal of this session, say. The screens go by the session as it is
 * now.
 */
static void catch_up(struct app *app)
{
	bool gone = store_gone(app->store) && !app->gone, changed = store_changed(app->store);
	struct err err = { 0 };

	if (!gone && !changed)
		return;
	app->gone = app->gone || gone;
	/* Whoever changed it may be gone by now, and the log not empty. */
	if (app->leads)
		store_unsettle(app->store);
	app->lost = app->session && store_reload(app->store, app->session, &err) != 0;
	if (app->lost)
		app_fail(app, &err);
	if (gone)
		app_warn(app, "%s", _("the database was deleted or replaced: start accord again"));
	for (int i = 0; i < app->screen_count; i++)
		if (app->screens[i]->ops->changed)
			app->screens[i]->ops->changed(app, app->screens[i]);
}

/* Whether a screen wants to know what others change though no session is open. */
static bool hears(const struct app *app)
{
	for (int i = 0; i < app->screen_count; i++)
		if (app->screens[i]->ops->changed)
			return true;
	return false;
}

/*
 * How long to wait for a key, in milliseconds: for ever where no screen has anything to do; and where changes are not
 * told, not long.
 */
static int patience(const struct app *app, int watch)
{
	int wait = next_tick(app), settles = store_settles_in(app->store);

	if (watch < 0 && (wait < 0 || wait > ASK_MILLISECONDS) && (app->session || hears(app)))
		wait = ASK_MILLISECONDS;
	if (settles >= 0 && (wait < 0 || wait > settles))
		wait = settles;
	return wait;
}

static void fit(struct app *app, struct grid *grid)
{
	int width, height;

	term_size(app->terminal, &width, &height);
	if (width == grid->width && height == grid->height)
		return;
	grid_release(grid);
	grid_init(grid, width, height);
	grid->linear = app->terminal->linear;
}

void app_run(struct app *app, struct screen *screen)
{
	struct grid grid = { 0 };
	int64_t ticked = clock_ticks();
	int watch = store_watch(app->store);

	term_watch(app->terminal, watch);
	app_push(app, screen);
	catch_up(app);
	if (app->settings.complaint)
		app_warn(app, "%s", app->settings.complaint);
	while (app->screen_count > 0 && !app->ended) {
		struct key key;

		fit(app, &grid);
		app_draw(app, &grid);
		term_paint(app->terminal, &grid, app->anew);
		term_read(app->terminal, &key, patience(app, watch));
		app_tick_clock(app);
		if (key.code == K_NONE)
			store_settle(app->store);
		/* Wherever one is, also where text is typed. */
		app->anew = key.code == K_CHAR && key.ctrl && key.text[0] == 'l';
		if (key.code == K_END_OF_INPUT)
			app->ended = true;
		else if (key.code == K_WAKE || (key.code == K_NONE && watch < 0))
			catch_up(app);
		else if (mouse_is(&key) && !prompt_is_open(app))
			mouse_take(app, &grid, &key);
		else if (key.code != K_NONE && key.code != K_RESIZE && !mouse_is(&key))
			app_take_key(app, app->settings.keys, &key);
		if (app->ended || key.code == K_NONE || clock_ticks() - ticked >= 900) {
			tick(app);
			ticked = clock_ticks();
		}
		if (key.code == K_NONE)
			idle(app);
		app_say_stood(app);
	}
	while (app->screen_count > 0)
		remove_top(app);
	prompt_free(app->prompt);
	app->prompt = NULL;
	grid_release(&grid);
	app_close_session(app);
}
