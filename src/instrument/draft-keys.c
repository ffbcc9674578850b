/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys do to a charter's clauses: writing, and voting by hands. */
#include "instrument/draft.h"

#include "base/i18n.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE 10
#define NAMES_MOST 80 /* bytes */

/* The first one from start on, going round, who is still to vote; -1 when nobody is. */
static int next_open(const struct answerers *voters, const struct standing *standing, int start)
{
	for (int i = 0; i < voters->count; i++) {
		int at = (start + i) % voters->count;

		if (!voters->items[at].away && clause_vote(standing->row, voters->items[at].id) == FIST_NO_VOTE)
			return at;
	}
	return -1;
}

/* Where something is still to be done. */
void draft_enter(struct stage *stage)
{
	const struct step *step = stage->progress->step;

	for (size_t i = 0; i < step->clause_count; i++) {
		struct standing standing;

		standing_of(stage->session, step, i, NULL, &standing);
		if (standing.state == CLAUSE_PASSES)
			continue;
		stage->row = (int)i;
		return;
	}
}

/* A vote that was taken back is asked for again, also where it was the last one and the voting was over. */
void draft_undone(struct stage *stage)
{
	struct answerers voters;
	struct standing standing;
	int open;

	draft_standing(stage, &standing);
	draft_voters(&voters, stage->session);
	open = next_open(&voters, &standing, 0);
	if (open >= 0 && !stage->editing && standing.state == CLAUSE_VOTING)
		stage->inside = true;
	if (draft_voting(stage, &standing) && open >= 0)
		stage->column = open;
	answerers_release(&voters);
}

/* Keys */

context_set draft_contexts(const struct stage *stage)
{
	struct standing standing;

	draft_standing(stage, &standing);
	return (draft_voting(stage, &standing) ? CONTEXT_VOTE : CONTEXT_DRAFT) |
	       CONTEXT_STEP | CONTEXT_MOVE | CONTEXT_ANY;
}

static void begin_typing(struct stage *stage, const char *text)
{
	field_set(&stage->field, text);
	stage->editing = true;
}

static int drop_votes(struct stage *stage, const struct standing *standing)
{
	int count = 0;

	for (size_t i = 0; standing->row && i < standing->row->cell_count; i++) {
		if (standing->row->cells[i].column[0] != '@')
			continue;
		change_cell(stage->changes, standing->row->id, standing->row->cells[i].column, NULL);
		count++;
	}
	return count;
}

/* A vote is about a text: another text has none. */
static void write_text(struct stage *stage, const struct standing *standing, const char *text)
{
	int row = standing->row ? standing->row->id : session_next_row(stage->session);

	stage->editing = false;
	if (strcmp(text, standing->text) == 0)
		return;
	changes_label(stage->changes, N_("text of a clause"));
	if (!text[0]) {
		change_row_remove(stage->changes, row);
		return;
	}
	if (!standing->row) {
		change_row_add(stage->changes, stage->progress->step->key, row, -1);
		change_cell(stage->changes, row, CLAUSE_ID, standing->clause->id);
	}
	if (drop_votes(stage, standing) > 0)
		/* TRANSLATORS: %s is a key. */
		stage_say(stage, false, _("the text is another one now, so its votes are gone: %s votes again"),
			stage_show_key(stage, "vote").text);
	change_cell(stage->changes, row, CLAUSE_TEXT, text);
}

static bool key_while_typing(struct stage *stage, const struct standing *standing, enum action action,
	const struct key *key)
{
	char *tidy, *text;

	if (action == ACT_HELP)
		return false;
	if (action == ACT_BACK) {
		stage->editing = false;
	} else if (action == ACT_SAVE) {
		tidy = text_tidy(stage->field.text.data);
		text = text_visible(tidy, false);
		write_text(stage, standing, text);
		free(text);
		free(tidy);
	} else {
		field_key(&stage->field, key);
	}
	return true;
}

