/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a roll call looks like: who is to answer, and marks in place of what they answered. */
#include "instrument/rollcall-parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/way.h"
#include "view/spot.h"

#include <stdlib.h>

#define MASK "\xe2\x97\x8f"
#define OPEN "\xc2\xb7"
#define PEOPLE_LEAST 3 /* lines that are kept for who answers, whatever stands above */
#define NUMBER 3 /* columns of a person's number */
#define COUNT 6 /* columns of how many parts are done */
#define COUNTS_FROM 22 /* columns from which there is room for that */
#define ROOM_LINES 3 /* for a text that the room types */
#define SEAT_LEAST 2 /* the same for the one at a seat */
#define SEAT_WIDTH 60 /* of somebody's own answer, where that is all there is */
#define ROOMY 10 /* lines from which an empty one parts things */

/* The answer's mask; only that somebody is not here may be seen, as everybody can see that anyhow. */
static const char *mask(const struct stage *stage, const struct answerer *answerer, enum which which)
{
	const struct progress *progress = stage->progress;

	if (answerer_is_away(progress, answerer))
		return "-";
	if (rollcall_has_parts(stage))
		return answerer_part(progress, answerer, stage->column) != PART_OPEN ? MASK : OPEN;
	return answerer_has(progress, answerer, which) ? MASK : OPEN;
}

static void draw_field(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect)
{
	struct field hidden;
	size_t before = 0;

	/* The room's answer was said aloud: there is nothing to hide. */
	if (answering->shows_typing || stage->progress->step->by == BY_ROOM) {
		field_draw(&stage->field, grid, rect);
		return;
	}
	field_init(&hidden, "");
	for (const char *text = stage->field.text.data; *text; text += text_cluster(text).length) {
		if (answering->hides_length && hidden.text.length > 0)
			break;
		before += (size_t)(text - stage->field.text.data) < stage->field.at;
		str_add(&hidden.text, MASK);
	}
	hidden.at = before * (sizeof MASK - 1);
	field_draw(&hidden, grid, rect);
	field_release(&hidden);
}

/* A text of the room's is a sentence or two, and there is no second side: it has the width of the screen. */
static bool types_below(const struct stage *stage, const struct answering *answering)
{
	return stage->editing && answering->shows_typing && stage->progress->step->by == BY_ROOM;
}

/* Below the room's name; where there is no room for that, in its place. */
static void draw_field_below(struct stage *stage, struct grid *grid, struct rect rect)
{
	int above = rect.height > 2 ? 2 : rect.height - 1;

	rect.y += above;
	rect.height = rect.height - above < ROOM_LINES ? rect.height - above : ROOM_LINES;
	field_draw(&stage->field, grid, rect);
}

/* A click on somebody goes there; on a guess, to that. */
static void add_spots(const struct stage *stage, const struct answering *answering, struct grid *grid,
	struct rect rect, int marks, int down)
{
	int which = stage->which == PREDICTION && down == 0 ? 1 : 0;

	spot_move(grid, rect, down, 0, answering->by_text ? "Enter" : NULL);
	for (int i = 0; marks > 3 && i < 2; i++)
		spot_move(grid, (struct rect){ rect.x + rect.width - marks + 3 * i, rect.y, 3, 1 }, down, i - which, NULL);
}

static void draw_answerer(struct stage *stage, const struct answering *answering, struct grid *grid,
	struct rect rect, const struct answerer *answerer, int down)
{
	const struct step *step = stage->progress->step;
	/* Of parts it also shows how many are done. */
	bool counts = rollcall_has_parts(stage) && rect.width >= COUNTS_FROM;
	int marks = step->predict ? 6 : 3, x = rect.x + rect.width - marks;
	int name = rect.width - marks - (counts ? COUNT : 0) - 3, field = text_width(answerer->name) + 1;
	bool here = down == 0;

