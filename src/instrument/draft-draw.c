/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows of a charter: the list of its clauses with the text of one, or the vote on it. */
#include "instrument/draft.h"

#include "base/i18n.h"
#include "base/text.h"
#include "view/spot.h"

#include <stdio.h>
#include <stdlib.h>

#define BESIDE_FROM 66 /* columns from which the text stands beside the list */
#define ROOMY 10       /* lines from which an empty one parts things */

void draft_standing(const struct stage *stage, struct standing *standing)
{
	standing_of(stage->session, stage->progress->step, (size_t)stage->row, NULL, standing);
}

bool draft_voting(const struct stage *stage, const struct standing *standing)
{
	return stage->inside && standing->state != CLAUSE_EMPTY;
}

void draft_voters(struct answerers *voters, const struct session *session)
{
	answerers_init(voters, session, &(struct step){ .by = BY_PERSON });
}

/* Drawing the list, and the clause at the cursor */

/* A word or two for the list, for free(). */
static char *state_words(const struct standing *standing)
{
	const struct fist *fist = &standing->fist;

	switch (standing->state) {
	case CLAUSE_EMPTY:
		return mem_strdup(_("empty"));
	case CLAUSE_WRITTEN:
		return mem_strdup(_("written"));
	case CLAUSE_VOTING:
		return mem_printf(_("%d of %d"), fist->votes, fist->votes + fist->missing);
	case CLAUSE_PASSES:
		return mem_strdup(_("accepted"));
	case CLAUSE_SPEAKS:
		return mem_printf(_("%d below 3"), fist->below);
	case CLAUSE_BLOCKED:
		break;
	}
	return mem_strdup(_("blocked"));
}

static void draw_line(const struct stage *stage, struct grid *grid, struct rect rect, size_t index)
{
	bool here = (int)index == stage->row;
	struct standing standing;
	char *words;
	int width;

	standing_of(stage->session, stage->progress->step, index, NULL, &standing);
	/* The mark says it as well. */
	words = rect.width < 32 ? mem_strdup("") : state_words(&standing);
	width = text_width(words);
	if (here)
		grid_text(grid, rect.x, rect.y, 1, STYLE_STRONG, "\xe2\x96\xb8");
	if (!grid->linear)
		grid_text(grid, rect.x + 2, rect.y, 1, clause_style(standing.state), clause_mark(standing.state));
	grid_text_cut(grid, rect.x + 4, rect.y, rect.width - 4 - (width ? width + 1 : 0),
		here ? STYLE_STRONG : STYLE_NORMAL, standing.clause->text);
	grid_text_right(grid, rect.x, rect.y, rect.width, clause_style(standing.state), words);
	free(words);
	if (!stage->editing)
		spot_move(grid, rect, (int)index - stage->row, 0, "Enter");
	if (here && !stage->editing) {
		grid_paint(grid, (struct rect){ rect.x + 4, rect.y, rect.width - 4, 1 }, STYLE_SELECTED);
		grid_cursor(grid, rect.x + 4, rect.y);
	}
}

static void draw_list(struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct step *step = stage->progress->step;
	struct charter charter = charter_of(stage->session, step);
	int lines = rect.height - 1;

	grid_printf(grid, rect.x, rect.y, rect.width,
		charter.passed == charter.clauses ? STYLE_GOOD : STYLE_DIM, _("%zu of %zu written, %zu accepted"),
		charter.filled, charter.clauses, charter.passed);
	if (stage->row < stage->top)
		stage->top = stage->row;
	if (lines > 0 && stage->row >= stage->top + lines)
		stage->top = stage->row - lines + 1;
	/* Where there is room below the last one, more can be shown above. */
	if (stage->top > 0 && stage->top + lines > (int)step->clause_count)
		stage->top = (int)step->clause_count > lines ? (int)step->clause_count - lines : 0;
	for (int i = 0; i < lines && stage->top + i < (int)step->clause_count; i++)
		draw_line(stage, grid, (struct rect){ rect.x, rect.y + 1 + i, rect.width, 1 },
			(size_t)(stage->top + i));
}

/* Text at the top of the rectangle, of which what is left becomes the rest; room lines are kept free below it. */
static void put(struct grid *grid, struct rect *rect, int room, enum style style, const char *text)
{
	struct rect part = *rect;
	int lines;

	part.height -= room;
	if (part.height <= 0 || !text[0])
		return;
	lines = grid_wrap(grid, part, style, text);
	if (lines > part.height) {
		grid_text(grid, part.x + part.width - 1, part.y + part.height - 1, 1, STYLE_KEY, "\xe2\x80\xa6");
		lines = part.height;
	}
	rect->y += lines;
	rect->height -= lines;
}

