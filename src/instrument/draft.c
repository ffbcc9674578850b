/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A charter's clauses: the room writes each and accepts it with a fist of five, shown openly. */
#include "instrument/draft.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/result.h"
#include "instrument/spec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CLAUSES_MOST 20
#define HINT_LIMIT 200
#define PAGE 10
#define NAMES_MOST 80 /* bytes */

static const char *const keys[] = { "clauses" };

/* Its rows are kept as those of a register with these columns. */
static void set_columns(struct step *step)
{
	static const char *const ids[] = { CLAUSE_ID, CLAUSE_TEXT };
	const char *const titles[] = { _("Clause"), _("Text") };

	step->column_count = COUNT_OF(ids);
	step->columns = mem_zalloc(COUNT_OF(ids), sizeof *step->columns);
	for (size_t i = 0; i < COUNT_OF(ids); i++) {
		step->columns[i].id = mem_strdup(ids[i]);
		step->columns[i].title = mem_strdup(titles[i]);
		step->columns[i].type = COLUMN_TEXT;
		step->columns[i].required = true;
	}
}

static void check_clause(struct reader *outer, const struct node *node, size_t number, struct clause *clause)
{
	static const char *const clause_keys[] = { "id", "text", "hint" };
	struct reader reader = reader_enter(outer, _("clause"), node, number);

	if (reader_keys(&reader, node, clause_keys, COUNT_OF(clause_keys))) {
		clause->id = reader_id(&reader, node, "id", true);
		clause->text = reader_line(&reader, node, "text", true, SPEC_LABEL);
		clause->hint = reader_line(&reader, node, "hint", false, HINT_LIMIT);
	}
	clause->id = spec_text(clause->id);
	clause->text = spec_text(clause->text);
}

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	const struct node *list = reader_list(reader, node, "clauses", true, CLAUSES_MOST);

	set_columns(step);
	step->clause_count = list ? list->count : 0;
	step->clauses = mem_zalloc(step->clause_count, sizeof *step->clauses);
	for (size_t i = 0; i < step->clause_count; i++)
		check_clause(reader, list->items[i], i + 1, &step->clauses[i]);
	reader_unique(reader, list, "clauses");
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	(void)bank;
	(void)module;
	if (step->by != BY_PERSON)
		reader_fail(reader, node_get(node, "by"), _("each person votes: 'by' must be person"));
}

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
static void enter(struct stage *stage)
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

/* A vote that was taken back is asked for again. */
static void undone(struct stage *stage)
{
	struct answerers voters;
	struct standing standing;
	int open;

	draft_standing(stage, &standing);
	draft_voters(&voters, stage->session);
	open = next_open(&voters, &standing, 0);
	if (draft_voting(stage, &standing) && open >= 0)
		stage->column = open;
	answerers_release(&voters);
}

/* Keys */

