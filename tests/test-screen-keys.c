/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every screen under keys that nobody would press, on a terminal whose size changes all the time. */
#include "instrument/instrument.h"
#include "screen/actions.h"
#include "screen/agenda.h"
#include "screen/app.h"
#include "screen/export.h"
#include "screen/gaps.h"
#include "screen/home.h"
#include "screen/item-form.h"
#include "screen/items.h"
#include "screen/merge.h"
#include "screen/modules.h"
#include "screen/people.h"
#include "screen/prompt.h"
#include "screen/present.h"
#include "screen/read.h"
#include "screen/seat.h"
#include "screen/setup.h"
#include "screen/timing.h"
#include "screen/workshop.h"

#include "base/date.h"
#include "kept.h"
#include "room.h"
#include "run.h"
#include "view/spot.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHECKS 12 /* looks at what is kept, on the way */

struct monkey {
	struct terminal term;
	struct app *app;
	struct rng rng;
	const struct grid *shown;
	int width, height, keys, most;
};

static void monkey_size(struct terminal *term, int *width, int *height)
{
	const struct monkey *monkey = (struct monkey *)term;

	*width = monkey->width;
	*height = monkey->height;
}

/* A screen is in contexts of which it is known that they hold together: they are looked through for keys that clash. */
static void check_contexts(const struct app *app)
{
	size_t count;
	const context_set *together = action_together(&count);

	for (size_t i = 0; i < count; i++)
		if ((together[i] & ~CONTEXT_FIRST) == (app_contexts(app) & ~CONTEXT_FIRST))
			return;
	ck_abort_msg("action_together lacks 0x%" PRIx64 " of '%s'", app_contexts(app),
		app->screens[app->screen_count - 1]->ops->name);
}

static bool has_style(const struct grid *grid, enum style style)
{
	for (int i = 0; i < grid->width * grid->height; i++)
		if (grid->glyphs[i].style == style)
			return true;
	return false;
}

/*
 * The cursor is where the next key does something, for those who see little of the screen, or hear it: in the text that
 * is typed, on what is chosen, or at the beginning of what is read.
 */
static void check_cursor(const struct app *app, const struct grid *grid)
{
	const char *name = app->screens[app->screen_count - 1]->ops->name;
	enum style at, before;

	/* The audience's screen is only looked at. */
	if (grid->width < 40 || grid->height < 12 || app->screens[app->screen_count - 1]->ops->bare)
		return;
	if (grid->cursor_x < 0 || grid->cursor_y < 1)
		ck_abort_msg("no cursor on '%s'", name);
	at = grid->glyphs[grid->cursor_y * grid->width + grid->cursor_x].style;
	before = grid->cursor_x > 0 ? grid->glyphs[grid->cursor_y * grid->width + grid->cursor_x - 1].style : STYLE_NORMAL;
	if (has_style(grid, STYLE_INPUT) ? at != STYLE_INPUT && before != STYLE_INPUT
					 : has_style(grid, STYLE_SELECTED) && at != STYLE_SELECTED)
		ck_abort_msg("the cursor of '%s' is elsewhere: %d, %d", name, grid->cursor_x, grid->cursor_y);
}

static void monkey_paint(struct terminal *term, const struct grid *grid, bool anew)
{
	struct monkey *monkey = (struct monkey *)term;

	(void)anew;
	monkey->shown = grid;
	ck_assert_int_eq(grid->width, monkey->width);
	ck_assert_int_eq(grid->height, monkey->height);
	room_check_grid(grid);
	check_cursor(monkey->app, grid);
	check_contexts(monkey->app);
}

/* Whether the key would write a file: where that lands is nothing to leave to chance. */
static bool writes(const struct monkey *monkey, const struct key *key)
{
	const struct spot *spot = key->code == K_MOUSE ? spot_at(monkey->shown, key->x, key->y) : NULL;
	context_set contexts = app_contexts(monkey->app);
	enum action action = action_find(contexts, spot ? &spot->key : key);
	const char *line = prompt_text(monkey->app);

	/* By name as well: "export", "people-file". */
	if (line)
		return key->code == K_ENTER && strchr("EePp", line[strspn(line, " ")]);
	return action == ACT_EXPORT || (action == ACT_FILE && contexts & CONTEXT_PEOPLE);
}