static void skip(struct rect *rect)
{
	rect->y += rect->height > 0;
	rect->height -= rect->height > 0;
}

/* What to do next, for free(). */
static char *advice(const struct stage *stage, enum clause_state state)
{
	const struct key_shown write = stage_show_key(stage, "write-clause"), vote = stage_show_key(stage, "vote");

	switch (state) {
	case CLAUSE_EMPTY:
		/* TRANSLATORS: %s is a key. */
		return mem_printf(_("%s writes it."), write.text);
	case CLAUSE_WRITTEN:
		/* TRANSLATORS: %s is a key. */
		return mem_printf(_("%s begins the vote."), vote.text);
	case CLAUSE_VOTING:
		/* TRANSLATORS: %s is a key. */
		return mem_printf(_("%s goes on with the vote."), vote.text);
	case CLAUSE_SPEAKS:
		/* TRANSLATORS: both %s are keys. */
		return mem_printf(_("Hear each of them. Then change the text (%s) and vote again (%s)."), write.text,
			vote.text);
	case CLAUSE_BLOCKED:
		/* TRANSLATORS: both %s are keys. */
		return mem_printf(_("Hear why. Then change the text (%s) and vote again (%s)."), write.text, vote.text);
	case CLAUSE_PASSES:
		break;
	}
	return mem_strdup("");
}

/* Who can live with it, who finds it good, who carries it. */
static void put_fists(const struct stage *stage, const struct standing *standing, struct grid *grid,
	struct rect *rect)
{
	for (int vote = FIST_PASSING; vote <= FIST_HIGHEST; vote++) {
		char *names = standing_names(stage->session, standing, NULL, vote, vote, false);
		char *line = mem_printf("%d  %s", vote, names);

		if (names[0])
			put(grid, rect, 0, STYLE_DIM, line);
		free(line);
		free(names);
	}
}

static void draw_standing(const struct stage *stage, const struct standing *standing, struct grid *grid,
	struct rect rect)
{
	char *sentence = standing_sentence(stage->session, standing), *next = advice(stage, standing->state);
	int lines = grid_wrap(grid, (struct rect){ rect.x, rect.y, rect.width, 0 }, STYLE_NORMAL, sentence);
	/* A long text leaves room for how it stands. */
	int room = lines > rect.height / 2 ? rect.height / 2 : lines;
	bool roomy = rect.height >= ROOMY;

	if (standing->state == CLAUSE_EMPTY)
		put(grid, &rect, 1, STYLE_DIM, standing->clause->hint ? standing->clause->hint : "");
	else
		put(grid, &rect, room + 3 * roomy, STYLE_NORMAL, standing->text);
	if (roomy)
		skip(&rect);
	put(grid, &rect, 0, clause_style(standing->state), sentence);
	put(grid, &rect, 0, STYLE_DIM, next);
	if (roomy)
		skip(&rect);
	put_fists(stage, standing, grid, &rect);
	free(next);
	free(sentence);
}

static void draw_clause(struct stage *stage, const struct standing *standing, struct grid *grid, struct rect rect,
	bool titled)
{
	if (titled)
		put(grid, &rect, 1, STYLE_STRONG, standing->clause->text);
	if (!stage->editing) {
		draw_standing(stage, standing, grid, rect);
		return;
	}
	if (standing->clause->hint)
		put(grid, &rect, rect.height < 4 ? rect.height : rect.height / 2, STYLE_DIM, standing->clause->hint);
	field_draw(&stage->field, grid, rect);
}

/* Drawing the vote */

static void draw_voter_in_words(const struct standing *standing, struct grid *grid, struct rect line,
	const struct answerer *voter, bool here)
{
	int vote = clause_vote(standing->row, voter->id);

	if (vote >= 0)
		grid_printf(grid, line.x, line.y, line.width, STYLE_NORMAL, "%s: %d", voter->name, vote);
	else if (vote == FIST_NO_VOTE && !voter->away)
		grid_printf(grid, line.x, line.y, line.width, STYLE_NORMAL, here ? "%s" : _("%s: open"), voter->name);
	else
		grid_printf(grid, line.x, line.y, line.width, STYLE_NORMAL, _("%s: not here"), voter->name);
	if (here)
		grid_cursor(grid, line.x, line.y);
	grid_hear(grid, line.y, HEARD_ON_DEMAND);
}