static unsigned contexts(const struct stage *stage)
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
		stage_say(stage, false, "%s", _("the text is another one now, so its votes are gone: v votes again"));
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
		stage_say(stage, true, "%s", _("there is no text to vote on yet: Enter writes it"));
		return;
	}
	draft_voters(&voters, stage->session);
	if (voters.count == 0) {
		stage_say(stage, true, "%s", _("nobody is here yet: P adds people"));
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
		stage_say(stage, false, "%s", _("the votes are gone, the text stays: Del again removes it, too"));
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

static bool take_key(struct stage *stage, enum action action, const struct key *key)
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

static char *draft(const struct stage *stage)
{
	return stage->editing ? mem_strdup(stage->progress->step->clauses[stage->row].id) : NULL;
}

static bool restore(struct stage *stage, const char *name, const char *text)
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

/* People who are here and were not asked about a clause that the others have voted on. */
static int missing(const struct session *session, const struct progress *progress)
{
	size_t clauses = progress->step->clause_count;
	struct standing *standings = mem_zalloc(clauses, sizeof *standings);
	int count = 0;

	for (size_t i = 0; i < clauses; i++)
		standing_of(session, progress->step, i, NULL, &standings[i]);
	for (size_t p = 0; p < session->person_count; p++) {
		const struct person *person = &session->people[p];
		bool asked = true;

		for (size_t i = 0; i < clauses && person->presence != AWAY; i++)
			if (standings[i].fist.votes > 0 && clause_vote(standings[i].row, person->id) == FIST_NO_VOTE)
				asked = false;
		count += !asked;
	}
	free(standings);
	return count;
}

static char *missing_text(int missing)
{
	return mem_printf(P_("%d has not voted on all clauses yet: r again reveals all the same",
			     "%d have not voted on all clauses yet: r again reveals all the same", missing), missing);
}

/* The result */

static void write_completeness(const struct session *session, const struct step *step, struct doc *doc)
{
	struct charter charter = charter_of(session, step);

	if (charter.filled == 0)
		doc_text(doc, STYLE_DIM, _("No clause is written yet."));
	else if (charter.passed == charter.clauses)
		doc_printf(doc, STYLE_GOOD,
			P_("The one clause is written and accepted.", "All %zu clauses are written and accepted.",
			   charter.clauses), charter.clauses);
	else
		doc_printf(doc, STYLE_STRONG,
			P_("%zu of %zu clause is written (%d %%); accepted: %zu.",
			   "%zu of %zu clauses are written (%d %%); accepted: %zu.", charter.clauses),
			charter.filled, charter.clauses, (int)ratio_percent(charter_completeness(&charter)),
			charter.passed);
}

static void write_clause(const struct session *session, const struct standing *standing, struct doc *doc)
{
	char *sentence = standing_sentence(session, standing);

	doc_gap(doc);
	doc_marked(doc, STYLE_STRONG, clause_mark(standing->state), standing->clause->text);
	doc_marked(doc, STYLE_NORMAL, " ", standing->text);
	doc_marked(doc, clause_style(standing->state), " ", sentence);
	free(sentence);
}

static void write_empty(const struct session *session, const struct step *step, struct doc *doc)
{
	struct str empty;

	str_init(&empty);
	for (size_t i = 0; i < step->clause_count; i++) {
		struct standing standing;

		standing_of(session, step, i, NULL, &standing);
		if (standing.state == CLAUSE_EMPTY)
			str_printf(&empty, "%s%s", empty.length ? "; " : "", standing.clause->text);
	}
	if (empty.length)
		doc_printf(doc, STYLE_WARN, _("Still empty: %s."), empty.data);
	str_release(&empty);
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct step *step = progress->step;
	struct charter charter = charter_of(session, step);

	(void)today;
	write_completeness(session, step, doc);
	for (size_t i = 0; i < step->clause_count; i++) {
		struct standing standing;

		standing_of(session, step, i, NULL, &standing);
		if (standing.state != CLAUSE_EMPTY)
			write_clause(session, &standing, doc);
	}
	if (charter.filled < charter.clauses)
		doc_gap(doc);
	write_empty(session, step, doc);
}

/* A clause in one paragraph; how it stands is said of those that not everybody accepts. */
static void digest_clause(const struct session *session, const struct standing *standing, struct doc *doc)
{
	char *sentence = standing->state == CLAUSE_PASSES ? mem_strdup("") : standing_sentence(session, standing);
	char *text = mem_printf("%s: %s%s%s", standing->clause->text, standing->text, sentence[0] ? " " : "", sentence);

	doc_marked(doc, STYLE_NORMAL, clause_mark(standing->state), text);
	free(text);
	free(sentence);
}

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct step *step = progress->step;

	(void)today;
	write_completeness(session, step, doc);
	for (size_t i = 0; i < step->clause_count; i++) {
		struct standing standing;

		standing_of(session, step, i, NULL, &standing);
		if (standing.state != CLAUSE_EMPTY)
			digest_clause(session, &standing, doc);
	}
	write_empty(session, step, doc);
}

const struct instrument instrument_draft = {
	.kind = "draft",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.enter = enter,
	.undone = undone,
	.draw = draft_draw,
	.key = take_key,
	.contexts = contexts,
	.draft = draft,
	.restore = restore,
	.summarise = summarise,
	.digest = digest,
	.reveals = true,
	.reopens_freely = true,
	.missing = missing,
	.missing_text = missing_text,
};
