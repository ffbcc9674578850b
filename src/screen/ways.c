/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a step is answered, or all steps that say nothing of their own: a key each. */
#include "screen/ways.h"

#include "base/i18n.h"
#include "instrument/way.h"
#include "view/list.h"
#include "view/spot.h"

#include <stdlib.h>
#include <string.h>

#define NAME 14     /* columns */
#define MARK 11
#define ROOMY 15    /* lines from which empty ones part things */
#define UNDER 3     /* lines for what is said of the one at the cursor */
#define AS_SESSION (-1)

/* What can be chosen. */
struct choice {
	char key;
	bool naming; /* else a way */
	int value;   /* an enum naming or entry, or AS_SESSION */
};

static const struct choice choices[] = {
	{ '1', false, ENTRY_ROLL_CALL },
	{ '2', false, ENTRY_TALLY },
	{ '3', false, ENTRY_SEALED },
	{ '4', false, ENTRY_SEATS },
	{ '5', false, ENTRY_PASS },
	{ '6', false, ENTRY_PAPER },
	{ '0', false, AS_SESSION },
	{ 'n', true, NAMING_NAMED },
	{ 'a', true, NAMING_ANONYMOUS },
	{ 'b', true, NAMING_STEP },
};

struct ways {
	struct screen screen;
	struct list list;
	char *step;
	bool of_session;
	void (*chosen)(struct app *app);
};

static struct ways *ways_of(struct screen *screen)
{
	return (struct ways *)screen;
}

static const struct progress *progress_of(const struct app *app, const struct ways *ways)
{
	int at = session_step(app->session, ways->step);

	return at < 0 ? NULL : &app->session->steps[at];
}

static context_set ways_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_WAYS | CONTEXT_MOVE | CONTEXT_ANY;
}

static void ways_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	(void)app;
	(void)right;
	str_add(left, ways_of(screen)->of_session ? _("How the whole session is answered") : _("How this step is answered"));
}

/* The choices that there are: a session has none above it. */
static int offered(const struct ways *ways, const struct choice *out[COUNT_OF(choices)])
{
	int count = 0;

	for (size_t i = 0; i < COUNT_OF(choices); i++)
		if (!ways->of_session || choices[i].value != AS_SESSION)
			out[count++] = &choices[i];
	return count;
}

static enum naming naming_now(const struct app *app, const struct ways *ways)
{
	return ways->of_session ? app->session->naming : progress_of(app, ways)->naming;
}

static bool is_chosen(const struct app *app, const struct ways *ways, const struct choice *choice)
{
	const struct progress *progress = progress_of(app, ways);

	if (choice->naming)
		return naming_now(app, ways) == (enum naming)choice->value;
	if (ways->of_session)
		return app->session->entry == (enum entry)choice->value;
	return choice->value == AS_SESSION ? !progress->own_entry
					   : progress->own_entry && progress->entry == (enum entry)choice->value;
}

/* Why the step cannot have it; NULL where it can. */
static const char *hindrance(const struct app *app, const struct ways *ways, const struct choice *choice)
{
	const struct progress *progress = progress_of(app, ways);
	enum entry way = choice->value == AS_SESSION ? app->session->entry : (enum entry)choice->value;
	const char *why;

	if (ways->of_session)
		return NULL;
	if (choice->naming)
		return progress->step->hideable ? NULL : _("this step is answered as the question says");
	why = choice->value == AS_SESSION ? NULL : way_hindrance(progress->step, way);
	return why ? why : way_hindrance_now(progress, way);
}

/* What comes of a session's or of no naming, in a word or two; for free(). */
static char *naming_label(const struct app *app, const struct ways *ways, const struct choice *choice)
{
	const struct progress *progress = progress_of(app, ways);
	enum naming naming = (enum naming)choice->value;

	if (naming != NAMING_STEP || ways->of_session)
		return mem_strdup(naming_words(naming, ways->of_session));
	return mem_printf("%s: %s", naming_words(naming, false),
		step_is_anonymous(progress->step, NAMING_STEP, app->session->naming) ? _("anonymous") : _("by name"));
}