/* A click somewhere, also beside the screen; or the wheel. */
static void mouse(struct monkey *monkey, struct key *key)
{
	static const enum key_code codes[] = { K_MOUSE, K_MOUSE, K_MOUSE, K_WHEEL_UP, K_WHEEL_DOWN };

	*key = (struct key){
		.code = codes[rng_below(&monkey->rng, COUNT_OF(codes))],
		.x = (int)rng_below(&monkey->rng, (uint32_t)monkey->width + 2) - 1,
		/* The last line has most of what a click can do. */
		.y = rng_below(&monkey->rng, 3) ? (int)rng_below(&monkey->rng, (uint32_t)monkey->height + 2) - 1
						: monkey->height - 1,
	};
}

static void monkey_read(struct terminal *term, struct key *key, int timeout)
{
	struct monkey *monkey = (struct monkey *)term;

	(void)timeout;
	*key = (struct key){ .code = K_END_OF_INPUT };
	if (monkey->app->session && (monkey->keys % (monkey->most / CHECKS) == 0 || monkey->keys >= monkey->most))
		kept_check(monkey->app->store, monkey->app->session);
	if (monkey->keys++ >= monkey->most)
		return;
	if (rng_below(&monkey->rng, 20) == 0) {
		monkey->width = rng_below(&monkey->rng, 4) ? 40 + (int)rng_below(&monkey->rng, 100)
							    : 1 + (int)rng_below(&monkey->rng, 60);
		monkey->height = rng_below(&monkey->rng, 4) ? 12 + (int)rng_below(&monkey->rng, 30)
							     : 1 + (int)rng_below(&monkey->rng, 20);
		*key = (struct key){ .code = K_RESIZE };
		return;
	}
	if (rng_below(&monkey->rng, 20) == 0) {
		/* A second passes: what is typed is written down. */
		clock_advance(1 + (int64_t)rng_below(&monkey->rng, 40));
		*key = (struct key){ .code = K_NONE };
		return;
	}
	do
		if (rng_below(&monkey->rng, 10) == 0)
			mouse(monkey, key);
		else
			room_key(&monkey->rng, key);
	while (writes(monkey, key));
}

static void monkey_close(struct terminal *term)
{
	(void)term;
}

static const struct terminal_ops monkey_ops = {
	.size = monkey_size,
	.paint = monkey_paint,
	.read = monkey_read,
	.close = monkey_close,
};

static void go_nowhere(struct app *app, const char *step)
{
	ck_assert_int_ge(session_step(app->session, step), 0);
}

static const struct step *register_of(const struct app *app, const char *analysis)
{
	for (size_t i = 0; i < app->session->step_count; i++) {
		const struct step *step = app->session->steps[i].step;

		if (step->analysis && strcmp(step->analysis, analysis) == 0)
			return step;
	}
	return NULL;
}

static struct screen *make_home(struct app *app)
{
	return home_new(app);
}

static struct screen *make_setup(struct app *app)
{
	return setup_new(app);
}

static struct screen *make_workshop(struct app *app)
{
	return workshop_new(app);
}

static struct screen *make_people(struct app *app)
{
	(void)app;
	return people_new(true);
}

static struct screen *make_agenda(struct app *app)
{
	return agenda_new(app, go_nowhere);
}

static struct screen *make_time(struct app *app)
{
	return timing_new(app);
}

static struct screen *make_items(struct app *app)
{
	(void)app;
	return items_new();
}

static struct screen *make_gaps(struct app *app)
{
	(void)app;
	return gaps_new(go_nowhere);
}

static struct screen *make_merge(struct app *app)
{
	return merge_new(app, register_of(app, "overlap"));
}

static struct screen *make_summary(struct app *app)
{
	return summary_new(app);
}

static struct screen *make_present(struct app *app)
{
	return present_new(app, false);
}

