/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roll call and tally for those who hear them: whose turn it is, in words. */
#include "instrument/rollcall.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/answerers.h"
#include "instrument/sealed.h"

#include <stdlib.h>
#include <string.h>

/* "Ana Alvarez (Sales)"; a side and the room go by their names. For free(). */
static char *name_of(const struct stage *stage, const struct answerer *answerer)
{
	if (answerer->id > 0 && answerer->side != SIDE_NONE)
		return mem_printf("%s (%s)", answerer->name, stage->session->bank->sides[answerer->side].name);
	return mem_strdup(answerer->name);
}

static const char *state_of(bool answered)
{
	return answered ? _("answered") : _("open");
}

/* How far somebody is, in words; for free(). */
static char *progress_of(const struct stage *stage, const struct answerer *answerer)
{
	const struct progress *progress = stage->progress;

	if (answerer_is_away(progress, answerer))
		return mem_strdup(_("not here"));
	if (progress->step->part_count > 0)
		return mem_printf(_("%d of %zu answered"), answerer_parts(progress, answerer),
			progress->step->part_count);
	if (progress->step->predict)
		return mem_printf(_("own answer %s, guess %s"), state_of(answerer_has(progress, answerer, OWN)),
			state_of(answerer_has(progress, answerer, PREDICTION)));
	return mem_strdup(state_of(answerer_has(progress, answerer, OWN)));
}

/* What is asked of somebody now, and whether it is there; for free(). */
static char *question_of(const struct stage *stage, const struct answerer *answerer)
{
	const struct progress *progress = stage->progress;
	bool parts = progress->step->part_count > 0;
	bool answered = parts ? answerer_part(progress, answerer, stage->column) != PART_OPEN
			      : answerer_has(progress, answerer, stage->which);
	struct str out;

	str_init(&out);
	if (parts && !stage->editing)
		str_printf(&out, _(", question %d of %zu"), stage->column + 1, progress->step->part_count);
	else if (progress->step->predict)
		str_add(&out, stage->which == OWN ? _(", own answer") : _(", guess of the other side"));
	if (answerer_is_away(progress, answerer))
		str_add(&out, _(", not here"));
	else if (answered)
		str_add(&out, _(", answered"));
	return out.data;
}

/* What is in the field, where it may be seen. */
static const char *typed(const struct stage *stage, const struct answering *answering)
{
	bool shows = answering->shows_typing || stage->progress->step->by == BY_ROOM;

	return stage->editing && shows ? stage->field.text.data : "";
}

static void draw_answerer(const struct stage *stage, const struct answering *answering, struct grid *grid,
	struct rect rect, const struct answerer *answerer, bool here)
{
	char *name = name_of(stage, answerer);
	char *rest = here ? question_of(stage, answerer) : progress_of(stage, answerer);
	const char *text = here ? typed(stage, answering) : "";

	grid_printf(grid, rect.x, rect.y, rect.width, STYLE_NORMAL, here ? "%s%s%s%s%s" : "%s: %s", name, rest,
		text[0] ? " [" : "", text, text[0] ? "]" : "");
	grid_hear(grid, rect.y, HEARD_ON_DEMAND);
	if (here)
		grid_cursor(grid, rect.x, rect.y);
	free(rest);
	free(name);
}

/* The room's answer was said aloud: there is nothing to hide. */
static void draw_room(const struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect)
{
	const struct ballot *ballot = progress_ballot(stage->progress, ANSWERER_ROOM);
	char *text, *remark;

	if (!ballot || !ballot->answers[OWN] || stage->editing)
		return;
	text = answering->show(stage->progress->step, ballot->answers[OWN]);
	remark = answering->remark ? answering->remark(stage, ballot->answers[OWN]) : NULL;
	rect.y += grid_wrap(grid, rect, STYLE_STRONG, text);
	if (remark)
		grid_wrap(grid, rect, STYLE_WARN, remark);
	free(remark);
	free(text);
}

void rollcall_draw_nobody(const struct stage *stage, struct grid *grid, struct rect rect)
{
	/* TRANSLATORS: %s is a key. */
	char *text = mem_printf(_("Nobody is here yet: %s adds people."), stage_show_key(stage, "people").text);

	grid_wrap(grid, rect, STYLE_WARN, text);
	free(text);
}

void rollcall_draw_in_words(struct stage *stage, const struct answering *answering, struct grid *grid,
	struct rect rect, const struct answerers *answerers)
{
	if (answerers->count == 0)
		rollcall_draw_nobody(stage, grid, rect);
	if (stage->row >= answerers->count)
		stage->row = 0;
	for (int i = 0; i < answerers->count; i++, rect.y++)
		draw_answerer(stage, answering, grid, rect, &answerers->items[i], i == stage->row);
	if (stage->progress->step->by == BY_ROOM)
		draw_room(stage, answering, grid, rect);
	if (answering->by_text && !answering->by_key && !stage->editing && answerers->count > 0)
		grid->answers = answering->starts ? answering->starts : "";
}

void tally_draw_in_words(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect)
{
	const struct step *step = stage->progress->step;
	int columns = step->predict ? 2 * SIDES : SIDES, rows = answering->tally_count(step) + 1;

	if (stage->progress->anonymous) {
		grid_hear(grid, rect.y, HEARD_ONCE);
		grid_text(grid, rect.x, rect.y++, rect.width, STYLE_DIM, _("Anonymous: no name is kept with an answer."));
	}
	for (int i = 0; i < columns * rows && i < rect.height; i++) {
		int column = i / rows, row = i % rows, side = step->predict ? column / 2 : column;
		enum which which = step->predict && column % 2 ? PREDICTION : OWN;
		char answer[64], *words;

		if (row < rows - 1)
			answering->tally_answer(step, row, answer);
		words = row < rows - 1 ? answering->show(step, answer) : mem_strdup(_("can't say"));
		grid_printf(grid, rect.x, rect.y + i, rect.width, STYLE_NORMAL,
			which == OWN ? _("%s: how many answer \"%s\"? %d of %d counted")
				     : _("%s: how many guess \"%s\"? %d of %d counted"),
			stage->session->bank->sides[side].name, words, progress_answers(stage->progress, side, which),
			session_expected(stage->session, stage->progress, side, which));
		grid_hear(grid, rect.y + i, HEARD_ON_DEMAND);
		if (column == stage->column && row == stage->row)
			grid_cursor(grid, rect.x, rect.y + i);
		free(words);
	}
}

/* Whose answer is next, where that is no secret; for free(). */
static char *turn_of(const struct stage *stage, const struct sealed_row *row)
{
	if (stage->progress->anonymous || stage->column >= row->count)
		return mem_strdup("");
	return mem_printf(_(", %s is next"), row->answerers.items[stage->column].name);
}

void sealed_draw_in_words(struct stage *stage, struct grid *grid, struct rect rect)
{
	for (int i = 0; i < sealed_rows(stage->progress->step) && i < rect.height; i++) {
		bool here = i == stage->row;
		struct sealed_row row;
		char *turn;

		sealed_row_init(&row, stage, i);
		turn = here ? turn_of(stage, &row) : mem_strdup("");
		grid_printf(grid, rect.x, rect.y + i, rect.width, STYLE_NORMAL,
			row.which == OWN ? _("%s, own answers: %d of %d%s") : _("%s, guesses: %d of %d%s"),
			stage->session->bank->sides[row.side].name, row.filled, row.count, turn);
		grid_hear(grid, rect.y + i, HEARD_ON_DEMAND);
		if (here)
			grid_cursor(grid, rect.x, rect.y + i);
		free(turn);
		sealed_row_release(&row);
	}
}
