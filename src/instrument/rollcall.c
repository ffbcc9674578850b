/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roll call: the cursor walks from person to person, a key answers and moves on. Nothing shows before its reveal. */
#include "instrument/rollcall-parts.h"

#include "base/i18n.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void rollcall_answerers(struct answerers *answerers, const struct stage *stage)
{
	answerers_init(answerers, stage->session, stage->progress->step);
	if (stage->only)
		answerers_keep(answerers, stage->only);
}

bool rollcall_has_parts(const struct stage *stage)
{
	return stage->progress->step->part_count > 0;
}

static const struct answerer *current(const struct stage *stage, const struct answerers *answerers)
{
	return stage->row < answerers->count ? &answerers->items[stage->row] : NULL;
}

/* The first answerer from start on, going round, of whom something is still to be heard; -1 when all are done. */
static int next_open(const struct progress *progress, const struct answerers *answerers, int start)
{
	for (int i = 0; i < answerers->count; i++) {
		int at = (start + i) % answerers->count;

		if (!answerer_done(progress, &answerers->items[at]))
			return at;
	}
	return -1;
}

static void enter(struct stage *stage, const struct answering *answering)
{
	struct answerers answerers;
	int open, row = -1, part = 0;

	(void)answering;
	rollcall_answerers(&answerers, stage);
	if (rollcall_has_parts(stage)) {
		if (answerers_next_part(&answerers, stage->progress, false, &row, &part)) {
			stage->row = row;
			stage->column = part;
		}
		answerers_release(&answerers);
		return;
	}
	open = next_open(stage->progress, &answerers, 0);
	stage->row = open < 0 ? 0 : open;
	stage->which = open >= 0 && answerer_has(stage->progress, &answerers.items[open], OWN) ? PREDICTION : OWN;
	answerers_release(&answerers);
}

int rollcall_missing(const struct session *session, const struct progress *progress)
{
	struct answerers answerers;
	int missing = 0;

	answerers_init(&answerers, session, progress->step);
	for (int i = 0; i < answerers.count; i++)
		missing += !answerer_done(progress, &answerers.items[i]);
	answerers_release(&answerers);
	return missing;
}

static void say_done(struct stage *stage)
{
	/* A seat says by itself for whom it waits. */
	if (stage->only)
		return;
	if (stage->progress->step->by == BY_ROOM)
		/* TRANSLATORS: %s is a key. */
		stage_say(stage, false, _("kept: %s goes on"), stage_show_key(stage, "next").text);
	else
		/* TRANSLATORS: %s is a key. */
		stage_say(stage, false, _("everybody has answered: %s reveals"), stage_show_key(stage, "reveal").text);
}

/* From a part that was answered to the next person, and after the last one to the next part. */
static void advance_part(struct stage *stage, const struct answerers *answerers, bool goes)
{
	int part = stage->column;

	if (!answerers_next_part(answerers, stage->progress, goes, &stage->row, &stage->column))
		say_done(stage);
	else if (stage->column != part)
		stage_say(stage, false, _("now question %d of %zu"), stage->column + 1, stage->progress->step->part_count);
}

/* From somebody whose parts were all answered at once to the next one who has any left. */
static void advance_row(struct stage *stage, const struct answerers *answerers)
{
	stage->editing = false;
	for (int i = 1; i < answerers->count; i++) {
		int next = (stage->row + i) % answerers->count;

		if (answerer_done(stage->progress, &answerers->items[next]))
			continue;
		stage->row = next;
		stage->column = 0;
		while (answerer_part(stage->progress, &answerers->items[next], stage->column) != PART_OPEN)
			stage->column++;
		return;
	}
	say_done(stage);
}

