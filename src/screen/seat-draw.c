/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows at a seat: what is asked, that person's own answer, and the result once it is revealed. */
#include "screen/seat-parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/answerers.h"

#include <stdlib.h>
#include <string.h>

#define RESULT_WIDTH 100
#define ROOMY 12 /* lines from which an empty one parts things */
#define NARROW 60 /* columns below which less is said */
#define OWN_LINES 3 /* of one's own answer, once it shows */

void seat_header(struct app *app, struct screen *screen, struct str *left, struct str *right)
{
	const struct person *person = session_person(app->session, seat_of(screen)->person);
	const struct progress *progress = seat_progress(app, seat_of(screen));

	if (person)
		str_printf(left, "%s \xc2\xb7 %s", person->name, app->session->bank->sides[person->side].name);
	str_add(right, app->session->title);
	if (progress)
		str_printf(right, "\t  %s", progress->module->title);
}

/* In place of a question. */
static void draw_words(const struct app *app, enum sitting sitting, struct grid *grid, struct rect rect)
{
	const char *words = _("Look at the screen in front: the room works on this together.");
	char *over = NULL;

	switch (sitting) {
	case SITTING_IDLE:
		words = _("The workshop has not begun yet. What is asked will appear here by itself.");
		break;
	case SITTING_OVER:
		/* TRANSLATORS: %s is a key. */
		over = mem_printf(app->session->halt == HALT_CANCELLED
					  ? _("The session is cancelled: nothing is asked any more. %s leaves.")
					  : _("The session is finished. Thank you for taking part. %s leaves."),
			app_key(app, "quit").text);
		break;
	case SITTING_ASIDE:
		words = _("The session is set aside. When it goes on, so does this seat.");
		break;
	case SITTING_OTHERWISE:
		words = _("Look at the screen in front: the room answers this in another way.");
		break;
	case SITTING_REVEALED:
		words = _("The screen in front is blank for now.");
		break;
	default:
		break;
	}
	grid_wrap(grid, rect, STYLE_DIM, over ? over : words);
	free(over);
}

static void draw_result(struct app *app, struct seat *seat, const struct progress *progress, struct grid *grid,
	struct rect rect)
{
	struct doc doc = { 0 };
	struct layout layout;

	step_summarise(app->session, progress, seat->stage.today, &doc);
	if (grid->linear)
		doc_in_words(&doc);
	layout_init(&layout, &doc, rect.width > RESULT_WIDTH && !grid->linear ? RESULT_WIDTH : rect.width);
	layout_draw(&layout, grid, rect, scroll_fit(&seat->scroll, (int)layout.count, rect.height));
	scroll_more(&seat->scroll, grid);
	layout_release(&layout);
	doc_release(&doc);
}

/* An answer in words, for free(). */
static char *answer_words(const struct step *step, const char *answer)
{
	if (!answer)
		return mem_strdup(_("nothing yet"));
	if (strcmp(answer, ANSWER_CANT_SAY) == 0)
		return mem_strdup(_("can't say"));
	if (strcmp(answer, ANSWER_NOT_HERE) == 0)
		return mem_strdup(_("not here"));
	return instrument_find(step->kind)->answering->show(step, answer);
}

/* Masked until the person asks for it: somebody may look over their shoulder. */
static int draw_own(const struct seat *seat, const struct progress *progress, struct grid *grid, struct rect rect)
{
	char *own = answer_words(progress->step, seat->answers[OWN]);
	char *guess = answer_words(progress->step, seat->answers[PREDICTION]);
	char *text = progress->step->predict ? mem_printf(_("You said: %s. Your guess: %s"), own, guess)
					     : mem_printf(_("You said: %s"), own);
	int lines;

	lines = grid_wrap(grid, (struct rect){ rect.x, rect.y, rect.width, 0 }, STYLE_STRONG, text);
	if (lines > OWN_LINES)
		lines = OWN_LINES;
	grid_wrap(grid, (struct rect){ rect.x, rect.y + rect.height - lines, rect.width, lines }, STYLE_STRONG, text);
	free(text);
	free(guess);
	free(own);
	return lines;
}

/* Whether the person has answered all, how many have, and how many are here. */
static bool count_answers(const struct seat *seat, const struct progress *progress, int *answered, int *here)
{
	struct answerers answerers;
	bool done = false;

	*answered = *here = 0;
	answerers_init(&answerers, seat->stage.session, progress->step);
	for (int i = 0; i < answerers.count; i++) {
		const struct answerer *answerer = &answerers.items[i];
		bool complete = answerer_done(progress, answerer);

		if (answerer->id == seat->person)
			done = complete && !answerer_is_away(progress, answerer);
		if (answerer_is_away(progress, answerer))
			continue;
		*answered += complete;
		++*here;
	}
	answerers_release(&answerers);
	return done;
}

static int draw_state(const struct seat *seat, const struct progress *progress, struct grid *grid, struct rect rect)
{
	int answered, here, lines;
	bool done = count_answers(seat, progress, &answered, &here);
	char *text;

	if (seat->sealed)
		text = mem_strdup(
			_("Your answer is in; it is anonymous and cannot be changed from here any more."));
	else if (done && rect.width < NARROW)
		text = mem_printf(_("Answered (%d of %d)."), answered, here);
	else if (done && answered < here)
		text = mem_printf(_("Answered; waiting for the others (%d of %d)."), answered, here);
	else if (done)
		text = mem_printf(_("Answered; so has everybody (%d of %d)."), answered, here);
	else
		text = mem_printf(_("%d of %d have answered."), answered, here);
	lines = grid_wrap(grid, (struct rect){ rect.x, rect.y, rect.width, 0 }, STYLE_DIM, text);
	grid_wrap(grid, (struct rect){ rect.x, rect.y + rect.height - lines, rect.width, lines },
		done ? STYLE_GOOD : STYLE_DIM, text);
	free(text);
	return lines;
}

static void draw_question(struct seat *seat, const struct progress *progress, struct grid *grid, struct rect rect)
{
	rect.height -= draw_state(seat, progress, grid, rect);
	if (seat->shows && !seat->sealed && rect.height > 0)
		rect.height -= draw_own(seat, progress, grid, rect);
	if (rect.height > 0)
		stage_draw(&seat->stage, grid, rect);
}

void seat_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body)
{
	struct seat *seat = seat_of(screen);
	const struct progress *progress = seat_progress(app, seat);
	enum sitting sitting;

	seat_refresh(app, seat);
	sitting = seat->sitting;
	grid->page = session_step(app->session, app->session->place) + 1;
	if (progress && sitting != SITTING_IDLE && sitting != SITTING_OVER && sitting != SITTING_ASIDE) {
		int lines = grid_wrap(grid, body, STYLE_PROMPT, progress->step->prompt) + (body.height >= ROOMY);

		body.y += lines;
		body.height -= lines;
	}
	if (sitting == SITTING_ASKED)
		draw_question(seat, progress, grid, body);
	else if (sitting == SITTING_REVEALED && !app->session->blank)
		draw_result(app, seat, progress, grid, body);
	else
		draw_words(app, sitting, grid, body);
}