static void draw_choice(const struct app *app, const struct ways *ways, const struct choice *choice, struct grid *grid,
	struct rect line)
{
	bool barred = hindrance(app, ways, choice) != NULL, chosen = is_chosen(app, ways, choice);
	const struct progress *progress = progress_of(app, ways);
	enum style style = barred ? STYLE_DIM : chosen ? STYLE_STRONG : STYLE_NORMAL;
	bool follows = !ways->of_session && !choice->naming && !progress->own_entry &&
		       progress->entry == (enum entry)choice->value;

	grid_printf(grid, line.x + 2, line.y, 1, STYLE_KEY, "%c", choice->key);
	if (chosen || follows)
		grid_text_right(grid, line.x, line.y, line.width, chosen ? STYLE_STRONG : STYLE_DIM,
			follows ? _("(session)") : _("now"));
	line.width -= MARK;
	if (choice->naming) {
		char *label = naming_label(app, ways, choice);

		grid_text_cut(grid, line.x + 4, line.y, line.width - 4, style, label);
		free(label);
	} else if (choice->value == AS_SESSION) {
		char *label = mem_printf(_("as the session says: %s"), way_name(app->session->entry));

		grid_text_cut(grid, line.x + 4, line.y, line.width - 4, style, label);
		free(label);
	} else {
		grid_text_cut(grid, line.x + 4, line.y, NAME - 1, style, way_name((enum entry)choice->value));
		grid_text_cut(grid, line.x + 4 + NAME, line.y, line.width - 4 - NAME, STYLE_DIM,
			way_help((enum entry)choice->value));
	}
}

/* A line about what was chosen means, for free(). */
static char *meaning(const struct app *app, const struct ways *ways, const struct choice *choice)
{
	const char *why = hindrance(app, ways, choice);

	if (why)
		return mem_strdup(why);
	if (!choice->naming)
		return mem_strdup(choice->value == AS_SESSION ? _("Another way for the session is this step's as well.")
							      : way_help((enum entry)choice->value));
	if (choice->value == NAMING_ANONYMOUS)
		return mem_printf(P_("No name, time or order is kept with an answer; fewer than %d of a side are not shown.",
					  "No name, time or order is kept with an answer; fewer than %d of a side are not"
					  " shown.", app->session->n_min), app->session->n_min);
	if (choice->value == NAMING_NAMED)
		return mem_strdup(_("It is kept who answered what, and shown after the reveal where that helps."));
	return mem_strdup(ways->of_session ? _("What stands in the bank holds: some questions are anonymous, others are not.")
					   : _("What the session says holds, or else the bank."));
}

static void draw_meaning(const struct app *app, const struct ways *ways, const struct choice *choice,
	struct grid *grid, struct rect rect)
{
	char *text = meaning(app, ways, choice);

	grid_wrap(grid, rect, hindrance(app, ways, choice) ? STYLE_WARN : STYLE_NORMAL, text);
	free(text);
}

static void ways_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct ways *ways = ways_of(screen);
	const struct choice *shown[COUNT_OF(choices)];
	bool roomy = body.height >= ROOMY;
	int top, gap = 0, height = body.height - (roomy ? UNDER + 2 : UNDER);

	if (!progress_of(app, ways)) {
		grid_wrap(grid, body, STYLE_WARN, _("This step is not on the agenda any more."));
		return;
	}
	list_count(&ways->list, offered(ways, shown));
	top = list_scroll(&ways->list, height);
	list_more(&ways->list, grid);
	for (int i = 0; i < ways->list.height && top + i < ways->list.count; i++) {
		const struct choice *choice = shown[top + i];
		struct rect line = { body.x, body.y + i + gap, body.width, 1 };
		struct key key = { .code = K_CHAR, .text = { choice->key, '\0' } };

		if (roomy && choice->naming && !gap) {
			gap = 1;
			line.y++;
		}
		draw_choice(app, ways, choice, grid, line);
		spot_key(grid, line, &key);
		if (top + i != ways->list.cursor)
			continue;
		grid_paint(grid, line, STYLE_SELECTED);
		grid_cursor(grid, line.x, line.y);
	}
	draw_meaning(app, ways, shown[ways->list.cursor], grid,
		(struct rect){ body.x, body.y + body.height - UNDER + !roomy, body.width, UNDER - !roomy });
}