/* Moves on from an answer: to the prediction, or to the next one who is still to be heard. */
static void advance(struct stage *stage, const struct answerers *answerers, bool whole)
{
	bool guessed = stage->which == PREDICTION;
	int next;

	stage->editing = false;
	if (!whole && stage->which == OWN && stage->progress->step->predict) {
		stage->which = PREDICTION;
		return;
	}
	stage->which = OWN;
	/* A guess came first: what they say themselves is still to be heard. */
	if (guessed && !answerer_has(stage->progress, current(stage, answerers), OWN))
		return;
	for (int i = 1; i < answerers->count; i++) {
		next = (stage->row + i) % answerers->count;
		if (!answerer_done(stage->progress, &answerers->items[next])) {
			stage->which = answerer_has(stage->progress, &answerers->items[next], OWN) ? PREDICTION : OWN;
			stage->row = next;
			return;
		}
	}
	say_done(stage);
}

/* Keeps a part's answer, a character; PART_OPEN takes it back. */
static void answer_part(struct stage *stage, const struct answerers *answerers, char value)
{
	const struct answerer *answerer = current(stage, answerers);
	char *whole = answerer_with_part(stage->progress, answerer, stage->column, value);

	changes_label(stage->changes, value == PART_OPEN ? N_("taking an answer back") : N_("answer"));
	change_ballot(stage->changes, stage->progress->step->key, answerer->id, OWN, whole);
	free(whole);
	if (value != PART_OPEN)
		advance_part(stage, answerers, false);
}

static void answer(struct stage *stage, const struct answerers *answerers, const char *value)
{
	const struct answerer *answerer = current(stage, answerers);
	bool whole = strcmp(value, ANSWER_NOT_HERE) == 0;

	changes_label(stage->changes, N_("answer"));
	change_ballot(stage->changes, stage->progress->step->key, answerer->id, whole ? OWN : stage->which, value);
	/* Why somebody anonymous has no guess cannot be seen later, so that is said as well. */
	if (whole && stage->progress->anonymous && stage->progress->step->predict)
		change_ballot(stage->changes, stage->progress->step->key, answerer->id, PREDICTION, value);
	if (!rollcall_has_parts(stage))
		advance(stage, answerers, whole);
	else if (whole)
		advance_part(stage, answerers, true);
	else
		advance_row(stage, answerers);
}

/* The last one who answered is no longer the one at the cursor, so the key goes to where the cursor is. */
static void take_back(struct stage *stage, const struct answerer *answerer)
{
	changes_label(stage->changes, N_("taking an answer back"));
	change_ballot(stage->changes, stage->progress->step->key, answerer->id, OWN, NULL);
	if (stage->progress->step->predict)
		change_ballot(stage->changes, stage->progress->step->key, answerer->id, PREDICTION, NULL);
	stage->which = OWN;
}

static void begin_typing(struct stage *stage, const char *text)
{
	field_set(&stage->field, text);
	stage->editing = true;
}

/* A room's or a named answer that is there already may be changed rather than typed anew. */
static const char *typed_before(const struct stage *stage, const struct answerer *answerer)
{
	const struct ballot *ballot = progress_ballot(stage->progress, answerer->id);

	if (answerer->id != ANSWERER_ROOM || !ballot || !ballot->answers[OWN] ||
	    strcmp(ballot->answers[OWN], ANSWER_CANT_SAY) == 0)
		return "";
	return ballot->answers[OWN];
}

static bool key_while_typing(struct stage *stage, const struct answering *answering,
	const struct answerers *answerers, enum action action, const struct key *key)
{
	struct err err = { 0 };
	char *text, *value;

	if (action == ACT_BACK) {
		stage->editing = false;
		return true;
	}
	if (action == ACT_HELP)
		return false;
	if (action != ACT_SAVE) {
		field_key(&stage->field, key);
		return true;
	}
	text = text_tidy(stage->field.text.data);
	value = text[0] ? answering->by_text(stage, text, &err) : NULL;
	if (value) {
		char *remark = answering->remark ? answering->remark(stage, value) : NULL;

		answer(stage, answerers, value);
		/* Texts are typed one after the other, without a key in between. */
		if (!answering->starts && answerers->count > 1 && !stage->say[0])
			begin_typing(stage, "");
		if (remark && stage->progress->step->by != BY_ROOM)
			stage_say(stage, false, "%s", remark);
		free(remark);
	} else if (text[0]) {
		stage_say(stage, true, "%s", err.message);
	} else {
		stage->editing = false;
	}
	free(value);
	free(text);
	return true;
}