static void draw_voter(const struct standing *standing, struct grid *grid, struct rect rect,
	const struct answerer *voter, bool here)
{
	int vote = clause_vote(standing->row, voter->id);
	char sign[4] = "-";
	enum style style = vote == 0 ? STYLE_ALERT : vote > 0 && vote < FIST_PASSING ? STYLE_WARN
										    : style_of_side(voter->side);

	if (vote >= 0)
		snprintf(sign, sizeof sign, "%d", vote);
	else if (vote == FIST_NO_VOTE && !voter->away)
		snprintf(sign, sizeof sign, "\xc2\xb7");
	if (here)
		grid_text(grid, rect.x, rect.y, 1, STYLE_STRONG, "\xe2\x96\xb8");
	grid_text_cut(grid, rect.x + 2, rect.y, rect.width - 6,
		voter->away ? STYLE_DIM : here ? STYLE_STRONG : STYLE_NORMAL, voter->name);
	grid_text(grid, rect.x + rect.width - 2, rect.y, 1, style, sign);
	if (here) {
		grid_paint(grid, (struct rect){ rect.x + rect.width - 3, rect.y, 3, 1 }, STYLE_SELECTED);
		grid_cursor(grid, rect.x + rect.width - 2, rect.y);
	}
}

int draft_first(const struct answerers *voters, int side)
{
	int first = 0;

	while (first < voters->count && voters->items[first].side < side)
		first++;
	return first;
}

/* One side's people below its name. Long lists follow the cursor. */
static void draw_side(const struct stage *stage, const struct standing *standing, struct grid *grid, struct rect rect,
	const struct answerers *voters, int side)
{
	int first = draft_first(voters, side), count = draft_first(voters, side + 1) - first;
	int at = stage->column - first, height = rect.height - 1, top = 0;

	grid_printf(grid, rect.x, rect.y, rect.width, style_of_side(side), "%s (%d)",
		stage->session->bank->sides[side].name, count);
	if (at >= 0 && at < count && at >= height)
		top = at - height + 1;
	for (int i = 0; i < height && top + i < count; i++) {
		struct rect line = { rect.x, rect.y + 1 + i, rect.width, 1 };

		spot_move(grid, line, top + i - at, 0, NULL);
		draw_voter(standing, grid, line, &voters->items[first + top + i], top + i == at);
	}
}

#define COUNT_WIDTH 12
#define SIDE_WIDTH 36
#define PEOPLE_LEAST 4 /* lines that are kept for who votes, however long the text is */

static void draw_vote(struct stage *stage, const struct standing *standing, struct grid *grid, struct rect rect)
{
	const struct fist *fist = &standing->fist;
	bool roomy = rect.height >= ROOMY;
	struct answerers voters;
	char *counted = mem_printf(_("%d of %d"), fist->votes, fist->votes + fist->missing);

	draft_voters(&voters, stage->session);
	grid_text_right(grid, rect.x, rect.y, rect.width, STYLE_DIM, counted);
	grid_text_cut(grid, rect.x, rect.y, rect.width - COUNT_WIDTH, STYLE_STRONG, standing->clause->text);
	skip(&rect);
	put(grid, &rect, roomy ? rect.height / 2 + 2 : PEOPLE_LEAST, STYLE_NORMAL, standing->text);
	if (roomy) {
		skip(&rect);
		put(grid, &rect, 0, STYLE_DIM,
			rect.width < 76 ? _("0 blocks; 1, 2 want to be heard; 3 to 5 accept")
					: _("0 blocks; 1, 2 want to be heard; 3 can live with it; 4 good; "
					    "5 carries it"));
		skip(&rect);
	}
	for (int i = 0; i < voters.count && grid->linear; i++, rect.y++)
		draw_voter_in_words(standing, grid, rect, &voters.items[i], i == stage->column);
	if (!grid->linear) {
		rect.width = (rect.width - 4) / 2;
		if (rect.width > SIDE_WIDTH)
			rect.width = SIDE_WIDTH;
		draw_side(stage, standing, grid, rect, &voters, 0);
		rect.x += rect.width + 4;
		draw_side(stage, standing, grid, rect, &voters, 1);
	}
	answerers_release(&voters);
	free(counted);
}

void draft_draw(struct stage *stage, struct grid *grid, struct rect rect)
{
	bool beside = rect.width >= BESIDE_FROM && !grid->linear;
	struct rect list = rect, clause = rect;
	struct standing standing;

	draft_standing(stage, &standing);
	if (draft_voting(stage, &standing) && !stage->editing) {
		draw_vote(stage, &standing, grid, rect);
		return;
	}
	if (beside) {
		list.width = rect.width * 9 / 20;
		clause.x += list.width + 3;
		clause.width -= list.width + 3;
	} else if (stage->editing) {
		list.height = 0;
	} else {
		list.height = (int)stage->progress->step->clause_count + 1;
		if (list.height > (rect.height + 1) / 2)
			list.height = (rect.height + 1) / 2;
		clause.y += list.height + (rect.height >= ROOMY);
		clause.height -= list.height + (rect.height >= ROOMY);
	}
	if (list.height > 0)
		draw_list(stage, grid, list);
	draw_clause(stage, &standing, grid, clause, stage->editing || beside);
}