static void choose_for_session(struct changes *changes, const struct choice *choice)
{
	if (choice->naming)
		change_session(changes, "naming", naming_name((enum naming)choice->value));
	else
		change_session(changes, "entry", entry_name((enum entry)choice->value));
}

static void choose_for_step(struct changes *changes, const char *step, const struct choice *choice)
{
	if (choice->naming)
		change_step_naming(changes, step, (enum naming)choice->value);
	else
		change_step_entry(changes, step, choice->value == AS_SESSION ? ENTRIES : (enum entry)choice->value);
}

/* What was chosen, and where the step goes its own way, that it does. */
static void say_chosen(struct app *app, const struct ways *ways, const struct choice *choice)
{
	const struct progress *progress = progress_of(app, ways);

	if (!choice->naming && progress->entry != way_of(progress))
		app_say(app, _("%s; this step by roll call: %s"), way_name(progress->entry),
			way_hindrance(progress->step, progress->entry));
	else if (!choice->naming && ways->of_session && progress->own_entry)
		app_say(app, _("the session: %s; this step keeps its own way: %s"), way_name(app->session->entry),
			way_name(progress->entry));
	else if (!choice->naming)
		app_say(app, "%s: %s", way_name(progress->entry), way_help(progress->entry));
	else if (ways->of_session)
		app_say(app, _("the session: %s; steps that were begun stay as they are"),
			naming_words(app->session->naming, true));
	else
		app_say(app, "%s", progress->anonymous ? _("anonymous: no name, time or order is kept with an answer")
						       : _("by name: it is kept who answered what"));
}

static void choose(struct app *app, struct ways *ways, const struct choice *choice)
{
	const char *why = hindrance(app, ways, choice);
	struct changes changes = { 0 };

	if (why) {
		app_warn(app, "%s", why);
		return;
	}
	changes_label(&changes, choice->naming ? N_("names or none") : N_("way of answering"));
	if (ways->of_session)
		choose_for_session(&changes, choice);
	else
		choose_for_step(&changes, ways->step, choice);
	if (!app_apply(app, &changes))
		return;
	if (progress_of(app, ways))
		say_chosen(app, ways, choice);
	ways->chosen(app);
	app_pop(app);
}

static bool ways_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct ways *ways = ways_of(screen);
	const struct choice *shown[COUNT_OF(choices)];
	int count = offered(ways, shown);

	if (!progress_of(app, ways))
		return false;
	for (int i = 0; i < count; i++) {
		if (!key_is(key, shown[i]->key))
			continue;
		ways->list.cursor = i;
		choose(app, ways, shown[i]);
		return true;
	}
	list_count(&ways->list, count);
	if (action == ACT_TOGGLE) {
		ways->of_session = !ways->of_session;
		return true;
	}
	if (action != ACT_ENTER)
		return list_act(&ways->list, action);
	choose(app, ways, shown[ways->list.cursor]);
	return true;
}

/* The cursor begins where it is now. */
static void ways_enter(struct app *app, struct screen *screen)
{
	struct ways *ways = ways_of(screen);
	const struct choice *shown[COUNT_OF(choices)];
	int count = progress_of(app, ways) ? offered(ways, shown) : 0;

	list_count(&ways->list, count);
	for (int i = count - 1; i >= 0; i--)
		if (!shown[i]->naming && is_chosen(app, ways, shown[i]))
			ways->list.cursor = i;
}

static void ways_free(struct app *app, struct screen *screen)
{
	(void)app;
	free(ways_of(screen)->step);
	free(screen);
}

static const struct screen_ops ways_ops = {
	.name = "ways",
	.contexts = ways_contexts,
	.draw = ways_draw,
	.header = ways_header,
	.key = ways_key,
	.enter = ways_enter,
	.free = ways_free,
};

struct screen *ways_new(const char *step, void (*chosen)(struct app *app))
{
	struct ways *ways = mem_zalloc(1, sizeof *ways);

	ways->screen.ops = &ways_ops;
	ways->step = mem_strdup(step);
	ways->chosen = chosen;
	return &ways->screen;
}