static void move(struct stage *stage, const struct answerers *answerers, int by)
{
	stage->row = (stage->row + by + answerers->count) % answerers->count;
	stage->which = OWN;
}

static void move_part(struct stage *stage, int by)
{
	int parts = (int)stage->progress->step->part_count;

	stage->column = (stage->column + by + parts) % parts;
}

static bool move_key(struct stage *stage, const struct answerers *answerers, enum action action)
{
	switch (action) {
	case ACT_UP:
		move(stage, answerers, -1);
		return true;
	case ACT_DOWN:
		move(stage, answerers, 1);
		return true;
	case ACT_LEFT:
	case ACT_RIGHT:
		if (rollcall_has_parts(stage))
			move_part(stage, action == ACT_RIGHT ? 1 : -1);
		else if (stage->progress->step->predict)
			stage->which = stage->which == OWN ? PREDICTION : OWN;
		return true;
	default:
		return false;
	}
}

static bool answer_key(struct stage *stage, const struct answering *answering, const struct answerers *answerers,
	enum action action, const struct key *key)
{
	const struct answerer *answerer = current(stage, answerers);
	char value[64];

	if (answering->by_key && answering->by_key(stage->progress->step, key, value)) {
		if (rollcall_has_parts(stage))
			answer_part(stage, answerers, value[0]);
		else
			answer(stage, answerers, value);
		return true;
	}
	if (answering->by_text && action == ACT_ENTER) {
		begin_typing(stage, typed_before(stage, answerer));
		return true;
	}
	if (answering->starts && key->code == K_CHAR && !key->ctrl && strchr(answering->starts, key->text[0])) {
		begin_typing(stage, key->text);
		return true;
	}
	if (rollcall_has_parts(stage) && (action == ACT_CANT_SAY || action == ACT_DELETE))
		answer_part(stage, answerers, action == ACT_DELETE ? PART_OPEN : ANSWER_CANT_SAY[0]);
	else if (action == ACT_CANT_SAY)
		answer(stage, answerers, ANSWER_CANT_SAY);
	else if (action == ACT_NOT_HERE && answerer->id > 0)
		answer(stage, answerers, ANSWER_NOT_HERE);
	else if (action == ACT_DELETE)
		take_back(stage, answerer);
	else
		return false;
	return true;
}

static bool take_key(struct stage *stage, const struct answering *answering, enum action action,
	const struct key *key)
{
	struct answerers answerers;
	bool used = false;

	rollcall_answerers(&answerers, stage);
	if (stage->row >= answerers.count)
		stage->row = 0;
	if (rollcall_has_parts(stage) && stage->column >= (int)stage->progress->step->part_count)
		stage->column = 0;
	if (answerers.count == 0)
		stage->editing = false;
	else if (stage->editing)
		used = key_while_typing(stage, answering, &answerers, action, key);
	else
		used = move_key(stage, &answerers, action) ||
		       answer_key(stage, answering, &answerers, action, key);
	answerers_release(&answerers);
	return used;
}

char *rollcall_draft(const struct stage *stage, const struct answering *answering)
{
	struct answerers answerers;
	char *name = NULL;

	if (!stage->editing || !answering->shows_typing || stage->progress->anonymous)
		return NULL;
	rollcall_answerers(&answerers, stage);
	if (current(stage, &answerers))
		name = mem_printf("%d", current(stage, &answerers)->id);
	answerers_release(&answerers);
	return name;
}

bool rollcall_restore(struct stage *stage, const struct answering *answering, const char *draft, const char *text)
{
	long id = strtol(draft, NULL, 10);
	struct answerers answerers;
	bool found = false;

	rollcall_answerers(&answerers, stage);
	for (int i = 0; answering->shows_typing && i < answerers.count; i++) {
		if (answerers.items[i].id != id)
			continue;
		stage->row = i;
		begin_typing(stage, text);
		found = true;
	}
	answerers_release(&answerers);
	return found;
}

const struct taking taking_rollcall = {
	.enter = enter,
	.undone = enter,
	.draw = rollcall_draw,
	.key = take_key,
	.context = CONTEXT_ASK,
};