static void begin_vote(struct stage *stage, const struct standing *standing)
{
	struct answerers voters;
	int open;

	if (standing->state == CLAUSE_EMPTY) {
		/* TRANSLATORS: %s is a key. */
		stage_say(stage, true, _("there is no text to vote on yet: %s writes it"),
			stage_show_key(stage, "write-clause").text);
		return;
	}
	draft_voters(&voters, stage->session);
	if (voters.count == 0) {
		/* TRANSLATORS: %s is a key. */
		stage_say(stage, true, _("nobody is here yet: %s adds people"), stage_show_key(stage, "people").text);
	} else {
		open = next_open(&voters, standing, 0);
		stage->inside = true;
		stage->column = open < 0 ? 0 : open;
	}
	answerers_release(&voters);
}

static void take_away(struct stage *stage, const struct standing *standing)
{
	if (!standing->row) {
		stage_say(stage, false, "%s", _("there is nothing to remove"));
	} else if (drop_votes(stage, standing) > 0) {
		changes_label(stage->changes, N_("removing the votes on a clause"));
		/* TRANSLATORS: %s is a key. */
		stage_say(stage, false, _("the votes are gone, the text stays: %s again removes it, too"),
			stage_show_key(stage, "remove-clause").text);
	} else {
		changes_label(stage->changes, N_("removing the text of a clause"));
		change_row_remove(stage->changes, standing->row->id);
	}
}

static void move_to(struct stage *stage, int row)
{
	int last = (int)stage->progress->step->clause_count - 1;

	stage->row = row < 0 ? 0 : row > last ? last : row;
}

static bool list_key(struct stage *stage, const struct standing *standing, enum action action, const struct key *key)
{
	switch (action) {
	case ACT_UP:
		move_to(stage, stage->row - 1);
		return true;
	case ACT_DOWN:
		move_to(stage, stage->row + 1);
		return true;
	case ACT_PAGE_UP:
		move_to(stage, stage->row - PAGE);
		return true;
	case ACT_PAGE_DOWN:
		move_to(stage, stage->row + PAGE);
		return true;
	case ACT_FIRST:
		move_to(stage, 0);
		return true;
	case ACT_LAST:
		move_to(stage, INT32_MAX);
		return true;
	case ACT_EDIT:
		begin_typing(stage, standing->text);
		return true;
	case ACT_VOTE:
		begin_vote(stage, standing);
		return true;
	case ACT_DELETE:
		take_away(stage, standing);
		return true;
	default:
		break;
	}
	if (key->code != K_PASTE || standing->state != CLAUSE_EMPTY)
		return false;
	begin_typing(stage, "");
	field_key(&stage->field, key);
	return true;
}

/* The vote at the cursor is not in the session yet. */
static void say_result(struct stage *stage, const struct vote *vote)
{
	struct standing standing;
	char *names;

	standing_of(stage->session, stage->progress->step, (size_t)stage->row, vote, &standing);
	names = standing_names(stage->session, &standing, vote, 0,
		standing.state == CLAUSE_BLOCKED ? 0 : FIST_PASSING - 1, false);
	/* Of many names the line would show some only; the list tells them all. */
	if (strlen(names) > NAMES_MOST)
		names[0] = '\0';
	if (standing.state == CLAUSE_PASSES)
		stage_say(stage, false, "%s", _("accepted: nobody is below three"));
	else if (standing.state == CLAUSE_SPEAKS && !names[0])
		stage_say(stage, true,
			P_("%d wants to be heard; change the text and vote again",
			   "%d want to be heard; change the text and vote again", standing.fist.below),
			standing.fist.below);
	else if (standing.state == CLAUSE_SPEAKS)
		stage_say(stage, true,
			P_("%d wants to be heard: %s; change the text and vote again",
			   "%d want to be heard: %s; change the text and vote again", standing.fist.below),
			standing.fist.below, names);
	else if (standing.state == CLAUSE_BLOCKED && !names[0])
		stage_say(stage, true, "%s", _("blocked: hear why, change the text and vote again"));
	else if (standing.state == CLAUSE_BLOCKED)
		stage_say(stage, true, _("blocked by %s: hear why, change the text and vote again"), names);
	else
		stage_say(stage, false, "%s", _("nobody is left to vote"));
	free(names);
}

