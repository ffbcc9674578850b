/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What whoever has the keyboard sees. */
#include "screen/pass-parts.h"

#include "base/i18n.h"
#include "instrument/answerers.h"

#include <stdlib.h>
#include <string.h>

#define MASK "\xe2\x97\x8f"
#define OPEN "\xc2\xb7"
#define LEAST_WIDTH 40
#define LEAST_HEIGHT 12
#define WIDTH 76     /* no line is longer */
#define ANSWERS 5    /* lines for answers and what is to be done */
#define TYPED 3      /* lines for a text that shows */

/* Writes below what stands there already. */
static void write(struct grid *grid, struct rect *rect, enum style style, const char *text)
{
	int lines = grid_wrap(grid, *rect, style, text);

	lines = lines < rect->height ? lines : rect->height;
	rect->y += lines;
	rect->height -= lines;
}

static void skip(struct rect *rect, int lines)
{
	lines = lines < rect->height ? lines : rect->height;
	rect->y += lines;
	rect->height -= lines;
}

/* What is to be read next; line by line it is told in order. */
static void focus(struct grid *grid, const struct rect *rect)
{
	if (!grid->linear)
		grid_cursor(grid, rect->x, rect->y);
}

static void draw_leaving(struct grid *grid, struct rect rect)
{
	skip(&rect, rect.height / 3);
	focus(grid, &rect);
	write(grid, &rect, STYLE_PROMPT, _("Does the facilitator want the keyboard back?"));
	skip(&rect, 1);
	write(grid, &rect, STYLE_NORMAL, _("y goes back to the step. Any other key goes on here."));
}

static void draw_hand(const struct app *app, const struct pass *pass, struct grid *grid, struct rect rect)
{
	const struct person *person = session_person(app->session, pass->person);
	struct rect below = rect;
	char *text = mem_printf(_("Hand the keyboard to %s (%s)."), person->name,
		app->session->bank->sides[person->side].name);

	skip(&rect, rect.height / 3);
	if (pass->thanks)
		write(grid, &rect, STYLE_GOOD, _("Thank you."));
	skip(&rect, pass->thanks);
	if (pass->problem[0])
		write(grid, &rect, STYLE_WARN, pass->problem);
	focus(grid, &rect);
	write(grid, &rect, STYLE_PROMPT, text);
	skip(&rect, 1);
	write(grid, &rect, STYLE_NORMAL, _("Is it yours? Enter begins. Nobody else should look."));
	free(text);
	below.y += below.height - 1;
	below.height = 1;
	/* TRANSLATORS: both %s are keys. */
	text = mem_printf(_("%s not here   %s: somebody else first   Esc ends"), app_key(app, "not-here").text,
		app_key(app, "down").text);
	grid_text_cut(grid, below.x, below.y, below.width, STYLE_DIM, text);
	free(text);
}

/* Marks that say that something is there: not what, nor how long it is. */
static const char *mark(const struct pass *pass, enum which which)
{
	return pass->answers[which] ? MASK : OPEN;
}

static void draw_field(const struct pass *pass, const struct answering *answering, struct grid *grid, struct rect rect)
{
	struct field shown;

	if (answering->shows_typing) {
		field_init(&shown, pass->stage.field.text.data);
		shown.at = pass->stage.field.at;
	} else {
		field_init(&shown, pass->stage.field.text.length ? MASK : "");
	}
	field_draw(&shown, grid, rect);
	field_release(&shown);
}

static void draw_answer(const struct pass *pass, const struct answering *answering, enum which which,
	const char *question, struct grid *grid, struct rect *rect)
{
	bool here = pass->stage.which == which && !pass_is_ready(pass);

	if (rect->height < 1)
		return;
	if (grid->linear) {
		grid_printf(grid, rect->x, rect->y, rect->width, STYLE_NORMAL, pass->answers[which] ? _("%s answered") : "%s",
			question);
		grid_hear(grid, rect->y, HEARD_ON_DEMAND);
		if (here)
			grid_cursor(grid, rect->x, rect->y);
		skip(rect, 1);
		return;
	}
	grid_text(grid, rect->x, rect->y, 2, STYLE_STRONG, here ? "\xe2\x96\xb8" : " ");
	if (here && pass->stage.editing) {
		int lines = answering->shows_typing && rect->height > TYPED + 1 ? TYPED : 1;

		grid_text_cut(grid, rect->x + 2, rect->y, rect->width - 2, STYLE_STRONG, question);
		skip(rect, 1);
		draw_field(pass, answering, grid, (struct rect){ rect->x + 2, rect->y, rect->width - 2, lines });
		skip(rect, lines);
		return;
	}
	grid_text(grid, rect->x + 2, rect->y, 2, STYLE_NORMAL, mark(pass, which));
	grid_text_cut(grid, rect->x + 4, rect->y, rect->width - 4, here ? STYLE_STRONG : STYLE_NORMAL, question);
	if (here)
		grid_cursor(grid, rect->x + 2, rect->y);
	skip(rect, 1);
}