	/* What is typed stands behind the name, or behind as much of it as leaves room. */
	field = field < name / 3 ? name / 3 : field > name / 2 ? name / 2 : field;
	if (here)
		grid_text(grid, rect.x, rect.y, 2, STYLE_STRONG, "\xe2\x96\xb8");
	if (!stage->editing)
		add_spots(stage, answering, grid, rect, marks, down);
	if (here && stage->editing) {
		grid_text_cut(grid, rect.x + 2, rect.y, field - 1, STYLE_STRONG, answerer->name);
		if (types_below(stage, answering))
			return;
		draw_field(stage, answering, grid,
			(struct rect){ rect.x + 2 + field, rect.y, rect.width - 2 - field, 1 });
		return;
	}
	/* The number on the ballot that was printed. */
	if (way_of(stage->progress) == ENTRY_PAPER && answerer->id > 0) {
		grid_printf(grid, rect.x + 2, rect.y, NUMBER, STYLE_DIM, "%2d", answerer->id);
		rect.x += NUMBER;
		name -= NUMBER;
	}
	grid_text_cut(grid, rect.x + 2, rect.y, name,
		answerer->away ? STYLE_DIM : here ? STYLE_STRONG : STYLE_NORMAL, answerer->name);
	if (counts && !answerer_is_away(stage->progress, answerer))
		grid_printf(grid, x - COUNT, rect.y, COUNT, STYLE_DIM, "%2d/%zu", answerer_parts(stage->progress, answerer),
			step->part_count);
	for (int which = 0; which < (step->predict ? 2 : 1); which++) {
		int at = x + which * 3;
		const char *sign = mask(stage, answerer, (enum which)which);

		grid_text(grid, at + 1, rect.y, 1, style_of_side(answerer->side), sign);
		if (here && stage->which == (enum which)which) {
			grid_paint(grid, (struct rect){ at, rect.y, 3, 1 }, STYLE_SELECTED);
			grid_cursor(grid, at + 1, rect.y);
		}
	}
}

static int count_of(const struct answerers *answerers, int side)
{
	int count = 0;

	for (int i = 0; i < answerers->count; i++)
		count += answerers->items[i].side == side;
	return count;
}

/* One side's people below its name. Long lists follow the cursor; arrows tell where they go on. */
static void draw_side(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect,
	const struct answerers *answerers, int side)
{
	int first = side == 1 ? count_of(answerers, 0) : 0, count = count_of(answerers, side);
	int at = stage->row - first, height = rect.height - 1, top = 0;
	bool titles = stage->progress->step->predict && rect.width >= 26;

	/* Where a side answers as one, its name stands in the list. */
	if (stage->only)
		grid_text_cut(grid, rect.x, rect.y, rect.width - (titles ? 11 : 0), style_of_side(side),
			stage->session->bank->sides[side].name);
	else if (side != SIDE_NONE && stage->progress->step->by == BY_PERSON)
		grid_printf(grid, rect.x, rect.y, rect.width - (titles ? 11 : 0), style_of_side(side), "%s (%d)",
			stage->session->bank->sides[side].name, count);
	if (titles)
		grid_text_right(grid, rect.x, rect.y, rect.width, STYLE_DIM, _("own guess"));
	if (at >= 0 && at < count && at >= height)
		top = at - height + 1;
	for (int i = 0; i < height && top + i < count; i++)
		draw_answerer(stage, answering, grid, (struct rect){ rect.x, rect.y + 1 + i, rect.width, 1 },
			&answerers->items[first + top + i], top + i - at);
	if (height > 0 && top > 0 && at != top)
		grid_text(grid, rect.x, rect.y + 1, 1, STYLE_KEY, "\xe2\x86\x91");
	if (height > 0 && top + height < count && at != top + height - 1)
		grid_text(grid, rect.x, rect.y + height, 1, STYLE_KEY, "\xe2\x86\x93");
}

static void draw_remark(const struct stage *stage, const struct answering *answering, struct grid *grid,
	struct rect rect, const char *answer)
{
	char *text = answering->remark && rect.height > 0 ? answering->remark(stage, answer) : NULL;

	if (text)
		grid_wrap(grid, rect, STYLE_WARN, text);
	free(text);
}

static int nameless(const struct stage *stage)
{
	return session_nameless(stage->session, stage->progress, 0, OWN) +
	       session_nameless(stage->session, stage->progress, 1, OWN);
}