/* On to the next one who is asked; after the last one the result is told. */
static void cast(struct stage *stage, const struct standing *standing, const struct answerers *voters, int value)
{
	const struct answerer *voter = &voters->items[stage->column];
	bool correcting = next_open(voters, standing, 0) < 0;
	struct vote vote = { voter->id, value };
	char column[16], text[16];
	int open;

	snprintf(column, sizeof column, "@%d", voter->id);
	snprintf(text, sizeof text, "%d", value);
	changes_label(stage->changes, N_("vote on a clause"));
	change_cell(stage->changes, standing->row->id, column, value == VOTE_NOT_HERE ? ANSWER_NOT_HERE : text);
	/* Going round, it comes back to where it stands when nobody else is missing. */
	open = next_open(voters, standing, stage->column + 1);
	if (open >= 0 && open != stage->column) {
		stage->column = open;
		return;
	}
	say_result(stage, &vote);
	if (correcting && stage->column + 1 < voters->count)
		stage->column++;
	else if (!correcting)
		stage->inside = false;
}

static void take_back(struct stage *stage, const struct standing *standing, const struct answerer *voter)
{
	char column[16];

	snprintf(column, sizeof column, "@%d", voter->id);
	if (clause_vote(standing->row, voter->id) == FIST_NO_VOTE)
		return;
	changes_label(stage->changes, N_("taking a vote back"));
	change_cell(stage->changes, standing->row->id, column, NULL);
}

/* To the same line on the other side. */
static void cross(struct stage *stage, const struct answerers *voters)
{
	int second = draft_first(voters, 1), counts[SIDES] = { second, voters->count - second };
	int side = voters->items[stage->column].side, line = stage->column - (side == 1 ? second : 0);
	int other = 1 - side;

	if (counts[other] > 0)
		stage->column = (other == 1 ? second : 0) + (line < counts[other] ? line : counts[other] - 1);
}

static bool vote_key(struct stage *stage, const struct standing *standing, const struct answerers *voters,
	enum action action, const struct key *key)
{
	int digit = key->code == K_CHAR && !key->ctrl ? key_digit(key) : -1;

	if (digit > FIST_HIGHEST)
		stage_say(stage, true, "%s", _("a hand has five fingers: 0 to 5"));
	else if (digit >= 0)
		cast(stage, standing, voters, digit);
	else if (action == ACT_NOT_HERE)
		cast(stage, standing, voters, VOTE_NOT_HERE);
	else if (action == ACT_DELETE)
		take_back(stage, standing, &voters->items[stage->column]);
	else if (action == ACT_UP)
		stage->column = (stage->column + voters->count - 1) % voters->count;
	else if (action == ACT_DOWN)
		stage->column = (stage->column + 1) % voters->count;
	else if (action == ACT_LEFT || action == ACT_RIGHT)
		cross(stage, voters);
	else if (action == ACT_BACK)
		stage->inside = false;
	else
		return false;
	return true;
}

bool draft_key(struct stage *stage, enum action action, const struct key *key)
{
	struct answerers voters;
	struct standing standing;
	bool used;

	draft_standing(stage, &standing);
	draft_voters(&voters, stage->session);
	if (stage->column >= voters.count)
		stage->column = 0;
	if (voters.count == 0 || !draft_voting(stage, &standing))
		stage->inside = false;
	if (stage->editing)
		used = key_while_typing(stage, &standing, action, key);
	else if (stage->inside)
		used = vote_key(stage, &standing, &voters, action, key);
	else
		used = list_key(stage, &standing, action, key);
	answerers_release(&voters);
	return used;
}

char *draft_typed(const struct stage *stage)
{
	return stage->editing ? mem_strdup(stage->progress->step->clauses[stage->row].id) : NULL;
}

bool draft_restore(struct stage *stage, const char *name, const char *text)
{
	const struct step *step = stage->progress->step;

	for (size_t i = 0; i < step->clause_count; i++) {
		if (strcmp(step->clauses[i].id, name) != 0)
			continue;
		stage->row = (int)i;
		begin_typing(stage, text);
		return true;
	}
	return false;
}