static void draw_answers(const struct app *app, const struct pass *pass, const struct answering *answering,
	struct grid *grid, struct rect rect)
{
	const struct person *person = session_person(app->session, pass->person);
	bool ready = pass_is_ready(pass), parts = pass->stage.progress->step->part_count > 0;

	if (!parts && pass->wants[OWN])
		draw_answer(pass, answering, OWN, _("Your own answer"), grid, &rect);
	if (!parts && pass->wants[PREDICTION]) {
		char *question = mem_printf(_("Your guess: what will %s say?"),
			app->session->bank->sides[1 - person->side].name);

		draw_answer(pass, answering, PREDICTION, question, grid, &rect);
		free(question);
	}
	if (rect.height > 2)
		skip(&rect, 1);
	if (ready)
		focus(grid, &rect);
	if (app->status[0])
		write(grid, &rect, STYLE_WARN, app->status);
	else if (pass->problem[0])
		write(grid, &rect, STYLE_WARN, pass->problem);
	else if (ready)
		write(grid, &rect, STYLE_KEY, _("Enter hands it in. Backspace corrects it."));
	else if (pass->stage.editing)
		write(grid, &rect, STYLE_DIM, _("Type it, then Enter. Enter alone: can't say."));
}

static void draw_ask(const struct app *app, struct pass *pass, struct grid *grid, struct rect rect)
{
	const struct progress *progress = pass->stage.progress;
	const struct instrument *instrument = instrument_find(progress->step->kind);
	const struct answering *answering = instrument->answering;
	int lines = 0;

	grid_text_cut(grid, rect.x, rect.y, rect.width, STYLE_DIM, session_person(app->session, pass->person)->name);
	skip(&rect, rect.height > LEAST_HEIGHT ? 2 : 1);
	write(grid, &rect, STYLE_PROMPT, progress->step->prompt);
	write(grid, &rect, STYLE_DIM,
		progress->anonymous ? _("Anonymous: no name is kept with an answer.")
				    : _("Your name is kept with your answer."));
	skip(&rect, rect.height > ANSWERS + 3);
	if (instrument->above)
		skip(&rect, instrument->above(&pass->stage, grid, (struct rect){ rect.x, rect.y, rect.width, rect.height - ANSWERS }));
	/* That of a text is about going from one person to the next. */
	if (answering->legend && !answering->shows_typing && rect.height > ANSWERS)
		lines = answering->legend(&pass->stage, grid,
			(struct rect){ rect.x, rect.y, rect.width, rect.height - ANSWERS });
	skip(&rect, lines + (rect.height - lines > ANSWERS));
	draw_answers(app, pass, answering, grid, rect);
}

void pass_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect rect)
{
	struct pass *pass = (struct pass *)screen;

	if (rect.width < LEAST_WIDTH || rect.height < LEAST_HEIGHT) {
		grid_wrap(grid, rect, STYLE_NORMAL, _("accord needs 40 columns and 12 lines; make the window larger"));
		return;
	}
	grid->hidden = true;
	grid->page = 2 * pass->person + pass->asks;
	pass->stage.session = app->session;
	pass->stage.progress = app->session ? pass_progress(app, pass) : NULL;
	rect = (struct rect){ rect.x + 2, rect.y + 1, rect.width - 4, rect.height - 2 };
	rect.width = rect.width < WIDTH ? rect.width : WIDTH;
	if (!pass->stage.progress || !session_person(app->session, pass->person))
		return;
	if (pass->leaving)
		draw_leaving(grid, rect);
	else if (pass->asks)
		draw_ask(app, pass, grid, rect);
	else
		draw_hand(app, pass, grid, rect);
}