/* How it is answered, where that is not plain to see. Returns the lines that it took. */
static int draw_way(const struct stage *stage, struct grid *grid, struct rect rect)
{
	enum entry way = way_of(stage->progress);
	int lines = 0, count = nameless(stage);

	if (stage->progress->anonymous && lines < rect.height)
		grid_text(grid, rect.x, rect.y + lines++, rect.width, STYLE_DIM,
			_("Anonymous: no name is kept with an answer."));
	/* The rest is for who leads. */
	if (stage->only)
		return lines;
	if (way != stage->progress->entry && stage->progress->own_entry && lines < rect.height)
		grid_text_cut(grid, rect.x, rect.y + lines++, rect.width, STYLE_DIM,
			way_hindrance(stage->progress->step, stage->progress->entry));
	if (way == ENTRY_SEATS && lines < rect.height)
		grid_printf(grid, rect.x, rect.y + lines++, rect.width, STYLE_DIM, _("To join: accord vote %s --as NAME"),
			stage->session->id);
	if (way == ENTRY_PASS && lines < rect.height)
		grid_printf(grid, rect.x, rect.y + lines++, rect.width, STYLE_STRONG,
			/* TRANSLATORS: %s is a key. */
			_("%s hands the keyboard round; keys here answer for somebody."),
			stage_show_key(stage, "enter").text);
	if (count > 0 && lines < rect.height)
		grid_printf(grid, rect.x, rect.y + lines++, rect.width, STYLE_DIM,
			P_("%d answer is there of which nobody knows whose it is.",
				"%d answers are there of which nobody knows whose they are.", count), count);
	return lines;
}

void rollcall_draw(struct stage *stage, const struct answering *answering, struct grid *grid, struct rect rect)
{
	struct rect left, right, legend = { rect.x, rect.y, rect.width, rect.height - (stage->only ? SEAT_LEAST : PEOPLE_LEAST) };
	struct answerers answerers;
	int lines = answering->legend && legend.height > 0 ? answering->legend(stage, grid, legend) : 0;

	lines += draw_way(stage, grid, (struct rect){ rect.x, rect.y + lines, rect.width, legend.height - lines });
	if (grid->linear) {
		for (int i = 0; i < lines; i++)
			grid_hear(grid, rect.y + i, HEARD_ONCE);
		rollcall_answerers(&answerers, stage);
		rollcall_draw_in_words(stage, answering, grid,
			(struct rect){ rect.x, rect.y + lines, rect.width, rect.height - lines }, &answerers);
		answerers_release(&answerers);
		return;
	}
	lines += lines > 0 && rect.height >= ROOMY;
	left = right = (struct rect){ rect.x, rect.y + lines, rect.width, rect.height - lines };
	rollcall_answerers(&answerers, stage);
	if (answerers.count == 0) {
		rollcall_draw_nobody(stage, grid, left);
	} else if (stage->progress->step->by == BY_ROOM) {
		const struct ballot *ballot = progress_ballot(stage->progress, ANSWERER_ROOM);

		draw_side(stage, answering, grid, left, &answerers, SIDE_NONE);
		if (types_below(stage, answering))
			draw_field_below(stage, grid, left);
		/* The room's answer was said aloud: there is nothing to hide. */
		if (ballot && ballot->answers[OWN] && !stage->editing) {
			char *text = answering->show(stage->progress->step, ballot->answers[OWN]);

			left.y += 3;
			left.height -= 3;
			lines = grid_wrap(grid, left, STYLE_STRONG, text);
			left.y += lines;
			left.height -= lines;
			free(text);
			draw_remark(stage, answering, grid, left, ballot->answers[OWN]);
		}
	} else if (stage->only) {
		if (left.width > SEAT_WIDTH)
			left.width = SEAT_WIDTH;
		draw_side(stage, answering, grid, left, &answerers, answerers.items[0].side);
	} else {
		left.width = right.width = (rect.width - 4) / 2;
		if (left.width > 36)
			left.width = right.width = 36;
		right.x = left.x + left.width + 4;
		draw_side(stage, answering, grid, left, &answerers, 0);
		draw_side(stage, answering, grid, right, &answerers, 1);
	}
	answerers_release(&answerers);
}