/* At the next question that each answers. */
static struct screen *make_seat(struct app *app)
{
	static bool removed;
	int count = (int)app->session->step_count, at = session_step(app->session, app->session->place);
	struct changes changes = { 0 };
	const struct step *step = NULL;

	for (int i = 1; i <= count && !(step && step->by == BY_PERSON && instrument_find(step->kind)->answering); i++)
		step = app->session->steps[(at + i) % count].step;
	ck_assert_int_eq(store_place(app->store, app->session, step->key, NULL), 0);
	change_session(&changes, "state", session_state_name(SESSION_RUNNING));
	ck_assert(app_apply(app, &changes));
	return seat_new(app, app->session->people[0].id, &removed);
}

static struct screen *make_help(struct app *app)
{
	(void)app;
	return help_new(NULL, CONTEXT_BIT(CONTEXTS) - 1);
}

static struct screen *make_action(struct app *app)
{
	return item_form(app, ITEM_ACTION, app->session->steps[1].step->key);
}

/* It opens sessions by itself. */
static struct screen *make_actions(struct app *app)
{
	app_close_session(app);
	return actions_new(app);
}

static void forget_module(struct app *app, const char *module)
{
	(void)app;
	(void)module;
}

static struct screen *make_modules(struct app *app)
{
	return modules_new(app, 0, forget_module);
}

static struct screen *(*const makers[])(struct app *app) = {
	make_home, make_setup, make_workshop, make_people, make_agenda, make_items,
	make_gaps, make_merge, make_summary, make_present, make_help, make_action,
	make_modules, make_time, make_seat, make_actions,
};

/* Each screen has twice as many: once nothing is answered, once everything. */
static int keys_to_press(void)
{
	const char *storm = getenv("STORM_KEYS");

	int keys = storm ? (int)strtol(storm, NULL, 10) / 2 : room_keys(2000);

	return keys > CHECKS ? keys : CHECKS;
}

/* The same screen again and again, as many keys lead out of it. */
static void play(struct monkey *monkey, const struct room *room, struct screen *(*make)(struct app *app))
{
	struct app app = { 0 };

	monkey->app = &app;
	while (monkey->keys < monkey->most) {
		char id[SESSION_ID_LENGTH + 1];
		struct err err = { 0 };

		app = (struct app){ .store = room->store, .terminal = &monkey->term };
		/* The keys may have deleted it, and everything else too. */
		if (store_resolve(room->store, "last", id, &err) != 0)
			break;
		ck_assert_msg(app_open(&app, id), "%s", app.status);
		app_run(&app, make(&app));
		ck_assert_ptr_null(app.session);
	}
	monkey->app = NULL;
}

START_TEST(survives_any_keys)
{
	struct monkey monkey = { .term.ops = &monkey_ops, .width = 80, .height = 24 };
	struct room room;

	ck_assert_int_eq(chdir(getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp"), 0);
	monkey.most = keys_to_press();
	rng_seed(&monkey.rng, 100 + (uint64_t)_i);
	room_open(&room, 7, _i % 2);
	play(&monkey, &room, makers[_i / 2]);
	kept_check_copy(room.store);
	room_close(&room);
}
END_TEST

/* The workshop and the gaps of banks whose steps the default workshop does not begin with. */
START_TEST(survives_any_keys_in_other_banks)
{
	static const char *const banks[] = { "charter.yaml", "stakes.yaml", "votes.yaml" };
	struct monkey monkey = { .term.ops = &monkey_ops, .width = 80, .height = 24 };
	struct room room;

	ck_assert_int_eq(chdir(getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp"), 0);
	monkey.most = keys_to_press();
	rng_seed(&monkey.rng, 200 + (uint64_t)_i);
	room_open_bank(&room, banks[_i / 2], 7);
	play(&monkey, &room, _i % 2 ? make_gaps : make_workshop);
	kept_check_copy(room.store);
	room_close(&room);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("screens under any keys");
	TCase *tc = tcase_create("keys");

	tcase_set_timeout(tc, 300);
	tcase_add_loop_test(tc, survives_any_keys, 0, 2 * (int)COUNT_OF(makers));
	tcase_add_loop_test(tc, survives_any_keys_in_other_banks, 0, 6);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
